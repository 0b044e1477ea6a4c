import PlanQLData

/// A time that a sentence speaks of: `2021年7月`, `1-2月`, `到2025年`, `今年上半年`.
struct ProsePeriod: Sendable, Hashable {
  /// The period; nil where the text does not tell the year.
  let period: Period?
  /// The time as written, without the words that lead to it.
  let text: String
  /// Its places with the words that lead to it.
  let places: Range<Int>
  /// Whether something is to be reached by then: 到2025年, 2025年底前.
  let isDeadline: Bool
  /// The last year that it names itself.
  let year: Int?
  /// Whether it is no time of a value: another is compared with it (比2015年, 与去年同期相比), something goes on since
  /// then (自2017年起, 为2013年以来最好水平), or it is in the name of a paper (《…2035年远景目标纲要》).
  let isBase: Bool

  /// The times of a text; months without a year are those of a year that is given.
  static func all(in text: FoldedText, year: Int?, present: Int? = nil) -> [ProsePeriod] {
    guard text.contains(anyOf: signs) else { return [] }
    // The name of a paper, and a bracket that says up to when was counted, tell no time of a value.
    let names =
      text.outerBrackets(opening: "《", closing: "》")
      + text.outerBrackets().filter { bracket in
        text.part(bracket).contains("目标")
          || ["统计", "数据", "截至", "截止"].contains {
            text.dropFirst(bracket.lowerBound + 1).hasPrefix($0)
          }
      }
    func added(_ time: ProsePeriod) -> ProsePeriod {
      names.contains { $0.contains(time.places.upperBound - 1) } ? time.asBase : time
    }
    var found: [ProsePeriod] = []
    var known = year
    var place = 0
    let scalars = text.scalars
    while place < scalars.count {
      if let time = fiveYears(text, from: place) {
        found.append(added(time))
        place = time.places.upperBound
        continue
      }
      if let time = firstMonths(text, from: place, year: known) {
        found.append(added(time))
        place = time.places.upperBound
        continue
      }
      guard mayBegin(scalars, at: place),
        let time = longest(text, from: place, year: known, present: present)
      else {
        place += 1
        continue
      }
      found.append(added(time))
      known = found.last.map { $0.isBase ? nil : $0.year } ?? known
      place = Swift.max(time.places.upperBound, place + 1)
    }
    return found
  }

  /// Whether it goes over several years, as “十四五”期间 does.
  var isOfSeveralYears: Bool {
    guard let start = period?.start, let end = period?.end else { return false }
    return end.civil.year - start.civil.year >= 2
  }

  /// Whether it is a part of a year, of which nothing but what was observed is said.
  var isOfPartOfYear: Bool {
    guard let start = period?.start, let end = period?.end else { return false }
    return start.civil.year == end.civil.year && (start.civil.month > 1 || end.civil.month < 12)
  }

  /// Whether it goes over years of which the last one is not over, as no plan does: 2011年至2013年上半年.
  var endsAmidYear: Bool {
    guard let start = period?.start, let end = period?.end else { return false }
    return start.civil.year < end.civil.year && end.civil.month < 12
  }

  private var asBase: ProsePeriod {
    ProsePeriod(
      period: period, text: text, places: places, isDeadline: false, year: year, isBase: true)
  }

  private static let signs = Array("年月季旬日五".unicodeScalars)

  /// `“十三五”期间`, `到“十三五”末`: the time of a plan, and no name of one.
  private static func fiveYears(_ text: FoldedText, from start: Int) -> ProsePeriod? {
    guard let term = PlanTerm(in: text, at: start) else { return nil }
    let before = text.part(0..<start)
    let isBase = term.isSince || isBase(before, text.dropFirst(term.places.upperBound))
    let lead = lead(of: before)
    let end = term.period.end?.civil.year
    return ProsePeriod(
      period: term.isEnd ? end.flatMap { Period(year: $0) } : term.period, text: term.text,
      places: (start - lead.length)..<term.places.upperBound,
      isDeadline: !isBase && (lead.isDeadline || term.isEnd), year: end,
      isBase: isBase)
  }

  /// Whether the words around a time say that others are compared with it, or go on since then.
  private static func isBase(_ before: FoldedText, _ after: FoldedText) -> Bool {
    before.trimmed().suffix(of: [
      "比", "较", "与", "同", "从", "由", "相比于", "高于", "低于", "优于", "好于", "差于", "距", "距离", "超过", "多于",
      "少于", "不及",
    ]) != nil
      || [
        "同期", "相比", "基础上", "的基础上", "同月", "以来", "起", "现状", "水平", "的水平", "基数", "远景", "可比价", "不变价",
        "现价", "价",
      ].contains {
        after.hasPrefix($0)
      }
      || isOfAnother(before, after)
  }

  private static func mayBegin(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    let scalar = scalars[place]
    if FoldedText.isDigit(scalar) {
      guard place > 0 else { return true }
      let before = scalars[place - 1]
      let isAmidNumber = before == "," && place > 1 && FoldedText.isDigit(scalars[place - 2])
      return !FoldedText.isDigit(before) && !".第".unicodeScalars.contains(before) && !isAmidNumber
        && !(before.isASCII && before.properties.isAlphabetic)
    }
    return "上下今去本当一二三四第".unicodeScalars.contains(scalar)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    FoldedText.isDigit(scalar)
      || "年月日份度-~至到 上中下旬半季第一二三四底末前今去本当".unicodeScalars.contains(scalar)
  }

  /// The longest time that begins at a place.
  private static func longest(
    _ text: FoldedText, from start: Int, year: Int?, present: Int?
  ) -> ProsePeriod? {
    let run = text.dropFirst(start).matching.prefix(26).prefix(while: isPart).count
    guard run >= 2 else { return nil }
    for end in ((start + 2)...(start + run)).reversed() {
      guard let last = text.scalar(end - 1), "年月日份度旬底末前".unicodeScalars.contains(last)
      else { continue }
      // 2015年前8个月 and 2015年前三季度 are no times before 2015.
      if last == "前",
        text.scalar(end).map(FoldedText.isDigit) ?? false
          || Numeral.begins(in: text, at: end)
      {
        continue
      }
      let part = text.part(start..<end)
      if last == "年", let months = firstMonths(text, ofYear: part, from: start, to: end) {
        return months
      }
      guard let read = read(part, year: year, present: present) else { continue }
      let isBase = isBase(text.part(0..<start), text.dropFirst(end))
      let lead = lead(of: text.part(0..<start))
      return ProsePeriod(
        period: read.period.flatMap { point(of: $0, in: text, start: start - lead.length, end) },
        text: part.string, places: (start - lead.length)..<end,
        isDeadline: !isBase && (lead.isDeadline || last == "前"), year: read.year, isBase: isBase)
    }
    return nil
  }

  /// The day that words around a time make of it: the first of the year in 2016年初, the last of the month in 截至2021年6月.
  private static func point(
    of period: Period, in text: FoldedText, start: Int, _ end: Int
  ) -> Period? {
    if text.scalar(end - 1) == "年", text.scalar(end) == "初" {
      return Period(from: period.start, through: period.start)
    }
    if text.scalar(end - 1) == "月",
      ["截至", "截止"].contains(where: { text.dropFirst(start).hasPrefix($0) })
    {
      return Period(from: period.end, through: period.end)
    }
    return period
  }

  /// `前七月`, `前7个月`: the months up to one of the year that is spoken of.
  private static func firstMonths(
    _ text: FoldedText, from start: Int, year: Int?
  ) -> ProsePeriod? {
    guard text.scalar(start) == "前",
      !(text.scalar(start - 1).map("目之以日提当此".unicodeScalars.contains) ?? false),
      let (number, size) = Numeral.integer(text.dropFirst(start + 1))
    else { return nil }
    // 前三季度: nine months.
    let isOfQuarters = text.dropFirst(start + 1 + size).hasPrefix("季度") && (2...4).contains(number)
    let ofMonths = ProseTime.firstMonths(text.dropFirst(start))
    guard let length = isOfQuarters ? size + 3 : ofMonths else { return nil }
    let count = isOfQuarters ? number * 3 : number
    let period: Period?? = year.map { year in
      guard
        case .stated(let period) = PeriodReading(year: nil).read(FoldedText("\(year)年1-\(count)月"))
      else { return nil }
      return period
    }
    let end = start + length
    return ProsePeriod(
      period: period ?? nil, text: text.part(start..<end).string, places: start..<end,
      isDeadline: false, year: year,
      isBase: isBase(text.part(0..<start), text.dropFirst(end)))
  }

  /// `2015年前8个月`: the months up to one.
  private static func firstMonths(
    _ text: FoldedText, ofYear year: FoldedText, from start: Int, to end: Int
  ) -> ProsePeriod? {
    let rest = text.dropFirst(end)
    guard rest.hasPrefix("前"), let (count, length) = Numeral.integer(rest.dropFirst(1)),
      (1...12).contains(count), rest.dropFirst(1 + length).hasPrefix("个月"),
      case .stated(let period) = PeriodReading(year: nil).read(
        FoldedText(year.string + "1-\(count)月"))
    else { return nil }
    let last = end + 1 + length + 2
    return ProsePeriod(
      period: period, text: text.part(start..<last).string, places: start..<last,
      isDeadline: false, year: period.start?.civil.year, isBase: false)
  }

  /// Reads a time; an inner nil is one whose year is not known.
  private static func read(
    _ text: FoldedText, year: Int?, present: Int?
  ) -> (period: Period?, year: Int?)? {
    var plain = text.compact
    var known = year
    // 今年 is the year in which the document was written, which only its title tells.
    for (word, offset) in [("今年", 0), ("本年度", 0), ("当年", 0), ("去年", -1)]
    where plain.hasPrefix(word) {
      plain.removeFirst(word.count)
      known = present.map { $0 + offset }
      if plain.isEmpty { return (known.flatMap { Period(year: $0) }, known) }
    }
    let rest = withMonth(withMonths(ofQuarters: FoldedText(plain)))
    plain = rest.string
    let isMonth =
      rest.matching.prefix { FoldedText.isDigit($0) || "-~至到月".unicodeScalars.contains($0) }
      .contains("月")
    let isPart = ["上半年", "下半年"].contains(plain) || plain.hasSuffix("季度")
    let own = DateSpan(in: rest, year: nil)?.year
    if own == nil, isMonth || isPart {
      let digits = rest.matching.split { !FoldedText.isDigit($0) }.map(\.count)
      guard digits.allSatisfy({ $0 <= 2 }) else { return nil }
      let reading = PeriodReading(year: nil).read(FoldedText("\(known ?? 2000)年" + plain))
      guard case .stated(let period) = reading else { return nil }
      return (known == nil ? nil : period, known)
    }
    guard own != nil, case .stated(let period) = PeriodReading(year: year).read(rest) else {
      return nil
    }
    return (period, own)
  }

  /// The first quarters of a year as months: 1-3季度 as 1-9月.
  private static func withMonths(ofQuarters text: FoldedText) -> FoldedText {
    guard text.hasSuffix("季度"), text.count >= 5,
      ["1", "一"].contains(text.scalar(text.count - 5)),
      text.scalar(text.count - 4).map("-~至到".unicodeScalars.contains) ?? false,
      text.scalar(text.count - 6).map({ !FoldedText.isDigit($0) }) ?? true,
      let count = Numeral.integer(text.dropFirst(text.count - 3))?.value, (2...4).contains(count)
    else { return text }
    return text.dropLast(5).joined(FoldedText("1-\(count * 3)月"))
  }

  /// Days of one month, each with the month: 4月21日-30日.
  private static func withMonth(_ text: FoldedText) -> FoldedText {
    guard let sign = text.scalars.lastIndex(where: { "-~至到".unicodeScalars.contains($0) }),
      let month = text.part(0..<sign).lastPlaces(of: "月")
    else { return text }
    let (first, last) = (text.part(month.upperBound..<sign), text.dropFirst(sign + 1))
    func isDay(_ day: FoldedText) -> Bool {
      (1...2).contains(day.dropping(last: ["日"]).count)
        && day.dropping(last: ["日"]).scalars.allSatisfy(FoldedText.isDigit)
    }
    guard isDay(first), isDay(last), last.hasSuffix("日") else { return text }
    let digits = text.part(0..<month.lowerBound).scalars.reversed().prefix(
      while: FoldedText.isDigit)
    let name = text.part((month.lowerBound - digits.count)..<month.upperBound)
    let start = text.part(0..<month.upperBound).joined(first.dropping(last: ["日"]))
    return start.joined(name.joined(last), by: "日-")
  }

  private static func lead(of text: FoldedText) -> (length: Int, isDeadline: Bool) {
    let blanks = text.scalars.reversed().prefix { $0 == " " }.count
    let plain = text.dropLast(blanks)
    for (word, isDeadline) in leads where plain.hasSuffix(word) {
      let before = plain.dropLast(word.unicodeScalars.count)
      return (
        word.unicodeScalars.count + blanks, isDeadline && (word != "到" || mayLeadToDeadline(before))
      )
    }
    return (0, false)
  }

  /// Whether 到 behind a text says by when: at the start of a clause, and not in 累计到 or 提高到.
  private static func mayLeadToDeadline(_ before: FoldedText) -> Bool {
    let text = before.trimmed()
    guard let last = text.scalars.last else { return true }
    return !FoldedText.isIdeograph(last) && !FoldedText.isDigit(last)
      || text.suffix(of: [
        "力争", "确保", "争取", "计划", "规划", "要求", "目标", "其中", "即", "且", "并", "是", "为", "提出", "明确",
      ]) != nil
  }

  private static let leads: [(String, Bool)] = [
    ("力争到", true), ("确保到", true), ("展望到", true), ("展望", true), ("截至到", false), ("截至", false),
    ("截止", false), ("到", true),
    ("至", false),
    ("自", false), ("在", false), ("于", false),
  ]
}
