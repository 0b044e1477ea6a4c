import PlanQLData

/// The page of a message: what it says and an example that brings it about.
enum CodePage {
  /// The page of a code; nil where no message has it.
  static func text(of code: String, in language: Language) -> String? { nil }
}
