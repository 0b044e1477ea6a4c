import PlanQLData

/// Proves that every row of a query decodes as a type: decodes made-up rows of the query's columns, with every value of
/// an enumeration, and once with every value missing that may be.
struct RowProof {
  private let columns: [Query.ColumnInfo]
  private let catalog: Catalog

  init(_ columns: [Query.ColumnInfo], _ catalog: Catalog) {
    self.columns = columns
    self.catalog = catalog
  }

  /// Throws `PlanQLError` that names the column and what the type wants of it.
  func check<Row: Decodable>(_ type: Row.Type) throws {
    let count = columns.map { RowProof.sampleCount($0.type) }.max() ?? 1
    for place in 0..<count { try decode(type, place, missing: false) }
    try decode(type, 0, missing: true)
  }

  private func decode<Row: Decodable>(_ type: Row.Type, _ place: Int, missing: Bool) throws {
    let made = columns.map { column -> ResultColumn in
      let value = missing && column.isOptional ? .missing : RowProof.sample(column.type, place)
      let type = RowProof.decodable(column.type)
      return ResultColumn(
        name: column.name, caption: LocalizedText(column.name), type: type,
        isOptional: column.isOptional, display: .plain,
        values: Column(type: type, values: [value]))
    }
    let table = Table(columns: made, count: 1, titles: EntityTitles(.empty))
    do {
      _ = try Row(from: RowDecoder(source: RowSource(table), row: 0))
    } catch let error as DecodingError {
      throw failure(error)
    }
  }

  /// Links decode as texts.
  private static func decodable(_ type: DataType) -> DataType {
    switch type {
    case .entity: .text
    case .list(let element): .list(decodable(element))
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .missing,
      .invalid:
      type
    }
  }

  /// How many values of a type have to be tried.
  private static func sampleCount(_ type: DataType) -> Int {
    if case .enumeration(let enumeration) = type.element { return max(1, enumeration.cases.count) }
    return 1
  }

  private static func sample(_ type: DataType, _ place: Int) -> Value {
    switch type {
    case .bool: .bool(true)
    case .int: .int(1)
    case .number: .number(0.5)
    case .money(let currency): .money(Money(minorUnits: 1, currency: currency))
    case .text, .entity: .text("text")
    case .date: .date(Day(number: 0))
    case .period: .period(Period(Day(number: 0)))
    case .duration(let unit): .duration(1, unit)
    case .enumeration(let enumeration):
      enumeration.cases.isEmpty ? .missing : .enumeration(min(place, enumeration.cases.count - 1))
    case .list(let element): .list([sample(element, place)])
    case .missing, .invalid: .missing
    }
  }

  private func failure(_ error: DecodingError) -> PlanQLError {
    let (name, found): (String, String) =
      switch error {
      case .keyNotFound(let key, _): (key.stringValue, "no such column")
      case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
        (context.codingPath.first?.stringValue ?? "", "\(type)")
      case .dataCorrupted(let context):
        (context.codingPath.first?.stringValue ?? "", context.debugDescription)
      @unknown default: ("", "\(error)")
      }
    guard let column = columns.first(where: { $0.name == name }) else {
      let names = columns.map(\.name)
      return PlanQLError(
        .source,
        LocalizedText(
          en: "the row wants a column '\(name)'; there are \(names.joined(separator: ", "))",
          zh: "行类型需要列 '\(name)'；现有 \(names.joined(separator: "、"))"))
    }
    let optional = column.isOptional
    let type = catalog.title(of: column.type)
    return PlanQLError(
      .source,
      LocalizedText(
        en: "column '\(name)' is \(type.en)\(optional ? ", which may be missing" : "")"
          + ": it does not decode as \(found)",
        zh: "列 '\(name)' 是\(type.zh)\(optional ? ",可能缺失" : "")"
          + ":不能解码为 \(found)"))
  }
}
