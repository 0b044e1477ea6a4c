import PlanQLData

/// Writes the tables of a plan as the files of a plan folder.
struct PlanFiles {
  private let draft: PlanDraft
  /// What stands between the units of a list: a stroke where a name holds one of
  /// the usual separators.
  private let separator: String
  /// The numbers of projects: where their names do not tell them apart, numbers that do.
  private let projectNumbers: [Int?]
  private let projectNames: [String]
  private let sectionNames: [String]
  private let measureNumbers: [Int]
  private let measureNames: [String]
  private let dutyNumbers: [Int]
  private let indicatorNumbers: [Int]

  /// Prepares to write a plan.
  init(_ draft: PlanDraft) {
    self.draft = draft
    let usual = Set(ListCell.usualSeparators)
    self.separator = draft.units.contains { $0.name.contains(where: usual.contains) } ? "|" : "、"
    let numbers = draft.projects.map(\.number)
    let isNamed = Set(draft.projects.map(\.name)).count == draft.projects.count
    self.projectNumbers = isNamed ? numbers : PlanFiles.numbers(numbers)
    self.projectNames =
      isNamed ? draft.projects.map(\.name) : PlanFiles.numbers(numbers).map { String($0) }
    self.sectionNames = PlanFiles.distinct(draft.sections.map(\.title))
    let measures = PlanFiles.numbers(draft.measures.map(\.number))
    let areTitled = Set(draft.measures.map(\.title)).count == draft.measures.count
    self.measureNumbers = areTitled ? draft.measures.map(\.number) : measures
    self.measureNames =
      areTitled ? draft.measures.map(\.title) : measures.map { String($0) }
    self.dutyNumbers = PlanFiles.numbers(draft.duties.map(\.number))
    self.indicatorNumbers = PlanFiles.numbers(draft.indicators.map(\.number))
  }

  /// The files in the order in which a plan is read; tables without rows have none.
  var files: [(name: String, text: String)] {
    [("plan.yaml", planFile)]
      + [
        ("stated_totals.csv", totals), ("sections.csv", sections), ("measures.csv", measures),
        ("duties.csv", duties), ("projects.csv", projects), ("units.csv", units),
        ("responsibilities.csv", responsibilities), ("indicators.csv", indicators),
        ("budgets.csv", budgets), ("funding.csv", funding), ("progress.csv", progress),
        ("milestones.csv", milestones),
      ].compactMap { name, text in text.map { (name, $0) } } + furtherTables
  }

  /// Names that tell rows apart: where one stands twice, all are numbered instead.
  private static func distinct(_ names: [String]) -> [String] {
    Set(names).count == names.count ? names : names.indices.map { String($0 + 1) }
  }

  /// The numbers of the document's own list; where they do not tell rows apart, the rows are counted.
  private static func numbers(_ stated: [Int?]) -> [Int] {
    let numbers = stated.compactMap { $0 }
    let isStated = numbers.count == stated.count && Set(numbers).count == numbers.count
    return isStated ? numbers : Array(1..<(stated.count + 1))
  }

  /// A CSV file without the columns that are blank in every row; nil where there are no rows.
  private static func file(_ header: [String], _ rows: [[String?]], keep: Int = 1) -> String? {
    guard !rows.isEmpty else { return nil }
    let kept = header.indices.filter { column in
      column < keep || rows.contains { $0[column] != nil }
    }
    return CSVText.file(
      header: kept.map { header[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}

extension PlanFiles {
  private var planFile: String {
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
    add("currency", draft.currency ?? "CNY")
    add("money_unit", draft.moneyUnit?.name)
    add("language", draft.language ?? "zh")
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
        ("projects", !draft.projects.isEmpty),
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

  private var totals: String? {
    PlanFiles.file(
      ["section", "name", "value", "number", "measured_in"] + PlanFiles.sourceHeadings,
      draft.totals.map { total in
        [
          total.section.map { sectionNames[$0] }, total.name, total.value?.description,
          total.number?.value.description,
          total.number.flatMap { $0.measuredIn.isEmpty ? nil : $0.measuredIn },
        ] + PlanFiles.source(total.place)
      }, keep: 3)
  }

  /// The columns that say where a row stands in its document.
  private static let sourceHeadings = ["source_part", "source_line"]

  private static func source(_ place: ImportPlace) -> [String?] {
    switch place.part {
    case .lines, .paragraphs: [nil, String(place.number)]
    case .sheet(let name): [name, String(place.number)]
    case .table(let number): ["表\(number)", String(place.number)]
    }
  }

  private var sections: String? {
    PlanFiles.file(
      ["no", "title", "parent"] + PlanFiles.sourceHeadings,
      draft.sections.enumerated().map { place, section in
        [String(place + 1), section.title, section.parent.map { sectionNames[$0] }]
          + PlanFiles.source(section.place)
      }, keep: 2)
  }

  private var measures: String? {
    PlanFiles.file(
      ["no", "title", "text", "section", "units"] + PlanFiles.sourceHeadings,
      zip(draft.measures, measureNumbers).map { measure, number in
        [
          String(number), measure.title, measure.text,
          measure.section.map { sectionNames[$0] }, list(measure.units),
        ] + PlanFiles.source(measure.place)
      }, keep: 3)
  }

  private var duties: String? {
    let extras = PlanFiles.headings(draft.duties.map(\.extras))
    return PlanFiles.file(
      [
        "measure", "no", "text", "kind", "recurrence", "units", "due", "status", "closed_on",
        "section",
      ]
        + PlanFiles.apart(extras, from: StandardTables.duties) + PlanFiles.sourceHeadings,
      draft.duties.enumerated().map { place, duty in
        let plain: [String?] = [
          duty.measure.map { measureNames[$0] }, String(dutyNumbers[place]), duty.text,
          duty.kind.rawValue, duty.recurrence?.rawValue, list(duty.units),
          duty.due?.description, duty.status, duty.closedOn?.description,
          duty.section.map { sectionNames[$0] },
        ]
        return plain + extras.map { duty.extras[$0] } + PlanFiles.source(duty.place)
      }, keep: 0)
  }

  private var projects: String? {
    var own = draft.projects.map(\.extras)
    for (place, project) in draft.projects.enumerated() {
      guard let number = project.number, number != projectNumbers[place] else { continue }
      own[place]["原文序号"] = String(number)
    }
    let extras = PlanFiles.headings(own)
    return PlanFiles.file(
      [
        "no", "code", "name", "section", "category", "content", "investment", "period", "nature",
        "status", "place", "units", "lead",
      ] + PlanFiles.apart(extras, from: StandardTables.projects) + PlanFiles.sourceHeadings,
      draft.projects.enumerated().map { place, project in
        let plain: [String?] = [
          projectNumbers[place].map { String($0) }, project.code, project.name,
          project.section.map { sectionNames[$0] }, project.category, project.content,
          project.investment?.description, project.period?.description, project.nature,
          project.status, project.place, list(project.units), project.statedLead,
        ]
        return plain + extras.map { own[place][$0] } + PlanFiles.source(project.source)
      }, keep: 0)
  }

  private var indicators: String? {
    let extras = PlanFiles.headings(draft.indicators.map(\.extras))
    return PlanFiles.file(
      [
        "no", "name", "domain", "measured_in", "attribute", "direction", "baseline",
        "baseline_year", "target", "target_year", "target_text", "comparator", "units",
      ] + PlanFiles.apart(extras, from: StandardTables.indicators) + PlanFiles.sourceHeadings,
      zip(draft.indicators, indicatorNumbers).map { indicator, number in
        let plain: [String?] = [
          String(number), indicator.name, indicator.domain, indicator.measuredIn,
          indicator.attribute, indicator.direction, indicator.baseline?.description,
          indicator.baselineYear.map { String($0) }, indicator.target?.description,
          indicator.targetYear.map { String($0) }, indicator.targetText, indicator.comparator,
          list(indicator.units),
        ]
        return plain + extras.map { indicator.extras[$0] } + PlanFiles.source(indicator.place)
      }, keep: 2)
  }

  private var funding: String? {
    PlanFiles.file(
      ["project", "source", "planned"],
      draft.funding.map { [projectNames[$0.project], $0.source, $0.amount.description] }, keep: 3)
  }

  private var progress: String? {
    PlanFiles.file(
      ["project", "as_of", "done", "invested", "status", "text", "problem"]
        + PlanFiles.sourceHeadings,
      draft.progress.map { progress in
        [
          projectNames[progress.project], progress.asOf?.description,
          progress.done?.description, progress.invested?.description, progress.status,
          progress.text, progress.problem,
        ] + PlanFiles.source(progress.place)
      }, keep: 2)
  }

  private var milestones: String? {
    let extras = PlanFiles.headings(draft.milestones.map(\.extras))
    return PlanFiles.file(
      ["project", "name", "due", "done_on"]
        + PlanFiles.apart(extras, from: StandardTables.milestones) + PlanFiles.sourceHeadings,
      draft.milestones.map { milestone in
        [
          projectNames[milestone.project], milestone.name, milestone.due?.description,
          milestone.doneOn?.description,
        ] + extras.map { milestone.extras[$0] } + PlanFiles.source(milestone.place)
      }, keep: 2)
  }

  private var furtherTables: [(name: String, text: String)] {
    draft.furtherTables.compactMap { table in
      let rows = table.rows.map { row in
        table.headings.map { row.cells[$0] } + (table.hasSources ? PlanFiles.source(row.place) : [])
      }
      let headings = table.headings + (table.hasSources ? PlanFiles.sourceHeadings : [])
      return PlanFiles.file(headings, rows, keep: table.headings.count).map {
        (table.name + ".csv", $0)
      }
    }
  }

  /// The headings of further columns, in order.
  private static func headings(_ rows: [[String: String]]) -> [String] {
    var seen: Set<String> = []
    for row in rows { seen.formUnion(row.keys) }
    return seen.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Headings of further columns, those apart that would be taken for a field of the table.
  private static func apart(_ headings: [String], from table: TableDeclaration) -> [String] {
    let known = Set(
      table.fields.flatMap { [$0.name.en, $0.name.zh] + $0.aliases }.map(NameText.heading))
    return headings.map { heading in
      let names = [heading, Headings.key(FoldedText(heading))].map(NameText.heading)
      return names.contains(where: known.contains) ? "原文" + heading : heading
    }
  }

  private func list(_ units: [ListedUnit]) -> String? {
    guard !units.isEmpty else { return nil }
    var names: [String] = []
    for unit in units where !names.contains(unit.name) { names.append(unit.name) }
    return names.joined(separator: separator)
  }

  private var units: String? {
    PlanFiles.file(
      ["name", "kind"], draft.units.map { [$0.name, $0.kind?.rawValue] }, keep: 2)
  }

  private var responsibilities: String? {
    var rows: [[String?]] = []
    func add(
      _ subject: String, column: Int, _ name: String, _ units: [ListedUnit], _ place: ImportPlace
    ) {
      for (rank, (unit, role)) in zip(units, roles(of: units)).enumerated() {
        var row: [String?] = [
          subject, nil, nil, nil, nil, unit.name, role.rawValue, String(rank + 1), unit.label,
        ]
        row[column] = name
        rows.append(row + PlanFiles.source(place))
      }
    }
    for (place, measure) in draft.measures.enumerated() {
      add("measure", column: 1, measureNames[place], measure.units, measure.place)
    }
    for (place, duty) in draft.duties.enumerated() {
      add("duty", column: 2, String(dutyNumbers[place]), duty.units, duty.place)
    }
    for (place, project) in draft.projects.enumerated() {
      add("project", column: 3, projectNames[place], project.units, project.source)
    }
    for (indicator, number) in zip(draft.indicators, indicatorNumbers) {
      add("indicator", column: 4, String(number), indicator.units, indicator.place)
    }
    return PlanFiles.file(
      [
        "subject", "measure", "duty", "project", "indicator", "unit", "role", "rank", "label",
      ] + PlanFiles.sourceHeadings, rows)
  }

  private var budgets: String? {
    PlanFiles.file(
      ["project", "year", "amount", "goal"],
      draft.budgets.map {
        [projectNames[$0.project], String($0.year), $0.amount?.description, $0.goal]
      }, keep: 2)
  }
}
