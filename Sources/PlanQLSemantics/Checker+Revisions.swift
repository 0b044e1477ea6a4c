import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

extension Checker {
  /// Which plan a name stands for.
  enum PlanChoice: Equatable {
    case current
    case revision(String)

    /// The revision in which tables are looked up; nil for the plan itself.
    var revision: String? {
      switch self {
      case .current: nil
      case .revision(let name): name
      }
    }
  }

  /// The call in `plan("approved")`; nil for anything else.
  func revisionCall(_ expression: Expression) -> Call? {
    switch expression.kind {
    case .call(let call):
      call.callee.isQuoted || SpecialName(text: call.callee.text) != .plan ? nil : call
    case .parenthesized(let inner): revisionCall(inner)
    case .invalid, .bool, .missing, .number, .period, .text, .name, .member, .invocation, .unary,
      .binary, .test, .range, .conditional, .cases, .list, .pipeline, .shown:
      nil
    }
  }

  /// Resolves `plan("approved").projects`.
  mutating func checkRevisionMember(_ call: Call, _ name: Identifier, span: SourceSpan) -> Typed {
    guard let choice = checkRevision(call) else { return .invalid }
    guard let revision = choice.revision else {
      return inPlan(nil) { $0.planMember(name, span: span) }
    }
    if let plan = catalog.table(named: "plan", in: revision) {
      let definition = catalog.tables[plan].definition
      if let place = definition.field(named: name.text) {
        note(name, means: definition.fields[place].name) {
          $0.meaning(ofPlan: $1, in: revision)
        }
        let row = link(
          .literal(.entity(definition.name.en, row: 0)), table: plan,
          isOptional: catalog.tables[plan].count == 0, span: span)
        return .scalar(
          fieldScalar(plan, place, of: row, span: span), definition.fields[place].display)
      }
    }
    if let table = catalog.table(named: name.text, in: revision) {
      note(name, means: catalog.plainName(ofTable: table)) { $0.meaning(ofPlan: $1, in: revision) }
      return .rows(scan(table, span: span))
    }
    let known = knownNames(in: revision)
    report(
      .unknownInRevision(name.text, revision), at: name.span,
      help: .didYouMean(suggestion(name.text, known)), fix: fix(name, known))
    return .invalid
  }

  private func knownNames(in revision: String) -> [Name] {
    let tables = catalog.revisions.places.compactMap { place -> Name? in
      if case .revised(revision, _) = place.kind { place.name } else { nil }
    }
    let fields = catalog.table(named: "plan", in: revision)
      .map { catalog.tables[$0].definition.fields.map(\.name).filter { !$0.isInternal } }
    return tables + (fields ?? [])
  }

  /// The revision that a call of `plan` names; nil, and reported, where it names none.
  mutating func checkRevision(_ call: Call) -> PlanChoice? {
    note(call.callee, means: SpecialName.plan.word.name)
    guard call.arguments.count == 1, let written = call.arguments.first,
      call.clauses.span == nil
    else {
      report(.revisionWanted, at: call.callee.span)
      return nil
    }
    return checkRevisionName(written)
  }

  /// The revision that a text as written names; nil, and reported, where it names none.
  mutating func checkRevisionName(_ written: Expression) -> PlanChoice? {
    let saved = frames
    frames = []
    defer { frames = saved }
    let typed = checkExpression(written)
    if case .invalid = typed { return nil }
    guard case .scalar(let scalar, _) = typed, case .literal(.text(let name)) = scalar.kind else {
      report(.revisionIsNoText, at: written.span)
      return nil
    }
    if name == CatalogRevisions.current { return .current }
    let revisions = catalog.revisions
    if revisions.loaded.contains(name) { return .revision(name) }
    if let failure = revisions.failures[name] {
      report(.brokenRevision(name, failure), at: written.span)
    } else if revisions.names.contains(name) {
      // The host loads it and checks once more.
      neededRevisions.insert(name)
    } else {
      let known = ([CatalogRevisions.current] + revisions.names).map { Name($0) }
      let like = suggestion(name, known)
      report(
        .unknownRevision(name), at: written.span,
        help: .didYouMean(like, among: known, always: true),
        fix: like.first.map { Diagnostic.Fix(written.span, "\"\($0)\"") })
    }
    return nil
  }

  /// Checks something with the tables of a revision in place of the plan's own.
  mutating func inPlan<Result>(_ revision: String?, _ body: (inout Checker) -> Result) -> Result {
    let saved = self.revision
    self.revision = revision
    defer { self.revision = saved }
    return body(&self)
  }

  /// What a `let` holds where the tables are those of a revision: its expression is checked once more there.
  mutating func revisedEntry(_ name: String, _ entry: BindingEntry) -> BindingEntry {
    guard let revision, let (written, origin) = view.written(name) else { return entry }
    let key = RevisedName(revision: revision, origin: origin.span)
    if let known = revisedNames[key] { return known }
    // A name that is looked up in its own expression is the plan's own: nothing there can lead back to it.
    revisedNames[key] = .invalid
    let typed = checkLetAgain(name) ?? .invalid
    let revised = bound(typed, span: written.span)
    revisedNames[key] = revised
    return revised
  }
}

/// A `let` by where it is declared, in a revision or the plan itself.
struct RevisedName: Hashable {
  let revision: String?
  let origin: SourceSpan
}

// Rows of different revisions.
extension Checker {
  /// Two values, links of one table in different revisions, as links to the rows of all revisions; nil where they are
  /// something else. Where rows have no key that is reported, and the values are invalid.
  mutating func related(_ left: Scalar, _ right: Scalar) -> (Scalar, Scalar)? {
    guard left.type.element != right.type.element, let first = catalog.revision(of: left.type),
      let second = catalog.revision(of: right.type), first.name == second.name
    else { return nil }
    guard let all = first.all else {
      report(.noCommonKey(first.name, first.problem ?? .noKey), at: left.span.joined(right.span))
      return (invalid(left.span), invalid(right.span))
    }
    return (raised(left, first, to: all), raised(right, second, to: all))
  }

  /// Values with all links of one table in different revisions as links to the rows of all revisions.
  mutating func related(_ values: [Scalar]) -> [Scalar] {
    let known = values.map { catalog.revision(of: $0.type) }
    guard let first = known.compactMap({ $0 }).first else { return values }
    let places = values.indices.filter { known[$0]?.name == first.name }
    guard Set(places.map { values[$0].type.element }).count > 1 else { return values }
    guard let all = first.all else {
      report(.noCommonKey(first.name, first.problem ?? .noKey), at: values[places[0]].span)
      return values.map { invalid($0.span) }
    }
    return zip(values, known).map { value, revision in
      guard let revision, revision.name == first.name else { return value }
      return raised(value, revision, to: all)
    }
  }

  /// A text that names no row of the table that the other side links to, but one of it in another revision, as a link
  /// to that; anything else as it is.
  func namedElsewhere(_ scalar: Scalar, beside other: Scalar) -> Scalar {
    guard case .literal(.text(let text)) = scalar.kind, case .entity(let name) = other.type.element,
      let all = catalog.revision(of: other.type)?.all, let table = catalog.table(named: name),
      catalog.tables[table].rows(named: text).isEmpty
    else { return scalar }
    let rows = catalog.tables[all].rows(named: text)
    guard rows.count == 1 else { return scalar }
    let target = catalog.tables[all].definition.name.en
    return literal(.entity(target, row: rows[0]), .entity(target), scalar.span)
  }

  private mutating func raised(_ scalar: Scalar, _ revision: TableRevision, to all: Int) -> Scalar {
    let type = DataType.entity(catalog.tables[all].definition.name.en)
    switch revision.kind {
    case .all: return scalar
    case .own:
      if case .literal(.entity(_, let row)) = scalar.kind {
        let value = Value.entity(catalog.tables[all].definition.name.en, row: row)
        return literal(value, type, scalar.span)
      }
      let isList = if case .list = scalar.type { true } else { false }
      return Scalar(
        .convert(scalar), type: isList ? .list(type) : type, isOptional: scalar.isOptional,
        span: scalar.span)
    case .revised(_, let identity):
      guard let identity, case .entity(let name) = scalar.type.element,
        let table = catalog.table(named: name)
      else { return invalid(scalar.span) }
      if case .list = scalar.type {
        return raisedList(scalar, .entity(name)) {
          Scalar(
            .field(table: table, field: identity, of: $0), type: type, isOptional: false,
            span: scalar.span)
        }
      }
      return Scalar(
        .field(table: table, field: identity, of: scalar), type: type,
        isOptional: scalar.isOptional, span: scalar.span)
    }
  }

  private mutating func raisedList(
    _ list: Scalar, _ element: DataType, _ raise: (Scalar) -> Scalar
  ) -> Scalar {
    let id = newColumn()
    let step = Step(.elements(list, element: id, isDistinct: true), span: list.span)
    let value = raise(Scalar(.column(id), type: element, isOptional: false, span: list.span))
    let raised = Scalar(
      .collect(step, value), type: .list(value.type), isOptional: false, span: list.span)
    // What is collected from a missing list is empty. In a join of two sides any list may be missing.
    let isKnown = Scalar(.isKnown(list), type: .bool, isOptional: false, span: list.span)
    return Scalar(
      .choose([.init(condition: isKnown, value: raised)], otherwise: nil), type: raised.type,
      isOptional: list.isOptional, span: list.span)
  }
}
