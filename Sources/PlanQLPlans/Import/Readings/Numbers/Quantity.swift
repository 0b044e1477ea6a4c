import PlanQLData

/// A number with the unit behind it, as it stands amid a text: `15.8%`, `54微克/立方米`, `120万元`.
struct Quantity: Sendable, Hashable {
  let value: Decimal
  /// The unit as written; nil where no known one follows.
  let unit: String?
  /// The places of the number and its unit in the text.
  let places: Range<Int>

  init(value: Decimal, unit: String?, places: Range<Int>) {
    self.value = value
    self.unit = unit
    self.places = places
  }

  /// Reads the number that begins at a place; nil where none does, or it is part of a name, an
  /// ordinal or a code.
  init?(in text: FoldedText, at start: Int) {
    guard let first = text.scalar(start), FoldedText.isDigit(first),
      !Quantity.isPart(text, at: start)
    else { return nil }
    var length = 0
    while let scalar = text.scalar(start + length) {
      let next = text.scalar(start + length + 1) ?? " "
      let isSign = ".,".unicodeScalars.contains(scalar) && FoldedText.isDigit(next)
      guard FoldedText.isDigit(scalar) || isSign else { break }
      length += 1
    }
    guard let number = WrittenNumber(text.part(start..<(start + length))),
      let value = ColumnStyle.point.value(number)
    else { return nil }
    self.value = value
    var end = start + length
    if text.scalar(end) == " " { end += 1 }
    if let more = text.scalar(end), "余多".unicodeScalars.contains(more) { end += 1 }
    if let unit = Quantity.unit(of: text.dropFirst(end)) {
      self.unit = text.part(end..<(end + unit)).string
      self.places = start..<(end + unit)
    } else {
      self.unit = nil
      self.places = start..<(start + length)
    }
  }

  /// The quantities of a text in their order, without the numbers of its times.
  static func all(in text: FoldedText) -> [Quantity] {
    guard text.scalars.contains(where: FoldedText.isDigit) else { return [] }
    let times = ProsePeriod.all(in: text, year: 2000).map(\.places)
    var found: [Quantity] = []
    var place = 0
    while place < text.count {
      if let time = times.first(where: { $0.contains(place) }) {
        place = time.upperBound
      } else if let quantity = Quantity(in: text, at: place) {
        found.append(quantity)
        place = quantity.places.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// Whether a digit stands amid a number or a name, or counts a place: PM2.5, 第95, GB3095-2012.
  private static func isPart(_ text: FoldedText, at start: Int) -> Bool {
    guard let before = text.scalar(start - 1) else { return false }
    if FoldedText.isDigit(before) || "第.".unicodeScalars.contains(before) { return true }
    if before.isASCII, before.properties.isAlphabetic { return true }
    if ",-/:".unicodeScalars.contains(before), let earlier = text.scalar(start - 2) {
      let isLetter = earlier.isASCII && earlier.properties.isAlphabetic
      if isLetter && before == "-" || FoldedText.isDigit(earlier) && before != "," { return true }
    }
    if before == " ", let earlier = text.scalar(start - 2) {
      let isLetter = earlier.isASCII && earlier.properties.isAlphabetic
      return isLetter || earlier == "第"
    }
    return false
  }

  /// The length of the unit that a text begins with.
  private static func unit(of text: FoldedText) -> Int? {
    let magnitude = ["万亿", "千万", "百万", "万", "亿"].first { text.hasPrefix($0) } ?? ""
    let size = magnitude.unicodeScalars.count
    let rest = text.dropFirst(size)
    for unit in units where rest.hasPrefix(unit) && !begins(rest, unit) {
      return size + unit.unicodeScalars.count
    }
    return nil
  }

  /// Whether what looks like a unit begins another word: 分别, 人民, 天然.
  private static func begins(_ text: FoldedText, _ unit: String) -> Bool {
    guard let next = text.scalar(unit.unicodeScalars.count) else { return false }
    let words: [String: String] = [
      "分": "别为类成析布区散局", "人": "民均口才", "天": "然津", "元": "月旦", "次": "年日", "名": "单称城", "户": "籍",
      "条": "例件", "处": "理置于罚", "家": "庭", "度": "假", "级": "别", "米": "兰", "倍": "增", "升": "高级",
      "日": "均", "位": "于",
    ]
    return words[unit]?.unicodeScalars.contains(next) ?? false
  }

  private static let units = [
    "个百分点", "百分点", "%", "‰", "微克/立方米", "毫克/立方米", "微克每立方米", "毫克每立方米", "毫克/升", "微克/升",
    "μg/m3", "µg/m3", "ug/m3", "μg/m³", "µg/m³", "ug/m³", "mg/m3", "mg/m³", "mg/L", "吨标准煤",
    "吨/平方公里·月",
    "吨/平方公里", "吨/日", "吨/天", "立方米/日", "平方公里", "平方千米", "平方米", "立方米", "公顷", "公里", "千米", "千瓦时",
    "千瓦", "吨", "亩", "米", "元", "美元", "dB(A)", "dB", "分贝", "天", "分", "倍", "人次", "个", "项", "家", "座",
    "处", "条", "宗", "件", "起", "次", "人", "户", "辆", "台", "例", "张", "岁", "名", "位", "升", "度",
  ]
}
