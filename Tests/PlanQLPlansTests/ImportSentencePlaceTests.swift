import PlanQLData
import Testing

@testable import PlanQLPlans

/// Names, places and times of observed values, which a word or a sign beside them decides.
@Suite("whose values are, where and when they were observed")
struct ImportSentencePlaceTests {
  private func observed(_ text: String) throws -> [[String]] {
    try DocumentImport.run(text: text, fileName: "a.txt")
      .rows(of: "observations.csv", ["indicator", "place", "time", "value"])
  }

  private func names(_ text: String) throws -> [[String]] {
    try observed(text).map { [$0[0], $0[3]] }
  }

  @Test("较 begins the name of a grade")
  func grades() throws {
    #expect(
      try names("2022年,优良级的监测点比例为9.1%,较好级的监测点比例为4.6%,较差级的监测点比例为42.5%。") == [
        ["优良级的监测点比例", "9.1"], ["较好级的监测点比例", "4.6"], ["较差级的监测点比例", "42.5"],
      ])
    #expect(try names("2022年,优良率为88.1%,较上年提高2个百分点。") == [["优良率", "88.1"]])
  }

  @Test("values in the order of names have the noun of the last one, or none is read")
  func distributed() throws {
    #expect(
      try names("2022年,全市Ⅰ至Ⅲ类、Ⅳ至Ⅴ类、劣Ⅴ类水质断面分别占64.5%、26.7%、8.8%。") == [
        ["Ⅰ至Ⅲ类水质断面", "64.5"], ["Ⅳ至Ⅴ类水质断面", "26.7"], ["劣Ⅴ类水质断面", "8.8"],
      ])
    #expect(
      try names("2022年,甲断面、乙断面达标率分别为90.5%、88.1%。") == [["甲断面达标率", "90.5"], ["乙断面达标率", "88.1"]])
    #expect(
      try names("2022年,功能区声环境质量昼间、夜间总达标率分别为96%、86.6%。") == [
        ["功能区声环境质量昼间总达标率", "96"], ["功能区声环境质量夜间总达标率", "86.6"],
      ])
    let targets = try DocumentImport.run(
      text: "到2025年,化学需氧量、氨氮、有机物重点工程减排量分别达到245吨、18吨、103.9吨。", fileName: "a.txt")
    #expect(
      targets.rows(of: "indicators.csv", ["name", "target"]) == [
        ["化学需氧量重点工程减排量", "245"], ["氨氮重点工程减排量", "18"], ["有机物重点工程减排量", "103.9"],
      ])
  }

  @Test("several names of one measure share its value")
  func shared() throws {
    let result = try DocumentImport.run(
      text: "到2025年,单位GDP用水量、单位工业增加值用水量比2015年降低20%。", fileName: "a.txt")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target"]) == [
        ["单位GDP用水量", "20"], ["单位工业增加值用水量", "20"],
      ])
    #expect(try names("2022年,近岸海域一、二类海水比例为62.7%。").map { $0[1] } == ["62.7"])
  }

  @Test("nouns that name no place of their own are part of the name")
  func places() throws {
    #expect(
      try observed("2020年,城市空气质量优良天数比例为85.1%,化学需氧量排放量下降12.5%。").map { $0[1] } == ["", ""])
    #expect(
      try observed("2022年,中心城区区域环境噪声平均等效声级为55.2分贝,道路交通噪声平均等效声级为66.3分贝。").map { $0[1] }
        == ["", ""])
    #expect(
      try observed("2010年,胶州湾一、二类海水比例为61.3%,近岸海域一、二类海水比例为62.7%。") == [
        ["一、二类海水比例", "胶州湾", "2010", "61.3"], ["一、二类海水比例", "近岸海域", "2010", "62.7"],
      ])
    #expect(
      try observed("2022年,京津冀及周边地区“2+26”城市平均优良天数比例为61.0%。").map { $0[1] } == [
        "京津冀及周边地区“2+26”城市"
      ])
  }

  @Test("一、二类 at the start of a sentence is no number of a list")
  func classes() throws {
    #expect(
      try names("2010年,全国优良率为80.1%。一、二类海水比例为62.7%。") == [["优良率", "80.1"], ["一、二类海水比例", "62.7"]])
  }

  @Test("a time in a bracket is that of what stands there")
  func bracketTimes() throws {
    #expect(
      try observed("2022年9月,全县优良率为93.1%(2021年9月为90.2%)。PM10浓度为40微克/立方米。").map { $0[2] } == [
        "2022-09", "2022-09",
      ])
  }

  @Test("comparisons in the order of values belong to one each")
  func comparisons() throws {
    let result = try DocumentImport.run(
      text: "2022年,甲、乙、丙年均浓度分别为8、24、55微克/立方米,同比分别下降11.1%、上升7.7%、5.2%。", fileName: "a.txt")
    #expect(result.column("同比", of: "observations.csv") == ["下降11.1%", "上升7.7%", "上升5.2%"])
  }

  @Test("a paragraph with a time of its own, an aside and the line of a page's date")
  func times() throws {
    #expect(
      try observed("全市国控断面有12个。2022年1月,甲比例为100%。\n全市省控断面有39个。2021年1月,乙比例为95%。").map { $0[2] } == [
        "", "2022-01", "", "2021-01",
      ])
    #expect(
      try observed("2023年9月,优良率为93.1%。(2022年9月优良率93.3%。)\n细颗粒物平均浓度为16微克/立方米。").map { $0[2] } == [
        "2023-09", "2022-09", "2023-09",
      ])
    #expect(
      try observed("甲流域2017年1月份水质公报\n时间:2017年05月22日信息来源: 作者: 点击:\n水功能区达标率为80.9%。").map { $0[2] }
        == [
          "2017-01"
        ])
  }

  @Test("a value of a scope of its own ends the place before it")
  func scopes() throws {
    func targets(_ text: String) throws -> [[String]] {
      try DocumentImport.run(text: text, fileName: "a.txt")
        .rows(of: "indicators.csv", ["name", "地点"])
    }
    #expect(
      try targets("到2025年,京津冀地区PM2.5浓度下降10%,县级及以上城市黑臭水体比例控制在10%以内,森林覆盖率达到24%。") == [
        ["京津冀地区PM2.5浓度", "京津冀地区"], ["县级及以上城市黑臭水体比例", ""], ["森林覆盖率", ""],
      ])
    #expect(
      try targets("江苏提出,到2025年,全省PM2.5浓度下降至30微克/立方米。\n山西提出,到2025年,全省PM2.5浓度下降至36微克/立方米。")
        .map { $0[1] } == ["江苏", "山西"])
    #expect(
      try observed("2015年,酸雨区面积占比下降,劣Ⅴ类比例为9.7%。").map { $0[1] } == [""])
  }

  @Test("a line before a colon ends the place of the label above it")
  func labels() throws {
    let text =
      "2016年10月空气质量\n北京市:\nPM2.5浓度为84微克/立方米。\n珠三角区域9个城市:\nO3超标率为4.3%。\n重点单位:\nPM10浓度为90微克/立方米。"
    #expect(try observed(text).map { $0[1] } == ["北京市", "珠三角区域9个城市", ""])
  }
}
