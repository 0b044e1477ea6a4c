import PlanQLData

extension Printer {
  /// Lays out a whole script.
  mutating func layout(_ script: Script) -> Layout { layout(script.statements, endingAt: Int.max) }

  /// Lays out statements one after the other, with the comments among them and behind the last.
  mutating func layout(_ statements: [Statement], endingAt end: Int) -> Layout {
    var parts: [Layout] = []
    for (index, statement) in statements.enumerated() {
      let own = ownComments(before: statement.span.start, isFirst: parts.isEmpty)
      let body = layout(statement)
      let inside = takeComments(before: statement.span.end)
      let isFirst = parts.isEmpty && own.isEmpty
      parts += own
      if !isFirst, hasEmptyLine(before: statement.span.start) { parts.append(.hardLine) }
      parts += inside
      parts.append(body)
      if index + 1 < statements.count, goesOn(statements[index + 1]) {
        parts.append(.text(";"))
      }
      parts.append(takeTrailingComment(after: statement.span.end))
      parts.append(.hardLine)
    }
    parts += ownComments(before: end, isFirst: parts.isEmpty)
    return .sequence(parts)
  }

  /// Takes comments between statements, with the empty lines before them.
  private mutating func ownComments(before offset: Int, isFirst: Bool) -> [Layout] {
    var parts: [Layout] = []
    while let comment = nextComment(before: offset) {
      dropComment()
      if !(isFirst && parts.isEmpty), hasEmptyLine(before: comment.span.start) {
        parts.append(.hardLine)
      }
      parts += [.comment(comment.text), .hardLine]
    }
    return parts
  }

  /// Says whether an empty line stands right before a place of the source.
  private func hasEmptyLine(before offset: Int) -> Bool {
    var breaks = 0
    var place = offset - 1
    while place >= 0, source[place] <= 0x20 {
      let isPair = source[place] == 0x0A && place > 0 && source[place - 1] == 0x0D
      if source[place] == 0x0A || source[place] == 0x0D { breaks += 1 }
      place -= isPair ? 2 : 1
    }
    return breaks > 1
  }

  /// Says whether a statement begins with what would go on with the line before it, so that a
  /// semicolon has to stand between them.
  private func goesOn(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .result(let value): return goesOn(value)
    case .parameter, .binding, .check, .title, .text, .table, .chart, .definition, .use, .loop,
      .condition, .invalid:
      return false
    }
  }

  private func goesOn(_ value: Expression) -> Bool {
    switch value.kind {
    case .name(let name): return goesOn(name)
    case .call(let call): return goesOn(call.callee)
    case .member(let first, _), .invocation(let first, _), .binary(_, let first, _, _),
      .test(_, let first),
      .pipeline(let first, _), .shown(let first, _):
      return goesOn(first)
    case .range(let first, _): return first.map { goesOn($0) } ?? true
    case .invalid, .bool, .missing, .number, .period, .text, .unary, .conditional, .cases, .list,
      .parenthesized:
      return false
    }
  }

  private func goesOn(_ name: Identifier) -> Bool {
    let text = reference(name, mayBeSpecial: true)
    guard !text.hasPrefix("`") else { return false }
    let roles = WordRoles.of(text)
    return roles.infix.contains { $0.tried == nil } || roles.clause == .by || roles.display != nil
      || roles.prefix == .then || roles.prefix == .else
  }

  private mutating func layout(_ statement: Statement) -> Layout {
    let start = statement.span.start
    func keyword(_ word: StatementWord) -> Layout { .text(self.word(word.word, at: start) + " ") }
    switch statement.kind {
    case .parameter(let parameter): return .sequence([keyword(.parameter), layout(parameter)])
    case .binding(let name, let value):
      return .sequence([
        keyword(.binding), .text(declaration(name) + " = "), statementValue(value),
      ])
    case .check(let label, let condition):
      let head: Layout = .sequence([keyword(.check), layout(label), .text(":")])
      return .group(.sequence([head, .indent(2, .sequence([.line, layout(condition)]))]))
    case .title(let value): return .sequence([keyword(.title), operandOfWord(value)])
    case .text(let value): return .sequence([keyword(.text), operandOfWord(value)])
    case .table(let caption, let pipeline):
      return captioned(word(StatementWord.table.word, at: start), caption, pipeline)
    case .chart(let kind, let caption, let pipeline):
      let keyword = word(StatementWord.chart.word, at: start)
      let kind = word(kind.word, at: endOfWord(after: start))
      return captioned("\(keyword) \(kind)", caption, pipeline)
    case .definition(let definition):
      return .sequence([keyword(.definition), layout(definition)])
    case .use(let path, let span):
      return .sequence([keyword(.use), layout([.text(path)], span)])
    case .loop(let name, let source, let body):
      return .sequence([keyword(.loop), loop(name, source, body)])
    case .condition(let condition, let then, let otherwise):
      return .sequence([
        keyword(.condition), self.condition(condition, then, otherwise, end: statement.span.end),
      ])
    case .result(let value): return statementValue(value)
    case .invalid: return .verbatim(sourceText(statement.span))
    }
  }

  /// A pipeline behind a word, with its caption if it has one.
  private mutating func captioned(
    _ word: String, _ caption: Expression?, _ pipeline: Expression
  ) -> Layout {
    guard let caption else { return .sequence([.text(word + ": "), statementValue(pipeline)]) }
    return .sequence([
      .text(word + " "), operandOfWord(caption), .text(": "), statementValue(pipeline),
    ])
  }

  private mutating func layout(_ parameter: Parameter) -> Layout {
    var parts: [Layout] = [
      .text(declaration(parameter.name) + ": "), layout(parameter.type),
    ]
    if let value = parameter.defaultValue { parts += [.text(" = "), layout(value)] }
    return .sequence(parts)
  }

  /// A value that is a statement's last part: a pipeline keeps its stages at the margin.
  mutating func statementValue(_ value: Expression) -> Layout {
    guard case .pipeline(let source, let stages) = value.kind else { return operandOfWord(value) }
    let isLong = stages.count > 2
    return pipeline(source, stages, separator: isLong ? .hardLine : .line)
  }
}
