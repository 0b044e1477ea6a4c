/// What a safeguard measure is about, told by the words of its title.
enum MeasureTheme: String, Sendable {
  case leadership = "组织领导"
  case work = "工作推进"
  case publicity = "宣传公开"
  case funds = "资金保障"
  case enforcement = "执法监管"
  case assessment = "考核监督"
  case technology = "科技支撑"
  case law = "法治保障"
  case people = "人才队伍"
  case cooperation = "交流合作"
  case land = "要素保障"

  /// The theme of a title; nil where none of its words tells.
  static func of(_ title: String) -> MeasureTheme? {
    words.first { row in row.words.contains { title.contains($0) } }?.theme
  }

  /// Words with their themes; the surest first.
  private static let words: [(theme: MeasureTheme, words: [String])] = [
    (.leadership, ["组织领导", "组织保障", "加强领导", "组织实施", "党的领导", "领导保障", "组织协调"]),
    (
      .assessment,
      ["考核", "监督机制", "监督检查", "督导检查", "督查", "督办", "评估", "问责", "责任追究", "跟踪", "督促检查", "强化监督", "加强监督"]
    ),
    (.enforcement, ["执法", "监管", "监测能力"]),
    (.publicity, ["宣传", "公众参与", "舆论", "信息公开", "社会参与", "全民", "社会监督", "氛围"]),
    (.funds, ["资金", "投入", "投融资", "财政", "经费", "金融支持"]),
    (.technology, ["科技", "技术支撑", "科学技术", "创新驱动"]),
    (.law, ["法治", "法制", "法规", "法律"]),
    (.people, ["人才", "队伍建设"]),
    (.cooperation, ["国际合作", "区域合作", "交流合作"]),
    (.land, ["要素保障", "用地保障", "土地保障", "政策支持", "政策保障", "政策扶持", "完善政策"]),
    (
      .work,
      [
        "工作机制", "推进机制", "责任分工", "任务分工", "落实责任", "责任落实", "统筹协调", "协调机制", "工作责任", "部门协作", "协同联动",
        "目标责任", "压实责任",
        "明确责任", "工作落实", "联动机制", "责任体系", "协作机制", "工作合力",
      ]
    ),
  ]
}
