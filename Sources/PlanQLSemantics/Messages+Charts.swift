import PlanQLData
import PlanQLSyntax

/// All that the checker can say of charts; in alphabetical order.
extension Message {
  static func chartNeeds(_ kind: ChartKind) -> Message {
    let name = kind.word.name
    return Message(
      "PQL0260", en: "'chart \(name.en)' needs \(kind.need.en)",
      zh: "'图表 \(name.zh)' 需要\(kind.need.zh)", help: kind.example)
  }

  static func chartOfNoNumbers(
    _ name: Name, _ type: LocalizedText, _ kind: ChartKind
  ) -> Message {
    Message(
      "PQL0261", en: "'\(name.en)' is \(type.en): '\(kind.word.name.en)' draws numbers",
      zh: "'\(name.zh)' 是\(type.zh)：'\(kind.word.name.zh)' 只能画数值",
      help: LocalizedText(
        en: "leave it out with 'select' or 'drop'", zh: "请用 '选取' 或 '删列' 去掉它"))
  }

  static func chartScales(_ first: LocalizedText, _ other: LocalizedText) -> Message {
    Message(
      "PQL0262", en: "all values of a chart share one scale: found \(first.en) and \(other.en)",
      zh: "一张图只有一个刻度：这里有\(first.zh)和\(other.zh)",
      help: LocalizedText(
        en: "keep columns of one kind with 'select', or draw two charts",
        zh: "请用 '选取' 只留同一类的列，或画成两张图"))
  }

  static var chartWithTotals: Message {
    Message(
      "PQL0263", en: "a chart has no row of totals", zh: "图表没有合计行",
      help: LocalizedText(en: "leave 'total' out", zh: "请去掉 '合计行'"))
  }
}

extension ChartKind {
  /// The columns that the kind needs.
  fileprivate var need: LocalizedText {
    switch self {
    case .bar:
      LocalizedText(
        en: "a column that names the bars, then at least one of numbers", zh: "一列名称，其后至少一列数值")
    case .line:
      LocalizedText(
        en: "a column to go along, then at least one of numbers", zh: "一列作横轴，其后至少一列数值")
    case .gantt:
      LocalizedText(
        en: "a column that names the bars, and at least one of periods or dates",
        zh: "一列名称，以及至少一列时段或日期")
    case .heat:
      LocalizedText(
        en: "a cross-table, or two columns of keys and one of numbers", zh: "一张交叉表，或两列分组依据和一列数值")
    }
  }

  fileprivate var example: LocalizedText {
    switch self {
    case .bar:
      LocalizedText(
        en: "as in 'projects | summarize total: sum(investment) by lead'",
        zh: "例如 '项目 | 汇总 金额: 求和(投资额) 按 牵头单位'")
    case .line:
      LocalizedText(
        en: "as in 'yearly | summarize amount: sum(amount) by year'",
        zh: "例如 '年度安排 | 汇总 合计: 求和(金额) 按 年度'")
    case .gantt:
      LocalizedText(
        en: "as in 'projects | select name, period'", zh: "例如 '项目 | 选取 名称, 建设期限'")
    case .heat:
      LocalizedText(
        en: "as in 'yearly | pivot sum(amount) by project.lead across year'",
        zh: "例如 '年度安排 | 透视 求和(金额) 按 项目.牵头单位 横向 年度'")
    }
  }
}
