import PlanQLData
import PlanQLLibrary

/// Counts, sums and extremes of groups, added to batch by batch: parts made by several threads add up to the same as
/// one made by one thread.
struct Tally: Sendable {
  private enum Work {
    case count, sum, average, least, greatest, any, all, none
  }

  private let work: Work
  private let type: DataType
  private let argumentType: DataType
  /// The rows, or known values, of each group.
  private var counts: [Int]
  /// Sums of words as the sum of their low 32 bits and the sum of the rest, which cannot overflow.
  private var low: [UInt64] = []
  private var high: [Int64] = []
  /// The least or greatest value so far.
  private var words: [Int64] = []
  private var doubles: [Double] = []
  /// Whether a condition was true, or was not.
  private var flags: [Bool] = []

  /// Nothing added up yet; nil where the aggregate needs its rows together.
  init?(_ reduction: Reduction, groupCount: Int) {
    let argument = reduction.argument?.type ?? .missing
    self.type = reduction.type
    self.argumentType = argument
    self.counts = []
    switch reduction.function {
    case .count: work = .count
    case .any: work = .any
    case .all: work = .all
    case .none: work = .none
    case .sum, .avg:
      guard argument.isWord || argument == .missing else { return nil }
      work = reduction.function == .sum ? .sum : .average
      low = Array(repeating: 0, count: groupCount)
      high = Array(repeating: 0, count: groupCount)
    case .min, .max:
      work = reduction.function == .min ? .least : .greatest
      if argument.isWord || argument == .missing {
        words = Array(repeating: 0, count: groupCount)
      } else if case .number = argument {
        doubles = Array(repeating: 0, count: groupCount)
      } else {
        return nil
      }
    case .first, .last, .list, .median, .percentile, .stddev, .rank, .denseRank, .rowNumber, .ntile,
      .previous, .next:
      return nil
    }
    switch work {
    case .any, .all, .none: flags = Array(repeating: false, count: groupCount)
    case .count, .sum, .average, .least, .greatest:
      counts = Array(repeating: 0, count: groupCount)
    }
  }
}

extension Tally {
  /// Adds the values of some rows; nil values are rows that count as such.
  mutating func add(_ values: Vector?, _ rows: Rows, _ groups: RowGroups) {
    switch work {
    case .count: addCounts(rows, groups, known: values?.presence)
    case .any, .none: addFlags(rows, groups, where: values?.truth)
    case .all:
      guard let truth = values?.truth else { return }
      addFlags(rows, groups, where: ~truth)
    case .sum, .average:
      guard case .words(let words) = values?.lanes else { return }
      addSums(words, rows, groups, known: values?.presence)
    case .least, .greatest:
      switch values?.lanes {
      case .words(let words): addExtremes(words, \.words, rows, groups, values?.presence)
      case .doubles(let doubles): addExtremes(doubles, \.doubles, rows, groups, values?.presence)
      case .bools, .texts, .periods, .lists, nil: return
      }
    }
  }

  private mutating func addCounts(_ rows: Rows, _ groups: RowGroups, known: Bitmap?) {
    guard let ids = groups.ids else {
      counts[0] += known?.population ?? rows.count
      return
    }
    counts.withUnsafeMutableBufferPointer { counts in
      ids.withUnsafeBufferPointer { ids in
        switch (rows, known) {
        case (.range(let range), nil): for row in range { counts[Int(ids[row])] += 1 }
        case (_, _):
          for place in 0..<rows.count where known?[place] ?? true {
            counts[Int(ids[rows[place]])] += 1
          }
        }
      }
    }
  }

  private mutating func addFlags(_ rows: Rows, _ groups: RowGroups, where bits: Bitmap?) {
    guard groups.ids != nil else {
      if !(bits?.isEmpty ?? (rows.count == 0)) { flags[0] = true }
      return
    }
    for place in 0..<rows.count where bits?[place] ?? true {
      flags[groups.id(rows[place])] = true
    }
  }

  private mutating func addSums(
    _ words: [Int64], _ rows: Rows, _ groups: RowGroups, known: Bitmap?
  ) {
    addCounts(rows, groups, known: known)
    guard let ids = groups.ids else {
      var (low, high) = (UInt64(0), Int64(0))
      words.withUnsafeBufferPointer { words in
        for place in 0..<words.count where known?[place] ?? true {
          low &+= UInt64(bitPattern: words[place]) & 0xffff_ffff
          high &+= words[place] >> 32
        }
      }
      self.low[0] &+= low
      self.high[0] &+= high
      return
    }
    low.withUnsafeMutableBufferPointer { low in
      high.withUnsafeMutableBufferPointer { high in
        ids.withUnsafeBufferPointer { ids in
          words.withUnsafeBufferPointer { words in
            func add(_ place: Int, _ row: Int) {
              let group = Int(ids[row])
              low[group] &+= UInt64(bitPattern: words[place]) & 0xffff_ffff
              high[group] &+= words[place] >> 32
            }
            if case .range(let range) = rows, known == nil {
              for place in 0..<words.count { add(place, range.lowerBound + place) }
            } else {
              for place in 0..<words.count where known?[place] ?? true { add(place, rows[place]) }
            }
          }
        }
      }
    }
  }

  private mutating func addExtremes<Element: Comparable>(
    _ values: [Element], _ best: WritableKeyPath<Tally, [Element]>, _ rows: Rows,
    _ groups: RowGroups, _ known: Bitmap?
  ) {
    for place in values.indices where known?[place] ?? true {
      improve(groups.id(rows[place]), values[place], best)
    }
  }

  private mutating func improve<Element: Comparable>(
    _ group: Int, _ value: Element, _ best: WritableKeyPath<Tally, [Element]>
  ) {
    let isFirst = counts[group] == 0
    counts[group] += 1
    let current = self[keyPath: best][group]
    let isBetter =
      switch work {
      case .least: value < current
      case .greatest: value > current
      case .count, .sum, .average, .any, .all, .none: false
      }
    if isFirst || isBetter { self[keyPath: best][group] = value }
  }

  /// Adds what another thread made of later rows.
  mutating func add(_ other: Tally) {
    for group in other.words.indices where other.counts[group] > 0 {
      let count = other.counts[group]
      improve(group, other.words[group], \.words)
      counts[group] += count - 1
    }
    for group in other.doubles.indices where other.counts[group] > 0 {
      let count = other.counts[group]
      improve(group, other.doubles[group], \.doubles)
      counts[group] += count - 1
    }
    if words.isEmpty, doubles.isEmpty {
      for group in counts.indices { counts[group] += other.counts[group] }
    }
    for group in low.indices {
      low[group] &+= other.low[group]
      high[group] &+= other.high[group]
    }
    for group in flags.indices { flags[group] = flags[group] || other.flags[group] }
  }
}

extension Tally {
  /// The value of each group.
  var outcome: ReductionOutcome {
    switch work {
    case .count: return ReductionOutcome(values: Vector(.words(counts.map { Int64($0) })))
    case .any: return ReductionOutcome(values: Vector(.bools(Bitmap(flags))))
    case .all, .none:
      return ReductionOutcome(values: Vector(.bools(Bitmap(flags.lazy.map { !$0 }))))
    case .least, .greatest:
      let known = Bitmap(counts.lazy.map { $0 > 0 })
      // Both zeros are one number, whichever was met first.
      let lanes: Lanes = words.isEmpty ? .doubles(doubles.map { $0 + 0 }) : .words(words)
      return ReductionOutcome(values: Vector(lanes, presence: known.isFull ? nil : known))
    case .sum: return sums
    case .average: return averages
    }
  }

  private func sum(_ group: Int) -> Int128 { Int128(high[group]) << 32 + Int128(low[group]) }

  private var sums: ReductionOutcome {
    var failed: [Int] = []
    let sums = low.indices.map { group -> Int64 in
      if let sum = type.word(sum(group)) { return sum }
      failed.append(group)
      return 0
    }
    return ReductionOutcome(
      values: Vector(.words(sums)), failure: .overflow(type), failed: failed)
  }

  private var averages: ReductionOutcome {
    let known = Bitmap(counts.lazy.map { $0 > 0 })
    let lanes: Lanes
    if type.isWord {
      lanes = .words(
        counts.indices.map { group in
          counts[group] == 0 ? 0 : Int64(truncatingIfNeeded: sum(group).divided(by: counts[group]))
        })
    } else {
      lanes = .doubles(
        counts.indices.map { group in
          counts[group] == 0 ? 0 : Double(rounding: sum(group)) / Double(counts[group])
        })
    }
    return ReductionOutcome(values: Vector(lanes, presence: known.isFull ? nil : known))
  }
}

extension DataType {
  /// A sum as a stored word of the type; nil where it does not fit.
  func word(_ sum: Int128) -> Int64? {
    if case .duration = self { return Int32(exactly: sum).map { Int64($0) } }
    return Int64(exactly: sum)
  }
}

extension Int128 {
  /// The quotient rounded half away from zero.
  func divided(by count: Int) -> Int128 {
    let (whole, rest) = quotientAndRemainder(dividingBy: Int128(count))
    return rest.magnitude * 2 >= UInt128(count) ? whole + (self < 0 ? -1 : 1) : whole
  }
}
