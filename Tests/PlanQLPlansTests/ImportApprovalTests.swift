import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

@Suite("import of projects under labels: approvals and notices of funds")
struct ImportApprovalTests {
  @Test("an approval is a project, with its investment by source and all that its labels say")
  func approval() throws {
    let result = try run(
      """
      青石县林业局:
      你单位的请示收悉,现批复如下:
      一、项目名称:青石县林带围栏项目(项目代码:2401-331100-04-01-000123)
      二、建设单位:青石县林业局
      三、项目总投资及资金来源:总投资28000万元,其中省级补助资金22400万元,地方自筹5600万元;
      四、建设工期:2024年5月-2025年5月
      五、项目建设性质:新建
      六、项目负责人:张某;
      接此批复后,请抓紧开展工作。
      """)
    #expect(
      result.rows(
        of: "projects.csv",
        ["code", "name", "investment", "period", "nature", "units", "项目负责人"]) == [
          [
            "2401-331100-04-01-000123", "青石县林带围栏项目", "28000", "2024-05..2025-05", "新建",
            "青石县林业局", "张某",
          ]
        ])
    #expect(
      result.rows(of: "funding.csv", ["source", "planned", "原文资金来源"]) == [
        ["province", "22400", ""], ["", "5600", "地方自筹"],
      ])
    #expect(result.table("sections.csv").isEmpty)
  }

  @Test("labels that name no project are of the one that the title of the approval names")
  func title() throws {
    let result = try run(
      """
      青石县发展和改革局关于东木镇小石河治理工程立项的批复
      县水利局:
      一、为改善生态环境,原则同意立项。
      二、建设地点:东木镇月桂村。
      三、主要建设内容及规模:加固河堤800米。
      四、总投资及资金来源:项目估算总投资约310万元,资金来源为省级资金。
      """)
    #expect(
      result.rows(of: "projects.csv", ["name", "investment", "content", "place"]) == [
        ["东木镇小石河治理工程", "310", "加固河堤800米。", "东木镇月桂村。"]
      ])
    let notes = result.report.documents.flatMap(\.normalised).map(\.text)
    #expect(notes.contains(ImportMessages.nameOfTitle("青石县发展和改革局关于东木镇小石河治理工程立项的批复")))
    #expect(notes.contains(ImportMessages.amountIsRough("约310万元")))
  }

  @Test("numbered names over lines of labels are projects, several labels on a line or one")
  func numberedNames() throws {
    let result = try run(
      """
      资金分配计划如下:
      1.某乡饮水巩固提升工程
      投资:500万元 实施单位:县水利局
      2.某镇集体经济项目
      投资:167万元(专项资金)实施单位:某镇人民政府
      3.项目管理费
      投资:14万元 实施单位:县水利局
      监督电话:12317
      """)
    #expect(
      result.rows(of: "projects.csv", ["no", "name", "investment", "units"]) == [
        ["1", "某乡饮水巩固提升工程", "500", "县水利局"], ["2", "某镇集体经济项目", "167", "某镇人民政府"],
        ["3", "项目管理费", "14", "县水利局"],
      ])
    #expect(result.table("duties.csv").isEmpty)
  }

  @Test("headings over paragraphs are labels too, and a title may stand on two lines")
  func headings() throws {
    let headed = try run(
      """
      关于再生水利用工程项目建议书的批复
      一、项目名称和项目代码
      项目名称:再生水利用工程(二期)
      项目代码:2503-000000-04-01-912150
      二、项目建设的必要性
      本项目建成后将减少污水直排。
      三、建设地点
      本项目位于湿地公园区域。
      四、建设规模及内容
      新建输水管道745米。
      五、总投资及资金来源
      本项目匡算总投资254.02万元,资金来源为区政府投资。
      请接此批复后抓紧办理。
      """)
    #expect(
      headed.rows(of: "projects.csv", ["name", "code", "investment", "place", "content"]) == [
        [
          "再生水利用工程(二期)", "2503-000000-04-01-912150", "254.02", "本项目位于湿地公园区域。", "新建输水管道745米。",
        ]
      ])
    let wrapped = try run(
      """
      关于城西区块道路工程
      项目可行性研究报告的批复
      城西建设公司:
      一、原则同意可行性研究报告。
      二、项目建设地址:城西区块。
      三、项目建设内容:新建道路7条。
      四、投资估算及资金来源:项目估算总投资8779.31万元,从土地出让金中列支。
      """)
    #expect(
      wrapped.rows(of: "projects.csv", ["name", "investment", "place"]) == [
        ["城西区块道路工程项目", "8779.31", "城西区块。"]
      ])
  }

  @Test("a form with strokes is a project with the sentences of its cells")
  func form() throws {
    let result = try run(
      """
      青石市政府投资项目审批表 | |||
      项目单位 | 前仓镇人民政府 | ||
      建设项目名称 | 小流域治理工程 | ||
      拟建地址 | 南溪流域 | 建设起止年限 | 2016年7月-2017年12月 |
      主要建设内容及规模 | 治理小流域5平方公里 | ||
      项目总投资及构成 | 项目估算投资298万元,其中市级资金182万元、上级补助116万元 | ||
      """)
    #expect(
      result.rows(of: "projects.csv", ["name", "investment", "period", "place", "units"]) == [
        ["小流域治理工程", "298", "2016-H2..2017-H2", "南溪流域", "前仓镇人民政府"]
      ])
  }
}
