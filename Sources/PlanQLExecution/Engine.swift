package import PlanQLAlgebra
package import PlanQLData
import PlanQLLibrary
package import PlanQLSyntax
import Synchronization

/// Runs the queries of a checked script over a plan in memory.
///
/// A run is first tried with everything that makes it fast. If a computation fails, it may have been for a row that
/// never reaches a use; the run is then repeated carefully, and what that says is final.
package final class Engine: Sendable {
  let script: TypedScript
  let context: RunContext
  let meter: RunMeter
  private let bindings = Mutex<[BindingKey: BoundResult]>([:])

  package init(script: TypedScript, context: RunContext) {
    self.script = script
    self.context = context
    self.meter = RunMeter(context)
  }

  /// Computes a single value.
  package func value(_ scalar: Scalar) throws(RunFailure) -> Value {
    var used = UsedColumns()
    used.add(scalar)
    let expression = Preparation(used: used.columns).expression(scalar)
    return try attempt { (run) throws(RunFailure) in
      try Evaluator(run).single(expression, .unit)
    }
  }

  /// Computes a table.
  package func table(_ query: TableQuery) throws(RunFailure) -> EngineTable {
    var used = UsedColumns()
    used.add(query)
    let preparation = Preparation(used: used.columns)
    let stage = preparation.stage(query.step)
    let columns = query.columns.map { preparation.expression($0.value) }
    let footer = query.footer.map {
      (stage: preparation.stage($0.step), values: $0.values.map { $0.map(preparation.expression) })
    }
    return try attempt { (run) throws(RunFailure) in
      let evaluator = Evaluator(run)
      let relation = try evaluator.relation(of: stage, within: nil)
      try run.meter.charge(rows: relation.count, stage.span)
      let values = try evaluator.columns(columns, over: relation, stage.span)
      let notes = run.notes
      var last: [Value]?
      if let footer { last = try evaluator.footer(footer.stage, footer.values) }
      return EngineTable(
        columns: values, count: relation.count, footer: last, notes: RunNote.texts(of: notes))
    }
  }

  /// Runs at full speed, and once more with care if a computation failed.
  private func attempt<Outcome>(
    _ body: (Run) throws(RunFailure) -> Outcome
  ) throws(RunFailure) -> Outcome {
    let rowCount = meter.rowCount
    do throws(RunFailure) {
      return try body(Run(self, isCareful: false))
    } catch {
      guard error.isSuspicion else { throw error }
      meter.rowCount = rowCount
      return try body(Run(self, isCareful: true))
    }
  }
}

/// The outcome of a query: columns of equal length and what was left out.
package struct EngineTable: Sendable {
  package let columns: [Column]
  package let count: Int
  /// A value a column of the row that `total` adds.
  package let footer: [Value]?
  package let notes: [LocalizedText]
}

/// A `let` that was computed, by slot and by how.
private struct BindingKey: Hashable {
  let slot: Int
  let isCareful: Bool
}

private struct BoundResult {
  enum Kind {
    case value(Vector)
    case rows(Relation)
  }

  let kind: Kind
  let notes: [RunNote]
}

extension Engine {
  /// Begins a turn of a loop: its variables get their values, and the `let`s of its body are to be computed anew. Stops
  /// where the run was cancelled or has passed a limit.
  package func begin(
    turn values: [(slot: Int, value: Value)], forgetting own: Range<Int>, at span: SourceSpan
  ) throws(RunFailure) {
    try meter.checkpoint(span)
    bindings.withLock { bindings in
      bindings = bindings.filter { !own.contains($0.key.slot) }
      for (slot, value) in values {
        guard script.bindings.indices.contains(slot),
          case .loopVariable(let type) = script.bindings[slot]
        else { continue }
        bindings[BindingKey(slot: slot, isCareful: false)] = BoundResult(
          kind: .value(Vector(repeating: value, type: type, count: 1)), notes: [])
      }
    }
  }

  /// The value of a `let` or of a loop's variable, as a vector of one row.
  func boundValue(_ slot: Int, _ evaluator: Evaluator) throws(RunFailure) -> Vector? {
    guard script.bindings.indices.contains(slot) else { return nil }
    if case .loopVariable = script.bindings[slot] {
      let known = bindings.withLock { $0[BindingKey(slot: slot, isCareful: false)] }
      if case .value(let value)? = known?.kind { return value }
      return nil
    }
    guard case .value(let scalar) = script.bindings[slot] else { return nil }
    let result = try bound(slot, evaluator) { (evaluator) throws(RunFailure) in
      var used = UsedColumns()
      used.add(scalar)
      let expression = Preparation(used: used.columns).expression(scalar)
      return .value(try evaluator.computed(expression, .unit))
    }
    if case .value(let value) = result { return value }
    return nil
  }

  /// The rows of a `let`.
  func boundRows(_ slot: Int, _ evaluator: Evaluator) throws(RunFailure) -> Relation? {
    guard script.bindings.indices.contains(slot),
      case .rows(let step, let columns) = script.bindings[slot]
    else { return nil }
    let result = try bound(slot, evaluator) { (evaluator) throws(RunFailure) in
      var used = UsedColumns()
      for id in columns { used.add(id) }
      used.add(step)
      let stage = Preparation(used: used.columns).stage(step)
      var relation = try evaluator.relation(of: stage, within: nil)
      relation.columns = relation.columns.filter { columns.contains($0.key) }
      return .rows(relation)
    }
    if case .rows(let relation) = result { return relation }
    return nil
  }

  private func bound(
    _ slot: Int, _ evaluator: Evaluator,
    _ compute: (Evaluator) throws(RunFailure) -> BoundResult.Kind
  ) throws(RunFailure) -> BoundResult.Kind {
    let run = evaluator.run
    let key = BindingKey(slot: slot, isCareful: run.isCareful)
    if let known = bindings.withLock({ $0[key] ?? $0[BindingKey(slot: slot, isCareful: false)] }) {
      run.note(known.notes, ofSlot: slot)
      return known.kind
    }
    let own = Run(self, isCareful: run.isCareful)
    let kind = try compute(Evaluator(own, mayFork: evaluator.mayFork))
    let result = BoundResult(kind: kind, notes: own.notes)
    bindings.withLock { $0[key] = result }
    run.note(result.notes, ofSlot: slot)
    return kind
  }
}
