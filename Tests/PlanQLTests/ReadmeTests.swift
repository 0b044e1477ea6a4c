import Foundation
import PlanQL
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  private let plan: Plan
  private let blocks: [CodeBlock]

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Examples/huaian"))
    self.blocks = CodeBlock.all(in: try ProjectFolder.text("README.md"))
  }

  @Test("every query runs, and gives the text that stands below it")
  func queries() throws {
    #expect(blocks.count { $0.language == "planql" } >= 4)
    for (place, block) in blocks.enumerated() where block.language == "planql" {
      if let next = output(below: place) {
        #expect(shown(block.text) == next.text, "line \(block.line)")
      } else {
        #expect(plan.check(QuerySource(block.text)).isEmpty, "line \(block.line)")
      }
    }
  }

  /// The block of text that stands right below a block.
  private func output(below place: Int) -> CodeBlock? {
    guard blocks.indices.contains(place + 1) else { return nil }
    let (block, next) = (blocks[place], blocks[place + 1])
    return next.language == "text" && next.line == block.line + lines(block) + 3 ? next : nil
  }

  private func lines(_ block: CodeBlock) -> Int { block.text.count { $0 == "\n" } }

  /// The result as a terminal shows it, or the diagnostics of a query with a mistake.
  private func shown(_ source: String) -> String {
    do {
      let document = try plan.report(QuerySource(source)).run(language: .en)
      return OutputFormat.named("table")?.render(document) ?? ""
    } catch let error as PlanQLError {
      let renderer = DiagnosticRenderer(source: source, file: "query", language: .en)
      return error.diagnostics.map { renderer.text($0) }.joined()
    } catch {
      return "\(error)"
    }
  }

  @Test("the Swift blocks are in the example that is built and run")
  func embedding() throws {
    let sources = try ProjectFolder.files(in: "Examples/embedding/Sources", ending: ".swift")
      .map(ProjectFolder.text)
    let swift = blocks.filter { $0.language == "swift" }
    #expect(!swift.isEmpty)
    for block in swift { #expect(sources.contains { $0.contains(block.text) }) }
  }

  @Test("the tables of stages and statements are those of the language")
  func tables() throws {
    let text = try ProjectFolder.text("README.md")
    for row in ReadmeTests.stageRows + ReadmeTests.statementRows {
      #expect(text.contains(row + "\n"), "no row \(row)")
    }
  }

  private static let stageRows = StageWord.allCases.map(\.signature).map {
    row($0.syntax.en, $0.name.zh, $0.summary.en)
  }

  private static let statementRows = StatementWord.allCases.map(\.word).map {
    row($0.name.en, $0.name.zh, $0.doc.en)
  }

  private static func row(_ code: String, _ name: String, _ doc: String) -> String {
    let cells = ["`\(code)`", name, doc].map { $0.replacing("|", with: "\\|") }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// With `PLANQL_UPDATE=1`, writes what the queries now give and the tables of the language; then review the
  /// difference.
  @Test("README is written anew on demand", .enabled(if: CorpusTests.updates))
  func update() throws {
    var text = try ProjectFolder.text("README.md")
    for (place, block) in blocks.enumerated() where block.language == "planql" {
      guard let next = output(below: place) else { continue }
      let before = "```planql\n\(block.text)```\n\n```text\n"
      text = text.replacing(
        before + next.text + "```", with: before + shown(block.text) + "```")
    }
    for (heading, rows) in [
      ("stage", ReadmeTests.stageRows), ("statement", ReadmeTests.statementRows),
    ] {
      let head = "| \(heading) | 中文 | what it does |\n|---|---|---|\n"
      guard let start = text.range(of: head)?.upperBound else { continue }
      let end = text.range(of: "\n\n", range: start..<text.endIndex)?.lowerBound ?? text.endIndex
      text.replaceSubrange(start..<end, with: rows.joined(separator: "\n"))
    }
    try text.write(
      toFile: ProjectFolder.path("README.md"), atomically: true, encoding: .utf8)
  }

  @Test("the folder that is shown answers the query below it")
  func folder() throws {
    let csv = try #require(blocks.firstIndex { $0.language == "csv" })
    let (yaml, query) = (blocks[csv + 1], blocks[csv + 2])
    #expect(yaml.language == "yaml" && query.language == "planql")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("one"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let single = blocks[csv + 3]
    #expect(single.language == "yaml")
    for (name, block) in [
      ("projects.csv", blocks[csv]), ("plan.yaml", yaml), ("one/works.yaml", single),
    ] {
      try block.text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    for path in [folder.path, folder.path + "/one/works.yaml"] {
      let plan = try Plan(at: path)
      #expect(plan.issues.filter { $0.severity == .warning }.isEmpty)
      let result = try plan.compile(QuerySource(query.text)).run()
      #expect(
        OutputFormat.named("csv").map { result.render(as: $0) }
          == "no,name,investment,lead\n1,河道整治,12005000,水利局\n")
    }
  }

  @Test("the first two shell blocks under Quick start are one line each")
  func quickStart() {
    let shell = blocks.filter { $0.language == "sh" && $0.heading == "Quick start" }
    #expect(shell.count == 2)
    for block in shell { #expect(lines(block) == 1) }
  }
}
