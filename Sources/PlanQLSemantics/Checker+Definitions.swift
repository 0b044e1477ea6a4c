import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// What is known while definitions are put in place of their names.
struct Expansion {
  /// The definition whose expression is being checked where it stands.
  var current: WrittenName?
  /// How many times an expression was put in place of a name.
  var count = 0
  /// The height of the expressions that stand inside one another.
  var height = 0
  /// Whether a limit was met.
  var isTooLong = false
  /// The definitions of cycles that were reported.
  var cycles: Set<SourceSpan> = []
  /// The names of definitions that were refused because the language has them.
  var refused: Set<String> = []

  /// No more expressions than this are put in place of names in a script.
  static let most = 10_000
  /// No more nodes than this may come of one name.
  static let nodes = 20_000
  /// No more levels than this may come of one name.
  static let levels = 200
}

extension Checker {
  /// Resolves `define`: types, name, and the expression with values of those types, whether or not it is ever used.
  mutating func checkDefinition(_ definition: Definition) {
    let table = definition.owner.map { ownerTable($0) }
    let parameters = checkParameters(definition)
    let isNew = isNewName(definition, table)
    declarationCount += 1
    let order = declarationCount
    let canBeChecked =
      isNew && table != .some(.none) && !parameters.contains { $0.type.isInvalid }
    let result = canBeChecked ? checkBody(definition, table ?? nil, parameters) : nil
    let checked = CheckedDefinition(
      definition, parameters: parameters, home: view.names, homeOrder: order, result: result)
    guard isNew else { return }
    if let table {
      guard let table else { return }
      let owner = catalog.tables[table].definition.name.en
      view.names.fields[owner, default: [:]][checked.name] = .init(
        definition: checked, order: order)
      bodyDeclarations.append(.field(checked.name, table: owner))
    } else {
      declare(definition.name)
      view.names.functions[checked.name] = checked
    }
  }

  /// The table that a computed field belongs to, by what it or a row of it is called; nil, and reported, where there is
  /// none.
  private mutating func ownerTable(_ owner: Identifier) -> Int? {
    if let table = catalog.ownTable(ofRow: owner.text) {
      let definition = catalog.tables[table].definition
      note(
        owner, means: definition.rowName.matches(owner.text) ? definition.rowName : definition.name)
      return table
    }
    let known = catalog.ownTables.map(\.definition.rowName)
    report(
      .unknownOwner(owner.text), at: owner.span, help: .didYouMean(suggestion(owner.text, known)),
      fix: fix(owner, known))
    return nil
  }

  private mutating func checkParameters(
    _ definition: Definition
  ) -> [(name: String, type: DataType)] {
    var parameters: [(name: String, type: DataType)] = []
    for parameter in definition.parameters ?? [] {
      let isTwice = parameters.contains { $0.name == parameter.name.text }
      if isTwice { report(.duplicateName(parameter.name.text), at: parameter.name.span) }
      parameters.append((parameter.name.text, isTwice ? .invalid : checkType(parameter.type)))
    }
    return parameters
  }

  /// Whether a definition's name is free; one that is taken is reported.
  private mutating func isNewName(_ definition: Definition, _ table: Int??) -> Bool {
    let name = definition.name
    let isCalled = definition.parameters != nil
    let isFunction = Library.function(named: name.text) != nil
    if (isCalled && (isFunction || Library.aggregate(named: name.text) != nil))
      || SpecialName(text: name.text) != nil
    {
      report(.nameOfLanguage(name.text), at: name.span)
      expansion.refused.insert(name.text)
      return false
    }
    guard let table else {
      guard isDeclared(name.text) else { return true }
      report(.duplicateName(name.text), at: name.span)
      return false
    }
    guard let table else { return false }
    let owner = catalog.tables[table].definition
    if owner.field(named: name.text) != nil
      || catalog.backLinks[table].contains(where: { $0.name.matches(name.text) })
    {
      report(.fieldExists(name.text, owner.rowName), at: name.span)
      return false
    }
    guard view.names.fields[owner.name.en]?[name.text] != nil else { return true }
    report(.duplicateName(name.text), at: name.span)
    return false
  }

  /// Checks the expression of a definition with a row and values of which only the types are known; nil where something
  /// is wrong with it.
  private mutating func checkBody(
    _ definition: Definition, _ table: Int?, _ parameters: [(name: String, type: DataType)]
  ) -> Typed? {
    let row = table.map {
      link(.column(newColumn()), table: $0, isOptional: false, span: definition.name.span)
    }
    var values: [String: BindingEntry] = [:]
    for (parameter, written) in zip(parameters, definition.parameters ?? []) {
      let scalar = Scalar(
        .column(newColumn()), type: parameter.type, isOptional: false, span: written.name.span)
      values[parameter.name] = .value(scalar, .plain)
    }
    let before = errorCount
    let outer = expansion.current
    expansion.current = writtenNames.named(definition.name)
    defer { expansion.current = outer }
    let here = NameView(names: view.names, locals: values)
    let typed = inDefinition(here, row: row) {
      $0.checkExpression(definition.value)
    }
    if case .prefix = typed { _ = value(of: typed, span: definition.value.span) }
    return !typed.isInvalid && errorCount == before ? typed : nil
  }

  private var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// Checks an expression where nothing is seen of the place that it is used at: with the names of its own place, the
  /// row of its table and the values of its parameters.
  mutating func inDefinition(
    _ view: NameView, row: Scalar?, _ check: (inout Checker) -> Typed
  ) -> Typed {
    let saved = (frames: frames, known: knownOperands, found: mayFindColumns)
    defer {
      frames = saved.frames
      knownOperands = saved.known
      mayFindColumns = saved.found
    }
    knownOperands = []
    mayFindColumns = false
    frames = row.flatMap { rowFrame($0) }.map { [$0] } ?? []
    return inView(view, check)
  }

  private func rowFrame(_ row: Scalar) -> Frame? {
    guard case .entity(let name) = row.type, let table = catalog.table(named: name) else {
      return nil
    }
    var frame = Frame(scope: scope(of: row, table: table), mode: .row, level: 1)
    frame.isDefinition = true
    return frame
  }
}

// Names that are used too early.
extension Checker {
  /// Says that a name is given further down, or that it leads back to the definition that is being checked; gives
  /// whether that is so. `table` is the one whose field is meant, nil for a name of the script.
  mutating func reportEarlyUse(_ name: Identifier, of table: Int? = nil) -> Bool {
    let current = expansion.current
    let later = writtenNames[name.text].first { written in
      let isFurtherDown = written.name.span.end > name.span.start
      return isField(written, of: table) && (isFurtherDown || written.name == current?.name)
    }
    guard let later else { return false }
    if let current, let path = writtenNames.path(from: later, to: current) {
      guard expansion.cycles.isDisjoint(with: path.map(\.span)) else { return true }
      expansion.cycles.formUnion(path.map(\.span))
      let names = [current.name.text] + path.map(\.text)
      report(.recursiveDefinition(current.name.text, names), at: name.span)
    } else {
      report(
        .definedLater(name.text), at: name.span,
        labels: [.init(later.name.span, .definedHere)])
    }
    return true
  }

  /// The same for a name that is called where a field of the row can be named.
  mutating func reportEarlyField(_ name: Identifier) -> Bool {
    guard case .entity(let target)? = frames.last?.scope.this?.type,
      let table = catalog.table(named: target)
    else { return false }
    return reportEarlyUse(name, of: catalog.plainTable(ofTable: table))
  }

  private func isField(_ written: WrittenName, of table: Int?) -> Bool {
    guard let table else { return written.owner == nil }
    return written.owner.map { catalog.ownTable(ofRow: $0.text) == table } ?? false
  }
}
