import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What columns are called, and where rows come from.
extension Checker {
  /// Resolves `label total: "合计" as 亿元`.
  mutating func checkLabels(_ labels: [ColumnLabel], _ rows: Rows) -> Rows? {
    var rows = rows
    for label in labels {
      guard let place = fieldPlace(label.name, in: rows.scope) else { return nil }
      if let written = label.caption {
        guard let caption = checkCaption(written) else { return nil }
        rows.scope.fields[place].title = caption
      }
      if let clause = label.display {
        let field = rows.scope.fields[place]
        guard let display = checkDisplay(clause, of: field.value, field.display) else {
          return nil
        }
        rows.scope.fields[place].display = display
      }
    }
    return rows
  }

  /// A caption: the same for all rows, so it is resolved outside of them.
  private mutating func checkCaption(_ written: Expression) -> Scalar? {
    let (scalar, _) = outsideRows {
      $0.value(of: $0.checkExpression(written), span: written.span)
    }
    if scalar.type.isInvalid { return nil }
    guard scalar.type == .text else {
      report(.captionIsNoText(title(scalar.type)), at: written.span)
      return nil
    }
    return scalar
  }

  /// What the column that `cite` adds is called.
  static let citeName = Name("sources", "出处")

  /// Resolves `cite`.
  mutating func checkCite(_ rows: Rows, span: SourceSpan) -> Rows? {
    guard rows.scope.field(named: Checker.citeName.en) == nil else {
      report(.duplicateColumn(Checker.citeName.en), at: span, help: .chooseAnotherName)
      return nil
    }
    guard let cited = withSources(rows, span: span) else {
      report(rows.sources.isLost ? .tooMuchToCite : .nothingToCite, at: span)
      return nil
    }
    return cited
  }

  /// Rows with a column that says where each comes from; nil where that is not known.
  mutating func withSources(_ rows: Rows, span: SourceSpan) -> Rows? {
    let sources = rows.sources.links.filter { source in
      if case .entity = source.type.element { true } else { false }
    }
    guard !sources.isEmpty else { return nil }
    var rows = rows
    let id = newColumn()
    let text = Scalar(.sources(sources), type: .text, isOptional: true, span: span)
    rows.step = Step(.extend(rows.step, [.init(id, text)]), span: span)
    rows.scope.fields.append(
      RowField(
        name: Checker.citeName,
        value: Scalar(.column(id), type: .text, isOptional: true, span: span), display: .plain))
    return rows
  }
}
