import PlanQLData

extension PlanAssembly {
  private static let assessmentHeadings = [
    "unit", "year", "item", "score", "位次", "倒数位次", "数值", "计量单位", "等次", "范围", "列入名单",
    PlanFiles.sentence,
  ]

  /// Takes the units of a ranking for assessments, with their places.
  mutating func add(_ ranking: Ranking) {
    var cells = ["item": ranking.item]
    cells["year"] = ranking.period?.period.map { PlanAssembly.observed($0).description }
    cells["范围"] = ranking.scope
    cells["列入名单"] = ranking.part
    if let period = ranking.period, period.period == nil {
      // The year is not known, so that the month must be told otherwise.
      let name = ranking.item.isEmpty ? "排名" : ranking.item
      cells["item"] = name + "（\(period.text)）"
    }
    let isScore = FoldedText(ranking.item).contains(anyWord: ["分", "成绩", "考核"])
    let rows = ranking.entries.map { entry in
      var row = cells
      row["unit"] = entry.unit
      row["位次"] = entry.place.map(String.init)
      row["倒数位次"] = entry.placeFromEnd.map(String.init)
      if let value = entry.value {
        if value.unit == "分" || value.unit == nil && isScore {
          row["score"] = value.value.description
        } else {
          row["数值"] = value.value.description
          row["计量单位"] = value.unit
        }
      }
      if let award = entry.award { row[award.name] = award.text }
      row[PlanFiles.sentence] = entry.sentence
      return row
    }
    addAssessments(distinct(rows, of: ranking), at: ranking.entries.map(\.line))
  }

  /// The rows of a ranking, all under one item that no other ranking has: two that name the same item and time are not
  /// mixed, and that is said.
  private mutating func distinct(
    _ rows: [[String: String]], of ranking: Ranking
  ) -> [[String: String]] {
    let item = rows.first?["item"] ?? ""
    let key = [item, rows.first?["year"] ?? "", ranking.scope ?? ""]
    var rows = rows
    func call(_ name: String) {
      for place in rows.indices { rows[place]["item"] = name }
    }
    // The other end of a ranking is called as that one.
    if let name = rankingNames[key] { call(name) }
    if rows.contains(where: isTaken), let scope = ranking.scope { call(item + "（\(scope)）") }
    var number = 1
    while rows.contains(where: isTaken) {
      number += 1
      call(item + "（\(number)）")
    }
    let name = rows.first?["item"] ?? ""
    rankingNames[key] = name
    if number > 1 { ledger.doubt(ranking.line, ImportMessages.rankingTwice(item, name)) }
    for row in rows {
      if let key = PlanAssembly.placeKey(row) { rankedPlaces[key] = row["unit"] }
    }
    return rows
  }

  /// Whether a unit has a place under an item already, or another unit has the place.
  private func isTaken(_ row: [String: String]) -> Bool {
    if assessmentKeys.contains(PlanAssembly.key(row)) { return true }
    let holder = PlanAssembly.placeKey(row).flatMap { rankedPlaces[$0] }
    return holder != nil && holder != row["unit"]
  }

  /// What no two rankings may share: a place of an item, at one time and among the same units.
  private static func placeKey(_ cells: [String: String]) -> [String]? {
    guard let place = cells["位次"] else { return nil }
    return [place, cells["year"] ?? "", cells["item"] ?? "", cells["范围"] ?? ""]
  }

  /// Takes the units of a grade for assessments.
  mutating func add(_ grading: Grading) {
    let rows = grading.units.map { unit in
      var row = ["unit": unit, "等次": grading.grade]
      if !grading.item.isEmpty { row["item"] = grading.item }
      row[PlanFiles.sentence] = grading.sentence
      row["year"] = grading.period?.period.map { PlanAssembly.observed($0).description }
      return row
    }
    addAssessments(rows, at: rows.map { _ in grading.line })
  }

  /// Adds rows of assessments; what is said of the same unit, time and item comes into one row.
  private mutating func addAssessments(_ rows: [[String: String]], at places: [Int]) {
    let table = StandardTables.assessments.name.en
    draft.register(
      rows.compactMap { row in row["unit"].map { ListedUnit(name: $0, role: nil, label: $0) } },
      kind: .government)
    let place = draft.furtherTable(named: table)
    for (row, line) in zip(rows, places) {
      var row = row.filter { !$0.value.isEmpty }
      var number = 1
      let item = row["item"] ?? ""
      while !assessmentKeys.insert(PlanAssembly.key(row)).inserted {
        number += 1
        row["item"] = item + "（\(number)）"
      }
      draft.furtherTables[place].append(row, at: lines[line].place)
    }
  }

  /// Puts the columns of assessments in order, whichever list brought them.
  mutating func settleAssessments() {
    draft.settleFurtherTable(
      named: StandardTables.assessments.name.en, first: PlanAssembly.assessmentHeadings)
  }

  private static func key(_ cells: [String: String]) -> [String] {
    [cells["unit"] ?? "", cells["year"] ?? "", cells["item"] ?? ""]
  }

  /// Takes the indicators of a class, which need not be known yet.
  mutating func add(_ found: IndicatorClass) {
    for name in found.names {
      if let place = proseIndicators.firstIndex(where: { $0.name == name }) {
        let before = proseIndicators[place].extras["评估结果"]
        let isKnown = before?.contains(found.name) ?? false
        proseIndicators[place].extras["评估结果"] =
          isKnown ? before : [before, found.name].compactMap { $0 }.joined(separator: "；")
        continue
      }
      var indicator = PlanDraft.Indicator(name: name, place: lines[found.line].place)
      indicator.extras["评估结果"] = found.name
      proseIndicators.append(indicator)
    }
    let isFewer = found.isOpen && found.names.count < found.announced
    if found.announced != found.names.count, !isFewer {
      ledger.doubt(
        found.line, ImportMessages.listIsOfOtherLength(found.announced, found.names.count))
    }
  }
}
