/// The rule below the headings of a Markdown table: `|---|:--:|`.
enum MarkdownRule {
  /// Says whether a line is such a rule.
  static func matches(_ line: DocumentLine) -> Bool {
    if !line.cells.isEmpty, line.grid != nil {
      let first = line.cells.lazy.compactMap { $0.merge == .none ? $0.text.firstVisible : nil }
        .first
      guard let first, signs.contains(first) else { return false }
    }
    return matches(line.text)
  }

  private static let signs = "|-: +=".unicodeScalars

  private static func matches(_ text: FoldedText) -> Bool {
    text.contains(anyWord: ["--", ":-", "-:"]) && text.scalars.allSatisfy { signs.contains($0) }
  }
}
