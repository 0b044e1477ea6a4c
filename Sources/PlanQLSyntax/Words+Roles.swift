package import PlanQLData

/// What stands between two operands, or behind one.
package enum Infix: Sendable, Hashable {
  case binary(BinaryOperator)
  /// `is missing`, `is known`
  case test(PresenceTest)
  /// `..`
  case range

  /// How tightly the operator holds its operands.
  package var binding: Binding {
    switch self {
    case .binary(let op): op.binding
    case .test: .comparison
    case .range: .range
    }
  }

  /// The operator as written in a language.
  package func text(_ language: Language) -> String {
    switch self {
    case .binary(let op): op.record.text(language)
    case .test(let test): test.word.name[language]
    case .range: ".."
    }
  }
}

/// An operator spelt in words, by the words after its first: `not` is followed by `in`.
struct InfixPhrase: Sendable, Hashable {
  /// The words after the first.
  let rest: [String]
  /// The operator that the words spell.
  let infix: Infix
  /// The binding of the operator, kept so that it need not be looked up.
  let binding: Binding
  /// Set where the spelling is one that people only try.
  let tried: TriedWord?
}

/// All that one spelling may be, by the place where it stands.
package struct WordRoles: Sendable {
  /// The word at the start of a statement.
  package internal(set) var statement: StatementWord?
  /// The word after `|`.
  package internal(set) var stage: StageWord?
  /// The word where an operand has ended.
  package internal(set) var clause: ClauseWord?
  /// The word at the end of a value.
  package internal(set) var display: DisplayWord?
  /// The word where an operand is due, or inside of a choice.
  package internal(set) var prefix: PrefixWord?
  /// The value that the word is.
  package internal(set) var literal: LiteralWord?
  /// The name that the language gives.
  package internal(set) var special: SpecialName?
  /// The type that the word names, after a colon.
  package internal(set) var type: TypeWord?
  /// The part of the calendar that the word names, after `by`.
  package internal(set) var grain: Grain?
  /// The kind of picture that the word names, after `chart`.
  package internal(set) var chart: ChartKind?
  /// The words people try that begin with the spelling.
  package internal(set) var tried: [TriedWord] = []
  /// The operators that begin with the spelling, longest first.
  var infix: [InfixPhrase] = []
  /// The second words that make a stage with the spelling: `left join`.
  var stagePhrases: [(rest: String, stage: StageWord)] = []

  /// The roles of a spelling that is no word of the language.
  static let none = WordRoles()

  /// Whether an operator begins with the spelling.
  package var isOperator: Bool { !infix.isEmpty }

  /// The stage that a method of another language does the work of: `projects.head(5)`.
  package static func stage(ofMethod name: String) -> StageWord? {
    let roles = WordRoles.of(name)
    if let stage = roles.stage { return stage }
    let tried = roles.tried.first { $0.place == .stage }
    if case .stage(let word) = tried?.meaning { return word }
    return ["groupby", "group_by", "groupBy"].contains(name) ? .summarize : nil
  }

  /// The operator that a spelling with underscores or in one word means: `startswith`, `starts_with`.
  package static func infix(ofMethod name: String) -> Infix? {
    let plain = name.split(separator: "_").joined(separator: " ")
    if let phrase = WordRoles.of(name).infix.first(where: { $0.rest.isEmpty }) {
      return phrase.infix
    }
    return BinaryOperator.allCases.first { $0.record.text(.en) == plain }.map { .binary($0) }
  }

  /// Finds what a spelling may be; nothing for most names.
  package static func of(_ text: String) -> WordRoles { index[text] ?? none }

  private static let index: [String: WordRoles] = {
    var index: [String: WordRoles] = [:]
    for word in Word.all {
      for spelling in Set([word.name.en, word.name.zh]) {
        let parts = spelling.split(separator: " ").map { String($0) }
        guard let first = parts.first else { continue }
        index[first, default: none].add(word.kind, rest: Array(parts.dropFirst()))
      }
    }
    for tried in TriedWord.all {
      index[tried.first, default: none].add(tried)
    }
    for negated in BinaryOperator.allCases { addSplitNegations(of: negated, to: &index) }
    for key in index.keys {
      index[key]?.infix.sort { $0.rest.count > $1.rest.count }
    }
    return index
  }()

  /// Lets `not` stand before any operator word, in either language: `非 属于`.
  private static func addSplitNegations(
    of negated: BinaryOperator, to index: inout [String: WordRoles]
  ) {
    guard let positive = negated.record.negates?.word?.name else { return }
    let not = PrefixWord.not.word.name
    for first in [not.en, not.zh] {
      for second in [positive.en, positive.zh] {
        let rest = second.split(separator: " ").map { String($0) }
        index[first, default: none].addInfix(.binary(negated), rest: rest)
      }
    }
  }

  private mutating func add(_ kind: Word.Kind, rest: [String]) {
    switch kind {
    case .statement(let word): statement = word
    case .stage(let word):
      if let second = rest.first { stagePhrases.append((second, word)) } else { stage = word }
    case .clause(let word): clause = word
    case .binary(let op): addInfix(.binary(op), rest: rest)
    case .test(let test): addInfix(.test(test), rest: rest)
    case .display(let word): display = word
    case .prefix(let word): prefix = word
    case .literal(let word): literal = word
    case .special(let name): special = name
    case .type(let word): type = word
    case .grain(let word): grain = word
    case .chart(let kind): chart = kind
    }
  }

  private mutating func addInfix(_ infix: Infix, rest: [String], tried: TriedWord? = nil) {
    guard !self.infix.contains(where: { $0.rest == rest && $0.tried == nil }) else { return }
    self.infix.append(
      InfixPhrase(rest: rest, infix: infix, binding: infix.binding, tried: tried))
  }

  private mutating func add(_ word: TriedWord) {
    if word.place == .infix, case .infix(let infix) = word.meaning {
      addInfix(infix, rest: word.rest, tried: word)
    } else {
      tried.append(word)
    }
  }
}
