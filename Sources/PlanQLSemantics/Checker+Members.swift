import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

extension Checker {
  /// Resolves `base.name`.
  mutating func checkMember(_ base: Expression, _ name: Identifier) -> Typed {
    let span = base.span.joined(name.span)
    if let call = revisionCall(base) { return checkRevisionMember(call, name, span: span) }
    if case .member(let outer, let middle) = base.kind, revisionCall(outer) == nil {
      let typed = checkExpression(outer)
      if let column = partnerColumn(typed, middle, name, span: span) { return column }
      return member(of: member(of: typed, outer, middle, span: base.span), base, name, span: span)
    }
    return member(of: checkExpression(base), base, name, span: span)
  }

  /// A field that a partner row of some rows has beside those of its table: `pairs.partner.share`; nil for anything else.
  private mutating func partnerColumn(
    _ typed: Typed, _ middle: Identifier, _ name: Identifier, span: SourceSpan
  ) -> Typed? {
    guard case .rows(let rows) = typed,
      let partner = rows.scope.field(named: middle.text)?.partner, partner.scope.this != nil,
      rows.scope.places(named: middle.text).count == 1,
      partner.scope.field(named: name.text) != nil
    else { return nil }
    _ = lookUp(middle, in: rows.scope, { $0.meaning(of: $1, in: rows.scope) })
    guard case .found(let field, _) = lookUp(name, in: partner.scope), field.partner == nil else {
      return .invalid
    }
    let value = at(field.value, span)
    if case .list = value.type { return .rows(flattened(rows, value)) }
    return .column(rows, value, field.display)
  }

  private mutating func member(
    of typed: Typed, _ base: Expression, _ name: Identifier, span: SourceSpan
  ) -> Typed {
    switch typed {
    case .invalid: return .invalid
    case .prefix(let special, let frame): return prefixed(special, frame, name, span: span)
    case .scalar(let scalar, _): return member(of: scalar, name, span: span)
    case .rows(let rows): return member(of: rows, name, span: span)
    case .column(let rows, let scalar, _): return member(of: rows, scalar, name, span: span)
    case .row(let partner): return member(of: partner, name, span: span)
    case .range:
      let (scalar, _) = value(of: typed, span: base.span)
      return scalar.type.isInvalid ? .invalid : member(of: scalar, name, span: span)
    }
  }

  private mutating func prefixed(
    _ special: SpecialName, _ frame: Int, _ name: Identifier, span: SourceSpan
  ) -> Typed {
    switch special {
    case .plan: return planMember(name, span: span)
    case .param:
      usedParameters.insert(name.text)
      if let host = bound[name.text] {
        return .scalar(literal(host.value, host.type, span), .plain)
      }
      if isInFile {
        report(.parameterInFile(name.text), at: span)
        return .invalid
      }
      guard let place = parameters.firstIndex(where: { $0.name == name.text }) else {
        let known = parameters.map { Name($0.name) }
        report(
          .unknownParameter(name.text), at: name.span,
          help: .didYouMean(suggestion(name.text, known), among: known), fix: fix(name, known))
        return .invalid
      }
      return .scalar(
        Scalar(
          .parameter(place), type: parameters[place].type, isOptional: false, span: span), .plain)
    case .outer, .this: return outerMember(frame, name, span: span)
    }
  }

  private mutating func outerMember(_ index: Int, _ name: Identifier, span: SourceSpan) -> Typed {
    let saved = frames
    frames.removeSubrange((index + 1)...)
    defer { frames = saved }
    if let special = SpecialName(text: name.text), special == .outer || special == .this {
      return checkName(name)
    }
    let scope = frames[index].scope
    switch lookUp(name, in: scope, { $0.meaning(of: $1, in: scope) }) {
    case .found(let field, _): return named(field, span)
    case .clash: return .invalid
    case .none: break
    }
    if let this = scope.this, let found = definedField(name, of: this, span: span) { return found }
    if let this = scope.this, let link = backLink(name.text, of: this) {
      note(name, means: link.name) { $0.meaning(of: $1, in: scope) }
      return .rows(linkingRows(link, to: this, span: span))
    }
    reportUnknownField(name, in: scope)
    return .invalid
  }

  mutating func planMember(_ name: Identifier, span: SourceSpan) -> Typed {
    if let plan = catalog.table(named: "plan", in: revision) {
      let definition = catalog.tables[plan].definition
      if let place = definition.field(named: name.text) {
        note(name, means: definition.fields[place].name) {
          $0.meaning(ofPlan: $1, in: $0.revision)
        }
        if definition.fields[place].name.en == "as_of" {
          return .scalar(Scalar(.asOf, type: .date, isOptional: false, span: span), .plain)
        }
        let row = link(
          .literal(.entity(definition.name.en, row: 0)), table: plan,
          isOptional: catalog.tables[plan].count == 0, span: span)
        return .scalar(
          fieldScalar(plan, place, of: row, span: span), definition.fields[place].display)
      }
    } else if Name("as_of", "截至日期").matches(name.text) {
      return .scalar(Scalar(.asOf, type: .date, isOptional: false, span: span), .plain)
    }
    if let table = catalog.table(named: name.text, in: revision) {
      note(name, means: catalog.plainName(ofTable: table)) {
        $0.meaning(ofPlan: $1, in: $0.revision)
      }
      return .rows(scan(table, span: span))
    }
    if let named = catalog.namedPeriods.first(where: { $0.name.matches(name.text) }) {
      note(name, means: named.name) { $0.meaning(ofPlan: $1, in: $0.revision) }
      return .scalar(literal(.period(named.period), .period, span), .plain)
    }
    let fields = catalog.table(named: "plan").map { catalog.tables[$0].definition.fields } ?? []
    let known = fields.map(\.name) + catalog.ownTables.map(\.definition.name)
    report(
      .unknownField(name.text, in: Name("plan", "规划")), at: name.span,
      help: .didYouMean(suggestion(name.text, known)), fix: fix(name, known))
    return .invalid
  }

  /// A field of a partner row, or what its link leads to.
  private mutating func member(of partner: Partner, _ name: Identifier, span: SourceSpan) -> Typed {
    let scope = partner.scope
    switch lookUp(
      name, in: scope,
      { checker, text in
        scope.places(named: text).isEmpty
          ? scope.this.flatMap { checker.meaning(of: text, on: $0) }
          : .fields(scope.places(named: text))
      })
    {
    case .found(let field, _): return named(field, span)
    case .clash: return .invalid
    case .none: break
    }
    if let this = partner.scope.this { return member(of: this, name, span: span) }
    reportUnknownField(name, in: partner.scope)
    return .invalid
  }

  /// A field of the row that a link points to, or the rows that link to it.
  private mutating func member(of scalar: Scalar, _ name: Identifier, span: SourceSpan) -> Typed {
    switch scalar.type {
    case .entity(let target):
      guard let table = catalog.table(named: target) else { return .invalid }
      let definition = catalog.tables[table].definition
      if let place = definition.field(named: name.text) {
        note(name, means: definition.fields[place].name) { $0.meaning(of: $1, on: scalar) }
        return .scalar(
          fieldScalar(table, place, of: scalar, span: span), definition.fields[place].display)
      }
      if let found = definedField(name, of: scalar, span: span) { return found }
      if let back = backLink(name.text, of: scalar) {
        note(name, means: back.name) { $0.meaning(of: $1, on: scalar) }
        return .rows(linkingRows(back, to: scalar, span: span))
      }
      reportUnknownField(name, in: scope(of: scalar, table: table))
      return .invalid
    case .list: return member(of: rows(of: scalar), name, span: span)
    case .invalid: return .invalid
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .missing:
      report(.noFields(title(scalar.type)), at: name.span)
      return .invalid
    }
  }

  /// A field of each of some rows; where it is a list, the rows of all the lists.
  private mutating func member(of rows: Rows, _ name: Identifier, span: SourceSpan) -> Typed {
    switch lookUp(name, in: rows.scope, { $0.meaning(of: $1, in: rows.scope) }) {
    case .clash: return .invalid
    case .none: break
    case .found(let field, _):
      if let partner = field.partner, partner.scope.this == nil {
        report(.rowIsNoValue(name.text), at: name.span)
        return .invalid
      }
      let value = at(field.value, span)
      if case .list = value.type { return .rows(flattened(rows, value)) }
      return .column(rows, value, field.display)
    }
    if let this = rows.scope.this, let found = definedField(name, of: rows, this, span: span) {
      return found
    }
    if let this = rows.scope.this, let back = backLink(name.text, of: this) {
      note(name, means: back.name) { $0.meaning(of: $1, in: rows.scope) }
      return .rows(flattened(rows, linkingList(back, to: this, span: span)))
    }
    reportUnknownField(name, in: rows.scope)
    return .invalid
  }

  private mutating func member(
    of rows: Rows, _ scalar: Scalar, _ name: Identifier, span: SourceSpan
  ) -> Typed {
    guard case .entity(let target) = scalar.type, let table = catalog.table(named: target) else {
      report(.noFields(title(scalar.type)), at: name.span)
      return .invalid
    }
    let definition = catalog.tables[table].definition
    if let place = definition.field(named: name.text) {
      note(name, means: definition.fields[place].name) { $0.meaning(of: $1, on: scalar) }
      let value = fieldScalar(table, place, of: scalar, span: span)
      if case .list = value.type { return .rows(flattened(rows, value)) }
      return .column(rows, value, definition.fields[place].display)
    }
    if let found = definedField(name, of: rows, scalar, span: span) { return found }
    if let back = backLink(name.text, of: scalar) {
      note(name, means: back.name) { $0.meaning(of: $1, on: scalar) }
      return .rows(flattened(rows, linkingList(back, to: scalar, span: span)))
    }
    reportUnknownField(name, in: scope(of: scalar, table: table))
    return .invalid
  }
}
