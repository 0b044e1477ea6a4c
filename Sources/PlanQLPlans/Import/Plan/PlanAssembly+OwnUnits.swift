import PlanQLData

/// The units of the columns of tables of a document's own.
extension PlanAssembly {
  /// The headings of a table of a document's own, with the unit that stands above it: those of money, and of columns of
  /// which one of money is the sum. The columns that the unit may be of too are said.
  mutating func headings(of table: DocumentTable, _ columns: [OwnColumn]) -> [String] {
    var headings = zip(table.header.columns, columns).map { headingWithUnit($0, of: $1, table) }
    let plain = table.header.columns.map(\.heading)
    guard table.planTable == nil, let unit = table.money?.heading ?? table.measure else {
      return TableHeader.distinct(headings)
    }
    let rest = headings.indices.filter { place in
      headings[place] == plain[place] && columns[place].isNumeric && columns[place].isFilled
        && table.header.columns[place].money == nil && table.header.columns[place].kind != .number
        && !OwnColumn.isOfShares(plain[place]) && !NestedCodes.isOfCodes(plain[place])
        && !plain[place].contains("(")
    }
    let sum = headings.indices.first {
      headings[$0] != plain[$0] && areSummed(rest, in: $0, of: table)
    }
    if sum != nil {
      for place in rest { headings[place] = "\(plain[place])(\(unit))" }
    } else if !rest.isEmpty {
      ledger.doubt(
        table.headerLine,
        ImportMessages.unitOfColumnsUnknown(table.unitsAbove, rest.map { plain[$0] }))
    }
    return TableHeader.distinct(headings)
  }

  /// Whether a column has the sum of others in each row.
  private func areSummed(_ parts: [Int], in whole: Int, of table: DocumentTable) -> Bool {
    guard parts.count > 1 else { return false }
    func number(_ place: Int, _ row: DocumentRow) -> Decimal? {
      CurrencySign.number(in: row.cells[place].text).flatMap { styles[place].value($0) }
    }
    var count = 0
    for row in table.rows {
      guard let stated = number(whole, row) else { continue }
      let sum = ExactSum.of(parts.compactMap { number($0, row) })
      guard sum?.isEqual(to: stated) ?? false else { return false }
      count += 1
    }
    return count > 1
  }

  /// The heading of a column of amounts with what would be lost: the sign of currency that was taken
  /// out of its cells, or the unit that stands above the table.
  func headingWithUnit(
    _ column: DocumentColumn, of own: OwnColumn, _ table: DocumentTable
  ) -> String {
    if table.planTable == nil, let sign = own.signTakenOut { return "\(column.heading)(\(sign))" }
    guard table.planTable == nil, own.isMostlyNumeric, column.money == nil, column.kind != .number,
      let money = table.money, !OwnColumn.isOfShares(column.heading), !column.saysMeasure,
      column.saysMoney
        || table.isOwn && column.saysYearOrSum && !table.header.columns.contains(where: \.saysMoney)
    else { return column.heading }
    return "\(column.heading)(\(money.heading))"
  }
}

extension DocumentColumn {
  /// Whether the heading is that of a part of a year, of a year or of a sum, and says no unit.
  var saysTimeOrSum: Bool {
    saysYearOrSum
      || ["月", "季度", "全年", "上半年", "下半年", "累计"].contains { lastHeading.contains($0) }
        && !lastHeading.contains("(")
  }

  /// Whether the heading may be that of amounts, as it says neither a unit nor what is counted.
  var mayBeAmount: Bool {
    let text = FoldedText(lastHeading)
    return !text.contains("(")
      && !text.contains(anyWord: [
        "数", "号", "码", "年", "月", "日", "率", "比", "面积", "里程", "长度", "规模", "量", "名次",
      ])
  }

  /// Whether the heading is a year's or that of a sum, and says no unit.
  fileprivate var saysYearOrSum: Bool {
    let text = FoldedText(lastHeading)
    let isOfSum = ["合计", "小计", "总计", "计划", "完成", "增减"].contains { text.contains($0) }
    let key = Headings.key(text)
    // 107年度 is a year of the Republic.
    let isOfRepublic =
      ["年", "年度"].contains { key.hasSuffix($0) }
      && Int(key.prefix { $0.isNumber }).map { (50...150).contains($0) } ?? false
      && key.drop { $0.isNumber }.count <= 2
    return !text.contains("(") && (isOfSum || isOfRepublic || Headings.year(key) != nil)
  }

  /// Whether the heading says a unit of its own that is none of money, or what is counted: 补助户数(户), 补助面积.
  fileprivate var saysMeasure: Bool {
    let heading = FoldedText(lastHeading).unbroken.trimmed()
    if IndicatorUnit.ofHeading(heading) != nil { return true }
    return (heading.partedAtLastBracket?.before ?? heading).suffix(of: [
      "户数", "人数", "人口", "个数", "台数", "数量", "面积", "里程", "长度", "次数", "家数", "处数", "套数", "头数", "件数",
      "笔数", "项数", "项目数", "单位数",
    ]) != nil
  }

  /// Whether the heading has a word for money.
  fileprivate var saysMoney: Bool {
    FoldedText(FoldedText(heading).compact).contains(anyWord: [
      "投资", "资金", "金额", "经费", "预算", "支出", "收入", "补助", "费用", "投入", "财政", "决算", "执行数", "下达", "拨付",
      "奖补", "资本金", "债券", "贷款", "自筹", "拨款", "债务", "造价", "产值", "税额", "事业费", "工程费",
      "额度",
    ])
  }
}
