import PlanQLData

extension PlanAssembly {
  /// What a row says of how far a project has come: a report for each day that headings name, and
  /// one for what other columns say.
  mutating func reports(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?]
  ) -> [PlanDraft.Progress] {
    let columns = table.header.columns
    var groups: [Day?: [Int]] = [:]
    for (column, day) in headingDates.enumerated() {
      if let day { groups[day, default: []].append(column) }
    }
    let undated = columns.indices.filter { headingDates[$0] == nil && columns[$0].tellsProgress }
    if undated.contains(where: { !isNoneMark(row.cells[$0].text) && !row.cells[$0].isEmpty }) {
      let day = rowDate(row, table) ?? dateOfProgress(table)
      groups[day, default: []] += undated
    }
    return groups.sorted { first, second in
      guard let second = second.key else { return false }
      return first.key.map { $0 < second } ?? true
    }
    .compactMap { day, columns in
      guard var found = progress(row, table, amounts, columns: columns) else { return nil }
      found.asOf = day
      return found
    }
  }

  /// What a row says of how far a project has come by the day that it names itself; nil where it
  /// says nothing.
  mutating func report(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?]
  ) -> PlanDraft.Progress? {
    let columns = Array(table.header.columns.indices)
    guard var found = progress(row, table, amounts, columns: columns) else { return nil }
    found.asOf = rowDate(row, table) ?? dateOfProgress(table)
    return found
  }

  /// A report of the day that a row names, of which no cell could be read.
  mutating func blankReport(_ row: DocumentRow, _ table: DocumentTable) -> PlanDraft.Progress? {
    var progress = PlanDraft.Progress(place: lines.place(row.lines[0]))
    progress.asOf = rowDate(row, table)
    return progress.asOf == nil ? nil : progress
  }

  private mutating func rowDate(_ row: DocumentRow, _ table: DocumentTable) -> Day? {
    guard let column = table.header.place(of: .asOf) else { return nil }
    return period(
      row.cells[column].text, heading: table.header.columns[column].heading,
      at: Cell(row.lines[0], column))?.end
  }

  private mutating func progress(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], columns: [Int]
  ) -> PlanDraft.Progress? {
    var progress = PlanDraft.Progress(place: lines.place(row.lines[0]))
    var isStated = false
    for column in columns.sorted() {
      let heading = table.header.columns[column]
      if heading.kind == .invested {
        progress.invested = progress.invested ?? amounts[column]
        isStated = isStated || amounts[column] != nil
        continue
      }
      guard heading.tellsProgress,
        let text = text(of: row.cells[column], heading, Cell(row.lines[0], column))
      else { continue }
      isStated = true
      if heading.kind == .problem {
        progress.problem = text
      } else if heading.kind == .done, let share = share(row.cells[column], heading) {
        progress.done = share
      } else {
        if heading.kind == .done, Amount.isAmount(FoldedText(text)) {
          ledger.doubt(
            row.lines[0], cell: column, ImportMessages.shareWithoutSign(heading.heading, text))
        }
        progress.text = PlanAssembly.joined(progress.text, text)
        if Enumerations.status.code(named: text) != nil { progress.status = text }
      }
    }
    if let whole = table.header.place(of: .investment).flatMap({ amounts[$0] }) {
      checkShare(of: progress, whole, row, table)
    }
    return isStated ? progress : nil
  }

  /// Reports a share that is a hundredth of the one that the amounts beside it give: a fraction below a
  /// heading with %.
  private mutating func checkShare(
    of progress: PlanDraft.Progress, _ whole: Decimal, _ row: DocumentRow, _ table: DocumentTable
  ) {
    guard let done = progress.done?.doubleValue, let invested = progress.invested?.doubleValue,
      let column = table.header.place(of: .done), done > 0, invested > 0
    else { return }
    let given = 100 * done * whole.doubleValue
    guard abs(given - invested) <= 0.05 * invested else { return }
    ledger.doubt(
      row.lines[0], cell: column,
      ImportMessages.shareIsHundredth(
        table.header.columns[column].heading, row.cells[column].text.unbroken.string))
  }
}

extension PlanAssembly {
  /// The share that a cell says is done: `85%`, `完成85%`, 85 below 形象进度(%), 0.85 in a sheet.
  private func share(_ cell: GridCell, _ column: DocumentColumn) -> Decimal? {
    var text = cell.text.unbroken.trimmed()
    for lead in ["已累计完成", "累计完成", "已完成", "完成", "约"] where text.hasPrefix(lead) {
      text = text.dropFirst(lead.unicodeScalars.count).trimmed { ": ".unicodeScalars.contains($0) }
      break
    }
    if let share = IndicatorFigure.share(text) { return share }
    guard let number = WrittenNumber(text), let value = ColumnStyle.point.value(number) else {
      return nil
    }
    if FoldedText(column.heading).contains("%") {
      return Decimal(value.significand, scale: value.scale + 2)
    }
    let one = Decimal(1, scale: 0)
    return cell.isNumber && !(value > one) && value.scale > 0 ? value : nil
  }
}

extension DocumentColumn {
  /// Whether the cells say how far projects have come.
  var tellsProgress: Bool { [.invested, .done, .progressText, .problem].contains(kind) }
}
