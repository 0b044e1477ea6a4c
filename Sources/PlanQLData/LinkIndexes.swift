import Synchronization

/// A field of a table, by places in the catalogue.
package struct FieldPlace: Sendable, Hashable {
  package let table: Int
  package let field: Int

  package init(table: Int, field: Int) {
    self.table = table
    self.field = field
  }
}

/// Links seen from their targets, hierarchies, and which values are unique: each worked out once, when first needed.
package final class LinkIndexes: Sendable {
  private let tables: [StoredTable]
  private let state = Mutex(State())

  private struct State {
    var links: [FieldPlace: LinkIndex] = [:]
    var hierarchies: [FieldPlace: Hierarchy] = [:]
    var uniqueness: [FieldPlace: Bool] = [:]
  }

  init(_ tables: [StoredTable]) {
    self.tables = tables
  }

  /// The rows of a table whose link field holds each of some targets, as lists; missing where the target is.
  package func rows(linkingBy place: FieldPlace, to targets: Vector) -> Vector {
    let index = index(place)
    var offsets: [Int32] = [0]
    var rows: [Int64] = []
    offsets.reserveCapacity(targets.count + 1)
    if case .words(let words) = targets.lanes {
      for (place, word) in words.enumerated() {
        if targets.isKnown(place) {
          for row in index.rows(to: word) { rows.append(Int64(row)) }
        }
        offsets.append(Int32(rows.count))
      }
    } else {
      offsets += Array(repeating: 0, count: targets.count)
    }
    return Vector(.lists(offsets, Vector(.words(rows))), presence: targets.presence)
  }

  /// How many rows link to each of some targets.
  package func counts(linkingBy place: FieldPlace, to targets: Vector) -> [Int] {
    let index = index(place)
    guard case .words(let words) = targets.lanes else {
      return Array(repeating: 0, count: targets.count)
    }
    return words.indices.map { targets.isKnown($0) ? index.rows(to: words[$0]).count : 0 }
  }

  private func index(_ place: FieldPlace) -> LinkIndex {
    if let known = state.withLock({ $0.links[place] }) { return known }
    let index = tables.column(place).map { LinkIndex($0) } ?? LinkIndex()
    state.withLock { $0.links[place] = index }
    return index
  }

  /// Whether the values of a field tell all rows of its table apart.
  package func isUnique(_ place: FieldPlace) -> Bool {
    if let known = state.withLock({ $0.uniqueness[place] }) { return known }
    let isUnique = tables.column(place)?.isUnique ?? false
    state.withLock { $0.uniqueness[place] = isUnique }
    return isUnique
  }

  /// The hierarchy that a link to the row above makes.
  package func hierarchy(_ place: FieldPlace) -> Hierarchy {
    if let known = state.withLock({ $0.hierarchies[place] }) { return known }
    let hierarchy = Hierarchy(parents: tables.column(place))
    state.withLock { $0.hierarchies[place] = hierarchy }
    return hierarchy
  }
}

extension Catalog {
  /// The stored column of a field; nil where there is none.
  package func column(_ place: FieldPlace) -> Column? { tables.column(place) }
}

extension [StoredTable] {
  fileprivate func column(_ place: FieldPlace) -> Column? {
    guard indices.contains(place.table), self[place.table].columns.indices.contains(place.field)
    else { return nil }
    return self[place.table].columns[place.field]
  }
}

/// For each target of a link the rows that hold it, in order: found by counting.
struct LinkIndex: Sendable {
  /// The rows that link to target `i` run from `offsets[i]` to `offsets[i + 1]`.
  private let offsets: [Int32]
  private let linking: [Int32]

  /// The index of no link.
  init() {
    self.init(offsets: [0], linking: [])
  }

  private init(offsets: [Int32], linking: [Int32]) {
    self.offsets = offsets
    self.linking = linking
  }

  init(_ links: Column) {
    var pairs = LinkIndex.pairs(links)
    let most = pairs.reduce(-1) { max($0, $1.target) }
    guard most >= 0, most < Int(Int32.max) else {
      self.init()
      return
    }
    pairs.removeAll { $0.target < 0 }
    var counts = [Int32](repeating: 0, count: most + 2)
    for pair in pairs { counts[pair.target + 1] += 1 }
    for target in 0...most { counts[target + 1] += counts[target] }
    var next = counts
    var rows = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      rows[Int(next[pair.target])] = pair.row
      next[pair.target] += 1
    }
    self.init(offsets: counts, linking: rows)
  }

  /// Each target and row once, by rows.
  private static func pairs(_ links: Column) -> [(target: Int, row: Int32)] {
    var pairs: [(target: Int, row: Int32)] = []
    pairs.reserveCapacity(links.count)
    switch links.storage {
    case .words(let words):
      let targets = words.values(0..<words.count)
      for row in targets.indices where links.isKnown(row) {
        pairs.append((Int(targets[row]), Int32(row)))
      }
    case .lists(let offsets, let child):
      guard case .words(let words) = child.storage else { return [] }
      let targets = words.values(0..<words.count)
      for row in 0..<links.count where links.isKnown(row) {
        var seen: Set<Int64> = []
        for place in Int(offsets[row])..<Int(offsets[row + 1]) where child.isKnown(place) {
          guard seen.insert(targets[place]).inserted else { continue }
          pairs.append((Int(targets[place]), Int32(row)))
        }
      }
    case .bools, .doubles, .texts, .periods: break
    }
    return pairs
  }

  /// The rows that link to a target.
  func rows(to target: Int64) -> ArraySlice<Int32> {
    guard target >= 0, target < Int64(offsets.count - 1) else { return [] }
    return linking[Int(offsets[Int(target)])..<Int(offsets[Int(target) + 1])]
  }
}

/// A table whose rows lie below each other.
package struct Hierarchy: Sendable {
  /// The row above each, -1 where there is none.
  private let parents: [Int32]
  /// When a walk of the forest, children after parents, enters each row and leaves it; empty where links go in a circle.
  private let entered: [Int32]
  private let left: [Int32]

  init(parents column: Column?) {
    guard let column, case .words(let words) = column.storage else {
      (parents, entered, left) = ([], [], [])
      return
    }
    let count = words.count
    let parents = (0..<count).map { row -> Int32 in
      guard column.isKnown(row), words[row] >= 0, words[row] < count else { return -1 }
      return Int32(words[row])
    }
    self.parents = parents
    (entered, left) = Hierarchy.walk(parents) ?? ([], [])
  }

  /// Walks the forest; nil where some rows hang on no root.
  private static func walk(_ parents: [Int32]) -> ([Int32], [Int32])? {
    var children = [[Int32]](repeating: [], count: parents.count)
    var due: [Int32] = []
    for (row, parent) in parents.enumerated().reversed() {
      if parent < 0 { due.append(Int32(row)) } else { children[Int(parent)].append(Int32(row)) }
    }
    var entered = [Int32](repeating: -1, count: parents.count)
    var left = entered
    var clock: Int32 = 0
    var reached = 0
    while let row = due.popLast() {
      let place = Int(row)
      if entered[place] >= 0 {
        left[place] = clock
        continue
      }
      entered[place] = clock
      clock += 1
      reached += 1
      due.append(row)
      due.append(contentsOf: children[place])
    }
    return reached == parents.count ? (entered, left) : nil
  }

  /// Says of each row whether it is the top of the same place or lies below it; false where either is missing.
  package func lies(_ rows: Vector, under tops: Vector) -> Bitmap {
    var result = Bitmap(repeating: false, count: rows.count)
    guard case .words(let rowWords) = rows.lanes, case .words(let topWords) = tops.lanes else {
      return result
    }
    for place in 0..<rows.count where rows.isKnown(place) && tops.isKnown(place) {
      if lies(rowWords[place], under: topWords[place]) { result[place] = true }
    }
    return result
  }

  /// Each row with all that it lies under, upwards, as lists; those on a circle once round it.
  package func above(_ rows: Vector) -> Vector {
    var offsets: [Int32] = [0]
    var found: [Int64] = []
    for place in 0..<rows.count {
      if case .words(let words) = rows.lanes, rows.isKnown(place) {
        var current = Int32(truncatingIfNeeded: words[place])
        let start = found.count
        while current >= 0, Int(current) < parents.count,
          !found[start...].contains(Int64(current))
        {
          found.append(Int64(current))
          current = parents[Int(current)]
        }
      }
      offsets.append(Int32(found.count))
    }
    return Vector(.lists(offsets, Vector(.words(found))))
  }

  private func lies(_ row: Int64, under top: Int64) -> Bool {
    if row == top { return true }
    guard row >= 0, row < parents.count, top >= 0, top < parents.count else { return false }
    if !entered.isEmpty {
      let time = entered[Int(row)]
      return time >= entered[Int(top)] && time < left[Int(top)]
    }
    var current = parents[Int(row)]
    var steps = 0
    while current >= 0, steps <= parents.count {
      if Int64(current) == top { return true }
      current = parents[Int(current)]
      steps += 1
    }
    return false
  }
}
