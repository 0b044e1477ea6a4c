import PlanQLData

// The files with the projects and what units answer for.
extension PlanFiles {
  var responsibilities: PlanFileTable? {
    let facts = [draft.duties.facts, draft.projects.facts, draft.indicators.facts]
    let places = draft.measures.filter { !$0.units.isEmpty }.map(\.place)
    let isNamed = [!places.isEmpty] + facts.map(\.hasUnits)
    guard isNamed.contains(true) else { return nil }
    let hasPart = places.contains(where: \.hasPart) || facts.contains(where: \.hasPartOfUnits)
    let subjects = isNamed.indices.filter { isNamed[$0] }.map { $0 + 1 }
    return PlanFileTable(
      "responsibilities",
      [
        "subject", "measure", "duty", "project", "indicator", "unit", "role", "rank", "label",
      ] + PlanFiles.sourceHeadings,
      kept: [0] + subjects + [5, 6, 7, 8] + (hasPart ? [9, 10] : [10]),
      [
        PlanFileTable.part(
          zip(draft.measures, measureNames).flatMap { measure, name in
            roles("measure", 1, name, measure.units, measure.place)
          }),
        roles(draft.duties) { duty, place in
          roles("duty", 2, number(of: duty, at: place), duty.units, duty.place)
        },
        roles(draft.projects.table) { project, place in
          roles(
            "project", 3, name(of: ProjectReference(project, at: place)), project.units,
            project.source)
        },
        roles(draft.indicators) { indicator, place in
          roles(
            "indicator", 4, number(of: indicator, at: place), indicator.units, indicator.place)
        },
      ])
  }

  /// The rows of the units of each record of a table.
  private func roles<Record>(
    _ table: DraftTable<Record>, _ rows: @escaping (Record, _ place: Int) -> [[String?]]
  ) -> PlanFileTable.Part {
    { text, kept in
      guard table.facts.hasUnits else { return }
      table.write(to: text) { record, place, bytes in
        for row in rows(record, place) { CSVText.append(row, kept, to: &bytes) }
      }
    }
  }

  /// The rows of the units of a subject, whose name stands in a column.
  private func roles(
    _ subject: String, _ column: Int, _ name: String, _ units: [ListedUnit], _ place: ImportPlace
  ) -> [[String?]] {
    zip(units, PlanQLPlans.roles(of: units)).enumerated().map { rank, unit in
      var row: [String?] = [
        subject, nil, nil, nil, nil, unit.0.name, unit.1.rawValue, String(rank + 1), unit.0.label,
      ]
      row[column] = name
      return row + PlanFiles.source(place)
    }
  }

  var projects: PlanFileTable? {
    let isCountedAnew = !areProjectsNumbered && !draft.projects.facts.numbers.areCounted
    return PlanFileTable(
      draft.projects.table, in: self, also: areProjectsNumbered ? [] : [0],
      headings: isCountedAnew ? [PlanFiles.ownNumber] : [])
  }

  /// The heading for the number that a document gives a project that is counted anew.
  static let ownNumber = "原文序号"

  /// The number of a project: its own where it or the name tells projects apart, else its place.
  func number(of project: PlanDraft.Project, at place: Int) -> Int? {
    areProjectsNumbered ? project.number : place + 1
  }

  /// What a project is called.
  func name(of project: ProjectReference) -> String {
    guard !areProjectsNamed else { return project.name }
    return String(areProjectsNumbered ? project.number ?? project.place + 1 : project.place + 1)
  }
}
