import PlanQLData
import PlanQLSyntax

/// What can be read of a row, and where rows come from.
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
    return isVisible(written, scope) || chance(5)
      ? "\(word(SpecialName.plan.word)).\(written)" : written
  }

  /// Whether a name in the present rows means something of the rows.
  private func isVisible(_ name: String, _ scope: Scope) -> Bool {
    guard let row = scope.rows.last else { return false }
    var shapes = [row]
    if case .group(let input) = scope.mode { shapes.append(input) }
    return shapes.contains { shape in
      shape.columns.contains { $0.name.matches(name) } || shape.hasUnknownColumns
        || (shape.reachesThis
          && (shape.this.map { backLinks(of: $0).contains { $0.name.matches(name) } } ?? false))
    }
  }

  private func backLinks(of table: String) -> [BackLink] {
    catalog.table(named: table).map { catalog.backLinks[$0] } ?? []
  }

  /// All that a name or two or three with dots read of the rows around an expression.
  func paths(_ scope: Scope) -> [Path] {
    guard let row = scope.rows.last else { return [] }
    var isGroup = false
    if case .group = scope.mode { isGroup = true }
    var found = paths(of: row, isGroup: isGroup)
    var prefix = ""
    for outer in scope.rows.dropLast().reversed().prefix(2) {
      prefix += word(SpecialName.outer.word) + "."
      let outside = prefix
      found += paths(of: outer, isGroup: false).map {
        var path = $0
        path.names[0] = outside + path.names[0]
        return path
      }
    }
    return found
  }

  private func paths(of row: Shape, isGroup: Bool) -> [Path] {
    var found = row.columns.flatMap { column -> [Path] in
      guard let partner = column.partner else {
        return paths(from: [named(column.name)], column.name, column.type, depth: 2)
      }
      let link =
        column.type == .missing
        ? [] : [Path(names: [named(column.name)], name: column.name, type: column.type)]
      return link + partner.flatMap { inner -> [Path] in
        guard inner.partner == nil else { return [] }
        return paths(
          from: [named(column.name), named(inner.name)], inner.name, inner.type, depth: 1)
      }
    }
    guard let this = row.this, !isGroup else { return found }
    let own = word(SpecialName.this.word)
    found += paths(from: [own], Name(own), .entity(this), depth: 1)
    guard row.reachesThis else { return found }
    found += hiddenMembers(of: this, from: [], depth: 1).filter { path in
      !row.columns.contains { $0.name.matches(path.names[0]) }
    }
    return found
  }

  /// A value and what its links lead to.
  private func paths(
    from names: [String], _ name: Name, _ type: DataType, depth: Int
  ) -> [Path] {
    var path = Path(names: names, name: name, type: type)
    if case .list(let element) = type { path.elements = elementShape(element) }
    guard depth > 0, case .entity(let table) = type.element, !names[0].isEmpty else {
      return [path]
    }
    let inner = members(of: table, from: names, depth: depth - 1)
    guard case .list = type else { return [path] + inner }
    return [path]
      + inner.map { member in
        var flat = member
        if let elements = member.elements {
          flat.elements = elements
        } else {
          flat.type = .list(member.type)
          flat.isColumn = true
          flat.elements = elementShape(type.element)
        }
        return flat
      }
  }

  /// The fields, links back and computed fields of a row that a link leads to.
  private func members(of table: String, from names: [String], depth: Int) -> [Path] {
    guard let place = catalog.table(named: table) else { return [] }
    return catalog.tables[place].definition.fields.flatMap { field in
      paths(from: names + [spelled(field.name)], field.name, field.type, depth: depth)
    } + hiddenMembers(of: table, from: names, depth: depth)
  }

  /// The links back and computed fields of a row, which a bare name reads only as long as the rows are whole.
  private func hiddenMembers(of table: String, from names: [String], depth: Int) -> [Path] {
    guard let place = catalog.table(named: table) else { return [] }
    var found: [Path] = []
    func hidden(_ name: Name, _ type: DataType) -> [Path] {
      paths(from: names + [spelled(name)], name, type, depth: depth)
    }
    for link in catalog.backLinks[place] {
      let rows = catalog.tables[link.table].definition.name.en
      found += hidden(link.name, .list(.entity(rows)))
    }
    for field in fields where field.table == table && field.parameters == nil {
      found += hidden(Name(field.name), field.type)
    }
    return found
  }

  /// A name where an operand is due: in backquotes where it could not be read otherwise.
  func named(_ name: Name) -> String { quoted(spelled(name)) }

  /// A name of the script's own as it must be written: where a stage may go on with keys or an item with its display
  /// some words are no names.
  func quoted(_ text: String) -> String {
    let isPlain = Printer.isPlainName(text)
      && !["by", "按", "to", "as", "折合"].contains(text)
    return isPlain && !RandomScript.reserved.contains(text) ? text : "`\(text)`"
  }

  private static let reserved: Set<String> = Set(
    ([PrefixWord.not, .if, .case].map(\.word) + LiteralWord.allCases.map(\.word))
      .flatMap { [$0.name.en, $0.name.zh] })

  /// Rows to range over: a table of the plan or the script, a list of links, or a pipeline in brackets.
  func source(_ scope: Scope, _ depth: Int) -> (text: String, shape: Shape) {
    switch below(10) {
    case 0, 1, 2:
      let links = paths(scope).filter {
        if case .list(.entity) = $0.type { !$0.isColumn } else { false }
      }
      if !links.isEmpty {
        let path = pick(links)
        return (path.text, elementShape(path.type.element))
      }
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
    "projects", "projects", "projects", "units", "progress", "funding", "indicators", "observations",
    "parcels", "parcels", "budgets", "sections", "milestones",
  ]
}
