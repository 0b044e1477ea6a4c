/// Puts the lines of a cell together where a text has a cell a line and blank lines between the cells: lines below each
/// other without a blank one are those of one cell.
enum SpacedCells {
  /// The fewest cells that tell the layout, and the most lines and scalars of one.
  private static let fewest = 16
  private static let (greatestHeight, greatestLength) = (3, 40)

  /// The lines with those of each cell put together, and how many cells that were; the same where the text has none.
  static func joined(_ lines: [DocumentLine]) -> (lines: [DocumentLine], count: Int) {
    var count = 0
    var result: [DocumentLine] = []
    var run: [Range<Int>] = []
    var place = 0
    func finish(before end: Int) {
      let start = run.first?.lowerBound ?? end
      let isOfCells = isOfCells(run, lines)
      if isOfCells { count += run.count { $0.count > 1 } }
      result += isOfCells ? cells(of: run, lines) : Array(lines[start..<end])
      run = []
    }
    while place < lines.count {
      if lines[place].isBlank {
        if run.isEmpty { result.append(lines[place]) }
        place += 1
        continue
      }
      let end = lines[place...].firstIndex(where: \.isBlank) ?? lines.count
      if mayBeCell(lines[place..<end]) {
        run.append(place..<end)
      } else {
        finish(before: place)
        result += lines[place..<end]
      }
      place = end
    }
    finish(before: lines.count)
    return (result, count)
  }

  private static func mayBeCell(_ lines: ArraySlice<DocumentLine>) -> Bool {
    lines.count <= greatestHeight
      && lines.allSatisfy { line in
        line.shape == .plain && !line.isCell && line.text.count <= greatestLength
          && !line.text.contains("。") && !line.text.contains(";")
      }
  }

  /// Whether lines with blank ones between them are cells: nearly all fill one line, and those that fill several are no
  /// list of units and no numbers below each other, which may be cells of their own.
  private static func isOfCells(_ run: [Range<Int>], _ lines: [DocumentLine]) -> Bool {
    let longer = run.filter { $0.count > 1 }
    guard run.count >= fewest, !longer.isEmpty, longer.count * 4 <= run.count else { return false }
    let numbers = run.count { $0.count == 1 && Amount.isAmount(lines[$0.lowerBound].text) }
    return numbers * 5 >= run.count
      && longer.allSatisfy { cell in
        let texts = lines[cell].map(\.text)
        return texts.count(where: Amount.isAmount) < 2
          && !texts.allSatisfy { UnitList.isList($0, isLoose: false) }
          && !texts.dropFirst().contains { Numbering($0) != nil || Numbering.rowNumber($0) != nil }
      }
  }

  private static func cells(of run: [Range<Int>], _ lines: [DocumentLine]) -> [DocumentLine] {
    guard let first = run.first, let last = run.last else { return [] }
    let inner = Dictionary(uniqueKeysWithValues: run.map { ($0.lowerBound, $0) })
    return (first.lowerBound..<last.upperBound).compactMap { place in
      if lines[place].isBlank { return lines[place] }
      guard let cell = inner[place] else { return nil }
      let text = lines[cell].dropFirst().reduce(lines[place].text) { $0.joined($1.text, by: "\n") }
      return DocumentLine(text.unbroken.string, at: lines[place].place)
    }
  }
}
