import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax
import ReferenceInterpreter
import Testing

@Suite struct OracleTests {
  /// What a run gives: rows, or the failure.
  enum Outcome: Equatable {
    case table([[Value]], leftOut: Int)
    case failure(RunFailure)
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .int(let int): String(int)
    case .text(let text): text
    case .missing: "-"
    case _: "?"
    }
  }

  static func context(_ catalog: Catalog, threads: Int, batchRows: Int) -> RunContext {
    RunContext(
      catalog: catalog, threads: threads, parallelThreshold: threads > 1 ? 16 : 32_768,
      batchRows: batchRows, textOf: { value, _, _ in text(value) })
  }

  static func columnar(
    _ query: TableQuery, _ script: TypedScript, _ context: RunContext
  ) -> Outcome {
    do {
      let table = try Engine(script: script, context: context).table(query)
      let rows = (0..<table.count).map { row in table.columns.map { $0.value(row) } }
      let leftOut = table.notes.compactMap { Int($0.en.prefix { $0.isNumber }) }.reduce(0, +)
      return .table(rows, leftOut: leftOut)
    } catch {
      return .failure(error)
    }
  }

  static func naive(
    _ query: TableQuery, _ script: TypedScript, _ context: RunContext
  ) throws -> Outcome {
    do {
      let table = try NaiveInterpreter(script: script, context: context).table(query)
      return .table(table.rows, leftOut: table.leftOut)
    } catch let failure as RunFailure {
      return .failure(failure)
    }
  }

  @Test("the engine gives what the naive interpreter gives, on one thread and on two")
  func agrees() throws {
    let first = UInt64(OracleTests.environmentSeed ?? 1)
    let count = OracleTests.environmentCount ?? 400
    for seed in first..<first + UInt64(count) {
      let random = RandomAlgebra(seed: seed)
      let query = random.query()
      let script = TypedScript(
        outputLanguage: nil, parameters: [], bindings: random.bindings, parts: [])
      let plain = OracleTests.context(random.catalog, threads: 1, batchRows: 8192)
      let expected = try OracleTests.naive(query, script, plain)
      for (threads, batchRows) in [(1, 8192), (1, 7), (2, 64)] {
        let context = OracleTests.context(random.catalog, threads: threads, batchRows: batchRows)
        let found = OracleTests.columnar(query, script, context)
        if !OracleTests.matches(found, expected) {
          let text = AlgebraText.text(of: query, catalog: random.catalog)
          Issue.record(
            """
            seed \(seed), \(threads) threads, batches of \(batchRows):
            \(found)
            is not
            \(expected)
            \(text)
            """)
          break
        }
      }
    }
  }

  /// Rows left out inside of sub-queries may be counted once for several outer rows.
  static func matches(_ found: Outcome, _ expected: Outcome) -> Bool {
    if case .table(let found, _) = found, case .table(let expected, _) = expected {
      return found == expected
    }
    return found == expected
  }

  static var environmentSeed: Int? { number("PLANQL_SEED") }
  static var environmentCount: Int? { number("PLANQL_COUNT") }
}
