import PlanQLData
import PlanQLLibrary

/// Values that describe how the known values of a group are distributed.
extension RowGroups {
  /// The value below which a share of each group's known values lies, between two values in proportion
  /// (R's type 7, as spreadsheets do it): of sorted values v, v[h] for h = share · (n − 1).
  func percentiles(of values: Vector, share: Double, _ type: DataType) -> ReductionOutcome {
    let known = Bitmap(counts(of: values).lazy.map { $0 > 0 })
    let presence = known.isFull ? nil : known
    switch values.lanes {
    case .words(let words):
      let sorted = sortedMembers(words, values)
      if type.isWord {
        let results = sorted.map { group in
          Place(share, of: group.count).map { $0.between(group) } ?? 0
        }
        return ReductionOutcome(values: Vector(.words(results), presence: presence))
      }
      let results = sorted.map { group in
        Place(share, of: group.count).map { $0.between(group.map(Double.init)) } ?? 0
      }
      return ReductionOutcome(values: Vector(.doubles(results), presence: presence))
    case .doubles(let doubles):
      let results = sortedMembers(doubles, values).map { group in
        Place(share, of: group.count).map { $0.between(group) } ?? 0
      }
      return ReductionOutcome(values: Vector(.doubles(results), presence: presence))
    case .bools, .texts, .periods, .lists:
      return ReductionOutcome(values: .missing(type, count: count))
    }
  }

  private func sortedMembers<Element: Comparable>(
    _ elements: [Element], _ values: Vector
  ) -> [[Element]] {
    var members = [[Element]](repeating: [], count: count)
    for row in elements.indices where values.isKnown(row) { members[id(row)].append(elements[row]) }
    for group in members.indices { members[group].sort() }
    return members
  }

  /// The standard deviation of each group as of a sample: the sum of the squared differences from the mean, by one less
  /// than their number. Sums are exact and rounded once, so the order of rows does not matter. Missing of fewer than two.
  func deviations(of values: Vector, _ type: DataType) -> ReductionOutcome {
    let counts = counts(of: values)
    let doubles = Vector(.doubles(values.asDoubles), presence: values.presence)
    let means = ExactSums(doubles, self).outcome(.avg)
    guard case .doubles(let mean) = means.values.lanes, case .doubles(let all) = doubles.lanes
    else { return means }
    let squares = all.indices.map { row -> Double in
      guard values.isKnown(row) else { return 0 }
      let difference = all[row] - mean[id(row)]
      return difference * difference
    }
    var failed = Set(means.failed)
    for row in squares.indices where !squares[row].isFinite { failed.insert(id(row)) }
    let finite = Vector(.doubles(squares.map { $0.isFinite ? $0 : 0 }), presence: values.presence)
    let sums = ExactSums(finite, self).outcome(.sum)
    failed.formUnion(sums.failed)
    guard case .doubles(let sum) = sums.values.lanes else { return sums }
    let known = Bitmap(counts.lazy.map { $0 > 1 })
    let results = sum.indices.map { group in
      counts[group] > 1 ? (sum[group] / Double(counts[group] - 1)).squareRoot() : 0
    }
    let presence = known.isFull ? nil : known
    guard type.isWord else {
      return ReductionOutcome(
        values: Vector(.doubles(results), presence: presence), failure: .notFinite,
        failed: failed.sorted())
    }
    let words = results.map { Int64(exactly: $0.rounded(.toNearestOrAwayFromZero)) }
    failed.formUnion(words.indices.filter { words[$0] == nil })
    return ReductionOutcome(
      values: Vector(.words(words.map { $0 ?? 0 }), presence: presence), failure: .overflow(type),
      failed: failed.sorted())
  }
}

extension Vector {
  /// Words or numbers as numbers.
  fileprivate var asDoubles: [Double] {
    switch lanes {
    case .words(let words): words.map(Double.init)
    case .doubles(let doubles): doubles
    case .bools, .texts, .periods, .lists: Array(repeating: 0, count: count)
    }
  }
}

/// A place among sorted values: at one, or between it and the next.
private struct Place {
  private let index: Int
  /// How far it lies towards the next value, from 0 to less than 1.
  private let fraction: Double

  /// The place of a share of so many values; nil where there are none.
  init?(_ share: Double, of count: Int) {
    guard count > 0 else { return nil }
    let place = share * Double(count - 1)
    self.index = Swift.min(Int(place), count - 1)
    self.fraction = index == count - 1 ? 0 : place - Double(index)
  }

  func between(_ values: [Double]) -> Double {
    let value = values[index]
    guard fraction > 0, values[index + 1] != value else { return value + 0 }
    let step = values[index + 1] - value
    if step.isFinite { return value + fraction * step }
    return value * (1 - fraction) + values[index + 1] * fraction
  }

  /// The value in whole steps, rounded half away from zero.
  func between(_ values: [Int64]) -> Int64 {
    let value = values[index]
    guard fraction > 0, values[index + 1] != value else { return value }
    let step = fraction * Double(Int128(values[index + 1]) - Int128(value))
    let whole = step.rounded(.down)
    let lower = Int128(value) + Int128(whole)
    let rest = step - whole
    let goesUp = lower < 0 ? rest > 0.5 : rest >= 0.5
    return Int64(truncatingIfNeeded: goesUp ? lower + 1 : lower)
  }
}
