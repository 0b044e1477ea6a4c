import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Statements that hold others.
extension Checker {
  /// Resolves `for u in table { … }`. The variable is the row of the present turn: its columns, and the plan row that
  /// it came from.
  mutating func checkLoop(
    _ name: Identifier, _ source: Expression, _ body: [Statement]
  ) -> TypedScript.Part? {
    let typed = checkExpression(source)
    let rows = loopRows(typed, span: source.span)
    let start = bindings.count
    let (row, slots, columns) = rows.map { loopRow($0, name.span) } ?? (.invalid, [], [])
    let isNew = !isDeclared(name.text)
    if !isNew { report(.duplicateName(name.text), at: name.span) }
    let outer = view.locals
    let parts = inBody { checker in
      if isNew {
        checker.declare(name)
        checker.view.names.values[name.text] = row
      } else {
        checker.view.locals[name.text] = row
      }
      return checker.checkParts(body)
    }
    view.locals = outer
    guard let rows else { return nil }
    return .loop(
      TableQuery(step: rows.step, columns: columns, footer: nil), slots: slots,
      own: (start + slots.count)..<bindings.count, parts: parts)
  }

  /// The rows that a loop goes over; nil, and reported, where there are none.
  private mutating func loopRows(_ typed: Typed, span: SourceSpan) -> Rows? {
    switch typed {
    case .rows, .column, .row, .prefix, .invalid: return table(typed, span: span)
    case .scalar, .range:
      let (scalar, _) = value(of: typed, span: span)
      if case .list = scalar.type { return table(.scalar(scalar, .plain), span: span) }
      if !scalar.type.isInvalid { report(.loopNeedsTable(title(scalar.type)), at: span) }
      return nil
    }
  }

  /// A slot for each column that the fields of a row are read from, and the row in terms of them.
  private mutating func loopRow(
    _ rows: Rows, _ span: SourceSpan
  ) -> (BindingEntry, slots: [Int], columns: [OutputColumn]) {
    var slots: [ColumnID: Int] = [:]
    var columns: [OutputColumn] = []
    for scalar in rows.scope.baseScalars {
      guard let id = scalar.baseColumn, slots[id] == nil else { continue }
      slots[id] = bindings.count
      bindings.append(.loopVariable(scalar.type))
      let name = Name("column")
      columns.append(
        OutputColumn(
          name: name.en, caption: LocalizedText(name.en), value: scalar, display: .plain))
    }
    let scope = rows.scope.mapped { $0.bound(slots) }
    let presence = literal(.bool(true), .bool, span)
    let places = columns.compactMap { $0.value.baseColumn.flatMap { slots[$0] } }
    return (.row(Partner(scope: scope, presence: presence)), places, columns)
  }

  /// The row of a `for` where it is named: one without a plan row that has a single column is the value of it.
  func row(_ row: Partner, span: SourceSpan) -> Typed {
    if row.scope.this == nil, row.scope.fields.count == 1, let only = row.scope.fields.first {
      return named(only, span)
    }
    return .row(row)
  }

  /// Resolves `if c { … } else { … }`.
  mutating func checkCondition(
    _ condition: Expression, _ then: [Statement], _ otherwise: [Statement]
  ) -> TypedScript.Part? {
    let scalar = self.condition(checkExpression(condition), span: condition.span)
    let parts = inBody { $0.checkParts(then) }
    let others = inBody { $0.checkParts(otherwise) }
    return scalar.type.isInvalid ? nil : .condition(scalar, then: parts, otherwise: others)
  }

  /// Checks a body, whose names end with it.
  private mutating func inBody(
    _ check: (inout Checker) -> [TypedScript.Part]
  ) -> [TypedScript.Part] {
    let outer = bodyDeclarations
    bodyDeclarations = []
    let parts = check(&self)
    for declaration in bodyDeclarations { forget(declaration) }
    bodyDeclarations = outer
    return parts
  }

  private mutating func forget(_ declaration: BodyDeclaration) {
    let names = view.names
    switch declaration {
    case .name(let name):
      names.origins[name] = nil
      names.values[name] = nil
      names.lets[name] = nil
      names.functions[name] = nil
      bodyNames.insert(name)
    case .field(let name, let table):
      names.fields[table]?[name] = nil
      bodyNames.insert(name)
    }
  }

  private mutating func checkParts(_ body: [Statement]) -> [TypedScript.Part] {
    body.compactMap { statement in
      switch statement.kind {
      case .parameter: notInBody(.parameter, statement)
      case .use: notInBody(.use, statement)
      case .binding, .check, .title, .text, .table, .chart, .definition, .loop, .condition,
        .result, .invalid:
        checkStatement(statement)
      }
    }
  }

  private mutating func notInBody(
    _ word: StatementWord, _ statement: Statement
  ) -> TypedScript.Part? {
    report(.notInBody(word.word.name), at: statement.span)
    return nil
  }
}

/// What ends with the body that it was declared in.
enum BodyDeclaration {
  /// A value, a table, a function or the variable of a loop.
  case name(String)
  case field(String, table: String)
}

extension RowScope {
  /// The columns that the fields and links of partner rows are read from, some of them several times.
  fileprivate var baseScalars: [Scalar] {
    var found: [Scalar] = []
    _ = mapped { scalar in
      if let base = scalar.baseScalar { found.append(base) }
      return scalar
    }
    return found
  }
}

extension Scalar {
  /// The column that a chain of fields starts from.
  fileprivate var baseScalar: Scalar? {
    switch kind {
    case .column: self
    case .field(_, _, let inner): inner.baseScalar
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      nil
    }
  }

  /// The same chain of fields from the slots that hold its columns.
  fileprivate func bound(_ slots: [ColumnID: Int]) -> Scalar {
    switch kind {
    case .column(let id):
      slots[id].map { Scalar(.bound($0), type: type, isOptional: isOptional, span: span) } ?? self
    case .field(let table, let field, let inner):
      Scalar(
        .field(table: table, field: field, of: inner.bound(slots)), type: type,
        isOptional: isOptional, span: span)
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      self
    }
  }
}
