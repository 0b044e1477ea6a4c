/// The number that a section line or a heading begins with.
struct Numbering: Sendable, Hashable {
  /// 0 for 第一章, 1 for 一、, 2 for (一), 3 for 1. and 4 for (1).
  let level: Int
  let number: Int
  /// What follows the number.
  let rest: FoldedText

  /// Reads the number at the start of a line; nil where there is none.
  init?(_ line: FoldedText) {
    let text = line.trimmed()
    if let sign = text.scalar(0), let (level, number) = Numbering.signs(sign) {
      self.init(level: level, number: number, rest: text.dropFirst(1).trimmed())
      return
    }
    if let (number, length) = Numbering.chapter(text) {
      self.init(level: 0, number: number, rest: text.dropFirst(length).trimmed())
      return
    }
    let isBracketed = text.scalar(0) == "("
    let start = isBracketed ? 1 : 0
    let body = text.dropFirst(start)
    let scalars = body.matching
    let isChinese = scalars.first.map { Numbering.digits.contains($0) } ?? false
    let length = scalars.prefix {
      isChinese ? Numbering.digits.contains($0) : FoldedText.isDigit($0)
    }
    .count
    guard length > 0, length <= 4, let sign = body.scalar(length) else { return nil }
    let signs: [Unicode.Scalar] =
      isBracketed ? [")"] : isChinese ? ["、", ".", ","] : ["、", ".", ")"]
    guard signs.contains(sign) else { return nil }
    let number =
      isChinese
      ? Numbering.value(scalars.prefix(length)) : Int(body.part(0..<length).folded)
    guard let number, number > 0 else { return nil }
    let rest = body.dropFirst(length + 1).trimmed { " 、".unicodeScalars.contains($0) }
    if !isChinese, sign == ".", rest.scalar(0).map(FoldedText.isDigit) ?? true { return nil }
    self.init(level: (isChinese ? 1 : 3) + (isBracketed ? 1 : 0), number: number, rest: rest)
  }

  private init(level: Int, number: Int, rest: FoldedText) {
    self.level = level
    self.number = number
    self.rest = rest
  }

  /// A number with its brackets or its dot in one sign: ㈠, ⒈, ⑴.
  private static func signs(_ sign: Unicode.Scalar) -> (level: Int, number: Int)? {
    switch sign.value {
    case 0x3220...0x3229: (2, Int(sign.value - 0x321F))
    case 0x2488...0x249B: (3, Int(sign.value - 0x2487))
    case 0x2474...0x2487: (4, Int(sign.value - 0x2473))
    case _: nil
    }
  }

  private static let digits: [Unicode.Scalar] = Array("一二三四五六七八九十".unicodeScalars)

  /// The value of a numeral up to 99, as 二十一.
  static func value(_ numeral: some Collection<Unicode.Scalar>) -> Int? {
    var value = 0
    var unit = 0
    for scalar in numeral {
      guard let digit = digits.firstIndex(of: scalar) else { return nil }
      if digit == 9 {
        guard value == 0 else { return nil }
        value = Swift.max(unit, 1) * 10
        unit = 0
      } else {
        guard unit == 0 else { return nil }
        unit = digit + 1
      }
    }
    return value + unit > 0 ? value + unit : nil
  }

  /// `第三章`, `第一节`: the number and the length of the whole.
  private static func chapter(_ text: FoldedText) -> (number: Int, length: Int)? {
    guard text.scalar(0) == "第" else { return nil }
    let numeral = text.dropFirst(1).matching.prefix { digits.contains($0) }
    guard let number = value(numeral), let sign = text.scalar(numeral.count + 1),
      "章节篇部分类".unicodeScalars.contains(sign)
    else { return nil }
    return (number, numeral.count + (sign == "部" ? 3 : 2))
  }
}

extension Numbering {
  /// The number that an item begins with, a circled one too, which is of level 5: `②新建泵站`.
  static func ofItem(_ line: FoldedText) -> Numbering? {
    let text = line.trimmed()
    if let first = text.scalar(0)?.value, (0x2460...0x2473).contains(first) {
      return Numbering(
        level: 5, number: Int(first - 0x245F), rest: text.dropFirst(1).trimmed())
    }
    return Numbering(text)
  }

  /// Whether it stands right after another one of its level.
  func isNext(after other: Numbering?) -> Bool {
    other.map { $0.level == level && $0.number + 1 == number } ?? false
  }

  /// The whole number that the number of a row is: `1`, `1.`, `(1)`.
  static func rowNumber(_ text: FoldedText) -> Int? {
    let digits = text.trimmed { "().、".unicodeScalars.contains($0) }
    guard digits.count <= 4, digits.scalars.allSatisfy(FoldedText.isDigit) else { return nil }
    return Int(digits.folded)
  }
}
