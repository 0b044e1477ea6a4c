import PlanQLData

extension PlanAssembly {
  /// Takes what sentences say of indicators: targets, and observed values; gives the number of rows that have such a
  /// value.
  mutating func add(_ all: [StatedValue]) -> Int {
    let statements = withoutContradictions(all)
    let targets = PlanAssembly.targets(in: statements).count { addTarget($0) }
    let values = statements.filter { !$0.isTarget }
    guard !values.isEmpty else { return targets }
    let table = draft.furtherTable(named: StandardTables.observations.name.en)
    for value in values {
      let cells = observation(value)
      draft.furtherTables[table].append(cells, at: lines[value.line].place)
    }
    draft.furtherTables[table].settle(
      first: ["indicator", "place", "time", "value", "kind", "计量单位", "同比", "环比", "排名"])
    return targets + values.count
  }

  /// Statements without those that say different things of one indicator, place and time: what told them apart was
  /// not read, so that none of them is certain.
  private mutating func withoutContradictions(_ statements: [StatedValue]) -> [StatedValue] {
    let groups = Dictionary(grouping: statements.indices) { statements[$0].key }
    var dropped: Set<Int> = []
    for places in groups.values {
      let values = Set(
        places.map { "\(statements[$0].quantity.value) \(statements[$0].quantity.unit ?? "")" })
      if values.count > 1 { dropped.formUnion(places) }
    }
    for place in dropped.sorted() {
      let statement = statements[place]
      ledger.doubt(
        statement.line,
        ImportMessages.valuesWithoutSubject(
          statement.name.string,
          statement.quantity.value.description + (statement.quantity.unit ?? "")
            + (statement.baseline.map { "，基期\($0)" } ?? "")
            + statement.comparisons.map { "，" + $0.label + $0.text }.joined()))
    }
    return statements.indices.filter { !dropped.contains($0) }.map { statements[$0] }
  }

  /// The targets that are of the same indicator, which may have one for each of several years.
  private static func targets(in statements: [StatedValue]) -> [[StatedValue]] {
    var groups: [[StatedValue]] = []
    for statement in statements where statement.isTarget {
      let name = plain(statement.place.joined(statement.name))
      let found = groups.lastIndex { group in
        let isOther = group.allSatisfy { $0.time?.year != statement.time?.year }
        return isOther && plain(group[0].place.joined(group[0].name)).hasSuffix(name.folded)
      }
      if let found, statement.time?.year != nil {
        groups[found].append(statement)
      } else {
        groups.append([statement])
      }
    }
    return groups
  }

  /// A name without its brackets and the words that refer to it: 这七大流域.
  private static func plain(_ name: FoldedText) -> FoldedText {
    var text = name.dropping(first: ["这", "该", "上述"])
    while let open = text.scalars.firstIndex(of: "("),
      let close = text.scalars[open...].firstIndex(of: ")")
    {
      text = text.part(0..<open).joined(text.dropFirst(close + 1))
    }
    return text.dropping(last: ["总体", "平均"])
  }

  /// Adds an indicator with the target of the plan's end: the first end of five years; those of other
  /// years are kept as written. Says whether it was not there yet.
  private mutating func addTarget(_ group: [StatedValue]) -> Bool {
    let years = group.compactMap(\.time?.year)
    let year = years.filter { $0.isMultiple(of: 5) }.min() ?? years.min()
    guard let first = group.first, let chosen = group.first(where: { $0.time?.year == year }) else {
      return false
    }
    let isLocal = !first.place.isEmpty && !PlanAssembly.isWhole(first.place)
    var name = (isLocal ? first.place.string : "") + first.name.string
    let place = proseIndicators.firstIndex { $0.name == name && $0.target == nil }
    if place == nil, let known = proseIndicators.first(where: { $0.name == name }) {
      let isSame = known.target.map { $0.isEqual(to: chosen.quantity.value) } ?? false
      if isSame, known.targetYear == chosen.time?.year { return false }
      ledger.doubt(first.line, ImportMessages.indicatorTwice(name))
      name = distinctIndicator(name)
    }
    var indicator =
      place.map { proseIndicators[$0] }
      ?? PlanDraft.Indicator(name: name, place: lines[first.line].place)
    indicator.measuredIn = chosen.quantity.unit
    indicator.target = chosen.quantity.value
    indicator.targetYear = chosen.time?.year ?? chosen.time?.period.flatMap(PlanAssembly.year)
    indicator.comparator = chosen.comparator
    indicator.direction = chosen.direction
    indicator.baseline = chosen.baseline ?? indicator.baseline
    indicator.baselineYear = chosen.baselineYear ?? indicator.baselineYear
    if chosen.comparator != nil { indicator.targetText = chosen.text }
    for (label, text) in chosen.comparisons { indicator.extras[label] = text }
    indicator.extras[PlanFiles.sentence] = chosen.spoken.string
    if !first.place.isEmpty { indicator.extras["地点"] = first.place.string }
    if !first.scope.isEmpty { indicator.extras["范围"] = first.scope.string }
    let others = group.filter { $0.time?.year != year }.map { other in
      (other.time?.text ?? "") + "：" + other.text
    }
    if !others.isEmpty {
      indicator.extras["其他目标"] = others.joined(separator: "；")
      ledger.note(
        first.line, ImportMessages.targetsOfOtherYears(name, others.joined(separator: "；")))
    }
    if let place {
      proseIndicators[place] = indicator
    } else {
      proseIndicators.append(indicator)
    }
    note(chosen)
    return true
  }

  private static func year(_ period: Period) -> Int? { period.end?.civil.year }

  /// The time of a value that was observed: 截至2021年底 is the year 2021, 截至6月30日 is that day.
  static func observed(_ period: Period) -> Period {
    guard period.start == nil, let end = period.end else { return period }
    let (year, month, day) = end.civil
    return (month, day) == (12, 31) ? Period(year: year) ?? period : Period(end)
  }

  /// Says how the words of a target were read.
  private mutating func note(_ statement: StatedValue) {
    guard let comparator = statement.comparator else { return }
    let word = Enumerations.comparator.cases.first { $0.name.en == comparator }?.name.zh
    ledger.note(
      statement.line,
      ImportMessages.figureRead(
        statement.text,
        [word, statement.quantity.value.description].compactMap { $0 }.joined(separator: " ")))
  }

  private func distinctIndicator(_ name: String) -> String {
    var number = 2
    while proseIndicators.contains(where: { $0.name == "\(name)（\(number)）" }) { number += 1 }
    return "\(name)（\(number)）"
  }

  /// Whether a place is all that the document is about: 全市, 我省.
  private static func isWhole(_ place: FoldedText) -> Bool {
    place.count <= 2 && ["全", "我"].contains { place.hasPrefix($0) }
  }

  /// The row of an observed value; its indicator is added where it is not known.
  private mutating func observation(_ statement: StatedValue) -> [String: String] {
    let name = statement.name.string
    let unit = statement.quantity.unit
    let source = lines[statement.line].place
    var cells = [
      "indicator": name, "value": statement.quantity.value.description, "kind": "actual",
      PlanFiles.sentence: statement.spoken.string,
    ]
    if let known = proseIndicators.first(where: { $0.name == name }) {
      if known.measuredIn != unit { cells["计量单位"] = unit }
    } else {
      var indicator = PlanDraft.Indicator(name: name, place: source)
      indicator.measuredIn = unit
      proseIndicators.append(indicator)
    }
    if !statement.place.isEmpty { cells["place"] = statement.place.string }
    if !statement.scope.isEmpty { cells["范围"] = statement.scope.string }
    if let time = statement.time {
      cells[time.period == nil ? "时间表述" : "time"] =
        time.period.map { PlanAssembly.observed($0).description } ?? time.text
    }
    if statement.isForecast { cells["kind"] = "forecast" }
    if statement.isRough {
      ledger.note(statement.line, ImportMessages.amountIsRough(statement.text))
    }
    for (label, text) in statement.comparisons { cells[label] = text }
    return cells
  }
}

extension StatedValue {
  /// What no two values may share.
  fileprivate var key: [String] {
    [
      isTarget ? "target" : "", name.folded, place.folded, scope.folded,
      time?.period?.description ?? time?.text ?? "",
      isForecast ? "forecast" : "", comparator == "cumulative" ? "change" : "",
    ]
  }
}
