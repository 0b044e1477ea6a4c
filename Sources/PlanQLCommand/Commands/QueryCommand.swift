import ArgumentParser
import PlanQL
import PlanQLSyntax

/// `planql query 'projects | take 3'`
struct QueryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "query",
      abstract: .both("Answers a question written on the command line.", "回答写在命令行上的查询。"),
      usage: "planql query <text> [<option> …]")
  }

  @Argument(help: .both("The script, in quotation marks.", "查询语句，请加引号。"))
  var text: String

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var parameters: RunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let source = SourceFile(text: text)
    try ScriptRun(plan: plan.open(), parameters: parameters, output: output).run([source])
    // What has mistakes has been reported.
    guard Parser.parse(source.bytes).script.asksForNothing else { return }
    throw CommandFailure(CommandText.noQuery, advice: CommandText.noQueryAdvice)
  }
}
