import Foundation
import PlanQL
import TestSupport
import Testing

@Suite("Mistakes that people make")
struct MistakeTests {
  static let plan = Swift.Result { try Plan(at: ProjectFolder.path("Tests/Corpus/plan")) }

  private static func errors(_ source: String, _ plan: Plan) -> [Diagnostic] {
    plan.check(QuerySource(source)).filter { $0.severity == .error }
  }

  private static func applying(_ fix: Diagnostic.Fix, to source: String) -> String {
    var bytes = Array(source.utf8)
    bytes.replaceSubrange(fix.span.start..<fix.span.end, with: fix.replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a fix mends may have hidden one more error, as a name in a stage that could not be read.
  @Test("fixes lead on, and most to a script that is right")
  func fixes() throws {
    let plan = try MistakeTests.plan.get()
    var mended = 0
    for entry in try CorpusFile("Tests/Corpus/mistakes.corpus").cases {
      var source = entry.source
      for _ in 0..<8 {
        let errors = MistakeTests.errors(source, plan)
        guard let first = errors.first(where: { $0.fix != nil }), let fix = first.fix else {
          if errors.isEmpty, source != entry.source { mended += 1 }
          break
        }
        let next = MistakeTests.applying(fix, to: source)
        let left = MistakeTests.errors(next, plan)
        #expect(left.count <= errors.count + 1, "\(source) → \(next): \(left.map(\.message.en))")
        #expect(next != source, "\(source)")
        source = next
      }
    }
    #expect(mended >= 150)
  }

  @Test("a message is in one language, but for what it quotes", arguments: CorpusTests.files)
  func languages(path: String) throws {
    let plan = try MistakeTests.plan.get()
    let allowed: Set = [
      // Tables of the corpus that have one name in both languages.
      "samples",
      "UTF", "PlanQL", "planql", "Markdown", "CSV", "JSON", "NFC", "YAML", "SQL", "n", "t",
      // Symbols of units.
      "m", "g", "h",
    ]
    for entry in try CorpusFile(path).cases {
      for diagnostic in plan.check(QuerySource(entry.source)) {
        for zh in [diagnostic.message.zh, diagnostic.help?.zh].compactMap({ $0 }) {
          let words = zh.replacing(#/'[^'\n]*'/#, with: "").replacing(#/“[^”]*”/#, with: "")
            .replacing(#/U\+[0-9A-F]+/#, with: "").replacing(#/[a-z_]+\(/#, with: "").replacing(
              #/可用的有：[^）]*/#, with: ""
            )
            .matches(of: #/[A-Za-z]+/#).map { String($0.0) }
          #expect(words.allSatisfy(allowed.contains), "\(entry.heading): \(zh)")
        }
        let en = diagnostic.message.en.replacing(#/'[^\n]*?'/#, with: "")
        let isMixed = en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(!isMixed, "\(entry.heading): \(en)")
      }
    }
  }
}
