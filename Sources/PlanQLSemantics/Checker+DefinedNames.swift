import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Uses of definitions: their expressions stand in place of their names.
extension Checker {
  /// The computed field of a row; nil where its table has none of the name.
  func computedField(_ name: String, of link: Scalar) -> CheckedDefinition? {
    if view.names.fields.isEmpty { return nil }
    return tableName(of: link).flatMap { view.field(name, ofTable: $0) }
  }

  /// The English name of the table that a link leads to, whatever the revision; nil for other values.
  func tableName(of link: Scalar) -> String? {
    guard case .entity(let target) = link.type else { return nil }
    return catalog.revision(of: link.type)?.name.en ?? target
  }

  /// What the script defines, for those who list it.
  var outlines: [DefinitionOutline] {
    func outline(_ definition: CheckedDefinition, _ table: String?) -> DefinitionOutline {
      DefinitionOutline(
        table: table, name: definition.name,
        signature: definition.isPlain ? nil : signature(definition), type: definition.type)
    }
    let own = view.functions.compactMap { view.function($0).map { outline($0, nil) } }
    return view.names.fields.keys.sorted().reduce(into: own) { found, table in
      found += view.fields(ofTable: table).compactMap { name in
        view.field(name, ofTable: table).map { outline($0, table) }
      }
    }
  }

  /// The names of the computed fields of a row, in order.
  func computedFieldNames(of link: Scalar) -> [String] {
    tableName(of: link).map { view.fields(ofTable: $0) } ?? []
  }

  /// Resolves a computed field that is named without brackets; nil where there is none.
  mutating func definedField(_ name: Identifier, of link: Scalar, span: SourceSpan) -> Typed? {
    guard let field = computedField(name.text, of: link) else { return nil }
    usedDeclarations.insert(field.written.name.span)
    guard field.isPlain else {
      report(
        .fieldTakesValues(name.text), at: name.span,
        help: .calledAs(name.text, signature(field)))
      return .invalid
    }
    return expanded(field, row: link, values: [:], at: span)
  }

  /// Resolves a computed field of each of some rows; nil where there is none.
  mutating func definedField(
    _ name: Identifier, of rows: Rows, _ link: Scalar, span: SourceSpan
  ) -> Typed? {
    definedField(name, of: link, span: span).map { column($0, of: rows, span: span) }
  }

  /// What an expression over some rows gives for all of them: a column, or the rows of all their lists.
  private mutating func column(_ typed: Typed, of rows: Rows, span: SourceSpan) -> Typed {
    let (scalar, display) = value(of: typed, span: span)
    if scalar.type.isInvalid { return .invalid }
    if case .list = scalar.type { return .rows(flattened(rows, scalar)) }
    var rows = rows
    rows.list = nil
    let id = newColumn()
    rows.step = Step(.extend(rows.step, [.init(id, scalar)]), span: span)
    let value = Scalar(.column(id), type: scalar.type, isOptional: scalar.isOptional, span: span)
    return .column(rows, value, display)
  }

  /// Resolves a call of what the script defines: a function, or a computed field of the row; nil where it is neither.
  mutating func checkDefinedCall(_ call: Call, span: SourceSpan) -> Typed? {
    let name = call.callee.text
    let row = rowInReach
    let field = row.flatMap { computedField(name, of: $0.link) }
    if let function = view.function(name) {
      if field != nil {
        report(.ambiguousName(name), at: call.callee.span)
        return .invalid
      }
      markUsed(name)
      return checkUse(function, row: nil, call, span: span)
    }
    guard let row, let field else { return nil }
    usedDeclarations.insert(field.written.name.span)
    guard row.isSingle else {
      report(.manyValuesInGroup(name), at: call.callee.span, help: .useAnAggregate(text(span)))
      return .invalid
    }
    return checkUse(field, row: row.link, call, span: span)
  }

  /// The plan row whose fields can be named bare, and whether it is the only one there.
  private var rowInReach: (link: Scalar, isSingle: Bool)? {
    guard let frame = frames.last else { return nil }
    if case .group(let input) = frame.mode {
      return input.reachesThis ? input.this.map { ($0, false) } : nil
    }
    return frame.scope.reachesThis ? frame.scope.this.map { ($0, true) } : nil
  }

  /// Resolves `base.name(values)`.
  mutating func checkInvocation(_ base: Expression, _ call: Call, span: SourceSpan) -> Typed {
    if case .invocation = base.kind, checkExpression(base).isInvalid { return .invalid }
    if reportMethod(base, call, span: span) { return .invalid }
    let typed = checkExpression(base)
    switch typed {
    case .invalid: return .invalid
    case .rows(let rows):
      guard let this = rows.scope.this else { break }
      return invoked(call, of: this, base, span: span).map { column($0, of: rows, span: span) }
        ?? noField(call, of: this, base, span: span)
    case .column(let rows, let scalar, _):
      return invoked(call, of: scalar, base, span: span).map { column($0, of: rows, span: span) }
        ?? noField(call, of: scalar, base, span: span)
    case .prefix(.outer, let frame):
      guard let this = frames[frame].scope.this else { break }
      return invoked(call, of: this, base, span: span) ?? noField(call, of: this, base, span: span)
    case .scalar, .row, .range, .prefix:
      let (scalar, _) = value(of: typed, span: base.span)
      if scalar.type.isInvalid { return .invalid }
      if case .list = scalar.type {
        let rows = rows(of: scalar)
        guard let this = rows.scope.this else { break }
        return invoked(call, of: this, base, span: span).map { column($0, of: rows, span: span) }
          ?? noField(call, of: this, base, span: span)
      }
      return invoked(call, of: scalar, base, span: span)
        ?? noField(call, of: scalar, base, span: span)
    }
    return noField(call, of: nil, base, span: span)
  }

  private mutating func invoked(
    _ call: Call, of link: Scalar, _ base: Expression, span: SourceSpan
  ) -> Typed? {
    guard let field = computedField(call.callee.text, of: link) else { return nil }
    usedDeclarations.insert(field.written.name.span)
    return checkUse(field, row: link, call, span: span)
  }

  /// Says which stage, operator or function is meant by what other languages call with a point, where no table has a
  /// computed field of the name.
  private mutating func reportMethod(_ base: Expression, _ call: Call, span: SourceSpan) -> Bool {
    let name = call.callee.text
    guard !view.names.fields.values.contains(where: { $0[name] != nil }) else { return false }
    if let stage = WordRoles.stage(ofMethod: name) {
      report(.stageCall(name, stage.word.name.en), at: call.callee.span)
      return true
    }
    let isFunction =
      Library.function(named: name) != nil || Library.aggregate(named: name) != nil
      || view.function(name) != nil
    let infix = WordRoles.infix(ofMethod: name)
    guard isFunction || infix != nil || TriedCall.named(name) != nil else { return false }
    let meant = method(base, call, infix)
    report(
      .methodCall(name), at: call.callee.span, help: meant.map { Message.writeInstead($0) },
      fix: meant.map { Diagnostic.Fix(span, $0) })
    return true
  }

  /// What is meant by a function or an operator that is called with a point; nil where that cannot be told.
  private func method(_ base: Expression, _ call: Call, _ infix: Infix?) -> String? {
    let name = call.callee.text
    var value = text(base.span)
    // A column of Pandas has its texts and dates under a name of their own.
    if case .member(let column, let kind) = base.kind, ["str", "dt"].contains(kind.text) {
      value = text(column.span)
    }
    let others = call.arguments.map { text($0.span) }
    if let infix, others.count == 1, call.clauses.isEmpty {
      return "\(value) \(infix.text(.en)) \(others[0])"
    }
    let isKnown =
      Library.function(named: name) != nil || Library.aggregate(named: name) != nil
      || view.function(name) != nil
    if isKnown {
      guard call.clauses.isEmpty else { return nil }
      return "\(name)(\(([value] + others).joined(separator: ", ")))"
    }
    guard others.isEmpty, let template = TriedCall.named(name)?.template else { return nil }
    return template.replacing("$1", with: value).filter { $0 != "@" }
  }

  /// Says that there is no such computed field.
  private mutating func noField(
    _ call: Call, of link: Scalar?, _ base: Expression, span: SourceSpan
  ) -> Typed {
    let name = call.callee
    guard let link, case .entity(let target) = link.type,
      let table = catalog.table(named: target)
    else {
      report(link.map { .noFields(title($0.type)) } ?? .noPlanRow, at: name.span)
      return .invalid
    }
    if catalog.tables[table].definition.field(named: name.text) != nil {
      report(
        .fieldTakesNothing(name.text), at: name.span,
        fix: Diagnostic.Fix(SourceSpan(name.span.end, span.end), ""))
    } else {
      reportUnknownField(name, in: scope(of: link, table: table))
    }
    return .invalid
  }

  /// Puts the expression of a definition in place of a call of it.
  private mutating func checkUse(
    _ definition: CheckedDefinition, row: Scalar?, _ call: Call, span: SourceSpan
  ) -> Typed {
    let name = call.callee.text
    if let clauses = call.clauses.span {
      report(.clausesInFunction(name), at: clauses)
      return .invalid
    }
    if definition.isPlain {
      report(
        .fieldTakesNothing(name), at: call.callee.span,
        fix: call.takesNothing
          ? Diagnostic.Fix(SourceSpan(call.callee.span.end, span.end), "") : nil)
      return .invalid
    }
    guard let values = checkValues(call, definition) else { return .invalid }
    return expanded(definition, row: row, values: values, at: span)
  }

  /// The values of a call as those of parameters; nil, and reported, where they do not fit.
  private mutating func checkValues(
    _ call: Call, _ definition: CheckedDefinition
  ) -> [String: BindingEntry]? {
    let shown = call.arguments.map { value(of: checkExpression($0), span: $0.span) }
    guard !shown.contains(where: { $0.0.type.isInvalid }), definition.isSound else { return nil }
    var values: [String: BindingEntry] = [:]
    var fits = shown.count == definition.parameters.count
    if fits {
      for (parameter, given) in zip(definition.parameters, shown) {
        guard
          let value = given.0.type.isLike(parameter.type)
            ? given.0 : adapted(given.0, to: parameter.type)
        else {
          fits = false
          continue
        }
        if value.type.isInvalid { return nil }
        values[parameter.name] = .argument(value, given.1)
      }
    }
    if fits { return values }
    report(
      .argumentsDoNotFit(call.callee.text), at: call.callee.span,
      labels: shown.map { Diagnostic.Label($0.0.span, title($0.0.type)) },
      help: .calledAs(call.callee.text, signature(definition)))
    return nil
  }

  /// What a definition takes, as it was written.
  func signature(_ definition: CheckedDefinition) -> LocalizedText {
    let parameters = definition.parameters.map { (name: $0.name, type: title($0.type)) }
    return LocalizedText(
      en: parameters.map { "\($0.name): \($0.type.en)" }.joined(separator: ", "),
      zh: parameters.map { "\($0.name): \($0.type.zh)" }.joined(separator: ", "))
  }

  /// The expression of a definition with the row and the values of a use. What is wrong with it was said where it
  /// stands.
  private mutating func expanded(
    _ definition: CheckedDefinition, row: Scalar?, values: [String: BindingEntry],
    at span: SourceSpan
  ) -> Typed {
    guard definition.isSound else { return .invalid }
    let height = definition.written.value.height
    guard !expansion.isTooLong, expansion.count < Expansion.most,
      expansion.height + height <= Expansion.levels
    else { return tooLong(definition, at: span) }
    expansion.count += 1
    expansion.height += height
    let revision = row.map { self.revision(ofRow: $0) } ?? self.revision
    let place = NameView(
      names: definition.home, horizon: definition.homeOrder, locals: values)
    let typed = attempt { checker in
      checker.inDefinition(place, row: row) { checker in
        checker.inPlan(revision) { $0.checkExpression(definition.written.value) }
      }
    }
    expansion.height -= height
    if expansion.isTooLong { return tooLong(definition, at: span) }
    guard let typed, !typed.isInvalid else {
      report(
        .definitionDoesNotFit(definition.name), at: span,
        labels: [.init(definition.written.name.span, .definedHere)])
      return .invalid
    }
    return typed.fits ? placed(typed, at: span) : tooLong(definition, at: span)
  }

  private mutating func tooLong(_ definition: CheckedDefinition, at span: SourceSpan) -> Typed {
    if expansion.height == 0 {
      report(.expansionTooLong(definition.name), at: span)
      expansion.isTooLong = false
    } else {
      expansion.isTooLong = true
    }
    return .invalid
  }

  /// The revision whose tables the definition of a row's field reads.
  private func revision(ofRow row: Scalar) -> String? {
    if case .revised(let name, _)? = catalog.revision(of: row.type)?.kind { return name }
    return nil
  }

  /// The same, said of the place where a definition is used.
  private func placed(_ typed: Typed, at span: SourceSpan) -> Typed {
    switch typed {
    case .scalar(let scalar, let display): .scalar(at(scalar, span), display)
    case .column(let rows, let scalar, let display): .column(rows, at(scalar, span), display)
    case .range(let lower, let upper, _): .range(lower, upper, span)
    case .rows, .row, .prefix, .invalid: typed
    }
  }
}

extension Call {
  /// Whether nothing stands in its brackets.
  fileprivate var takesNothing: Bool { arguments.isEmpty && clauses.isEmpty }
}

extension DataType {
  /// Whether values of the type may stand for values of the other as they are: durations of either unit.
  fileprivate func isLike(_ other: DataType) -> Bool {
    if case .duration = self, case .duration = other { return true }
    return false
  }
}

extension Typed {
  /// Whether the algebra is of a size that can be run.
  fileprivate var fits: Bool {
    let (nodes, levels) = (Expansion.nodes, Expansion.levels)
    switch self {
    case .scalar(let scalar, _): return scalar.fits(nodes: nodes, levels: levels)
    case .rows(let rows): return rows.step.fits(nodes: nodes, levels: levels)
    case .column(let rows, let scalar, _):
      return rows.step.fits(nodes: nodes, levels: levels)
        && scalar.fits(nodes: nodes, levels: levels)
    case .range(let lower, let upper, _):
      return [lower, upper].compactMap { $0 }.allSatisfy { $0.fits(nodes: nodes, levels: levels) }
    case .row, .prefix, .invalid: return true
    }
  }
}
