/// Words before money that tell from where it comes or what it is spent on, and not whose it is.
extension BulletinReader {
  /// What money of the whole is called by more than its last word: 全县共筹措水利资金; nil where what stands between names
  /// somebody whose it is.
  static func fund(_ rest: FoldedText, _ name: FoldedText) -> FoldedText? {
    guard SubjectWords.isWhole(rest), !rest.contains(anyWord: ["预算", "财政"]),
      ["资金", "经费", "补助", "投入", "支出", "收入"].contains(name.compact)
    else { return nil }
    let plain = SubjectWords.withoutLeads(SubjectWords.withoutWhole(rest)).dropping(first: [
      "已", "累计",
    ])
    guard !plain.isEmpty, !SubjectWords.isNoun(plain), !SubjectWords.isGeneric(plain),
      !SubjectWords.counts(plain)
    else { return nil }
    return plain.joined(name)
  }

  /// The works that money is given for, where its words say who gives it: 国家下达我市|甲水库工程.
  static func receiver(of rest: FoldedText) -> FoldedText? {
    guard let places = rest.lastPlaces(of: "下达") else { return nil }
    let noun = SubjectWords.withoutWhole(
      SubjectWords.withoutLeads(rest.dropFirst(places.upperBound)))
    return SubjectWords.counts(noun) && SubjectWords.isNoun(noun) && !SubjectWords.isGeneric(noun)
      ? noun : nil
  }

  /// Whether words before a name of money say no more than from where it comes, and are nobody whose it is: 省级资金,
  /// 我市到位中央、省级衔接资金.
  static func tellsSource(_ rest: FoldedText, _ name: FoldedText) -> Bool {
    if name.hasSuffix("自筹") {
      return ["建设单位", "项目单位", "业主", "企业", "单位", "地方", "市县", "县区", "区县", "省市县"].contains(
        rest.compact)
    }
    guard name.contains(anyWord: ["资金", "补助", "投资", "经费", "投入"]) else { return false }
    let levels = [
      "中央", "国家", "省级", "市级", "县级", "区级", "州级", "镇级", "地方", "上级", "本级", "省", "市", "县", "自治区",
      "自治区本级", "省本级", "市本级", "县本级", "区本级", "区",
    ]
    var plain = SubjectWords.withoutWhole(rest)
    while let verb = ["已", "累计", "到位", "下达", "争取到", "争取", "获得", "收到", "落实", "共"].first(where: {
      plain.hasPrefix($0)
    }) {
      plain = plain.dropFirst(verb.unicodeScalars.count)
    }
    let parts = plain.dropping(last: [
      "衔接", "专项", "财政", "配套", "水利", "基建", "交通", "农业", "林业", "环保", "生态环境", "预算内",
    ]).split {
      "、和及".unicodeScalars.contains($0)
    }
    return !parts.isEmpty && parts.allSatisfy { levels.contains($0.compact) }
  }
}
