import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("ordinary tables: years of targets, points of parts, captions, years with remarks, units")
struct ImportOrdinaryTableTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func settings(_ result: ImportResult) -> [Substring] {
    result.files.first { $0.name == "plan.yaml" }?.text.split(separator: "\n") ?? []
  }

  @Test("what was reached is the baseline, and no bare year behind it")
  func baselineBeforeSteps() throws {
    for heading in ["2020年实绩", "2020年实际值"] {
      let result = try csv(
        "指标名称,单位,\(heading),2021年,2022年,2025年\n城镇化率,%,58.3,59.2,60.1,62.8\n")
      #expect(
        result.rows(of: "indicators.csv", ["baseline", "baseline_year", "target", "target_year"])
          == [["58.3", "2020", "62.8", "2025"]])
      #expect(result.rows(of: "indicators.csv", ["2021年", "2022年"]) == [["59.2", "60.1"]])
    }
  }

  @Test(
    "points right of what is assessed are its own, those left of it are of what it is a part of")
  func pointsOfParts() throws {
    let result = try csv(
      """
      考核项目,分值,考核内容,分值,评分标准
      大气,35,年均浓度,20,每超1微克扣2分
      ,,优良天数,15,每低1个百分点扣1.5分

      """)
    #expect(
      result.rows(of: "rules.csv", ["item", "points"]) == [["年均浓度", "20"], ["优良天数", "15"]])
  }

  @Test(
    "the number of a caption ends before a year",
    arguments: [
      ("表1 2021-2024年收支情况表", "2021-2024年收支情况表"), ("表2-1 2023年重点项目投资表", "2023年重点项目投资表"),
      ("附表2：2023年重点项目投资表", "2023年重点项目投资表"), ("表二 2023年资金支出表", "2023年资金支出表"),
      ("表3 重点项目投资表", "重点项目投资表"),
    ])
  func captions(line: String, title: String) throws {
    let result = try csv("\(line),,单位:万元\n序号,项目名称,总投资\n1,清淤工程,500\n2,绿化工程,600\n")
    #expect(settings(result).first == "title: \"\(title)\"")
  }

  @Test("a year of public finance with a remark is one, and a row without a year is kept")
  func fiscalYears() throws {
    let result = try csv("年度,一般公共预算收入(亿元)\n2023,52.17\n2024(预计),55\n2025年预算,56\n下年,57\n")
    #expect(
      result.rows(of: "fiscal.csv", ["year", "revenue", "原文年度"]) == [
        ["2023", "52.17", ""], ["2024", "55", "2024(预计)"], ["2025", "56", "2025年预算"],
        ["", "57", "下年"],
      ])
  }

  @Test("the unit in brackets behind what was observed is that of its values")
  func unitOfTitle() throws {
    let result = try csv("2023年各站点PM2.5月均浓度（微克/立方米）\n站点,1月,2月\n东站,68,52\n西站,72,55\n")
    #expect(result.column("measured_in", of: "indicators.csv") == ["微克/立方米"])
  }

  @Test("what stands beside the scores of items is kept in a row of the whole")
  func besideScores() throws {
    let result = try csv("序号,县(市、区),大气(30分),水(30分),加分项\n1,东县,28.5,27,1\n2,西县,26,28.4,\n")
    #expect(
      result.rows(of: "assessments.csv", ["unit", "item", "score", "加分项"]) == [
        ["东县", "", "", "1"], ["东县", "大气", "28.5", ""], ["东县", "水", "27", ""],
        ["西县", "大气", "26", ""], ["西县", "水", "28.4", ""],
      ])
  }

  @Test("a unit above the table that no known column is in is that of amounts, or is told")
  func unitsOfUnknownColumns() throws {
    let known = try csv("单位:万元,,\n项目名称,项目单位,安排额度\n甲厂,水务公司,12000\n")
    #expect(known.column("安排额度（万元）", of: "projects.csv").isEmpty)
    #expect(known.column("安排额度(万元)", of: "projects.csv") == ["12000"])
    let open = try csv("单位:万元,,\n项目名称,项目单位,本批\n甲厂,水务公司,12000\n")
    #expect(
      open.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.unitOfColumnsUnknown("万元", ["本批"])))
    let paid = try csv("单位:万元,,\n项目名称,总投资,已支付\n甲厂,12000,300\n")
    #expect(paid.column("paid", of: "funding.csv") == ["300"])
  }

  @Test("a unit right above the headings of another table is that one's")
  func unitOfSecondTable() throws {
    let result = try csv(
      """
      表一 2023年资金分配表,,
      单位:万元,,
      项目,中央资金,省级资金
      甲治理,1200,300
      乙治理,860,240
      表二 2023年资金支出表,,
      单位:万元,,
      项目,下达资金,支出资金
      甲治理,1500,1350
      乙治理,1100,495

      """)
    #expect(result.column("paid", of: "funding.csv").filter { !$0.isEmpty } == ["1350", "495"])
  }

  @Test("a unit that does what it supervises has both parts")
  func bothParts() throws {
    let result = try csv("项目名称,行业主管部门,实施单位,总投资(万元)\n管网维修,县水务局,县水务局,36.8\n")
    #expect(
      result.rows(of: "responsibilities.csv", ["unit", "role"]) == [
        ["县水务局", "lead"], ["县水务局", "supervise"],
      ])
    #expect(result.column("units", of: "projects.csv") == ["县水务局"])
  }

  @Test("rows with a numeral are of their own where none with a number stands below them")
  func numeralsAlone() throws {
    let result = try csv(
      "序号,项目类别,总投资(亿元)\n,总计,100\n一,交通,60\n（一）,公路,40\n1,甲路,30\n2,乙路,10\n（二）,铁路,20\n二,产业,30\n三,生态,10\n"
    )
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(result.report.sums.map(\.rows) == [5])
  }

  @Test("rows with words for amounts and a number for the name are those of other columns")
  func shiftedRows() throws {
    let refused = #expect(throws: ImportRefusal.self) {
      try DocumentImport.run(
        text: """
          资金分配方案
          序号 | 镇街 | 提前下达金额(万元) | 项目名称 |
          1 | 东镇 | 南村 | 精品村 | 600 | 环境整治 |
          2 | 东镇 | 精品村 | 465.2 |
          3 | 西镇 | 精品村 | 600 |
          """, fileName: "a.txt")
    }
    #expect(refused?.line == 2)
  }

  @Test("the end of a year, said twice")
  func endOfYear() throws {
    let result = try csv("项目名称,总投资(万元),完成时限\n甲厂,100,2025年年底\n乙厂,100,2025年年底前\n")
    #expect(result.column("period", of: "projects.csv") == ["..2025", "..2025"])
  }

  @Test(
    "the title above a table of a page says what was observed when, and a mean of all is of the whole"
  )
  func titleOfPage() throws {
    let result = try DocumentImport.run(
      text: """
        <h2>2023年5月空气质量状况</h2><p>单位:微克/立方米</p>
        <table><tr><td>城市</td><td>PM2.5</td></tr><tr><td>东州</td><td>19</td></tr>
        <tr><td>西州</td><td>21</td></tr><tr><td>全省平均</td><td>20</td></tr></table>
        """, fileName: "a.html")
    #expect(
      result.rows(of: "observations.csv", ["place", "time", "value"]) == [
        ["东州", "2023-05", "19"], ["西州", "2023-05", "21"], ["全省", "2023-05", "20"],
      ])
  }

  @Test("the place that the total of a group names is that of the rows below it")
  func placeOfGroup() throws {
    let result = try csv(
      """
      县(市、区),项目名称,总投资(万元)
      合计,,3000
      东县,小计,1800
      ,甲河整治,1000
      ,乙管网,800
      西县,小计,1200
      ,丙湿地,1200

      """)
    #expect(result.column("place", of: "projects.csv") == ["东县", "东县", "西县"])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("an index has no unit, and the unit of one pollutant is not that of all")
  func unitsOfMeasures() throws {
    let result = try DocumentImport.run(
      text: """
        <h2>2023年5月空气质量状况</h2><p>单位:微克/立方米(CO为毫克/立方米)</p>
        <table><tr><td>城市</td><td>综合指数</td><td>PM2.5</td></tr>
        <tr><td>东州</td><td>2.4</td><td>19</td></tr><tr><td>西州</td><td>2.5</td><td>21</td></tr></table>
        """, fileName: "a.html")
    #expect(
      result.rows(of: "indicators.csv", ["name", "measured_in"]) == [
        ["综合指数", ""], ["PM2.5", "微克/立方米"],
      ])
  }
}
