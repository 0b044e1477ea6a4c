/// A column of a result: what it is called, what it holds, how it is shown.
public struct ResultColumn: Sendable {
  /// The label as written in the script, or the English field name: the heading in formats for machines.
  public let name: String
  /// The heading in formats for people, in both languages.
  public let caption: LocalizedText
  public let type: DataType
  public let isOptional: Bool
  public let display: Display
  public let values: Column

  public init(
    name: String, caption: LocalizedText, type: DataType, isOptional: Bool, display: Display,
    values: Column
  ) {
    self.name = name
    self.caption = caption
    self.type = type
    self.isOptional = isOptional
    self.display = display
    self.values = values
  }

  /// The unit that numbers of a dimension are handed out in; nil where they are plain, or stand in
  /// base units for want of another.
  package var quantityUnit: MeasureUnit? {
    guard case .number(let dimension) = type.element, let unit = display.unit,
      unit.kind == .physical(dimension)
    else { return nil }
    return unit
  }
}

/// The outcome of a pipeline: columns of equal length, and what people are told beside them.
public struct Table: Sendable {
  public let columns: [ResultColumn]
  public let count: Int
  /// One value a column, missing where a column has no total: the row that `total` adds in formats for people.
  public let footer: [Value]?
  /// What was left out or missing while the table was made.
  public let notes: [LocalizedText]
  /// How rows of entities are called, by the English name of their table.
  public let titles: EntityTitles

  public init(
    columns: [ResultColumn], count: Int, footer: [Value]? = nil, notes: [LocalizedText] = [],
    titles: EntityTitles
  ) {
    self.columns = columns
    self.count = count
    self.footer = footer
    self.notes = notes
    self.titles = titles
  }
}

/// Names rows of the plan's tables.
public struct EntityTitles: Sendable {
  package let catalog: Catalog

  package init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The title of a row of the table with that English name.
  public func title(of table: String, row: Int) -> String {
    catalog.table(named: table).map { catalog.tables[$0].title(ofRow: row) } ?? String(row + 1)
  }
}
