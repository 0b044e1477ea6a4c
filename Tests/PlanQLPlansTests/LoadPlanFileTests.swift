import GRDB
import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Plans in one file")
struct LoadPlanFileTests {
  private func load(_ name: String, _ text: String) throws -> LoadedPlan {
    let folder = try TemporaryFolder([name: text])
    return try PlanFolder.load(folder.path + "/" + name)
  }

  private func expectPlan(_ plan: LoadedPlan) throws {
    #expect(plan.catalog.tables.map(\.definition.name.en).contains("measures"))
    #expect(try plan.values("plan", "title") == [.text("规划")])
    #expect(try plan.values("projects", "investment") == [wan(800)])
    #expect(try plan.titles("projects", "units") == [["水利局"]])
    #expect(try plan.values("visits", "area") == [.number(3)])
    #expect(plan.catalog.namedPeriods.map(\.name) == [Name("前期")])
  }

  private static let yaml = """
    title: 规划
    money_unit: 万元
    periods: {前期: 2021..2022}
    tables: {visits: {fields: {area: number}}}
    projects:
      - {name: a, 投资额: 800, units: [水利局]}
    units:
      - {name: 水利局}
    visits: [{area: 3}]
    """

  @Test("cells may name the periods that the plan names, as those that it does not")
  func namedPeriodsInCells() throws {
    let plan = try PlanQLPlansTests.load([
      "plan.yaml": "periods:\n  攻坚期: {period: 2022..2023, label: 决战期}\n",
      "projects.csv": "name,period\n甲,攻坚期\n乙,决战期\n丙,十四五\n",
    ])
    #expect(
      try plan.values("projects", "period") == [
        period("2022..2023"), period("2022..2023"), period("2021..2025"),
      ])
    #expect(
      try PlanQLPlansTests.errors([
        "plan.yaml": "title: 规划\n", "projects.csv": "name,period\n甲,攻坚期\n",
      ]).contains {
        $0.contains("'攻坚期'")
      })
  }

  @Test("a YAML file says what plan.yaml says, and holds the tables")
  func yaml() throws {
    let plan = try load("works.yaml", Self.yaml)
    try expectPlan(plan)
    #expect(try plan.table("projects").sources?.line(ofRow: 0) == 6)
  }

  @Test("plan.yaml may hold tables besides those in files")
  func tablesInSettings() throws {
    let plan = try PlanQLPlansTests.load(["plan.yaml": Self.yaml, "measures.csv": "title\nm\n"])
    try expectPlan(plan)
    #expect(try plan.table("measures").count == 1)
    #expect(
      try errors(["plan.yaml": Self.yaml, "projects.csv": "name\nb\n"], withHelp: false) == [
        "projects.csv: error: 'plan.yaml/projects' is already the file of 'projects'"
      ])
  }

  @Test("a JSON file says it alike, the plan as a record of its own if one likes")
  func json() throws {
    let tables = """
      "periods": {"前期": "2021..2022"}, "tables": {"visits": {"fields": {"area": "number"}}},
      "projects": [{"name": "a", "investment": 800, "units": ["水利局"]}],
      "units": [{"name": "水利局"}], "visits": [{"area": 3}]
      """
    for plan in [
      #""title": "规划", "money_unit": "万元""#, #""plan": {"title": "规划", "money_unit": "万元"}"#,
      #""规划": [{"标题": "规划", "金额单位": "万元"}]"#,
    ] {
      try expectPlan(load("works.json", "{\(plan), \(tables)}"))
    }
    let folder = try TemporaryFolder([
      "plan.json": "{\"title\": \"规划\", \"money_unit\": \"万元\", \(tables)}"
    ])
    try expectPlan(try PlanFolder.load(folder.path))
  }

  @Test("a file that says nothing of a plan is its tables as they stand")
  func plainTables() throws {
    let plan = try load("works.json", #"{"projects": [{"name": "a", "投资额": 800}]}"#)
    #expect(plan.catalog.tables.map(\.definition.name.en) == ["projects"])
    #expect(try plan.type("projects", "投资额") == .int)
  }

  @Test("a SQLite file has a table of the plan, and in it what plan.yaml says")
  func sqlite() throws {
    let folder = try TemporaryFolder([:])
    let queue = try DatabaseQueue(path: folder.path + "/works.sqlite")
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE "规划" (title, "金额单位", settings);
          INSERT INTO "规划" VALUES ('规划', '万元',
            'periods: {前期: 2021..2022}
          tables: {visits: {fields: {area: number}}}');
          CREATE TABLE projects (name TEXT, investment INTEGER, units);
          INSERT INTO projects VALUES ('a', 800, '["水利局"]');
          CREATE TABLE units (name); INSERT INTO units VALUES ('水利局');
          CREATE TABLE visits (area); INSERT INTO visits VALUES (3);
          """)
    }
    try queue.close()
    let plan = try PlanFolder.load(folder.path + "/works.sqlite")
    try expectPlan(plan)
    #expect(plan.catalog.tables.count { $0.definition.name.en == "plan" } == 1)
  }

  @Test("revisions stand beside the file, as folders or files of their own")
  func revisions() throws {
    let folder = try TemporaryFolder([
      "works.json":
        #"{"title": "规划", "money_unit": "万元", "projects": [{"name": "a", "investment": 1}]}"#,
      "revisions/first.json": #"{"title": "初稿", "projects": [{"name": "a", "investment": 2}]}"#,
      "revisions/second/projects.csv": "name,investment\na,3\n",
    ])
    let store = RevisionStore(of: try PlanFolder.load(folder.path + "/works.json"))
    #expect(store.names == ["first", "second"])
    let first = try #require(try store.plan(named: "first"))
    #expect(try first.values("projects", "investment") == [wan(2)])
    #expect(try first.values("plan", "title") == [.text("初稿")])
    #expect(try first.table("projects").sources?.file == "revisions/first.json")
    #expect(try store.plan(named: "second")?.values("projects", "investment") == [wan(3)])
  }

  @Test("a file whose name tells no format is refused; one without an ending is CSV")
  func formats() throws {
    let folder = try TemporaryFolder([
      "data.txt": "a\n1\n", "T.TSV": "a\tb\n1\t2\n", "63": "a\n1\n",
    ])
    let error = #expect(throws: PlanLoadError.self) {
      try PlanFolder.load(folder.path + "/data.txt")
    }
    #expect(
      error?.issues.map(\.message.en) == [
        "the ending of the file's name is that of no format of tables"
      ])
    #expect(try PlanFolder.load(folder.path + "/63").values("63", "a") == [.int(1)])
    #expect(try PlanFolder.load(folder.path + "/T.TSV").values("T", "b") == [.int(2)])
  }

  @Test("several paths are read together, one of them a plan at most")
  func severalPaths() throws {
    let folder = try TemporaryFolder([
      "p/plan.yaml": "money_unit: 万元\n", "p/projects.csv": "name,investment\na,1\n",
      "q/visits.csv": "x\n1\n", "u.json": #"[{"name": "水利局"}]"#, "o.yaml": "title: x\n",
    ])
    let paths = ["p", "q", "u.json"].map { folder.path + "/" + $0 }
    let plan = try PlanFolder.load(paths)
    #expect(try plan.values("projects", "investment") == [wan(1)])
    #expect(try plan.values("visits", "x") == [.int(1)])
    #expect(try plan.table("u").sources?.file == folder.path + "/u.json")
    let plain = try PlanFolder.load(Array(paths.dropFirst()))
    #expect(plain.catalog.tables.map(\.definition.name.en) == ["visits", "u"])
    let error = #expect(throws: PlanLoadError.self) {
      try PlanFolder.load([paths[0], folder.path + "/o.yaml"])
    }
    #expect(
      error?.issues.filter { $0.severity == .error }.map(\.message.en) == [
        "this is a plan of its own, besides '\(paths[0])/plan.yaml'"
      ])
  }
}
