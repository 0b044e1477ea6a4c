import PlanQLData

extension PlanAssembly {
  /// Takes the groups of a bulletin for sections and its figures for stated totals, and adds the
  /// figures of groups up beside those of what they are parts of.
  mutating func add(_ bulletin: Bulletin, sections: [Int: Int]) {
    let units = bulletin.figures.compactMap { figure -> MoneyUnit? in
      if case .money(let unit) = figure.unit { return unit }
      return nil
    }
    draft.moneyUnit = draft.moneyUnit ?? PlanAssembly.mostUsed(units)
    draft.currency = draft.currency ?? "CNY"
    settleDay(of: bulletin)
    var places: [Int] = []
    for group in bulletin.groups {
      let parent = group.parent.map { places[$0] } ?? group.node.flatMap { sections[$0] }
      places.append(addSection(group.name, parent: parent, at: group.line))
    }
    for figure in bulletin.figures {
      let section = figure.group.map { places[$0] } ?? figure.node.flatMap { sections[$0] }
      add(figure, section: section)
    }
    for (line, text) in bulletin.unread { ledger.doubt(line, ImportMessages.figureUnread(text)) }
    draft.sums += BulletinSums(bulletin, in: draft.moneyUnit).checks(nodes: content.nodes)
  }

  /// The day up to which a bulletin counts: the end of the months in `2018年1-8月`.
  private mutating func settleDay(of bulletin: Bulletin) {
    let used = Set(bulletin.figures.map(\.line)).sorted()
    let years = Set(used.flatMap { PlanFacts.years(of: lines[$0].text) })
    let year = periods.year ?? (years.count == 1 ? years.first : nil)
    let reading = PeriodReading(year: year)
    guard draft.asOf == nil else { return }
    for line in used {
      guard let day = reading.asOf(in: lines[line].text) else { continue }
      draft.asOf = day
      ledger.note(line, ImportMessages.dateOfReport(day.description))
      return
    }
  }

  private static func mostUsed(_ units: [MoneyUnit]) -> MoneyUnit? {
    MoneyUnit.all.map { unit in (unit, units.count { $0 == unit }) }.filter { $0.1 > 0 }
      .max { $0.1 < $1.1 }?.0
  }

  private mutating func add(_ figure: Bulletin.Figure, section: Int?) {
    var total = PlanDraft.StatedTotal(
      section: section, name: figure.label, place: lines[figure.line].place)
    switch figure.unit {
    case .money(let unit):
      let amount = Amount(
        value: figure.value, unit: unit, hasOwnUnit: true, isRough: figure.isRough)
      guard let planUnit = draft.moneyUnit, let value = amount.value(in: planUnit) else { return }
      let text = figure.value.description + unit.name
      if figure.isRough { ledger.note(figure.line, ImportMessages.amountIsRough(text)) }
      if unit != planUnit {
        ledger.note(
          figure.line, ImportMessages.amountInOtherUnit(text, "\(value)\(planUnit.name)"))
      }
      total.value = value
    case .percent: total.number = (figure.value, "%")
    case .points: total.number = (figure.value, "百分点")
    case .count(let word), .measure(let word): total.number = (figure.value, word)
    }
    draft.totals.append(total)
  }
}

/// Adds the figures of a bulletin up: those of groups, and those that are parts of another.
private struct BulletinSums {
  private let bulletin: Bulletin
  private let unit: MoneyUnit?

  init(_ bulletin: Bulletin, in unit: MoneyUnit?) {
    self.bulletin = bulletin
    self.unit = unit
  }

  /// Groups of one run below the same one.
  private struct Family: Hashable {
    let parent: Int?
    let node: Int?
    let run: Int
  }

  func checks(nodes: [OutlineNode]) -> [ReconciliationReport.SumCheck] {
    var checks: [ReconciliationReport.SumCheck] = []
    var seen: Set<Family> = []
    for group in bulletin.groups {
      let family = Family(parent: group.parent, node: group.node, run: group.run)
      if seen.insert(family).inserted { checks += self.checks(of: family, nodes) }
    }
    for (place, figure) in bulletin.figures.enumerated() {
      let parts = bulletin.figures.filter { $0.whole == place }
      guard parts.count > 1 else { continue }
      checks.append(
        check(parts.map { value($0) }, figure, of: name(figure.group, figure.node, nodes)))
    }
    return checks
  }

  private func checks(
    of family: Family, _ nodes: [OutlineNode]
  ) -> [ReconciliationReport.SumCheck] {
    let members = bulletin.groups.indices.filter { place in
      let group = bulletin.groups[place]
      // 待安排项目 are none of what the whole counts.
      return group.parent == family.parent && group.node == family.node && group.run == family.run
        && !["待", "另", "拟"].contains { group.name.hasPrefix($0) }
    }
    let wholes = bulletin.figures.filter {
      $0.group == family.parent && $0.node == family.node && $0.whole == nil
    }
    var seen: Set<String> = []
    return wholes.compactMap { whole in
      guard isAdded(whole), seen.insert(BulletinWords.key(whole.label)).inserted else { return nil }
      let values = members.map { member in
        bulletin.figures.first { figure in
          isAdded(figure) && figure.group == member
            && BulletinWords.key(figure.label) == BulletinWords.key(whole.label)
        }.flatMap { value($0) }
      }
      guard values.count(where: { $0 != nil }) > 1 else { return nil }
      return check(values, whole, of: name(family.parent, family.node, nodes))
    }
  }

  /// Whether figures of its kind add up: amounts do, and counts of projects.
  private func isAdded(_ figure: Bulletin.Figure) -> Bool {
    switch figure.unit {
    case .money: true
    case .count: figure.label == "项目数"
    case .percent, .points, .measure: false
    }
  }

  private func check(
    _ values: [Decimal?], _ whole: Bulletin.Figure, of name: String?
  ) -> ReconciliationReport.SumCheck {
    .init(
      table: nil, section: name, heading: whole.label, year: nil, isInvestment: false,
      rows: values.count, missing: values.count { $0 == nil },
      sum: ExactSum.of(values.compactMap { $0 }), stated: value(whole), unit: counted(whole))
  }

  private func name(_ group: Int?, _ node: Int?, _ nodes: [OutlineNode]) -> String? {
    group.map { bulletin.groups[$0].name } ?? node.map { nodes[$0].title }
  }

  private func counted(_ figure: Bulletin.Figure) -> String? {
    if case .count(let word) = figure.unit { return word }
    return nil
  }

  private func value(_ figure: Bulletin.Figure) -> Decimal? {
    guard case .money(let unit) = figure.unit else { return figure.value }
    guard let planUnit = self.unit else { return nil }
    return Amount(
      value: figure.value, unit: unit, hasOwnUnit: true, isRough: false
    ).value(in: planUnit)
  }
}
