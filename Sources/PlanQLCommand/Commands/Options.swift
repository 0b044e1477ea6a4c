import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans
import PlanQLReference
import PlanQLReports
import PlanQLSyntax

/// `--messages`, which every command takes; its value was read before anything else.
struct MessageOptions: ParsableArguments {
  @Option(
    help: .both(
      "The language of messages; the locale decides without it.", "消息的语言；不写时按系统区域设置。"))
  var messages: Language?
}

/// `--plan`: where the plan is.
struct PlanOptions: ParsableArguments {
  @Option(
    help: .both(
      "A plan, or a folder or file of tables; may be given several times. Looked for upwards from here when absent.",
      "规划，或存有表的文件夹、文件；可以给多个。不写时从当前文件夹逐级向上找。",
      valueName: "path"))
  var plan: [String] = []

  /// Opens the plan that is named, or the one above the current folder, or the one above a script's
  /// folder. Its load warnings go to standard error.
  func open(near folder: String? = nil) throws -> Plan {
    guard let plan = try openIfPresent(near: folder) else {
      throw CommandFailure(CommandText.noPlan, advice: CommandText.noPlanAdvice)
    }
    return plan
  }

  /// Opens the plan as `open` does; nil where none is named or found.
  func openIfPresent(near folder: String?) throws -> Plan? {
    if !plan.isEmpty { return try PlanOptions.open(plan) }
    let path = PlanOptions.folder(above: ".") ?? folder.flatMap { PlanOptions.folder(above: $0) }
    return try path.map { try PlanOptions.open([$0]) }
  }

  /// The nearest folder that is a plan, from a folder upwards.
  private static func folder(above start: String) -> String? {
    var path = start
    while true {
      if PlanFolder.isPlan(path) { return path }
      guard !FileBytes.isSame(path, path + "/..") else { return nil }
      path = path == "." ? ".." : path + "/.."
    }
  }

  /// How many issues of loading are told one by one.
  private static let toldIssues = 20

  /// Tells issues of loading, the first of them one by one.
  static func tell(_ issues: [LoadIssue]) {
    let language = MessageLanguage.current
    var lines = issues.prefix(toldIssues).map { $0.text(language) }
    if issues.count > lines.count {
      lines.append(CommandText.moreIssues(issues.count, shown: lines.count)[language])
    }
    Terminal.error.write(lines.map { $0 + "\n" }.joined())
  }

  /// Opens the plan at some paths and says what is odd about it.
  static func open(_ paths: [String]) throws -> Plan {
    for path in paths where !FileBytes.exists(path) {
      throw CommandFailure(CommandText.noFolder(path))
    }
    do {
      let plan = try Plan(at: paths)
      tell(plan.issues.filter { $0.severity == .warning })
      return plan
    } catch let error as PlanLoadError {
      Terminal.error.write(error.text(MessageLanguage.current) + "\n")
      throw CommandFailure.said(.failure)
    } catch let error as FileError {
      throw CommandFailure(CommandText.cannotRead(error.path, error.reason))
    }
  }
}

/// `--plan` and `--view`: the plan of a command that asks questions of it, or what is to be seen of it.
struct SeenPlanOptions: ParsableArguments {
  @OptionGroup private var whole: PlanOptions

  @Option(
    help: .both(
      "A view that the plan declares: only what it leaves is there.",
      "规划所声明的视图：只有视图内的内容可见。", valueName: "name"))
  var view: String?

  /// Opens the plan that is named, or the one above the current folder, or the one above a script's folder.
  func open(near folder: String? = nil) throws -> Plan {
    try restricted(whole.open(near: folder))
  }

  /// Opens the plan, or, where none is found, one of the standard tables without rows.
  func openOrStandard(near folder: String? = nil) throws -> Plan {
    try restricted(whole.openIfPresent(near: folder) ?? .standard)
  }

  /// The part of a plan that the view leaves which was asked for.
  private func restricted(_ plan: Plan) throws -> Plan {
    guard let view else { return plan }
    do {
      return try plan.restricted(to: plan.view(named: view))
    } catch let error as PlanQLError {
      throw CommandFailure(error.message)
    }
  }
}

/// `--format`, `--output` and `--language`: how the outcome is written, and where.
struct OutputOptions: ParsableArguments {
  @Option(
    help: .both(
      "The format: \(OutputOptions.names); 'table' on its own, else by the ending of the file.",
      "输出格式：\(OutputOptions.names)；不写时按输出文件的扩展名，否则为 table。", valueName: "format"))
  var format: String?

  @Option(
    name: [.short, .long],
    help: .both(
      "The file to write, whole or not at all.", "输出到文件；要么完整写入，要么完全不动。", valueName: "file"))
  var output: String?

  @Option(
    help: .both(
      "The language of tables for people, over the script's and the plan's.",
      "输出表格的语言，优先于脚本和规划的设定。"))
  var language: Language?

  static let names = OutputFormat.all.map(\.name).joined(separator: ", ")

  /// The format asked for, or the one that the file's name tells, or the table.
  func chosenFormat() throws -> OutputFormat {
    if let format { return try OutputOptions.format(named: format) }
    guard let output else { return .table }
    if let format = OutputFormat.forFile(named: output) { return format }
    let name = output.split(separator: "/").last ?? ""
    guard let ending = name.split(separator: ".").dropFirst().last, ending != "txt" else {
      return .table
    }
    return try OutputOptions.format(named: String(ending))
  }

  /// Finds a format by its name or says which there are.
  static func format(named name: String) throws -> OutputFormat {
    if let format = OutputFormat.named(name) { return format }
    let names = OutputFormat.all.map(\.name)
    throw CommandFailure(
      CommandText.noFormat(name),
      advice: Suggestions.help(for: name, among: names) ?? CommandText.formats(names))
  }

  /// Writes documents one after the other, to the file or to standard output.
  func write(_ documents: [ReportDocument], as format: OutputFormat) throws {
    let options = RenderOptions(
      width: output == nil ? Terminal.output.width : nil,
      usesColour: output == nil && Terminal.output.hasColor)
    var bytes: [UInt8] = []
    for (place, document) in documents.enumerated() {
      if place > 0, format.audience == .people { bytes += "\n".utf8 }
      bytes += format.bytes(of: document, options: options)
    }
    try OutputOptions.write(bytes, to: output)
  }

  /// Writes bytes to a file, whole or not at all, or to standard output when no file is named.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else { return Terminal.output.write(bytes) }
    do {
      try Interrupts.deferred { () throws(FileError) in try AtomicFile.write(bytes, to: path) }
    } catch {
      throw CommandFailure(CommandText.cannotWrite(error.path, error.reason))
    }
  }
}

/// `--param` and `--as-of`: what a script is run with.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("param"),
    help: .both(
      "A parameter of the script, as name=value; may be given several times.",
      "脚本的参数，写作 名称=值；可以给多个。", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    help: .both(
      "The day up to which the plan's data stand: 2023-06-30.", "数据截至的日期：2023-06-30。",
      valueName: "date"))
  var asOf: String?

  /// The as-of day, if one is given.
  func day() throws -> Day? {
    guard let asOf else { return nil }
    if let value = ParameterReader.literal(asOf, as: .date), case .date(let day) = value {
      return day
    }
    throw CommandFailure(CommandText.badDate(asOf), advice: CommandText.dateForms)
  }
}
