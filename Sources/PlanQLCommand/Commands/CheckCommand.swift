import ArgumentParser
import PlanQL
import PlanQLSyntax

/// `planql check report.planql --format json`
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: .both(
        "Checks scripts against the plan without running them.", "按规划检查脚本，但不运行。"))
  }

  /// How diagnostics are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: .both("Scripts; '-' is standard input.", "脚本文件；“-”表示标准输入。"))
  var files: [String]

  @Option(
    help: .both(
      "'text' with carets on standard error, or 'json' on standard output.",
      "text 在标准错误上标出位置；json 写到标准输出。"))
  var format = Format.text

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let sources = try files.map { try SourceFile(at: $0) }
    let plan = try plan.open(near: sources.first?.folder)
    let found = sources.map { (source: $0, diagnostics: $0.check(over: plan)) }
    switch format {
    case .text:
      for (source, diagnostics) in found {
        source.report(diagnostics)
        if !diagnostics.hasErrors {
          Terminal.output.write(CommandText.checkIsFine(source.name).spoken)
        }
      }
    case .json:
      Terminal.output.write(
        JSONLines.array(
          found.flatMap { found in found.diagnostics.map { found.source.renderer().json($0) } }))
    }
    if found.contains(where: { $0.diagnostics.hasErrors }) { throw CommandFailure.said(.failure) }
  }
}

extension [Diagnostic] {
  /// Whether one of them is an error, not only a warning or a hint.
  var hasErrors: Bool { contains { $0.severity == .error } }
}

/// Writes a JSON array with an element a line.
private enum JSONLines {
  static func array(_ elements: [String]) -> String {
    elements.isEmpty
      ? "[]\n" : "[\n" + elements.map { "  " + $0 }.joined(separator: ",\n") + "\n]\n"
  }
}
