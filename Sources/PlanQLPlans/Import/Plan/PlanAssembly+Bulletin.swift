import PlanQLData

extension PlanAssembly {
  /// Takes the groups of a bulletin for sections and its figures for stated totals, and adds the
  /// figures of groups up beside those of what they are parts of.
  mutating func add(_ bulletin: Bulletin, sections: [Int: Int]) {
    let units = bulletin.figures.compactMap { figure -> MoneyUnit? in
      if case .money(let unit, _) = figure.unit { return unit }
      return nil
    }
    draft.moneyUnit = draft.moneyUnit ?? PlanAssembly.mostUsed(units)
    if draft.currency == nil {
      let code = currency(of: bulletin)
      draft.currency = code
      if code != "CNY" { ledger.note(nil, ImportMessages.currencyFound(code)) }
    }
    settleDay(of: bulletin)
    var places: [Int?] = []
    for group in bulletin.groups {
      places.append(isPartOfItem(group) ? nil : section(of: group, places, sections))
    }
    var homes = BulletinHomes(groups: bulletin.groups, places: places, headings: sections)
    var unread = bulletin.unread
    for figure in bulletin.figures {
      if !add(figure, section: section(of: figure, in: &homes)) {
        unread.append((figure.line, figure.label + figure.value.description))
      }
    }
    addFunding(of: bulletin)
    noteUnread(unread)
    noteAlike(bulletin.figures)
    draft.sums += BulletinSums(bulletin, in: draft.moneyUnit).checks(nodes: content.nodes)
  }

  /// Says of each line which of its figures gave no row.
  private mutating func noteUnread(_ unread: [(line: Int, text: String)]) {
    var texts: [Int: [String]] = [:]
    for (line, text) in unread { texts[line, default: []].append(text) }
    for line in texts.keys.sorted() {
      ledger.doubt(line, ImportMessages.figuresUnread(texts[line] ?? []))
    }
  }

  /// Says which figures stand under one name, of one group and time, and differ: what tells them apart is in words that
  /// were not read.
  private mutating func noteAlike(_ figures: [Bulletin.Figure]) {
    struct Key: Hashable {
      let group: Int?
      let node: Int?
      let item: String?
      let label: String
      let time: String?
      let unit: String?
      let isMoney: Bool
    }
    let groups = Dictionary(grouping: figures.indices) { place in
      let figure = figures[place]
      return Key(
        group: figure.group, node: figure.group == nil ? figure.node : nil,
        item: itemTitle(at: figure.line), label: figure.label,
        time: figure.time, unit: figure.isMoney ? nil : figure.unit.name, isMoney: figure.isMoney)
    }
    for places in groups.values.sorted(by: { $0[0] < $1[0] }) {
      let texts = places.map { figures[$0].value.description + (figures[$0].unit.name ?? "") }
      guard Set(texts).count > 1 else { continue }
      let first = figures[places[0]]
      ledger.doubt(first.line, ImportMessages.figuresAlike(first.label, texts))
    }
  }

  /// The currency that amounts name, or that the text names by a word for it.
  private func currency(of bulletin: Bulletin) -> String {
    let codes = bulletin.figures.compactMap { figure -> String?? in
      if case .money(_, let code) = figure.unit { return code }
      return nil
    }
    if let first = codes.first, let code = first, codes.allSatisfy({ $0 == code }) { return code }
    // 折合港币 says what an amount would be in another one.
    let named = lines.lazy.map(\.text)
      .filter { !$0.contains(anyWord: ["折合", "折算", "约合", "等值", "相当于"]) }
      .compactMap { MoneyName.currency(in: $0) }.first
    return named ?? draft.currencyOfPlace ?? "CNY"
  }

  /// The day up to which a bulletin counts: the end of the months in `2018年1-8月`. The year is the
  /// one that its own times name, never that of a comparison or of when something began.
  private mutating func settleDay(of bulletin: Bulletin) {
    let times = bulletin.figures.filter { !$0.isChange }
      .compactMap { $0.time.map { FoldedText($0) } }
      .filter { !$0.hasPrefix("自") && !$0.hasPrefix("从") && !$0.contains("以来") }
    // 为2016年投资计划的99%: the plan is that of the year that the months are of.
    let plans = bulletin.figures.map { FoldedText($0.label) }.filter { $0.hasPrefix("为") }
    let years = Set((times + plans).flatMap { PlanFacts.years(of: $0) })
    let year = periods.year ?? (years.count == 1 ? years.first : nil)
    let reading = PeriodReading(year: year)
    guard draft.asOf == nil else { return }
    if let title = content.title?.line, let day = reading.asOf(in: lines[title].text) {
      draft.asOf = day
      ledger.note(title, ImportMessages.dateOfReport(day.description))
      return
    }
    for line in Set(bulletin.figures.map(\.line)).sorted() {
      guard let first = reading.asOf(in: lines[line].text) else { continue }
      let day = lastDay(of: bulletin.figures.filter { $0.line == line }, reading) ?? first
      if PlanAssembly.beginsAfter(day, in: lines[line].text)
        || PlanAssembly.namesTwoYears(lines[line].text)
      {
        return
      }
      draft.asOf = Swift.max(first, day)
      ledger.note(line, ImportMessages.dateOfReport(Swift.max(first, day).description))
      return
    }
  }

  /// Whether a text counts from a month without a year that lies behind that of the day up to which it counts, so that
  /// the two are of two years, and none of them is told: 自10月27日以来,…截至1月13日.
  private static func beginsAfter(_ day: Day, in text: FoldedText) -> Bool {
    ProseTime.places(in: text).contains { places in
      let time = text.part(places)
      guard let lead = ["自", "从"].first(where: { time.hasPrefix($0) }),
        let (month, length) = Numeral.integer(time.dropFirst(lead.unicodeScalars.count)),
        time.dropFirst(lead.unicodeScalars.count + length).hasPrefix("月")
      else { return false }
      return month > day.civil.month
    }
  }

  /// Whether a text counts by years that begin in one and end in the next, so that a day without a year may be of both:
  /// 2010-2011年度.
  private static func namesTwoYears(_ text: FoldedText) -> Bool {
    guard let mark = text.firstPlaces(of: "年度"), mark.lowerBound >= 9 else { return false }
    let years = text.part((mark.lowerBound - 9)..<mark.lowerBound).matching
      .split(separator: "-").map { $0.count(where: FoldedText.isDigit) }
    return years == [4, 4]
  }

  /// The last day that the times of figures name which tell what has been: two half-years beside each other are told of
  /// on the later one.
  private func lastDay(of figures: [Bulletin.Figure], _ reading: PeriodReading) -> Day? {
    figures.filter { !$0.isChange && !MeasureWords.isIntended(FoldedText($0.label)) }
      .compactMap { $0.time.flatMap { reading.asOf(in: FoldedText($0)) } }.max()
  }

  private static func mostUsed(_ units: [MoneyUnit]) -> MoneyUnit? {
    MoneyUnit.all.map { unit in (unit, units.count { $0 == unit }) }.filter { $0.1 > 0 }
      .max { $0.1 < $1.1 }?.0
  }

  /// Adds a figure as a stated total; says whether it is one in the currency and unit of the plan.
  private mutating func add(_ figure: Bulletin.Figure, section: Int?) -> Bool {
    var total = PlanDraft.StatedTotal(
      section: section, name: figure.label, place: lines[figure.line].place)
    total.time = figure.time
    total.sentence = figure.sentence
    var text = figure.value.description
    switch figure.unit {
    case .money(let unit, nil) where figure.isOfEach:
      total.number = (figure.value, unit.name)
    case .money(let unit, let currency):
      let amount = Amount(
        value: figure.value, unit: unit, isRough: figure.isRough)
      guard let planUnit = draft.moneyUnit, let value = amount.value(in: planUnit),
        currency == nil || currency == draft.currency
      else { return false }
      text += unit.name
      if figure.lacksYuan {
        ledger.note(figure.line, ImportMessages.amountIsOfMoney(String(text.dropLast()), text))
      }
      if unit != planUnit {
        let remark = ImportMessages.amountInOtherUnit(
          text, value.description, MoneyName(planUnit, currency: draft.currency).title)
        // 93.3元 among amounts in 亿元 may lack a word.
        if unit.power == 0, planUnit.power >= 4, Decimal(1000, scale: 0) > figure.value {
          ledger.doubt(figure.line, remark)
        } else {
          ledger.note(figure.line, remark)
        }
      }
      total.value = value
    case .percent: total.number = (figure.value, "%")
    case .points: total.number = (figure.value, "百分点")
    case .count(let word), .measure(let word): total.number = (figure.value, word)
    case .other, .unknown: return false
    }
    if figure.isRough {
      text += total.number?.measuredIn ?? ""
      ledger.note(figure.line, ImportMessages.amountIsRough(text))
    }
    draft.totals.append(total)
    return true
  }
}
