import PlanQLData

extension Printer {
  /// Lays out an expression.
  mutating func layout(_ expression: Expression) -> Layout {
    let start = expression.span.start
    switch expression.kind {
    case .invalid: return .verbatim(sourceText(expression.span))
    case .bool(let isTrue):
      return .text(word((isTrue ? LiteralWord.true : .false).word, at: start))
    case .missing: return .text(missing(at: start))
    case .number(let number): return .text(number.digitsText + number.suffixText)
    case .period(let period): return .text(text(of: period, at: start))
    case .text(let pieces): return layout(pieces, expression.span)
    case .name(let name): return .text(reference(name, mayBeSpecial: true))
    case .member(let base, let name):
      return .sequence([primary(base), .text("." + reference(name))])
    case .call(let call): return layout(call)
    case .invocation(let base, let call):
      return .sequence([layout(base), .text("."), layout(call)])
    case .unary(let op, let operand): return unary(op, operand, start)
    case .binary, .test: return chain(expression)
    case .range(let lower, let upper):
      let floor = Binding.range.tighter
      let first = lower.map { self.operand($0, floor, isLeft: true) } ?? .empty
      let second = upper.map { self.operand($0, floor, isLeft: false) } ?? .empty
      let touches = upper.map { beginsWithDots($0) } ?? false
      return .sequence([first, .text(touches ? ".. " : ".."), second])
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, start)
    case .cases(let branches, let otherwise): return cases(branches, otherwise, start)
    case .list(let elements):
      let list = list(elements, span: \.span) { $0.layout($1) }
      return bracketed("[", list, "]")
    case .parenthesized(let inner): return parenthesized(inner)
    case .pipeline(let source, let stages): return pipeline(source, stages)
    case .shown(let value, let display): return .sequence([layout(value), layout(display)])
    }
  }

  /// Says whether an expression begins with `..`.
  private func beginsWithDots(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .range(let lower, _): lower.map { beginsWithDots($0) } ?? true
    case .binary(_, let first, _, _), .test(_, let first): beginsWithDots(first)
    case .invalid, .bool, .missing, .number, .period, .text, .name, .member, .call, .invocation,
      .unary,
      .conditional, .cases, .list, .parenthesized, .pipeline, .shown:
      false
    }
  }

  private func bracketed(_ opening: String, _ inner: Layout, _ closing: String) -> Layout {
    .group(
      .sequence([
        .text(opening), .indent(2, .sequence([.softLine, inner])), .softLine, .text(closing),
      ]))
  }

  private mutating func parenthesized(_ inner: Expression) -> Layout {
    let before = takeComments(before: inner.span.start)
    let body: Layout = .sequence(before + [layout(inner)])
    if case .pipeline = inner.kind { return bracketed("(", body, ")") }
    return .sequence([.text("("), .align(body), .text(")")])
  }

  /// An operand of a member access.
  private mutating func primary(_ base: Expression) -> Layout {
    switch base.kind {
    case .unary, .binary, .test, .range, .conditional, .pipeline, .shown:
      .sequence([.text("("), layout(base), .text(")")])
    case .invalid, .bool, .missing, .number, .period, .text, .name, .member, .call, .invocation,
      .cases, .list,
      .parenthesized:
      layout(base)
    }
  }

  /// An operand that has to hold at least as tightly as `floor`; brackets are added only where the
  /// tree could not be read back without.
  private mutating func operand(
    _ expression: Expression, _ floor: Binding, isLeft: Bool
  ) -> Layout {
    let isLoose =
      switch expression.kind {
      case .binary(let op, _, _, _): op.binding < floor
      case .test: Binding.comparison < floor
      case .range(let lower, _): (isLeft || lower != nil) && Binding.range < floor
      case .unary(let op, _): isLeft && op.binding < floor
      case .conditional: isLeft
      case .pipeline, .shown: true
      case .invalid, .bool, .missing, .number, .period, .text, .name, .member, .call, .invocation,
        .cases,
        .list, .parenthesized:
        false
      }
    return isLoose ? .sequence([.text("("), layout(expression), .text(")")]) : layout(expression)
  }

  private mutating func unary(_ op: UnaryOperator, _ operand: Expression, _ start: Int) -> Layout {
    let inner = self.operand(operand, op.binding, isLeft: false)
    switch op {
    case .not: return .sequence([.text(op.text(language(at: start)) + " "), inner])
    case .minus:
      if case .unary(.minus, _) = operand.kind { return .sequence([.text("- "), inner]) }
      return .sequence([.text("-"), inner])
    }
  }

  /// An operator in a row of them.
  private struct Link {
    let infix: Infix
    /// Where the operand to its left ends.
    let start: Int
    /// Where the operator stands.
    let place: Int
    let right: Expression?
  }

  /// Operators of one binding in a row, as `a and b and c`; it breaks before each of them.
  private mutating func chain(_ expression: Expression) -> Layout {
    var links: [Link] = []
    var first = expression
    var binding: Binding?
    while true {
      if case .binary(let op, let left, let right, let place) = first.kind,
        binding == nil || op.binding == binding
      {
        let end = left.span.end
        links.append(Link(infix: .binary(op), start: end, place: place.start, right: right))
        (binding, first) = (op.binding, left)
      } else if case .test(let test, let inner) = first.kind, binding == nil {
        let end = inner.span.end
        links.append(Link(infix: .test(test), start: end, place: end, right: nil))
        (binding, first) = (.comparison, inner)
      } else {
        break
      }
    }
    guard let binding else { return .empty }
    var parts = [operand(first, binding, isLeft: true)]
    for link in links.reversed() { parts += layout(link, binding) }
    return .group(.align(.sequence(parts)))
  }

  private mutating func layout(_ link: Link, _ binding: Binding) -> [Layout] {
    var parts: [Layout] = []
    var before: [Layout] = []
    if let right = link.right, binding <= .conjunction {
      parts.append(takeTrailingComment(after: link.start))
      before = takeComments(before: right.span.start)
    }
    parts.append(mayBreak(before: link, binding) ? .line : .space)
    parts += before
    parts.append(.text(link.infix.text(language(at: link.place))))
    if let right = link.right {
      parts += [.space, operand(right, binding.tighter, isLeft: false)]
    }
    return parts
  }

  /// Says whether a line may break before an operator: not before a `-`, which would begin a
  /// statement there, and not before a comparison with something that can break by itself.
  private func mayBreak(before link: Link, _ binding: Binding) -> Bool {
    guard let right = link.right, link.infix != .binary(.subtract) else { return false }
    guard binding == .comparison else { return true }
    switch right.kind {
    case .list, .call, .invocation, .cases, .parenthesized: return false
    case .invalid, .bool, .missing, .number, .period, .text, .name, .member, .unary, .binary,
      .test, .range, .conditional, .pipeline, .shown:
      return true
    }
  }

  private mutating func layout(_ call: Call) -> Layout {
    var parts: [Layout] = []
    var place = call.callee.span.end
    func separate() { if !parts.isEmpty { parts.append(.line) } }
    let clauses = call.clauses
    if let last = call.arguments.last {
      parts.append(list(call.arguments, span: \.span) { $0.layout($1) })
      place = last.span.end
    } else if clauses.sortIsArguments, let last = clauses.sort.last {
      parts.append(layout(clauses.sort, isArguments: true))
      place = span(of: last).end
    }
    if let condition = clauses.condition {
      separate()
      parts.append(clause(.filter, at: place, .align(operandOfWord(condition))))
      place = condition.span.end
    }
    if let last = clauses.distinct.last {
      separate()
      parts.append(clause(.distinct, at: place, layout(clauses.distinct)))
      place = last.span.end
    }
    if !clauses.sortIsArguments, let last = clauses.sort.last {
      separate()
      parts.append(clause(.sort, at: place, layout(clauses.sort)))
      place = span(of: last).end
    }
    if !clauses.within.isEmpty {
      separate()
      parts.append(clause(.within, at: place, layout(clauses.within)))
    }
    let name = reference(call.callee)
    guard !parts.isEmpty else { return .text(name + "()") }
    return bracketed(name + "(", .sequence(parts), ")")
  }

  private func clause(_ clause: ClauseWord, at place: Int, _ inner: Layout) -> Layout {
    .sequence([.text(word(clause.word, at: place) + " "), inner])
  }

  private mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ start: Int
  ) -> Layout {
    let words = [
      word(PrefixWord.if.word, at: start), word(PrefixWord.then.word, at: condition.span.end),
      word(PrefixWord.else.word, at: then.span.end),
    ]
    return .group(
      .align(
        .sequence([
          .text(words[0] + " "), layout(condition), .line, .text(words[1] + " "), layout(then),
          .line, .text(words[2] + " "), layout(otherwise),
        ])))
  }

  /// A branch of a `case`, whose condition is nil for `else`.
  private struct Branch {
    let condition: Expression?
    let value: Expression
    let span: SourceSpan
  }

  private mutating func cases(
    _ branches: [CaseBranch], _ otherwise: Expression?, _ start: Int
  ) -> Layout {
    var rows = branches.map {
      Branch(
        condition: $0.condition, value: $0.value,
        span: $0.condition.span.joined($0.value.span))
    }
    if let otherwise { rows.append(Branch(condition: nil, value: otherwise, span: otherwise.span)) }
    let elseAt = branches.last?.value.span.end ?? endOfWord(after: start)
    let list = list(rows, endsWithComma: true, span: \.span) { printer, row in
      let head =
        row.condition.map { printer.layout($0) }
        ?? .text(printer.word(PrefixWord.else.word, at: elseAt))
      return .sequence([head, .text(": "), printer.layout(row.value)])
    }
    return .group(
      .sequence([
        .text(word(PrefixWord.case.word, at: start) + " {"),
        .indent(2, .sequence([.line, list])), .line, .text("}"),
      ]))
  }

  func layout(_ display: DisplayClause) -> Layout {
    var text = ""
    var place = display.span.start
    if let unit = display.unit {
      text += " \(word(DisplayWord.unit.word, at: place)) \(declaration(unit))"
      place = unit.span.end
    }
    if let decimals = display.decimals {
      text += " \(word(DisplayWord.decimals.word, at: place)) \(decimals)"
    }
    return .text(text)
  }
}
