import GRDB
import GRDBSQLite
import PlanQLData

/// A SQLite file that is read only.
struct SQLiteFile: Sendable {
  /// What messages call the file.
  let name: String
  /// Its tables and views, in the order in which they were made.
  let tables: [SQLiteTable]
  private let queue: DatabaseQueue

  /// Opens a file; what is wrong with it goes to the log.
  init?(_ path: String, as name: String, log: inout IssueLog) {
    self.name = name
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(2)
      self.queue = try DatabaseQueue(path: path, configuration: configuration)
      let (tables, failures) = try queue.read { database in
        try SQLiteFile.tables(database)
      }
      self.tables = tables
      for (view, reason) in failures { log.add(.unreadableView(reason), file: name + "/" + view) }
    } catch {
      log.add(.noDatabase(SQLiteFile.reason(error)), file: name)
      return nil
    }
  }

  /// The tables and views; those views apart that name what there is not, which say nothing that stands in no table.
  private static func tables(
    _ database: Database
  ) throws -> (tables: [SQLiteTable], failures: [(view: String, reason: String)]) {
    var tables: [SQLiteTable] = []
    var failures: [(view: String, reason: String)] = []
    for row in try Row.fetchAll(database, sql: SQLiteTable.listing) {
      let table = SQLiteTable(row)
      do {
        if table.isView { _ = try database.makeStatement(sql: table.query(columns: [])) }
        tables.append(table)
      } catch {
        failures.append((table.name, reason(error)))
      }
    }
    return (tables, failures)
  }

  /// Whether a file calls itself one of SQLite's; others have databases too.
  static func isMeant(_ name: String) -> Bool { name.lowercased().contains(".sqlite") }

  /// Whether a file begins as SQLite files do, or is empty, as the file of a database without tables may be.
  static func isLikely(_ path: String) -> Bool {
    guard let start = try? FileBytes.read(path, upTo: 16) else { return true }
    return start.isEmpty || start.starts(with: "SQLite format 3".utf8)
  }

  /// What SQLite says of an error.
  private static func reason(_ error: any Error) -> String {
    (error as? DatabaseError)?.message ?? "\(error)"
  }

  /// What messages and citations call a table of the file.
  func name(of table: SQLiteTable) -> String { name + "/" + table.name }

  /// Reads a table; nil where that fails, which is then reported.
  func records(of table: SQLiteTable, log: inout IssueLog) -> RecordTable? {
    let file = name(of: table)
    do {
      return try queue.read { database in
        var reading = SQLiteReading(
          try database.makeStatement(sql: table.query(columns: columns(of: table, database))),
          file: file, hasRowID: table.hasRowID)
        let records = try reading.read()
        log.append(reading.log)
        return records
      }
    } catch {
      log.add(.unreadableTable(SQLiteFile.reason(error)), file: file)
      return nil
    }
  }

  private func columns(of table: SQLiteTable, _ database: Database) throws -> Set<String> {
    guard table.hasRowID else { return [] }
    let names = try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table.name])
    return Set(names.map { $0.lowercased() })
  }
}

/// A table or a view of a SQLite file.
struct SQLiteTable: Sendable {
  let name: String
  /// Whether its rows have numbers: views have none, nor tables made without.
  let hasRowID: Bool
  let isView: Bool

  /// Lists what a file holds besides what SQLite keeps for itself.
  fileprivate static let listing = """
    SELECT list.name, list.type = 'table' AND list.wr = 0 AS has_row_id,
      list.type = 'view' AS is_view
    FROM pragma_table_list AS list JOIN sqlite_schema AS made ON made.name = list.name
    WHERE list.schema = 'main' AND list.type IN ('table', 'view', 'virtual')
      AND list.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND made.type IN ('table', 'view')
    ORDER BY made.rowid
    """

  fileprivate init(_ row: Row) {
    self.name = row[0]
    self.hasRowID = row[1]
    self.isView = row[2]
  }

  /// Selects the rows in order, first their numbers where they have any. A column may have taken one of the names
  /// for them.
  fileprivate func query(columns: Set<String>) -> String {
    let table = "\"\(name.replacing("\"", with: "\"\""))\""
    guard hasRowID,
      let number = ["rowid", "_rowid_", "oid"].first(where: { !columns.contains($0) })
    else { return hasRowID ? "SELECT NULL, * FROM \(table)" : "SELECT * FROM \(table)" }
    return "SELECT \(number), * FROM \(table) ORDER BY \(number)"
  }
}

/// Reads the rows that a statement gives.
private struct SQLiteReading {
  private let statement: Statement
  private let file: String
  private let firstColumn: Int
  private var builder: RecordTableBuilder
  private(set) var log = IssueLog()
  private var places: [Column] = []

  /// What is known of a column.
  private struct Column {
    let name: String
    /// Whether it is declared as one of truth values, which SQLite keeps as 0 and 1, and holds no others.
    var isBool: Bool
    var firstBlob: (line: Int, count: Int)?
    var hasValues = false
  }

  init(_ statement: Statement, file: String, hasRowID: Bool) {
    self.statement = statement
    self.file = file
    self.firstColumn = hasRowID ? 1 : 0
    self.builder = RecordTableBuilder(file: file, keepsPlaces: false)
    places = statement.columnNames.dropFirst(firstColumn).enumerated().map { place, name in
      let type = sqlite3_column_decltype(
        statement.sqliteStatement, Int32(place + firstColumn)
      ).map { String(cString: $0).uppercased() }
      return Column(name: name, isBool: type?.hasPrefix("BOOL") ?? false)
    }
  }

  mutating func read() throws -> RecordTable {
    let columns = places
    let table = try readRows()
    let others = places.indices.filter { columns[$0].isBool && !places[$0].isBool }
    guard !others.isEmpty else { return table }
    // A column that holds other numbers than 0 and 1 holds no truth values: they are read as they are.
    places = columns
    for place in others { places[place].isBool = false }
    log = IssueLog()
    builder = RecordTableBuilder(file: file, keepsPlaces: false)
    return try readRows()
  }

  private mutating func readRows() throws -> RecordTable {
    builder.setHeadings(places.map(\.name))
    let cursor = try Row.fetchCursor(statement)
    var count = 0
    while try cursor.next() != nil {
      count += 1
      let line = firstColumn == 1 ? Int(sqlite3_column_int64(statement.sqliteStatement, 0)) : count
      builder.beginRecord(line: Int64(line))
      for column in places.indices { readCell(column, line) }
    }
    for column in places { report(column) }
    return builder.finish()
  }

  private mutating func readCell(_ column: Int, _ line: Int) {
    let statement = statement.sqliteStatement
    let place = Int32(column + firstColumn)
    builder.moveToColumn(column)
    switch sqlite3_column_type(statement, place) {
    case SQLITE_NULL: return
    case SQLITE_INTEGER: add(integer: sqlite3_column_int64(statement, place), column)
    case SQLITE_FLOAT: add(number: sqlite3_column_double(statement, place))
    case SQLITE_BLOB:
      places[column].firstBlob =
        (places[column].firstBlob?.line ?? line, (places[column].firstBlob?.count ?? 0) + 1)
      return
    case _:
      let bytes = sqlite3_column_text(statement, place)
      let cell = CellBytes(start: bytes, count: Int(sqlite3_column_bytes(statement, place)))
      if !TextEncoding.isValid(cell) {
        log.add(.badText(places[column].name), file: file, line: line)
      } else {
        builder.add(cell, .text)
      }
    }
    places[column].hasValues = true
  }

  private mutating func add(integer: Int64, _ column: Int) {
    places[column].isBool = places[column].isBool && (integer == 0 || integer == 1)
    if places[column].isBool { return add(integer == 1 ? "true" : "false", .text) }
    add(String(integer), .number)
  }

  /// Adds a number that is no integer of SQLite's, and so none here.
  private mutating func add(number: Double) {
    let text = NumberText.shortest(number)
    let isWhole = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- 0x30 <= 9 }
    add(isWhole ? text + ".0" : text, .real)
  }

  private mutating func add(_ text: String, _ form: CellForm) {
    var text = text
    text.withUTF8 { _ = builder.add($0, form) }
  }

  /// A column of nothing but blobs has no values; among values they are a mistake.
  private mutating func report(_ column: Column) {
    guard let (line, count) = column.firstBlob else { return }
    if column.hasValues {
      log.add(.blob(column.name), file: file, line: line)
    } else {
      log.add(.blobs(count, column.name), file: file)
    }
  }
}
