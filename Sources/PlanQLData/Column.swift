/// An immutable column of a table: compressed values of one type and which of them are known.
public struct Column: Sendable {
  public let type: DataType
  package let storage: Storage
  /// Which rows are known; nil when all are.
  package let presence: Bitmap?

  package enum Storage: Sendable {
    case bools(Bitmap)
    case words(PackedIntegers)
    case doubles([Double])
    case texts(TextPool, codes: PackedIntegers)
    case periods(starts: PackedIntegers, ends: PackedIntegers)
    /// count + 1 offsets into the child.
    indirect case lists(offsets: [Int32], child: Column)
  }

  package init(type: DataType, storage: Storage, presence: Bitmap?) {
    self.type = type
    self.storage = storage
    self.presence = presence.flatMap { $0.isFull ? nil : $0 }
  }

  /// Compresses a vector.
  package init(type: DataType, vector: Vector) {
    let storage: Storage =
      switch vector.lanes {
      case .bools(let bits): .bools(bits)
      case .words(let words): .words(PackedIntegers(words))
      case .doubles(let doubles): .doubles(doubles)
      case .texts(let pool, let codes): .texts(pool, codes: PackedIntegers(codes.map(Int64.init)))
      case .periods(let starts, let ends):
        .periods(
          starts: PackedIntegers(starts.map(Int64.init)),
          ends: PackedIntegers(ends.map(Int64.init)))
      case .lists(let offsets, let child):
        .lists(offsets: offsets, child: Column(type: type.element, vector: child))
      }
    self.init(type: type, storage: storage, presence: vector.presence)
  }

  /// A column of single values; each must be of the type or missing.
  package init(type: DataType, values: [Value]) {
    var builder = ColumnBuilder(type: type)
    for value in values { builder.append(value) }
    self = builder.finish()
  }

  public var count: Int {
    switch storage {
    case .bools(let bits): bits.count
    case .words(let words): words.count
    case .doubles(let doubles): doubles.count
    case .texts(_, let codes): codes.count
    case .periods(let starts, _): starts.count
    case .lists(let offsets, _): offsets.count - 1
    }
  }

  public var missingCount: Int { presence.map { $0.count - $0.population } ?? 0 }

  public func isKnown(_ row: Int) -> Bool { presence?[row] ?? true }

  /// The value of a row; missing outside the column.
  public func value(_ row: Int) -> Value {
    guard row >= 0, row < count, isKnown(row) else { return .missing }
    switch storage {
    case .bools(let bits): return .bool(bits[row])
    case .words(let words): return Vector.value(of: words[row], type: type)
    case .doubles(let doubles): return .number(doubles[row])
    case .texts(let pool, let codes): return .text(pool[Int(codes[row])])
    case .periods(let starts, let ends):
      return .period(
        Period(startNumber: Int32(starts[row]), endNumber: Int32(ends[row])))
    case .lists(let offsets, let child):
      return .list((offsets[row]..<offsets[row + 1]).map { child.value(Int($0)) })
    }
  }

  /// The uncompressed values of a range of rows.
  package func vector(_ range: Range<Int>) -> Vector {
    let lanes: Lanes =
      switch storage {
      case .bools(let bits): .bools(bits.slice(range))
      case .words(let words): .words(words.values(range))
      case .doubles(let doubles): .doubles(Array(doubles[range]))
      case .texts(let pool, let codes):
        .texts(pool, codes.values(range).map { Int32(truncatingIfNeeded: $0) })
      case .periods(let starts, let ends):
        .periods(
          starts.values(range).map { Int32(truncatingIfNeeded: $0) },
          ends.values(range).map { Int32(truncatingIfNeeded: $0) })
      case .lists(let offsets, let child):
        .lists(
          offsets[range.lowerBound...range.upperBound].map { $0 - offsets[range.lowerBound] },
          child.vector(Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])))
      }
    return Vector(lanes, presence: presence?.slice(range))
  }

  /// The uncompressed values of chosen rows; a negative row gives a missing one.
  package func vector(at rows: UnsafeBufferPointer<Int32>) -> Vector {
    var known: Bitmap?
    if presence != nil || rows.contains(where: { $0 < 0 }) {
      var bits = Bitmap(repeating: false, count: rows.count)
      for index in 0..<rows.count where rows[index] >= 0 && isKnown(Int(rows[index])) {
        bits[index] = true
      }
      known = bits.isFull ? nil : bits
    }
    guard count > 0 else {
      return Vector(Vector.placeholder(type, count: rows.count), presence: known)
    }
    return Vector(lanes(at: rows), presence: known)
  }

  private func lanes(at rows: UnsafeBufferPointer<Int32>) -> Lanes {
    switch storage {
    case .bools(let bits): return Lanes.bools(bits).gathered(Array(rows))
    case .words(let words): return .words(words.values(at: rows))
    case .doubles(let doubles):
      return .doubles(
        doubles.withUnsafeBufferPointer { doubles in
          rows.map { $0 < 0 ? 0 : doubles[Int($0)] }
        })
    case .texts(let pool, let codes):
      return .texts(pool, codes.values(at: rows).map { Int32(truncatingIfNeeded: $0) })
    case .periods(let starts, let ends):
      return .periods(
        starts.values(at: rows).map { Int32(truncatingIfNeeded: $0) },
        ends.values(at: rows).map { Int32(truncatingIfNeeded: $0) })
    case .lists(let offsets, let child):
      var newOffsets: [Int32] = [0]
      var places: [Int32] = []
      newOffsets.reserveCapacity(rows.count + 1)
      for row in rows {
        if row >= 0, isKnown(Int(row)) {
          places.append(contentsOf: offsets[Int(row)]..<offsets[Int(row) + 1])
        }
        newOffsets.append(Int32(places.count))
      }
      return .lists(newOffsets, places.withUnsafeBufferPointer { child.vector(at: $0) })
    }
  }
}

extension DataType {
  /// The type of a list's elements; the type itself for anything else.
  package var element: DataType {
    if case .list(let element) = self { return element }
    return self
  }
}

/// Collects the values of a column.
package struct ColumnBuilder {
  package let type: DataType
  private var bits = Bitmap(repeating: false, count: 0)
  private var words: [Int64] = []
  private var doubles: [Double] = []
  private var texts = TextPoolBuilder()
  private var starts: [Int64] = []
  private var ends: [Int64] = []
  private var offsets: [Int32] = [0]
  private var elements: [Value] = []
  private var presence = Bitmap(repeating: false, count: 0)

  package init(type: DataType) {
    self.type = type
  }

  package var count: Int { presence.count }

  /// Adds a value, which must be of the column's type or missing.
  package mutating func append(_ value: Value) {
    presence.append(!value.isMissing)
    switch type {
    case .bool: if case .bool(let bit) = value { bits.append(bit) } else { bits.append(false) }
    case .int, .money, .date, .duration, .enumeration, .entity, .missing, .invalid:
      words.append(value.word)
    case .number:
      if case .number(let number) = value { doubles.append(number) } else { doubles.append(0) }
    case .text:
      if case .text(let text) = value {
        words.append(Int64(texts.code(of: text)))
      } else {
        words.append(Int64(texts.code(of: "")))
      }
    case .period:
      let period = if case .period(let period) = value { period } else { Period(Day(number: 0)) }
      starts.append(Int64(period.startNumber))
      ends.append(Int64(period.endNumber))
    case .list:
      if case .list(let values) = value { elements.append(contentsOf: values) }
      offsets.append(Int32(elements.count))
    }
  }

  package func finish() -> Column {
    let storage: Column.Storage =
      switch type {
      case .bool: .bools(bits)
      case .int, .money, .date, .duration, .enumeration, .entity, .missing, .invalid:
        .words(PackedIntegers(words))
      case .number: .doubles(doubles)
      case .text: .texts(texts.finish(), codes: PackedIntegers(words))
      case .period: .periods(starts: PackedIntegers(starts), ends: PackedIntegers(ends))
      case .list(let element):
        .lists(offsets: offsets, child: Column(type: element, values: elements))
      }
    return Column(type: type, storage: storage, presence: presence)
  }
}

extension Value {
  /// The word that a value of a word type is stored as; 0 for missing and for other types.
  package var word: Int64 {
    switch self {
    case .int(let int): int
    case .money(let money): money.minorUnits
    case .date(let day): Int64(day.number)
    case .duration(let count, _): Int64(count)
    case .enumeration(let code): Int64(code)
    case .entity(_, let row): Int64(row)
    case .missing, .bool, .number, .text, .period, .list: 0
    }
  }
}
