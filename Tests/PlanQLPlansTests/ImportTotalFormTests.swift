import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite(
  "totals: under the column that they add up, spaced out, with a count, in English, amid the rows")
struct ImportTotalFormTests {
  private func run(_ text: String, _ name: String = "a.txt") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test("the only amount of a total stands under the column that it adds up, whatever stands first")
  func onlyAmount() throws {
    let rows = """
      序号 项目名称 建设单位 总投资(万元) 年度计划投资(万元)
      1 甲镇管网 甲镇 120 10
      2 乙镇泵站 乙镇 80 7
      3 丙镇湿地 丙镇 60 5
      """
    let ofYear = try run("2023年项目表\n" + rows + "\n合计 22")
    #expect(ofYear.table("stated_totals.csv").dropFirst().map { $0[1] } == ["合计 2023"])
    #expect(ofYear.report.sums.filter { $0.stated != nil }.map(\.agrees) == [true])
    let ofAll = try run("2023年项目表\n" + rows + "\n合计 260")
    #expect(ofAll.table("stated_totals.csv").dropFirst().map { $0[1] } == ["合计"])
    // What adds up no column is set against the first of money, and does not agree.
    let wrong = try run("2023年项目表\n" + rows + "\n合计 261")
    #expect(wrong.report.sums.filter { $0.stated != nil }.map(\.agrees) == [false])
  }

  @Test("the amount beside a section, too, and a total whose cells stand a line each")
  func amountOfSection() throws {
    let result = try run(
      """
      2023年项目表
      序号 项目名称 建设内容 总投资(万元) 年度计划投资(万元) 建设单位
      一、污水 17
      1 甲镇管网 新建 3公里 120 10 甲镇
      2 乙镇泵站 新建 80 7 乙镇
      二、湿地 5
      1 丙镇湿地 修复 2公里 60 5 丙镇
      合计 22
      """)
    #expect(
      result.table("stated_totals.csv").dropFirst().map { $0[1] }
        == ["污水 2023", "湿地 2023", "合计 2023"])
    let cells = try run(
      """
      资金安排表
      序号
      项目名称
      资金投入(万元)
      补助金额(万元)
      1
      甲镇管网
      120
      10
      2
      乙镇泵站
      80
      7
      合计
      17
      """)
    #expect(cells.table("stated_totals.csv").dropFirst().map { $0[1] } == ["合计 补助金额(万元)"])
  }

  @Test(
    "a spaced out total with a count or a unit is no project",
    arguments: ["合 计(2个)", "总  计(2项)", "合 计(万元)", "小 计(2项)"])
  func spacedTotals(_ label: String) throws {
    let result = try run(
      """
      序号,项目名称,总投资(万元)
      1,甲工程,100
      2,乙工程,200
      ,\(label),300
      """, "a.csv")
    #expect(result.table("projects.csv").count == 3)
    #expect(result.report.sums.first?.agrees == true)
  }

  @Test("a row called Total of something is a total where it adds up the others or those above it")
  func englishTotals() throws {
    let result = try run(
      """
      Project,Department,FY2024,Total Cost
      City Hall roof,Works,"$100","$300"
      Depot,Works,"$20","$40"
      Total Works,,"$120","$340"
      Park trail,Parks,"$50","$120"
      Total Street Mapping,Parks,"$7","$9"
      Total Projects,,"$177","$469"
      """, "a.csv")
    // The name of a project may begin with the word too.
    #expect(
      result.table("projects.csv").dropFirst().map { $0[0] }
        == ["City Hall roof", "Depot", "Park trail", "Total Street Mapping"])
    #expect(result.report.sums.filter { $0.stated != nil }.allSatisfy { $0.agrees ?? false })
  }

  @Test("a total of money at a stage stays where the sources beside it are only a part")
  func wholeOfStage() throws {
    let result = try run(
      """
      <p>单位:万元</p><table>
      <tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td rowspan=2>总投资</td>
      <td colspan=2>已下达投资</td></tr>
      <tr><td>合计</td><td>其中:中央预算内投资</td></tr>
      <tr><td>1</td><td>甲镇供水</td><td>6200</td><td>2000</td><td>1000</td></tr>
      <tr><td>2</td><td>乙区改造</td><td>8560</td><td>2000</td><td>2000</td></tr>
      </table>
      """, "a.html")
    let projects = result.table("projects.csv")
    let column = try #require(projects[0].firstIndex(of: "已下达投资 合计(万元)"))
    #expect(projects.dropFirst().map { $0[column] } == ["2000", ""])
    #expect(result.table("funding.csv").dropFirst().map { $0.last } == ["1000", "2000"])
  }

  @Test("points below a table of rules")
  func points() throws {
    let result = try run(
      """
      考核评分表
      序号 考核内容 分值 评分标准 责任单位
      1 造林任务 10 每少1%扣1分 林业局
      2 细颗粒物浓度 20 每超1微克/立方米扣2分 环境局
      3 污水处理率 15 低于95%不得分 住建局
      合计 45
      """)
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("小计 among the sources of a project is the whole of it, and added to none of them")
  func wholeOfSources() throws {
    let result = try run(
      """
      序号,项目名称,资金来源,总投资(万元),2023年计划(万元)
      1,东湖灌区,小计,15000,5000
      ,东湖灌区,中央资金,9000,3000
      ,东湖灌区,省级资金,6000,2000
      """, "a.csv")
    #expect(result.column("investment", of: "projects.csv") == ["15000"])
    #expect(result.column("no", of: "projects.csv") == ["1"])
    #expect(result.table("budgets.csv").dropFirst().map(Array.init) == [["东湖灌区", "2023", "5000"]])
    #expect(result.table("funding.csv").dropFirst().map { $0[2] } == ["9000", "6000"])
    #expect(result.report.sums.map { $0.sum?.description } == ["15000", "5000"])
  }

  @Test("rows of further sources may leave the name of the project blank")
  func blankNames() throws {
    let result = try run(
      """
      项目名称,资金来源,2023年计划(万元)
      东湖灌区,中央资金,3000
      ,省级资金,2000
      西湖灌区,中央资金,800
      """, "a.csv")
    #expect(
      result.table("budgets.csv").dropFirst().map(Array.init)
        == [["东湖灌区", "2023", "5000"], ["西湖灌区", "2023", "800"]])
  }

  @Test("a numbered row of which only the name is said is no section of its siblings")
  func namesAlone() throws {
    let result = try run(
      """
      单位:万元,,
      项目名称,总投资,责任单位
      1.城北水厂,,
      2.城南水厂,6800,水务局
      3.城西水厂,5000,水务局
      """, "a.csv")
    #expect(result.table("projects.csv").count == 4)
    #expect(result.table("sections.csv").isEmpty)
  }

  @Test("the rows behind the total of a section are none of it")
  func endOfSection() throws {
    let result = try run(
      """
      计划名称,2023年(万元),责任单位
      一、水利,,
      甲渠,100,水利局
      乙渠,50,水利局
      小计,150,
      应急预备费,50,财政局
      总计,200,
      """, "a.csv")
    let rows = result.table("projects.csv")
    let section = try #require(rows[0].firstIndex(of: "section"))
    #expect(rows.dropFirst().map { $0[section] } == ["水利", "水利", ""])
    #expect(result.report.sums.filter { $0.stated != nil }.map(\.agrees) == [true, true])
  }

  @Test("a row of the points that can be had is of no unit")
  func rowOfPoints() throws {
    let result = try run(
      """
      乡镇,大气,水,总得分
      满分,50,50,100
      城关镇,45,48,93
      河东乡,40,47,87
      """, "a.csv")
    #expect(result.table("units.csv").dropFirst().map { $0[0] } == ["城关镇", "河东乡"])
    #expect(result.report.documents[0].unread.map(\.text) == [ImportMessages.rowOfPoints])
  }

  @Test(
    "小计 above the sources of the only column of money is the investment, and set against their sum")
  func wholeOfOnlyColumn() throws {
    let table = """
      项目名称,资金来源,金额(万元)
      甲路,小计,252
      甲路,中央,92
      甲路,省级,%
      """
    let exact = try run(table.replacing("%", with: "160"), "a.csv")
    #expect(exact.table("projects.csv").dropFirst().map { $0[1] } == ["252"])
    #expect(exact.table("funding.csv").dropFirst().map { $0[2] } == ["92", "160"])
    #expect(exact.report.sums.allSatisfy { $0.agrees ?? true })
    let other = try run(table.replacing("%", with: "100"), "a.csv")
    #expect(other.report.sums.contains { $0.section == "甲路" && $0.agrees == false })
  }

  @Test("a closing total adds up the rows, whatever a total amid them came to")
  func closingTotal() throws {
    let result = try run(
      """
      Project,FY2024 (USD),Total (USD)
      Roof,100,300
      Depot,20,40
      Total Works,121,340
      Trail,50,120
      Pool,,70
      Total Parks,50,190
      Total Program,170,530
      """, "a.csv")
    #expect(
      result.table("projects.csv").dropFirst().map { $0[0] }
        == ["Roof", "Depot", "Total Works", "Trail", "Pool"])
  }

  @Test(
    "what a source gives in a year is its money of that year; in several, each stays by its heading"
  )
  func yearsOfSources() throws {
    let one = try run(
      "项目名称,资金来源,2023年计划(万元)\n甲路,中央,60\n甲路,区级,10\n乙桥,中央,50", "a.csv")
    #expect(
      one.rows(of: "funding.csv", ["project", "source", "year", "planned"]) == [
        ["甲路", "central", "2023", "60"], ["甲路", "district", "2023", "10"],
        ["乙桥", "central", "2023", "50"],
      ])
    let two = try run(
      "项目名称,资金来源,2023年投资(万元),2024年投资(万元)\n甲路,中央,60,20\n甲路,区级,10,5", "a.csv")
    #expect(
      two.rows(of: "funding.csv", ["source", "2023年投资(万元)", "2024年投资(万元)"])
        == [["central", "60", "20"], ["district", "10", "5"]])
    #expect(two.column("amount", of: "budgets.csv") == ["70", "25"])
  }

  @Test("a total that stands under the name of the projects is said")
  func underName() throws {
    let result = try run(
      "序号,项目名称,总投资(万元),2023年投资(万元)\n1,甲桥,90,10\n2,乙桥,130,12\n合计,22,,", "a.csv")
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(ImportMessages.totalDoesNotFit))
    #expect(result.table("projects.csv").count == 3)
  }
}
