import PlanQLData

/// Totals amid cells that stand a line each.
extension StackedTableReader {
  /// Takes a row whose cells are all there, blank ones too, and which has no number, but a title or a word of totalling
  /// and amounts: a section with its total, or a total.
  mutating func acceptRowOfAmounts() -> Bool {
    let count = header.columns.count
    guard header.place(of: .number) == 0, next + count <= places.count,
      let subject = header.columns.firstIndex(where: \.isSubject)
    else { return false }
    let places = Array(self.places[next..<(next + count)])
    let cells = places.map { lines[$0].text }
    guard places.allSatisfy({ lines[$0].isCell }), cells[0].isEmpty, !cells[subject].isEmpty else {
      return false
    }
    let values = cells.indices.filter { $0 != subject && !cells[$0].isEmpty }
    guard values.allSatisfy({ header.columns[$0].isMoney && Amount.isAmount(cells[$0]) }) else {
      return false
    }
    let stated = values.map { ($0, GridCell(cells[$0])) }
    if let (label, rest) = TotalLine.label(cells[subject]), rest.isEmpty {
      table.addTotal(label, at: places[0], stated)
      ledger.settle(places, as: .total)
    } else if let numbering = Numbering(cells[subject]), numbering.level <= 2 {
      table.addSection(numbering.rest.string, level: numbering.level, line: places[0])
      if !stated.isEmpty {
        table.addTotal(numbering.rest, of: table.currentSection, at: places[0], stated)
      }
      ledger.settle(places, as: .section)
    } else {
      return false
    }
    next += count
    return true
  }

  mutating func acceptTotal(_ line: FoldedText) -> Bool {
    guard let (label, _) = TotalLine.label(line) else { return false }
    let amounts = (1...Swift.max(header.columns.count, 1)).compactMap { self.line($0) }
      .prefix { Amount.isAmount($0) }
    let columns = columnsOfTotal(Array(amounts))
    if columns?.isEmpty ?? false, let cell = self.line(1), Amount.isAmount(cell) {
      // Under no known heading of money the amount is that of the label all the same.
      ledger.leave(Array(places[next..<(next + 2)]), because: ImportMessages.totalDoesNotFit)
      next += 2
      return true
    }
    let values = zip(columns ?? [], amounts).map { (column: $0, cell: GridCell($1)) }
    let isWhole = columns.map { $0.count == values.count } ?? false
    let length = (columns == nil ? amounts.count : values.count) + 1
    if isWhole {
      table.addTotal(label, at: places[next], values)
      ledger.settle(Array(places[next..<(next + length)]), as: .total)
    } else {
      ledger.leave(Array(places[next..<(next + length)]), because: ImportMessages.totalDoesNotFit)
    }
    next += length
    return true
  }

  /// The columns that the amounts of a total belong to: those of money; where unknown headings have
  /// figures below them too, those under which more of the amounts are the sums of the rows; where no
  /// amount is one, all that have figures, if there are as many amounts.
  private func columnsOfTotal(_ amounts: [FoldedText]) -> [Int]? {
    let money = header.columns.indices.filter { header.columns[$0].isMoney }
    let figures = header.columns.indices.filter { column in
      header.columns[column].isMoney
        || header.columns[column].kind == .other && !table.rows.isEmpty
          && table.rows.allSatisfy { CellLook($0.cells[column].text) == .number }
    }
    guard figures.count > 1, !amounts.isEmpty else { return money }
    let fitting = figures.filter { isSum(amounts[0], of: $0) }
    if amounts.count == 1, fitting.count == 1 { return fitting }
    guard figures.count > money.count else { return money }
    func sums(_ columns: [Int]) -> Int {
      zip(columns, amounts).count { isSum($1, of: $0) }
    }
    let (ofAll, ofMoney) = (sums(figures), sums(money))
    if ofAll == 0, ofMoney == 0 { return amounts.count == figures.count ? figures : nil }
    return ofMoney > ofAll || amounts.count < figures.count ? money : figures
  }

  /// Whether an amount is what a column adds up to, in all rows or in those behind the last total.
  private func isSum(_ amount: FoldedText, of column: Int) -> Bool {
    let last = table.totals.last?.line ?? 0
    return [0, last].contains { start in
      TotalLine.isSum(
        amount, of: table.rows.lazy.filter { $0.lines[0] >= start }.map { $0.cells[column].text })
    }
  }
}
