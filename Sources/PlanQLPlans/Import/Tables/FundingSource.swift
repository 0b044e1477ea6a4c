/// Where money comes from, by what documents call it.
enum FundingSource {
  /// The name of a source in `funding`; nil where the text is none.
  static func named(_ text: String) -> String? {
    var key = text
    for lead in ["其中:", "其中", "争取", "申请"] where key.hasPrefix(lead) { key.removeFirst(lead.count) }
    if let whole = words.first(where: { $0.words.contains(key) }) { return whole.source }
    for ending in [
      "资金", "配套", "财政", "补助", "投资", "预算", "补助资金", "财政资金", "预算内", "投入", "专项", "补助",
      "补助款", "配合款", "款",
    ]
    where key.hasSuffix(ending) && key.count > ending.count {
      key.removeLast(ending.count)
    }
    return words.first { $0.words.contains(key) }?.source
  }

  /// The source that a heading of its own names, which must say that it is about money; a blank one
  /// where it is none of those that `funding` tells apart.
  static func stated(by key: String) -> String? {
    var key = key
    for lead in ["其中:", "其中"] where key.hasPrefix(lead) { key.removeFirst(lead.count) }
    let endings = [
      "资金", "补助", "补助资金", "自筹", "贷款", "债券", "专项债", "社会资本", "配套", "财政", "预算内", "国债", "一般债", "缺口",
      "政府投资", "款",
    ]
    let investments = ["中央", "省", "市", "县", "区", "地方", "企业", "社会", "自治区"].flatMap { source in
      ["", "级", "预算内"].map { source + $0 + "投资" }
    }
    guard
      endings.contains(where: { key.hasSuffix($0) }) || investments.contains(key)
        || ownHeadings.contains(key)
    else { return nil }
    if let source = named(key) { return source }
    let others = ["地方", "上级", "其他", "其它", "群众", "农户", "村民", "农民", "市县", "县市", "市区"]
    return others.contains { key.hasPrefix($0) } ? "" : nil
  }

  /// Headings that are a source without a word for money.
  private static let ownHeadings: Set<String> = [
    "ppp", "银行贷款", "国内贷款", "市本级预算", "县本级预算", "区本级预算", "社会投资", "业主自筹", "单位自筹", "市本级财政资金",
    "县本级财政资金",
    "区本级财政资金", "省本级财政资金",
  ]

  /// The source that a word alone names below or beside others: 中央, 省, 自筹.
  static func isBare(_ key: String) -> Bool {
    ["中央", "国家", "省", "省级", "市", "市级", "县", "县级", "区", "区级", "自筹", "企业", "地方", "州", "市县"].contains(
      key)
  }

  /// The source and the stage that a heading names together: 中央到位, 省级资金计划.
  static func atStage(_ key: String) -> (source: String, stage: String)? {
    for (word, stage) in stages where key.hasSuffix(word) && key.count > word.count {
      var name = String(key.dropLast(word.count))
      for ending in ["资金", "投资"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
      guard isBare(name) || stated(by: name) != nil, let source = named(name) else { continue }
      return (source, stage)
    }
    return nil
  }

  private static let stages: [(word: String, stage: String)] = [
    ("计划", "planned"), ("安排", "planned"), ("下达", "approved"), ("批复", "approved"),
    ("到位", "in_place"), ("支付", "paid"), ("支出", "paid"), ("拨付", "paid"),
  ]

  private static let words: [(source: String, words: Set<String>)] = [
    (
      "central",
      ["中央", "国家", "中央预算内", "中央财政", "中央财政专项", "中央专项", "中央预算内投资", "中央级"]
    ),
    ("province", ["省级", "省", "省本级", "省财政", "自治区", "省级财政", "省预算内", "省级专项"]),
    ("city", ["市级", "市", "市财政", "市级财政", "市本级", "州", "州级", "州财政"]),
    (
      "district",
      [
        "区级", "县级", "区", "县", "本级", "区县", "区财政", "县财政", "区(县)", "本级财政", "县级财政", "区级财政", "县本级",
        "区本级",
      ]
    ),
    ("town", ["镇级", "乡镇", "镇", "乡级", "镇财政"]),
    (
      "bond",
      [
        "债券", "专项债", "一般债", "专项债券", "地方债", "地方政府专项债", "政府债券", "地方政府专项债券", "一般债券", "地方政府债券", "国债",
        "特别国债",
        "超长期特别国债", "地方政府一般债券", "政府专项债券", "政府专项债",
      ]
    ), ("loan", ["贷款", "银行贷款", "银行", "融资", "国内贷款", "银行融资"]),
    ("enterprise", ["企业自筹", "自筹", "企业", "业主自筹", "单位自筹", "企业自有", "自有"]),
    ("ppp", ["ppp", "社会资本", "社会"]), ("to_be_found", ["待落实", "缺口", "资金缺口", "待筹", "待筹措"]),
  ]
}
