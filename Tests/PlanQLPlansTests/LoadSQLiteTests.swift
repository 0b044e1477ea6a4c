import GRDB
import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Tables of SQLite files")
struct LoadSQLiteTests {
  /// Loads a file that SQL makes, with other files beside it.
  private func load(_ sql: String, _ files: [String: String] = [:]) throws -> LoadedPlan {
    let folder = try TemporaryFolder(files)
    try makeDatabase(at: folder.path + "/d.sqlite", sql)
    return try PlanFolder.load([folder.path], threads: 2, blockSize: CSVFile.blockSize)
  }

  private func makeDatabase(at path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func errors(_ sql: String) throws -> [String] {
    do {
      _ = try load(sql)
      return []
    } catch let error as PlanLoadError {
      return error.issues.map { $0.text(.en) }
    }
  }

  @Test("tables and views are tables, in the order in which they were made")
  func tables() throws {
    let plan = try load(
      """
      CREATE TABLE b (x INTEGER PRIMARY KEY, y TEXT); INSERT INTO b VALUES (7, 'q'), (3, 'p');
      CREATE TABLE a (k TEXT PRIMARY KEY) WITHOUT ROWID; INSERT INTO a VALUES ('n'), ('m');
      CREATE VIEW c AS SELECT y, x * 2 AS "two x" FROM b ORDER BY x DESC;
      CREATE TABLE "o""d d" (rowid, _rowid_); INSERT INTO "o""d d" VALUES (1, 2);
      CREATE TABLE auto (id INTEGER PRIMARY KEY AUTOINCREMENT, z); INSERT INTO auto(z) VALUES (1);
      CREATE INDEX i ON b (y);
      """)
    #expect(plan.catalog.tables.map(\.definition.name.en) == ["b", "a", "c", "o\"d d", "auto"])
    #expect(try plan.values("b", "x") == [.int(3), .int(7)])
    #expect(try plan.values("a", "k") == [.text("m"), .text("n")])
    #expect(try plan.values("c", "two x") == [.int(14), .int(6)])
    #expect(try plan.values("o\"d d", "_rowid_") == [.int(2)])
    let sources = try requireValue(try plan.table("b").sources, "sources")
    #expect(sources.file == "d.sqlite/b")
    #expect([0, 1].map { sources.line(ofRow: $0) } == [3, 7])
    #expect(try plan.table("c").sources?.line(ofRow: 1) == 2)
    #expect(plan.issues.isEmpty)
  }

  @Test(
    "a column is what all of its values fit, whatever it is declared as",
    arguments: [
      ("INTEGER", "1, -2", DataType.int), ("", "1, 2", .int), ("REAL", "1, 2", .number),
      ("", "1, 2.5", .number), ("TEXT", "'1', '2'", .int), ("TEXT", "'007', '1'", .text),
      ("TEXT", "'1', 'N/A', ''", .int), ("TEXT", "'1.50', '2'", .number),
      ("BOOLEAN", "0, 1, NULL", .bool), ("BOOLEAN", "1, 2", .int), ("BOOL", "'x', 1", .text),
      ("INTEGER", "0, 1", .int), ("DATE", "'2021-03-05', '2021/3/6'", .date),
      ("", "9223372036854775807", .text), ("", "1e300, 2", .number), ("", "1e400", .text),
      ("", "1, 'x'", .text), ("TEXT", "NULL", .text), ("DECIMAL(9,2)", "1.10, 2", .number),
    ])
  func types(declared: String, values: String, type: DataType) throws {
    let rows = values.split(separator: ", ").map { "(\($0))" }.joined(separator: ", ")
    let plan = try load("CREATE TABLE t (c \(declared)); INSERT INTO t VALUES \(rows);")
    #expect(try plan.type("t", "c") == type)
  }

  @Test("numbers keep what SQLite has of them")
  func exactness() throws {
    let plan = try load(
      """
      CREATE TABLE projects (name, investment, share REAL, big);
      INSERT INTO projects VALUES ('a', 0.1, 0.1, 123456789012345678), ('b', 8000, 1e-7, -1),
        ('c', 1e-6, 1e21, 0);
      """, ["plan.yaml": "money_unit: 万元\n"])
    #expect(
      try plan.values("projects", "investment") == [
        wan(0.1), wan(8000), .money(Money(minorUnits: 1)),
      ])
    #expect(try plan.values("projects", "share") == [.number(0.1), .number(1e-7), .number(1e21)])
    #expect(try plan.values("projects", "big").first == .int(123_456_789_012_345_678))
  }

  @Test("amounts with more digits than a REAL keeps for certain are said")
  func uncertainAmounts() throws {
    let plan = try load(
      """
      CREATE TABLE projects (name, investment REAL);
      INSERT INTO projects VALUES ('a', 99999999999999.99), ('b', 0.1), ('c', 8000);
      """, ["plan.yaml": "money_unit: 元\n"])
    #expect(
      plan.issues.map(\.message.en) == [
        "1 amount of 'investment' kept as REAL with more digits than the 15 that are certain there"
      ])
  }

  @Test("texts are whole: with a zero in them, in UTF-16, with characters of all kinds")
  func texts() throws {
    let sql = "CREATE TABLE t (c); INSERT INTO t VALUES ('湿𝄞' || char(0) || 'x'), ('');"
    for encoding in ["UTF-8", "UTF-16le"] {
      let plan = try load("PRAGMA encoding = '\(encoding)';" + sql)
      #expect(try plan.values("t", "c") == [.text("湿𝄞\u{0}x"), .text("")])
    }
  }

  @Test("files that are no databases, broken views, blobs and broken texts are said")
  func mistakes() throws {
    #expect(
      try PlanQLPlansTests.errors([
        "d.sqlite": "a text that is long enough to be no database at all"
      ]) == [
        "d.sqlite: error: the file cannot be read as a SQLite database: file is not a database"
      ])
    let broken = try load("CREATE TABLE t (x); CREATE VIEW v AS SELECT y FROM t;")
    #expect(
      broken.issues.map { $0.text(.en) } == [
        "d.sqlite/v: warning: the view cannot be read and was left out: no such column: y"
      ])
    #expect(broken.catalog.table(named: "t") != nil && broken.catalog.table(named: "v") == nil)
    #expect(
      try errors("CREATE TABLE t (x); INSERT INTO t VALUES (1), (x'00ff');") == [
        "d.sqlite/t:2: error: 'x' holds a blob here, and values elsewhere (correct the row, or read a view without it)"
      ])
    #expect(
      try errors("CREATE TABLE t (x); INSERT INTO t VALUES (CAST(x'61ff' AS TEXT));") == [
        "d.sqlite/t:1: error: the text of 'x' is not UTF-8"
      ])
    let plan = try load(
      "CREATE TABLE t (x, y); INSERT INTO t VALUES (x'00', 1), (NULL, 2), (x'01', 3);")
    #expect(
      plan.issues.map { $0.text(.en) } == [
        "d.sqlite/t: warning: 'x' holds nothing but blobs (2), which are taken as missing"
      ])
    #expect(try plan.values("t", "x") == [.missing, .missing, .missing])
  }

  @Test("cells that cannot be read are named by table and row")
  func badCells() throws {
    let folder = try TemporaryFolder(["plan.yaml": "title: x\n"])
    try makeDatabase(
      at: folder.path + "/d.sqlite",
      "CREATE TABLE projects (name, investment); INSERT INTO projects VALUES ('a', 1), ('b', 'much');"
    )
    let error = #expect(throws: PlanLoadError.self) { try PlanFolder.load(folder.path) }
    #expect(
      error?.text(.en).hasPrefix(
        "d.sqlite/projects:2: error: 'investment' must be an amount of money, and this is 'much'")
        == true)
  }

  @Test("the record of the plan is one, and its settings are YAML")
  func planRecords() throws {
    let folder = try TemporaryFolder([:])
    let path = folder.path + "/d.db"
    try makeDatabase(at: path, "CREATE TABLE plan (title, settings);")
    #expect(try PlanFolder.load(path).catalog.tables.count > 10)
    try makeDatabase(at: path, "INSERT INTO plan VALUES ('a', 'periods: ['), ('b', '');")
    #expect(throws: PlanLoadError.self) { try PlanFolder.load(path) }
    try makeDatabase(at: path, "DELETE FROM plan WHERE title = 'b';")
    let error = #expect(throws: PlanLoadError.self) { try PlanFolder.load(path) }
    #expect(error?.text(.en).hasPrefix("d.db/plan.settings:") == true)
    try makeDatabase(at: path, "UPDATE plan SET settings = 'title: c';")
    #expect(
      #expect(throws: PlanLoadError.self) { try PlanFolder.load(path) }?.text(.en).contains(
        "'title' stands twice") == true)
  }
}
