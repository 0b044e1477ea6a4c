import PlanQLData

extension Parser {
  /// Parses the arguments and clauses of a call; the present token is its `(`.
  ///
  ///     call = name "(" [ values | pipeline ] ")" | name "(" [ values ] clauses ")"
  ///          | name "(" keys [ "within" values ] ")"
  mutating func parseCall(_ callee: Identifier) -> Expression {
    let opening = current.span
    openings.append(opening)
    advance()
    let (arguments, keys) = parseArguments()
    let clauses = parseClauses(sortedBy: keys, opening)
    let end = closeBracket(.rightParenthesis, opened: opening)
    let call = Call(callee: callee, arguments: arguments, clauses: clauses)
    return node(.call(call), SourceSpan(callee.span.start, end))
  }

  /// Parses arguments; where one has a direction all of them are sort keys: `rank(investment
  /// desc)`.
  private mutating func parseArguments() -> (arguments: [Expression], keys: [SortKey]) {
    var arguments: [Expression] = []
    var keys: [SortKey] = []
    var isSorted = false
    while !at(.rightParenthesis), current.kind != .end, !isStopped {
      if isClauseFirst {
        if !arguments.isEmpty { reportNeedlessComma() }
        break
      }
      if at(.star), token(1).kind.depthChange < 0 {
        report(.starInCall, at: current.span, fix: Diagnostic.Fix(current.span, ""))
        advance()
        break
      }
      let argument = parseArgument(isOnly: arguments.isEmpty)
      let direction = eatDirection()
      isSorted = isSorted || direction != nil
      arguments.append(argument)
      keys.append(SortKey(value: argument, isDescending: direction ?? false))
      _ = skipThousands(isCertain: false)
      guard eat(.comma) else { break }
    }
    return isSorted ? ([], keys) : (arguments, [])
  }

  private mutating func parseClauses(
    sortedBy keys: [SortKey], _ opening: SourceSpan
  ) -> AggregateClauses {
    var clauses = parseClauses()
    guard let first = keys.first, let last = keys.last else { return clauses }
    if !clauses.sort.isEmpty { report(.clauseTwice(ClauseWord.sort.word.name), at: opening) }
    clauses.sort = keys
    clauses.sortIsArguments = true
    let span = first.value.span.joined(last.value.span)
    clauses.span = clauses.span.map { $0.joined(span) } ?? span
    return clauses
  }

  /// Parses an argument: an expression, or a pipeline where it is the only one.
  private mutating func parseArgument(isOnly: Bool) -> Expression {
    let value = parseExpression()
    guard atPipe() else { return value }
    let first = index
    let pipe = current.span
    let pipeline = parsePipeline(from: value)
    guard !isStopped, !isOnly || at(.comma) else { return pipeline }
    if index > first {
      report(
        .pipelineInside, at: pipe,
        fix: Diagnostic.Fix(pipeline.span, "(" + text(pipeline.span) + ")"))
    }
    return pipeline
  }

  private mutating func reportNeedlessComma() {
    let comma = lexed.tokens[Swift.max(index - 1, 0)].span
    report(.commaBeforeClause(spelling()), at: comma, fix: Diagnostic.Fix(comma, ""))
  }

  /// Whether a clause begins where an argument could: `count(where …)`.
  private var isClauseFirst: Bool {
    guard current.kind == .word, startsOperand(1) || startsCall(1) else { return false }
    if let clause = roles().clause { return rank(clause) != nil }
    if case .clause(let clause)? = tried(.clause)?.meaning {
      return rank(clause) != nil && (roles().stage != nil || clause == .distinct)
    }
    return false
  }

  /// Whether a name with the bracket of a call directly behind it stands there: `contains(a, b)`, which as an operator
  /// would have a space before its operand; or `not` and such a name.
  private func startsCall(_ offset: Int) -> Bool {
    let offset = roles(offset).prefix == .not ? offset + 1 : offset
    let (name, bracket) = (token(offset), token(offset + 1))
    return name.kind == .word && bracket.kind == .symbol(.leftParenthesis)
      && !bracket.hasSpaceBefore
  }

  /// The place of a clause in the order that they follow one another in.
  private func rank(_ clause: ClauseWord) -> Int? {
    switch clause {
    case .filter: 0
    case .distinct: 1
    case .sort: 2
    case .within: 3
    case .by, .descending, .ascending, .in, .split, .once, .over, .evenly, .daily, .weights, .on,
      .across:
      nil
    }
  }

  /// Parses the clauses of a call, each at most once, in their order.
  ///
  ///     clauses = [ "where" expression ] [ "distinct" values ] [ "sort" keys ] [ "within" values ]
  private mutating func parseClauses() -> AggregateClauses {
    var clauses = AggregateClauses(
      condition: nil, distinct: [], sort: [], within: [], span: nil)
    var last: ClauseWord?
    let start = current.span.start
    while !isStopped, let clause = eatAnyClause() {
      if let last, let before = rank(last), let now = rank(clause), now <= before {
        reportClauseOrder(clause, after: last)
      }
      last = clause
      switch clause {
      case .filter: clauses.condition = parseExpression()
      case .distinct: clauses.distinct = parseValues()
      case .sort: clauses.sort = parseSortKeys()
      case .within: clauses.within = parseValues()
      case .by, .descending, .ascending, .in, .split, .once, .over, .evenly, .daily, .weights,
        .on, .across:
        break
      }
    }
    if last != nil { clauses.span = SourceSpan(start, previousEnd) }
    return clauses
  }

  private mutating func eatAnyClause() -> ClauseWord? {
    let clauses: [ClauseWord] = [.filter, .distinct, .sort, .within]
    guard current.kind == .word else { return nil }
    if let clause = roles().clause {
      return clauses.contains(clause) && eatClause(clause) ? clause : nil
    }
    guard case .clause(let clause)? = tried(.clause)?.meaning, clauses.contains(clause) else {
      return nil
    }
    return eatClause(clause) ? clause : nil
  }

  private mutating func reportClauseOrder(_ clause: ClauseWord, after last: ClauseWord) {
    let span = lexed.tokens[Swift.max(index - 1, 0)].span
    if clause == last {
      report(.clauseTwice(clause.word.name), at: span)
    } else {
      report(.clauseOrder(clause.word.name, before: last.word.name), at: span)
    }
  }
}
