/// What came of asking for a line.
enum LineInput: Sendable, Equatable {
  case line(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or no more input.
  case end
}

/// A prompt: what it says, and whether it is drawn in colour.
struct Prompt: Sendable, Equatable {
  let text: String
  /// Whether the line goes on with what was typed before.
  let isContinuation: Bool
}

/// Where the lines of the REPL come from.
protocol LineEditor: AnyObject {
  /// Whether a person sits at it: only then are there prompts, a footer and colour.
  var isInteractive: Bool { get }

  /// What completes a word: given the line and the place of the cursor in it, in bytes.
  var complete: (_ line: String, _ offset: Int) -> Completions { get set }

  /// Reads a line.
  func readLine(_ prompt: Prompt) -> LineInput

  /// Keeps an entry, which may have several lines, for the arrow keys and the next time.
  func remember(_ entry: String)
}

/// The words that fit at a place of a line.
struct Completions: Sendable, Equatable {
  /// Where the word to be completed begins, in bytes of the line.
  let start: Int
  let candidates: [Completion]

  static let none = Completions(start: 0, candidates: [])
}

/// One word that fits.
struct Completion: Sendable, Equatable {
  /// What stands in the line afterwards.
  let text: String
  /// What follows it when it is the only one: a blank, a bracket, a quotation mark.
  let suffix: String
  /// The type of a field, the kind of a word.
  let type: String
  /// One line that says what it is.
  let doc: String
}

extension Completions {
  /// The longest beginning that all candidates share.
  var commonPrefix: String {
    guard let first = candidates.first?.text else { return "" }
    return candidates.dropFirst().reduce(first) { prefix, candidate in
      String(zip(prefix, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...].drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
