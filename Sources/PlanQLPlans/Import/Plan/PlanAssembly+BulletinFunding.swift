import PlanQLData

extension PlanAssembly {
  /// Takes amounts that a bulletin parts by source as money of a project or of the plan, where it is
  /// certain whose they are.
  mutating func addFunding(of bulletin: Bulletin) {
    let wholes = BulletinFunding.wholes(of: bulletin)
    var isOfProjects = false
    for whole in wholes {
      guard let group = bulletin.figures[whole.figure].group else { continue }
      let name = bulletin.groups[group].name
      let line = bulletin.figures[whole.figure].line
      guard isOneProject(group, in: bulletin) else {
        ledger.note(line, ImportMessages.fundingOfSeveral(name))
        continue
      }
      guard draft.project(named: name) == nil else {
        ledger.note(line, ImportMessages.fundingTwice(name))
        continue
      }
      isOfProjects = addProject(name, whole, bulletin) || isOfProjects
    }
    addFundingOfPlan(
      wholes.filter { bulletin.figures[$0.figure].group == nil }, bulletin,
      isTaken: isOfProjects)
  }

  /// Whether a group is certainly one project: nothing counts projects of it or names parts of it.
  private mutating func isOneProject(_ group: Int, in bulletin: Bulletin) -> Bool {
    let isCounted = bulletin.figures.contains { $0.group == group && $0.isCount }
    return SubjectWords.isOneProject(FoldedText(bulletin.groups[group].name)) && !isCounted
      && !bulletin.groups.contains { $0.parent == group }
  }

  /// Adds a project with its investment and its money by source; says whether all could be written
  /// in the plan's unit.
  private mutating func addProject(
    _ name: String, _ whole: BulletinFunding.Whole, _ bulletin: Bulletin
  ) -> Bool {
    let figure = bulletin.figures[whole.figure]
    guard let funds = funds(of: whole, bulletin) else { return false }
    var project = PlanDraft.Project(
      name: name, linePlace: figure.line, source: lines[figure.line].place)
    let isTotal = FoldedText(figure.label).contains(anyWord: ["总投资", "估算", "概算", "匡算"])
    if isTotal { project.investment = value(of: figure) }
    project.funding = funds
    draft.append(project)
    ledger.note(figure.line, ImportMessages.fundingRead(name, funds.count))
    return true
  }

  /// Adds money of the plan as a whole; where that of projects is known, or the same source has
  /// several amounts, it would be counted twice.
  private mutating func addFundingOfPlan(
    _ wholes: [BulletinFunding.Whole], _ bulletin: Bulletin, isTaken: Bool
  ) {
    var known: Set<String> = []
    for whole in wholes {
      let figure = bulletin.figures[whole.figure]
      let isOfPart = figure.node.map { !isOnlyNode($0, of: bulletin) } ?? false
      if isOfPart {
        ledger.note(figure.line, ImportMessages.fundingOfPart(figure.label))
        continue
      }
      guard !isTaken, let funds = funds(of: whole, bulletin),
        known.isDisjoint(with: funds.map { key($0, whole.stage) })
      else {
        ledger.note(figure.line, ImportMessages.fundingTwice(figure.label))
        continue
      }
      known.formUnion(funds.map { key($0, whole.stage) })
      let table = draft.furtherTable(named: StandardTables.funding.name.en)
      for fund in funds {
        var cells = fund.extras
        cells["source"] = fund.source
        cells["year"] = fund.year.map { String($0) }
        cells[whole.stage] = fund.amounts[whole.stage]?.description
        draft.furtherTables[table].append(cells, at: lines[figure.line].place)
      }
      ledger.note(figure.line, ImportMessages.fundingRead(figure.label, funds.count))
    }
    draft.settleFurtherTable(
      named: StandardTables.funding.name.en,
      first: ["source", "year"] + PlanDraft.Fund.stages)
  }

  /// Whether all figures stand below one heading.
  private func isOnlyNode(_ node: Int, of bulletin: Bulletin) -> Bool {
    bulletin.figures.allSatisfy { $0.node == node }
  }

  private func key(_ fund: PlanDraft.Fund, _ stage: String) -> String {
    "\(fund.source ?? "")|\(fund.extras["原文资金来源"] ?? "")|\(fund.year ?? 0)|\(stage)"
  }

  /// The money of each source, several parts from the same one added up; nil where an amount cannot
  /// be written in the plan's unit, or the year of a yearly amount is not known.
  private func funds(
    of whole: BulletinFunding.Whole, _ bulletin: Bulletin
  ) -> [PlanDraft.Fund]? {
    let figure = bulletin.figures[whole.figure]
    guard let year = year(of: figure) else { return nil }
    var funds: [PlanDraft.Fund] = []
    for part in whole.parts {
      guard let value = value(of: bulletin.figures[part.figure]) else { return nil }
      let isOther = part.source.isEmpty
      let same = funds.firstIndex { !isOther && $0.source == part.source }
      if let same {
        guard let before = funds[same].amounts[whole.stage], let sum = ExactSum.of([before, value])
        else { return nil }
        funds[same].amounts[whole.stage] = sum
      } else {
        funds.append(
          .init(
            source: isOther ? nil : part.source, year: year,
            amounts: [whole.stage: value], extras: isOther ? ["原文资金来源": part.label] : [:]))
      }
    }
    return funds
  }

  /// The year of money that is one year's, an inner nil for money of all years; nil where the text
  /// does not tell it.
  private func year(of figure: Bulletin.Figure) -> Int?? {
    let label = FoldedText(figure.label)
    let years = PlanFacts.years(of: FoldedText((figure.time ?? "") + figure.label))
    guard label.contains(anyWord: ["年度", "当年", "今年", "年内", "年计划"]) || !years.isEmpty else {
      return .some(nil)
    }
    if label.contains(anyWord: ["总投资", "估算", "概算", "匡算"]) { return .some(nil) }
    guard let year = years.count == 1 ? years.first : years.isEmpty ? periods.year : nil else {
      return nil
    }
    return .some(year)
  }

  /// An amount in the plan's unit.
  private func value(of figure: Bulletin.Figure) -> Decimal? {
    guard case .money(let unit, let currency) = figure.unit, let planUnit = draft.moneyUnit,
      currency == nil || currency == draft.currency
    else { return nil }
    return Amount(
      value: figure.value, unit: unit, isRough: figure.isRough
    ).value(in: planUnit)
  }
}
