import PlanQLData

extension PlanAssembly {
  /// Takes the columns of a row that say where its money comes from or how far it has come.
  func addFunding(
    _ table: DocumentTable, _ amounts: [Decimal?], to project: inout PlanDraft.Project
  ) {
    var stages = PlanDraft.Fund()
    var funds: [PlanDraft.Fund] = []
    var wholes: [(column: DocumentColumn, stage: String, amount: Decimal)] = []
    for (column, heading) in table.header.columns.enumerated() {
      guard let amount = amounts[column] else { continue }
      switch heading.kind {
      case .funding(let source, let stage, let stated):
        let year = stated == 0 ? periods.year : stated
        let last = heading.lastHeadingWithoutYear
        // 2021年 over 到位资金 names no source.
        let isStage = if case .fundStage? = Headings.kind(of: last) { true } else { false }
        let name = source.isEmpty && !isStage ? last : nil
        let place =
          funds.firstIndex { fund in
            fund.source == (source.isEmpty ? nil : source) && fund.extras["原文资金来源"] == name
              && fund.year == year && fund.amounts[stage] == nil
          } ?? funds.endIndex
        if place == funds.endIndex {
          funds.append(
            .init(
              source: source.isEmpty ? nil : source, year: year,
              extras: name.map { ["原文资金来源": $0] } ?? [:]))
        }
        funds[place].amounts[stage] = amount
      case .fundStage(let stage):
        if table.header.splits(stage) {
          wholes.append((heading, stage, amount))
        } else {
          stages.amounts[stage] = amount
        }
      case _: break
      }
    }
    project.funding += funds
    // The whole of a stage stands beside its parts, which may be some of them alone.
    for (heading, stage, amount) in wholes {
      let sum = ExactSum.of(funds.compactMap { $0.amounts[stage] })
      guard sum?.isEqual(to: amount) != true, let unit = draft.moneyUnit else { continue }
      project.extras["\(heading.heading)(\(unit.name))"] = amount.description
    }
    guard !stages.amounts.isEmpty else { return }
    if let source = project.extras.lazy.compactMap({ extra in
      extra.key.contains("来源") || extra.key.contains("渠道") ? FundingSource.named(extra.value) : nil
    }).first {
      stages.source = source
    }
    // What was planned or paid in all so far is that of no year.
    let isOfAll = table.header.columns.contains { column in
      if case .fundStage = column.kind { column.heading.contains("累计") } else { false }
    }
    if !isOfAll, yearAbove(table) != nil { stages.year = periods.year }
    project.funding.append(stages)
  }

  /// Takes rows that part the investment of a project by source as its money: where all of them name
  /// a source and have an amount, and together come to no more than the investment. Others stay
  /// not understood.
  mutating func addParts(
    of row: DocumentRow, _ table: DocumentTable, to project: inout PlanDraft.Project
  ) {
    guard let parts = table.parts[row.lines[0]], project.funding.isEmpty,
      let column = table.header.place(of: .investment), let investment = project.investment
    else { return }
    var funds: [PlanDraft.Fund] = []
    var amounts: [Decimal] = []
    for part in parts {
      guard let source = BulletinFunding.source(of: part.label.unbroken),
        part.cells.indices.contains(column),
        let amount = amount(part.cells[column], table, Cell(part.lines[0], column))
      else { return }
      amounts.append(amount)
      let name = part.label.dropping(first: ["其中", ":"]).string
      funds.append(
        .init(
          source: source.isEmpty ? nil : source, amounts: ["planned": amount],
          extras: source.isEmpty ? ["原文资金来源": name] : [:]))
    }
    let sources = funds.compactMap(\.source)
    guard let sum = ExactSum.of(amounts), !(sum > investment), Set(sources).count == sources.count
    else { return }
    project.funding = funds
    for line in parts.flatMap(\.lines) { ledger.resettle(line, as: .continuation) }
    ledger.note(row.lines[0], ImportMessages.fundingRead(project.name, funds.count))
  }
}

extension DocumentColumn {
  /// The last heading that is no year.
  fileprivate var lastHeadingWithoutYear: String {
    heading.split(separator: " ").last { Headings.year(String($0)) == nil }.map(String.init)
      ?? lastHeading
  }
}
