/// Places of rows, in order: a run of them or a list. A list may name a row twice; a negative place is a missing row.
enum Rows: Sendable {
  case range(Range<Int>)
  case list([Int32])

  var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let rows): rows.count
    }
  }

  subscript(position: Int) -> Int {
    switch self {
    case .range(let range): range.lowerBound + position
    case .list(let rows): Int(rows[position])
    }
  }

  /// The places as a list.
  var list: [Int32] {
    switch self {
    case .range(let range): range.map { Int32($0) }
    case .list(let rows): rows
    }
  }

  /// The places that stand at some positions.
  func at(_ positions: Rows) -> Rows {
    switch (self, positions) {
    case (.range(let range), .range(let chosen)):
      let start = range.lowerBound
      return .range(start + chosen.lowerBound..<start + chosen.upperBound)
    case (.range(let range), .list(let chosen)):
      guard range.lowerBound > 0 else { return positions }
      let start = Int32(range.lowerBound)
      return .list(chosen.map { $0 < 0 ? $0 : $0 + start })
    case (.list(let rows), .range(let chosen)):
      return chosen == 0..<rows.count ? self : .list(Array(rows[chosen]))
    case (.list(let rows), .list(let chosen)):
      return .list(
        rows.withUnsafeBufferPointer { rows in
          chosen.map { $0 < 0 ? $0 : rows[Int($0)] }
        })
    }
  }
}

/// A list of places that several columns share.
final class RowIndex: Sendable {
  let rows: [Int32]
  /// Whether a place may be negative.
  let mayBeMissing: Bool
  private let reservation: Reservation?

  init(_ rows: [Int32], mayBeMissing: Bool, _ reservation: Reservation?) {
    self.rows = rows
    self.mayBeMissing = mayBeMissing
    self.reservation = reservation
  }
}
