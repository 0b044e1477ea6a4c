/// What became of a row between two states of a plan.
public enum RowChange: Int, Sendable, Hashable, CaseIterable {
  case added, removed, changed

  /// The words for them, in this order.
  package static let enumeration = Enumeration(
    "change",
    [
      EnumerationCase("added", "新增"), EnumerationCase("removed", "调出", aliases: ["删除", "取消"]),
      EnumerationCase("changed", "调整"),
    ])

  /// The word for it in both languages.
  public var name: Name { RowChange.enumeration.cases[rawValue].name }
}
