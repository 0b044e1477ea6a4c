import PlanQLData

/// Everything that loading can say of cells, headings and rows that it reads, but that may be meant in another way.
extension LoadMessage {
  static let addsUp = LoadMessage(
    .warning, en: "the row adds up those above it, and counts as one of them",
    zh: "这一行是以上各行之和，却与它们一样计入",
    help: LocalizedText(
      en: "if it is a total, take it out of the file, or sums hold everything twice",
      zh: "如果是合计行，请从文件中去掉，否则求和会重复"))

  static func bareAmounts(_ count: Int, _ heading: String, _ currency: Currency) -> LoadMessage {
    let isYuan = currency.code == "CNY"
    return LoadMessage(
      .note,
      en:
        "'\(heading)': \(count == 1 ? "1 amount" : "\(count) amounts") without a unit taken as "
        + "\(isYuan ? "yuan" : currency.code)",
      zh: "'\(heading)'一列中有 \(count) 个金额没有写明单位，按\(isYuan ? "元" : currency.code)读取",
      help: LocalizedText(
        en: "'money_unit: 万元' in plan.yaml, or the unit in the heading, says what they are in",
        zh: "请在 plan.yaml 中写 'money_unit: 万元'，或在表头中写明单位"))
  }

  static func blankRows(_ count: Int, through last: Int64) -> LoadMessage {
    LoadMessage(
      .warning,
      en: count == 1
        ? "the row has no value in any cell, and counts like any other"
        : "\(count) rows from here to line \(last) have no value in any cell, and count like any others",
      zh: count == 1
        ? "这一行的单元格都是空的，却与其他行一样计入" : "从此处到第 \(last) 行，有 \(count) 行的单元格都是空的，却与其他行一样计入",
      help: LocalizedText(en: "take them out of the file", zh: "请从文件中去掉"))
  }

  static func calledTotals(_ count: Int, _ heading: String, _ text: String) -> LoadMessage {
    let text = shortened(text)
    return LoadMessage(
      .warning,
      en: count == 1
        ? "the row is called '\(text)' under '\(heading)', and counts like any other"
        : "\(count) rows from here on are called totals under '\(heading)', and count like any others",
      zh: count == 1
        ? "这一行的'\(heading)'写着'\(text)'，却与其他行一样计入"
        : "从此处起，有 \(count) 行的'\(heading)'写着'\(text)'之类，却与其他行一样计入",
      help: LocalizedText(
        en: "take totals out of the file, or sums hold everything twice", zh: "请从文件中去掉合计行，否则求和会重复"))
  }

  static func commasTaken(_ count: Int, _ heading: String, _ text: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "'\(heading)': the comma of '\(shortened(text))' is taken to part thousands\(others(count))",
      zh: "'\(heading)'一列：'\(shortened(text))'中的逗号按千位分隔读取\(othersInChinese(count))",
      help: LocalizedText(
        en:
          "no cell of the column tells; write no sign between thousands, and a point before decimals",
        zh: "该列没有单元格能说明；千位之间请不要加符号，小数请用点"))
  }

  static func datesAsHeadings(_ heading: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "the heading '\(shortened(heading))' is a date like the cells below it: of a file without headings, "
        + "the first row is taken for them",
      zh: "表头'\(shortened(heading))'与其下的单元格一样是日期：没有表头的文件，第一行会被当作表头",
      help: headingsAbove)
  }

  static func doubtfulCommas(_ count: Int, _ heading: String, _ text: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "'\(heading)' is taken as text: the comma of '\(shortened(text))' may part thousands or stand "
        + "before decimals\(others(count))",
      zh: "'\(heading)'一列按文本读取：'\(shortened(text))'中的逗号可能是千位分隔，也可能是小数点\(othersInChinese(count))",
      help: LocalizedText(
        en:
          "write no sign between thousands, and a point before decimals; 'type: number' in plan.yaml, or "
          + "number(…) in a query, take the commas to part thousands",
        zh: "千位之间请不要加符号，小数请用点；plan.yaml 中写 'type: number'，或查询中用 数值(…)，即按千位分隔读取"))
  }

  /// Why a column with commas in its numbers is text, for those who use it as something else.
  static func doubtfulCommas(
    _ count: Int, _ heading: String, _ cells: [CellLocation], in file: String
  ) -> LocalizedText {
    let named = LoadMessage.named(cells, in: file)
    let rest = count - cells.count
    return LocalizedText(
      en: "'\(heading)' is text because its commas may part thousands or stand before decimals: "
        + "\(named.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")",
      zh: "'\(heading)'一列是文本，因为其中的逗号可能是千位分隔，也可能是小数点："
        + "\(named.joined(separator: "、"))\(rest > 0 ? "，另有 \(rest) 个" : "")")
  }

  static func namedColumn(_ column: Int, _ name: String) -> LoadMessage {
    LoadMessage(
      .warning, en: "column \(column) has no heading and is called '\(name)'",
      zh: "第 \(column) 列没有表头，称为'\(name)'")
  }

  static func numbersAsHeadings(_ headings: [String], _ count: Int) -> LoadMessage {
    let shown = headings.map { "'\(shortened($0))'" }
    let rest = count - shown.count
    return LoadMessage(
      .warning,
      en: "\(count == 1 ? "the heading" : "the headings") \(shown.joined(separator: ", "))"
        + "\(rest > 0 ? " and \(rest) more" : "") \(count == 1 ? "is a number" : "are numbers") like the cells "
        + "below: of a file without headings, the first row is taken for them",
      zh: "表头\(shown.joined(separator: "、"))\(rest > 0 ? "等 \(count) 个" : "")与其下的单元格一样是数："
        + "没有表头的文件，第一行会被当作表头",
      help: headingsAbove)
  }

  static func pointsTaken(_ count: Int, _ heading: String, _ text: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "'\(heading)': the point of '\(shortened(text))' is taken to stand before decimals\(others(count))",
      zh: "'\(heading)'一列：'\(shortened(text))'中的点按小数点读取\(othersInChinese(count))",
      help: LocalizedText(
        en: "no cell of the column tells; write no sign between thousands",
        zh: "该列没有单元格能说明；千位之间请不要加符号"))
  }

  private static let headingsAbove = LocalizedText(
    en: "write a line of headings above the rows", zh: "请在各行之上补一行表头")

  /// What is said of the other cells after one was named.
  private static func others(_ count: Int) -> String {
    count > 1
      ? ", as \(count == 2 ? "that of 1 other cell" : "those of \(count - 1) other cells")" : ""
  }

  private static func othersInChinese(_ count: Int) -> String {
    count > 1 ? "，另有 \(count - 1) 个单元格也是" : ""
  }
}
