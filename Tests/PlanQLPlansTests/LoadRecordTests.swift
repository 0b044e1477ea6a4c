import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Tables of records: JSON, JSON Lines, YAML")
struct LoadRecordTests {
  /// The same three records in each format.
  private static let formats = [
    "t.json": #"[{"a": 1, "b": "x"}, {"b": "", "c": true}, {"a": null, "b": null}]"#,
    "t.jsonl":
      "{\"a\": 1, \"b\": \"x\"}\n\n{\"b\": \"\", \"c\": true}\n{\"a\": null, \"b\": null}\n",
    "t.yaml": "- {a: 1, b: x}\n- b: ''\n  c: true\n- {a: ~, b: }\n",
  ]

  @Test(
    "a record may leave out what it has not; columns stand as they first come up",
    arguments: formats.keys.sorted())
  func records(name: String) throws {
    let plan = try load([name: try #require(Self.formats[name])])
    #expect(try plan.table("t").definition.fields.map(\.name.en) == ["a", "b", "c"])
    #expect(try plan.values("t", "a") == [.int(1), .missing, .missing])
    #expect(try plan.values("t", "b") == [.text("x"), .text(""), .missing])
    #expect(try plan.values("t", "c") == [.missing, .bool(true), .missing])
    #expect(
      plan.issues.map(\.message.en) == [
        "the row has no value in any cell, and counts like any other"
      ])
  }

  @Test("what holds entries in one record is no column where it is null in another")
  func nullGroups() throws {
    let plan = try load([
      "t.json":
        #"[{"j": null, "k": null, "l": 1}, {"j": {"x": 1, "y": {"z": 2}}, "l": 2}, {"j": null, "l": 3}]"#
    ])
    #expect(try plan.table("t").definition.fields.map(\.name.en) == ["k", "l", "j_x", "j_y_z"])
    #expect(try plan.values("t", "l") == [.int(1), .int(2), .int(3)])
    #expect(try plan.values("t", "j_x") == [.missing, .int(1), .missing])
    let mixed = try load(["t.json": #"[{"j": 5}, {"j": {"x": 1}}]"#])
    #expect(try mixed.values("t", "j") == [.int(5), .missing])
  }

  @Test("numbers are read from their digits, never rounded on the way")
  func exactNumbers() throws {
    let plan = try load([
      "plan.yaml": "title: x\n",
      "projects.json": """
      [{"name": "a", "investment": 90071992547409.93, "code": 1.50, "big": 123456789012345678},
       {"name": "b", "investment": 1.5e-1, "code": "007", "big": 1},
       {"name": "c", "investment": 12E2, "code": -0.0, "big": 2}]
      """,
    ])
    let amounts = [9_007_199_254_740_993, 15, 120_000].map { Value.money(Money(minorUnits: $0)) }
    #expect(try plan.values("projects", "investment") == amounts)
    #expect(try plan.values("projects", "code") == [.text("1.50"), .text("007"), .text("-0.0")])
    #expect(try plan.values("projects", "big").first == .int(123_456_789_012_345_678))
  }

  @Test(
    "a column is what all of its cells fit, whether they are texts or numbers",
    arguments: [
      ("1, 2", DataType.int), ("\"1\", 2", .int), ("1, 2.0", .number), ("1e3, 2", .number),
      ("\"1e3\", 2", .text), ("1, \"x\"", .text), ("1, \"N/A\"", .int), ("1, null, \"\"", .int),
      ("1234567890123456789", .text), ("true, false", .bool), ("\"true\", false", .bool),
      ("true, 1", .text), ("\"2021-03-05\", \"2021年3月5日\"", .date), ("[1, 2], [3]", .list(.int)),
      ("[1], [2.5], []", .list(.number)), ("[\"a\"], \"b\"", .list(.text)),
      ("[\"2021-03-05\"]", .list(.date)), ("[true], null", .list(.bool)),
      ("[1, \"-\"]", .list(.text)), ("\"x\", \"y\", [1]", .list(.text)),
    ])
  func types(cells: String, type: DataType) throws {
    let lines = LoadRecordTests.parts(of: cells).map { "{\"c\": \($0)}\n" }.joined()
    #expect(try load(["t.jsonl": lines]).type("t", "c") == type)
  }

  /// The parts between commas outside of brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  @Test("lists keep elements that hold a separator; a text that is one element stays one")
  func lists() throws {
    let plan = try load([
      "plan.yaml": "title: x\n",
      "projects.json": """
      [{"name": "a", "units": ["各镇(街)、园区", "水利局"], "tags": ["x,y", 1, true]},
       {"name": "b", "units": "环保局、水利局", "tags": "p、q"},
       {"name": "c", "units": [], "tags": "[\\"r\\", \\"s\\"]"}]
      """,
    ])
    #expect(
      try plan.titles("projects", "units") == [["各镇(街)、园区", "水利局"], ["环保局", "水利局"], []])
    #expect(
      try plan.values("projects", "tags") == [
        .list([.text("x,y"), .text("1"), .text("true")]), .list([.text("p、q")]),
        .list([.text("r"), .text("s")]),
      ])
    #expect(try plan.titles("projects", "lead") == [["各镇(街)、园区"], ["环保局"], []])
  }

  @Test("records in records are columns with the names of both")
  func nestedRecords() throws {
    let plan = try load([
      "plan.yaml": "tables: {projects: {fields: {period: {from: [span_from, span_to]}}}}\n",
      "projects.json": """
      [{"name": "a", "span": {"from": 2021, "to": 2023}, "site": {"town": {"no": 7}, "river": "淮"}}]
      """,
    ])
    #expect(try plan.values("projects", "period") == [period("2021..2023")])
    #expect(try plan.values("projects", "site_town_no") == [.int(7)])
    #expect(try plan.values("projects", "site_river") == [.text("淮")])
  }

  @Test("rows keep the line on which they begin")
  func sources() throws {
    let plan = try load([
      "a.json": "[\n  {\"x\": 1},\n  {\n    \"x\": 2}, {\"x\": 3}]",
      "b.jsonl": "{\"x\":1}\n\n{\"x\":2}",
      "c.yaml": "# facts\n- x: 1\n  y: 2\n-\n  x: 3\n",
    ])
    func lines(_ table: String) throws -> [Int?] {
      let table = try plan.table(table)
      return (0..<table.count).map { table.sources?.line(ofRow: $0) }
    }
    #expect(try lines("a") == [2, 3, 4])
    #expect(try lines("b") == [1, 3])
    #expect(try lines("c") == [2, 5])
  }

  @Test("escapes of JSON stand for their characters")
  func escapes() throws {
    let plan = try load(["t.json": #"[{"\u0061": "\"\\\/\b\f\n\r\t\u6E7F\ud834\udd1e€"}]"#])
    #expect(try plan.values("t", "a") == [.text("\"\\/\u{8}\u{C}\n\r\t湿𝄞€")])
  }

  @Test("texts of YAML in quotes are texts, words and numbers without are what JSON has them for")
  func scalars() throws {
    let plan = try load([
      "t.yaml": """
      - {a: 1e3, b: '1e3', c: yes, d: "~", e: 2021-03-05, f: 0o7}
      - {a: 2, b: '2', c: no, d: null, e: 2021/3/6, f: 1_000}
      """
    ])
    #expect(try plan.values("t", "a") == [.number(1000), .number(2)])
    #expect(try plan.values("t", "b") == [.text("1e3"), .text("2")])
    #expect(try plan.values("t", "c") == [.text("yes"), .text("no")])
    #expect(try plan.values("t", "d") == [.text("~"), .missing])
    #expect(try plan.type("t", "e") == .date)
    #expect(try plan.type("t", "f") == .text)
  }

  @Test("many records are read alike, however many threads there are", arguments: [1, 2, 3])
  func blocks(threads: Int) throws {
    let rows = (0..<150_000).map { row in
      row == 100_000 ? "{\"late\":1}\n" : "{\"n\":\(row),\"t\":\"\(row % 97)号\"}\n"
    }
    let plan = try load(["t.jsonl": rows.joined()], threads: threads)
    let numbers = try plan.values("t", "n")
    #expect(numbers.count == 150_000)
    #expect(numbers[99_999] == .int(99_999) && numbers[100_000] == .missing)
    #expect(try plan.values("t", "t")[149_999] == .text("\(149_999 % 97)号"))
    #expect(try plan.values("t", "late").filter { $0 == .int(1) }.count == 1)
  }

  @Test("a document of lists by name is a table each")
  func severalTables() throws {
    let plan = try load([
      "data.json": #"{"projects": [{"name": "a"}], "units": []}"#,
      "more.yml": "visits:\n  - x: 1\n",
    ])
    #expect(plan.catalog.tables.map(\.definition.name.en) == ["projects", "units", "visits"])
    #expect(try plan.table("projects").sources?.file == "data.json")
  }

  @Test("plan.yaml names a file, and a table in it")
  func namedFiles() throws {
    let plan = try load([
      "plan.yaml": """
      tables:
        projects: {file: lists/data.json/works}
        visits: {file: lists/visits.yaml}
        units: {file: all.json}
      """,
      "lists/data.json": #"{"works": [{"name": "a"}], "other": [{"x": 1}]}"#,
      "lists/visits.yaml": "- x: 1\n", "all.json": #"{"units": [{"name": "u"}], "rest": []}"#,
    ])
    #expect(try plan.values("projects", "name") == [.text("a")])
    #expect(try plan.values("visits", "x") == [.int(1)])
    #expect(try plan.values("units", "name") == [.text("u")])
    #expect(try plan.values("other", "x") == [.int(1)])
  }
}
