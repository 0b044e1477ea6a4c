import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing rules of scoring and scores")
struct ImportScoreTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  @Test("a table of rules gives their forms, steps and caps, and its points add up")
  func rules() throws {
    let result = try csv(
      """
      序号,考核内容,分值,评分标准
      1,任务完成,40,每项未完成扣2分，扣完为止
      2,信息报送,10,"未按时报送的，每次扣0.5分，最多扣3分。"
      3,年度目标,20,完成得20分，未完成不得分
      4,满意度,10,90%以上得10分，80%-90%得5分，80%以下不得分
      5,督察整改,5,酌情扣1-3分
      6,加分项,,获表彰的，每项加2分，最多加5分
      7,事故,,发生重大事故的，一票否决
      合计,,90,
      """)
    let rows = result.table("rules.csv").dropFirst().map { Array($0.prefix(5)) }
    #expect(
      rows == [
        ["任务完成", "40", "per_unit", "2", "40"], ["信息报送", "10", "per_unit", "0.5", "3"],
        ["年度目标", "20", "step", "20", ""], ["满意度", "10", "step", "5", ""],
        ["督察整改", "5", "", "", ""], ["加分项", "", "", "", ""], ["事故", "", "veto", "", ""],
      ])
    #expect(result.column("加分步长", of: "rules.csv")[5] == "2")
    #expect(result.column("加分上限", of: "rules.csv")[5] == "5")
    let report = result.report
    #expect(report.documents[0].doubts.map(\.text) == [ImportMessages.ruleUnread("督察整改")])
    #expect(report.sums.map { $0.sum?.description } == ["85"])
    #expect(report.sums.map(\.agrees) == [false])
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("rules").count == 7)
  }

  @Test("several ways of taking points off are rules of their own, whose points count once")
  func parts() throws {
    let result = try csv("考核项目,分值,扣分标准\n资料台账,10,未建立台账的扣3分；台账不全的，每缺一项扣1分\n")
    #expect(result.column("points", of: "rules.csv") == ["10", "", ""])
    #expect(result.column("form", of: "rules.csv") == ["", "step", "per_unit"])
    #expect(result.column("step", of: "rules.csv") == ["", "3", "1"])
    let one = try csv("考核项目,分值,扣分标准\n方案,5,\"未制定扣3分，未按时报送扣1分\"\n")
    #expect(one.column("item", of: "rules.csv") == ["方案", "方案：未制定", "方案：未按时报送"])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.ruleInParts("资料台账", 2)))
  }

  @Test("rules in plain sentences need no points in brackets")
  func prose() throws {
    let result = try DocumentImport.run(
      text: """
        2024年考核办法

        1. 任务完成。每项未完成扣2分，扣完为止。
        2. 未按时报送的，每次扣0.5分。
        3. 年度目标（20分）：完成得20分，未完成不得分。
        4. 获国家级表彰的，每项加3分，加分不超过6分。
        """, fileName: "a.txt")
    #expect(result.column("item", of: "rules.csv") == ["任务完成", "未按时报送", "年度目标", "获国家级表彰的"])
    #expect(result.column("form", of: "rules.csv") == ["per_unit", "per_unit", "step", ""])
    #expect(result.column("step", of: "rules.csv") == ["2", "0.5", "20", ""])
    #expect(result.column("加分上限", of: "rules.csv") == ["", "", "", "6"])
    #expect(result.report.documents[0].doubts.isEmpty)
  }

  @Test(
    "how points are taken off",
    arguments: [
      ("每低1个百分点扣0.5分", "per_unit", "0.5", "低1个百分点"), ("未完成的扣3分", "step", "3", ""),
      ("每发生一起，扣2分", "per_unit", "2", "发生一起"), ("发生事故的，一票否决", "veto", "", ""),
      ("未达标不得分", "step", "10", ""), ("逾期扣1至3分", "", "", ""), ("按比例扣分", "", "", ""),
      ("A级得10分，B级得8分，C级得3分", "", "", ""), ("有文件得4分，有专职人员得6分", "", "", ""),
      ("每项措施各1.5分，完成计满分，没有完成计0分", "", "", ""), ("完成得满分，完成80%以上得5分，低于80%不得分", "step", "5", ""),
      ("完成得满分，完成80%以上得8分，低于80%不得分", "", "", ""),
    ])
  func forms(_ text: String, _ form: String, _ step: String, _ unit: String) {
    var rule = ScoreRule(
      title: "x", points: Decimal(10, scale: 0), level: 5, parent: nil, line: 0)
    rule.read(FoldedText(text))
    #expect(rule.form ?? "" == form)
    #expect(rule.step?.description ?? "" == step)
    #expect(rule.unit ?? "" == unit)
    #expect(rule.isUnread == form.isEmpty)
  }

  @Test(
    "all points are more than those for a part of the work, where the text does not say how many they are"
  )
  func allPoints() {
    let read = ScoringText(FoldedText("完成得满分,完成80%以上得10分,低于80%不得分"))
    #expect(read.full == nil)
    #expect(read.only == nil)
  }

  @Test("what was scored is no rule of how to score")
  func outcomes() throws {
    let read = ScoringText(FoldedText("考核断面水质改善不明显,绩效指标平均仅得17分"))
    #expect(!read.saysPoints)
    #expect(ScoringText(FoldedText("达标得17分")).full?.description == "17")
  }

  /// The cells of the rules without what is kept as written.
  private func rules(_ result: ImportResult, _ columns: [String]) -> [[String]] {
    let cells = columns.map { result.column($0, of: "rules.csv") }
    return (0..<(cells.map(\.count).max() ?? 0)).map { row in
      cells.map { $0.indices.contains(row) ? $0[row] : "" }
    }
  }

  private func text(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  @Test("equal deductions of an item are rules of their own, and each cap is one of its own part")
  func equalParts() throws {
    let result = try text(
      """
      考核办法
      (1)组织领导(3分)。未成立小组的,扣1分;未作出部署的,扣1分;电话无人接听的,发现一次扣0.5分。
      (2)水质(15分):每超1微克扣1分,最多扣10分;超过5微克的不得分。
      """)
    #expect(
      rules(result, ["item", "points", "form", "step", "cap", "计分单位"]) == [
        ["组织领导", "3", "", "", "", ""], ["组织领导：未成立小组的", "", "step", "1", "", ""],
        ["组织领导：未作出部署的", "", "step", "1", "", ""], ["组织领导：电话无人接听的", "", "per_unit", "0.5", "", "次"],
        ["水质", "15", "", "", "", ""], ["水质：每超1微克", "", "per_unit", "1", "10", "超1微克"],
        ["水质：超过5微克的", "", "step", "15", "", ""],
      ])
  }

  @Test("points that a list distributes, and bonuses of several heights")
  func distributed() throws {
    let result = try text(
      """
      考核办法
      1.卫星发现火点每个扣20分、省级发现火点每个扣10分,乡级发现火点扣3分。
      2.被省、市、县督查组发现的火点,每个分别扣10分、5分、3分。
      3.表彰情况(5分):国家级表彰加3分、省级加2分、市级加1分。
      """)
    #expect(
      rules(result, ["item", "form", "step", "计分单位", "加分步长"]) == [
        ["卫星发现火点", "per_unit", "20", "个", ""], ["省级发现火点", "per_unit", "10", "个", ""],
        ["乡级发现火点", "step", "3", "", ""], ["被省督查组发现的火点", "per_unit", "10", "个", ""],
        ["被市督查组发现的火点", "per_unit", "5", "个", ""], ["被县督查组发现的火点", "per_unit", "3", "个", ""],
        ["表彰情况", "", "", "", ""], ["表彰情况：国家级表彰", "", "", "", "3"],
        ["表彰情况：省级", "", "", "", "2"], ["表彰情况：市级", "", "", "", "1"],
      ])
  }

  @Test("the item is the heading above the words of scoring, and a veto is a rule")
  func headings() throws {
    let result = try text(
      """
      一、指标完成情况(40分)
      (一)单位能耗降低率
      完成年度目标得30分,超额完成的加1分,最多加5分。
      本指标为否决性指标,未达到目标值即为未完成等级。
      (二)工业能耗降低率
      完成目标得10分,完成90%得9分,完成80%得8分。
      二、节能措施(4分)
      1.成立专门机构(2分)
      查看文件:有成立文件的,得2分;
      2.召开会议(2分)
      有一次会议纪要的得1分,最多得2分。
      """)
    #expect(
      rules(result, ["item", "points", "form", "step", "计分单位", "加分步长", "加分上限"]) == [
        ["单位能耗降低率", "30", "veto", "", "", "1", "5"], ["工业能耗降低率", "10", "step", "1", "", "", ""],
        ["成立专门机构", "2", "step", "2", "", "", ""], ["召开会议", "2", "", "", "次", "1", ""],
      ])
    #expect(result.report.sums.map { $0.sum?.description } == ["40", "4"])
    #expect(result.report.sums.map(\.agrees) == [true, true])
    #expect(result.report.text(.en).contains("节能措施 满分: 2 rows, 4分; as stated"))
  }

  @Test("points alone, on headings with and without numbers, are rules that add up")
  func pointsAlone() throws {
    let result = try text(
      """
      环保考核指标体系
      环境质量指标(24分)
      一、空气质量(单项满分:18)
      二、饮用水(满分 6 分)
      管理指标(10分)
      三、责任落实(10分):有分工,有台账。
      """)
    #expect(
      rules(result, ["item", "points", "原文"])
        == [
          ["空气质量", "18", ""], ["饮用水", "6", ""], ["责任落实", "10", "有分工,有台账。"],
        ].map { [$0[0], $0[1], $0[2].replacing("。", with: "")] })
    #expect(result.report.sums.map(\.agrees) == [true, true])
    #expect(
      result.report.documents[0].doubts.map(\.text) == [ImportMessages.ruleUnread("责任落实")])
  }

  @Test("a step larger than the points is said; text whose order is lost is refused")
  func broken() throws {
    let large = try text("考核办法\n1.台账(3分):未建立的扣15分。\n2.会议(3分):未召开的扣1分。")
    #expect(
      large.report.documents[0].doubts.map(\.text) == [
        ImportMessages.ruleStepTooLarge("台账", "15", "3")
      ])
    for lines in ["止,每少1次扣0.5分\n项,扣2分", "的内容扣2分;\n位,扣1分", "每少1张扣05分。\n每缺1户扣0分。"] {
      let refused = #expect(throws: ImportRefusal.self) { try text("考核评分表\n" + lines) }
      #expect(refused?.line == 2)
      #expect(refused?.reason.en.hasPrefix("the text says points, but its lines") == true)
    }
  }

  @Test("a cap that is one cell over several rules is that of none of them")
  func sharedCap() throws {
    let result = try DocumentImport.run(
      text: """
        <p>考核评分细则</p><table><tr><td>考核内容</td><td>分值</td><td>计分方法</td></tr>
        <tr><td>材料报送</td><td>2</td><td rowspan="2">每发现一起扣1分,最多扣3分。</td></tr>
        <tr><td>台账建立</td><td>2</td></tr>
        <tr><td>信访办结</td><td>4</td><td rowspan="2">每低1个百分点扣0.5分,扣完为止。</td></tr>
        <tr><td>回复率</td><td>6</td></tr></table>
        """, fileName: "a.html")
    #expect(result.column("step", of: "rules.csv") == ["1", "1", "0.5", "0.5"])
    #expect(result.column("cap", of: "rules.csv") == ["", "", "4", "6"])
    #expect(
      result.report.documents[0].doubts.map(\.text) == [ImportMessages.capIsShared("计分方法", "3")])
  }

  @Test("a table of scores gives one for each unit and item")
  func scores() throws {
    let ranking = try csv("2023年度考核结果,,,\n排名,县(市、区),得分,扣分原因\n1,东河县,96.5,\n2,西山区,92,2项滞后\n")
    #expect(
      ranking.table("assessments.csv") == [
        ["unit", "year", "score", "reason", "排名", "source_line"],
        ["东河县", "2023", "96.5", "", "1", "3"], ["西山区", "2023", "92", "2项滞后", "2", "4"],
      ])
    let items = try csv("乡镇,水环境(40分),重点工程(60分),总分\n青石镇,36.5,60,96.5\n")
    #expect(
      items.table("assessments.csv") == [
        ["unit", "item", "points", "score", "source_line"], ["青石镇", "", "", "96.5", "2"],
        ["青石镇", "水环境", "40", "36.5", "2"], ["青石镇", "重点工程", "60", "60", "2"],
      ])
    #expect(items.column("name", of: "units.csv") == ["青石镇"])
  }

  @Test("enterprises beside the places that they lie in are those who have the score")
  func enterprisesInPlaces() throws {
    let result = try DocumentImport.run(
      text: """
        2023年度企业环境行为评分结果
        县区,企业名称,得分
        青龙县,宏远水泥,96
        青龙县,江北化工,71.5
        """, fileName: "a.csv")
    #expect(
      result.rows(of: "assessments.csv", ["unit", "score", "县区"]) == [
        ["宏远水泥", "96", "青龙县"], ["江北化工", "71.5", "青龙县"],
      ])
    #expect(
      result.rows(of: "units.csv", ["name", "kind"]) == [
        ["宏远水泥", "company"], ["江北化工", "company"],
      ])
  }
}
