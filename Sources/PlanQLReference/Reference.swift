import PlanQL
package import PlanQLData
import PlanQLSyntax

/// All that can be looked up: the words of the language, functions, units, tables and messages, each read off the
/// table that the program itself works by.
///
///     Reference(catalog: plan.catalog).entries(named: "分摊")
package struct Reference: Sendable {
  /// The plan whose tables, fields and values are explained.
  let catalog: Catalog
  /// What the example plan gives for a script.
  let results: [String: String]

  /// Makes the reference of a plan; `results` are what the examples give.
  package init(
    catalog: Catalog = Plan.standard.catalog, results: [String: String] = ExampleResults.all
  ) {
    self.catalog = catalog
    self.results = results
  }

  /// Every entry of a kind, in the order of its table.
  package func entries(of kind: ReferenceKind) -> [ReferenceEntry] {
    switch kind {
    case .topic: topics
    case .statement: statements
    case .stage: stages
    case .clause: clauses
    case .chart: charts
    case .operation: operators
    case .word: words
    case .type: types
    case .grain: grains
    case .aggregate: aggregates
    case .function: functions
    case .unit: units
    case .magnitude: magnitudes
    case .table: tables
    case .field: fields
    case .value: values
    case .period: periods
    case .format: formats
    case .code: CodePage.codes.map { CodePage.entry($0) }
    }
  }

  /// Everything that is called so, in any spelling: also a code in small letters, and a quotient of units.
  package func entries(named text: String) -> [ReferenceEntry] {
    if let code = CodePage.code(text) { return [CodePage.entry(code)] }
    let found = ReferenceKind.allCases.filter { $0 != .code }
      .flatMap { kind in entries(of: kind).filter { $0.isCalled(text) } }
    guard found.isEmpty, let unit = catalog.units.unit(named: text) else { return found }
    return [entry(unit)]
  }

  /// The names that a misspelt one is compared with.
  package var knownNames: [String] {
    let names = ReferenceKind.allCases.filter { $0 != .code }
      .flatMap { kind in entries(of: kind).flatMap { [$0.name.en, $0.name.zh] } }
    return names + CodePage.codes
  }

  /// A use of a word, with what it gives where it has been run.
  func example(_ usage: UsageExample) -> ReferenceBlock {
    .example(
      ReferenceExample(
        purpose: usage.purpose, file: usage.file, source: usage.source,
        result: result(usage.source)))
  }

  /// A script without a word about it.
  func example(_ source: LocalizedText) -> ReferenceBlock {
    .example(
      ReferenceExample(purpose: nil, file: nil, source: source, result: result(source)))
  }

  private func result(_ source: LocalizedText) -> LocalizedText? {
    results[source.en].flatMap { en in
      results[source.zh].map { LocalizedText(en: en, zh: $0) }
    }
  }

  /// The scripts of all examples, for what runs them.
  package var examples: [ReferenceExample] {
    ReferenceKind.allCases.filter { $0 != .code }.flatMap { kind in
      entries(of: kind).flatMap { entry in
        entry.blocks.compactMap { if case .example(let example) = $0 { example } else { nil } }
      }
    }
  }
}

extension Name {
  /// The name as a text.
  var text: LocalizedText { LocalizedText(en: en, zh: zh) }
}

extension LocalizedText {
  /// Texts joined in each language: in English by commas, in Chinese by 、.
  static func list(_ texts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: texts.map(\.en).joined(separator: ", "), zh: texts.map(\.zh).joined(separator: "、"))
  }
}
