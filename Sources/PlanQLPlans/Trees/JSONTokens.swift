/// Goes through JSON (RFC 8259), strictly: no comments, no commas at the end, no numbers or texts but its own.
/// Numbers are handed on as they are written.
struct JSONTokens: TreeTokens {
  private let bytes: [UInt8]
  private var place = 0
  private var position: JSONPosition
  /// What is open around the place, innermost last: true for mappings.
  private var open: [Bool] = []
  private var expected = Expected.value
  /// The text of the last token: a range of the bytes, or what escapes in it stand for.
  private var range = 0..<0
  private var decoded: [UInt8]?

  /// The most mappings and lists in one another.
  static let greatestDepth = 128

  private enum Expected {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  /// Goes through bytes that are UTF-8, from a place whose line is given.
  init(_ bytes: [UInt8], from place: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.place = place
    self.position = JSONPosition(offset: place, line: line)
  }

  func withText<Result>(_ body: (CellBytes) -> Result) -> Result {
    if let decoded { return decoded.withUnsafeBufferPointer(body) }
    return bytes.withUnsafeBufferPointer { body(CellBytes(rebasing: $0[range])) }
  }

  mutating func next() throws(TreeProblem) -> TreeToken {
    decoded = nil
    skipBlanks()
    let start = place
    guard place < bytes.count else {
      if expected == .nothing { return token(.end, start) }
      throw problem(.endOfJSON, start)
    }
    switch expected {
    case .nothing: throw problem(.afterJSON, start)
    case .value: return try value()
    case .valueOrEnd: return bytes[place] == UInt8(ascii: "]") ? close(.endList) : try value()
    case .keyOrEnd: return bytes[place] == UInt8(ascii: "}") ? close(.endMapping) : try key()
    case .key: return try key()
    case .colon:
      try expect(UInt8(ascii: ":"), .noColon)
      expected = .value
      return try next()
    case .commaOrEnd: return try afterComma()
    }
  }

  private mutating func afterComma() throws(TreeProblem) -> TreeToken {
    let isMapping = open.last ?? false
    switch bytes[place] {
    case UInt8(ascii: "}") where isMapping: return close(.endMapping)
    case UInt8(ascii: "]") where !isMapping: return close(.endList)
    case UInt8(ascii: ","):
      place += 1
      expected = isMapping ? .key : .value
      return try next()
    case _: throw problem(isMapping ? .noCommaInMapping : .noCommaInList, place)
    }
  }

  private mutating func skipBlanks() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case _: return
      }
    }
  }

  private mutating func token(_ kind: TreeToken.Kind, _ start: Int) -> TreeToken {
    TreeToken(kind: kind, place: position.move(to: start, in: bytes))
  }

  private mutating func problem(_ message: LoadMessage, _ offset: Int) -> TreeProblem {
    TreeProblem(message: message, place: position.move(to: offset, in: bytes))
  }

  private mutating func expect(
    _ byte: UInt8, _ message: LoadMessage
  ) throws(TreeProblem) {
    guard bytes[place] == byte else { throw problem(message, place) }
    place += 1
  }

  private mutating func close(_ kind: TreeToken.Kind) -> TreeToken {
    let start = place
    place += 1
    open.removeLast()
    finishValue()
    return token(kind, start)
  }

  private mutating func finishValue() { expected = open.isEmpty ? .nothing : .commaOrEnd }
}

// Values.
extension JSONTokens {
  /// Whether a text is a number as JSON writes it.
  static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || first &- 0x30 <= 9 else {
      return false
    }
    var tokens = JSONTokens(Array(text.utf8))
    guard let token = try? tokens.next(), token.kind == .number else { return false }
    return tokens.place == tokens.bytes.count
  }

  /// Whether another value follows the one that was read last, on a line of its own.
  mutating func beginNextLine() throws(TreeProblem) -> Bool {
    let line = position.line
    skipBlanks()
    guard place < bytes.count else { return false }
    if position.move(to: place, in: bytes).line == line, expected == .nothing {
      throw problem(.afterJSON, place)
    }
    expected = .value
    return true
  }

  private mutating func value() throws(TreeProblem) -> TreeToken {
    let start = place
    switch bytes[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < JSONTokens.greatestDepth else { throw problem(.tooDeep, start) }
      let isMapping = bytes[place] == UInt8(ascii: "{")
      place += 1
      open.append(isMapping)
      expected = isMapping ? .keyOrEnd : .valueOrEnd
      return token(isMapping ? .beginMapping : .beginList, start)
    case UInt8(ascii: "\""):
      try string()
      finishValue()
      return token(.text, start)
    case UInt8(ascii: "-"), 0x30...0x39:
      try number()
      finishValue()
      return token(.number, start)
    case _:
      let kind = try word()
      finishValue()
      return token(kind, start)
    }
  }

  private mutating func key() throws(TreeProblem) -> TreeToken {
    let start = place
    guard bytes[place] == UInt8(ascii: "\"") else { throw problem(.noKey, start) }
    try string()
    expected = .colon
    return token(.key, start)
  }

  private mutating func word() throws(TreeProblem) -> TreeToken.Kind {
    let start = place
    while place < bytes.count, bytes[place] | 0x20 >= 0x61, bytes[place] | 0x20 <= 0x7A {
      place += 1
    }
    range = start..<place
    let word = bytes[range]
    if word.elementsEqual("null".utf8) { return .null }
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return .text }
    throw problem(
      word.isEmpty ? .noValue : .unknownWord(String(decoding: word, as: UTF8.self)), start)
  }

  /// `-` digits `.` digits `e` digits, without a zero before other digits.
  private mutating func number() throws(TreeProblem) {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let whole = digits()
    var isGood = whole == 1 || whole > 1 && bytes[place - whole] != UInt8(ascii: "0")
    if isGood, place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      isGood = digits() > 0
    }
    if isGood, place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-")
      {
        place += 1
      }
      isGood = digits() > 0
    }
    guard isGood else { throw problem(.badJSONNumber, start) }
    range = start..<place
  }

  private mutating func digits() -> Int {
    let start = place
    while place < bytes.count, bytes[place] &- 0x30 <= 9 { place += 1 }
    return place - start
  }

  private mutating func string() throws(TreeProblem) {
    let start = place
    place += 1
    let first = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        range = first..<place
        place += 1
        return
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw problem(.controlInJSON, place)
      case _: place += 1
      }
    }
    throw problem(.openString, start)
  }

  /// Goes on with a string at its first escape.
  private mutating func escapedString(from start: Int) throws(TreeProblem) {
    var text = Array(bytes[(start + 1)..<place])
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        decoded = text
        return
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw problem(.controlInJSON, place)
      case _:
        text.append(bytes[place])
        place += 1
      }
    }
    throw problem(.openString, start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(TreeProblem) {
    let start = place
    let known: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
      0x74: 0x09,
    ]
    guard place + 1 < bytes.count else { throw problem(.badEscape, start) }
    if let byte = known[bytes[place + 1]] {
      text.append(byte)
      place += 2
      return
    }
    guard var code = codeUnit() else { throw problem(.badEscape, start) }
    if (0xD800..<0xDC00).contains(code) {
      guard let low = codeUnit(), (0xDC00..<0xE000).contains(low) else {
        throw problem(.loneSurrogate, start)
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw problem(.loneSurrogate, start) }
    text.append(contentsOf: String(scalar).utf8)
  }

  /// The four digits of `\u00e9`.
  private mutating func codeUnit() -> UInt32? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(place + 2)..<(place + 6)]
    guard
      digits.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) })
    else { return nil }
    place += 6
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// Counts lines and characters up to a place that only moves on.
private struct JSONPosition {
  private var offset: Int
  private var place: TreePlace

  init(offset: Int, line: Int) {
    self.offset = offset
    self.place = TreePlace(line: line, column: 1)
  }

  var line: Int { place.line }

  mutating func move(to target: Int, in bytes: [UInt8]) -> TreePlace {
    while offset < target {
      let byte = bytes[offset]
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
      offset += 1
    }
    return place
  }
}
