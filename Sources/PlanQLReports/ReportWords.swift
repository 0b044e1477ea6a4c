import PlanQLData

/// The words that formats for people add to a document.
enum ReportWords {
  static func checksHold(_ held: Int, of count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(held) of \(count) check\(count == 1 ? "" : "s") hold\(held == 1 ? "s" : "")",
      zh: "核对 \(count) 项，成立 \(held) 项")
  }

  /// The heading of a footer row.
  static let total = LocalizedText(en: "Total", zh: "合计")

  /// What stands in place of the rows of an empty table.
  static let noRows = LocalizedText(en: "(no rows)", zh: "（无记录）")

  static let note = LocalizedText(en: "Note: ", zh: "注：")

  /// The rows shown, where there are more.
  static func firstRows(_ shown: Int, of count: Int) -> LocalizedText {
    let (shown, count) = (digits(shown), digits(count))
    return LocalizedText(en: "first \(shown) of \(count) rows", zh: "前 \(shown) 行，共 \(count) 行")
  }

  static func rows(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(digits(count)) row\(count == 1 ? "" : "s")", zh: "\(digits(count)) 行")
  }

  static func columns(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) column\(count == 1 ? "" : "s")", zh: "\(count) 列")
  }

  /// The columns with missing values and how many each has.
  static func missing(_ counts: [(heading: LocalizedText, count: Int)]) -> LocalizedText {
    LocalizedText(
      en: "missing: "
        + counts.map { "\($0.heading.en.visible) \(digits($0.count))" }.joined(separator: ", "),
      zh: "缺失："
        + counts.map { "\($0.heading.zh.visible) \(digits($0.count))" }.joined(separator: "、"))
  }

  private static func digits(_ count: Int) -> String { NumberText.grouped(String(count)) }
}
