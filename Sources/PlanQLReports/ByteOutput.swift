/// Formats write UTF-8 into an array of bytes.
extension [UInt8] {
  /// Appends a text.
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends a text and a line break.
  mutating func writeLine(_ text: String = "") {
    write(text)
    append(UInt8(ascii: "\n"))
  }

  /// Appends spaces; none for a negative count.
  mutating func writeSpaces(_ count: Int) {
    if count > 0 { append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }
  }

  /// Appends a whole number in decimal digits.
  mutating func write(integer: Int64) {
    var rest = integer.magnitude
    if integer < 0 { append(UInt8(ascii: "-")) }
    let start = count
    repeat {
      append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends a whole number of 0 or more with leading zeros up to a width.
  mutating func write(_ number: Int, width: Int) {
    var divisor = 1
    for _ in 1..<Swift.max(1, width) { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: number / divisor % 10) + 0x30)
      divisor /= 10
    }
  }
}

extension String {
  /// The text with everything that would move the cursor or turn the direction of text made
  /// visible: `↵` for a line break, `\t`, `\u{1b}`.
  var visible: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F && mayBeginControl($0) }),
      unicodeScalars.contains(where: \.isInvisibleControl)
    else { return self }
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == "\n" {
        if previous != "\r" { result += "↵" }
      } else if scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" {
        result += "↵"
      } else if scalar == "\t" {
        result += "\\t"
      } else if scalar.isInvisibleControl {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}

/// Whether a byte from 0x7F up may be the first of an invisible control's UTF-8.
private func mayBeginControl(_ byte: UInt8) -> Bool {
  byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character, a line separator or a mark that turns the direction
  /// of text.
  fileprivate var isInvisibleControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
    case _: false
    }
  }
}
