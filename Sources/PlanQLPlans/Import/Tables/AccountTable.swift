/// Tables that list the accounts of a budget under 项目, which are no projects: 税收收入, 公务接待费, 出生率(‰).
extension DocumentTable {
  /// Whether the rows are accounts or figures: half of their names say so, no other one is that of works, and no column says
  /// what is built, where, when or by whom.
  var listsAccounts: Bool {
    guard !isOwn, planTable == nil, standard == nil, let name = header.place(of: .name),
      header.columns[name].mapped == nil,
      ["项目", "科目", "名称", "科目名称", "预算科目"].contains(
        Headings.key(FoldedText(header.columns[name].heading))),
      !header.columns.contains(where: { $0.isUnits || DocumentTable.ofProjects.contains($0.kind) })
    else { return false }
    let names = rows.prefix(60).map { $0.cells[name].text.unbroken }
    let others = names.filter { !DocumentTable.isAccount($0) }
    return names.count > 1 && others.count * 2 <= names.count
      && !others.contains { $0.contains(anyWord: DocumentTable.works) }
  }

  private static let ofProjects: Set<ColumnKind> = [
    .content, .period, .periodStart, .periodEnd, .due, .nature, .place, .status, .progressText,
    .problem, .requirement, .task, .goal(0), .source,
  ]
  private static let works = ["工程", "项目", "建设", "改造", "修复", "治理", "计划", "整治"]
  private static let endings = [
    "收入", "支出", "收支", "费", "费用", "经费", "税", "主管", "结余", "结转", "百分比", "拨款",
  ]

  private static func isAccount(_ name: FoldedText) -> Bool {
    let (plain, unit) = IndicatorUnit.parted(name)
    return unit != nil || plain.suffix(of: endings) != nil
  }
}
