/// What kind of unit a name is of, told by how it begins and ends.
enum UnitKind: String, Sendable, Hashable {
  case party, government, department, town, park, oversight, company, person, group

  /// Guesses the kind from the name; nil where nothing in it tells.
  static func guess(_ name: FoldedText) -> UnitKind? {
    let text = name.compact
    if groupBeginnings.contains(where: { text.hasPrefix($0) }) { return .group }
    if groupInfixes.contains(where: { text.contains($0) }) { return .group }
    let plain = withoutBrackets(text)
    if posts.contains(where: { plain.hasSuffix($0) }) { return .person }
    if groupEndings.contains(where: { plain.hasSuffix($0) }) { return .group }
    if plain.hasSuffix("馆"), plain.first.map({ "市县区省州".contains($0) }) ?? false {
      return .department
    }
    let head = subordinates.first { plain.hasSuffix($0) }.map { plain.dropLast($0.count) }
    let ending = endings.first { (head ?? plain[...]).hasSuffix($0.ending) }
    // 建成13处 counts places.
    if let ending, ending.ending.count == 1,
      (head ?? plain[...]).dropLast().last.map({ $0.isASCII && $0.isNumber }) ?? false
    {
      return nil
    }
    return ending?.kind
  }

  /// Beginnings of names that stand for several units.
  private static let groupBeginnings = [
    "各", "相关", "有关", "其他", "其它", "所有", "全体", "沿线各", "区直各", "县直各", "市直各", "市各", "县各", "区各",
    "责任单位", "县级机关", "市级机关", "区级机关",
  ]
  private static let groupInfixes = [
    "有关部门", "有关单位", "相关部门", "相关单位", "相关企业", "有关企业", "各镇", "各乡", "各区", "各县", "各街道",
  ]
  private static let groupEndings = ["等部门", "等单位", "各部门", "各单位"]

  /// What follows a name that stands for a unit and those below it.
  private static let subordinates = ["及所属", "及其所属", "及下属单位", "及所属单位"]

  /// Endings of names with their kinds; an ending stands above those it ends in.
  private static let endings: [(ending: String, kind: UnitKind)] = [
    ("人大常委会", .oversight), ("人大", .oversight), ("政协", .oversight), ("纪委监委", .oversight),
    ("纪委", .oversight), ("纪检", .oversight), ("监委", .oversight), ("监察委", .oversight),
    ("监察委员会", .oversight), ("党工委", .party), ("党委", .party), ("党组", .party),
    ("区委", .party), ("县委", .party), ("市委", .party), ("省委", .party), ("组织部", .party),
    ("宣传部", .party), ("统战部", .party), ("政法委", .party), ("编办", .party),
    ("区委办", .party), ("县委办", .party), ("市委办", .party), ("镇政府", .town),
    ("乡政府", .town), ("镇人民政府", .town), ("乡人民政府", .town), ("街道办事处", .town),
    ("街道办", .town), ("街道", .town), ("街办", .town), ("办事处", .town), ("人民政府", .government),
    ("政府", .government), ("管委会", .park), ("管理委员会", .park), ("开发区", .park),
    ("园区", .park), ("高新区", .park), ("产业园", .park), ("工业园", .park), ("科技园", .park),
    ("物流园", .park), ("度假区", .park), ("新区", .park), ("有限公司", .company), ("公司", .company),
    ("集团", .company), ("企业", .company), ("银行", .company), ("合作社", .company), ("厂", .company),
    ("公安", .department), ("检察院", .department), ("法院", .department), ("局", .department),
    ("委员会", .department), ("委", .department), ("办公室", .department), ("办", .department),
    ("厅", .department), ("部", .department), ("署", .department),
    ("研究院", .department), ("研究所", .department), ("中心", .department), ("处", .department),
    ("站", .department), ("支队", .department), ("大队", .department), ("总队", .department),
    ("供电所", .department), ("司", .department), ("所", .department), ("院", .department),
    ("学校", .department),
    ("协会", .department), ("联合会", .department), ("妇联", .department), ("工会", .department),
    ("共青团", .department), ("团委", .department), ("指挥部", .department), ("领导小组", .department),
    ("镇", .town), ("乡", .town), ("监会", .department), ("科协", .department), ("残联", .department),
    ("工商联", .department), ("文联", .department), ("侨联", .department), ("供销社", .department),
    ("海关", .department), ("军分区", .department), ("专班", .group),
  ]

  /// Endings of the posts of persons.
  private static let posts = [
    "省长", "市长", "州长", "县长", "区长", "镇长", "乡长", "书记", "秘书长", "主任", "局长", "厅长", "部长", "处长", "科长",
    "所长", "站长", "主席", "常委", "组长", "指挥长", "总指挥", "院长", "校长", "行长", "董事长", "总经理", "专员", "政委",
    "负责人", "负责同志", "分管领导", "主要领导",
  ]

  private static func withoutBrackets(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex else {
      return text
    }
    return String(text[..<open])
  }
}
