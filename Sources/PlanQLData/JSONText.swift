/// Writes JSON by hand, so that keys keep their order and numbers their digits.
package enum JSONText {
  /// A string literal with its quotes, as RFC 8259 has it; everything but quotes, backslashes and
  /// control characters stands as it is.
  package static func string(_ text: String) -> String {
    var result = ""
    write(text, to: &result)
    return result
  }

  /// Appends a string literal with its quotes.
  package static func write(_ text: String, to output: inout String) {
    output.append("\"")
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      output.append(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar, to: &output) }
    }
    output.append("\"")
  }

  private static func write(_ scalar: Unicode.Scalar, to output: inout String) {
    switch scalar {
    case "\"": output.append("\\\"")
    case "\\": output.append("\\\\")
    case "\n": output.append("\\n")
    case "\r": output.append("\\r")
    case "\t": output.append("\\t")
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      let digits = String(scalar.value, radix: 16)
      output.append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    case _: output.unicodeScalars.append(scalar)
    }
  }

  /// A number literal; null for what JSON cannot say.
  package static func number(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    return number.description
  }

  /// An object on one line from members whose values are JSON already.
  package static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { string($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// An array on one line from elements that are JSON already.
  package static func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",") + "]"
  }
}
