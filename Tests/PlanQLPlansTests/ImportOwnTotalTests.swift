import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("totals and means in tables of a document's own")
struct ImportOwnTotalTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  @Test("the mean of the rows is none of them")
  func means() throws {
    let result = try csv("县市,造林(亩),降水(毫米)\n东县,10,500\n西县,20,600\n合计,30,\n平均,15,550\n")
    #expect(result.column("县市", of: "a.csv") == ["东县", "西县"])
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(result.report.documents[0].unread.map(\.text) == [ImportMessages.rowOfStatistics])
    let extremes = try csv("项目,PM2.5,PM10\n最大值,70,90\n最小值,60,80\n平均值,65,85\n")
    #expect(extremes.column("项目", of: "a.csv") == ["最大值", "最小值", "平均值"])
  }

  @Test("the total of a group that a cell beside it or above it names")
  func groups() throws {
    let beside = try csv(
      "地区,乡镇,面积(亩)\n东县,甲镇,40\n东县,乙镇,30\n东县,小计,70\n西县,丙镇,60\n西县,小计,60\n合计,,130\n")
    let merged = try DocumentImport.run(
      text: """
        <table><tr><td>地区</td><td>乡镇</td><td>面积(亩)</td></tr>
        <tr><td rowspan="3">东县</td><td>甲镇</td><td>40</td></tr><tr><td>乙镇</td><td>30</td></tr>
        <tr><td>小计</td><td>70</td></tr>
        <tr><td rowspan="2">西县</td><td>丙镇</td><td>60</td></tr><tr><td>小计</td><td>60</td></tr>
        <tr><td colspan="2">合计</td><td>130</td></tr></table>
        """, fileName: "a.html")
    for result in [beside, merged] {
      #expect(result.column("乡镇", of: "a.csv") == ["甲镇", "乙镇", "丙镇"])
      #expect(result.report.sums.map(\.agrees) == [true, true, true])
      #expect(
        result.column("name", of: "stated_totals.csv") == [
          "东县 小计 面积(亩)", "西县 小计 面积(亩)", "合计 面积(亩)",
        ])
    }
    // Where every row is of all, none totals others.
    let all = try csv("地区,口径,面积(亩)\n东县,合计,70\n西县,合计,60\n")
    #expect(all.column("地区", of: "a.csv") == ["东县", "西县"])
  }

  @Test("县市 heads places beside projects and those who are assessed beside scores")
  func places() throws {
    let projects = try csv("县市,项目名称,投资额(万元)\n东县,甲河治理,100\n")
    #expect(projects.column("place", of: "projects.csv") == ["东县"])
    let scores = try csv("县市,得分\n东县,95\n西县,90\n平均,92.5\n")
    #expect(scores.column("unit", of: "assessments.csv") == ["东县", "西县"])
  }

  @Test("the first 小计 is of the section that a heading above the table begins")
  func sectionAbove() throws {
    let result = try DocumentImport.run(
      text: """
        # 重点项目表

        ## 一、水环境

        | 项目名称 | 总投资(万元) |
        |---|---|
        | 甲河治理 | 100 |
        | 小计 | 100 |

        ## 二、大气环境

        | 项目名称 | 总投资(万元) |
        |---|---|
        | 乙炉改造 | 50 |
        | 小计 | 50 |
        | 合计 | 150 |
        """, fileName: "a.md")
    #expect(result.column("section", of: "projects.csv") == ["水环境", "大气环境"])
    #expect(result.column("section", of: "stated_totals.csv") == ["水环境", "大气环境", ""])
  }

  @Test("a stated total under a heading that is not known, or without a unit, is compared too")
  func totalsOfOtherColumns() throws {
    let result = try DocumentImport.run(
      text: """
        某省水利专项资金明细表
        金额单位：万元
        序号 市县 项目名称 清算额度 受益户数 绩效目标
        1 青龙县 青龙河治理 1,260.5 300 治理河长12公里
        2 白沙县 白沙河治理 835 150 治理河长8.5公里
        合计 2,195.5 450
        """, fileName: "a.txt")
    #expect(result.report.sums.map(\.agrees) == [false, true])
    #expect(result.report.sums.map { $0.sum?.description } == ["2095.5", "450"])
    let bare = try DocumentImport.run(
      text: """
        序号,项目名称,总投资,完成率
        1,青龙河治理,1200,50
        2,白沙河治理,800,25
        合计,,2100,40
        """, fileName: "a.csv")
    #expect(bare.report.sums.map(\.agrees) == [false])
  }

  @Test("amounts that are arranged fund a project, and are an extra of those who are assessed")
  func amountsArranged() throws {
    let projects = try DocumentImport.run(
      text: """
        序号,项目名称,安排金额(万元)
        1,青龙河治理,1260.5
        2,白沙河治理,835
        合计,,2095.5
        """, fileName: "a.csv")
    #expect(projects.column("approved", of: "funding.csv") == ["1260.5", "835"])
    #expect(projects.report.sums.map(\.agrees) == [true])
    let assessed = try DocumentImport.run(
      text: """
        序号,县（区）,考核得分,补偿金额(元)
        1,青龙县,92.5,"3,250,000.00"
        2,白沙县,88,"1,860,500.50"
        合计,,,"5,110,500.50"
        """, fileName: "a.csv")
    #expect(assessed.column("补偿金额(元)", of: "assessments.csv") == ["3250000", "1860500.5"])
    #expect(assessed.report.sums.map(\.agrees) == [true])
  }

  @Test("a total under a heading that is not known is in the currency that the heading names")
  func currencyOfOtherHeading() throws {
    let result = try DocumentImport.run(
      text: """
        Project,Contract Sum (KES),Status
        Kiri Dam,1250000000,Ongoing
        Lake pipeline,385600000,Completed
        Total,1635600000,
        """, fileName: "a.csv")
    #expect(result.column("measured_in", of: "stated_totals.csv") == ["KES"])
    let plan = result.files.first { $0.name == "plan.yaml" }?.text
    #expect(plan?.contains("currency: KES") == true)
    #expect(result.report.sums.map(\.agrees) == [true])
  }
}
