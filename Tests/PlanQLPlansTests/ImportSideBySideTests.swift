import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("rankings beside each other in one table")
struct ImportSideBySideTests {
  private func run(_ text: String, _ name: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test("a ranking that goes on beside its first places is one table")
  func goesOn() throws {
    let result = try run(
      """
      | 排名 | 城市 | 指数 | 排名 | 城市 | 指数 | 排名 | 城市 | 指数 |
      |---|---|---|---|---|---|---|---|---|
      | 1 | 东州市 | 2.51 | 3 | 南州市 | 3.05 | 5 | 中州市 | 4.1 |
      | 2 | 西州市 | 2.98 | 4 | 北州市 | 3.48 |  |  |  |
      """, "a.md")
    #expect(
      result.table("a.csv") == [
        ["排名", "城市", "指数"], ["1", "东州市", "2.51"], ["2", "西州市", "2.98"],
        ["3", "南州市", "3.05"], ["4", "北州市", "3.48"], ["5", "中州市", "4.1"],
      ])
    #expect(result.report.documents[0].normalised.map(\.text).contains(ImportMessages.rowsBeside))
  }

  @Test("two rankings under their times are two tables, whose headings say the time")
  func times() throws {
    let result = try run(
      """
      2020年3月,,,2020年1-3月,,
      排名,城市,指数,排名,城市,指数
      1,东州市,2.51,1,南州市,3.05
      2,西州市,2.98,2,西州市,3.48
      3,南州市,3.11,3,东州市,3.50

      """, "a.csv")
    #expect(result.table("a.csv")[0] == ["2020年3月 排名", "2020年3月 城市", "2020年3月 指数"])
    #expect(
      result.table("a_2.csv").map { Array($0.prefix(2)) } == [
        ["2020年1-3月 排名", "2020年1-3月 城市"], ["1", "南州市"], ["2", "西州市"], ["3", "东州市"],
      ])
  }
}
