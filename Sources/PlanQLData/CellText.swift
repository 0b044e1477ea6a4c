/// How the values of one column, or one value in a sentence, become text for people: the one place
/// for it.
///
/// Money stands in the column's display unit, else in the plan's; numbers in theirs; digits are
/// grouped by thousands, but for whole numbers without a unit, which may be years or codes. Nothing
/// is rounded unless `to` asks for it, save the noise of computed floating-point numbers. A missing
/// value is an en dash, the empty text is empty.
package struct CellText: Sendable {
  /// What stands for a missing value.
  package static let missing = "–"

  package let language: Language
  private let type: DataType
  private let unit: ShownUnit?
  /// The unit that numbers are counted in; nil where they stand in base units.
  private let measure: MeasureUnit?
  private let decimals: Int?
  /// The table that links lead to.
  private let linked: StoredTable?
  /// The decimals that every number of the column has at least, so that percentages look alike.
  private var minimumDecimals = 0

  package init(
    type: DataType, display: Display = .plain, language: Language, moneyUnit: MeasureUnit? = nil,
    titles: EntityTitles? = nil
  ) {
    self.language = language
    self.type = type.element
    self.decimals = display.decimals
    self.measure = display.unit.flatMap { $0.kind.isNumeric ? $0 : nil }
    self.unit = ShownUnit(type.element, display, moneyUnit, language)
    if case .entity(let table) = type.element, let catalog = titles?.catalog {
      self.linked = catalog.table(named: table).map { catalog.tables[$0] }
    } else {
      self.linked = nil
    }
  }

  /// The unit that the heading names; nil where there is none, or where it stands beside each
  /// number.
  package var headingUnit: String? { unit.flatMap { $0.isSign ? nil : $0.name } }

  /// Gives all percentages of the first rows of a column as many decimals, two at most, as one of
  /// them needs.
  package mutating func align(_ column: Column, rows: Int, and footer: Value = .missing) {
    guard unit?.isSign == true, decimals == nil else { return }
    var most = 0
    for row in 0...Swift.max(0, rows) where most < 2 {
      let value = row < rows ? column.value(row) : footer
      most = Swift.max(most, NumberText.decimalCount(text(value)))
    }
    minimumDecimals = Swift.min(most, 2)
  }
}

extension CellText {
  /// A value as a cell shows it: without the unit that the heading names.
  package func text(_ value: Value) -> String {
    switch value {
    case .missing: return CellText.missing
    case .bool(let bit): return bit ? Name("yes", "是")[language] : Name("no", "否")[language]
    case .int(let int): return text(int)
    case .number(let number): return text(number)
    case .money(let money): return text(money)
    case .text(let text): return text
    case .date(let day): return day.description
    case .period(let period): return period.text(language)
    case .duration(let count, let unit): return text(count, unit)
    case .enumeration(let code): return enumerationText(code)
    case .entity(_, let row): return linked?.title(ofRow: row) ?? String(row + 1)
    case .list(let values):
      return values.map { text($0) }.joined(separator: language == .zh ? "、" : ", ")
    }
  }

  /// A value as a sentence shows it, with its unit: 71,600万元, `62.85%`, 14.5个百分点.
  package func phrase(_ value: Value) -> String {
    switch value {
    case .list(let values):
      return values.map { phrase($0) }.joined(separator: language == .zh ? "、" : ", ")
    case .int, .number, .money, .duration:
      guard let unit, !unit.isSign, let name = unit.counted ?? unit.name else { return text(value) }
      return text(value) + (language == .zh ? "" : " ") + name
    case .missing, .bool, .text, .date, .period, .enumeration, .entity: return text(value)
    }
  }

  /// A value as the heading of a column, in a cross-table.
  package func header(_ value: Value) -> String {
    value.isMissing ? Name("missing", "缺失")[language] : phrase(value)
  }

  private func text(_ int: Int64) -> String {
    guard let unit else {
      return decimals.map { NumberText.quotient(Int128(int), over: 1, decimals: $0) } ?? String(int)
    }
    return shown(unit.quotient(int, decimals: decimals))
  }

  private func text(_ money: Money) -> String {
    guard let unit else { return NumberText.grouped(money.description) }
    return shown(unit.quotient(money.minorUnits, decimals: decimals))
  }

  private func text(_ number: Double) -> String {
    guard number.isFinite else { return CellText.missing }
    let scaled = measure?.amount(of: number) ?? number
    guard scaled.isFinite else { return NumberText.shortest(number) }
    if let decimals { return shown(NumberText.rounded(scaled, to: decimals)) }
    return shown(NumberText.readable(scaled, decimals: unit?.isSign == true ? 2 : 4))
  }

  /// Digits grouped, with the sign of a unit that needs no heading.
  private func shown(_ plain: String) -> String {
    let digits = NumberText.grouped(NumberText.withDecimals(plain, atLeast: minimumDecimals))
    guard let unit, unit.isSign, let name = unit.name else { return digits }
    return digits + name
  }

  private func text(_ count: Int32, _ counted: DurationUnit) -> String {
    if let unit { return shown(unit.quotient(Int64(count), decimals: decimals)) }
    switch counted {
    case .days: return counts(count, Name("day", "天"))
    case .months where count % 12 == 0 && count != 0: return counts(count / 12, Name("year", "年"))
    case .months: return counts(count, Name("month", "个月"))
    }
  }

  private func counts(_ count: Int32, _ name: Name) -> String {
    let digits = NumberText.grouped(String(count))
    switch language {
    case .zh: return digits + name.zh
    case .en: return "\(digits) \(name.en)\(count.magnitude == 1 ? "" : "s")"
    }
  }

  private func enumerationText(_ code: Int) -> String {
    guard case .enumeration(let enumeration) = type, enumeration.cases.indices.contains(code) else {
      return String(code)
    }
    return enumeration.cases[code].name[language]
  }
}

/// The unit that the numbers of a column are shown in.
private struct ShownUnit: Sendable {
  /// The name in the language of output; nil where the type has none.
  let name: String?
  /// The name behind a number in a sentence, where that differs: 个百分点.
  var counted: String?
  /// Whether the unit stands beside each number, as `%` does, instead of in the heading.
  let isSign: Bool
  /// One of the unit in what is stored, as a fraction.
  let numerator: Int64
  let denominator: Int64

  init?(_ type: DataType, _ display: Display, _ moneyUnit: MeasureUnit?, _ language: Language) {
    switch type {
    case .money(let currency):
      self.init(money: currency, display.unit ?? moneyUnit, language)
    case .number(let dimension):
      if let unit = display.unit, unit.kind.isNumeric {
        self.init(unit, language)
      } else if dimension != .none {
        self.init(name: dimension.title(language), isSign: false, numerator: 1, denominator: 1)
      } else {
        return nil
      }
    case .int:
      guard let unit = display.unit, unit.kind.isNumeric else { return nil }
      self.init(unit, language)
    case .duration(let counted):
      guard let unit = display.unit, unit.kind == (counted == .days ? .days : .months) else {
        return nil
      }
      self.init(unit, language)
    case .bool, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid: return nil
    }
  }

  private init(_ unit: MeasureUnit, _ language: Language) {
    let isSign = unit.name.zh == "%" || unit.name.zh == "‰"
    self.init(
      name: isSign ? unit.name.zh : unit.name[language], isSign: isSign,
      numerator: unit.numerator, denominator: unit.denominator)
    if language == .zh { counted = unit.aliases.first { $0 == "个" + unit.name.zh } }
  }

  private init(money currency: Currency, _ unit: MeasureUnit?, _ language: Language) {
    if currency == .yuan, let unit, unit.kind == .money {
      self.init(unit, language)
    } else {
      let name = currency == .yuan ? Name("yuan", "元")[language] : currency.code
      self.init(name: name, isSign: false, numerator: 100, denominator: 1)
    }
  }

  private init(name: String?, isSign: Bool, numerator: Int64, denominator: Int64) {
    self.name = name
    self.isSign = isSign
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A stored whole number in the unit, exactly.
  func quotient(_ stored: Int64, decimals: Int?) -> String {
    NumberText.quotient(
      Int128(stored) * Int128(denominator), over: numerator, decimals: decimals)
  }
}

extension MeasureUnit.Kind {
  /// Whether plain or physical numbers can be shown in a unit of the kind.
  fileprivate var isNumeric: Bool {
    switch self {
    case .plain, .physical: true
    case .money, .days, .months: false
    }
  }
}
