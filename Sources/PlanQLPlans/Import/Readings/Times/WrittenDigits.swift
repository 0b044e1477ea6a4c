/// Years in the numerals of Chinese, digit by digit: 二〇二四年, 二零二四年.
enum WrittenDigits {
  /// A text with the digits that four numerals before 年 stand for, or before a dash and four more, of the same length.
  static func inYears(of text: FoldedText) -> FoldedText {
    guard text.contains("年") else { return text }
    var written = text.string.unicodeScalars.map { $0 }
    let scalars = text.scalars
    guard written.count == scalars.count else { return text }
    func isFourDigits(_ start: Int) -> Bool {
      start + 4 < scalars.count && scalars[start..<(start + 4)].allSatisfy { digits[$0] != nil }
    }
    for end in scalars.indices where end >= 4 {
      let isSpan = "-~至到".unicodeScalars.contains(scalars[end]) && isFourDigits(end + 1)
      guard scalars[end] == "年" || isSpan else { continue }
      let year = scalars[(end - 4)..<end].map { digits[$0] }
      let isLonger = end > 4 && digits[scalars[end - 5]] != nil
      guard !isLonger, year.allSatisfy({ $0 != nil }), year[0] == 1 || year[0] == 2 else {
        continue
      }
      for (place, digit) in zip((end - 4)..<end, year) {
        written[place] = Unicode.Scalar(UInt8(0x30 + (digit ?? 0)))
      }
    }
    return FoldedText(String(String.UnicodeScalarView(written)))
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
}
