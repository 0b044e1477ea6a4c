import PlanQLData
import Testing

@testable import PlanQLPlans

/// Sentences of which one word decides whether a value is a target, when and where it was, or whose it is.
@Suite("targets and observed values are told apart, and what tells neither is not read")
struct ImportStatementMoodTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func targets(_ text: String) throws -> [[String]] {
    try run(text).rows(of: "indicators.csv", ["name", "target", "target_year"])
      .filter { !$0[1].isEmpty }
  }

  private func observed(_ text: String) throws -> [[String]] {
    try run(text).rows(of: "observations.csv", ["indicator", "place", "time", "value"])
  }

  @Test("what is expected is a forecast, and a year that a value is compared with is not its own")
  func forecastsAndComparisons() throws {
    let expected = try run("预计2024年,全市空气质量优良天数比例达到88%,PM2.5浓度为30微克/立方米。")
    #expect(expected.column("kind", of: "observations.csv") == ["forecast", "forecast"])
    let compared = try observed("2022年优良天数比例为85%,高于2020年2个百分点,PM2.5浓度为32微克/立方米。")
    #expect(compared.map { $0[2] } == ["2022", "2022"])
    // Of which of two years of plans a change tells, and of what it is a share, no bulletin says either.
    #expect(throws: ImportRefusal.self) { try run("全市森林覆盖率从2015年的40.2%提高到2020年的43.1%。") }
  }

  @Test(
    "what was reached is no target, however it is bounded",
    arguments: [
      ("去年全国细颗粒物浓度降到28微克/立方米,优良率为87.5%。", ["28", "87.5"]),
      ("截至2021年底,绿化覆盖率达到41%以上,污水处理率为92.8%。", ["92.8"]),
      ("2022年,污水处理率为92.8%(统计到2022年10月),二氧化硫平均浓度为11微克/立方米。", ["92.8", "11"]),
      ("2021年,森林覆盖率达到28.8%,单位能耗控制在规划目标内。", ["28.8"]),
      ("2015年前8个月,空气质量达标天数为196天,优良率为80.5%。", ["196", "80.5"]),
    ])
  func reached(text: String, values: [String]) throws {
    #expect(try targets(text).isEmpty)
    #expect(try observed(text).map { $0[3] } == values)
  }

  @Test("what must be reached is one, without a bound too")
  func due() throws {
    #expect(
      try targets("“十四五”时期,单位能耗强度要下降13.5%,森林覆盖率2025年要达到24.1%。") == [
        ["单位能耗强度", "13.5", "2025"], ["森林覆盖率", "24.1", "2025"],
      ])
    #expect(
      try targets("到2025年,烟叶合格率80%以上、综合等级纯度90%以上,优良率达到85%。") == [
        ["烟叶合格率", "80", "2025"], ["综合等级纯度", "90", "2025"], ["优良率", "85", "2025"],
      ])
    #expect(
      try targets("到2030年,土壤点位达标率不低于90%;耕地土壤点位达标率不低于85%。") == [
        ["土壤点位达标率", "90", "2030"], ["耕地土壤点位达标率", "85", "2030"],
      ])
  }

  @Test(
    "where the words tell neither, nothing is taken",
    arguments: [
      "“十四五”时期,单位能耗强度降低13.5%。", "全县污水处理率80%以上。",
    ])
  func unclear(text: String) throws {
    #expect(throws: ImportRefusal.self) { try run(text) }
  }

  @Test("a year of a comparison, of a paper's name or of a beginning is no time of a value")
  func times() throws {
    for text in [
      "2022年,为2015年以来最好水平,优良率为90.1%。", "2022年,自2017年起历时五年,优良率为90.1%。",
      "2022年,按照《甲县2035年远景目标纲要》,优良率为90.1%。", "2022年,相比于2020年,优良率为90.1%。",
    ] {
      #expect(try observed(text) == [["优良率", "", "2022", "90.1"]], "\(text)")
    }
    #expect(
      try observed("2021年,优良率为80.1%。“十三五”期间,能耗强度已累计下降20%。断面达标率为91.4%。").map { $0[2] } == [
        "2021", "2016..2020", "",
      ])
    #expect(try observed("截至2021年底,优良率为80.1%。") == [["优良率", "", "2021", "80.1"]])
  }

  @Test("places are whole, and each value has its own")
  func places() throws {
    #expect(
      try observed("2022年,甲山市乙水区细颗粒物浓度为35微克/立方米。丙江市12月细颗粒物浓度为32微克/立方米。") == [
        ["细颗粒物浓度", "甲山市乙水区", "2022", "35"], ["细颗粒物浓度", "丙江市", "2022-12", "32"],
      ])
    #expect(
      try observed("2022年,长三角地区PM2.5平均浓度为46微克/立方米;汾渭平原PM2.5平均浓度为70微克/立方米。").map { $0[1] } == [
        "长三角地区", "汾渭平原",
      ])
  }

  @Test("a measure without a name is of the thing named before it, in the same sentence only")
  func bareMeasures() throws {
    let text = "2021年,工业固体废物产生量为14.8亿吨,综合利用量为8.6亿吨;危险废物产生量为3344万吨,综合利用量为1587万吨。处置量为7万吨。"
    #expect(
      try observed(text).map { [$0[0], $0[3]] } == [
        ["工业固体废物产生量", "14.8"], ["工业固体废物综合利用量", "8.6"], ["危险废物产生量", "3344"],
        ["危险废物综合利用量", "1587"],
      ])
    #expect(try run(text).report.documents[0].doubts.contains { $0.text.zh.contains("7万吨") })
  }

  @Test("two values of one indicator, place and time are both left out, and said")
  func contradictions() throws {
    let result = try run(
      "2020年,2类区昼间等效声级为53.8分贝,夜间等效声级均值为44.2分贝,3类区昼间等效声级为52.5分贝,夜间等效声级均值为47.5分贝。")
    #expect(result.column("value", of: "observations.csv") == ["53.8", "52.5"])
    let doubts = result.report.documents[0].doubts.map(\.text)
    #expect(doubts.contains(ImportMessages.valuesWithoutSubject("夜间等效声级均值", "44.2分贝")))
    #expect(doubts.contains(ImportMessages.valuesWithoutSubject("夜间等效声级均值", "47.5分贝")))
  }

  @Test("a share is of the value before it alone, and a comparison of no other subject")
  func sharesAndComparisons() throws {
    let share = try run("全省902个水源断面中,830个全年均达标,占92.0%。劣V类断面比例为2.1%。")
    #expect(share.column("value", of: "observations.csv") == ["2.1"])
    let changes = try run("2016年,细颗粒物平均浓度同比下降14.9%,达到35微克/立方米,重污染天数同比下降39%。")
    #expect(
      changes.rows(of: "observations.csv", ["indicator", "value"]) == [["细颗粒物平均浓度", "35"]])
    #expect(changes.report.documents[0].doubts.contains { $0.text.zh.contains("同比下降39%") })
  }

  @Test("what a value became, and what it was where that time is told")
  func changes() throws {
    #expect(
      try observed("2021年,全市细颗粒物浓度由2020年的35微克/立方米下降到32微克/立方米。") == [
        ["细颗粒物浓度", "全市", "2020", "35"], ["细颗粒物浓度", "全市", "2021", "32"],
      ])
    #expect(
      try observed("2021年,全市优良天数比例从85.2%提高到88.1%,污水处理率为92.8%。") == [
        ["优良天数比例", "全市", "2021", "88.1"], ["污水处理率", "全市", "2021", "92.8"],
      ])
    #expect(
      try targets("力争到2025年,优良天数比例从85.2%提高到88.1%。") == [["优良天数比例", "88.1", "2025"]])
  }

  @Test("a year that values are compared with is in neither names nor times")
  func bases() throws {
    #expect(
      try targets("到2020年,万元产值用水量、万元增加值用水量较2015年分别降低23%和20%。") == [
        ["万元产值用水量", "23", "2020"], ["万元增加值用水量", "20", "2020"],
      ])
    #expect(
      try observed("2015年,全区有效灌溉面积417万亩,较“十一五”末增长9.2%。").map { $0[2] } == ["2015"])
  }

  @Test("values of the years that the title plans are targets; 目标要求 in a name makes none")
  func planned() throws {
    #expect(
      try targets("2024-2025年节能降碳行动方案\n2024年,非化石能源消费占比达到18.9%左右。\n2025年,非化石能源消费占比达到20%左右。")
        .map { $0[2] } == ["2025"])
    #expect(
      try targets("2017年1-4月,全省达到水质目标要求的断面100个,优良断面比例为87.7%。").isEmpty)
  }

  @Test("a value whose unit stands on the next line")
  func wrapped() throws {
    #expect(
      try observed("2022年,全县二氧化硫、细颗粒物的平均浓度分别为11微克/立方米、33\n微克/立方米,总体达到二级标准。").map {
        $0[3]
      } == ["11", "33"])
  }

  @Test("a target in the bracket behind a value, and how far a value is from one")
  func asides() throws {
    let result = try run("2017年上半年,优良断面比例为70.0%(2017年目标为68.3%),同比上升1.2个百分点。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target"]) == [["优良断面比例", "68.3"]])
    #expect(result.rows(of: "observations.csv", ["value", "同比"]) == [["70", "上升1.2个百分点"]])
    #expect(
      try targets("2017年,优良天数比例为78.0%,但低于年度目标1个百分点。").isEmpty)
  }

  @Test(
    "a bracket behind a week tells its days; one that names what is counted in does not tell a time"
  )
  func bracketedTimes() throws {
    #expect(
      try observed("2021年第11周(2021年3月15日-3月21日),全市细颗粒物浓度为37微克/立方米。").map { $0[2] } == [
        "2021-03-15..2021-03-21"
      ])
    #expect(
      try observed("2018年,全省城市(含2019年1月并入的丙市)优良天数比率为79.3%。").map { $0[2] } == ["2018"])
  }

  @Test("a value of a year behind the day that dates the document is a target")
  func writtenYears() throws {
    let head = "关于印发某县节水方案的通知\n\n"
    let text = "一、重点任务\n加强管网建设。2025年污水集中收集率达到65%。2021年污水处理率为95%。"
    for line in ["发布日期：2022年3月1日", "某政发〔2022〕15号", "2022年3月1日"] {
      #expect(try targets(head + line + "\n\n" + text) == [["污水集中收集率", "65", "2025"]])
      #expect(try observed(head + line + "\n\n" + text) == [["污水处理率", "", "2021", "95"]])
    }
    #expect(
      WrittenYear.of(["某政发〔2021〕15号", "2023年3月", "根据国发〔2024〕1号文件。"].map { FoldedText($0) }) == 2021)
    let named = "县政府关于印发《某县水网规划（2021—2025年）》的通知\n\n第一章 任务\n2025年工业用水重复利用率达到94%，用水强度为25立方米。"
    #expect(try targets(named).map { $0[1] } == ["94", "25"])
  }

  @Test("分别 before one value gives it to each of a list, and does not hide what is to be")
  func each() throws {
    let text = "2024年,氨氮、化学需氧量排放量要分别下降2%,PM2.5平均浓度要降到35微克/立方米。"
    #expect(
      try targets(text).map { $0[0] + $0[1] } == ["氨氮排放量2", "化学需氧量排放量2", "PM2.5平均浓度35"])
  }

  @Test("what somebody has fixed as a target is none that was reached")
  func fixedTargets() throws {
    let text = "2014年,全国优良率为70%。甲省、乙省确定了下降25%的目标,河北目标要求下降15%。"
    #expect(try observed(text).map { $0[0] } == ["优良率"])
    let listed = "2010年污染减排工作目标主要有：全市能耗降低4%。通过工程减排，新增削减化学需氧量80万吨。"
    #expect(try targets(listed).map { $0[1] } == ["4", "80"])
  }

  @Test("the first months of a year may be counted in numerals")
  func firstMonths() throws {
    let text = "2022年,全市优良率为80%。2023年前七个月,全市优良率为85%。前七月,PM2.5浓度为30微克/立方米。"
    #expect(try observed(text).map { $0[2] } == ["2022", "2023-01..2023-07", "2023-01..2023-07"])
    #expect(
      try run("2023年项目进展\n前七月，全市新开工项目12个，完成投资8亿元。").statedFigures.allSatisfy { $0.hasSuffix("前七月") }
    )
  }

  @Test("a bound below a heading that looks back is no target")
  func reviews() throws {
    let text =
      "2023年政府工作报告\n\n一、2022年工作回顾\n2022年，全市优良率为87%，城镇失业率控制在3.5%以内。\n二、2023年目标\n城镇失业率控制在4%以内。"
    #expect(try targets(text).map { $0[1] } == ["4"])
    #expect(try observed(text).map { $0[3] } == ["87"])
  }

  @Test("the number of a box or a table is no value")
  func boxes() throws {
    let text = "某市水安全规划（2021—2025年）\n\n一、目标\n2025年，全市优良率达到85%。\n专栏1：白江流域：用水总量8亿立方米。"
    #expect(try targets(text).map { $0[0] } == ["优良率", "白江流域用水总量"])
  }
}
