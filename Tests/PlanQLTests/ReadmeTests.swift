import Foundation
import PlanQL
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  private let plan: Plan
  private let blocks: [CodeBlock]

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Examples/huaian"))
    self.blocks = CodeBlock.all(in: try ProjectFolder.text("README.md"))
  }

  @Test("every query runs, and gives the text that stands below it")
  func queries() throws {
    #expect(blocks.count { $0.language == "planql" } >= 4)
    for (place, block) in blocks.enumerated() where block.language == "planql" {
      let found = shown(block.text)
      let next = blocks.indices.contains(place + 1) ? blocks[place + 1] : nil
      if let next, next.language == "text", next.line == block.line + lines(block) + 3 {
        #expect(found == next.text, "line \(block.line)")
      } else {
        #expect(plan.check(QuerySource(block.text)).isEmpty, "line \(block.line)")
      }
    }
  }

  private func lines(_ block: CodeBlock) -> Int { block.text.count { $0 == "\n" } }

  /// The result as a terminal shows it, or the diagnostics of a query with a mistake.
  private func shown(_ source: String) -> String {
    do {
      let document = try plan.report(QuerySource(source)).run(language: .en)
      return OutputFormat.named("table")?.render(document) ?? ""
    } catch let error as PlanQLError {
      let renderer = DiagnosticRenderer(source: source, file: "query", language: .en)
      return error.diagnostics.map { renderer.text($0) }.joined()
    } catch {
      return "\(error)"
    }
  }

  @Test("the Swift block is the example that is built and run")
  func embedding() throws {
    let source = try ProjectFolder.text("Examples/embedding/Sources/embedding/Leads.swift")
    let swift = blocks.filter { $0.language == "swift" }
    #expect(!swift.isEmpty)
    for block in swift { #expect(source.contains(block.text)) }
  }

  @Test("the tables of stages and statements are those of the language")
  func tables() throws {
    let text = try ProjectFolder.text("README.md")
    for stage in StageWord.allCases where stage.signature.isPart {
      let signature = stage.signature
      #expect(text.contains("| `\(signature.syntax.en)` | \(signature.name.zh) | \(signature.summary.en) |"))
    }
    for word in StatementWord.allCases.map(\.word) where word.isPart {
      #expect(text.contains("| `\(word.name.en)` | \(word.name.zh) | \(word.doc.en) |"))
    }
  }

  @Test("the first two shell blocks under Quick start are one line each")
  func quickStart() {
    let shell = blocks.filter { $0.language == "sh" && $0.heading == "Quick start" }
    #expect(shell.count == 2)
    for block in shell { #expect(lines(block) == 1) }
  }
}
