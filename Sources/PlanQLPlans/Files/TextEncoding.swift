/// Checks that a file is UTF-8, and says what it seems to be where it is not.
enum TextEncoding {
  /// Drops a byte order mark and turns line ends that are lone carriage returns into line feeds.
  /// False where the file is not UTF-8, which is then reported.
  static func check(
    _ bytes: inout [UInt8], name: String, threads: Int, log: inout IssueLog
  ) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.prefix(64).contains(0)
    {
      log.add(.notUTF8(.utf16), file: name)
      return false
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let place = firstInvalid(bytes, threads: threads) {
      let start = bytes[..<place].lastIndex(of: CSVScanner.lineFeed).map { $0 + 1 } ?? 0
      log.add(
        .notUTF8(isLikelyGB18030(bytes) ? .gb18030 : .unknown), file: name,
        line: bytes[..<place].count { $0 == CSVScanner.lineFeed } + 1,
        column: bytes[start..<place].count { $0 & 0xC0 != 0x80 } + 1)
      return false
    }
    if bytes.contains(CSVScanner.carriageReturn), !bytes.contains(CSVScanner.lineFeed) {
      for place in bytes.indices where bytes[place] == CSVScanner.carriageReturn {
        bytes[place] = CSVScanner.lineFeed
      }
    }
    return true
  }

  /// What a file that is not UTF-8 seems to be.
  enum Guess {
    case gb18030, utf16, unknown
  }

  /// The place of the first byte that is no part of UTF-8.
  static func firstInvalid(_ bytes: [UInt8], threads: Int) -> Int? {
    let size = 1 << 22
    let count = (bytes.count + size - 1) / size
    return bytes.withUnsafeBufferPointer { bytes in
      let found = parallelMap(count: count, threads: threads) { part in
        invalidPlace(
          bytes, from: characterStart(bytes, part * size),
          charactersBefore: characterStart(bytes, (part + 1) * size)) ?? -1
      }
      return found.first { $0 >= 0 }
    }
  }

  /// Whether bytes are whole characters of UTF-8.
  static func isValid(_ bytes: CellBytes) -> Bool {
    invalidPlace(bytes, from: 0, charactersBefore: bytes.count) == nil
  }

  /// The start of the character that a place lies in, so that no range cuts one.
  private static func characterStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    guard place < bytes.count else { return bytes.count }
    var start = place
    while start > 0, place - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// Checks the characters that begin in a range.
  private static func invalidPlace(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, charactersBefore end: Int
  ) -> Int? {
    var place = start
    while place < end {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      guard let length = characterLength(bytes, place) else { return place }
      place += length
    }
    return nil
  }

  /// The length of the character of two to four bytes at a place; nil where there is none (Unicode,
  /// table 3-7).
  @inline(__always)
  private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    let first = bytes[place]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, place + length <= bytes.count else { return nil }
    let second = bytes[place + 1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return nil }
    if length > 2, bytes[place + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, bytes[place + 3] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// Says whether all bytes above ASCII pair up as GB18030 has them.
  private static func isLikelyGB18030(_ bytes: [UInt8]) -> Bool {
    var place = 0
    let end = Swift.min(bytes.count, 1 << 20)
    while place < end {
      let first = bytes[place]
      if first < 0x80 {
        place += 1
        continue
      }
      guard first >= 0x81, first <= 0xFE, place + 1 < bytes.count else {
        return place + 1 == bytes.count && first != 0x80 && first != 0xFF
      }
      let second = bytes[place + 1]
      if (0x40...0xFE).contains(second), second != 0x7F {
        place += 2
      } else if (0x30...0x39).contains(second) {
        place += 4
      } else {
        return false
      }
    }
    return true
  }
}
