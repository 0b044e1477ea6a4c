import PlanQLData

extension Lexer {
  /// Lexes `2021年`, `2021年3月`, `2021年3月5日`, `2021年3季度`, `2021年上半年`; the place is at 年.
  mutating func lexChineseDate(from start: Int, year: Int) {
    place = match([0x5E74], at: place) ?? place
    let period: Period?
    if let end = matchText("上半年") {
      place = end
      period = Period.part(.half, year, 1, of: 2)
    } else if let end = matchText("下半年") {
      place = end
      period = Period.part(.half, year, 2, of: 2)
    } else if let (quarter, end) = matchOrdinalQuarter() {
      reportOrdinalQuarter(quarter, from: start, to: end)
      period = Period.part(.quarter, year, quarter, of: 4)
    } else if let (number, end) = smallNumber(at: place) {
      period = chinesePart(year, number, end)
    } else {
      period = Period(year: year)
    }
    emitPeriod(period, from: start)
    lexGluedWord(after: start)
  }

  /// The part of a year after a number: a quarter, a month or a day; the year alone where none
  /// follows.
  private mutating func chinesePart(_ year: Int, _ number: Int, _ end: Int) -> Period? {
    if let close = matchText("季度", at: end) {
      place = close
      return Period.part(.quarter, year, number, of: 4)
    }
    guard let close = matchText("月", at: end) else { return Period(year: year) }
    place = close
    if let (day, dayEnd) = smallNumber(at: place), let dayClose = matchText("日", at: dayEnd) {
      place = dayClose
      return Day(year: year, month: number, day: day).map { Period($0) }
    }
    return Period.part(.month, year, number, of: 12)
  }

  /// Finds `第三季度`, `三季度`, `第3季度`, which are written `3季度` here.
  private func matchOrdinalQuarter() -> (Int, Int)? {
    let ordinal = matchText("第")
    let start = ordinal ?? place
    if ordinal != nil, let (number, end) = smallNumber(at: start),
      let close = matchText("季度", at: end)
    {
      return (number, close)
    }
    for (index, numeral) in ["一", "二", "三", "四"].enumerated() {
      if let close = matchText(numeral + "季度", at: start) { return (index + 1, close) }
    }
    return nil
  }

  private mutating func reportOrdinalQuarter(_ quarter: Int, from start: Int, to end: Int) {
    let span = SourceSpan(place, end)
    place = end
    report(
      .quarterInWords(text(span.start, span.end)), at: span,
      fix: Diagnostic.Fix(span, "\(quarter)季度"))
  }

  /// Finds the end of a text that stands at a place, the present one where none is given.
  func matchText(_ text: String, at start: Int? = nil) -> Int? {
    match(text.unicodeScalars.map(\.value), at: start ?? place)
  }

  /// One or two digits.
  private func smallNumber(at start: Int) -> (Int, Int)? {
    var value = 0
    var end = start
    var count = 0
    while count < 3 {
      let reading = peek(end)
      guard Characters.isDigit(reading.value) else { break }
      value = value * 10 + Int(reading.value - 0x30)
      end = reading.end
      count += 1
    }
    return (1...2).contains(count) ? (value, end) : nil
  }

  private mutating func emitPeriod(_ period: Period?, from start: Int) {
    let span = SourceSpan(start, place)
    if let period {
      result.periods.append(period)
      emit(.period, span, payload: result.periods.count - 1)
    } else {
      report(.impossibleDate(text(start, place)), at: span)
      emit(.invalid, span)
    }
  }

  /// Lexes `@2021`, `@2021-03`, `@2021-Q3`, `@2021-H1`, `@2021-03-05`, the longest that fits.
  ///
  ///     period = "@" year [ "-" month [ "-" day ] | "-Q" quarter | "-H" half ]
  ///            | year "年" [ month "月" [ day "日" ] | quarter "季度" | "上半年" | "下半年" ]
  mutating func lexPeriodLiteral() {
    let start = place
    place = peek(place).end
    let digits = plainDigits()
    guard digits.count == 4, let year = plainInteger(digits) else {
      skipGlued()
      report(.malformedPeriod, at: SourceSpan(start, place))
      emit(.invalid, SourceSpan(start, place))
      return
    }
    let yearEnd = place
    guard peek(place).value == 0x2D else {
      finishPeriod(Period(year: year), from: start)
      return
    }
    place = peek(place).end
    let letter = peek(place)
    if letter.value == 0x51 || letter.value == 0x48 {
      place = letter.end
      let part = plainInteger(plainDigits())
      let isQuarter = letter.value == 0x51
      finishPeriod(
        Period.part(isQuarter ? .quarter : .half, year, part, of: isQuarter ? 4 : 2), from: start)
      return
    }
    let month = plainDigits()
    switch month.count {
    case 2: finishMonth(year, plainInteger(month), from: start)
    case 4: finishMistakenRange(yearEnd, from: start)
    case 1: finishShortPart(year, yearEnd, from: start)
    case _:
      place = yearEnd
      finishPeriod(Period(year: year), from: start)
    }
  }

  private mutating func finishMonth(_ year: Int, _ month: Int?, from start: Int) {
    let monthEnd = place
    if peek(place).value == 0x2D {
      place = peek(place).end
      let day = plainDigits()
      if day.count == 2, let month, let number = plainInteger(day) {
        finishPeriod(Day(year: year, month: month, day: number).map { Period($0) }, from: start)
        return
      }
      place = monthEnd
    }
    finishPeriod(Period.part(.month, year, month, of: 12), from: start)
  }

  /// `@2021-2025` was meant as a range.
  private mutating func finishMistakenRange(_ yearEnd: Int, from start: Int) {
    let last = text(peek(yearEnd).end, place)
    let span = SourceSpan(start, place)
    let fix = text(start, yearEnd) + "..@" + last
    report(.rangeWithDash, at: span, fix: Diagnostic.Fix(span, fix))
    emit(.invalid, span)
  }

  /// `@2021-3` lacks a zero; `@2021-3天` takes something off.
  private mutating func finishShortPart(_ year: Int, _ yearEnd: Int, from start: Int) {
    let span = SourceSpan(start, place)
    if Characters.isIdentifierPart(peek(place).value) {
      place = yearEnd
      finishPeriod(Period(year: year), from: start)
      return
    }
    let fix = text(start, yearEnd) + "-0" + text(peek(yearEnd).end, place)
    report(.malformedPeriod, at: span, fix: Diagnostic.Fix(span, fix))
    emit(.invalid, span)
  }

  private mutating func finishPeriod(_ period: Period?, from start: Int) {
    let next = peek(place).value
    if period != nil, next == 0x5E74 || Characters.isDigit(next) {
      skipGlued()
      let span = SourceSpan(start, place)
      let isChinese = next == 0x5E74
      let fix = Diagnostic.Fix(span, text(peek(start).end, place))
      report(.malformedPeriod, at: span, fix: isChinese ? fix : nil)
      emit(.invalid, span)
      return
    }
    emitPeriod(period, from: start)
    lexGluedWord(after: start)
  }

  private mutating func plainDigits() -> [UInt8] {
    var digits: [UInt8] = []
    while digits.count < 20, Characters.isDigit(peek(place).value) {
      digits.append(UInt8(truncatingIfNeeded: peek(place).value))
      place = peek(place).end
    }
    return digits
  }
}
