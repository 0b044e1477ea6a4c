import PlanQL
import PlanQLSemantics
import TestSupport
import Testing

@Suite("The library")
struct FacadeTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  struct Lead: Decodable, Sendable, Equatable {
    var lead: String?
    var n: Int
    var total: Money
  }

  @Test("rows decode as a type, with a parameter each run its own")
  func decoding() throws {
    let query = try plan.compile(
      """
      param year: period
      projects | where period overlaps param.year
      | summarize n: count(), total: sum(investment) by lead
      """, as: Lead.self)
    let rows = try query.rows(["year": 2024])
    #expect(
      rows == [Lead(lead: "生态环境局", n: 1, total: Money(minorUnits: 3_500_000_000))])
    #expect(try query.rows(["year": 2021]).count == 3)
    #expect(query.query.parameters.map(\.name) == ["year"])
  }

  struct Everything: Decodable, Sendable {
    enum Status: String, Decodable {
      case cancelled, not_started, preparing, under_way, suspended, completed, in_use
    }
    var no: Int
    var investment: Money?
    var period: Period?
    var status: Status
    var units: [String]?
    var start: Day?
    var share: Double?
  }

  @Test("every type becomes its Swift type")
  func types() throws {
    let query = try plan.compile(
      """
      projects | select no, investment, period, status, units, start: start(period),
                        share: investment / sum(investment)
      """, as: Everything.self)
    let rows = try query.rows()
    #expect(rows.count == 6)
    #expect(rows[0].units == ["水利局", "东溪镇"])
    #expect(rows[0].period == Period(text: "2021..2023"))
    #expect(rows[3].investment == nil && rows[4].period == nil && rows[3].status == .not_started)
    #expect(rows[0].start == Day(iso: "2021-01-01"))
  }

  struct NoMoney: Decodable, Sendable { var investment: Money }
  struct NotANumber: Decodable, Sendable { var name: Int }
  struct TooFewCases: Decodable, Sendable {
    enum Status: String, Decodable { case under_way, completed }
    var status: Status
  }
  struct NoColumn: Decodable, Sendable { var nothing: String? }

  @Test("a type that the rows do not fit is refused when the query is compiled")
  func proof() throws {
    #expect(throws: PlanQLError.self) {
      try plan.compile("projects | select investment", as: NoMoney.self)
    }
    #expect(throws: PlanQLError.self) {
      try plan.compile("projects | select name", as: NotANumber.self)
    }
    #expect(throws: PlanQLError.self) {
      try plan.compile("projects | select status", as: TooFewCases.self)
    }
    _ = try plan.compile("projects | select name", as: NoColumn.self)
    let error = #expect(throws: PlanQLError.self) {
      try plan.compile("projects | select investment", as: NoMoney.self)
    }
    #expect(error?.message.en.contains("'investment'") == true)
  }

  @Test("an interpolated value is bound, never spliced")
  func interpolation() throws {
    let text = "\" or true or name = \""
    #expect(try plan.compile("projects | where name = \(text)").run().count == 0)
    let unit = "水利局"
    #expect(try plan.compile("projects | where units has \(unit) | select no").run().count == 2)
    let (least, year) = (Money(minorUnits: 80_000_000_00), 2022)
    #expect(
      try plan.compile(
        "projects | where investment >= \(least) or period overlaps \(year) | select no"
      ).run().count == 5)
  }

  @Test("all that is wrong comes in one error, in both languages")
  func diagnostics() throws {
    let error = #expect(throws: PlanQLError.self) {
      try plan.compile("projects | where investmant > 1 | select nme")
    }
    #expect(error?.kind == .source)
    let found = try #require(error?.diagnostics.first)
    #expect(found.code == "PQL0203" && found.message.zh.contains("没有字段"))
    #expect(found.fix?.replacement == "investment")
    #expect(plan.check("projects | where investmant > 1").count == 1)
  }

  @Test("parameters that are missing, unknown or of another type are named")
  func parameters() throws {
    let query = try plan.compile(
      "param unit: unit\nparam n: int = 2\nprojects | where units has param.unit | take param.n")
    #expect(throws: PlanQLError.self) { try query.run() }
    #expect(throws: PlanQLError.self) { try query.run(["unit": "没有的单位"]) }
    #expect(throws: PlanQLError.self) { try query.run(["unit": "水利局", "x": 1]) }
    #expect(throws: PlanQLError.self) { try query.run(["unit": "水利局", "n": "two"]) }
    #expect(try query.run(["unit": "环保局分局"]).count == 2)
    #expect(try query.run(["unit": "水利局", "n": 1]).count == 1)
  }

  @Test("a limit fails with an error of its own and never cuts a result")
  func limits() throws {
    let query = try plan.compile(
      "projects | expand a in units | expand b in units | expand c in units | select no")
    var limits = Limits.standard
    limits.rows = 1000
    let count = try query.run(limits: limits).count
    limits.rows = 20
    let error = #expect(throws: PlanQLError.self) { try query.run(limits: limits) }
    #expect(error?.kind == .limit)
    #expect(count > 20)
    limits = .standard
    limits.sourceBytes = 10
    #expect(throws: PlanQLError.self) { try plan.compile("projects | take 3", limits: limits) }
  }

  @Test("a cancelled run throws CancellationError")
  func cancellation() async throws {
    let query = try plan.compile("projects | summarize count()")
    let token = Cancellation()
    token.cancel()
    #expect(throws: CancellationError.self) { try query.run(cancellation: token) }
    #expect(try await query.run().count == 1)
  }

  @Test("one compiled query runs from many tasks at once")
  func concurrency() async throws {
    let query = try plan.compile(
      "param year: period\nprojects | where period overlaps param.year | select no")
    let counts = try await withThrowingTaskGroup(of: (Int64, Int).self) { group in
      for year in Int64(2020)...2027 {
        group.addTask { (year, try await query.run(["year": .int(year)]).count) }
      }
      var counts: [Int64: Int] = [:]
      for try await (year, count) in group { counts[year] = count }
      return counts
    }
    #expect(counts == [2020: 0, 2021: 3, 2022: 5, 2023: 3, 2024: 1, 2025: 1, 2026: 0, 2027: 0])
  }

  @Test("a session keeps what was declared, and the last result is a table")
  func session() throws {
    var session = Session(plan)
    for input in ["let big = projects | where investment > 700万元", "big | select no, lead"] {
      _ = try session.report(input).run()
      session.keep(input)
    }
    #expect(try session.report("| take 1").run().table?.count == 1)
    #expect(try session.report("_ | summarize n: count()").run().table?.count == 1)
    let fields = session.fields(after: "big | select no, name").stored.map(\.name.en)
    #expect(fields == ["no", "name"])
    #expect(place(of: "| take nonsense", in: session) == 7)
    session.keep("let big = projects | where investment > 3000万元")
    #expect(try session.report("big").run().table?.count == 1)
  }

  @Test("results go on from one another, and what was declared stays in between")
  func sessionGoesOn() throws {
    var session = Session(plan)
    let inputs = [
      "projects | select no, lead", "| where no > 1", "let least = 2", "| where no > least",
      "_ | take 2", "_ | where count(_) > 1", "| select no", "least + 1",
      "| take 1",
    ]
    for input in inputs {
      _ = try session.report(input).run()
      session.keep(input)
    }
    #expect(try session.report("least").run().parts.isEmpty == false)
  }

  @Test("another plan has no last result, and a name of the old one does not stand in its way")
  func sessionOpensAnother() throws {
    var session = Session(plan)
    for input in ["let big = projects | where investment > 700万元", "big | select no"] {
      session.keep(input)
    }
    session.open(Plan(catalog: Catalog(tables: [])))
    #expect(session.names == ["big"])
    #expect(throws: Never.self) { try session.report("1 + 1").run() }
    #expect(place(of: "_ | take 1", in: session) == 0)
  }

  /// Where the first mistake of an input stands.
  private func place(of input: String, in session: Session) -> Int? {
    do {
      _ = try session.report(input)
      return nil
    } catch {
      return (error as? PlanQLError)?.diagnostics.first?.span.start
    }
  }

  @Test("overflow is an error at its place, and only for rows that reach a use")
  func overflow() throws {
    let source = "projects | extend huge: 9223372036854775807 + no | where no > 9 | select huge"
    #expect(try plan.compile(QuerySource(source)).run().count == 0)
    let error = #expect(throws: PlanQLError.self) {
      try plan.compile("projects | extend huge: 9223372036854775807 + no | select huge").run()
    }
    #expect(error?.kind == .data)
    #expect(error?.diagnostics.first?.span.start == 24)
  }
}

extension ReportDocument {
  fileprivate var table: Table? {
    for case .table(_, let table) in parts { return table }
    return nil
  }
}
