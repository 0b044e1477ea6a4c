import Foundation
import PlanQL
import TestSupport
import Testing

@Suite("Views of a plan")
struct ViewTests {
  let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  /// What a source gives, without the heading, which may be the source itself.
  private func rows(_ plan: Plan, _ source: String) throws -> [Substring] {
    let document = try plan.report(QuerySource(source)).run(language: .en)
    return Array(
      (OutputFormat.named("csv")?.render(document) ?? "").split(separator: "\n").dropFirst())
  }

  private func codes(_ plan: Plan, _ source: String) -> [String] {
    plan.check(QuerySource(source)).filter { $0.severity == .error }.map(\.code)
  }

  /// What is said of a source, in both languages, with all help.
  private func words(_ plan: Plan, _ source: String) -> String {
    plan.check(QuerySource(source)).map { diagnostic in
      let help = diagnostic.help.map { $0.en + $0.zh } ?? ""
      return diagnostic.message.en + diagnostic.message.zh + help
    }.joined()
  }

  @Test("a view of everything leaves everything but revisions")
  func everything() throws {
    let all = try plan.restricted(to: View())
    for source in [
      "projects", "units | cite", "progress | select project.lead, invested", "yearly",
    ] {
      #expect(try rows(all, source) == rows(plan, source))
    }
    #expect(all.revisions == [])
    #expect(all.issues == [])
  }

  @Test(
    "rows that are hidden are as if they had never been",
    arguments: [
      "no > 2", "lead is known", "investment >= 1000万元 or no = 6", "no = 0",
    ])
  func rows(condition: String) throws {
    let part = try plan.restricted(to: View().rows(of: "projects", where: QuerySource(condition)))
    let same = [
      "projects | where \(condition) | summarize n: count(), total: sum(investment) by lead",
      "projects | where \(condition) | expand u in units | select no, u",
      "units | extend n: count(projects where \(condition)) | select name, n",
      "progress | where any(projects where this = outer.project and (\(condition))) | select project, invested",
      "projects | where \(condition) | sort investment desc | extend r: rank(investment desc) | select no, r",
      "sum(projects.investment where \(condition))",
    ]
    for source in same {
      let narrow = source.replacing(" where \(condition)", with: " where true")
        .replacing("and (\(condition))", with: "and true")
      #expect(try rows(part, narrow) == rows(plan, source), "\(source)")
    }
    let hidden = try rows(plan, "projects | where not (\(condition)) | select this")
    let left = try rows(part, "projects | select this")
    for name in hidden {
      #expect(!left.contains(name))
      #expect(codes(part, "projects | where this = \"\(name)\"") == ["PQL0210"])
    }
  }

  @Test("links to hidden rows are missing, and lists lose them")
  func links() throws {
    let part = try plan.restricted(
      to: View().rows(of: "units", where: "name != \"水利局\" and kind != \"group\""))
    #expect(
      try rows(part, "count(projects where lead is missing)")
        == rows(
          plan, "count(projects where lead is missing or lead = \"水利局\" or lead.kind = \"group\")"))
    #expect(
      try rows(part, "projects | summarize n: sum(count(units))")
        == rows(
          plan,
          "projects | summarize n: sum(count(units where name != \"水利局\" and kind != \"group\"))"))
    #expect(
      try rows(part, "projects | where lead.name = \"水利局\" | summarize n: count()")
        == ["0"])
    // Neither errors nor suggestions know the name.
    #expect(!words(part, "units | where this = \"水利\"").contains("水利局"))
    #expect(words(plan, "units | where this = \"水利\"").contains("水利局"))
  }

  @Test("a link that may be missing now is optional for those who decode it")
  func optionality() throws {
    struct Row: Decodable, Sendable { var name: String, section: String }
    let source: QuerySource = "projects | select name, section: section.title"
    _ = try plan.compile(source, as: Row.self)
    let part = try plan.restricted(to: View().rows(of: "sections", where: "no != \"1.1\""))
    #expect(throws: PlanQLError.self) { try part.compile(source, as: Row.self) }
  }

  @Test("tables and fields that are hidden are unknown, with the fields that link to them")
  func tablesAndFields() throws {
    let part = try plan.restricted(
      to: View().hiding("units", "projects.investment").hiding("进展.完成投资"))
    #expect(codes(part, "units") == ["PQL0201"])
    #expect(codes(part, "projects | select investment") == ["PQL0203"])
    #expect(codes(part, "projects | select 投资额") == ["PQL0203"])
    #expect(codes(part, "projects | select lead") == ["PQL0203"])
    #expect(codes(part, "progress | select invested") == ["PQL0203"])
    #expect(codes(part, "yearly") == ["PQL0201"])
    #expect(!words(part, "projects | select investmant").contains("investment"))
    #expect(try rows(part, "count(projects)") == rows(plan, "count(projects)"))
    let only = try plan.restricted(to: View().only("项目", "sections"))
    #expect(only.tables.map(\.name.en).sorted() == ["plan", "projects", "sections"])
    #expect(try rows(only, "\"{plan.title}\"").joined().contains("青溪县"))
  }

  @Test("nothing that counts hidden rows is left")
  func counts() throws {
    let part = try plan.restricted(to: View().rows(of: "projects", where: "no != 2"))
    #expect(codes(part, "stated_totals") == ["PQL0201"])
    #expect(codes(part, "plan(\"approved\").projects") == ["PQL0294"])
    #expect(try !rows(part, "projects | cite").joined().contains("projects.csv"))
    #expect(
      try rows(part, "sum(yearly.amount)")
        == rows(
          plan, "sum(yearly.amount where project.no != 2)"))
  }

  @Test("conditions may hold values of the host, and several all hold")
  func conditions() throws {
    let least = Money(minorUnits: 600_000_000, currency: .yuan)
    let view = View().rows(of: "projects", where: "investment >= \(least)")
      .rows(
        of: "项目",
        where: """
          section.no = "1.1"  # 河道治理
          """)
    #expect(
      try rows(plan.restricted(to: view), "projects | select no")
        == rows(
          plan, "projects | where investment >= 600万元 and section.no = \"1.1\" | select no"))
  }

  @Test("a view that names what is not there is refused, with what it may have meant")
  func mistakes() throws {
    func message(_ view: View) -> LocalizedText? {
      do {
        _ = try plan.restricted(to: view)
        return nil
      } catch { return (error as? PlanQLError)?.message }
    }
    #expect(message(View().hiding("unit"))?.en.contains("did you mean 'units'?") == true)
    #expect(message(View().only("projetcs"))?.en.contains("did you mean 'projects'?") == true)
    #expect(message(View().hiding("projects.lesd"))?.zh.contains("'projects' 没有字段 'lesd'") == true)
    #expect(message(View().rows(of: "yearly", where: "true")) != nil)
    #expect(
      message(View().rows(of: "projects", where: "investmant > 3"))?.en
        .contains("the condition of the view on the rows of 'projects'") == true)
    #expect(throws: PlanQLError.self) { try plan.view(named: "public") }
  }

  @Test(
    "what is disclosed to the public needs no more than the public may see",
    arguments: ["en", "zh"])
  func disclosure(language: String) throws {
    let plan = try Plan(at: ProjectFolder.path("Examples/huaian"))
    #expect(plan.views == ["public"])
    let open = try plan.restricted(to: plan.view(named: "public"))
    let path = "Examples/huaian/reports/public-disclosure.\(language)"
    let report = try open.using(.folder(ProjectFolder.path("Examples/huaian/reports")))
      .report(QuerySource(ProjectFolder.text(path + ".planql")))
    #expect(
      try OutputFormat.named("markdown")?.render(report.run()) == ProjectFolder.text(path + ".md"))
    #expect(codes(open, "officials") == ["PQL0201"])
    #expect(codes(open, "progress | select problem") == ["PQL0203"])
  }
}
