import PlanQLData

/// Adds the figures of a bulletin up: those of groups, and those that are parts of another.
///
/// That a total disagrees is said only where the text says that the parts are parts of it, and either
/// that they are all there are, or that they come to more than it.
struct BulletinSums {
  private let bulletin: Bulletin
  private let unit: MoneyUnit?

  init(_ bulletin: Bulletin, in unit: MoneyUnit?) {
    self.bulletin = bulletin
    self.unit = unit
  }

  /// Groups of one division below the same one.
  private struct Family: Hashable {
    let parent: Int?
    let node: Int?
    let division: Int
  }

  /// The sums beside the totals, in the order of the text.
  func checks(nodes: [OutlineNode]) -> [ReconciliationReport.SumCheck] {
    var checks: [ReconciliationReport.SumCheck] = []
    var seen: Set<Family> = []
    for group in bulletin.groups {
      let family = Family(parent: group.parent, node: group.node, division: group.division)
      if seen.insert(family).inserted { checks += self.checks(of: family, nodes) }
    }
    for (place, figure) in bulletin.figures.enumerated() {
      if let check = check(ofPartsOf: place, figure, nodes) { checks.append(check) }
    }
    return checks
  }

  /// The parts that a figure is said to have.
  private func check(
    ofPartsOf place: Int, _ figure: Bulletin.Figure, _ nodes: [OutlineNode]
  ) -> ReconciliationReport.SumCheck? {
    let parts = bulletin.figures.filter { $0.whole == place }
    guard parts.count > 1, !figure.isOfEach else { return nil }
    let check = check(
      parts.map { value($0) }, figure, of: name(figure.group, figure.node, nodes))
    let isOver = figure.isMoney && (check.sum.map { isMore($0, than: check.stated) } ?? false)
    return check.agrees == true || figure.isEnumerated || isOver ? check : nil
  }

  private func checks(
    of family: Family, _ nodes: [OutlineNode]
  ) -> [ReconciliationReport.SumCheck] {
    let members = bulletin.groups.indices.filter { isMember($0, of: family) }
    guard members.count > 1 else { return [] }
    let wholes = bulletin.figures.filter {
      $0.group == family.parent && $0.node == family.node && $0.whole == nil && isAdded($0)
    }
    let found = checks(of: family, members, wholes, nodes)
    if found.contains(where: { $0.agrees == true }) {
      return found + checksOfCounts(of: family, members, nodes).filter { $0.agrees == true }
    }
    return found + agreeing(among: members, of: family, wholes, nodes)
  }

  /// The sums that agree of some of the groups: of those of one paragraph, and of those of which the same is told in the
  /// same words. That they come to the total tells that they are its parts.
  private func agreeing(
    among members: [Int], of family: Family, _ wholes: [Bulletin.Figure], _ nodes: [OutlineNode]
  ) -> [ReconciliationReport.SumCheck] {
    let paragraphs = Set(members.map { bulletin.groups[$0].paragraph }).sorted()
    var subsets = paragraphs.map { groups(toldOfIn: $0, of: family) }
    for whole in wholes where whole.isMoney {
      subsets.append(
        members.filter { member in
          bulletin.figures.contains {
            $0.group == member && $0.label == whole.label && $0.whole == nil && isAdded($0)
          }
        })
    }
    var seen: Set<ReconciliationReport.SumCheck> = []
    return subsets.filter { $0.count > 1 }.flatMap { subset in
      (checks(of: family, subset, wholes, nodes)
        + checksByLastWords(of: family, subset, wholes, nodes)
        + checksOfCounts(of: family, subset, nodes))
        .filter { $0.agrees == true && $0.missing == 0 && seen.insert($0).inserted }
    }
  }

  /// The groups below the same one that a paragraph states figures of, though another may have named them first.
  private func groups(toldOfIn paragraph: Int, of family: Family) -> [Int] {
    let told = Set(
      bulletin.figures.filter {
        $0.paragraph == paragraph && $0.whole == nil && isAdded($0)
      }.compactMap(\.group))
    return told.sorted().filter {
      let group = bulletin.groups[$0]
      return isMember(
        $0, of: Family(parent: family.parent, node: family.node, division: group.division))
    }
  }

  /// The sums of counts beside a total that says how far so many have come: 1390个重大项目集中开工.
  private func checksOfCounts(
    of family: Family, _ members: [Int], _ nodes: [OutlineNode]
  ) -> [ReconciliationReport.SumCheck] {
    let key = MeasureWords.key("项目数")
    let values = members.map { value(of: key, isMoney: false, group: $0) }
    guard values.allSatisfy({ $0 != nil }) else { return [] }
    return bulletin.figures.filter { whole in
      whole.group == family.parent && whole.node == family.node && whole.whole == nil
        && whole.isCount && !whole.isChange && !whole.isAside && !isAdded(whole)
        && FoldedText(whole.label).contains(anyWord: ["项目", "工程"])
    }.map { check(values, $0, of: name(family.parent, family.node, nodes)) }
  }

  /// The sums that groups come to whose amounts are all called by the last words of the total: 投资 of each beside
  /// 拟新增投资额 of all.
  private func checksByLastWords(
    of family: Family, _ members: [Int], _ wholes: [Bulletin.Figure], _ nodes: [OutlineNode]
  ) -> [ReconciliationReport.SumCheck] {
    let keys = Set(
      bulletin.figures.filter { figure in
        figure.isMoney && isAdded(figure) && figure.whole == nil
          && figure.group.map(members.contains) ?? false
      }.map { MeasureWords.key($0.label) })
    guard keys.count == 1, let key = keys.first else { return [] }
    return wholes.filter { whole in
      let name = MeasureWords.key(whole.label)
      // What is done is no part of what is planned: 完成投资 beside 计划完成投资.
      let isOfPlan = name.contains("计划") && !key.contains("计划")
      return whole.isMoney && name != key && name.hasSuffix(key) && !isOfPlan
    }.map { whole in
      check(
        members.map { value(of: key, isMoney: true, group: $0) }, whole,
        of: name(family.parent, family.node, nodes))
    }
  }

  /// The sums of groups beside the totals of what they are parts of.
  private func checks(
    of family: Family, _ members: [Int], _ wholes: [Bulletin.Figure], _ nodes: [OutlineNode]
  ) -> [ReconciliationReport.SumCheck] {
    var seen: Set<String> = []
    var found: [(check: ReconciliationReport.SumCheck, mayDisagree: Bool)] = []
    for whole in wholes where seen.insert(MeasureWords.key(whole.label)).inserted {
      let key = MeasureWords.key(whole.label)
      let values = members.map { value(of: key, isMoney: whole.isMoney, group: $0) }
      guard values.count(where: { $0 != nil }) > 1 else { continue }
      let same = wholes.filter { MeasureWords.key($0.label) == key && $0.isMoney == whole.isMoney }
      let checks = same.map { check(values, $0, of: name(family.parent, family.node, nodes)) }
      let best = checks.first { $0.agrees == true } ?? checks[0]
      let isOfDivision = whole.paragraph == bulletin.divisions[family.division].paragraph
      found.append(
        (best, isOfDivision && Set(same.map { value($0)?.description ?? "" }).count == 1))
    }
    let division = bulletin.divisions[family.division]
    let isWhole = division.isExhaustive || found.contains { $0.check.agrees == true }
    return found.compactMap { check, mayDisagree in
      if check.agrees == true { return check }
      guard division.isOpened, check.missing == 0, !isMixed(members) else { return nil }
      let agreesElsewhere = found.contains { $0.check.agrees == true }
      guard mayDisagree || agreesElsewhere else { return nil }
      let isOver = check.sum.map { isMore($0, than: check.stated) } ?? false
      return isWhole || isOver ? check : nil
    }
  }

  /// Whether a group is one of those that part the whole: 待安排项目 are none of what it counts.
  private func isMember(_ place: Int, of family: Family) -> Bool {
    let group = bulletin.groups[place]
    return group.parent == family.parent && group.node == family.node
      && group.division == family.division
      && !["待", "另", "拟"].contains { group.name.hasPrefix($0) }
  }

  /// Whether groups are told apart by different things, so that some may be in others: by size and
  /// by progress.
  private func isMixed(_ members: [Int]) -> Bool {
    let names = members.map { FoldedText(bulletin.groups[$0].name) }
    if names.contains(where: { $0.contains("以上") || $0.contains("以下") }) { return true }
    let states = names.count { SubjectWords.isState($0) }
    return states > 0 && states < names.count
  }

  private func value(of key: String, isMoney: Bool, group: Int) -> Decimal? {
    bulletin.figures.first { figure in
      isAdded(figure) && figure.group == group && figure.isMoney == isMoney
        && figure.whole == nil && MeasureWords.key(figure.label) == key
    }.flatMap { value($0) }
  }

  private func isMore(_ sum: Decimal, than stated: Decimal?) -> Bool {
    guard let stated else { return false }
    let difference = ExactSum.of([sum, Decimal(-stated.significand, scale: stated.scale)])
    return difference.map { $0.significand > 0 } ?? false
  }

  /// Whether figures of its kind add up: amounts do, and counts of projects.
  private func isAdded(_ figure: Bulletin.Figure) -> Bool {
    if figure.isChange || figure.isAside { return false }
    return figure.isMoney || figure.isCount && figure.label.hasSuffix("数")
  }

  private func check(
    _ values: [Decimal?], _ whole: Bulletin.Figure, of name: String?
  ) -> ReconciliationReport.SumCheck {
    var check = ReconciliationReport.SumCheck(
      table: nil, section: name, heading: whole.label, year: nil, isInvestment: false,
      rows: values.count, missing: values.count { $0 == nil },
      sum: ExactSum.of(values.compactMap { $0 }), stated: value(whole), unit: counted(whole))
    check.isRounded = whole.isMoney && isRounded(check, values, whole)
    return check
  }

  /// Whether a sum of rounded amounts differs from the total by half of their last digit each, or of
  /// that of the total as it is written, at most, and by less than a thousandth.
  private func isRounded(
    _ check: ReconciliationReport.SumCheck, _ values: [Decimal?], _ total: Bulletin.Figure
  ) -> Bool {
    guard check.missing == 0, let stated = check.stated, let sum = check.sum else { return false }
    let difference = ExactSum.of([sum, Decimal(-stated.significand, scale: stated.scale)])
    guard let difference, difference.significand != 0 else { return false }
    let scale = (values.compactMap { $0?.scale } + [stated.scale]).max() ?? 0
    func units(_ value: Decimal) -> Int64? { value.scaled(by: scale) }
    guard let gap = units(difference).map({ abs($0) }), let whole = units(stated) else {
      return false
    }
    let last = Decimal(1, scale: total.value.scale)
    let digit = value(of: last, total.unit).flatMap(units) ?? 0
    return gap <= Swift.max(Int64(values.count), digit) / 2 && gap <= whole / 1000
  }

  private func name(_ group: Int?, _ node: Int?, _ nodes: [OutlineNode]) -> String? {
    group.map { bulletin.groups[$0].name } ?? node.map { nodes[$0].title }
  }

  private func counted(_ figure: Bulletin.Figure) -> String? {
    if case .count(let word) = figure.unit { return word }
    return nil
  }

  private func value(_ figure: Bulletin.Figure) -> Decimal? {
    value(of: figure.value, figure.unit)
  }

  /// A number in the unit of the plan's money, where it is an amount.
  private func value(of number: Decimal, _ unit: FigureUnit) -> Decimal? {
    guard case .money(let unit, _) = unit else { return number }
    guard let planUnit = self.unit else { return nil }
    return Amount(value: number, unit: unit, isRough: false).value(in: planUnit)
  }
}
