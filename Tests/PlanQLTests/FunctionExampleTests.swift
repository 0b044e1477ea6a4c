import PlanQL
import PlanQLLibrary
import TestSupport
import Testing

@Suite("The functions' examples")
struct FunctionExampleTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  private func value(_ expression: String) throws -> (Value, DataType) {
    let table = try plan.compile(QuerySource(expression)).run().table
    let column = try #require(table.columns.first)
    return (column.values.value(0), column.type)
  }

  /// Whether two values show the same, whole numbers and numbers alike.
  private func isSame(_ left: (Value, DataType), _ right: (Value, DataType)) -> Bool {
    switch (left.0, right.0) {
    case (.int(let a), .number(let b)), (.number(let b), .int(let a)): Double(a) == b
    case (.number(let a), .number(let b)): a == b || abs(a - b) <= 1e-12 * abs(b)
    case (.date(let a), .period(let b)), (.period(let b), .date(let a)): Period(a) == b
    case (.list(let a), .list(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { isSame(($0, left.1.element), ($1, right.1.element)) }
    case (_, _): left.0 == right.0
    }
  }

  @Test("every example of every function gives what it says")
  func functions() throws {
    for function in Library.functions {
      #expect(!function.examples.isEmpty, "\(function.name.en)")
      for example in function.examples { try check(example) }
    }
  }

  @Test("every example of every aggregate gives what it says")
  func aggregates() throws {
    let plan = try Plan(at: ProjectFolder.path("Examples/huaian"))
    for function in Library.aggregates {
      #expect(function.examples.isEmpty == (function.pipeline != nil), "\(function.name.en)")
      for example in function.examples { try check(example) }
      guard let pipeline = function.pipeline else { continue }
      let results = try [pipeline.en, pipeline.zh].map { source in
        try plan.report(QuerySource(source)).run(language: .en)
      }
      #expect(results.allSatisfy { $0.soleTable?.count ?? 0 > 0 }, "\(pipeline.en)")
    }
  }

  private func check(_ example: FunctionExample) throws {
    do {
      let (found, expected) = try (value(example.expression), value(example.result))
      #expect(
        isSame(found, expected), "\(example.expression) gives \(found.0), not \(example.result)")
    } catch {
      Issue.record("\(example.expression): \(error)")
    }
  }
}
