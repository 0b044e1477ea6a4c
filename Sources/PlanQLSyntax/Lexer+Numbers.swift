import PlanQLData

extension Lexer {
  /// Digits as they were read.
  private struct Digits {
    /// Folded to ASCII, with `_` and the point.
    var text: [UInt8] = []
    var significand: Int64 = 0
    var count = 0
    var decimals = 0
    var hasPoint = false
    var isTooLong = false

    mutating func append(_ digit: UInt32) {
      text.append(UInt8(truncatingIfNeeded: digit))
      count += 1
      if hasPoint { decimals += 1 }
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit) - 0x30)
      if overflow || carry { isTooLong = true } else { significand = sum }
    }

    /// Whether the digits may be a year: exactly four, and nothing but digits.
    var mayBeYear: Bool { count == 4 && text.count == 4 }
  }

  /// Lexes digits with what is glued to them: a unit, or a Chinese date.
  ///
  ///     number = digits [ "." digits ] [ magnitude ] [ unit ]
  mutating func lexNumber() {
    let start = place
    let digits = lexDigits()
    let isYear = match([0x5E74], at: place) != nil  // 年
    if isYear, digits.mayBeYear {
      lexChineseDate(from: start, year: Int(digits.significand))
    } else if isYear, digits.count > 4, !digits.hasPoint, digits.count == digits.text.count {
      place = match([0x5E74], at: place) ?? place
      report(.yearOfFourDigits, at: SourceSpan(start, place))
      skipGlued()
      emit(.invalid, SourceSpan(start, place))
    } else {
      lexSuffix(of: digits, from: start)
    }
  }

  /// Lexes the digits of a number, with the point.
  ///
  ///     digits = digit { [ "_" ] digit }
  private mutating func lexDigits() -> Digits {
    var digits = Digits()
    while true {
      let reading = peek(place)
      if Characters.isDigit(reading.value) {
        digits.append(reading.value)
      } else if reading.value == 0x5F, Characters.isDigit(peek(reading.end).value) {
        digits.text.append(0x5F)
      } else if reading.value == 0x2E, !digits.hasPoint, Characters.isDigit(peek(reading.end).value)
      {
        digits.text.append(0x2E)
        digits.hasPoint = true
      } else {
        return digits
      }
      place = reading.end
    }
  }

  /// A run of letters glued to a number, folded, with the places where its characters end.
  private struct GluedRun {
    var text: [UInt8] = []
    /// For each character: the bytes of the run up to its end, and its end in the source.
    var ends: [(length: Int, place: Int)] = []

    /// Whether the run is what people write behind a year: `Q3`, `h1`.
    var isPartOfYear: Bool { ends.count == 2 && ["Q", "q", "H", "h"].contains(prefix(1)) }

    func prefix(_ count: Int) -> String {
      count == 0 ? "" : String(decoding: text[..<ends[count - 1].length], as: UTF8.self)
    }
  }

  /// No unit has more characters.
  private static let longestUnit = 16

  /// No quotient of units has more.
  private static let longestQuotient = 40

  /// Reads glued letters, no more than it takes to see that they are no unit.
  private func gluedRun(from start: Int, withSlash: Bool = false) -> GluedRun {
    var run = GluedRun()
    var end = start
    let most = withSlash ? Lexer.longestQuotient : 2 * Lexer.longestUnit
    while run.ends.count <= most {
      let reading = peek(end)
      let value = reading.value
      let isSlash =
        withSlash && value == 0x2F && !run.ends.isEmpty
        && Characters.isIdentifierStart(peek(reading.end).value)
      guard Characters.isIdentifierPart(value) || Characters.isUnitSign(value) || isSlash else {
        break
      }
      Characters.append(value, to: &run.text)
      end = reading.end
      run.ends.append((run.text.count, end))
    }
    return run
  }

  /// Skips letters glued to a literal.
  mutating func skipGlued() {
    while true {
      let reading = peek(place)
      guard Characters.isIdentifierPart(reading.value) || Characters.isUnitSign(reading.value)
      else { return }
      place = reading.end
    }
  }

  private mutating func lexSuffix(of digits: Digits, from start: Int) {
    let run = gluedRun(from: place)
    guard !run.ends.isEmpty else {
      emitNumber(digits, nil, "", from: start)
      return
    }
    if digits.mayBeYear, run.isPartOfYear {
      lexUnknownSuffix(run, of: digits, from: start)
      return
    }
    if peek(run.ends.last?.place ?? place).value == 0x2F, lexQuotient(of: digits, from: start) {
      return
    }
    let first = Characters.raw(run.text, at: 0).value
    var length = units.starts.contains(first) ? Swift.min(run.ends.count, Lexer.longestUnit) : 0
    while length > 0 {
      let text = run.prefix(length)
      if let suffix = NumberSuffix(text, in: units) {
        place = run.ends[length - 1].place
        emitNumber(digits, suffix, text, from: start)
        if length < run.ends.count { lexGluedWord(after: start) }
        return
      }
      length -= 1
    }
    lexUnknownSuffix(run, of: digits, from: start)
  }

  /// Lexes the longest quotient of units that is glued to the digits: `mg/L`, `元/亩`; false where
  /// there is none, so that a stroke divides.
  private mutating func lexQuotient(of digits: Digits, from start: Int) -> Bool {
    let run = gluedRun(from: place, withSlash: true)
    var length = run.ends.count
    while length > 0, run.prefix(length).contains("/") {
      let text = run.prefix(length)
      if length <= Lexer.longestQuotient, let suffix = NumberSuffix(text, in: units) {
        place = run.ends[length - 1].place
        emitNumber(digits, suffix, text, from: start)
        if length < run.ends.count { lexGluedWord(after: start) }
        return true
      }
      length -= 1
    }
    return false
  }

  /// A glued run that does not begin with a unit: a word that people glue to numbers, or an error.
  private mutating func lexUnknownSuffix(_ run: GluedRun, of digits: Digits, from start: Int) {
    let written = run.prefix(Swift.min(run.ends.count, 24))
    if gluedTriedWord() != nil || gluedOperator() != nil {
      emitNumber(digits, nil, "", from: start)
      lexGluedWord(after: start)
      return
    }
    let literalEnd = place
    skipGlued()
    let span = SourceSpan(literalEnd, place)
    if digits.mayBeYear, run.isPartOfYear {
      let whole = SourceSpan(start, place)
      let fix =
        "@" + text(start, literalEnd) + "-"
        + (written == written.lowercased() ? written.uppercased() : written)
      report(.malformedPeriod, at: whole, fix: Diagnostic.Fix(whole, fix))
    } else {
      report(.unknownUnit(written), at: span)
    }
    emit(.invalid, SourceSpan(start, place))
  }

  private mutating func emitNumber(
    _ digits: Digits, _ suffix: NumberSuffix?, _ suffixText: String, from start: Int
  ) {
    let span = SourceSpan(start, place)
    if digits.isTooLong {
      report(.numberTooLong, at: span)
      emit(.invalid, span)
      return
    }
    result.numbers.append(
      NumberLiteral(
        digits: Decimal(digits.significand, scale: digits.decimals), suffix: suffix,
        digitsText: String(decoding: digits.text, as: UTF8.self), suffixText: suffixText))
    emit(.number, span, payload: result.numbers.count - 1)
  }

  private func gluedTriedWord() -> (text: String, end: Int)? {
    let first = peek(place).value
    for (text, values) in TriedWord.suffixes where values.first == first {
      if let end = match(values, at: place) { return (text, end) }
    }
    return nil
  }

  /// A word that goes on behind a value, at the place: `1000万元且状态`, `3and`.
  private func gluedOperator() -> (text: String, end: Int)? {
    let first = peek(place).value
    for (text, values) in Lexer.wordsAfterValues where values.first == first {
      guard let end = match(values, at: place) else { continue }
      if first >= 0x80 || !Characters.isIdentifierPart(peek(end).value) { return (text, end) }
    }
    return nil
  }

  /// The first words of operators and clauses, longest first.
  private static let wordsAfterValues: [(text: String, values: [UInt32])] = {
    let names =
      BinaryOperator.allCases.compactMap { $0.word?.name }
      + PresenceTest.allCases.map(\.word.name) + ClauseWord.allCases.map(\.word.name)
      + DisplayWord.allCases.map(\.word.name) + [PrefixWord.then, .else].map(\.word.name)
    let words = names.flatMap { [$0.en, $0.zh] }.map { String($0.prefix { $0 != " " }) }
    return Set(words).map { ($0, $0.unicodeScalars.map { $0.value }) }.sorted {
      ($0.1.count, $0.0) > ($1.1.count, $1.0)
    }
  }()

  /// Lexes a word glued to a literal: one that people glue there becomes a token for the parser to
  /// speak of; any other is reported, and read as if white space stood before it.
  mutating func lexGluedWord(after start: Int) {
    let next = peek(place).value
    guard Characters.isIdentifierPart(next) || Characters.isUnitSign(next) else { return }
    if let (word, end) = gluedTriedWord() {
      let span = SourceSpan(place, end)
      place = end
      emitWord(word, span, as: .word)
      return
    }
    let literal = text(start, place)
    let wordStart = place
    let run = gluedRun(from: place)
    let span = SourceSpan(wordStart, run.ends.last?.place ?? wordStart)
    let rest = run.prefix(Swift.min(run.ends.count, 24))
    if let (word, end) = gluedOperator() {
      let isGluedAfter = end < span.end
      let operatorSpan = SourceSpan(wordStart, end)
      report(
        .gluedWord(rest, to: literal), at: span,
        fix: Diagnostic.Fix(operatorSpan, " " + word + (isGluedAfter ? " " : "")))
      hasSpaceBefore = true
      place = end
      emitWord(word, operatorSpan, as: .word)
    } else if Characters.isIdentifierStart(next) {
      let gap = SourceSpan(wordStart, wordStart)
      report(.gluedWord(rest, to: literal), at: span, fix: Diagnostic.Fix(gap, " "))
      hasSpaceBefore = true
      isNextReported = true
    } else {
      report(.gluedWord(rest, to: literal), at: span)
      skipGlued()
    }
  }
}
