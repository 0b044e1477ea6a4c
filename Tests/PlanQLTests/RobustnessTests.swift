import PlanQL
import PlanQLSyntax
import TestSupport
import Testing

@Suite("Bad input")
struct RobustnessTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  /// The sources of the corpus that are not there to fail as they run.
  private func sources() throws -> [String] {
    try ProjectFolder.files(in: "Tests/Corpus", ending: ".corpus").flatMap { path in
      try CorpusFile(path).cases
        .filter { entry in !entry.results.contains { $0.name == "failure" } }.map(\.source)
    }
  }

  /// Inputs by what they are; the texts themselves are too long to be arguments of a test.
  private static let hopeless: [String: @Sendable () -> String] = [
    "open parentheses": { String(repeating: "(", count: 100_000) },
    "open brackets": { String(repeating: "[", count: 100_000) + "1" },
    "a megabyte of sums": { String(repeating: "a+", count: 500_000) + "a" },
    "negations": { String(repeating: "not ", count: 100_000) + "a" },
    "minus signs": { String(repeating: "-", count: 100_000) + "1" },
    "a long path": { String(repeating: "a.", count: 200_000) + "a" },
    "a long pipeline": { "projects" + String(repeating: " | take 1", count: 100_000) },
    "holes in holes": { "\"" + String(repeating: "{\"", count: 50_000) },
    "conditions in conditions": { String(repeating: "if a then ", count: 50_000) },
    "calls in calls": { String(repeating: "a(", count: 100_000) },
    "a lone bar": { "|" },
    "a character for text direction": { "\u{202E}1" },
    "an unclosed text": { "projects | where name = \"abc" },
  ]

  @Test("input that is hopeless gives one diagnostic", arguments: hopeless.keys.sorted())
  func pathological(name: String) throws {
    let input = try #require(RobustnessTests.hopeless[name])
    let diagnostics = plan.check(QuerySource(input()))
    #expect(diagnostics.count == 1)
  }

  @Test("random bytes give one diagnostic")
  func randomBytes() {
    var random = Seeded(1)
    for length in [1, 10, 1000, 100_000] {
      var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.append(0xFF)
      #expect(Parser.parse(bytes).diagnostics.count == 1)
    }
  }

  @Test("mutilated queries never trap, and their diagnostics lie in the source")
  func mutilated() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let sources = try sources()
    let pieces = sources.flatMap { $0.split(separator: " ").map(String.init) }
    for _ in 0..<1500 {
      guard var text = sources.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        mutilate(&text, pieces, &random)
      }
      let diagnostics = plan.check(QuerySource(text))
      let count = text.utf8.count
      for diagnostic in diagnostics {
        let isInside =
          diagnostic.span.start >= 0 && diagnostic.span.start <= diagnostic.span.end
          && diagnostic.span.end <= count
        #expect(isInside, "seed \(seed): \(text)")
      }
      if !diagnostics.contains(where: { $0.severity == .error }) {
        _ = try? plan.report(QuerySource(text)).run(limits: .untrusted)
      }
    }
  }

  private func mutilate(_ text: inout String, _ pieces: [String], _ random: inout Seeded) {
    let place = text.indices.randomElement(using: &random) ?? text.startIndex
    switch Int.random(in: 0..<4, using: &random) {
    case 0: text.remove(at: place == text.endIndex ? text.startIndex : place)
    case 1: text.insert(contentsOf: (pieces.randomElement(using: &random) ?? "") + " ", at: place)
    case 2:
      text.insert(
        ["(", ")", "|", "\"", "{", "}", ",", "。", "年", "万", "9", "@", "..", "-"]
          .randomElement(using: &random)?.first ?? " ", at: place)
    case _: text = String(text[..<place])
    }
    if text.isEmpty { text = " " }
  }

  @Test("every prefix of a pipeline runs")
  func prefixes() throws {
    var count = 0
    for source in try sources() where plan.check(QuerySource(source)).isEmpty {
      let bytes = Array(source.utf8)
      for statement in Parser.parse(bytes).script.statements {
        guard case .result(let expression) = statement.kind,
          case .pipeline(_, let stages) = expression.kind
        else { continue }
        for stage in stages {
          let prefix = String(decoding: bytes[..<stage.span.end], as: UTF8.self)
          #expect(plan.check(QuerySource(prefix)).allSatisfy { $0.severity == .hint }, "\(prefix)")
          _ = try plan.report(QuerySource(prefix)).run()
          count += 1
        }
      }
    }
    #expect(count > 100)
  }
}
