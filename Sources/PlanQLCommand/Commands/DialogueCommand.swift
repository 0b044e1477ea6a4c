import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLSyntax

/// `planql`: a dialogue on a terminal, the script on standard input otherwise.
struct DialogueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dialogue",
      abstract: .both(
        "A dialogue on a terminal; the script on standard input otherwise.",
        "在终端上进入交互界面；否则运行标准输入中的脚本。"),
      usage: "planql [--plan <path>] [<options>]",
      discussion: .both(
        "Input that begins with a dot command is taken line by line, as on a terminal.",
        "若输入以点命令开头，则像在终端上一样逐行处理。"),
      shouldDisplay: false)
  }

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var parameters: RunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let status: ExitStatus
    if Terminal.input.isPresent, Terminal.output.isPresent {
      CharacterLocale.useUTF8()
      let signals = SignalWatch()
      let plan = try plan.open()
      guard let signals else { throw CommandFailure(CommandText.noSignals) }
      let editor = ReadlineEditor(signals: signals, history: HistoryFile())
      status = Dialogue(plan, editor: editor, signals: signals).run()
    } else {
      let source = try SourceFile(at: "-")
      guard let lines = String(validating: source.bytes, as: UTF8.self),
        DialogueCommand.beginsWithCommand(lines)
      else {
        return try ScriptRun(plan: plan.open(), parameters: parameters, output: output)
          .run([source])
      }
      status = try Dialogue(plan.open(), editor: PlainEditor(lines)).run()
    }
    if status != .success { throw CommandFailure.said(status) }
  }

  /// Whether the first line that says something is a dot command, which no script begins with.
  static func beginsWithCommand(_ text: String) -> Bool {
    let first = text.split(whereSeparator: \.isNewline)
      .first { line in line.contains { !$0.isWhitespace } }
    return first.map { DotCommand.body(of: String($0)) != nil } ?? false
  }
}
