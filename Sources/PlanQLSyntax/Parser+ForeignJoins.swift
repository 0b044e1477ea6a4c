import PlanQLData

/// Joins as other languages write them: `join artists on id = artists.id`, `join side:left a=artists (==id)`.
extension Parser {
  /// Reports a join of another language, and offers the one that is meant; nothing is read where it is written as in
  /// this one, or where it cannot be told. The present token is the one behind the stage's word.
  mutating func parseForeignJoin(_ kind: Join.Kind, _ keyword: SourceSpan) -> Bool {
    guard let meant = foreignJoin(kind) else { return false }
    // A word that people try has its own fix.
    let isOwn = text(keyword) == kind.stage.word.name.en
    guard isOwn || meant.kind == kind else { return false }
    let end = stageEnd
    let table = text(token(meant.table).span)
    let whole = "\(meant.kind.stage.word.name.en) \(meant.text)"
    let span = current.span.joined(token(end - 1).span)
    report(
      .joinIn(table), at: current.span, help: Message.writeInstead(whole),
      fix: isOwn
        ? Diagnostic.Fix(keyword.joined(span), whole) : Diagnostic.Fix(span, meant.text))
    for _ in 0..<end { advance() }
    return true
  }

  private func foreignJoin(_ kind: Join.Kind) -> (kind: Join.Kind, text: String, table: Int)? {
    let end = stageEnd
    guard end < Parser.lookAhead, !isOwnJoin else { return nil }
    var place = 0
    var kind = kind
    if ["side", "kind"].contains(spelling(place)), token(place).kind == .word,
      [.symbol(.colon), .symbol(.equal)].contains(token(place + 1).kind)
    {
      guard let named = Parser.joinKinds[spelling(place + 2)] else { return nil }
      kind = named
      place += 3
    }
    var alias: String?
    if token(place).kind == .word, token(place + 1).kind == .symbol(.equal) {
      alias = spelling(place)
      place += 2
    }
    guard let table = joinedTable(&place) else { return nil }
    if ["as", "AS"].contains(spelling(place)), token(place).kind == .word { place += 1 }
    if alias == nil, token(place).kind == .word, place < end,
      !Parser.joinWords.contains(spelling(place))
    {
      alias = spelling(place)
      place += 1
    }
    let name = alias ?? partnerName(spelling(table))
    var condition = place..<end
    if token(place).kind == .word, Parser.joinWords.contains(spelling(place)) {
      condition = place + 1..<Swift.max(end, place + 1)
    }
    if let closing = closing(of: condition.lowerBound), closing == end - 1 {
      condition = condition.lowerBound + 1..<closing
    }
    guard !condition.isEmpty,
      let terms = joinTerms(condition, partner: name, table: spelling(table))
    else { return nil }
    return (kind, "\(name) in \(spelling(table)) on \(terms.joined(separator: " and "))", table)
  }

  /// Whether a name and `in` stand there, as in the language.
  private var isOwnJoin: Bool {
    guard token(0).kind == .word || token(0).kind == .quotedName else { return true }
    return token(1).kind == .word && ["in", "取自"].contains(spelling(1))
  }

  private func joinedTable(_ place: inout Int) -> Int? {
    if token(place).kind == .word {
      place += 1
      return place - 1
    }
    guard token(place).kind == .symbol(.leftParenthesis), token(place + 1).kind == .word,
      closing(of: place) == place + 2
    else { return nil }
    place += 3
    return place - 2
  }

  private static let joinWords: Set = ["on", "ON", "On", "using", "USING", "by"]
  private static let joinKinds: [String: Join.Kind] = [
    "inner": .inner, "innerunique": .inner, "left": .left, "leftouter": .left, "full": .full,
    "fullouter": .full, "outer": .full,
  ]

  /// A name for a row of a table: one of `artists` is an `artist`.
  private func partnerName(_ table: String) -> String {
    if table.hasSuffix("ies") { return table.dropLast(3) + "y" }
    if table.hasSuffix("s"), !table.hasSuffix("ss"), table.count > 2 {
      return String(table.dropLast())
    }
    return "other"
  }

  /// The conditions between commas or `and`: `id` and `==id` are equal in both tables.
  private func joinTerms(_ range: Range<Int>, partner: String, table: String) -> [String]? {
    var terms: [String] = []
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound {
      let isBetween =
        place < range.upperBound
        && (token(place).kind == .symbol(.comma)
          || (token(place).kind == .word && ["and", "AND"].contains(spelling(place)))
          || text(token(place).span) == "&&")
      guard isBetween || place == range.upperBound else { continue }
      guard let term = joinTerm(start..<place, partner: partner, table: table) else { return nil }
      terms.append(term)
      start = place + 1
    }
    return terms
  }

  private func joinTerm(_ range: Range<Int>, partner: String, table: String) -> String? {
    func isEqual(_ place: Int) -> Bool { ["=", "=="].contains(text(token(place).span)) }
    guard let sign = range.first(where: isEqual) else {
      guard range.count == 1, token(range.lowerBound).kind == .word else { return nil }
      let name = spelling(range.lowerBound)
      return "\(partner).\(name) = \(name)"
    }
    guard let right = joinSide(sign + 1..<range.upperBound) else { return nil }
    if sign == range.lowerBound {
      guard right.table == nil else { return nil }
      return "\(partner).\(right.field) = \(right.field)"
    }
    guard let left = joinSide(range.lowerBound..<sign) else { return nil }
    let partners: Set = [partner, table, "that", "right"]
    let isTurned = left.table.map { partners.contains($0) } ?? false
    let (theirs, own) = isTurned ? (left, right) : (right, left)
    return "\(partner).\(theirs.field) = \(own.field)"
  }

  /// A field, and the table that stands before it.
  private func joinSide(_ range: Range<Int>) -> (table: String?, field: String)? {
    guard
      range.allSatisfy({ ($0 - range.lowerBound).isMultiple(of: 2) == (token($0).kind == .word) })
    else { return nil }
    switch range.count {
    case 1: return (nil, spelling(range.lowerBound))
    case 3: return (spelling(range.lowerBound), spelling(range.lowerBound + 2))
    case _: return nil
    }
  }
}

extension Join.Kind {
  /// The word of the stage.
  fileprivate var stage: StageWord {
    switch self {
    case .inner: .join
    case .left: .leftJoin
    case .full: .fullJoin
    }
  }
}
