import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Warnings of sums and counts that count something more than once.
extension Checker {
  /// Says which aggregates of some rows count a value more than once in a group of these keys, or add up groups that
  /// share rows. Without keys each aggregate ranges over its own `within`.
  mutating func warnOfRepeats(
    _ aggregates: [Step.AggregateDefinition], of rows: Rows, by keys: [Scalar]? = nil
  ) {
    guard aggregates.contains(where: { $0.aggregate.mayRepeat }) else { return }
    let identity = identity(of: rows)
    for definition in aggregates where definition.aggregate.mayRepeat {
      let aggregate = definition.aggregate
      let within = keys ?? aggregate.within
      let repeating = identity.repeating(aggregate, within: within)
      if !repeating.isEmpty {
        warnOfRepeat(aggregate, identity, repeating.map(\.column), rows.scope)
      } else if !identity.overlaps(aggregate, within: within).isEmpty {
        warn(.overlappingGroups(argumentText(aggregate)), at: aggregate.span)
      }
    }
  }

  /// What tells rows apart.
  mutating func identity(of rows: Rows) -> RowIdentity {
    RowIdentity(of: rows.step, in: catalog, bindings: bindings, known: &boundIdentities)
  }

  /// Says which sums of the row of totals count rows of several groups more than once.
  mutating func warnOfTotals(_ rows: Rows, span: SourceSpan) {
    let overlapping = identity(of: rows).overlapping
    guard !overlapping.isEmpty else { return }
    let names = rows.scope.fields.filter { field in
      field.value.baseColumn.map { overlapping.contains($0) } ?? false
    }.map(\.name)
    if !names.isEmpty { warn(.overlappingTotal(names), at: span) }
  }

  private mutating func warnOfRepeat(
    _ aggregate: Aggregate, _ identity: RowIdentity, _ columns: [ColumnID], _ scope: RowScope
  ) {
    let each = Set(columns).sorted { $0.number < $1.number }.compactMap { scope.name(of: $0) }
    let subject = aggregate.argument == nil ? nil : argumentText(aggregate)
    let once = onceKey(aggregate, identity, scope)
    warn(
      .countedForEach(text(aggregate.span).calleeText, subject, each), at: aggregate.span,
      help: .countOnce(once), fix: once.flatMap { distinctFix(aggregate, $0) })
  }

  /// What `distinct` takes so that each value is counted once: the row, or the link, that it belongs to.
  private func onceKey(
    _ aggregate: Aggregate, _ identity: RowIdentity, _ scope: RowScope
  ) -> String? {
    let language = text(aggregate.span).calleeLanguage
    let this = SpecialName.this.word.name[language]
    guard let argument = aggregate.argument else { return scope.this == nil ? nil : this }
    if let column = identity.owner(of: argument) {
      return path(.column(column), scope, language).map { $0.isEmpty ? this : $0 }
    }
    guard case .field(_, _, let link) = argument.kind, case .field = link.kind else { return nil }
    return path(link.kind, scope, language)
  }

  /// How a link is named in a row: empty for the row itself; nil where nothing names it.
  private func path(_ link: Scalar.Kind, _ scope: RowScope, _ language: Language) -> String? {
    switch link {
    case .column(let id):
      if case .column(id)? = scope.this?.kind { return "" }
      return scope.fields.first { $0.value.kind.isColumn(id) }?.name[language]
    case .field(let table, let field, let inner):
      guard let before = path(inner.kind, scope, language) else { return nil }
      let name = catalog.tables[table].definition.fields[field].name[language]
      return before.isEmpty ? name : "\(before).\(name)"
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      return nil
    }
  }

  /// Adds `distinct` to a call that has no clause behind it.
  private func distinctFix(_ aggregate: Aggregate, _ once: String) -> Diagnostic.Fix? {
    guard aggregate.sort.isEmpty, aggregate.within.isEmpty,
      text(aggregate.span).hasSuffix(")") || text(aggregate.span).hasSuffix("）")
    else { return nil }
    let word = ClauseWord.distinct.word.name[text(aggregate.span).calleeLanguage]
    let isEmpty = aggregate.argument == nil && aggregate.condition == nil
    let closing = text(aggregate.span).hasSuffix(")") ? 1 : 3
    let place = SourceSpan(aggregate.span.end - closing, aggregate.span.end - closing)
    return Diagnostic.Fix(place, (isEmpty ? "" : " ") + "\(word) \(once)")
  }

  private func argumentText(_ aggregate: Aggregate) -> String {
    aggregate.argument.map { text($0.span) } ?? ""
  }
}

extension Aggregate {
  /// Whether it adds up values that may be repeated.
  fileprivate var mayRepeat: Bool { addsUp && distinct.isEmpty }
}

extension RowScope {
  /// What the values of a column are called, with the column of a partner row or of the rows themselves.
  fileprivate func name(of column: ColumnID) -> Name? {
    if let field = fields.first(where: { $0.value.kind.isColumn(column) }) { return field.name }
    if let field = fields.first(where: { field in
      field.partner?.scope.columns.contains(column) ?? false
    }) {
      return field.name
    }
    return this?.baseColumn == column ? title : nil
  }
}

extension Scalar.Kind {
  fileprivate func isColumn(_ id: ColumnID) -> Bool {
    if case .column(id) = self { true } else { false }
  }
}

extension String {
  /// The name before the bracket of a call.
  fileprivate var calleeText: String {
    String(prefix { $0 != "(" && $0 != "（" })
  }

  /// The language that the call is written in.
  fileprivate var calleeLanguage: Language {
    calleeText.unicodeScalars.allSatisfy(\.isASCII) ? .en : .zh
  }
}
