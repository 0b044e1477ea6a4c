import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Evaluator {
  /// The value of an expression for a batch of one row.
  func single(_ expression: Expression, _ batch: Batch) throws(RunFailure) -> Value {
    try vector(expression, batch).value(0, type: expression.type)
  }

  /// The values of an expression over a batch. Nothing is computed for a batch without rows.
  func vector(_ expression: Expression, _ batch: Batch) throws(RunFailure) -> Vector {
    guard batch.count > 0 else { return Vector(Vector.placeholder(expression.type, count: 0)) }
    if expression.isConstant {
      return try run.constant(expression, repeated: batch.count, self)
    }
    if let values = try vectorByRanges(expression, batch) { return values }
    if let values = try vectorByCode(expression, batch) { return values }
    return try computed(expression, batch)
  }

  /// The rows of a batch for which a condition is true.
  func truth(_ condition: Expression, _ batch: Batch) throws(RunFailure) -> Bitmap {
    try vector(condition, batch).truth
  }

  /// Computes an expression for the rows of a batch, of which there is at least one.
  func computed(_ expression: Expression, _ batch: Batch) throws(RunFailure) -> Vector {
    let type = expression.type
    switch expression.kind {
    case .literal(let value): return Vector(repeating: value, type: type, count: batch.count)
    case .parameter(let place): return try parameter(place, expression).repeated(batch.count)
    case .asOf: return try asOf(expression.span).repeated(batch.count)
    case .bound(let slot):
      return try run.engine.boundValue(slot, self)?.repeated(batch.count)
        ?? .missing(type, count: batch.count)
    case .column(let id): return try column(id, type, batch)
    case .field(let place, let link): return try field(place, of: link, type, batch)
    case .linking(let place, let target):
      return try run.catalog.links.rows(linkingBy: place, to: vector(target, batch))
    case .call(let function, let arguments):
      return try call(function, arguments, expression.span, batch)
    case .convert(let operand):
      return converted(try vector(operand, batch), from: operand.type, to: type)
    case .and(let left, let right): return Vector(.bools(try both(left, right, batch)))
    case .or(let left, let right): return Vector(.bools(try either(left, right, batch)))
    case .not(let operand): return Vector(.bools(~(try truth(operand, batch))))
    case .isKnown(let operand):
      let known = try vector(operand, batch).presence
      return Vector(.bools(known ?? Bitmap(repeating: true, count: batch.count)))
    case .choose(let branches, let otherwise):
      return try chosen(branches, otherwise, type, batch)
    case .coalesce(let left, let right): return try coalesced(left, right, type, batch)
    case .list(let elements): return try list(elements, type, batch)
    case .text(let parts): return try text(parts, batch)
    case .under(let row, let top, let parent):
      let (rows, tops) = (try vector(row, batch), try vector(top, batch))
      return Vector(.bools(run.catalog.links.hierarchy(parent).lies(rows, under: tops)))
    case .above(let row, let parent):
      return run.catalog.links.hierarchy(parent).above(try vector(row, batch))
    case .reduce(let stage, let reduction): return try reduced(stage, reduction, batch)
    case .collect(let stage, let value): return try collected(stage, value, type, batch)
    case .sources(let values): return try sources(values, batch)
    }
  }

  private func parameter(
    _ place: Int, _ expression: Expression
  ) throws(RunFailure) -> Vector {
    let given = run.engine.context.parameters
    if given.indices.contains(place), let value = given[place] {
      return Vector(repeating: value, type: expression.type, count: 1)
    }
    let declared = run.engine.script.parameters
    guard declared.indices.contains(place) else { return .missing(expression.type, count: 1) }
    guard let scalar = declared[place].defaultValue else {
      throw RunFailure(.missingParameter(declared[place].name), at: expression.span)
    }
    var used = UsedColumns()
    used.add(scalar)
    return try computed(Preparation(used: used.columns).expression(scalar), .unit)
  }

  private func asOf(_ span: SourceSpan) throws(RunFailure) -> Vector {
    guard let day = run.engine.context.asOf ?? run.catalog.asOf else {
      throw RunFailure(.missingAsOf, at: span)
    }
    return Vector(.words([Int64(day.number)]))
  }

  private func column(
    _ id: ColumnID, _ type: DataType, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    guard let (holder, rows) = batch.holding(id), let view = holder.relation.columns[id] else {
      return .missing(type, count: batch.count)
    }
    return try view.vector(rows)
  }

  private func field(
    _ place: FieldPlace, of link: Expression, _ type: DataType, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    guard let stored = run.catalog.column(place) else { return .missing(type, count: batch.count) }
    if case .column(let id) = link.kind, let (holder, rows) = batch.holding(id) {
      if let substitute = holder.relation.substitute,
        substitute.field == FieldReference(place: place, column: id)
      {
        return substitute.values.at(rows)
      }
      if let view = holder.relation.columns[id], case .rows = view.source {
        return stored.vector(view.places(rows))
      }
    }
    let links = try vector(link, batch)
    guard case .words(let words) = links.lanes else { return .missing(type, count: batch.count) }
    return stored.vector(.list(links.places(words)))
  }

  private func call(
    _ function: ResolvedFunction, _ arguments: [Expression], _ span: SourceSpan, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    if function.function.name.en == "in", arguments.count == 2,
      let members = try isMember(arguments[0], of: arguments[1], span, batch)
    {
      return members
    }
    let parameters = function.match.parameters
    var values: [Vector] = []
    values.reserveCapacity(arguments.count)
    for (place, argument) in arguments.enumerated() {
      let value = try vector(argument, batch)
      let wanted = parameters.indices.contains(place) ? parameters[place] : argument.type
      values.append(
        argument.type == .missing && wanted != .missing
          ? .missing(wanted, count: batch.count) : value)
    }
    do throws(KernelFailure) {
      return try function.overload.kernel(values, parameters, batch.count)
    } catch {
      throw RunFailure(.computation(error.failure), at: span)
    }
  }

  private func list(
    _ elements: [Expression], _ type: DataType, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    var pieces: [Vector] = []
    for element in elements {
      let value = try vector(element, batch)
      pieces.append(element.type == .missing ? .missing(type.element, count: batch.count) : value)
    }
    var offsets: [Int32] = [0]
    var places: [Int32] = []
    for row in 0..<batch.count {
      for (place, piece) in pieces.enumerated() where piece.isKnown(row) {
        places.append(Int32(place * batch.count + row))
      }
      offsets.append(Int32(places.count))
    }
    return Vector(.lists(offsets, .merged(pieces, places: places, type: type.element)))
  }

  private func text(_ parts: [Expression.TextPart], _ batch: Batch) throws(RunFailure) -> Vector {
    var texts = Array(repeating: "", count: batch.count)
    for part in parts {
      switch part {
      case .literal(let text): for row in texts.indices { texts[row] += text }
      case .value(let expression, let display):
        let values = try vector(expression, batch)
        for row in texts.indices {
          texts[row] += run.engine.context.textOf(
            values.value(row, type: expression.type), expression.type, display)
        }
      }
    }
    var builder = TextPoolBuilder()
    let codes = texts.map { builder.code(of: $0) }
    return Vector(.texts(builder.finish(), codes))
  }
}
