internal import PlanQLData

/// A chart as text: a table whose last column draws the values, or whose cells are shaded by them.
struct ChartTable {
  let people: PeopleTable
  /// What is said below it.
  let remarks: [String]
  /// Whether characters have to stand below one another, as only a font of fixed width lets them.
  let isDrawn: Bool

  /// The columns of the screen where nobody says how many there are.
  static let standardWidth = 80
  /// No drawing is wider than this, and none narrower than the least.
  static let mostWidth = 60
  static let leastWidth = 8

  init(_ chart: Chart, of document: ReportDocument, options: RenderOptions) {
    let source = PeopleTable(chart.table, of: document, maxRows: options.maxRows)
    let width = options.width ?? ChartTable.standardWidth
    let draft = ChartDraft(chart: chart, source: source, width: width)
    var remarks = source.remarks(showsFooter: options.showsFooter)
    switch chart.kind {
    case .bar: people = draft.bars()
    case .line: people = draft.points()
    case .gantt: people = draft.periods()
    case .heat:
      let heat = HeatTable(draft, document)
      people = heat.people
      if let legend = heat.legend { remarks.insert(legend, at: 0) }
    }
    isDrawn = chart.kind != .heat
    self.remarks = remarks
  }
}

/// What the drawings of all kinds are made from.
struct ChartDraft {
  let chart: Chart
  let source: PeopleTable
  /// The columns of the screen.
  let width: Int

  var table: Table { chart.table }
  var shown: Int { source.shown }

  /// The number that a cell is drawn by; nil where it is missing.
  func number(_ row: Int, _ column: Int) -> Double? {
    switch table.columns[column].values.value(row) {
    case .int(let number): Double(number)
    case .number(let number): number
    case .money(let money): Double(money.minorUnits)
    case .duration(let count, _): Double(count)
    case .missing, .bool, .text, .date, .period, .enumeration, .entity, .list: nil
    }
  }

  /// All numbers that are drawn.
  var numbers: [Double] {
    chart.columns.series.flatMap { column in
      (0..<shown).compactMap { number($0, column) }
    }
  }

  /// The columns that say what a row is, once for each of the lines that a row takes; only the first says it.
  func labels(lines: Int) -> [PeopleColumn] {
    let most = Swift.max(12, width / 3)
    return chart.columns.labels.map { place in
      let column = source.columns[place]
      let texts = (0..<shown).flatMap { row in
        [column.text(row).truncated(toDisplayWidth: most)]
          + Array(repeating: "", count: lines - 1)
      }
      return PeopleColumn(
        caption: column.heading, texts: texts, isNumeric: column.isNumeric && lines == 1)
    }
  }

  /// The columns with what a line says of a value: the series where there are several, then the value as text.
  func values() -> [PeopleColumn] {
    let series = chart.columns.series.map { source.columns[$0] }
    guard series.count > 1 else { return series }
    let names = (0..<shown).flatMap { _ in series.map(\.heading) }
    let texts = (0..<shown).flatMap { row in series.map { $0.text(row) } }
    return [
      PeopleColumn(caption: "", texts: names, isNumeric: false),
      PeopleColumn(caption: "", texts: texts, isNumeric: series.allSatisfy(\.isNumeric)),
    ]
  }

  /// How wide a drawing behind some columns may be.
  func room(behind columns: [PeopleColumn], rows: Int) -> Int {
    let used = columns.reduce(0) {
      $0 + ColumnMeasure($1, rows: rows).natural + TableLayout.gutter
    }
    return Swift.min(ChartTable.mostWidth, Swift.max(ChartTable.leastWidth, width - used))
  }

  /// A table of columns and a drawing behind them.
  func drawn(_ columns: [PeopleColumn], rows: Int, caption: String, _ lines: [String])
    -> PeopleTable
  {
    let drawing = PeopleColumn(caption: caption, texts: lines, isNumeric: false)
    return PeopleTable(
      table, language: source.language, columns: columns + [drawing], shown: rows)
  }
}
