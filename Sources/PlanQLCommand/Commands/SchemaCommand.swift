import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLReports
import PlanQLSyntax

/// `planql schema projects`
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: .both(
        "Lists the tables of the plan, or the fields of one; without a plan, the standard ones.",
        "列出规划的各张表，或一张表的字段；没有规划时列出标准的表。"))
  }

  @Argument(help: .both("A table, in either spelling.", "表名，中英文均可。"))
  var table: String?

  @OptionGroup var plan: SeenPlanOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let format = try output.chosenFormat()
    let opened = try plan.openOrStandard()
    PlanOptions.tell(opened.issues.filter { $0.severity == .note })
    let catalog = opened.catalog
    let language = output.language ?? MessageLanguage.current
    let schema = SchemaDocument(catalog: catalog, language: language)
    try output.write([schema.document(of: table)], as: format)
  }
}
