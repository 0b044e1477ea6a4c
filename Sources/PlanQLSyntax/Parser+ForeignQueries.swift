import PlanQLData

/// Stages as other languages write them: each is one diagnostic, with the stage that is meant where
/// it can be told.
extension Parser {
  /// Reads a stage whose words or brackets are those of another language, reports it once, and
  /// leaves it out; nil, with nothing read, where it is written as in this one. The present token
  /// is the stage's word; `tried` is set where it is not one of the language.
  mutating func parseForeignStage(_ word: StageWord, tried: TriedWord?) -> Stage? {
    let length = tried?.words.count ?? 1
    let keyword = current.span.joined(token(length - 1).span)
    guard let meant = foreignStage(word, length, isTried: tried != nil) else { return nil }
    let end = meant.end
    let isFilter = word == .select && tried == nil && token(2).kind == .symbol(.dot)
    let name = isFilter ? StageWord.filter.word.name.en : tried?.replacement ?? spelling()
    let replacement = name + (meant.text.isEmpty ? "" : " ") + meant.text
    let span = keyword.joined(token(Swift.max(end - 1, length - 1)).span)
    let fix = Diagnostic.Fix(span, replacement)
    if let tried {
      report(.triedWord(text(keyword)), at: keyword, help: tried.advice, fix: fix)
    } else {
      report(.stageInBrackets(text(keyword)), at: token(length).span, fix: fix)
    }
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: keyword)
  }

  private func foreignStage(
    _ word: StageWord, _ length: Int, isTried: Bool
  ) -> (text: String, end: Int)? {
    let end = stageEnd
    guard end > length, end < Parser.lookAhead else { return nil }
    var inside = length..<end
    var isForeign = false
    if let closing = closing(of: length) {
      let isBrace = token(length).kind == .symbol(.leftBrace)
      let isParenthesis = token(length).kind == .symbol(.leftParenthesis)
      let isCall = isParenthesis && !token(length).hasSpaceBefore && closing == end - 1
      let first = length + 1..<closing
      let isForeignCall =
        isCall && (isTried || hasComma(first) || (word == .select && hasLeadingDot(first)))
      if (isBrace && closing == end - 1) || isForeignCall, !first.isEmpty, !hasPipe(first) {
        inside = first
        isForeign = isBrace || isCall
      }
    }
    let takesLabels = word == .select || word == .extend || word == .summarize
    if isTried, takesLabels, hasLabelWithEqual(inside) { isForeign = true }
    if isTried, hasLeadingDot(inside) { isForeign = true }
    guard isForeign else { return nil }
    let text = rewritten(
      inside, Rewriting(labels: takesLabels, isSort: word == .sort, calls: takesLabels))
    return (text.trimmed, end)
  }

  private func hasComma(_ range: Range<Int>) -> Bool { atTop(range) { $0 == .symbol(.comma) } }

  private func hasPipe(_ range: Range<Int>) -> Bool { atTop(range) { $0 == .symbol(.pipe) } }

  private func atTop(_ range: Range<Int>, _ holds: (Token.Kind) -> Bool) -> Bool {
    var depth = 0
    for place in range {
      if depth == 0, holds(token(place).kind) { return true }
      depth += token(place).kind.depthChange
    }
    return false
  }

  private func hasLabelWithEqual(_ range: Range<Int>) -> Bool {
    range.contains { place in
      (place == range.lowerBound || token(place - 1).kind == .symbol(.comma))
        && token(place).kind == .word && token(place + 1).kind == .symbol(.equal)
    }
  }

  /// Whether a field has jq's point before it: `.no > 3`.
  private func hasLeadingDot(_ range: Range<Int>) -> Bool {
    range.contains { place in
      token(place).kind == .symbol(.dot) && token(place + 1).kind == .word
        && (place == range.lowerBound || !token(place - 1).kind.endsOperand)
    }
  }
}

extension Parser {
  /// Reports `投资额 降序` written as `按 投资额 排序`, and offers what is meant; nil for anything else.
  mutating func parseStageAfterKeys() -> Stage? {
    guard atClause(.by) else { return nil }
    let start = current.span
    let end = stageEnd
    let isChinese = spelling() == ClauseWord.by.word.name.zh
    let sorts = ["排序", "排列", "sort", "order"]
    let groups = ["汇总", "统计", "分组", "分类", "summarize", "group"]
    guard let place = place(of: sorts + groups, in: 1..<Swift.max(end, 1)), place > 1 else {
      return nil
    }
    let keys = rewritten(1..<place).trimmed
    let rest = rewritten(place + 1..<end).trimmed
    let isSort = sorts.contains(spelling(place))
    let language: Language = isChinese ? .zh : .en
    let word = (isSort ? StageWord.sort : .summarize).word.name[language]
    let by = ClauseWord.by.word.name[language]
    let items = rest.isEmpty ? "" : " " + rest
    let meant = isSort ? "\(word) \(keys)\(items)" : "\(word)\(items) \(by) \(keys)"
    let span = start.joined(token(end - 1).span)
    report(
      .keysBeforeStage(spelling()), at: start, help: Message.writeInstead(meant),
      fix: Diagnostic.Fix(span, meant))
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: start)
  }

  /// Reports `top 5 by investment`, and offers `sort investment desc | take 5`.
  mutating func parseTopStage(_ tried: TriedWord) -> Stage? {
    guard ["top", "TOP", "bottom"].contains(tried.spelling), token(1).kind == .number,
      spelling(2) == "by"
    else { return nil }
    let start = current.span
    let end = stageEnd
    guard end > 3 else { return nil }
    let key = rewritten(3..<end).trimmed
    let hasDirection = key.hasSuffix(" desc") || key.hasSuffix(" asc")
    let direction = hasDirection ? "" : tried.spelling == "bottom" ? "" : " desc"
    let span = start.joined(token(end - 1).span)
    report(
      .triedWord(tried.spelling), at: start, help: tried.advice,
      fix: Diagnostic.Fix(span, "sort \(key)\(direction) | take \(text(token(1).span))"))
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: start)
  }

  /// Reports `select distinct lead` and `select top 5 name`, and offers the stages that are meant.
  mutating func parseSelectWithWord() -> Stage? {
    let written = spelling(1).lowercased()
    let isTop = written == "top" && token(2).kind == .number
    let first = isTop ? 3 : 2
    let end = stageEnd
    guard isTop || written == "distinct", end > first, token(1).kind == .word,
      token(first).kind == .word, infix(first) == nil
    else { return nil }
    let start = current.span
    let items = rewritten(first..<end).trimmed
    let meant = isTop ? "take \(text(token(2).span)) | select \(items)" : "distinct \(items)"
    let span = start.joined(token(end - 1).span)
    report(
      .triedWord(text(start.joined(token(1).span))), at: start.joined(token(1).span),
      fix: Diagnostic.Fix(span, meant))
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: start)
  }

  /// Reports `take 5..10`, the rows from one place to another, and offers `skip 4 | take 6`.
  mutating func parseTakeRange() -> Stage? {
    guard token(1).kind == .number, token(2).kind == .symbol(.dots), token(3).kind == .number,
      stageEnd == 4
    else { return nil }
    let start = current.span
    let first = lexed.numbers[Int(token(1).payload)]
    let last = lexed.numbers[Int(token(3).payload)]
    guard let lower = Int(first.digitsText), let upper = Int(last.digitsText), lower >= 1,
      upper >= lower, upper < 1_000_000_000, first.suffix == nil, last.suffix == nil
    else { return nil }
    let isChinese = !spelling().utf8.allSatisfy { $0 < 0x80 }
    let language: Language = isChinese ? .zh : .en
    let take = "\(StageWord.take.word.name[language]) \(upper - lower + 1)"
    let skip = "\(StageWord.skip.word.name[language]) \(lower - 1) | "
    let span = start.joined(token(3).span)
    report(
      .takeRange, at: token(1).span.joined(token(3).span),
      fix: Diagnostic.Fix(span, (lower > 1 ? skip : "") + take))
    for _ in 0..<4 { advance() }
    return Stage(kind: .invalid, span: span, keyword: start)
  }
}

extension Parser {
  /// Reports `if(c, a, b)` and offers `if c then a else b`; nil, with nothing read, for anything
  /// else. The present token is the bracket.
  mutating func parseCalledIf(from start: SourceSpan) -> Expression? {
    guard at(.leftParenthesis), let parts = arguments(), parts.count == 3 else { return nil }
    let end = closing(of: 0) ?? 0
    guard roles(end + 1).prefix != .then else { return nil }
    let span = start.joined(token(end).span)
    let texts = parts.map { rewritten($0).trimmed }
    let meant = "if \(texts[0]) then \(texts[1]) else \(texts[2])"
    report(
      .triedWord(text(start) + "(…)"), at: start, help: Message.thenExpected(found).help,
      fix: Diagnostic.Fix(span, "(" + meant + ")"))
    for _ in 0...end { advance() }
    return .invalid(span)
  }

  /// The tokens of each argument in the brackets at the present token.
  private func arguments() -> [Range<Int>]? {
    guard let end = closing(of: 0) else { return nil }
    var parts: [Range<Int>] = []
    var start = 1
    var depth = 0
    for place in 1...end {
      if place == end || (depth == 0 && token(place).kind == .symbol(.comma)) {
        guard start < place else { return nil }
        parts.append(start..<place)
        start = place + 1
      }
      depth += token(place).kind.depthChange
    }
    return parts
  }

  /// Reports `case when c then a else b end`, and offers `case { c: a, else: b }`; the present
  /// token is `when`.
  mutating func parseCaseWhen(from start: SourceSpan) -> Expression? {
    guard ["when", "WHEN", "When", "当"].contains(spelling()) else { return nil }
    let end = stageEnd
    guard let last = place(of: ["end", "END", "End"], in: 0..<end) else { return nil }
    var marks: [Int] = []
    var depth = 0
    for place in 0...last {
      let isMark = ["when", "then", "else", "end"].contains(spelling(place).lowercased())
      if depth == 0, token(place).kind == .word, isMark { marks.append(place) }
      depth += token(place).kind.depthChange
    }
    var branches: [String] = []
    var condition: String?
    for (mark, next) in zip(marks, marks.dropFirst()) {
      guard mark + 1 < next else { return nil }
      let value = rewritten(mark + 1..<next).trimmed
      switch spelling(mark).lowercased() {
      case "when": condition = value
      case "then":
        guard let written = condition else { return nil }
        branches.append("\(written): \(value)")
        condition = nil
      case _: branches.append("else: \(value)")
      }
    }
    let span = start.joined(token(last).span)
    report(
      .caseWhen, at: start.joined(current.span),
      fix: Diagnostic.Fix(span, "case { " + branches.joined(separator: ", ") + " }"))
    for _ in 0...last { advance() }
    return .invalid(span)
  }

  /// Reports `sum(x) over (partition by y order by z)`, and offers `sum(x sort z within y)`; the
  /// present token is `over`.
  mutating func parseOver(after left: Expression) -> Expression? {
    guard ["over", "OVER", "Over"].contains(spelling()), case .call(let call) = left.kind,
      token(1).kind == .symbol(.leftParenthesis), let end = closing(of: 1), call.clauses.isEmpty
    else { return nil }
    // `spread sum(x) over (a..b) by year` has a call before its `over` too.
    let begins = ["partition", "PARTITION", "order", "ORDER", "rows", "ROWS", "range", "RANGE"]
    guard end == 2 || place(of: begins, in: 2..<3) == 2,
      token(3).kind != .symbol(.leftParenthesis)
    else { return nil }
    let over = current.span
    let span = left.span.joined(token(end).span)
    let arguments = call.arguments.map { text($0.span) }.joined(separator: ", ")
    let meant = windowCall(call.callee.text, arguments, over: 2..<end)
    let hasFrame = place(of: ["rows", "ROWS", "range", "RANGE"], in: 2..<end) != nil
    report(
      .windowWithOver, at: over, help: meant == nil && hasFrame ? Message.rowsAround : nil,
      fix: meant.map { Diagnostic.Fix(span, $0) })
    for _ in 0...end { advance() }
    doubtful.append(span)
    return .invalid(span)
  }
}

extension Parser {
  /// Reports a stage without its word, as jq has them: `| .name`, `| {name, no}`.
  mutating func parseBareSelection() -> Stage? {
    guard at(.leftBrace) || at(.dot) else { return nil }
    let end = stageEnd
    let isBraced = at(.leftBrace) && closing(of: 0) == end - 1 && end > 2
    guard isBraced || (at(.dot) && token(1).kind == .word) else { return nil }
    let span = current.span.joined(token(end - 1).span)
    let inside = isBraced ? 1..<end - 1 : 0..<end
    let select = StageWord.select.word.name.en
    let meant = "\(select) \(rewritten(inside, Rewriting(labels: true)).trimmed)"
    report(.stageExpected(found), at: current.span, fix: Diagnostic.Fix(span, meant))
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: span)
  }

  /// Reports a stage of KQL whose word has a hyphen: `project-away content`.
  mutating func parseHyphenated() -> Stage? {
    guard current.kind == .word, token(1).kind == .symbol(.minus), !token(1).hasSpaceBefore,
      token(2).kind == .word, !token(2).hasSpaceBefore
    else { return nil }
    let name = spelling() + "-" + spelling(2)
    guard let tried = WordRoles.of(name).tried.first(where: { $0.place == .stage }) else {
      return nil
    }
    let span = current.span.joined(token(2).span)
    let end = stageEnd
    report(
      .triedWord(name), at: span,
      help: tried.advice ?? tried.replacement.map { Message.writeInstead($0) },
      fix: tried.isCertain ? tried.replacement.map { Diagnostic.Fix(span, $0) } : nil)
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: span)
  }

  /// Reports the stage `count`, and offers the `summarize` that it means.
  mutating func parseCountStage(_ tried: TriedWord) -> Stage? {
    guard ["count", "计数", "length", "COUNT"].contains(tried.spelling), stageEnd == 1 else {
      return nil
    }
    let span = current.span
    let meant = tried.language == .zh ? "汇总 项数: 计数()" : "summarize n: count()"
    report(
      .triedWord(spelling()), at: span, help: tried.advice, fix: Diagnostic.Fix(span, meant))
    advance()
    return Stage(kind: .invalid, span: span, keyword: span)
  }

  /// The count of rows in `前5名`, `取前五`: the stage as it is written, and as it is meant.
  func gluedTake(_ written: String) -> (word: String, mended: String)? {
    let take = StageWord.take.word.name.zh
    guard let word = [take, "前", "取"].first(where: { written.hasPrefix($0) }) else { return nil }
    var rest = written.dropFirst(word.count)
    if let last = rest.last, "名个条项行位家".contains(last) { rest = rest.dropLast() }
    guard let count = Int(rest) ?? Parser.chineseCount(rest) else { return nil }
    return (word, "\(take) \(count)")
  }

  /// Reads a number below a hundred in Chinese digits: 十二.
  private static func chineseCount(_ text: Substring) -> Int? {
    let digits = Array("零一二三四五六七八九")
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ part: Substring, else other: Int) -> Int? {
      if part.isEmpty { return other }
      guard part.count == 1, let first = part.first else { return nil }
      return first == "两" ? 2 : digits.firstIndex(of: first)
    }
    if parts.count == 1, !text.isEmpty { return digit(parts[0], else: 0) }
    guard parts.count == 2, let tens = digit(parts[0], else: 1), let ones = digit(parts[1], else: 0)
    else { return nil }
    return tens * 10 + ones
  }
}
