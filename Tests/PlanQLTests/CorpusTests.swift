import Foundation
import TestSupport
import PlanQL
import Testing

/// Set `PLANQL_UPDATE=1` to write what the stages now make of each case; then review the difference.
@Suite("The corpus")
struct CorpusTests {
  static let files = ProjectFolder.files(in: "Tests/Corpus", ending: ".corpus")
  static let updates = ProcessInfo.processInfo.environment["PLANQL_UPDATE"] == "1"
  static let plan = Swift.Result { try Plan(at: ProjectFolder.path("Tests/Corpus/plan")) }
  static let plain = Swift.Result { try Plan(at: ProjectFolder.path("Tests/Corpus/plain")) }

  /// The tables that the cases of a file are about.
  static func plan(of path: String) throws -> Plan {
    try path.hasSuffix("plain.corpus") ? plain.get() : plan.get()
  }

  @Test("every case gives what stands there", arguments: files)
  func cases(path: String) throws {
    let plan = try CorpusTests.plan(of: path)
    var file = try CorpusFile(path)
    for place in file.cases.indices {
      let entry = file.cases[place]
      let runner = CorpusRunner(plan: plan.using(entry.files), settings: entry.settings)
      let names = entry.results.isEmpty ? runner.natural(entry.source) : entry.results.map(\.name)
      let made = names.map {
        (
          name: $0,
          text: runner.section($0, of: entry.source).trimmingCharacters(in: .newlines)
        )
      }
      if !CorpusTests.updates {
        #expect(!entry.results.isEmpty, "\(entry.heading): nothing is expected")
        for (expected, found) in zip(entry.results, made) {
          #expect(found.text == expected.text, "\(entry.heading): \(expected.name)")
        }
      }
      file.cases[place].sections = entry.inputs + made
    }
    if CorpusTests.updates {
      try file.text.write(toFile: ProjectFolder.path(path), atomically: true, encoding: .utf8)
    }
  }

  @Test("headings tell cases apart", arguments: files)
  func headings(path: String) throws {
    let headings = try CorpusFile(path).cases.map(\.heading)
    #expect(Set(headings).count == headings.count)
  }

  @Test("a case in Chinese spelling gives the same bytes", arguments: files)
  func spellings(path: String) throws {
    let plan = try CorpusTests.plan(of: path)
    for entry in try CorpusFile(path).cases
    where entry.sections.contains(where: { $0.name == "result" }) {
      let plan = plan.using(entry.files)
      let runner = CorpusRunner(plan: plan)
      let chinese = plan.formatted(entry.source, spelling: .zh)
      let english = plan.formatted(chinese, spelling: .en)
      let expected = runner.section("result", of: entry.source)
      for text in [chinese, english] {
        let found = runner.section("result", of: text)
        #expect(found == expected, "\(entry.heading): \(text)")
      }
    }
  }
}
