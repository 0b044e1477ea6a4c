import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("import of the place and the time that a title names")
struct ImportTitlePlaceTests {
  private func settings(_ title: String) throws -> [Substring] {
    let result = try DocumentImport.run(
      text: "# \(title)\n\n| 序号 | 项目名称 | 总投资(万元) |\n|---|---|---|\n| 1 | 甲项目 | 100 |\n",
      fileName: "a.md")
    return result.files.first { $0.name == "plan.yaml" }?.text.split(separator: "\n") ?? []
  }

  @Test(
    "a chain of places is read down to the last one",
    arguments: [
      ("内蒙古自治区乌海市重点项目表", "内蒙古自治区乌海市"), ("四川省凉山彝族自治州会理市重点项目表", "四川省凉山彝族自治州会理市"),
      ("江苏省淮安市清江浦区2024年重点项目表", "江苏省淮安市清江浦区"), ("北京市朝阳区重点项目表", "北京市朝阳区"),
      ("新疆维吾尔自治区伊犁哈萨克自治州伊宁市重点项目表", "新疆维吾尔自治区伊犁哈萨克自治州伊宁市"),
      ("内蒙古自治区锡林郭勒盟正蓝旗重点项目表", "内蒙古自治区锡林郭勒盟正蓝旗"), ("黑龙江省大兴安岭地区重点项目表", "黑龙江省大兴安岭地区"),
      ("苏州市吴江区盛泽镇2024年项目计划表", "苏州市吴江区盛泽镇"), ("江西省赣州市赣县区项目表", "江西省赣州市赣县区"),
      ("抚州市东乡区项目表", "抚州市东乡区"), ("二〇二四年甲县重点项目表", "甲县"),
    ])
  func chains(title: String, region: String) throws {
    #expect(try settings(title).contains("region: \"\(region)\""))
  }

  @Test(
    "what is no place behind one is left",
    arguments: [
      ("淮安市生态环境分区管控重点项目表", "淮安市"), ("甲市美丽乡村建设重点项目表", "甲市"), ("杭州市农村污水项目表", "杭州市"),
      ("甲市市区河道整治项目表", "甲市"), ("苏州市工业园区项目表", "苏州市"), ("甲县乡镇污水项目表", "甲县"), ("甲市重点区域治理项目表", "甲市"),
      ("青岛市城市供水项目表", "青岛市"), ("深圳市前海合作区项目表", "深圳市"),
    ])
  func others(title: String, region: String) throws {
    #expect(try settings(title).contains("region: \"\(region)\""))
  }

  @Test(
    "years in numerals and quarters are the time of a title",
    arguments: [
      ("甲县二〇二四年重点项目计划表", "2024"), ("甲县二零二四年度重点项目计划表", "2024"),
      ("甲市2023Q4–2024Q1重点项目进展表", "2023..2024"), ("甲县二〇二一至二〇二五年重点项目表", "2021..2025"),
    ])
  func horizons(title: String, horizon: String) throws {
    #expect(try settings(title).contains("horizon: \"\(horizon)\""))
  }

  @Test(
    "a cell says years in numerals and two quarters",
    arguments: [
      ("二〇二三年至二〇二五年", "2023..2025"), ("二零二四年底前", "..2024"), ("2023Q4–2024Q1", "2023-Q4..2024-Q1"),
      ("Q4 2023–Q1 2024", "2023-Q4..2024-Q1"), ("Q3 2023", "2023-Q3"),
    ])
  func periods(cell: String, wanted: String) {
    guard case .stated(let period) = PeriodReading(year: nil).read(cell: FoldedText(cell)) else {
      Issue.record("'\(cell)' is not read")
      return
    }
    #expect(period.description == wanted)
  }
}
