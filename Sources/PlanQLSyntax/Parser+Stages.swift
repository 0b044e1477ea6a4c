import PlanQLData

extension Parser {
  /// Parses the stages after a source; the present token is the first `|`.
  ///
  ///     pipeline = expression "|" stage { "|" stage }
  mutating func parsePipeline(from source: Expression) -> Expression {
    var stages: [Stage] = []
    while !isStopped {
      if !eatPipe() {
        guard isStageAhead else { break }
        reportUnexpected()
      }
      stages.append(parseStage())
      finishStage()
    }
    return node(
      .pipeline(source: source, stages: stages),
      SourceSpan(source.span.start, Swift.max(previousEnd, source.span.end)))
  }

  /// Reports what is left of a stage, once, and moves to the next.
  private mutating func finishStage() {
    if endsStatement || atPipe() || isStageAhead || isStopped || current.kind == .holeEnd { return }
    if case .symbol(let symbol) = current.kind, symbol.closes, !openings.isEmpty { return }
    if !openings.isEmpty, at(.comma) { return }
    reportUnexpected()
    skip(to: .pipe)
  }

  private mutating func stage(_ kind: Stage.Kind, _ keyword: SourceSpan) -> Stage {
    Stage(
      kind: kind, span: SourceSpan(keyword.start, Swift.max(previousEnd, keyword.end)),
      keyword: keyword)
  }

  /// Parses one stage, from its word.
  ///
  ///     stage = where | select | extend | drop | summarize | sort | take | skip | distinct
  ///           | expand | spread | total
  mutating func parseStage() -> Stage {
    let start = current.span
    guard current.kind == .word, !startsNextStatement else {
      report(.stageExpected(found), at: foundSpan, mayContinue: true)
      if current.kind == .symbol(.pipe) || current.kind == .end || endsStatement {
        return Stage(kind: .invalid, span: foundSpan, keyword: foundSpan)
      }
      skip(to: .pipe)
      return stage(.invalid, start)
    }
    let roles = roles()
    if let phrase = roles.stagePhrases.first(where: { follows([$0.rest], after: 0) }) {
      let keyword = start.joined(token(1).span)
      advance()
      advance()
      return parseStage(phrase.stage, keyword)
    }
    if let word = roles.stage {
      advance()
      return parseStage(word, start)
    }
    if let tried = tried(.stage) { return parseTriedStage(tried) }
    return parseUnknownStage()
  }

  /// Parses a stage behind its word.
  ///
  ///     where = "where" expression
  ///     select = "select" column { "," column }
  ///     extend = "extend" items
  ///     items = item { "," item }
  ///     drop = "drop" names
  ///     sort = "sort" keys
  ///     take = "take" expression [ "by" values ]
  ///     skip = "skip" expression [ "by" values ]
  ///     distinct = "distinct" [ values ]
  ///     total = "total"
  private mutating func parseStage(_ word: StageWord, _ keyword: SourceSpan) -> Stage {
    switch word {
    case .filter: return stage(.filter(parseExpression()), keyword)
    case .select: return stage(.select(parseList { $0.parseSelectItem() }), keyword)
    case .extend: return stage(.extend(parseList { $0.parseItem(naming: .equal) }), keyword)
    case .drop: return stage(.drop(parseColumnNames()), keyword)
    case .summarize: return stage(parseSummarize(), keyword)
    case .sort: return stage(.sort(parseSortKeys()), keyword)
    case .take:
      let count = parseExpression()
      return stage(.take(count, keys: parseKeys()), keyword)
    case .skip:
      let count = parseExpression()
      return stage(.skip(count, keys: parseKeys()), keyword)
    case .distinct: return stage(.distinct(stageEnds ? [] : parseValues()), keyword)
    case .expand: return stage(parseExpand(), keyword)
    case .spread: return stage(parseSpread(), keyword)
    case .total: return stage(.total, keyword)
    case .join, .leftJoin, .fullJoin, .append, .pivot, .fill, .cite, .label:
      report(.notYetPart(text(keyword)), at: keyword)
      skip(to: .pipe)
      return stage(.invalid, keyword)
    }
  }

  /// Reads a word that people try for a stage as what it means, where it means one.
  private mutating func parseTriedStage(_ tried: TriedWord) -> Stage {
    let start = current.span
    if case .stage(let word) = tried.meaning, word.signature.isPart || tried.isCertain {
      reportTried(tried)
      let keyword = SourceSpan(start.start, previousEnd)
      return parseStage(word, keyword)
    }
    reportTried(tried)
    let keyword = SourceSpan(start.start, previousEnd)
    skip(to: .pipe)
    return stage(.invalid, keyword)
  }

  private mutating func parseUnknownStage() -> Stage {
    let keyword = current.span
    let written = spelling()
    let words = StageWord.allCases.map(\.word).filter(\.isPart).map(\.name)
    if let glued = gluedStage(written) {
      report(.gluedStage(glued.word), at: keyword, fix: Diagnostic.Fix(keyword, glued.mended))
    } else {
      let candidates = words.flatMap { [$0.en, $0.zh] }
      let closest = Suggestions.closest(to: written, among: candidates)
      report(
        .unknownStage(written), at: keyword,
        help: Suggestions.help(for: written, among: candidates) ?? Message.stageNames(words),
        fix: closest.first.map { Diagnostic.Fix(keyword, $0) })
    }
    advance()
    skip(to: .pipe)
    return stage(.invalid, keyword)
  }

  /// Finds the stage that a word begins with where the white space was left out: `取前5`, `筛选投资额`.
  private func gluedStage(_ written: String) -> (word: String, mended: String)? {
    let names = StageWord.allCases.map(\.word.name.zh).sorted { $0.count > $1.count }
    guard let name = names.first(where: { written.hasPrefix($0) }) else { return nil }
    var rest = String(written.dropFirst(name.count))
    let digits = rest.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty { rest = String(digits) }
    return rest.isEmpty ? nil : (name, name + " " + rest)
  }

  /// Whether nothing of the stage follows.
  private var stageEnds: Bool {
    if endsStatement || atPipe() || current.kind == .holeEnd { return true }
    if case .symbol(let symbol) = current.kind { return symbol.closes }
    return false
  }
}

extension Parser {
  /// Parses elements between commas; one more comma may stand before a closing bracket or `|`.
  mutating func parseList<Element>(
    isInArguments: Bool = false, _ parseElement: (inout Parser) -> Element
  ) -> [Element] {
    var elements = [parseElement(&self)]
    while at(.comma), !endsStatement, !isStopped {
      if skipThousands(isCertain: !isInArguments) { continue }
      advance()
      if endsList { break }
      elements.append(parseElement(&self))
    }
    return elements
  }

  private var endsList: Bool {
    if case .symbol(let symbol) = current.kind { return symbol.closes || symbol == .pipe }
    return current.kind == .holeEnd
  }

  /// Parses expressions between commas.
  ///
  ///     values = expression { "," expression }
  mutating func parseValues() -> [Expression] { parseList { $0.parseExpression() } }

  /// Parses a column of `select`.
  ///
  ///     column = item | "*"
  private mutating func parseSelectItem() -> SelectItem {
    if at(.star) {
      let span = current.span
      advance()
      return .rest(span)
    }
    return .item(parseItem())
  }

  /// What a comparison without a label means in an item.
  enum ItemNaming {
    /// A value like any other.
    case value
    /// A label that was written with `=`.
    case equal
  }

  /// Parses a value that becomes a column.
  ///
  ///     item = [ name ":" ] expression [ display ]
  mutating func parseItem(naming: ItemNaming = .value) -> Item {
    let start = current.span
    let label = parseLabelIfPresent()
    var value = parseExpression()
    var name = label
    if label == nil, naming == .equal,
      case .binary(.equal, let left, let right, let sign) = value.kind,
      case .name(let identifier) = left.kind
    {
      let gap = SourceSpan(left.span.end, sign.end)
      report(.labelWithEqual(identifier.text), at: sign, fix: Diagnostic.Fix(gap, ":"))
      (name, value) = (identifier, right)
    }
    value = parseDisplay(of: value)
    let end = Swift.max(previousEnd, value.span.end)
    return Item(label: name, value: value, span: SourceSpan(Swift.min(start.start, end), end))
  }

  /// Parses `name:`, also where the name was written as a text.
  private mutating func parseLabelIfPresent() -> Identifier? {
    if token(1).kind == .symbol(.colon), let name = eatName() {
      advance()
      return name
    }
    guard current.kind == .textStart, token(1).kind == .textPiece, token(2).kind == .textEnd,
      token(3).kind == .symbol(.colon)
    else { return nil }
    let span = current.span.joined(token(2).span)
    let name = lexed.pieces[Int(token(1).payload)]
    report(.labelInQuotes, at: span, fix: Diagnostic.Fix(span, "`" + name + "`"))
    for _ in 0..<4 { advance() }
    return Identifier(text: name, isQuoted: true, span: span)
  }

  /// Parses names of columns between commas.
  ///
  ///     names = name { "," name }
  private mutating func parseColumnNames() -> [Identifier] {
    parseList { $0.parseColumnName() }.compactMap { $0 }
  }

  private mutating func parseColumnName() -> Identifier? {
    if let name = eatName() { return name }
    report(.columnExpected(found), at: foundSpan, mayContinue: true)
    skip(to: .element)
    return nil
  }

  /// Parses what follows `summarize`; the items may be left out where keys stand.
  ///
  ///     summarize = "summarize" ( items [ "by" items ] | "by" items )
  private mutating func parseSummarize() -> Stage.Kind {
    var items: [Item] = []
    if !(atClause(.by) && startsOperand(1)) {
      items = parseList { $0.parseItem(naming: .equal) }
    }
    guard eatClause(.by) else { return .summarize(items: items, keys: []) }
    return .summarize(items: items, keys: parseList { $0.parseItem() })
  }

  /// Parses `by` and keys, where they stand.
  private mutating func parseKeys() -> [Expression] {
    eatClause(.by) ? parseValues() : []
  }

  /// Parses keys to sort by.
  ///
  ///     keys = key { "," key }
  ///     key = expression [ "desc" | "asc" ]
  mutating func parseSortKeys() -> [SortKey] {
    if atClause(.by), startsOperand(1) {
      let span = current.span
      report(
        .needlessWord(spelling()), at: span,
        fix: Diagnostic.Fix(SourceSpan(span.start, token(1).span.start), ""))
      advance()
    }
    return parseList { parser in
      let value = parser.parseExpression()
      return SortKey(value: value, isDescending: parser.eatDirection() ?? false)
    }
  }

  /// Takes `desc` or `asc`; nil where neither stands.
  mutating func eatDirection() -> Bool? {
    if eatClause(.descending) { return true }
    if eatClause(.ascending) { return false }
    return nil
  }

  /// Parses what follows `expand`.
  ///
  ///     expand = "expand" name "in" expression { "split" names | "once" names }
  private mutating func parseExpand() -> Stage.Kind {
    let start = foundSpan
    guard let name = eatName() else {
      report(.nameExpected(found), at: foundSpan, mayContinue: true)
      skip(to: .pipe)
      return .invalid
    }
    guard eatClause(.in) || eatTestIn() else {
      report(.expandIn(name.text), at: start.joined(name.span))
      skip(to: .pipe)
      return .invalid
    }
    let list = parseExpression()
    var split: [Identifier] = []
    var once: [Identifier] = []
    while !isStopped {
      if eatClause(.split) {
        split += parseColumnNames()
      } else if eatClause(.once) {
        once += parseColumnNames()
      } else {
        break
      }
    }
    return .expand(Expand(name: name, list: list, split: split, once: once))
  }

  /// Takes `属于`, the test, where `取自` is meant.
  private mutating func eatTestIn() -> Bool {
    guard infixAhead()?.infix == .binary(.in), current.kind == .word else { return false }
    let span = current.span
    let word = ClauseWord.in.word.name.zh
    report(
      .triedWord(spelling()), at: span, help: Message.writeInstead(word),
      fix: Diagnostic.Fix(span, word))
    advance()
    return true
  }

  /// Parses what follows `spread`.
  ///
  ///     spread = "spread" [ name ":" ] expression "over" expression "by" grain [ method ]
  ///     grain = "year" | "half" | "quarter" | "month" | "day"
  private mutating func parseSpread() -> Stage.Kind {
    let label = parseLabelIfPresent()
    let amount = parseExpression()
    guard eatClause(.over) else { return leaveSpread(.spreadOver) }
    let period = parseExpression()
    guard eatClause(.by) else { return leaveSpread(.spreadBy) }
    let grainSpan = current.span
    guard current.kind == .word, let grain = roles().grain else { return leaveSpread(.spreadBy) }
    advance()
    return .spread(
      Spread(
        label: label, amount: amount, period: period, grain: grain, grainSpan: grainSpan,
        method: parseSpreadMethod()))
  }

  private mutating func leaveSpread(_ message: Message) -> Stage.Kind {
    report(message, at: foundSpan, mayContinue: message == .spreadBy)
    skip(to: .pipe)
    return .invalid
  }

  /// Parses how an amount is spread; evenly where nothing is said.
  ///
  ///     method = "evenly" | "daily" | "weights" list
  private mutating func parseSpreadMethod() -> Spread.Method {
    if eatClause(.daily) { return .daily }
    if eatClause(.evenly) { return .evenly }
    guard eatClause(.weights) else { return .evenly }
    guard at(.leftBracket) else {
      report(.weightsExpected(found), at: foundSpan, mayContinue: true)
      return .evenly
    }
    if case .list(let weights) = parseBrackets().kind { return .weights(weights) }
    return .evenly
  }
}
