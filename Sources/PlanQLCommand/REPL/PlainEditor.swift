/// Reads lines off a file or a pipe: nothing is echoed, prompted or remembered.
final class PlainEditor: LineEditor {
  let isInteractive = false
  var complete: (String, Int) -> Completions = { _, _ in .none }
  private var lines: IndexingIterator<[Substring]>

  /// Reads the lines of a text.
  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).makeIterator()
  }

  func readLine(_ prompt: Prompt) -> LineInput {
    lines.next().map { .line(String($0)) } ?? .end
  }

  func remember(_ entry: String) {}
}
