/// The rows of a table whose cells are ended by strokes.
struct StrokedTable: Sendable {
  /// A row with the places at its end that no cell of its own fills.
  struct Row: Sendable {
    var cells: [StrokedCells.Cell]

    var isFilled: [Bool] { cells.map { !$0.text.isEmpty } }
    /// The number of cells up to the last that says something.
    var length: Int { (cells.lastIndex { !$0.text.isEmpty } ?? -1) + 1 }
    var texts: [FoldedText] { cells.map(\.text) }
    /// The cells at the end that only fill the row up.
    var padding: Int { cells.reversed().prefix(while: \.isPadding).count }
    /// Whether it says something in one place only.
    var isSingle: Bool { length == 1 }
  }

  var rows: [Row]
  /// The number of columns, of which the last ones may be blank throughout.
  let width: Int

  /// Cuts cells into rows; nil where no number of columns fits them.
  init?(_ all: [StrokedCells.Cell], map: HeadingMap) {
    // A caption that no blank places fill up to a row is none of the cells.
    let hasCaption =
      all.count > 2 && TableCaption.isCaption(all[0].text) && !all[1].text.isEmpty
    let cells = hasCaption ? Array(all.dropFirst()) : all
    let marks = cells.indices.filter { cells[$0].endsRow }.map { $0 + 1 }
    let tables =
      marks.isEmpty
      ? StrokedTable.widths(of: cells, map).compactMap { StrokedTable(cells, width: $0) }
        .filter { $0.agreesWithHeadings(map) }
      : StrokedTable.widths(at: marks, cells).map { StrokedTable(chunks: cells, width: $0) }
    // Rows that come out as even may be halves of others, number, word, number, word, unless something marks their ends.
    func rank(_ table: StrokedTable) -> (Double, Int) {
      (table.evenness, marks.isEmpty ? table.width : 0)
    }
    guard let best = tables.max(by: { rank($0) < rank($1) }),
      best.evenness >= (marks.isEmpty ? 0.9 : 0.6)
    else { return nil }
    self = best
    if hasCaption { rows.insert(Row(cells: [all[0]]), at: 0) }
  }

  /// Takes rows that are told apart already, the longest of which has all cells.
  init?(rows: [Row]) {
    self.rows = rows
    self.width = rows.map(\.length).max() ?? 0
    guard rows.count(where: { $0.length > 1 }) >= 3, width > 1 else { return nil }
  }

  /// How even the first rows of that width are, of 1; nil where the cells are too few.
  static func evenness(of cells: [StrokedCells.Cell], width: Int) -> Double? {
    let count = Swift.min(cells.count / width, 7)
    guard count >= 3 else { return nil }
    let table = StrokedTable(chunks: Array(cells[..<(count * width)]), width: width)
    return table.looks.contains(.number) ? table.evenness : nil
  }

  /// The widths that ends of rows allow.
  private static func widths(at marks: [Int], _ cells: [StrokedCells.Cell]) -> [Int] {
    let whole = marks.reduce(0) { first, second in
      var (a, b) = (first, second)
      while b > 0 { (a, b) = (b, a % b) }
      return a
    }
    return (2...64).filter { whole > 0 && whole % $0 == 0 && cells.count >= $0 }
  }

  /// The widths that a first row without numbers allows.
  private static func widths(of cells: [StrokedCells.Cell], _ map: HeadingMap) -> [Int] {
    let heads = cells.prefix { cell in
      cell.text.isEmpty || CellLook(cell.text).isWords
        || Headings.year(cell.text.compact) != nil
    }
    let count = heads.count
    guard cells.count >= 4, heads.count(where: { !$0.text.isEmpty }) >= 2 else { return [] }
    let kinds = heads.map { map.kind(ofHeading: $0.text) }
    // The headings end where the first number of a row stands.
    if let number = kinds.prefix(3).firstIndex(of: .number), count < cells.count,
      let first = Numbering.rowNumber(cells[count].text)
    {
      let width = count - number
      let next = count + width < cells.count ? Numbering.rowNumber(cells[count + width].text) : nil
      if first == 1 || next.map({ $0 > first }) ?? false { return [width] }
    }
    let first = heads.prefix { $0.text.isEmpty }.count
    let known = kinds[first...].prefix { $0 != nil }.count
    guard known >= 4 else { return Array(2...Swift.min(Swift.max(count, 2), 40)) }
    let blanks = heads[(first + known)...].prefix { $0.text.isEmpty }.count
    return Array((first + known)...(first + known + blanks))
  }

  /// Cuts cells where every row has all its places.
  private init(chunks cells: [StrokedCells.Cell], width: Int) {
    self.width = width
    self.rows = stride(from: 0, to: cells.count, by: width).map {
      Row(cells: Array(cells[$0..<Swift.min($0 + width, cells.count)]))
    }
  }

  /// Cuts cells where only rows of totals are shorter, and the last one where the text is cut off; nil
  /// where the rows do not come out even.
  private init?(_ cells: [StrokedCells.Cell], width: Int) {
    var rows: [Row] = []
    var place = 0
    while place < cells.count {
      var length = Swift.min(width, cells.count - place)
      if !rows.isEmpty, TotalLine.label(cells[place].text.unbroken) != nil {
        let rest = cells[(place + 1)..<(place + length)]
        length = 1 + rest.prefix { [.number, .date, .blank].contains(CellLook($0.text)) }.count
      } else if length < width,
        !StrokedTable.areNumbered(Array(rows.dropFirst()) + [Row(cells: [cells[place]])])
      {
        return nil
      }
      rows.append(Row(cells: Array(cells[place..<(place + length)])))
      place += length
    }
    let heads = rows[0].texts
    let named = heads.filter { !$0.isEmpty }
    guard rows.count >= 2, Set(named.map(\.compact)).count == named.count else { return nil }
    self.width = width
    self.rows = rows
  }

  /// Whether rows begin with numbers that go up.
  private static func areNumbered(_ rows: [Row]) -> Bool {
    let numbers = rows.map { $0.texts.first.flatMap { Numbering.rowNumber($0) } }
    let known = numbers.compactMap { $0 }
    return rows.count >= 2 && known.count == rows.count && known == known.sorted()
  }

  /// How alike the cells of each column are, of 1.
  private var evenness: Double {
    let body = self.body.filter { $0.length > 1 && !$0.isTotal }
    guard !body.isEmpty else { return 0 }
    let looks = self.looks
    var (fitting, all) = (0, 0)
    for row in body {
      for (place, text) in row.texts.enumerated() where !text.isEmpty {
        all += 1
        if CellLook(text).fits(looks[place]) { fitting += 1 }
      }
    }
    guard all > 0 else { return 0 }
    // One row is even with itself: then its number must say that it is the first.
    if body.count == 1 {
      let number = body[0].texts.first.flatMap { Numbering.rowNumber($0) }
      return number == 1 ? 0.95 : 0
    }
    // A table of few columns is even more easily, a wider one less.
    return Double(fitting) / Double(all) - (looks.allSatisfy(\.isWords) ? 0.2 : 0)
  }

  /// Whether nearly all cells look as the headings above them announce.
  private func agreesWithHeadings(_ map: HeadingMap) -> Bool {
    let looks = rows[0].texts.map { heading in
      CellLook(below: [heading], of: DocumentColumn(path: [heading], map: map).kind)
    }
    var (fitting, all) = (0, 0)
    for row in body where row.length > 1 && !row.isTotal {
      for (text, look) in zip(row.texts, looks) where look != .blank && !text.isEmpty {
        all += 1
        if CellLook(text).fits(look) { fitting += 1 }
      }
    }
    return fitting * 10 >= all * 8
  }

  /// The place of the first row below the headings.
  var firstBodyRow: Int {
    guard let head = rows.firstIndex(where: { $0.length > 1 }) else { return rows.count }
    let numbered = rows[(head + 1)...].firstIndex { row in
      row.texts.contains { [.number, .date].contains(CellLook($0)) && !StrokedTable.isYear($0) }
    }
    // Where no number stands in the next rows, only rows shorter than the headings go on with them.
    guard let numbered, numbered - head <= 4 else { return head + 1 }
    let others = rows[(head + 1)..<numbered].prefix { $0.length > 1 }
    return others.count == numbered - head - 1 ? numbered : head + 1
  }

  private static func isYear(_ text: FoldedText) -> Bool {
    text.contains("年") && Headings.year(text.compact) != nil
  }

  var body: ArraySlice<Row> { rows[firstBodyRow...] }

  /// How the cells of each column look in the rows that have all their cells.
  var looks: [CellLook] {
    let body = self.body.filter { $0.length > 1 && !$0.isTotal }
    let longest = body.map(\.length).max() ?? 0
    let whole = body.filter { $0.length == longest }
    return (0..<width).map { place in
      var counts: [CellLook: Int] = [:]
      for row in whole where row.cells.indices.contains(place) {
        counts[CellLook(row.cells[place].text), default: 0] += 1
      }
      counts[.blank] = nil
      return counts.max { ($0.value, $0.key.order) < ($1.value, $1.key.order) }?.key ?? .blank
    }
  }
}

extension StrokedTable.Row {
  /// Whether it totals others.
  var isTotal: Bool {
    cells.prefix(2).contains { !$0.text.isEmpty && TotalLine.label($0.text.unbroken) != nil }
  }
}

extension CellLook {
  /// A fixed order, for ties.
  fileprivate var order: Int {
    switch self {
    case .blank: 0
    case .text: 1
    case .units: 2
    case .date: 3
    case .number: 4
    }
  }
}
