import PlanQLData

/// Everything that loading can say of SQLite files as such.
extension LoadMessage {
  static func badText(_ column: String) -> LoadMessage {
    LoadMessage(
      en: "the text of '\(column)' is not UTF-8", zh: "'\(column)'一列的文本不是 UTF-8 编码")
  }

  static func blob(_ column: String) -> LoadMessage {
    LoadMessage(
      en: "'\(column)' holds a blob here, and values elsewhere", zh: "'\(column)'一列此处是 BLOB，别处却有值",
      help: LocalizedText(
        en: "correct the row, or read a view without it", zh: "请改正这一行，或改读不含它的视图"))
  }

  static func blobs(_ count: Int, _ column: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en: "'\(column)' holds nothing but blobs (\(count)), which are taken as missing",
      zh: "'\(column)'一列只有 BLOB（\(count) 个），按缺失处理")
  }

  static func noDatabase(_ reason: String) -> LoadMessage {
    LoadMessage(
      en: "the file cannot be read as a SQLite database: \(reason)",
      zh: "文件不能作为 SQLite 数据库读取：\(LibraryWords.chinese(reason))")
  }

  static func severalPlans(_ count: Int) -> LoadMessage {
    LoadMessage(
      en: "the table of the plan itself has \(count) rows, and may have one",
      zh: "规划本身的表只能有一行，而这里有 \(count) 行")
  }

  static func uncertainAmounts(_ count: Int, _ column: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "\(count == 1 ? "1 amount" : "\(count) amounts") of '\(column)' kept as REAL with more digits than the 15 "
        + "that are certain there",
      zh: "'\(column)'一列中有 \(count) 个金额以 REAL 保存，位数超过其能保证的 15 位",
      help: LocalizedText(en: "keep such amounts as TEXT", zh: "这样的金额请以 TEXT 保存"))
  }

  static func uncertainNumbers(_ count: Int, _ column: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en:
        "\(count == 1 ? "1 number" : "\(count) numbers") of '\(column)' with more digits than the 15 that a "
        + "number keeps",
      zh: "'\(column)'一列中有 \(count) 个数的位数超过数值能保证的 15 位",
      help: LocalizedText(
        en: "codes are kept whole as text: 'type: text' in plan.yaml",
        zh: "编号请按文本保存：plan.yaml 中写 'type: text'"))
  }

  static func unreadableTable(_ reason: String) -> LoadMessage {
    LoadMessage(
      en: "the table cannot be read: \(reason)",
      zh: "这张表无法读取：\(LibraryWords.chinese(reason))")
  }

  static func unreadableView(_ reason: String) -> LoadMessage {
    LoadMessage(
      .warning,
      en: "the view cannot be read and was left out: \(reason)",
      zh: "这个视图无法读取，未收入：\(LibraryWords.chinese(reason))")
  }
}
