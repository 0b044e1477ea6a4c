import PlanQLData

/// How the rows of a table stand to the projects of the tables before it: which of these it speaks of.
struct KnownProjects {
  /// How many projects there were before the table, and before its document.
  let count: Int
  let countBeforeDocument: Int
  private let part: ImportPlace.Part
  /// The year that the table plans for.
  private let year: Int?
  /// Whether the table has columns that none before it has.
  fileprivate let bringsColumns: Bool
  /// Whether so many of its rows have names of those projects that it speaks of them.
  fileprivate let isAboutThem: Bool
  /// Whether every row is of such a project though a few say something otherwise.
  fileprivate(set) var isReport = false
  /// What the projects have several of.
  fileprivate(set) var details: KnownDetails
  /// The rows that say nothing new, and those that were added to their projects.
  fileprivate(set) var repeated = 0
  fileprivate(set) var joined = 0

  fileprivate init(
    _ table: DocumentTable, names: Int, _ draft: PlanDraft, part: ImportPlace.Part, year: Int?,
    countBeforeDocument: Int
  ) {
    self.count = draft.projects.count
    self.countBeforeDocument = countBeforeDocument
    self.part = part
    self.year = table.header.columns.contains { $0.kind.isOfTheYear } ? year : nil
    self.bringsColumns = draft.projectColumns.lacks(aColumnOf: table.header)
    self.isAboutThem = names * 2 >= Swift.min(table.rows.count, draft.projects.count)
    self.details = isAboutThem ? KnownDetails(draft) : KnownDetails()
  }

  /// Whether a row may speak of a project: one of another document or sheet, or one that the table
  /// says something else of than its own does. Tables below each other that have the same columns
  /// list different projects, and so do sheets of different places; but one of another year goes on
  /// with those of the year before.
  fileprivate func maySpeak(of project: PlanDraft.Project, at place: Int) -> Bool {
    if let year, details.areOfOtherYears(year, place) { return true }
    if place >= countBeforeDocument, ParallelSheets.are(part, project.source.part) { return false }
    if bringsColumns || place < countBeforeDocument { return true }
    guard case .sheet = part else { return false }
    return project.source.part != part
  }
}

extension PlanAssembly {
  /// What a table of projects is to be held against; nil where no project before it has a name of
  /// its rows.
  mutating func knownProjects(of table: DocumentTable) -> KnownProjects? {
    guard !draft.projects.isEmpty, TableSubject(table) == .projects,
      let name = table.header.place(of: .name)
    else { return nil }
    var names = 0
    for row in table.rows where draft.projects.contains(row.cells[name].text.unbroken.string) {
      names += 1
    }
    guard names > 0 else { return nil }
    var known = KnownProjects(
      table, names: names, draft, part: lines.place(table.headerLine).part,
      year: periods.year, countBeforeDocument: projectsBefore)
    let tells = known.bringsColumns || table.header.columns.contains(where: \.tellsProgress)
    known.isReport =
      known.isAboutThem && tells && names == table.rows.count && agrees(table, with: known)
    return known
  }

  /// Whether all but a few of the first rows of a table say nothing else of its projects than is
  /// known. Nothing is said of the rows meanwhile.
  private func agrees(_ table: DocumentTable, with known: KnownProjects) -> Bool {
    var trial = self
    var amounts = TableAmounts(table)
    var (rows, others) = (0, 0)
    var names: Set<String> = []
    for row in table.rows.prefix(500) {
      guard
        let project = trial.makeProject(
          row, table, amounts.read(row, table, &trial), section: nil)
      else { continue }
      let places = trial.draft.projects.places(named: project.name)
      guard names.insert(project.name).inserted, places.count == 1,
        let first = trial.draft.projects.project(at: places[0]),
        known.maySpeak(of: first, at: places[0])
      else { return false }
      rows += 1
      if ProjectComparison(first, with: project).areOthers { others += 1 }
    }
    return others * 3 <= rows
  }

  /// Adds a row to the project that it speaks of, or as one of its own; says nothing of a row that
  /// repeats another.
  mutating func addProject(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], section: Int?,
    among known: inout KnownProjects?
  ) -> NumberedRow? {
    guard var found = known else { return addProject(row, table, amounts, section: section) }
    defer { known = found }
    return addProject(row, table, amounts, section: section, among: &found)
  }

  private mutating func addProject(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], section: Int?,
    among known: inout KnownProjects
  ) -> NumberedRow? {
    var remarks = LineLedger.Remarks()
    ledger.exchange(&remarks)
    defer {
      ledger.exchange(&remarks)
      ledger.append(remarks)
    }
    guard var project = makeProject(row, table, amounts, section: section) else { return nil }
    let places = draft.projects.places(named: project.name).filter { $0 < known.count }
    if let (place, comparison) = match(project, places, known) {
      if join(project, at: place, comparison, table, &known) {
        known.joined += 1
      } else {
        known.repeated += 1
        var none = LineLedger.Remarks()
        ledger.exchange(&none)
      }
      return nil
    }
    if !places.isEmpty { ledger.doubt(row.lines[0], ImportMessages.rowStandsElsewhere) }
    project.section = section ?? sectionOfSheet(table)
    draft.append(project)
    return NumberedRow(number: project.number, section: section, line: row.lines[0])
  }

  /// The section of the sheet of a table whose rows are those of tables before it, for what it has of
  /// its own after all: another project, a total.
  mutating func sectionOfSheet(_ table: DocumentTable) -> Int? {
    guard tablesOfKnownRows.contains(table.headerLine),
      case .sheet(let name) = lines.place(table.headerLine).part
    else { return nil }
    if let known = sheetSections[table.headerLine] { return known }
    let section = addSection(name, parent: nil, at: table.headerLine)
    sheetSections[table.headerLine] = section
    return section
  }

  /// Finds the tables that have no projects but those of tables before them.
  mutating func findTablesOfKnownRows() {
    guard content.tables.count > 1 else { return }
    var names: [TableSubject: [NameKey: [ImportPlace.Part]]] = [:]
    for table in content.tables {
      let subject = TableSubject(table)
      guard [.projects, .tasks].contains(subject),
        let name = table.header.columns.firstIndex(where: \.isSubject)
      else { continue }
      var isKnown = !table.rows.isEmpty
      let part = lines.place(table.headerLine).part
      for row in table.rows {
        let key = NameKey(row.cells[name].text.unbroken.compact)
        let parts = names[subject]?[key] ?? []
        isKnown = parts.contains { !ParallelSheets.are($0, part) } && isKnown
        if !parts.contains(part) { names[subject, default: [:]][key, default: []].append(part) }
      }
      if isKnown { tablesOfKnownRows.insert(table.headerLine) }
    }
  }

  /// The project among some of the same name that a row speaks of; nil where it is another one, or
  /// cannot be told.
  private mutating func match(
    _ project: PlanDraft.Project, _ places: [Int], _ known: KnownProjects
  ) -> (place: Int, comparison: ProjectComparison)? {
    guard known.isAboutThem else { return nil }
    var found: [(place: Int, comparison: ProjectComparison)] = []
    for place in places {
      guard let first = draft.projects.project(at: place), known.maySpeak(of: first, at: place)
      else { continue }
      let comparison = ProjectComparison(first, with: project)
      if !comparison.areOthers || known.isReport { found.append((place, comparison)) }
    }
    if found.count <= 1 { return found.first }
    let best = found.map(\.comparison.agreements).max() ?? 0
    return best > 0 ? found.first { $0.comparison.agreements == best } : nil
  }

  /// Adds what a row says to its project; says whether that is anything new.
  private mutating func join(
    _ project: PlanDraft.Project, at place: Int, _ comparison: ProjectComparison,
    _ table: DocumentTable, _ known: inout KnownProjects
  ) -> Bool {
    var project = project
    let line = project.linePlace
    var isNew = comparison.adds
    for difference in comparison.differences {
      isNew = true
      let heading = difference.kind.heading(in: table.header)
      if take(difference, into: &project, table) { continue }
      ledger.doubt(
        line, cell: table.header.columns.firstIndex { $0.heading == heading },
        ImportMessages.rowsDiffer(heading, difference.first, difference.other))
    }
    if comparison.adds { draft.amend(comparison.merged, at: place) }
    let reference = ProjectReference(comparison.merged, at: place)
    var changes = KnownDetails.Changes()
    known.details.add(project, to: reference, &draft, &changes)
    for difference in changes.differences {
      ledger.doubt(
        line, ImportMessages.rowsDiffer(difference.heading, difference.first, difference.other))
    }
    return isNew || changes.areAny
  }

  /// Takes a state or a note that a report has beside that of its project into the report.
  private func take(
    _ difference: ProjectComparison.Difference, into project: inout PlanDraft.Project,
    _ table: DocumentTable
  ) -> Bool {
    guard !project.reports.isEmpty else { return false }
    switch difference.kind {
    case .status: return true
    case .extra(let heading):
      guard table.header.columns.contains(where: { $0.heading == heading && $0.kind == .note })
      else { return false }
      for place in project.reports.indices {
        project.reports[place].extras[heading] = difference.other
      }
      return true
    case .code, .investment, .place, .units, .content, .period, .category, .nature: return false
    }
  }

  /// Says how many rows of a table speak of projects that other tables have.
  mutating func note(_ known: KnownProjects, _ table: DocumentTable) {
    if known.repeated > 0 {
      ledger.doubt(table.headerLine, ImportMessages.rowsRepeated(known.repeated))
    }
    if known.joined > 0 {
      ledger.note(table.headerLine, ImportMessages.rowsJoinProjects(known.joined))
    }
  }
}
