/// The values of one expression over one batch of rows, uncompressed. A missing row holds some value of the type
/// that no kernel may trap on or show.
package struct Vector: Sendable {
  package var lanes: Lanes
  /// Which rows are known; nil when all are.
  package var presence: Bitmap?

  package init(_ lanes: Lanes, presence: Bitmap? = nil) {
    self.lanes = lanes
    self.presence = presence
  }

  package var count: Int {
    switch lanes {
    case .bools(let bits): bits.count
    case .words(let words): words.count
    case .doubles(let doubles): doubles.count
    case .texts(_, let codes): codes.count
    case .periods(let starts, _): starts.count
    case .lists(let offsets, _): offsets.count - 1
    }
  }

  package func isKnown(_ row: Int) -> Bool { presence?[row] ?? true }
}

/// The physical forms of a vector.
package indirect enum Lanes: Sendable {
  case bools(Bitmap)
  /// int, money (minor units), date (day numbers), duration, enumeration (codes), entity (row numbers).
  case words([Int64])
  case doubles([Double])
  /// Codes into a pool.
  case texts(TextPool, [Int32])
  /// First and last day numbers; `Period.openStart` and `Period.openEnd` are open ends.
  case periods([Int32], [Int32])
  /// Elements of row `i` run from `offsets[i]` to `offsets[i + 1]` in the child; there are count + 1 offsets.
  case lists([Int32], Vector)
}

extension Vector {
  /// The same value in every row.
  package init(repeating value: Value, type: DataType, count: Int) {
    guard !value.isMissing else {
      self.init(
        Vector.placeholder(type, count: count), presence: Bitmap(repeating: false, count: count))
      return
    }
    let one = Column(type: type, values: [value]).vector(0..<1)
    self.init(one.lanes.repeated(count))
  }

  /// Lanes of a type that hold nothing meaningful.
  package static func placeholder(_ type: DataType, count: Int) -> Lanes {
    switch type {
    case .bool: .bools(Bitmap(repeating: false, count: count))
    case .int, .money, .date, .duration, .enumeration, .entity, .missing, .invalid:
      .words(Array(repeating: 0, count: count))
    case .number: .doubles(Array(repeating: 0, count: count))
    case .text: .texts(TextPool([""]), Array(repeating: 0, count: count))
    case .period:
      .periods(Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    case .list(let element):
      .lists(
        Array(repeating: 0, count: count + 1), Vector(placeholder(element, count: 0)))
    }
  }

  /// The value of a row.
  package func value(_ row: Int, type: DataType) -> Value {
    guard isKnown(row) else { return .missing }
    switch (lanes, type) {
    case (.bools(let bits), _): return .bool(bits[row])
    case (.doubles(let doubles), _): return .number(doubles[row])
    case (.texts(let pool, let codes), _): return .text(pool[Int(codes[row])])
    case (.periods(let starts, let ends), _):
      return .period(Period(startNumber: starts[row], endNumber: ends[row]))
    case (.lists(let offsets, let child), .list(let element)):
      return .list(
        (offsets[row]..<offsets[row + 1]).map { child.value(Int($0), type: element) })
    case (.words(let words), _): return Vector.value(of: words[row], type: type)
    case (.lists, _): return .missing
    }
  }

  /// The value that a word stands for in a type that is stored as words.
  package static func value(of word: Int64, type: DataType) -> Value {
    switch type {
    case .int: .int(word)
    case .money(let currency): .money(Money(minorUnits: word, currency: currency))
    case .date: .date(Day(number: Int32(truncatingIfNeeded: word)))
    case .duration(let unit): .duration(Int32(truncatingIfNeeded: word), unit)
    case .enumeration: .enumeration(Int(word))
    case .entity(let table): .entity(table, row: Int(word))
    case .bool, .number, .text, .period, .list, .missing, .invalid: .missing
    }
  }

  /// The rows at given places; a negative place gives a missing row.
  package func gathered(_ rows: [Int32]) -> Vector {
    var known: Bitmap?
    if presence != nil || rows.contains(where: { $0 < 0 }) {
      var bits = Bitmap(repeating: false, count: rows.count)
      for (index, row) in rows.enumerated() where row >= 0 && isKnown(Int(row)) {
        bits[index] = true
      }
      known = bits.isFull ? nil : bits
    }
    return Vector(lanes.gathered(rows), presence: known)
  }
}

extension Lanes {
  package func gathered(_ rows: [Int32]) -> Lanes {
    func pick<Element>(_ values: [Element], _ none: Element) -> [Element] {
      values.withUnsafeBufferPointer { values in
        rows.map { $0 < 0 ? none : values[Int($0)] }
      }
    }
    switch self {
    case .bools(let bits):
      var result = Bitmap(repeating: false, count: rows.count)
      for (index, row) in rows.enumerated() where row >= 0 && bits[Int(row)] {
        result[index] = true
      }
      return .bools(result)
    case .words(let words): return .words(pick(words, 0))
    case .doubles(let doubles): return .doubles(pick(doubles, 0))
    case .texts(let pool, let codes):
      guard pool.count > 0 else {
        return .texts(TextPool([""]), Array(repeating: 0, count: rows.count))
      }
      return .texts(pool, pick(codes, 0))
    case .periods(let starts, let ends): return .periods(pick(starts, 0), pick(ends, 0))
    case .lists(let offsets, let child):
      var newOffsets: [Int32] = [0]
      var places: [Int32] = []
      newOffsets.reserveCapacity(rows.count + 1)
      for row in rows {
        if row >= 0 { places.append(contentsOf: offsets[Int(row)]..<offsets[Int(row) + 1]) }
        newOffsets.append(Int32(places.count))
      }
      return .lists(newOffsets, child.gathered(places))
    }
  }

  /// The single row of a vector of one, so many times.
  fileprivate func repeated(_ count: Int) -> Lanes {
    switch self {
    case .bools(let bits): .bools(Bitmap(repeating: bits[0], count: count))
    case .words(let words): .words(Array(repeating: words[0], count: count))
    case .doubles(let doubles): .doubles(Array(repeating: doubles[0], count: count))
    case .texts(let pool, let codes): .texts(pool, Array(repeating: codes[0], count: count))
    case .periods(let starts, let ends):
      .periods(
        Array(repeating: starts[0], count: count), Array(repeating: ends[0], count: count))
    case .lists: gathered(Array(repeating: 0, count: count))
    }
  }
}
