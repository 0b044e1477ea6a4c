import PlanQLData

/// Which columns the figures of totals belong to that stand in no cells of their own.
extension TotalLine {
  /// Whether an amount is what cells add up to; those of other words than amounts are left out.
  static func isSum(_ amount: FoldedText, of cells: some Sequence<FoldedText>) -> Bool {
    let values = cells.compactMap(number)
    guard let total = number(amount), !values.isEmpty else { return false }
    return ExactSum.of(values)?.isEqual(to: total) ?? false
  }

  private static func number(_ cell: FoldedText) -> Decimal? {
    guard case .stated(let amount) = Amount.read(cell, unit: MoneyUnit.of(power: 0), style: .point)
    else { return nil }
    return amount.value
  }
}

extension DocumentTable {
  /// Moves the only amount of a total to the column that it adds up, where its own does not add up to
  /// it and no more than one other does.
  mutating func settleColumnsOfTotals() {
    guard totals.contains(where: { $0.values.count == 1 }) else { return }
    let cells = cellsOfFigures
    guard cells.count > 1 else { return }
    for place in totals.indices {
      guard let (own, cell) = totals[place].values.first, totals[place].values.count == 1 else {
        continue
      }
      let fitting = cells.keys.filter { column in
        spans(of: totals[place]).contains { isIn in
          TotalLine.isSum(cell.text, of: cells[column, default: []].lazy.filter(isIn).map(\.text))
        }
      }
      if fitting.count == 1, fitting[0] != own {
        totals[place].values = [(fitting[0], cell)]
      }
    }
  }

  /// A cell of figures with its row's line and section.
  private typealias Figure = (text: FoldedText, line: Int, section: Int?)

  /// The cells of the columns of money, and of those of unknown headings that hold nothing but numbers.
  private var cellsOfFigures: [Int: [Figure]] {
    var columns = Set(
      header.columns.indices.filter {
        header.columns[$0].isMoney || header.columns[$0].kind == .other
      })
    var found: [Int: [Figure]] = [:]
    for row in rows {
      for column in columns {
        let text = row.cells[column].text
        if !header.columns[column].isMoney, ![.number, .blank].contains(CellLook(text)) {
          columns.remove(column)
        }
        found[column, default: []].append((text, row.lines[0], row.section))
      }
    }
    return found.filter { columns.contains($0.key) }
  }

  /// The rows that a total may add up: those of its section, or of all; or those behind the total
  /// before it.
  private func spans(of total: DocumentTotal) -> [(Figure) -> Bool] {
    let last = totals.last { $0.line < total.line }?.line ?? -1
    return [
      { figure in total.section == nil || isSection(figure.section, under: total.section) },
      { figure in (last..<total.line).contains(figure.line) },
    ]
  }
}
