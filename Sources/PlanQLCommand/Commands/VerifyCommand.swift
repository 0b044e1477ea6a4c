import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLPlans
import PlanQLReports

/// `planql verify approved`
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: .both(
        "Says in what the plan differs from a sealed revision, cell by cell, and which of it was approved.",
        "逐项说明规划与已封存修订的差异，以及哪些差异经过批准。"))
  }

  @Argument(
    help: .both("The revision; the only sealed one without it.", "修订的名称；只有一个已封存修订时可不写。"))
  var name: String?

  @Option(
    help: .both(
      "The digest that was written down when the revision was sealed.", "封存时记下的摘要。",
      valueName: "sha256"))
  var digest: String?

  @Flag(
    name: .customLong("allow-approved"),
    help: .both(
      "Lets differences stand that the table 'changes' records as approved, and these records themselves.",
      "变更表中记录为已批准的差异，以及这些记录本身，不算问题。"))
  var allowsApproved = false

  @OptionGroup var plan: PlanOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let format = try output.chosenFormat()
    let plan = try plan.open()
    let verification = try SealFailure.told { try plan.verification(of: name) }
    let language = output.language ?? plan.catalog.language
    let counted =
      allowsApproved ? verification.differences.unapproved : verification.differences.all
    let isGenuine = digest.map { $0.lowercased() == verification.seal.digest } ?? true
    let isSealed = verification.altered.isEmpty && isGenuine
    let table = verification.differences.table(in: format.audience == .people ? language : nil)
    var parts: [ReportPart] = []
    if format.audience == .people {
      let seal = verification.seal
      parts.append(.text(CommandText.sealDigest(seal.name, seal.digest)[language]))
    }
    if format.audience == .machines || table.count > 0 {
      parts.append(.table(caption: nil, table))
    }
    parts.append(
      .check(
        label: CommandText.sealHolds(verification.altered, isGenuine: isGenuine)[language],
        holds: isSealed, rows: nil))
    parts.append(
      .check(
        label: CommandText.planHolds(
          verification.differences, of: verification.seal.name, allowsApproved: allowsApproved)[
            language], holds: counted.isEmpty, rows: nil))
    try output.write([ReportDocument(parts, language: language)], as: format)
    if !isSealed || !counted.isEmpty { throw CommandFailure.said(.failure) }
  }
}
