/// Checks that a file is UTF-8, and says what it seems to be where it is not.
enum TextEncoding {
  /// Drops a byte order mark and turns line ends that are lone carriage returns into line feeds.
  /// False where the file is not UTF-8, which is then reported.
  static func check(
    _ content: inout FileContent, name: String, threads: Int, log: inout IssueLog
  ) -> Bool {
    let start = content.withBytes(0..<Swift.min(content.count, 64)) { Array($0) }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.contains(0) {
      log.add(.notUTF8(.utf16), file: name)
      return false
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { content.drop(first: 3) }
    let seen = scan(content, threads: threads)
    if let place = seen.invalid {
      let (line, column) = location(of: place, in: content)
      log.add(
        .notUTF8(guess(content)), file: name, line: line,
        column: column)
      return false
    }
    if seen.hasReturns, !seen.hasLineFeeds {
      content = FileContent(
        content.bytes.map { $0 == CSVScanner.carriageReturn ? CSVScanner.lineFeed : $0 })
    }
    return true
  }

  /// The line and the character of a place, counted from 1.
  private static func location(of place: Int, in content: FileContent) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for start in stride(from: 0, to: place, by: partSize) {
      content.withBytes(start..<Swift.min(start + partSize, place)) { bytes in
        for byte in bytes {
          if byte == CSVScanner.lineFeed {
            line += 1
            column = 1
          } else if byte & 0xC0 != 0x80 {
            column += 1
          }
        }
      }
    }
    return (line, column)
  }

  /// What a file that is not UTF-8 seems to be.
  enum Guess {
    case gb18030, utf16, western, unknown
  }

  /// What is known of the bytes of a file.
  struct Scan {
    /// The place of the first byte that is no part of UTF-8.
    var invalid: Int?
    var hasReturns = false
    var hasLineFeeds = false
  }

  /// The bytes that are looked at in one go.
  static let partSize = 4 << 20

  /// Looks at all bytes of a file.
  static func scan(_ content: FileContent, threads: Int) -> Scan {
    let count = (content.count + partSize - 1) / partSize
    let scans = parallelMap(count: count, threads: threads) { part -> Scan in
      let start = part * partSize
      // A character may begin or end a little outside.
      let first = Swift.max(0, start - 3)
      let end = Swift.min(start + partSize, content.count)
      return content.withBytes(first..<Swift.min(end + 3, content.count)) { bytes in
        let invalid = invalidPlace(
          bytes, from: characterStart(bytes, start - first),
          charactersBefore: characterStart(bytes, end - first))
        return Scan(
          invalid: invalid.map { $0 + first },
          hasReturns: bytes.contains(CSVScanner.carriageReturn),
          hasLineFeeds: bytes.contains(CSVScanner.lineFeed))
      }
    }
    return Scan(
      invalid: scans.lazy.compactMap(\.invalid).first,
      hasReturns: scans.contains(where: \.hasReturns),
      hasLineFeeds: scans.contains(where: \.hasLineFeeds))
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

  /// What bytes that are not UTF-8 seem to be.
  private static func guess(_ content: FileContent) -> Guess {
    let bytes = content.withBytes(0..<Swift.min(content.count, 1 << 20 + 4)) { Array($0) }
    return isLikelyWestern(bytes) ? .western : isLikelyGB18030(bytes) ? .gb18030 : .unknown
  }

  /// Whether bytes seem to be Latin-1 or Windows-1252: letters with accents, few among others, and mostly alone, while
  /// in Chinese every character is a pair of bytes above ASCII.
  private static func isLikelyWestern(_ bytes: [UInt8]) -> Bool {
    let isLetter: (UInt8) -> Bool = { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    var (high, alone, beside, letters) = (0, 0, 0, 0)
    for place in bytes.indices {
      if isLetter(bytes[place]) { letters += 1 }
      guard bytes[place] >= 0x80 else { continue }
      // The last is a letter that hardly any word has, the others are no characters of Windows-1252.
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF].contains(bytes[place]) { return false }
      high += 1
      let before = place > 0 ? bytes[place - 1] : 0
      let after = place + 1 < bytes.count ? bytes[place + 1] : 0
      if before < 0x80, after < 0x80 { alone += 1 }
      if isLetter(before) || isLetter(after) { beside += 1 }
    }
    return high > 0 && alone * 10 >= high * 8 && beside * 10 >= high * 6 && high * 3 <= letters
  }

  /// Whether the whole lines among bytes are Chinese in GB18030.
  private static func isLikelyGB18030(_ bytes: [UInt8]) -> Bool {
    let isWhole = bytes.count <= 1 << 20
    let end = isWhole ? nil : bytes.lastIndex(of: CSVScanner.lineFeed)
    guard let text = ChineseText.decoded(bytes[..<(end ?? bytes.count)]) else { return false }
    var evidence = ChineseText()
    evidence.add(text)
    return evidence.isChinese
  }
}
