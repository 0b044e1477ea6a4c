import PlanQLData
import PlanQLSyntax
import Testing

@Suite("sentences of the grammar")
struct GrammarSentenceTests {
  @Test("sentences made from the grammar file parse", arguments: [Language.en, .zh, nil])
  func sentencesParse(language: Language?) {
    var refused: [String] = []
    for seed in UInt64(1)...1000 {
      var sentences = GrammarSentences(seed: seed, language: language)
      let sentence = sentences.sentence()
      let errors = Parser.parse(sentence).diagnostics.filter { $0.severity == .error }
      let renderer = DiagnosticRenderer(source: sentence, file: "seed \(seed)", language: .en)
      if !errors.isEmpty { refused.append(renderer.text(errors)) }
    }
    #expect(refused.isEmpty, "\(refused.count) refused, first\n\(refused.prefix(3).joined())")
  }
}
