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
    var leaves: [ScoreRule] = []
    let parents = Set(rules.compactMap(\.parent))
    for (place, rule) in rules.enumerated() where rule.text != nil || !parents.contains(place) {
      var leaf = rule
      leaf.extras["原文章节"] = rule.parent.map { rules[$0].title }
      leaves.append(leaf)
    }
    addRuleRows(leaves)
    for (place, rule) in rules.enumerated() where rule.text == nil {
      let parts = rules.filter { $0.parent == place }
      guard !parts.isEmpty else { continue }
      draft.sums.append(
        .init(
          table: nil, section: rule.title, heading: StandardTables.rules.fields[2].name.zh,
          year: nil, isInvestment: false, rows: parts.count,
          missing: parts.count { $0.points == nil },
          sum: ExactSum.of(parts.compactMap(\.points)), stated: rule.points, unit: "分"))
    }
  }

  /// Adds rules as rows, those with several ways of taking points off with a further row for each.
  private mutating func addRuleRows(_ rules: [ScoreRule]) {
    var names = ruleNames
    for rule in rules { add(rule, &names) }
    settleRules()
  }

  /// The names of the rules that there are.
  var ruleNames: DistinctNames {
    let name = StandardTables.rules.name.en
    let texts = draft.furtherTables.first { $0.name == name }?.texts(under: "item") ?? []
    return DistinctNames(texts)
  }

  /// Adds a rule.
  mutating func add(_ rule: ScoreRule, _ names: inout DistinctNames) {
    let item = names.name(for: rule.title)
    var cells = rule.extras
    cells["item"] = item
    cells["points"] = rule.points?.description
    cells["form"] = rule.form
    cells["step"] = rule.step?.description
    cells["cap"] = rule.parts.isEmpty ? rule.cap?.description : nil
    cells["计分单位"] = rule.unit
    cells["加分步长"] = rule.bonus?.description
    cells["加分上限"] = rule.bonusCap?.description
    cells["原文"] = rule.text
    if draft.hasIndicator(named: rule.title) { cells["indicator"] = rule.title }
    let table = draft.furtherTable(named: StandardTables.rules.name.en)
    let place = lines.place(rule.line)
    draft.furtherTables[table].append(cells, at: place)
    for part in rule.parts {
      draft.furtherTables[table].append(
        row(of: part, in: rule, item: names.name(for: item + "：" + part.condition)), at: place)
    }
    if !rule.parts.isEmpty {
      ledger.note(rule.line, ImportMessages.ruleInParts(rule.title, rule.parts.count))
    }
    if rule.isUnread { ledger.doubt(rule.line, ImportMessages.ruleUnread(rule.title)) }
  }

  /// Puts the headings of the table of rules in order.
  mutating func settleRules() {
    draft.settleFurtherTable(
      named: StandardTables.rules.name.en,
      first: [
        "item", "indicator", "points", "form", "step", "cap", "计分单位", "加分步长", "加分上限", "原文", "原文章节",
      ])
  }

  private func row(
    of part: ScoringText.Deduction, in rule: ScoreRule, item: String
  ) -> [String: String] {
    var cells = ["item": item, "form": part.form]
    cells["step"] = (part.step ?? (part.form == "veto" ? nil : rule.points))?.description
    cells["cap"] = rule.cap?.description
    cells["计分单位"] = part.unit
    cells["原文章节"] = rule.title
    return cells
  }

  private mutating func add(_ ranking: Ranking) {
    let name = StandardTables.assessments.name.en
    if !draft.furtherTables.contains(where: { $0.name == name }) {
      draft.furtherTables.append(
        FurtherTable(name: name, headings: ["unit", "item", "位次", "倒数位次"]))
    }
    guard let table = draft.furtherTables.firstIndex(where: { $0.name == name }) else { return }
    draft.register(
      ranking.entries.map { ListedUnit(name: $0.unit, role: nil, label: $0.unit) },
      kind: .government)
    for entry in ranking.entries {
      var cells = ["unit": entry.unit]
      if !ranking.item.isEmpty { cells["item"] = ranking.item }
      cells["score"] = entry.score?.description
      cells["时段"] = ranking.time
      cells["数值"] = entry.figure
      cells[ranking.isFromEnd ? "倒数位次" : "位次"] = String(entry.place)
      draft.furtherTables[table].append(cells, at: lines[ranking.line].place)
    }
    draft.furtherTables[table].settle(first: ["unit", "item", "位次", "倒数位次"])
    checkCount(ranking.entries.count, ranking.announced, at: ranking.line)
    if ranking.isOrderOpen { ledger.doubt(ranking.line, ImportMessages.orderOfLastUnknown) }
  }

  private mutating func add(_ found: IndicatorClass) {
    for name in found.names {
      var indicator = PlanDraft.Indicator(name: name, place: lines[found.line].place)
      indicator.extras["评估结果"] = found.name
      draft.append(indicator)
    }
    checkCount(found.names.count, found.announced, at: found.line)
  }

  private mutating func checkCount(_ found: Int, _ announced: Int?, at line: Int) {
    if let announced, announced != found {
      ledger.doubt(line, ImportMessages.listIsOfOtherLength(announced, found))
    }
  }
}
