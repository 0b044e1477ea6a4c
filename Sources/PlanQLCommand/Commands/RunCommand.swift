import ArgumentParser
import PlanQL

/// `planql run report.planql --param year=2023`
struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: .both("Runs saved scripts and writes their reports.", "运行保存的脚本，输出报告。"),
      usage: "planql run <file> … [<option> …]",
      discussion: .both(
        "A script that begins with '#!/usr/bin/env -S planql run' can be run by its name.",
        "以“#!/usr/bin/env -S planql run”开头的脚本可以直接按文件名运行。"))
  }

  @Argument(help: .both("Scripts; '-' is standard input.", "脚本文件；“-”表示标准输入。"))
  var files: [String]

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var parameters: RunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let sources = try files.map { try SourceFile(at: $0) }
    let plan = try plan.open(near: sources.first?.folder)
    try ScriptRun(plan: plan, parameters: parameters, output: output).run(sources)
  }
}
