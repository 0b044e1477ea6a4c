import PlanQLData

/// Reads a text as a value of a type, for cells whose texts repeat and for `plan.yaml`.
enum CellValue {
  /// The value of a text; nil where the text is none of the type. Links are looked up elsewhere.
  static func read(
    _ text: String, _ type: DataType, scale: NumberScale? = nil, units: UnitTable = .standard
  ) -> Value? {
    var copy = text
    return copy.withUTF8 { bytes in
      let cell = CellReading.trimmed(bytes)
      return read(cell, String(decoding: cell, as: UTF8.self), type, scale, units)
    }
  }

  private static func read(
    _ cell: CellBytes, _ text: String, _ type: DataType, _ scale: NumberScale?, _ units: UnitTable
  ) -> Value? {
    switch type {
    case .bool:
      let known: [String: Bool] = ["true": true, "是": true, "false": false, "否": false]
      return known[text].map { .bool($0) }
    case .int:
      guard let (value, isRounded) = NumberCell(cell, in: units)?.whole(.one), !isRounded else {
        return nil
      }
      return .int(value)
    case .number:
      let scale = scale ?? .one
      return (NumberCell(cell, in: units)?.number(scale) ?? CellReading.longNumber(cell, scale))
        .map { .number($0) }
    case .money(let currency):
      return NumberCell(cell, in: units)?.whole(scale ?? .currency).map {
        .money(Money(minorUnits: $0.value, currency: currency))
      }
    case .text: return .text(text)
    case .date: return CellReading.day(cell).map { .date(Day(number: $0)) }
    case .period: return period(text).map { .period($0) }
    case .duration(let unit): return duration(cell, unit, scale)
    case .enumeration(let enumeration):
      return enumeration.code(named: text).map { .enumeration($0) }
    case .entity, .list, .missing, .invalid: return nil
    }
  }

  /// Reads a period in the forms that files have: `2021`, `2021-2025`, `2021-03..2022-06`, 2021年3月,
  /// 2021年底前.
  static func period(_ text: String) -> Period? {
    if let period = Period(text: text) { return period }
    if text == "长期" { return Period(from: nil, through: nil) }
    switch PeriodReading(year: nil).read(FoldedText(text)) {
    case .stated(let period): return period
    case .none, .blank, .unreadable: return nil
    }
  }

  /// Reads a whole number of a unit of time: `6个月`, `90天`; a number alone where a scale says the unit.
  private static func duration(
    _ cell: CellBytes, _ unit: DurationUnit, _ scale: NumberScale?
  ) -> Value? {
    let kind: MeasureUnit.Kind = unit == .days ? .days : .months
    guard scale != nil || cell.last.map({ !(0x30...0x39).contains($0) }) ?? false else {
      return nil
    }
    let scale = scale ?? NumberScale(numerator: 1, denominator: 1, kind: kind)
    guard let (value, isRounded) = NumberCell(cell)?.whole(scale), !isRounded else { return nil }
    return Int32(exactly: value).map { .duration($0, unit) }
  }
}
