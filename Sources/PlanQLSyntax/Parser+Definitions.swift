import PlanQLData

extension Parser {
  /// Parses what follows `define`: a function, or a computed field of a table.
  ///
  ///     define = "define" ( name signature | name "." name [ signature ] ) "=" value
  mutating func parseDefinition() -> Statement.Kind {
    guard var name = parseDeclaredName() else { return .invalid }
    var owner: Identifier?
    if eat(.dot) {
      owner = name
      guard let field = parseDeclaredName() else { return .invalid }
      name = field
    }
    let parameters = parseSignatureIfPresent()
    if owner == nil, parameters == nil, !isReported {
      reportMissingSignature(name)
      skipStatement()
      return .invalid
    }
    guard eatEqual() else {
      report(.definitionEqual(name.text), at: foundSpan, mayContinue: true)
      skipStatement()
      return .invalid
    }
    return .definition(
      Definition(owner: owner, name: name, parameters: parameters, value: parseValue()))
  }

  /// Says that a function has brackets; a value or a table is given a name with `let`.
  private mutating func reportMissingSignature(_ name: Identifier) {
    let keyword = token(-2).span
    let isChinese = !text(keyword).utf8.allSatisfy { $0 < 0x80 }
    let word = StatementWord.binding.word.name[isChinese ? .zh : .en]
    report(
      .signatureExpected(name.text), at: name.span,
      fix: at(.equal) ? Diagnostic.Fix(keyword, word) : nil)
  }

  /// Parses the names and types that a definition takes; nil where there are no brackets.
  ///
  ///     signature = "(" [ declaration { "," declaration } ] ")"
  private mutating func parseSignatureIfPresent() -> [DefinitionParameter]? {
    guard at(.leftParenthesis), !current.startsLine else { return nil }
    let opening = current.span
    openings.append(opening)
    advance()
    var parameters: [DefinitionParameter] = []
    while !at(.rightParenthesis), current.kind != .end, !isStopped {
      guard let parameter = parseDeclaration() else { break }
      parameters.append(parameter)
      guard eat(.comma) else { break }
    }
    _ = closeBracket(.rightParenthesis, opened: opening)
    return parameters
  }

  /// Parses a name with its type; nil, and reported, where they do not stand.
  ///
  ///     declaration = name ":" type
  private mutating func parseDeclaration() -> DefinitionParameter? {
    guard let name = eatName() else {
      report(.nameExpected(found), at: foundSpan, mayContinue: true)
      return nil
    }
    guard eat(.colon) else {
      report(.declarationType(name.text), at: foundSpan, mayContinue: true)
      return nil
    }
    guard let type = parseTypeIfPresent() else {
      report(.typeExpected(found), at: foundSpan, mayContinue: true)
      return nil
    }
    return DefinitionParameter(name: name, type: type)
  }

  /// Parses what follows `use`: the name of a file, a text without holes.
  ///
  ///     use = "use" path
  ///     path = '"' { character } '"' | '“' { character } '”' | "'" { character } "'"
  mutating func parseUse() -> Statement.Kind {
    let start = current.span
    let value = parseExpression()
    if case .text(let pieces) = value.kind {
      if pieces.isEmpty { return .use(path: "", pathSpan: value.span) }
      if case .text(let path) = pieces[0], pieces.count == 1 {
        return .use(path: path, pathSpan: value.span)
      }
    }
    if !value.isInvalid { report(.pathExpected, at: start.joined(value.span)) }
    return .invalid
  }

  /// Parses what follows `chart`.
  ///
  ///     chart = "chart" kind [ caption ] ":" value
  ///     kind = "bar" | "line" | "gantt" | "heat"
  mutating func parseChart() -> Statement.Kind {
    guard let kind = parseChartKind() else {
      skipStatement()
      return .invalid
    }
    guard let (caption, pipeline) = parseCaptioned(.chartColon) else { return .invalid }
    return .chart(kind, caption: caption, pipeline: pipeline)
  }

  private mutating func parseChartKind() -> ChartKind? {
    if let kind = roles().chart {
      advance()
      return kind
    }
    if let tried = tried(.chart) {
      reportTried(tried)
      if case .chart(let kind) = tried.meaning { return kind }
      return nil
    }
    let kinds = ChartKind.allCases.map(\.word.name)
    let like = Suggestions.closest(to: spelling(), among: kinds.flatMap { [$0.en, $0.zh] })
    report(
      .chartKindExpected(found), at: foundSpan,
      help: Suggestions.question(like) ?? Message.chartKinds(kinds),
      fix: like.first.map { Diagnostic.Fix(current.span, $0) })
    return nil
  }
}
