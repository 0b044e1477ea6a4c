import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// The values of a key, and how they turn into whole numbers of the same order: equal values into equal numbers,
/// missing into the greatest.
struct KeyColumn: Sendable {
  /// Where the values of the rows lie.
  enum Values: Sendable {
    case view(ColumnView)
    case vector(Vector)
    /// The number of each value of a few, and which of them each row has.
    case places(RowIndex, numbers: [UInt64])
  }

  /// How values turn into numbers.
  enum Form: Sendable {
    /// All known values are alike, or there are none.
    case alike
    case words(base: Int64)
    case doubles(base: UInt64)
    case bools
    /// The place of each text of a pool in the order of all.
    case ranks([Int32])
    case periods(start: Int64, end: Int64, endBits: UInt64)
  }

  let values: Values
  let form: Form
  /// The greatest number of a known value.
  let greatest: UInt64
  let hasMissing: Bool
  let isDescending: Bool

  /// The bits that a number takes, missing included unless `hasOwnBit`.
  var bits: Int {
    let most = hasMissing && !hasOwnBit ? greatest + 1 : greatest
    return UInt64.bitWidth - most.leadingZeroBitCount
  }

  /// Whether missing values need a bit of their own, since all 64 are taken.
  var hasOwnBit: Bool { hasMissing && greatest == .max }

  /// The numbers of a run of rows.
  func numbers(_ rows: Range<Int>) throws(RunFailure) -> [UInt64] {
    switch values {
    case .view(let view): return numbers(of: try view.vector(.range(rows)))
    case .vector(let vector): return numbers(of: vector.slice(rows))
    case .places(let index, let numbers):
      return numbers.withUnsafeBufferPointer { numbers in
        index.rows[rows].map { numbers[Int($0)] }
      }
    }
  }

  /// For each of a run of rows 1 where its value is missing.
  func missing(_ rows: Range<Int>) throws(RunFailure) -> [UInt64] {
    let presence: Bitmap? =
      switch values {
      case .view(let view): try view.vector(.range(rows)).presence
      case .vector(let vector): vector.presence?.slice(rows)
      case .places: nil
      }
    return (0..<rows.count).map { presence?[$0] ?? true ? 0 : 1 }
  }

  /// The numbers of a batch's values.
  func numbers(of vector: Vector) -> [UInt64] {
    var numbers = rawNumbers(of: vector)
    if isDescending {
      for place in numbers.indices { numbers[place] = greatest &- numbers[place] }
    }
    if hasMissing, let presence = vector.presence {
      let missing = hasOwnBit ? 0 : greatest + 1
      for place in numbers.indices where !presence[place] { numbers[place] = missing }
    }
    return numbers
  }

  private func rawNumbers(of vector: Vector) -> [UInt64] {
    switch (form, vector.lanes) {
    case (.words(let base), .words(let words)):
      return words.map { UInt64(bitPattern: $0 &- base) }
    case (.doubles(let base), .doubles(let doubles)): return doubles.map { $0.ordinal &- base }
    case (.bools, .bools(let bits)): return (0..<bits.count).map { bits[$0] ? 1 : 0 }
    case (.ranks(let ranks), .texts(_, let codes)):
      guard !ranks.isEmpty else { return Array(repeating: 0, count: codes.count) }
      return ranks.withUnsafeBufferPointer { ranks in
        codes.map { UInt64(truncatingIfNeeded: ranks[Int($0)]) }
      }
    case (.periods(let start, let end, let endBits), .periods(let starts, let ends)):
      return starts.indices.map { place in
        UInt64(bitPattern: Int64(starts[place]) &- start) << endBits
          | UInt64(bitPattern: Int64(ends[place]) &- end) & ((1 << endBits) - 1)
      }
    case (.alike, _), (.words, _), (.doubles, _), (.bools, _), (.ranks, _), (.periods, _):
      return Array(repeating: 0, count: vector.count)
    }
  }
}

extension Double {
  /// A whole number in the order of the numbers; both zeros are one.
  fileprivate var ordinal: UInt64 {
    if self == 0 { return 1 << 63 }
    return bitPattern >> 63 == 1 ? ~bitPattern : bitPattern | 1 << 63
  }
}

extension Evaluator {
  /// The key of each term, ready to be turned into numbers.
  func keys(
    _ terms: [Ordering], over relation: Relation, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> [KeyColumn] {
    var columns: [Int: KeyColumn] = [:]
    for (place, term) in terms.enumerated() where !run.isCareful {
      guard let view = view(of: term.value, in: relation) else { continue }
      columns[place] = key(of: view, relation.count, term.isDescending)
    }
    let others = terms.indices.filter { columns[$0] == nil }
    let values = try vectors(
      others.map { terms[$0].value }, over: relation, within: outer, span)
    for (value, place) in zip(values, others) {
      columns[place] = key(of: value, terms[place].value.type, terms[place].isDescending)
    }
    return terms.indices.compactMap { columns[$0] }
  }

  /// The key of a column whose bounds are known without reading it; nil where they are not.
  private func key(of view: ColumnView, _ count: Int, _ isDescending: Bool) -> KeyColumn? {
    let mayBeMissing = view.index?.mayBeMissing ?? false
    func key(_ form: KeyColumn.Form, _ greatest: UInt64, _ presence: Bitmap?) -> KeyColumn {
      KeyColumn(
        values: .view(view), form: form, greatest: greatest,
        hasMissing: mayBeMissing || presence != nil, isDescending: isDescending)
    }
    switch view.source {
    case .rows:
      guard view.index == nil else { return nil }
      return key(.words(base: 0), UInt64(max(count - 1, 0)), nil)
    case .stored(let column):
      switch column.storage {
      case .words(let words):
        guard let bounds = words.bounds else { return nil }
        let width = UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound)
        return key(.words(base: bounds.lowerBound), width, column.presence)
      case .texts(let pool, _):
        guard pool.count > 0, pool.count <= max(count, 4096) else { return nil }
        return key(.ranks(pool.ranks()), UInt64(pool.count - 1), column.presence)
      case .bools: return key(.bools, 1, column.presence)
      case .doubles, .periods, .lists: return nil
      }
    case .computed(let computed): return placeKey(computed.vector, view, count, isDescending)
    case .deferred: return nil
    }
  }

  /// The key of many rows that share a few computed values.
  private func placeKey(
    _ vector: Vector, _ view: ColumnView, _ count: Int, _ isDescending: Bool
  ) -> KeyColumn? {
    guard let index = view.index, !index.mayBeMissing, vector.count * 2 <= count,
      case .periods = vector.lanes
    else { return nil }
    let own = key(of: vector, .period, isDescending)
    guard !own.hasOwnBit else { return nil }
    let numbers = own.numbers(of: vector)
    var ranks = [UInt64](repeating: 0, count: numbers.count)
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    for (place, row) in order.enumerated() where place > 0 {
      let previous = order[place - 1]
      ranks[row] = ranks[previous] + (numbers[previous] == numbers[row] ? 0 : 1)
    }
    return KeyColumn(
      values: .places(index, numbers: ranks), form: .alike,
      greatest: UInt64(max(numbers.count - 1, 0)), hasMissing: false, isDescending: false)
  }

  /// The key of computed values.
  func key(of vector: Vector, _ type: DataType, _ isDescending: Bool) -> KeyColumn {
    let hasMissing = vector.presence.map { !$0.isFull } ?? false
    func key(_ form: KeyColumn.Form, _ greatest: UInt64, _ values: Vector? = nil) -> KeyColumn {
      KeyColumn(
        values: .vector(values ?? vector), form: form, greatest: greatest,
        hasMissing: hasMissing, isDescending: isDescending)
    }
    switch vector.lanes {
    case .bools: return key(.bools, 1)
    case .words(let words):
      guard let bounds = vector.knownBounds(words) else { return key(.alike, 0) }
      return key(.words(base: bounds.low), UInt64(bitPattern: bounds.high &- bounds.low))
    case .doubles(let doubles):
      let numbers = doubles.map(\.ordinal)
      guard let bounds = vector.knownBounds(numbers) else { return key(.alike, 0) }
      return key(.doubles(base: bounds.low), bounds.high - bounds.low)
    case .periods(let starts, let ends):
      guard let start = vector.knownBounds(starts), let end = vector.knownBounds(ends) else {
        return key(.alike, 0)
      }
      let width = UInt64(Int64(end.high) - Int64(end.low))
      let endBits = UInt64(UInt64.bitWidth - width.leadingZeroBitCount)
      return key(
        .periods(start: Int64(start.low), end: Int64(end.low), endBits: endBits),
        UInt64(Int64(start.high) - Int64(start.low)) << endBits | width)
    case .texts(let pool, let codes):
      guard pool.count > 0 else { return key(.alike, 0) }
      if pool.count > max(codes.count, 4096) {
        let ranks = pool.ranks(of: codes, vector.presence)
        let words = Vector(.words(ranks), presence: vector.presence)
        return key(.words(base: 0), UInt64(max(codes.count - 1, 0)), words)
      }
      return key(.ranks(pool.ranks()), UInt64(pool.count - 1))
    case .lists(let offsets, let child):
      let ranks = listRanks(offsets, child, type.element)
      let words = Vector(.words(ranks), presence: vector.presence)
      return key(.words(base: 0), UInt64(max(ranks.count - 1, 0)), words)
    }
  }

  /// Lists in the order of their first difference, as places.
  private func listRanks(_ offsets: [Int32], _ child: Vector, _ type: DataType) -> [Int64] {
    let key = key(of: child, type, false)
    let numbers = key.numbers(of: child)
    func list(_ row: Int) -> ArraySlice<UInt64> {
      numbers[Int(offsets[row])..<Int(offsets[row + 1])]
    }
    let order = (0..<offsets.count - 1).sorted {
      list($0).lexicographicallyPrecedes(list($1))
    }
    var ranks = [Int64](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() where place > 0 {
      let previous = order[place - 1]
      ranks[row] = ranks[previous] + (list(previous) == list(row) ? 0 : 1)
    }
    return ranks
  }
}

extension Vector {
  /// The least and greatest of the known rows' values.
  fileprivate func knownBounds<Element: Comparable>(
    _ values: [Element]
  ) -> (low: Element, high: Element)? {
    guard let presence else {
      guard var low = values.first else { return nil }
      var high = low
      for value in values {
        low = min(low, value)
        high = max(high, value)
      }
      return (low, high)
    }
    var bounds: (low: Element, high: Element)?
    for row in values.indices where presence[row] {
      let value = values[row]
      guard let known = bounds else {
        bounds = (value, value)
        continue
      }
      bounds = (min(known.low, value), max(known.high, value))
    }
    return bounds
  }
}

extension TextPool {
  /// The order of some texts of the pool among each other; a missing row's number means nothing.
  fileprivate func ranks(of codes: [Int32], _ presence: Bitmap?) -> [Int64] {
    let used = Set(codes.indices.filter { presence?[$0] ?? true }.map { codes[$0] })
      .sorted { compare(Int($0), self, Int($1)) < 0 }
    var ranks: [Int32: Int64] = [:]
    var rank: Int64 = -1
    for (place, code) in used.enumerated() {
      if place == 0 || !equal(Int(used[place - 1]), self, Int(code)) { rank += 1 }
      ranks[code] = rank
    }
    return codes.map { ranks[$0] ?? 0 }
  }
}
