import PlanQLData

/// Stages that bring in other rows, or lay out those there are in another way.
extension Parser {
  /// Parses what follows `join`, `left join` or `full join`.
  ///
  ///     join = ( "join" | "left join" | "full join" ) name "in" expression "on" expression
  mutating func parseJoin(_ kind: Join.Kind, _ keyword: SourceSpan) -> Stage.Kind {
    if parseForeignJoin(kind, keyword) { return .invalid }
    guard let name = parseBinder(Message.joinIn) else { return .invalid }
    let table = parseExpression()
    guard eatClause(.on) else {
      report(.joinOn(name.text), at: foundSpan, mayContinue: true)
      skip(to: .pipe)
      return .invalid
    }
    return .join(Join(kind: kind, name: name, table: table, condition: parseExpression()))
  }

  /// Parses what follows `pivot`.
  ///
  ///     pivot = "pivot" item [ "by" items ] "across" [ name ":" ] range [ "in" expression ]
  mutating func parsePivot() -> Stage.Kind {
    let value = parseItem(naming: .equal)
    let keys = eatClause(.by) ? parseList { $0.parseItem() } : []
    guard eatClause(.across) else {
      report(.pivotAcross, at: foundSpan, mayContinue: true)
      skip(to: .pipe)
      return .invalid
    }
    let start = current.span
    let label = parseLabelIfPresent()
    let across = parseExpression(.range)
    let item = Item(
      label: label, value: across,
      span: SourceSpan(start.start, Swift.max(previousEnd, across.span.end)))
    let columns = eatIn() ? parseExpression() : nil
    return .pivot(Pivot(value: value, keys: keys, across: item, columns: columns))
  }

  /// Parses a key of `fill`; nil, and reported, where no name stands.
  ///
  ///     fill-key = name [ "in" expression ]
  mutating func parseFillKey() -> FillKey? {
    guard let name = parseColumnName() else { return nil }
    return FillKey(name: name, values: eatIn() ? parseExpression() : nil)
  }

  /// Parses the caption or the display of a column; nil, and reported, where no name stands.
  ///
  ///     column-label = name ":" expression [ display ] | name display
  mutating func parseColumnLabel() -> ColumnLabel? {
    guard let name = parseColumnName() else { return nil }
    var caption: Expression?
    if at(.colon) {
      advance()
      caption = parseExpression()
    }
    var display: DisplayClause?
    if atDisplay { display = parseDisplayClause() }
    if caption == nil, display == nil {
      report(.labelOfWhat(name.text), at: foundSpan, mayContinue: true)
    }
    return ColumnLabel(
      name: name, caption: caption, display: display,
      span: SourceSpan(name.span.start, Swift.max(previousEnd, name.span.end)))
  }
}
