import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("documents of Taiwan and Japan, and dates of other orders")
struct ImportPlaceOfDocumentTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func settings(_ result: ImportResult) -> [Substring] {
    result.files.first { $0.name == "plan.yaml" }?.text.split(separator: "\n") ?? []
  }

  @Test(
    "what only the offices of Taiwan write so tells its dollar, and years of the Republic the horizon"
  )
  func taiwan() throws {
    let result = try csv("某縣調適方案（113-116年）,,\n計畫名稱,總經費（千元）,執行期程\n甲河整治,100,114年1月-115年12月\n")
    #expect(settings(result).contains("currency: TWD"))
    #expect(settings(result).contains("horizon: \"2024..2027\""))
    #expect(result.column("period", of: "projects.csv") == ["2025..2026"])
  }

  @Test("a triangle before a number is a minus in accounts of Taiwan, and an arrow elsewhere")
  func triangles() throws {
    let rows = "60,環境保護,3000,4670,\"△1,670\"\n6001,空氣改善,1670,3340,\"▲1,670\"\n"
    let result = try csv("科目編號,名稱及用途別,本年度預算數,上年度預算數,比較增減\n" + rows)
    #expect(result.column("比較增減", of: "a.csv") == ["-1670", "-1670"])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.trianglesAreMinus("比較增減", "△1,670")))
    #expect(result.report.documents[0].normalised.map(\.text).contains(ImportMessages.codesNest(1)))
    let arrows = try csv("县,本年,变化\n东县,3000,▲16\n西县,1670,▲10\n")
    #expect(arrows.column("变化", of: "a.csv") == ["▲16", "▲10"])
    let both = try csv("縣市,預算數,變化\n東縣,3000,▲16\n西縣,1670,▼10\n")
    #expect(both.column("變化", of: "a.csv") == ["▲16", "▼10"])
  }

  @Test("the yen above a table tells its currency, and that reports are in English")
  func japan() throws {
    let result = try DocumentImport.run(
      text: """
        # 環境整備一覧

        (単位:百万円)

        | 事業名 | 事業費 | 担当課 |
        |---|---|---|
        | 下水道整備 | 1,200 | 下水道課 |
        | 河川改修 | 800 | 河川課 |
        """, fileName: "a.md")
    #expect(settings(result) == ["currency: JPY", "language: en"])
    #expect(result.table("a.csv")[0] == ["事業名", "事業費(million JPY)", "担当課"])
  }

  @Test(
    "the month stands first where no other order makes a day, and so in all dates of the column")
  func monthFirst() throws {
    let result = try csv("项目名称,总投资(万元),开工时间\n甲,1,01/15/2018\n乙,2,03/04/2018\n丙,3,05/05/2018\n")
    #expect(
      result.column("period", of: "projects.csv").map { $0.prefix(10) } == [
        "2018-01-15", "2018-03-04", "2018-05-05",
      ])
    let open = try csv("项目名称,总投资(万元),开工时间\n甲,1,01/02/2018\n乙,2,03/04/2018\n")
    #expect(open.column("原文开工时间", of: "projects.csv") == ["01/02/2018", "03/04/2018"])
    let mixed = try csv("项目名称,总投资(万元),开工时间\n甲,1,01/15/2018\n乙,2,15/01/2018\n丙,3,03/04/2018\n")
    #expect(mixed.column("原文开工时间", of: "projects.csv") == ["", "", "03/04/2018"])
  }

  @Test("what a unit answers for in brackets is no part of its name, but another name is")
  func topics() throws {
    let result = try csv("工作任务,责任单位\n新增学位,市教育局（学位）、市住建局（道路、绿化）\n定价,市发改委（物价局）、市生态环境局（本级）\n")
    #expect(
      result.column("name", of: "units.csv") == [
        "市教育局", "市住建局", "市发改委（物价局）", "市生态环境局（本级）",
      ])
    #expect(
      result.column("label", of: "responsibilities.csv").prefix(2) == ["市教育局（学位）", "市住建局（道路、绿化）"])
  }
}
