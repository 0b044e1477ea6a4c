import PlanQLData

extension Lexer {
  /// Skips white space and line breaks, and keeps comments.
  mutating func skipTrivia() {
    while place < bytes.count {
      let reading = Characters.raw(bytes, at: place)
      let value = reading.value
      if value == 0x23 || value == 0xFF03 {
        lexComment(from: reading.end)
      } else if Characters.isLineBreak(value) {
        place = reading.end
        startsLine = true
        hasSpaceBefore = true
        if texts.contains(where: { !$0.form.spansLines }) { abandonTexts(atLineBreak: true) }
      } else if Characters.isSpace(value) {
        place = reading.end
        hasSpaceBefore = true
      } else if Characters.isZeroWidth(value) {
        place = reading.end
      } else {
        return
      }
    }
  }

  /// Lexes a comment, and reads the header where it is one.
  ///
  ///     comment = "#" { character }
  private mutating func lexComment(from contentStart: Int) {
    let start = place
    var end = endOfLine(from: contentStart)
    place = end
    while end > contentStart, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let comment = Comment(
      text: "#" + text(contentStart, end), standsAlone: startsLine || result.tokens.isEmpty,
      span: SourceSpan(start, end))
    hasSpaceBefore = true
    readHeader(comment)
    result.comments.append(comment)
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let reading = Characters.raw(bytes, at: end)
      if Characters.isLineBreak(reading.value) { break }
      end = reading.end
    }
    return end
  }

  /// Reads `# planql 1.0 zh` where it is the first comment, or the second after `#!`.
  private mutating func readHeader(_ comment: Comment) {
    guard result.tokens.isEmpty, result.comments.allSatisfy({ $0.text.hasPrefix("#!") }) else {
      return
    }
    let words = comment.text.dropFirst().split(separator: " ").map { String($0) }
    guard words.first == "planql", words.count > 1 else { return }
    guard words[1] == Lexer.version else {
      if words[1].utf8.first.map({ Characters.isDigit(UInt32($0)) }) == true {
        report(.headerVersion(words[1], known: Lexer.version), at: comment.span)
      }
      return
    }
    guard words.count > 2 else { return }
    if let language = Language(rawValue: words[2]) {
      result.outputLanguage = language
    } else {
      report(.headerLanguage(words[2]), at: comment.span)
    }
  }

  /// The version of the language that headers may name.
  static let version = "1.0"

  /// Skips a comment of another language that begins a line: `// …`, `-- …`, `/* … */`.
  mutating func lexForeignComment() -> Bool {
    guard startsLine || result.tokens.isEmpty, place + 1 < bytes.count else { return false }
    switch (bytes[place], bytes[place + 1]) {
    case (0x2F, 0x2F), (0x2F, 0x2A), (0x2D, 0x2D): break
    case (_, _): return false
    }
    let end = place + 2
    let sign = SourceSpan(place, end)
    let isBlock = bytes[end - 1] == 0x2A
    report(
      .foreignComment(text(place, end)), at: sign,
      fix: isBlock ? nil : Diagnostic.Fix(sign, "#"))
    place = isBlock ? endOfBlock(from: end) : endOfLine(from: end)
    return true
  }

  private func endOfBlock(from start: Int) -> Int {
    var end = start
    while end + 1 < bytes.count {
      if bytes[end] == 0x2A, bytes[end + 1] == 0x2F { return end + 2 }
      end += 1
    }
    return bytes.count
  }
}
