import PlanQLAlgebra
import PlanQLData

/// Rows that expressions are computed for at one time, and the outer rows that a sub-query's rows belong to.
final class Batch: Sendable {
  /// The one row, without columns, that a script's own expressions are computed for.
  static let unit = Batch(Relation(count: 1), .range(0..<1), within: nil)

  let relation: Relation
  let rows: Rows
  /// The batch of outer rows: the relation's outer positions count its rows.
  let outer: Batch?

  init(_ relation: Relation, _ rows: Rows, within outer: Batch?) {
    self.relation = relation
    self.rows = rows
    self.outer = outer
  }

  var count: Int { rows.count }

  /// The batch of some of the rows, given by position.
  func narrowed(_ positions: Rows) -> Batch {
    if case .range(let range) = positions, range == 0..<count { return self }
    return Batch(relation, rows.at(positions), within: outer)
  }

  /// The batch of the rows whose bit is set.
  func narrowed(_ bits: Bitmap) -> Batch {
    bits.isFull ? self : narrowed(.list(bits.indices()))
  }

  /// The batch that has a column, this one or an outer one, with the outer rows in place of the own; nil when none has.
  func holding(_ id: ColumnID) -> (batch: Batch, rows: Rows)? {
    var batch = self
    var rows = rows
    while true {
      if batch.relation.columns[id] != nil || batch.relation.substitute?.field.column == id {
        return (batch, rows)
      }
      guard let outer = batch.outer else { return nil }
      rows = outer.rows.at(batch.relation.outerPositions(rows))
      batch = outer
    }
  }
}
