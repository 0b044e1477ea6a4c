import PlanQLData
import PlanQLSyntax

/// Everything that loading can say of the cells and rows of tables.
extension LoadMessage {
  static func almostFits(
    _ count: Int, _ heading: String, _ almost: AlmostKind, _ text: String
  ) -> LoadMessage {
    let text = shortened(text)
    let kind = almost.title
    let cells = count == 1 ? "1 cell is" : "\(count) cells are"
    return LoadMessage(
      .warning,
      en: "'\(heading)' is taken as text: \(cells) no \(kind.en), such as '\(text)'",
      zh: "'\(heading)'一列按文本读取：有 \(count) 个单元格不是\(kind.zh)，如'\(text)'",
      help: almost == .dates
        ? DataType.date.cellHelp(text)
        : isTooLong(text)
          ? LocalizedText(
            en: "a number has 18 digits at most; longer ones stay text", zh: "数最多 18 位，更长的按文本保留")
          : LocalizedText(
            en: "correct the cells to have it read as \(kind.en)s",
            zh: "改正这些单元格后，整列就会按\(kind.zh)读取"))
  }

  /// Whether a text is a number of more digits than are read.
  private static func isTooLong(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } && text.count(where: \.isNumber) > 18
      && text.allSatisfy { $0.isNumber || "+-.".contains($0) }
  }

  static func badCell(_ text: String, _ field: Name, _ type: DataType) -> LoadMessage {
    let text = shortened(text)
    if case .enumeration = type.element {
      return LoadMessage(
        en: "'\(field.en)' has no value '\(text)'", zh: "'\(field.zh)'没有'\(text)'这个取值",
        help: type.element.cellHelp(text))
    }
    let kind = type.element.kindName
    return LoadMessage(
      en: "'\(field.en)' must be \(kind.en), and this is '\(text)'",
      zh: "'\(field.zh)'应为\(kind.zh)，而这里写的是'\(text)'", help: type.element.cellHelp(text))
  }

  static func brokenRow(_ cause: BrokenRow.Cause, columns: Int) -> LoadMessage {
    switch cause {
    case .cellCount(let count):
      LoadMessage(
        en:
          "the row has \(counted(count, "cell")) where there are \(columns) headings",
        zh: "这一行有 \(count) 个单元格，而表头有 \(columns) 列",
        help: LocalizedText(
          en: "put a cell that holds a comma in double quotes", zh: "含逗号的单元格要用英文双引号括起来"))
    case .unclosed:
      LoadMessage(
        en: "the double quote that opens this cell is never closed", zh: "这个单元格开头的双引号没有结束",
        help: LocalizedText(
          en: "close it, or double each quote that is part of the text", zh: "补上结尾的双引号；文字中的双引号要写两遍")
      )
    case .textAfterQuote:
      LoadMessage(
        en: "the quoted cell that begins here goes on after its closing quote",
        zh: "从这里开始的带引号的单元格，在结束引号之后还有内容",
        help: LocalizedText(
          en: "double each quote that is part of the text", zh: "文字中的双引号要写两遍"))
    case .tooLong:
      LoadMessage(en: "the row is longer than 4 gigabytes", zh: "这一行超过了 4 GB")
    }
  }

  static let brokenHeader = LoadMessage(
    en: "the quotes of the headings do not match", zh: "表头中的双引号不成对")

  static let changedFile = LoadMessage(
    en: "the file was changed while it was read", zh: "读取时文件被改动",
    help: LocalizedText(en: "load it again", zh: "请重新读取"))

  static func circle(_ names: [String], _ field: Name) -> LoadMessage {
    let chain = names.map { "'\(shortened($0))'" }.joined(separator: " → ")
    return LoadMessage(
      en: "'\(field.en)' leads in a circle: \(chain)", zh: "'\(field.zh)'形成了循环：\(chain)")
  }

  static let emptyFile = LoadMessage(
    en: "the file has no headings", zh: "文件是空的，没有表头",
    help: LocalizedText(en: "the first row names the columns", zh: "第一行应当写各列的名称"))

  static func endBeforeStart(_ text: String, _ field: Name) -> LoadMessage {
    LoadMessage(
      en: "'\(field.en)' ends in '\(shortened(text))', before it starts",
      zh: "'\(field.zh)'在 '\(shortened(text))' 结束，早于开始")
  }

  static func halfPeriods(_ count: Int, _ field: Name) -> LoadMessage {
    LoadMessage(
      .note,
      en: "'\(field.en)' taken as missing in \(counted(count, "row")) with a start or an end only",
      zh: "有 \(count) 行只写了开始或结束，'\(field.zh)'按缺失处理")
  }

  static func largeShares(_ count: Int, _ heading: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "\(counted(count, "cell")) of '\(heading)' above 2, which is a share of more than 200 %",
      zh: "'\(heading)'一列中有 \(count) 个数大于 2，按比例即超过 200%",
      help: LocalizedText(
        en: "head percentages '\(heading)(%)'", zh: "如果是百分数，表头请写成'\(heading)(%)'"))
  }

  static func linkToTableWithoutFile(_ table: Name) -> LoadMessage {
    LoadMessage(
      en: "links lead to '\(table.en)', which has no file",
      zh: "有链接指向'\(table.zh)'，而它没有对应的文件")
  }

  static func madeRows(_ count: Int, _ table: Name) -> LoadMessage {
    LoadMessage(
      .note, en: "'\(table.en)' has no file: its \(count) rows are the names that links use",
      zh: "'\(table.zh)'没有对应的文件：按其他表中出现的名称生成了 \(count) 行")
  }

  static func markedMissing(_ count: Int, _ heading: String, _ first: String) -> LoadMessage {
    LoadMessage(
      .note,
      en:
        "\(counted(count, "cell")) of '\(heading)' taken as missing, the first of them '\(first)'",
      zh: "'\(heading)'一列中有 \(count) 个单元格按缺失处理，第一个写着“\(first)”")
  }

  /// Why a column is text, for those who use it as something else.
  static func misfits(
    _ count: Int, _ heading: String, _ kind: LocalizedText, _ cells: [CellLocation],
    in file: String
  ) -> LocalizedText {
    let named = named(cells, in: file)
    let rest = count - cells.count
    return LocalizedText(
      en: "'\(heading)' is text because \(count == 1 ? "1 cell is" : "\(count) cells are") no "
        + "\(kind.en): \(named.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")",
      zh: "'\(heading)'一列是文本，因为有 \(count) 个单元格不是\(kind.zh)："
        + "\(named.joined(separator: "、"))\(rest > 0 ? "，另有 \(rest) 个" : "")")
  }

  /// Cells with their places.
  static func named(_ cells: [CellLocation], in file: String) -> [String] {
    cells.map { cell in
      let place = [cell.line, cell.column].compactMap { $0 }.map { ":\($0)" }.joined()
      return "\(file)\(place) '\(shortened(cell.text))'"
    }
  }

  static func missingHeading(_ column: Int) -> LoadMessage {
    LoadMessage(en: "column \(column) has no heading", zh: "第 \(column) 列没有表头")
  }

  static func missingKey(_ key: [String]) -> LoadMessage {
    let names = key.joined(separator: ", ")
    return LoadMessage(
      en: "the key '\(names)' is missing in this row", zh: "这一行缺少主键'\(names)'")
  }

  static func notUTF8(_ guess: TextEncoding.Guess) -> LoadMessage {
    let help = LocalizedText(en: "save the file as UTF-8", zh: "请把文件另存为 UTF-8 编码（CSV UTF-8）")
    return switch guess {
    case .gb18030:
      LoadMessage(
        en: "the file is not UTF-8; it seems to be GB18030 (GBK)",
        zh: "文件不是 UTF-8 编码，像是 GB18030(GBK)", help: help)
    case .utf16:
      LoadMessage(
        en: "the file is not UTF-8; it seems to be UTF-16", zh: "文件不是 UTF-8 编码，像是 UTF-16",
        help: help)
    case .western:
      LoadMessage(
        en: "the file is not UTF-8; it seems to be Latin-1 or Windows-1252",
        zh: "文件不是 UTF-8 编码，像是西文编码（Latin-1 或 Windows-1252）", help: help)
    case .unknown:
      LoadMessage(en: "the bytes here are not UTF-8", zh: "此处的字节不是 UTF-8 编码", help: help)
    }
  }

  static func repeatedHeading(_ heading: String) -> LoadMessage {
    LoadMessage(
      en: "the heading '\(heading)' stands twice", zh: "表头'\(heading)'出现了两次",
      help: LocalizedText(en: "rename one of the columns", zh: "请改掉其中一列的名称"))
  }

  static func repeatedRow(_ key: [String], line: Int) -> LoadMessage {
    let names = key.joined(separator: ", ")
    return LoadMessage(
      en: "the row has the same '\(names)' as line \(line)", zh: "这一行的'\(names)'与第 \(line) 行相同")
  }

  static func requiredHeading(_ field: Name, _ headings: [String]) -> LoadMessage {
    LoadMessage(
      en: "no column for '\(field.en)', which every row must have",
      zh: "缺少必填的一列'\(field.zh)'",
      help: Suggestions.help(for: field.zh, among: headings)
        ?? LocalizedText(
          en: "name the column in plan.yaml: 'fields: {\(field.en): {from: …}}'",
          zh: "可在 plan.yaml 中指明所在的列：'fields: {\(field.en): {from: …}}'"))
  }

  static func requiredValue(_ field: Name) -> LoadMessage {
    LoadMessage(en: "'\(field.en)' is missing in this row", zh: "这一行没有填'\(field.zh)'")
  }

  static func roundedAmounts(_ count: Int, _ heading: String) -> LoadMessage {
    LoadMessage(
      .warning, en: "\(counted(count, "amount")) of '\(heading)' rounded to 0.01",
      zh: "'\(heading)'一列中有 \(count) 个金额精确到分以下，已四舍五入到分")
  }

  static func severalRows(_ name: String, in table: Name) -> LoadMessage {
    LoadMessage(
      en: "'\(shortened(name))' names more than one row of '\(table.en)'",
      zh: "'\(shortened(name))' 在'\(table.zh)'中对应不止一行")
  }

  static let tooManyRows = LoadMessage(
    en: "the table has more than 2147483647 rows", zh: "表的行数超过 2147483647")

  static func twoHeadings(_ first: String, _ second: String, _ field: Name) -> LoadMessage {
    LoadMessage(
      en: "both '\(first)' and '\(second)' mean '\(field.en)'",
      zh: "'\(first)'和'\(second)'都表示'\(field.zh)'",
      help: LocalizedText(
        en: "say which in plan.yaml: 'fields: {\(field.en): {from: \(first)}}'",
        zh: "请在 plan.yaml 中指明：'fields: {\(field.en): {from: \(first)}}'"))
  }

  static func unknownRow(
    _ name: String, in table: TableDeclaration, _ candidates: [String]
  ) -> LoadMessage {
    LoadMessage(
      en: "no \(table.rowName.en) is called '\(shortened(name))'",
      zh: "'\(table.name.zh)'中没有 '\(shortened(name))'",
      help: Suggestions.help(for: name, among: candidates))
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A text that fits into a message: its first line, and not too much of it.
  static func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    let short = line.prefix(40)
    return short.count < text.count ? short + "…" : String(short)
  }
}

extension DataType {
  /// What a value of the type is called in a sentence.
  fileprivate var kindName: Name {
    switch self {
    case .bool: Name("true or false", "“是”或“否”")
    case .int: Name("a whole number", "整数")
    case .number: Name("a number", "数值")
    case .money: Name("an amount of money", "金额")
    case .text: Name("a text", "文本")
    case .date: Name("a date", "日期")
    case .period: Name("a period", "时段")
    case .duration: Name("a duration", "时长")
    case .enumeration, .entity, .list, .missing, .invalid: Name("a value", "值")
    }
  }

  /// What the cells of the type may say.
  fileprivate func cellHelp(_ text: String) -> LocalizedText? {
    switch self {
    case .bool: return LocalizedText(en: "write true or false", zh: "请写 true 或 false(是、否)")
    case .date:
      return LocalizedText(
        en: "write it as 2021-03-05, 2021/3/5, 5.3.2021 or 2021年3月5日",
        zh: "请写成 2021-03-05、2021/3/5、5.3.2021 或 2021年3月5日")
    case .period:
      return LocalizedText(
        en: "write it as 2021, 2021-2025, 2021-03, 2021-03..2022-06 or 2021年底前",
        zh: "请写成 2021、2021-2025、2021年3月、2021-03..2022-06 或 2021年底前")
    case .money, .number, .int:
      return LocalizedText(
        en: "write digits, with the unit in the heading", zh: "请写数字，单位写在表头")
    case .enumeration(let enumeration):
      let names = enumeration.cases.flatMap { [$0.name.en, $0.name.zh] }
      if let help = Suggestions.help(for: text, among: names) { return help }
      let cases = enumeration.cases.prefix(12)
      return LocalizedText(
        en: "it may be " + cases.map(\.name.en).joined(separator: ", "),
        zh: "可以是" + cases.map(\.name.zh).joined(separator: "、"))
    case .duration(.months):
      return LocalizedText(
        en: "write it as 6个月 or 1年; days need 'unit: 天' for the field in plan.yaml",
        zh: "请写成 6个月 或 1年；以天计的，请在 plan.yaml 中给该字段写 'unit: 天'")
    case .duration(.days): return LocalizedText(en: "write it as 90天", zh: "请写成 90天")
    case .text, .entity, .list, .missing, .invalid: return nil
    }
  }
}
