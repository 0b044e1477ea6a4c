import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Rows while a query runs. In a sub-query the rows of all outer rows of a batch stand together, ordered by outer row.
struct Relation: Sendable {
  let count: Int
  var columns: [ColumnID: ColumnView]
  /// The position of each row's outer row, ascending; nil when all have the first.
  var outer: [Int32]?
  /// How many outer rows there are, with rows or without; 1 outside of sub-queries.
  var outerCount: Int
  /// Values that stand for a stored field while an expression is computed for each of the field's codes.
  var substitute: (field: FieldReference, values: Vector)?

  init(
    count: Int, columns: [ColumnID: ColumnView] = [:], outer: [Int32]? = nil, outerCount: Int = 1
  ) {
    self.count = count
    self.columns = columns
    self.outer = outer
    self.outerCount = outerCount
  }

  /// The positions of the outer rows of some rows.
  func outerPositions(_ rows: Rows) -> Rows {
    guard let outer else { return .list(Array(repeating: 0, count: rows.count)) }
    return Rows.list(outer).at(rows)
  }
}

extension Evaluator {
  /// The relation with some of its rows, in the order given; a negative place gives a row of which nothing is known.
  func selecting(
    _ rows: Rows, of relation: Relation, mayBeMissing: Bool = false, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    if case .range(let range) = rows, range == 0..<relation.count { return relation }
    var result = relation
    var composed: [ObjectIdentifier: RowIndex] = [:]
    var plain: RowIndex?
    for (id, view) in relation.columns {
      let index: RowIndex
      if let old = view.index {
        if let known = composed[ObjectIdentifier(old)] {
          index = known
        } else {
          index = try newIndex(
            view.places(rows).list, mayBeMissing: old.mayBeMissing || mayBeMissing, span)
          composed[ObjectIdentifier(old)] = index
        }
      } else if let plain {
        index = plain
      } else {
        index = try newIndex(rows.list, mayBeMissing: mayBeMissing, span)
        plain = index
      }
      result.columns[id] = ColumnView(view.source, index: index)
    }
    result = Relation(
      count: rows.count, columns: result.columns,
      outer: relation.outer == nil ? nil : relation.outerPositions(rows).list,
      outerCount: relation.outerCount)
    return result
  }

  /// A list of places whose memory is counted.
  func newIndex(
    _ rows: [Int32], mayBeMissing: Bool, _ span: SourceSpan
  ) throws(RunFailure) -> RowIndex {
    let reservation = try run.meter.reserve(bytes: rows.count * 4, span)
    return RowIndex(rows, mayBeMissing: mayBeMissing, reservation)
  }

  /// A column of computed values whose memory is counted.
  func newColumn(
    _ vector: Vector, type: DataType, _ span: SourceSpan
  ) throws(RunFailure) -> ColumnView {
    ColumnView(vector, type: type, try run.meter.reserve(bytes: vector.byteCount, span))
  }

  /// All rows of a relation once for each outer row.
  func crossed(
    _ relation: Relation, _ outerCount: Int, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    guard outerCount != 1 else { return relation }
    let (total, overflow) = relation.count.multipliedReportingOverflow(by: outerCount)
    guard !overflow else { throw RunFailure(.limit(.rows), at: span) }
    try run.meter.charge(rows: total, span)
    var rows: [Int32] = []
    var outer: [Int32] = []
    rows.reserveCapacity(total)
    outer.reserveCapacity(total)
    let once = (0..<Int32(relation.count))
    for position in 0..<outerCount {
      rows.append(contentsOf: once)
      outer.append(contentsOf: repeatElement(Int32(position), count: relation.count))
    }
    var result = try selecting(.list(rows), of: relation, span)
    result.outer = outer
    result.outerCount = outerCount
    return result
  }
}
