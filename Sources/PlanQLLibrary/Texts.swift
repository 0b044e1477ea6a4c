import PlanQLData

/// Functions that measure and change texts. Positions and lengths count code points, from 1.
enum Texts {
  static let functions: [Function] = [
    Function(
      "length", "字数", .text,
      doc: LocalizedText(
        en: "Counts the characters of a text.", zh: "数出文本的字数。"),
      [.taking(.text, giving: .int, kernel: length)],
      examples: [
        FunctionExample("length(\"生态环境局\")", is: "5"), FunctionExample("length(\"\")", is: "0"),
      ]),
    Function(
      "upper", "大写", .text,
      doc: LocalizedText(
        en: "Makes the letters a to z capital and leaves all others.",
        zh: "把英文字母变为大写，其他字符不变。"),
      [.taking(.text, giving: .text, kernel: upper)],
      examples: [FunctionExample("upper(\"pm2.5 超标\")", is: "\"PM2.5 超标\"")]),
    Function(
      "lower", "小写", .text,
      doc: LocalizedText(
        en: "Makes the letters A to Z small and leaves all others.",
        zh: "把英文字母变为小写，其他字符不变。"),
      [.taking(.text, giving: .text, kernel: lower)],
      examples: [FunctionExample("lower(\"COD\")", is: "\"cod\"")]),
    Function(
      "trim", "去空", .text,
      doc: LocalizedText(
        en: "Takes white space, full-width too, off both ends of a text.",
        zh: "去掉文本首尾的空白，全角空格也算。"),
      [.taking(.text, giving: .text, kernel: trim)],
      examples: [FunctionExample("trim(\"  河道　\")", is: "\"河道\"")]),
    Function(
      "trim_start", "去前空", .text,
      doc: LocalizedText(
        en: "Takes white space, full-width too, off the start of a text.",
        zh: "去掉文本开头的空白，全角空格也算。"),
      [.taking(.text, giving: .text, kernel: trimStart)],
      examples: [FunctionExample("trim_start(\" 　河道 \")", is: "\"河道 \"")]),
    Function(
      "trim_end", "去后空", .text,
      doc: LocalizedText(
        en: "Takes white space, full-width too, off the end of a text.",
        zh: "去掉文本末尾的空白，全角空格也算。"),
      [.taking(.text, giving: .text, kernel: trimEnd)],
      examples: [FunctionExample("trim_end(\" 河道　 \")", is: "\" 河道\"")]),
    Function(
      "pad", "补位", .text,
      doc: LocalizedText(
        en:
          "Fills a text up from the left to so many characters with the third text, cut to fit; a longer text stays.",
        zh: "在文本左边用第三个文本补足到指定字数；已够长的不变。"),
      [.taking(.text, .int, .text, giving: .text, kernel: pad)],
      examples: [
        FunctionExample("pad(\"7\", 3, \"0\")", is: "\"007\""),
        FunctionExample("pad(\"2025\", 3, \"0\")", is: "\"2025\""),
      ]),
    Function(
      "position", "位置", .text,
      doc: LocalizedText(
        en:
          "Says at which character, counted from 1, the second text first stands in the first; missing where it "
          + "does not.",
        zh: "给出第二个文本在第一个文本中首次出现的位置，从 1 数起；没有则缺失。"),
      [.taking(.text, .text, giving: .int, known: .partly, kernel: position)],
      examples: [
        FunctionExample("position(\"生态环境局\", \"环境\")", is: "3"),
        FunctionExample("position(\"abc\", \"x\")", is: "missing"),
      ]),
    Function(
      "replace", "替换", .text,
      doc: LocalizedText(
        en: "Puts the third text in place of the second wherever that stands in the first.",
        zh: "把第一个文本里出现的第二个文本都换成第三个。"),
      [.taking(.text, .text, .text, giving: .text, kernel: replace)],
      examples: [
        FunctionExample("replace(\"区环保局\", \"环保\", \"生态环境\")", is: "\"区生态环境局\""),
        FunctionExample("replace(\"aaa\", \"aa\", \"b\")", is: "\"ba\""),
      ]),
    Function(
      "split", "拆分", .text,
      doc: LocalizedText(
        en: "Cuts a text at a separator into a list; the empty text gives an empty list.",
        zh: "按分隔符把文本拆成列表；空文本得空列表。"),
      [.taking(.text, .text, giving: .list(.text), kernel: split)],
      examples: [
        FunctionExample("join(split(\"农业局、水利局\", \"、\"), \"+\")", is: "\"农业局+水利局\"")
      ]),
    Function(
      "join", "连接", .text,
      doc: LocalizedText(
        en: "Joins the known texts of a list with a separator between them.",
        zh: "用分隔符把列表里的文本连成一段，缺失的略去。"),
      [.taking(.list(.text), .text, giving: .text, kernel: join)],
      examples: [FunctionExample("join([\"大气\", \"水\"], \"、\")", is: "\"大气、水\"")]),
    Function(
      "substring", "截取", .text,
      doc: LocalizedText(
        en: "Takes so many characters of a text from a position on, counted from 1; "
          + "without a length, all that follow.",
        zh: "从第几个字起截取若干字（从 1 数起）；不写字数则取到末尾。"),
      [
        .taking(.text, .int, .int, giving: .text, kernel: substring),
        .taking(.text, .int, giving: .text, kernel: substring),
      ],
      examples: [
        FunctionExample("substring(\"生态环境局\", 3, 2)", is: "\"环境\""),
        FunctionExample("substring(\"生态环境局\", 3)", is: "\"环境局\""),
        FunctionExample("substring(\"abc\", 0, 2)", is: "\"a\""),
      ]),
  ]

  /// The longest text that a function makes, in bytes; a longer one fails as an overflow.
  static let longestText = 1 << 24
}

extension Texts {
  static func length(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let lengths = arguments[0].texts(count).mapped(count) { Int64(scalarCount($0)) }
    return Vector(.words(lengths), presence: arguments[0].presence)
  }

  static func upper(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      for byte in text {
        output.append(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
      }
      return true
    }
  }

  static func lower(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      for byte in text {
        output.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
      }
      return true
    }
  }

  static func trim(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      output.append(contentsOf: text[trimmedRange(text)])
      return true
    }
  }

  private static func trimStart(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      output.append(contentsOf: text[trimmedRange(text).lowerBound...])
      return true
    }
  }

  private static func trimEnd(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try rewritten(arguments, count) { text, _, output in
      output.append(contentsOf: text[..<trimmedRange(text).upperBound])
      return true
    }
  }

  private static func pad(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (widths, fills) = (arguments[1].words(count), arguments[2].texts(count))
    return try fills.read { (fills) throws(KernelFailure) in
      try rewritten(arguments, count) { text, row, output in
        let fill = fills.row(row)
        let missing = widths[row] - Int64(scalarCount(text))
        if missing > 0, !fill.isEmpty {
          guard missing <= longestText / 4 else { return false }
          let length = Int64(scalarCount(fill))
          for _ in 0..<(missing / length) { output.append(contentsOf: fill) }
          output.append(contentsOf: fill[scalarRange(fill, from: 1, length: missing % length)])
        }
        output.append(contentsOf: text)
        return true
      }
    }
  }

  private static func position(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (texts, parts) = (arguments[0].texts(count), arguments[1].texts(count))
    var present =
      bothKnown(arguments[0].presence, arguments[1].presence)
      ?? Bitmap(repeating: true, count: count)
    var words = [Int64](repeating: 0, count: count)
    texts.read { texts in
      parts.read { parts in
        for row in 0..<count where present[row] {
          let text = texts.row(row)
          guard let place = firstPlace(of: parts.row(row), in: text, from: 0) else {
            present[row] = false
            continue
          }
          words[row] = Int64(scalarCount(TextBytes(rebasing: text[..<place]))) + 1
        }
      }
    }
    return Vector(.words(words), presence: present.asPresence)
  }

  static func replace(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (old, new) = (arguments[1].texts(count), arguments[2].texts(count))
    return try old.read { (old) throws(KernelFailure) in
      try new.read { (new) throws(KernelFailure) in
        try rewritten(arguments, count) { text, row, output in
          write(text, replacing: old.row(row), by: new.row(row), to: &output)
        }
      }
    }
  }

  static func substring(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let starts = arguments[1].words(count)
    let lengths = arguments.count > 2 ? arguments[2].words(count) : nil
    return try rewritten(arguments, count) { text, row, output in
      let range = scalarRange(text, from: starts[row], length: lengths?[row] ?? .max)
      output.append(contentsOf: text[range])
      return true
    }
  }

  static func split(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (text, separator) = (arguments[0].texts(count), arguments[1].texts(count))
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    var pieces = TextPoolBuilder()
    var codes: [Int32] = []
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(count + 1)
    // Rows that hold the same text and the same separator hold the same pieces.
    var cuts: [Int64: Range<Int>] = [:]
    for row in 0..<count {
      if known?[row] ?? true {
        let key = Int64(text.codes[row]) << 32 | Int64(separator.codes[row])
        if let cut = cuts[key] {
          for place in cut { codes.append(codes[place]) }
        } else {
          let start = codes.count
          text.read { text in
            separator.read { separator in
              write(text.row(row), splitAt: separator.row(row), to: &codes, of: &pieces)
            }
          }
          cuts[key] = start..<codes.count
        }
      }
      guard let end = Int32(exactly: codes.count) else {
        throw KernelFailure(.overflow(.list(.text)), row: row)
      }
      offsets.append(end)
    }
    if pieces.count == 0 { _ = pieces.code(of: "") }
    return Vector(
      .lists(offsets, Vector(.texts(pieces.finish(), codes))), presence: known)
  }

  static func join(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (offsets, child) = arguments[0].lists(count)
    let texts = child.texts(child.count)
    let separators = arguments[1].texts(count)
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    return try texts.read { (texts) throws(KernelFailure) in
      try separators.read { (separators) throws(KernelFailure) in
        try oneText(count, known: known) { row, output in
          let start = output.count
          var isFirst = true
          for place in Int(offsets[row])..<Int(offsets[row + 1]) where child.isKnown(place) {
            if !isFirst { output.append(contentsOf: separators.row(row)) }
            output.append(contentsOf: texts.row(place))
            isFirst = false
            guard output.count - start <= longestText else { return false }
          }
          return true
        }
      }
    }
  }
}

/// The loops.
extension Texts {
  /// One new text a row, written from the first argument. Where all others are the same in each
  /// row, each text of a small pool is written once. `write` gives false where the text grows too
  /// long.
  @inline(__always)
  static func rewritten(
    _ arguments: [Vector], _ count: Int, _ write: (TextBytes, Int, inout [UInt8]) -> Bool
  ) throws(KernelFailure) -> Vector {
    let text = arguments[0].texts(count)
    let known = arguments.reduce(nil as Bitmap?) { bothKnown($0, $1.presence) }
    return try text.read { (reader) throws(KernelFailure) in
      guard count > 0, text.pool.count * 2 <= count || count == 1,
        arguments.dropFirst().allSatisfy({ $0.isConstant(count) })
      else {
        return try oneText(count, known: known) { row, output in
          write(reader.row(row), row, &output)
        }
      }
      var pool = TextPoolBuilder()
      var buffer: [UInt8] = []
      let codes = (0..<text.pool.count).map { code -> Int32 in
        buffer.removeAll(keepingCapacity: true)
        guard write(reader.text(code), 0, &buffer) else { return -1 }
        return buffer.withUnsafeBufferPointer { pool.code(of: $0) }
      }
      if let row = firstRow(count, known: known, where: { codes[Int(reader.codes[$0])] < 0 }) {
        throw KernelFailure(.overflow(.text), row: row)
      }
      if pool.count == 0 { _ = pool.code(of: "") }
      return Vector(
        .texts(pool.finish(), filled(count) { Swift.max(codes[Int(reader.codes[$0])], 0) }),
        presence: known)
    }
  }

  /// One new text a known row; `write` gives false where it grows too long.
  @inline(__always)
  static func oneText(
    _ count: Int, known: Bitmap?, _ write: (Int, inout [UInt8]) -> Bool
  ) throws(KernelFailure) -> Vector {
    var bytes: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    for row in 0..<count {
      if known?[row] ?? true, !write(row, &bytes) {
        throw KernelFailure(.overflow(.text), row: row)
      }
      offsets.append(bytes.count)
    }
    let pool = TextPool(bytes: bytes, offsets: offsets, isDistinct: count <= 1)
    return Vector(
      count == 0 ? .texts(TextPool([""]), []) : .texts(pool, (0..<Int32(count)).map { $0 }),
      presence: known)
  }

  private static func write(
    _ text: TextBytes, replacing old: TextBytes, by new: TextBytes, to output: inout [UInt8]
  ) -> Bool {
    let start = output.count
    var place = 0
    while !old.isEmpty, let hit = firstPlace(of: old, in: text, from: place) {
      output.append(contentsOf: text[place..<hit])
      output.append(contentsOf: new)
      place = hit + old.count
      if output.count - start > longestText { return false }
    }
    output.append(contentsOf: text[place...])
    return output.count - start <= longestText || output.count - start <= text.count
  }

  private static func write(
    _ text: TextBytes, splitAt separator: TextBytes, to codes: inout [Int32],
    of pieces: inout TextPoolBuilder
  ) {
    guard !text.isEmpty else { return }
    var place = 0
    while !separator.isEmpty, let hit = firstPlace(of: separator, in: text, from: place) {
      codes.append(pieces.code(of: TextBytes(rebasing: text[place..<hit])))
      place = hit + separator.count
    }
    codes.append(pieces.code(of: TextBytes(rebasing: text[place...])))
  }

  /// The bytes between the white space at both ends.
  private static func trimmedRange(_ text: TextBytes) -> Range<Int> {
    var start = 0
    while start < text.count, isSpace(scalar(text, at: start).value) {
      start = scalar(text, at: start).next
    }
    var end = text.count
    while end > start {
      var last = end - 1
      while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
      guard isSpace(scalar(text, at: last).value) else { break }
      end = last
    }
    return start..<end
  }

  /// White space as Unicode has it, and the characters without width.
  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    case _: false
    }
  }

  /// The bytes of so many code points from a position on; positions before the first count but hold
  /// nothing.
  static func scalarRange(
    _ text: TextBytes, from start: Int64, length: Int64
  ) -> Range<Int> {
    let (sum, overflow) = start.addingReportingOverflow(Swift.max(length, 0))
    let end = overflow ? .max : sum
    var (place, position) = (0, Int64(1))
    while place < text.count, position < start {
      place = scalar(text, at: place).next
      position += 1
    }
    let first = place
    while place < text.count, position < end {
      place = scalar(text, at: place).next
      position += 1
    }
    return first..<place
  }
}

extension Vector {
  /// Whether every row is known to hold the same words or text.
  fileprivate func isConstant(_ count: Int) -> Bool {
    guard presence == nil else { return false }
    switch lanes {
    case .words(let words): return PlanQLLibrary.isConstant(words, count)
    case .texts: return texts(count).constantCode(count) != nil
    case .bools, .doubles, .periods, .lists: return false
    }
  }
}
