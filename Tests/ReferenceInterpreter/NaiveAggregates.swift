import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax

/// A value as a key: both zeros are one, missing equals missing, and there is an order with missing last.
struct Key: Hashable, Comparable {
  let value: Value

  init(_ value: Value) {
    if case .number(let number) = value {
      self.value = .number(number + 0)
    } else {
      self.value = value
    }
  }

  static func < (left: Key, right: Key) -> Bool {
    switch (left.value, right.value) {
    case (.missing, _): false
    case (_, .missing): true
    case (.bool(let left), .bool(let right)): !left && right
    case (.int(let left), .int(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.money(let left), .money(let right)): left.minorUnits < right.minorUnits
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.date(let left), .date(let right)): left < right
    case (.period(let left), .period(let right)): left < right
    case (.duration(let left, _), .duration(let right, _)): left < right
    case (.enumeration(let left), .enumeration(let right)): left < right
    case (.entity(_, let left), .entity(_, let right)): left < right
    case (.list(let left), .list(let right)):
      left.map(Key.init).lexicographicallyPrecedes(right.map(Key.init))
    case (_, _): false
    }
  }
}

extension Aggregate {
  /// Whether a window of it gives each row a value of the rows up to it.
  fileprivate var isRunning: Bool {
    !sort.isEmpty && [.count, .sum, .avg, .min, .max, .any, .all, .none].contains(function)
  }

  /// Whether it gives each row a value that hangs on its place.
  fileprivate var isPlaced: Bool {
    [.rank, .denseRank, .rowNumber, .ntile, .previous, .next].contains(function)
  }
}

extension Value {
  /// The elements of a list; any other value itself.
  fileprivate var elements: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }

  fileprivate var double: Double {
    if case .number(let number) = self { number } else { Double(word) }
  }
}

extension NaiveInterpreter {
  /// The order of rows by keys, ties as they stand; descending turns only the known values round.
  func sorted(_ keys: [[Value]], _ terms: [SortTerm]) -> [Int] {
    keys.indices.sorted { left, right in
      for (place, term) in terms.enumerated() {
        let (a, b) = (Key(keys[left][place]), Key(keys[right][place]))
        if a == b { continue }
        if a.value.isMissing || b.value.isMissing { return b.value.isMissing }
        return term.isDescending ? b < a : a < b
      }
      return left < right
    }
  }

  func aggregate(
    _ rows: [Row], _ keys: [Step.Definition], _ aggregates: [Step.AggregateDefinition],
    _ outer: Row?
  ) throws -> [Row] {
    let (values, inputs) = try inputs(rows, keys.map(\.value), aggregates.map(\.aggregate))
    var groups: [[Key]: [Int]] = keys.isEmpty ? [[]: []] : [:]
    for (place, key) in values.enumerated() { groups[key.map(Key.init), default: []].append(place) }
    let order = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let members = order.map { groups[$0] ?? [] }
    let second = try aggregates.indices.map {
      try secondInputs(aggregates[$0].aggregate, rows, inputs[$0], members)
    }
    return try zip(order, members).map { key, members in
      let row = Row([:], outer: outer)
      for (definition, first) in zip(keys, members.isEmpty ? [] : values[members[0]]) {
        row.cells[definition.id] = Cell { first }
      }
      for (place, definition) in aggregates.enumerated() {
        let value = try reduce(definition.aggregate, members, second[place])
        row.cells[definition.id] = Cell { value }
      }
      return row
    }
  }

  /// Aggregates over all of some rows.
  func reduce(_ aggregates: [Aggregate], _ rows: [Row]) throws -> [Value] {
    let (_, inputs) = try inputs(rows, [], aggregates)
    let all = Array(rows.indices)
    let second = try aggregates.indices.map {
      try secondInputs(aggregates[$0], rows, inputs[$0], [all])
    }
    return try aggregates.indices.map { try reduce(aggregates[$0], all, second[$0]) }
  }

  /// What a row gives to an aggregate; nil where it is not counted.
  struct Input {
    var distinct: [Key] = []
    var argument: Value = .missing
    var sort: [Value] = []
  }

  private func inputs(
    _ rows: [Row], _ keys: [Scalar], _ aggregates: [Aggregate]
  ) throws -> (keys: [[Value]], inputs: [[Input?]]) {
    var values: [[Value]] = []
    var inputs = aggregates.map { _ in [Input?]() }
    for row in rows {
      values.append(try keys.map { try evaluate($0, row) })
      for (place, aggregate) in aggregates.enumerated() {
        inputs[place].append(try input(aggregate, row, needsSort: true))
      }
    }
    return (values, inputs)
  }

  private func input(_ aggregate: Aggregate, _ row: Row, needsSort: Bool) throws -> Input? {
    if let condition = aggregate.condition, try !holds(condition, row) { return nil }
    guard aggregate.distinct.isEmpty else {
      return Input(distinct: try aggregate.distinct.map { Key(try evaluate($0, row)) })
    }
    return try secondInput(aggregate, row, needsSort: needsSort)
  }

  private func secondInput(_ aggregate: Aggregate, _ row: Row, needsSort: Bool) throws -> Input {
    var input = Input()
    if let argument = aggregate.argument { input.argument = try evaluate(argument, row) }
    if needsSort, [.first, .last, .list].contains(aggregate.function) {
      input.sort = try aggregate.sort.map { try evaluate($0.value, row) }
    }
    return input
  }

  /// Keeps the first row of each combination in a group, and computes what is wanted of those only.
  private func secondInputs(
    _ aggregate: Aggregate, _ rows: [Row], _ inputs: [Input?], _ groups: [[Int]],
    needsSort: Bool = true
  ) throws -> [Input?] {
    guard !aggregate.distinct.isEmpty else { return inputs }
    var kept: Set<Int> = []
    for members in groups {
      var seen: Set<[Key]> = []
      for member in members {
        if let input = inputs[member], seen.insert(input.distinct).inserted { kept.insert(member) }
      }
    }
    return try rows.indices.map {
      kept.contains($0) ? try secondInput(aggregate, rows[$0], needsSort: needsSort) : nil
    }
  }

  private func reduce(
    _ aggregate: Aggregate, _ members: [Int], _ inputs: [Input?]
  ) throws -> Value {
    var counted = members.compactMap { inputs[$0] }
    if !aggregate.sort.isEmpty, [.first, .last, .list].contains(aggregate.function) {
      counted = sorted(counted.map(\.sort), aggregate.sort).map { counted[$0] }
    }
    return try fold(aggregate, counted.map(\.argument))
  }

  /// One value a row: of its whole group, of the rows up to it, or one that hangs on its place.
  func window(_ rows: [Row], _ aggregates: [Step.AggregateDefinition]) throws -> [Row] {
    var firsts = aggregates.map { _ in [Input?]() }
    var sorts = aggregates.map { _ in [[Value]]() }
    var withins = aggregates.map { _ in [[Key]]() }
    for row in rows {
      for (place, definition) in aggregates.enumerated() {
        let aggregate = definition.aggregate
        withins[place].append(try aggregate.within.map { Key(try evaluate($0, row)) })
        if aggregate.isRunning || aggregate.isPlaced {
          sorts[place].append(try aggregate.sort.map { try evaluate($0.value, row) })
        }
        firsts[place].append(try input(aggregate, row, needsSort: sorts[place].isEmpty))
      }
    }
    var groups: [[[Int]]] = []
    var inputs: [[Input?]] = []
    for (place, definition) in aggregates.enumerated() {
      let members = Dictionary(grouping: rows.indices) { withins[place][$0] }.map(\.value)
      groups.append(members)
      inputs.append(
        try secondInputs(
          definition.aggregate, rows, firsts[place], members, needsSort: sorts[place].isEmpty))
    }
    let new = rows.map { Row($0.cells, outer: $0.outer) }
    var values: [[Value]] = []
    var failure: (row: Int, error: any Error)?
    for (place, definition) in aggregates.enumerated() {
      let found = windowValues(definition.aggregate, groups[place], sorts[place], inputs[place])
      values.append(found.values)
      if let first = found.failures.keys.min(), first < failure?.row ?? rows.count {
        failure = found.failures[first].map { (first, $0) }
      }
    }
    if let failure { throw failure.error }
    for row in rows.indices {
      for (place, definition) in aggregates.enumerated() {
        let value = values[place][row]
        new[row].cells[definition.id] = Cell { value }
      }
    }
    return new
  }

  private func windowValues(
    _ aggregate: Aggregate, _ groups: [[Int]], _ sorts: [[Value]], _ inputs: [Input?]
  ) -> (values: [Value], failures: [Int: any Error]) {
    var values = [Value](repeating: .missing, count: inputs.count)
    var failures: [Int: any Error] = [:]
    for members in groups {
      let order =
        sorts.isEmpty
        ? members : sorted(members.map { sorts[$0] }, aggregate.sort).map { members[$0] }
      for (end, member) in order.enumerated() {
        if aggregate.isPlaced {
          values[member] = placed(aggregate, member, order, sorts, inputs)
          continue
        }
        do {
          values[member] = try reduce(
            aggregate, aggregate.isRunning ? Array(order[...end]) : members, inputs)
        } catch {
          failures[member] = error
        }
      }
    }
    return (values, failures)
  }

  /// The value of an aggregate over what its rows give, in order.
  private func fold(_ aggregate: Aggregate, _ values: [Value]) throws -> Value {
    let known = values.filter { !$0.isMissing }
    let truths =
      aggregate.argument == nil ? values.map { _ in true } : values.map { $0 == .bool(true) }
    switch aggregate.function {
    case .count: return .int(Int64(aggregate.argument == nil ? values.count : known.count))
    case .any: return .bool(truths.contains(true))
    case .all: return .bool(!truths.contains(false))
    case .none: return .bool(!truths.contains(true))
    case .first: return known.first ?? .missing
    case .last: return known.last ?? .missing
    case .list: return .list(once(known.flatMap(\.elements)))
    case .min: return known.map(Key.init).min()?.value ?? .missing
    case .max: return greatest(known)
    case .sum, .avg: return try total(aggregate, known)
    case .median: return percentile(known, 0.5, aggregate.type)
    case .percentile:
      guard case .number(let share)? = aggregate.parameter else { return .missing }
      return percentile(known, share, aggregate.type)
    case .stddev: return try deviation(known, aggregate)
    case .rank, .denseRank, .rowNumber, .ntile, .previous, .next: return .missing
    }
  }

  /// The value of a window function that looks at where its row stands among those of its group, in order.
  private func placed(
    _ aggregate: Aggregate, _ row: Int, _ members: [Int], _ sorts: [[Value]], _ inputs: [Input?]
  ) -> Value {
    let own = members.firstIndex(of: row) ?? 0
    let before = members[..<own].filter { inputs[$0] != nil }
    switch aggregate.function {
    case .previous, .next:
      let after = members[(own + 1)...].filter { inputs[$0] != nil }
      let distance = if case .int(let rows)? = aggregate.parameter { Int(rows) } else { 1 }
      let near = aggregate.function == .previous ? before.reversed() : after
      return near.count < distance ? .missing : inputs[near[distance - 1]]?.argument ?? .missing
    case .rowNumber where inputs[row] != nil: return .int(Int64(before.count + 1))
    case .ntile where inputs[row] != nil:
      guard case .int(let parts)? = aggregate.parameter else { return .missing }
      // Rows are dealt one by one; how many each part gets is all that counts.
      var sizes = Array(repeating: 0, count: Int(parts))
      for place in 0..<members.count(where: { inputs[$0] != nil }) {
        sizes[place % Int(parts)] += 1
      }
      var last = 0
      for (part, size) in sizes.enumerated() {
        last += size
        if before.count < last { return .int(Int64(part + 1)) }
      }
      return .missing
    case .rank where inputs[row] != nil:
      return .int(Int64(before.count { sorts[$0].map(Key.init) != sorts[row].map(Key.init) } + 1))
    case .denseRank where inputs[row] != nil:
      let others = Set(before.map { sorts[$0].map(Key.init) }).subtracting([
        sorts[row].map(Key.init)
      ])
      return .int(Int64(others.count + 1))
    case _: return .missing
    }
  }

  private func percentile(_ values: [Value], _ share: Double, _ type: DataType) -> Value {
    let sorted = values.map(Key.init).sorted().map(\.value)
    guard !sorted.isEmpty else { return .missing }
    let place = share * Double(sorted.count - 1)
    let (low, high) = (sorted[Int(place)], sorted[min(Int(place) + 1, sorted.count - 1)])
    let fraction = place - Double(Int(place))
    if type.isWord {
      let step = fraction * Double(high.word - low.word)
      let whole = low.word + Int64(step.rounded(.down))
      let rest = step - step.rounded(.down)
      return Vector.value(of: whole + ((whole < 0 ? rest > 0.5 : rest >= 0.5) ? 1 : 0), type: type)
    }
    return .number(low.double + fraction * (high.double - low.double) + 0)
  }

  private func deviation(_ values: [Value], _ aggregate: Aggregate) throws -> Value {
    guard values.count > 1 else { return .missing }
    let sum =
      aggregate.argument?.type.isWord ?? false
      ? Double(values.reduce(Int128(0)) { $0 + Int128($1.word) }) : exactSum(values.map(\.double))
    let mean = sum / Double(values.count)
    let squares = values.map { ($0.double - mean) * ($0.double - mean) }
    let total = exactSum(squares)
    guard total.isFinite else { throw RunFailure(.computation(.notFinite), at: aggregate.span) }
    let deviation = (total / Double(values.count - 1)).squareRoot()
    guard aggregate.type.isWord else { return .number(deviation) }
    return Vector.value(
      of: Int64(deviation.rounded(.toNearestOrAwayFromZero)), type: aggregate.type)
  }

  private func greatest(_ values: [Value]) -> Value {
    var best: Value = .missing
    for value in values where best.isMissing || Key(best) < Key(value) { best = value }
    return Key(best).value
  }

  private func total(_ aggregate: Aggregate, _ values: [Value]) throws -> Value {
    let isAverage = aggregate.function == .avg
    if values.isEmpty, isAverage { return .missing }
    if case .number = aggregate.argument?.type {
      let sum = exactSum(
        values.compactMap { if case .number(let number) = $0 { number } else { nil } })
      guard sum.isFinite else {
        throw RunFailure(.computation(.notFinite), at: aggregate.span)
      }
      return .number(isAverage ? sum / Double(values.count) : sum)
    }
    let sum = values.reduce(Int128(0)) { $0 + Int128($1.word) }
    guard isAverage else {
      let limits: ClosedRange<Int128> =
        if case .duration = aggregate.type { Int128(Int32.min)...Int128(Int32.max) } else {
          Int128(Int64.min)...Int128(Int64.max)
        }
      guard limits.contains(sum) else {
        throw RunFailure(.computation(.overflow(aggregate.type)), at: aggregate.span)
      }
      return Vector.value(of: Int64(sum), type: aggregate.type)
    }
    if case .number = aggregate.type { return .number(Double(sum) / Double(values.count)) }
    let count = Int128(values.count)
    let doubled = (sum.magnitude * 2 + UInt128(count)) / UInt128(count * 2)
    return Vector.value(
      of: Int64(sum < 0 ? -Int128(doubled) : Int128(doubled)), type: aggregate.type)
  }
}
