import PlanQLAlgebra
import PlanQLData

/// A column of a relation: where its values lie, and which of them each row has.
struct ColumnView: Sendable {
  /// Where values lie.
  enum Source: Sendable {
    /// Links whose row is the place itself.
    case rows
    case stored(Column)
    case computed(ComputedColumn)
    case deferred(DeferredColumn)
  }

  let source: Source
  /// The place of each row's value; nil when they stand in order.
  let index: RowIndex?

  init(_ source: Source, index: RowIndex? = nil) {
    self.source = source
    self.index = index
  }

  /// Wraps computed values; links become places, so that their fields are read directly.
  init(_ vector: Vector, type: DataType, _ reservation: Reservation?) {
    if case .entity = type, case .words(let words) = vector.lanes {
      self.init(
        .rows, index: RowIndex(vector.places(words), mayBeMissing: true, reservation))
    } else {
      self.init(.computed(ComputedColumn(vector, reservation)))
    }
  }

  /// The places of some rows' values.
  func places(_ rows: Rows) -> Rows {
    index.map { Rows.list($0.rows).at(rows) } ?? rows
  }

  /// The values of some rows.
  func vector(_ rows: Rows) throws(RunFailure) -> Vector {
    let places = places(rows)
    switch source {
    case .rows: return ColumnView.links(places)
    case .stored(let column): return column.vector(places)
    case .computed(let computed): return computed.vector.at(places)
    case .deferred(let column): return try column.vector(places)
    }
  }

  private static func links(_ places: Rows) -> Vector {
    switch places {
    case .range(let range): return Vector(.words(range.map { Int64($0) }))
    case .list(let rows):
      var presence: Bitmap?
      if rows.contains(where: { $0 < 0 }) { presence = Bitmap(rows.lazy.map { $0 >= 0 }) }
      return Vector(.words(rows.map { Int64($0) }), presence: presence)
    }
  }
}

/// Values that a query computed.
final class ComputedColumn: Sendable {
  let vector: Vector
  private let reservation: Reservation?

  init(_ vector: Vector, _ reservation: Reservation?) {
    self.vector = vector
    self.reservation = reservation
  }
}

extension Column {
  /// The values at some places.
  func vector(_ places: Rows) -> Vector {
    switch places {
    case .range(let range): vector(range)
    case .list(let rows): rows.withUnsafeBufferPointer { vector(at: $0) }
    }
  }
}
