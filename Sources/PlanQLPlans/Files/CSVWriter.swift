package import PlanQLData

/// Writes the tables of a plan as CSV files that load again as the same tables.
package struct CSVWriter {
  private let catalog: Catalog
  private let language: Language
  /// How rows are called by links, by the English name of their table.
  private var titles: [String: [String]] = [:]

  /// Makes a writer that heads columns and spells enumerations in one language.
  package init(_ catalog: Catalog, language: Language) {
    self.catalog = catalog
    self.language = language
    for table in catalog.tables { titles[table.definition.name.en] = CSVWriter.titles(of: table) }
  }

  /// The names of the rows; their keys where two rows have the same name.
  private static func titles(of table: StoredTable) -> [String] {
    let names = (0..<table.count).map { table.title(ofRow: $0) }
    guard Set(names).count < names.count, table.definition.key.count == 1,
      let key = table.definition.field(named: table.definition.key[0])
    else { return names }
    return (0..<table.count).map { row in
      switch table.columns[key].value(row) {
      case .int(let number): String(number)
      case .text(let text): text
      case .missing, .bool, .number, .money, .date, .period, .duration, .enumeration, .entity,
        .list:
        names[row]
      }
    }
  }

  /// The text of a file with the table: the fields that hold something, and those that every row
  /// must have.
  package func text(of table: StoredTable, comments: [String] = []) -> String {
    let kept = table.definition.fields.indices.filter {
      table.columns[$0].missingCount < table.count || !table.definition.fields[$0].isOptional
    }
    let fields = kept.map { table.definition.fields[$0] }
    let rows = (0..<table.count).map { row in
      kept.map { place in
        cell(table.columns[place].value(row), table.definition.fields[place])
      }
    }
    return CSVText.file(header: fields.map(heading), rows: rows, comments: comments)
  }

  private func unit(of field: Field) -> MeasureUnit? {
    switch field.type {
    case .money: field.display.unit ?? catalog.moneyUnit
    case .number: field.display.unit
    case .bool, .int, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing,
      .invalid:
      nil
    }
  }

  private func heading(_ field: Field) -> String {
    guard let unit = unit(of: field) else { return field.name[language] }
    return "\(field.name[language])(\(unit.name.zh))"
  }

  /// The text of a cell; nil for a missing value.
  private func cell(_ value: Value, _ field: Field) -> String? {
    switch value {
    case .missing: nil
    case .bool(let bit): bit ? "true" : "false"
    case .int(let int): String(int)
    case .number(let number): text(number, unit(of: field))
    case .money(let money): text(money, unit(of: field))
    case .text(let text): text
    case .date(let day): day.description
    case .period(let period): period.description
    case .duration(let count, let unit): unit == .days ? "\(count)天" : "\(count)个月"
    case .enumeration(let code): name(ofCase: code, field.type.element)
    case .entity(let table, let row): title(table, row)
    case .list(let values):
      values.compactMap { cell($0, field) }.joined(separator: language == .zh ? "、" : "; ")
    }
  }

  private func title(_ table: String, _ row: Int) -> String? {
    titles[table].flatMap { $0.indices.contains(row) ? $0[row] : nil }
  }

  private func name(ofCase code: Int, _ type: DataType) -> String? {
    guard case .enumeration(let enumeration) = type, enumeration.cases.indices.contains(code)
    else { return nil }
    return enumeration.cases[code].name[language]
  }

  /// An amount in a unit, with all its decimals.
  private func text(_ money: Money, _ unit: MeasureUnit?) -> String {
    guard let unit else { return money.description }
    var places = 0
    var power: Int64 = 1
    while power < unit.numerator, places < 18 {
      power *= 10
      places += 1
    }
    return Decimal(money.minorUnits, scale: places).description
  }

  /// A number in a unit, so that it reads back the same.
  private func text(_ number: Double, _ unit: MeasureUnit?) -> String {
    guard let unit else { return NumberText.shortest(number) }
    let scaled = unit.amount(of: number)
    let short = NumberText.shortest(scaled)
    let trimmed = Decimal(short)?.description ?? short
    if case .number(number)? = CellValue.read(trimmed, .number, scale: NumberScale(unit)) {
      return trimmed
    }
    return NumberText.shortest(scaled)
  }
}
