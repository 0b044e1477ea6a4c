import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  mutating func checkStatement(_ statement: Statement) -> TypedScript.Part? {
    switch statement.kind {
    case .parameter(let parameter):
      checkParameter(parameter, span: statement.span)
      return nil
    case .binding(let name, let value):
      checkBinding(name, value)
      return nil
    case .check(let label, let condition): return checkCheck(label, condition)
    case .title(let value): return checkText(value).map { .title($0) }
    case .text(let value): return checkText(value).map { .text($0) }
    case .table(let caption, let pipeline):
      let caption = caption.flatMap { checkText($0) }
      return checkTable(pipeline, caption: caption)
    case .result(let value):
      return reportAssignment(value) ? nil : checkTable(value, caption: nil)
    case .definition(let definition):
      checkDefinition(definition)
      return nil
    case .loop(let name, let source, let body): return checkLoop(name, source, body)
    case .condition(let condition, let then, let otherwise):
      return checkCondition(condition, then, otherwise)
    case .chart(let kind, let caption, let pipeline): return checkChart(kind, caption, pipeline)
    case .use(let path, let span):
      checkUse(path, at: span)
      return nil
    case .invalid: return nil
    }
  }

  private mutating func checkParameter(_ parameter: Parameter, span: SourceSpan) {
    if parameters.contains(where: { $0.name == parameter.name.text }) {
      report(.duplicateName(parameter.name.text), at: parameter.name.span)
      return
    }
    var type = checkType(parameter.type)
    var value: Scalar?
    if let written = parameter.defaultValue {
      let typed = checkExpression(written)
      if case .duration = type, case .scalar(let scalar, _) = typed, case .duration = scalar.type {
        type = scalar.type
      }
      value = fitted(
        typed, to: type, span: written.span, for: .parameterDefault(parameter.name.text))
    }
    parameters.append(
      ScriptParameter(name: parameter.name.text, type: type, defaultValue: value, span: span))
  }

  private mutating func checkBinding(_ name: Identifier, _ value: Expression) {
    mayFindColumns = true
    let typed = checkExpression(value)
    mayFindColumns = false
    if isDeclared(name.text) {
      report(.duplicateName(name.text), at: name.span)
      return
    }
    let entry = bound(typed, span: value.span)
    declare(name)
    view.names.values[name.text] = entry
    view.names.lets[name.text] = value
  }

  mutating func bound(_ typed: Typed, span: SourceSpan) -> BindingEntry {
    switch typed {
    case .rows(let rows) where rows.cross != nil: return .crossTable
    case .rows(let rows):
      let own = rows.scope.columns
      let hidden = Set(rows.sources.links.compactMap(\.baseColumn)).subtracting(own)
      let columns = own + hidden.sorted { $0.number < $1.number }
      bindings.append(.rows(rows.step, columns: columns))
      return .rows(
        slot: bindings.count - 1, columns: columns, scope: rows.scope, sources: rows.sources)
    case .scalar, .column, .row, .range, .prefix, .invalid:
      let (scalar, display) = value(of: typed, span: span)
      if scalar.type.isInvalid { return .invalid }
      bindings.append(.value(scalar))
      if scalar.isLiteralText { return .value(scalar, display) }
      let reference = Scalar(
        .bound(bindings.count - 1), type: scalar.type, isOptional: scalar.isOptional, span: span)
      return .value(reference, display)
    }
  }

  mutating func checkText(_ expression: Expression) -> Scalar? {
    let (scalar, display) = value(of: checkExpression(expression), span: expression.span)
    if scalar.type.isInvalid { return nil }
    if scalar.type == .text { return scalar }
    return Scalar(
      .text([.value(scalar, display)]), type: .text, isOptional: false, span: scalar.span)
  }

  private mutating func checkCheck(_ label: Expression, _ condition: Expression)
    -> TypedScript.Part?
  {
    let title = checkText(label)
    let typed = checkExpression(condition)
    let scalar = self.condition(typed, span: condition.span)
    guard let title, !scalar.type.isInvalid else { return nil }
    return .check(label: title, condition: scalar, offending: offendingRows(scalar))
  }

  /// The rows that break a check of the form `none(table)` or `none(table where c)`.
  private func offendingRows(_ scalar: Scalar) -> TableQuery? {
    guard case .reduce(let step, let aggregate) = scalar.kind, aggregate.function == .none,
      let scope = reducedScopes[scalar.span]
    else { return nil }
    var kept = step
    for condition in [aggregate.condition, aggregate.argument].compactMap({ $0 }) {
      kept = Step(.filter(kept, condition), span: step.span)
    }
    return TableQuery(step: kept, columns: outputColumns(scope), footer: nil)
  }

  private mutating func checkTable(_ expression: Expression, caption: Scalar?)
    -> TypedScript.Part?
  {
    mayFindColumns = true
    let typed = checkExpression(expression)
    mayFindColumns = false
    switch typed {
    case .rows(let rows):
      if let cross = rows.cross { return .table(caption: caption, crossQuery(rows, cross)) }
      return .table(caption: caption, query(rows))
    case .column(let rows, let scalar, let display):
      let column = OutputColumn(
        name: columnName(expression).en, caption: self.caption(columnName(expression)),
        value: scalar,
        display: display)
      return .table(
        caption: caption, TableQuery(step: rows.step, columns: [column], footer: nil))
    case .scalar, .row, .range, .prefix, .invalid:
      let (scalar, display) = value(of: typed, span: expression.span)
      if scalar.type.isInvalid { return nil }
      let name = columnName(expression)
      return .value(
        OutputColumn(
          name: name.en, caption: self.caption(name), value: scalar, display: display))
    }
  }

  /// A finished query: everything that the rows' fields show.
  func query(_ rows: Rows) -> TableQuery {
    TableQuery(step: rows.step, columns: outputColumns(rows.scope), footer: rows.footer)
  }

  func outputColumns(_ scope: RowScope) -> [OutputColumn] {
    scope.leaves.map {
      OutputColumn(
        name: $0.name.en, caption: $0.caption, title: $0.title, value: $0.value,
        display: $0.display)
    }
  }

  private func caption(_ name: Name) -> LocalizedText {
    LocalizedText(en: name.en, zh: name.zh)
  }

  /// The name of a column without a label: the last part of a path, else the text as written.
  func columnName(_ expression: Expression) -> Name {
    switch expression.kind {
    case .name(let identifier): return fieldName(identifier)
    case .member(_, let identifier): return fieldName(identifier)
    case .shown(let inner, _), .parenthesized(let inner): return columnName(inner)
    case .invalid, .bool, .missing, .number, .period, .text, .call, .invocation, .unary, .binary,
      .test,
      .range, .conditional, .cases, .list, .pipeline:
      return Name(written(expression, in: .en), written(expression, in: .zh))
    }
  }

  /// An expression on one line in a spelling: what an item without a label is called.
  private func written(_ expression: Expression, in spelling: Language) -> String {
    Printer.line(expression, source: source, spelling: spelling) { meanings[$0.span] }
  }

  /// Both spellings of what a name means that was checked; the script's own names have one.
  private func fieldName(_ identifier: Identifier) -> Name {
    meanings[identifier.span]?.name ?? Name(identifier.text)
  }
}
