/// What single characters mean to the lexer, by their code points.
enum Characters {
  /// A character read from the source: folded to its ASCII twin where it has one.
  struct Reading: Equatable {
    /// The code point; 0 at the end of the source.
    let value: UInt32
    /// Where the next character begins.
    let end: Int
  }

  /// Reads the character at a place of valid UTF-8, without folding.
  static func raw(_ bytes: [UInt8], at place: Int) -> Reading {
    guard place < bytes.count else { return Reading(value: 0, end: place) }
    let first = UInt32(bytes[place])
    func tail(_ offset: Int) -> UInt32 {
      place + offset < bytes.count ? UInt32(bytes[place + offset]) & 0x3F : 0
    }
    if first < 0x80 { return Reading(value: first, end: place + 1) }
    if first < 0xE0 { return Reading(value: (first & 0x1F) << 6 | tail(1), end: place + 2) }
    if first < 0xF0 {
      return Reading(value: (first & 0x0F) << 12 | tail(1) << 6 | tail(2), end: place + 3)
    }
    return Reading(
      value: (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), end: place + 4)
  }

  /// Reads the character at a place as it counts outside of texts: zero-width characters before it
  /// are dropped and full-width ones folded.
  static func folded(_ bytes: [UInt8], at place: Int) -> Reading {
    var place = place
    while place < bytes.count {
      if bytes[place] < 0x80 { return Reading(value: UInt32(bytes[place]), end: place + 1) }
      let reading = raw(bytes, at: place)
      if !isZeroWidth(reading.value) {
        return Reading(value: twin(reading.value), end: reading.end)
      }
      place = reading.end
    }
    return Reading(value: 0, end: place)
  }

  /// The ASCII twin of a character; the character itself where it has none.
  static func twin(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x3001: 0x2C  // 、
    case 0x3002, 0xFF61: 0x2E  // 。
    case 0x3010: 0x5B  // 【
    case 0x3011: 0x5D  // 】
    case 0x300A, 0x3008: 0x3C  // 《 〈
    case 0x300B, 0x3009: 0x3E  // 》 〉
    case 0x00D7: 0x2A  // ×
    case 0x00F7: 0x2F  // ÷
    case 0x2212: 0x2D  // −
    case _: value
    }
  }

  /// Says whether a character is dropped outside of texts because it cannot be seen.
  static func isZeroWidth(_ value: UInt32) -> Bool {
    switch value {
    case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F: true
    case _: false
    }
  }

  /// Characters that change the direction in which text is shown, and so can make it read otherwise
  /// than it is.
  static func isDirectionControl(_ value: UInt32) -> Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case _: false
    }
  }

  /// Says whether a character is white space within a line.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09, 0x00A0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: true
    case _: false
    }
  }

  /// Says whether a character ends a line.
  static func isLineBreak(_ value: UInt32) -> Bool {
    switch value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    case _: false
    }
  }

  /// Says whether a character, once folded, is a digit.
  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  /// Says whether a name may begin with a character: XID_Start or `_`.
  static func isIdentifierStart(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x4E00...0x9FFF: true
    case 0...0x7F: false
    case _: Unicode.Scalar(value)?.properties.isXIDStart ?? false
    }
  }

  /// Says whether a name may go on with a character: XID_Continue.
  static func isIdentifierPart(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x30...0x39, 0x4E00...0x9FFF: true
    case 0...0x7F: false
    case _: Unicode.Scalar(value)?.properties.isXIDContinue ?? false
    }
  }

  /// Signs of units that are no letters: `%`, `‰`, `m²`, `℃`.
  static func isUnitSign(_ value: UInt32) -> Bool {
    switch value {
    case 0x25, 0x2030, 0xB2, 0xB3, 0xB0, 0x2103, 0x338E...0x33D5: true
    case _: false
    }
  }

  /// Whether a spelling begins with a sign, not with a letter.
  static func isSign(_ spelling: [UInt8]) -> Bool {
    let first = raw(spelling, at: 0).value
    return first != 0 && !isIdentifierStart(first)
  }

  /// Appends a character to UTF-8 text.
  static func append(_ value: UInt32, to text: inout [UInt8]) {
    guard value >= 0x80 else {
      text.append(UInt8(truncatingIfNeeded: value))
      return
    }
    guard let scalar = Unicode.Scalar(value) else { return }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// `U+202E`, as messages name a character that cannot be shown.
  static func notation(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
  }
}

/// The first byte or character of a source that no script may hold.
enum SourceFlaw: Equatable {
  case invalidUTF8(at: Int)
  case control(UInt32, SourceSpan)
  case direction(UInt32, SourceSpan)

  /// Looks a source through in one pass; nil where it can be lexed.
  static func first(in bytes: [UInt8], from start: Int = 0) -> SourceFlaw? {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        if (byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09) || byte == 0x7F {
          return .control(UInt32(byte), SourceSpan(place, place + 1))
        }
        place += 1
        continue
      }
      guard let length = sequenceLength(bytes, at: place) else { return .invalidUTF8(at: place) }
      let value = Characters.raw(bytes, at: place).value
      let span = SourceSpan(place, place + length)
      if Characters.isDirectionControl(value) { return .direction(value, span) }
      if value < 0xA0, value != 0x85 { return .control(value, span) }
      place += length
    }
    return nil
  }

  /// The length of a well-formed sequence of more than one byte, after the Unicode Standard, table
  /// 3-7.
  private static func sequenceLength(_ bytes: [UInt8], at place: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[place] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: length = 3
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case _: return nil
    }
    guard place + length <= bytes.count, second.contains(bytes[place + 1]) else { return nil }
    for offset in 2..<Swift.max(length, 2) where bytes[place + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
