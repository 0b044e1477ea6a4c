internal import PlanQLData

/// The columns of the screen that a column of a table needs.
struct ColumnMeasure {
  /// The width of the heading on one line.
  let heading: Int
  /// The width of the widest cell, the footer's too.
  let cells: Int
  /// In a numeric column, the widest part of a cell after its whole digits: `.85%`. Cells are
  /// aligned before it.
  let tail: Int
  /// The least width that the column can have.
  let least: Int
  /// Whether cells may be broken into lines.
  let isElastic: Bool

  init(_ column: PeopleColumn, rows: Int) {
    var (heads, tails, whole) = (0, 0, 0)
    func measure(_ text: String) {
      guard column.isNumeric else {
        whole = Swift.max(whole, text.displayWidth)
        return
      }
      let tail = ColumnMeasure.tail(of: text)
      heads = Swift.max(heads, text.displayWidth - tail)
      tails = Swift.max(tails, tail)
    }
    var word = TableLayout.leastTextWidth
    for row in 0..<rows {
      let text = column.text(row)
      measure(text)
      if column.isElastic, word < TableLayout.mostWordWidth {
        word = Swift.max(word, ColumnMeasure.longestWord(text))
      }
    }
    measure(column.footer)
    heading = column.heading.displayWidth
    cells = column.isNumeric ? heads + tails : whole
    tail = tails
    isElastic = column.isElastic
    let words = Swift.max(
      ColumnMeasure.longestWord(column.caption, column.unit),
      Swift.min(column.caption.displayWidth, TableLayout.leastTextWidth))
    let kept =
      column.isElastic ? Swift.min(cells, Swift.min(word, TableLayout.mostWordWidth)) : cells
    least = Swift.max(kept, Swift.min(words, TableLayout.leastHeadingWidth))
  }

  var natural: Int { Swift.max(heading, cells) }

  /// A width in which heading and cells take about so many lines, but never less than the least.
  func width(inLines lines: Int) -> Int {
    let whole = isElastic ? TableLayout.ragged(cells, inLines: lines) : cells
    let widest = Swift.max(whole, TableLayout.ragged(heading, inLines: lines))
    return Swift.min(natural, Swift.max(least, widest))
  }

  /// The width of what follows the whole digits of a number; 0 for what is no number.
  static func tail(of text: String) -> Int {
    let bytes = text.utf8
    let end =
      bytes.firstIndex { !($0 >= 0x30 && $0 <= 0x39) && $0 != 0x2C && $0 != 0x2D }
      ?? bytes.endIndex
    guard end > bytes.startIndex, end < bytes.endIndex else { return 0 }
    return text[end...].displayWidth
  }

  /// The width of the longest run that has no good place for a line break.
  private static func longestWord(_ texts: String...) -> Int {
    var longest = 0
    for text in texts {
      var run = 0
      for character in text {
        let width = character.displayWidth
        run = character == " " ? 0 : width == 2 ? 2 : run + width
        longest = Swift.max(longest, run)
      }
    }
    return longest
  }
}

/// How a table stands on the screen.
enum TableLayout: Equatable {
  /// Columns side by side, with the width of each.
  case grid([Int])
  /// One record a block, a field a line.
  case blocks

  /// The columns of the screen between two columns of a table.
  static let gutter = 2
  static let leastTextWidth = 8
  /// The longest word that is never broken.
  static let mostWordWidth = 16
  static let leastHeadingWidth = 10

  /// The width that lets a text stand in so many lines although they do not end where they are
  /// full.
  static func ragged(_ width: Int, inLines lines: Int) -> Int {
    (width + lines - 1) / lines + (lines > 1 ? 2 : 0)
  }

  /// The most lines that a cell of a grid may be broken into.
  static let mostLines = 8

  /// Keeps natural widths where they fit; else breaks headings and texts into as few lines as will
  /// do, while numbers stay whole; else gives one record a block.
  init(_ measures: [ColumnMeasure], width: Int?) {
    let naturals = measures.map(\.natural)
    let gutters = TableLayout.gutter * (measures.count - 1)
    guard let width, naturals.reduce(gutters, +) > width else {
      self = .grid(naturals)
      return
    }
    for lines in 2...TableLayout.mostLines {
      let widths = measures.map { $0.width(inLines: lines) }
      let room = width - widths.reduce(gutters, +)
      guard room >= 0 else { continue }
      self = .grid(TableLayout.widened(widths, by: room, upTo: naturals))
      return
    }
    self = .blocks
  }

  /// Gives room that is left to the columns that need least to stand on one line, then to the
  /// others.
  private static func widened(_ widths: [Int], by room: Int, upTo naturals: [Int]) -> [Int] {
    var widths = widths
    var rest = room
    let wanting = widths.indices.sorted {
      (naturals[$0] - widths[$0], $0) < (naturals[$1] - widths[$1], $1)
    }
    for index in wanting where naturals[index] - widths[index] <= rest {
      rest -= naturals[index] - widths[index]
      widths[index] = naturals[index]
    }
    if let widest = wanting.last, widths[widest] < naturals[widest] { widths[widest] += rest }
    return widths
  }
}
