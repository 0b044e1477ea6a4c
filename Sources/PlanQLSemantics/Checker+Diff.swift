import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// The result of a query over one of two revisions.
private struct DiffSide {
  var rows: Rows
  /// What tells rows apart: the plan row, or the keys of groups.
  let keys: [RowField]
  /// What is compared.
  let fields: [RowField]
  /// Known in each row: says whether the side has the row after both were joined.
  let marker: Scalar
}

/// A field on both sides in one type.
private struct ComparedField {
  let name: Name
  var old: Scalar
  var new: Scalar
  let oldDisplay: Display
  let newDisplay: Display
  /// Whether the two differ.
  let differs: Scalar
}

extension Checker {
  /// Resolves `diff("approved", "current", (projects | select name, investment))`: the same query over two revisions,
  /// with a row for each field that differs.
  mutating func checkDiff(_ function: Function, _ call: Call, span: SourceSpan) -> Typed {
    guard call.arguments.count == 3, call.clauses.span == nil else {
      report(.diffTakesThree(call.callee.text), at: call.callee.span)
      return .invalid
    }
    let choices = call.arguments.prefix(2).map { checkRevisionName($0) }
    guard let before = choices[0], let after = choices[1] else { return .invalid }
    let query = call.arguments[2]
    guard let old = diffSide(query, before, name: call.callee.text) else { return .invalid }
    let (said, seen) = (diagnostics.count, stages.count)
    let new = diffSide(query, after, name: call.callee.text)
    removeRepeated(from: said)
    stages.removeSubrange(seen...)
    guard let new, let rows = compared(old, new, span: span) else { return .invalid }
    return .rows(rows)
  }

  /// What is said of the query over the second revision is not said again.
  private mutating func removeRepeated(from place: Int) {
    let first = diagnostics[..<place]
    let rest = diagnostics[place...].filter { !first.contains($0) }
    diagnostics = first + rest
  }

  private mutating func diffSide(_ query: Expression, _ choice: PlanChoice, name: String)
    -> DiffSide?
  {
    let wasComparing = isComparing
    isComparing = true
    defer { isComparing = wasComparing }
    let rows: Rows? = inPlan(choice.revision) { checker in
      let typed = checker.checkExpression(query)
      return checker.table(typed, span: query.span)
    }
    guard var rows else { return nil }
    rows.list = nil
    guard let keys = rowKeys(rows) else {
      report(.diffNeedsKeys(name), at: query.span)
      return nil
    }
    let isKey = Set(keys.compactMap(\.value.baseColumn))
    let fields = rows.scope.fields.filter { field in
      if case .column(let id) = field.value.kind, isKey.contains(id), rows.scope.this == nil {
        return false
      }
      return true
    }
    let marker = newColumn()
    let known = literal(.bool(true), .bool, query.span)
    rows.step = Step(.extend(rows.step, [.init(marker, known)]), span: query.span)
    return DiffSide(
      rows: rows, keys: keys, fields: fields,
      marker: Scalar(.column(marker), type: .bool, isOptional: true, span: query.span))
  }

  /// What tells the rows of a query apart; nil where nothing is known to.
  private mutating func rowKeys(_ rows: Rows) -> [RowField]? {
    if let this = rows.scope.this {
      guard case .column(let id) = this.kind,
        identity(of: rows).isUnique([id])
      else { return nil }
      return [RowField(name: Name("key", "主键"), value: this, display: .plain)]
    }
    guard let ids = groupKeys(of: rows.step) else { return nil }
    var keys: [RowField] = []
    for id in ids {
      let field = rows.scope.fields.first { field in
        if case .column(id) = field.value.kind { true } else { false }
      }
      guard let field else { return nil }
      keys.append(field)
    }
    return keys
  }

  /// The keys of the groups that the rows are; nil where they are none.
  private func groupKeys(of step: Step) -> [ColumnID]? {
    switch step.kind {
    case .aggregate(_, let keys, _): return keys.map(\.id)
    case .bound(let slot, let columns):
      guard bindings.indices.contains(slot), case .rows(let inner, _) = bindings[slot],
        let keys = groupKeys(of: inner)
      else { return nil }
      let ids = keys.compactMap { key in columns.first { $0.source == key }?.id }
      return ids.count == keys.count ? ids : nil
    case .filter(let input, _), .extend(let input, _), .window(let input, _), .sort(let input, _),
      .slice(let input, _, _, _):
      return groupKeys(of: input)
    case .one, .scan, .elements, .flatten, .distinct, .expand, .spread, .join, .append, .fill:
      return nil
    }
  }
}

// Both sides together.
extension Checker {
  private mutating func compared(_ old: DiffSide, _ new: DiffSide, span: SourceSpan) -> Rows? {
    guard let keys = commonKeys(old.keys, new.keys), let fields = comparedFields(old, new) else {
      return nil
    }
    guard !fields.isEmpty else {
      report(.diffNeedsFields, at: span)
      return nil
    }
    let pairs = keys.flatMap { key in pairing(old: key.old, new: key.new) }
    var rows = new.rows
    rows.footer = nil
    rows.replay = nil
    rows.step = Step(
      .join(
        new.rows.step, old.rows.step,
        .init(kind: .full, keys: pairs, condition: nil, countsUnpaired: false)),
      span: span)
    let change = extended(change(old, new, span: span), &rows)
    let number = fieldNumber(fields, &rows, change, span: span)
    var made: [RowField] = keys.map { key in
      let either = Scalar(
        .coalesce(key.new, key.old), type: key.new.type,
        isOptional: key.isOptional, span: span)
      return RowField(name: key.name, value: extended(either, &rows), display: key.display)
    }
    let (before, after, display) = chosen(fields, number, span: span)
    made.append(RowField(name: Name("change", "变化"), value: change, display: .plain))
    made.append(RowField(name: Name("field", "调整项"), value: number, display: .plain))
    made.append(
      RowField(name: Name("old", "原值"), value: extended(before, &rows), display: display))
    made.append(RowField(name: Name("new", "现值"), value: extended(after, &rows), display: display))
    for (place, field) in made.enumerated()
    where made[..<place].contains(where: { $0.name.en == field.name.en }) {
      report(.duplicateColumn(field.name.en), at: span)
      return nil
    }
    rows.scope = RowScope(
      fields: made, this: nil, reachesThis: false, title: Name("diff", "对比"))
    return rows
  }

  private mutating func extended(_ scalar: Scalar, _ rows: inout Rows) -> Scalar {
    let id = newColumn()
    rows.step = Step(.extend(rows.step, [.init(id, scalar)]), span: scalar.span)
    return Scalar(
      .column(id), type: scalar.type, isOptional: scalar.isOptional, span: scalar.span)
  }

  private struct CommonKey {
    let name: Name
    let old: Scalar
    let new: Scalar
    let display: Display
    let isOptional: Bool
  }

  private mutating func commonKeys(_ old: [RowField], _ new: [RowField]) -> [CommonKey]? {
    guard old.count == new.count else { return nil }
    var keys: [CommonKey] = []
    for (first, second) in zip(old, new) {
      guard let (before, after) = inOneType(first.value, second.value) else {
        report(
          .branchesDiffer(title(first.value.type), title(second.value.type)),
          at: second.value.span)
        return nil
      }
      if before.type.isInvalid || after.type.isInvalid { return nil }
      let name = new.count == 1 ? Name("key", "主键") : second.name
      keys.append(
        CommonKey(
          name: name, old: before, new: after, display: second.display,
          isOptional: before.isOptional || after.isOptional))
    }
    return keys
  }

  /// Two values in one type; nil where there is none.
  private mutating func inOneType(_ old: Scalar, _ new: Scalar) -> (Scalar, Scalar)? {
    if let both = related(old, new) { return both }
    if let fit = adapted(old, to: new.type) { return (fit, new) }
    if let fit = adapted(new, to: old.type) { return (old, fit) }
    return nil
  }

  /// What pairs rows with one key, missing ones too, which a join by itself never pairs.
  private mutating func pairing(old: Scalar, new: Scalar) -> [(left: Scalar, right: Scalar)] {
    guard old.isOptional || new.isOptional else { return [(new, old)] }
    let known = [new, old].map {
      Scalar(.isKnown($0), type: .bool, isOptional: false, span: $0.span)
    }
    let filled = [new, old].map { key in
      Scalar(
        .coalesce(key, literal(key.type.anyValue, key.type, key.span)), type: key.type,
        isOptional: false, span: key.span)
    }
    return [(known[0], known[1]), (filled[0], filled[1])]
  }

  private func change(_ old: DiffSide, _ new: DiffSide, span: SourceSpan) -> Scalar {
    let type = DataType.enumeration(RowChange.enumeration)
    func branch(_ side: DiffSide, _ change: RowChange) -> Scalar.Branch {
      let known = Scalar(.isKnown(side.marker), type: .bool, isOptional: false, span: span)
      return Scalar.Branch(
        condition: Scalar(.not(known), type: .bool, isOptional: false, span: span),
        value: literal(.enumeration(change.rawValue), type, span))
    }
    let changed = literal(.enumeration(RowChange.changed.rawValue), type, span)
    return Scalar(
      .choose([branch(new, .removed), branch(old, .added)], otherwise: changed), type: type,
      isOptional: false, span: span)
  }
}

// Fields.
extension Checker {
  private mutating func comparedFields(_ old: DiffSide, _ new: DiffSide) -> [ComparedField]? {
    var fields: [ComparedField] = []
    for field in new.fields {
      let other = old.fields.first { $0.name == field.name }
      guard let made = compared(field.name, other, field) else { return nil }
      fields.append(made)
    }
    for field in old.fields where !new.fields.contains(where: { $0.name == field.name }) {
      guard let made = compared(field.name, field, nil) else { return nil }
      fields.append(made)
    }
    return fields
  }

  /// A field that one side may lack. Values without equality, and of different types, are compared as texts.
  private mutating func compared(_ name: Name, _ old: RowField?, _ new: RowField?)
    -> ComparedField?
  {
    guard let known = new ?? old else { return nil }
    let missing = literal(.missing, known.value.type, known.value.span)
    var (before, after) = (old?.value ?? missing, new?.value ?? missing)
    if let both = inOneType(before, after) { (before, after) = both }
    if before.type.isInvalid || after.type.isInvalid { return nil }
    let displays = (old?.display ?? known.display, new?.display ?? known.display)
    var sides = (before, after)
    if before.type != after.type
      || Library.function(named: "equal")?.resolve([before.type, after.type]) == nil
    {
      sides = (shown(before, displays.0), shown(after, displays.1))
    }
    guard case .scalar(let equal, _) = call("equal", [sides.0, sides.1], span: known.value.span)
    else { return nil }
    if before.type != after.type { (before, after) = sides }
    return ComparedField(
      name: name, old: before, new: after, oldDisplay: displays.0, newDisplay: displays.1,
      differs: negated(equal, span: known.value.span))
  }

  /// A value as people read it.
  private func shown(_ scalar: Scalar, _ display: Display) -> Scalar {
    if scalar.type == .text { return scalar }
    let known = Scalar(.isKnown(scalar), type: .bool, isOptional: false, span: scalar.span)
    let text = Scalar(
      .text([.value(scalar, display)]), type: .text, isOptional: false, span: scalar.span)
    return Scalar(
      .choose([.init(condition: known, value: text)], otherwise: nil), type: .text,
      isOptional: true, span: scalar.span)
  }

  /// Makes a row for each field that is to be shown, and gives the column that says which.
  private mutating func fieldNumber(
    _ fields: [ComparedField], _ rows: inout Rows, _ change: Scalar, span: SourceSpan
  ) -> Scalar {
    let names = Enumeration("field", fields.map { EnumerationCase($0.name.en, $0.name.zh) })
    let type = DataType.enumeration(names)
    let numbers = fields.indices.map { literal(.enumeration($0), type, span) }
    let list = Scalar(.list(numbers), type: .list(type), isOptional: false, span: span)
    let element = newColumn()
    rows.step = Step(.expand(rows.step, list: list, element: element, shares: []), span: span)
    let number = Scalar(.column(element), type: type, isOptional: false, span: span)
    let changed = literal(.enumeration(RowChange.changed.rawValue), change.type, span)
    let isChanged = equal(change, changed, span: span)
    let differs = Scalar(
      .choose(
        fields.enumerated().map { place, field in
          .init(condition: equal(number, numbers[place], span: span), value: field.differs)
        }, otherwise: nil), type: .bool, isOptional: true, span: span)
    let shows = Scalar(
      .or(negated(isChanged, span: span), differs), type: .bool, isOptional: false, span: span)
    rows.step = Step(.filter(rows.step, shows), span: span)
    return number
  }

  private func equal(_ left: Scalar, _ right: Scalar, span: SourceSpan) -> Scalar {
    guard let resolved = Library.function(named: "equal")?.resolve([left.type, right.type]) else {
      return invalid(span)
    }
    return scalar(resolved, [left, right], span: span)
  }

  /// The values of the field of each row, in the type that all fields have, else as texts.
  private mutating func chosen(
    _ fields: [ComparedField], _ number: Scalar, span: SourceSpan
  ) -> (old: Scalar, new: Scalar, Display) {
    let type = commonType(fields)
    func choice(_ value: (ComparedField) -> Scalar) -> Scalar {
      let branches = fields.enumerated().map { place, field in
        Scalar.Branch(
          condition: equal(
            number, literal(.enumeration(place), number.type, span), span: span),
          value: value(field))
      }
      return Scalar(.choose(branches, otherwise: nil), type: type, isOptional: true, span: span)
    }
    func fit(_ scalar: Scalar, _ display: Display) -> Scalar {
      if scalar.type == type { return scalar }
      if type != .text {
        return Scalar(
          .convert(scalar), type: type, isOptional: scalar.isOptional, span: scalar.span)
      }
      return shown(scalar, display)
    }
    let displays = Set(fields.flatMap { [$0.oldDisplay, $0.newDisplay] })
    let display =
      type == .text && fields.contains { $0.new.type != .text } || displays.count > 1
      ? Display.plain : displays.first ?? .plain
    return (
      choice { fit($0.old, $0.oldDisplay) }, choice { fit($0.new, $0.newDisplay) }, display
    )
  }

  private func commonType(_ fields: [ComparedField]) -> DataType {
    let types = fields.flatMap { [$0.old.type, $0.new.type] }
    guard let first = types.first else { return .text }
    if types.allSatisfy({ $0 == first }) { return first }
    if types.allSatisfy({ $0 == .int || $0 == .number }) { return .number }
    return .text
  }
}

extension DataType {
  /// Some value of the type, to stand where one is missing.
  fileprivate var anyValue: Value {
    switch self {
    case .bool: .bool(false)
    case .int: .int(0)
    case .number: .number(0)
    case .money(let currency): .money(Money(minorUnits: 0, currency: currency))
    case .text: .text("")
    case .date: .date(Day(number: 0))
    case .period: .period(Period(Day(number: 0)))
    case .duration(let unit): .duration(0, unit)
    case .enumeration: .enumeration(0)
    case .entity(let table): .entity(table, row: 0)
    case .list, .missing, .invalid: .missing
    }
  }
}
