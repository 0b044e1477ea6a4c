import PlanQLData
import PlanQLSyntax
import Testing

@Suite("mutilated scripts")
struct PrinterFuzzTests {
  /// The bytes of a sample with some taken out, doubled, swapped or made up.
  private func mutilated(_ source: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(source.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...6, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case _:
        let signs = Array("()[]{}|,.:;\"'`“”#@-+= \n是缺失".utf8)
        bytes.insert(signs[Int.random(in: 0..<signs.count, using: &random)], at: start)
      }
    }
    return bytes
  }

  @Test("whatever stands in a script, it prints, and its diagnostics show")
  func noTrap() {
    var random = SeededGenerator(seed: 5)
    let samples = PrinterSamples.rough + PrinterSamples.pairs.flatMap { [$0.en, $0.zh] }
    for round in 0..<2000 {
      let bytes = mutilated(samples[round % samples.count], &random)
      let result = Parser.parse(bytes)
      let tree = shape(result.script)
      for spelling in [nil, Language.en, .zh] {
        let printed = Printer.text(result.script, source: bytes, spelling: spelling)
        guard !result.hasErrors else { continue }
        let difference = firstDifference(tree, shape(Parser.parse(printed).script))
        #expect(difference == nil, "round \(round)")
      }
      for language in Language.allCases {
        let renderer = DiagnosticRenderer(bytes: bytes, file: "a", language: language)
        for diagnostic in result.diagnostics {
          #expect(renderer.text(diagnostic).contains("[\(diagnostic.code)]"))
          #expect(renderer.json(diagnostic).contains(diagnostic.code))
        }
      }
    }
  }
}
