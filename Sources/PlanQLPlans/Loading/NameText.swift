import Foundation

/// Brings names of files, headings and settings to the form in which scripts write names.
enum NameText {
  /// A name in normal form C, with full-width letters and digits folded, without blanks around it.
  static func normalized(_ text: String) -> String {
    let trimmed = ListCell.trimmed(text)
    guard trimmed.utf8.contains(where: { $0 >= 0x80 }) else { return trimmed }
    var folded = String.UnicodeScalarView()
    for scalar in trimmed.precomposedStringWithCanonicalMapping.unicodeScalars {
      folded.append(NameText.folded(scalar))
    }
    return String(folded)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case _: scalar
    }
  }

  /// A heading as matched against names and aliases: folded, without blanks, in small letters.
  static func heading(_ text: String) -> String {
    FoldedText(text.replacing("\n", with: "").replacing("_", with: "")).compact
  }
}
