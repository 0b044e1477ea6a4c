import PlanQLData
import Testing

@testable import PlanQLPlans

/// Figures of bulletins that are bounds, aims, bases or of something else than they seem.
@Suite("figures that bulletins do not state as they stand are told, or named as what they are")
struct ImportBulletinDoubtTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] { try run(text).statedFigures }

  private func unread(_ text: String) throws -> String {
    try run(text).report.documents.flatMap(\.doubts).map(\.text.zh).joined(separator: "\n")
  }

  @Test(
    "what a figure was before it became another one is no total, nor is its time that of others")
  func bases() throws {
    let text = "水利项目总投资3亿元,设备上云率从2020年的13.1%提高到30%,已开工3个。"
    #expect(try totals(text).allSatisfy { !$0.contains("2020") && !$0.contains("上云率") })
    #expect(try unread(text).contains("13.1%"))
    #expect(try unread(text).contains("提高到30%"))
    let plan = "到2025年,企业设备上云率从2020年的13.1%提高到30%,网上零售额从2020年11.76万亿元提高到17万亿元。"
    #expect(try totals(plan).isEmpty)
    #expect(
      try run(plan).column("target", of: "indicators.csv").filter { !$0.isEmpty }.contains("30"))
  }

  @Test("an index without a unit that becomes another one is named")
  func indices() throws {
    let told = try unread("到2025年发展指数从2020年的85提高到95,并明确指标。5G用户普及率从2020年的15%提高到56%。")
    #expect(told.contains("85"))
    #expect(told.contains("提高到95"))
  }

  @Test("a figure with a unit in Latin letters that is not known is named")
  func latinUnits() throws {
    let told = try unread("信息业项目总投资278亿元,出口带宽达到22Tbps,月人均流量33GB,支持5G用户。")
    #expect(told.contains("22"))
    #expect(told.contains("33"))
  }

  @Test("a change of so much or more is no change of so much")
  func boundedChanges() throws {
    let text = "重点项目完成投资5亿元,固定资产投资增长10%以上,财政收入增长超过7%,税收收入增长6%左右。"
    #expect(try totals(text).map { $0.split(separator: "|").last } == ["5", "6%"])
    #expect(try unread(text).contains("增长10%"))
    #expect(try unread(text).contains("7%"))
  }

  @Test("what is of several that clauses before name is not of the last of them alone")
  func several() throws {
    let text = "重点项目完成投资5亿元,其中交通投资,技术产业投资,民间投资均增长12%。"
    #expect(try totals(text) == ["|完成投资|5|"])
    #expect(try unread(text).contains("均增长12%"))
    #expect(try totals("重点项目完成投资5亿元,财政收入年均增长12%。").count == 2)
  }

  @Test("what is announced as aimed at is a target, or called one")
  func aims() throws {
    let text = "2023年主要预期目标是:生产总值增长6%左右,固定资产投资增长8%左右,粮食产量保持在180万吨以上。"
    #expect(try totals(text).isEmpty)
    #expect(try run(text).column("target", of: "indicators.csv") == ["6", "8", "180"])
    #expect(
      try totals("2023年重点项目预期目标是:生产总值增长6%,完成投资30亿元。").map {
        $0.split(separator: "|")[0].hasPrefix("目标")
      } == [true, true])
    #expect(
      try totals("“十二五”期间将新建156个处理设施,总投资111亿元,到2015年,全省生活垃圾处理率达到85%。")
        .contains { $0.contains("|目标生活垃圾处理率|85%") })
  }

  @Test("what is said behind a share is a part of what it is")
  func saidBehind() throws {
    let text = "新建处理设施,总投资111亿元,青石市的生活垃圾100%实现处理。"
    #expect(try totals(text) == ["|总投资|111|"])
    #expect(try unread(text).contains("100%"))
  }

  @Test("a figure that names something itself is not of what another figure is of")
  func owners() throws {
    #expect(
      try totals("实现新产品产值7亿元,新增高新技术企业3家,专利授权125项。").last == "|专利授权|125项|")
    #expect(
      try totals("其中,网络项目完成投资9亿元,宽带接入端口占比达到63%,数据中心机架数15万个。").last
        == "|数据中心机架数|15万个|")
    #expect(
      try totals("信息通信业收入达到278亿元,行政村通达率75%。").last == "|行政村通达率|75%|")
  }

  @Test("what somebody brings about of a sector is no part of who does")
  func achieved() throws {
    #expect(
      try totals("全年两大工业园区实现工业产值11亿元,服务业增加值35亿元。") == [
        "|实现工业产值|11|", "|服务业增加值|35|",
      ])
    #expect(
      try totals("东山园区实现工业产值11亿元,完成投资2亿元。") == [
        "东山园区|实现工业产值|11|", "东山园区|完成投资|2|",
      ])
  }

  @Test("the money behind a length in its clause is of what is so long")
  func moneyBehindLength() throws {
    #expect(
      try totals("今年以来,全县县乡道改造1591公里补助资金9.69亿元,通村公路改建320公里补助资金1.2亿元。") == [
        "|县乡道改造|1591公里|今年以来", "|县乡道改造补助资金|9.69|今年以来", "|通村公路改建|320公里|今年以来",
        "|通村公路改建补助资金|1.2|今年以来",
      ])
  }

  @Test("a number behind a list counts what the list names some of, and no others")
  func countBehindList() throws {
    let text = "全市重点项目完成投资100亿元。汽车城、材料园等15个项目完成投资30亿元,化工园、物流园等8个重点项目完成投资12亿元。"
    #expect(try totals(text) == ["|完成投资|100|"])
    #expect(try unread(text).contains("15个"))
  }

  @Test("a second count right behind another one is of the same things")
  func countsSideBySide() throws {
    let text = "全市承担省实事11件15项,完成投资3亿元。省实事11件15项中有8项已完成。"
    let found = try totals(text)
    #expect(found.contains("|承担省实事|15项|"))
    #expect(found.contains("|省实事|15项|"))
    #expect(!found.contains { $0.contains("中有") })
  }

  @Test("how many have problems counts no problems")
  func withProblems() throws {
    let text = "全县42个重点工程项目中,目前有24个存在前期工作等方面问题,18个项目进展较顺利,完成投资3亿元。"
    let found = try totals(text)
    #expect(found.contains { $0.contains("|存在前期工作等方面问题|24个|") })
    #expect(!found.contains { $0.contains("问题数") || $0.hasPrefix("存在") })
  }

  @Test("a sector before its output is a part of what that is called")
  func sectors() throws {
    #expect(
      try totals("2022年,工业总产值完成75亿元,增长6%;旅游总收入完成10.15亿元;社会消费品零售总额完成9亿元;甲县工业产值8亿元。").map {
        $0.split(separator: "|", omittingEmptySubsequences: false)[1]
      } == ["工业总产值完成", "工业总产值完成增长", "旅游总收入完成", "社会消费品零售总额完成", "甲县工业产值"])
  }

  @Test(
    "the counts of a list share the verb of the first one, and the works that are counted do not")
  func sharedVerbs() throws {
    let text = "全市重点项目20个,完成投资12亿元。新建污水管网120公里、雨水管网86公里,改造老旧小区35个、危旧房1200套。"
    #expect(
      try totals(text).suffix(4) == [
        "|新建污水管网|120公里|", "|新建雨水管网|86公里|", "|改造老旧小区|35个|", "|改造危旧房|1200套|",
      ])
    #expect(try totals("全市新建项目12个、续建项目8个。").allSatisfy { !$0.contains("新建续建") })
  }

  @Test("an amount right behind a count is of what is counted")
  func amountsBehindCounts() throws {
    #expect(
      try totals("全市水利项目20个,总投资90亿元。新建灌区工程8项42亿元、中小河流治理3项4500万元。").suffix(4) == [
        "新建灌区工程|项目数|8项|", "新建灌区工程|金额|42|", "|中小河流治理|3项|", "|中小河流治理金额|0.45|",
      ])
  }

  @Test("what is said of so many alone is of no others")
  func ofSoManyAlone() throws {
    let text = "全市重点项目完成投资90亿元。25个项目进度低于50%;32个项目存在用地等问题,涉及投资45亿元。规划新建水库3座、泵站12座。"
    #expect(
      try totals(text) == [
        "|完成投资|90|", "|项目存在用地等问题|32个|", "|规划新建水库|3座|", "|规划新建泵站|12座|",
      ])
    #expect(try unread(text).contains("25个"))
    #expect(try unread(text).contains("45亿元"))
  }

  @Test("a clause that says how others go, or names works, is of what the figure behind it is")
  func ownersInClauses() throws {
    let shares = try totals("教育类项目完成投资38亿元,占年度计划投资46%,高等教育项目推进较快,完成计划投资占比已达63.8%;文化项目完成投资43亿元。")
    #expect(shares.contains("高等教育项目|完成计划投资占比|63.8%|"))
    let bonds = try totals("1.甲街改造项目,发行一般债券资金0.1亿元,资金已使用完毕。\n2.乙街改造项目,发行一般债券资金0.3亿元。")
    #expect(bonds == ["甲街改造项目|发行一般债券资金|0.1|", "乙街改造项目|发行一般债券资金|0.3|"])
    let built = try totals("污水处理工程建设9座,计划完成投资0.89亿元。配套管网建设175公里,计划完成投资2.28亿元。今年我市计划完成投资3.17亿元。")
    #expect(built.filter { $0.contains("投资") } == ["|计划完成投资|3.17|今年"])
    #expect(try totals("市政府项目计划安排资金45亿元,其中,市财政预算5亿元,项目融资40亿元。").last == "市政府项目|项目融资|40|")
  }

  @Test("the money of each of many stays in its unit")
  func ofEach() throws {
    #expect(
      try totals("工业总产值完成75亿元,财政收入完成6亿元,城镇居民人均可支配收入32740元,增长7%。").suffix(2) == [
        "|城镇居民人均可支配收入|32740元|", "|城镇居民人均可支配收入增长|7%|",
      ])
  }

  @Test("the money behind works that a clause says are done is of those")
  func behindWorksDone() throws {
    let text = "全市计划完成投资9亿元。完成某厂三期扩建主体工程,计划完成投资0.3亿元。"
    #expect(try totals(text) == ["|计划完成投资|9|"])
    #expect(try unread(text).contains("0.3亿元"))
    let built = "全市计划完成投资9亿元。实现5座污水处理厂动工建设,计划完成投资0.05亿元。"
    #expect(try totals(built).filter { $0.contains("投资") } == ["|计划完成投资|9|"])
  }

  @Test("超过了 bounds as 超过 does")
  func exceeded() throws {
    let text = "甲县完成投资12亿元。乙县完成投资超过了20亿元。"
    #expect(try totals(text).allSatisfy { !$0.contains("20") })
    #expect(try unread(text).contains("20亿元"))
  }
}
