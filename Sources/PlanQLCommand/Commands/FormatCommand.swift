import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLSyntax

/// `planql fmt report.planql --spelling zh`
struct FormatCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fmt",
      abstract: .both(
        "Lays scripts out afresh, in either spelling.", "把脚本排成规范的样子，并可转换中英文写法。"),
      discussion: .both(
        "Files are rewritten in place, '-' goes from standard input to standard output. A script "
          + "with errors of syntax stays as it is.",
        "文件就地改写；“-”从标准输入读、写到标准输出。有语法错误的脚本保持原样。"))
  }

  @Argument(help: .both("Scripts; '-' is standard input.", "脚本文件；“-”表示标准输入。"))
  var files: [String]

  @Flag(
    help: .both(
      "Only names the files that are not formatted, and fails if there are any.",
      "只列出格式不规范的文件；有这样的文件时以失败结束。"))
  var check = false

  @Flag(
    help: .both(
      "First writes words of other languages and old spellings as the language has them, where that is certain.",
      "先把其他语言的写法和旧写法改成本语言的写法，只改有把握的。"))
  var fix = false

  @Option(
    help: .both(
      "The spelling to write; names of the plan's own tables need the plan.",
      "要写成哪种写法；转换规划自有表中的名称需要能找到规划。"))
  var spelling: Language?

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    var status = ExitStatus.success
    for file in files {
      let written = try SourceFile(at: file)
      var source = written
      var parsed = Parser.parse(source.bytes)
      if parsed.hasErrors {
        // Units that the plan declares are part of the language there.
        let units = (try? plan.openOrStandard(near: source.folder))?.catalog.units ?? .standard
        if fix, let mended = Mending.mended(source.bytes, units: units) {
          source = source.with(mended)
        }
        parsed = Parser.parse(source.bytes, units: units)
      }
      guard !parsed.hasErrors else {
        source.report(parsed.diagnostics)
        status = .failure
        continue
      }
      let text = try formatted(source, parsed.script)
      let isSame = Array(text.utf8) == written.bytes
      if check {
        if !isSame {
          Terminal.error.write(CommandText.needsFormatting(source.name).spoken)
          status = .failure
        }
      } else if file == "-" || !isSame {
        try OutputOptions.write(Array(text.utf8), to: file)
      }
    }
    if status != .success { throw CommandFailure.said(status) }
  }

  /// The script laid out afresh; names of the plan are only looked up when they are to be spelt
  /// otherwise.
  private func formatted(_ source: SourceFile, _ script: Script) throws -> String {
    guard let spelling else { return Printer.text(script, source: source.bytes) }
    return try plan.openOrStandard(near: source.folder).using(source.files)
      .formatted(String(decoding: source.bytes, as: UTF8.self), spelling: spelling)
  }
}
