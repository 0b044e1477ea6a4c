import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Errors of JSON and YAML files")
struct LoadRecordErrorTests {
  @Test(
    "JSON that is none is placed at the first character that is wrong",
    arguments: [
      ("[{\"a\": 1,}]", "1:10: error: a JSON record must go on with a name in double quotes"),
      ("[{\"a\": 1} {\"a\": 2}]", "1:11: error: ',' or ']' must follow an element of a JSON list"),
      ("[{\"a\": 1 \"b\": 2}]", "1:10: error: ',' or '}' must follow an entry of a JSON record"),
      ("[{\"a\" 1}]", "1:7: error: a ':' must follow a name in JSON"),
      ("[{\"a\": 1},]", "1:11: error: a JSON value is missing here"),
      ("[{\"a\":\n  01}]", "2:3: error: this is no number as JSON writes it"),
      ("[{\"a\": .5}]", "1:8: error: a JSON value is missing here"),
      ("[{\"a\": 1.}]", "1:8: error: this is no number as JSON writes it"),
      ("[{\"湿地\": True}]", "1:9: error: JSON knows no word 'True'"),
      ("[{\"a\": NaN}]", "1:8: error: JSON knows no word 'NaN'"),
      ("[{a: 1}]", "1:3: error: a JSON record must go on with a name in double quotes"),
      ("[{\"a\": \"x}]", "1:8: error: the double quote that opens this text is never closed"),
      (
        "[{\"a\": \"x\ny\"}]",
        "1:10: error: a line end or another control character stands in a JSON text"
      ),
      ("[{\"a\": \"\\x\"}]", "1:9: error: JSON knows no such escape"),
      ("[{\"a\": \"\\u12g4\"}]", "1:9: error: JSON knows no such escape"),
      ("[{\"a\": \"\\ud834x\"}]", "1:9: error: this escape stands for half a character"),
      ("[{\"a\": \"\\udd1e\"}]", "1:9: error: this escape stands for half a character"),
      ("[{\"a\": 1}", "1:10: error: the file ends within a JSON value"),
      ("", "1:1: error: the file ends within a JSON value"),
      ("[] // none", "1:4: error: something follows after the end of the JSON value"),
      ("[{\"a\": 1}]\n[]", "2:1: error: something follows after the end of the JSON value"),
    ])
  func syntax(text: String, message: String) throws {
    #expect(try errors(["t.json": text], withHelp: false) == ["t.json:" + message])
  }

  @Test("values that no table has a place for are placed, all of them at once")
  func shapes() throws {
    #expect(
      try errors(
        [
          "t.json": """
          [{"a": 1, "a": 2},
           {"a_b": 1, "a": {"b": 2}},
           7, [1],
           {"l": [1, null], "m": [[1]], "n": [{"x": 1}]}]
          """
        ], withHelp: false) == [
          "t.json:1:11: error: 'a' stands twice", "t.json:2:19: error: 'a_b' stands twice",
          "t.json:3:2: error: a row must be a record of names and values",
          "t.json:3:5: error: a row must be a record of names and values",
          "t.json:4:12: error: an element of the list 'l' is null",
          "t.json:4:25: error: the list 'm' holds records or lists, which no cell can",
          "t.json:4:37: error: the list 'n' holds records or lists, which no cell can",
        ])
  }

  @Test("cells that do not fit are placed where they stand")
  func cells() throws {
    #expect(
      try errors(
        [
          "plan.yaml": "money_unit: 万元\n",
          "projects.json":
            "[{\"name\": \"a\",\n  \"investment\": \"much\", \"place\": [\"x\"]},\n {\"investment\": 1}]",
          "milestones.yaml": "- project: a\n  name: [x, y]\n  due: 2021-02-29\n",
          "indicators.jsonl": "{\"name\": \"i\", \"target\": [1]}\n",
        ], withHelp: false) == [
          "projects.json:2:17: error: 'investment' must be an amount of money, and this is 'much'",
          "projects.json:2:34: error: 'place' must be a text, and this is '[\"x\"]'",
          "projects.json:3: error: 'name' is missing in this row",
          "indicators.jsonl:1:25: error: 'target' must be a number, and this is '[1]'",
          "milestones.yaml:2:9: error: 'name' must be a text, and this is '[\"x\",\"y\"]'",
          "milestones.yaml:3:8: error: 'due' must be a date, and this is '2021-02-29'",
        ])
  }

  @Test("JSON Lines has a record a line")
  func lines() throws {
    #expect(
      try errors(["t.jsonl": "{\"a\": 1} {\"a\": 2}\n"], withHelp: false) == [
        "t.jsonl:1:10: error: something follows after the end of the JSON value"
      ])
    #expect(
      try errors(["t.jsonl": "{\"a\": 1}\n[1]\n"], withHelp: false) == [
        "t.jsonl:2:1: error: a row must be a record of names and values"
      ])
    #expect(
      try errors(["t.jsonl": "{\"a\": 1}\n{\"a\": \n"], withHelp: false) == [
        "t.jsonl:3:1: error: the file ends within a JSON value"
      ])
  }

  @Test("YAML that is none is placed, and so is a name that stands twice")
  func yaml() throws {
    let broken = try errors(["t.yaml": "- a: [1\n- b: 2\n"], withHelp: false)
    #expect(broken.count == 1 && broken[0].hasPrefix("t.yaml:2:4: error: this is no valid YAML: "))
    let twice = try errors(["t.yaml": "- a: 1\n  a: 2\n"], withHelp: false)
    #expect(twice == ["t.yaml:1:3: error: 'a' stands twice"])
    #expect(
      try errors(["t.yaml": "- [1]: 2\n"], withHelp: false)
        == ["t.yaml:1:3: error: the name of an entry must be a text"])
  }

  @Test("what lies too deep, or stands for too much, is refused")
  func monsters() throws {
    for (name, text) in [
      ("t.json", String(repeating: "[", count: 100_000)),
      ("t.json", String(repeating: "{\"a\":", count: 1000)),
      ("t.yaml", String(repeating: "[", count: 500) + String(repeating: "]", count: 500)),
    ] {
      #expect(try errors([name: text], withHelp: false).count == 1)
    }
    var bomb = "- &a0 [x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      bomb +=
        "- &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", ")
        + "]\n"
    }
    let found = try errors(["t.yaml": bomb], withHelp: false)
    #expect(found.count == 1 && found[0].hasSuffix("stand for far more than is written in it"))
  }

  @Test("one name is one table, in plans and without")
  func twoFiles() throws {
    #expect(
      try errors(["t.csv": "a\n1\n", "t.json": "[]"], withHelp: false)
        == ["t.json: error: 't.csv' is already the file of 't'"])
    #expect(
      try errors(["plan.yaml": "title: x\n", "plan.json": "{}"], withHelp: false)
        == ["plan.json: error: the plan is described in 'plan.yaml' already"])
    let folder = try TemporaryFolder(["x.json": #"{"a": 1}"#])
    let error = #expect(throws: PlanLoadError.self) { try PlanFolder.load(folder.path + "/x.json") }
    #expect(
      error?.text(.en)
        == "x.json: error: the file holds no table: neither a list of records nor such lists by name"
    )
  }

  @Test("random bytes never bring it down", arguments: 0..<60)
  func randomBytes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-", "e5", ".", "\n", " ", "null", "true",
      "\\u12", "- ",
      "a: ", "&x ", "*x ", "'", "湿", "#",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...60, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }
    for _ in 0..<20 {
      do {
        _ = try load([
          "a.json": text(), "b.jsonl": text(), "c.yaml": text(), "plan.yaml": "title: x\n",
        ])
      } catch let error as PlanLoadError {
        #expect(error.errorCount > 0)
      }
    }
  }
}
