import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLSemantics
import PlanQLSyntax

/// Fits the values that a caller gives to the parameters of a script.
struct ParameterBinding {
  private let catalog: Catalog
  private let declared: [ScriptParameter]
  private let sources: SourceFiles

  init(_ report: Report) {
    self.catalog = report.plan.catalog
    self.sources = report.sources
    self.declared = report.script.parameters
  }

  /// A value for each parameter of the script, nil where its default is to be computed. Throws `PlanQLError` for a
  /// name that is no parameter and a value that is not of its type.
  func values(_ given: [String: Value]) throws -> [Value?] {
    for name in given.keys.sorted() where !declared.contains(where: { $0.name == name }) {
      throw failure(
        en: "no parameter is called '\(name)'", zh: "没有名为 '\(name)' 的参数")
    }
    return try declared.map { try value(of: $0, given[$0.name]) }
  }

  private func value(of parameter: ScriptParameter, _ given: Value?) throws -> Value? {
    guard let given else {
      if parameter.defaultValue != nil { return nil }
      let message = RunFailure(.missingParameter(parameter.name), at: parameter.span).message
      throw PlanQLError(
        .parameter, message.text,
        diagnostics: [sources.placed(Diagnostic(message, at: parameter.span))])
    }
    guard let value = catalog.fit(given, to: parameter.type) else {
      throw failure(
        en:
          "the value of parameter '\(parameter.name)' is no \(catalog.title(of: parameter.type).en)",
        zh: "参数 '\(parameter.name)' 的值不是\(catalog.title(of: parameter.type).zh)")
    }
    return value
  }

  private func failure(en: String, zh: String) -> PlanQLError {
    PlanQLError(.parameter, LocalizedText(en: en, zh: zh))
  }
}

extension Catalog {
  /// A value as one of a type: a whole number may stand for a year or a number, a text for a name, a date or a
  /// period. Nil where it does not fit.
  package func fit(_ value: Value, to type: DataType) -> Value? {
    switch (value, type) {
    case (.missing, _): return nil
    case (.bool, .bool), (.int, .int), (.text, .text), (.date, .date), (.period, .period):
      return value
    case (.number(let number), .number): return number.isFinite ? value : nil
    case (.int(let number), .number): return .number(Double(number))
    case (.int(let number), .period): return Period(year: Int(number)).map { .period($0) }
    case (.date(let day), .period): return .period(Period(day))
    case (.money(let money), .money(let currency)): return money.currency == currency ? value : nil
    case (.duration(_, let unit), .duration(let wanted)): return unit == wanted ? value : nil
    case (.enumeration(let code), .enumeration(let enumeration)):
      return enumeration.cases.indices.contains(code) ? value : nil
    case (.entity(let table, let row), .entity(let wanted)):
      guard table == wanted, let place = self.table(named: table) else { return nil }
      return tables[place].count > row && row >= 0 ? value : nil
    case (.list(let values), .list(let element)):
      let fits = values.compactMap { fit($0, to: element) }
      return fits.count == values.count ? .list(fits) : nil
    case (.text(let text), _): return named(text, type)
    case (_, _): return nil
    }
  }

  /// The value of a type that a text names.
  private func named(_ text: String, _ type: DataType) -> Value? {
    switch type {
    case .date: return Day(iso: text).map { .date($0) }
    case .period: return Period(text: text).map { .period($0) }
    case .enumeration(let enumeration):
      return enumeration.code(named: text).map { .enumeration($0) }
    case .entity(let table):
      guard let place = self.table(named: table) else { return nil }
      let rows = tables[place].rows(named: text)
      return rows.count == 1 ? .entity(table, row: rows[0]) : nil
    case .bool, .int, .number, .money, .text, .duration, .list, .missing, .invalid: return nil
    }
  }
}
