import PlanQLData

/// Statements that hold others, and definitions.
extension Printer {
  /// A loop behind its word.
  mutating func loop(_ name: Identifier, _ source: Expression, _ body: [Statement]) -> Layout {
    let into = word(ClauseWord.in.word, at: name.span.end)
    let head: Layout = .sequence([
      .text("\(declaration(name)) \(into) "), operandOfWord(source), .text(" "),
    ])
    return .sequence([head, block(body, after: source.span.end).layout])
  }

  /// A condition with its blocks behind its word.
  mutating func condition(
    _ condition: Expression, _ then: [Statement], _ otherwise: [Statement], end: Int
  ) -> Layout {
    var parts = [operandOfWord(condition), .space]
    let first = block(then, after: condition.span.end)
    parts.append(first.layout)
    // The statement ends with its first block where there is no `else`, even an empty one.
    guard first.end < end else { return .sequence(parts) }
    let comments = takeComments(before: skippingBlanks(from: first.end, alsoOver: []))
    parts += comments.isEmpty ? [.space] : [.hardLine] + comments
    parts.append(.text(word(PrefixWord.else.word, at: first.end) + " "))
    if otherwise.count == 1, let next = otherwise.first,
      case .condition(let condition, let then, let otherwise) = next.kind,
      next.span.start == skippingBlanks(from: endOfWord(after: first.end), alsoOver: [])
    {
      let keyword = word(StatementWord.condition.word, at: next.span.start)
      parts.append(.text(keyword + " "))
      parts.append(self.condition(condition, then, otherwise, end: next.span.end))
    } else {
      parts.append(block(otherwise, after: endOfWord(after: first.end)).layout)
    }
    return .sequence(parts)
  }

  /// Statements in braces, and where the closing one stands; the opening one follows an offset.
  private mutating func block(_ body: [Statement], after offset: Int) -> (layout: Layout, end: Int)
  {
    let opening = place(of: 0x7B, from: offset)
    let close = place(of: 0x7D, from: body.last?.span.end ?? opening)
    let trailing = takeTrailingComment(after: opening)
    let inside = layout(body, endingAt: close - 1)
    if case .sequence(let parts) = inside, parts.isEmpty, case .sequence = trailing {
      return (.text("{}"), close)
    }
    return (
      .sequence([
        .text("{"), trailing, .indent(2, .sequence([.hardLine, trimmed(inside)])), .hardLine,
        .text("}"),
      ]), close
    )
  }

  /// A layout without the line break at its end.
  private func trimmed(_ layout: Layout) -> Layout {
    guard case .sequence(var parts) = layout, case .hardLine? = parts.last else { return layout }
    parts.removeLast()
    return .sequence(parts)
  }

  /// The place behind the next sign of a kind, where blanks, comments and semicolons come before it.
  private func place(of sign: UInt32, from offset: Int) -> Int {
    let place = skippingBlanks(from: offset, alsoOver: [0x3B])
    guard place < source.count else { return place }
    let reading = Characters.folded(source, at: place)
    return reading.value == sign ? reading.end : place
  }

  /// A definition behind its word.
  mutating func layout(_ definition: Definition) -> Layout {
    let owner = definition.owner.map { reference($0) + "." } ?? ""
    var parts: [Layout] = [.text(owner + declaration(definition.name))]
    if let parameters = definition.parameters {
      let types = parameters.map { parameter in
        Layout.sequence([.text(declaration(parameter.name) + ": "), layout(parameter.type)])
      }
      parts += [.text("(")] + [types.joined(.text(", ")), .text(")")]
    }
    return .sequence(parts + [.text(" = "), statementValue(definition.value)])
  }
}
