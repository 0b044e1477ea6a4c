import PlanQL
import PlanQLSemantics
import Synchronization
import TestSupport
import Testing

@Suite("Statements")
struct StatementTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  private func parts(_ source: String, limits: Limits = .standard) throws -> [ReportPart] {
    try plan.report(QuerySource(source)).run(language: .en, limits: limits).parts
  }

  private func texts(_ parts: [ReportPart]) -> [String] {
    parts.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  @Test("the limit of rows holds over all turns of a loop")
  func loopLimits() throws {
    let loop = """
      for a in projects { for b in projects { for c in projects { text "{a.no}{b.no}{c.no}" } } }
      """
    #expect(try texts(parts(loop)).count == 216)
    var limits = Limits.standard
    limits.rows = 6 + 36 + 216
    #expect(try texts(parts(loop, limits: limits)).count == 216)
    limits.rows -= 1
    let error = #expect(throws: PlanQLError.self) { try parts(loop, limits: limits) }
    #expect(error?.kind == .limit)
    let table = "for a in projects { table: projects | where no <= a.no }"
    limits.rows = 6 + 21
    #expect(try parts(table, limits: limits).count == 6)
    limits.rows -= 1
    #expect(throws: PlanQLError.self) { try parts(table, limits: limits) }
  }

  @Test("the limit of time ends a loop between two turns")
  func loopTime() throws {
    let many = String(repeating: "projects.units.projects.", count: 1)
    let loop =
      "for a in projects { for b in projects { for c in projects { for d in projects { "
      + "for e in projects { text \"{count(\(many)units) + a.no + b.no + c.no + d.no + e.no}\" } } } } }"
    var limits = Limits.standard
    limits.duration = .milliseconds(20)
    let error = #expect(throws: PlanQLError.self) { try parts(loop, limits: limits) }
    #expect(error?.kind == .limit)
  }

  @Test("a cancelled run ends a loop, before it begins and between two turns")
  func loopCancellation() async throws {
    let loop = "for a in projects { for b in projects { text \"{a.no}{b.no}\" } }"
    let report = try plan.report(QuerySource(loop))
    let token = Cancellation()
    token.cancel()
    #expect(throws: CancellationError.self) { try report.run(cancellation: token) }
    let deep = try plan.report(
      QuerySource(
        (0..<12).map { "for a\($0) in projects {" }.joined() + "text \"{a0.no}\""
          + String(repeating: "}", count: 12)))
    let endless = Task { try await deep.run() }
    try await Task.sleep(for: .milliseconds(50))
    endless.cancel()
    await #expect(throws: CancellationError.self) { _ = try await endless.value }
  }

  @Test("what fails in a turn of a loop is told with its place")
  func loopFailure() throws {
    let loop = "for p in projects { text \"{9223372036854775807 + p.no}\" }"
    let error = #expect(throws: PlanQLError.self) { try parts(loop) }
    #expect(error?.kind == .data)
    #expect(error?.diagnostics.first?.span.start == 27)
  }

  @Test("a let of a body is computed anew in each turn, one around it once")
  func loopBindings() throws {
    let source = """
      let all = count(projects)
      for p in projects | where no < 4 {
        let rest = projects | where no > p.no
        let n = count(rest)
        text "{p.no}: {n} of {all}"
        for r in rest | take 1 { text "next {r.no} of {n}" }
      }
      """
    #expect(
      try texts(parts(source)) == [
        "1: 5 of 6", "next 2 of 5", "2: 4 of 6", "next 3 of 4", "3: 3 of 6", "next 4 of 3",
      ])
  }

  @Test("a condition computes only the parts that it chooses")
  func conditions() throws {
    let source = """
      let huge = 9223372036854775807 + count(projects)
      if count(projects) > 100 { text "{huge}" } else { text "few" }
      """
    #expect(try texts(parts(source)) == ["few"])
  }

  @Test("a query has one result: neither a loop nor a condition is one")
  func queries() {
    #expect(throws: PlanQLError.self) { try plan.compile("for p in projects { p.no }") }
    #expect(throws: PlanQLError.self) { try plan.compile("if true { projects }") }
    #expect(throws: Never.self) {
      try plan.compile("define project.twice = no * 2\nprojects | select twice")
    }
  }

  @Test("definitions nest, but not without end")
  func nesting() {
    func chain(_ count: Int) -> String {
      (1...count).reduce("define f0(n: int) = n + 1\n") {
        $0 + "define f\($1)(n: int) = f\($1 - 1)(n)\n"
      } + "f\(count)(1)"
    }
    #expect(plan.check(QuerySource(chain(40))).isEmpty)
    #expect(plan.check(QuerySource(chain(2000))).contains { $0.code == "PQL0242" })
    // Twice as many expressions a line: a script must not take for ever to check.
    let doubling = (1...60).reduce("define f0(n: int) = n\n") {
      $0 + "define f\($1)(n: int) = f\($1 - 1)(n) + f\($1 - 1)(n)\n"
    }
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(plan.check(QuerySource(doubling + "f60(1)")).contains { $0.code == "PQL0242" })
    }
    #expect(time < .seconds(20))
  }
}

@Suite("Definitions in a session")
struct SessionDefinitionTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  private func session(_ inputs: [String]) throws -> Session {
    var session = Session(plan)
    for input in inputs {
      _ = try session.report(input).run()
      session.keep(input)
    }
    return session
  }

  private func value(_ input: String, _ session: Session) throws -> Value? {
    let parts = try session.report(input).run().parts
    guard case .table(_, let table)? = parts.last else { return nil }
    return table.columns.last?.values.value(0)
  }

  @Test("a function and a computed field stay, and may be defined anew")
  func persisting() throws {
    var session = try session([
      "define doubled(n: int) = n * 2", "define project.twice = doubled(no)",
      "define 项目.quadruple = doubled(twice)",
    ])
    #expect(try value("doubled(4)", session) == .int(8))
    #expect(try value("projects | where no = 3 | select quadruple", session) == .int(12))
    _ = try session.report("define project.twice = no * 20")
    #expect(session.keep("define project.twice = no * 20") == [])
    #expect(try value("projects | where no = 3 | select quadruple", session) == .int(120))
    #expect(session.keep("define doubled(n: int) = n * 3") == [])
    #expect(try value("projects | where no = 3 | select quadruple", session) == .int(180))
  }

  @Test("what no longer works with a new definition is named")
  func broken() throws {
    var session = try session([
      "define doubled(n: int) = n * 2", "let four = doubled(2)", "let eight = four * 2",
      "define project.twice = doubled(no)", "let other = 3",
    ])
    #expect(session.keep("define doubled(t: text) = t") == ["four", "eight", "twice"])
    #expect(throws: PlanQLError.self) { try session.report("eight") }
    #expect(try value("other", session) == .int(3))
  }

  @Test("a name declared anew keeps its place before those that read it")
  func order() throws {
    var session = try session(["let a = 1", "let b = a + 1", "let c = 5"])
    session.keep("let a = c + 1")
    #expect(try value("b", session) == .int(7))
    #expect(try value("a", session) == .int(6))
  }

  @Test("computed fields and functions are listed")
  func listed() throws {
    let session = try session([
      "define doubled(n: int) = n * 2", "define project.twice = doubled(no)",
      "define project.by(at: date) = last(progress.invested where as_of <= at)",
    ])
    let definitions = session.definitions
    #expect(definitions.map(\.name) == ["doubled", "by", "twice"])
    #expect(definitions.map(\.table) == [nil, "projects", "projects"])
    #expect(definitions[1].signature?.en == "at: date")
    #expect(definitions[2].type == .int)
    #expect(session.fields(after: "projects").computed.map(\.name) == ["by", "twice"])
    #expect(session.fields(after: "units").computed.isEmpty)
    #expect(session.fields(after: "projects | select no").computed.isEmpty)
    #expect(session.names == ["doubled"])
  }
}

@Suite("Files that scripts use")
struct UsedFileTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  /// A plan whose scripts find texts by their paths.
  private func plan(with texts: [String: String]) -> Plan {
    plan.using(
      ScriptFiles { path, _ in
        guard let text = texts[path] else { throw HostError() }
        return .init(name: path, text: text)
      })
  }

  /// An error of a host.
  private struct HostError: Error, CustomStringConvertible {
    let description = "the host has no such file"
  }

  private func codes(_ source: String, _ plan: Plan) -> [String] {
    plan.check(QuerySource(source)).map(\.code)
  }

  @Test("by default there are no files")
  func none() {
    #expect(codes("use \"a.planql\"", plan) == ["PQL0251"])
    #expect(throws: PlanQLError.self) { try plan.report("use \"a.planql\"\nprojects") }
  }

  @Test("a host gives files by a closure, and says in its own words why there is none")
  func closure() throws {
    let plan = plan(with: ["a.planql": "define project.twice = no * 2"])
    let query = try plan.compile("use \"a.planql\"\nprojects | take 1 | select twice")
    #expect(try query.run().column("twice")?.values.value(0) == .int(2))
    let found = plan.check("use \"b.planql\"")
    #expect(found.first?.message.en.contains("the host has no such file") == true)
  }

  @Test("the closure is told who asks, once for each file")
  func users() throws {
    let asked = Asked()
    let plan = plan.using(
      ScriptFiles { path, user in
        asked.note("\(user ?? "script") → \(path)")
        return .init(
          name: "folder/" + path,
          text: path == "a.planql"
            ? "use \"b.planql\"\ndefine a(x: int) = b(x)" : "define b(x: int) = x")
      })
    let result = try plan.compile("use \"a.planql\"\na(3)").run()
    #expect(result.table.columns.first?.values.value(0) == .int(3))
    #expect(asked.notes == ["script → a.planql", "folder/a.planql → b.planql"])
  }

  /// Collects what a closure was asked.
  private final class Asked: Sendable {
    private let lines = Mutex<[String]>([])
    func note(_ line: String) { lines.withLock { $0.append(line) } }
    var notes: [String] { lines.withLock { $0 } }
  }

  @Test("a diagnostic over a file names it and counts from its start")
  func places() throws {
    let plan = plan(with: ["a.planql": "\u{FEFF}# 说明\nlet a = nn\n"])
    let found = plan.check("use \"a.planql\"\ntext \"{a}\"")
    #expect(found.count == 1)
    #expect(found.first?.file?.name == "a.planql")
    #expect(found.first?.span == SourceSpan(3 + 9 + 8, 3 + 9 + 10))
    let renderer = DiagnosticRenderer(source: "use \"a.planql\"", file: "main", language: .en)
    #expect(found.first.map { renderer.text($0) }?.contains("--> a.planql:2:9") == true)
    #expect(found.first.map { renderer.json($0) }?.contains("\"file\":\"a.planql\"") == true)
  }

  @Test("bytes that are no text are placed in their file")
  func flaws() {
    let plan = plan.using(
      ScriptFiles { path, _ in .init(name: path, text: "let a = 1\u{7}") })
    let found = plan.check("use \"a.planql\"\ntext \"{a}\"")
    #expect(found.first?.file?.name == "a.planql")
    #expect(found.first?.span == SourceSpan(9, 10))
    #expect(found.first?.message.en.contains("9") == true)
  }

  @Test("the number, the depth and the size of files are limited")
  func limits() throws {
    let endless = plan.using(
      ScriptFiles { path, _ in
        .init(name: path, text: "use \"\(path)x\"\nlet a\(path.utf8.count) = 1")
      })
    #expect(codes("use \"a\"", endless) == ["PQL0258"])
    let many = (0..<120).map { "use \"f\($0)\"" }.joined(separator: "\n")
    let small = plan.using(ScriptFiles { path, _ in .init(name: path, text: "let \(path) = 1") })
    #expect(codes(many, small).contains("PQL0258"))
    let large = plan.using(
      ScriptFiles { path, _ in
        .init(name: path, text: String(repeating: " ", count: 3 << 20))
      })
    #expect(codes("use \"a\"\nuse \"b\"", large) == ["PQL0254"])
    var limits = Limits.standard
    limits.sourceBytes = 40
    let error = #expect(throws: PlanQLError.self) {
      try plan(with: ["a": "define doubled(x: int) = x * 2"])
        .report("use \"a\"\ndoubled(1) + 1", limits: limits)
    }
    #expect(error?.diagnostics.first?.code == "PQL0254")
  }

  @Test("a session keeps what it uses")
  func session() throws {
    var session = Session(
      plan(with: ["a": "let limit = 3\ndefine project.twice = no * limit", "b": "let k = nn"]))
    _ = try session.report("use \"a\"").run()
    session.keep("use \"a\"")
    let parts = try session.report("projects | where no < limit | select twice").run().parts
    guard case .table(_, let table)? = parts.first else {
      Issue.record("no table")
      return
    }
    #expect(table.count == 2)
    #expect(session.definitions.map(\.name) == ["twice"])
    #expect(throws: PlanQLError.self) { try session.report("use \"b\"") }
  }

  @Test("very many definitions are checked promptly")
  func manyDefinitions() {
    let lines = (0..<20_000).map { "define f\($0)(n: int) = n + \($0)\n" }.joined()
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(plan.check(QuerySource(lines + "f19999(1)")).allSatisfy { $0.severity == .hint })
    }
    #expect(time < .seconds(30))
  }
}
