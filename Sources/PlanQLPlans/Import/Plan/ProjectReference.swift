import PlanQLData

/// The project that a record belongs to, with all that it may be called by.
struct ProjectReference: StoredRecord {
  /// Its place among the projects.
  let place: Int
  let number: Int?
  let name: String

  init(_ project: PlanDraft.Project, at place: Int) {
    self.place = place
    self.number = project.number
    self.name = project.name
  }

  func write(to bytes: inout RecordWriter) {
    bytes.write(place)
    bytes.write(number)
    bytes.write(name)
  }

  init(from bytes: inout RecordReader) {
    place = bytes.int()
    number = bytes.optionalInt()
    name = bytes.string()
  }
}

/// Something that a project has several of, as a record of the table of those.
struct ProjectDetail<Detail: DetailRecord>: DraftRecord {
  let project: ProjectReference
  let detail: Detail

  static var declaration: TableDeclaration { Detail.declaration }
  static var columns: [String] { ["project"] + Detail.columns }
  static var keptColumns: [Int] { [0] + Detail.keptColumns.map { $0 + 1 } }
  var extras: [String: String] { detail.extras }
  static var hasOrigins: Bool { Detail.hasOrigins }
  var origin: ImportPlace? { detail.origin }

  init(_ detail: Detail, of project: ProjectReference) {
    self.project = project
    self.detail = detail
  }

  func note(in facts: inout TableFacts) {
    for (column, cell) in detail.cells.enumerated() { facts.note(column + 1, cell != nil) }
  }

  func cells(at place: Int, in files: PlanFiles) -> [String?] {
    [files.name(of: project)] + detail.cells
  }

  func write(to bytes: inout RecordWriter) {
    project.write(to: &bytes)
    detail.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    project = ProjectReference(from: &bytes)
    detail = Detail(from: &bytes)
  }
}

/// What a project has several of.
protocol DetailRecord: StoredRecord {
  static var declaration: TableDeclaration { get }
  /// The columns beside that of the project.
  static var columns: [String] { get }
  /// The columns that are written though they may be blank in every row.
  static var keptColumns: [Int] { get }
  var extras: [String: String] { get }
  static var hasOrigins: Bool { get }
  var origin: ImportPlace? { get }
  var cells: [String?] { get }
}
