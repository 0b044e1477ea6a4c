import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

@Suite("tasks one below the other, each with lines of labels")
struct ImportLabelItemTests {
  @Test("a heading or a number that does not go on with the measures begins the next task")
  func measuresUnderLabel() throws {
    let headed = try run(
      """
      云溪县整改清单
      一、排水管网有缺口。
      责任单位：县住建局
      整改时限：2023年12月底前
      整改措施：
      1.排查管网。
      （1）查清底数。
      2.修复破损处。

      二、湖水水质下降。
      责任单位：县水利局
      整改时限：2024年6月底前
      整改措施：
      1.清理围网。
      2.新建泵站1座。
      """)
    #expect(
      headed.table("duties.csv") == [
        ["no", "text", "kind", "units", "due", "整改措施", "source_line"],
        [
          "1", "排水管网有缺口", "rectification", "县住建局", "..2023", "1.排查管网。（1）查清底数。2.修复破损处。", "2",
        ],
        ["2", "湖水水质下降", "rectification", "县水利局", "..2024-H1", "1.清理围网。2.新建泵站1座。", "10"],
      ])
    let numbered = try run(
      """
      云溪县整改清单
      1.排水管网有缺口。
      责任单位：县住建局
      整改措施：
      1.排查管网。
      2.湖水水质下降。
      责任单位：县水利局
      整改措施：
      1.清理围网。
      2.新建泵站1座。
      3.垃圾清运不及时。
      去年以来多次发生。
      责任单位：县城管局
      整改措施：
      1.增加清运车。
      """)
    #expect(
      numbered.column("text", of: "duties.csv") == [
        "排水管网有缺口。", "湖水水质下降。", "垃圾清运不及时。去年以来多次发生。",
      ])
    #expect(numbered.column("units", of: "duties.csv") == ["县住建局", "县水利局", "县城管局"])
    #expect(
      numbered.column("整改措施", of: "duties.csv") == [
        "1.排查管网。", "1.清理围网。2.新建泵站1座。", "1.增加清运车。",
      ])
  }

  @Test("what stands under a label before those who answer is no task of its own")
  func measuresBeforeUnits() throws {
    for (first, second) in [("①排查管网。", "②修复破损处。"), ("排查管网。", "修复破损处。")] {
      let result = try run(
        """
        云溪县整改清单
        一、排水管网有缺口。
        整改措施：
        \(first)
        \(second)
        责任单位：县住建局
        整改时限：2023年12月底前
        二、湖水水质下降。
        整改措施：
        \(first)
        责任单位：县水利局
        """)
      #expect(result.column("text", of: "duties.csv") == ["排水管网有缺口", "湖水水质下降"])
      #expect(result.column("units", of: "duties.csv") == ["县住建局", "县水利局"])
      #expect(result.column("整改措施", of: "duties.csv") == [first + second, first])
    }
  }

  @Test("sentences below a label go on up to the next one, but not up to other units")
  func sentencesUnderLabel() throws {
    let result = try run(
      """
      1.改造小区156个。
      责任单位：县住建局
      工作措施：摸清底数；
      分批改造。
      完成时限：2024年底
      2.建设文化中心。
      责任单位：县文旅局
      工作措施：
      倒排工期。
      加固堤防。
      牵头单位：县水利局
      """)
    #expect(
      result.rows(of: "duties.csv", ["text", "units", "工作措施"]) == [
        ["改造小区156个。", "县住建局", "摸清底数；分批改造。"], ["建设文化中心。", "县文旅局", "倒排工期。"],
        ["加固堤防。", "县水利局", ""],
      ])
  }

  @Test("numbered lines that each have those who answer below them are tasks, also under a label")
  func measuresWithUnits() throws {
    let result = try run(
      """
      一、排水管网有缺口。
      整改目标：雨污分流。
      整改措施：
      1.排查管网。
      责任单位：县住建局
      整改时限：2023年10月底前
      2.修复破损处。
      责任单位：县水利局
      整改时限：2023年11月底前
      """)
    #expect(result.column("text", of: "duties.csv") == ["排查管网。", "修复破损处。"])
    #expect(result.column("units", of: "duties.csv") == ["县住建局", "县水利局"])
    #expect(result.column("due", of: "duties.csv") == ["..2023-10", "..2023-11"])
  }

  @Test("a task whose name ends as that of a unit does joins in no task above it")
  func namesLikeUnits() throws {
    let result = try run(
      """
      2024年民生实事清单
      1.东环路改造工程
      责任单位：县住建局
      完成时限：2024年底
      2.县人民医院
      牵头单位：县卫健局
      完成时限：2025年底

      3.文化中心
      责任单位：
      县文旅局
      县住建局
      完成时限：2025年底
      4.职业学校
      责任单位：1.县教育局
      2.县人社局
      """)
    #expect(
      result.column("text", of: "duties.csv") == ["东环路改造工程", "县人民医院", "文化中心", "职业学校"])
    #expect(
      result.column("units", of: "duties.csv") == [
        "县住建局", "县卫健局", "县文旅局、县住建局", "县教育局、县人社局",
      ])
    #expect(result.column("due", of: "duties.csv") == ["..2024", "..2025", "..2025", ""])
    let plain = try run(
      """
      县第一中学
      责任单位：县教育局
      完成时限：2024年底
      文化中心
      责任单位：县文旅局
      完成时限：2025年底
      """)
    #expect(plain.column("text", of: "duties.csv") == ["县第一中学", "文化中心"])
    #expect(plain.column("units", of: "duties.csv") == ["县教育局", "县文旅局"])
  }

  @Test("what a task costs under a label is kept with the task, and is none of its own")
  func money() throws {
    let result = try run(
      """
      1.新建幼儿园12所。
      责任单位：县教育局
      计划投资：2.4亿元。
      建设规模：3600个学位
      完成时限：2024年8月底前
      2.改造老旧小区156个。
      总投资：5.6亿元，其中县级财政1亿元
      责任单位：县住建局
      完成时限：2024年12月底前
      """)
    #expect(
      result.table("duties.csv") == [
        ["no", "text", "kind", "units", "due", "建设规模", "总投资", "计划投资", "source_line"],
        ["1", "新建幼儿园12所。", "task", "县教育局", "..2024-08", "3600个学位", "", "2.4亿元", "1"],
        ["2", "改造老旧小区156个。", "task", "县住建局", "..2024", "", "5.6亿元，其中县级财政1亿元", "", "6"],
      ])
  }

  @Test("a bare count heads the next record and says no more of the one above")
  func countOfRecord() throws {
    let result = try run(
      """
      问题一
      反馈问题：管网破损。
      责任单位：县住建局
      整改措施：修复管网。
      问题二
      反馈问题：湖水发臭。
      责任单位：县水利局
      整改措施：清理围网。
      """)
    #expect(result.column("text", of: "duties.csv") == ["管网破损。", "湖水发臭。"])
    #expect(result.column("整改措施", of: "duties.csv") == ["修复管网。", "清理围网。"])
    #expect(result.report.documents.flatMap(\.notes).map(\.line) == [1, 5])
  }

  @Test("labels above tasks numbered from 1 again and below the last of them are said of each")
  func labelsOfGroups() throws {
    let result = try run(
      """
      2025年度安全生产目标责任分解

      责任单位：县应急管理局
      1.开展执法检查不少于600家次。
      2.组织应急演练12次。
      完成时限：2025年12月

      责任单位：县住建局、县交通运输局
      1.整治燃气隐患不少于350处。
      2.完善公路安全设施36公里。
      完成时限：2025年11月
      """)
    #expect(
      result.rows(of: "duties.csv", ["text", "units", "due"]) == [
        ["开展执法检查不少于600家次。", "县应急管理局", "2025-12"],
        ["组织应急演练12次。", "县应急管理局", "2025-12"],
        ["整治燃气隐患不少于350处。", "县住建局、县交通运输局", "2025-11"],
        ["完善公路安全设施36公里。", "县住建局、县交通运输局", "2025-11"],
      ])
    // Labels below what they are said of, with the measures under numbers.
    let matters = try run(
      """
      排水管网有缺口。
      责任单位：县住建局
      1.排查管网。
      2.修复破损处。
      湖水水质下降。
      责任单位：县水利局
      1.清理围网。
      2.新建泵站1座。
      """)
    #expect(
      matters.rows(of: "duties.csv", ["text", "units"]).first == ["排水管网有缺口。", "县住建局"])
  }
}
