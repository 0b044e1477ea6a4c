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
    let rows = SpreadRows(values[1], calendar)
    run.note(leftOut: input.count - rows.kept.count, at: span)
    try run.meter.charge(rows: rows.total, span)
    var result = SpreadResult(capacity: rows.total)
    for row in rows.kept {
      let weights = PartWeights(spread.method, values.dropFirst(2), rows, row, calendar)
      do throws(ShareOverflow) {
        try result.append(row, of: values[0], rows.parts(row), weights, calendar)
      } catch {
        throw RunFailure(.computation(.overflow(spread.amount.type)), at: span)
      }
    }
    var relation = try selecting(.list(result.parents), of: input, span)
    relation.columns[spread.part] = try newColumn(
      Vector(.periods(result.starts, result.ends)), type: .period, span)
    let known = result.known.isFull ? nil : result.known
    relation.columns[spread.share] = try newColumn(
      Vector(.words(result.shares), presence: known), type: spread.amount.type, span)
    return relation
  }
}

/// Counts the parts of the calendar through from its beginning.
private struct PartCalendar {
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
}

/// The rows that have a closed period, and the parts that it touches.
private struct SpreadRows {
  private(set) var kept: [Int32] = []
  private(set) var total = 0
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private let calendar: PartCalendar

  init(_ periods: Vector, _ calendar: PartCalendar) {
    self.calendar = calendar
    guard case .periods(let starts, let ends) = periods.lanes else { return }
    self.starts = starts
    self.ends = ends
    for row in 0..<periods.count
    where periods.isKnown(row) && starts[row] != Period.openStart && ends[row] != Period.openEnd {
      kept.append(Int32(row))
      total += parts(Int32(row)).count
    }
  }

  /// The numbers of the parts of a row's period.
  func parts(_ row: Int32) -> ClosedRange<Int> {
    let first = calendar.part(containing: starts[Int(row)])
    return first...max(first, calendar.part(containing: ends[Int(row)]))
  }

  /// How many days of a row's period lie in a part.
  func days(_ row: Int32, in part: (first: Int32, last: Int32)) -> Int64 {
    Int64(min(ends[Int(row)], part.last)) - Int64(max(starts[Int(row)], part.first)) + 1
  }
}

/// What each part of a row's period weighs.
private struct PartWeights {
  private let weights: [Int64]?
  /// The sum of all parts' weights.
  let total: Int128

  init(
    _ method: Stage.Spread.Method, _ columns: ArraySlice<Vector>, _ rows: SpreadRows, _ row: Int32,
    _ calendar: PartCalendar
  ) {
    let parts = rows.parts(row)
    switch method {
    case .evenly: self.weights = nil
    case .daily: self.weights = parts.map { rows.days(row, in: calendar.days(of: $0)) }
    case .weights:
      let given = columns.prefix(parts.count).map { column -> Int64 in
        guard case .words(let words) = column.lanes, column.isKnown(Int(row)) else { return 0 }
        return words[Int(row)]
      }
      self.weights = given + Array(repeating: 0, count: parts.count - given.count)
    }
    self.total = weights.map { $0.reduce(0) { $0 + Int128($1) } } ?? Int128(parts.count)
  }

  /// The weight of a part, counted from 0.
  subscript(place: Int) -> Int128 { weights.map { Int128($0[place]) } ?? 1 }
}

/// A share does not fit 64 bits.
private struct ShareOverflow: Error {}

private struct SpreadResult {
  private(set) var parents: [Int32] = []
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var shares: [Int64] = []
  private(set) var known = Bitmap(repeating: false, count: 0)

  init(capacity: Int) {
    parents.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
    shares.reserveCapacity(capacity)
  }

  /// Adds the parts of a row. With total = q·W + r part i gets q·wᵢ + r·Wᵢ÷W − r·Wᵢ₋₁÷W, whole-number division,
  /// where Wᵢ are the running weights; nothing is known where all weights together are 0.
  mutating func append(
    _ row: Int32, of amounts: Vector, _ parts: ClosedRange<Int>, _ weights: PartWeights,
    _ calendar: PartCalendar
  ) throws(ShareOverflow) {
    var amount: Int128 = 0
    if case .words(let words) = amounts.lanes { amount = Int128(words[Int(row)]) }
    let isKnown = amounts.isKnown(Int(row)) && weights.total != 0
    let total = weights.total == 0 ? 1 : weights.total
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: total)
    var running: Int128 = 0
    for (place, part) in parts.enumerated() {
      let days = calendar.days(of: part)
      parents.append(row)
      starts.append(days.first)
      ends.append(days.last)
      known.append(isKnown)
      guard isKnown else {
        shares.append(0)
        continue
      }
      let next = running + weights[place]
      shares.append(
        try SpreadResult.share(whole, rest, weights[place], from: running, to: next, of: total))
      running = next
    }
  }

  private static func share(
    _ whole: Int128, _ rest: Int128, _ weight: Int128, from: Int128, to: Int128, of total: Int128
  ) throws(ShareOverflow) -> Int64 {
    let (main, overflow) = whole.multipliedReportingOverflow(by: weight)
    let (upper, upperOverflow) = rest.multipliedReportingOverflow(by: to)
    let (lower, lowerOverflow) = rest.multipliedReportingOverflow(by: from)
    guard !overflow, !upperOverflow, !lowerOverflow,
      let share = Int64(exactly: main + upper / total - lower / total)
    else { throw ShareOverflow() }
    return share
  }
}
