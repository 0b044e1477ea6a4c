import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("plan.yaml")
struct LoadSettingsTests {
  private func errors(_ yaml: String, _ csv: String = "name,a\nx,1\n") throws -> [String] {
    try PlanQLPlansTests.errors(["plan.yaml": yaml, "projects.csv": csv])
  }

  @Test("fields of the plan are read by either spelling")
  func record() throws {
    let plan = try load([
      "plan.yaml":
        "标题: 规划\nlevel: 区县\n规划期: 2021-2025\ncurrency: USD\nlanguage: en\n截至日期: 2023/6/30\n"
    ])
    #expect(try plan.values("plan", "level") == [.enumeration(3)])
    #expect(try plan.values("plan", "horizon") == [period("2021..2025")])
    #expect(plan.catalog.asOf == Day(iso: "2023-06-30"))
    #expect(plan.catalog.language == .en)
    #expect(plan.catalog.currency == Currency("USD"))
    #expect(try plan.type("projects", "investment") == .money(Currency("USD")))
  }

  @Test("a field that stands in both spellings is refused, whatever it says")
  func bothSpellings() throws {
    #expect(try errors("title: a\n标题: b\n") == ["plan.yaml:2:5: error: '标题' stands twice"])
  }

  @Test("a table that is declared under both of its names is refused")
  func bothTableNames() throws {
    #expect(
      try errors("tables:\n  projects: {label: a}\n  项目: {label: b}\n") == [
        "plan.yaml:3:3: error: '项目' stands twice"
      ])
  }

  @Test("names of a table that are those of another are refused")
  func takenNames() throws {
    for setting in ["label: 单位", "row: unit", "row_label: 项目"] {
      let found = try PlanQLPlansTests.errors(
        ["plan.yaml": "tables: {credit: {\(setting)}}\n", "credit.csv": "a\n1\n"], withHelp: false)
      #expect(found.count == 1 && found[0].contains("already"))
    }
  }

  @Test("files outside the folder of a plan are none of it")
  func filesOutside() throws {
    let folder = try TemporaryFolder([
      "h.csv": "a\n1\n", "p/plan.yaml": "tables: {t: {file: ../h.csv}}\n",
    ])
    let error = #expect(throws: PlanLoadError.self) { try PlanFolder.load(folder.path + "/p") }
    #expect(error?.issues.map(\.message.en) == ["there is no file '../h.csv' in the plan's folder"])
  }

  @Test("a number of months or days says which, in the cell or in the declaration")
  func durations() throws {
    func load(_ field: String, _ cell: String) throws -> LoadedPlan {
      try PlanQLPlansTests.load([
        "plan.yaml": "tables: {t: {fields: {a: \(field)}}}\n", "t.csv": "n,a\n1,\(cell)\n",
      ])
    }
    #expect(try load("duration", "6个月").values("t", "a") == [.duration(6, .months)])
    #expect(try load("{type: duration, unit: 天}", "90").values("t", "a") == [.duration(90, .days)])
    for cell in ["90", "90天"] {
      let error = #expect(throws: PlanLoadError.self) { try load("duration", cell) }
      #expect(error?.issues.first?.help?.en.contains("unit: 天") == true)
    }
  }

  @Test("what the reader of YAML says is told in either language")
  func yamlWords() throws {
    let error = #expect(throws: PlanLoadError.self) {
      try load(["plan.yaml": "title: [1\n", "t.csv": "a\n1\n"])
    }
    #expect(error?.issues.map(\.message.zh) == ["YAML 语法有误：列表缺少“,”或“]”"])
  }

  @Test("units that the plan declares stand behind numbers in cells")
  func declaredUnits() throws {
    let plan = try load([
      "plan.yaml": """
      measure_units: {plot: {is: 12.5 亩, label: 地块, aliases: [宗]}, PE: {label: 人口当量}}
      tables: {sites: {fields: {area: {type: number, unit: 亩}, load: {unit: PE}}}}

      """,
      "sites.csv": "name,area,load\n甲,2地块,1000PE\n乙,2 宗,20人口当量\n丙,25亩,5\n",
    ])
    let areas = try plan.values("sites", "area")
    #expect(areas[0] == areas[2] && areas[1] == areas[2])
    #expect(try plan.values("sites", "load") == [.number(1000), .number(20), .number(5)])
  }

  @Test("an empty plan.yaml is a plan")
  func empty() throws {
    for yaml in ["", "# nothing\n", "title:\n"] {
      #expect(try load(["plan.yaml": yaml]).catalog.tables.count == StandardTables.all.count)
    }
  }

  @Test("keys that mean nothing are placed, and like ones offered")
  func unknownKeys() throws {
    #expect(
      try errors("titel: x\ntables:\n  projects:\n    fields:\n      name: {fron: a}\n") == [
        "plan.yaml:1:1: error: 'titel' means nothing in 'plan.yaml' (did you mean 'title'?)",
        "plan.yaml:5:14: error: 'fron' means nothing in 'name' (did you mean 'from'?)",
      ])
  }

  @Test(
    "broken YAML is placed",
    arguments: [
      ("title: [1, 2\n", "plan.yaml:2:1: "), ("a: b: c\n", "plan.yaml:1:5: "),
      ("title: x\ntitle: y\n", "plan.yaml:"), ("\tx: 1\n", "plan.yaml:1:1: "),
    ])
  func brokenYAML(yaml: String, place: String) throws {
    let lines = try errors(yaml)
    #expect(lines.count == 1 && lines[0].hasPrefix(place), "\(lines)")
  }

  @Test(
    "settings that cannot be are placed",
    arguments: [
      ("horizon: soon", "plan.yaml:1:10: error: 'horizon' must be a period, and this is 'soon'"),
      ("money_unit: 亩", "plan.yaml:1:13: error: '亩' is no unit of money"),
      ("language: fr", "plan.yaml:1:11: error: 'fr' is no language"),
      ("currency: yuan", "plan.yaml:1:11: error: 'yuan' is no currency"),
      ("periods: {x: 5}", "plan.yaml:1:14: error: 'x' must be a period, and this is '5'"),
      ("tables: 5", "plan.yaml:1:9: error: 'tables' must be made of lines 'name: value'"),
      (
        "tables: {projects: {fields: {a: {type: nunber}}}}",
        "plan.yaml:1: error: there is no type or table 'nunber' (did you mean 'number'?)"
      ),
      (
        "tables: {projects: {fields: {a: {unit: 畝}}}}",
        "plan.yaml:1:40: error: there is no unit '畝'"
      ),
      (
        "tables: {projects: {fields: {a: {type: text, unit: 亩}}}}",
        "plan.yaml:1: error: the unit 'mu' does not go with text"
      ),
      (
        "tables: {projects: {fields: {b: {from: aa}}}}",
        "plan.yaml:1: error: no heading 'aa' in 'projects.csv'"
      ),
      (
        "tables: {projects: {fields: {investment: {from: [name, a]}}}}",
        "plan.yaml:1: error: 'investment' is read from two columns but is no period"
      ),
      (
        "tables: {projects: {key: nr}}",
        "plan.yaml:1: error: no field 'nr' in 'projects'"
      ),
      (
        "tables: {projects: {fields: {a: {values: [x, x]}}}}",
        "plan.yaml:1: error: the value 'x' of 'a' stands twice"
      ),
      (
        "units: {aliases: {甲: [乙]}}",
        "plan.yaml:1: error: aliases for '甲', but no unit is called that"
      ),
    ])
  func badSettings(yaml: String, message: String) throws {
    let lines = try errors(yaml)
    #expect(lines.contains { $0.hasPrefix(message) }, "\(lines)")
  }

  @Test("declaring a field of a standard table overrides it")
  func overriding() throws {
    let plan = try load([
      "plan.yaml": """
      tables:
        projects:
          fields:
            status: 文本
            investment: {from: a, unit: 亿元}
            lead: {link: units}
            tags: {type: [text], separator: /}
      """,
      "projects.csv": "name,a,status,lead,tags\nx,1,随便,甲,p/q\n",
    ])
    #expect(try plan.values("projects", "status") == [.text("随便")])
    #expect(try plan.values("projects", "investment") == [wan(10_000)])
    #expect(try plan.values("projects", "tags") == [.list([.text("p"), .text("q")])])
    let projects = try plan.table("projects").definition
    let lead = try requireValue(projects.field(named: "lead"), "lead")
    #expect(projects.fields[lead].inverse == Name("led_projects", "牵头项目"))
  }

  @Test(
    "types are read in both spellings",
    arguments: [
      ("int", DataType.int), ("整数", .int), ("数值", .number), ("money", .money(.yuan)), ("文本", .text),
      ("日期", .date), ("period", .period), ("时长", .duration(.months)), ("是否", .bool),
      ("unit", .entity("units")), ("项目", .entity("projects")),
      ("\"[单位]\"", .list(.entity("units"))),
      ("[int]", .list(.int)),
    ])
  func types(text: String, type: DataType) throws {
    let plan = try load([
      "plan.yaml": "tables: {t: {fields: {a: {type: \(text)}}}}\n", "t.csv": "a,b\n,1\n",
    ])
    #expect(try plan.type("t", "a") == type)
  }

  @Test("a column can be read into two fields")
  func sharedColumns() throws {
    let plan = try load([
      "plan.yaml": """
      tables:
        t:
          fields:
            span: {from: [start, end]}
            start: {from: start, type: int}
            last: {from: end, type: period}
      """,
      "t.csv": "start,end\n2021,2023\n",
    ])
    #expect(try plan.table("t").definition.fields.map(\.name.en) == ["span", "start", "last"])
    #expect(try plan.values("t", "span") == [period("2021..2023")])
    #expect(try plan.values("t", "start") == [.int(2021)])
    #expect(try plan.values("t", "last") == [period("2023")])
  }
}
