/// A line below a table on who filled it in, who checked it, whom to ask.
enum SignatureLine {
  private static let labels = [
    "填表人", "填报人", "填报单位", "填表单位", "制表人", "制表", "制表单位", "审核人", "审核", "审批人", "复核人", "复核", "校核", "联系人",
    "联系电话", "电话", "联系方式", "经办人", "单位负责人", "负责人", "项目负责人", "财务负责人", "主要负责人", "分管负责人", "领导签字",
    "主要领导签字", "分管领导签字", "签字",
    "签名", "盖章", "填报日期", "填表日期", "填报时间", "制表日期", "日期",
  ]

  /// Whether a cell is such a label, or begins with one and a colon.
  static func begins(_ cell: FoldedText) -> Bool {
    let text = cell.unbroken
    guard text.count <= 60 else { return false }
    let label = text.part(0..<(text.firstPlaces(of: ":")?.lowerBound ?? text.count)).compact
    let plain = label.filter { !"()".contains($0) }
    return labels.contains(plain) || plain.hasSuffix("签字") && plain.count <= 10
      || plain.hasSuffix("盖章") && plain.count <= 10
  }
}
