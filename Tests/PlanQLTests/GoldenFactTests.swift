import PlanQL
import TestSupport
import Testing

/// What the document itself says, found by hand.
@Suite("The facts of the plan")
struct GoldenFactTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Examples/huaian"))
  }

  private func csv(_ source: QuerySource) throws -> String {
    let format = try #require(OutputFormat.named("csv"))
    return try plan.compile(source).run().render(as: format)
  }

  @Test("ten projects of 71,600万元, six measures")
  func whole() throws {
    #expect(try csv("count(projects)").hasSuffix("\n10\n"))
    #expect(try csv("sum(projects.investment)").hasSuffix("\n716000000\n"))
    #expect(try csv("count(measures)").hasSuffix("\n6\n"))
  }

  @Test("the sums of the first-named units, ties in the order of the document")
  func leads() throws {
    let english = try csv(
      "projects | summarize n: count(), total: sum(investment) by lead | sort total desc")
    #expect(
      english == """
        lead,n,total
        农业农村局,4,450000000
        工信局,2,150000000
        文广新局,1,100000000
        自然资源和规划分局,2,8000000
        生态环境局,1,8000000

        """)
    let chinese = try csv("项目 | 汇总 n: 计数(), total: 求和(投资额) 按 牵头单位 | 排序 total 降序")
    #expect(chinese == english)
  }

  @Test("the even spread over years adds up to the fen")
  func years() throws {
    let spread = try csv(
      "projects | spread amount: investment over period by year | summarize amount: sum(amount) by year"
    )
    #expect(
      spread == """
        year,amount
        2021,152600000
        2022,150600000
        2023,137600000
        2024,137600000
        2025,137600000

        """)
  }

  @Test("shared out over units, the parts add up exactly")
  func shares() throws {
    let shares = try csv(
      """
      projects | expand u in units split investment
      | summarize shared: sum(investment) by u | sort shared desc
      """)
    let lines = shares.split(separator: "\n").dropFirst()
    #expect(lines.first == "文广新局,250000000")
    let fen = lines.compactMap { line in
      line.split(separator: ",").last.flatMap { Decimal($0) }?.fen
    }
    #expect(fen.count == 7)
    #expect(fen.reduce(0, +) == 71_600_000_000)
  }

  @Test("the three largest hold 74.02 %")
  func largest() throws {
    let share = try csv(
      """
      let three = projects | sort investment desc | take 3
      "{sum(three.investment) / sum(projects.investment) as % to 2}"
      """.source)
    #expect(share.contains("74.02%"))
  }
}

extension String {
  fileprivate var source: QuerySource { QuerySource(self) }
}

extension Decimal {
  /// An amount in yuan as whole fen; nil where there is more than two decimals.
  fileprivate var fen: Int? {
    let padded = text(minimumScale: 2).filter { $0 != "." }
    return scale > 2 ? nil : Int(padded)
  }
}
