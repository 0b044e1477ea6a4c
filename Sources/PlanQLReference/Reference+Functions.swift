import PlanQL
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

// Functions.
extension Reference {
  var aggregates: [ReferenceEntry] {
    Library.aggregates.map { function in
      let calls = [call(function.name, function.signature)]
      return ReferenceEntry(
        .aggregate, function.name, function.doc,
        [.syntax(calls)] + values(function.examples)
          + (function.pipeline.map { [example($0)] } ?? []))
    }
  }

  var functions: [ReferenceEntry] {
    Library.functions.filter { !Reference.operatorFunctions.contains($0.name.en) }.map { function in
      ReferenceEntry(
        .function, function.name, function.doc, calls(function) + values(function.examples))
    }
  }

  /// The ways to call a function.
  func calls(_ function: Function) -> [ReferenceBlock] {
    [.syntax(function.overloads.map { call(function.name, $0.signature) })]
  }

  private func call(_ name: Name, _ signature: LocalizedText) -> LocalizedText {
    LocalizedText(en: "\(name.en)(\(signature.en))", zh: "\(name.zh)(\(signature.zh))")
  }

  /// The examples of a function.
  func values(_ examples: [FunctionExample]) -> [ReferenceBlock] {
    examples.isEmpty ? [] : [.values(examples.map { value($0) })]
  }

  /// An example in both spellings.
  private func value(_ example: FunctionExample) -> ReferenceValue {
    ReferenceValue(
      expression: spelt(example.expression), result: spelt(example.result))
  }

  /// An expression over the standard tables as the printer spells it in each language.
  private func spelt(_ expression: String) -> LocalizedText {
    LocalizedText(
      en: expression, zh: Plan.standard.formatted(expression, spelling: .zh).trimmed)
  }
}

extension String {
  /// The text without line breaks at its end.
  var trimmed: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
