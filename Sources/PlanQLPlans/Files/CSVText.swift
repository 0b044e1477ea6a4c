/// The quoting rule of CSV as PlanQL writes it: a missing value is a blank cell, the empty text a
/// quoted one, and a text is quoted where reading it back would otherwise give something else.
package enum CSVText {
  /// Writes one cell; nil is a missing value.
  package static func cell(_ text: String?) -> String {
    guard let text else { return "" }
    return needsQuotes(text) ? quoted(text) : text
  }

  /// Writes one cell that is not missing after what stands in `bytes`.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (needsQuotes(text) ? quoted(text) : text).utf8)
  }

  /// Writes some cells of a row, in their order, with the line end after what stands in `bytes`.
  static func append(_ cells: [String?], _ kept: [Int], to bytes: inout [UInt8]) {
    var isFirst = true
    for place in kept {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      if let cell = cells[place] { append(cell, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes one row with its line end.
  package static func row(_ cells: [String?]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// Writes a whole file: `comments` as lines that begin with `#`, then the headings, then the
  /// rows.
  package static func file(
    header: [String], rows: [[String?]], comments: [String] = []
  ) -> String {
    var text = comments.map { "# \($0)\n" }.joined()
    text += row(header)
    for cells in rows { text += row(cells) }
    return text
  }

  private static func needsQuotes(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return true }
    if first == "#" || first == "\u{FEFF}" || isBlank(first) || isBlank(last) { return true }
    return text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append("\"") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Says whether a character shows as nothing at the edge of a cell.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }
}
