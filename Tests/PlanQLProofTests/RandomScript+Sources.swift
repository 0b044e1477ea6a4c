import PlanQLData
import PlanQLSyntax

/// Where rows come from.
extension RandomScript {
  /// The rows of a table of the plan.
  func shape(of table: String) -> Shape {
    guard let place = catalog.table(named: table) else { return Shape(columns: []) }
    let columns = catalog.tables[place].definition.fields.map {
      Shape.Column(name: $0.name, type: $0.type)
    }
    return Shape(columns: columns, this: table, reachesThis: true, sourceCount: 1)
  }

  /// The rows that the elements of a list are.
  func elementShape(_ type: DataType) -> Shape {
    if case .entity(let table) = type { return shape(of: table) }
    return Shape(columns: [.init(name: Name("value", "值"), type: type)])
  }

  /// A table of the plan, qualified where a name of the rows would hide it.
  func tableName(_ table: String, _ scope: Scope) -> String {
    guard let place = catalog.table(named: table) else { return table }
    let written = spelled(catalog.tables[place].definition.name)
    return isHidden(written, scope) || chance(5)
      ? "\(word(SpecialName.plan.word)).\(written)" : written
  }

  /// Whether a name in the present rows means something of the rows.
  private func isHidden(_ name: String, _ scope: Scope) -> Bool {
    guard let row = scope.rows.last else { return false }
    var shapes = [row]
    if case .group(let input) = scope.mode { shapes.append(input) }
    return shapes.contains { shape in
      shape.columns.contains { $0.name.matches(name) || $0.shared.contains(name) }
        || shape.hasUnknownColumns
        || (shape.reachesThis
          && (shape.this.map { plan.links(to: $0).contains { $0.name.matches(name) } } ?? false))
    }
  }

  /// Rows to range over: a table of the plan or the script, a list of links, or a pipeline in brackets.
  func source(_ scope: Scope, _ depth: Int) -> (text: String, shape: Shape) {
    switch below(10) {
    case 0, 1, 2:
      let links = path(scope) { reading in
        if case .entity? = reading.elements { !reading.isColumn } else { false }
      }
      if let links { return (text(links), elementShape(links.reading.type.element)) }
    case 3, 4:
      if !tables.isEmpty {
        let table = pick(tables)
        return (table.name, table.shape)
      }
    case 5:
      if depth > 0, nesting < 2, budget > 0 {
        let (text, shape) = pipeline(scope, stages: 1 + below(2), isResult: false)
        return ("(\(text))", shape)
      }
    case _: break
    }
    let table = pick(RandomScript.sources)
    return (tableName(table, scope), shape(of: table))
  }

  private static let sources = [
    "projects", "projects", "projects", "units", "progress", "funding", "indicators",
    "observations",
    "parcels", "parcels", "budgets", "sections", "milestones",
  ]
}
