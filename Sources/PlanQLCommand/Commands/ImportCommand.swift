import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans

/// `planql import document.xlsx -o plan`
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: .both(
        "Makes a plan folder from documents and accounts for every line.",
        "由规划文件生成规划文件夹，并逐行说明去向。"))
  }

  /// How the account of an import is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(
    help: .both(
      "The document: text, Markdown, CSV, TSV, HTML, xlsx or docx; several are read in their order into one plan.",
      "规划文件：文本、Markdown、CSV、TSV、HTML、xlsx 或 docx；多个文件按顺序合成一个规划。"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: .both("The folder to make.", "要生成的文件夹。", valueName: "dir"))
  var output: String

  @Option(
    name: .customLong("map"),
    help: .both(
      "What a heading is to be read as, as heading=field; may be given several times, and is saved in the folder for next time.",
      "某个表头对应的字段，写作 表头=字段；可以给多个，保存在文件夹中供下次使用。", valueName: "heading=field"))
  var mappings: [String] = []

  @Option(
    help: .both(
      "How numbers are written: 'point' for 1,234.5 or 'comma' for 1.234,5; each column tells without it.",
      "数的写法：point 即 1,234.5，comma 即 1.234,5；不写时由各栏自行判断。", valueName: "style"))
  var numbers: String?

  @Option(
    name: .customLong("money-unit"),
    help: .both(
      "The unit of amounts where the document does not say: 万元.", "文件没有写明时的金额单位：万元。",
      valueName: "unit"))
  var moneyUnit: String?

  @Flag(
    help: .both(
      "Replaces files in the folder that were changed by hand since they were imported; entries of its own in plan.yaml stay.",
      "替换文件夹中导入之后手工改过的文件；plan.yaml 中手工加的条目仍保留。"))
  var replace = false

  @Option(
    help: .both(
      "The account for people as 'text', or for programs as 'json'.",
      "核对报告的格式：text 供人阅读，json 供程序使用。"))
  var format = Format.text

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let options = try importOptions()
    let sources = try files.map(ImportCommand.source)
    do {
      let result = try DocumentImport.run(sources, options: options)
      var report = result.report
      report.folder = try Interrupts.deferred { () throws(FileError) in
        try result.write(to: output, replacing: replace)
      }
      Terminal.output.write(
        format == .json
          ? report.json(MessageLanguage.current) : report.text(MessageLanguage.current))
    } catch let refusal as ImportRefusal {
      Terminal.error.write(refusal.text(MessageLanguage.current) + "\n")
      throw CommandFailure.said(.failure)
    } catch let error as FileError {
      throw CommandFailure(CommandText.cannotWrite(error.path, error.reason))
    }
  }

  /// A document at a path, or from standard input for `-`.
  private static func source(at path: String) throws -> ImportSource {
    if path == "-" {
      let source = try SourceFile(at: path)
      return ImportSource(name: source.name, bytes: source.bytes)
    }
    do {
      return try ImportSource(opening: path)
    } catch {
      throw CommandFailure(CommandText.cannotRead(path, error.reason))
    }
  }

  /// What the command line says, and the map that an import into the same folder saved before.
  private func importOptions() throws -> ImportOptions {
    var options = ImportOptions()
    options.map = try savedMap()
    do throws(HeadingMapError) {
      for mapping in mappings { try options.map.add(line: mapping) }
    } catch {
      throw ImportCommand.failure(error, error.reason)
    }
    if let numbers {
      guard let style = NumberStyle(sample: numbers) else {
        throw CommandFailure(CommandText.noNumberStyle(numbers), advice: CommandText.numberStyles)
      }
      options.numbers = style
    }
    if let moneyUnit {
      guard let money = MoneyName(named: moneyUnit) else {
        throw CommandFailure(CommandText.noMoneyUnit(moneyUnit), advice: CommandText.moneyUnits)
      }
      options.money = money
    }
    return options
  }

  /// The map that an import into the same folder saved; one that cannot be read is an error, as
  /// columns would be read otherwise than before.
  private func savedMap() throws -> HeadingMap {
    let path = output + "/" + HeadingMap.fileName
    guard FileBytes.exists(path) else { return HeadingMap() }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(path)
    } catch {
      throw CommandFailure(CommandText.cannotRead(path, error.reason))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(CommandText.cannotRead(path, CommandText.notUTF8))
    }
    do throws(HeadingMapError) {
      return try HeadingMap(text: text)
    } catch {
      let place = "\(path):\(error.line ?? 1): "
      throw ImportCommand.failure(
        error, LocalizedText(en: place + error.reason.en, zh: place + error.reason.zh))
    }
  }

  private static func failure(_ error: HeadingMapError, _ reason: LocalizedText) -> CommandFailure {
    CommandFailure(
      reason, advice: error.suggestions.isEmpty ? nil : CommandText.didYouMean(error.suggestions))
  }
}
