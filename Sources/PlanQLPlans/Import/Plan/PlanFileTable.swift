import PlanQLData

/// A table of a plan that is written to a file, without the columns that are blank in every row.
struct PlanFileTable {
  let name: String
  /// What the rows of projects are in it; nil where it has none.
  private(set) var part: ProjectPart?
  private let header: [String]
  private let kept: [Int]
  /// The rows before those of projects, and the ones after them.
  private var before: [[String?]] = []
  private var after: [[String?]] = []
  private var stored: Stored?

  /// Rows that are kept one after the other.
  enum Stored {
    case further(PlanDraft.FurtherTable)
    /// Milestones with the headings of their further columns, and what projects are called.
    case milestones(
      RecordStore<PlanDraft.Milestone>, [String], (PlanDraft.Milestone) -> String)
  }

  /// A table of rows that are in memory, and perhaps of those that projects give, which fill some
  /// columns; nil where there are no rows. The first columns are kept, blank or not.
  init?(
    _ name: String, _ header: [String], _ before: [[String?]] = [], after: [[String?]] = [],
    ofProjects filled: Set<Int> = [], as part: ProjectPart? = nil, keep: Int = 1
  ) {
    guard !before.isEmpty || !after.isEmpty || !filled.isEmpty else { return nil }
    self.name = name
    self.part = filled.isEmpty ? nil : part
    self.header = header
    self.before = before
    self.after = after
    self.kept = header.indices.filter { column in
      filled.contains(column) || column < keep || before.contains { $0[column] != nil }
        || after.contains { $0[column] != nil }
    }
  }

  /// A table of rows that are kept one after the other, without some columns.
  init(_ name: String, _ header: [String], dropping dropped: [Int], rows: Stored) {
    self.name = name
    self.header = header
    self.kept = header.indices.filter { !dropped.contains($0) }
    self.stored = rows
  }

  /// Writes the headings, and the rows before those of projects.
  func writeStart(to text: OutputText) {
    text.writeRow(header, kept)
    for row in before { write(row, to: text) }
    switch stored {
    case .further(let table):
      for row in table.rows {
        let cells = table.headings.map { row.cells[$0] }
        write(cells + (table.hasSources ? PlanFiles.source(row.place) : []), to: text)
      }
    case .milestones(let milestones, let headings, let project):
      for milestone in milestones {
        let cells = [
          project(milestone), milestone.name, milestone.due?.description,
          milestone.doneOn?.description,
        ]
        write(
          cells + headings.map { milestone.extras[$0] } + PlanFiles.source(milestone.place),
          to: text)
      }
    case nil: break
    }
  }

  /// Writes the rows after those of projects.
  func writeEnd(to text: OutputText) {
    for row in after { write(row, to: text) }
  }

  private func write(_ row: [String?], to text: OutputText) { text.writeRow(row, kept) }

  /// Writes a row after what stands in `bytes`.
  func append(_ row: [String?], to bytes: inout [UInt8]) { CSVText.append(row, kept, to: &bytes) }
}

/// What the rows are that a project has in a table.
enum ProjectPart {
  case project, responsibilities, budgets, funding, progress
}
