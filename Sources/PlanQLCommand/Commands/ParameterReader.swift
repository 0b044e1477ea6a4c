import PlanQL
import PlanQLData
import PlanQLSyntax

/// Reads the values of `--param` as their types want them, written as literals of the language are,
/// without the quotation marks of texts.
struct ParameterReader {
  let catalog: Catalog

  /// Reads all of `name=value` for the parameters of a script.
  func values(_ arguments: [String], for parameters: [ParameterInfo]) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for argument in arguments {
      guard let sign = argument.firstIndex(where: { $0 == "=" || $0 == "＝" }),
        sign != argument.startIndex
      else { throw CommandFailure(CommandText.badParameter(argument)) }
      let name = String(argument[..<sign])
      let parameter = try parameter(named: name, among: parameters)
      guard values[parameter.name] == nil else {
        throw CommandFailure(CommandText.parameterIsGivenTwice(name))
      }
      let text = String(argument[argument.index(after: sign)...])
      values[parameter.name] = try value(text, for: parameter)
    }
    for parameter in parameters where !parameter.hasDefault && values[parameter.name] == nil {
      throw CommandFailure(
        CommandText.missingParameter(parameter.name, title(parameter.type)),
        advice: CommandText.missingParameterAdvice(
          parameter.name, sample(parameter.type) ?? CommandText.anyValue))
    }
    return values
  }

  private func parameter(
    named name: String, among parameters: [ParameterInfo]
  ) throws -> ParameterInfo {
    if let parameter = parameters.first(where: { $0.name == name }) { return parameter }
    let names = parameters.map(\.name)
    throw CommandFailure(
      CommandText.noParameter(name),
      advice: Suggestions.help(for: name, among: names) ?? CommandText.parameters(names))
  }

  private func value(_ text: String, for parameter: ParameterInfo) throws -> Value {
    if let value = value(text, as: parameter.type) { return value }
    let message = CommandText.valueDoesNotFit(text, parameter.name, title(parameter.type))
    throw CommandFailure(message, advice: advice(text, parameter.type))
  }

  /// What could have been written instead.
  private func advice(_ text: String, _ type: DataType) -> LocalizedText? {
    let known = names(of: type)
    if let help = Suggestions.help(for: text, among: known) { return help }
    if case .enumeration = type { return CommandText.values(known) }
    return sample(type).map { CommandText.valueSample($0) }
  }

  private func names(of type: DataType) -> [String] {
    switch type {
    case .enumeration(let enumeration):
      enumeration.cases.map { $0.name[MessageLanguage.current] }
    case .entity(let name):
      catalog.table(named: name).map { place in
        let table = catalog.tables[place]
        return (0..<min(table.count, 2000)).map { table.title(ofRow: $0) }
      } ?? []
    case .list(let element): names(of: element)
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .missing, .invalid: []
    }
  }

  private func title(_ type: DataType) -> String {
    catalog.title(of: type)[MessageLanguage.current]
  }

  /// A value of a type as the command line takes it; nil where none can be named.
  func sample(_ type: DataType) -> LocalizedText? {
    switch type {
    case .bool: LocalizedText(en: "true", zh: "是")
    case .int: LocalizedText("12")
    case .number: LocalizedText("0.5")
    case .money: LocalizedText("1000万元")
    case .text: LocalizedText(en: "some words", zh: "一段文字")
    case .date: LocalizedText("2023-06-30")
    case .period: LocalizedText("2021..2025")
    case .duration(.days): LocalizedText("90天")
    case .duration(.months): LocalizedText("6个月")
    case .enumeration(let enumeration):
      enumeration.cases.first.map { LocalizedText(en: $0.name.en, zh: $0.name.zh) }
    case .entity: names(of: type).first.map { LocalizedText($0) }
    case .list(let element): sample(element)
    case .missing, .invalid: nil
    }
  }

  /// Reads a value of a type; nil where the text is none.
  func value(_ text: String, as type: DataType) -> Value? {
    switch type {
    case .text: return .text(text)
    case .enumeration(let enumeration):
      return enumeration.code(named: text).map { .enumeration($0) }
    case .entity(let name):
      guard let place = catalog.table(named: name) else { return nil }
      let rows = catalog.tables[place].rows(named: text)
      return rows.count == 1 ? .entity(name, row: rows[0]) : nil
    case .list(let element):
      let parts = text.split(omittingEmptySubsequences: true) { ",，、".contains($0) }
      let values = parts.map { value(String($0.drop { $0 == " " }), as: element) }
      return values.contains(nil) ? nil : .list(values.compactMap { $0 })
    case .period:
      let named = catalog.namedPeriods.first { $0.name.matches(text) }
      return named.map { .period($0.period) } ?? ParameterReader.literal(text, as: type)
    case .bool, .int, .number, .money, .date, .duration, .missing, .invalid:
      return ParameterReader.literal(text, as: type)
    }
  }

  /// Reads a literal of the language as a value of a type; nil where it is none of that type.
  static func literal(_ text: String, as type: DataType) -> Value? {
    if type == .date, let day = Day(iso: text) { return .date(day) }
    if type == .period, let period = Period(text: text) { return .period(period) }
    let parsed = Parser.parse(Array(text.utf8))
    guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
      case .result(let expression) = parsed.script.statements[0].kind
    else { return nil }
    return LiteralReader(type: type).value(expression)
  }
}

/// Reads an expression that is a plain literal as a value of a type.
private struct LiteralReader {
  let type: DataType

  func value(_ expression: Expression) -> Value? {
    switch (expression.kind, type) {
    case (.bool(let truth), .bool): return .bool(truth)
    case (.unary(.minus, let operand), _): return value(operand).flatMap { negated($0) }
    case (_, .period): return period(expression).map { .period($0) }
    case (.period(let period), .date):
      return period.start.flatMap { $0 == period.end ? .date($0) : nil }
    case (.number(let literal), _): return number(literal)
    case (_, _): return nil
    }
  }

  private func period(_ expression: Expression) -> Period? {
    switch expression.kind {
    case .period(let period): return period
    case .number(let literal):
      guard literal.suffix == nil, literal.digitsText.utf8.count == 4 else { return nil }
      return literal.digits.scaled(by: 0).flatMap { Period(year: Int($0)) }
    case .range(let lower, let upper):
      let (first, last) = (lower.flatMap { period($0) }, upper.flatMap { period($0) })
      guard (lower == nil) == (first == nil), (upper == nil) == (last == nil) else { return nil }
      return Period(from: first?.start, through: last?.end)
    case _: return nil
    }
  }

  private func number(_ literal: NumberLiteral) -> Value? {
    let power = literal.suffix?.magnitude?.power ?? 0
    let unit = literal.suffix?.unit
    switch type {
    case .int:
      guard unit == nil || unit?.kind == .plain && unit?.factor == 1 else { return nil }
      return literal.digits.scaled(by: power).map { .int($0) }
    case .number(let dimension):
      let kind = unit?.kind ?? .plain
      let isFitting =
        kind == .plain ? dimension == .none : kind == .physical(dimension)
      guard isFitting else { return nil }
      let measure = unit ?? MeasureUnit("", "", kind, 1)
      return measure.baseNumber(literal.digits, power: power).map { .number($0) }
    case .money(let currency):
      return amount(literal, power: power, of: unit, kind: .money).map {
        .money(Money(minorUnits: $0, currency: currency))
      }
    case .duration(let kind):
      let unitKind = kind == .days ? MeasureUnit.Kind.days : .months
      return amount(literal, power: power, of: unit, kind: unitKind)
        .flatMap { Int32(exactly: $0) }.map { .duration($0, kind) }
    case .bool, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid: return nil
    }
  }

  /// The literal counted in the smallest step of its unit, exactly; nothing needs no unit.
  private func amount(
    _ literal: NumberLiteral, power: Int, of unit: MeasureUnit?, kind: MeasureUnit.Kind
  ) -> Int64? {
    guard let unit else { return literal.digits.significand == 0 ? 0 : nil }
    guard unit.kind == kind else { return nil }
    let (product, overflow) = literal.digits.significand
      .multipliedReportingOverflow(by: unit.numerator)
    return overflow ? nil : Decimal(product, scale: literal.digits.scale).scaled(by: power)
  }

  private func negated(_ value: Value) -> Value? {
    switch value {
    case .int(let number): .int(-number)
    case .number(let number): .number(-number)
    case .money(let money):
      .money(Money(minorUnits: -money.minorUnits, currency: money.currency))
    case .duration(let count, let unit): .duration(-count, unit)
    case .missing, .bool, .text, .date, .period, .enumeration, .entity, .list: nil
    }
  }
}
