import PlanQL

/// PlanQL with a loaded plan folder.
struct PlanQLEngine {
  let plan: Plan
  let loadMilliseconds: Double

  /// Loads the folder, timed.
  init(at path: String) throws {
    var loaded: Plan?
    let time = try ContinuousClock().measure { loaded = try Plan(at: path) }
    guard let loaded else { throw BenchmarkFailure("nothing was loaded from \(path)") }
    self.plan = loaded
    self.loadMilliseconds = time.milliseconds
  }

  /// Answers all questions, each compiled once.
  func results(_ questions: [Question]) throws -> EngineResults {
    var measurements: [String: Measurement] = [:]
    for question in questions {
      let query = try plan.compile(QuerySource(question.planQL))
      let (answer, time) = try Timing.measure { try PlanQLEngine.answer(query.run().table) }
      measurements[question.id] = Measurement(answer: answer, milliseconds: time)
    }
    return EngineResults(
      name: "PlanQL", loadMilliseconds: loadMilliseconds, measurements: measurements)
  }

  /// How long a small query takes to compile.
  func prepareMilliseconds() throws -> Double {
    try Timing.measure {
      try plan.compile("projects | where investment >= 1000万元 | summarize n: count() by lead")
    }.milliseconds
  }

  private static func answer(_ table: Table) throws -> Answer {
    let rows = try (0..<table.count).map { row in
      try table.columns.map { try cell($0.values.value(row), $0, table) }
    }
    return Answer(rows: rows)
  }

  /// A value as the peers give it: amounts in 10,000 yuan, years and project numbers as whole numbers.
  private static func cell(
    _ value: Value, _ column: ResultColumn, _ table: Table
  ) throws -> Cell {
    switch value {
    case .int(let whole): return .whole(whole)
    case .number(let number): return .number(number)
    case .money(let money):
      let (whole, rest) = money.minorUnits.quotientAndRemainder(dividingBy: 1_000_000)
      return rest == 0 ? .whole(whole) : .number(Double(money.minorUnits) / 1_000_000)
    case .text(let text):
      return column.name == "no" ? Int64(text).map { .whole($0) } ?? .text(text) : .text(text)
    case .period(let period):
      return period.start.map { .whole(Int64($0.civil.year)) } ?? .text(period.description)
    case .entity(let name, let row): return .text(table.titles.title(of: name, row: row))
    case .missing, .bool, .date, .duration, .enumeration, .list:
      throw BenchmarkFailure("column '\(column.name)' holds \(value), which no peer gives")
    }
  }
}
