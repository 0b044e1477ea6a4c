import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Amounts shared out over the parts of a period.
extension Evaluator {
  /// A row for each part of each row's period; rows whose period is missing or open are left out and counted.
  func spreadOut(
    _ input: Relation, _ spread: Stage.Spread, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    var expressions = [spread.amount, spread.period]
    if case .weights(let weights) = spread.method { expressions += weights }
    let values = try vectors(expressions, over: input, within: outer, span)
    let calendar = PartCalendar(spread.grain)
    let periods = try spreadPeriods(values[1], calendar, span)
    let total = periods.offsets.last ?? 0
    try run.meter.charge(rows: total, span)
    run.note(.leftOut, periods.leftOut, at: span)
    let parents = try newRows(of: periods.offsets)
    let shares = SpreadShares(
      method: spread.method, amounts: values[0], weights: Array(values.dropFirst(2)),
      periods: periods, calendar: calendar)
    let failure = RunFailure(.computation(.overflow(spread.amount.type)), at: span)
    let words = try filled(input.count, into: total, zero: Int64(0)) {
      (worker, buffer, rows) throws(RunFailure) in
      try worker.eachBatch(of: rows, span) { (rows) throws(RunFailure) in
        for row in rows where !shares.write(row, to: buffer) { throw failure }
      }
    }
    var relation = try selecting(.list(parents), of: input, span)
    relation.columns[spread.part] = try partColumn(periods, calendar, total, span)
    relation.columns[spread.share] = try newColumn(
      Vector(.words(words), presence: shares.presence(total)), type: spread.amount.type, span)
    return relation
  }

  private func spreadPeriods(
    _ periods: Vector, _ calendar: PartCalendar, _ span: SourceSpan
  ) throws(RunFailure) -> SpreadPeriods {
    guard case .periods(let starts, let ends) = periods.lanes else {
      return SpreadPeriods(starts: [], ends: [], first: [], offsets: [0], leftOut: 0)
    }
    let presence = periods.presence
    func isClosed(_ row: Int) -> Bool {
      presence?[row] ?? true && starts[row] != Period.openStart && ends[row] != Period.openEnd
    }
    let days = calendar.table(of: starts.indices.lazy.filter(isClosed), starts, ends)
    var first: [Int32] = []
    var offsets = [0]
    var leftOut = 0
    first.reserveCapacity(starts.count)
    offsets.reserveCapacity(starts.count + 1)
    var total = 0
    for row in starts.indices {
      if isClosed(row) {
        let part = days.part(containing: starts[row])
        first.append(Int32(part))
        total += max(days.part(containing: ends[row]) - part, 0) + 1
      } else {
        first.append(0)
        leftOut += 1
      }
      offsets.append(total)
    }
    return SpreadPeriods(
      starts: starts, ends: ends, first: first, offsets: offsets, leftOut: leftOut)
  }

  /// The part of each new row: the distinct parts once, and which of them each row has.
  private func partColumn(
    _ periods: SpreadPeriods, _ calendar: PartCalendar, _ total: Int, _ span: SourceSpan
  ) throws(RunFailure) -> ColumnView {
    guard let range = periods.partRange else {
      return ColumnView(
        Vector(.periods([], [])), type: .period, try run.meter.reserve(bytes: 0, span))
    }
    let distinct = range.map { calendar.days(of: $0) }
    let places = try filled(periods.first.count, into: total, zero: Int32(0)) {
      (_, buffer, rows) throws(RunFailure) in
      for row in rows {
        let part = periods.first[row] - Int32(range.lowerBound)
        let start = periods.offsets[row]
        for place in start..<periods.offsets[row + 1] {
          buffer[place] = part + Int32(place - start)
        }
      }
    }
    let column = ComputedColumn(
      Vector(.periods(distinct.map(\.first), distinct.map(\.last))), nil)
    return ColumnView(
      .computed(column), index: try newIndex(places, mayBeMissing: false, span))
  }
}

/// Counts the parts of the calendar through from its beginning.
struct PartCalendar: Sendable {
  /// The length of a part in months; nil for days.
  let months: Int?

  init(_ grain: Grain) {
    self.months = grain.months
  }

  /// The number of the part that a day lies in.
  func part(containing day: Int32) -> Int {
    guard let months else { return Int(day) }
    let (year, month, _) = Day(number: day).civil
    return (year * 12 + month - 1) / months
  }

  /// The first and last day of a part.
  func days(of part: Int) -> (first: Int32, last: Int32) {
    guard let months else {
      let day = Int32(truncatingIfNeeded: part)
      return (day, day)
    }
    let first = part * months
    let last = first + months - 1
    let (year, month) = (last / 12, last % 12 + 1)
    return (
      Day.number(year: first / 12, month: first % 12 + 1, day: 1),
      Day.number(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    )
  }

  /// The parts of the days from the first start to the last end of some rows, ready to be looked up.
  fileprivate func table(of rows: some Sequence<Int>, _ starts: [Int32], _ ends: [Int32])
    -> PartTable
  {
    var (low, high) = (Int32.max, Int32.min)
    for row in rows {
      low = min(low, starts[row])
      high = max(high, ends[row])
    }
    guard low <= high, Int(high) - Int(low) < 1 << 16 else {
      return PartTable(calendar: self, first: 0, parts: [])
    }
    let parts = (low...high).map { Int32(part(containing: $0)) }
    return PartTable(calendar: self, first: low, parts: parts)
  }
}

/// The part of each day of a run of days.
private struct PartTable {
  let calendar: PartCalendar
  let first: Int32
  let parts: [Int32]

  /// The number of the part that a day lies in.
  func part(containing day: Int32) -> Int {
    let place = Int(day) - Int(first)
    return parts.indices.contains(place) ? Int(parts[place]) : calendar.part(containing: day)
  }
}

/// The parts that each row's period touches: `offsets[row + 1] - offsets[row]` of them from `first[row]` on, none
/// where the period is missing or open.
private struct SpreadPeriods: Sendable {
  let starts: [Int32]
  let ends: [Int32]
  let first: [Int32]
  let offsets: [Int]
  let leftOut: Int

  /// All parts that a row touches, and those between; nil when there are none.
  var partRange: ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    for row in first.indices where offsets[row + 1] > offsets[row] {
      let (low, high) = (Int(first[row]), Int(first[row]) + offsets[row + 1] - offsets[row] - 1)
      range = min(range?.lowerBound ?? low, low)...max(range?.upperBound ?? high, high)
    }
    return range
  }
}

/// The shares of rows. With total = q·W + r part i gets q·wᵢ + r·Wᵢ÷W − r·Wᵢ₋₁÷W, whole-number division, where Wᵢ
/// are the running weights; nothing is known where all weights together are 0.
private struct SpreadShares: Sendable {
  let method: Stage.Spread.Method
  let amounts: Vector
  let weights: [Vector]
  let periods: SpreadPeriods
  let calendar: PartCalendar

  /// Writes the shares of a row to their places; says whether all fit 64 bits.
  func write(_ row: Int, to buffer: UnsafeMutableBufferPointer<Int64>) -> Bool {
    let (start, end) = (periods.offsets[row], periods.offsets[row + 1])
    guard end > start, amounts.isKnown(row), case .words(let words) = amounts.lanes else {
      return true
    }
    let amount = words[row]
    if case .evenly = method {
      let count = Int64(end - start)
      let (whole, rest) = (amount / count, amount % count)
      var before: Int64 = 0
      for place in 1...count {
        let upTo = rest * place / count
        buffer[start + Int(place) - 1] = whole + upTo - before
        before = upTo
      }
      return true
    }
    let total = totalWeight(row)
    guard total != 0 else { return true }
    let (whole, rest) = Int128(amount).quotientAndRemainder(dividingBy: total)
    var (running, before) = (Int128(0), Int128(0))
    for place in start..<end {
      let weight = Int128(self.weight(row, place - start))
      running += weight
      let (main, overflow) = whole.multipliedReportingOverflow(by: weight)
      let (scaled, restOverflow) = rest.multipliedReportingOverflow(by: running)
      guard !overflow, !restOverflow, let share = Int64(exactly: main + scaled / total - before)
      else { return false }
      before = scaled / total
      buffer[place] = share
    }
    return true
  }

  private func totalWeight(_ row: Int) -> Int128 {
    (0..<periods.offsets[row + 1] - periods.offsets[row])
      .reduce(Int128(0)) { $0 + Int128(weight(row, $1)) }
  }

  /// What a part of a row's period weighs.
  private func weight(_ row: Int, _ place: Int) -> Int64 {
    switch method {
    case .evenly: return 1
    case .daily:
      let part = calendar.days(of: Int(periods.first[row]) + place)
      let (first, last) = (max(periods.starts[row], part.first), min(periods.ends[row], part.last))
      return Int64(last) - Int64(first) + 1
    case .weights:
      guard weights.indices.contains(place), weights[place].isKnown(row),
        case .words(let words) = weights[place].lanes
      else { return 0 }
      return words[row]
    }
  }

  /// Which shares are known; nil when all are.
  func presence(_ total: Int) -> Bitmap? {
    var isWeighted = false
    if case .weights = method { isWeighted = true }
    guard amounts.presence != nil || isWeighted else { return nil }
    var known = Bitmap(repeating: false, count: total)
    for row in periods.first.indices {
      let parts = periods.offsets[row]..<periods.offsets[row + 1]
      guard !parts.isEmpty, amounts.isKnown(row), !isWeighted || totalWeight(row) != 0 else {
        continue
      }
      for place in parts { known[place] = true }
    }
    return known.isFull ? nil : known
  }
}
