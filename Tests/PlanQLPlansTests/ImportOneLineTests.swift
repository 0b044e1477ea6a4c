import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

@Suite("import of tables of which all rows stand on the line of the headings")
struct ImportOneLineTests {
  private let table = """
    序号 项目名称 建设内容 投资额(万元) 建设期限 主要责任单位 一、水环境治理 1 河道修复工程 护岸10公里 12000 \
    2021-2023 水利局、生态环境局 2 城区管网改造 新建管网35公里 8000 2022-2024 住建局 小计 20000 二、大气治理 3 \
    废气治理 治理企业20家 3000 2021-2022 生态环境局 小计 3000 合计 23000
    """

  @Test(
    "sections and totals stand between the rows", arguments: ["", "某区工程汇总表 ", "附件：某区工程汇总表 单位：万元 "])
  func sectionsAndTotals(lead: String) throws {
    let result = try run(lead + table)
    #expect(
      result.rows(of: "projects.csv", ["no", "name", "section", "investment", "units"]) == [
        ["1", "河道修复工程", "水环境治理", "12000", "水利局、生态环境局"],
        ["2", "城区管网改造", "水环境治理", "8000", "住建局"],
        ["3", "废气治理", "大气治理", "3000", "生态环境局"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
    #expect(result.report.isClean)
  }

  @Test("rows that cannot be told apart are not put into one")
  func rowsWithoutBounds() throws {
    #expect(throws: ImportRefusal.self) {
      try run(
        "序号 项目名称 建设内容 投资额(万元) 建设期限 主要责任单位 1 河道 修复 护岸 12000 2021-2023 2 管网 新建管网35公里 8000 住建局 3 三 8 9"
      )
    }
  }
}

@Suite(
  "import of tables with a cell a line whose rows have units below each other or lack a category")
struct ImportStackedCellTests {
  @Test("units below the last cell of a row without a number are its units")
  func unitsBelowEachOther() throws {
    let result = try run("项目名称\n总投资(万元)\n责任单位\n河道修复\n12000\n水利局\n生态环境局\n管网改造\n8000\n住建局\n合计\n20000")
    #expect(
      result.rows(of: "projects.csv", ["name", "investment", "units"]) == [
        ["河道修复", "12000", "水利局、生态环境局"], ["管网改造", "8000", "住建局"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("where sections are called like units, a unit above a row heads it")
  func sectionsOfUnits() throws {
    let result = try run(
      "项目名称\n总投资(万元)\n责任单位\n水利局\n河道修复\n12000\n水利局\n生态环境局\n管网改造\n8000\n住建局\n合计\n20000")
    #expect(result.column("section", of: "projects.csv") == ["水利局", "生态环境局"])
  }

  @Test("a category that reaches down to a row is said")
  func categoryReachesDown() throws {
    let result = try run(
      "序号\n项目类别\n项目名称\n总投资(万元)\n责任单位\n1\n水环境\n河道修复\n12000\n水利局\n2\n管网改造\n8000\n住建局\n小计\n20000\n3\n大气\n废气治理\n3000\n生态环境局\n小计\n3000\n合计\n23000"
    )
    #expect(result.column("category", of: "projects.csv") == ["水环境", "水环境", "大气"])
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.categoryReachesDown("水环境")))
  }
}

@Suite("import of times and amounts as documents in English write them")
struct ImportEnglishTimeTests {
  @Test(
    "the month has a name",
    arguments: [
      ("Jan 5, 2021", "2021-01-05"), ("5th March 2021", "2021-03-05"),
      ("05-Mar-2021", "2021-03-05"),
      ("Sept. 2022", "2022-09"), ("by June 2023", "..2023-06-30"),
      ("Jan 2021 - Mar 2022", "2021-01-01..2022-03-31"),
      ("1 May 2021 to 30 June 2021", "2021-05..2021-06"),
    ])
  func monthsByName(text: String, period: String) {
    let reading = PeriodReading(year: nil).read(cell: FoldedText(text))
    #expect(reading == .stated(Period(text: period)!))
  }

  @Test(
    "what may be another day or none is no time",
    arguments: ["Dec-22", "31 Feb 2021", "Mar 2022 - Jan 2021", "May", "Jan 5", "Mars 2021"])
  func noTimes(text: String) {
    #expect(PeriodReading(year: nil).read(cell: FoldedText(text)) == .unreadable)
  }

  @Test("rupees have a sign before and one behind, and groups of two digits")
  func rupees() throws {
    let result = try DocumentImport.run(
      text: "Project,Cost,Agency\nBridge,\"Rs. 1,20,000/-\",PWD\nRoad,\"Rs. 23,86,687.07\",PWD\n",
      fileName: "a.csv")
    #expect(result.column("investment", of: "projects.csv") == ["120000", "2386687.07"])
    #expect(result.planText.contains("currency: INR"))
  }

  @Test("nothing Chinese and no sign of a currency give none")
  func noCurrency() throws {
    let result = try DocumentImport.run(
      text: "Project,Cost,Agency\nBridge,1200,PWD\nRoad,55,PWD\n", fileName: "a.csv")
    #expect(!result.planText.contains("currency"))
  }
}
