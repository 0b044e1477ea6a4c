import PlanQLData

extension PlanAssembly {
  /// Takes what a document without a table says in sentences.
  mutating func add(_ prose: ProseContent, sections: [Int: Int]) {
    add(prose.rules)
    for ranking in prose.rankings { add(ranking) }
    for grading in prose.gradings { add(grading) }
    settleAssessments()
    for found in prose.classes { add(found) }
    let values = add(prose.statements)
    takeProseIndicators()
    let totals = draft.totals.count
    if let bulletin = prose.bulletin { add(bulletin, sections: sections) }
    let count = values + draft.totals.count - totals
    if count > 0 { ledger.note(nil, ImportMessages.valuesOfSentences(count, PlanFiles.sentence)) }
    for remark in prose.remarks {
      if remark.isDoubt {
        ledger.doubt(remark.line, remark.text)
      } else {
        ledger.note(remark.line, remark.text)
      }
    }
  }

  /// Takes the indicators into the plan that sentences and tables of observed values name.
  mutating func takeProseIndicators() {
    for indicator in proseIndicators { draft.append(indicator) }
    proseIndicators = []
  }

  private mutating func add(_ rules: [ScoreRule]) {
    guard !rules.isEmpty else { return }
    let parents = Set(rules.compactMap(\.parent))
    var names = ruleNames
    for (place, rule) in rules.enumerated() where !parents.contains(place) {
      var leaf = rule
      leaf.extras["原文章节"] = rule.parent.map { rules[$0].title }
      add(leaf, &names)
    }
    settleRules()
    for (place, rule) in rules.enumerated() where parents.contains(place) {
      let parts = rules.filter { $0.parent == place }
      draft.sums.append(
        .init(
          table: nil, section: rule.title, heading: StandardTables.rules.fields[2].name.zh,
          year: nil, isInvestment: false, rows: parts.count,
          missing: parts.count { $0.points == nil },
          sum: ExactSum.of(parts.compactMap(\.points)), stated: rule.points, unit: "分"))
    }
  }

  /// The names of the rules that there are.
  var ruleNames: DistinctNames {
    let name = StandardTables.rules.name.en
    let texts = draft.furtherTables.first { $0.name == name }?.texts(under: "item") ?? []
    return DistinctNames(texts)
  }

  /// Adds a rule as a row, one with several ways of taking points off with a further row for each.
  mutating func add(_ rule: ScoreRule, _ names: inout DistinctNames) {
    if let excess = rule.excess, let points = rule.points {
      ledger.doubt(
        rule.line,
        ImportMessages.ruleStepTooLarge(rule.title, excess.description, points.description))
    }
    let table = draft.furtherTable(named: StandardTables.rules.name.en)
    let place = lines.place(rule.line)
    if rule.isConditional, rule.points == nil, !rule.parts.isEmpty {
      for part in rule.parts {
        let name = part.condition.isEmpty ? partName(part, of: rule.title) : part.condition
        var cells = row(of: part, in: rule, item: names.name(for: name))
        cells["原文"] = rule.text
        cells["原文章节"] = rule.extras["原文章节"]
        draft.furtherTables[table].append(cells, at: place)
      }
      return
    }
    let item = names.name(for: rule.title)
    draft.furtherTables[table].append(cells(of: rule, item: item), at: place)
    for part in rule.parts {
      let name = names.name(for: partName(part, of: item))
      draft.furtherTables[table].append(row(of: part, in: rule, item: name), at: place)
    }
    if !rule.parts.isEmpty {
      ledger.note(rule.line, ImportMessages.ruleInParts(rule.title, rule.parts.count))
    }
    if let cap = rule.sharedCap, !rule.parts.isEmpty {
      ledger.doubt(rule.line, ImportMessages.capIsOfSeveral(rule.title, cap.description))
    }
    if rule.isUnread { ledger.doubt(rule.line, ImportMessages.ruleUnread(rule.title)) }
  }

  private func cells(of rule: ScoreRule, item: String) -> [String: String] {
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
    return cells
  }

  /// Puts the headings of the table of rules in order.
  mutating func settleRules() {
    draft.settleFurtherTable(
      named: StandardTables.rules.name.en,
      first: [
        "item", "indicator", "points", "form", "step", "cap", "计分单位", "加分步长", "加分上限", "原文", "原文章节",
      ])
  }

  /// The name of one of several ways in which an item gains or loses points.
  private func partName(_ part: ScoringText.Deduction, of item: String) -> String {
    let name = part.condition.isEmpty ? (part.isBonus ? "加分" : "扣分") : part.condition
    return item + "：" + name
  }

  private func row(
    of part: ScoringText.Deduction, in rule: ScoreRule, item: String
  ) -> [String: String] {
    var cells = ["item": item]
    if part.isBonus {
      cells["加分步长"] = part.step?.description
      cells["加分上限"] = part.cap?.description
    } else {
      cells["form"] = part.form
      cells["step"] = (part.step ?? (part.form == "veto" ? nil : rule.points))?.description
      cells["cap"] = part.cap?.description
    }
    cells["计分单位"] = part.unit
    cells["原文章节"] = rule.title
    return cells
  }
}
