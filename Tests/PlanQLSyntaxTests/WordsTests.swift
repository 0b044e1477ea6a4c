import PlanQLData
import PlanQLSyntax
import Testing

@Suite("the words of the language")
struct WordsTests {
  @Test("every word has two spellings and a line of help in both languages")
  func everyWord() {
    for word in Word.all {
      #expect(!word.name.en.isEmpty && !word.name.zh.isEmpty)
      #expect(word.name.en.utf8.allSatisfy { $0 < 0x80 }, "\(word.name.en)")
      #expect(word.name.zh.utf8.contains { $0 >= 0x80 }, "\(word.name.zh)")
      #expect(!word.doc.en.isEmpty && !word.doc.zh.isEmpty, "\(word.name.en)")
      #expect(!word.doc.en.contains("\n") && !word.doc.en.hasSuffix("."))
    }
  }

  @Test("in one place a spelling is one word")
  func unambiguous() {
    func place(_ kind: Word.Kind) -> String {
      switch kind {
      case .statement: "statement"
      case .stage: "stage"
      case .clause: "clause"
      case .binary, .test, .display: "operator"
      case .prefix, .literal: "operand"
      case .special: "name"
      case .type: "type"
      case .grain: "grain"
      case .chart: "chart"
      }
    }
    var seen: [String: String] = [:]
    for word in Word.all {
      for spelling in Set([word.name.en, word.name.zh]) {
        let key = "\(place(word.kind)) \(spelling)"
        #expect(seen[key] == nil, "\(key)")
        seen[key] = word.name.en
      }
    }
  }

  @Test("roles are found by either spelling")
  func roles() {
    #expect(WordRoles.of("where").stage == .filter)
    #expect(WordRoles.of("where").clause == .filter)
    #expect(WordRoles.of("筛选").stage == .filter)
    #expect(WordRoles.of("筛选").clause == nil)
    #expect(WordRoles.of("其中").clause == .filter)
    #expect(WordRoles.of("年度").grain == .year)
    #expect(SpecialName(text: "规划") == .plan)
    #expect(TypeWord(text: "金额") == .money)
    #expect(WordRoles.of("investment").stage == nil)
    #expect(Word.named("缺失").count == 2)
  }

  @Test("operators are listed loosest first, and negations name what they negate")
  func operators() {
    let bindings = BinaryOperator.allCases.map(\.binding)
    #expect(bindings == bindings.sorted())
    for op in BinaryOperator.allCases {
      guard let positive = op.record.negates else { continue }
      #expect(op.record.function == positive.record.function)
      #expect(positive.record.negates == nil)
    }
  }

  @Test("the examples of every stage and statement parse and use it")
  func examples() {
    let stages = StageWord.allCases.map { ($0.word, $0.examples) }
    let statements = StatementWord.allCases.map { ($0.word, $0.examples) }
    for (word, examples) in stages + statements {
      #expect(!examples.isEmpty, "\(word.name.en)")
      for source in examples.map(\.source) {
        for language in Language.allCases {
          #expect(Parsed.errors(source[language]) == [], "\(source[language])")
          #expect(source[language].contains(word.name[language]), "\(source[language])")
        }
      }
    }
  }

  @Test("the examples of every stage show each of its clauses, but those that may be left out")
  func clauses() {
    for stage in StageWord.allCases {
      let sources = stage.examples.map(\.source.en).joined(separator: "\n")
      for part in stage.signature.syntax.en.split(whereSeparator: { !$0.isLetter }) {
        guard part.allSatisfy(\.isLowercase), !["asc", "evenly"].contains(part) else { continue }
        #expect(sources.contains(part), "\(stage.word.name.en): \(part)")
      }
    }
  }

  @Test("no word that people try is a word of the same place")
  func triedAreNoWords() {
    for tried in TriedWord.all where tried.words.count == 1 {
      let roles = WordRoles.of(tried.spelling)
      switch tried.place {
      case .statement: #expect(roles.statement == nil, "\(tried.spelling)")
      case .stage: #expect(roles.stage == nil, "\(tried.spelling)")
      case .clause: #expect(roles.clause == nil, "\(tried.spelling)")
      case .infix, .suffix:
        let isWord = Word.all.contains {
          switch $0.kind {
          case .binary, .test, .display: $0.name.matches(tried.spelling)
          case .statement, .stage, .clause, .prefix, .literal, .special, .type, .grain, .chart:
            false
          }
        }
        #expect(!isWord, "\(tried.spelling)")
      case .branch: #expect(roles.prefix == nil, "\(tried.spelling)")
      case .chart: #expect(roles.chart == nil, "\(tried.spelling)")
      case .prefix, .literal: #expect(roles.prefix == nil && roles.literal == nil)
      }
    }
  }

  /// A script that has a tried word in its place.
  private func example(of tried: TriedWord) -> String {
    let isChinese = tried.spelling.utf8.contains { $0 >= 0x80 }
    switch tried.place {
    case .statement where tried.meaning == .omitted: return "\(tried.spelling) t | take 3"
    case .statement:
      switch tried.meaning {
      case .statement(.check): return "\(tried.spelling) \"b\": a"
      case .statement(.parameter): return "\(tried.spelling) a: text"
      case .statement(.use): return "\(tried.spelling) \"a\""
      case .statement(.loop): return "\(tried.spelling) u in b { title u }"
      case .statement(.definition): return "\(tried.spelling) f(a: int) = 3"
      case .statement, .stage, .clause, .infix, .prefix, .literal, .chart, .pipe, .omitted,
        .nothing:
        return "\(tried.spelling) a = 3"
      }
    case .stage:
      switch tried.meaning {
      case .stage(.total): return "t | \(tried.spelling)"
      case .stage(.expand): return "t | \(tried.spelling) u in b"
      case .stage(.drop): return "t | \(tried.spelling) a"
      case .stage(.join), .stage(.leftJoin), .stage(.fullJoin):
        return "t | \(tried.spelling) u \(isChinese ? "取自" : "in") b on u.a = c"
      case .stage(.pivot): return "t | \(tried.spelling) count() by a across b"
      case .stage(.cite): return "t | \(tried.spelling)"
      case .stage(.label): return "t | \(tried.spelling) a: \"b\""
      case .stage, .statement, .clause, .infix, .prefix, .literal, .chart, .pipe, .omitted,
        .nothing:
        return "t | \(tried.spelling) 5"
      }
    case .suffix: return "a > 10\(tried.meaning == .omitted ? " " : "")\(tried.spelling)"
    case .branch:
      return tried.meaning == .prefix(.then)
        ? "if a \(tried.spelling) b else c" : "if a then b \(tried.spelling) c"
    case .prefix where tried.meaning == .prefix(.case): return "\(tried.spelling) { a: b, else: c }"
    case .prefix:
      return tried.meaning == .prefix(.if)
        ? "\(tried.spelling) a then b else c" : "\(tried.spelling) a"
    case .literal: return "a = \(tried.spelling)"
    case .chart: return "chart \(tried.spelling) \"a\": b"
    case .infix:
      switch tried.meaning {
      case .infix(.test): return "a \(tried.spelling)"
      case .pipe: return "t \(tried.spelling) take 3"
      case .infix, .statement, .stage, .clause, .prefix, .literal, .chart, .omitted, .nothing:
        return "a \(tried.spelling) b"
      }
    case .clause:
      switch tried.meaning {
      case .clause(.descending), .clause(.ascending): return "t | sort a \(tried.spelling)"
      case .clause(.by): return "t | take 3 \(tried.spelling) b"
      case .clause(.in): return "t | expand u \(tried.spelling) b"
      case .clause(.split): return "t | expand u \(isChinese ? "取自" : "in") b \(tried.spelling) c"
      case .clause, .statement, .stage, .infix, .prefix, .literal, .chart, .pipe, .omitted,
        .nothing:
        return "count(a \(tried.spelling) b)"
      }
    }
  }

  @Test("every word that people try is answered once, with help, and its fix mends the script")
  func triedWords() {
    for tried in TriedWord.all {
      let source = example(of: tried)
      let diagnostics = Parser.parse(source).diagnostics
      #expect(diagnostics.count == 1, "\(source): \(diagnostics.map(\.message.en))")
      guard let diagnostic = diagnostics.first else { continue }
      #expect(
        ["PQL0130", "PQL0138"].contains(diagnostic.code),
        "\(source): \(diagnostic.message.en)")
      #expect(diagnostic.help != nil, "\(source)")
      guard tried.isCertain, let fixed = Parsed.fixed(source) else { continue }
      let left = Parser.parse(fixed).diagnostics
      #expect(left.isEmpty, "\(source) → \(fixed): \(left.map(\.message.en))")
    }
  }

  @Test(
    "habits of other languages and of offices are answered with the right words",
    arguments: [
      ("t | filter a > 3", "t | where a > 3"), ("t | order by a desc", "t | sort a desc"),
      ("t | sort by a", "t | sort a"), ("t | where !a", "t | where not a"),
      ("t | where a&&b", "t | where a and b"), ("t | where a is null", "t | where a is missing"),
      ("t | where 投资额 大于 1000万元", "t | where 投资额 > 1000万元"),
      ("t | where 状态 不是 “在建”", "t | where 状态 != “在建”"),
      ("t | where a 为空", "t | where a 缺失"), ("t | where a in (1, 2)", "t | where a in [1, 2]"),
      ("t | where a between 1 and 5", "t | where a in 1..5"),
      ("t | where 投资额 1000万元以上", "t | where 投资额 >= 1000万元"),
      ("t | where a > 1,000", "t | where a > 1000"),
      ("t | where a > 1,234,567", "t | where a > 1234567"),
      ("t | where a > ￥100", "t | where a > 100元"), ("t | where a > ¥100万", "t | where a > 100万元"),
      ("t 丨 take 3", "t | take 3"), ("t | 排序 a 从大到小", "t | 排序 a 降序"),
      ("t | where a = 1 且b = 2", "t | where a = 1 且 b = 2"), ("const a = 3", "let a = 3"),
      ("let a := 3", "let a = 3"), ("table t | take 3", "table: t | take 3"),
    ])
  func habits(source: String, fixed: String) {
    #expect(Parsed.fixed(source) == fixed)
    #expect(Parsed.errors(fixed) == [])
  }
}
