import TestSupport
import Testing

@Suite("README's commands")
struct ReadmeCommandTests {
  @Test("every shell line after the quick start runs, and gives the text that stands below it")
  func lines() throws {
    let blocks = CodeBlock.all(in: try ProjectFolder.text("README.md"))
    var count = 0
    for (place, block) in blocks.enumerated()
    where block.language == "sh" && block.heading != "Quick start" {
      let lines = block.text.split(separator: "\n").map(String.init)
      for line in lines {
        let outcome = try PlanQLBinary.run(arguments(line), folder: ProjectFolder.path("."))
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
        if lines.count == 1, blocks.indices.contains(place + 1),
          blocks[place + 1].language == "text"
        {
          #expect(outcome.output == blocks[place + 1].text)
        }
        count += 1
      }
    }
    #expect(count >= 5)
  }

  /// The words of a shell line after the command, quotation marks resolved.
  private func arguments(_ line: String) -> [String] {
    var words: [String] = []
    for (place, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if place % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return Array(words.dropFirst())
  }
}
