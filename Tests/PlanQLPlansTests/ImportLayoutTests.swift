import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("tables within tables: parts of projects, tables side by side, tables drawn with strokes")
struct ImportLayoutTests {
  private func run(_ text: String, _ name: String = "a.txt") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("a total a cell a line belongs to all columns with figures, not to those of money alone")
  func totalsOfStackedTables() throws {
    let lines = """
      表1 預算執行表 單位:新臺幣千元
      科目
      110年度決算
      112年度預算
      113年度預算
      土地
      160,909
      353,623
      219,125
      房屋
      246,013
      676,390
      317,235
      合計
      406,922
      1,030,013
      536,360
      """
    let result = try DocumentImport.run(text: lines, fileName: "a.txt")
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
    #expect(
      result.rows(of: "stated_totals.csv", ["name", "value", "number"]) == [
        ["合計 2023", "1030013", ""], ["合計 2024", "536360", ""], ["合計 110年度決算(千元)", "", "406922"],
      ])
  }

  @Test("1.1 and 1.2 are parts of 1, whose amount counts alone")
  func parts() throws {
    let result = try run(
      """
      序号,项目名称,投资额(万元),责任单位
      1,城区污水提质增效,900,住建局
      1.1,管网改造,500,住建局
      1.2,泵站改造,400,城管局
      2,东湖治理,700,水利局
      合计,,1600,

      """, "a.csv")
    #expect(result.column("name", of: "projects.csv") == ["城区污水提质增效", "东湖治理"])
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(
      result.table("子项目.csv").map { Array($0.prefix(4)) } == [
        ["所属项目", "序号", "项目名称", "投资额(万元)"], ["城区污水提质增效", "1.1", "管网改造", "500"],
        ["城区污水提质增效", "1.2", "泵站改造", "400"],
      ])
    #expect(doubts(result).isEmpty)
  }

  @Test("parts that do not add up are said")
  func partsDisagree() throws {
    let result = try run(
      "序号,项目名称,投资额(万元),责任单位\n1,甲,900,住建局\n1.1,乙,500,住建局\n1.2,丙,300,住建局\n", "a.csv")
    #expect(doubts(result) == [ImportMessages.partsDisagree("甲")])
    #expect(result.report.sums.map(\.sum) == [Decimal("900")])
  }

  @Test("a row that only groups projects with numbers of their own is a section")
  func groups() throws {
    let result = try run(
      "序号,项目名称,投资额(万元),责任单位\n1,水环境,900,\n1.1,乙,500,住建局\n1.2,丙,400,水利局\n2,大气,100,\n2.1,丁,100,工信局\n",
      "a.csv")
    #expect(result.column("name", of: "projects.csv") == ["乙", "丙", "丁"])
    #expect(result.column("section", of: "projects.csv") == ["水环境", "水环境", "大气"])
    #expect(result.report.sums.prefix(2).map(\.agrees) == [true, true])
  }

  @Test("numbers with a point that no other row stands above are those of projects")
  func noParts() throws {
    let result = try run(
      "序号,项目名称,投资额(万元),责任单位\n1.1,乙,500,住建局\n1.2,丙,400,水利局\n2.1,丁,100,工信局\n", "a.csv")
    #expect(result.column("name", of: "projects.csv") == ["乙", "丙", "丁"])
    let levels = try run(
      "序号,项目名称,投资额(万元),责任单位\n一,甲,900,住建局\n1,乙,500,住建局\n2,丙,300,水利局\n", "a.csv")
    #expect(levels.column("name", of: "projects.csv") == ["甲", "乙", "丙"])
  }

  #if Office
    private func page(_ rows: [[String]]) -> String {
      "<table>"
        + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    }

    @Test("two tables side by side are read one by one")
    func sideBySide() throws {
      let result = try run(
        page([
          ["序号", "项目名称", "总投资(万元)", "", "序号", "项目名称", "总投资(万元)"],
          ["1", "甲厂", "500", "", "3", "丙厂", "200"],
          ["2", "乙厂", "300", "", "4", "丁厂", "100"], ["", "合计", "800", "", "", "合计", "300"],
        ]), "a.html")
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂", "丙厂", "丁厂"])
      #expect(result.column("investment", of: "projects.csv") == ["500", "300", "200", "100"])
      #expect(result.report.sums.map(\.agrees) == [true, true])
    }

    @Test("a table with its headings in the first column and a record in each other one is turned")
    func transposed() throws {
      let result = try run(
        page([
          ["项目名称", "甲厂", "乙厂"], ["总投资(万元)", "500", "300"], ["责任单位", "工信局", "水利局"],
          ["建设年限", "2021-2022", "2023"],
        ]), "a.html")
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
      #expect(result.column("investment", of: "projects.csv") == ["500", "300"])
      #expect(result.column("units", of: "projects.csv") == ["工信局", "水利局"])
      let upright = try run(
        page([
          ["指标", "2020年", "2025年"], ["总投资", "500", "300"], ["责任单位", "5", "6"], ["建设年限", "7", "8"],
        ]), "a.html")
      #expect(upright.column("name", of: "indicators.csv") == ["总投资", "责任单位", "建设年限"])
    }

    @Test("a heading over two columns of which one is blank throughout heads the other")
    func blankColumn() throws {
      let result = try run(
        "<table><tr><td>序号</td><td colspan=2>项目名称①</td><td>总投资(万元)②</td></tr>"
          + "<tr><td>1</td><td>甲厂</td><td></td><td>500</td></tr>"
          + "<tr><td>2</td><td>乙厂</td><td></td><td>300</td></tr></table>", "a.html")
      #expect(
        result.column("name", of: "projects.csv").filter { $0.contains("厂") } == ["甲厂", "乙厂"])
    }

    @Test("a row of circled numbers below the headings counts the columns")
    func circledNumbers() throws {
      let result = try run(
        page([
          ["序号", "项目名称", "总投资(万元)", "责任单位"], ["①", "②", "③", "④"], ["1", "甲厂", "500", "工信局"],
        ]), "a.html")
      #expect(result.column("name", of: "projects.csv") == ["甲厂"])
      #expect(result.column("name", of: "units.csv") == ["工信局"])
    }

    @Test("what a table says of the same projects before and after is one table")
    func beforeAndAfter() throws {
      let result = try run(
        page([
          ["项目名称", "总投资(万元)", "责任单位", "项目名称", "总投资(万元)"], ["甲厂", "500", "工信局", "甲厂", "200"],
          ["乙厂", "300", "工信局", "乙厂", "100"],
        ]), "a.html")
      #expect(result.column("investment", of: "projects.csv") == ["500", "300"])
    }
  #endif

  @Test("a table drawn with strokes, its cells over several lines and its headings over two rows")
  func drawn() throws {
    let result = try run(
      """
      重点工程汇总表
      ┌──┬────┬────────┬────┐
      │序│项目名称│总投资(万元)│责任│
      │号│ ├───┬────┤单位│
      │ │ │中央 │自筹 │ │
      ├──┼────┼───┼────┼────┤
      │1 │北渠清│500│200 │水利│
      │ │淤工程│ │ │局 │
      ├──┼────┼───┼────┼────┤
      │2 │南站扩建│300│100 │住建局│
      └──┴────┴───┴────┴────┘

      """)
    #expect(result.column("name", of: "projects.csv") == ["北渠清淤工程", "南站扩建"])
    #expect(result.column("units", of: "projects.csv") == ["水利局", "住建局"])
    #expect(result.column("planned", of: "funding.csv") == ["500", "200", "300", "100"])
  }

  @Test("a drawn table with a row a line and no strokes at its sides")
  func drawnOpen() throws {
    let result = try run(
      """
      ──┬─────┬────┬────
      序号│项目名称 │总投资(万元)│责任单位
      ──┼─────┼────┼────
      1│北渠清淤 │500│水利局
      2│南站扩建 │300│住建局
       │合计 │800│
      ──┴─────┴────┴────

      """)
    #expect(result.column("name", of: "projects.csv") == ["北渠清淤", "南站扩建"])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("a drawn table whose rows nothing parts is not read")
  func drawnUnruled() throws {
    #expect(throws: ImportRefusal.self) {
      try run(
        """
        ┌──┬────┬────┐
        │序号│项目名称│责任单位│
        ├──┼────┼────┤
        │1 │北渠清淤│水利局 │
        │  │及护岸 │住建局 │
        │2 │南站扩建│城管局 │
        └──┴────┴────┘

        """)
    }
  }
}
