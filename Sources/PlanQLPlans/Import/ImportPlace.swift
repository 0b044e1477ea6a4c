package import PlanQLData

/// Where something stands in a document: a line of a text, a paragraph, or a row of a sheet or of a
/// table, and there perhaps a cell.
package struct ImportPlace: Sendable, Hashable {
  /// What is counted.
  package enum Part: Sendable, Hashable {
    case lines, paragraphs
    case sheet(String)
    /// The tables of a page or a document, counted from 1.
    case table(Int)
  }

  package let part: Part
  /// The number of the line, paragraph or row, counted from 1.
  package let number: Int
  /// The number of the cell's column, counted from 1; of a row, that of its first cell where others
  /// stand before it.
  package var column: Int?

  /// Whether it stands on a sheet of a workbook.
  var isOfSheet: Bool {
    if case .sheet = part { return true }
    return false
  }

  /// A line of a text.
  static func line(_ number: Int) -> ImportPlace { ImportPlace(part: .lines, number: number) }

  /// A cell of a row of a sheet or a table, counted from the first cell of what stands there; the
  /// place where lines are counted has no cells.
  func cell(_ column: Int) -> ImportPlace {
    var place = self
    place.column = (self.column ?? 1) + column - 1
    return place
  }

  /// The place as people say it: `line 12`, `sheet '项目' row 5`, `table 2 row 5 cell 3`.
  package func text(_ language: Language) -> String {
    if case .sheet(let name) = part, let column {
      let cell = "\(ImportPlace.letters(column))\(number)"
      return language == .en ? "sheet '\(name)' cell \(cell)" : "工作表“\(name)”\(cell)"
    }
    return text(language, numbers: "\(number)") + columnText(language)
  }

  /// Several places of the same part: `line 12–14, 20`.
  func text(_ language: Language, numbers: String) -> String {
    let isEnglish = language == .en
    return switch part {
    case .lines: isEnglish ? "line \(numbers)" : "第 \(numbers) 行"
    case .paragraphs: isEnglish ? "paragraph \(numbers)" : "第 \(numbers) 段"
    case .sheet(let name):
      isEnglish ? "sheet '\(name)' row \(numbers)" : "工作表“\(name)”第 \(numbers) 行"
    case .table(let table):
      isEnglish ? "table \(table) row \(numbers)" : "表 \(table) 第 \(numbers) 行"
    }
  }

  private func columnText(_ language: Language) -> String {
    guard let column else { return "" }
    return language == .en ? " cell \(column)" : "第 \(column) 格"
  }

  /// The name of a column of a sheet: `A`, `AB`.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(0x41 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
