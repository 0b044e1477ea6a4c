import PlanQLData
import PlanQLSyntax

extension Checker {
  /// Resolves a type as written: a type word, or the name of one row of a table.
  mutating func checkType(_ written: TypeName) -> DataType {
    if written.isUnread { return .invalid }
    guard let type = namedType(written.name) else {
      let known = TypeWord.allCases.map(\.word.name) + catalog.ownTables.map(\.definition.rowName)
      report(
        .unknownType(written.name.text), at: written.name.span,
        help: .didYouMean(suggestion(written.name.text, known)), fix: fix(written.name, known))
      return .invalid
    }
    return written.isList ? .list(type) : type
  }

  private mutating func namedType(_ written: Identifier) -> DataType? {
    let text = written.text
    if let table = catalog.ownTables.first(where: { $0.definition.rowName.matches(text) }) {
      note(written, means: table.definition.rowName) { $0.namedOwner($1) }
      return .entity(table.definition.name.en)
    }
    if let word = TypeWord(text: text)?.word {
      note(written, means: word.name) { $0.namedOwner($1) }
    }
    switch TypeWord(text: text) {
    case .bool: return .bool
    case .int: return .int
    case .number: return .number
    case .money: return .money(catalog.currency)
    case .text: return .text
    case .date: return .date
    case .period: return .period
    case .duration: return .duration(.days)
    case .table, .list, nil: return enumeration(named: text)
    }
  }

  /// The table whose rows a name of a type stands for; nil where it is a word of the language.
  private func namedOwner(_ text: String) -> NamedThing? {
    catalog.ownTables.firstIndex { $0.definition.rowName.matches(text) }.map(NamedThing.table)
  }

  private func enumeration(named text: String) -> DataType? {
    for table in catalog.tables {
      for field in table.definition.fields {
        if case .enumeration(let enumeration) = field.type.element,
          enumeration.name == text || field.name.matches(text)
        {
          return field.type.element
        }
      }
    }
    return nil
  }
}
