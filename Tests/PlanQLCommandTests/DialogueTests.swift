import PlanQL
import PlanQLData
import Testing

@testable import PlanQLCommand

/// The REPL with a scripted editor and no terminal.
@Suite("Dialogue")
struct DialogueTests {
  /// What a dialogue left behind.
  private struct Outcome {
    var output = ""
    var messages = ""
    var prompts: [String] = []
    var entries: [String] = []
    var status = ExitStatus.success
  }

  private func talk(
    _ inputs: [LineInput], isInteractive: Bool = true, language: Language = .en
  ) throws -> Outcome {
    let folder = try TemporaryFolder(SmallPlan.files)
    let editor = ScriptedEditor(inputs, isInteractive: isInteractive)
    let record = Record()
    let screen = DialogueScreen(
      write: { record.output += $0 }, writeMessage: { record.messages += $0 }, width: { 80 },
      hasColor: false)
    let dialogue = Dialogue(
      try Plan(at: folder.path), editor: editor, screen: screen, language: language)
    let status = dialogue.run()
    return Outcome(
      output: record.output, messages: record.messages, prompts: editor.prompts,
      entries: editor.entries, status: status)
  }

  /// Collects what is written.
  private final class Record {
    var output = ""
    var messages = ""
  }

  @Test("a result is shown with its footer and the time")
  func result() throws {
    let outcome = try talk([.line("works | take 2 | select name"), .end])
    #expect(outcome.output.contains("清淤"))
    #expect(outcome.output.contains("2 行"))
    #expect(outcome.output.contains(" ms") || outcome.output.contains(" s\n"))
    #expect(outcome.entries == ["works | take 2 | select name"])
  }

  @Test("names that 'let' gives persist, and '_' is the last result")
  func session() throws {
    let outcome = try talk([
      .line("let dear = works | where cost > 100"), .line("dear | summarize n: count()"),
      .line("| extend twice: n * 2"), .end,
    ])
    #expect(outcome.messages == "")
    #expect(outcome.output.contains("twice"))
    #expect(outcome.output.contains("4"))
  }

  @Test("the prompt of a continuation says what is open")
  func continuation() throws {
    let outcome = try talk([
      .line("works | summarize n: count("), .line(")"), .end,
    ])
    #expect(outcome.prompts.count == 3)
    #expect(outcome.prompts[1].contains("("))
    #expect(outcome.prompts[1].hasSuffix("… "))
    #expect(outcome.entries == ["works | summarize n: count(\n)"])
    #expect(outcome.messages == "")
  }

  @Test("an interrupted line is dropped with what it went on from")
  func interrupted() throws {
    let outcome = try talk([
      .line("works | summarize n: count("), .interrupted, .line("works | take 1"), .end,
    ])
    #expect(outcome.entries == ["works | take 1"])
    #expect(outcome.messages == "")
  }

  @Test("dot commands take the beginning of their name, in either language and with either point")
  func dotCommands() throws {
    let outcome = try talk([
      .line(".ta"), .line("。字段 works"), .line(".mode csv"), .line("works | take 1 | select name"),
      .line(".q"), .line("never read"),
    ])
    #expect(outcome.messages == "")
    #expect(outcome.output.contains("works"))
    #expect(outcome.output.contains("cost"))
    #expect(outcome.output.hasSuffix("name\n清淤\n"))
    #expect(outcome.prompts.count == 5)
  }

  @Test("an unknown or ambiguous command names what it may be")
  func unknownCommand() throws {
    let outcome = try talk([.line(".tabels"), .line(".nothing"), .end])
    #expect(outcome.messages.contains("'.tables'"))
    #expect(outcome.messages.contains("'.help'"))
  }

  @Test("a question mark explains a word, and alone lists them, in either language")
  func questions() throws {
    let outcome = try talk([.line("? spread"), .line("？cost"), .line("?"), .end])
    #expect(outcome.messages == "")
    #expect(outcome.output.contains("spread / 分摊  (stage)"))
    #expect(outcome.output.contains("cost  (field)"))
    #expect(outcome.output.contains("  stages  "))
    let chinese = try talk([.line("? 分摊"), .line("? spraed"), .end], language: .zh)
    #expect(chinese.output.contains("分摊 / spread  (步骤)"))
    #expect(chinese.messages.contains("'spread'"))
    let command = try talk([.line(".help spread"), .end])
    #expect(try command.output == talk([.line("?spread"), .end]).output)
  }

  @Test("'quit' without its point is answered with how to leave")
  func farewell() throws {
    let outcome = try talk([.line("quit"), .line("帮助"), .end])
    #expect(outcome.messages.contains(".quit"))
    #expect(!outcome.messages.contains("PQL"))
  }

  @Test("'.language' turns messages and tables")
  func language() throws {
    let outcome = try talk([.line(".language zh"), .line("works | where costt = 1"), .end])
    #expect(outcome.messages.contains("是不是"))
    let wrong = try talk([.line(".language fr"), .end])
    #expect(wrong.messages.contains("'fr'"))
  }

  @Test("off a terminal there is no footer, and an error sets the status")
  func plain() throws {
    let outcome = try talk(
      [.line("works | take 1 | select name"), .line("works | nonsense"), .end], isInteractive: false
    )
    #expect(!outcome.output.contains("行"))
    #expect(!outcome.output.contains(" ms"))
    #expect(outcome.status == .failure)
  }

  @Test("'.open' turns to another plan and says why it cannot")
  func open() throws {
    let other = try TemporaryFolder(["plan.yaml": "title: other\n", "things.csv": "a\n1\n"])
    let outcome = try talk([
      .line(".open \(other.path)"), .line("things | select a"), .line(".open"), .end,
    ])
    #expect(outcome.output.contains("other"))
    #expect(outcome.messages.contains("'.open'"))
  }
}
