import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Rows for the combinations of keys that are not there.
extension Evaluator {
  /// The rows, and a new one for each combination without any; for each outer row in ascending order of keys.
  func withCombinations(
    _ input: Relation, _ filling: Stage.Filling, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let found = try vectors(filling.keys.map(\.key), over: input, within: outer, span)
    var keys: [RankedKey] = []
    for (key, values) in zip(filling.keys, found) {
      keys.append(try rankedKey(key, values, of: input, within: outer, span))
    }
    let combinations = Combinations(keys, outerCount: input.outerCount)
    try run.meter.charge(rows: combinations.total, span)
    let memory = try run.meter.reserve(bytes: combinations.total / 8 + input.count * 8, span)
    defer { withExtendedLifetime(memory) {} }
    let added = combinations.added(to: input)
    let second = Relation(
      count: added.outer.count, outer: input.outerCount == 1 ? nil : added.outer,
      outerCount: input.outerCount)
    let order = try order(input, keys, added, span)
    var result = try stacked(input, second, filling.columns, order, within: outer, span)
    for (place, key) in keys.enumerated() {
      let new = key.values.gathered(added.ranks[place].map { key.first[Int($0)] })
      result.columns[filling.keys[place].id] = try stackedColumn(
        found[place], new, type: filling.keys[place].key.type, order, span)
    }
    return result
  }

  /// The values of a key in rows and in its list, numbered in ascending order.
  private func rankedKey(
    _ key: Stage.FilledKey, _ found: Vector, of input: Relation, within outer: Batch?,
    _ span: SourceSpan
  ) throws(RunFailure) -> RankedKey {
    let owners = input.outerPositions(.all(input)).list
    var pieces = [found]
    var wanted: [Int32]?
    if let list = key.values {
      let lists = try vector(list, outer ?? .unit)
      if case .lists(let offsets, let child) = lists.lanes {
        let rows = (0..<lists.count).filter { lists.isKnown($0) }
        let places = rows.flatMap { offsets[$0]..<offsets[$0 + 1] }
        pieces.append(child.gathered(places))
        wanted = rows.flatMap { row in
          repeatElement(Int32(row), count: Int(offsets[row + 1] - offsets[row]))
        }
      } else {
        wanted = []
      }
    }
    let values = Vector.joined(pieces, type: key.key.type)
    let column = self.key(of: values, key.key.type, false)
    let grouping = try grouping(
      PackedKeys([column], count: values.count, outer: nil, 1), span)
    let ranks = grouping.groups.ids ?? Array(repeating: 0, count: values.count)
    let chosen = wanted.map { zip($0, ranks[input.count...]).map { ($0, $1) } }
    return RankedKey(
      values: values, first: grouping.first, ranks: Array(ranks[..<input.count]),
      domains: RankedKey.domains(
        chosen ?? zip(owners, ranks).map { ($0, $1) }, outerCount: input.outerCount))
  }

  /// The order of the rows and the new ones.
  private func order(
    _ input: Relation, _ keys: [RankedKey], _ added: AddedCombinations, _ span: SourceSpan
  ) throws(RunFailure) -> RowOrder {
    let count = input.count + added.outer.count
    let owners = input.outerPositions(.all(input)).list + added.outer
    let ranks = keys.enumerated().map { place, key in
      let words = (key.ranks + added.ranks[place]).map { Int64($0) }
      return self.key(of: Vector(.words(words)), .int, false)
    }
    let packed = PackedKeys(ranks, count: count, outer: owners, input.outerCount)
    let rows = try order(packed, span)
    return RowOrder(
      rows: rows, count: count,
      outer: input.outerCount == 1 ? nil : rows.map { owners[Int($0)] },
      outerCount: input.outerCount)
  }
}

/// The values of a key, each with its number in ascending order, missing last.
private struct RankedKey {
  /// The values of the rows, then those of the list.
  let values: Vector
  /// For each number a place of its value.
  let first: [Int32]
  /// The number of each row's value.
  let ranks: [Int32]
  /// For each outer row the numbers that are combined, ascending.
  let domains: [[Int32]]

  /// For each outer row the numbers that it has, each once, ascending.
  static func domains(_ pairs: [(owner: Int32, rank: Int32)], outerCount: Int) -> [[Int32]] {
    var sets = [Set<Int32>](repeating: [], count: outerCount)
    for pair in pairs { sets[Int(pair.owner)].insert(pair.rank) }
    return sets.map { $0.sorted() }
  }
}

/// Combinations without a row: for each its outer row and, key by key, its numbers.
private struct AddedCombinations {
  var outer: [Int32] = []
  var ranks: [[Int32]]
}

/// All combinations of the keys' values, counted through outer row by outer row.
private struct Combinations {
  private let keys: [RankedKey]
  /// The number of combinations before each outer row's; one more than there are outer rows. Past the bounds of a
  /// relation they mean nothing.
  private var starts: [Int] = [0]

  init(_ keys: [RankedKey], outerCount: Int) {
    self.keys = keys
    for owner in 0..<outerCount {
      let count = keys.reduce(1) { count, key in
        let (product, overflow) = count.multipliedReportingOverflow(by: key.domains[owner].count)
        return overflow ? .max : product
      }
      let (sum, overflow) = (starts.last ?? 0).addingReportingOverflow(count)
      starts.append(overflow ? .max : sum)
    }
  }

  var total: Int { starts.last ?? 0 }

  /// The combinations that no row of a relation has.
  func added(to input: Relation) -> AddedCombinations {
    var present = Bitmap(repeating: false, count: total)
    for row in 0..<input.count {
      let owner = input.outer.map { Int($0[row]) } ?? 0
      if let place = place(of: row, owner) { present[place] = true }
    }
    var added = AddedCombinations(ranks: Array(repeating: [], count: keys.count))
    for owner in 0..<starts.count - 1 {
      for place in starts[owner]..<starts[owner + 1] where !present[place] {
        append(place - starts[owner], owner, to: &added)
      }
    }
    return added
  }

  /// The place of a row's combination; nil where it has another value.
  private func place(of row: Int, _ owner: Int) -> Int? {
    var place = 0
    for key in keys {
      let domain = key.domains[owner]
      guard let digit = domain.place(of: key.ranks[row]) else { return nil }
      place = place * domain.count + digit
    }
    return starts[owner] + place
  }

  private func append(_ place: Int, _ owner: Int, to added: inout AddedCombinations) {
    added.outer.append(Int32(owner))
    var rest = place
    for (index, key) in keys.enumerated().reversed() {
      let domain = key.domains[owner]
      added.ranks[index].append(domain[rest % domain.count])
      rest /= domain.count
    }
  }
}

extension [Int32] {
  /// The place of a number among ascending ones; nil where it is not there.
  fileprivate func place(of number: Int32) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
