/// A table that is drawn with strokes.
///
/// Blanks may have been lost, so that only the order of the upright strokes tells the columns: from
/// rule to rule each is followed until one ends it, and those that begin are put between.
struct BoxTable {
  /// A cell with the rows and the strokes that it stands between.
  private struct Cell {
    var texts: [FoldedText] = []
    let firstRow: Int
    var lastRow = 0
    let left: Int
    let right: Int
  }

  /// All strokes by their numbers, from the left.
  private var order: [Int] = []
  /// The strokes that the line that is read stands between.
  private var current: [Int] = []
  /// Where a rule had each stroke.
  private var places: [Int: Int] = [:]
  private var open: [Cell] = []
  private var closed: [Cell] = []
  private var row = 0
  private var rowPlaces: [ImportPlace] = []
  /// The lines that are a row each, and whether the line that is read is one.
  private var linesOfRows = 0..<0
  private var hasRowALine = false

  /// Reads the lines of a table; nil where its strokes do not fit each other.
  init?(_ lines: [BoxLine]) {
    let gaps = lines.split(whereSeparator: \.isRule)
    // With rules around the headings alone each line is a row, or where one ends cannot be told.
    if lines.count(where: { $0.isRule && !$0.endsTable }) <= 2, let body = gaps.last, body.count > 1
    {
      guard gaps.count > 1, BoxTable.areRows(body) else { return nil }
      linesOfRows = body.indices
    }
    for (place, line) in lines.enumerated() {
      hasRowALine = linesOfRows.contains(place)
      guard read(line) else { return nil }
    }
    closeAll()
    let isRead = closed.allSatisfy { cell in
      cell.texts.count { Amount.isAmount($0) } < 2
    }
    guard isRead, order.count > 2, rowPlaces.count >= 2 else { return nil }
  }

  /// The rows of the table, with cells that are merged put in.
  func lines(of grid: Int) -> [DocumentLine] {
    let columns = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var rows = rowPlaces.map { _ in
      Array(repeating: GridCell.empty, count: order.count - 1)
    }
    for cell in closed {
      guard let left = columns[cell.left], let right = columns[cell.right], left < right else {
        continue
      }
      let text = FoldedText(cell.texts.map(\.string).joined(separator: "\n"))
      for row in cell.firstRow...cell.lastRow where rows.indices.contains(row) {
        for column in left..<right {
          let merge: GridCell.Merge =
            row > cell.firstRow ? .fromAbove : column > left ? .fromLeft : .none
          rows[row][column] = GridCell(text, merge: merge)
        }
      }
    }
    return zip(rows, rowPlaces).map { DocumentLine(row: $0, of: grid, at: $1) }
  }

  /// Whether each of the lines between two rules is a row: all have a number in one column.
  private static func areRows(_ all: ArraySlice<BoxLine>) -> Bool {
    // A line without words parts groups of rows.
    let lines = all.filter { !$0.texts.isEmpty }
    guard let first = lines.first, lines.allSatisfy({ $0.segments.count == first.segments.count })
    else { return false }
    return lines.allSatisfy { $0.texts.count >= 2 }
      && first.segments.indices.contains { column in
        lines.allSatisfy { line in
          if case .text(let text) = line.segments[column] { Amount.isAmount(text) } else { false }
        }
      }
  }
}

extension BoxTable {
  /// Takes a line into the table; says no where its strokes are not those of the line above.
  private mutating func read(_ line: BoxLine) -> Bool {
    guard let strokes = numbers(of: line) else { return false }
    if line.hasRule || hasRowALine { endCells(line, strokes) }
    for (place, segment) in line.segments.enumerated() {
      guard case .text(let text) = segment, !text.isEmpty else { continue }
      let left = strokes[place]
      guard let cell = open.firstIndex(where: { spans($0, left) }) else { return false }
      open[cell].texts.append(text)
      if rowPlaces.count <= row { rowPlaces.append(line.place) }
    }
    return true
  }

  /// The numbers of the strokes of a line; nil where they are not those that the line above goes on
  /// with.
  private mutating func numbers(of line: BoxLine) -> [Int]? {
    let ups = line.strokes.filter(\.up)
    guard order.isEmpty || ups.count == current.count else { return nil }
    var numbers: [Int] = []
    var rest = order.isEmpty ? [] : current
    for (place, stroke) in line.strokes.enumerated() {
      if stroke.up, !rest.isEmpty {
        numbers.append(rest.removeFirst())
      } else {
        let run = line.strokes[place...].prefix { !$0.up }
        guard let number = begin(stroke, line, after: numbers.last, before: rest.first, run.count)
        else { return nil }
        numbers.append(number)
      }
      if line.isRule { places[numbers[place]] = stroke.place }
    }
    current = zip(line.strokes, numbers).filter { $0.0.down }.map(\.1)
    return numbers
  }

  /// The number of a stroke that begins on a line, between two others: one that has ended there, or
  /// a new one; nil where it may be either.
  private mutating func begin(
    _ stroke: BoxLine.Stroke, _ line: BoxLine, after left: Int?, before right: Int?, _ count: Int
  ) -> Int? {
    let start = left.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let end = right.flatMap { order.firstIndex(of: $0) } ?? order.count
    let between = start < end ? Array(order[start..<end]) : []
    if line.isRule, let known = between.first(where: { places[$0] == stroke.place }) {
      return known
    }
    if let first = between.first, between.count == count, !line.isRule || places[first] == nil {
      return first
    }
    guard between.isEmpty || line.isRule else { return nil }
    let number = order.count
    let next = between.firstIndex { (places[$0] ?? 0) > stroke.place }
    order.insert(number, at: next.map { start + $0 } ?? end)
    return number
  }

  private func index(_ stroke: Int) -> Int { order.firstIndex(of: stroke) ?? 0 }

  private func spans(_ cell: Cell, _ left: Int) -> Bool {
    (index(cell.left)..<index(cell.right)).contains(index(left))
  }

  /// Ends the cells above the rules of a line, and begins those below.
  private mutating func endCells(_ line: BoxLine, _ strokes: [Int]) {
    let isNewRow = rowPlaces.count > row
    for (place, segment) in line.segments.enumerated() {
      if case .text = segment, !hasRowALine { continue }
      let left = index(strokes[place])
      let right = index(strokes[place + 1])
      let ended = open.indices.filter {
        index(open[$0].left) < right && index(open[$0].right) > left
      }
      for cell in ended { close(cell) }
      open = open.indices.filter { !ended.contains($0) }.map { open[$0] }
    }
    if isNewRow { row += 1 }
    for (left, right) in zip(current, current.dropFirst())
    where !open.contains(where: { spans($0, left) }) {
      open.append(Cell(firstRow: row, left: left, right: right))
    }
  }

  private mutating func close(_ place: Int) {
    var cell = open[place]
    cell.lastRow = row
    closed.append(cell)
  }

  private mutating func closeAll() {
    for place in open.indices { close(place) }
    open = []
  }
}

extension BoxTable {
  /// The lines of a document with the tables that are drawn in it as those of a grid; nil where it has
  /// none.
  static func tables(in lines: [DocumentLine]) -> [DocumentLine]? {
    var found: [DocumentLine] = []
    var grid = 0
    var place = 0
    while place < lines.count {
      guard BoxLine.isRule(lines[place].text),
        let (end, table) = table(lines, from: place)
      else {
        found.append(lines[place])
        place += 1
        continue
      }
      found += table.lines(of: grid)
      grid += 1
      place = end
    }
    return grid == 0 ? nil : found
  }

  /// The table whose first rule stands on a line, and the place after it.
  private static func table(
    _ lines: [DocumentLine], from start: Int
  ) -> (end: Int, table: BoxTable)? {
    let first = lines[start].text
    let isBordered = first.scalar(0).map { "┌┏╔├┠╠+".unicodeScalars.contains($0) } ?? false
    var read: [BoxLine] = []
    var end = start
    for place in start..<lines.count {
      if lines[place].isBlank { continue }
      guard let line = BoxLine(lines[place], isBordered: isBordered) else { break }
      read.append(line)
      end = place + 1
      let isLast = read.count > 1 && line.endsTable
      if isLast { break }
    }
    // Rows between strokes with a rule below the headings alone are read as other strokes are.
    let isOfSigns = first.scalar(0) == "+"
    guard read.count >= 4, !isOfSigns || read.count(where: \.isRule) > 3 else { return nil }
    return BoxTable(read).map { (end, $0) }
  }
}
