import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("each figure of prose stands in what was read of its line, or is named")
struct ImportReadFigureTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func unread(_ text: String) throws -> [String] {
    try run(text).report.documents[0].doubts.map(\.text.zh).filter { $0.hasPrefix("未收入的数据") }
  }

  /// The figures of a line of text that stand neither in a row of that line nor in what the report says of it.
  private func lost(_ text: String) throws -> [String] {
    let result = try run(text)
    let report = result.report.documents[0]
    var found: [Int: [Decimal]] = [:]
    func take(_ text: String, at line: Int) {
      let text = FoldedText(text)
      found[line, default: []] += Quantity.all(in: text).map(\.value)
    }
    for remark in report.doubts + report.normalised {
      if let line = remark.place?.number { take(remark.text.zh, at: line) }
    }
    for (name, _) in result.files where name.hasSuffix(".csv") {
      let rows = result.table(name)
      guard let last = rows.first?.lastIndex(of: "source_line") else { continue }
      // The sentence beside a value holds all its figures, whatever was read of it.
      let sentence = rows.first?.firstIndex(of: PlanFiles.sentence)
      for row in rows.dropFirst() where row.indices.contains(last) {
        for (place, cell) in row[..<last].enumerated() where place != sentence {
          take(cell, at: Int(row[last]) ?? 0)
        }
      }
    }
    var lost: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let plain = FoldedText(String(line))
      for figure in Quantity.all(in: plain) where figure.unit != nil || figure.value.scale > 0 {
        let isFound = (found[index + 1] ?? []).contains { $0.isEqual(to: figure.value) }
        if !isFound { lost.append(plain.withWordsBefore(figure.places)) }
      }
    }
    return lost
  }

  /// Sentences in the shapes that public reports have.
  private static let sentences = [
    "2022年1-5月,全国339个地级及以上城市空气质量平均优良天数比例为85.1%,同比上升0.5个百分点;PM2.5平均浓度为35微克/立方米,同比下降5.4%。",
    "2022年,甲地区41个城市平均优良天数比例为80.8%,同比下降7.0个百分点,PM2.5浓度为38微克/立方米,同比上升5.6%。",
    "2022年,1940个国家考核断面中,水质优良(Ⅰ—Ⅲ类)断面比例为81.0%,同比上升6.0个百分点;劣Ⅴ类断面比例为0.9%。",
    "2014年万元GDP能耗为1.0032吨标准煤,比2013年下降5.55%;万元GDP电耗为591.88千瓦时,比2013年下降9.42%。",
    "“十二五”前4年,全市万元GDP能耗累计下降18.47%,提前完成“十二五”下降17.4%的任务目标。2014年森林覆盖率为40.2%。",
    "2020年优良天数比例为87%,比2015年增长5.8个百分点,超过“十三五”目标2.5个百分点。未达标城市平均浓度为37微克/立方米,超过“十三五”目标10.8个百分点。",
    "2022年,森林覆盖率、湿地保护率分别达到24%、50%以上,水土流失、荒漠化面积分别净减少10.6万、3.8万平方公里。",
    "2022年,甲县优良天数比例由86%下降到85%,乙县优良天数比例达到85%。",
    "到2015年,化学需氧量、氨氮排放总量分别控制在121.31万吨、13.31万吨以内,比2010年的132.4万吨、14.56万吨分别下降8.4%、8.6%。",
    "2022年,甲区PM2.5浓度为40微克/立方米,全市20个区县排名第4。优良天数比例为85%。",
    "2021年安排全市重点建设项目710项,项目总投资6960亿元。全市重点建设项目1-3月累计完成投资313.64亿元,较去年同期增长153.34亿元,同比增长95.66%。",
    "甲县完成投资5.2亿元,占年度计划的52%;乙县完成投资3.1亿元,占年度计划的40%;其中民间投资1.2亿元。",
    "11个县中,综合指数最好的3个县依次是甲县、乙县、丙县,最差的3个县依次是丁县、戊县、己县。与去年同期相比4个县综合指数分别下降21.7%、14.6%、13.3%、13.0%。",
    "2022年平均分排名前三的单位是甲镇(110.58)、乙乡(107.83)、丙镇(102.75)。平均分低于75分的单位是丁镇(74.16)、戊镇(73.93)。",
    "2022年,主要河道水质达到V类及以上的长度比例由18.7%提高到25.8%,达到管理标准的长度比例由71%增加到87%,黑臭河道长度由184公里减少到28公里。",
    "2022年,优良率为93.1%(2021年为90.2%,目标为92%),氨氮浓度为0.48毫克/升(标准为1.0毫克/升)。",
    "全年化学需氧量减排量为1200吨,完成年度任务1000吨的120%,二氧化硫减排量为800吨。",
  ]

  @Test("no figure of a sentence is lost", arguments: sentences)
  func law(_ sentence: String) throws {
    #expect(try lost(sentence).isEmpty)
    #expect(try lost("2022年工作情况\n\n" + sentence).isEmpty)
  }

  @Test("a value stands beside the sentence that it was read from", arguments: sentences)
  func provenance(_ sentence: String) throws {
    let result = try run(sentence)
    var count = 0
    for (name, _) in result.files where name.hasSuffix(".csv") {
      let rows = result.table(name)
      guard let heading = rows.first,
        let values = heading.firstIndex(where: ["number", "target"].contains)
          ?? heading.firstIndex(of: "value"),
        let words = heading.firstIndex(of: PlanFiles.sentence)
      else { continue }
      let amounts = heading.firstIndex(of: "value") ?? values
      for row in rows.dropFirst() {
        guard let value = Decimal([row[values], row[amounts]].first { !$0.isEmpty } ?? "") else {
          continue
        }
        count += 1
        #expect(sentence.contains(row[words]), "\(row)")
        #expect(
          Quantity.all(in: FoldedText(row[words])).contains { $0.value.isEqual(to: value) },
          "\(row)")
      }
    }
    let said = result.report.documents[0].normalised.map(\.text.en)
    #expect(
      said.contains { $0.hasPrefix("\(count) values were read from sentences") } || count == 0)
  }

  @Test("all of the sentences together")
  func together() throws {
    #expect(try lost(ImportReadFigureTests.sentences.joined(separator: "\n")).isEmpty)
  }

  @Test("a figure that a reader passed over is named, though it stands amid what it read")
  func passedOver() throws {
    #expect(
      try unread("2022年,乙率为90%。63个县中,水质较好的前2位依次是:甲县、乙县,获得30万元。").contains {
        $0.contains("30万元")
      })
    let values = try run("2022年,优良率为93.1%,同比上升2个百分点。")
    #expect(values.report.documents[0].doubts.isEmpty)
  }

  @Test("a rank that was not read is named, and one that is kept is not")
  func ranks() throws {
    #expect(
      try unread("2022年,优良率为85%。全县生态环境满意度在全市20个区县中位居第4,较上年上升2位。").contains {
        $0.contains("第4")
      })
    let kept = try run("2022年,甲区PM2.5浓度为40微克/立方米,全市20个区县排名第4(全省排名第50)。")
    #expect(kept.column("排名", of: "observations.csv") == ["全市20个区县排名第4(全省排名第50)"])
    #expect(try unread("2022年,甲区PM2.5浓度为40微克/立方米,全市20个区县排名第4(全省排名第50)。").isEmpty)
  }

  @Test("a number without a unit that is what something is, is a figure too")
  func withoutUnits() throws {
    let result = try run("2022年,全市劣Ⅴ类断面比例为0,重污染天数为0天,空气质量综合指数为4,优良率为85%。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "value"]) == [
        ["劣Ⅴ类断面比例", "0"], ["重污染天数", "0"], ["空气质量综合指数", "4"], ["优良率", "85"],
      ])
    #expect(try unread("2022年,优良率为85%,其他情况为7。").contains { $0.contains("7") })
    #expect(try unread("2022年,优良率为85%。联系电话为5551234。").isEmpty)
    #expect(try unread("2022年,优良率为85%。要求在20个工作日内公开。").isEmpty)
  }

  @Test(
    "both ends of a range are named, and neither is a value",
    arguments: [
      ("PM10浓度为19~101微克/立方米", "19~101微克/立方米"), ("二氧化硫浓度为5至9微克/立方米", "5至9微克/立方米"),
      ("臭氧浓度19—101微克/立方米", "19—101微克/立方米"), ("研发投入强度达到2%～5%", "2%～5%"),
      ("优良天数比例提高3-5个百分点", "3-5个百分点"), ("垃圾处理能力为3-5万吨", "3-5万吨"), ("城镇新增就业3万至3.5万人", "3万至3.5万人"),
    ])
  func ranges(clause: String, range: String) throws {
    let text = "2022年,全市优良率为85%,森林覆盖率为41%。2022年,\(clause)。"
    #expect(try unread(text).contains { $0.contains(range) })
    let values = try run(text).column("value", of: "observations.csv")
    #expect(values == ["85", "41"])
    let bulletin = "全市重点项目20个,总投资90亿元。\(clause),已开工8个。"
    let figures = try run(bulletin)
    let told = figures.report.documents[0].doubts.map(\.text.zh).joined()
    #expect(told.contains(range))
    #expect(!figures.statedFigures.contains { $0.contains("微克") || $0.contains("百分点") })
  }

  @Test("how long something takes, and what something went to, are no ranges")
  func noRanges() throws {
    #expect(try unread("2022年,优良率为85%。要求在5-10个工作日内公开,有效期3-5年。").isEmpty)
    #expect(FigureRange.all(in: FoldedText("提高3个百分点至85%,1-8月完成,总投资3亿元")).isEmpty)
    #expect(FigureRange.all(in: FoldedText("GB3095-2012,电话0371-65至8,2021-2025年")).isEmpty)
  }

  @Test("a number that a blank parts from its unit is named")
  func blanks() throws {
    let told = try unread("2022年,全市优良率为85%,粮食收入 25 亿左右,拆除锅炉 120 蒸吨。").joined()
    #expect(told.contains("25"))
    #expect(told.contains("120"))
  }
}
