import PlanQL
import PlanQLData
import PlanQLReference
import PlanQLSyntax

/// What `planql help` and the REPL say of a word, and of all the words there are.
struct WordHelp {
  private let reference: Reference
  private let language: Language
  private let width: Int?

  /// Makes the help for a plan's reader; `width` is that of the screen, nil where there is none.
  init(catalog: Catalog, language: Language, width: Int?) {
    self.reference = Reference(catalog: catalog)
    self.language = language
    self.width = width
  }

  /// Everything that a word may be, or what it is like when it is nothing.
  func text(of word: String) throws -> String {
    let entries = reference.entries(named: word)
    guard entries.isEmpty else {
      return TerminalPage(language: language, width: width).text(of: entries)
    }
    throw CommandFailure(
      CommandText.noHelp(word),
      advice: Suggestions.help(for: word, among: reference.knownNames) ?? CommandText.noHelpAdvice)
  }

  /// The names of all there is, by kind, after those of commands; `hint` says how to go on.
  func overview(commands: [String] = [], hint: LocalizedText) -> String {
    TerminalPage(language: language, width: width).overview(
      of: reference, before: [(CommandText.commands, commands)])
      + "\n" + hint[language]
  }
}
