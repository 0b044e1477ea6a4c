import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// What people bring from other languages and can only be told once names are resolved.
extension Checker {
  /// Says that there is no such function, and what the language has in its place.
  mutating func reportUnknownFunction(_ call: Call, span: SourceSpan) {
    let callee = call.callee
    if isFileMissing || reportEarlyUse(callee) || reportEarlyField(callee) { return }
    if let help = elsewhere(callee.text) {
      report(.unknownFunction(callee.text), at: callee.span, help: help)
      return
    }
    let known =
      view.functions.map { Name($0) }
      + (frames.last?.scope.this.map { computedFieldNames(of: $0) } ?? []).map { Name($0) }
      + Library.functions.map(\.name) + Library.aggregates.map(\.name)
    guard let tried = TriedCall.named(callee.text) else {
      report(
        .unknownFunction(callee.text), at: callee.span,
        help: .didYouMean(suggestion(callee.text, known)), fix: fix(callee, known))
      return
    }
    let fix = replacement(for: call, by: tried, span: span).map { Diagnostic.Fix(span, $0) }
    report(.unknownFunction(callee.text), at: callee.span, help: tried.advice, fix: fix)
  }

  /// The text that a call of another language's function means; nil where that cannot be told.
  private func replacement(
    for call: Call, by tried: TriedCall, span: SourceSpan
  ) -> String? {
    guard var text = tried.template else { return nil }
    if !call.clauses.isEmpty {
      guard text.hasPrefix("@"), text.hasSuffix("($1)") || text.hasSuffix("($*)") else {
        return nil
      }
      let name = text.dropFirst().prefix { $0 != "(" }
      return name + self.text(SourceSpan(call.callee.span.end, span.end))
    }
    let isOperator = text.hasPrefix("(")
    let arguments = call.arguments.map { argument in
      let written = self.text(argument.span)
      return isOperator && argument.isOperation ? "(\(written))" : written
    }
    let wanted = (1...3).last { text.contains("$\($0)") } ?? 0
    let takesAny =
      ["$*", "$and", "$or", "$coalesce", "${}"].contains { text.contains($0) }
    guard takesAny ? wanted == 0 : arguments.count == wanted else { return nil }
    guard !takesAny || text.contains("$*") || !arguments.isEmpty else { return nil }
    let isChinese = !call.callee.text.utf8.allSatisfy { $0 < 0x80 }
    for (mark, joint) in [
      ("$*", ", "), ("$and", " and "), ("$or", " or "), ("$coalesce", " ?? "),
    ] {
      text = text.replacing(mark, with: arguments.joined(separator: joint))
    }
    let holes = call.arguments.map { argument in
      if case .text(let pieces) = argument.kind, case .text(let plain)? = pieces.first,
        pieces.count == 1, !plain.contains(where: { "{}\\\"\n".contains($0) })
      {
        return plain
      }
      return "{\(self.text(argument.span))}"
    }
    text = text.replacing("${}", with: holes.joined())
    for (place, argument) in arguments.enumerated().reversed() {
      text = text.replacing("$\(place + 1)", with: argument)
    }
    guard text.hasPrefix("@") else { return text }
    let name = text.dropFirst().prefix { $0 != "(" }
    let function =
      Library.function(named: String(name))?.name ?? Library.aggregate(named: String(name))?.name
    guard let function else { return nil }
    return (isChinese ? function.zh : function.en) + text.dropFirst(name.count + 1)
  }

  /// Says that the name of a row or of a value of an enumeration stands in quotes, where a name that means nothing
  /// else stands beside a value of that type.
  mutating func reportUnquoted(_ written: Expression, beside typed: Typed) -> Bool {
    guard case .name(let name) = written.kind, !name.isQuoted,
      case .scalar(let other, _) = typed
    else { return false }
    let type = other.type.element
    let isNamed: Bool
    switch type {
    case .enumeration(let enumeration):
      isNamed = enumeration.code(named: name.text) != nil
    case .entity(let target):
      let table = catalog.table(named: target)
      isNamed = table.map { !catalog.tables[$0].rows(named: name.text).isEmpty } ?? false
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .list, .missing, .invalid:
      isNamed = false
    }
    guard isNamed, attempt({ $0.checkName(name) }).map(\.isInvalid) ?? true else { return false }
    report(
      .unquotedName(name.text), at: name.span,
      fix: Diagnostic.Fix(name.span, "\"\(name.text)\""))
    return true
  }

  /// Says how a value is given a name, where `x = 3` stands as a statement and `x` is nothing.
  mutating func reportAssignment(_ expression: Expression) -> Bool {
    guard case .binary(.equal, let left, _, _) = expression.kind,
      case .name(let name) = left.kind, frames.isEmpty,
      attempt({ $0.checkName(name) }).map(\.isInvalid) ?? true
    else { return false }
    let gap = SourceSpan(name.span.start, name.span.start)
    let isChinese = !name.text.utf8.allSatisfy { $0 < 0x80 }
    let word = StatementWord.binding.word.name[isChinese ? .zh : .en]
    report(.assignment(name.text), at: name.span, fix: Diagnostic.Fix(gap, word + " "))
    return true
  }

  /// Help for a date or a month that is written as a text or as a difference of numbers: `'2021-03-05'`, `2021-03`.
  mutating func reportDateInOtherForm(_ written: Expression, beside typed: Typed) -> Bool {
    guard case .scalar(let other, _) = typed, other.type == .date || other.type == .period else {
      return false
    }
    var text = self.text(written.span)
    switch written.kind {
    case .text: text = String(text.dropFirst().dropLast())
    case .binary(.subtract, _, _, _): break
    case .invalid, .bool, .missing, .number, .period, .name, .member, .call, .unary, .binary, .test,
      .range, .conditional, .cases, .list, .parenthesized, .pipeline, .shown, .invocation:
      return false
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard [[4, 2, 2], [4, 2]].contains(parts.map(\.utf8.count)),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    guard Period(text: text) != nil else {
      report(.dateInOtherForm(text), at: written.span, help: Message.noSuchDate(text))
      return true
    }
    report(.dateInOtherForm(text), at: written.span, fix: Diagnostic.Fix(written.span, "@" + text))
    return true
  }
}

extension Typed {
  /// Whether it was reported.
  var isInvalid: Bool { if case .invalid = self { true } else { false } }
}

extension Expression {
  /// Whether an operator is on its outside, so that it needs brackets beside another.
  fileprivate var isOperation: Bool {
    switch kind {
    case .unary, .binary, .test, .range, .conditional: true
    case .invalid, .bool, .missing, .number, .period, .text, .name, .member, .call, .invocation,
      .cases, .list, .parenthesized, .pipeline, .shown:
      false
    }
  }
}
