import PlanQLData

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
  mutating func parseSelectItem() -> SelectItem {
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
  mutating func parseLabelIfPresent() -> Identifier? {
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
  mutating func parseColumnNames() -> [Identifier] {
    parseList { $0.parseColumnName() }.compactMap { $0 }
  }

  mutating func parseColumnName() -> Identifier? {
    if let name = eatName() { return name }
    report(.columnExpected(found), at: foundSpan, mayContinue: true)
    skip(to: .element)
    return nil
  }

  /// Parses what follows `summarize`; the items may be left out where keys stand.
  ///
  ///     summarize = "summarize" ( items [ "by" items ] | "by" items )
  mutating func parseSummarize() -> Stage.Kind {
    var items: [Item] = []
    if !(atClause(.by) && startsOperand(1)) {
      items = parseList { $0.parseItem(naming: .equal) }
    }
    guard eatClause(.by) else { return .summarize(items: items, keys: []) }
    return .summarize(items: items, keys: parseList { $0.parseItem() })
  }

  /// Parses `by` and keys, where they stand.
  mutating func parseKeys() -> [Expression] {
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
      return SortKey(
        value: value, isDescending: parser.eatDirection() ?? parser.eatMisspeltDirection() ?? false)
    }
  }

  /// Takes `desc` or `asc`; nil where neither stands.
  mutating func eatDirection() -> Bool? {
    if eatClause(.descending) { return true }
    if eatClause(.ascending) { return false }
    return nil
  }

  /// Reports a word behind a key that is nearly `desc` or `asc`, and takes it as that.
  private mutating func eatMisspeltDirection() -> Bool? {
    guard current.kind == .word, !endsStatement, infix() == nil, roles().clause == nil,
      roles().display == nil
    else { return nil }
    let directions: [ClauseWord] = [.descending, .ascending]
    let words = directions.flatMap { [$0.word.name.en, $0.word.name.zh] }
    guard let meant = Suggestions.closest(to: spelling(), among: words, limit: 1).first else {
      return nil
    }
    report(
      .operatorExpected(found), at: current.span, help: Suggestions.question([meant]),
      fix: Diagnostic.Fix(current.span, meant))
    advance()
    return ClauseWord.descending.word.name.matches(meant)
  }

  /// Parses what follows `expand`.
  ///
  ///     expand = "expand" name "in" expression { "split" names | "once" names }
  mutating func parseExpand() -> Stage.Kind {
    guard let name = parseBinder(Message.expandIn) else { return .invalid }
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

  /// Takes the name of a new column and the `in` behind it; nil, and reported, where they do not stand.
  mutating func parseBinder(_ inExpected: (String) -> Message) -> Identifier? {
    let start = foundSpan
    guard let name = eatName() else {
      report(.nameExpected(found), at: foundSpan, mayContinue: true)
      skip(to: .pipe)
      return nil
    }
    guard eatIn() else {
      report(inExpected(name.text), at: start.joined(name.span))
      skip(to: .pipe)
      return nil
    }
    return name
  }

  /// Takes the `in` that says where values are taken from.
  mutating func eatIn() -> Bool { eatClause(.in) || eatTestIn() }

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
  mutating func parseSpread() -> Stage.Kind {
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
