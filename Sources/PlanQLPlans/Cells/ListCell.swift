import PlanQLData

/// Takes a cell apart into the elements of a list.
enum ListCell {
  static let usualSeparators: [Character] = ["、", ",", "，", ";", "；", "\n"]

  /// The elements of a list, without blanks around them; empty ones, as after a separator at the
  /// end, are none. A text that is a JSON array has the elements of that.
  static func elements(_ text: String, separators: [Character]) -> [String] {
    if let elements = written(text) { return elements }
    let separators = separators.isEmpty ? usualSeparators : separators
    return text.split { separators.contains($0) }
      .map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The elements of a text that is a JSON array of scalars; nil of another.
  static func written(_ text: String) -> [String]? {
    var copy = text
    return copy.withUTF8 { written($0) }
  }

  /// The elements of a cell that is a JSON array of scalars; nil of another.
  static func written(_ cell: CellBytes) -> [String]? {
    guard cell.first == UInt8(ascii: "["), cell.last == UInt8(ascii: "]") else { return nil }
    var tokens = JSONTokens(Array(cell))
    var elements: [String] = []
    do throws(TreeProblem) {
      guard try tokens.next().kind == .beginList else { return nil }
      while true {
        switch try tokens.next().kind {
        case .text, .number:
          elements.append(tokens.withText { String(decoding: $0, as: UTF8.self) })
        case .endList: return try tokens.next().kind == .end ? elements : nil
        case .beginMapping, .endMapping, .beginList, .key, .null, .end: return nil
        }
      }
    } catch {
      return nil
    }
  }

  /// A text without blanks around it.
  static func trimmed(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { String(decoding: CellReading.trimmed($0), as: UTF8.self) }
  }
}
