/// Gives the lines of a script, for tests; records prompts and entries.
final class ScriptedEditor: LineEditor {
  let isInteractive: Bool
  var complete: (String, Int) -> Completions = { _, _ in .none }
  private(set) var prompts: [String] = []
  private(set) var entries: [String] = []
  private var inputs: IndexingIterator<[LineInput]>

  init(_ inputs: [LineInput], isInteractive: Bool = true) {
    self.inputs = inputs.makeIterator()
    self.isInteractive = isInteractive
  }

  func readLine(_ prompt: Prompt) -> LineInput {
    prompts.append(prompt.text)
    return inputs.next() ?? .end
  }

  func remember(_ entry: String) {
    entries.append(entry)
  }
}
