import PlanQLData
import PlanQLSyntax

/// Numbers that depend on nothing but their seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    self.state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes random sentences of the grammar file.
struct GrammarSentences {
  /// The language of the words; nil mixes both.
  let language: Language?
  private var random: SeededGenerator
  private let productions: [String: GrammarFile.Production]
  /// The least nesting that each production needs.
  private let heights: [String: Int]
  private var tokens: [String] = []
  /// Whether a token is being made, between whose parts nothing stands.
  private var isInToken = false
  /// Whether the next token stands right behind the last.
  private var isGlued = false
  private var depth = 0

  init(seed: UInt64, language: Language?) {
    self.random = SeededGenerator(seed: seed)
    self.language = language
    let productions = GrammarFile.standard.productions
    self.productions = Dictionary(productions.map { ($0.name, $0) }) { first, _ in first }
    self.heights = GrammarSentences.heights
  }

  /// A random sentence of a production.
  mutating func sentence(of production: String = "script") -> String {
    tokens = []
    depth = 0
    isInToken = false
    isGlued = true
    make(production)
    mend()
    return tokens.joined()
  }

  /// Deeper down only the shortest alternatives are taken.
  private static let depth = 2
  /// The productions that count as a level.
  private static let levels: Set<String> = ["primary", "stage", "hole", "expression", "block"]

  private static let names = [
    "a", "b2", "lead", "investment", "projects", "_x", "投资额", "项目", "牵头单位", "`sort x`", "`是`", "Ω",
  ]

  private mutating func make(_ name: String) {
    guard let production = productions[name] else { return }
    switch name {
    case "name": add(pick(GrammarSentences.names))
    case "character":
      add(pick(["a", "项", " ", "1", "，", "}}", "{{", "\\n", "\\u{1F600}", "#", "\\\\"]))
    case "letter": add(pick(["a", "项"]))
    case "digit": add(String(Int.random(in: 0...9, using: &random)))
    case "line-break": add("\n")
    case "unit":
      add(
        pick(MeasureUnit.all.filter { $0.name.en != "year" }.map(\.name.zh) + ["mg/L", "km2", "%"]))
    case "magnitude": add(pick(["万", "亿", "百万", "千"]))
    case "year": add(pick(["2021", "2025", "0001", "9999"]))
    case "month": add(pick(["01", "09", "12"]))
    case "day": add(pick(["01", "17", "28"]))
    case "quarter": add(pick(["1", "4"]))
    case "half": add(pick(["1", "2"]))
    case "decimals": add(pick(["0", "2", "15"]))
    case _:
      let wasInToken = isInToken
      let level = GrammarSentences.levels.contains(name) ? 1 : 0
      depth += level
      if production.isToken, name != "hole", !isInToken { add("") }
      isInToken = production.isToken && name != "hole"
      make(production.term, in: production)
      isInToken = wasInToken
      depth -= level
    }
  }

  private mutating func make(_ term: GrammarFile.Term, in production: GrammarFile.Production) {
    switch term {
    case .terminal(let text): addTerminal(text, in: production)
    case .production(let name): make(name)
    case .special: break
    case .optional(let inner):
      if depth < GrammarSentences.depth ? Int.random(in: 0..<3, using: &random) == 0 : false {
        make(inner, in: production)
      }
    case .repeated(let inner):
      // Repetitions get rarer with their number: half have none, a quarter one.
      let most = depth < GrammarSentences.depth ? 3 : 0
      var count = 0
      while count < most, Bool.random(using: &random) {
        make(inner, in: production)
        count += 1
      }
    case .sequence(let terms): for term in terms { make(term, in: production) }
    case .alternatives(let terms):
      let flat = terms.map { GrammarSentences.height($0, heights) }
      let least = flat.min() ?? 0
      let open = terms.indices.filter { depth < GrammarSentences.depth || flat[$0] == least }
      make(terms[pick(open)], in: production)
    }
  }

  private mutating func addTerminal(_ text: String, in production: GrammarFile.Production) {
    let isFirst = text == production.term.terminals.first
    guard !production.isToken, text.first?.isLetter == true,
      let name = GrammarWords.name(of: text, in: production.name, isFirst: isFirst)
    else {
      add(text)
      isGlued = production.name == "sign"
      return
    }
    add(name[language ?? pick([.en, .zh])])
  }

  private mutating func add(_ text: String) {
    if !isGlued, !isInToken { tokens.append(" ") }
    isGlued = false
    tokens.append(text)
  }

  private mutating func pick<Element>(_ values: [Element]) -> Element {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Keeps to what the file says in words: no line begins with an operator by chance, no unlabelled
  /// item with a name and `=`, no statement's word stands before what would make it a name, nor a
  /// clause's word between `..` and what is no operand.
  private mutating func mend() {
    let places = tokens.indices.filter { tokens[$0] != " " && tokens[$0] != "" }
    let starts: Set<String> = ["extend", "增列", "summarize", "汇总", ","]
    let clauses = Set(ClauseWord.allCases.flatMap { [$0.word.name.en, $0.word.name.zh] })
    let statements: Set<String> = ["title", "标题", "text", "正文"]
    for (place, token) in places.enumerated() {
      func text(_ offset: Int) -> String {
        places.indices.contains(place + offset) ? tokens[places[place + offset]] : ""
      }
      if tokens[token] == "\n", ["..", "缺失"].contains(text(1)) { tokens[token] = ";" }
      if tokens[token] == "..", ["..", "缺失"].contains(text(2)), clauses.contains(text(1)) {
        tokens[token] = ""
      }
      // The printer leaves `asc` out, and what follows would be read as the end of the range.
      if tokens[token] == "..", ["asc", "升序"].contains(text(1)) {
        tokens[places[place + 1]] = ClauseWord.descending.word.name.en
      }
      if tokens[token] == "=", starts.contains(text(-2)) { tokens[token] = "!=" }
      if statements.contains(text(-1)), tokens[token] == ".." { tokens[token] = "1.." }
      if tokens[token] == "缺失", statements.contains(text(-1)) || clauses.contains(text(-1)) {
        tokens[token] = "否"
      }
    }
  }

  private static let heights: [String: Int] = {
    let productions = GrammarFile.standard.productions
    var heights: [String: Int] = [:]
    for _ in productions {
      for production in productions {
        heights[production.name] = 1 + height(production.term, heights)
      }
    }
    return heights
  }()

  private static func height(_ term: GrammarFile.Term, _ heights: [String: Int]) -> Int {
    switch term {
    case .terminal, .special, .optional, .repeated: 0
    case .production(let name): heights[name] ?? 1000
    case .sequence(let terms): terms.map { height($0, heights) }.max() ?? 0
    case .alternatives(let terms): terms.map { height($0, heights) }.min() ?? 0
    }
  }
}
