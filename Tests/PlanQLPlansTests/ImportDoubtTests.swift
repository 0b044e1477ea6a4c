import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing what a table says in more than one way")
struct ImportDoubtTests {
  private func run(
    _ text: String, _ name: String = "表.csv", _ options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name, options: options)
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("a start and a deadline in columns of their own are one period")
  func startAndDeadline() throws {
    let result = try run(
      """
      序号,项目名称,开工时间,完成时限,投资额（万元）,责任单位
      1,甲渠,2021年3月,2022年10月底前,100,水务局
      2,乙渠,,2023年底前,200,水务局
      3,丙渠,2024年,2023年底前,300,水务局
      """)
    #expect(result.column("period", of: "projects.csv") == ["2021-03..2022-10", "..2023", ""])
    #expect(result.column("开工时间", of: "projects.csv") == ["", "", "2024年"])
    #expect(doubts(result).contains(ImportMessages.periodReversed))
  }

  @Test("a deadline beside a stated period is kept as written")
  func deadlineBesidePeriod() throws {
    let result = try run(
      "项目名称,建设期限,完成时限,投资额（万元）\n甲渠,2021-2023,2022年10月底前,100\n")
    #expect(result.column("period", of: "projects.csv") == ["2021..2023"])
    #expect(result.column("完成时限", of: "projects.csv") == ["2022年10月底前"])
  }

  @Test("numbers that are no plain ones are codes, and projects of one name are told apart")
  func codes() throws {
    let result = try run(
      """
      编号,项目名称,2021年计划（万元）,责任单位
      A-01,管网改造,100,水务局
      A-02,管网改造,150,住建局
      """)
    #expect(result.column("code", of: "projects.csv") == ["A-01", "A-02"])
    #expect(result.column("no", of: "projects.csv") == ["1", "2"])
    #expect(result.column("project", of: "budgets.csv") == ["1", "2"])
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("responsibilities").count == 2)
  }

  @Test("projects of one name in sections that count anew are counted through")
  func sameNamesInSections() throws {
    let result = try run(
      """
      序号,项目名称,投资额（万元）,责任单位
      一、东片,,,
      1,管网改造,100,水务局
      2,泵站,50,水务局
      二、西片,,,
      1,管网改造,150,住建局
      """)
    #expect(result.column("no", of: "projects.csv") == ["1", "2", "3"])
    #expect(result.column("原文序号", of: "projects.csv") == ["", "", "1"])
    #expect(result.column("project", of: "responsibilities.csv") == ["1", "2", "3"])
  }

  @Test("numbers of tasks and indicators that are no plain ones are kept")
  func numbersAsWritten() throws {
    let tasks = try run("序号,任务,责任单位,完成时限\n1.1,建桥,交通局,2022年\n1.2,修路,交通局,2023年\n")
    #expect(tasks.column("原文序号", of: "duties.csv") == ["1.1", "1.2"])
    _ = try load(Dictionary(uniqueKeysWithValues: tasks.files.map { ($0.name, $0.text) }))
    let indicators = try run("编号,指标名称,单位,基期值,目标值\nZB-1,优良比例,%,85.7,92\n")
    #expect(indicators.column("原文编号", of: "indicators.csv") == ["ZB-1"])
  }

  @Test("what was done in a year is no plan for it")
  func doneInYear() throws {
    let result = try run(
      """
      项目名称,投资,,,责任单位
      ,总投资（万元）,已完成投资（万元）,,
      ,,截至2020年,2021年,
      甲渠,100,20,30,水务局
      乙渠,200,50,60,水务局
      """)
    #expect(result.table("budgets.csv").isEmpty)
    #expect(result.column("投资 已完成投资（万元） 2021年", of: "projects.csv") == ["30", "60"])
  }

  @Test("a second column of the investment is kept under its own heading")
  func secondInvestment() throws {
    let result = try run("项目名称,总投资（万元）,概算投资（万元）,责任单位\n甲渠,100,120,水务局\n")
    #expect(result.column("investment", of: "projects.csv") == ["100"])
    #expect(result.column("原文概算投资（万元）", of: "projects.csv") == ["120"])
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("projects").count == 1)
  }

  @Test("values and deadlines that cannot be read are kept as written")
  func unread() throws {
    let indicators = try run(
      "指标名称,单位,2020年,2025年\n覆盖率,%,21.3,22～24\n达标率,%,99.5(2019年),100\n")
    #expect(indicators.column("target_text", of: "indicators.csv") == ["22～24", ""])
    #expect(indicators.column("原文2020年", of: "indicators.csv") == ["", "99.5(2019年)"])
    let tasks = try run("任务,责任单位,完成时限\n扬尘整治,城管局,立行立改\n雨污分流,住建局,2023年\n")
    #expect(tasks.column("due", of: "duties.csv") == ["", "2023"])
    #expect(tasks.column("原文完成时限", of: "duties.csv") == ["立行立改", ""])
  }

  @Test("the parts of a whole end with their sentence")
  func partsEnd() throws {
    let result = try run(
      "全区56个重点项目完成投资38.6亿元,其中产业项目30个,完成投资25.2亿元;基础设施项目26个,完成投资13.4亿元。未开工项目3个。",
      "a.txt")
    #expect(result.column("section", of: "stated_totals.csv").last == "")
  }

  @Test("a group over several columns without cells over several rows")
  func groupOfColumns() throws {
    let page =
      "<table><tr><th>序号</th><th>项目名称</th><th colspan=2>投资（亿元）</th><th>责任单位</th></tr>"
      + "<tr><th></th><th></th><th>总额</th><th>2023年</th><th></th></tr>"
      + "<tr><td>1</td><td>甲渠</td><td>1.5</td><td>0.5</td><td>水务局</td></tr></table>"
    #if Office
      let result = try run(page, "a.html")
      #expect(result.column("investment", of: "projects.csv") == ["1.5"])
      #expect(result.column("amount", of: "budgets.csv") == ["0.5"])
    #endif
  }

  @Test("the first of several targets is the indicator's, the others are kept as written")
  func severalTargets() throws {
    let result = try run("序号,指标,单位,2015年,2020年,2025年目标,2030年目标\n1,优良率,%,70,80,85,90\n")
    #expect(result.column("target", of: "indicators.csv") == ["85"])
    #expect(result.column("target_year", of: "indicators.csv") == ["2025"])
    #expect(result.column("2030年目标", of: "indicators.csv") == ["90"])
    #expect(result.column("baseline", of: "indicators.csv") == ["80"])
  }

  @Test("what was invested in each of several years is not the sum up to now")
  func investedByYear() throws {
    let result = try run(
      """
      项目名称,总投资（万元）,2021年,,2022年,,责任单位
      ,,计划投资（万元）,完成投资（万元）,计划投资（万元）,完成投资（万元）,
      甲渠,100,50,45,50,40,水务局
      """)
    #expect(result.column("amount", of: "budgets.csv") == ["50", "50"])
    #expect(result.table("progress.csv").isEmpty)
    #expect(result.column("2021年 完成投资（万元）", of: "projects.csv") == ["45"])
    #expect(result.column("2022年 完成投资（万元）", of: "projects.csv") == ["40"])
  }

  @Test("a unit between tables with tab stops is that of the second")
  func unitBetween() throws {
    let result = try run(
      "项目名称\t投资额（万元）\t责任单位\n甲渠\t100\t水务局\n单位：亿元\n项目名称\t投资额\t责任单位\n乙渠\t1\t水务局\n",
      "a.txt")
    #expect(result.column("investment", of: "projects.csv") == ["100", "10000"])
  }

  @Test("parts of a row are not counted beside it")
  func parts() throws {
    let result = try run(
      """
      序号,项目名称,投资额（万元）,责任单位
      1,甲渠,100,水务局
      ,其中：东段,60,水务局
      ,西段,40,水务局
      2,乙渠,200,水务局
      """)
    #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
    #expect(result.report.sums.map { $0.sum?.description } == ["300"])
    let unread = result.report.documents[0].unread
    #expect(unread.map(\.line) == [3, 4])
    #expect(unread.allSatisfy { $0.text == ImportMessages.partOfRowAbove })
  }

  @Test("totals with a count of rows, and sections that end in one")
  func counts() throws {
    let result = try run(
      """
      序号,项目名称,投资额（万元）,责任单位
      一,水利类（2个）,300,
      1,甲渠,100,水务局
      2,乙渠,200,水务局
      ,共2个项目,300,
      """)
    #expect(result.column("section", of: "projects.csv") == ["水利类", "水利类"])
    #expect(result.report.sums.map(\.agrees) == [true, true])
    let other = try run("序号,项目名称,投资额（万元）\n1,甲渠,100\n全区合计（1个）,,100\n")
    #expect(other.report.sums.map(\.agrees) == [true])
  }

  @Test("a total of a table of the document's own is no row of it")
  func ownTotal() throws {
    let result = try run(
      "地区,2020年,2021年,完成率\n甲县,\"1,200\",900,75%\n乙县,800,-,50%\n合计,2000,900,66.7%\n", "a.csv")
    #expect(result.column("地区", of: "a.csv") == ["甲县", "乙县"])
    #expect(result.column("number", of: "stated_totals.csv") == ["2000", "900", "66.7"])
  }

  @Test("columns of sources are funds, in the unit of the whole that they are parts of")
  func sources() throws {
    let result = try run(
      "项目名称,总投资（万元）,中央资金,企业自筹,责任单位\n甲渠,100,30,70,水务局\n乙渠,200,60,140,水务局\n")
    #expect(
      result.table("funding.csv").dropFirst() == [
        ["甲渠", "central", "30"], ["甲渠", "enterprise", "70"], ["乙渠", "central", "60"],
        ["乙渠", "enterprise", "140"],
      ])
    let other = try run("项目名称,总投资（亿元）,中央资金,责任单位\n甲渠,1,3000,水务局\n")
    #expect(other.table("funding.csv").isEmpty)
    #expect(other.column("原文中央资金", of: "projects.csv") == ["3000"])
  }

  @Test("roles in brackets after a unit, and words of sharing out")
  func roles() throws {
    let result = try run(
      """
      项目名称,投资额（万元）,责任单位
      甲渠,1,生态环境局（牵头）、农业农村局
      乙渠,2,水务局（住建局配合）
      丙渠,3,水务局、住建局按职责分工负责
      """)
    #expect(
      result.column("units", of: "projects.csv") == ["生态环境局、农业农村局", "水务局、住建局", "水务局、住建局"])
    #expect(
      result.column("role", of: "responsibilities.csv") == [
        "lead", "joint", "lead", "support", "lead", "joint",
      ])
    #expect(doubts(result).isEmpty)
  }

  @Test("a list of units under a label goes on after a separator")
  func labelGoesOn() throws {
    let result = try run(
      """
      2024年重点工作责任清单
      一、水环境
      1.建成泵站2座。
      牵头单位：水务局；配合单位：财政局、
      各街道；完成时限：12月底前
      2.清淤5公里。
      牵头单位：水务局
      """, "a.txt")
    #expect(result.column("units", of: "duties.csv") == ["水务局、财政局、各街道", "水务局"])
    #expect(result.column("due", of: "duties.csv") == ["..2024", ""])
  }

  @Test("a table goes on below a word that says so, in the same unit")
  func goesOn() throws {
    func text(_ unit: String) -> String {
      """
      北山县2023年重点项目表
      单位:万元
      序号 项目名称 投资额 建设期限 责任单位
      一、交通
      1 一号路 300 2023年3月-10月 交通局
      小计 300
      续表 单位:\(unit)
      序号 项目名称 投资额 建设期限 责任单位
      二、水利
      1 一号渠 150 2023 水利局
      小计 150
      总计 450
      """
    }
    let result = try run(text("万元"), "a.txt")
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
    let other = try run(text("亿元"), "a.txt")
    #expect(other.column("investment", of: "projects.csv") == ["300", "1500000"])
  }

  @Test("new projects among all are a group with their own amounts")
  func newProjects() throws {
    let result = try run(
      "2023年1—9月,全市实施重点项目120个,完成投资72.3亿元。其中:新开工项目45个,完成投资20.1亿元;续建项目75个,完成投资52.2亿元。",
      "a.txt")
    #expect(
      result.column("section", of: "stated_totals.csv") == [
        "", "", "新开工项目", "新开工项目", "续建项目", "续建项目",
      ])
    #expect(result.report.sums.map(\.agrees) == [true, true])
  }

  @Test("an amount without room in the plan's money is left blank, so that the folder loads")
  func tooLarge() throws {
    let result = try run(
      "项目名称,投资额（万元）,责任单位\n甲渠,12345678901234,水务局\n乙渠,200,水务局\n")
    #expect(result.column("investment", of: "projects.csv") == ["", "200"])
    #expect(result.column("原文投资额", of: "projects.csv") == ["12345678901234", ""])
    #expect(
      doubts(result).contains(ImportMessages.amountIsTooLarge("投资额（万元）", "12345678901234")))
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(plan.issues.isEmpty)
  }

  @Test("signs of currency are not lost: one goes into the heading, several keep the column a text")
  func currencySigns() throws {
    let result = try run(
      """
      item,price,fee,mixed
      a,"£20,293.40",$3,£1
      b,£12.00,$4.50,$2
      """, "prices.csv")
    #expect(result.column("price(£)", of: "prices.csv") == ["20293.4", "12"])
    #expect(result.column("fee($)", of: "prices.csv") == ["3", "4.5"])
    #expect(result.column("mixed", of: "prices.csv") == ["£1", "$2"])
    #expect(doubts(result) == [ImportMessages.severalCurrencies("mixed", ["$", "£"])])
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.currencySignsTakenOut("fee($)", "$")))
    #expect(!notes.contains(ImportMessages.numbersRewritten("fee($)")))
    let plan = result.files.first { $0.name == "plan.yaml" }?.text
    #expect(plan == "language: en\n")
    let pounds = try run("item,price\na,£20\n", "prices.csv")
    #expect(
      pounds.files.first { $0.name == "plan.yaml" }?.text == "currency: GBP\nlanguage: en\n")
  }
}
