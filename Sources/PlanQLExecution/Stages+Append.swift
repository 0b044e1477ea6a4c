import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// The order in which rows of two sources stand together.
struct RowOrder {
  let count: Int
  /// The places of the rows, those of the second source counted on from the first's; nil when they stand so.
  let rows: [Int32]?
  let outer: [Int32]?
  let outerCount: Int

  init(rows: [Int32]?, count: Int, outer: [Int32]?, outerCount: Int) {
    self.rows = rows
    self.count = count
    self.outer = outer
    self.outerCount = outerCount
  }

  /// For each outer row the rows of the first, then those of the second.
  init(_ first: Relation, _ second: Relation) {
    let count = first.count + second.count
    guard first.outerCount != 1 else {
      self.init(rows: nil, count: count, outer: nil, outerCount: 1)
      return
    }
    let owners = first.outerPositions(.all(first)).list + second.outerPositions(.all(second)).list
    let rows = stableOrder(
      [owners.map { UInt64($0) }], [Int.bitWidth - first.outerCount.leadingZeroBitCount], count)
    self.init(
      rows: rows, count: count, outer: rows.map { owners[Int($0)] },
      outerCount: first.outerCount)
  }
}

extension Rows {
  /// All rows of a relation.
  static func all(_ relation: Relation) -> Rows { .range(0..<relation.count) }
}

extension Evaluator {
  /// The rows of two sources in an order, with columns of their own.
  func stacked(
    _ first: Relation, _ second: Relation, _ columns: [Stage.Appended], _ order: RowOrder,
    within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    var result = Relation(count: order.count, outer: order.outer, outerCount: order.outerCount)
    if run.isCareful {
      let index = try order.rows.map { (rows) throws(RunFailure) in
        try newIndex(rows, mayBeMissing: false, span)
      }
      for column in columns {
        let deferred = DeferredColumn(
          column.first, over: first, then: (column.second, second), within: outer, run)
        result.columns[column.id] = ColumnView(.deferred(deferred), index: index)
      }
      return result
    }
    let values = try vectors(columns.map(\.first), over: first, within: outer, span)
    let others = try vectors(columns.map(\.second), over: second, within: outer, span)
    for (place, column) in columns.enumerated() {
      result.columns[column.id] = try stackedColumn(
        values[place], others[place], type: column.first.type, order, span)
    }
    return result
  }

  /// The values of rows of two sources in an order.
  func stackedColumn(
    _ first: Vector, _ second: Vector, type: DataType, _ order: RowOrder, _ span: SourceSpan
  ) throws(RunFailure) -> ColumnView {
    let all = Vector.joined([first, second], type: type)
    return try newColumn(order.rows.map { all.gathered($0) } ?? all, type: type, span)
  }
}
