import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax
import Synchronization

/// One attempt at a result: what is computed once and used again, and what was left out.
final class Run: Sendable {
  /// Outlives the run: deferred columns of a `let`, which hold their run, are held by the engine.
  unowned let engine: Engine
  /// Whether nothing is computed before it is known to be needed, on one thread: what such a run reports is final.
  let isCareful: Bool
  let catalog: Catalog
  let batchRows: Int
  private let state = Mutex(State())

  /// What was computed, by the expression or stage that gave it; each is kept too, so that no other takes its identity.
  private struct State {
    var constants: [ObjectIdentifier: Constant] = [:]
    var shared: [ObjectIdentifier: (stage: Stage, relation: Relation)] = [:]
    var codeTables: [ObjectIdentifier: (expression: Expression, table: CodeTable)] = [:]
    var notes: [RunNote] = []
    var boundNotes: [Int: [RunNote]] = [:]
  }

  init(_ engine: Engine, isCareful: Bool) {
    self.engine = engine
    self.isCareful = isCareful
    self.catalog = engine.context.catalog
    self.batchRows = engine.context.batchRows
  }

  var meter: RunMeter { engine.meter }
}

/// The value of an expression that is the same in all rows.
private struct Constant {
  let expression: Expression
  /// A single row.
  let value: Vector
  /// The value once for each row of a full batch.
  var repeated: Vector?
}

/// The values of an expression for each code of the one field that it depends on.
enum CodeTable: Sendable {
  /// One row a code, and one for a missing value.
  case values(Vector)
  /// Some code gives a failure, perhaps one that no row has.
  case failed
}

extension Run {
  /// The value of an expression that is the same in all rows: a vector of one row.
  func constant(_ expression: Expression, _ evaluator: Evaluator) throws(RunFailure) -> Vector {
    let id = ObjectIdentifier(expression)
    if let known = state.withLock({ $0.constants[id]?.value }) { return known }
    let value = try evaluator.computed(expression, .unit)
    state.withLock { $0.constants[id] = Constant(expression: expression, value: value) }
    return value
  }

  /// The value of an expression that is the same in all rows, once for each of so many rows.
  func constant(
    _ expression: Expression, repeated count: Int, _ evaluator: Evaluator
  ) throws(RunFailure) -> Vector {
    let id = ObjectIdentifier(expression)
    guard count == batchRows else { return try constant(expression, evaluator).repeated(count) }
    if let known = state.withLock({ $0.constants[id]?.repeated }) { return known }
    let value = try constant(expression, evaluator).repeated(count)
    state.withLock { $0.constants[id]?.repeated = value }
    return value
  }

  /// The rows of a stage that reads nothing of outer rows, computed once.
  func shared(_ stage: Stage, _ evaluator: Evaluator) throws(RunFailure) -> Relation {
    let id = ObjectIdentifier(stage)
    if let known = state.withLock({ $0.shared[id]?.relation }) { return known }
    let relation = try Evaluator(self, mayFork: evaluator.mayFork, isWithinRows: true)
      .relation(of: stage, within: nil)
    state.withLock { $0.shared[id] = (stage, relation) }
    return relation
  }

  /// The values of an expression for each code of its field.
  func codeTable(
    _ expression: Expression, _ make: () -> CodeTable
  ) -> CodeTable {
    let id = ObjectIdentifier(expression)
    if let known = state.withLock({ $0.codeTables[id]?.table }) { return known }
    let table = make()
    state.withLock { $0.codeTables[id] = (expression, table) }
    return table
  }

  /// Says that a stage left out rows, or that an aggregate skipped values.
  func note(_ kind: RunNote.Kind, _ count: Int, at span: SourceSpan) {
    guard count > 0 else { return }
    state.withLock { state in
      if let place = state.notes.firstIndex(where: { $0.span == span && $0.kind == kind }) {
        state.notes[place].count += count
      } else {
        state.notes.append(RunNote(kind: kind, span: span, count: count))
      }
    }
  }

  /// Takes over what was left out while a `let` was computed, once however often it is used.
  func note(_ notes: [RunNote], ofSlot slot: Int) {
    state.withLock { $0.boundNotes[slot] = notes }
  }

  /// What was left out, in the order of the script.
  var notes: [RunNote] {
    get {
      state.withLock { state in
        (state.boundNotes.values.flatMap { $0 } + state.notes).sorted {
          ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end)
        }
      }
    }
    set {
      state.withLock {
        $0.notes = newValue
        $0.boundNotes = [:]
      }
    }
  }
}
