/// Faces of text on a terminal; without colour all look alike.
struct TerminalStyle {
  enum Face {
    case plain, strong, faint, good, bad
  }

  let isColoured: Bool

  /// A text in a face.
  func text(_ text: String, _ face: Face) -> String { start(face) + text + end(face) }

  /// What switches a face on.
  func start(_ face: Face) -> String {
    guard isColoured else { return "" }
    switch face {
    case .plain: return ""
    case .strong: return "\u{1B}[1m"
    case .faint: return "\u{1B}[2m"
    case .good: return "\u{1B}[32m"
    case .bad: return "\u{1B}[31m"
    }
  }

  /// What switches a face off.
  func end(_ face: Face) -> String { start(face).isEmpty ? "" : "\u{1B}[0m" }
}
