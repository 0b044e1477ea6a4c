import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// The most values that a range in `fill` or `pivot` may stand for.
  private static let mostValues = 10_000

  /// Resolves `fill year in 2021..2025`: every combination of the keys of groups that is not there.
  mutating func checkFill(_ written: [FillKey], _ rows: Rows, span: SourceSpan) -> Rows? {
    guard let groups = rows.groups, !groups.keys.isEmpty else {
      report(.fillNeedsGroups, at: span)
      return nil
    }
    var values: [ColumnID: Scalar] = [:]
    for key in written {
      guard let field = groupKey(key.name, groups, rows.scope), let id = field.value.baseColumn
      else { return nil }
      guard let list = key.values else { continue }
      guard let scalar = checkValues(list, of: field.value, grain: grains[id]) else { return nil }
      values[id] = scalar
    }
    return filled(rows, groups, values, span: span)
  }

  /// The key of groups that a name means; nil, and reported, where it is none.
  private mutating func groupKey(_ name: Identifier, _ groups: Groups, _ scope: RowScope)
    -> RowField?
  {
    guard let place = fieldPlace(name, in: scope) else { return nil }
    let column = scope.fields[place].value.baseColumn
    guard let key = groups.keys.first(where: { $0.value.baseColumn == column }), column != nil
    else {
      report(.notAGroupKey(name.text, groups.keys.map(\.name)), at: name.span)
      return nil
    }
    return key
  }

  private mutating func filled(
    _ rows: Rows, _ groups: Groups, _ values: [ColumnID: Scalar], span: SourceSpan
  ) -> Rows {
    var ids: [ColumnID: ColumnID] = [:]
    var keys: [(id: ColumnID, key: Scalar, values: Scalar?)] = []
    for key in groups.keys {
      guard let column = key.value.baseColumn else { continue }
      let id = newColumn()
      ids[column] = id
      grains[id] = grains[column]
      keys.append((id, key.value, values[column]))
    }
    let keyColumns = Set(ids.keys)
    var columns: [(id: ColumnID, value: Scalar, otherwise: Value)] = []
    var added: Set<ColumnID> = []
    var scope = rows.scope
    scope.fields = rows.scope.fields.map { field in
      guard let column = field.value.baseColumn else { return field }
      let isKey = keyColumns.contains(column)
      let otherwise = groups.ofNothing[column] ?? .missing
      if !isKey {
        let id = ids[column] ?? newColumn()
        ids[column] = id
        if added.insert(id).inserted { columns.append((id, root(field.value, column), otherwise)) }
      }
      let rebased = field.value.rebased(ids)
      let isOptional = rebased.isOptional || (!isKey && otherwise.isMissing)
      var kept = RowField(
        name: field.name,
        value: Scalar(rebased.kind, type: rebased.type, isOptional: isOptional, span: rebased.span),
        display: field.display)
      kept.title = field.title
      return kept
    }
    for source in rows.sources.links {
      guard let column = source.baseColumn, ids[column] == nil else { continue }
      let id = newColumn()
      ids[column] = id
      columns.append((id, source, source.type.isList ? .list([]) : .missing))
    }
    var result = rows
    result.step = Step(.fill(rows.step, .init(keys: keys, columns: columns)), span: span)
    result.scope = scope
    result.sources = rows.sources.mapped { $0.rebased(ids) }
    result.groups = Groups(
      keys: groups.keys.map {
        RowField(name: $0.name, value: $0.value.rebased(ids), display: $0.display)
      },
      ofNothing: Dictionary(
        uniqueKeysWithValues: groups.ofNothing.map { (ids[$0.key] ?? $0.key, $0.value) }))
    result.crossTotal = nil
    return result
  }

  /// The column that a chain of fields starts from, with its own type.
  private func root(_ scalar: Scalar, _ column: ColumnID) -> Scalar {
    if case .field(_, _, let inner) = scalar.kind { return root(inner, column) }
    return scalar
  }

  /// The values that a list, a table or a range names, as a list of a key's type; nil, and reported, where there is none.
  mutating func checkValues(_ written: Expression, of key: Scalar, grain: Grain?) -> Scalar? {
    outsideRows { $0.checkValues(outsideRows: written, of: key, grain: grain) }
  }

  private mutating func checkValues(
    outsideRows written: Expression, of key: Scalar, grain: Grain?
  ) -> Scalar? {
    let typed = checkExpression(written)
    let span = written.span
    let type = key.type
    if case .invalid = typed { return nil }
    if case .range(let lower, let upper, _) = typed, type == .int {
      return intRange(lower, upper, span: span)
    }
    if type == .period || type == .date, let (period, own) = wantedPeriod(typed, written) {
      if period.type.isInvalid { return nil }
      return parts(of: period, type == .date ? .day : grain ?? own, as: type, span: span)
    }
    let (scalar, _) = value(of: typed, span: span)
    if scalar.type.isInvalid { return nil }
    guard scalar.type.isList || scalar.type == .missing, let list = adapted(scalar, to: .list(type))
    else {
      report(.noValuesOfKey(text(span), title(type), title(scalar.type)), at: span)
      return nil
    }
    return list.type.isInvalid ? nil : list
  }

  /// The values of a range that is written out: whole numbers, days, or the periods that its bounds are written in; nil,
  /// and reported, where there are none or too many.
  mutating func values(of typed: Typed, _ written: Expression) -> Scalar? {
    let span = written.span
    if case .range(let lower, let upper, _) = typed {
      let bounds = [lower, upper].compactMap { $0 }
      // 1..1000 counts, where a range of two numbers of four digits is one of years.
      if bounds.allSatisfy({ $0.type == .int }), bounds.contains(where: { $0.literalYear == nil }) {
        return intRange(lower, upper, span: span)
      }
    }
    guard let (period, grain) = wantedPeriod(typed, written) else {
      report(.rangeHasNoValues(text(span), most: Checker.mostValues), at: span)
      return nil
    }
    if period.type.isInvalid { return nil }
    return parts(of: period, grain, as: grain == .day ? .date : .period, span: span)
  }

  private mutating func intRange(_ lower: Scalar?, _ upper: Scalar?, span: SourceSpan) -> Scalar? {
    guard case .literal(.int(let first))? = lower?.kind,
      case .literal(.int(let last))? = upper?.kind,
      first <= last, last.subtractingReportingOverflow(first).partialValue < Checker.mostValues
    else {
      report(.rangeHasNoValues(text(span), most: Checker.mostValues), at: span)
      return nil
    }
    let values = (first...last).map { literal(.int($0), .int, span) }
    return Scalar(.list(values), type: .list(.int), isOptional: false, span: span)
  }

  /// The period that is to be cut into parts, and the grain that its bounds are written in.
  private mutating func wantedPeriod(_ typed: Typed, _ written: Expression) -> (Scalar, Grain)? {
    switch typed {
    case .range(let lower, let upper, let span):
      guard let period = period(lower, upper, span: span) else { return nil }
      return (period, writtenGrain(lower) ?? writtenGrain(upper) ?? .year)
    case .scalar(let scalar, _):
      guard let period = asPeriod(scalar) else { return nil }
      if case .range(let lower?, _) = written.unbracketed.kind,
        case .scalar(let bound, _)? = attempt({ $0.checkExpression(lower) })
      {
        return (period, writtenGrain(bound) ?? .year)
      }
      return (period, writtenGrain(period) ?? .year)
    case .rows, .column, .row, .prefix, .invalid: return nil
    }
  }

  private func writtenGrain(_ scalar: Scalar?) -> Grain? {
    guard let scalar, let period = asPeriod(scalar),
      case .literal(.period(let literal)) = period.kind
    else { return nil }
    return literal.grain
  }

  /// The parts of a period, as a list; nil, and reported, where it is open or has too many.
  private mutating func parts(
    of period: Scalar, _ grain: Grain, as type: DataType, span: SourceSpan
  ) -> Scalar? {
    if case .literal(.period(let literal)) = period.kind {
      let days = Int64(literal.endNumber) - Int64(literal.startNumber)
      let isShort = grain != .day || days < Checker.mostValues
      guard isShort, let parts = literal.parts(grain), parts.count <= Checker.mostValues else {
        report(.rangeHasNoValues(text(span), most: Checker.mostValues), at: span)
        return nil
      }
      let values = parts.compactMap { part -> Scalar? in
        if type == .period { return self.literal(.period(part), .period, span) }
        return part.start.map { self.literal(.date($0), .date, span) }
      }
      return Scalar(.list(values), type: .list(type), isOptional: false, span: span)
    }
    let (part, share) = (newColumn(), newColumn())
    let step = Step(
      .spread(
        Step(.one, span: span),
        .init(
          amount: literal(.int(0), .int, span), period: period, grain: grain, method: .evenly,
          part: part, share: share)), span: span)
    var value = Scalar(.column(part), type: .period, isOptional: false, span: span)
    if type == .date, case .scalar(let start, _) = call("start", [value], span: span) {
      value = start
    }
    return Scalar(.collect(step, value), type: .list(type), isOptional: false, span: span)
  }

  /// The part of the calendar that a value's periods are; nil where that is not known.
  func grain(of scalar: Scalar) -> Grain? {
    switch scalar.kind {
    case .column(let id): return grains[id]
    case .call(let resolved, _): return Grain(rawValue: resolved.function.name.en)
    case .literal, .parameter, .asOf, .bound, .field, .linking, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      return nil
    }
  }
}

extension Expression {
  /// The expression inside brackets.
  var unbracketed: Expression {
    if case .parenthesized(let inner) = kind { inner.unbracketed } else { self }
  }
}
