import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Sums and counts of evenly spread shares by part, which need no share by itself.
struct PartSums {
  /// The `spread`, and where its rows come from.
  let stage: Stage
  let input: Stage
  let spread: Stage.Spread
  let keys: [Stage.Definition]
  let aggregates: [Stage.NamedReduction]

  /// What an aggregation is about; nil where it asks for anything else.
  init?(_ stage: Stage, _ keys: [Stage.Definition], _ aggregates: [Stage.NamedReduction]) {
    guard case .spread(let input, let spread) = stage.kind, case .evenly = spread.method,
      keys.count == 1, keys[0].value.names(spread.part),
      aggregates.allSatisfy({ $0.reduction.countsOrSums(spread.share) })
    else { return nil }
    self.stage = stage
    self.input = input
    self.spread = spread
    self.keys = keys
    self.aggregates = aggregates
  }
}

extension Expression {
  /// Whether it is a column and nothing else.
  fileprivate func names(_ id: ColumnID) -> Bool {
    if case .column(id) = kind { true } else { false }
  }
}

extension Reduction {
  /// Whether it counts all rows or sums a column over all rows.
  fileprivate func countsOrSums(_ id: ColumnID) -> Bool {
    guard condition == nil, distinct.isEmpty, within.isEmpty else { return false }
    switch function {
    case .count: return argument == nil
    case .sum: return argument?.names(id) ?? false
    case .avg, .min, .max, .first, .last, .any, .all, .none, .list, .median, .percentile, .stddev,
      .rank, .denseRank, .rowNumber, .ntile, .previous, .next:
      return false
    }
  }
}

extension Evaluator {
  /// A row a part, outside of sub-queries: the same that the shares, row by row, add up to.
  func relation(of sums: PartSums, _ span: SourceSpan) throws(RunFailure) -> Relation {
    let input = try relation(of: sums.input, within: nil)
    if !run.isCareful, let shares = try alikeShares(sums.spread, of: input, sums.stage.span),
      let result = try relation(of: sums, shares, span)
    {
      return result
    }
    let shares = try spreadOut(input, sums.spread, within: nil, sums.stage.span)
    return try grouped(shares, sums.keys, sums.aggregates, within: nil, span)
  }

  /// Adds up amounts by period, each thread for itself; nil where that is not possible or saves nothing.
  private func alikeShares(
    _ spread: Stage.Spread, of input: Relation, _ span: SourceSpan
  ) throws(RunFailure) -> AlikeShares? {
    let expressions = [spread.amount, spread.period]
    let empty = AlikeShares(PartCalendar(spread.grain))
    let parts = try inRanges(of: input.count, computing: expressions) {
      (worker, range) throws(RunFailure) -> AlikeShares? in
      var shares = empty
      var fits = true
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        guard fits else { return }
        let values = try worker.vectors(expressions, Batch(input, .range(rows), within: nil))
        fits = shares.add(values[0], values[1])
      }
      return fits ? shares : nil
    }
    var total = empty
    for part in parts {
      guard let part, total.add(part) else { return nil }
    }
    return total
  }

  /// The rows that shares add up to; nil where a sum does not fit its type.
  private func relation(
    of sums: PartSums, _ shares: AlikeShares, _ span: SourceSpan
  ) throws(RunFailure) -> Relation? {
    let totals = shares.totals.sorted { $0.key < $1.key }
    var columns: [(id: ColumnID, values: Vector, type: DataType)] = []
    let days = totals.map { shares.calendar.days(of: $0.key) }
    columns.append(
      (sums.keys[0].id, Vector(.periods(days.map(\.first), days.map(\.last))), .period))
    for aggregate in sums.aggregates {
      let type = aggregate.reduction.type
      let isCount = aggregate.reduction.function == .count
      let words = totals.compactMap {
        isCount ? Int64($0.value.count) : type.word($0.value.sum)
      }
      guard words.count == totals.count else { return nil }
      columns.append((aggregate.id, Vector(.words(words)), type))
    }
    try run.meter.charge(rows: totals.reduce(0) { $0 + $1.value.count }, sums.stage.span)
    run.note(.leftOut, shares.leftOut, at: sums.stage.span)
    var result = Relation(count: totals.count)
    for column in columns {
      result.columns[column.id] = try newColumn(column.values, type: column.type, span)
    }
    return result
  }
}

/// Amounts of rows with the same period, added up.
///
/// Among n parts an amount a = q·n + r gives part i the share q + r·i÷n − r·(i−1)÷n, whole-number division. The shares
/// of several amounts add up to (Σa − Σr)÷n and, for each r, its two terms as often as r occurs.
private struct AlikeShares: Sendable {
  /// A period and what was added to it.
  private struct Entry: Sendable {
    let start: Int32
    let end: Int32
    let firstPart: Int
    let partCount: Int64
    var sum: Int128 = 0
    /// How often each rest occurs, from 1 - n to n - 1.
    var rests: [Int]
  }

  private static let mostEntries = 1024
  private static let mostParts = 64

  let calendar: PartCalendar
  private(set) var leftOut = 0
  private var entries: [Entry] = []
  /// The number of each period's entry at a place that its days give, or the next free one; -1 where none is.
  private var slots = [Int32](repeating: -1, count: 4 * mostEntries)

  init(_ calendar: PartCalendar) {
    self.calendar = calendar
  }

  /// Adds the amounts of a batch; says whether they could be: no amount is missing, periods are few and short.
  mutating func add(_ amounts: Vector, _ periods: Vector) -> Bool {
    guard case .words(let words) = amounts.lanes, amounts.presence == nil,
      case .periods(let starts, let ends) = periods.lanes
    else { return false }
    for row in starts.indices {
      let (start, end) = (starts[row], ends[row])
      guard periods.presence?[row] ?? true, start != Period.openStart, end != Period.openEnd else {
        leftOut += 1
        continue
      }
      guard let place = entry(start, end) else { return false }
      let amount = words[row]
      let count = entries[place].partCount
      entries[place].sum += Int128(amount)
      entries[place].rests[Int(amount % count + count - 1)] += 1
    }
    return true
  }

  /// The number of a period's entry; nil where there are too many or the period has too many parts.
  @inline(__always)
  private mutating func entry(_ start: Int32, _ end: Int32) -> Int? {
    let mixed = (UInt32(bitPattern: start) &* 31 &+ UInt32(bitPattern: end)) &* 0x9e37_79b1
    var slot = Int(mixed >> 16) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if entries[place].start == start, entries[place].end == end { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return newEntry(start, end, at: slot)
  }

  private mutating func newEntry(_ start: Int32, _ end: Int32, at slot: Int) -> Int? {
    let firstPart = calendar.part(containing: start)
    let partCount = max(calendar.part(containing: end) - firstPart, 0) + 1
    guard entries.count < AlikeShares.mostEntries, partCount <= AlikeShares.mostParts else {
      return nil
    }
    entries.append(
      Entry(
        start: start, end: end, firstPart: firstPart, partCount: Int64(partCount),
        rests: Array(repeating: 0, count: 2 * partCount - 1)))
    slots[slot] = Int32(entries.count - 1)
    return entries.count - 1
  }

  /// Adds what another thread made of other rows; says whether it could be.
  mutating func add(_ other: AlikeShares) -> Bool {
    leftOut += other.leftOut
    for entry in other.entries {
      guard let place = self.entry(entry.start, entry.end) else { return false }
      entries[place].sum += entry.sum
      for rest in entry.rests.indices { entries[place].rests[rest] += entry.rests[rest] }
    }
    return true
  }

  /// The sum and the number of shares of each part that a period touches.
  var totals: [Int: (sum: Int128, count: Int)] {
    var totals: [Int: (sum: Int128, count: Int)] = [:]
    for entry in entries {
      let count = entry.partCount
      let rests = entry.rests.enumerated().map { (rest: Int64($0) - count + 1, times: $1) }
      let restSum = rests.reduce(Int128(0)) { $0 + Int128($1.rest) * Int128($1.times) }
      let whole = (entry.sum - restSum) / Int128(count)
      let rows = rests.reduce(0) { $0 + $1.times }
      for place in 1...count {
        let rounded = rests.reduce(Int128(0)) { sum, each in
          sum + Int128(each.rest * place / count - each.rest * (place - 1) / count)
            * Int128(each.times)
        }
        let part = entry.firstPart + Int(place) - 1
        let old = totals[part] ?? (0, 0)
        totals[part] = (old.sum + whole + rounded, old.count + rows)
      }
    }
    return totals
  }
}
