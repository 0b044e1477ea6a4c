import PlanQLData

/// A source cut into lines, at LF, CRLF and CR, for the places in messages.
package struct SourceLines: Sendable {
  package let bytes: [UInt8]
  /// The offset at which each line begins; there is one line at least.
  private let starts: [Int]
  /// Offsets within long lines with the characters of the line before them, in order.
  private let marks: [(offset: Int, column: Int)]

  /// Finds the lines of a source, which may be no valid UTF-8.
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { continue }
      starts.append(offset + 1)
    }
    self.bytes = bytes
    self.starts = starts
    self.marks = SourceLines.marks(bytes, starts)
  }

  private static let markDistance = 1024

  /// Counts the characters of long lines once, so that no place in one is far from a count.
  private static func marks(_ bytes: [UInt8], _ starts: [Int]) -> [(offset: Int, column: Int)] {
    var marks: [(offset: Int, column: Int)] = []
    for (line, start) in starts.enumerated() {
      let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
      guard end - start > 2 * markDistance else { continue }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      // Where bytes had to be mended the offsets are not those of the source.
      guard text.utf8.count == end - start else { continue }
      var offset = start
      var next = start + markDistance
      for (column, character) in text.enumerated() {
        if offset >= next {
          marks.append((offset, column))
          next = offset + markDistance
        }
        offset += character.utf8.count
      }
    }
    return marks
  }

  /// The last mark that is not behind an offset, and in its line; the start of the line where there
  /// is none.
  private func mark(before offset: Int, lineStart: Int) -> (offset: Int, column: Int) {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, marks[low - 1].offset > lineStart else { return (lineStart, 0) }
    return marks[low - 1]
  }

  /// The number of lines, 1 at least.
  package var count: Int { starts.count }

  /// The line that an offset lies in, counted from 0.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line break.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    if end > start, line + 1 < starts.count, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Line and column of an offset, both counted from 1, the column in characters.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = clamped(offset)
    let line = line(at: offset)
    let mark = mark(before: offset, lineStart: starts[line])
    let before = bytes[mark.offset..<Swift.max(mark.offset, offset)]
    return (line + 1, mark.column + String(decoding: before, as: UTF8.self).count + 1)
  }

  /// The span within the source; one at the end of the source moves back to the end of the last
  /// text, and one over several lines loses the white space at its end.
  package func shown(_ span: SourceSpan) -> SourceSpan {
    var start = clamped(span.start)
    var end = Swift.max(start, clamped(span.end))
    if line(at: start) != line(at: end) {
      while end > start + 1, isBlank(bytes[end - 1]) { end -= 1 }
    }
    if start == end, start == bytes.count, range(ofLine: count - 1).isEmpty {
      while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
      end = start
    }
    return SourceSpan(start, end)
  }

  private func clamped(_ offset: Int) -> Int { Swift.min(Swift.max(0, offset), bytes.count) }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The first byte of a line that is no white space.
  func firstText(ofLine line: Int) -> Int {
    let range = range(ofLine: line)
    return range.first { !isBlank(bytes[$0]) } ?? range.lowerBound
  }
}

/// A character of the source as it is shown.
struct SourceCell {
  let start: Int
  let end: Int
  let text: String
  let width: Int
}

extension SourceLines {
  /// The shown characters of some bytes of a line: tabs as spaces, control characters and invalid
  /// bytes escaped.
  func cells(_ range: Range<Int>) -> [SourceCell] {
    var cells: [SourceCell] = []
    var column = 0
    func add(_ start: Int, _ end: Int, _ text: String) {
      let width = text.displayWidth
      cells.append(SourceCell(start: start, end: end, text: text, width: width))
      column += width
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = validEnd(from: offset, to: range.upperBound)
      for character in String(decoding: bytes[offset..<end], as: UTF8.self) {
        let next = offset + character.utf8.count
        let tab = String(repeating: " ", count: 4 - column % 4)
        add(offset, next, character == "\t" ? tab : escaped(character))
        offset = next
      }
      if offset < range.upperBound {
        let digits = String(bytes[offset], radix: 16, uppercase: true)
        add(offset, offset + 1, "\\x" + digits)
        offset += 1
      }
    }
    return cells
  }

  /// Where the valid UTF-8 that begins at an offset ends.
  private func validEnd(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let length = scalarLength(at: offset)
      guard length > 0, offset + length <= end else { break }
      offset += length
    }
    return offset
  }

  /// The bytes of the scalar at an offset; 0 where there is no valid one.
  private func scalarLength(at offset: Int) -> Int {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, offset + length <= bytes.count else { return 0 }
    let second = bytes[offset + 1]
    let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let most: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= least, second <= most else { return 0 }
    let rest = bytes[(offset + 2)..<(offset + length)]
    return rest.allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  /// The nearest offset at or after the given one that does not cut a scalar.
  func boundary(atOrAfter offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

/// A text without control and format characters: `\u{1b}` stands for them. Line breaks are escaped
/// too.
package func escapedText(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  return isPlain ? text : text.map { escaped($0) }.joined()
}

private func escaped(_ character: Character) -> String {
  if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F { return String(character) }
  let scalars = character.unicodeScalars
  let hasBase = scalars.contains { $0.displayWidth > 0 }
  if hasBase, !scalars.contains(where: { isControl($0) }) { return String(character) }
  return scalars.map { "\\u{" + String($0.value, radix: 16) + "}" }.joined()
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  case _: false
  }
}
