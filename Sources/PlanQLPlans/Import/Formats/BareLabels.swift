/// Labels of a matter to be put right that stand alone on their lines, without a colon: 整改任务 over its text, 责任单位
/// over the units.
enum BareLabels {
  private static let labels: Set<String> = [
    "整改任务", "反馈问题", "存在问题", "问题描述", "责任单位", "整改责任单位", "责任部门", "牵头单位", "配合单位", "责任人", "整改目标", "整改措施",
    "整改要求", "整改时限", "整改期限", "整改完成时限", "完成时限", "整改情况", "整改完成情况", "整改落实情况", "整改进展", "整改结果", "督导单位",
    "督办单位", "验收单位", "验收意见", "验收情况",
  ]

  /// The fewest labels that tell such a record.
  private static let fewest = 3

  /// Lines with a colon behind each such label, so that they are read as labels; the same lines where there are too few,
  /// or none of units or of what is to be put right.
  static func marked(_ lines: [DocumentLine]) -> [DocumentLine] {
    let filled = lines.indices.filter { !lines[$0].isBlank }
    var found: Set<Int> = []
    var names: Set<String> = []
    for (order, place) in filled.enumerated() where isLabel(lines[place]) {
      // A label over a label is a heading of a table.
      guard filled.indices.contains(order + 1), !isLabel(lines[filled[order + 1]]) else { continue }
      found.insert(place)
      names.insert(lines[place].text.compact)
    }
    let hasUnits = names.contains { $0.hasSuffix("单位") || $0.hasSuffix("部门") }
    guard names.count >= fewest, hasUnits, names.contains(where: { $0.hasPrefix("整改") }) else {
      return lines
    }
    return lines.enumerated().map { place, line in
      found.contains(place) ? DocumentLine(line.text.string + "：", at: line.place) : line
    }
  }

  private static func isLabel(_ line: DocumentLine) -> Bool {
    line.shape == .plain && line.text.count <= 10 && labels.contains(line.text.compact)
  }
}
