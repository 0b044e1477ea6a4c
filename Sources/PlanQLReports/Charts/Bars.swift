internal import PlanQLData

/// Bars of lengths.
extension ChartDraft {
  /// A bar for each row and series.
  func bars() -> PeopleTable {
    let series = chart.columns.series
    let rows = shown * series.count
    let columns = labels(lines: Swift.max(series.count, 1)) + values()
    let scale = BarScale(numbers, width: room(behind: columns, rows: rows))
    let lines = (0..<shown).flatMap { row in
      series.map { number(row, $0).map { scale.bar($0) } ?? "" }
    }
    return drawn(columns, rows: rows, caption: "", lines)
  }
}

/// How long bars are that begin at nought.
struct BarScale {
  /// The columns left of nought, and right of it.
  private let left: Int
  private let right: Int
  private let least: Double
  private let most: Double

  init(_ numbers: [Double], width: Int) {
    least = Swift.min(0, numbers.min() ?? 0)
    most = Swift.max(0, numbers.max() ?? 0)
    guard least < 0 else {
      (left, right) = (0, width)
      return
    }
    let room = Swift.max(2, width - 1)
    let share = least / (least - most)
    left = Swift.min(room - (most > 0 ? 1 : 0), Swift.max(1, Int((share * Double(room)).rounded())))
    right = room - left
  }

  /// The bar of a number; where some numbers are negative it begins at a line.
  func bar(_ number: Double) -> String {
    guard least < 0 else { return positive(number) }
    guard number < 0 else { return String(repeating: " ", count: left) + "│" + positive(number) }
    let halves = Swift.max(1, Int((number / least * Double(left * 2)).rounded()))
    let blocks = String(repeating: "█", count: halves / 2)
    let text = (halves % 2 == 1 ? "▐" : "") + blocks
    return String(repeating: " ", count: left - (halves + 1) / 2) + text + "│"
  }

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar to the right, by eighths of a column; the least that is not nothing is seen.
  private func positive(_ number: Double) -> String {
    guard number > 0, most > 0 else { return "" }
    let eighths = Swift.max(1, Int((number / most * Double(right * 8)).rounded()))
    return String(repeating: "█", count: eighths / 8) + BarScale.eighths[eighths % 8]
  }
}
