import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves `join p in progress on p.project = this`: the partner row becomes one column.
  mutating func checkJoin(_ join: Join, _ rows: Rows, span: SourceSpan) -> Rows? {
    let typed = checkExpression(join.table)
    guard var right = table(typed, span: join.table.span) else { return nil }
    guard rows.scope.field(named: join.name.text) == nil else {
      report(.duplicateColumn(join.name.text), at: join.name.span, help: .chooseAnotherName)
      return nil
    }
    var left = rows
    let there = newColumn()
    let yes = literal(.bool(true), .bool, join.name.span)
    right.step = Step(.extend(right.step, [.init(there, yes)]), span: join.table.span)
    let presence = Scalar(.column(there), type: .bool, isOptional: false, span: join.name.span)
    var partner = Partner(scope: right.scope, presence: presence)
    partner.scope.title = Name(join.name.text)
    guard
      let joining = checkPairs(join, left.scope, partner, columns: right.scope.columns + [there])
    else { return nil }
    switch join.kind {
    case .inner: break
    case .left: partner = partner.optional
    case .full:
      partner = partner.optional
      left.scope = left.scope.mapped(\.optional)
    }
    left.step = Step(.join(left.step, right.step, joining), span: span)
    left.scope.fields.append(
      RowField(
        name: Name(join.name.text), value: partner.value, display: .plain, partner: partner))
    left.sources = left.sources + right.sources
    left.leaveGroups()
    return left
  }

  /// What makes partners: equal values of both sides where the condition says so, and the rest of it.
  private mutating func checkPairs(
    _ join: Join, _ left: RowScope, _ partner: Partner, columns: [ColumnID]
  ) -> Step.Joining? {
    var scope = left
    scope.fields.append(
      RowField(
        name: Name(join.name.text), value: partner.value, display: .plain, partner: partner))
    frames.append(Frame(scope: scope, mode: .argument, level: (frames.last?.level ?? 0) + 1))
    let around = pairedColumns
    pairedColumns = Set(columns)
    let condition = condition(checkExpression(join.condition), span: join.condition.span)
    pairedColumns = around
    frames.removeLast()
    if condition.type.isInvalid { return nil }
    var keys: [(left: Scalar, right: Scalar)] = []
    var rest: Scalar?
    for part in condition.conjuncts(pairing: Set(columns)) {
      if let pair = part.pair(right: Set(columns)) {
        keys.append(pair)
      } else {
        rest =
          rest.map {
            Scalar(.and($0, part), type: .bool, isOptional: false, span: condition.span)
          } ?? part
      }
    }
    let kind: Step.Joining.Kind =
      switch join.kind {
      case .inner: .inner
      case .left: .left
      case .full: .full
      }
    return Step.Joining(kind: kind, keys: keys, condition: rest)
  }

  /// For each field the place of the one of the same name: one of both spellings first, else one that shares a spelling.
  /// No field is the partner of two.
  private static func partners(of own: [RowField], among other: [RowField]) -> [Int?] {
    var partners: [Int?] = own.map { field in other.firstIndex { $0.name == field.name } }
    for (place, field) in own.enumerated() where partners[place] == nil {
      partners[place] = other.indices.first {
        !partners.contains($0) && other[$0].name.shares(field.name)
      }
    }
    return partners
  }

  /// Resolves `append table`: the columns are those of both tables, matched by name.
  mutating func checkAppend(_ written: Expression, _ rows: Rows, span: SourceSpan) -> Rows? {
    guard let second = table(checkExpression(written), span: written.span) else { return nil }
    let (own, other) = (rows.scope.leaves, second.scope.leaves)
    let partners = Checker.partners(of: own, among: other)
    let missing = own.indices.filter { partners[$0] == nil }.map { own[$0].name }
    let extra = other.indices.filter { !partners.contains($0) }.map { other[$0].name }
    guard missing.isEmpty, extra.isEmpty else {
      report(.appendColumns(missing: missing, extra: extra), at: written.span)
      return nil
    }
    var appended: [Step.Appended] = []
    var fields: [RowField] = []
    for (field, place) in zip(own, partners) {
      guard let partner = place.map({ other[$0] }),
        let (first, second) = inOneType(field, partner, span: written.span)
      else { return nil }
      let id = newColumn()
      appended.append(.init(id, first: first, second: second))
      let value = Scalar(
        .column(id), type: first.type, isOptional: first.isOptional || second.isOptional,
        span: field.value.span)
      var kept = RowField(name: field.name, value: value, display: field.display)
      kept.title = field.title
      fields.append(kept)
    }
    let sources = appendedSources(rows, second, &appended)
    var result = Rows(
      step: Step(.append(rows.step, second.step, columns: appended), span: span),
      scope: RowScope(fields: fields, this: nil, reachesThis: false, title: rows.scope.title))
    result.sources = sources
    return result
  }

  /// Columns of both tables in one type; nil, and reported, where there is none.
  private mutating func inOneType(_ first: RowField, _ second: RowField, span: SourceSpan)
    -> (Scalar, Scalar)?
  {
    if let (left, right) = related(first.value, second.value) {
      return left.type.isInvalid ? nil : (left, right)
    }
    if let fit = adapted(second.value, to: first.value.type) { return (first.value, fit) }
    if let fit = adapted(first.value, to: second.value.type) { return (fit, second.value) }
    report(
      .appendTypes(first.name, title(first.value.type), title(second.value.type)), at: span)
    return nil
  }

  /// The links to the plan rows behind the rows of either table, each missing in the other's rows.
  private mutating func appendedSources(
    _ first: Rows, _ second: Rows, _ appended: inout [Step.Appended]
  ) -> Sources {
    var sources: [Scalar] = []
    let own = first.sources.links.map { ($0, true) }
    for (source, isFirst) in own + second.sources.links.map({ ($0, false) }) {
      let id = newColumn()
      let none = literal(.missing, source.type, source.span)
      appended.append(
        .init(id, first: isFirst ? source : none, second: isFirst ? none : source))
      sources.append(
        Scalar(.column(id), type: source.type, isOptional: true, span: source.span))
    }
    return Sources(sources, isLost: first.sources.isLost || second.sources.isLost)
  }
}

extension Checker {
  /// An equality as the condition of a join takes it, wherever it stands in it: a missing value of one side is no
  /// partner of a missing value of the other.
  func pairing(_ equality: Scalar) -> Scalar {
    guard let columns = pairedColumns, case .call(let resolved, let sides) = equality.kind,
      resolved.function.name.en == "equal", let left = sides.first, left.isOptional,
      sides.allSatisfy(\.isOptional)
    else { return equality }
    let partners = sides.map { !$0.freeColumns.isDisjoint(with: columns) }
    guard partners.contains(true), partners.contains(false) else { return equality }
    let known = Scalar(.isKnown(left), type: .bool, isOptional: false, span: equality.span)
    return Scalar(.and(equality, known), type: .bool, isOptional: false, span: equality.span)
  }
}

extension Rows {
  /// Forgets what holds of groups only as long as each row is one.
  mutating func leaveGroups() {
    groups = nil
    crossTotal = nil
  }
}

extension Partner {
  /// The same row where there may be none.
  fileprivate var optional: Partner {
    Partner(scope: scope.mapped(\.optional), presence: presence.optional)
  }
}

extension Scalar {
  /// The same value where it may be missing.
  fileprivate var optional: Scalar { Scalar(kind, type: type, isOptional: true, span: span) }

  /// The parts of a condition that must all hold. An equality that makes pairs never takes what is missing, so that
  /// nothing more needs to be said of it.
  fileprivate func conjuncts(pairing columns: Set<ColumnID>) -> [Scalar] {
    guard case .and(let left, let right) = kind else { return [self] }
    if case .isKnown = right.kind, right.span == left.span, left.pair(right: columns) != nil {
      return [left]
    }
    return left.conjuncts(pairing: columns) + right.conjuncts(pairing: columns)
  }

  /// The sides of an equality of one value of the left row with one of the right, whose columns are given; nil for
  /// anything else.
  fileprivate func pair(right columns: Set<ColumnID>) -> (left: Scalar, right: Scalar)? {
    guard case .call(let resolved, let sides) = kind, resolved.function.name.en == "equal",
      sides.count == 2, sides[0].type == sides[1].type
    else { return nil }
    let free = sides.map(\.freeColumns)
    for (left, right) in [(0, 1), (1, 0)]
    where !free[right].isEmpty && free[right].isSubset(of: columns)
      && !free[left].isEmpty && free[left].isDisjoint(with: columns)
    {
      return (sides[left], sides[right])
    }
    return nil
  }
}
