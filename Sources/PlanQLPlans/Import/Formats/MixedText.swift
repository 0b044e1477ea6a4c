import PlanQLData

/// Text and Markdown in which tables are written as a page's: what reads scanned pages writes so.
enum MixedText {
  /// The bytes of a text that are looked at.
  private static let greatestSize = 1 << 22

  /// Says whether a file is a text that holds such a table.
  static func holdsTable(_ source: ImportSource) -> Bool {
    guard ["md", "markdown", "txt"].contains(source.ending),
      source.content.count <= greatestSize, source.content.bytes.contains(UInt8(ascii: "<"))
    else { return false }
    guard let text = try? DecodedText(source.content.bytes).text.lowercased() else { return false }
    return text.contains("<table") && text.contains("</table>") && !HTMLStart.begins(text)
  }

  /// The text as a page: its lines as paragraphs, its tables as they are.
  static func page(of text: String) -> String {
    var isInTable = false
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      line -> String in
      let small = line.lowercased()
      let isOfTable = isInTable || small.contains("<table")
      if let last = small.ranges(of: "<table").last {
        isInTable = !small[last.upperBound...].contains("</table>")
      } else if small.contains("</table>") {
        isInTable = false
      }
      if isOfTable { return String(line) }
      let plain = Markdown.plain(FoldedText(String(line)).trimmed()).string
      let escaped = plain.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return "<p>\(escaped)</p>"
    }
    return "<html><body>" + lines.joined(separator: "\n") + "</body></html>"
  }
}
