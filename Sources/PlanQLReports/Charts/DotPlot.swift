internal import PlanQLData

/// Points of lines, a row of the table for each place along them.
extension ChartDraft {
  /// A mark for each series at the place of its value, between the least and the greatest.
  func points() -> PeopleTable {
    let series = chart.columns.series
    let columns =
      labels(lines: 1)
      + series.enumerated().map { index, place in
        let column = source.columns[place]
        let mark = series.count > 1 ? DotPlot.mark(index) + " " : ""
        return PeopleColumn(
          caption: mark + column.heading, texts: (0..<shown).map { column.text($0) },
          isNumeric: column.isNumeric)
      }
    let plot = DotPlot(numbers, width: room(behind: columns, rows: shown))
    let lines = (0..<shown).map { row in plot.line(series.map { number(row, $0) }) }
    return drawn(columns, rows: shown, caption: caption(plot), lines)
  }

  /// What stands above the plot: its least value at the left, the greatest at the right.
  private func caption(_ plot: DotPlot) -> String {
    var ends: (least: String, most: String) = ("", "")
    for column in chart.columns.series {
      for row in 0..<shown {
        guard let number = number(row, column) else { continue }
        if number == plot.least { ends.least = source.columns[column].text(row) }
        if number == plot.most { ends.most = source.columns[column].text(row) }
      }
    }
    if plot.least == plot.most { return ends.most }
    let gap = plot.width - ends.least.displayWidth - ends.most.displayWidth
    return ends.least + String(repeating: " ", count: Swift.max(1, gap)) + ends.most
  }
}

/// Where values stand between the least and the greatest of all.
struct DotPlot {
  let width: Int
  let least: Double
  let most: Double

  init(_ numbers: [Double], width: Int) {
    self.width = width
    least = numbers.min() ?? 0
    most = numbers.max() ?? 0
  }

  private static let marks = ["●", "○", "◆", "◇", "▲", "△", "■", "□"]

  /// The mark of a series.
  static func mark(_ series: Int) -> String { marks[series % marks.count] }

  /// The marks of the values of one row; where two would stand in one place, a mark of its own.
  func line(_ values: [Double?]) -> String {
    var cells = Array(repeating: " ", count: width)
    for (series, value) in values.enumerated() {
      guard let value else { continue }
      let place = place(of: value)
      cells[place] = cells[place] == " " ? DotPlot.mark(series) : "◉"
    }
    while cells.last == " " { cells.removeLast() }
    return cells.joined()
  }

  private func place(of value: Double) -> Int {
    guard most > least else { return width / 2 }
    let share = (value / 2 - least / 2) / (most / 2 - least / 2)
    return Swift.min(width - 1, Swift.max(0, Int((share * Double(width - 1)).rounded())))
  }
}
