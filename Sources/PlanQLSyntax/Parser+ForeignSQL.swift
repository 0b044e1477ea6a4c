import PlanQLData

/// Queries of SQL: each is one diagnostic, with the pipeline that is meant where it can be told.
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
    guard var items = sqlItems(columns) else { return nil }
    let isGrouped = parts[.group] != nil || items.contains { $0.isAggregate }
    guard !isDistinct || !isGrouped else { return nil }
    func part(_ clause: SQLClause) -> String? {
      parts[clause].map { rewritten($0).trimmed }
    }
    var keys: [Int] = []
    for key in parts[.group].flatMap({ sqlItems($0) }) ?? [] {
      if let place = place(of: key, among: items) {
        keys.append(place)
      } else {
        keys.append(items.count)
        items.append(key)
      }
    }
    // What a later clause names has to have a name.
    var later: [SQLClause: String] = [:]
    for clause in [SQLClause.having, .order] {
      guard let range = parts[clause] else { continue }
      guard let text = named(range, &items, isOrder: clause == .order) else { return nil }
      later[clause] = text
    }
    var stages: [String?] = [part(.filter).map { "where \($0)" }]
    if isGrouped {
      let values = items.indices.filter { !keys.contains($0) }.map { items[$0] }
      guard keys.isEmpty || values.allSatisfy({ $0.isAggregate }) else { return nil }
      let by =
        keys.isEmpty ? "" : (values.isEmpty ? "by " : " by ") + listed(keys.map { items[$0] })
      stages.append("summarize \(listed(values))\(by)")
    }
    stages.append(later[.having].map { "where \($0)" })
    stages.append(later[.order].map { "sort \($0)" })
    stages.append(part(.offset).map { "skip \($0)" })
    stages.append(part(.limit).map { "take \($0)" })
    if isDistinct {
      stages.insert("distinct \(listed(items))", at: 1)
    } else if !isGrouped, items.first?.value == "*" {
      if items.count > 1 { stages.insert("extend \(listed(Array(items.dropFirst())))", at: 1) }
    } else if !isGrouped {
      let isNamedLater = items.contains { $0.label != nil } && later[.order] != nil
      stages.insert("select \(listed(items))", at: isNamedLater ? 1 : stages.count)
    }
    return ([table] + stages.compactMap { $0 }).joined(separator: " | ")
  }

  /// The item that a clause means: by its number, its name or its text.
  private func place(of key: SQLItem, among items: [SQLItem]) -> Int? {
    if let number = Int(key.value), items.indices.contains(number - 1) { return number - 1 }
    return items.firstIndex { $0.label == key.value || $0.value == key.value }
  }

  /// The text of a clause in which numbers of columns and aggregates are the names of items, which get one where they
  /// have none; nil where an aggregate is none of the items.
  private func named(
    _ range: Range<Int>, _ items: inout [SQLItem], isOrder: Bool
  ) -> String? {
    var output = ""
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      var end: Int?
      if token(place).kind == .word, TriedCall.isAggregate(spelling(place)) {
        end = closing(of: place + 1).map { $0 + 1 }
      } else if isOrder, token(place).kind == .number,
        place == range.lowerBound || token(place - 1).kind == .symbol(.comma)
      {
        end = place + 1
      }
      guard let end else {
        place += 1
        continue
      }
      guard let key = sqlItem(place..<end), let found = self.place(of: key, among: items) else {
        return nil
      }
      if start < place {
        output += rewritten(start..<place, Rewriting(follows: !output.isEmpty))
      }
      output += (output.isEmpty || output.hasSuffix(" ") ? "" : " ") + name(of: found, &items)
      start = end
      place = end
    }
    if start < range.upperBound {
      let follows = !output.isEmpty
      output +=
        (follows ? " " : "") + rewritten(start..<range.upperBound, Rewriting(follows: follows))
    }
    return output.trimmed
  }

  /// The name of an item; one that has none and is no plain field gets one made of its words.
  private func name(of place: Int, _ items: inout [SQLItem]) -> String {
    if let label = items[place].label { return label }
    let value = items[place].value
    let words = value.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "`" }
    guard words.count > 1 || value.hasSuffix(")") else { return value }
    let label = words.count == 1 ? "n" : words.joined(separator: "_")
    items[place].label = label
    return label
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

  /// A call and what stands in the brackets behind `over`.
  private func sqlWindow(_ call: Range<Int>, over range: Range<Int>) -> String? {
    guard call.count > 2, closing(of: call.lowerBound + 1) == call.upperBound - 1,
      closing(of: range.lowerBound) == range.upperBound - 1
    else { return nil }
    let inside = call.lowerBound + 2..<call.upperBound - 1
    let isCounted = inside.count == 1 && token(inside.lowerBound).kind == .symbol(.star)
    return windowCall(
      spelling(call.lowerBound), isCounted ? "" : rewritten(inside).trimmed,
      over: range.lowerBound + 1..<range.upperBound - 1)
  }

  /// `sum(x sort z within y)` for `sum(x) over (partition by y order by z)`; nil where the rows around are others than
  /// those up to each one.
  func windowCall(_ function: String, _ arguments: String, over range: Range<Int>) -> String? {
    let partition = place(of: ["partition", "PARTITION"], in: range)
    var end = range.upperBound
    if let frame = place(of: ["rows", "ROWS", "range", "RANGE"], in: range) {
      let words = (frame + 1..<end).map { spelling($0).lowercased() }
      guard
        ["between unbounded preceding and current row", "unbounded preceding"]
          .contains(words.joined(separator: " "))
      else { return nil }
      end = frame
    }
    let order = place(of: ["order", "ORDER"], in: range)
    if let partition, let order, partition > order { return nil }
    var clauses: [String] = []
    if let order, order + 2 < end {
      let keys = rewritten(order + 2..<end).trimmed
      clauses.append(arguments.isEmpty ? keys : "sort " + keys)
    }
    if let partition, partition + 2 < (order ?? end) {
      clauses.append("within " + rewritten(partition + 2..<(order ?? end)).trimmed)
    }
    let inside = ([arguments] + clauses).filter { !$0.isEmpty }.joined(separator: " ")
    return "\(TriedCall.plainName(function))(\(inside))"
  }

  private func sqlItem(_ range: Range<Int>) -> SQLItem? {
    var range = range
    var label: String?
    if let alias = place(of: ["as", "AS", "As"], in: range) {
      guard alias == range.upperBound - 2, token(alias + 1).kind == .word else { return nil }
      label = spelling(alias + 1)
      range = range.lowerBound..<alias
    } else if range.count > 1, token(range.upperBound - 1).kind == .word,
      token(range.upperBound - 2).kind.endsOperand, infix(range.upperBound - 2) == nil,
      roles(range.upperBound - 2).prefix == nil
    {
      label = spelling(range.upperBound - 1)
      range = range.lowerBound..<range.upperBound - 1
    }
    if let over = place(of: ["over", "OVER", "Over"], in: range) {
      guard let window = sqlWindow(range.lowerBound..<over, over: over + 1..<range.upperBound)
      else {
        return nil
      }
      return SQLItem(label: label, value: window, isAggregate: false)
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
  var trimmed: String {
    var view = Substring(self)
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

extension Parser {
  /// Reports how many rows are passed over, behind how many are taken: `limit 3 offset 2`, `limit 2, 3`. They are passed
  /// over first.
  mutating func parseOffset(behind count: Expression, _ keyword: SourceSpan) -> Stage? {
    let span = current.span
    let isOffset = current.kind == .word && ["offset", "OFFSET", "Offset"].contains(spelling(0))
    let isPair =
      at(.comma) && token(1).kind == .number && text(keyword).lowercased() == "limit"
    guard isOffset || isPair else { return nil }
    let found = found
    advance()
    let second = parseExpression()
    let (taken, skipped) = isOffset ? (count, second) : (second, count)
    let meant = "skip \(text(skipped.span)) | take \(text(taken.span))"
    report(
      isOffset ? .triedWord(text(span)) : .unexpected(found), at: span,
      help: Message.writeInstead(meant),
      fix: Diagnostic.Fix(keyword.joined(second.span), meant))
    return Stage(kind: .invalid, span: keyword.joined(second.span), keyword: keyword)
  }
}
