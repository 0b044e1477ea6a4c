import PlanQLData
import Testing

@testable import PlanQLPlans

private func csv(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.csv")
}

private func text(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

extension ImportResult {
  fileprivate var doubts: [LocalizedText] { report.documents.flatMap(\.doubts).map(\.text) }
  fileprivate var notes: [LocalizedText] { report.documents.flatMap(\.normalised).map(\.text) }
}

@Suite("import of tables in forms that offices use besides")
struct ImportTableFormTests {
  @Test("tables without known headings are kept in web pages and Markdown too")
  func ownTablesOfPages() throws {
    let rows = [["县市", "项目个数", "完成率"], ["甲市", "57", "78.9%"], ["乙县", "27", "73.2%"]]
    let page = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let web = try DocumentImport.run(
      text: "<html><body><p>汇总表</p><table>\(page)</table></body></html>", fileName: "a.html")
    #expect(web.table("a.csv") == rows)
    for rule in ["|---|---|---|", "|:-|-:|:-:|"] {
      var lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
      lines.insert(rule, at: 1)
      let text = "# 汇总表\n\n" + lines.joined(separator: "\n") + "\n"
      #expect(try DocumentImport.run(text: text, fileName: "a.md").table("a.csv") == rows)
    }
    // Words alone in a page may be its layout.
    #expect(throws: ImportRefusal.self) {
      let layout = "<tr><td>首页</td><td>新闻</td></tr><tr><td>公开</td><td>服务</td></tr>"
      _ = try DocumentImport.run(text: "<table>\(layout)</table>", fileName: "a.html")
    }
  }

  @Test("what stands under a heading that names a unit stays what it is, unless it is a mark")
  func cellsUnderUnits() throws {
    let own = try csv("指标,全县,城关镇,开发区\n化学需氧量减排量（吨）,1200,500,200\n氨氮减排量（吨）,120,50,20\n")
    #expect(own.table("a.csv")[1] == ["化学需氧量减排量（吨）", "1200", "500", "200"])
    let grades = try csv("序号,企业,年度,等级\n1,青河化工有限公司,2022,绿\n2,白石水泥厂,2022,黄\n")
    #expect(grades.column("企业", of: "a.csv") == ["青河化工有限公司", "白石水泥厂"])
    let projects = try csv(
      "序号,项目名称,总投资（万元）,政府,企业\n1,甲厂,500,300,200\n2,乙站,80,80,\n")
    #expect(projects.column("政府", of: "projects.csv") == ["300", "80"])
    #expect(projects.column("企业", of: "projects.csv") == ["200", ""])
    let marks = try csv("序号,任务,发改局,水利局\n1,产业调整,★,√\n2,扬尘治理,,★\n")
    #expect(
      marks.rows(of: "responsibilities.csv", ["duty", "unit", "role"]) == [
        ["1", "发改局", "lead"], ["1", "水利局", "joint"], ["2", "水利局", "lead"],
      ])
  }

  @Test("a text with separators that begins with data is refused, since nothing names its columns")
  func withoutHeadings() throws {
    for text in [
      "45886,甲协会,2,城关\n30000,乙协会,2,河口\n4125,丙协会,3,河口\n",
      "甲协会,城关镇\n乙协会,城关镇\n丙协会,河口镇\n", "2026-12,10.5,甲\n2026-12,20.5,乙\n",
    ] {
      let refusal = #expect(throws: ImportRefusal.self) { try csv(text) }
      #expect(refusal?.reason.en.contains("no headings") == true)
      #expect(refusal?.line == 1)
    }
    let years = try csv("年份,01,02,03\n2021,5,6,7\n2022,8,9,10\n")
    #expect(years.column("02", of: "a.csv") == ["6", "9"])
    let words = try csv("甲栏,乙栏\n白石,青河\n黑土,红山\n")
    #expect(words.column("乙栏", of: "a.csv") == ["青河", "红山"])
  }

  @Test("a total may have its label right of its amount")
  func labelBehindTotal() throws {
    let result = try csv(
      "序号,项目名称,总投资（万元）,责任单位\n1,甲厂,500,县住建局\n2,乙站,300.5,县水利局\n,,801.5,合计\n")
    #expect(result.rows(of: "stated_totals.csv", ["name", "value"]) == [["合计", "801.5"]])
    #expect(result.report.sums.map(\.agrees) == [false])
  }

  @Test("a share in a row of another unit is no value in that unit")
  func sharesBesideUnits() throws {
    let result = try csv(
      """
      指标,单位,2020年,2025年
      优良天数,天,310,85%
      氨氮排放量,万吨,1.2,〔-8%〕
      优良水体比例,%,80,≥85%
      """)
    #expect(
      result.rows(of: "indicators.csv", ["name", "baseline", "target", "target_text"]) == [
        ["优良天数", "310", "", "85%"], ["氨氮排放量", "1.2", "", "〔-8%〕"],
        ["优良水体比例", "80", "85", "≥85%"],
      ])
    #expect(result.doubts.contains(ImportMessages.percentBesideUnit("85%", "天")))
  }

  @Test("the units below a group of problems answer for each, and the place above them for none")
  func groups() throws {
    let result = try text(
      """
      2. 市第二人民医院

      (1)院内标识数量不达标;
      (2)宣传牌内容不规范。
      问题整改责任单位:市卫生健康委员会 整改时限:2023年9月5日

      3. 市科技馆
      (1)灭火器过期未更换;
      问题整改责任单位:市科技局 整改时限:2023年9月5日
      """)
    #expect(
      result.rows(of: "duties.csv", ["text", "units", "section"]) == [
        ["院内标识数量不达标;", "市卫生健康委员会", "市第二人民医院"],
        ["宣传牌内容不规范。", "市卫生健康委员会", "市第二人民医院"],
        ["灭火器过期未更换;", "市科技局", "市科技馆"],
      ])
    #expect(Set(result.column("due", of: "duties.csv")) == ["2023-09-05"])
    #expect(result.notes.contains(ImportMessages.unitsBelowGroup("市第二人民医院", 2)))
    let headed = try text(
      "一、市教育局\n1.新建学校2所。\n配合单位:市财政局\n2.改造校舍。\n二、市水利局\n1.清理河道。\n")
    #expect(headed.column("units", of: "duties.csv") == ["市教育局、市财政局", "市教育局", "市水利局"])
  }

  @Test("departments of a ministry are units, and a full stop ends no date")
  func ministries() throws {
    let result = try text(
      "1.推动出台条例。（政法司、水资源司负责，有关单位配合）\n2.核定纳污能力。（水资源司负责）\n")
    #expect(result.column("units", of: "duties.csv") == ["政法司、水资源司、有关单位", "水资源司"])
    let labels = try text(
      "问题一:污水直排。\n整改时限:2022年12月底。\n责任单位:市住建局\n问题二:扬尘。\n整改时限:2022年10月底前；\n责任单位:市城管局\n")
    #expect(labels.column("due", of: "duties.csv") == ["..2022", "..2022-10"])
  }

  @Test("years in a row are observed or planned as the text above says, and else neither")
  func years() throws {
    let rows = "指标,单位,2020年,2021年,2022年\nPM2.5浓度,微克/立方米,38,36,35\n"
    let open = try csv(rows)
    #expect(
      open.rows(of: "indicators.csv", ["baseline", "target", "2021年", "2022年"]) == [
        ["", "", "36", "35"]
      ])
    #expect(open.doubts.contains(ImportMessages.yearsUncertain(2020, 2022)))
    let past = try text("历年环境质量监测结果\n" + rows.replacing(",", with: " | "))
    #expect(
      past.rows(of: "observations.csv", ["time", "value", "kind"]) == [
        ["2020", "38", "actual"], ["2021", "36", "actual"], ["2022", "35", "actual"],
      ])
    let planned = try text("主要指标年度目标\n" + rows.replacing(",", with: " | "))
    #expect(planned.rows(of: "indicators.csv", ["baseline", "target"]) == [["38", "35"]])
  }

  @Test("a row of units below the headings is a part of them")
  func unitsBelowHeadings() throws {
    let result = try csv(
      "序号,项目名称,总投资,建设规模,建设期限\n—,—,万元,—,（年）\n1,甲厂,500,二期,2022\n2,乙站,300,一期,2023\n")
    #expect(
      result.rows(of: "projects.csv", ["name", "investment", "period"]) == [
        ["甲厂", "500", "2022"], ["乙站", "300", "2023"],
      ])
  }

  @Test("a lone stroke is an empty cell where all rows have as many cells as the headings")
  func loneStrokes() throws {
    let result = try text(
      """
      附件6 |
      ||||
      项目 |
      公式 |
      本地区 |
      本级 |
      下级 |
      一、债务限额 |
      A=B+C |
      42,866 |
      42,866 |
      |
      其中:一般债务限额 |
      B |
      3,666 |
      3,666 |
      |
      专项债务限额 |
      C |
      39,200 |
      39,200 |
      |
      """)
    #expect(
      result.table("a.csv").dropFirst().map { $0.prefix(5).map { $0 } } == [
        ["一、债务限额", "A=B+C", "42866", "42866", ""], ["其中:一般债务限额", "B", "3666", "3666", ""],
        ["专项债务限额", "C", "39200", "39200", ""],
      ])
  }

  @Test("a row on a line of its own is never cut over, however many cells others have")
  func unevenLines() throws {
    let result = try text(
      """
      2021年专项债券情况表 | ||||||
      单位:万元 | ||||||
      部门 | 债券名称 | 债券编码 | 项目名称 | 总投资 | 已实现投资 | 备注 |
      市二院 | 专项债券(十八期) | 2105828 | 病房楼扩建工程 | 19900 | 3490.2 |
      市三院 | 专项债券(十九期) | 2105829 | 门诊楼工程 | 800 | 90 |
      """)
    #expect(!result.column("investment", of: "projects.csv").contains("2105828"))
    #expect(result.column("name", of: "projects.csv").allSatisfy { $0.hasSuffix("工程") })
  }

  @Test("the baseline of several past years is the last of them, and a vision is no target")
  func baselines() throws {
    func years(_ heads: String, _ cells: String) throws -> ImportResult {
      try csv("指标,单位,\(heads)\n细颗粒物浓度,微克/立方米,\(cells)\n")
    }
    let named = ["baseline", "baseline_year", "target", "target_year"]
    let past = try years("2018年,2019年,2020年,2025年目标", "52,48,45,38")
    #expect(past.rows(of: "indicators.csv", named) == [["45", "2020", "38", "2025"]])
    #expect(
      past.rows(of: "observations.csv", ["time", "value"]) == [["2018", "52"], ["2019", "48"]])
    #expect(past.notes.contains(ImportMessages.yearsTaken(2020, 2025)))
    let open = try years("2015年,2020年,2025年", "60,45,38")
    #expect(open.rows(of: "indicators.csv", ["baseline", "target", "2020年"]) == [["", "", "45"]])
    #expect(open.doubts.contains(ImportMessages.yearsUncertain(2015, 2025)))
    for (plan, taken) in [
      ("十四五", ["45", "2020", "38", "2025"]), ("十三五", ["60", "2015", "45", "2020"]),
    ] {
      let told = try text(
        "青石县“\(plan)”生态环境保护主要指标\n指标 | 单位 | 2015年 | 2020年 | 2025年\n细颗粒物浓度 | 微克/立方米 | 60 | 45 | 38\n"
      )
      #expect(told.rows(of: "indicators.csv", named) == [taken])
    }
    let uneven = try years("2020年,2022年,2025年,2030年", "45,42,38,35")
    #expect(uneven.rows(of: "indicators.csv", named) == [["45", "2020", "35", "2030"]])
    let stated = try years("2015年现状,2020年现状,2025年目标", "60,45,38")
    #expect(stated.rows(of: "indicators.csv", named) == [["45", "2020", "38", "2025"]])
    let steps = try years("2021年,2022年,2023年,2024年,2025年目标", "40,38,37,36,35")
    #expect(steps.rows(of: "indicators.csv", named) == [["", "", "35", "2025"]])
    #expect(steps.doubts.contains(ImportMessages.yearsUncertain(2021, 2024)))
    let vision = try years("2020年,2025年,2035年", "45,38,30")
    #expect(vision.rows(of: "indicators.csv", named) == [["45", "2020", "38", "2025"]])
  }

  @Test("rows of averages are no projects")
  func statistics() throws {
    let result = try csv("序号,项目名称,总投资（万元）\n1,甲厂,500\n2,乙站,300\n,平均,400\n,最大值,500\n")
    #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙站"])
    #expect(result.report.documents[0].unread.map(\.line) == [4, 5])
  }

  @Test("money by source and year is that of its project, though each has only one row")
  func funds() throws {
    let result = try csv("项目,来源,年度,计划资金（万元）\n甲厂,中央,2023,100\n乙站,自筹,2023,50\n")
    #expect(
      result.rows(of: "funding.csv", ["project", "source", "year", "planned"]) == [
        ["甲厂", "central", "2023", "100"], ["乙站", "enterprise", "2023", "50"],
      ])
  }

  @Test("a flattened table with more headings than are known is refused")
  func openHeadings() throws {
    let text = """
      編號 科目 說明 數量 單位 單價 115預算 114預算 差異
      1 工務業務 縣款 9,243,000 9,572,000 -329,000
      2 人事費 縣款 3,750,000 3,591,000 159,000
      """
    let refusal = #expect(throws: ImportRefusal.self) {
      try DocumentImport.run(text: text, fileName: "a.txt")
    }
    #expect(refusal?.line == 1)
  }
}
