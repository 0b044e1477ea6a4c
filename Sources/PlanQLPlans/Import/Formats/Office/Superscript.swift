#if Office
  /// Writes raised digits so that they are told from those on the line: 350² is no 3502, and m³ no
  /// m3.
  enum Superscript {
    private static let digits: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹", "+": "⁺", "-": "⁻",
    ]

    /// The text with raised digits and signs.
    static func raised(_ text: String) -> String { String(text.map { digits[$0] ?? $0 }) }
  }
#endif
