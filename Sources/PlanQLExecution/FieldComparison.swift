import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary

/// A comparison of a stored field with a value that is the same in all rows: each row is decided by whether its
/// stored integers lie in ranges.
struct FieldComparison: Sendable {
  /// How the field stands to the value.
  private enum Relation {
    case equal, less, lessOrEqual, greater, greaterOrEqual
    case overlaps, covers, isIn, before, after

    init?(named name: String) {
      switch name {
      case "equal": self = .equal
      case "less": self = .less
      case "less_or_equal": self = .lessOrEqual
      case "greater": self = .greater
      case "greater_or_equal": self = .greaterOrEqual
      case "overlaps": self = .overlaps
      case "covers": self = .covers
      case "in": self = .isIn
      case "before": self = .before
      case "after": self = .after
      case _: return nil
      }
    }

    /// How the value stands to the field.
    var mirrored: Relation {
      switch self {
      case .equal: .equal
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greater: .less
      case .greaterOrEqual: .lessOrEqual
      case .overlaps: .overlaps
      case .covers: .isIn
      case .isIn: .covers
      case .before: .after
      case .after: .before
      }
    }
  }

  let field: FieldReference
  let value: Expression
  private let relation: Relation

  /// The comparison that an expression is; nil where it is none.
  init?(_ kind: Expression.Kind) {
    guard case .call(let function, let arguments) = kind, arguments.count == 2,
      arguments[0].type == arguments[1].type,
      let relation = Relation(named: function.function.name.en)
    else { return nil }
    if let field = arguments[0].namedField, arguments[1].isConstant {
      self.init(field: field, value: arguments[1], relation: relation)
    } else if let field = arguments[1].namedField, arguments[0].isConstant {
      self.init(field: field, value: arguments[0], relation: relation.mirrored)
    } else {
      return nil
    }
  }

  private init(field: FieldReference, value: Expression, relation: Relation) {
    self.field = field
    self.value = value
    self.relation = relation
  }

  /// The integers of a column and the ranges in which they fulfil the comparison; nil where the column or the value,
  /// a vector of one row, is of another form or missing.
  func conditions(
    on column: Column, _ value: Vector
  ) -> [(integers: PackedIntegers, range: ClosedRange<Int64>?)]? {
    guard value.count == 1, value.isKnown(0) else { return nil }
    switch (column.storage, value.lanes) {
    case (.words(let words), .words(let values)):
      return range(values[0]).map { [(words, $0.range)] }
    case (.periods(let starts, let ends), .periods(let first, let last)):
      return ranges(Int64(first[0]), Int64(last[0])).map {
        [(starts, $0.starts), (ends, $0.ends)]
      }
    case (.bools, _), (.words, _), (.doubles, _), (.texts, _), (.periods, _), (.lists, _):
      return nil
    }
  }

  /// Where words compare to a word as wanted; nil for relations of periods.
  private func range(_ word: Int64) -> (range: ClosedRange<Int64>?, Void)? {
    switch relation {
    case .equal: (word...word, ())
    case .less: (word > .min ? .min...word - 1 : nil, ())
    case .lessOrEqual: (.min...word, ())
    case .greater: (word < .max ? word + 1 ... .max : nil, ())
    case .greaterOrEqual: (word ... .max, ())
    case .overlaps, .covers, .isIn, .before, .after: nil
    }
  }

  /// Where first and last days of periods stand to those of a period as wanted; nil for the order of periods.
  private func ranges(
    _ start: Int64, _ end: Int64
  ) -> (starts: ClosedRange<Int64>, ends: ClosedRange<Int64>)? {
    let all = Int64.min...Int64.max
    switch relation {
    case .equal: return (start...start, end...end)
    case .overlaps: return (.min...end, start ... .max)
    case .covers: return (.min...start, end ... .max)
    case .isIn: return (start ... .max, .min...end)
    case .before: return (all, .min...start - 1)
    case .after: return (end + 1 ... .max, all)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
    }
  }
}

extension Expression {
  /// The stored field that the expression only names.
  fileprivate var namedField: FieldReference? {
    guard case .field(let place, let link) = kind, case .column(let id) = link.kind else {
      return nil
    }
    return FieldReference(place: place, column: id)
  }
}

extension Evaluator {
  /// Decides a comparison on packed integers where that is possible; nil where it is not.
  func vectorByRanges(_ expression: Expression, _ batch: Batch) throws(RunFailure) -> Vector? {
    guard !run.isCareful, let comparison = expression.comparison,
      let (holder, rows) = batch.holding(comparison.field.column),
      let view = holder.relation.columns[comparison.field.column], case .rows = view.source,
      let stored = run.catalog.column(comparison.field.place),
      let conditions = comparison.conditions(
        on: stored, try run.constant(comparison.value, self))
    else { return nil }
    let places = view.places(rows)
    var result = stored.known(places) ?? Bitmap(repeating: true, count: places.count)
    for (integers, range) in conditions { integers.keep(&result, at: places, within: range) }
    return Vector(.bools(result))
  }
}

extension Column {
  /// Which of some places are known; nil when all are.
  fileprivate func known(_ places: Rows) -> Bitmap? {
    switch places {
    case .range(let range): presence?.slice(range)
    case .list(let rows):
      presence.map { presence in Bitmap(rows.lazy.map { $0 >= 0 && presence[Int($0)] }) }
    }
  }
}

extension PackedIntegers {
  /// Clears the bits of the places whose integer is outside a range, and those of negative places.
  fileprivate func keep(_ bits: inout Bitmap, at places: Rows, within range: ClosedRange<Int64>?) {
    guard let own = bounds, let range, range.overlaps(own) else {
      bits = Bitmap(repeating: false, count: bits.count)
      return
    }
    if case .range = places, range.lowerBound <= own.lowerBound, range.upperBound >= own.upperBound
    {
      return
    }
    let wanted = range.clamped(to: own)
    switch codes {
    case .zero: keep(&bits, at: places) { _ in true }
    case .uint8(let codes): keep(&bits, at: places, codes, wanted)
    case .uint16(let codes): keep(&bits, at: places, codes, wanted)
    case .uint32(let codes): keep(&bits, at: places, codes, wanted)
    case .int64(let codes):
      codes.withUnsafeBufferPointer { codes in
        keep(&bits, at: places) { wanted.contains(codes[$0]) }
      }
    }
  }

  /// Keeps the bits of codes that stand for integers of a range, which lies in the column's bounds.
  private func keep<Code: FixedWidthInteger & UnsignedInteger>(
    _ bits: inout Bitmap, at places: Rows, _ codes: [Code], _ range: ClosedRange<Int64>
  ) {
    let (whole, rest) = (range.lowerBound - base).quotientAndRemainder(dividingBy: scale)
    let first = rest > 0 ? whole + 1 : whole
    let last = (range.upperBound - base) / scale
    guard first <= last else {
      bits = Bitmap(repeating: false, count: bits.count)
      return
    }
    let low = Code(truncatingIfNeeded: first)
    let width = Code(truncatingIfNeeded: last - first)
    codes.withUnsafeBufferPointer { codes in
      keep(&bits, at: places) { codes[$0] &- low <= width }
    }
  }

  /// Keeps the bits of the places that pass a test.
  @inline(__always)
  private func keep(_ bits: inout Bitmap, at places: Rows, where test: (Int) -> Bool) {
    switch places {
    case .range(let range):
      let start = range.lowerBound
      bits.keep { test(start &+ $0) }
    case .list(let rows):
      rows.withUnsafeBufferPointer { rows in bits.keep { rows[$0] >= 0 && test(Int(rows[$0])) } }
    }
  }
}

extension Bitmap {
  /// Clears the bits that do not pass a test, which is asked for each.
  @inline(__always)
  fileprivate mutating func keep(where test: (Int) -> Bool) {
    let count = count
    words.withUnsafeMutableBufferPointer { words in
      for index in words.indices {
        let first = index &* 64
        var word: UInt64 = 0
        for bit in 0..<min(64, count &- first) {
          word |= (test(first &+ bit) ? 1 : 0) &<< UInt64(bit)
        }
        words[index] &= word
      }
    }
  }
}
