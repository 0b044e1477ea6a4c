import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Yearly amounts")
struct YearlyAmountTests {
  private static let settings = "money_unit: 万元\n"

  private func rows(_ plan: LoadedPlan) throws -> [[Value]] {
    let table = try plan.table("yearly")
    return (0..<table.count).map { row in table.columns.map { $0.value(row) } }
  }

  private func money(_ yuan: Int64) -> Value { .money(Money(minorUnits: yuan * 100)) }
  private func year(_ year: Int) throws -> Value { .period(try #require(Period(year: year))) }

  @Test(
    "a project's explicit plan stands as filed, the others are spread over the years they touch")
  func both() throws {
    let plan = try load([
      "plan.yaml": Self.settings,
      "projects.csv":
        "no,name,investment,period\n1,甲,9,2021..2023\n2,乙,7,2022\n3,丙,4,2023-07..2024-03\n",
      "budgets.csv": "project,year,amount\n乙,2023,2\n乙,2022,4\n",
    ])
    let (spread, stated) = (Value.bool(false), Value.bool(true))
    func entity(_ row: Int) -> Value { .entity("projects", row: row) }
    #expect(
      try rows(plan) == [
        [entity(0), year(2021), money(30_000), spread],
        [entity(0), year(2022), money(30_000), spread],
        [entity(0), year(2023), money(30_000), spread],
        [entity(1), year(2023), money(20_000), stated],
        [entity(1), year(2022), money(40_000), stated],
        [entity(2), year(2023), money(20_000), spread],
        [entity(2), year(2024), money(20_000), spread],
      ])
  }

  @Test("without a closed period or an amount there is nothing to spread")
  func left() throws {
    let plan = try load([
      "plan.yaml": "title: x\n",
      "projects.csv": "no,name,investment,period\n1,甲,9,2021..\n2,乙,,2022\n3,丙,4,\n4,丁,,\n",
      "budgets.csv": "project,year,amount\n丁,2023,\n",
    ])
    #expect(
      try rows(plan) == [[.entity("projects", row: 3), year(2023), .missing, .bool(true)]])
    #expect(try rows(load(["plan.yaml": "title: x\n"])).isEmpty)
  }

  @Test("parts add up to the fen, and differ by one at most", arguments: 1...40)
  func sums(seed: UInt64) throws {
    let total = Int64(seed) * 7_919 % 1_000_003 * (seed.isMultiple(of: 3) ? -1 : 1)
    let years = Int64(seed) % 11 + 1
    let text = "\(total / 100).\(String(abs(total) % 100 + 100).dropFirst())"
    let plan = try load([
      "plan.yaml": "title: x\n",
      "projects.csv": "name,investment,period\n甲,\(text),2000..\(1999 + years)\n",
    ])
    let parts = try plan.values("yearly", "amount").map { value -> Int64 in
      if case .money(let money) = value { money.minorUnits } else { 0 }
    }
    #expect(parts.count == Int(years))
    #expect(parts.reduce(0, +) == total)
    #expect((parts.max() ?? 0) - (parts.min() ?? 0) <= 1)
  }

  @Test("a file of the name stands instead")
  func file() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "projects.csv": "name,investment,period\n甲,9,2021..2023\n",
      "yearly.csv": "project,year,amount,stated\n甲,2021,9,true\n",
    ])
    #expect(try rows(plan) == [[.entity("projects", row: 0), year(2021), money(9), .bool(true)]])
  }
}
