import PlanQLData

extension GridTableReader {
  /// Whether a row without a number says what the rows above come to on the average, or the greatest of
  /// them.
  func isStatistic(_ row: GridRow) -> Bool {
    guard let first = row.filled.first, !table.rows.isEmpty,
      header.place(of: .number).map({ !row.cell($0).isFilled || $0 == first }) ?? true
    else { return false }
    let label = row.cells[first].text.compact
    if GridTableReader.statistics.contains(label) { return true }
    let lead = ["全县", "全市", "全区", "全省", "各县", "各镇"].first { label.hasPrefix($0) }
    return lead.map { GridTableReader.statistics.contains(String(label.dropFirst($0.count))) }
      ?? false
  }

  /// Whether a row of a table of indicators is a label and one cell over all other columns, as forms have below their
  /// indicators: 评价结论.
  func isOfForm(_ row: GridRow) -> Bool {
    guard header.place(of: .indicator) != nil, row.filled.count == 2,
      let last = row.filled.last, row.cells.count >= header.columns.count
    else { return false }
    let rest = row.cells[(last + 1)...]
    // A target may stand over several years, but not over the unit of measure too.
    let isOfMore = header.columns[last...].contains { column in
      [.measuredIn, .domain, .category, .indicator].contains(column.kind)
        || column.isLevelOfIndicators
    }
    return isOfMore && rest.count > 2 && rest.allSatisfy { $0.merge == .fromLeft }
  }

  /// Whether a row says how many points each of the columns can bring, where the others are those of who is assessed.
  func isOfPoints(_ row: GridRow) -> Bool {
    guard let unit = header.place(of: .assessed), row.filled.first == unit else { return false }
    return ["满分", "分值", "标准分", "标准分值", "权重", "权重分", "总分值"].contains(row.cells[unit].text.compact)
  }

  private static let statistics: Set<String> = [
    "平均", "平均值", "均值", "平均数", "平均分", "最大值", "最小值", "最大", "最小", "最高分", "最低分", "中位数", "中位值", "占比",
    "比重",
    "average", "mean", "median", "上年同期", "去年同期", "上年", "去年同期数", "上年同期数", "同比", "同比增减", "增减", "增减率",
    "增幅",
    "增长率",
  ]

  /// Whether a row of a table of its own gives the mean or the greatest of the rows above, which are none of such
  /// themselves.
  func isStatisticOfOwn(_ row: GridRow) -> Bool {
    guard table.planTable == nil, isStatistic(row), let first = row.filled.first,
      let above = table.rows.last?.cells[first].text.compact,
      !GridTableReader.statistics.contains(above)
    else { return false }
    // 全市平均 is what was observed of the whole.
    let label = row.cells[first].text
    return !label.hasPrefix("全") && label.count <= 8
      && label.contains(anyWord: GridTableReader.wordsOfMeans)
  }

  private static let wordsOfMeans = [
    "平均", "均值", "最大", "最小", "中位", "占比", "比重", "average", "mean", "median", "Average", "Mean",
    "Median",
  ]

  /// A row of a table of its own that totals the others, or those of a group that it names: 东山县 小计.
  mutating func acceptOwnTotal(_ row: GridRow) -> Bool {
    guard table.planTable == nil, let (first, label) = ownTotal(row),
      !table.rows.isEmpty || hasRows(below: row),
      row.filled.contains(where: { $0 > first && CellLook(row.cells[$0].text) == .number })
        || row.cells.contains(where: { $0.problem != nil })
    else { return false }
    let places = row.cells.indices.filter { place in
      place > first && place < header.columns.count
        && (row.cells[place].isFilled || row.cells[place].problem != nil)
    }
    table.addTotal(label, of: nil, at: row.lines[0], places.map { ($0, row.cells[$0]) })
    ledger.settle(row.lines, as: .total)
    return true
  }

  /// The place of the word of totalling in a row, and what is totalled with it.
  private func ownTotal(_ row: GridRow) -> (place: Int, label: FoldedText)? {
    guard let first = row.filled.first else { return nil }
    let head = row.cells[first].text.unbroken
    if let (label, _) = TotalLine.label(head) {
      let group = row.cells[..<first].last { $0.merge == .fromAbove && CellLook($0.text).isWords }
      return (first, group.map { $0.text.unbroken.joined(label, by: " ") } ?? label)
    }
    guard let second = row.filled.dropFirst().first, CellLook(head).isWords,
      let (label, rest) = TotalLine.label(row.cells[second].text.unbroken), rest.isEmpty,
      isInGroup(row, first)
    else { return nil }
    return (second, head.joined(label, by: " "))
  }

  /// Whether the row above or below is of the same group.
  private func isInGroup(_ row: GridRow, _ column: Int) -> Bool {
    let name = row.cells[column].text.compact
    if table.rows.last?.cells[column].text.compact == name { return true }
    let next = row.lines[row.lines.count - 1] + 1
    guard lines.indices.contains(next), lines[next].shape == shape,
      lines[next].cells.indices.contains(column)
    else { return false }
    let below = lines[next].cells[column]
    return below.text.compact == name || below.isEmpty && lines[next].cells.count > column + 1
  }

  /// Whether rows that are no totals follow one.
  private func hasRows(below row: GridRow) -> Bool {
    lines[(row.lines[0] + 1)...].prefix(3).contains { line in
      line.grid == lines[row.lines[0]].grid && line.cells.count(where: \.isFilled) > 1
        && line.cells.first(where: \.isFilled).map { TotalLine.label($0.text.unbroken) == nil }
          ?? false
    }
  }
}
