import PlanQLData
import PlanQLSyntax
import Synchronization

/// A column of a careful run: values are computed, once each, for the rows that reach a use of them.
final class DeferredColumn: Sendable {
  private let expression: Expression
  private let relation: Relation
  private let outer: Batch?
  private let run: Run
  private let memo: Mutex<Memo>

  private struct Memo {
    /// Where in `values` each row's value stands, -1 where it is not computed yet.
    var places: [Int32]
    var values: Vector
  }

  init(_ expression: Expression, over relation: Relation, within outer: Batch?, _ run: Run) {
    self.expression = expression
    self.relation = relation
    self.outer = outer
    self.run = run
    self.memo = Mutex(
      Memo(
        places: Array(repeating: -1, count: relation.count),
        values: Vector(Vector.placeholder(expression.type, count: 0))))
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
      let values = try Evaluator(run, mayFork: false)
        .vector(expression, Batch(relation, .list(due), within: outer))
      memo.withLock { memo in
        let start = Int32(memo.values.count)
        memo.values = Vector.joined([memo.values, values], type: expression.type)
        for (offset, row) in due.enumerated() { memo.places[Int(row)] = start + Int32(offset) }
      }
    }
    return memo.withLock { memo in
      memo.values.count == 0
        ? Vector.missing(expression.type, count: list.count)
        : memo.values.gathered(list.map { $0 < 0 ? -1 : memo.places[Int($0)] })
    }
  }
}
