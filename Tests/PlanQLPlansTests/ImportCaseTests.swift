import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing registers of cases")
struct ImportCaseTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  @Test("a register of joint checks is one of cases, though the headings are some of tasks too")
  func joint() throws {
    let result = try csv(
      "序号,日期,检查对象,参与单位,发现问题,处理结果,结案时间\n1,2021.4.20,甲厂,市生态环境局、市公安局,未批先建,罚款5万元,2021.6.1\n")
    #expect(
      result.table("cases.csv").map { Array($0.prefix(7)) } == [
        ["no", "date", "subject", "agencies", "result", "closed_on", "检查对象"],
        ["1", "2021-04-20", "未批先建", "市生态环境局、市公安局", "罚款5万元", "2021-06-01", "甲厂"],
      ])
    #expect(result.table("duties.csv").isEmpty)
    let tasks = try csv("序号,反馈问题,责任单位,整改时限,处理情况,办结日期\n1,未批先建,住建局,2021-06,已罚款,2021-05-01\n")
    #expect(tasks.column("text", of: "duties.csv") == ["未批先建"])
    #expect(tasks.table("cases.csv").isEmpty)
  }

  @Test("the total of a register is stated beside the sum of its rows")
  func totals() throws {
    let result = try csv(
      """
      序号,被处罚单位,违法行为,罚款金额(万元),处罚日期,联合执法单位
      1,甲厂,超标排放,20,2021年3月5日,市生态环境局、市公安局
      2,乙厂,未批先建,5.2,2021年4月6日,市生态环境局
      合计,,,26.2,,
      """)
    #expect(result.column("agencies", of: "cases.csv") == ["市生态环境局、市公安局", "市生态环境局"])
    #expect(result.column("被处罚单位", of: "cases.csv") == ["甲厂", "乙厂"])
    #expect(result.column("number", of: "stated_totals.csv") == ["26.2"])
    #expect(result.report.sums.map { $0.sum?.description } == ["25.2"])
    #expect(result.report.sums.map(\.agrees) == [false])
  }

  @Test("the party is what a case is about where no column says more")
  func parties() throws {
    let result = try csv("序号,当事人,处罚结果,处罚日期,处罚机关\n1,甲厂,罚款,2021-03-05,生态环境局\n")
    #expect(result.column("subject", of: "cases.csv") == ["甲厂"])
  }

  @Test("the day on which a case was closed under a label")
  func closed() throws {
    let result = try DocumentImport.run(
      text: "处罚决定书文号:某环罚〔2021〕1号\n当事人:甲厂\n违法行为:超标排放\n处罚日期:2021年3月5日\n结案日期:2021年6月1日\n",
      fileName: "a.txt")
    #expect(result.column("closed_on", of: "cases.csv") == ["2021-06-01"])
  }
}
