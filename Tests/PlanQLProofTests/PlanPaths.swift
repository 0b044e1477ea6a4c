import PlanQLData

/// What a path reads.
struct Reading {
  /// What a column made of it is called.
  var name: Name
  var type: DataType
  /// The type of the elements that clauses of an aggregate over it see; nil where it is one value.
  var elements: DataType?
  /// Whether it is one value for each of several rows: a list, but no rows to start from.
  var isColumn = false

  init(_ name: Name, _ type: DataType) {
    self.name = name
    self.type = type
    if case .list(let element) = type { self.elements = element }
  }

  /// The same for each element of a list.
  func each(of element: DataType) -> Reading {
    guard elements == nil else { return self }
    var reading = self
    reading.type = .list(type)
    reading.elements = element
    reading.isColumn = true
    return reading
  }
}

/// Names with dots between, and what they read.
struct Path {
  var names: [Name]
  var reading: Reading
}

/// The paths from a row of each table, worked out once a plan.
final class PlanPaths {
  let catalog: Catalog
  private var known: [String: [Path]] = [:]

  init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The fields and links back of a row of a table and, where `isDeep`, what those that are links lead to. With `each`,
  /// for each row of a list.
  func members(of table: String, isDeep: Bool, each: Bool = false) -> [Path] {
    let key = "\(table) \(isDeep) \(each)"
    if let paths = known[key] { return paths }
    var paths: [Path] = []
    if each {
      paths = members(of: table, isDeep: isDeep).map {
        Path(names: $0.names, reading: $0.reading.each(of: .entity(table)))
      }
    } else {
      for reading in fields(of: table) + links(to: table) {
        paths.append(Path(names: [reading.name], reading: reading))
        guard isDeep, case .entity(let target) = reading.type.element else { continue }
        paths += members(of: target, isDeep: false, each: reading.elements != nil).map {
          Path(names: [reading.name] + $0.names, reading: $0.reading)
        }
      }
    }
    known[key] = paths
    return paths
  }

  private func fields(of table: String) -> [Reading] {
    catalog.table(named: table).map { place in
      catalog.tables[place].definition.fields.map { Reading($0.name, $0.type) }
    } ?? []
  }

  /// The rows that link to a row of a table.
  func links(to table: String) -> [Reading] {
    catalog.table(named: table).map { place in
      catalog.backLinks[place].map { link in
        Reading(link.name, .list(.entity(catalog.tables[link.table].definition.name.en)))
      }
    } ?? []
  }
}
