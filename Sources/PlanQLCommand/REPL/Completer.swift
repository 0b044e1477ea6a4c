import PlanQL
import PlanQLData
import PlanQLLibrary
import PlanQLSemantics
import PlanQLSyntax

/// Finds the words that fit where the cursor stands. It reads the plan's definitions, never its
/// rows, but for the names of entities.
struct Completer {
  /// The most names of entities and other candidates that are offered.
  static let limit = 400
  let catalog: Catalog
  let language: Language
  /// The fields of the rows that a pipeline gives, and the computed ones that can be named there; none where it has an
  /// error.
  let fields: (_ pipeline: String) -> RowFields
  /// The names that the dialogue has given: `_` and those of `let`, `param` and functions.
  let names: [String]
  /// What the dialogue has defined.
  let definitions: [DefinitionOutline]

  /// Fields with their types, and definitions.
  typealias RowFields = (
    stored: [StageFields.Field], computed: [DefinitionOutline]
  )

  /// The words that fit at the end of `earlier` and of the first `offset` bytes of `line`.
  func completions(line: String, offset: Int, after earlier: String) -> Completions {
    let typed = String(decoding: line.utf8.prefix(offset), as: UTF8.self)
    if earlier.isEmpty, let body = DotCommand.body(of: typed) { return commands(typed, body) }
    let place = CompletionPlace(endOf: earlier + typed)
    let start = place.start - earlier.utf8.count
    guard start >= 0 else { return .none }
    return Completions(start: start, candidates: candidates(at: place))
  }

  private func candidates(at place: CompletionPlace) -> [Completion] {
    let spelling = Spelling(word: place.word, context: place.pipeline, language: language)
    switch place.kind {
    case .statement:
      return spelling.matching(tables + variables(place) + own + statements)
    case .stage: return spelling.matching(stages)
    case .member(let path): return spelling.matching(members(of: path, at: place))
    case .operand: return spelling.matching(operands(place))
    case .comparand(let path):
      let known = values(comparedWith: path, at: place)
      if place.word.isEmpty, !known.isEmpty {
        return known.map { Completion(text: "\"\($0)\"", suffix: " ", type: "", doc: "") }
      }
      return spelling.matching(operands(place))
    case .operation: return spelling.matching(operations(place))
    case .unit: return spelling.matching(units)
    case .chart: return spelling.matching(charts)
    case .text(let path, let closing):
      return values(comparedWith: path, at: place).filter { $0.hasPrefix(place.word) }
        .map { Completion(text: $0, suffix: closing, type: "", doc: "") }
    case .nothing: return []
    }
  }

  private func operands(_ place: CompletionPlace) -> [Candidate] {
    rowFields(place) + variables(place) + own + constants + functions + tables
  }

  private func commands(_ typed: String, _ body: Substring) -> Completions {
    let parts = body.split(maxSplits: 1, omittingEmptySubsequences: false) { $0.isWhitespace }
    let nameEnd = typed.utf8.count - body.utf8.count
    guard parts.count == 2 else {
      let found = DotCommand.all.map { Candidate($0.name, "", $0.doc[language], suffix: " ") }
      let spelling = Spelling(word: String(body), context: "", language: language)
      return Completions(start: nameEnd, candidates: spelling.matching(found))
    }
    let word = String(parts[1].drop { $0.isWhitespace })
    let spelling = Spelling(word: word, context: "", language: language)
    return Completions(
      start: typed.utf8.count - word.utf8.count,
      candidates: spelling.matching(arguments(of: String(parts[0]))))
  }

  private func arguments(of command: String) -> [Candidate] {
    guard let command = try? DotCommand.named(command) else { return [] }
    switch command.action {
    case .schema: return tables
    case .help: return tables + stages + statements + functions
    case .format: return Dialogue.formats.map { Candidate(Name($0.name), "", $0.doc[language]) }
    case .language: return Language.allCases.map { Candidate(Name($0.rawValue), "", "") }
    case .tables, .open, .quit: return []
    }
  }
}
