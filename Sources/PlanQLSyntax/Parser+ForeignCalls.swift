import PlanQLData

/// Calls without brackets, as PRQL writes them, with the value last: `sum amount`, `math.round 2 price`.
extension Parser {
  private static let modules: Set = ["math", "text", "std", "date"]
  private static let bareCalls = [
    "sum": "sum", "average": "avg", "avg": "avg", "min": "min", "max": "max", "stddev": "stddev",
    "count": "count", "count_distinct": "count distinct", "any": "any", "all": "all",
    "round": "round", "first": "first", "last": "last",
  ]
  private static let renamed = [
    "extract": "substring", "pow": "power", "ltrim": "trim_start", "rtrim": "trim_end",
    "average": "avg", "count_distinct": "count distinct",
  ]

  /// The call that begins at a place, and where it ends; nil where none does.
  func bareCall(at start: Int, before end: Int) -> (text: String, end: Int)? {
    var place = start
    let hasModule =
      token(place).kind == .word && Parser.modules.contains(spelling(place))
      && token(place + 1).kind == .symbol(.dot) && token(place + 2).kind == .word
    if hasModule { place += 2 }
    guard place < end, token(place).kind == .word,
      let name = hasModule
        ? Parser.renamed[spelling(place)] ?? spelling(place) : Parser.bareCalls[spelling(place)]
    else { return nil }
    place += 1
    if token(place).kind == .symbol(.leftParenthesis), !token(place).hasSpaceBefore {
      return hasModule ? (name, place) : nil
    }
    var arguments: [String] = []
    while place < end, let next = bareArgument(at: place, before: end) {
      let argument = rewritten(place..<next, Rewriting(calls: true))
      arguments.append(
        argument.hasPrefix("this.") ? String(argument.dropFirst("this.".count)) : argument)
      place = next
    }
    guard let value = arguments.popLast() else {
      return hasModule ? (name == "pi" ? "pi()" : name, place) : nil
    }
    if name == "count", value == "this" { return ("count()", place) }
    if name == "count distinct" { return ("count(distinct \(value))", place) }
    return ("\(name)(\(([value] + arguments).joined(separator: ", ")))", place)
  }

  /// Where an argument ends: a name or a path, a number, a text, or what stands in brackets.
  private func bareArgument(at place: Int, before end: Int) -> Int? {
    guard token(place).hasSpaceBefore else { return nil }
    switch token(place).kind {
    case .word:
      guard infix(place) == nil, roles(place).clause == nil, tried(.clause, place) == nil else {
        return nil
      }
      var next = place + 1
      while next + 1 < end, token(next).kind == .symbol(.dot), token(next + 1).kind == .word {
        next += 2
      }
      return next
    case .quotedName, .number, .period: return place + 1
    case .textStart, .symbol(.leftParenthesis): return closing(of: place).map { $0 + 1 }
    case .foreign, .textPiece, .holeStart, .holeEnd, .textEnd, .symbol, .invalid, .end: return nil
    }
  }

  /// Reports `group {region} (aggregate {total = sum amount})`, and offers the `summarize` that it means, or the
  /// `take 2 by region` of `group region (take 2)`.
  mutating func parseGroupStage(_ tried: TriedWord) -> Stage? {
    guard ["group", "group_by"].contains(tried.spelling), let meant = groupStage() else {
      return nil
    }
    let start = current.span
    let end = stageEnd
    let span = start.joined(token(end - 1).span)
    report(
      .triedWord(tried.spelling), at: start, help: Message.writeInstead(meant),
      fix: Diagnostic.Fix(span, meant))
    for _ in 0..<end { advance() }
    return Stage(kind: .invalid, span: span, keyword: start)
  }

  private func groupStage() -> String? {
    let end = stageEnd
    guard end > 3, end < Parser.lookAhead, closing(of: end - 1) == nil else { return nil }
    var keys = 1..<2
    var body = 2
    if token(1).kind == .symbol(.leftBrace), let closing = closing(of: 1) {
      keys = 2..<closing
      body = closing + 1
    }
    guard token(body).kind == .symbol(.leftParenthesis), closing(of: body) == end - 1, !keys.isEmpty
    else { return nil }
    let by = rewritten(keys, Rewriting(labels: true, calls: true))
    var stages: [String] = []
    var start = body + 1
    for place in body + 1..<end {
      let isLast = place == end - 1
      guard isLast || token(place).kind == .symbol(.pipe) else { continue }
      guard let stage = groupedStage(start..<place, by: by) else { return nil }
      stages.append(stage)
      start = place + 1
    }
    return stages.joined(separator: " | ")
  }

  /// A stage of the pipeline over each group.
  private func groupedStage(_ range: Range<Int>, by keys: String) -> String? {
    guard range.count > 1 else { return nil }
    var inside = range.lowerBound + 1..<range.upperBound
    if token(inside.lowerBound).kind == .symbol(.leftBrace),
      closing(of: inside.lowerBound) == inside.upperBound - 1
    {
      inside = inside.lowerBound + 1..<inside.upperBound - 1
    }
    switch spelling(range.lowerBound) {
    case "aggregate", "summarize", "summarise":
      return "summarize \(rewritten(inside, Rewriting(labels: true, calls: true))) by \(keys)"
    case "take" where inside.count == 1:
      return "take \(rewritten(inside)) by \(keys)"
    case "sort": return "sort \(rewritten(inside, Rewriting(isSort: true)))"
    case _: return nil
    }
  }
}
