import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What a name leads to where it stands. Two spellings mean the same if they lead to the same.
enum NamedThing: Hashable {
  /// The fields of the rows that answer to it; more than one is an error.
  case fields([Int])
  /// Something of the rows of a group, or a key that the row of totals lacks.
  case outOfReach
  /// A stored field of a row of the plan.
  case stored(Int)
  /// A computed field, by the place of its definition.
  case computed(SourceSpan)
  case backLink(BackLink)
  /// A value, a table or a function of the script.
  case ofScript
  /// Both a field of the rows and a name of the script, which is an error.
  case ofBoth
  case ofLanguage(SpecialName)
  case table(Int)
  case period(Int)
}

/// What became of a field's name.
enum FieldLookup {
  case none
  case found(RowField, at: Int)
  /// Two fields answer to it; that was reported.
  case clash
}

// What names mean.
extension Checker {
  /// What a bare name means here.
  func meaning(ofBare text: String) -> NamedThing? {
    let found = frames.last.flatMap { meaning(of: text, in: $0) }
    if view.entry(text) != nil { return found == nil ? .ofScript : .ofBoth }
    if let found { return found }
    if let special = SpecialName(text: text) { return .ofLanguage(special) }
    if view.function(text) != nil { return .ofScript }
    return meaning(ofTable: text, in: revision)
  }

  private func meaning(of text: String, in frame: Frame) -> NamedThing? {
    if let found = frame.scope.meaning(of: text) { return found }
    if frame.scope.missingKeys.contains(where: { $0.matches(text) }) { return .outOfReach }
    if case .group(let input) = frame.mode {
      let isOfRows =
        input.field(named: text) != nil
        || input.this.map { input.reachesThis && computedField(text, of: $0) != nil } ?? false
      return isOfRows ? .outOfReach : nil
    }
    guard frame.scope.reachesThis, let this = frame.scope.this else { return nil }
    return meaning(of: text, behind: this)
  }

  /// What a name means of the row that a link leads to, beside its stored fields.
  func meaning(of text: String, behind link: Scalar) -> NamedThing? {
    if let computed = computedField(text, of: link) { return .computed(computed.written.name.span) }
    return backLink(text, of: link).map(NamedThing.backLink)
  }

  /// What a name means of the row that a link leads to.
  func meaning(of text: String, on link: Scalar) -> NamedThing? {
    guard case .entity(let target) = link.type, let table = catalog.table(named: target) else {
      return nil
    }
    if let place = catalog.tables[table].definition.field(named: text) { return .stored(place) }
    return meaning(of: text, behind: link)
  }

  /// What a name means behind fields, and then behind the row that they came from.
  func meaning(of text: String, in scope: RowScope) -> NamedThing? {
    if let found = scope.meaning(of: text) { return found }
    return scope.this.flatMap { meaning(of: text, behind: $0) }
  }

  /// What a name of the plan means: a field of its own row, a table, a named period.
  func meaning(ofPlan text: String, in revision: String?) -> NamedThing? {
    if let plan = catalog.table(named: "plan", in: revision),
      let place = catalog.tables[plan].definition.field(named: text)
    {
      return .stored(place)
    }
    return meaning(ofTable: text, in: revision)
  }

  private func meaning(ofTable text: String, in revision: String?) -> NamedThing? {
    if let table = catalog.table(named: text, in: revision) { return .table(table) }
    return catalog.namedPeriods.firstIndex { $0.name.matches(text) }.map(NamedThing.period)
  }
}

// What is remembered of them.
extension Checker {
  /// Remembers what a name as written means, and in which spelling something else is named so there.
  mutating func note(
    _ written: Identifier, means name: Name, _ meaning: (Checker, String) -> NamedThing?
  ) {
    let others = Language.allCases.filter { name[$0] != written.text }
    let own = others.isEmpty ? nil : meaning(self, written.text)
    note(written, means: name, hiddenIn: Set(others.filter { meaning(self, name[$0]) != own }))
  }

  /// Remembers what a word of the language or a name that nothing hides means.
  mutating func note(_ written: Identifier, means name: Name, hiddenIn hidden: Set<Language> = []) {
    var noted = NameMeaning(name, hiddenIn: hidden)
    if let before = meanings[written.span] {
      // A body that means one thing for one row and another for the next keeps its words.
      noted.hiddenIn.formUnion(
        before.name == name ? before.hiddenIn : Set(Language.allCases))
    }
    meanings[written.span] = noted
  }

  /// The field of some rows that a name means.
  mutating func lookUp(
    _ name: Identifier, in scope: RowScope, _ meaning: ((Checker, String) -> NamedThing?)? = nil
  ) -> FieldLookup {
    let places = scope.places(named: name.text)
    guard let place = places.first else { return .none }
    guard places.count == 1 else {
      let names = places.map { scope.fields[$0].name }
      let fix = names.lazy.flatMap { [$0.en, $0.zh] }
        .first { scope.places(named: $0).count == 1 }
      report(
        .twoFields(name.text, names), at: name.span,
        fix: fix.map { Diagnostic.Fix(name.span, Printer.written($0)) })
      return .clash
    }
    let field = scope.fields[place]
    note(name, means: field.name, meaning ?? { _, text in scope.meaning(of: text) })
    return .found(field, at: place)
  }

  /// The place of the field that a name means; nil, and reported, where it means none.
  mutating func fieldPlace(_ name: Identifier, in scope: RowScope) -> Int? {
    switch lookUp(name, in: scope) {
    case .found(_, let place): return place
    case .clash: return nil
    case .none:
      reportUnknownField(name, in: scope)
      return nil
    }
  }
}

extension RowScope {
  /// The places of the fields that answer to a name.
  func places(named text: String) -> [Int] {
    fields.indices.filter { fields[$0].name.matches(text) }
  }

  fileprivate func meaning(of text: String) -> NamedThing? {
    let places = places(named: text)
    return places.isEmpty ? nil : .fields(places)
  }
}
