/// The cells of a line with strokes as they stand there, blank ones at both ends too.
struct StrokedLine: Sendable {
  /// What stands before each stroke, and behind the last one where that says something.
  private(set) var cells: [FoldedText] = []
  /// The strokes at the end with not even a blank between them, which only fill a row up.
  private(set) var padding = 0
  let beginsWithStroke: Bool
  let strokes: Int

  /// Cuts a line; a stroke after a backslash is one of the text.
  init(_ line: FoldedText) {
    beginsWithStroke = line.scalar(0) == "|"
    var start = 0
    var count = 0
    var last: Unicode.Scalar?
    for (place, scalar) in line.scalars.enumerated() {
      if scalar == "|", last != "\\" {
        cells.append(line.part(start..<place).replacing("\\|", with: "|").trimmed())
        padding = place > 0 && place == start ? padding + 1 : 0
        start = place + 1
        count += 1
      }
      last = scalar
    }
    strokes = count
    let rest = line.dropFirst(start).trimmed()
    if !rest.isEmpty {
      cells.append(rest)
      padding = 0
    }
    cells.removeLast(Swift.min(padding, cells.count))
  }

  /// The cells below a line of headings: a stroke that those begin with stands before the first cell,
  /// and one that only the row begins with ends a blank cell.
  func cells(below headings: StrokedLine) -> [FoldedText] {
    let isBorder =
      beginsWithStroke && (headings.beginsWithStroke || strokes > headings.strokes)
    return isBorder ? Array(cells.dropFirst()) : cells
  }
}
