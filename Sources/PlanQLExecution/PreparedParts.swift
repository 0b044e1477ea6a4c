import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What the parts of an expression or a stage add up to.
struct PreparedParts {
  /// What they read of their own and outer rows.
  var references: Set<Reference> = []
  private var depth = 0
  private var prefetches: [Prefetch] = []
  /// What is shared of a second input, which counts where the stage itself is not shared.
  private var secondPrefetches: [Prefetch] = []
  /// Whether a value that is the same in all rows is worth computing before threads part.
  var isCostly = false

  /// Adds an operand and gives it back.
  mutating func adding(_ part: Expression) -> Expression {
    add(part, inner: [])
    return part
  }

  /// Adds an expression over rows that have the columns `inner`.
  mutating func add(_ part: Expression, inner: Set<ColumnID>) {
    references.formUnion(part.references.filter { !inner.contains($0.column) })
    depth = max(depth, part.depth)
    prefetches += part.prefetches
  }

  /// Adds a sub-query: `values` are computed over the rows of `stage`, which have the columns `inner`.
  mutating func add(_ stage: Stage, _ values: [Expression], inner: Set<ColumnID>) {
    references.formUnion(stage.references)
    depth = max(depth, stage.depth)
    prefetches += stage.prefetches
    if let shared = stage.sharedPart, shared !== stage { prefetches.append(.rows(shared)) }
    for value in values { add(value, inner: inner) }
  }

  /// Adds the stage that rows come from.
  mutating func add(input: Stage) {
    references.formUnion(input.references)
    depth = max(depth, input.depth)
    prefetches += input.prefetches
  }

  /// Adds the stage that a second set of rows comes from.
  mutating func add(second: Stage) {
    add(input: second)
    if let shared = second.sharedPart { secondPrefetches.append(.rows(shared)) }
  }

  /// The expression whose parts these are.
  func expression(_ kind: Expression.Kind, type: DataType, span: SourceSpan) -> Expression {
    var isCostly = isCostly
    switch kind {
    case .reduce, .collect: isCostly = true
    case .literal, .parameter, .asOf, .bound, .column, .field, .linking, .call, .convert, .and,
      .or, .not, .isKnown, .choose, .coalesce, .list, .text, .under, .above, .sources:
      break
    }
    return Expression(
      kind, type: type, span: span, references: references, depth: depth + 1,
      isCostly: isCostly, prefetches: prefetches)
  }

  /// The stage whose parts these are.
  func stage(_ kind: Stage.Kind, span: SourceSpan) -> Stage {
    Stage(
      kind, span: span, references: references, depth: depth + 1,
      prefetches: prefetches + (references.isEmpty ? [] : secondPrefetches))
  }
}
