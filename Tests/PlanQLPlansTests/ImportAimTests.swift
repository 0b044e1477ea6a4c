import PlanQLPlans
import Testing

/// What the text beside a list of tasks says is to be reached.
@Suite("aims beside tasks")
struct ImportAimTests {
  private func run(_ aims: String, heading: String = "一、工作目标") throws -> ImportResult {
    try DocumentImport.run(
      text: """
        青山市2024年大气污染防治行动方案

        \(heading)
        \(aims)
        二、重点任务
        (一)淘汰老旧车辆。年底前淘汰柴油货车1860辆。牵头单位:市公安局;责任单位:市交通运输局。
        (二)深化工业治理。完成86家企业治理。责任单位:市生态环境局。
        """, fileName: "a.txt")
  }

  @Test("values below a heading of aims are targets")
  func targets() throws {
    let result = try run("2024年,全市PM2.5平均浓度不高于33微克/立方米,优良天数比率不低于82.5%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "target_year", "comparator", "地点"]) == [
        ["PM2.5平均浓度", "33", "2024", "at_most", "全市"],
        ["优良天数比率", "82.5", "2024", "at_least", "全市"],
      ])
    #expect(result.column("units", of: "duties.csv") == ["市公安局、市交通运输局", "市生态环境局"])
  }

  @Test("what is not read of aims is named, and so is what stands below other headings")
  func named() throws {
    let result = try run("2024年,全市优良天数比率不低于82.5%,改造若干,惠及1.8万户。")
    #expect(result.column("name", of: "indicators.csv") == ["优良天数比率"])
    #expect(result.told.contains("1.8万户"))
    let other = try run("2024年,全市优良天数比率不低于82.5%。", heading: "一、总体要求")
    #expect(other.table("indicators.csv").isEmpty)
    #expect(other.told.contains("82.5%"))
  }

  @Test("a heading about looking after aims announces none")
  func otherHeadings() throws {
    let result = try run("优良天数比率达到82.5%的,予以通报。", heading: "一、强化目标考核")
    #expect(result.table("indicators.csv").isEmpty)
    #expect(result.column("text", of: "measures.csv").joined().contains("82.5%"))
  }

  @Test("what stands behind those who answer for a task is of that task, and not of the next")
  func behindUnits() throws {
    let result = try DocumentImport.run(
      text: """
        县城污水处理厂扩建工程(责任单位:县住建局)总投资1.2亿元,已完成投资7800万元。
        城北水库除险加固工程(责任单位:县水利局)总投资4500万元,已完成投资900万元。
        """, fileName: "a.txt")
    #expect(
      result.rows(of: "duties.csv", ["text", "units"]) == [
        ["县城污水处理厂扩建工程总投资1.2亿元,已完成投资7800万元", "县住建局"],
        ["城北水库除险加固工程总投资4500万元,已完成投资900万元", "县水利局"],
      ])
  }
}
