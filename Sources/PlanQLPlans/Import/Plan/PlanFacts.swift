import PlanQLData

/// Finds what a document says of the plan as a whole.
enum PlanFacts {
  /// The one year that the first of some lines is about which says so: `2025年重点工作`, `某县2023年项目进展情况`.
  static func singleYear(of lines: some Sequence<DocumentLine>) -> Int? {
    lines.lazy.compactMap { singleYear(in: $0.text) }.first
  }

  /// The one year that a title is about.
  static func singleYear(in title: FoldedText) -> Int? {
    let title = WrittenDigits.inYears(of: title)
    let words = [
      "计划", "方案", "要点", "分工", "任务", "分解", "目标", "进展", "情况", "项目", "安排", "清单", "责任", "工作", "台账",
      "考核",
      "得分", "评分", "计分", "排名", "节点", "里程碑", "评价",
    ]
    // (2021年度): what the form below a title is filled in for.
    if title.outerBrackets().first == 0..<title.count,
      let (year, rest) = Headings.year(title.dropFirst(1).dropLast(1).compact), rest == "年度"
    {
      return year
    }
    guard (4...80).contains(title.count), !title.contains("。"),
      words.contains(where: { title.contains($0) })
    else { return nil }
    return onlyYear(in: withoutDate(title).scalars)
  }

  /// A title that names a plan by its number without the day or month in brackets at its end: the date of the document
  /// is not the time that it is about.
  private static func withoutDate(_ title: FoldedText) -> FoldedText {
    guard let (before, inner) = title.trimmed().partedAtLastBracket,
      PeriodReading.fiveYears(in: before.folded) != nil, inner.contains("月"),
      !before.contains(anyWord: ["进展", "进度", "完成情况"]),
      let date = DateSpan(in: inner, year: nil), date.places == 0..<inner.count
    else { return title }
    return before
  }

  /// The years that a text names: 2018年.
  static func years(of text: FoldedText) -> Set<Int> {
    let scalars = text.scalars
    return Set(
      scalars.indices.filter { scalars[$0] == "年" && $0 >= 4 }.compactMap { place in
        Int(String(String.UnicodeScalarView(scalars[(place - 4)..<place])))
      }.filter { (1950...2100).contains($0) })
  }

  /// The year before a 年 where a text names one, and no range of years or day.
  private static func onlyYear(in scalars: [Unicode.Scalar]) -> Int? {
    var years: Set<Int> = []
    for (place, scalar) in scalars.enumerated() where scalar == "年" && place >= 4 {
      let digits = scalars[(place - 4)..<place]
      guard let year = Int(String(String.UnicodeScalarView(digits))), (1950...2100).contains(year)
      else { continue }
      if place > 4, "-~至—".unicodeScalars.contains(scalars[place - 5]) { return nil }
      if place + 1 < scalars.count, "-~至".unicodeScalars.contains(scalars[place + 1]) { return nil }
      years.insert(year)
    }
    return years.count == 1 && !scalars.contains("日") ? years.first : nil
  }

  /// The place that a text begins with, with its province: `2013年度开化县生态市建设…` is about 开化县.
  static func region(in text: FoldedText) -> String? { TitleRegion.first(fromPlace(of: text)) }

  /// The place that the title of a plan begins with, through all that it lies in: `江苏省淮安市清江浦区…`.
  static func regionOfPlan(in title: FoldedText) -> String? {
    TitleRegion.leading(fromPlace(of: title))
  }

  /// A title from where it may name a place.
  private static func fromPlace(of title: FoldedText) -> FoldedText {
    var text = WrittenDigits.inYears(of: title)
    if text.hasPrefix("附件") || text.hasPrefix("附表") {
      text = text.dropFirst(2).trimmed {
        FoldedText.isDigit($0) || ":- .、".unicodeScalars.contains($0)
      }
    }
    for lead in ["中共", "关于印发", "关于", "印发"] where text.hasPrefix(lead) {
      text = text.dropFirst(lead.unicodeScalars.count)
    }
    return withoutTime(text)
  }

  /// A title without the time that it begins with: `2023年1-4月`, `2018年上半年`.
  private static func withoutTime(_ title: FoldedText) -> FoldedText {
    var text = title
    while true {
      let plain = text.trimmed { FoldedText.isDigit($0) || "《“年度-~ ".unicodeScalars.contains($0) }
      let isAfterDigits = plain.count < text.count
      guard isAfterDigits,
        let word = ["月份", "月", "季度", "上半年", "下半年"].first(where: { plain.hasPrefix($0) })
      else { return plain }
      text = plain.dropFirst(word.unicodeScalars.count)
    }
  }

  /// The currency of a document where no amount names one: the yuan, the Taiwan dollar where the document counts years of
  /// the Republic of China, names its government or has words that only its offices write so, the dollar of Hong Kong, or
  /// the yen where the document is in Japanese; nil where nothing is Chinese or Japanese.
  static func currencyOfPlace(_ lines: DocumentLines) -> String? {
    let start = lines.prefix(1000).map(\.text)
    guard start.contains(where: { $0.scalars.contains(where: FoldedText.isIdeograph) }) else {
      return nil
    }
    if start.contains(where: isJapanese) { return "JPY" }
    if start.contains(where: isOfTaiwan) { return "TWD" }
    return start.contains(where: isOfHongKong) ? "HKD" : "CNY"
  }

  /// Whether a text names a head of the estimates of Hong Kong, 總目703, which is no 总目标.
  private static func isOfHongKong(_ text: FoldedText) -> Bool {
    guard let head = text.firstPlaces(of: "总目") else { return false }
    return text.dropFirst(head.upperBound).trimmed().scalar(0).map(FoldedText.isDigit) ?? false
  }

  /// Whether a text has two letters of a Japanese syllabary together, or the yen.
  private static func isJapanese(_ text: FoldedText) -> Bool {
    var isBehindOne = false
    for scalar in text.scalars {
      // The middle dot and the long stroke of these blocks stand in other texts too.
      let isLetter =
        (0x3041...0x3096).contains(scalar.value) || (0x30A1...0x30FA).contains(scalar.value)
      if isLetter && isBehindOne || scalar == "円" { return true }
      isBehindOne = isLetter
    }
    return false
  }

  private static let wordsOfTaiwan = [
    "計畫", "縣", "鄉鎮", "公所", "用途別", "歲出", "歲入", "預算數", "決算數",
  ]

  private static func isOfTaiwan(_ text: FoldedText) -> Bool {
    if wordsOfTaiwan.contains(where: { text.string.contains($0) }) { return true }
    if text.contains(anyWord: ["行政院", "立法院", "新台币", "中华民国"]) { return true }
    // 112年度, 112年12月, but not 100年一遇.
    guard let year = text.firstPlaces(of: "年"), let next = text.scalar(year.upperBound),
      FoldedText.isDigit(next) || "度底月".unicodeScalars.contains(next)
    else { return false }
    let digits = text.part(0..<year.lowerBound).scalars.suffix(4).map(FoldedText.isDigit)
    // 104年度: years of four digits have one more before these.
    return digits.suffix(3) == [true, true, true] && (digits.count == 3 || digits.first != true)
      && text.scalar(year.lowerBound - 3) == "1"
  }

  /// The five years of the plan that the lines name most often, 十四五, where one stands out.
  static func namedPeriod(in lines: DocumentLines) -> (name: String, period: Period)? {
    let counts = zip(PeriodReading.fiveYearNames, lines.countsOfFiveYearNames).map {
      (name: $0, count: $1)
    }
    guard let most = counts.max(by: { $0.count < $1.count }), most.count > 0,
      counts.count(where: { $0.count == most.count }) == 1,
      let period = PeriodReading.fiveYears(in: most.name)
    else { return nil }
    return (most.name, period)
  }

  /// The years that a period lies in: a plan covers whole ones.
  static func wholeYears(_ period: Period) -> Period? {
    Period(
      from: period.start.flatMap { Period(year: $0.civil.year)?.start },
      through: period.end.flatMap { Period(year: $0.civil.year)?.end })
  }

  /// Years in a title: `2021-2025年`, `2025年`.
  static func years(in title: FoldedText) -> Period? {
    let title = withoutDate(WrittenDigits.inYears(of: title))
    let scalars = title.scalars
    for (place, scalar) in scalars.enumerated() where FoldedText.isDigit(scalar) {
      guard place == 0 || !FoldedText.isDigit(scalars[place - 1]) else { continue }
      let run = scalars[place...].prefix {
        // 2023Q4-2024Q1
        FoldedText.isDigit($0) || "-~至年Qq".unicodeScalars.contains($0)
      }
      let text = title.part(place..<(place + run.count)).trimmed {
        "-~至".unicodeScalars.contains($0)
      }
      if text.count >= 5, case .stated(let period) = PeriodReading(year: nil).read(cell: text) {
        return period
      }
    }
    return nil
  }
}

extension PlanAssembly {
  /// The plan with title, region and horizon as far as the document states them, and the account of
  /// how they were found.
  func withFacts(title: (text: String, line: Int)?) -> (draft: PlanDraft, ledger: LineLedger) {
    var draft = draft
    var ledger = ledger
    let text = FoldedText(title?.text ?? "")
    if draft.title == nil, let title {
      draft.title = title.text
      draft.region = PlanFacts.regionOfPlan(in: text)
      ledger.note(title.line, ImportMessages.titleFound(title.text))
    }
    let named = PlanFacts.namedPeriod(in: lines)
    if draft.namedPeriod == nil { draft.namedPeriod = named }
    guard draft.horizon == nil else { return (draft, ledger) }
    let (period, source) = horizon(title: text, named: named)
    draft.horizon = period.flatMap(PlanFacts.wholeYears)
    if let period = draft.horizon {
      ledger.note(nil, ImportMessages.horizonFound(period.description, source))
    }
    return (draft, ledger)
  }

  private func horizon(
    title: FoldedText, named: (name: String, period: Period)?
  ) -> (Period?, LocalizedText) {
    if let period = PlanFacts.years(in: title) ?? PeriodReading.fiveYears(in: title.folded) {
      guard let first = ([period] + yearsOfTables).compactMap(\.start).min(),
        let last = ([period] + yearsOfTables).compactMap(\.end).max(), !yearsOfTables.isEmpty
      else { return (period, LocalizedText(en: "the title", zh: "标题")) }
      return (
        Period(from: first, through: last),
        LocalizedText(en: "the titles of the tables", zh: "各表的标题")
      )
    }
    if let named { return (named.period, LocalizedText("“\(named.name)”")) }
    guard let start = draft.projects.start, let end = draft.projects.end else {
      return (nil, LocalizedText(""))
    }
    return (
      Period(from: start, through: end),
      LocalizedText(en: "the periods of the projects", zh: "各项目的建设期限")
    )
  }
}
