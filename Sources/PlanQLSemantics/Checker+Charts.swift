import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Pictures of tables.
extension Checker {
  /// Resolves `chart bar "caption": pipeline`.
  mutating func checkChart(
    _ kind: ChartKind, _ caption: Expression?, _ pipeline: Expression
  ) -> TypedScript.Part? {
    let caption = caption.flatMap { checkText($0) }
    let typed = checkExpression(pipeline)
    guard let rows = table(typed, span: pipeline.span) else { return nil }
    return .chart(kind, caption: caption, query(rows))
  }
}
