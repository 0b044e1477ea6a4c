/// The units of figures amid a text, with the words that look like one and are none.
enum FigureUnit {
  /// Money, with the code of a currency that the unit names.
  case money(MoneyUnit, currency: String?)
  case percent, points
  /// Things that are counted, by the word for one of them.
  case count(String)
  /// Something that is measured, by its unit: 微克/立方米, 万吨.
  case measure(String)
  /// A unit of what bulletins do not state: 倍, 天.
  case other(String)
  /// No unit that is known.
  case unknown

  /// The unit that a text begins with, and its length; those of money stand in `WrittenAmount`.
  static func leading(_ text: FoldedText, isWhole: Bool) -> (unit: FigureUnit, length: Int) {
    for (word, unit) in [("个百分点", FigureUnit.points), ("百分点", .points), ("%", .percent)]
    where text.hasPrefix(word) {
      return (unit, word.unicodeScalars.count)
    }
    if let word = ratios.first(where: { text.hasPrefix($0) }) {
      return (.measure(word), word.unicodeScalars.count)
    }
    let magnitude = ["万亿", "千万", "百万", "万", "亿"].first { text.hasPrefix($0) } ?? ""
    let after = text.dropFirst(magnitude.unicodeScalars.count)
    let more = after.scalar(0) == "余" ? 1 : 0
    let plain = after.dropFirst(more)
    for word in measures + counters + others where plain.hasPrefix(word) && !begins(plain, word) {
      let size = magnitude.unicodeScalars.count + more + word.unicodeScalars.count
      if others.contains(word) { return (.other(magnitude + word), size) }
      // 4000万人/年 is what is done in a year.
      let rate = ["/年", "/日", "/天", "/小时"].first {
        plain.dropFirst(word.unicodeScalars.count).hasPrefix($0)
      }
      if let rate { return (.measure(magnitude + word + rate), size + rate.unicodeScalars.count) }
      let isCount = magnitude.isEmpty && isWhole && counters.contains(word)
      return (isCount ? .count(word) : .measure(magnitude + word), size)
    }
    return (.unknown, 0)
  }

  /// Whether what looks like a unit begins another word: 人民, 分别, 名单.
  private static func begins(_ text: FoldedText, _ unit: String) -> Bool {
    let next = text.scalar(unit.unicodeScalars.count) ?? " "
    // m in 5min
    if next.isASCII, next.properties.isAlphabetic || next == "/",
      unit.unicodeScalars.last?.isASCII ?? false
    {
      return true
    }
    return words[unit]?.unicodeScalars.contains(next) ?? false
  }

  /// What follows a sign where it is no unit.
  private static let words = [
    "分": "别为类成行解项散局公管析布区钟", "人": "民才口员大均", "天": "然津", "次": "年日", "名": "单称录列城",
    "户": "籍", "条": "例件", "处": "理置于罚", "家": "庭", "度": "假", "米": "兰", "倍": "增", "升": "高级",
    "位": "于", "方": "面案式法向针便米程家块形才", "列": "入为出举席全省在第",
  ]

  /// Units of what is measured, of which some begin with others.
  private static let ratios = [
    "微克/立方米", "毫克/立方米", "微克每立方米", "毫克每立方米", "毫克/升", "微克/升", "吨/平方公里·月",
    "吨/平方千米·月", "吨/平方公里•月", "吨/平方千米•月", "吨/(平方公里·月)", "吨/(平方千米·月)", "吨/月·平方公里", "吨/月·平方千米",
    "吨/平方公里", "吨/平方千米", "吨/日", "吨/天", "吨/年", "立方米/日", "万立方米/日", "万吨/日", "万吨/天",
    "万吨/年", "亿立方米/年", "万立方米/年", "mg/Nm³", "mg/Nm3", "mg/nm3",
    "μg/m³", "ug/m³", "µg/m³", "μg/m3", "ug/m3", "µg/m3", "mg/m³", "mg/m3", "mg/L",
    "年一遇",
  ]
  private static let measures = [
    "人公里", "吨公里", "吨标准煤", "平方公里", "平方千米", "平方米", "立方米", "公顷", "公里", "千米", "千瓦时", "千瓦", "吨", "亩",
    "米", "㎡",
    "微克", "毫克", "dB(A)", "dB", "分贝", "分", "‰", "标箱", "公斤", "千克", "斤", "蒸吨", "兆瓦", "方", "hm2", "hm²",
    "km2", "km²",
    "km", "m2",
    "m²", "m3",
    "m³", "m",
  ]
  private static let counters = [
    "人次", "点次", "辆次", "个", "项", "家", "座", "处", "条", "宗", "件", "起", "份", "次", "人", "例", "户", "辆",
    "台", "套", "批",
    "笔", "所", "间", "名", "头", "只", "株", "艘", "列", "大类", "类", "万", "亿",
  ]
  private static let others = ["天", "倍", "张", "岁", "位", "升", "度"]
}

extension FigureUnit: Sendable, Hashable {}

extension FigureUnit {
  /// The unit as it is written; nil where none is known.
  var name: String? {
    switch self {
    case .money(let unit, nil): unit.name
    case .money(let unit, let currency?):
      // 万美元
      String(unit.name.dropLast()) + (MoneyName.sign(of: currency) ?? "") + "元"
    case .percent: "%"
    case .points: "个百分点"
    case .count(let word), .measure(let word), .other(let word): word
    case .unknown: nil
    }
  }
}
