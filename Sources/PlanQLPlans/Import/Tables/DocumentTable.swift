/// A section line of a table.
struct DocumentSection: Sendable {
  let line: Int
  let title: String
  /// 1 for 一、, 2 for (一), and so on.
  let level: Int
  var parent: Int?
}

/// A line of a table that totals others.
struct DocumentTotal: Sendable {
  let line: Int
  let label: FoldedText
  /// The section that is totalled; nil for the table.
  var section: Int?
  /// The section that the line stands in.
  var current: Int?
  /// The amounts with the places of their columns.
  let values: [(column: Int, cell: GridCell)]
}

/// A table of a document before anything is made of its cells.
struct DocumentTable: Sendable {
  var header: TableHeader
  /// The place of the line that its headings begin on.
  let headerLine: Int
  /// The money that the cells are in where the headings do not say, as it stands above the table.
  var money: MoneyName?
  /// The heading of the text right above the table, by its place among those of the document.
  var node: Int?
  /// Whether none of the headings need be known: the table is one of its own.
  var isOwn = false
  /// The name of the plan's table that a sheet is, row by row.
  var planTable: String?
  /// The plan's table that the headings are those of.
  var standard: TableDeclaration?
  private(set) var rows = DocumentRows()
  var sections: [DocumentSection] = []
  var totals: [DocumentTotal] = []
  /// The rows that part the amounts of a row, by the first line of that row.
  private(set) var parts: [Int: [PartRow]] = [:]
  /// Rows that could not be cut into cells.
  var lostRows = 0
  /// Sections in which rows were lost, so that they are none without rows.
  var sectionsOfLostRows: Set<Int> = []
  /// The place of the line after the table.
  var end = 0

  /// Makes a table that has headings and no rows yet.
  init(header: TableHeader, headerLine: Int) {
    self.header = header
    self.headerLine = headerLine
  }

  var currentSection: Int? { sections.indices.last }

  /// Adds a row at the end.
  mutating func add(_ row: DocumentRow) {
    var rows = rows
    self.rows = DocumentRows()
    rows.append(row, to: self)
    self.rows = rows
  }

  /// Adds a row that parts the amounts of the last one, unless that is a total.
  mutating func add(_ part: PartRow) {
    guard let owner = rows.last?.lines.first, totals.last.map({ $0.line < owner }) ?? true else {
      return
    }
    parts[owner, default: []].append(part)
  }

  /// Puts other rows in the place of all.
  mutating func replaceRows(by others: [DocumentRow]) {
    rows = DocumentRows()
    for row in others { add(row) }
  }

  /// Puts another row in the place of the last one.
  mutating func replaceLastRow(by row: DocumentRow) { rows.last = row }

  /// What the cells of the columns tell, those of totals too.
  var columnEvidence: [ColumnEvidence?] {
    var columns = rows.evidence(in: self).columns
    for total in totals {
      for (column, cell) in total.values where !cell.isNumber {
        columns[column]?.addStyle(of: cell.text)
      }
    }
    return columns
  }

  /// Whether a row stands in a section, or in one below it.
  func hasRows(under section: Int) -> Bool {
    rows.countsBySection.keys.contains { isSection($0, under: section) }
  }

  /// Says whether a section is another or lies below it.
  func isSection(_ section: Int?, under other: Int?) -> Bool {
    var current = section
    while let place = current {
      if place == other { return true }
      current = sections[place].parent
    }
    return false
  }

  /// Gives totals that others follow to the sections that they stand in.
  mutating func settleTotals() {
    let whole = totals.indices.filter { totals[$0].section == nil }
    for place in whole.dropLast() where totals[place].current != nil {
      totals[place].section = totals[place].current
    }
  }

  /// Begins a section below the last one of a higher level.
  mutating func addSection(_ title: String, level: Int, line: Int) {
    let parent = sections.lastIndex { $0.level < level }
    let isUnder = parent.map { place in
      sections[place...].allSatisfy { $0.level >= sections[place].level }
    }
    sections.append(
      DocumentSection(
        line: line, title: title, level: level, parent: isUnder == true ? parent : nil))
  }
}

/// A line that totals others: 合计, 小计, 水环境小计.
enum TotalLine {
  private static let words = [
    "合计", "小计", "总计", "共计", "总合计", "投资合计", "合计投资", "总投资合计", "总合", "计", "累计", "total", "grandtotal",
    "subtotal", "totals", "sub-total", "nettotal", "totalcost", "totalexpenditure", "summe",
    "gesamt",
    "gesamtsumme", "insgesamt", "totalgénéral", "totalgeneral", "totale", "totaal", "suma", "razem",
    "ogółem", "итого", "всего", "yhteensä", "sum", "ialt", "összesen", "celkem", "σύνολο", "계",
    "합계",
  ]
  private static let endings = ["小计", "合计", "总计"]
  /// One of these stands in each such word.
  private static let signs: [Unicode.Scalar] = ["计", "合", "共", "t", "T"]
  /// One of these begins each such word without one of those.
  private static let firsts: Set<Unicode.Scalar> = Set("sSgGiIrRoOиИвВyYöÖcCσΣ계합".unicodeScalars)

  /// The word of totalling that a cell is or begins with, and what follows it; nil for other cells.
  static func label(_ cell: FoldedText) -> (label: FoldedText, rest: FoldedText)? {
    guard
      cell.contains(anyOf: signs)
        || cell.count <= 20 && cell.firstVisible.map(firsts.contains) == true
    else { return nil }
    let text = cell.trimmed { ": ".unicodeScalars.contains($0) }
    let compact = FoldedText(text.compact)
    if words.contains(compact.folded) { return (text, FoldedText.empty) }
    for word in words where text.hasPrefix(word) {
      let length = word.unicodeScalars.count
      let rest = text.dropFirst(length)
      guard let next = rest.scalar(0) else { continue }
      if ": (".unicodeScalars.contains(next) || FoldedText.isDigit(next) {
        let value = rest.trimmed { ": ".unicodeScalars.contains($0) }
        if isNumberOfRows(value) { return (text.part(0..<length), FoldedText.empty) }
        guard value.scalar(0) == "(" || Amount.isAmount(value) else { continue }
        return (text.part(0..<length), value)
      }
    }
    if isCount(compact) { return (text, FoldedText.empty) }
    let plain = withoutCount(compact)
    let isEnding = endings.contains { plain.hasSuffix($0) } && compact.count <= 24
    return isEnding && text.words.count == 1 && !text.contains("、合计")
      ? (text, FoldedText.empty) : nil
  }

  /// `3项`, `12个项目`: how many rows there are.
  static func isNumberOfRows(_ text: FoldedText) -> Bool {
    let plain = text.unbroken.trimmed()
    let digits = plain.scalars.prefix(while: FoldedText.isDigit).count
    return digits > 0
      && ["个", "项", "个项目", "项工程", "个工程", "项任务", "条"].contains(plain.dropFirst(digits).compact)
  }

  /// `共3个项目`, `共计12项`: nothing but how many rows there are.
  private static func isCount(_ text: FoldedText) -> Bool {
    guard let lead = ["总共", "共计", "合计", "共"].first(where: { text.hasPrefix($0) }) else {
      return false
    }
    let rest = text.dropFirst(lead.unicodeScalars.count)
    let digits = rest.scalars.prefix(while: FoldedText.isDigit).count
    let noun = rest.dropFirst(digits)
    return digits > 0 && ["个", "项", "个项目", "项工程", "个工程"].contains(noun.compact)
  }

  /// `全区合计(2个)` without how many there are.
  private static func withoutCount(_ text: FoldedText) -> FoldedText {
    guard text.hasSuffix(")"), let open = text.scalars.lastIndex(of: "(") else { return text }
    let inner = text.part((open + 1)..<(text.count - 1))
    return inner.scalars.contains(where: FoldedText.isDigit) ? text.part(0..<open) : text
  }

  /// The section that a total is of: the one it names, or for 小计 the one that it stands in.
  static func section(of label: FoldedText, in table: DocumentTable) -> Int? {
    var name = label.compact
    for ending in endings where name.hasSuffix(ending) { name.removeLast(ending.count) }
    let plain = Numbering(FoldedText(name))?.rest ?? FoldedText(name)
    if !plain.isEmpty,
      let named = table.sections.lastIndex(where: {
        FoldedText($0.title).compact == plain.compact
      })
    {
      return named
    }
    return ["小计", "subtotal"].contains { label.compact.hasSuffix($0) } ? table.currentSection : nil
  }
}

/// The number that a section line or a heading begins with.
struct Numbering: Sendable, Hashable {
  /// 0 for 第一章, 1 for 一、, 2 for (一), 3 for 1. and 4 for (1).
  let level: Int
  let number: Int
  /// What follows the number.
  let rest: FoldedText

  /// Reads the number at the start of a line; nil where there is none.
  init?(_ line: FoldedText) {
    let text = line.trimmed()
    if let (number, length) = Numbering.chapter(text) {
      self.init(level: 0, number: number, rest: text.dropFirst(length).trimmed())
      return
    }
    let isBracketed = text.scalar(0) == "("
    let start = isBracketed ? 1 : 0
    let body = text.dropFirst(start)
    let scalars = body.scalars
    let isChinese = scalars.first.map { Numbering.digits.contains($0) } ?? false
    let length = scalars.prefix {
      isChinese ? Numbering.digits.contains($0) : FoldedText.isDigit($0)
    }
    .count
    guard length > 0, length <= 4, let sign = body.scalar(length) else { return nil }
    let signs: [Unicode.Scalar] =
      isBracketed ? [")"] : isChinese ? ["、", ".", ","] : ["、", ".", ")"]
    guard signs.contains(sign) else { return nil }
    let number =
      isChinese
      ? Numbering.value(scalars.prefix(length)) : Int(body.part(0..<length).folded)
    guard let number, number > 0 else { return nil }
    let rest = body.dropFirst(length + 1).trimmed { " 、".unicodeScalars.contains($0) }
    if !isChinese, sign == ".", rest.scalar(0).map(FoldedText.isDigit) ?? true { return nil }
    self.init(level: (isChinese ? 1 : 3) + (isBracketed ? 1 : 0), number: number, rest: rest)
  }

  private init(level: Int, number: Int, rest: FoldedText) {
    self.level = level
    self.number = number
    self.rest = rest
  }

  private static let digits: [Unicode.Scalar] = Array("一二三四五六七八九十".unicodeScalars)

  /// The value of a numeral up to 99, as 二十一.
  static func value(_ numeral: some Collection<Unicode.Scalar>) -> Int? {
    var value = 0
    var unit = 0
    for scalar in numeral {
      guard let digit = digits.firstIndex(of: scalar) else { return nil }
      if digit == 9 {
        guard value == 0 else { return nil }
        value = Swift.max(unit, 1) * 10
        unit = 0
      } else {
        guard unit == 0 else { return nil }
        unit = digit + 1
      }
    }
    return value + unit > 0 ? value + unit : nil
  }

  /// `第三章`, `第一节`: the number and the length of the whole.
  private static func chapter(_ text: FoldedText) -> (number: Int, length: Int)? {
    guard text.scalar(0) == "第" else { return nil }
    let numeral = text.dropFirst(1).scalars.prefix { digits.contains($0) }
    guard let number = value(numeral), let sign = text.scalar(numeral.count + 1),
      "章节篇部分类".unicodeScalars.contains(sign)
    else { return nil }
    return (number, numeral.count + (sign == "部" ? 3 : 2))
  }
}
