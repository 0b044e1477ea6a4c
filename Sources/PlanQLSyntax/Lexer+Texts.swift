import PlanQLData

extension Lexer {
  /// Lexes a text from its opening quote up to its end or to its first hole.
  ///
  ///     text = '"' { character | hole } '"' | '"""' { character | line-break | hole } '"""'
  ///          | '“' { character | line-break | hole } '”' | '「' { character | line-break | hole } '」'
  ///          | "'" { character } "'" | '‘' { character } '’'
  mutating func lexText(_ opening: Characters.Reading) {
    let start = place
    let isWide = Characters.raw(bytes, at: place).value >= 0xFF00
    var end = opening.end
    let form: TextForm
    switch opening.value {
    case 0x22:
      if !isWide, let triple = match([0x22, 0x22, 0x22], at: start) {
        (form, end) = (.tripleQuotes, triple)
      } else {
        form = .quotes(wide: isWide)
      }
    case 0x201C: form = .curly
    case 0x300C: form = .corners
    case 0x27: form = .raw(wide: isWide)
    case _: form = .rawCurly
    }
    place = end
    let span = SourceSpan(start, end)
    guard texts.count < depthLimit else {
      refuse(.tooDeep(limit: depthLimit), at: span)
      return
    }
    texts.append(OpenText(form: form, opening: span, start: result.tokens.count))
    emit(.textStart, span)
    lexTextContent()
  }

  /// Lexes the innermost text up to its end or to the start of its next hole.
  mutating func lexTextContent() {
    guard let form = texts.last?.form else { return }
    let start = place
    var buffer: [UInt8] = []
    var lineStarts: [Int] = []
    while place < bytes.count {
      let reading = Characters.raw(bytes, at: place)
      if form.isClosed(by: reading.value), let end = closingEnd(of: form, reading) {
        flush(buffer, lineStarts, from: start)
        closeText(SourceSpan(place, end))
        return
      }
      if Characters.isLineBreak(reading.value), reading.value < 0x80 {
        guard form.spansLines else { break }
        let isPair = reading.value == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
        place += isPair ? 2 : 1
        buffer.append(0x0A)
        lineStarts.append(buffer.count)
      } else if reading.value == 0x7B, !form.isRaw {
        if place + 1 < bytes.count, bytes[place + 1] == 0x7B {
          buffer.append(0x7B)
          place += 2
        } else {
          flush(buffer, lineStarts, from: start)
          openHole(SourceSpan(place, place + 1))
          return
        }
      } else if reading.value == 0x7D, !form.isRaw {
        lexClosingBrace(&buffer)
      } else if reading.value == 0x5C, !form.isRaw {
        lexEscape(&buffer)
      } else {
        buffer.append(contentsOf: bytes[place..<Swift.min(reading.end, bytes.count)])
        place = reading.end
      }
    }
    flush(buffer, lineStarts, from: start)
    abandonTexts(atLineBreak: place < bytes.count, isInContent: true)
  }

  private func closingEnd(of form: TextForm, _ reading: Characters.Reading) -> Int? {
    guard form == .tripleQuotes else { return reading.end }
    guard place + 2 < bytes.count, bytes[place + 1] == 0x22, bytes[place + 2] == 0x22 else {
      return nil
    }
    return place + 3
  }

  private mutating func openHole(_ span: SourceSpan) {
    guard let top = texts.indices.last else { return }
    place = span.end
    if texts[top].pieces.isEmpty, texts[top].hole == .none { texts[top].startsWithHole = true }
    texts[top].hole = span
    texts[top].openBraces = 0
    texts[top].endsWithHole = true
    emit(.holeStart, span)
  }

  private mutating func lexClosingBrace(_ buffer: inout [UInt8]) {
    buffer.append(0x7D)
    if place + 1 < bytes.count, bytes[place + 1] == 0x7D {
      place += 2
    } else {
      let span = SourceSpan(place, place + 1)
      report(.loneBrace, at: span, fix: Diagnostic.Fix(span, "}}"))
      place += 1
    }
  }

  private mutating func lexEscape(_ buffer: inout [UInt8]) {
    let start = place
    let next = Characters.raw(bytes, at: place + 1)
    switch next.value {
    case 0x6E: buffer.append(0x0A)
    case 0x74: buffer.append(0x09)
    case 0x22: buffer.append(0x22)
    case 0x5C: buffer.append(0x5C)
    case 0x75:
      lexCodePoint(&buffer)
      return
    case _:
      let end = Characters.isLineBreak(next.value) || next.value == 0 ? start + 1 : next.end
      let isBrace = next.value == 0x7B || next.value == 0x7D
      let written = text(start + 1, end)
      report(
        .unknownEscape(text(start, end)), at: SourceSpan(start, end),
        fix: isBrace ? Diagnostic.Fix(SourceSpan(start, end), written + written) : nil)
      buffer.append(contentsOf: written.utf8)
      place = end
      return
    }
    place = next.end
  }

  /// Reads `\u{1F600}`.
  private mutating func lexCodePoint(_ buffer: inout [UInt8]) {
    let start = place
    place += 2
    var value: UInt32 = 0
    var count = 0
    if place < bytes.count, bytes[place] == 0x7B {
      place += 1
      while place < bytes.count, count < 8, let digit = hexValue(bytes[place]) {
        value = value << 4 | digit
        count += 1
        place += 1
      }
    }
    let isClosed = place < bytes.count && bytes[place] == 0x7D && place > start + 2
    if isClosed { place += 1 }
    if isClosed, (1...6).contains(count), Unicode.Scalar(value) != nil {
      Characters.append(value, to: &buffer)
    } else {
      report(.badCodePoint, at: SourceSpan(start, place))
    }
  }

  private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    case _: nil
    }
  }

  private mutating func flush(_ buffer: [UInt8], _ lineStarts: [Int], from start: Int) {
    guard !buffer.isEmpty, let top = texts.indices.last else { return }
    texts[top].pieces.append(
      OpenText.Piece(place: result.pieces.count, bytes: buffer, lineStarts: lineStarts))
    texts[top].endsWithHole = false
    result.pieces.append("")
    emit(.textPiece, SourceSpan(start, place), payload: result.pieces.count - 1)
  }

  private mutating func closeText(_ span: SourceSpan, isAbandoned: Bool = false) {
    guard let text = texts.popLast() else { return }
    let pieces = text.form.spansLines ? Indentation.removed(from: text) : text.pieces
    for piece in pieces {
      result.pieces[piece.place] = String(decoding: piece.bytes, as: UTF8.self)
    }
    place = span.end
    if isAbandoned, result.tokens.indices.contains(text.start) {
      result.tokens[text.start] = result.tokens[text.start].reported
    }
    isNextReported = isAbandoned
    emit(.textEnd, span)
  }

  /// Reports a text or a hole that is not closed, once, and closes what is open: at a line break
  /// all texts from the outermost that may not span lines, at the end of the source all.
  mutating func abandonTexts(atLineBreak: Bool, isInContent: Bool = false) {
    let bounded = texts.firstIndex { !$0.form.spansLines }
    let isIncomplete = bounded == nil
    let outermost = bounded ?? texts.count - 1
    guard texts.indices.contains(outermost) else { return }
    let text = texts[outermost]
    if outermost == texts.count - 1, isInContent {
      reportUnclosed(text)
      if isIncomplete {
        result.openAtEnd = Message.unclosedText(opening(text), text.form.closing).text
      }
    } else {
      report(.unclosedHole, at: text.hole)
      if isIncomplete { result.openAtEnd = Message.unclosedHole.text }
    }
    let end = SourceSpan(place, place)
    var isContent = isInContent
    let last = atLineBreak ? outermost : 0
    while texts.count > last {
      if !isContent {
        isNextReported = true
        emit(.holeEnd, end)
      }
      isContent = false
      closeText(end, isAbandoned: true)
    }
  }

  private func opening(_ text: OpenText) -> String {
    self.text(text.opening.start, text.opening.end)
  }

  private mutating func reportUnclosed(_ open: OpenText) {
    var labels: [Diagnostic.Label] = []
    var fix: Diagnostic.Fix?
    if open.form.spansLines, let other = otherQuote(after: open) {
      fix = Diagnostic.Fix(other, open.form.closing)
      labels.append(Diagnostic.Label(other, Message.otherQuote))
    }
    report(
      .unclosedText(opening(open), open.form.closing), at: open.opening, labels: labels, fix: fix)
  }

  /// A quote of another kind on the line where the text began, which was meant to end it.
  private func otherQuote(after open: OpenText) -> SourceSpan? {
    var end = open.opening.end
    while end < bytes.count {
      let reading = Characters.raw(bytes, at: end)
      if Characters.isLineBreak(reading.value) { return nil }
      if [0x22, 0xFF02, 0x201D, 0x300D].contains(reading.value) {
        return SourceSpan(end, reading.end)
      }
      end = reading.end
    }
    return nil
  }

  /// Reads a text that begins with a closing quote, as input methods give it: `”工信局”`.
  mutating func lexStrayQuote(_ reading: Characters.Reading) {
    let start = place
    let isRaw = reading.value == 0x2019
    let opening: String = isRaw ? "‘" : reading.value == 0x300D ? "「" : "“"
    var end = reading.end
    while end < bytes.count {
      let next = Characters.raw(bytes, at: end)
      if Characters.isLineBreak(next.value) { break }
      if next.value == reading.value || next.value == reading.value - 1 {
        let span = SourceSpan(start, next.end)
        let closing = text(start, reading.end)
        let fix = Diagnostic.Fix(span, opening + text(reading.end, end) + closing)
        report(.strayQuote(closing, opening), at: SourceSpan(start, reading.end), fix: fix)
        place = next.end
        emit(.invalid, span)
        return
      }
      end = next.end
    }
    report(.strayQuote(text(start, reading.end), opening), at: SourceSpan(start, reading.end))
    place = reading.end
    emit(.invalid, SourceSpan(start, reading.end))
  }
}
