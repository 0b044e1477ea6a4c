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
}
