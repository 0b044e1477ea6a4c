/// Marks by which a cell says the same as the one above it or the one to its left.
enum DittoMark: Sendable, Hashable {
  case above, left

  /// Reads `同上`, `〃`, `″`, `ditto`, `as above`, `同左`; nil where the text says something else.
  init?(_ text: FoldedText) {
    guard text.count <= 24, let first = text.firstVisible, DittoMark.starts.contains(first) else {
      return nil
    }
    let word = text.unbroken.trimmed { "()。, ".unicodeScalars.contains($0) }.compact
    if DittoMark.wordsOfAbove.contains(word) {
      self = .above
    } else if ["同左", "同左栏", "asleft"].contains(word) {
      self = .left
    } else {
      return nil
    }
  }

  /// Marks begin with one of these, or with what may stand around them.
  private static let starts = Array("同上〃〞″”“\"'dDaAsSiI()。,".unicodeScalars)

  private static let wordsOfAbove: Set<String> = [
    "同上", "同上行", "同上栏", "同上格", "同前", "同前行", "上同", "〃", "〞", "″", "”", "“", "\"", "''", "ditto",
    "do.",
    "asabove", "sameasabove", "idem", "id.",
  ]
}
