import PlanQLData

/// Writes the tables of a plan as the files of a plan folder.
struct PlanFiles {
  private let draft: PlanDraft
  /// What stands between the units of a list: a stroke where a name holds one of
  /// the usual separators.
  private let separator: String
  private let projectNames: [String]
  private let sectionNames: [String]
  private let measureNames: [String]
  private let dutyNumbers: [Int]

  /// Prepares to write a plan.
  init(_ draft: PlanDraft) {
    self.draft = draft
    let usual = Set(ListCell.usualSeparators)
    self.separator = draft.units.contains { $0.name.contains(where: usual.contains) } ? "|" : "、"
    self.projectNames = PlanFiles.distinct(draft.projects.map(\.name))
    self.sectionNames = PlanFiles.distinct(draft.sections.map(\.title))
    self.measureNames = PlanFiles.distinct(draft.measures.map(\.title))
    let stated = draft.duties.compactMap(\.number)
    let isStated = stated.count == draft.duties.count && Set(stated).count == stated.count
    self.dutyNumbers = isStated ? stated : Array(1..<(draft.duties.count + 1))
  }

  /// The files in the order in which a plan is read; tables without rows have none.
  var files: [(name: String, text: String)] {
    [("plan.yaml", planFile)]
      + [
        ("stated_totals.csv", totals), ("sections.csv", sections), ("measures.csv", measures),
        ("duties.csv", duties), ("projects.csv", projects), ("units.csv", units),
        ("responsibilities.csv", responsibilities), ("budgets.csv", budgets),
      ].compactMap { name, text in text.map { (name, $0) } }
  }

  /// Names that tell rows apart: where one stands twice, all are numbered instead.
  private static func distinct(_ names: [String]) -> [String] {
    Set(names).count == names.count ? names : names.indices.map { String($0 + 1) }
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
    add("horizon", draft.horizon.map { PlanFiles.quoted($0.description) })
    add("currency", draft.currency ?? "CNY")
    add("money_unit", draft.moneyUnit?.name)
    add("language", "zh")
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
      ["section", "name", "value", "source_line"],
      draft.totals.map { total in
        [
          total.section.map { sectionNames[$0] }, total.name, total.value.description,
          String(total.line),
        ]
      }, keep: 3)
  }

  private var sections: String? {
    PlanFiles.file(
      ["no", "title", "parent", "source_line"],
      draft.sections.enumerated().map { place, section in
        [
          String(place + 1), section.title, section.parent.map { sectionNames[$0] },
          String(section.line),
        ]
      }, keep: 2)
  }

  private var measures: String? {
    PlanFiles.file(
      ["no", "title", "text", "section", "units", "source_line"],
      draft.measures.map { measure in
        [
          String(measure.number), measure.title, measure.text,
          measure.section.map { sectionNames[$0] }, list(measure.units), String(measure.line),
        ]
      }, keep: 3)
  }

  private var duties: String? {
    let extras = PlanFiles.headings(draft.duties.map(\.extras))
    return PlanFiles.file(
      ["measure", "no", "text", "kind", "recurrence", "units", "due", "section"] + extras
        + ["source_line"],
      draft.duties.enumerated().map { place, duty in
        let plain: [String?] = [
          duty.measure.map { measureNames[$0] }, String(dutyNumbers[place]), duty.text,
          duty.kind.rawValue, duty.recurrence?.rawValue, list(duty.units),
          duty.due?.description, duty.section.map { sectionNames[$0] },
        ]
        return plain + extras.map { duty.extras[$0] } + [String(duty.line)]
      }, keep: 0)
  }

  private var projects: String? {
    let extras = PlanFiles.headings(draft.projects.map(\.extras))
    return PlanFiles.file(
      [
        "no", "code", "name", "section", "category", "content", "investment", "period", "nature",
        "place", "units", "lead",
      ] + extras + ["source_line"],
      draft.projects.map { project in
        let plain: [String?] = [
          project.number.map { String($0) }, project.code, project.name,
          project.section.map { sectionNames[$0] }, project.category, project.content,
          project.investment?.description, project.period?.description, project.nature,
          project.place, list(project.units), project.statedLead,
        ]
        return plain + extras.map { project.extras[$0] } + [String(project.line)]
      }, keep: 0)
  }

  /// The headings of further columns, in order.
  private static func headings(_ rows: [[String: String]]) -> [String] {
    var seen: Set<String> = []
    for row in rows { seen.formUnion(row.keys) }
    return seen.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
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
    func add(_ subject: String, column: Int, _ name: String, _ units: [ListedUnit], line: Int) {
      for (rank, (unit, role)) in zip(units, roles(of: units)).enumerated() {
        var row: [String?] = [
          subject, nil, nil, nil, unit.name, role.rawValue, String(rank + 1), unit.label,
          String(line),
        ]
        row[column] = name
        rows.append(row)
      }
    }
    for (place, measure) in draft.measures.enumerated() {
      add("measure", column: 1, measureNames[place], measure.units, line: measure.line)
    }
    for (place, duty) in draft.duties.enumerated() {
      add("duty", column: 2, String(dutyNumbers[place]), duty.units, line: duty.line)
    }
    for (place, project) in draft.projects.enumerated() {
      add("project", column: 3, projectNames[place], project.units, line: project.line)
    }
    return PlanFiles.file(
      ["subject", "measure", "duty", "project", "unit", "role", "rank", "label", "source_line"],
      rows)
  }

  private var budgets: String? {
    PlanFiles.file(
      ["project", "year", "amount"],
      draft.budgets.map { [projectNames[$0.project], String($0.year), $0.amount.description] },
      keep: 3)
  }
}
