import PlanQLData

/// What is said of files, sheets and how their text is set.
extension ImportMessages {
  static func linesOfCellsJoined(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "blank lines stand between the cells; the lines of \(count) cells that fill several were put together",
      zh: "单元格之间有空行；有 \(count) 个单元格占多行，已各自合并")
  }

  static func boxLeftOut(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "a text box stands over the cell and was left out of it: '\(text)'",
      zh: "单元格上有文本框，其文字“\(text)”未并入单元格")
  }

  static func commentOnCell(_ cell: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "a comment on cell \(cell) was left out: '\(text)'", zh: "\(cell) 单元格的批注未收入：“\(text)”")
  }

  static func commentOnText(_ text: String) -> LocalizedText {
    LocalizedText(en: "a comment was left out: '\(text)'", zh: "批注未收入：“\(text)”")
  }

  static func errorInCell(_ error: String) -> LocalizedText {
    LocalizedText(en: "the cell holds the error \(error)", zh: "单元格是错误值 \(error)")
  }

  static func formulaValuesUsed(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) cells hold formulas; the values saved with them were used",
      zh: "\(count) 个单元格是公式，使用了保存的计算结果")
  }

  static let formulaWithoutValue = LocalizedText(
    en:
      "the cell holds a formula without a saved value; open the file in its program and save it again",
    zh: "单元格是公式而没有保存的结果；请用原程序打开后重新保存")

  static func hiddenTextLeftOut(_ text: String) -> LocalizedText {
    LocalizedText(en: "hidden text was left out: '\(text)'", zh: "隐藏文字“\(text)”未读取")
  }

  static func hiddenRowsLeftOut(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count == 1 ? "1 row" : "\(count) rows") of the table that the page hides left out",
      zh: "表中有 \(count) 行被网页隐藏，未收入")
  }

  static func hiddenColumnsRead(_ letters: [String]) -> LocalizedText {
    LocalizedText(
      en:
        "hidden columns of the sheet were read like the others: \(letters.joined(separator: ", "))",
      zh: "工作表的隐藏列 \(letters.joined(separator: "、")) 照常读取")
  }

  static func hiddenRowsRead(_ rows: [Int]) -> LocalizedText {
    let named = rows.prefix(10).map { String($0) }
    let isMore = rows.count > named.count
    let en = named.joined(separator: ", ") + (isMore ? "…" : "")
    let zh = named.joined(separator: "、") + (isMore ? "等" : "")
    return LocalizedText(
      en: rows.count == 1
        ? "the hidden row \(en) of the sheet was read like the others"
        : "\(rows.count) hidden rows of the sheet were read like the others: \(en)",
      zh: rows.count == 1 ? "工作表的第 \(zh) 行是隐藏行，照常读取" : "工作表有 \(rows.count) 个隐藏行，照常读取：第 \(zh) 行")
  }

  static let linesAfterSite = LocalizedText(
    en: "stands after a line of the site and before more of the plan",
    zh: "位于网站文字之后、规划内容之前")

  static let mergedCellsCut = LocalizedText(
    en: "the merged ranges cover too many cells; the last of them count for their first cell only",
    zh: "合并单元格的范围过大，末尾的只计入其第一个单元格")

  static func noiseTakenOff(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "noise that a forum puts against copying was taken off \(count) lines",
      zh: "已去掉 \(count) 行中论坛防复制的乱码")
  }

  static func pinyinTakenOff(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) readings in brackets behind characters were taken off",
      zh: "已去掉字后括号中的 \(count) 处注音")
  }

  static func planTable(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the sheet is the plan's table '\(name)' and was read as it is",
      zh: "该工作表就是规划的“\(name)”表，逐行照录")
  }

  static func settingRead(_ key: String, _ value: String) -> LocalizedText {
    LocalizedText(en: "the plan's \(key) is \(value)", zh: "规划的 \(key) 为 \(value)")
  }

  static let settingUnknown = LocalizedText(
    en: "the sheet of settings has a key that is not known; it was left out",
    zh: "设置表中有不认识的项，未收入")

  static func settingUnread(_ key: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is no value for the plan's \(key); it was left out",
      zh: "“\(text)”不能作为规划的 \(key)，未收入")
  }

  static func sheetHidden(_ name: String) -> LocalizedText {
    LocalizedText(en: "the hidden sheet '\(name)' was left out", zh: "隐藏的工作表“\(name)”未收入")
  }

  static func sheetMissing(_ name: String) -> LocalizedText {
    LocalizedText(en: "the sheet '\(name)' is not in the file", zh: "文件中没有工作表“\(name)”")
  }

  static func sheetWithoutCells(_ name: String) -> LocalizedText {
    LocalizedText(en: "the sheet '\(name)' has no cells", zh: "工作表“\(name)”没有内容")
  }

  static func sheetWithoutTable(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "no table was found on the sheet '\(name)'", zh: "工作表“\(name)”中没有找到表格")
  }

  static let strayLine = LocalizedText(
    en: "the line stands between rows and belongs to none", zh: "夹在两行数据之间，不属于任何一行")

  static func struckTextLeftOut(_ text: String) -> LocalizedText {
    LocalizedText(en: "the text '\(text)', struck through, was left out", zh: "带删除线的“\(text)”未收入")
  }

  static func struckTextRead(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "all of '\(text)' is struck through, as what is deleted is; it was read all the same",
      zh: "“\(text)”全部带删除线，可能已删除，仍按原文读取")
  }

  static let textMissing = LocalizedText(
    en: "the text of the cell is not in the file", zh: "文件中没有该单元格的文字")

  static let trackedChanges = LocalizedText(
    en: "the document has tracked changes; it was read as if all were accepted",
    zh: "文档中有修订痕迹，按全部接受修订后的内容读取")

  static let unknownLine = LocalizedText(
    en: "the line is of no known kind", zh: "无法判断本行的内容")
}
