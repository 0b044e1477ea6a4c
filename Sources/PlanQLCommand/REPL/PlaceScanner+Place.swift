import PlanQLSyntax

extension PlaceScanner {
  /// What the tokens say of the place at the end of the text.
  func place() -> CompletionPlace {
    if isInComment { return place(.nothing, from: text.endIndex) }
    if let openText {
      let left = comparedPath(before: tokens.count)
      return place(
        left.map { .text($0, closing: openText.end) } ?? .nothing, from: openText.start)
    }
    let isTyping = tokens.last.map { $0.kind == .word && $0.end == text.endIndex } ?? false
    let count = isTyping ? tokens.count - 1 : tokens.count
    let start = isTyping ? tokens[count].start : text.endIndex
    return place(kind(after: count, startsLine: isTyping && tokens[count].startsLine), from: start)
  }

  private func place(_ kind: CompletionPlace.Kind, from start: String.Index) -> CompletionPlace {
    let (pipeline, stage) = enclosingStage()
    return CompletionPlace(
      kind: kind, start: text.utf8.distance(from: text.startIndex, to: start),
      word: String(text[start...]), pipeline: pipeline, stage: stage,
      loops: openings.reversed().compactMap(loop))
  }

  private func kind(after count: Int, startsLine: Bool) -> CompletionPlace.Kind {
    guard count > 0 else { return .statement }
    let last = tokens[count - 1]
    switch (last.kind, last.text) {
    case (.sign, "|"): return .stage
    case (.sign, "."): return .member(path(before: count - 1))
    case (.sign, ";"): return .statement
    case (.sign, "{") where openings.last.map(isBlock) ?? false: return .statement
    case (.sign, "="), (.sign, "!="):
      return comparedPath(before: count).map { .comparand($0) } ?? .operand
    case (.sign, "["):
      if let path = listPath(before: count - 1) { return .comparand(path) }
      return .operand
    case (.sign, ","):
      if let opening = openings.last, tokens[opening.tokenCount - 1].text == "[",
        let path = listPath(before: opening.tokenCount - 1)
      {
        return .comparand(path)
      }
      return .operand
    case (.sign, _): return .operand
    case (.value, _): return startsLine && isAmongStatements ? .statement : .operation
    case (.word, _):
      if isKeyword(count - 1) { return keywordKind(after: count) }
      return startsLine && isAmongStatements ? .statement : .operation
    }
  }

  private func keywordKind(after count: Int) -> CompletionPlace.Kind {
    let kinds = Word.named(tokens[count - 1].text).map(\.kind)
    if kinds.contains(.display(.unit)) { return .unit }
    if kinds.contains(.statement(.chart)) { return .chart }
    if kinds.contains(.binary(.has)) || kinds.contains(.binary(.under)) {
      let path = path(before: count - 1)
      return path.isEmpty ? .operand : .comparand(path)
    }
    return .operand
  }

  /// Whether a word stands where it is one of the language, not a name: after a bar, at the start
  /// of a statement, or as an operator or clause after a value.
  private func isKeyword(_ place: Int) -> Bool {
    let roles = Word.named(tokens[place].text).map(\.kind)
    let previous = place > 0 ? tokens[place - 1] : nil
    if previous?.text == "." { return false }
    let afterBar = previous?.kind == .sign && previous?.text == "|"
    let afterValue = previous.map {
      $0.kind == .value || ($0.kind == .word && !isKeyword(place - 1))
    }
    return roles.contains { role in
      switch role {
      case .stage: afterBar
      case .statement: previous == nil || tokens[place].startsLine
      case .clause, .binary, .display, .test:
        afterValue ?? false || openings.last?.tokenCount == place
      case .prefix: true
      case .literal, .special, .type, .grain, .chart: false
      }
    }
  }

  private func startsStatement(_ place: Int) -> Bool {
    Word.named(tokens[place].text).contains {
      if case .statement = $0.kind { return true }
      return false
    }
  }

  /// The dotted names that end just before a token: `project.lead` before `=`.
  private func path(before end: Int) -> [String] {
    var names: [String] = []
    var place = end - 1
    while place >= 0, tokens[place].kind == .word {
      names.insert(tokens[place].text, at: 0)
      guard place >= 2, tokens[place - 1].text == "." else { break }
      place -= 2
    }
    return names
  }

  /// The field that a value at this place is compared with.
  private func comparedPath(before count: Int) -> [String]? {
    guard count > 0 else { return nil }
    let last = tokens[count - 1]
    if last.kind == .sign, last.text == "=" || last.text == "!=" || last.text.count == 2 {
      let path = path(before: count - 1)
      let before = count - 1 - (2 * path.count - 1) - 1
      let isDeclared = before >= 0 && !path.isEmpty && isKeyword(before) && startsStatement(before)
      return path.isEmpty || isDeclared ? nil : path
    }
    if last.kind == .sign, last.text == "[" || last.text == ",", let opening = openings.last,
      tokens[opening.tokenCount - 1].text == "["
    {
      return listPath(before: opening.tokenCount - 1)
    }
    if last.kind == .word, case .comparand(let path) = keywordKind(after: count) { return path }
    return nil
  }

  /// The field before `in`, where a list opens after it.
  private func listPath(before bracket: Int) -> [String]? {
    guard bracket > 0, tokens[bracket - 1].kind == .word,
      Word.named(tokens[bracket - 1].text).contains(where: {
        $0.kind == .binary(.in) || $0.kind == .binary(.notIn)
      })
    else { return nil }
    let path = path(before: bracket - 1)
    return path.isEmpty ? nil : path
  }

  /// The pipeline before the last bar that is on the level of the cursor or around it, and its
  /// stage.
  private func enclosingStage() -> (String, StageWord?) {
    var level = openings.count
    var place = tokens.count - 1
    while place >= 0 {
      let floor = level > 0 ? openings[level - 1].tokenCount : 0
      if place < floor {
        level -= 1
      } else if tokens[place].kind == .sign, tokens[place].text == "|" {
        let holdsStatements = level == 0 || isBlock(openings[level - 1])
        let start = pipelineStart(from: floor, to: place, holdsStatements: holdsStatements)
        return (String(text[start..<tokens[place].start]), stage(after: place))
      } else if level == 0 || isBlock(openings[level - 1]), isStatementStart(place, floor: floor) {
        return ("", nil)
      }
      place -= 1
    }
    return ("", nil)
  }

  /// Whether all open brackets hold statements.
  private var isAmongStatements: Bool { openings.allSatisfy(isBlock) }

  /// Whether an open bracket is that of a body: behind `else`, or at the end of a `for` or `if` statement.
  private func isBlock(_ opening: Opening) -> Bool {
    let bracket = opening.tokenCount - 1
    guard opening.textEnd == nil, tokens[bracket].text == "{", bracket > 0 else { return false }
    let before = tokens[bracket - 1]
    if before.kind == .word, names(before, .prefix(.else)) { return true }
    return statement(before: bracket).map {
      names(tokens[$0], .statement(.loop)) || names(tokens[$0], .statement(.condition))
    } ?? false
  }

  /// The token that the statement which goes on up to a bracket begins with.
  private func statement(before bracket: Int) -> Int? {
    let floor = openings.last { $0.tokenCount < bracket }?.tokenCount ?? 0
    return (floor..<bracket).last { isStatementStart($0, floor: floor) }
  }

  private func names(_ token: Token, _ kind: Word.Kind) -> Bool {
    Word.named(token.text).contains { $0.kind == kind }
  }

  /// The loop whose body an open bracket begins.
  private func loop(_ opening: Opening) -> CompletionPlace.Loop? {
    let bracket = opening.tokenCount - 1
    guard isBlock(opening), let start = statement(before: bracket), start + 3 < bracket,
      names(tokens[start], .statement(.loop)), tokens[start + 1].kind == .word,
      names(tokens[start + 2], .clause(.in))
    else { return nil }
    let pipeline = text[tokens[start + 3].start..<tokens[bracket].start]
    return .init(variable: tokens[start + 1].text, pipeline: String(pipeline))
  }

  private func stage(after bar: Int) -> StageWord? {
    guard bar + 1 < tokens.count else { return nil }
    for word in Word.named(tokens[bar + 1].text) {
      if case .stage(let stage) = word.kind { return stage }
    }
    return nil
  }

  /// Whether a statement begins with a token: on a line of its own, and the line before owes
  /// nothing.
  private func isStatementStart(_ place: Int, floor: Int) -> Bool {
    guard place > floor, tokens[place].startsLine, tokens[place].kind == .word else {
      return place == floor
    }
    return tokens[place - 1].kind != .sign && !isKeyword(place - 1)
  }

  /// Where the pipeline that a bar belongs to begins: behind the bracket, the statement's word or
  /// label, or `=`.
  private func pipelineStart(
    from floor: Int, to bar: Int, holdsStatements: Bool
  ) -> String.Index {
    var start = floor
    for place in floor..<bar {
      if tokens[place].kind == .sign, [":", "=", ";"].contains(tokens[place].text),
        !tokens[floor..<place].contains(where: { $0.text == "|" })
      {
        start = place + 1
      } else if holdsStatements, place > floor, isStatementStart(place, floor: floor) {
        start = place
      }
    }
    return start < bar ? tokens[start].start : tokens[bar].start
  }
}
