/// What figures are called: the words of a measure, which are cut whole from the end of what stands
/// before an amount or a share.
enum MeasureWords {
  /// Parts the words before an amount into whose it is and what it is called; nil where they do not
  /// end in a measure.
  static func amount(_ text: FoldedText) -> (rest: FoldedText, label: FoldedText)? {
    if let found = parted(text, cores: amounts, modifiers: modifiers) { return found }
    guard let (stem, verb) = partedBeforeVerb(text),
      let found = parted(stem, cores: amounts, modifiers: modifiers)
    else { return nil }
    return (found.rest, found.label.joined(verb))
  }

  /// Parts words before the verb that they end in: 固定资产投资|完成, 城关镇|累计完成.
  static func partedBeforeVerb(_ text: FoldedText) -> (stem: FoldedText, verb: FoldedText)? {
    let plain = withoutFillers(text)
    guard plain.hasSuffix("完成") || plain.hasSuffix("实现") else { return nil }
    let stem = plain.dropping(last: ["累计", "实际", "完成", "实现"])
    return stem.isEmpty ? nil : (stem, plain.dropFirst(stem.count).trimmed())
  }

  /// Parts the words before a share: 重点项目|开工率, 占年度计划, 完成投资|占年计划.
  static func share(_ text: FoldedText) -> (rest: FoldedText, label: FoldedText)? {
    let plain = text.trimmed { "的".unicodeScalars.contains($0) }
    for lead in ["占", "完成", "为", "达到", "相当于"] {
      guard let places = plain.firstPlaces(of: lead) else { continue }
      let label = plain.dropFirst(places.lowerBound)
      if plain.scalar(places.lowerBound - 1) == "所" { continue }
      let isOfPlan = wholes.contains { label.contains($0) }
      if (lead == "占" || isOfPlan) && !isRate(label) {
        return (plain.part(0..<places.lowerBound), label)
      }
    }
    // 率 alone is no word: 生活污水处理率.
    return parted(plain, cores: rates, modifiers: rateModifiers).flatMap {
      $0.label.compact == "率" ? nil : $0
    }
  }

  /// Whether words compare a figure with another one: 同比增长, 比上年增加, 高于去年.
  static func compares(_ written: FoldedText) -> Bool {
    // 增加值 is a measure, and no change of one.
    let text = written.contains("增加值") ? written.replacing("增加值", with: "产值") : written
    return comparisons.contains { text.contains($0) }
      || !["提前", "提升改造", "提升工程"].contains { text.hasPrefix($0) }
        && ["比", "较", "仍比", "增", "快", "慢", "提", "升", "降", "减"].contains {
          text.hasPrefix($0) && !WordBounds.beginsLonger(text, than: $0)
        }
  }

  /// Whether a figure is a share of what was planned: 占年度计划的71%.
  static func isShareOfPlan(
    _ label: FoldedText, _ figure: WrittenFigure, of amount: FoldedText?
  ) -> Bool {
    let name = amount.map { $0.dropping(last: ["完成", "实现"]) } ?? .empty
    let own = label.hasPrefix(name.folded) ? label.dropFirst(name.count) : label
    return figure.kind == 1 && ["占", "完成", "为", "达", "相当于"].contains { own.hasPrefix($0) }
  }

  /// Whether an amount of that name says by how much another one goes beyond what was planned: 超同期计划投资.
  static func exceeds(_ text: FoldedText) -> Bool {
    (text.hasPrefix("超") || text.hasPrefix("欠"))
      && text.contains(anyWord: ["计划", "目标", "任务", "进度", "预算", "概算"])
  }

  /// Whether a text begins with the words for what a figure became: 52个增至92个.
  static func leadsOn(_ text: FoldedText) -> Bool {
    let verbs = [
      "增", "增加", "增长", "提高", "提升", "上升", "扩大", "减", "减少", "下降", "降", "降低", "压减", "缩减", "调整",
      "拓宽", "延伸", "延长", "提标", "扩建", "扩容",
    ]
    let plain = text.trimmed { ", ".unicodeScalars.contains($0) }
    return verbs.contains { verb in ["至", "到", "为"].contains { plain.hasPrefix(verb + $0) } }
  }

  /// Whether words of a comparison do not say what is compared.
  static func needsSubject(_ text: FoldedText) -> Bool {
    if text.hasPrefix("增加值") { return false }
    let text = text.dropping(first: ["五年", "三年", "十年", "两年", "年均", "平均", "累计"])
    return [
      "同比", "环比", "比", "较", "相比", "增长", "增加", "减少", "下降", "上升", "提高", "降低", "增幅", "快", "慢", "是",
      "仍比", "超出", "实际增长", "名义增长", "提升", "增", "降", "高于", "低于", "高出", "快于", "慢于", "好于",
    ]
    .contains { text.hasPrefix($0) }
  }

  /// Whether the words of a change name who or what has changed, and not in which measure: 第一产业增长9.1%, of which the
  /// sentence before may tell that it is of an investment.
  static func isOfNoMeasure(_ words: FoldedText) -> Bool {
    let changes = BoundWords.changes.map(\.word).flatMap { ["同比" + $0, "环比" + $0, $0] }
    guard let verb = words.suffix(of: changes) else { return false }
    let name = words.dropLast(verb.unicodeScalars.count)
    return name.suffix(of: ["产业", "业", "区", "县", "市", "省", "镇", "乡", "城镇", "乡村", "农村", "类", "企业"])
      != nil
  }

  /// What a comparison compares: 完成投资 in 完成投资较去年同期增加.
  static func compared(_ text: FoldedText) -> FoldedText? {
    let places = ["较", "比", "同比", "环比"].compactMap { text.firstPlaces(of: $0)?.lowerBound }
    guard let place = places.min(), place >= 2 else { return nil }
    return text.part(0..<place)
  }

  /// Whether an amount of that name is planned for a time, which belongs to its name.
  static func isPlanned(_ label: FoldedText) -> Bool {
    ["计划", "预计", "预期", "拟"].contains { label.contains($0) }
  }

  /// Whether what is called so has not been yet: 将完成投资, 力争开工项目.
  static func isIntended(_ label: FoldedText) -> Bool {
    isPlanned(label) || label.contains(anyWord: intentions)
  }

  /// Words that say of what follows in their clause that it is to be.
  static let intentions = ["将要", "将", "力争", "争取", "确保", "有望", "务必", "务求", "奋力"]

  /// A text without the words that stand between a measure and its figure.
  static func withoutFillers(_ text: FoldedText) -> FoldedText {
    var plain = text.trimmed()
    while let filler = fillers.first(where: { plain.hasSuffix($0) }),
      !WordBounds.endsLonger(plain, than: filler)
    {
      plain = plain.dropLast(filler.unicodeScalars.count).trimmed {
        " :,\"“”".unicodeScalars.contains($0)
      }
    }
    return plain
  }

  /// Whether words before a figure are a verb or a preposition alone, which does not say what it is: 涉及3个, 按1%.
  static func isVerbAlone(_ text: FoldedText) -> Bool {
    verbsAlone.contains(text.compact)
  }

  private static let verbsAlone: Set<String> = [
    "建设", "新建", "改造", "实施", "涉及", "安装", "下达", "按", "按照", "打造", "投入", "推进", "主要建设", "低于", "高于", "支持",
    "重点支持", "用于", "用于支持", "开展", "开展全市",
  ]

  /// What makes two labels the same: 项目总投资 is 总投资.
  static func key(_ label: String) -> String {
    var key = label
    for word in ["项目", "累计", "本批", "财政", "估算", "概算", "匡算", "自开工", "共", "额"] {
      key = key.replacing(word, with: "")
    }
    return key
  }

  private static func parted(
    _ text: FoldedText, cores: [String], modifiers: [String]
  ) -> (rest: FoldedText, label: FoldedText)? {
    let plain = withoutFillers(text)
    guard let core = cores.first(where: { plain.hasSuffix($0) }) else { return nil }
    var rest = plain.dropLast(core.unicodeScalars.count)
    while let word = modifiers.first(where: { rest.hasSuffix($0) }) {
      rest = rest.dropLast(word.unicodeScalars.count)
    }
    if core == "率", rest.count == plain.count - 1, rest.count > 2 {
      // 污水|处理率: 率 alone is no name.
      rest = rest.dropLast(2)
      while let word = modifiers.first(where: { rest.hasSuffix($0) }) {
        rest = rest.dropLast(word.unicodeScalars.count)
      }
    }
    let label = plain.dropFirst(rest.count).trimmed()
    // 预计 belongs to the name in 预计项目总投资, and says nothing of whose it is.
    let isOfProject =
      rest.hasSuffix("项目") && ["", "预计", "计划", "估算"].contains(rest.dropLast(2).compact)
    // 项目 belongs to the name in 项目总投资 only, and in 项目支出, which is a kind of outlays beside 基本支出.
    guard isOfProject else {
      let lead = ["已经", "已", "共"].first {
        label.hasPrefix($0) && label.count > $0.unicodeScalars.count + 1
      }
      return (rest.trimmed(), label.dropFirst(lead?.unicodeScalars.count ?? 0))
    }
    let isOfName =
      ["投资", "支出", "经费"].contains(label.compact)
      || ["总投资", "估算", "融资"].contains { label.hasPrefix($0) }
    return (.empty, isOfName ? plain : label)
  }

  private static func isRate(_ label: FoldedText) -> Bool {
    rates.contains { withoutFillers(label).hasSuffix($0) } && !label.hasPrefix("占")
  }

  /// By what prices a change is counted, which is no part of what has changed.
  static let bases = [
    "按可比价格计算", "按可比口径计算", "按可比价计算", "按不变价格计算", "按不变价计算", "按可比价格", "按可比口径", "按可比价", "按不变价", "剔除价格因素",
    "扣除价格因素",
  ]
  private static let fillers = [
    "共计", "合计", "总计", "达到", "增加到", "提高到", "提升到", "上升到", "增长到", "扩大到", "约为", "分别为", "分别是", "分别",
    "大约", "将近", "高达", "人民币", "新台币", "港币", "共有",
    "已有", "共", "约", "近", "达", "为",
    "了", "是", "逾", "超过", "超", "已达", "金额达", "有", ":",
  ].sorted { $0.count > $1.count }
  private static let comparisons = [
    "同比", "环比", "增长", "增加", "减少", "下降", "上升", "提高", "降低", "回落", "快于", "慢于", "高于", "低于", "比上", "较上",
    "较去", "比去", "比同", "较同", "去年同期", "上年同期", "超出", "相比",
  ]
  private static let wholes = ["计划", "目标", "任务", "总投资", "总额", "总数", "估算", "概算", "预算"]

  private static let amounts = [
    "建设投资", "投资总额", "总投资额", "投资额度", "投资规模", "总投资估算", "投资估算", "投资计划资金", "投资计划", "投资额", "投资", "罚款金额",
    "罚没款金额",
    "罚没金额", "罚款数额", "处罚金额", "合同金额",
    "地区生产总值", "国内生产总值", "生产总值", "到位金额", "贷款余额", "金额", "数额", "总额", "款额", "余额", "税额", "产值", "费用",
    "经费", "预算数", "决算数", "实现数", "增加值",
    "应付数", "实际到位",
    "保留数", "剩余数", "余数", "资金计划", "资金", "基金", "预算", "概算", "支出", "收入", "补助款", "补助", "贷款", "自筹", "罚没款",
    "罚款",
    "拨款", "配合款", "配套款", "购置费", "费", "造价", "税收", "利润", "融资", "投入", "编列", "款",
  ]
  private static let modifiers = [
    "累计", "实际", "已经", "已", "共计", "共", "总", "年度", "全年", "当年", "年内", "本年度", "年", "本次", "本批", "计划",
    "预计", "预期", "拟", "将要", "将", "力争", "确保", "争取", "有望", "务必", "概算", "估算",
    "规划", "匡算", "估计", "批准", "完成", "安排", "下达", "到位", "拨付", "支付", "落实", "静态", "动态", "固定资产", "财政性",
    "财政",
    "专项",
    "中央", "地方", "国家", "开累", "自有", "平均", "被", "处", "自开工", "岁出", "特别", "新增", "上报",
  ]
  private static let rates = ["完成率", "开工率", "复工率", "比率", "率", "比例", "比重", "占比"]
  private static let rateModifiers = [
    "年度", "全年", "当年", "年", "投资", "计划", "目标", "任务", "完成", "开", "复", "开工", "复工", "、", "投产", "建成",
    "竣工", "总体", "累计", "资金",
    "到位", "整改", "办结", "形象", "进度", "综合", "平均", "所", "占", "中央", "地方",
  ]
}
