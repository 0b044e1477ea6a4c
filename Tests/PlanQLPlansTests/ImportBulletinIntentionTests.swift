import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("what bulletins say is to be, and when their figures were")
struct ImportBulletinIntentionTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] { try run(text).statedFigures }

  @Test("the word for what is to be stays in the name")
  func wordsOfIntention() throws {
    #expect(
      try totals("续建项目14个,今年将完成投资13.64亿元。新建项目3个,有望完成投资2亿元。") == [
        "续建项目|项目数|14个|", "续建项目|将完成投资|13.64|今年", "新建项目|项目数|3个|", "新建项目|有望完成投资|2|",
      ])
    #expect(
      try totals("2021年全市重点项目50个,完成投资50亿元,有望年底完成投资80亿元。").last == "|有望完成投资|80|年底")
    #expect(try totals("即将开工项目12个,总投资15亿元。").last == "即将开工项目|总投资|15|")
  }

  @Test("it holds for what its clause goes on with")
  func goesOn() throws {
    #expect(
      try totals("2021年全市重点项目50个。力争新开工项目30个,完成投资20亿元。").suffix(2) == [
        "|力争新开工项目|30个|", "|力争完成投资|20|",
      ])
    #expect(
      try totals("2021年全市完成投资50亿元。确保年底前完成投资80亿元,开工率达到95%。").suffix(2) == [
        "|确保完成投资|80|年底前", "|确保开工率|95%|",
      ])
    #expect(
      try totals("2021年全市完成投资50亿元。预计全年完成投资80亿元、竣工项目20个。").last == "|预计竣工项目|20个|")
    #expect(
      try totals("全市重点项目90个,总投资80亿元。会议确定了2项目标任务:一是开工30项,二是完成投资8亿元。").last
        == "|目标完成投资|8|")
  }

  @Test("it ends where the text tells of what has been")
  func ends() throws {
    #expect(
      try totals("全县重点项目30个,力争全年完成投资20亿元,1-6月完成投资15亿元,开工率90%。").suffix(2) == [
        "|完成投资|15|1-6月", "|开工率|90%|1-6月",
      ])
    #expect(
      try totals("全县重点项目30个,年计划完成投资20亿元,完成投资15亿元,占年度计划的75%。").suffix(2) == [
        "|完成投资|15|", "|占年度计划|75%|",
      ])
    #expect(
      try totals("全县重点项目30个,预计总投资20亿元,完成投资15亿元。").last == "|完成投资|15|")
  }

  @Test("money beside a count of what is to be is that of nothing else")
  func moneyOfIntended() throws {
    #expect(
      try totals("全县重点项目30个,完成投资15亿元。确保竣工项目20个、总投资30亿元。") == [
        "|项目数|30个|", "|完成投资|15|", "|确保竣工项目|20个|",
      ])
    #expect(
      try totals("2021年,全市计划新开工项目80个,总投资100亿元。") == [
        "计划新开工项目|项目数|80个|2021年", "计划新开工项目|总投资|100|2021年",
      ])
  }

  @Test("a comparison has the time that it begins with, and never that of what it compares with")
  func timesOfComparisons() throws {
    let read = try totals(
      "2011~2012年全县完成投资90亿元,年均增长13.9%,2013年上半年增长12.6%,分别高于全省平均水平2.1个和1.3个百分点。")
    #expect(read.last == "|2013年上半年增长|12.6%|2013年上半年")
    #expect(
      try totals("2013年全县完成投资90亿元,2012年同期增长3%。").last?.hasSuffix("3%|2013年") ?? false)
  }

  @Test("a bulletin that sets two half-years beside each other is of the later one")
  func laterHalf() throws {
    func day(_ text: String) throws -> Bool {
      try run(text).files.first { $0.name == "plan.yaml" }?.text.contains("as_of: 2020-06-30")
        ?? false
    }
    #expect(try day("2019年1-6月重点项目完成投资45亿元,2020年1-6月完成投资52亿元。"))
    #expect(try day("2020年1-6月重点项目完成投资45亿元,2020年1-12月计划完成投资52亿元。"))
  }

  @Test("the year of a plan that a share is of is no time of the share")
  func yearsOfPlans() throws {
    #expect(
      try totals("今年1-11月,公路建设累计完成固定资产投资16376亿元,为2016年投资计划的99.2%。").last
        == "公路建设|为2016年投资计划|99.2%|今年1-11月")
  }
}
