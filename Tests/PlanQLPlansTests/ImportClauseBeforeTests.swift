import PlanQLPlans
import Testing

/// What clauses, sentences and headings before a figure say of it: whose it is, and of which year.
@Suite("what stands before the clause of a figure")
struct ImportClauseBeforeTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] {
    // A first paragraph that is read whatever follows it.
    let first = "某县2023年重点工作进展情况\n\n全县重点项目完成投资120亿元,占年度计划的60%。\n\n"
    return try run(first + text).rows(
      of: "stated_totals.csv", ["section", "name", "value", "number"]
    ).map { $0.joined(separator: "|") }.dropFirst(2).map { $0 }
  }

  private func observed(_ text: String) throws -> [String] {
    try run(text).rows(of: "observations.csv", ["indicator", "place", "time", "value"])
      .map { $0.joined(separator: "|") }
  }

  private func targets(_ text: String) throws -> [String] {
    try run(text).rows(of: "indicators.csv", ["name", "target", "target_year"])
      .map { $0.joined(separator: "|") }.filter { !$0.contains("||") }
  }

  @Test(
    "figures that name nothing are not those of the whole where a clause before names something else",
    arguments: [
      "高标准农田建设如火如荼,目前开工8个,完工3个。", "污水处理厂提标改造捷报频传,完成率达85%。",
      "经开区推进力度较大,已完工15个,完成投资12亿元。", "清源县名列前茅,已开工8个。",
      "棚户区改造如火如荼。老旧小区改造如火如荼。开工1200套,基本建成800套。",
    ])
  func ofOthers(_ text: String) throws { #expect(try totals(text) == []) }

  @Test("the works that a clause or a sentence names own the figures behind it")
  func works() throws {
    #expect(try totals("全县高标准农田建设全面铺开,目前开工8个。") == ["高标准农田建设|开工||8"])
    #expect(
      try totals("高标准农田建设全面铺开,开工8个,完工3个。") == [
        "高标准农田建设|开工||8", "高标准农田建设|完工||3",
      ])
    #expect(
      try totals("棚户区改造稳步推进。开工1200套,基本建成800套。") == [
        "棚户区改造|开工||1200", "棚户区改造|基本建成||800",
      ])
    #expect(
      try totals("县水利局:负责项目12个,完成投资6.05亿元。") == [
        "县水利局|项目数||12", "县水利局|完成投资|6.05|",
      ])
  }

  @Test("what people do before a figure takes it from nobody")
  func people() throws {
    #expect(try totals("县委县政府高度重视项目建设,各部门狠抓落实,1-6月完成投资15亿元。") == ["|完成投资|15|"])
  }

  @Test("a heading with a year is that of what stands below it, and of what it calls this year")
  func yearsOfHeadings() throws {
    let report = """
      县生态环境局2023年工作总结及2024年工作计划

      一、2023年工作完成情况

      (一)环境质量持续改善。1—11月,县城空气质量优良天数320天。

      二、2024年工作计划

      (一)进一步改善环境质量。全年优良率达到96%。
      """
    #expect(try observed(report) == ["县城空气质量优良天数||2023-01..2023-11|320"])
    #expect(try targets(report) == ["优良率|96|2024"])
    #expect(
      try targets(
        """
        政府工作报告

        一、2023年工作回顾

        2023年,森林覆盖率达到46.5%。

        二、2024年工作安排

        今年的主要预期目标是:地区生产总值增长8%左右。
        """) == ["地区生产总值增长|8|2024"])
  }

  @Test("what is planned below a heading is no result")
  func planned() throws {
    let result = try run(
      """
      县水利局工作总结

      一、2023年工作完成情况

      完成水利投资12亿元,占年度计划的96%。

      二、下一步工作打算

      完成水利投资15亿元,开工项目12个。
      """)
    let names = result.rows(of: "stated_totals.csv", ["name", "value"]).map {
      $0.joined(separator: "|")
    }
    #expect(names.contains("完成水利投资|12") || names.contains("水利投资|12"))
    #expect(names.filter { $0.hasSuffix("|15") }.allSatisfy { $0.hasPrefix("目标") })
  }

  @Test("the last day of a month under one heading is no time of what stands under the next")
  func balances() throws {
    let rows = try observed(
      """
      2021年1-7月全市环境质量情况

      一、水环境。7月末,水库蓄水保证率达到85%。

      二、空气质量。PM2.5平均浓度24微克/立方米。
      """)
    #expect(rows.contains("PM2.5平均浓度||2021-01..2021-07|24"))
  }

  @Test("a year that something is compared with is not that of what follows")
  func comparedYears() throws {
    let rows = try observed(
      """
      2021年11月份空气质量情况

      对比2020年数据发现,今年前11月优良天数已超过去年全年水平。

      前11月,优良天数比例达到88%。
      """)
    #expect(rows == ["优良天数比例||2021-01..2021-11|88"])
  }

  @Test("when works began is no time of their figures")
  func beginnings() throws {
    let rows = try run("滨江新城项目2022年3月开工,目前已完成投资18.6亿元,占总投资的41.3%。")
      .rows(of: "stated_totals.csv", ["section", "name", "时段"])
    #expect(rows == [["滨江新城项目", "完成投资", "目前"], ["滨江新城项目", "占总投资", "目前"]])
    #expect(try totals("城南污水处理厂于2021年5月建成投运,出水达标率100%。").allSatisfy { !$0.contains("出水") })
  }

  @Test("the beginning of a year and the day up to which is counted are days")
  func points() throws {
    #expect(try observed("2021年初,全县贫困发生率20.3%。") == ["贫困发生率|全县|2021-01-01|20.3"])
    #expect(
      try observed("截至2021年6月,我区空气质量优良率为98.3%。") == ["空气质量优良率|我区|2021-06-30|98.3"])
    #expect(
      try observed("2022年全县脱贫攻坚工作总结\n\n到2021年末,全县贫困发生率降至12.1%。") == [
        "贫困发生率|全县|2021|12.1"
      ])
  }

  @Test("years that a text looks back on are not those of its plan")
  func horizon() throws {
    let plan = try run("2021年空气质量\n\n全国PM2.5平均浓度为30微克/立方米,“十三五”以来持续下降。").files.first {
      $0.name == "plan.yaml"
    }?.text
    #expect(plan.map { !$0.contains("2016..2020") } ?? true)
  }

  @Test("water and places that a clause judges are where the values behind it were measured")
  func places() throws {
    #expect(
      try observed("2023年,太湖平均水质为Ⅳ类,总磷浓度0.068毫克/升。") == ["总磷浓度|太湖|2023|0.068"])
    #expect(
      try observed("2019年,我区实施棚户区改造5.3万套。建成区绿化覆盖率达到41.5%。") == [
        "建成区绿化覆盖率|我区|2019|41.5"
      ])
  }
}
