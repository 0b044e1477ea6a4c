import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves a bare name: a field of the row, else a name of the script, else a table or named period.
  mutating func checkName(_ name: Identifier) -> Typed {
    if let frame = frames.last, let found = rowName(name, in: frame) {
      if view.entry(name.text) != nil {
        report(.ambiguousName(name.text), at: name.span)
        return .invalid
      }
      return found
    }
    if let special = name.isQuoted ? nil : SpecialName(text: name.text) {
      return checkSpecial(special, name)
    }
    if let entry = view.entry(name.text) {
      markUsed(name.text)
      return reference(name, sourcedEntry(name) ?? revisedEntry(name.text, entry))
    }
    if let function = view.function(name.text) {
      markUsed(name.text)
      report(
        .fieldTakesValues(name.text), at: name.span,
        help: .calledAs(name.text, signature(function)))
      return .invalid
    }
    if let table = catalog.table(named: name.text, in: revision) {
      note(name, means: catalog.plainName(ofTable: table)) { $0.meaning(ofBare: $1) }
      return .rows(scan(table, span: name.span))
    }
    if let named = catalog.namedPeriods.first(where: { $0.name.matches(name.text) }) {
      note(name, means: named.name) { $0.meaning(ofBare: $1) }
      return .scalar(literal(.period(named.period), .period, name.span), .plain)
    }
    reportUnknown(name)
    return .invalid
  }

  private mutating func checkSpecial(_ special: SpecialName, _ name: Identifier) -> Typed {
    note(name, means: special.word.name) { $0.meaning(ofBare: $1) }
    switch special {
    case .plan, .param: return .prefix(special, frame: frames.count - 1)
    case .outer:
      guard let outer = outerFrame(below: frames.count - 1) else {
        report(.noOuterRow, at: name.span)
        return .invalid
      }
      return .prefix(.outer, frame: outer)
    case .this:
      guard let scope = frames.last?.scope else {
        report(.noRow(name.text), at: name.span)
        return .invalid
      }
      if case .group(let input)? = frames.last?.mode, let this = input.this {
        return notInGroup(name, RowField(name: Name(name.text), value: this, display: .plain))
      }
      guard let this = scope.this else {
        report(.noPlanRow, at: name.span)
        return .invalid
      }
      return .scalar(at(this, name.span), .plain)
    }
  }

  /// The frame of the row around the row of a frame.
  private func outerFrame(below index: Int) -> Int? {
    guard frames.indices.contains(index) else { return nil }
    return frames[..<index].lastIndex { $0.level < frames[index].level }
  }

  private mutating func rowName(_ name: Identifier, in frame: Frame) -> Typed? {
    switch lookUp(name, in: frame.scope, { $0.meaning(ofBare: $1) }) {
    case .found(let field, _): return named(field, name.span)
    case .clash: return .invalid
    case .none: break
    }
    if frame.scope.missingKeys.contains(where: { $0.matches(name.text) }) {
      reportUnknownField(name, in: frame.scope)
      return .invalid
    }
    if case .group(let input) = frame.mode {
      if let field = input.field(named: name.text) { return notInGroup(name, field) }
      guard input.reachesThis, let this = input.this, computedField(name.text, of: this) != nil
      else { return nil }
      return notInGroup(name, RowField(name: Name(name.text), value: this, display: .plain))
    }
    guard frame.scope.reachesThis, let this = frame.scope.this else { return nil }
    if let found = definedField(name, of: this, span: name.span) { return found }
    if let link = backLink(name.text, of: this) {
      note(name, means: link.name) { $0.meaning(ofBare: $1) }
      return .rows(linkingRows(link, to: this, span: name.span))
    }
    return nil
  }

  /// What a field is where it is named.
  func named(_ field: RowField, _ span: SourceSpan) -> Typed {
    if let partner = field.partner { return .row(partner) }
    return .scalar(at(field.value, span), field.display)
  }

  private mutating func notInGroup(_ name: Identifier, _ field: RowField) -> Typed {
    report(.manyValuesInGroup(name.text), at: name.span, help: .useAnAggregate(name.text))
    return .invalid
  }

  /// The rows of a `let` with the plan rows behind them, where `cite` follows: its expression is checked once more.
  private mutating func sourcedEntry(_ name: Identifier) -> BindingEntry? {
    guard keepsSources, case .rows? = view.entry(name.text),
      let (written, origin) = view.written(name.text)
    else { return nil }
    let key = RevisedName(revision: revision, origin: origin.span)
    if let known = sourcedRows[key] { return known }
    guard let typed = attempt({ $0.checkLetAgain(name.text) ?? .invalid }) else { return nil }
    let entry = bound(typed, span: written.span)
    sourcedRows[key] = entry
    return entry
  }

  /// What the expression of a `let` gives where it stands, checked once more; nil where there is none.
  mutating func checkLetAgain(_ name: String) -> Typed? {
    guard let (written, origin) = view.written(name) else { return nil }
    let place = NameView(names: origin.home, horizon: origin.homeOrder)
    return inView(place) { $0.outsideRows { $0.checkExpression(written) } }
  }

  /// Checks something that is the same for all rows, outside of them.
  mutating func outsideRows<Result>(_ body: (inout Checker) -> Result) -> Result {
    let saved = frames
    frames = []
    defer { frames = saved }
    return body(&self)
  }

  /// A fresh view of what a `let` holds.
  private mutating func reference(_ name: Identifier, _ entry: BindingEntry) -> Typed {
    let span = name.span
    switch entry {
    case .value(let scalar, let display): return .scalar(at(scalar, span), display)
    case .invalid: return .invalid
    case .argument(let scalar, let display): return .scalar(scalar, display)
    case .row(let row): return self.row(row, span: span)
    case .crossTable:
      guard mayFindColumns, let typed = attempt({ $0.checkLetAgain(name.text) ?? .invalid }),
        !typed.isInvalid
      else {
        report(.columnsAreFoundInside, at: span)
        return .invalid
      }
      return typed
    case .rows(let slot, let columns, let scope, let sources):
      var ids: [ColumnID: ColumnID] = [:]
      for column in columns { ids[column] = newColumn() }
      let fresh = scope.mapped { $0.rebased(ids) }
      let renamings = columns.map { Step.Renaming(source: $0, id: ids[$0] ?? $0) }
      var rows = Rows(
        step: Step(.bound(slot: slot, columns: renamings), span: span), scope: fresh)
      rows.sources = sources.mapped { $0.rebased(ids) }
      return .rows(rows)
    }
  }

  /// All rows of a table of the plan.
  mutating func scan(_ table: Int, span: SourceSpan) -> Rows {
    let row = newColumn()
    let this = link(.column(row), table: table, isOptional: false, span: span)
    var rows = Rows(
      step: Step(.scan(table: table, row: row), span: span), scope: scope(of: this, table: table))
    rows.sources = Sources([this])
    return rows
  }

  /// The fields of rows that are rows of a table.
  func scope(of this: Scalar, table: Int) -> RowScope {
    let definition = catalog.tables[table].definition
    let fields = definition.fields.enumerated().compactMap { place, field in
      field.name.isInternal
        ? nil
        : RowField(
          name: field.name, value: fieldScalar(table, place, of: this, span: this.span),
          display: field.display)
    }
    return RowScope(fields: fields, this: this, reachesThis: true, title: definition.title)
  }

  func link(_ kind: Scalar.Kind, table: Int, isOptional: Bool, span: SourceSpan) -> Scalar {
    let name = catalog.tables[table].definition.name.en
    return Scalar(kind, type: .entity(name), isOptional: isOptional, span: span)
  }

  /// A stored field of a row. A query belongs to the plan that it is checked against, so a value may be missing only
  /// where that plan has one missing.
  func fieldScalar(_ table: Int, _ place: Int, of link: Scalar, span: SourceSpan) -> Scalar {
    let field = catalog.tables[table].definition.fields[place]
    let column = catalog.tables[table].columns[place]
    return Scalar(
      .field(table: table, field: place, of: link), type: field.type,
      isOptional: column.presence != nil || link.isOptional, span: span)
  }

  func backLink(_ name: String, of link: Scalar) -> BackLink? {
    guard case .entity(let target) = link.type, let table = catalog.table(named: target) else {
      return nil
    }
    return catalog.backLinks[table].first { $0.name.matches(name) }
  }

  /// The rows that link to a row.
  mutating func linkingRows(_ back: BackLink, to target: Scalar, span: SourceSpan) -> Rows {
    rows(of: linkingList(back, to: target, span: span))
  }

  func linkingList(_ back: BackLink, to target: Scalar, span: SourceSpan) -> Scalar {
    let name = catalog.tables[back.table].definition.name.en
    return Scalar(
      .linking(table: back.table, field: back.field, to: target), type: .list(.entity(name)),
      isOptional: false, span: span)
  }

  /// The elements of a list as rows: of links the rows they point to, of plain values a column `value`.
  mutating func rows(of list: Scalar) -> Rows {
    let element = newColumn()
    let type = list.type.element
    let isLink = if case .entity = type { true } else { false }
    let step = Step(.elements(list, element: element, isDistinct: isLink), span: list.span)
    var rows = Rows(step: step, scope: elementScope(element, type, span: list.span), list: list)
    rows.sources = Sources([rows.scope.this].compactMap { $0 })
    return rows
  }

  /// The elements of a list in each of some rows.
  mutating func flattened(_ rows: Rows, _ list: Scalar) -> Rows {
    let element = newColumn()
    let type = list.type.element
    let isLink = if case .entity = type { true } else { false }
    let step = Step(
      .flatten(rows.step, list, element: element, isDistinct: isLink), span: list.span)
    var flat = Rows(step: step, scope: elementScope(element, type, span: list.span))
    flat.sources = Sources([flat.scope.this].compactMap { $0 })
    return flat
  }

  private func elementScope(_ element: ColumnID, _ type: DataType, span: SourceSpan) -> RowScope {
    if case .entity(let name) = type, let table = catalog.table(named: name) {
      let this = link(.column(element), table: table, isOptional: false, span: span)
      return scope(of: this, table: table)
    }
    let value = Scalar(.column(element), type: type, isOptional: true, span: span)
    let name = Name("value", "值")
    return RowScope(
      fields: [RowField(name: name, value: value, display: .plain)], this: nil,
      reachesThis: false, title: name)
  }

  /// The same value, said of another place.
  func at(_ scalar: Scalar, _ span: SourceSpan) -> Scalar {
    Scalar(scalar.kind, type: scalar.type, isOptional: scalar.isOptional, span: span)
  }

  func literal(_ value: Value, _ type: DataType, _ span: SourceSpan) -> Scalar {
    Scalar(.literal(value), type: type, isOptional: value.isMissing, span: span)
  }

  private mutating func reportUnknown(_ name: Identifier) {
    if isFileMissing || reportEarlyUse(name) || reportBareParameter(name) { return }
    guard let scope = frames.last?.scope else {
      let tables =
        catalog.ownTables.map(\.definition.name) + view.values.map { Name($0) }
      report(
        .unknownName(name.text), at: name.span,
        help: elsewhere(name.text) ?? .didYouMean(suggestion(name.text, tables)),
        fix: fix(name, tables))
      return
    }
    reportUnknownField(name, in: scope)
  }

  /// Says how a parameter is read, where a name is that of one.
  private mutating func reportBareParameter(_ name: Identifier) -> Bool {
    guard parameters.contains(where: { $0.name == name.text }) else { return false }
    let isASCII = text(name.span).unicodeScalars.allSatisfy(\.isASCII)
    let written = "\(SpecialName.param.word.name[isASCII ? .en : .zh]).\(text(name.span))"
    usedParameters.insert(name.text)
    report(
      .bareParameter(name.text, written: written), at: name.span,
      fix: Diagnostic.Fix(name.span, written))
    return true
  }

  /// Says that rows have no such field, and which is like it.
  mutating func reportUnknownField(_ name: Identifier, in scope: RowScope) {
    var candidates = scope.fields.map(\.name)
    if isFileMissing { return }
    var help = elsewhere(name.text)
    if let this = scope.this, case .entity(let target) = this.type,
      let table = catalog.table(named: target)
    {
      if reportEarlyUse(name, of: catalog.plainTable(ofTable: table)) { return }
      if scope.reachesThis { candidates += catalog.backLinks[table].map(\.name) }
      candidates += computedFieldNames(of: this).map { Name($0) }
      if catalog.tables[table].definition.field(named: name.text) != nil {
        help = .hiddenField(name.text)
      }
    }
    let like = fieldSuggestion(name.text, in: scope, among: candidates)
    report(
      .unknownField(name.text, in: scope.title), at: name.span,
      help: help ?? .didYouMean(like, among: candidates),
      fix: help == nil ? like.first.map { Diagnostic.Fix(name.span, Printer.written($0)) } : nil)
  }
}
