package import PlanQLData
import PlanQLLibrary

/// What tells the rows of a step apart, and what in turn determines each of their columns: so it can be said whether an
/// aggregate counts something more than once.
package struct RowIdentity: Sendable {
  /// A column, a stored field on the way from it, or the place of an element in a list.
  package struct Atom: Sendable, Hashable {
    package let column: ColumnID
    fileprivate var path: [FieldStep] = []
    /// Whether it is the place of the column's value, not the value.
    fileprivate var isPlace = false
    /// The `let` reference through which a column without a name of its own is seen.
    fileprivate var reference: ColumnID?

    fileprivate init(_ column: ColumnID) {
      self.column = column
    }
  }

  fileprivate struct FieldStep: Sendable, Hashable {
    let table: Int
    let field: Int
  }

  /// Values that decide other values.
  fileprivate struct Dependency: Sendable {
    let from: Set<Atom>
    let to: Set<Atom>
  }

  /// Together they differ in any two rows.
  package fileprivate(set) var key: Set<Atom> = []
  fileprivate var dependencies: [Dependency] = []
  /// What decides the values of computed columns, one set for each column that they are computed of.
  fileprivate var origins: [ColumnID: [Set<Atom>]] = [:]
  /// Sums and counts of groups that share rows: adding them up counts those more than once.
  package fileprivate(set) var overlapping: Set<ColumnID> = []
  /// What `join` added to the key.
  fileprivate var joined: Set<Atom> = []
  /// The column of the plan rows that the rows began as; nil where they began as groups or values.
  package fileprivate(set) var root: ColumnID?
  /// Columns of outer rows, which are the same for all rows here.
  fileprivate var constants: Set<ColumnID> = []
  /// Whether so much is to be known that nothing is said.
  fileprivate var isLost = false

  /// The most that is kept of rows.
  fileprivate static let mostFacts = 1000

  /// What is known of the rows of each `let`, by slot.
  package typealias Bound = [Int: RowIdentity]
}

extension RowIdentity {
  /// Whether values of the columns decide which row it is.
  package func isUnique(_ columns: Set<ColumnID>) -> Bool {
    !isLost && covers(Set(columns.map { Atom($0) }), key)
  }

  /// The parts of the key that make rows of what an aggregate's argument belongs to; empty where each is counted once
  /// in each group. `count()` counts the plan rows that the rows began as, with those that were joined.
  package func repeating(_ aggregate: Aggregate, within keys: [Scalar]) -> Set<Atom> {
    guard aggregate.addsUp, aggregate.distinct.isEmpty, !isLost else { return [] }
    var identity = self
    if let condition = aggregate.condition { identity.fix(condition) }
    let group = keys.reduce(into: Set<Atom>()) { $0.formUnion(identity.atoms($1)) }
    var sets: [Set<Atom>]
    if let argument = aggregate.argument {
      sets = identity.origins(of: argument)
    } else {
      guard let root else { return [] }
      // Who groups by the elements of a list counts where they stand: twice in a row that has one twice.
      let counted = identity.key.filter { $0.isPlace && group.contains($0.value) }
      sets = [joined.union([Atom(root)]).union(counted)]
    }
    if sets.isEmpty { return [] }
    sets = sets.map { identity.closure(of: $0.union(group)) }
    if sets.contains(where: { identity.contains($0, key) }) { return [] }
    let closed = sets.max { $0.count < $1.count } ?? []
    return key.filter { !identity.contains(closed, [$0]) }
  }

  /// The columns of an aggregate's argument that are sums of overlapping groups; empty where each group it ranges over
  /// is a single row.
  package func overlaps(_ aggregate: Aggregate, within keys: [Scalar]) -> Set<ColumnID> {
    guard aggregate.addsUp, aggregate.distinct.isEmpty, !isLost, let argument = aggregate.argument
    else {
      return []
    }
    let found = argument.freeColumns.intersection(overlapping)
    guard !found.isEmpty else { return [] }
    let group = keys.reduce(into: Set<Atom>()) { $0.formUnion(atoms($1)) }
    return covers(group, key) ? [] : found
  }

  /// The column that the one origin of a value is, where it is a plain column; the link whose field the value is.
  package func owner(of scalar: Scalar) -> ColumnID? {
    guard let only = origins(of: scalar).first, only.count == 1, let atom = only.first,
      atom.path.isEmpty, !atom.isPlace
    else { return nil }
    return atom.column
  }
}

extension RowIdentity {
  /// The values that a scalar is computed of.
  fileprivate func atoms(_ scalar: Scalar) -> Set<Atom> {
    if let atom = Atom(chain: scalar) { return [atom] }
    switch scalar.kind {
    case .literal, .parameter, .asOf, .bound, .column, .field: return []
    case .linking(_, _, let inner), .convert(let inner), .not(let inner), .isKnown(let inner),
      .above(let inner, _, _):
      return atoms(inner)
    case .call(_, let values), .list(let values), .sources(let values): return atoms(values)
    case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right),
      .under(let left, let right, _, _):
      return atoms([left, right])
    case .choose(let branches, let otherwise):
      return atoms(branches.flatMap { [$0.condition, $0.value] } + [otherwise].compactMap { $0 })
    case .text(let parts):
      return atoms(parts.compactMap { if case .value(let value, _) = $0 { value } else { nil } })
    case .reduce, .collect: return Set(scalar.freeColumns.map { Atom($0) })
    }
  }

  private func atoms(_ scalars: [Scalar]) -> Set<Atom> {
    scalars.reduce(into: []) { $0.formUnion(atoms($1)) }
  }

  /// What decides the value of each column that a scalar is computed of.
  fileprivate func origins(of scalar: Scalar) -> [Set<Atom>] {
    atoms(scalar).flatMap { atom -> [Set<Atom>] in
      guard atom.path.isEmpty else {
        var link = atom
        link.path.removeLast()
        return [[link]]
      }
      return origins[atom.column] ?? [[atom]]
    }
  }

  /// Whether some values decide others.
  private func covers(_ atoms: Set<Atom>, _ others: Set<Atom>) -> Bool {
    contains(closure(of: atoms), others)
  }

  fileprivate func contains(_ closed: Set<Atom>, _ others: Set<Atom>) -> Bool {
    others.allSatisfy { other in
      constants.contains(other.column) || closed.contains { $0.decides(other) }
    }
  }

  /// All that some values decide, as far as it is known.
  fileprivate func closure(of atoms: Set<Atom>) -> Set<Atom> {
    var closed = atoms
    var pending = dependencies
    while true {
      var rest: [Dependency] = []
      for dependency in pending {
        if contains(closed, dependency.from) {
          closed.formUnion(dependency.to)
        } else {
          rest.append(dependency)
        }
      }
      if rest.count == pending.count { return closed }
      pending = rest
    }
  }
}

extension RowIdentity.Atom {
  /// A column, or fields one after the other from a column; nil for anything that computes.
  fileprivate init?(chain scalar: Scalar) {
    switch scalar.kind {
    case .column(let id): self.init(id)
    case .field(let table, let field, let inner):
      guard var atom = Self(chain: inner) else { return nil }
      atom.path.append(.init(table: table, field: field))
      self = atom
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      return nil
    }
  }

  /// Whether it is the other, or a link on the way to it.
  fileprivate func decides(_ other: Self) -> Bool {
    column == other.column && isPlace == other.isPlace && reference == other.reference
      && other.path.starts(with: path)
  }

  /// The value that stands at a place.
  fileprivate var value: Self {
    var value = self
    value.isPlace = false
    return value
  }

  fileprivate var place: Self {
    var place = self
    place.isPlace = true
    return place
  }
}

// Steps.
extension RowIdentity {
  /// What tells the rows of a step apart. `bindings` are the script's; what is found of theirs is kept in `known`.
  package init(
    of step: Step, in catalog: Catalog, bindings: [ScriptBinding], known: inout Bound
  ) {
    self.init()
    add(step, catalog, bindings, &known)
    constants = step.freeColumns
  }

  private mutating func add(
    _ step: Step, _ catalog: Catalog, _ bindings: [ScriptBinding], _ known: inout Bound
  ) {
    if let input = step.input { add(input, catalog, bindings, &known) }
    if isLost { return }
    if dependencies.count + key.count > RowIdentity.mostFacts {
      self = RowIdentity()
      isLost = true
      return
    }
    switch step.kind {
    case .one, .sort: break
    case .scan(let table, let row): scan(catalog, table, row)
    case .bound(let slot, let columns): bound(slot, columns, catalog, bindings, &known)
    case .elements(_, let element, let isDistinct):
      key = [isDistinct ? Atom(element) : Atom(element).place]
      root = isDistinct ? element : nil
      if !isDistinct { origins[element] = [key] }
    case .flatten(_, _, let element, let isDistinct):
      key = isDistinct ? [Atom(element)] : key.union([Atom(element).place])
      root = isDistinct ? element : nil
      if !isDistinct { origins[element] = [key] }
    case .filter(_, let condition): fix(condition)
    case .extend(_, let definitions):
      for definition in definitions { define(definition) }
    case .aggregate(_, let keys, let aggregates): group(keys, aggregates)
    case .window(_, let aggregates):
      for definition in aggregates { window(definition) }
    case .slice(_, _, let take, let keys):
      if case .literal(.int(1))? = take?.kind {
        dependencies.append(Dependency(from: atoms(keys), to: key))
      }
    case .distinct(_, let values): dependencies.append(Dependency(from: atoms(values), to: key))
    case .expand(_, let list, let element, let shares): expand(list, element, shares)
    case .spread(_, let spreading):
      key.insert(Atom(spreading.part))
      origins[spreading.share] = [key]
    case .join(_, let right, let joining): join(right, joining, catalog, bindings, &known)
    case .append(_, _, let columns):
      self = RowIdentity()
      guard let first = columns.first else { return }
      key = [Atom(first.id).place]
      for column in columns { origins[column.id] = [key] }
    case .fill(_, let filling):
      let overlaps = Set(
        filling.columns.filter { !$0.value.freeColumns.isDisjoint(with: overlapping) }.map(\.id))
      self = RowIdentity()
      key = Set(filling.keys.map { Atom($0.id) })
      for column in filling.columns { origins[column.id] = [key] }
      overlapping = overlaps
    }
  }

  private mutating func scan(_ catalog: Catalog, _ table: Int, _ row: ColumnID) {
    let definition = catalog.tables[table].definition
    key = [Atom(row)]
    root = row
    // Each row of a revision is another one of all revisions' rows.
    if catalog.revisions.places.indices.contains(table),
      case .revised(_, let identity?) = catalog.revisions.places[table].kind
    {
      var atom = Atom(row)
      atom.path = [FieldStep(table: table, field: identity)]
      dependencies.append(Dependency(from: [atom], to: key))
    }
    let places = definition.key.compactMap { definition.field(named: $0) }
    guard !places.isEmpty, places.count == definition.key.count else { return }
    let fields = places.map { place in
      var atom = Atom(row)
      atom.path = [FieldStep(table: table, field: place)]
      return atom
    }
    dependencies.append(Dependency(from: Set(fields), to: key))
  }

  /// The rows of a `let`, with its columns under new names.
  private mutating func bound(
    _ slot: Int, _ columns: [Step.Renaming], _ catalog: Catalog, _ bindings: [ScriptBinding],
    _ known: inout Bound
  ) {
    guard bindings.indices.contains(slot), case .rows(let step, _) = bindings[slot] else { return }
    let inner =
      known[slot]
      ?? RowIdentity(of: step, in: catalog, bindings: bindings, known: &known)
    known[slot] = inner
    isLost = inner.isLost
    var names: [ColumnID: ColumnID] = [:]
    for column in columns { names[column.source] = column.id }
    func renamed(_ atoms: Set<Atom>) -> Set<Atom> {
      Set(
        atoms.map { atom in
          var renamed = Atom(names[atom.column] ?? atom.column)
          renamed.path = atom.path
          renamed.isPlace = atom.isPlace
          renamed.reference = names[atom.column] == nil ? columns.first?.id : nil
          return renamed
        })
    }
    key = renamed(inner.key)
    joined = renamed(inner.joined)
    dependencies = inner.dependencies.map { Dependency(from: renamed($0.from), to: renamed($0.to)) }
    for (column, sets) in inner.origins {
      if let name = names[column] { origins[name] = sets.map(renamed) }
    }
    overlapping = Set(inner.overlapping.compactMap { names[$0] })
    root = inner.root.flatMap { names[$0] }
  }

  /// Learns from a condition that all rows fulfil: what equals a constant decides nothing more, what equals another
  /// value is decided by it.
  fileprivate mutating func fix(_ condition: Scalar) {
    switch condition.kind {
    case .and(let left, let right):
      fix(left)
      fix(right)
    case .call(let resolved, let sides)
    where resolved.function.name.en == "equal" && sides.count == 2:
      learn(sides[0], equals: sides[1])
    case .literal, .parameter, .asOf, .bound, .column, .field, .linking, .call, .convert, .or, .not,
      .isKnown, .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      break
    }
  }

  private mutating func learn(_ left: Scalar, equals right: Scalar) {
    for (value, other) in [(left, right), (right, left)] {
      guard let atom = Atom(chain: value.withoutRaising) else { continue }
      dependencies.append(Dependency(from: atoms(other), to: [atom]))
    }
  }

  /// Learns from the data that values of a field tell rows apart, where a table declares no key.
  private mutating func learnKey(_ value: Scalar, _ catalog: Catalog) {
    guard let atom = Atom(chain: value), let last = atom.path.last,
      catalog.tables[last.table].definition.key.isEmpty,
      catalog.links.isUnique(FieldPlace(table: last.table, field: last.field))
    else { return }
    var row = atom
    row.path.removeLast()
    dependencies.append(Dependency(from: [atom], to: [row]))
  }

  private mutating func define(_ definition: Step.Definition) {
    let from = atoms(definition.value)
    dependencies.append(Dependency(from: from, to: [Atom(definition.id)]))
    origins[definition.id] = origins(of: definition.value)
    if !definition.value.freeColumns.isDisjoint(with: overlapping) {
      overlapping.insert(definition.id)
    }
  }

  private mutating func window(_ definition: Step.AggregateDefinition) {
    let aggregate = definition.aggregate
    let isWhole = aggregate.sort.isEmpty && !aggregate.function.isWindowOnly
    origins[definition.id] = [isWhole ? atoms(aggregate.within) : key]
    dependencies.append(
      Dependency(from: isWhole ? atoms(aggregate.within) : key, to: [Atom(definition.id)]))
  }

  private mutating func group(
    _ keys: [Step.Definition], _ aggregates: [Step.AggregateDefinition]
  ) {
    let values = keys.map(\.value)
    var overlaps: Set<ColumnID> = []
    for definition in aggregates {
      let aggregate = definition.aggregate
      if repeating(aggregate, within: values).isEmpty,
        !repeating(aggregate, within: []).isEmpty
      {
        overlaps.insert(definition.id)
      }
      if !self.overlaps(aggregate, within: []).isEmpty { overlaps.insert(definition.id) }
    }
    self = RowIdentity()
    key = Set(keys.map { Atom($0.id) })
    for definition in aggregates { origins[definition.id] = [key] }
    overlapping = overlaps
  }

  private mutating func expand(_ list: Scalar, _ element: ColumnID, _ shares: [Step.Share]) {
    let isLink = if case .entity = list.type.element { true } else { false }
    key.insert(isLink ? Atom(element) : Atom(element).place)
    if !isLink { origins[element] = [key] }
    for share in shares { origins[share.id] = [key] }
  }

  private mutating func join(
    _ right: Step, _ joining: Step.Joining, _ catalog: Catalog, _ bindings: [ScriptBinding],
    _ known: inout Bound
  ) {
    let other = RowIdentity(of: right, in: catalog, bindings: bindings, known: &known)
    isLost = other.isLost
    key.formUnion(other.key)
    joined.formUnion(other.key)
    joined.formUnion(other.joined)
    dependencies += other.dependencies
    origins.merge(other.origins) { own, _ in own }
    overlapping.formUnion(other.overlapping)
    if joining.kind == .full { root = nil }
    for (left, right) in joining.keys {
      learn(left, equals: right)
      for side in [left, right] { learnKey(side, catalog) }
    }
    if joining.kind == .inner, let condition = joining.condition { fix(condition) }
  }
}

extension Scalar {
  /// A link as it is before it becomes one to the rows of all revisions, which keeps different rows different.
  fileprivate var withoutRaising: Scalar {
    if case .convert(let inner) = kind, case .entity = type, case .entity = inner.type {
      return inner
    }
    return self
  }
}

extension Aggregate {
  /// Whether counting a value twice changes the result.
  package var addsUp: Bool {
    switch function {
    case .count, .sum, .avg: true
    case .min, .max, .first, .last, .list, .any, .all, .none, .median, .percentile, .stddev, .rank,
      .denseRank, .rowNumber, .ntile, .previous, .next:
      false
    }
  }
}
