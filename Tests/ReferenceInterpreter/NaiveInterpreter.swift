package import PlanQLAlgebra
package import PlanQLData
package import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax

/// Runs algebra one row and one value at a time, as its definition reads: what the engine is held to.
package final class NaiveInterpreter {
  /// A value that is computed when it is first wanted.
  final class Cell {
    private var value: Value?
    private let compute: () throws -> Value

    init(_ compute: @escaping () throws -> Value) {
      self.compute = compute
    }

    func get() throws -> Value {
      if let value { return value }
      let computed = try compute()
      value = computed
      return computed
    }
  }

  /// A row with its columns, inside of an outer row.
  final class Row {
    var cells: [ColumnID: Cell]
    let outer: Row?

    init(_ cells: [ColumnID: Cell], outer: Row?) {
      self.cells = cells
      self.outer = outer
    }

    func adding(_ id: ColumnID, _ value: Value) -> Row {
      let row = Row(cells, outer: outer)
      row.cells[id] = Cell { value }
      return row
    }
  }

  /// What a query gives, row by row.
  package struct Result {
    package var rows: [[Value]]
    /// The row that `total` adds.
    package var footer: [Value]?
    /// How many rows a `spread` left out.
    package var leftOut = 0
  }

  let script: TypedScript
  let context: RunContext
  private var leftOut = 0
  private var boundValues: [Int: Value] = [:]
  private var boundRows: [Int: [Row]] = [:]

  package init(script: TypedScript, context: RunContext) {
    self.script = script
    self.context = context
  }

  /// Computes a single value.
  package func value(_ scalar: Scalar) throws -> Value {
    try evaluate(scalar, Row([:], outer: nil))
  }

  /// Computes a table.
  package func table(_ query: TableQuery) throws -> Result {
    leftOut = 0
    let rows = try rows(query.step, nil)
    let values = try rows.map { row in try query.columns.map { try evaluate($0.value, row) } }
    var footer: [Value]?
    if let wanted = query.footer {
      let rows = try self.rows(wanted.step, nil)
      footer = try wanted.values.map { value in
        guard let value, let row = rows.first else { return .missing }
        return try evaluate(value, row)
      }
    }
    return Result(rows: values, footer: footer, leftOut: leftOut)
  }
}

extension NaiveInterpreter {
  func evaluate(_ scalar: Scalar, _ row: Row) throws -> Value {
    switch scalar.kind {
    case .literal(let value): return value
    case .parameter(let place):
      if context.parameters.indices.contains(place), let value = context.parameters[place] {
        return value
      }
      guard let value = script.parameters[place].defaultValue else {
        throw RunFailure(.missingParameter(script.parameters[place].name), at: scalar.span)
      }
      return try self.value(value)
    case .asOf:
      guard let day = context.asOf ?? context.catalog.asOf else {
        throw RunFailure(.missingAsOf, at: scalar.span)
      }
      return .date(day)
    case .bound(let slot):
      if let known = boundValues[slot] { return known }
      guard case .value(let bound) = script.bindings[slot] else { return .missing }
      let value = try self.value(bound)
      boundValues[slot] = value
      return value
    case .column(let id): return try column(id, row)
    case .field(let table, let field, let link):
      guard case .entity(_, let place) = try evaluate(link, row) else { return .missing }
      return context.catalog.tables[table].columns[field].value(place)
    case .linking(let table, let field, let target):
      guard case .entity(let name, let place) = try evaluate(target, row) else { return .missing }
      return .list(rows(of: table, field, linkingTo: .entity(name, row: place)))
    case .call(let function, let arguments): return try call(function, arguments, scalar, row)
    case .convert(let operand):
      return convert(try evaluate(operand, row), operand.type, to: scalar.type)
    case .and(let left, let right): return .bool(try holds(left, row) && holds(right, row))
    case .or(let left, let right): return .bool(try holds(left, row) || holds(right, row))
    case .not(let operand): return .bool(try !holds(operand, row))
    case .isKnown(let operand): return .bool(try !evaluate(operand, row).isMissing)
    case .choose(let branches, let otherwise):
      for branch in branches where try holds(branch.condition, row) {
        return try evaluate(branch.value, row)
      }
      return try otherwise.map { try evaluate($0, row) } ?? .missing
    case .coalesce(let left, let right):
      let value = try evaluate(left, row)
      return value.isMissing ? try evaluate(right, row) : value
    case .list(let elements):
      return .list(try elements.map { try evaluate($0, row) }.filter { !$0.isMissing })
    case .text(let parts):
      return .text(
        try parts.map { part in
          switch part {
          case .literal(let text): text
          case .value(let part, let display):
            context.textOf(try evaluate(part, row), part.type, display)
          }
        }.joined())
    case .under(let low, let high, let table, let parent):
      let (low, high) = (try evaluate(low, row), try evaluate(high, row))
      return .bool(isUnder(low, high, table, parent))
    case .above(let low, let table, let parent):
      var found: [Value] = []
      var current = try evaluate(low, row)
      while case .entity(let name, let place) = current, !found.contains(current) {
        found.append(.entity(name, row: place))
        current = context.catalog.tables[table].columns[parent].value(place)
      }
      return .list(found)
    case .reduce(let step, let aggregate):
      let rows = try rows(step, row.cells.isEmpty && row.outer == nil ? nil : row)
      return try reduce([aggregate], rows)[0]
    case .collect(let step, let value):
      let rows = try rows(step, row.cells.isEmpty && row.outer == nil ? nil : row)
      let values = try rows.map { try evaluate(value, $0) }.filter { !$0.isMissing }
      return .list(once(values))
    case .sources(let links):
      let values = try links.map { try evaluate($0, row) }
      return SourceTexts(context.catalog).text(of: values).map { .text($0) } ?? .missing
    }
  }

  func holds(_ condition: Scalar, _ row: Row) throws -> Bool {
    try evaluate(condition, row) == .bool(true)
  }

  private func column(_ id: ColumnID, _ row: Row) throws -> Value {
    var current: Row? = row
    while let row = current {
      if let cell = row.cells[id] { return try cell.get() }
      current = row.outer
    }
    return .missing
  }

  private func rows(of table: Int, _ field: Int, linkingTo target: Value) -> [Value] {
    let stored = context.catalog.tables[table]
    return (0..<stored.count).filter { row in
      switch stored.columns[field].value(row) {
      case .list(let links): links.contains(target)
      case let link: link == target
      }
    }.map { .entity(stored.definition.name.en, row: $0) }
  }

  private func call(
    _ function: ResolvedFunction, _ arguments: [Scalar], _ scalar: Scalar, _ row: Row
  ) throws -> Value {
    let types = function.match.parameters
    let values = try arguments.enumerated().map { place, argument in
      Vector(repeating: try evaluate(argument, row), type: types[place], count: 1)
    }
    do throws(KernelFailure) {
      return try function.overload.kernel(values, types, 1).value(0, type: scalar.type)
    } catch {
      throw RunFailure(.computation(error.failure), at: scalar.span)
    }
  }

  private func convert(_ value: Value, _ source: DataType, to target: DataType) -> Value {
    switch (value, target) {
    case (.int(let int), .number): .number(Double(int))
    case (.date(let day), .period): .period(Period(day))
    case (.missing, _): .missing
    case (_, .text): source == .text ? value : .text(context.textOf(value, source, .plain))
    case (_, _): value
    }
  }

  private func isUnder(_ low: Value, _ high: Value, _ table: Int, _ parent: Int) -> Bool {
    guard case .entity = low, case .entity = high else { return false }
    var current = low
    var seen: Set<Value> = []
    while case .entity(_, let row) = current, seen.insert(current).inserted {
      if current == high { return true }
      current = context.catalog.tables[table].columns[parent].value(row)
    }
    return false
  }
}

extension NaiveInterpreter {
  /// The rows of a step for one outer row.
  func rows(_ step: Step, _ outer: Row?) throws -> [Row] {
    let around = outer ?? Row([:], outer: nil)
    switch step.kind {
    case .one: return [Row([:], outer: outer)]
    case .scan(let table, let id):
      let stored = context.catalog.tables[table]
      return (0..<stored.count).map { row in
        Row([id: Cell { .entity(stored.definition.name.en, row: row) }], outer: outer)
      }
    case .bound(let slot, let columns):
      return try boundRows(slot).map { row in
        let named = columns.compactMap { column in
          row.cells[column.source].map { (column.id, $0) }
        }
        return Row(Dictionary(uniqueKeysWithValues: named), outer: outer)
      }
    case .elements(let list, let element, let isDistinct):
      let values = elements(try evaluate(list, around))
      return (isDistinct ? once(values) : values).map { value in
        Row([element: Cell { value }], outer: outer)
      }
    case .flatten(let input, let list, let element, let isDistinct):
      let inner = try rows(input, outer)
      let lists = try inner.map { elements(try evaluate(list, $0)) }
      var seen: Set<Value> = []
      return zip(inner, lists).flatMap { row, values in
        values.filter { !isDistinct || seen.insert($0).inserted }
          .map { row.adding(element, $0) }
      }
    case .filter(let input, let condition):
      return try rows(input, outer).filter { try holds(condition, $0) }
    case .extend(let input, let definitions):
      return try rows(input, outer).map { row in
        let row = Row(row.cells, outer: row.outer)
        for definition in definitions {
          // The cell sees the row as it is now: a later definition of the name is another column.
          let before = Row(row.cells, outer: row.outer)
          row.cells[definition.id] = Cell { try self.evaluate(definition.value, before) }
        }
        return row
      }
    case .aggregate(let input, let keys, let aggregates):
      return try aggregate(try rows(input, outer), keys, aggregates, outer)
    case .window(let input, let aggregates):
      return try window(try rows(input, outer), aggregates)
    case .sort(let input, let terms):
      let inner = try rows(input, outer)
      let keys = try inner.map { row in try terms.map { try evaluate($0.value, row) } }
      return sorted(keys, terms).map { inner[$0] }
    case .slice(let input, let skip, let take, let keys):
      let inner = try rows(input, outer)
      let skip = try number(skip, around) ?? 0
      let take = try number(take, around) ?? .max
      var seen: [[Key]: Int64] = [:]
      let places = try inner.map { row in try keys.map { Key(try evaluate($0, row)) } }
      return zip(inner, places).filter { _, key in
        seen[key, default: 0] += 1
        let place = seen[key, default: 0]
        return place > max(skip, 0) && place - max(skip, 0) <= max(take, 0)
      }.map(\.0)
    case .distinct(let input, let keys):
      let inner = try rows(input, outer)
      let values = try inner.map { row in try keys.map { Key(try evaluate($0, row)) } }
      var seen: Set<[Key]> = []
      return zip(inner, values).filter { seen.insert($0.1).inserted }.map(\.0)
    case .expand(let input, let list, let element, let shares):
      return try expand(try rows(input, outer), list, element, shares)
    case .spread(let input, let spreading):
      return try spread(try rows(input, outer), spreading, step.span)
    case .join(let left, let right, let joining):
      let left = try rows(left, outer)
      return try join(left, try rows(right, outer), joining, outer)
    case .append(let first, let second, let columns):
      let firstRows = try rows(first, outer).map { row in
        appended(columns.map { ($0.id, $0.first) }, row, outer)
      }
      return try firstRows
        + rows(second, outer).map { row in
          appended(columns.map { ($0.id, $0.second) }, row, outer)
        }
    case .fill(let input, let filling):
      return try fill(try rows(input, outer), filling, around, outer)
    }
  }

  /// A row with columns that are computed when they are wanted.
  private func appended(_ columns: [(ColumnID, Scalar)], _ row: Row, _ outer: Row?) -> Row {
    let cells = columns.map { id, value in (id, Cell { try self.evaluate(value, row) }) }
    return Row(Dictionary(uniqueKeysWithValues: cells), outer: outer)
  }

  private func boundRows(_ slot: Int) throws -> [Row] {
    if let known = boundRows[slot] { return known }
    guard case .rows(let step, _) = script.bindings[slot] else { return [] }
    let rows = try self.rows(step, nil)
    boundRows[slot] = rows
    return rows
  }

  private func number(_ scalar: Scalar?, _ row: Row) throws -> Int64? {
    guard let scalar, case .int(let number) = try evaluate(scalar, row) else { return nil }
    return number
  }

  private func elements(_ value: Value) -> [Value] {
    if case .list(let values) = value { return values }
    return []
  }

  /// Links once each; other values as they are.
  func once(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { value in
      guard case .entity = value else { return true }
      return seen.insert(value).inserted
    }
  }

  private func expand(
    _ rows: [Row], _ list: Scalar, _ element: ColumnID, _ shares: [Step.Share]
  ) throws -> [Row] {
    let inputs = try rows.map { row in
      (elements(try evaluate(list, row)), try shares.map { try evaluate($0.amount, row) })
    }
    return try zip(rows, inputs).flatMap { row, input in
      let (values, amounts) = input
      let count = max(values.count, 1)
      return try (0..<count).map { place in
        let new = row.adding(element, values.isEmpty ? .missing : values[place])
        for (share, amount) in zip(shares, amounts) {
          let value: Value =
            switch share.method {
            case .once: place == 0 ? amount : .missing
            case .split:
              try part(
                of: amount, place, Array(repeating: 1, count: count), share.amount.type, .none)
            }
          new.cells[share.id] = Cell { value }
        }
        return new
      }
    }
  }

  private func spread(
    _ rows: [Row], _ spreading: Step.Spreading, _ span: SourceSpan
  ) throws -> [Row] {
    var weights: [Scalar] = []
    if case .weights(let given) = spreading.method { weights = given }
    let inputs = try rows.map { row in
      (
        try evaluate(spreading.amount, row), try evaluate(spreading.period, row),
        try weights.map { try evaluate($0, row) }
      )
    }
    return try zip(rows, inputs).flatMap { row, input -> [Row] in
      guard case .period(let period) = input.1, let parts = period.parts(spreading.grain) else {
        leftOut += 1
        return []
      }
      let sizes = parts.enumerated().map { place, part -> Int64 in
        switch spreading.method {
        case .evenly: return 1
        case .daily:
          let first = max(part.startNumber, period.startNumber)
          return Int64(min(part.endNumber, period.endNumber) - first + 1)
        case .weights:
          guard place < input.2.count, case .int(let weight) = input.2[place] else { return 0 }
          return weight
        }
      }
      return try parts.indices.map { place in
        row.adding(spreading.part, .period(parts[place]))
          .adding(
            spreading.share, try part(of: input.0, place, sizes, spreading.amount.type, span))
      }
    }
  }

  private func part(
    of amount: Value, _ place: Int, _ weights: [Int64], _ type: DataType, _ span: SourceSpan
  ) throws -> Value {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total != 0, !amount.isMissing else { return .missing }
    let (whole, rest) = Int128(amount.word).quotientAndRemainder(dividingBy: total)
    let before = weights[..<place].reduce(Int128(0)) { $0 + Int128($1) }
    let after = before + Int128(weights[place])
    let share = whole * Int128(weights[place]) + rest * after / total - rest * before / total
    guard let share = Int64(exactly: share) else {
      throw RunFailure(.computation(.overflow(type)), at: span)
    }
    return Vector.value(of: share, type: type)
  }
}
