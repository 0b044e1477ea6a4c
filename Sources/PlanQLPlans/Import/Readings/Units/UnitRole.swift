/// How a unit takes part in what it answers for.
enum UnitRole: String, Sendable, Hashable {
  case lead, joint, support
  case carryOut = "carry_out"
  case supervise, owner

  /// What documents call the roles, in labels and headings; nil stands for a plain list of
  /// responsible units, of which the first leads.
  static let labels: [(text: String, role: UnitRole?)] = [
    ("牵头责任单位", .lead), ("牵头单位", .lead), ("牵头部门", .lead), ("主办单位", .lead), ("牵头", .lead),
    ("主要责任单位", nil), ("责任单位", nil), ("责任部门", nil), ("主责单位", nil), ("主责部门", nil),
    ("主要责任部门", nil), ("承办单位", nil), ("实施单位", nil), ("实施主体", nil), ("责任主体", nil),
    ("责任分工", nil), ("职责分工", nil), ("责任单位及分工", nil), ("牵头单位及配合单位", nil), ("责任单位和配合单位", nil),
    ("牵头单位和责任单位", nil), ("牵头和配合单位", nil), ("责任科室", nil), ("承办科室", nil), ("承办处室", nil),
    ("承办部门", nil), ("责任处室", nil), ("责任股室", nil),
    ("承办部门", nil), ("实施部门", nil), ("责任主体单位", nil), ("项目责任单位", nil), ("项目实施单位", nil),
    ("主体责任单位", nil), ("责任镇街", nil), ("责任乡镇", nil), ("任务分工", nil), ("工作分工", nil),
    ("牵头科室", .lead), ("牵头处室", .lead), ("主办部门", .lead), ("牵头责任部门", .lead), ("主牵头单位", .lead),
    ("联办单位", .support), ("会办单位", .support), ("协同部门", .support), ("协办部门", .support),
    ("配合科室", .support), ("参与部门", .support), ("监管单位", .supervise), ("监管部门", .supervise),
    ("督导部门", .supervise), ("落实部门", .carryOut), ("项目法人", .owner), ("法人单位", .owner),
    ("建设主体", .owner), ("业主", .owner), ("项目主体", .owner), ("投资主体", .owner),
    ("编列机关", nil), ("执行单位", nil), ("主管单位", nil), ("主管部门", nil), ("负责单位", nil),
    ("配合责任单位", .support), ("配合单位", .support), ("配合部门", .support), ("协办单位", .support),
    ("协同单位", .support), ("参与单位", .support), ("参加单位", .support), ("配合", .support),
    ("落实单位", .carryOut), ("落实", .carryOut), ("督导单位", .supervise), ("督办单位", .supervise),
    ("监督单位", .supervise), ("业主单位", .owner), ("建设单位", .owner), ("项目单位", .owner),
    ("项目业主", .owner), ("建设业主", .owner), ("承担单位", nil), ("项目承担单位", nil), ("属地责任单位", nil),
    ("包保单位", nil), ("考核牵头单位", .lead), ("组织实施单位", nil),
    ("市级责任单位", nil), ("县级责任单位", nil), ("区级责任单位", nil),
    ("牵头及配合单位", nil), ("责任单位或牵头单位", nil),
    ("行业主管部门", .supervise), ("监管责任单位", .supervise), ("行业监管部门", .supervise),
    ("相关责任单位", .joint), ("共同责任单位", .joint), ("联合责任单位", .joint), ("相关责任部门", .joint),
    ("协助单位", .support), ("协作单位", .support), ("协助部门", .support), ("参加部门", .support),
    ("配合责任部门", .support), ("主要配合单位", .support), ("参与责任单位", .support), ("协同责任单位", .support),
    ("部门分工", nil), ("整改责任单位", nil), ("整改单位", nil), ("整改牵头单位", .lead),
    ("责任地区", nil), ("责任县区", nil), ("落实责任单位", .carryOut), ("督导责任单位", .supervise),
    ("督办责任单位", .supervise), ("督查单位", .supervise),
    ("主办机关", .lead), ("协办机关", .support), ("执行机关", nil), ("主管机关", nil), ("主责机关", .lead),
    ("权责机关", nil), ("权责单位", nil), ("权责部门", nil), ("主政机关", .lead), ("协同机关", .support),
    ("leaddepartment", .lead), ("leadunit", .lead), ("leadagency", .lead), ("leadauthority", .lead),
    ("responsibledepartment", nil), ("responsibleunit", nil), ("responsibleunits", nil),
    ("responsibleagency", nil), ("responsible", nil), ("responsibleparty", nil),
    ("department", nil),
    ("agency", nil), ("implementingagency", nil), ("managingagency", nil), ("sponsoragency", nil),
    ("leadorganization", .lead), ("leadofficer", .lead), ("leadofficer/owner", .lead),
    ("lead", .lead), ("responsibleofficer", nil), ("projectowner", .owner),
    ("supportingunits", .support),
    ("supportingdepartments", .support),
  ]

  /// Whether a label or heading names the competent authority, which beside those who carry a task out
  /// only supervises them.
  static func isOfAuthority(_ label: FoldedText) -> Bool {
    ["主管机关", "主管部门", "主管单位"].contains(label.compact)
  }

  /// The role that a label or heading names; an inner nil for a plain list, an outer one for none.
  static func named(_ label: FoldedText) -> UnitRole?? {
    var text = label.compact
    if text.hasSuffix(")"), let open = text.firstIndex(of: "(") { text = String(text[..<open]) }
    return labels.first { $0.text == text }?.role ?? ending(of: text)
  }

  /// `问题整改责任单位`: a label that says besides for what the units answer.
  private static func ending(of label: String) -> UnitRole?? {
    guard label.hasSuffix("单位") || label.hasSuffix("部门"), label.count <= 12,
      label.unicodeScalars.allSatisfy(FoldedText.isIdeograph),
      !["和", "或", "及", "与"].contains(where: { label.contains($0) }),
      let row = endings.first(where: { label.hasSuffix($0.text) }), label != row.text
    else { return nil }
    let lead = label.dropLast(row.text.count)
    if ["监", "督"].contains(where: { lead.contains($0) }) { return .some(.supervise) }
    let isOther = ["其他", "其它", "相关", "有关", "共同"].contains { lead.contains($0) }
    return row.role == nil && isOther ? .some(.joint) : .some(row.role)
  }

  private static let endings = labels.filter {
    ["责任单位", "责任部门", "牵头单位", "牵头部门", "配合单位", "配合部门"].contains($0.text)
  }
}
