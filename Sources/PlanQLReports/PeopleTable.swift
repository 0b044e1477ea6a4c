import PlanQLData

/// A table as formats for people show it: headings with units, rows up to the limit, the footer as
/// texts.
struct PeopleTable {
  let table: Table
  let language: Language
  let columns: [PeopleColumn]
  /// The number of rows that are shown.
  let shown: Int

  var hasFooter: Bool { table.footer != nil }

  init(_ table: Table, of document: ReportDocument, maxRows: Int?) {
    let shown = Swift.min(table.count, Swift.max(0, maxRows ?? table.count))
    let footer = table.footer ?? []
    var columns = table.columns.enumerated().map { index, column in
      PeopleColumn(
        column, in: document, titles: table.titles, shown: shown,
        footer: index < footer.count ? footer[index] : .missing)
    }
    if table.footer != nil {
      let label = ReportWords.total[document.language]
      if let place = columns.firstIndex(where: { $0.footer.isEmpty }) {
        columns[place].footer = label
      } else {
        columns.insert(PeopleColumn(footer: label, language: document.language), at: 0)
      }
    }
    self.table = table
    self.language = document.language
    self.columns = columns
    self.shown = shown
  }

  /// A table of columns that were made for it.
  init(_ table: Table, language: Language, columns: [PeopleColumn], shown: Int) {
    self.table = Table(columns: table.columns, count: table.count, titles: table.titles)
    self.language = language
    self.columns = columns
    self.shown = shown
  }

  /// What is said below the table: notes, rows not shown, and on request its size and missing
  /// values.
  func remarks(showsFooter: Bool) -> [String] {
    var remarks = table.notes.map { (ReportWords.note[language] + $0[language]).visible }
    var size: [LocalizedText] = []
    if shown < table.count {
      size.append(ReportWords.firstRows(shown, of: table.count))
    } else if showsFooter {
      size.append(ReportWords.rows(table.count))
    }
    if showsFooter {
      size.append(ReportWords.columns(table.columns.count))
      let missing = table.columns.map { (heading: $0.caption, count: $0.values.missingCount) }
        .filter { $0.count > 0 }
      if !missing.isEmpty { size.append(ReportWords.missing(missing)) }
    }
    if !size.isEmpty { remarks.append(size.map { $0[language] }.joined(separator: " · ")) }
    return remarks
  }
}

/// A column as formats for people show it.
struct PeopleColumn {
  /// The caption, without the unit.
  let caption: String
  /// The unit of the column in brackets; empty when it has none: (万元).
  let unit: String
  /// Whether cells are flush right and never cut.
  let isNumeric: Bool
  /// Whether cells may be broken into lines.
  let isElastic: Bool
  /// The text of the footer row; empty where the column has none.
  var footer: String
  private let values: Column?
  /// Texts that were made for the column, in place of those of values.
  private let texts: [String]
  private let cellText: CellText

  init(
    _ column: ResultColumn, in document: ReportDocument, titles: EntityTitles, shown: Int,
    footer: Value
  ) {
    var cellText = CellText(
      type: column.type, display: column.display, language: document.language,
      moneyUnit: document.moneyUnit, titles: titles)
    cellText.align(column.values, rows: shown, and: footer)
    let caption = column.caption[document.language].visible
    let unit = cellText.headingUnit ?? ""
    let isNamed = unit.isEmpty || caption.hasSuffix("(\(unit))") || caption.hasSuffix("（\(unit)）")
    self.caption = caption
    self.unit = isNamed ? "" : "(\(unit))"
    self.isNumeric = column.type.isShownRight
    self.isElastic = column.type.isElastic
    self.footer = footer.isMissing ? "" : cellText.text(footer).visible
    self.values = column.values
    self.texts = []
    self.cellText = cellText
  }

  /// A column of texts that were made for it.
  init(caption: String, texts: [String], isNumeric: Bool) {
    self.caption = caption
    self.unit = ""
    self.isNumeric = isNumeric
    self.isElastic = false
    self.footer = ""
    self.values = nil
    self.texts = texts
    self.cellText = CellText(type: .text, language: .en)
  }

  /// A column that only labels the footer row.
  init(footer: String, language: Language) {
    self.caption = ""
    self.unit = ""
    self.isNumeric = false
    self.isElastic = false
    self.footer = footer
    self.values = nil
    self.texts = []
    self.cellText = CellText(type: .text, language: language)
  }

  /// The caption with the unit: 投资额(万元), `investment (wanyuan)`.
  var heading: String {
    caption + (unit.isEmpty || caption.isEmpty || cellText.language == .zh ? "" : " ") + unit
  }

  /// The text of a row, without control characters.
  func text(_ row: Int) -> String {
    values.map { cellText.text($0.value(row)).visible }
      ?? (texts.indices.contains(row) ? texts[row] : "")
  }

  func isMissing(_ row: Int) -> Bool { values.map { !$0.isKnown(row) } ?? false }
}

extension DataType {
  /// Whether values are numbers, which stand flush right.
  fileprivate var isShownRight: Bool {
    switch self {
    case .int, .number, .money, .duration: true
    case .bool, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid: false
    }
  }

  /// Whether the texts of values may be broken into lines.
  fileprivate var isElastic: Bool {
    switch self {
    case .text, .enumeration, .entity, .list: true
    case .bool, .int, .number, .money, .date, .period, .duration, .missing, .invalid: false
    }
  }
}
