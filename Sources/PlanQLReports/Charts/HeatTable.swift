internal import PlanQLData

/// A cross-table whose cells are shaded by their values.
struct HeatTable {
  let people: PeopleTable
  /// What the shades mean; nil where there are no values.
  let legend: String?

  init(_ draft: ChartDraft, _ document: ReportDocument) {
    let shades = Shades(draft.numbers)
    let cells =
      draft.chart.columns.across.map { HeatTable.spread(draft, over: $0, shades, document) }
      ?? HeatTable.columns(draft, shades)
    people = PeopleTable(
      draft.table, language: draft.source.language, columns: cells.columns, shown: cells.rows)
    legend = HeatTable.legend(draft, shades)
  }

  private typealias Cells = (columns: [PeopleColumn], rows: Int)

  /// The columns of a table, shaded.
  private static func columns(_ draft: ChartDraft, _ shades: Shades) -> Cells {
    let series = draft.chart.columns.series.map { place in
      let column = draft.source.columns[place]
      let texts = (0..<draft.shown).map { row in
        shades.shaded(column.text(row), draft.number(row, place))
      }
      return PeopleColumn(caption: column.heading, texts: texts, isNumeric: true)
    }
    return (draft.labels(lines: 1) + series, draft.shown)
  }

  /// The values of a table with a row for each cell, as columns.
  private static func spread(
    _ draft: ChartDraft, over across: Int, _ shades: Shades, _ document: ReportDocument
  ) -> Cells {
    guard let label = draft.chart.columns.labels.first, let value = draft.chart.columns.series.first
    else { return ([], 0) }
    let down = draft.table.columns[label].values
    let along = draft.table.columns[across].values
    let rows = distinct((0..<draft.shown).map { down.value($0) })
    let heads = distinct((0..<draft.shown).map { along.value($0) }).sorted { $0.precedes($1) }
    let rowPlaces = places(rows)
    let headPlaces = places(heads)
    var texts = heads.map { _ in rows.map { _ in "" } }
    for row in 0..<draft.shown {
      guard let place = rowPlaces[down.value(row)], let head = headPlaces[along.value(row)] else {
        continue
      }
      let cell = shades.shaded(draft.source.columns[value].text(row), draft.number(row, value))
      texts[head][place] += (texts[head][place].isEmpty ? "" : "; ") + cell
    }
    let column = draft.table.columns[across]
    let headText = CellText(
      type: column.type, display: column.display, language: document.language,
      moneyUnit: document.moneyUnit, titles: draft.table.titles)
    let firsts = rows.map { wanted in (0..<draft.shown).first { down.value($0) == wanted } ?? 0 }
    let labels = PeopleColumn(
      caption: draft.source.columns[label].heading,
      texts: firsts.map { draft.source.columns[label].text($0) }, isNumeric: false)
    let cells = zip(heads, texts).map {
      PeopleColumn(caption: headText.header($0).visible, texts: $1, isNumeric: true)
    }
    return ([labels] + cells, rows.count)
  }

  private static func distinct(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  private static func places(_ values: [Value]) -> [Value: Int] {
    Dictionary(zip(values, values.indices)) { first, _ in first }
  }

  private static func legend(_ draft: ChartDraft, _ shades: Shades) -> String? {
    var ends: (least: String?, most: String?) = (nil, nil)
    for column in draft.chart.columns.series {
      for row in 0..<draft.shown {
        guard let number = draft.number(row, column) else { continue }
        let text = draft.source.columns[column].text(row)
        if number == shades.least { ends.least = ends.least ?? text }
        if number == shades.most { ends.most = ends.most ?? text }
      }
    }
    guard let least = ends.least, let most = ends.most else { return nil }
    let range =
      least == most
      ? shades.shaded(most, shades.most) : "\(Shades.all[0]) \(least) … \(Shades.all[3]) \(most)"
    let value = draft.chart.columns.across.flatMap { _ in
      draft.chart.columns.series.first.map { draft.source.columns[$0].heading }
    }
    let colon = draft.source.language == .zh ? "：" : ": "
    return (value.map { $0 + colon } ?? "") + range
  }
}

/// Four shades between the least and the greatest value.
struct Shades {
  let least: Double
  let most: Double
  static let all = ["░", "▒", "▓", "█"]

  init(_ numbers: [Double]) {
    least = numbers.min() ?? 0
    most = numbers.max() ?? 0
  }

  /// A text with the shade of its value behind it.
  func shaded(_ text: String, _ number: Double?) -> String {
    guard let number else { return text }
    guard most > least else { return text + " " + Shades.all[3] }
    let share = (number / 2 - least / 2) / (most / 2 - least / 2)
    return text + " " + Shades.all[Swift.min(3, Swift.max(0, Int(share * 4)))]
  }
}

extension Value {
  /// Whether it stands before another of its type; missing values stand last.
  fileprivate func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.missing, _): false
    case (_, .missing): true
    case (.bool(let left), .bool(let right)): !left && right
    case (.int(let left), .int(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.money(let left), .money(let right)): left.minorUnits < right.minorUnits
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.date(let left), .date(let right)): left < right
    case (.period(let left), .period(let right)): left < right
    case (.duration(let left, _), .duration(let right, _)): left < right
    case (.enumeration(let left), .enumeration(let right)): left < right
    case (.entity(_, let left), .entity(_, let right)): left < right
    case (_, _): false
    }
  }
}
