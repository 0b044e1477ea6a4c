import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Warnings of tests that come out the same whatever the row.
extension Checker {
  /// Looks at two operands that are compared.
  mutating func warnOfConstant(
    _ binary: BinaryOperator, _ left: Scalar, _ right: Scalar, span: SourceSpan
  ) {
    guard binary.binding == .comparison else { return }
    if let column = left.baseColumn, column == right.baseColumn,
      text(left.span) == text(right.span)
    {
      warn(.comparedWithItself(text(left.span)), at: span)
    } else if case .literal = left.kind, case .literal = right.kind {
      warn(.comparesConstants, at: span)
    } else if binary.isOrder, let last = outermost(binary, left, right) {
      warn(.beyondAllValues(last.value, isAfter: last.isAfter), at: span)
    }
  }

  /// The first or last value of an enumeration, where a value is asked to lie beyond it.
  private func outermost(_ binary: BinaryOperator, _ left: Scalar, _ right: Scalar)
    -> (value: Name, isAfter: Bool)?
  {
    var isAfter = binary == .greater
    var limit = right
    if case .literal = left.kind {
      isAfter.toggle()
      limit = left
    }
    guard case .enumeration(let enumeration) = limit.type,
      case .literal(.enumeration(let code)) = limit.kind,
      code == (isAfter ? enumeration.cases.count - 1 : 0)
    else { return nil }
    return (enumeration.cases[code].name, isAfter)
  }

  /// Looks at a list that a value is looked for in.
  mutating func warnOfEmptyList(_ list: Scalar) {
    if case .list(let elements) = list.kind, elements.isEmpty { warn(.emptyList, at: list.span) }
  }
}

extension BinaryOperator {
  /// Whether it asks for what lies beyond, not for equals.
  fileprivate var isOrder: Bool { self == .less || self == .greater }
}
