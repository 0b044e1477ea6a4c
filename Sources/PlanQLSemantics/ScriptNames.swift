import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What the names that a script gives mean at a place of it.
struct ScriptNames {
  /// What each `let`, `for` variable and parameter of a definition holds.
  var values: [String: BindingEntry] = [:]
  /// What each `let` was written as.
  var lets: [String: Expression] = [:]
  /// Where each name is declared.
  var origins: [String: SourceSpan] = [:]
  /// The functions.
  var functions: [String: CheckedDefinition] = [:]
  /// The computed fields of each table, by its English name.
  var fields: [String: [String: CheckedDefinition]] = [:]
}

/// A `define` as it was checked.
final class CheckedDefinition {
  let written: Definition
  let parameters: [(name: String, type: DataType)]
  /// What names meant where it stands: its expression never sees those of a place where it is used.
  let environment: ScriptNames
  /// Whether nothing was wrong with it.
  let isSound: Bool
  /// What it gives; nil where that is a table, or something was wrong with it.
  let type: DataType?

  init(
    _ written: Definition, parameters: [(name: String, type: DataType)],
    environment: ScriptNames, result: Typed?
  ) {
    self.written = written
    self.parameters = parameters
    self.environment = environment
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

extension Checker {
  /// What the names of the script mean now.
  var scriptNames: ScriptNames {
    get {
      ScriptNames(
        values: names, lets: lets, origins: origins, functions: functions, fields: computedFields)
    }
    set {
      names = newValue.values
      lets = newValue.lets
      origins = newValue.origins
      functions = newValue.functions
      computedFields = newValue.fields
    }
  }

  /// Whether the script gives a name already, to a value, a table or a function.
  func isDeclared(_ name: String) -> Bool { names[name] != nil || functions[name] != nil }

  /// Remembers that a name of the script was read.
  mutating func markUsed(_ name: String) {
    if let origin = origins[name] { usedDeclarations.insert(origin) }
  }
}
