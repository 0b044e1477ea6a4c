/// Joins the parts of a table that a document sets as tables of their own, page by page.
enum ContinuedTables {
  /// The lines with the rows of a part counted to the table that it goes on with: one that has no
  /// headings, or the same ones, and only blanks or a word of going on between.
  static func joined(_ lines: DocumentLines, map: HeadingMap) -> DocumentLines {
    guard !lines.isOneTable else { return lines }
    var lines = lines
    var last: Part?
    var place = 0
    while place < lines.count {
      guard let grid = lines[place].grid else {
        if let before = last, !mayStandBetween(lines[place], lines, below: before.start) {
          last = nil
        }
        place += 1
        continue
      }
      let end = lines[place...].firstIndex { $0.grid != grid } ?? lines.count
      let part = Part(lines, place..<end, map)
      if let before = last, before.goesOn(with: part) {
        lines.move(place..<end, to: before.grid)
        last?.endsInTotal = part.endsInTotal
      } else {
        last = part
      }
      place = end
    }
    return lines
  }

  /// Says whether a line says that the table above it goes on below: 续表, 续表3, 表2(续).
  static func isWordOfGoingOn(_ text: FoldedText) -> Bool {
    guard text.count <= 40 else { return false }
    let compact = text.compact
    return ["续表", "(续", "续上表", "接上表"].contains { compact.hasPrefix($0) }
      || compact.hasPrefix("附表") && compact.contains("续") || compact.hasSuffix("(续)")
      || compact.hasSuffix("(续表)")
  }

  /// Says whether a line may stand between parts of a table that begins on another: where it names
  /// a unit of money, it must be that of the table.
  static func mayStandBetween(
    _ line: DocumentLine, _ lines: DocumentLines, below start: Int
  ) -> Bool {
    if line.isBlank || Boilerplate.isPageNumber(line.text) { return true }
    let money = TableCaption.moneyUnit(line.text)
    let isUnitAlone = money != nil && line.text.count <= 12
    guard isWordOfGoingOn(line.text) || isUnitAlone else { return false }
    let above = lines[Swift.max(0, start - 8)..<start].last {
      TableCaption.moneyUnit($0.text) != nil
    }
    return money == nil || money == above.flatMap { TableCaption.moneyUnit($0.text) }
  }

  /// The rows of one table of the document's format.
  private struct Part {
    let grid: Int
    /// The place of its first row.
    let start: Int
    let sheet: ImportPlace.Part
    /// The most cells of a row.
    let width: Int
    /// The headings at its top; nil where it has none.
    let header: TableHeader?
    /// Whether its first row has enough cells to be one of a table.
    let beginsWithRow: Bool
    var endsInTotal: Bool

    init(_ lines: DocumentLines, _ rows: Range<Int>, _ map: HeadingMap) {
      let finder = GridHeader(lines: lines, map: map)
      let first = lines[rows.lowerBound]
      let found = rows.prefix(8).lazy.compactMap { finder.headings(at: $0) }.first
      self.grid = first.grid ?? 0
      self.start = rows.lowerBound
      self.sheet = first.place.part
      self.width = lines[rows].map(\.cells.count).max() ?? 0
      self.header = found?.header
      self.beginsWithRow =
        first.cells.count(where: \.isFilled) * 2 >= width
        && first.cells.contains { Amount.isAmount($0.text) }
      let label = lines[rows].last { !$0.isBlank }?.cells.first(where: \.isFilled)?.text
      self.endsInTotal =
        label.flatMap { TotalLine.label($0.unbroken) }.map {
          !$0.label.compact.hasSuffix("小计")
        } ?? false
    }

    /// Whether another part is more of the same table.
    func goesOn(with next: Part) -> Bool {
      guard let header, !endsInTotal else { return false }
      if case .sheet = sheet { return false }
      if let again = next.header { return again == header }
      return next.beginsWithRow && next.width <= header.columns.count
        && next.width * 2 > header.columns.count
    }
  }
}
