import PlanQLData

/// Queries and stages as other languages write them: each is one diagnostic, with the query that is
/// meant where it can be told.
extension Parser {
  private static let fromWords = ["from", "FROM", "From", "从", "来自"]
  private static let selectWords = ["select", "SELECT", "Select", "选取", "选择", "查询", "显示", "列出"]

  /// The clauses of a query of SQL, in the order that SQL has them, with what begins each.
  private static let clauseWords: [(clause: SQLClause, words: [String])] = [
    (.filter, ["where", "WHERE", "Where"]), (.group, ["group", "GROUP", "Group"]),
    (.having, ["having", "HAVING", "Having"]), (.order, ["order", "ORDER", "Order"]),
    (.limit, ["limit", "LIMIT", "Limit"]), (.offset, ["offset", "OFFSET", "Offset"]),
  ]

  private enum SQLClause { case filter, group, having, order, limit, offset }

  /// Reports `select … from …` at the start of a statement, and offers the pipeline that is meant.
  mutating func parseSelectFrom() -> Bool {
    guard current.kind == .word, Parser.selectWords.contains(spelling()) else { return false }
    let end = stageEnd
    guard let from = place(of: Parser.fromWords, in: 1..<Swift.max(end, 1)), from > 1,
      token(from + 1).kind == .word, from + 1 < end
    else { return false }
    let span = current.span.joined(token(end - 1).span)
    let meant = end < Parser.lookAhead ? pipeline(columns: 1..<from, from: from + 1, end: end) : nil
    report(
      .selectFrom(spelling()), at: current.span, help: meant.map { Message.writeInstead($0) },
      fix: meant.map { Diagnostic.Fix(span, $0) })
    return true
  }

  /// The pipeline that is meant by the parts of a query of SQL; nil where they are not all plain.
  private func pipeline(columns: Range<Int>, from table: Int, end: Int) -> String? {
    var starts: [(clause: SQLClause, place: Int)] = []
    for (clause, words) in Parser.clauseWords {
      guard let place = place(of: words, in: table + 1..<Swift.max(end, table + 1)) else {
        continue
      }
      guard starts.last.map({ $0.place < place }) ?? true else { return nil }
      starts.append((clause, place))
    }
    guard (starts.first?.place ?? end) == table + 1 else { return nil }
    var parts: [SQLClause: Range<Int>] = [:]
    for (number, start) in starts.enumerated() {
      let takesBy = start.clause == .group || start.clause == .order
      let first = start.place + (takesBy ? 2 : 1)
      let last = number + 1 < starts.count ? starts[number + 1].place : end
      guard first < last, !takesBy || spelling(start.place + 1).lowercased() == "by" else {
        return nil
      }
      parts[start.clause] = first..<last
    }
    return pipeline(from: spelling(table), columns: columns, parts: parts)
  }

  private func pipeline(
    from table: String, columns: Range<Int>, parts: [SQLClause: Range<Int>]
  ) -> String? {
    var columns = columns
    var isDistinct = false
    if spelling(columns.lowerBound).lowercased() == "distinct" {
      isDistinct = true
      columns = columns.lowerBound + 1..<columns.upperBound
    }
    guard let items = sqlItems(columns) else { return nil }
    let isGrouped = parts[.group] != nil || items.contains { $0.isAggregate }
    guard !isDistinct || !isGrouped else { return nil }
    func part(_ clause: SQLClause) -> String? {
      parts[clause].map { rewritten($0).trimmed }
    }
    var stages: [String?] = [part(.filter).map { "where \($0)" }]
    if isGrouped {
      let keys = parts[.group].flatMap { sqlItems($0) } ?? []
      let values = items.filter { item in !keys.contains { $0.value == item.value } }
      guard keys.isEmpty || values.allSatisfy({ $0.isAggregate }) else { return nil }
      let by = keys.isEmpty ? "" : (values.isEmpty ? "by " : " by ") + listed(keys)
      stages.append("summarize \(listed(values))\(by)")
    }
    stages.append(part(.having).map { "where \($0)" })
    stages.append(part(.order).map { "sort \($0)" })
    stages.append(part(.offset).map { "skip \($0)" })
    stages.append(part(.limit).map { "take \($0)" })
    if isDistinct {
      stages.insert("distinct \(listed(items))", at: 1)
    } else if !isGrouped, items.first?.value != "*" {
      stages.append("select \(listed(items))")
    }
    return ([table] + stages.compactMap { $0 }).joined(separator: " | ")
  }

  private struct SQLItem {
    var label: String?
    var value: String
    var isAggregate: Bool
  }

  private func listed(_ items: [SQLItem]) -> String {
    items.map { item in (item.label.map { "\($0): " } ?? "") + item.value }
      .joined(separator: ", ")
  }

  /// The items between commas: `sum(x) as total` is `total: sum(x)`.
  private func sqlItems(_ range: Range<Int>) -> [SQLItem]? {
    var items: [SQLItem] = []
    var start = range.lowerBound
    var depth = 0
    for place in range.lowerBound...range.upperBound {
      let isEnd = place == range.upperBound
      if isEnd || (depth == 0 && token(place).kind == .symbol(.comma)) {
        guard start < place, let item = sqlItem(start..<place) else { return nil }
        items.append(item)
        start = place + 1
      }
      if !isEnd { depth += token(place).kind.depthChange }
    }
    return items
  }

  private func sqlItem(_ range: Range<Int>) -> SQLItem? {
    var range = range
    var label: String?
    if let alias = place(of: ["as", "AS", "As"], in: range) {
      guard alias == range.upperBound - 2, token(alias + 1).kind == .word else { return nil }
      label = spelling(alias + 1)
      range = range.lowerBound..<alias
    }
    let isCall =
      range.count > 2 && token(range.lowerBound + 1).kind == .symbol(.leftParenthesis)
    var value = rewritten(range).trimmed
    if isCall {
      let name = spelling(range.lowerBound)
      let inner = text(
        token(range.lowerBound + 1).span.joined(token(range.upperBound - 1).span)
      )
      let lowered = TriedCall.plainName(name)
      value = lowered + (inner == "(*)" ? "()" : value.dropFirst(name.count))
      for word in ["(DISTINCT ", "(Distinct "] where value.hasPrefix(lowered + word) {
        value = lowered + "(distinct " + value.dropFirst(lowered.count + word.count)
      }
    }
    return SQLItem(
      label: label, value: value,
      isAggregate: isCall && TriedCall.isAggregate(spelling(range.lowerBound)))
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

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
      inside, Rewriting(labels: takesLabels, isSort: word == .sort))
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
    let partition = place(of: ["partition", "PARTITION"], in: 2..<end)
    let order = place(of: ["order", "ORDER"], in: 2..<end)
    let over = current.span
    let span = left.span.joined(token(end).span)
    var clauses: [String] = []
    if let order, order + 2 < end { clauses.append(rewritten(order + 2..<end).trimmed) }
    let isOrdered = call.arguments.isEmpty
    if !isOrdered { clauses = clauses.map { "sort " + $0 } }
    if let partition, partition + 2 < (order ?? end) {
      clauses.append("within " + rewritten(partition + 2..<(order ?? end)).trimmed)
    }
    let arguments = call.arguments.map { text($0.span) }.joined(separator: ", ")
    let inside = ([arguments] + clauses).filter { !$0.isEmpty }.joined(separator: " ")
    let name = TriedCall.plainName(call.callee.text)
    report(
      .windowWithOver, at: over,
      fix: order == nil || partition == nil || (partition ?? 0) < (order ?? 0)
        ? Diagnostic.Fix(span, "\(name)(\(inside))") : nil)
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

  /// The stage that a method of another language does the work of: `projects.head(5)`.
  func stageOfMethod(_ name: String) -> String? {
    let roles = WordRoles.of(name)
    if let stage = roles.stage { return stage.word.name.en }
    let tried = roles.tried.first { $0.place == .stage }
    if case .stage(let word) = tried?.meaning { return word.word.name.en }
    let grouping = ["groupby", "group_by", "groupBy"].contains(name)
    return grouping ? StageWord.summarize.word.name.en : nil
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
