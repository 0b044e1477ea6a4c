import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans

/// `planql seal approved`
struct SealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seal",
      abstract: .both(
        "Keeps the plan as it is now as a revision, under a seal that shows any later change.",
        "把规划的现状保存为修订并封存，此后的任何改动都能查出。"))
  }

  @Argument(help: .both("What the revision is to be called.", "修订的名称。"))
  var name: String

  @Flag(
    name: .customLong("as-is"),
    help: .both(
      "Seals a revision that is there already, made by hand or by an import.", "封存已有的修订（手工建立或导入的）。")
  )
  var asIs = false

  @Option(
    name: .customLong("tables"),
    help: .both(
      "The tables that the seal covers, separated by commas; all without it.",
      "封存哪些表，以逗号分隔；不写时为全部。",
      valueName: "tables"))
  var tables: String?

  @OptionGroup var plan: PlanOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let plan = try plan.open()
    let seal = try SealFailure.told {
      try plan.seal(as: name, tables: tables.map(TableList.names), asIs: asIs)
    }
    let rows = seal.tables.reduce(0) { $0 + $1.rows }
    Terminal.output.write(
      CommandText.sealed(seal.name, seal.tables.count, rows)[MessageLanguage.current]
        + "sha256 \(seal.digest)\n")
  }
}

/// A list of tables on the command line.
enum TableList {
  /// The names in it: `projects,units`
  static func names(_ text: String) -> [String] {
    text.split { [",", "，", "、"].contains($0) }.map(String.init)
  }
}

/// How commands tell what is wrong with plans and their seals.
enum SealFailure {
  /// What the body gives; tells what it throws, and ends the command.
  static func told<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as SealError {
      throw CommandFailure(error.reason, advice: error.help, status: .failure)
    } catch let error as PlanLoadError {
      Terminal.error.write(error.text(MessageLanguage.current) + "\n")
      throw CommandFailure.said(.failure)
    } catch let error as PlanQLError where error.diagnostics.isEmpty {
      throw CommandFailure(error.message, status: .failure)
    }
  }
}
