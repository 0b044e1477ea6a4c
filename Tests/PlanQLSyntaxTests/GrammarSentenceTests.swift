import PlanQLData
import PlanQLSyntax
import Testing

@Suite("sentences of the grammar")
struct GrammarSentenceTests {
  @Test("sentences made from the grammar file parse", arguments: [Language.en, .zh, nil])
  func sentencesParse(language: Language?) {
    var refused: [String] = []
    for seed in UInt64(1)...600 {
      var sentences = GrammarSentences(seed: seed, language: language)
      let sentence = sentences.sentence()
      let errors = Parser.parse(sentence).diagnostics.filter { $0.severity == .error }
      let renderer = DiagnosticRenderer(source: sentence, file: "seed \(seed)", language: .en)
      if !errors.isEmpty { refused.append(renderer.text(errors)) }
    }
    #expect(refused.isEmpty, "\(refused.count) refused, first\n\(refused.prefix(3).joined())")
  }

  @Test("what is printed of a sentence reads back as the same tree, in every spelling")
  func sentencesPrint() {
    for seed in UInt64(1)...300 {
      var sentences = GrammarSentences(seed: seed, language: nil)
      let sentence = sentences.sentence()
      let script = Parser.parse(sentence).script
      let tree = TreeDump.text(of: script)
      for spelling in [nil, Language.en, .zh] {
        let printed = Printer.text(script, source: Array(sentence.utf8), spelling: spelling)
        let again = Parser.parse(printed)
        let difference = firstDifference(tree, TreeDump.text(of: again.script))
        #expect(difference == nil, "seed \(seed)")
        let second = Printer.text(again.script, source: Array(printed.utf8), spelling: spelling)
        let change = firstDifference(printed, second)
        #expect(change == nil, "seed \(seed)")
        guard difference == nil, change == nil else { return }
      }
    }
  }
}

/// Where two texts begin to differ, with what stands there; nil where they are the same.
func firstDifference(_ left: String, _ right: String) -> String? {
  guard left != right else { return nil }
  let start = max(0, zip(left, right).prefix { $0 == $1 }.count - 60)
  return "\n\(left.dropFirst(start).prefix(160))\n\(right.dropFirst(start).prefix(160))"
}
