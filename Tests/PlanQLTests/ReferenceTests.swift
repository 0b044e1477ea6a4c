import Foundation
import PlanQL
import PlanQLReference
import TestSupport
import Testing

/// Set `PLANQL_UPDATE=1` to write what the examples now give and the pages that follow from the tables; then review
/// the difference.
@Suite("The reference")
struct ReferenceTests {
  private static let resultsPath = "Sources/PlanQLReference/ExampleResults.swift"
  private static let folder = "Sources/PlanQL/PlanQL.docc/Reference/"

  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Examples/huaian"))
  }

  /// What a terminal shows of an example.
  private func result(_ example: ReferenceExample, _ language: Language) throws -> String {
    let files = ScriptFiles { _, _ in
      .init(name: "file", text: example.file?.source[language] ?? "")
    }
    do {
      let report = try plan.using(files).report(QuerySource(example.source[language]))
      #expect(report.warnings.isEmpty, "\(report.warnings.map(\.message.en))")
      let options = RenderOptions(width: TerminalPage.exampleWidth)
      return OutputFormat.table.render(try report.run(language: language), options: options)
        .trimmingCharacters(in: .newlines)
    } catch let error as PlanQLError {
      Issue.record("\(example.source[language])\n\(error.diagnostics.map(\.message.en))")
      return ""
    }
  }

  private func results() throws -> [(source: String, result: String)] {
    let examples = Reference().examples
    #expect(examples.count > 60)
    return try examples.flatMap { example in
      try Language.allCases.map { (example.source[$0], try result(example, $0)) }
    }
  }

  @Test("every example runs over the example plan and gives what is shown")
  func examples() throws {
    let results = try results()
    if CorpusTests.updates { return try update(results) }
    for (source, result) in results {
      #expect(ExampleResults.all[source] == result, "\(source)")
      #expect(result.split(separator: "\n").count <= 18, "\(source)\n\(result)")
    }
    #expect(ExampleResults.all.count == Set(results.map(\.source)).count)
  }

  /// Writes the results and the pages.
  private func update(_ results: [(source: String, result: String)]) throws {
    func literal(_ text: String) -> String {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return "#\"\"\"\n" + lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
        + "    \"\"\"#"
    }
    let (head, _) = try #require(
      ProjectFolder.text(ReferenceTests.resultsPath).split(once: "= ["))
    let rows = results.map { "    \(literal($0.source)): \(literal($0.result)),\n" }
    try (head + "= [\n" + rows.joined() + "  ]\n}\n").write(
      toFile: ProjectFolder.path(ReferenceTests.resultsPath), atomically: true, encoding: .utf8)
    let table = Dictionary(results.map { ($0.source, $0.result) }) { first, _ in first }
    let files = Catalogue(Reference(results: table)).files
    let base = ProjectFolder.path(ReferenceTests.folder)
    try? FileManager.default.removeItem(atPath: base)
    for file in files {
      let url = URL(fileURLWithPath: base + "/" + file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.text.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  @Test("the pages of the catalogue are those that follow from the tables")
  func pages() throws {
    guard !CorpusTests.updates else { return }
    let files = Catalogue().files
    let found = ProjectFolder.files(in: ReferenceTests.folder, ending: ".md")
    #expect(Set(found) == Set(files.map { "\(ReferenceTests.folder)/\($0.path)" }))
    for file in files {
      #expect(
        try ProjectFolder.text(ReferenceTests.folder + file.path) == file.text, "\(file.path)")
    }
    let names = files.map { $0.path.split(separator: "/").last }
    #expect(Set(names).count == names.count, "two pages have one name")
  }

  @Test("nothing that help shows is wider than the screen", arguments: Language.allCases)
  func width(language: Language) {
    let reference = Reference(catalog: plan.catalog)
    let page = TerminalPage(language: language, width: 80)
    for kind in ReferenceKind.allCases {
      for entry in reference.entries(of: kind) {
        for line in page.text(of: [entry]).split(separator: "\n") {
          #expect(line.displayWidth <= 80, "\(entry.name.en)")
        }
      }
    }
    for width in [40, 60, 80] {
      let overview = TerminalPage(language: language, width: width)
        .overview(of: reference, before: [])
      #expect(overview.split(separator: "\n").allSatisfy { $0.displayWidth <= width })
    }
  }

  @Test("every name finds its entry in either spelling, and a code in small letters")
  func names() {
    let reference = Reference(catalog: plan.catalog)
    for kind in ReferenceKind.allCases {
      for entry in reference.entries(of: kind) {
        for spelling in [entry.name.en, entry.name.zh] {
          let found = reference.entries(named: spelling)
          #expect(found.contains { $0.kind == kind && $0.name == entry.name }, "\(spelling)")
        }
      }
    }
    #expect(reference.entries(named: "pql0203").count == 1)
    #expect(reference.entries(named: "t/年").first?.summary.en.contains("g/yr") == true)
    #expect(reference.entries(named: "wheer").isEmpty)
  }
}

extension String {
  /// The text before and after the first place where another stands.
  fileprivate func split(once separator: String) -> (before: String, after: String)? {
    range(of: separator).map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }
}
