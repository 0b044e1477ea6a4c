internal import PlanQLData

/// Bars along a time axis.
extension ChartDraft {
  /// A bar for each row and series of periods.
  func periods() -> PeopleTable {
    let series = chart.columns.series
    let rows = shown * series.count
    let columns = labels(lines: Swift.max(series.count, 1)) + values()
    let all = (0..<shown).flatMap { row in series.map { period(row, $0) } }
    let room = room(behind: columns, rows: rows)
    guard let axis = TimeAxis(all.compactMap { $0 }, width: room) else {
      return drawn(columns, rows: rows, caption: "", all.map { _ in "" })
    }
    return drawn(
      columns, rows: rows, caption: axis.caption, all.map { axis.bar($0) })
  }

  private func period(_ row: Int, _ column: Int) -> Period? {
    switch table.columns[column].values.value(row) {
    case .period(let period): period
    case .date(let day): Period(day)
    case .missing, .bool, .int, .number, .money, .text, .duration, .enumeration, .entity, .list:
      nil
    }
  }
}

/// Days on a line of columns, cut at whole days, months or runs of years.
struct TimeAxis {
  /// The first day of each cell, and the day behind the last.
  private let bounds: [Int32]
  /// The columns of a cell.
  private let columns: Int
  private let step: Step
  /// Every so many cells are named.
  private let named: Int

  /// What a cell holds.
  private enum Step {
    case days
    /// So many months.
    case months(Int)

    /// The steps that names stand in, finest first, and how wide a name is.
    var names: (every: [Int], width: Int) {
      switch self {
      case .days: ([1, 2, 5, 7, 10, 14], 5)
      case .months(1): ([1, 2, 3, 6, 12], 7)
      case .months: ([1, 2, 5, 10, 20, 50], 4)
      }
    }
  }

  /// An axis on which all ends of periods lie; nil where there are none.
  init?(_ periods: [Period], width: Int) {
    let ends = periods.flatMap { [$0.start, $0.end] }.compactMap { $0 }
    guard var first = ends.min(), var last = ends.max() else { return nil }
    if periods.contains(where: { $0.start == nil || $0.end == nil }) {
      // An open end needs room to be seen.
      first = Period(.year, containing: first).start ?? first
      last = Period(.year, containing: last).end ?? last
    }
    let days = Int(last.number) - Int(first.number) + 1
    let steps: [Step] =
      (days <= Swift.min(62, width) ? [.days] : []) + (days <= 750 ? [.months(1)] : [])
      + [12, 60, 120, 600, 1200, 6000, 12_000].map { .months($0) }
    let fitting = steps.lazy.map { (step: $0, bounds: TimeAxis.bounds(first, last, $0)) }
      .first { $0.bounds.count - 1 <= width }
    guard let fitting else { return nil }
    step = fitting.step
    bounds = fitting.bounds
    columns = Swift.max(1, width / (fitting.bounds.count - 1))
    let (every, nameWidth) = fitting.step.names
    let columns = columns
    named = every.first { $0 * columns > nameWidth } ?? every.last ?? 1
  }

  private static func bounds(_ first: Day, _ last: Day, _ step: Step) -> [Int32] {
    switch step {
    case .days: return Array(first.number...last.number) + [last.number + 1]
    case .months(let length):
      var (year, month, _) = first.civil
      // Runs of months begin where the calendar's would: decades at 2020, not at 2021.
      let start = (year * 12 + month - 1) / length * length
      (year, month) = (start / 12, start % 12 + 1)
      var bounds = [Day.number(year: year, month: month, day: 1)]
      while let bound = bounds.last, bound <= last.number {
        month += length
        (year, month) = (year + (month - 1) / 12, (month - 1) % 12 + 1)
        bounds.append(Day.number(year: year, month: month, day: 1))
      }
      return bounds
    }
  }

  /// Whether a cell is named above the axis.
  private func isNamed(_ cell: Int) -> Bool {
    switch step {
    case .days, .months(1): return cell % named == 0
    case .months(let length):
      // Years are named that are divisible, whatever year the axis begins with.
      let (year, _, _) = Day(number: bounds[cell]).civil
      return named == 1 || year / (length / 12) % named == 0
    }
  }

  private func name(of cell: Int) -> String {
    let (year, month, day) = Day(number: bounds[cell]).civil
    switch step {
    case .days: return padded(month, 2) + "-" + padded(day, 2)
    case .months(1): return padded(year, 4) + "-" + padded(month, 2)
    case .months: return padded(year, 4)
    }
  }

  /// The names of cells above where they begin.
  var caption: String {
    var line = ""
    for cell in 0..<(bounds.count - 1) where isNamed(cell) {
      let place = cell * columns
      guard line.isEmpty || line.displayWidth < place else { continue }
      line += String(repeating: " ", count: place - line.displayWidth) + name(of: cell)
    }
    return line
  }

  /// The bar of a period: the columns whose middle it covers, at least one; arrows where an end is open.
  func bar(_ period: Period?) -> String {
    var cells = (0..<(bounds.count - 1)).flatMap { cell in
      [isNamed(cell) ? "┊" : " "] + Array(repeating: " ", count: columns - 1)
    }
    if let period { draw(period, in: &cells) }
    while cells.last == " " { cells.removeLast() }
    return cells.joined()
  }

  private func draw(_ period: Period, in cells: inout [String]) {
    let start = Double(period.startNumber)
    let end = Double(period.endNumber) + 1
    var isSeen = false
    for place in cells.indices {
      let middle = middle(of: place)
      if start <= middle, middle < end {
        cells[place] = "█"
        isSeen = true
      }
    }
    if !isSeen, period.start != nil || period.end != nil {
      let day = Double(period.start?.number ?? period.end?.number ?? 0)
      let place = cells.indices.min { abs(middle(of: $0) - day) < abs(middle(of: $1) - day) }
      if let place { cells[place] = "◆" }
    }
    if period.start == nil { cells[0] = "◀" }
    if period.end == nil { cells[cells.count - 1] = "▶" }
  }

  /// The day in the middle of a column.
  private func middle(of place: Int) -> Double {
    let (cell, column) = (place / columns, place % columns)
    let (first, next) = (Double(bounds[cell]), Double(bounds[cell + 1]))
    return first + (next - first) * (Double(column) + 0.5) / Double(columns)
  }
}
