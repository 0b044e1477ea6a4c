import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

extension Checker {
  /// Resolves `expand u in units split investment`.
  mutating func checkExpand(_ expand: Expand, _ rows: Rows, span: SourceSpan) -> Rows? {
    var rows = rows
    let list = inRow(&rows) { checker in
      let typed = checker.checkExpression(expand.list)
      if case .range = expand.list.unbracketed.kind, !typed.isInvalid {
        return checker.values(of: typed, expand.list) ?? checker.invalid(expand.list.span)
      }
      return checker.value(of: typed, span: expand.list.span).0
    }
    if list.type.isInvalid { return nil }
    guard case .list(let type) = list.type else {
      report(.notAList(text(expand.list.span), title(list.type)), at: expand.list.span)
      return nil
    }
    guard rows.scope.field(named: expand.name.text) == nil else {
      report(.duplicateColumn(expand.name.text), at: expand.name.span, help: .chooseAnotherName)
      return nil
    }
    var shares: [Step.Share] = []
    for (names, method) in [(expand.split, Step.Share.Method.split), (expand.once, .once)] {
      for name in names {
        guard let share = checkShare(name, method, &rows) else { return nil }
        shares.append(share)
      }
    }
    let element = newColumn()
    rows.step = Step(
      .expand(rows.step, list: list, element: element, shares: shares), span: span)
    let value = Scalar(.column(element), type: type, isOptional: true, span: expand.name.span)
    rows.scope.fields.append(
      RowField(name: Name(expand.name.text), value: value, display: .plain))
    rows.leaveGroups()
    return rows
  }

  private mutating func checkShare(
    _ name: Identifier, _ method: Step.Share.Method, _ rows: inout Rows
  ) -> Step.Share? {
    guard let place = fieldPlace(name, in: rows.scope) else { return nil }
    let field = rows.scope.fields[place]
    guard isAmount(field.value.type) else {
      report(.notAnAmount(name.text, title(field.value.type)), at: name.span)
      return nil
    }
    let id = newColumn()
    let value = Scalar(
      .column(id), type: field.value.type, isOptional: field.value.isOptional || method == .once,
      span: name.span)
    rows.scope.fields[place] = RowField(name: field.name, value: value, display: field.display)
    return Step.Share(id, amount: field.value, method: method)
  }

  private func isAmount(_ type: DataType) -> Bool {
    switch type {
    case .int, .money: true
    case .bool, .number, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing,
      .invalid:
      false
    }
  }

  /// Resolves `spread amount: investment over period by year`.
  mutating func checkSpread(_ spread: Spread, _ rows: Rows, span: SourceSpan) -> Rows? {
    var rows = rows
    let (amount, display, name) = inRow(&rows) { checker in
      let (scalar, display) = checker.value(
        of: checker.checkExpression(spread.amount), span: spread.amount.span)
      let name = spread.label.map { Name($0.text) } ?? checker.columnName(spread.amount)
      return (scalar, display, name)
    }
    let period = inRow(&rows) {
      $0.fitted(
        $0.checkExpression(spread.period), to: .period, span: spread.period.span, for: .period)
    }
    if amount.type.isInvalid || period.type.isInvalid { return nil }
    guard isAmount(amount.type) else {
      report(.notAnAmount(text(spread.amount.span), title(amount.type)), at: spread.amount.span)
      return nil
    }
    guard let method = checkMethod(spread.method) else { return nil }
    let part = newColumn()
    let share = newColumn()
    rows.step = Step(
      .spread(
        rows.step,
        .init(
          amount: amount, period: period, grain: spread.grain, method: method, part: part,
          share: share)), span: span)
    grains[part] = spread.grain
    let partValue = Scalar(.column(part), type: .period, isOptional: false, span: spread.grainSpan)
    let shareValue = Scalar(
      .column(share), type: amount.type, isOptional: amount.isOptional, span: spread.amount.span)
    place(RowField(name: spread.grain.name, value: partValue, display: .plain), in: &rows)
    place(RowField(name: name, value: shareValue, display: display), in: &rows)
    rows.leaveGroups()
    return rows
  }

  private func place(_ field: RowField, in rows: inout Rows) {
    if let place = rows.scope.fields.firstIndex(where: { field.name.shares($0.name) }) {
      rows.scope.fields[place] = field
    } else {
      rows.scope.fields.append(field)
    }
  }

  private mutating func checkMethod(_ method: Spread.Method) -> Step.Spreading.Method? {
    switch method {
    case .evenly: return .evenly
    case .daily: return .daily
    case .weights(let written):
      let saved = frames
      frames = []
      defer { frames = saved }
      var weights: [Scalar] = []
      for weight in written {
        let scalar = fitted(checkExpression(weight), to: .int, span: weight.span, for: .count)
        if scalar.type.isInvalid { return nil }
        if case .literal(.int(let number)) = scalar.kind, number < 0 {
          report(.negativeCount, at: weight.span)
          return nil
        }
        weights.append(scalar)
      }
      return .weights(weights)
    }
  }
}
