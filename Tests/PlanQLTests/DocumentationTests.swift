import PlanQL
import TestSupport
import Testing

@Suite("The articles of the documentation")
struct DocumentationTests {
  private static let articles = ProjectFolder.files(
    in: "Sources/PlanQL/PlanQL.docc", ending: ".md"
  ).filter { !$0.contains("/Reference/") }

  /// The rows of each result of a script as CSV has them, without headings and quotes.
  private func shown(_ source: String, _ plan: Plan) throws -> String {
    let format = try #require(OutputFormat.named("csv"))
    return try source.split(separator: "\n").map { line in
      let result = try plan.compile(QuerySource(String(line))).run()
      return result.render(as: format).split(separator: "\n").dropFirst().joined(separator: "\n")
        + "\n"
    }.joined()
  }

  @Test("every query runs, and gives the text that stands below it", arguments: articles)
  func queries(path: String) throws {
    let plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
    let blocks = CodeBlock.all(in: try ProjectFolder.text(path))
    for (block, next) in zip(blocks, blocks.dropFirst()) where block.language == "planql" {
      guard next.language == "text" else { continue }
      #expect(try shown(block.text, plan) == next.text, "\(path), line \(block.line)")
    }
  }
}
