import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.txt") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

private func settings(of result: ImportResult) -> String {
  result.files.first { $0.name == "plan.yaml" }?.text ?? ""
}

@Suite("import of English tables")
struct ImportEnglishTableTests {
  @Test("fiscal years are yearly plans, in the thousands that a line above says")
  func fiscalYears() throws {
    let result = try run(
      """
      ($ in thousands)
      Project | Department | FY2024 | FY2025 | Total
      Pump Station | Public Works | 100 | 50 | 150
      Trail | Parks | 10 | 20 | 30
      Total | | 110 | 70 | 180
      """)
    #expect(result.column("investment", of: "projects.csv") == ["150", "30"])
    #expect(
      result.rows(of: "budgets.csv", ["project", "year", "amount"]).prefix(2) == [
        ["Pump Station", "2024", "100"], ["Pump Station", "2025", "50"],
      ])
    #expect(settings(of: result).contains("currency: USD\nmoney_unit: 千元"))
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
    #expect(result.report.text(.en).contains("180 thousand USD"))
  }

  @Test("actions are tasks, and columns of numbers below a word for units are none")
  func actions() throws {
    let actions = try run(
      "Ref,Action,Lead Department,Target date,Funding\n1,Plant trees,Parks,2023,Grants\n2,Retrofit,Public Works,FY2024,Loan\n",
      name: "a.csv")
    #expect(
      actions.rows(of: "duties.csv", ["text", "units", "due"]) == [
        ["Plant trees", "Parks", "2023"], ["Retrofit", "Public Works", "2024"],
      ])
    let homes = try run(
      "project_name,Units,total_cost (USD),Progress (%),As of\nHarrison,560,100,45.5%,2023-06-30\n",
      name: "a.csv")
    #expect(homes.column("investment", of: "projects.csv") == ["100"])
    #expect(homes.column("原文Units", of: "projects.csv") == ["560"])
    #expect(homes.rows(of: "progress.csv", ["as_of", "done"]) == [["2023-06-30", "0.455"]])
  }

  @Test("a word amid another is no currency")
  func words() {
    #expect(MoneyName(in: FoldedText("Amateur entrepreneurs"))?.currency == nil)
    #expect(MoneyName(in: FoldedText("Cost (kEUR)"))?.currency == "EUR")
    #expect(MoneyName(in: FoldedText("Cost (Rs. in Lakhs)"))?.unit.power == 5)
  }

  @Test(
    "letters and zeros behind the sign of a currency are its factor",
    arguments: [
      ("£m", 6), ("$k", 3), ("£'000", 3), ("$M", 6), ("EUR million", 6), ("US$", 0),
      ("$ per m2", 0),
    ])
  func factors(heading: String, power: Int) {
    #expect(MoneyName(in: FoldedText("Cost (\(heading))"))?.unit.power == power)
  }

  @Test(
    "words that head other tables too make no plan of them",
    arguments: [
      "Name,Department,Score,Rank\nAnn,Sales,5,1\nBob,Sales,4,2\n",
      "Name,Unit,Cost,Total\nBolt,pcs,2,20\nNut,pcs,1,10\n",
      "Action,User,Date,Status\nlogin,ann,2024-01-02,ok\nlogout,ann,2024-01-02,ok\n",
    ])
  func otherTables(text: String) throws {
    let names = try run(text, name: "a.csv").files.map(\.name)
    #expect(names.contains("a.csv"))
    #expect(!names.contains("projects.csv") && !names.contains("duties.csv"))
  }
}
