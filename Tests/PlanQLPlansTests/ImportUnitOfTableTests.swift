import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("units above tables, shares beside amounts, sections of tables, units below each other")
struct ImportUnitOfTableTests {
  private func run(_ text: String, _ name: String = "a.csv") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test(
    "a unit above a table that is not money is that of its indicators, or said of other columns")
  func measures() throws {
    let result = try run(
      """
      单位:万吨
      序号,指标名称,2010年,2015年
      1,二氧化硫排放量,19.1,15.2
      2,脱硫率(%),60,80
      """)
    #expect(result.table("indicators.csv").dropFirst().map { $0[2] } == ["万吨", "%"])
    let own = try run("单位:亩\n乡镇,人工造林,封山育林\n甲镇,100,200\n乙镇,200,300")
    #expect(
      own.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.unitOfColumnsUnknown("亩", ["人工造林", "封山育林"])))
    #expect(TableCaption.measure(FoldedText("责任单位:林业局")) == nil)
    #expect(TableCaption.measure(FoldedText("单位:万元")) == nil)
    #expect(TableCaption.moneyUnit(FoldedText("$5 million CIP")) == nil)
    #expect(TableCaption.measure(FoldedText("造林任务表(单位:万亩)")) == "万亩")
  }

  @Test("columns of months and sums below a unit of money are said")
  func months() throws {
    let result = try run(
      """
      单位:亿元,,,,
      序号,项目名称,总投资,1月,累计完成
      1,滨江大道,12.5,0.2,2.25
      2,文化中心,3.2,0,0.3
      """)
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.unitOfColumnsUnknown("亿元", ["1月", "累计完成"])))
  }

  @Test(
    "a share beside an amount has no unit of money",
    arguments: ["完成投资 同比增长", "完成投资 占年度计划", "投资增速", "完成投资 环比"])
  func shares(_ heading: String) { #expect(OwnColumn.isOfShares(heading)) }

  @Test("a row that counts the columns is none of a table of the document's own")
  func countOfColumns() throws {
    let result = try run(
      """
      单位:万元,,,
      科目编码,科目名称,基本支出,项目支出
      栏次,,1,2
      213,农林水支出,100,50
      合计,,100,50
      """)
    #expect(result.table("a.csv").count == 2)
    #expect(result.report.sums.allSatisfy { $0.agrees ?? false })
  }

  @Test(
    "what the amounts below are in, in English",
    arguments: [
      ("(Dollars in thousands)", "120", "USD"), ("Rs. in Lakhs", "1200", "INR"),
      ("(EUR million)", "120", "EUR"), ("£000s", "120", "GBP"),
    ])
  func english(_ line: String, _ amount: String, _ code: String) throws {
    let result = try run("\(line),,\nNo.,Project Name,Total Cost\n1,Town Hall,120\n2,Depot,350")
    #expect(result.table("projects.csv")[1][2] == amount)
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(ImportMessages.currencyFound(code))
    )
  }

  @Test("(二) with content of its own is no row of (一)")
  func numeralRows() throws {
    let result = try run(
      """
      序号,工程名称,投资估算(万元),责任单位
      一,生态修复工程,8600,
      (一),国土绿化,5600,
      1,人工造林,4000,林业局
      2,封山育林,1600,林业局
      (二),湿地保护,3000,湿地中心
      """)
    let rows = result.table("projects.csv")
    let section = try #require(rows[0].firstIndex(of: "section"))
    #expect(rows.dropFirst().map { $0[section] } == ["国土绿化", "国土绿化", "湿地保护"])
    #expect(result.report.sums.allSatisfy { $0.stated == nil || $0.agrees ?? false })
  }

  @Test("a sentence between a heading and its table leaves the section")
  func sentenceBetween() throws {
    let result = try run(
      """
      一、续建项目
      续建项目2个,年度投资1.8亿元,具体见表1。
      | 序号 | 项目名称 | 总投资(万元) |
      | 1 | 甲路改造 | 25600 |
      | 2 | 县医院迁建 | 18300 |

      二、新建项目
      新建项目主要补齐短板。
      | 序号 | 项目名称 | 总投资(万元) |
      | 1 | 站前广场 | 42000 |
      """, "a.txt")
    let rows = result.table("projects.csv")
    let section = try #require(rows[0].firstIndex(of: "section"))
    #expect(rows.dropFirst().map { $0[section] } == ["续建项目", "续建项目", "新建项目"])
    // The investment of a year is not that of the projects in all.
    #expect(result.report.sums.allSatisfy { $0.stated == nil })
  }

  @Test("units and persons below each other in a column that is kept stay apart")
  func brokenUnits() throws {
    let result = try run(
      """
      序号,项目名称,总投资(万元),跟进情况
      1,光伏发电,500,"县发改局\n县林业局"
      2,冷链物流,800,"县供销社\n张某"
      3,文化中心,900,"正在办理用地\n手续"
      """)
    #expect(
      result.table("projects.csv").dropFirst().map { $0[3] }
        == ["县发改局、县林业局", "县供销社 张某", "正在办理用地手续"])
  }

  @Test("a heading merged over the names and over 计划 and 完成 beside them")
  func mergedName() throws {
    let result = try run(
      """
      <p>单位:万元</p><table>
      <tr><td>序号</td><td colspan=2>项目名称</td><td>一季度</td><td>全年</td></tr>
      <tr><td rowspan=2>1</td><td rowspan=2>滨江大道</td><td>计划</td><td>2000</td><td>9000</td></tr>
      <tr><td>完成</td><td>1800</td><td></td></tr>
      <tr><td rowspan=2>2</td><td rowspan=2>文化中心</td><td>计划</td><td>500</td><td>3000</td></tr>
      <tr><td>完成</td><td>450</td><td></td></tr>
      </table>
      """, "a.html")
    let rows = result.table("projects.csv")
    #expect(rows.dropFirst().map { $0[1] } == ["滨江大道", "文化中心"])
    let done = try #require(rows[0].firstIndex(of: "一季度完成"))
    #expect(rows.dropFirst().map { $0[done] } == ["1800", "450"])
  }

  @Test("halves of a small CSV beside each other are two tables")
  func halves() throws {
    let result = try run(
      """
      单位,金额(万元),单位,金额(万元)
      甲县,44,丙县,25
      乙县,22,丁县,35
      """)
    #expect(result.table("a.csv").count == 3)
    #expect(result.table("a_2.csv").count == 3)
  }

  @Test("between semicolons a comma may be that of decimals: it is said how it was read")
  func semicolons() throws {
    let result = try run("Nr;Projekt;Kosten (EUR)\n1;Brücke;12,345\n2;Straße;7,250")
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.styleIsUncertain("Kosten (EUR)", "12,345")))
    let commas = try run("No,Project,Cost (EUR)\n1,Bridge,\"12,345\"\n2,Road,\"7,250\"")
    #expect(!commas.report.documents[0].doubts.contains { $0.text.en.contains("12,345") })
  }

  @Test("the amount in the row of a source is what that source plans, wherever the whole stands")
  func amountOfSource() throws {
    let result = try run(
      """
      项目名称,资金来源,总投资(万元),金额(万元)
      甲路,中央,100,60
      甲路,省级,100,40
      乙桥,县级,50,50
      """)
    #expect(result.table("projects.csv").dropFirst().map { $0[1] } == ["100", "50"])
    #expect(result.table("funding.csv").dropFirst().map { $0[2] } == ["60", "40", "50"])
  }

  @Test("a rule of which one clause gives points for each of some things is no plain one")
  func pointsForEach() {
    let text = ScoringText(FoldedText("成立小组得4分,召开会议每次1分,最高4分。"), points: Decimal("8"))
    #expect(text.only == nil)
  }

  @Test("the unit above holds for the years of the Republic and for words of money")
  func yearsOfTheRepublic() throws {
    let own = try run(
      """
      ,,單位:新台幣萬元
      工作項目,107年度,小計
      節電基礎工作,13400,41000
      節電宣導,800,900
      """)
    #expect(own.table("a.csv")[0] == ["工作項目", "107年度(万元)", "小計(万元)"])
    let projects = try run("单位:亿元,,\n项目名称,总投资,项目资本金\n医院,12.6,3.6")
    #expect(projects.table("projects.csv")[0].contains("项目资本金(亿元)"))
    let long = "表3 投资表" + String(repeating: " ", count: 90) + "单位:万元"
    #expect(TableCaption.moneyUnit(FoldedText(long))?.unit.name == "万元")
  }

  @Test(
    "the currency of what the text says of its place",
    arguments: [
      ("截至112年12月底", "TWD"), ("按100年一遇设防", "CNY"), ("總目703", "HKD"),
      ("总目标是总投资5亿元,引进香港资金", "CNY"),
    ])
  func currencyOfPlace(_ text: String, _ code: String) {
    let lines = DocumentLines([DocumentLine(text, at: .line(1))])
    #expect(PlanFacts.currencyOfPlace(lines) == code)
  }

  @Test("a code that ends in letters of a currency is no amount")
  func codes() {
    #expect(CurrencySign.parts(of: FoldedText("5258RS")) == nil)
    #expect(CurrencySign.parts(of: FoldedText("500 Rs"))?.sign == "rs")
  }

  @Test("栏次 counts the columns on both sides of tables that stand beside each other")
  func countsBeside() throws {
    let result = try run(
      """
      <p>单位:万元</p><table>
      <tr><td>项目</td><td>行次</td><td>金额</td><td>项目</td><td>行次</td><td>金额</td></tr>
      <tr><td>栏次</td><td></td><td>1</td><td>栏次</td><td></td><td>2</td></tr>
      <tr><td>拨款收入</td><td>1</td><td>2356.78</td><td>农林水支出</td><td>33</td><td>2644.28</td></tr>
      <tr><td>其他收入</td><td>2</td><td>10</td><td>住房支出</td><td>34</td><td>20</td></tr>
      </table>
      """, "a.html")
    #expect(!result.files.contains { $0.text.contains("栏次") })
  }

  @Test("rows that count people or vehicles are no money, whatever stands above")
  func counts() throws {
    let rows = "\n公务接待费,150000\n公务接待人数(人),500\n公务用车保有量(辆),1\n新建站房(个),80000"
    let result = try run("单位:元,\n项目名称,2017年预算数" + rows)
    #expect(
      result.table("budgets.csv").dropFirst().map(Array.init)
        == [["公务接待费", "2017", "150000"], ["新建站房(个)", "2017", "80000"]])
    #expect(
      result.report.documents[0].doubts.map(\.text).filter {
        $0 == ImportMessages.amountsAreCounts("人") || $0 == ImportMessages.amountsAreCounts("辆")
      }.count == 2)
    let own = try run("单位:元,\n项目,2017年预算数" + rows)
    #expect(
      own.report.documents[0].doubts.contains { $0.text == ImportMessages.amountsAreCounts("人") })
  }

  @Test("accounts of a budget under 项目 are no projects, but works are")
  func accounts() throws {
    let accounts = try run("单位:万元,\n项目,2022年决算数,2023年预算数\n一、税收收入,200,200\n城市维护建设税,80,80\n公务接待费,5,5")
    #expect(accounts.table("projects.csv").isEmpty)
    #expect(accounts.table("a.csv")[0] == ["项目", "2022年决算数(万元)", "2023年预算数(万元)"])
    let works = try run("单位:万元,\n项目,合计\n道路养护费,200\n北桥改造工程,80\n河道清淤,5")
    #expect(works.table("projects.csv").count == 4)
    let rates = try run(
      "| 项目 | 1990 | 2000 |\n|---|---|---|\n| 出生率(‰) | 24 | 11 |\n| 死亡率(‰) | 6 | 5 |", "a.md")
    #expect(rates.table("projects.csv").isEmpty)
  }

  @Test("units of two kinds above a table are both told")
  func twoKinds() throws {
    let result = try run("单位:万吨、亿元\n序号,项目名称,产能,总投资\n1,甲厂,200,12.5\n2,乙厂,150,3.5")
    #expect(result.column("investment", of: "projects.csv") == ["12.5", "3.5"])
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.unitOfColumnsUnknown("亿元、万吨", ["产能"])))
  }

  @Test("a row of units below the headings of a table of its own is no row of it")
  func rowOfUnits() throws {
    let result = try run("地区,核准预算,实际支出\n,万元,万元\n甲县,2077.8,1510.2\n乙县,2950,1820.7\n合计,5027.8,3330.9")
    #expect(result.table("a.csv")[0] == ["地区", "核准预算 (万元)", "实际支出 (万元)"])
    #expect(result.table("a.csv").count == 3)
    #expect(result.report.sums.map(\.agrees) == [true, true])
    let english = try run("Region,Approved,Actual\n,$’000,$’000\nNorth,2077,1510\nSouth,2950,1820")
    #expect(english.table("a.csv").count == 3)
    #expect(english.table("a.csv")[0][1] == "Approved ($’000)")
  }

  @Test(
    "currencies by their signs and codes, which words are none of",
    arguments: [
      ("(HK$ million)", "HKD", 6), ("A$ million", "AUD", 6), ("AUD million", "AUD", 6),
      ("CAD 000s", "CAD", 0),
      ("NZ$ million", "NZD", 6), ("(単位:千円)", "JPY", 3), ("US$ million", "USD", 6),
    ])
  func signs(_ text: String, _ code: String, _ power: Int) throws {
    let name = try #require(MoneyName(named: text))
    #expect(name.currency == code)
    if power > 0 { #expect(name.unit.power == power) }
    for word in ["Audit cost", "Cadastral survey", "Kestrel"] {
      #expect(MoneyName(named: word) == nil)
    }
  }
}
