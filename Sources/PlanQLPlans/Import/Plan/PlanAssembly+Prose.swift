import PlanQLData

extension PlanAssembly {
  /// Takes what a document without a table says in sentences.
  mutating func add(_ prose: ProseContent, sections: [Int: Int]) {
    switch prose {
    case .rules(let rules): add(rules)
    case .rankings(let rankings): for ranking in rankings { add(ranking) }
    case .classes(let classes): for found in classes { add(found) }
    case .bulletin(let bulletin): add(bulletin, sections: sections)
    }
  }

  private mutating func add(_ rules: [ScoreRule]) {
    var table = PlanDraft.FurtherTable(
      name: StandardTables.rules.name.en,
      headings: ["item", "points", "form", "step", "cap", "原文", "原文章节"])
    for rule in rules {
      guard let text = rule.text else { continue }
      var cells = ["item": rule.title, "points": rule.points.description, "原文": text]
      cells["form"] = rule.form
      cells["step"] = rule.step?.description
      cells["cap"] = rule.cap?.description
      cells["原文章节"] = rule.parent.map { rules[$0].title }
      table.rows.append(.init(cells: cells, place: lines[rule.line].place))
      if rule.form == nil { ledger.doubt(rule.line, ImportMessages.ruleUnread(rule.title)) }
    }
    draft.furtherTables.append(table)
    for (place, rule) in rules.enumerated() where rule.text == nil {
      let parts = rules.filter { $0.parent == place }
      guard !parts.isEmpty else { continue }
      draft.sums.append(
        .init(
          table: nil, section: rule.title, heading: StandardTables.rules.fields[2].name.zh,
          year: nil, isInvestment: false, rows: parts.count, missing: 0,
          sum: ExactSum.of(parts.map(\.points)), stated: rule.points, unit: "分"))
    }
  }

  private mutating func add(_ ranking: Ranking) {
    let name = StandardTables.assessments.name.en
    if !draft.furtherTables.contains(where: { $0.name == name }) {
      draft.furtherTables.append(
        .init(name: name, headings: ["unit", "item", "位次", "倒数位次"]))
    }
    guard let table = draft.furtherTables.firstIndex(where: { $0.name == name }) else { return }
    draft.register(
      ranking.units.map { ListedUnit(name: $0, role: nil, label: $0) }, kind: .government)
    for (place, unit) in ranking.units.enumerated() {
      var cells = ["unit": unit]
      if !ranking.item.isEmpty { cells["item"] = ranking.item }
      cells[ranking.isFromEnd ? "倒数位次" : "位次"] = String(place + 1)
      draft.furtherTables[table].rows.append(.init(cells: cells, place: lines[ranking.line].place))
    }
    checkCount(ranking.units.count, ranking.announced, at: ranking.line)
  }

  private mutating func add(_ found: IndicatorClass) {
    for name in found.names {
      var indicator = PlanDraft.Indicator(name: name, place: lines[found.line].place)
      indicator.extras["评估结果"] = found.name
      draft.indicators.append(indicator)
    }
    checkCount(found.names.count, found.announced, at: found.line)
  }

  private mutating func checkCount(_ found: Int, _ announced: Int?, at line: Int) {
    if let announced, announced != found {
      ledger.doubt(line, ImportMessages.listIsOfOtherLength(announced, found))
    }
  }
}
