import Foundation
import PlanQLData
import PlanQLSyntax
import Testing

@Suite("grammar file")
struct GrammarTests {
  /// The sources of the module by name.
  static let sources: [String: String] = {
    let folder = GrammarFile.root.appending(path: "Sources/PlanQLSyntax")
      .resolvingSymlinksInPath()
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var sources: [String: String] = [:]
    for file in files ?? [] where file.pathExtension == "swift" {
      sources[file.lastPathComponent] = try? String(contentsOf: file, encoding: .utf8)
    }
    return sources
  }()

  /// The productions quoted in comments of the lexer and the parser.
  static let quoted: [String] = {
    var quoted: [String] = []
    for (file, text) in sources where file.hasPrefix("Parser") || file.hasPrefix("Lexer") {
      var lines = ""
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let content = line.drop { $0 == " " }
        if content.hasPrefix("///     ") {
          lines += content.dropFirst(8) + "\n"
        } else if !lines.isEmpty {
          quoted += GrammarFile.productionTexts(of: lines)
          lines = ""
        }
      }
    }
    return quoted
  }()

  @Test("every production is quoted at the function that reads it, as it stands in the file")
  func productionsAreQuoted() {
    let grammar = GrammarFile.standard
    #expect(grammar.productions.count > 60)
    for production in grammar.productions where !production.term.isSpecial {
      #expect(GrammarTests.quoted.count { $0 == production.text } == 1, "\(production.text)")
    }
  }

  @Test("every production that a function quotes stands in the file")
  func quotesStandInFile() {
    let texts = Set(GrammarFile.standard.productions.map(\.text))
    for quote in GrammarTests.quoted { #expect(texts.contains(quote)) }
  }

  @Test("every name in a production is one, once, and is used")
  func namesAreProductions() {
    let productions = GrammarFile.standard.productions
    let names = productions.map(\.name)
    #expect(Set(names).count == names.count)
    let used = Set(productions.flatMap(\.term.names))
    #expect(used.subtracting(names) == [])
    #expect(Set(names).subtracting(used) == ["script", "comment"])
  }

  @Test("the words of the grammar are those of the table of words")
  func wordsEqualTheTable() {
    var expected: Set<String> = []
    for word in Word.all {
      switch word.kind {
      case .special, .type: break
      case .statement, .stage, .clause, .binary, .test, .display, .prefix, .literal, .grain,
        .chart:
        expected.insert(word.name.en)
      }
    }
    let terminals = GrammarFile.standard.productions.filter { !$0.isToken }.flatMap(
      \.term.terminals)
    let words = Set(terminals.filter { $0.first?.isLetter == true })
    #expect(words.subtracting(expected) == [])
    #expect(expected.subtracting(words) == [])
    for word in words { #expect(GrammarWords.name(of: word, in: "") != nil, "\(word)") }
  }

  @Test("the operators of the grammar are those of the table, by binding")
  func operatorsEqualTheTable() {
    let grammar = GrammarFile.standard
    let levels: [(String, Binding)] = [
      ("expression", .disjunction), ("conjunction", .conjunction), ("comparator", .comparison),
      ("coalescence", .coalescence), ("sum", .sum), ("product", .product),
    ]
    for (name, binding) in levels {
      let expected = BinaryOperator.allCases.filter { $0.binding == binding }
        .map { $0.record.text(.en) }
      #expect(Set(grammar[name]?.term.terminals ?? []) == Set(expected), "\(name)")
    }
    let tests = PresenceTest.allCases.map(\.word.name.en)
    #expect(grammar["test"]?.term.terminals == tests)
  }

  @Test("the stages and statements of the grammar are those of the tables")
  func stagesEqualTheTable() {
    let grammar = GrammarFile.standard
    let words = StageWord.allCases.map(\.word.name.en)
    let stages = grammar["stage"]?.term.names.flatMap {
      grammar[$0]?.term.terminals.filter(words.contains) ?? []
    }
    #expect(stages == words)
    let statements = grammar["statement"]?.term.names.compactMap { grammar[$0]?.term }
      .compactMap { $0.terminals.first }.filter { $0 != "|" }
    #expect(
      statements == StatementWord.allCases.map(\.word).map(\.name.en))
  }
}

/// What the words of the grammar are in the other language.
enum GrammarWords {
  private static let words = Dictionary(
    grouping: Word.all, by: \.name.en)
  private static let statements = Set(GrammarFile.standard["statement"]?.term.names ?? [])
  private static let stages = Set(GrammarFile.standard["stage"]?.term.names ?? [])
  private static let operators: Set<String> = ["comparator", "test", "expression", "conjunction"]

  /// The two spellings of a word of a production: of the statement's or stage's word where it is
  /// that production's first, of an operator in the productions of operators, else of any other
  /// kind.
  static func name(of text: String, in production: String, isFirst: Bool = false) -> Name? {
    guard let words = words[text], words.count > 1 else { return words[text]?.first?.name }
    let isStatement = isFirst && statements.contains(production)
    let isStage = isFirst && stages.contains(production)
    let isOperator = operators.contains(production)
    func rank(_ kind: Word.Kind) -> Int {
      switch kind {
      case .statement: isStatement ? 0 : 9
      case .stage: isStage ? 0 : 8
      case .binary, .test: isOperator ? 0 : 7
      case .clause: 1
      case .prefix: 2
      case .display: 3
      case .literal: 4
      case .grain: 5
      case .chart: 6
      case .special, .type: 10
      }
    }
    return words.min { rank($0.kind) < rank($1.kind) }?.name
  }
}
