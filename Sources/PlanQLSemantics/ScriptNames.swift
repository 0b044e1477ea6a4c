import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What the names mean that a script, or a file that it uses, gives so far.
final class ScriptNames {
  /// What each `let` and `for` variable holds.
  var values: [String: BindingEntry] = [:]
  /// What each `let` was written as.
  var lets: [String: Expression] = [:]
  /// Where values, tables and functions come from.
  var origins: [String: Origin] = [:]
  /// The functions.
  var functions: [String: CheckedDefinition] = [:]
  /// The computed fields of each table, by its English name.
  var fields: [String: [String: Field]] = [:]
  /// The names of the files that were used.
  var files: Set<String> = []

  /// A computed field, and its place in the order of all that is declared.
  struct Field {
    let definition: CheckedDefinition
    let order: Int
  }

  /// Where a name comes from.
  struct Origin {
    let span: SourceSpan
    /// The place in the order of all that is declared: what stands before sees nothing of it.
    let order: Int
    /// The names among which it was written, and its place in their order.
    unowned let home: ScriptNames
    let homeOrder: Int
  }
}

/// A `define` as it was checked.
final class CheckedDefinition {
  let written: Definition
  let parameters: [(name: String, type: DataType)]
  /// The names that its expression sees: those of its file that stand before it, none of a place where it is used.
  unowned let home: ScriptNames
  let homeOrder: Int
  /// Whether nothing was wrong with it.
  let isSound: Bool
  /// What it gives; nil where that is a table, or something was wrong with it.
  let type: DataType?

  init(
    _ written: Definition, parameters: [(name: String, type: DataType)], home: ScriptNames,
    homeOrder: Int, result: Typed?
  ) {
    self.written = written
    self.parameters = parameters
    self.home = home
    self.homeOrder = homeOrder
    self.isSound = result != nil
    switch result {
    case .scalar(let scalar, _): self.type = scalar.type
    case .column(_, let scalar, _): self.type = .list(scalar.type)
    case .rows, .row, .range, .prefix, .invalid, nil: self.type = nil
    }
  }

  var name: String { written.name.text }

  /// Whether it is named without brackets.
  var isPlain: Bool { written.parameters == nil }
}

/// What can be seen of names from a place.
struct NameView {
  /// The names of the file.
  var names: ScriptNames
  /// Only what was declared before this in the order of all counts.
  var horizon = Int.max
  /// What hides names of the script: the values of a definition.
  var locals: [String: BindingEntry] = [:]

  /// What a value, a table or the row of a loop is.
  func entry(_ name: String) -> BindingEntry? {
    if let local = locals[name] { return local }
    guard let origin = names.origins[name], origin.order < horizon else { return nil }
    return names.values[name]
  }

  /// What a `let` was written as, and where.
  func written(_ name: String) -> (value: Expression, origin: ScriptNames.Origin)? {
    guard locals[name] == nil, let origin = names.origins[name], origin.order < horizon,
      let value = origin.home.lets[name]
    else { return nil }
    return (value, origin)
  }

  func function(_ name: String) -> CheckedDefinition? {
    guard locals[name] == nil, let origin = names.origins[name], origin.order < horizon else {
      return nil
    }
    return names.functions[name]
  }

  func field(_ name: String, ofTable table: String) -> CheckedDefinition? {
    guard let field = names.fields[table]?[name], field.order < horizon else { return nil }
    return field.definition
  }

  /// The names of the computed fields of a table, in order.
  func fields(ofTable table: String) -> [String] {
    (names.fields[table] ?? [:]).filter { $0.value.order < horizon }.keys.sorted()
  }

  /// The names of values and tables, in order.
  var values: [String] {
    names.values.keys.filter { entry($0) != nil }.sorted()
  }

  /// The names of functions, in order.
  var functions: [String] { names.functions.keys.filter { function($0) != nil }.sorted() }
}

/// A name that a statement of the script gives, whether or not it was reached.
struct WrittenName {
  let name: Identifier
  /// The table of a computed field, as written; nil for any other name.
  let owner: Identifier?
  /// The words in what it stands for.
  let words: Set<String>

  /// The names that statements give, those in bodies too.
  static func all(in statements: [Statement], source: [UInt8]) -> [WrittenName] {
    statements.flatMap { statement -> [WrittenName] in
      switch statement.kind {
      case .definition(let definition):
        [WrittenName(definition.name, definition.owner, definition.value, source)]
      case .binding(let name, let value): [WrittenName(name, nil, value, source)]
      case .loop(_, _, let body): all(in: body, source: source)
      case .condition(_, let then, let otherwise):
        all(in: then, source: source) + all(in: otherwise, source: source)
      case .parameter, .check, .title, .text, .table, .chart, .use, .result, .invalid: []
      }
    }
  }

  private init(
    _ name: Identifier, _ owner: Identifier?, _ value: Expression, _ source: [UInt8]
  ) {
    self.name = name
    self.owner = owner
    let end = Swift.min(value.span.end, source.count)
    let bytes = Array(source[Swift.min(value.span.start, end)..<end])
    self.words = Set(WrittenNames.places(in: bytes).map(\.name))
  }
}

/// The names that statements give, by their spelling.
struct WrittenNameIndex {
  private let names: [String: [WrittenName]]

  init(_ names: [WrittenName]) {
    self.names = Dictionary(grouping: names) { $0.name.text }
  }

  /// The names of a spelling, in order.
  subscript(text: String) -> [WrittenName] { names[text] ?? [] }

  /// The name that stands at a place.
  func named(_ name: Identifier) -> WrittenName? { self[name.text].first { $0.name == name } }

  /// The names by which a definition leads to another, both named; nil where it does not.
  func path(from start: WrittenName, to end: WrittenName) -> [Identifier]? {
    var paths = [(start, [start.name])]
    var seen: Set<SourceSpan> = [start.name.span]
    var place = 0
    while place < paths.count {
      let (written, path) = paths[place]
      place += 1
      if written.name == end.name { return path }
      for word in written.words.sorted() {
        for next in self[word] where seen.insert(next.name.span).inserted {
          paths.append((next, path + [next.name]))
        }
      }
    }
    return nil
  }
}

extension Checker {
  /// Whether the script gives a name already, to a value, a table or a function.
  func isDeclared(_ name: String) -> Bool { view.names.origins[name] != nil }

  /// Remembers that a name of the script was read.
  mutating func markUsed(_ name: String) {
    if view.locals[name] == nil, let origin = view.names.origins[name] {
      usedDeclarations.insert(origin.span)
    }
  }

  /// Gives a name its place in the order of all that is declared.
  mutating func declare(_ name: Identifier) {
    declarationCount += 1
    view.names.origins[name.text] = ScriptNames.Origin(
      span: name.span, order: declarationCount, home: view.names, homeOrder: declarationCount)
    bodyDeclarations.append(.name(name.text))
  }

  /// Checks something with what can be seen from another place.
  mutating func inView<Result>(
    _ view: NameView, _ check: (inout Checker) -> Result
  ) -> Result {
    let saved = self.view
    self.view = view
    defer { self.view = saved }
    return check(&self)
  }
}
