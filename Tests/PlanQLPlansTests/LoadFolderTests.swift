import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Plan folders")
struct LoadFolderTests {
  @Test("a folder without plan.yaml is a plan of its files, as they stand")
  func plainFolder() throws {
    let plan = try load([
      "projects.csv": "id,name,investment (万元)\n1,湿地,800\n2,清洁,\n", "b.tsv": "x\ty\n1\t2\n",
      "README.md": "nothing",
    ])
    #expect(plan.catalog.tables.map(\.definition.name.en) == ["b", "projects"])
    #expect(try plan.type("projects", "investment (万元)") == .int)
    let fields = try plan.table("projects").definition.fields
    #expect(fields.map(\.isOptional) == [false, false, true])
    #expect(plan.issues.isEmpty)
  }

  @Test("with plan.yaml all standard tables are there, filled or not")
  func standardTables() throws {
    let plan = try load(["plan.yaml": "title: 规划\n", "项目.csv": "名称\n湿地\n"])
    #expect(plan.catalog.tables.map(\.definition.name.en) == StandardTables.all.map(\.name.en))
    #expect(try plan.values("projects", "name") == [.text("湿地")])
    #expect(try plan.values("plan", "标题") == [.text("规划")])
    #expect(try plan.table("units").count == 0)
  }

  @Test("headings match names in both spellings, aliases, and units in parentheses")
  func headings() throws {
    let plan = try load([
      "plan.yaml": "money_unit: 元\n",
      "projects.csv": "编号,Name,总投资（万元）,建设 起止年限,STATUS,extra,已付(亿元)\n一,甲,1.5,2021—2025年,在建,7,0.1\n",
    ])
    #expect(try plan.values("projects", "no") == [.text("一")])
    #expect(try plan.values("projects", "name") == [.text("甲")])
    #expect(try plan.values("projects", "investment") == [wan(1.5)])
    #expect(try plan.values("projects", "period") == [period("2021..2025")])
    #expect(try plan.values("projects", "status") == [.enumeration(3)])
    #expect(try plan.values("projects", "extra") == [.int(7)])
    #expect(try plan.values("projects", "已付") == [wan(1000)])
  }

  @Test("money is exact in every unit and form")
  func money() throws {
    let plan = try load([
      "plan.yaml": "money_unit: 万元\n",
      "projects.csv":
        "name,investment\na,8000\nb,\"1,145,100\"\nc,0.000001\nd,3.5亿元\ne,-\nf,800元\ng,1.2亿\nh,3万\n",
    ])
    #expect(
      try plan.values("projects", "investment") == [
        wan(8000), wan(1_145_100), .money(Money(minorUnits: 1)), wan(35_000), .missing, wan(0.08),
        wan(12_000), wan(3),
      ])
  }

  @Test("amounts below a fen are rounded half away from zero, with a warning")
  func rounding() throws {
    let plan = try load([
      "plan.yaml": "title: x\nmoney_unit: 元\n",
      "fiscal.csv": "year,revenue\n2021,0.125\n2022,-0.125\n",
    ])
    let amounts = [13, -13].map { Value.money(Money(minorUnits: $0)) }
    #expect(try plan.values("fiscal", "revenue") == amounts)
    #expect(plan.issues.map(\.severity) == [.warning])
  }

  @Test("amounts of which nothing says the unit are yuan, and it is said")
  func bareAmounts() throws {
    let bare = try load([
      "plan.yaml": "title: x\n", "fiscal.csv": "year,revenue\n2021,3\n2022,4\n2023,5万元\n",
    ])
    #expect(try bare.values("fiscal", "revenue")[0] == .money(Money(minorUnits: 300)))
    #expect(
      bare.issues.map(\.message.zh) == ["'revenue'一列中有 2 个金额没有写明单位，按元读取"])
    for (settings, heading) in [("money_unit: 万元", "revenue"), ("title: x", "revenue(万元)")] {
      let told = try load([
        "plan.yaml": settings + "\n", "fiscal.csv": "year,\(heading)\n2021,3\n",
      ])
      #expect(told.issues.isEmpty)
    }
  }

  @Test("shares are plain numbers or percentages")
  func shares() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "projects.csv": "no,name\n1,a\n",
      "progress.csv": "project,done\n1,0.455\n1,45.5%\n",
    ])
    #expect(try plan.values("progress", "done") == [.number(0.455), .number(0.455)])
    let percent = try load([
      "plan.yaml": "title: x\n", "projects.csv": "no,name\n1,a\n",
      "progress.csv": "project,done(%)\n1,85.1\n",
    ])
    #expect(try percent.values("progress", "done") == [.number(0.851)])
    let large = try load([
      "plan.yaml": "title: x\n", "projects.csv": "no,name\n1,a\n",
      "progress.csv": "project,done\n1,45.5\n",
    ])
    #expect(large.issues.map(\.severity) == [.warning])
  }

  @Test(
    "periods are read in the forms of documents",
    arguments: [
      ("2021", "2021"), ("2021-2025", "2021..2025"), ("2021..2025", "2021..2025"),
      ("2021-03", "2021-03"), ("2021-03-05", "2021-03-05"), ("2021年", "2021"),
      ("2021年3月", "2021-03"), ("2021—2025年", "2021..2025"),
      ("2021-03..2022-06", "2021-03..2022-06"),
      ("2021..", "2021.."), ("..2025", "..2025"), ("2021年底前", "..2021"), ("长期", ".."),
      ("2022年12月底前", "..2022"), ("2021-Q3", "2021-Q3"),
    ])
  func periods(cell: String, expected: String) throws {
    let plan = try load(["plan.yaml": "title: x\n", "projects.csv": "name,period\na,\(cell)\n"])
    #expect(try plan.values("projects", "period") == [period(expected)])
  }

  @Test("rows keep their file and line")
  func sources() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "projects.csv": "# synthetic\nname,content\na,\"x\ny\"\nb,z\n",
    ])
    let sources = try requireValue(try plan.table("projects").sources, "sources")
    #expect(sources.file == "projects.csv")
    #expect((0..<3).map { sources.line(ofRow: $0) } == [3, 5, nil])
  }

  @Test("threads and blocks make no difference", arguments: [(1, 40), (2, 40), (3, 977)])
  func determinism(threads: Int, blockSize: Int) throws {
    let rows = (1...300).map {
      "\($0),湿地\($0 % 7)号,\($0 * 3).5,2021-\(2021 + $0 % 5),单位\($0 % 11)、\"\n"
    }
    let text =
      "no,name,investment,period,units\n" + rows.map { $0.replacing("\"", with: "") }.joined()
    let files = ["plan.yaml": "money_unit: 万元\n", "projects.csv": text]
    let whole = try load(files, threads: 1)
    let parts = try load(files, threads: threads, blockSize: blockSize)
    for field in ["no", "name", "investment", "period", "units", "lead"] {
      #expect(try whole.values("projects", field) == parts.values("projects", field))
    }
    #expect(try whole.values("units", "name") == parts.values("units", "name"))
  }

  @Test("files that nobody reads are noted")
  func otherFiles() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "progress.xlsx": "PK", "notes.txt": "x",
      "old.db": "none of SQLite's",
      "package.json": #"{"name": "x"}"#, "list.json": #"{"inspections": [{"a": 1}], "count": 1}"#,
    ])
    #expect(
      plan.issues.map { $0.text(.en) } == [
        "list.json:1:29: warning: 'count' is not read: it is no list of records",
        "old.db: note: 'old.db' is not read: tables are CSV, TSV, JSON, JSON Lines, YAML or SQLite files",
        "package.json: warning: the file is not read: it is neither a list of records nor such lists by name",
        "progress.xlsx: note: 'progress.xlsx' is not read: tables are CSV, TSV, JSON, JSON Lines, YAML or SQLite files",
      ])
  }

  @Test("a single file is a plan of one table")
  func singleFile() throws {
    let folder = try TemporaryFolder(["t.csv": "a\n1\n", "u.csv": "b\n"])
    let plan = try PlanFolder.load(folder.path + "/t.csv")
    #expect(plan.catalog.tables.map(\.definition.name.en) == ["t"])
  }

  @Test("the example of plan.yaml loads and says what it should")
  func example() throws {
    let path = #filePath.replacing("LoadFolderTests.swift", with: "Fixtures/load/example")
    let plan = try PlanFolder.load(path)
    #expect(plan.catalog.asOf == Day(iso: "2023-06-30"))
    #expect(plan.catalog.namedPeriods.map(\.name) == [Name("十四五"), Name("first_half", "前半期")])
    #expect(try plan.values("projects", "investment") == [wan(8000), wan(52.5)])
    #expect(try plan.values("projects", "period") == [period("2021..2025"), period("2021")])
    #expect(try plan.titles("projects", "units") == [["生态环境局", "各镇(街)"], ["生态环境局"]])
    #expect(try plan.titles("projects", "lead") == [["生态环境局"], ["生态环境局"]])
    #expect(try plan.values("projects", "备注") == [.missing, .text("")])
    let aliases = try plan.values("units", "aliases")
    #expect(aliases == [.list([.text("环保局"), .text("区环保局")]), .missing])

    let table = try plan.table("督查")
    #expect(table.definition.rowName == Name("inspection", "督查件"))
    #expect(table.definition.nameFields == ["title"])
    #expect(table.definition.parentField == "above")
    #expect(try plan.titles("督查", "above") == [[], ["一季度督查"]])
    #expect(try plan.titles("督查", "project") == [["湿地恢复"], ["清洁生产"]])
    #expect(try plan.values("督查", "result") == [.enumeration(0), .enumeration(1)])
    #expect(try plan.values("督查", "lasting") == [.duration(6, .months), .duration(12, .months)])
    #expect(try plan.values("督查", "score") == [.number(0.851), .number(0.9)])
    #expect(try plan.values("督查", "paid") == [wan(12.5), wan(3)])
    #expect(try plan.values("督查", "area") == [.number(20_000), .number(1000)])
    #expect(try plan.values("督查", "inspectors") == [.list([.text("甲"), .text("乙")]), .missing])
    #expect(try plan.titles("督查", "helpers") == [["生态环境局"], ["各镇(街)", "生态环境局"]])
  }

  @Test("a plan that is written loads as the same plan", arguments: Language.allCases)
  func writing(language: Language) throws {
    let path = #filePath.replacing("LoadFolderTests.swift", with: "Fixtures/load/example")
    let plan = try PlanFolder.load(path)
    let writer = CSVWriter(plan.catalog, language: language)
    var files = ["plan.yaml": "money_unit: 万元\n"]
    for name in ["projects", "units"] {
      files["\(name).csv"] = writer.text(of: try plan.table(name), comments: ["synthetic"])
    }
    let again = try load(files)
    for name in ["projects", "units"] {
      for field in try plan.table(name).definition.fields {
        #expect(
          try plan.values(name, field.name.en) == again.values(name, field.name.en),
          "\(name).\(field.name.en)")
      }
    }
  }
}
