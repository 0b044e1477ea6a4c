import CSQLite

/// SQLite in memory, with an index on what links rows.
struct SQLiteEngine {
  private let database: SQLiteDatabase

  /// Fills a database with the records of a data set.
  init(filledWith dataSet: DataSet) throws {
    database = try SQLiteDatabase()
    try database.execute(SQLiteEngine.schema + "; begin")
    let project = try database.prepare("insert into projects values (?,?,?,?,?,?,?,?,?)")
    let unit = try database.prepare("insert into project_units values (?,?)")
    for record in dataSet {
      let id = Cell.whole(Int64(record.id))
      try project.insert([
        id, .text(record.name), .text(record.category), .whole(Int64(record.investment)),
        .whole(Int64(record.startYear)), .whole(Int64(record.endYear)), .text(record.lead),
        .text(record.status), .text(record.approved),
      ])
      for name in record.units { try unit.insert([id, .text(name)]) }
    }
    try database.execute(
      "commit; create index units_of_projects on project_units(project_id); analyze")
  }

  private static let schema = """
    create table projects(
      id integer primary key, name text, category text, investment_wan integer,
      start_year integer, end_year integer, lead text, status text, approved text);
    create table project_units(project_id integer, unit text)
    """

  /// Answers all questions, each prepared once.
  func results(_ questions: [Question]) throws -> EngineResults {
    var measurements: [String: Measurement] = [:]
    for question in questions {
      let statement = try database.prepare(question.sql)
      let (answer, time) = try Timing.measure { try statement.answer() }
      measurements[question.id] = Measurement(answer: answer, milliseconds: time)
    }
    return EngineResults(
      name: "SQLite \(String(cString: sqlite3_libversion()))", loadMilliseconds: nil,
      measurements: measurements)
  }

  /// How long a small statement takes to prepare.
  func prepareMilliseconds() throws -> Double {
    try Timing.measure {
      try database.prepare(
        "select lead, count(*) from projects where investment_wan >= 1000 group by lead")
    }.milliseconds
  }
}

/// A connection to a database in memory.
final class SQLiteDatabase {
  fileprivate let handle: OpaquePointer

  init() throws {
    var handle: OpaquePointer?
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
      throw BenchmarkFailure("SQLite did not open")
    }
    self.handle = handle
  }

  deinit { sqlite3_close_v2(handle) }

  func execute(_ sql: String) throws {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  func prepare(_ sql: String) throws -> SQLiteStatement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    guard let statement else { throw BenchmarkFailure("SQLite prepared nothing") }
    return SQLiteStatement(statement, self)
  }

  fileprivate func check(_ code: Int32) throws {
    guard code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW else {
      throw BenchmarkFailure("SQLite: \(String(cString: sqlite3_errmsg(handle)))")
    }
  }
}

/// A prepared statement.
final class SQLiteStatement {
  private let handle: OpaquePointer
  private let database: SQLiteDatabase

  fileprivate init(_ handle: OpaquePointer, _ database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement with values bound.
  func insert(_ cells: [Cell]) throws {
    // SQLite copies a text that it is told may go away at once.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (place, cell) in cells.enumerated() {
      let place = Int32(place + 1)
      switch cell {
      case .whole(let whole): try database.check(sqlite3_bind_int64(handle, place, whole))
      case .number(let number): try database.check(sqlite3_bind_double(handle, place, number))
      case .text(let text):
        try database.check(sqlite3_bind_text(handle, place, text, -1, transient))
      }
    }
    try database.check(sqlite3_step(handle))
    try database.check(sqlite3_reset(handle))
  }

  /// Runs the statement and reads all rows.
  func answer() throws -> Answer {
    var rows: [[Cell]] = []
    while true {
      let code = sqlite3_step(handle)
      try database.check(code)
      guard code == SQLITE_ROW else { break }
      rows.append((0..<sqlite3_column_count(handle)).map(cell))
    }
    try database.check(sqlite3_reset(handle))
    return Answer(rows: rows)
  }

  private func cell(_ place: Int32) -> Cell {
    switch sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: .whole(sqlite3_column_int64(handle, place))
    case SQLITE_FLOAT: .number(sqlite3_column_double(handle, place))
    default: .text(sqlite3_column_text(handle, place).map { String(cString: $0) } ?? "")
    }
  }
}
