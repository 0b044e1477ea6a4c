import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What runs and is hardly meant, as other languages have it otherwise.
extension Checker {
  /// Says that a text stands where the field of that name may be meant: `sort "salary"`.
  mutating func warnOfQuotedField(_ written: Expression) {
    guard case .text(let pieces) = written.kind, pieces.count == 1,
      case .text(let name)? = pieces.first, frames.last?.scope.field(named: name) != nil
    else { return }
    let field = Printer.written(name)
    warn(.quotedField(name, field), at: written.span, fix: Diagnostic.Fix(written.span, field))
  }

  /// Says that the missing value is one of those that are counted: `count(distinct lead)`.
  mutating func hintOfMissingCounted(_ call: Call, _ distinct: [Scalar]) {
    guard call.arguments.isEmpty, distinct.count == 1, let key = distinct.first, key.isOptional
    else { return }
    let written = text(key.span)
    let known = call.clauses.condition.map { knownByConditions($0) } ?? []
    guard !known.contains(written), !knownOperands.contains(written) else { return }
    warn(.missingCounted(written), at: key.span)
  }

  /// Says that an item of groups looks at the whole table, the same in every group: `sum(projects.investment) by lead`.
  mutating func hintOfWholeTable(_ written: Expression, _ scalar: Scalar, _ input: RowScope) {
    guard case .call(let call) = written.kind,
      case .member(let base, let field)? = call.arguments
        .first?.kind, case .name = base.kind, case .reduce(let step, _) = scalar.kind,
      case .scan(let table, _) = step.kind, case .entity(let own)? = input.this?.type,
      catalog.table(named: own) == table, input.field(named: field.text) != nil
    else { return }
    let argument = base.span.joined(field.span)
    warn(
      .wholeTableInGroup(text(base.span), text(field.span)), at: argument,
      fix: Diagnostic.Fix(argument, text(field.span)))
  }
}
