/// Marks by which a cell says the same as the one above it or the one to its left.
enum DittoMark: Sendable, Hashable {
  case above, left

  /// Reads `同上`, `〃`, `″`, `ditto`, `as above`, `同左`; nil where the text says something else.
  init?(_ text: FoldedText) {
    let word = text.unbroken.trimmed { "()。, ".unicodeScalars.contains($0) }.compact
    if DittoMark.wordsOfAbove.contains(word) {
      self = .above
    } else if ["同左", "同左栏", "asleft"].contains(word) {
      self = .left
    } else {
      return nil
    }
  }

  private static let wordsOfAbove: Set<String> = [
    "同上", "同上行", "同上栏", "同上格", "同前", "同前行", "上同", "〃", "〞", "″", "”", "“", "\"", "''", "ditto",
    "do.",
    "asabove", "sameasabove", "idem", "id.",
  ]
}
