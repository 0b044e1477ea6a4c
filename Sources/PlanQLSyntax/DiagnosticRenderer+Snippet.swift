import PlanQLData

/// The lines of the source that a diagnostic speaks of, with marks under the places.
struct Snippet {
  /// A place within one line, with what is said of it.
  private struct Mark {
    let line: Int
    let start: Int
    let end: Int
    let text: String
    let isPrimary: Bool
  }

  private let renderer: DiagnosticRenderer
  private let severity: Diagnostic.Severity
  private let place: SourceSpan
  private var marks: [Mark] = []

  /// Finds the places of a diagnostic in the renderer's source.
  init(_ diagnostic: Diagnostic, renderer: DiagnosticRenderer) {
    self.renderer = renderer
    self.severity = diagnostic.severity
    self.place = renderer.lines.shown(diagnostic.span)
    let language = renderer.language
    let beside = diagnostic.labels.filter { $0.span == diagnostic.span }
    add(place, beside.map { $0.text[language] }.joined(separator: ", "), isPrimary: true)
    let apart = diagnostic.labels.filter { $0.span != diagnostic.span }
    for label in apart.sorted(by: { $0.span.start < $1.span.start }) {
      add(renderer.lines.shown(label.span), label.text[language], isPrimary: false)
    }
    let order = marks.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    marks = order.map(\.element)
  }

  /// The columns of the greatest line number.
  var gutter: Int { String((marks.map(\.line).max() ?? 0) + 1).utf8.count }

  /// The snippet, from the arrow with file, line and column to the last mark.
  var text: String {
    let (line, column) = renderer.lines.position(of: place.start)
    let file = renderer.shownText(renderer.file)
    let blank = String(repeating: " ", count: gutter)
    var output = blank + paint("-->") + " \(file):\(line):\(column)\n"
    output += blank + " " + paint("|") + "\n"
    var last: Int?
    var rest = marks[...]
    while let first = rest.first {
      let group = rest.prefix { $0.line == first.line }
      rest = rest.dropFirst(group.count)
      if let last, first.line > last + 1 { output += paint("...") + "\n" }
      last = first.line
      output += rows(ofLine: first.line, Array(group))
    }
    return output
  }

  private func paint(_ text: String) -> String { renderer.coloring.paint(text, .gutter) }

  /// Cuts a span into marks of single lines: all of them where they are few, else the first and the
  /// last.
  private mutating func add(_ span: SourceSpan, _ text: String, isPrimary: Bool) {
    let lines = renderer.lines
    let first = lines.line(at: span.start)
    let last = lines.line(at: Swift.max(span.start, span.end))
    for line in first...last where last - first < 4 || line == first || line == last {
      let range = lines.range(ofLine: line)
      marks.append(
        Mark(
          line: line,
          start: line == first ? span.start : lines.firstText(ofLine: line),
          end: line == last ? span.end : range.upperBound,
          text: line == last ? text : "", isPrimary: isPrimary))
    }
  }

  /// A line of the source with its marks; a long line once for each part that marks stand in.
  private func rows(ofLine line: Int, _ marks: [Mark]) -> String {
    var output = ""
    var rest = marks
    while let first = rest.first {
      let window = SourceWindow(
        renderer.lines, line: line, around: first.start..<Swift.max(first.start, first.end),
        width: renderer.width)
      let here = rest.filter { $0.start == first.start || window.shows($0.start, $0.end) }
      rest.removeAll { $0.start == first.start || window.shows($0.start, $0.end) }
      let number = String(line + 1)
      let indent = String(repeating: " ", count: gutter - number.utf8.count)
      output +=
        indent + paint(number + " |") + (window.text.isEmpty ? "" : " " + window.text) + "\n"
      for mark in here { output += row(mark, window) }
    }
    return output
  }

  private func row(_ mark: Mark, _ window: SourceWindow) -> String {
    let (column, length) = window.columns(mark.start, mark.end)
    let emphasis: Emphasis = mark.isPrimary ? severity.emphasis : .label
    let text = mark.text.isEmpty ? "" : " " + renderer.shownText(mark.text)
    let line = String(repeating: mark.isPrimary ? "^" : "-", count: length) + text
    return String(repeating: " ", count: gutter + 1) + paint("|") + " "
      + String(repeating: " ", count: column) + renderer.coloring.paint(line, emphasis) + "\n"
  }
}

/// The part of a line that is shown: all of it, or so much around a place as fits.
struct SourceWindow {
  private let cells: [SourceCell]
  private let isCutBefore: Bool
  private let isCutAfter: Bool

  /// Chooses what to show of a line so that a place in it can be seen.
  init(_ lines: SourceLines, line: Int, around place: Range<Int>, width: Int) {
    let range = lines.range(ofLine: line)
    let reach = width * 8
    let low =
      place.lowerBound - range.lowerBound <= reach
      ? range.lowerBound : lines.boundary(atOrAfter: place.lowerBound - reach)
    let high =
      range.upperBound - place.lowerBound <= reach
      ? range.upperBound : lines.boundary(atOrAfter: place.lowerBound + reach)
    let cells = lines.cells(low..<Swift.max(low, Swift.min(high, range.upperBound)))
    let isWhole = low == range.lowerBound && high >= range.upperBound
    guard !isWhole || cells.reduce(0, { $0 + $1.width }) > width else {
      self.init(cells, isCutBefore: false, isCutAfter: false)
      return
    }
    let kept = SourceWindow.choose(cells, place, room: width - 2)
    self.init(
      Array(cells[kept]), isCutBefore: kept.lowerBound > 0 || low > range.lowerBound,
      isCutAfter: kept.upperBound < cells.count || high < range.upperBound)
  }

  private init(_ cells: [SourceCell], isCutBefore: Bool, isCutAfter: Bool) {
    self.cells = cells
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }

  /// Chooses the cells to show: the place, as much as fits of it, and half the remaining room
  /// before it.
  private static func choose(
    _ cells: [SourceCell], _ place: Range<Int>, room: Int
  ) -> Range<Int> {
    var start = cells.firstIndex { $0.end > place.lowerBound } ?? cells.count
    var end = start
    var used = 0
    func width(_ index: Int) -> Int { cells[index].width }
    while end < cells.count, cells[end].start < place.upperBound, used + width(end) <= room {
      used += width(end)
      end += 1
    }
    let half = used + (room - used) / 2
    while start > 0, used + width(start - 1) <= half {
      start -= 1
      used += width(start)
    }
    while end < cells.count, used + width(end) <= room {
      used += width(end)
      end += 1
    }
    while start > 0, used + width(start - 1) <= room {
      start -= 1
      used += width(start)
    }
    return start..<end
  }

  /// The shown part, with an ellipsis where the line goes on.
  var text: String {
    var text = (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Says whether a place lies in the window.
  func shows(_ start: Int, _ end: Int) -> Bool {
    guard let first = cells.first, let last = cells.last else { return !isCutBefore && !isCutAfter }
    return (start >= first.start || !isCutBefore)
      && (Swift.max(end, start + 1) <= last.end || !isCutAfter)
  }

  /// The column at which a place begins, counted from 0, and how many columns it takes, 1 at least.
  func columns(_ start: Int, _ end: Int) -> (column: Int, length: Int) {
    var column = isCutBefore ? 1 : 0
    var length = 0
    for cell in cells {
      if cell.end <= start {
        column += cell.width
      } else if cell.start < end {
        length += cell.width
      }
    }
    return (column, Swift.max(length, 1))
  }
}
