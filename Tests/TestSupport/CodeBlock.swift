/// A fenced block of code in a Markdown file.
package struct CodeBlock: Sendable {
  package let language: String
  package let text: String
  /// The line of the fence, counted from 1.
  package let line: Int
  /// The nearest heading above, without its marks.
  package let heading: String

  /// All blocks of a text, in order.
  package static func all(in markdown: String) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var heading = ""
    var open: (language: String, line: Int, lines: [Substring])?
    for (place, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if let block = open, line == "```" {
        blocks.append(
          CodeBlock(
            language: block.language, text: block.lines.map { $0 + "\n" }.joined(),
            line: block.line, heading: heading))
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), place + 1, [])
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return blocks
  }
}
