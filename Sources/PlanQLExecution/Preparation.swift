import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Makes scalars and steps ready to run.
struct Preparation {
  /// The columns that something reads; definitions of others are left out.
  let used: Set<ColumnID>

  /// Prepares an expression.
  func expression(_ scalar: Scalar) -> Expression {
    var parts = PreparedParts()
    let kind = kind(scalar, &parts)
    if case .field(let place, let link) = kind, case .column(let id) = link.kind {
      parts.references = [.field(FieldReference(place: place, column: id))]
    }
    return parts.expression(kind, type: scalar.type, span: scalar.span)
  }

  private func kind(_ scalar: Scalar, _ parts: inout PreparedParts) -> Expression.Kind {
    func ready(_ operand: Scalar) -> Expression { parts.adding(expression(operand)) }
    switch scalar.kind {
    case .literal(let value): return .literal(value)
    case .parameter(let place): return .parameter(place)
    case .asOf: return .asOf
    case .bound(let slot):
      parts.isCostly = true
      return .bound(slot)
    case .column(let id):
      parts.references.insert(.column(id))
      return .column(id)
    case .field(let table, let field, let link):
      return .field(FieldPlace(table: table, field: field), of: ready(link))
    case .linking(let table, let field, let target):
      return .linking(FieldPlace(table: table, field: field), to: ready(target))
    case .call(let function, let arguments): return .call(function, arguments.map(ready))
    case .convert(let operand): return .convert(ready(operand))
    case .and(let left, let right): return .and(ready(left), ready(right))
    case .or(let left, let right): return .or(ready(left), ready(right))
    case .not(let operand): return .not(ready(operand))
    case .isKnown(let operand): return .isKnown(ready(operand))
    case .choose(let branches, let otherwise):
      return .choose(
        branches.map { .init(condition: ready($0.condition), value: ready($0.value)) },
        otherwise: otherwise.map(ready))
    case .coalesce(let left, let right): return .coalesce(ready(left), ready(right))
    case .list(let elements): return .list(elements.map(ready))
    case .text(let pieces):
      return .text(
        pieces.map { piece in
          switch piece {
          case .literal(let text): .literal(text)
          case .value(let scalar, let display): .value(ready(scalar), display)
          }
        })
    case .under(let row, let top, let table, let parent):
      return .under(ready(row), ready(top), FieldPlace(table: table, field: parent))
    case .above(let row, let table, let parent):
      return .above(ready(row), FieldPlace(table: table, field: parent))
    case .reduce(let step, let aggregate):
      let (stage, inner) = stageWithColumns(step)
      let reduction = reduction(aggregate)
      parts.add(stage, reduction.expressions, inner: inner)
      return .reduce(stage, reduction)
    case .collect(let step, let value):
      let (stage, inner) = stageWithColumns(step)
      let value = expression(value)
      parts.add(stage, [value], inner: inner)
      return .collect(stage, value)
    case .sources(let values): return .sources(values.map(ready))
    }
  }

  /// Prepares an aggregate.
  func reduction(_ aggregate: Aggregate) -> Reduction {
    Reduction(
      aggregate, argument: aggregate.argument.map(expression),
      condition: aggregate.condition.map(expression),
      distinct: aggregate.distinct.map(expression),
      sort: aggregate.sort.map {
        Ordering(value: expression($0.value), isDescending: $0.isDescending)
      },
      within: aggregate.within.map(expression))
  }

  /// Prepares a step.
  func stage(_ step: Step) -> Stage { stageWithColumns(step).stage }

  /// Prepares a step, and says which columns it and its inputs make.
  private func stageWithColumns(_ step: Step) -> (stage: Stage, columns: Set<ColumnID>) {
    var preparation = StagePreparation(self)
    let stage = preparation.stage(step)
    return (stage, preparation.columns)
  }
}
