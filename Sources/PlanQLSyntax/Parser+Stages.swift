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
  ///           | expand | spread | join | append | pivot | fill | total | cite | label
  mutating func parseStage() -> Stage {
    let start = current.span
    if let stage = parseStageAfterKeys() ?? parseBareSelection() ?? parseHyphenated() {
      return stage
    }
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
      if word == .take, let stage = parseTakeRange() { return stage }
      if word == .select, let stage = parseSelectWithWord() { return stage }
      if let stage = parseForeignStage(word, tried: nil) { return stage }
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
  ///     distinct = "distinct" [ items ]
  ///     append = "append" expression
  ///     fill = "fill" fill-key { "," fill-key }
  ///     total = "total"
  ///     cite = "cite"
  ///     label = "label" column-label { "," column-label }
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
      if let stage = parseOffset(behind: count, keyword) { return stage }
      return stage(.take(count, keys: parseKeys()), keyword)
    case .skip:
      let count = parseExpression()
      return stage(.skip(count, keys: parseKeys()), keyword)
    case .distinct:
      if at(.star) {
        report(
          .needlessWord("*"), at: current.span,
          fix: Diagnostic.Fix(SourceSpan(keyword.end, current.span.end), ""))
        advance()
      }
      return stage(.distinct(stageEnds ? [] : parseList { $0.parseItem() }), keyword)
    case .expand: return stage(parseExpand(), keyword)
    case .spread: return stage(parseSpread(), keyword)
    case .total: return stage(.total, keyword)
    case .join: return stage(parseJoin(.inner, keyword), keyword)
    case .leftJoin: return stage(parseJoin(.left, keyword), keyword)
    case .fullJoin: return stage(parseJoin(.full, keyword), keyword)
    case .append: return stage(.append(parseExpression()), keyword)
    case .pivot: return stage(parsePivot(), keyword)
    case .fill: return stage(.fill(parseList { $0.parseFillKey() }.compactMap { $0 }), keyword)
    case .cite: return stage(.cite, keyword)
    case .label:
      return stage(.label(parseList { $0.parseColumnLabel() }.compactMap { $0 }), keyword)
    }
  }

  /// Reads a word that people try for a stage as what it means, where it means one.
  private mutating func parseTriedStage(_ tried: TriedWord) -> Stage {
    let start = current.span
    if let stage = parseTopStage(tried) ?? parseCountStage(tried) ?? parseGroupStage(tried) {
      return stage
    }
    if case .stage(let word) = tried.meaning, let stage = parseForeignStage(word, tried: tried) {
      return stage
    }
    if isForeignJoin(tried) {
      // What follows says how a join is written, whatever its word.
      for _ in tried.words { advance() }
    } else {
      reportTried(tried)
    }
    let keyword = SourceSpan(start.start, previousEnd)
    if case .stage(let word) = tried.meaning { return parseStage(word, keyword) }
    skip(to: .pipe)
    return stage(.invalid, keyword)
  }

  /// Whether a word for a join stands before something else than `name in`.
  private func isForeignJoin(_ tried: TriedWord) -> Bool {
    switch tried.meaning {
    case .stage(.join), .stage(.leftJoin), .stage(.fullJoin):
      let count = tried.words.count
      return ![ClauseWord.in.word.name.en, ClauseWord.in.word.name.zh].contains(spelling(count + 1))
    case .stage, .statement, .clause, .infix, .prefix, .literal, .chart, .pipe, .omitted, .nothing:
      return false
    }
  }

  private mutating func parseUnknownStage() -> Stage {
    let keyword = current.span
    let written = spelling()
    let words = StageWord.allCases.map(\.word.name)
    if let glued = gluedStage(written) {
      report(.gluedStage(glued.word), at: keyword, fix: Diagnostic.Fix(keyword, glued.mended))
    } else {
      let candidates = words.flatMap { [$0.en, $0.zh] }
      let meant = Suggestions.closest(to: written, among: candidates).first ?? triedStage(written)
      report(
        .unknownStage(written), at: keyword,
        help: Suggestions.help(for: written, among: candidates)
          ?? meant.map { Message.writeInstead($0) } ?? Message.stageNames(words),
        fix: meant.map { Diagnostic.Fix(keyword, $0) })
    }
    advance()
    skip(to: .pipe)
    return stage(.invalid, keyword)
  }

  /// Finds the stage that is meant by a word like one that people try: `filtr`.
  private func triedStage(_ written: String) -> String? {
    let tried = TriedWord.all.filter { $0.place == .stage && $0.isCertain && $0.rest.isEmpty }
    let closest = Suggestions.closest(to: written, among: tried.map(\.spelling)).first
    return tried.first { $0.spelling == closest }?.replacement
  }

  /// Finds the stage that a word begins with where the white space was left out: `取前5`, `筛选投资额`.
  private func gluedStage(_ written: String) -> (word: String, mended: String)? {
    if let taken = gluedTake(written) { return taken }
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
