import PlanQLData
import PlanQLSyntax
import Synchronization

/// A column of a careful run: values are computed, once each, for the rows that reach a use of them.
final class DeferredColumn: Sendable {
  private let expression: Expression
  private let relation: Relation
  /// What follows the rows of the relation, counted on from them; nil when nothing does.
  private let second: (expression: Expression, relation: Relation)?
  private let outer: Batch?
  private let run: Run
  private let memo: Mutex<Memo>

  fileprivate struct Memo {
    /// Where each row's value stands, counted through `values` and `recent`; -1 where it is not computed yet.
    var places: [Int32]
    var values: Vector
    /// The values computed last, joined to the others when they are many.
    var recent: Vector
  }

  init(
    _ expression: Expression, over relation: Relation,
    then second: (expression: Expression, relation: Relation)? = nil, within outer: Batch?,
    _ run: Run
  ) {
    self.expression = expression
    self.relation = relation
    self.second = second
    self.outer = outer
    self.run = run
    self.memo = Mutex(
      Memo(
        places: Array(repeating: -1, count: relation.count + (second?.relation.count ?? 0)),
        values: Vector(Vector.placeholder(expression.type, count: 0)),
        recent: Vector(Vector.placeholder(expression.type, count: 0))))
  }

  /// The values of some rows of the relation that the column was defined over.
  func vector(_ rows: Rows) throws(RunFailure) -> Vector {
    let list = rows.list
    let due = memo.withLock { memo in
      var due: [Int32] = []
      for row in list where row >= 0 && memo.places[Int(row)] == -1 {
        memo.places[Int(row)] = -2
        due.append(row)
      }
      for row in due { memo.places[Int(row)] = -1 }
      return due
    }
    if !due.isEmpty {
      let split = Int32(relation.count)
      try compute(expression, over: relation, due.filter { $0 < split }, from: 0)
      if let second {
        let rows = due.filter { $0 >= split }
        try compute(second.expression, over: second.relation, rows, from: split)
      }
    }
    return memo.withLock { $0.values(of: list, type: expression.type) }
  }

  /// Computes the values of some rows of a relation whose first row is counted as `start`.
  private func compute(
    _ expression: Expression, over relation: Relation, _ rows: [Int32], from start: Int32
  ) throws(RunFailure) {
    guard !rows.isEmpty else { return }
    let own = start == 0 ? rows : rows.map { $0 - start }
    let values = try Evaluator(run, mayFork: false)
      .vector(expression, Batch(relation, .list(own), within: outer))
    memo.withLock { $0.append(values, of: rows, type: self.expression.type) }
  }
}

extension DeferredColumn.Memo {
  fileprivate mutating func append(_ new: Vector, of rows: [Int32], type: DataType) {
    let start = Int32(values.count + recent.count)
    for (offset, row) in rows.enumerated() { places[Int(row)] = start + Int32(offset) }
    recent = Vector.joined([recent, new], type: type)
    if recent.count > max(4096, values.count / 4) {
      values = Vector.joined([values, recent], type: type)
      recent = Vector(Vector.placeholder(type, count: 0))
    }
  }

  fileprivate func values(of rows: [Int32], type: DataType) -> Vector {
    let split = Int32(values.count)
    let wanted = rows.map { $0 < 0 ? -1 : places[Int($0)] }
    guard wanted.contains(where: { $0 >= split }) else {
      return split == 0 ? .missing(type, count: rows.count) : values.gathered(wanted)
    }
    let old = wanted.filter { $0 >= 0 && $0 < split }
    var (oldPlace, newPlace) = (Int32(0), Int32(old.count))
    let order = wanted.map { place -> Int32 in
      guard place >= 0 else { return -1 }
      defer { if place < split { oldPlace += 1 } else { newPlace += 1 } }
      return place < split ? oldPlace : newPlace
    }
    let new = wanted.filter { $0 >= split }.map { $0 - split }
    return Vector.merged([values.gathered(old), recent.gathered(new)], places: order, type: type)
  }
}
