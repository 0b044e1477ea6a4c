import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("forms that offices fill in")
struct ImportOfficeFormTests {
  private func csv(_ text: String, map: [String] = []) throws -> ImportResult {
    var options = ImportOptions()
    for line in map { try options.map.add(line: line) }
    return try DocumentImport.run(
      [ImportSource(name: "a.csv", bytes: Array(text.utf8))], options: options)
  }

  private func doubts(_ result: ImportResult) -> [String] {
    result.report.documents[0].doubts.map(\.text.en)
  }

  @Test("of several targets that of the plan's end is taken, however the headings stand")
  func targets() throws {
    let result = try csv(
      """
      指标名称,单位,2020年现状值,2023年目标值,2025年目标值,2035年目标值
      优良天数比例,%,78.3,80,82,90
      PM2.5浓度,微克/立方米,38,35,≤33,25
      """)
    #expect(result.column("target", of: "indicators.csv") == ["82", "33"])
    #expect(result.column("target_year", of: "indicators.csv") == ["2025", "2025"])
    #expect(result.column("2023年目标值", of: "indicators.csv") == ["80", "35"])
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.headingBeside("2035年目标值", "2025年目标值")))
    let plans = try csv("指标名称,单位,2022年实绩,2023年计划,2024年计划\nPM2.5浓度,微克/立方米,40,36,33\n")
    #expect(plans.column("target", of: "indicators.csv") == ["33"])
    #expect(!plans.table("indicators.csv")[0].contains("baseline"))
    #expect(plans.column("value", of: "observations.csv") == ["40"])
    let numbers = try csv("指标名称,单位,“十三五”末,“十四五”目标值\n森林覆盖率,%,20,23\n")
    #expect(numbers.column("baseline_year", of: "indicators.csv") == ["2020"])
    #expect(numbers.column("target_year", of: "indicators.csv") == ["2025"])
  }

  @Test("headings that name a day give reports of that day, one a day")
  func datedHeadings() throws {
    let result = try csv(
      """
      项目名称,总投资(万元),截至2022年底累计完成投资(万元),截至2023年底累计完成投资(万元),形象进度
      甲渠,900,300,700,已完工
      乙站,500,100,200,完成40%
      """)
    #expect(
      result.table("progress.csv").map { Array($0.prefix(5)) } == [
        ["project", "as_of", "done", "invested", "status"], ["甲渠", "2022-12-31", "", "300", ""],
        ["甲渠", "2023-12-31", "", "700", "已完工"], ["乙站", "2022-12-31", "", "100", ""],
        ["乙站", "2023-12-31", "0.4", "200", ""],
      ])
  }

  @Test("shares by the sign of the heading, and numbers without one kept as text and said")
  func shares() throws {
    let signed = try csv("截至2023年6月底进度表,,\n项目名称,总投资(万元),形象进度(%)\n甲渠,900,45\n乙站,500,20.5\n")
    #expect(signed.column("done", of: "progress.csv") == ["0.45", "0.205"])
    let plain = try csv("截至2023年6月底进度表,,\n项目名称,总投资(万元),形象进度\n甲渠,900,45\n")
    #expect(plain.column("text", of: "progress.csv") == ["45"])
    #expect(doubts(plain).contains(ImportMessages.shareWithoutSign("形象进度", "45").en))
  }

  @Test("money by stage and source is each in its own column")
  func stages() throws {
    let result = try csv(
      """
      项目名称,资金来源(万元),,到位资金(万元),,
      ,中央,自筹,小计,中央,自筹
      甲渠,2000,1000,2500,2000,500
      """)
    #expect(
      result.table("funding.csv") == [
        ["project", "source", "planned", "in_place"], ["甲渠", "central", "2000", "2000"],
        ["甲渠", "enterprise", "1000", "500"],
      ])
  }

  @Test("sources that `funding` does not tell apart are kept with what they are called")
  func otherSources() throws {
    let result = try csv("项目名称,总投资(万元),中央预算内投资,县财政,地方配套,资金缺口\n甲渠,900,300,200,250,150\n")
    #expect(
      result.table("funding.csv").dropFirst() == [
        ["甲渠", "central", "300", ""], ["甲渠", "district", "200", ""], ["甲渠", "", "250", "地方配套"],
        ["甲渠", "to_be_found", "150", ""],
      ])
    let bare = try csv("项目名称,合计(万元),中央,省,县,自筹\n甲渠,1000,400,300,200,100\n")
    #expect(
      bare.column("source", of: "funding.csv") == ["central", "province", "district", "enterprise"])
  }

  @Test("sources and the whole share the unit that one of them states, where they add up")
  func sharedUnit() throws {
    let sources = try csv(
      "项目名称,总投资(万元),中央,省级,市级,其他\n甲渠,1000,300,200,400,100\n合计,1000,300,200,400,100\n")
    #expect(sources.column("planned", of: "funding.csv") == ["300", "200", "400", "100"])
    #expect(sources.column("原文资金来源", of: "funding.csv") == ["", "", "", "其他"])
    #expect(sources.report.sums.map(\.agrees) == [true, true, true, true, true])
    let whole = try csv("项目名称,中央资金(万元),省级资金(万元),合计\n甲渠,300,200,500\n")
    #expect(whole.column("investment", of: "projects.csv") == ["500"])
    let other = try csv("项目名称,总投资(亿元),中央,省级\n甲渠,5,30000,20000\n乙站,2,15000,5000\n")
    #expect(other.column("原文中央", of: "projects.csv") == ["30000", "15000"])
    #expect(
      doubts(other) == [
        ImportMessages.unitMissing("中央").en, ImportMessages.unitMissing("省级").en,
      ])
  }

  @Test("a line break between two figures makes no one number")
  func figuresOnTwoLines() throws {
    let result = try csv("项目名称,投资额(万元),责任单位\n甲渠,\"500\n300\",水利局\n乙站,\"1,200\",水利局\n")
    #expect(result.column("investment", of: "projects.csv") == ["", "1200"])
    #expect(doubts(result).contains { $0.contains("cannot be read") })
  }

  @Test(
    "lines below and above the rows that are none of them",
    arguments: [
      "联系人,吴某,13800000000,", "填表人：吴某,审核人：李某,,2021年12月31日", "领导签字：,张三,日期,2022-01-05", "备注：投资为估算数,,,",
      "* 暂估,,,",
    ])
  func linesBelow(line: String) throws {
    for name in ["项目名称", "对象甲"] {
      let result = try csv("序号,\(name),投资额(万元),备注\n1,甲渠,100,\n2,乙站,200,\n\(line)\n")
      let table = name == "项目名称" ? "projects.csv" : "a.csv"
      #expect(result.table(table).count == 3, "\(line)")
    }
  }

  @Test(
    "totals however they are written",
    arguments: [
      "3项,合计,300", "/,合计,300", ",合计：2项,300", ",Summe,300", ",Totals,300", ",Итого,300", ",累计,300",
    ])
  func totals(line: String) throws {
    let result = try csv("序号,项目名称,投资额(万元)\n1,甲渠,100\n2,乙站,200\n\(line)\n")
    #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙站"], "\(line)")
    #expect(result.report.sums.map(\.agrees) == [true], "\(line)")
  }

  @Test("parts below a total and marks of columns are no projects")
  func partsAndMarks() throws {
    let result = try csv(
      "序号,项目名称,总投资(万元),年度计划投资(万元)\n甲,乙,1,2\n,合计,300,200\n,其中：新建项目,100,90\n,续建项目,200,110\n1,甲渠,100,90\n2,乙站,200,110\n"
    )
    #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙站"])
    #expect(result.report.sums.first?.agrees == true)
  }

  @Test("subtotals total the rows since the last one")
  func subtotals() throws {
    let result = try csv(
      """
      类别,项目名称,投资额(万元)
      大气,甲炉,100
      ,乙站,200
      小计,,300
      水,丙渠,400
      小计,,401
      合计,,700
      """)
    #expect(result.report.sums.map(\.agrees) == [true, true, false])
    #expect(result.report.sums.map(\.rows) == [3, 2, 1])
  }

  @Test("columns that units head are their parts in the tasks")
  func matrix() throws {
    let result = try csv(
      """
      序号,任务,发改局,水利局,住建局
      1,产业调整,★,○,
      2,扬尘治理,,,★
      """)
    #expect(
      result.table("responsibilities.csv").dropFirst().map { Array($0[1...4]) } == [
        ["1", "发改局", "lead", "1"], ["1", "水利局", "support", "2"], ["2", "住建局", "lead", "1"],
      ])
  }

  @Test("registers of cases and of changes are told by their headings")
  func registers() throws {
    let cases = try csv(
      """
      序号,处罚决定书文号,案件名称,当事人,处罚金额（元）,处罚决定日期,办案机构,结案日期
      1,某环罚〔2023〕2号,超标排水案,甲公司,"15,300",2023年4月11日,生态环境局、公安局,未结案
      """)
    #expect(cases.column("no", of: "cases.csv") == ["某环罚〔2023〕2号"])
    #expect(cases.column("date", of: "cases.csv") == ["2023-04-11"])
    #expect(cases.column("agencies", of: "cases.csv") == ["生态环境局、公安局"])
    #expect(!cases.table("cases.csv")[0].contains("closed_on"))
    #expect(cases.column("原文结案日期", of: "cases.csv") == ["未结案"])
    #expect(cases.column("name", of: "units.csv") == ["生态环境局", "公安局"])
    let changes = try csv("项目名称,调整前,调整后,调整原因,批准文号,批准时间\n甲渠,1200,1500,材料涨价,发改〔2023〕5号,2023.5.8\n")
    #expect(
      changes.table("changes.csv").map { Array($0.prefix(6)) } == [
        ["subject", "date", "old", "new", "reason", "authority"],
        ["甲渠", "2023-05-08", "1200", "1500", "材料涨价", "发改〔2023〕5号"],
      ])
  }

  @Test("columns of a field before and after a change are changes of that field")
  func changedColumns() throws {
    let result = try csv(
      """
      序号,项目名称,调整前投资(万元),调整后投资(万元),变更前责任单位,变更后责任单位,调整原因,批准文号
      1,甲渠,1200,1500,水利局,住建局,材料涨价,发改〔2023〕5号
      2,乙路,800,700,,,优化设计,发改〔2023〕6号
      """)
    #expect(
      result.rows(of: "changes.csv", ["subject", "field", "old", "new", "authority"]) == [
        ["甲渠", "投资", "1200万元", "1500万元", "发改〔2023〕5号"],
        ["甲渠", "责任单位", "水利局", "住建局", "发改〔2023〕5号"],
        ["乙路", "投资", "800万元", "700万元", "发改〔2023〕6号"],
      ])
  }

  @Test("columns of one heading, and of none, keep their cells apart")
  func headingsAlike() throws {
    let result = try csv("项目名称,投资额(万元),说明栏,说明栏,\n甲渠,100,x,y,z\n")
    #expect(result.column("说明栏", of: "projects.csv") == ["x"])
    #expect(result.column("说明栏_2", of: "projects.csv") == ["y"])
    #expect(result.column("column_5", of: "projects.csv") == ["z"])
    let groups = try csv("项目名称,总投资(万元),2021年,,2022年,\n,,计划,完成,计划,完成\n甲渠,1000,400,380,600,250\n")
    #expect(groups.column("amount", of: "budgets.csv") == ["400", "600"])
    #expect(groups.column("2021年 完成", of: "projects.csv") == ["380"])
    #expect(groups.column("2022年 完成", of: "projects.csv") == ["250"])
  }

  @Test("a deadline alone is the end of a period")
  func deadlines() throws {
    let result = try csv("项目名称,投资额(万元),完成时限\n甲渠,100,2022.09\n乙站,200,2021-2023\n")
    #expect(result.column("period", of: "projects.csv") == ["..2022-Q3", "2021..2023"])
  }

  @Test("a map names the columns of a wide table, however few of its headings are known")
  func wideTable() throws {
    let heading = (1...12).map { "COL_\($0)" }.joined(separator: ",") + ",WHO,SUM"
    let row = (1...12).map { "x\($0)" }.joined(separator: ",")
    let result = try csv(
      "\(heading)\n\(row),Bridge,17 833\n\(row),Road,\"9 644 223\"\n",
      map: ["WHO=name", "SUM=investment"])
    #expect(result.column("name", of: "projects.csv") == ["Bridge", "Road"])
  }

  @Test("a heading may be long or blank, and words of other scripts are one unit")
  func otherLanguages() throws {
    let long = String(repeating: "Totale subsidiabele kosten ", count: 4)
    let result = try csv("Nr,Naam,\(long)\n1,Utrecht,€ 795.000\n2,Delft,€ 1.650.000\n")
    #expect(result.table("a.csv").last?.last == "1650000")
    let index = try csv(",b,c\n1,2,3\n2,4,5\n")
    #expect(index.table("a.csv") == [["column_1", "b", "c"], ["1", "2", "3"], ["2", "4", "5"]])
    let units = try csv(
      "Project,Investment,Lead\nBridge,100,Department of Public Works\n", map: ["Lead=lead"])
    #expect(units.column("name", of: "units.csv") == ["Department of Public Works"])
  }

  @Test("a column of numbers with a word in it is kept as text and said")
  func numbersAmidWords() throws {
    let result = try csv("Name,Value\nA,1\nB,2\nC,NC\nD,4\n")
    #expect(result.column("Value", of: "a.csv") == ["1", "2", "NC", "4"])
    #expect(doubts(result) == [ImportMessages.numbersAmidWords("Value", "NC").en])
  }
}
