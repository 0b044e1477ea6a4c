import PlanQLData
import Testing

@testable import PlanQLPlans

/// Figures of bulletins that were given to what they are not of, or were lost.
@Suite("whose money is, and what is no project")
struct ImportBulletinSourceTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] {
    let result = try run(text)
    return result.rows(
      of: "stated_totals.csv", ["section", "name", "value", "number", "measured_in", "时段"]
    ).map { "\($0[0])|\($0[1])|\($0[2])\($0[3])\($0[4])|\($0[5])" }
  }

  private func unread(_ result: ImportResult) -> String {
    result.report.documents[0].doubts.map(\.text.zh).joined()
  }

  @Test("项目 and 前 are two words")
  func words() throws {
    #expect(
      try totals("重点在建项目前11月完成投资658.8亿元,完成年度投资计划的116.9%。").allSatisfy {
        !$0.contains("在建项|") && $0.hasSuffix("前11月")
      })
  }

  @Test("what is taken out of a list is none of what the document is about")
  func altered() throws {
    let result = try run(
      "经研究,决定将甲等21个项目调出重点项目范围,涉及总投资162亿元。调整后,全区重点项目为228个,总投资1797.8亿元。")
    #expect(result.column("value", of: "stated_totals.csv").filter { !$0.isEmpty } == ["1797.8"])
    #expect(result.column("number", of: "stated_totals.csv").filter { !$0.isEmpty } == ["228"])
    #expect(unread(result).contains("162亿元"))
  }

  @Test("where money comes from is nobody whose it is")
  func sources() throws {
    #expect(
      try totals("2021年,完成水利投资3亿元。已下达2023年中央资金19.9亿元、省级资金90.9亿元。").suffix(1) == [
        "|省级资金|90.9|2023年"
      ])
    let funded = try run("本次计划总投资9470万元,其中中央财政专项资金4904万元,省水利基建投资1515万元,市县配套3051万元。")
    #expect(
      funded.rows(of: "funding.csv", ["source", "planned"]) == [
        ["central", "4904"], ["province", "1515"], ["", "3051"],
      ])
    #expect(funded.table("sections.csv").isEmpty)
    #expect(
      try totals("2021年全区基金预算收入完成130.2亿元。其中:土地出让相关收入完成125.6亿元。").allSatisfy {
        !$0.hasPrefix("土地出让相关|")
      })
  }

  @Test("clauses that urge, points of tests and lengths are no groups of projects")
  func noGroups() throws {
    #expect(
      try totals("2022年,全市重点项目10个。各级各部门认真落实市委工作部署,全力推进10个项目建设,完成投资5亿元。").allSatisfy {
        $0.hasPrefix("|")
      })
    #expect(
      try totals("全市重点项目10个,总投资5亿元。甲水源地本月监测项目64项。").allSatisfy {
        !$0.contains("64") || !$0.contains("项目数")
      })
    let built = try totals("一个是甲高速公路二期工程(甲至乙)(甲段),建设高速公路12.84公里,总投资192.41亿元。")
    #expect(built == ["甲高速公路二期工程|建设高速公路|12.84公里|", "甲高速公路二期工程|总投资|192.41|"])
  }

  @Test("figures go to the projects that are named last, and to no state of others")
  func owners() throws {
    #expect(
      try totals("123个省重点项目完成投资924.8亿元,其中104个省重点建设项目全部开工,完成投资849亿元。").suffix(1) == [
        "省重点建设项目|完成投资|849|"
      ])
    #expect(
      try totals("重点水利项目15个,总投资33亿元。金钟水利枢纽大坝工程通过竣工验收,完成投资2380万元。").suffix(1) == [
        "金钟水利枢纽大坝工程|完成投资|2380|"
      ])
    let states = try run("已经建成项目868个,占整个项目的32.6%,在建项目947个,占整个项目的35.6%,没有动工的是847个。")
    #expect(!states.column("name", of: "stated_totals.csv").contains("没有动工的"))
    #expect(unread(states).contains("847个"))
  }

  @Test("money without 元 is read where its words say that it is money, and that is said")
  func yuan() throws {
    let result = try run("全市重点项目10个,甲河治理工程累计完成投资980万,占年计划的80%。")
    #expect(result.column("value", of: "stated_totals.csv").contains("980"))
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.amountIsOfMoney("980万", "980万元")))
    let other = try run("全市重点项目10个,总投资5亿元。甲项目1710万。")
    #expect(!other.column("value", of: "stated_totals.csv").contains("0.171"))
    #expect(unread(other).contains("1710"))
  }

  @Test("a verb alone, a magnitude that is counted and an amount that lacks a word")
  func doubtful() throws {
    let text = "全市重点项目10个,总投资5亿元。下达14个。国家又要投5个多亿。新农村项目6个,完成投资93.3元。"
    let result = try run(text)
    let names = result.column("name", of: "stated_totals.csv")
    #expect(!names.contains("下达") && !names.contains { $0.contains("又要投") })
    #expect(unread(result).contains("14个") && unread(result).contains("93.3元"))
    #expect(
      try totals("本项目总投资339647万元,其中建设投资315197万元。").allSatisfy { !$0.hasPrefix("建设|") })
  }

  @Test("money behind a semicolon may be of the part before it, or of the whole")
  func uncertain() throws {
    let result = try run("全市重点项目50个,总投资200亿元。其中省级重点项目12个,总投资90亿元;已完成投资45亿元,占年度计划的60%。")
    #expect(!result.column("value", of: "stated_totals.csv").contains("45"))
    #expect(unread(result).contains("45亿元"))
  }

  @Test("money of the whole keeps its name")
  func funds() throws {
    #expect(
      try totals("2023年全县共筹措水利资金3.2亿元,其中中央资金1.5亿元,县财政配套1.7亿元。").first == "|筹措水利资金|3.2|2023年")
    #expect(
      try totals("2022年,全市环境保护投入12.5亿元,占GDP比重为2.1%。").first == "|环境保护投入|12.5|2022年")
  }

  @Test("a state stands beside another one, and not below it")
  func states() throws {
    #expect(
      try totals("安排治理项目是2662个。已经建成项目868个,占整个项目的32.6%,在建项目是947个,总投资3亿元,已完成投资1亿元。")
        .allSatisfy { !$0.hasPrefix("已经建成项目|在建项目") })
  }

  @Test("whom to ask and who signs is no measure")
  func closing() throws {
    let result = try run(
      """
      2024年,下达衔接资金10782万元。
      一、中央资金(5273万元)
      (一)支持产业发展5273万元。
      二、省级资金(5509万元)
      (一)支持巩固成果项目5509万元。
      联系人:杨甲
      监督电话:0818-1234567
      甲市乙区乡村振兴局
      2024年3月4日
      """)
    #expect(result.table("measures.csv").isEmpty)
  }
}
