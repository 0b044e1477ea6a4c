import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans
import PlanQLReports
import PlanQLSyntax

/// `planql diff approved current 'projects | select name, investment'`
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: .both(
        "Compares two revisions or plans, or what a query gives over them.",
        "比较两个修订或两个规划，或同一查询在两者上的结果。"),
      usage: "planql diff <old> [<new>] [<query>] [<option> …]")
  }

  @Argument(
    help: .both(
      "The earlier state: a revision, or the path of a plan.", "较早的状态：修订的名称或规划的路径。"))
  var old: String

  @Argument(
    help: .both(
      "The later state: a revision, the path of a plan, or 'current', which it is without it.",
      "较晚的状态：修订的名称、规划的路径或 current；不写时为 current。"))
  var new = CatalogRevisions.current

  @Argument(
    help: .both(
      "A query whose rows are rows of the plan or groups; all tables are compared without it.",
      "查询，其每行是规划的一行或一个分组；不写时比较全部的表。"))
  var query: String?

  @Option(
    name: .customLong("tables"),
    help: .both(
      "The tables to compare, separated by commas; all without it.", "比较哪些表，以逗号分隔；不写时为全部。",
      valueName: "tables"))
  var tables: String?

  @OptionGroup var plan: PlanOptions
  @OptionGroup var parameters: RunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    if let query { return try compare(query) }
    let format = try output.chosenFormat()
    let (before, after) = (try state(old), try state(new))
    let differences = try SealFailure.told {
      try after.differences(from: before, tables: tables.map(TableList.names))
    }
    let language = output.language ?? after.catalog.language
    let table = differences.table(in: format.audience == .people ? language : nil)
    try output.write(
      [ReportDocument([.table(caption: nil, table)], language: language)], as: format)
  }

  /// Compares what a query gives, as `diff` in a script does.
  private func compare(_ query: String) throws {
    var (before, after) = (old, new)
    let both: Plan
    if [old, new].contains(where: isPath) {
      (before, after) = ("old", CatalogRevisions.current)
      both = try state(new).beside(try state(old), called: before)
    } else {
      both = try plan.open()
    }
    let names = [before, after].map { JSONText.string($0) }.joined(separator: ", ")
    let source = SourceFile(
      text: query, from: DiffCommand.start(ofResultOf: query), between: "diff(\(names), (",
      and: "\n))")
    try ScriptRun(plan: both, parameters: parameters, output: output).run([source])
  }

  /// Where the query that is compared begins, behind parameters and definitions before it.
  private static func start(ofResultOf query: String) -> Int {
    guard let last = Parser.parse(Array(query.utf8)).script.statements.last,
      case .result = last.kind
    else { return 0 }
    return last.span.start
  }

  private func isPath(_ name: String) -> Bool {
    name.contains("/") || PlanFolder.isPlan(name)
  }

  /// A revision of the plan, the plan itself, or another plan.
  private func state(_ name: String) throws -> Plan {
    if isPath(name) { return try PlanOptions.open([name]) }
    if name == CatalogRevisions.current { return try plan.open() }
    guard let plan = try plan.openIfPresent(near: nil) else {
      throw CommandFailure(CommandText.noState(name), advice: CommandText.noStateAdvice)
    }
    return try SealFailure.told { try plan.revision(named: name) }
  }
}
