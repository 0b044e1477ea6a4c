import PlanQLData

/// Writes the tables of a plan as the files of a plan folder.
struct PlanFiles {
  let draft: PlanDraft
  /// What stands between the units of a list: a stroke where a name holds one of
  /// the usual separators.
  private let separator: String
  /// Whether the names of projects tell them apart, and whether their numbers do.
  let areProjectsNamed: Bool
  let areProjectsNumbered: Bool
  private let areDutiesNumbered: Bool
  private let areIndicatorsNumbered: Bool
  let sectionNames: [String]
  private let measureNumbers: [Int]
  let measureNames: [String]

  /// Prepares to write a plan.
  init(_ draft: PlanDraft) {
    self.draft = draft
    let usual = Set(ListCell.usualSeparators)
    self.separator = draft.units.contains { $0.name.contains(where: usual.contains) } ? "|" : "、"
    self.areProjectsNamed = draft.projects.areNamedApart
    self.areProjectsNumbered = areProjectsNamed || draft.projects.table.areNumberedApart
    self.areDutiesNumbered = draft.duties.areNumberedApart
    self.areIndicatorsNumbered = draft.indicators.areNumberedApart
    let titles = draft.sections.map(\.title)
    self.sectionNames = draft.sheetOfSections == nil ? PlanFiles.distinct(titles) : titles
    let measures = PlanFiles.numbers(draft.measures.map(\.number))
    let areTitled = Set(draft.measures.map(\.title)).count == draft.measures.count
    self.measureNumbers = areTitled ? draft.measures.map(\.number) : measures
    self.measureNames =
      areTitled ? draft.measures.map(\.title) : measures.map { String($0) }
  }

  /// The names of the files in the order in which a plan is read; tables without rows have none.
  var names: [String] { [ImportResult.planFile] + tables.map { $0.name + ".csv" } }

  /// Writes the files one after the other, which `open` opens by their names.
  func write(
    planText: String, _ open: (String) throws(FileError) -> OutputText
  ) throws(FileError) {
    try open(ImportResult.planFile).write(planText)
    for table in tables { table.write(to: try open(table.name + ".csv")) }
    if let failure = draft.failure { throw failure }
  }

  /// Names that tell rows apart: where one stands twice, or would be taken for a number, all are
  /// numbered instead.
  private static func distinct(_ names: [String]) -> [String] {
    let areNames = Set(names).count == names.count && !names.contains { Int($0) != nil }
    return areNames ? names : names.indices.map { String($0 + 1) }
  }

  /// The numbers of the document's own list; where they do not tell rows apart, the rows are counted.
  private static func numbers(_ stated: [Int]) -> [Int] {
    Set(stated).count == stated.count ? stated : Array(1..<(stated.count + 1))
  }
}

extension PlanFiles {
  /// What the documents say of the plan itself.
  var planFile: String {
    var lines: [String] = []
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("\(key): \(value)") }
    }
    add("title", draft.title.map(PlanFiles.quoted))
    add("region", draft.region.map(PlanFiles.quoted))
    add("level", draft.level)
    add("horizon", draft.horizon.map { PlanFiles.quoted($0.description) })
    add("approved_on", draft.approvedOn?.description)
    add("revision", draft.revision.map(PlanFiles.quoted))
    add("as_of", draft.asOf.map { $0.description })
    add("currency", draft.currency ?? (draft.hasForeignAmounts ? nil : draft.currencyOfPlace))
    add("money_unit", draft.moneyUnit?.name)
    let isChinese = draft.currencyOfPlace.map { $0 != "JPY" } ?? false
    add("language", draft.language ?? (isChinese ? "zh" : "en"))
    if let start = draft.fiscalYearStart {
      let name = draft.fiscalYearNamedBy.map { ", named_by: \($0)" } ?? ""
      add("fiscal_year", "{start: \(start)\(name)}")
    }
    if let (name, period) = draft.namedPeriod {
      lines += ["periods:", "  \(name): \(PlanFiles.quoted(period.description))"]
    }
    if separator != "、" {
      lines.append("tables:")
      for (table, isFilled) in [
        ("measures", !draft.measures.isEmpty), ("duties", !draft.duties.isEmpty),
        ("projects", !draft.projects.isEmpty), ("indicators", !draft.indicators.isEmpty),
      ]
      where isFilled {
        lines += ["  \(table):", "    fields:", "      units: {separator: \"\(separator)\"}"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A scalar of YAML in double quotes.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The tables with rows, in the order in which a plan is read.
  private var tables: [PlanFileTable] {
    [
      totals, sections, measures, duties, projects, units, responsibilities,
      PlanFileTable(draft.indicators, in: self),
      PlanFileTable(draft.budgets, in: self), PlanFileTable(draft.funding, in: self),
      PlanFileTable(draft.progress, in: self), PlanFileTable(draft.milestones, in: self),
    ].compactMap { $0 } + draft.furtherTables.compactMap { PlanFileTable($0) }
  }

  private var totals: PlanFileTable? {
    PlanFileTable(
      "stated_totals",
      ["section", "name", "value", "number", "measured_in", "时段", PlanFiles.sentence]
        + PlanFiles.sourceHeadings,
      draft.totals.map { total in
        [
          total.section.map { sectionNames[$0] }, total.name, total.value?.description,
          total.number?.value.description,
          total.number.flatMap { $0.measuredIn.isEmpty ? nil : $0.measuredIn }, total.time,
          total.sentence,
        ] + PlanFiles.source(total.place)
      }, keep: 3)
  }

  /// The column of the sentence that a value was read from, so that whoever uses it can see what was said.
  static let sentence = "原文"

  /// The columns that say where a row stands in its document.
  static let sourceHeadings = ["source_part", "source_line"]

  static func source(_ place: ImportPlace) -> [String?] {
    switch place.part {
    case .lines, .paragraphs: [nil, String(place.number)]
    case .sheet(let name): [name, String(place.number)]
    case .table(let number): ["表\(number)", String(place.number)]
    }
  }

  private var sections: PlanFileTable? {
    guard draft.sectionCount > 0 else { return nil }
    return PlanFileTable(
      "sections",
      ["no", "title", "parent"] + PlanFiles.sourceHeadings,
      draft.sections.enumerated().map { place, section in
        [String(place + 1), section.title, section.parent.map { sectionNames[$0] }]
          + PlanFiles.source(section.place)
      }, keep: 2)
  }

  private var measures: PlanFileTable? {
    PlanFileTable(
      "measures",
      ["no", "title", "text", "theme", "section", "units"] + PlanFiles.sourceHeadings,
      zip(draft.measures, measureNumbers).map { measure, number in
        [
          String(number), measure.title, measure.text, measure.theme,
          measure.section.map { sectionNames[$0] }, list(measure.units),
        ] + PlanFiles.source(measure.place)
      }, keep: 3)
  }

  /// The duties, with their own numbers beside where they are counted anew.
  private var duties: PlanFileTable? {
    PlanFileTable(
      draft.duties, in: self, headings: areDutiesCountedAnew ? [PlanFiles.ownNumber] : [])
  }

  /// Whether duties have numbers in their document, and are counted here.
  var areDutiesCountedAnew: Bool {
    !areDutiesNumbered && !draft.duties.facts.numbers.areCounted
  }

  /// What a duty is called: its number where numbers tell duties apart, else its place.
  func number(of duty: PlanDraft.Duty, at place: Int) -> String {
    String(areDutiesNumbered ? duty.number ?? place + 1 : place + 1)
  }

  /// What an indicator is called: its number where numbers tell indicators apart, else its place.
  func number(of indicator: PlanDraft.Indicator, at place: Int) -> String {
    String(areIndicatorsNumbered ? indicator.number ?? place + 1 : place + 1)
  }

  /// The headings of further columns, in order.
  static func headings(_ seen: Set<String>) -> [String] {
    seen.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Headings of further columns, those apart that would be taken for a field of the table.
  static func apart(_ headings: [String], from table: TableDeclaration) -> [String] {
    let known = Set(
      table.fields.flatMap { [$0.name.en, $0.name.zh] + $0.aliases }.map(NameText.heading))
    var names = DistinctNames(headings)
    return headings.map { heading in
      let keys = [heading, Headings.key(FoldedText(heading))].map(NameText.heading)
      guard keys.contains(where: known.contains) else { return heading }
      return names.name(for: "原文" + heading) { "\($0)_\($1)" }
    }
  }

  func list(_ units: [ListedUnit]) -> String? {
    guard !units.isEmpty else { return nil }
    var names: [String] = []
    for unit in units where !names.contains(unit.name) { names.append(unit.name) }
    return names.joined(separator: separator)
  }
}
