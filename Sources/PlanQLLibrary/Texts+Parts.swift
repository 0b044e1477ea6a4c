import PlanQLData

/// Functions that take a text apart and put it together otherwise.
extension Texts {
  static let partFunctions: [Function] = [
    Function(
      "left", "取左", .text,
      doc: LocalizedText(
        en: "Takes so many characters from the start of a text.", zh: "取文本开头的若干字。"),
      [.taking(.text, .int, giving: .text, kernel: left)],
      examples: [
        FunctionExample("left(\"生态环境局\", 2)", is: "\"生态\""),
        FunctionExample("left(\"abc\", 9)", is: "\"abc\""),
        FunctionExample("left(\"abc\", 0)", is: "\"\""),
      ]),
    Function(
      "right", "取右", .text,
      doc: LocalizedText(
        en: "Takes so many characters from the end of a text.", zh: "取文本末尾的若干字。"),
      [.taking(.text, .int, giving: .text, kernel: right)],
      examples: [
        FunctionExample("right(\"生态环境局\", 3)", is: "\"环境局\""),
        FunctionExample("right(\"abc\", 9)", is: "\"abc\""),
      ]),
    Function(
      "split_part", "取段", .text,
      doc: LocalizedText(
        en:
          "Cuts a text at a separator and gives the piece of that number, counted from 1, a negative "
          + "one from the end; missing where there is none.",
        zh: "按分隔符切开文本，给出第几段（从 1 数起，负数从末尾数）；没有则缺失。"),
      [.taking(.text, .text, .int, giving: .text, known: .partly, kernel: splitPart)],
      examples: [
        FunctionExample("split_part(\"2021-03-05\", \"-\", 2)", is: "\"03\""),
        FunctionExample("split_part(\"a.b@c.cn\", \"@\", -1)", is: "\"c.cn\""),
        FunctionExample("split_part(\"a,b\", \",\", 3)", is: "missing"),
      ]),
    Function(
      "repeat", "重复", .text,
      doc: LocalizedText(
        en: "Writes a text so many times in a row.", zh: "把文本连写若干遍。"),
      [.taking(.text, .int, giving: .text, kernel: repeated)],
      examples: [
        FunctionExample("repeat(\"★\", 3)", is: "\"★★★\""),
        FunctionExample("repeat(\"ab\", -1)", is: "\"\""),
      ]),
    Function(
      "reverse", "反转", .text,
      doc: LocalizedText(
        en: "Writes the characters of a text from the last to the first.",
        zh: "把文本的字从后往前写。"),
      [.taking(.text, giving: .text, kernel: reversed)],
      examples: [FunctionExample("reverse(\"abc\")", is: "\"cba\"")]),
    Function(
      "title_case", "首字母大写", .text,
      doc: LocalizedText(
        en: "Makes the first letter of each word capital and the others small, of a to z only.",
        zh: "把每个单词的首字母变为大写，其余英文字母变为小写。"),
      [.taking(.text, giving: .text, kernel: titleCase)],
      examples: [
        FunctionExample("title_case(\"green belt OF the city\")", is: "\"Green Belt Of The City\""),
        FunctionExample("title_case(\"don't stop\")", is: "\"Don't Stop\""),
      ]),
  ]
}

extension Texts {
  private static func left(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let lengths = arguments[1].words(count)
    return try rewritten(arguments, count) { text, row, output in
      output.append(contentsOf: text[scalarRange(text, from: 1, length: lengths[row])])
      return true
    }
  }

  private static func right(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let lengths = arguments[1].words(count)
    return try rewritten(arguments, count) { text, row, output in
      var start = text.count
      var missing = lengths[row]
      while start > 0, missing > 0 {
        start = scalarStart(text, before: start)
        missing -= 1
      }
      output.append(contentsOf: text[start...])
      return true
    }
  }

  private static func splitPart(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (texts, separators) = (arguments[0].texts(count), arguments[1].texts(count))
    let numbers = arguments[2].words(count)
    var present =
      arguments.reduce(nil as Bitmap?) { bothKnown($0, $1.presence) }
      ?? Bitmap(repeating: true, count: count)
    var pieces = TextPoolBuilder()
    var codes = [Int32](repeating: 0, count: count)
    texts.read { texts in
      separators.read { separators in
        for row in 0..<count where present[row] {
          let text = texts.row(row)
          if let piece = piece(numbers[row], of: text, at: separators.row(row)) {
            codes[row] = pieces.code(of: TextBytes(rebasing: text[piece]))
          } else {
            present[row] = false
          }
        }
      }
    }
    if pieces.count == 0 { _ = pieces.code(of: "") }
    return Vector(.texts(pieces.finish(), codes), presence: present.asPresence)
  }

  /// The piece of a number that `split` would give, from 1 or from the end below 0; nil where there is none.
  private static func piece(
    _ number: Int64, of text: TextBytes, at separator: TextBytes
  ) -> Range<Int>? {
    guard number != 0, !text.isEmpty else { return nil }
    var wanted = number
    if number < 0 {
      let (fromStart, overflow) = (pieceCount(text, separator) + 1)
        .addingReportingOverflow(number)
      guard !overflow, fromStart > 0 else { return nil }
      wanted = fromStart
    }
    var place = 0
    while !separator.isEmpty, let hit = firstPlace(of: separator, in: text, from: place) {
      wanted -= 1
      if wanted == 0 { return place..<hit }
      place = hit + separator.count
    }
    return wanted == 1 ? place..<text.count : nil
  }

  private static func pieceCount(_ text: TextBytes, _ separator: TextBytes) -> Int64 {
    var (count, place) = (Int64(1), 0)
    while !separator.isEmpty, let hit = firstPlace(of: separator, in: text, from: place) {
      count += 1
      place = hit + separator.count
    }
    return count
  }

  private static func repeated(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let times = arguments[1].words(count)
    return try rewritten(arguments, count) { text, row, output in
      guard times[row] > 0, !text.isEmpty else { return true }
      guard times[row] <= longestText / text.count else { return false }
      for _ in 0..<times[row] { output.append(contentsOf: text) }
      return true
    }
  }

  private static func reversed(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      var end = text.count
      while end > 0 {
        let start = scalarStart(text, before: end)
        output.append(contentsOf: text[start..<end])
        end = start
      }
      return true
    }
  }

  /// A word is a run of letters and digits; an apostrophe inside does not end it.
  private static func titleCase(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      var isInWord = false
      for byte in text {
        switch byte {
        case 0x61...0x7A: output.append(isInWord ? byte : byte - 0x20)
        case 0x41...0x5A: output.append(isInWord ? byte + 0x20 : byte)
        case _: output.append(byte)
        }
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: isInWord = true
        case UInt8(ascii: "'"): break
        case _: isInWord = false
        }
      }
      return true
    }
  }

  /// Where the code point begins that ends at a place.
  private static func scalarStart(_ text: TextBytes, before end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
