/// The mark of a footnote behind what a cell says: `1200¹`, `1200①`, `1200*`, `1200[1]`, `1200注1`.
struct FootnoteMark {
  /// What stands before the mark.
  let before: FoldedText
  /// The mark as it is written.
  let mark: FoldedText

  /// Whether the mark is raised: ¹.
  var isRaised: Bool { mark.scalars.allSatisfy(FootnoteMark.raised.contains) }

  /// Whether the brackets of the mark may be those of a change over the plan: 〔5〕.
  var mayBeChange: Bool { mark.hasPrefix("(") && !mark.contains("注") }

  /// Parts a cell at its mark; nil where it ends in none.
  init?(behind cell: FoldedText) {
    let text = cell.unbroken.trimmed()
    let length =
      FootnoteMark.lengthOfBracket(text) ?? FootnoteMark.lengthOfNumber(text)
      ?? FootnoteMark.lengthOfSigns(text)
    guard length > 0, length < text.count else { return nil }
    before = text.dropLast(length).trimmed()
    mark = text.dropFirst(text.count - length)
    guard !before.isEmpty else { return nil }
  }

  /// The length of `[1]`, `【注2】`, `〔1〕`, `(注1)` at the end; round brackets alone may hold a change or another number.
  private static func lengthOfBracket(_ text: FoldedText) -> Int? {
    let brackets: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "】": "【", ")": "("]
    guard let last = text.scalar(text.count - 1), let opening = brackets[last],
      let open = text.scalars.lastIndex(of: opening)
    else { return nil }
    let inner = text.part((open + 1)..<(text.count - 1)).trimmed()
    let plain = inner.dropping(first: ["注"])
    let isNote = plain.count < inner.count
    guard last != ")" || isNote || text.string.hasSuffix("〕") else { return nil }
    let isMark =
      plain.isEmpty
      ? isNote
      : plain.count <= 2
        && plain.scalars.allSatisfy {
          FoldedText.isDigit($0) || signs.contains($0) || raised.contains($0)
        }
    return isMark ? text.count - open : nil
  }

  /// The length of `注1` or `^1` at the end.
  private static func lengthOfNumber(_ text: FoldedText) -> Int? {
    let digits = text.scalars.reversed().prefix(while: FoldedText.isDigit).count
    guard (1...2).contains(digits), let sign = text.scalar(text.count - digits - 1),
      sign == "注" || sign == "^"
    else { return nil }
    return digits + 1
  }

  /// The length of the signs at the end; raised digits behind a letter are those of a unit, m², and behind 10 a power.
  private static func lengthOfSigns(_ text: FoldedText) -> Int {
    let scalars = text.scalars
    let length = scalars.reversed().prefix { signs.contains($0) || raised.contains($0) }.count
    let before = text.dropLast(length)
    guard length > 0, raised.contains(scalars[scalars.count - length]) else { return length }
    let last = before.scalar(before.count - 1) ?? " "
    let isOfUnit = last.properties.isAlphabetic && !FoldedText.isIdeograph(last)
    return isOfUnit
      || before.hasSuffix("10")
        && !(before.scalar(before.count - 3).map(FoldedText.isDigit) ?? false)
      ? 0 : length
  }

  private static let signs = Set("*※#▲△★☆†‡①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars)
  private static let raised = Set("¹²³⁰⁴⁵⁶⁷⁸⁹".unicodeScalars)
}
