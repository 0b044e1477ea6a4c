/// A figure that a made-up bulletin states, with whose it is.
struct KnownFigure {
  enum Kind: Hashable { case amount, share, count }

  /// The group; nil for the whole, `?` for a figure whose words do not tell.
  let group: String?
  /// What the name of the figure ends in.
  let label: String
  /// 万元, tenths of a percent, or things.
  let value: Int
  let kind: Kind
  /// The figure as it is written.
  let written: String
}

/// Makes bulletins of sentences as offices write them, of which every figure is known.
///
///     bulletin = title whole [state] parts [tail]
///     whole    = 全县安排重点项目 n 个 [, 总投资 m] [, 年度计划投资 m] 。
///     state    = 截至…月底, 累计完成投资 m [, 占年度计划的 p] 。
///     parts    = [其中] one of seven forms: counts with amounts, amounts after counts, lists with 分别…
///     tail     = 另有 m 。 | words | 比上年同期增长 p 。
struct BulletinGrammar {
  private var random: SeededGenerator
  private var used: Set<Int> = []
  private(set) var figures: [KnownFigure] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let kinds = [
    "交通项目", "水利项目", "产业项目", "民生项目", "续建项目", "新开工项目", "城建项目", "能源项目",
  ]
  private static let places = ["东山区", "西河县", "南湖县", "北岭区"]

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    while true {
      let number = Int.random(in: range, using: &random)
      if used.insert(number).inserted { return number }
    }
  }

  /// Makes the text.
  mutating func text() -> String {
    let pool = (chance(30) ? BulletinGrammar.places : BulletinGrammar.kinds).shuffled(
      using: &random)
    let groups = Array(pool.prefix(Int.random(in: 2...4, using: &random)))
    let breaks = ["", "\n"]
    var text = "2023年青石县重点项目进展情况\n" + whole() + pick(breaks)
    text += parts(groups) + pick(breaks)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: text += "另有" + amount("?", "?") + "。"
    case 1: text += "其余工作正有序推进。"
    case 2: text += "比上年同期增长" + share("?", "?") + "。"
    case _: break
    }
    return text + "\n"
  }

  private mutating func whole() -> String {
    var text = "2023年,全县安排重点项目" + count(nil)
    if chance(80) { text += ",总投资" + pick(["", "约"]) + amount(nil, "总投资") }
    if chance(80) { text += ",年度计划投资" + amount(nil, "年度计划投资") }
    text += "。"
    guard chance(70) else { return text }
    text += "截至\(Int.random(in: 2...11, using: &random))月底,累计完成投资" + amount(nil, "完成投资")
    if chance(60) { text += ",占年度计划的" + share(nil, "占年度计划") }
    return text + "。"
  }

  private mutating func parts(_ groups: [String]) -> String {
    let lead = pick(["其中,", "其中:", "", "按类别看,"])
    let names = groups.dropLast().joined(separator: "、") + pick(["和", "及"]) + (groups.last ?? "")
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return lead + groups.map { counted($0) }.joined(separator: ";") + "。"
    case 1: return lead + groups.map { ofCount($0) }.joined(separator: pick([";", ","])) + "。"
    case 2:
      let label = pick(["完成投资", "总投资"])
      return lead + names + pick(["分别" + label, label + "分别为"])
        + list(groups.map { amount($0, label) }) + "。"
    case 3:
      let done = groups.map { $0 + "完成投资" + amount($0, "完成投资") }.joined(separator: ",")
      return lead + done + ",分别占年度计划的" + list(groups.map { share($0, "占年度计划") }) + "。"
    case 4:
      let isOfPlaces = BulletinGrammar.places.contains(groups[0])
      return lead + names + (isOfPlaces ? "分别安排项目" : "分别为") + list(groups.map { count($0) }) + "。"
    case 5:
      return groups.map { group in
        let done = group + "完成投资" + amount(group, "完成投资")
        return done + (chance(50) ? ",占年度计划的" + share(group, "占年度计划") : "") + "。"
      }.joined()
    case _:
      return zip(["一", "二", "三", "四"], groups).map { number, group in
        "\(number)、\(group)。" + counted(group) + "。"
      }.joined(separator: "\n")
    }
  }

  private mutating func counted(_ group: String) -> String {
    var text = group + count(group)
    if chance(70) { text += ",总投资" + amount(group, "总投资") }
    if chance(70) { text += ",完成投资" + amount(group, "完成投资") }
    if chance(40) { text += ",占年度计划的" + share(group, "占年度计划") }
    return text
  }

  private mutating func ofCount(_ group: String) -> String {
    let isPlace = BulletinGrammar.places.contains(group)
    var text = isPlace ? group : count(group) + group
    text += pick(["完成投资", "累计完成投资"]) + amount(group, "完成投资")
    if chance(50) { text += ",占年度计划的" + share(group, "占年度计划") }
    return text
  }

  private mutating func list(_ figures: [String]) -> String {
    figures.dropLast().joined(separator: "、") + pick(["、", "和"]) + (figures.last ?? "")
  }

  private mutating func amount(_ group: String?, _ label: String) -> String {
    let value = number(101...9999)
    let decimals = value % 100 < 10 ? "0\(value % 100)" : "\(value % 100)"
    let written: String
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: written = "\(value / 100).\(decimals)亿元"
    case 5..<8: written = "\(value)00万元"
    case 8 where value >= 1000: written = "\(value / 10),\(value % 10)00万元"
    case _:
      let digits = decimals.compactMap { $0.wholeNumberValue }.map { BulletinGrammar.digits[$0] }
      written =
        BulletinGrammar.numeral(value / 100) + (value % 100 == 0 ? "" : "点" + digits.joined())
        + "亿元"
    }
    figures.append(
      .init(group: group, label: label, value: value * 100, kind: .amount, written: written))
    return written
  }

  private mutating func share(_ group: String?, _ label: String) -> String {
    let value = number(101...999)
    let written =
      chance(15)
      ? "百分之\(BulletinGrammar.numeral(value / 10))点\(BulletinGrammar.digits[value % 10])"
      : "\(value / 10).\(value % 10)%"
    figures.append(.init(group: group, label: label, value: value, kind: .share, written: written))
    return written
  }

  private mutating func count(_ group: String?) -> String {
    let value = number(11...99)
    let written = (chance(15) ? BulletinGrammar.numeral(value) : "\(value)") + pick(["个", "项"])
    figures.append(.init(group: group, label: "数", value: value, kind: .count, written: written))
    return written
  }

  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// A whole number below a hundred in numerals.
  private static func numeral(_ value: Int) -> String {
    if value < 10 { return digits[value] }
    return (value < 20 ? "" : digits[value / 10]) + "十"
      + (value % 10 == 0 ? "" : digits[value % 10])
  }
}
