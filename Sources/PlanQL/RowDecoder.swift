import PlanQLData

/// The cells of a result as Swift values, by column name.
final class RowSource {
  let table: Table
  let places: [String: Int]

  init(_ table: Table) {
    self.table = table
    var places: [String: Int] = [:]
    for (place, column) in table.columns.enumerated() { places[column.name] = place }
    self.places = places
  }

  /// The cell of a row as a value that decoders take: links by title, enumerations by English name,
  /// numbers of a dimension in the unit of their column.
  func cell(_ row: Int, _ place: Int) -> Value {
    let column = table.columns[place]
    return plain(column.values.value(row), column.type, column.quantityUnit)
  }

  private func plain(_ value: Value, _ type: DataType, _ unit: MeasureUnit?) -> Value {
    switch (value, type) {
    case (.number(let number), _): .number(unit?.amount(of: number) ?? number)
    case (.entity(let table, let row), _): .text(self.table.titles.title(of: table, row: row))
    case (.enumeration(let code), .enumeration(let enumeration)):
      .text(enumeration.cases[code].name.en)
    case (.list(let values), .list(let element)): .list(values.map { plain($0, element, unit) })
    case (_, _): value
    }
  }
}

/// Decodes one row.
struct RowDecoder: Decoder {
  let source: RowSource
  let row: Int
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer<Key>(source: source, row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw RowDecoder.mismatch("a row decodes by names", [])
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard source.table.columns.count == 1 else {
      throw RowDecoder.mismatch("a row of several columns is no single value", [])
    }
    return CellContainer(value: source.cell(row, 0), codingPath: [])
  }

  static func mismatch(_ text: String, _ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(.init(codingPath: path, debugDescription: text))
  }
}

private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let source: RowSource
  let row: Int
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { source.table.columns.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { source.places[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try value(key).isMissing }

  func decode<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted {
    try CellContainer(value: value(key), codingPath: [key]).decode(type)
  }

  private func value(_ key: Key) throws -> Value {
    guard let place = source.places[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: [], debugDescription: "no column '\(key.stringValue)'"))
    }
    return source.cell(row, place)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  {
    throw RowDecoder.mismatch("a cell holds no fields", [key])
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try CellDecoder(value: value(key), codingPath: [key]).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { RowDecoder(source: source, row: row) }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    CellDecoder(value: try value(key), codingPath: [key])
  }
}

/// Decodes one cell.
struct CellDecoder: Decoder {
  let value: Value
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw RowDecoder.mismatch("a cell holds no fields", codingPath)
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = value else {
      throw RowDecoder.mismatch("the cell holds no list", codingPath)
    }
    return ListContainer(values: values, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    CellContainer(value: value, codingPath: codingPath)
  }
}

struct CellContainer: SingleValueDecodingContainer {
  let value: Value
  let codingPath: [any CodingKey]

  func decodeNil() -> Bool { value.isMissing }

  func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
    if let direct = swiftValue(for: type) as? Wanted { return direct }
    if CellContainer.natural.contains(where: { $0 == type }) {
      throw DecodingError.typeMismatch(
        type, .init(codingPath: codingPath, debugDescription: "the cell is no \(type)"))
    }
    return try Wanted(from: CellDecoder(value: value, codingPath: codingPath))
  }

  /// The types that a cell becomes by itself; any other decodes out of the cell.
  private static let natural: [any (Decodable & Sendable).Type] = [
    Bool.self, String.self, Double.self, Float.self, Int.self, Int8.self, Int16.self, Int32.self,
    Int64.self, UInt.self, UInt8.self, UInt16.self, UInt32.self, UInt64.self, Money.self,
    Day.self, Period.self,
  ]

  private func swiftValue(for type: any Decodable.Type) -> (any Decodable)? {
    switch value {
    case .bool(let bit): bit
    case .text(let text): text
    case .money(let money): money
    case .date(let day): type == Period.self ? Period(day) : day
    case .period(let period): period
    case .number(let number): type == Float.self ? Float(number) : number
    case .int(let number): whole(number, as: type)
    case .duration(let count, _): whole(Int64(count), as: type)
    case .missing, .enumeration, .entity, .list: nil
    }
  }

  private func whole(_ number: Int64, as type: any Decodable.Type) -> (any Decodable)? {
    if type == Double.self { return Double(number) }
    if type == Float.self { return Float(number) }
    guard let integer = type as? any (FixedWidthInteger & Decodable).Type else { return nil }
    return exactly(number, integer)
  }

  private func exactly<Integer: FixedWidthInteger & Decodable>(
    _ number: Int64, _ type: Integer.Type
  ) -> (any Decodable)? {
    Integer(exactly: number)
  }
}

private struct ListContainer: UnkeyedDecodingContainer {
  let values: [Value]
  let codingPath: [any CodingKey]
  var currentIndex = 0
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  init(values: [Value], codingPath: [any CodingKey]) {
    self.values = values
    self.codingPath = codingPath
  }

  private mutating func next() throws -> Value {
    guard !isAtEnd else { throw RowDecoder.mismatch("the list has no more elements", codingPath) }
    currentIndex += 1
    return values[currentIndex - 1]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, values[currentIndex].isMissing else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
    try CellContainer(value: next(), codingPath: codingPath).decode(type)
  }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws
    -> KeyedDecodingContainer<Key>
  {
    throw RowDecoder.mismatch("a cell holds no fields", codingPath)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try CellDecoder(value: next(), codingPath: codingPath).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    CellDecoder(value: try next(), codingPath: codingPath)
  }
}
