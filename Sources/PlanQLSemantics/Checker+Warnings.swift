import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// What is no error but hardly meant. A warning never changes what a query gives.
extension Checker {
  /// Says something that does not stop the script, once for a place.
  mutating func warn(
    _ message: Message, at span: SourceSpan, labels: [Diagnostic.Label] = [],
    help: LocalizedText? = nil, fix: Diagnostic.Fix? = nil
  ) {
    guard !diagnostics.contains(where: { $0.code == message.code && $0.span == span }),
      diagnostics.count(where: { $0.severity != .error }) < Checker.mostWarnings
    else { return }
    report(message, at: span, labels: labels, help: help, fix: fix)
  }

  /// No more than so many warnings and hints are given: they must not crowd out what stops a script.
  private static let mostWarnings = Parser.diagnosticLimit / 2

  /// Looks at two conditions that are joined.
  mutating func warnOfLogic(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, _ sides: [Scalar]
  ) {
    if binary == .or { warnOfMixture(left, right) }
    if binary == .and { forgetMissing(left, right) }
    let conditions = joined(left, by: binary)
    let written = text(right.span)
    if let same = conditions.first(where: { text($0.span) == written }) {
      let last = conditions.last?.span.end ?? left.span.end
      warn(
        .sameCondition, at: right.span, labels: [.init(same.span, LocalizedText(text(same.span)))],
        fix: Diagnostic.Fix(SourceSpan(last, right.span.end), ""))
      return
    }
    for other in sides[0].joined(binary) {
      for condition in sides[1].joined(binary) where warnOfPair(binary, other, condition) { return }
    }
  }

  /// Says how `a and b or c` is read.
  private mutating func warnOfMixture(_ left: Expression, _ right: Expression) {
    for side in [left, right] {
      guard case .binary(.and, _, _, _) = side.kind else { continue }
      let bracketed = "(\(text(side.span)))"
      warn(.andBesideOr(bracketed), at: side.span, fix: Diagnostic.Fix(side.span, bracketed))
    }
  }

  /// The conditions that an operator joins, brackets aside.
  private func joined(_ expression: Expression, by joint: BinaryOperator) -> [Expression] {
    if case .parenthesized(let inner) = expression.kind { return joined(inner, by: joint) }
    if case .binary(let binary, let left, let right, _) = expression.kind, binary == joint {
      return joined(left, by: joint) + joined(right, by: joint)
    }
    return [expression]
  }

  /// Compares what two conditions say of one operand.
  private mutating func warnOfPair(
    _ binary: BinaryOperator, _ first: Scalar, _ second: Scalar
  ) -> Bool {
    guard let one = bound(first), let other = bound(second), one.operand == other.operand else {
      return false
    }
    let labels = [Diagnostic.Label(first.span, LocalizedText(text(first.span)))]
    if binary == .and, one.excludes(other) {
      let areValues = one.relation == .equal && other.relation == .equal
      warn(
        .contradiction(one.operand), at: second.span, labels: labels,
        help: areValues ? .eitherOfBoth : nil)
      return true
    }
    if binary == .or, one.relation == .notEqual, other.relation == .notEqual,
      one.value != other.value
    {
      warn(.alwaysTrue(one.operand), at: second.span, labels: labels)
      return true
    }
    return false
  }

  /// What a condition says of an operand beside a literal; nil for any other condition.
  private func bound(_ condition: Scalar) -> ValueBound? {
    var scalar = condition
    var isNegated = false
    if case .not(let inner) = scalar.kind { (scalar, isNegated) = (inner, true) }
    guard case .call(let resolved, let arguments) = scalar.kind, arguments.count == 2,
      let relation = ValueBound.Relation(resolved.function.name.en, isNegated: isNegated),
      let value = arguments[1].literalValue, arguments[0].literalValue == nil
    else { return nil }
    return ValueBound(operand: text(arguments[0].span), relation: relation, value: value)
  }
}

/// What a comparison with a literal says of its operand.
private struct ValueBound {
  enum Relation {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    init?(_ function: String, isNegated: Bool) {
      switch (function, isNegated) {
      case ("equal", false): self = .equal
      case ("equal", true): self = .notEqual
      case ("less", false): self = .less
      case ("less_or_equal", false): self = .lessOrEqual
      case ("greater", false): self = .greater
      case ("greater_or_equal", false): self = .greaterOrEqual
      case (_, _): return nil
      }
    }

    var isUpper: Bool { self == .less || self == .lessOrEqual }
    var isLower: Bool { self == .greater || self == .greaterOrEqual }
    var isStrict: Bool { self == .less || self == .greater }
  }

  let operand: String
  let relation: Relation
  let value: Value

  /// Whether no value fulfils both.
  func excludes(_ other: ValueBound) -> Bool {
    if relation == .equal, other.relation == .equal { return value != other.value }
    if relation == .equal, other.relation == .notEqual { return value == other.value }
    if relation == .notEqual { return other.relation == .equal && value == other.value }
    guard let order = value.order(to: other.value) else { return false }
    if relation == .equal { return other.forbids(order) }
    if other.relation == .equal { return forbids(-order) }
    let strict = relation.isStrict || other.relation.isStrict
    if relation.isLower, other.relation.isUpper { return order > 0 || (order == 0 && strict) }
    if relation.isUpper, other.relation.isLower { return order < 0 || (order == 0 && strict) }
    return false
  }

  /// Whether the bound leaves out a value that stands so to its own: -1 below, 0 at, 1 above.
  private func forbids(_ order: Int) -> Bool {
    if relation.isUpper { return order > 0 || (order == 0 && relation.isStrict) }
    if relation.isLower { return order < 0 || (order == 0 && relation.isStrict) }
    return false
  }
}

extension Value {
  /// -1, 0 or 1 for less, equal or greater; nil where the values have no order among them.
  func order(to other: Value) -> Int? {
    switch (self, other) {
    case (.int(let left), .int(let right)): sign(left, right)
    case (.int(let left), .number(let right)): sign(Double(left), right)
    case (.number(let left), .int(let right)): sign(left, Double(right))
    case (.number(let left), .number(let right)): sign(left, right)
    case (.money(let left), .money(let right)) where left.currency == right.currency:
      sign(left.minorUnits, right.minorUnits)
    case (.date(let left), .date(let right)): sign(left, right)
    case (_, _): nil
    }
  }

  private func sign<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }
}

extension Scalar {
  /// The value of a literal, also where it is converted.
  var literalValue: Value? {
    if case .convert(let inner) = kind { return inner.literalValue }
    guard case .literal(let value) = kind, !value.isMissing else { return nil }
    return value
  }

  /// Whether it is the word `missing`, also where it is converted.
  fileprivate var isLiterallyMissing: Bool {
    if case .convert(let inner) = kind { return inner.isLiterallyMissing }
    return if case .literal(.missing) = kind { true } else { false }
  }

  /// The conditions that `and` or `or` joins.
  fileprivate func joined(_ joint: BinaryOperator) -> [Scalar] {
    switch (kind, joint) {
    case (.and(let left, let right), .and), (.or(let left, let right), .or):
      left.joined(joint) + right.joined(joint)
    case (_, _): [self]
    }
  }
}

extension Checker {
  /// Says that rows with a missing value fulfil a negative test.
  mutating func hintOfMissing(_ operands: [Scalar], span: SourceSpan) {
    guard !operands.contains(where: \.isLiterallyMissing) else { return }
    for operand in operands where operand.isOptional && operand.literalValue == nil {
      let written = text(operand.span)
      if knownOperands.contains(written) { continue }
      warn(.missingFulfils(written), at: span)
      return
    }
  }

  /// Says that rows with a missing value fulfil `not` of a comparison.
  mutating func hintOfNegation(_ condition: Scalar, span: SourceSpan) {
    guard case .call(_, let arguments) = condition.kind else { return }
    hintOfMissing(arguments, span: span)
  }

  /// Takes back what was said of missing values where the other side of an `and` leaves them out.
  private mutating func forgetMissing(_ left: Expression, _ right: Expression) {
    let known = knownByConditions(left) + knownByConditions(right)
    guard !known.isEmpty else { return }
    let span = left.span.joined(right.span)
    diagnostics.removeAll { diagnostic in
      diagnostic.code == Message.missingFulfils("").code && diagnostic.span.start >= span.start
        && diagnostic.span.end <= span.end
        && known.contains { diagnostic.message == Message.missingFulfils($0).text }
    }
  }

  /// The operands that cannot be missing where a condition holds.
  func knownByConditions(_ condition: Expression) -> [String] {
    joined(condition, by: .and).flatMap { part -> [String] in
      if case .test(.isKnown, let operand) = part.kind { return [text(operand.span)] }
      guard case .binary(let binary, let left, let right, _) = part.kind,
        binary.record.negates == nil, binary.binding == .comparison, right.kind != .missing
      else { return [] }
      return [left, right].filter(\.isPath).map { text($0.span) }
    }
  }

  /// Says that a comparison with `missing` has a word of its own.
  mutating func hintOfMissingLiteral(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, sign: SourceSpan
  ) {
    guard binary == .equal || binary == .notEqual, right.kind == .missing,
      left.kind != .missing
    else { return }
    let test = binary == .equal ? PresenceTest.isMissing : .isKnown
    let isChinese = !text(right.span).utf8.allSatisfy { $0 < 0x80 }
    let word = test.word.name[isChinese ? .zh : .en]
    let space = sign.start == left.span.end ? " " : ""
    warn(
      .comparedWithMissing(text(sign)), at: sign,
      fix: Diagnostic.Fix(SourceSpan(sign.start, right.span.end), space + word))
  }

  /// Says that a number of things is never negative.
  mutating func warnOfCount(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, span: SourceSpan
  ) {
    guard case .call(let call) = left.kind,
      ["count", "计数", "length", "字数", "abs", "绝对值"].contains(call.callee.text),
      let bound = integer(right)
    else { return }
    let never: [BinaryOperator] = bound < 0 ? [.less, .lessOrEqual, .equal] : [.less]
    let ever: [BinaryOperator] =
      bound < 0 ? [.greater, .greaterOrEqual, .notEqual] : [.greaterOrEqual]
    guard bound <= 0, never.contains(binary) || ever.contains(binary) else { return }
    warn(.neverNegative(call.callee.text, always: ever.contains(binary)), at: span)
  }

  private func integer(_ expression: Expression) -> Int64? {
    if case .unary(.minus, let operand) = expression.kind {
      return integer(operand).flatMap { $0 == .min ? nil : -$0 }
    }
    guard case .number(let number) = expression.kind, number.suffix == nil,
      number.digits.scale == 0
    else { return nil }
    return number.digits.significand
  }

  /// Says that a range of literals is empty.
  mutating func warnOfRange(_ lower: Scalar?, _ upper: Scalar?, span: SourceSpan) {
    guard let lower, let upper, let first = lower.literalValue, let last = upper.literalValue,
      first.order(to: last) == 1
    else { return }
    warn(
      .emptyRange, at: lower.span.joined(upper.span),
      fix: Diagnostic.Fix(
        lower.span.joined(upper.span), "\(text(upper.span))..\(text(lower.span))"))
  }

  /// Says that an order is lost, where a `summarize` follows that does not look at it.
  mutating func warnOfSort(_ stages: [Stage], after table: SourceSpan) {
    for (place, stage) in stages.enumerated() {
      guard case .sort = stage.kind, place + 1 < stages.count,
        case .summarize = stages[place + 1].kind
      else { continue }
      let next = stages[place + 1].span
      let bytes = Array(source(next))
      let names = WrittenNames.places(in: bytes).map(\.name)
      let dependsOnOrder = names.contains { name in
        Checker.orderedAggregates.contains(name) || view.entry(name) != nil
      }
      if dependsOnOrder { continue }
      let start = place == 0 ? table.end : stages[place - 1].span.end
      warn(
        .sortWithoutEffect, at: stage.span,
        fix: Diagnostic.Fix(SourceSpan(start, stage.span.end), ""))
    }
  }

  private func source(_ span: SourceSpan) -> ArraySlice<UInt8> {
    let end = Swift.min(span.end, source.count)
    return source[Swift.min(span.start, end)..<end]
  }

  private static let orderedAggregates: Set<String> = {
    let ordered = ["first", "last", "list", "previous", "next", "row_number", "rank", "dense_rank"]
    return Set(
      Library.aggregates.map(\.name).filter { ordered.contains($0.en) }.flatMap { [$0.en, $0.zh] })
  }()

  /// Says which names a script gives and never reads.
  mutating func warnOfUnused(_ script: Script) {
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    for statement in script.statements { warnOfUnused(statement) }
  }

  private mutating func warnOfUnused(_ statement: Statement) {
    switch statement.kind {
    case .binding(let name, _): if isUnused(name) { warn(.unusedBinding(name.text), at: name.span) }
    case .definition(let definition):
      let name = definition.name
      if isUnused(name) { warn(.unusedDefinition(name.text), at: name.span) }
    case .parameter(let parameter):
      guard !usedParameters.contains(parameter.name.text) else { return }
      warn(.unusedParameter(parameter.name.text), at: parameter.name.span)
    case .loop(_, _, let body): for statement in body { warnOfUnused(statement) }
    case .condition(_, let then, let otherwise):
      for statement in then + otherwise { warnOfUnused(statement) }
    case .use(let path, let span): warnOfUnusedFile(path, at: span)
    case .check, .title, .text, .table, .chart, .result, .invalid: break
    }
  }

  private func isUnused(_ name: Identifier) -> Bool {
    !usedDeclarations.contains(name.span) && !name.text.hasPrefix("_")
  }
}

extension Expression {
  /// Whether it is a name or a path of names.
  var isPath: Bool {
    if case .member(let base, _) = kind { return base.isPath }
    return if case .name = kind { true } else { false }
  }
}
