import Foundation
import PlanQL
import TestSupport
import Testing

/// Set `PLANQL_UPDATE=1` to write what the scripts now give; then review the difference.
@Suite("The examples")
struct ExampleTests {
  static let scripts = ProjectFolder.files(in: "Examples", ending: ".planql")
  static let plan = Swift.Result { try Plan(at: ProjectFolder.path("Examples/huaian")) }

  /// How many checks of a script fail on purpose: one amount of the example's plan was altered
  /// without a decision, and the report on changes must say so.
  static func breaches(of path: String) -> Int {
    path.contains("huaian/reports/changes.") ? 1 : 0
  }

  @Test("every saved script gives the output that stands beside it", arguments: scripts)
  func outputs(path: String) throws {
    let report = try ExampleTests.plan.get().report(QuerySource(ProjectFolder.text(path)))
    let document = try report.run()
    let found = OutputFormat.named("markdown")?.render(document) ?? ""
    let output = path.replacing(".planql", with: ".md")
    if CorpusTests.updates {
      try found.write(toFile: ProjectFolder.path(output), atomically: true, encoding: .utf8)
    }
    #expect(try found == ProjectFolder.text(output))
    #expect(
      document.checks.held == document.checks.count - ExampleTests.breaches(of: path),
      "a check fails, or one that should fail holds")
  }

  @Test("a script and its other spelling give the same tables", arguments: scripts)
  func spellings(path: String) throws {
    let plan = try ExampleTests.plan.get()
    let source = try ProjectFolder.text(path)
    let language: Language = path.hasSuffix(".zh.planql") ? .en : .zh
    let printed = plan.formatted(source, spelling: language)
    #expect(printed != source)
    for format in ["csv", "markdown"] {
      let outputs = try [source, printed].map {
        OutputFormat.named(format)?.render(
          try plan.report(QuerySource($0)).run(language: .zh)) ?? ""
      }
      #expect(outputs[0] == outputs[1], "\(printed)")
    }
  }

  @Test("scripts are printed as the formatter prints them", arguments: scripts)
  func formatted(path: String) throws {
    let source = try ProjectFolder.text(path)
    #expect(try ExampleTests.plan.get().formatted(source) == source)
  }

  @Test("the English and the Chinese script of a report give the same numbers")
  func twins() throws {
    let plan = try ExampleTests.plan.get()
    let english = ExampleTests.scripts.filter { $0.hasSuffix(".en.planql") }
    #expect(english.count >= 5)
    for path in english {
      let pair = try [path, path.replacing(".en.planql", with: ".zh.planql")].map {
        try plan.report(QuerySource(ProjectFolder.text($0))).run(language: .zh)
      }
      let tables = pair.map { document in
        document.parts.compactMap { part -> Table? in
          if case .table(_, let table) = part { table } else { nil }
        }
      }
      #expect(tables[0].count == tables[1].count)
      for (left, right) in zip(tables[0], tables[1]) {
        #expect(left.count == right.count)
        for (a, b) in zip(left.columns, right.columns) where a.type != .text {
          let isSame = (0..<left.count).allSatisfy { a.values.value($0) == b.values.value($0) }
          #expect(isSame, "\(path): \(a.name)")
        }
      }
    }
  }
}
