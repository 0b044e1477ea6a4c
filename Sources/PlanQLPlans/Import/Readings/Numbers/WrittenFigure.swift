import PlanQLData

/// A number with its unit amid a text.
struct WrittenFigure: Sendable {
  /// What a figure is of.
  enum Unit: Sendable, Hashable {
    /// Money, with the code of a currency that the unit names.
    case money(MoneyUnit, currency: String?)
    case percent, points
    /// Things that are counted, by the word for one of them.
    case count(String)
    /// Something that is measured, by its unit: 微克/立方米, 万吨.
    case measure(String)
    /// A unit that is not known.
    case unknown
  }

  /// How the text bounds the number.
  enum Bound: Sendable, Hashable {
    case exact
    /// 近, 约, 余: about so much.
    case rough
    /// 超, 不低于, 以上: more or less than that.
    case limit
  }

  /// The places of the number and its unit in the text.
  let places: Range<Int>
  let value: Decimal
  let unit: Unit
  var bound = Bound.exact

  /// The figures of a text, in their order; times, ordinals, codes and what is part of a name are none.
  static func all(in text: FoldedText) -> [WrittenFigure] {
    let times = ProseTime.places(in: text)
    var figures: [WrittenFigure] = []
    var place = 0
    while let scalar = text.scalar(place) {
      guard FoldedText.isDigit(scalar) else {
        place += 1
        continue
      }
      if let time = times.first(where: { $0.contains(place) }) {
        place = time.upperBound
        continue
      }
      let (number, length) = WrittenAmount.digits(in: text, at: place)
      let figure = number.flatMap {
        WrittenFigure.figure(text, $0, from: place, length: length)
      }
      if let figure, !isCode(text, figure) {
        figures.append(figure)
        place = figure.places.upperBound
      } else {
        place += Swift.max(length, 1)
      }
    }
    // A number without a unit is only one of a sentence with figures that have one.
    let hasUnits = figures.contains { $0.kind < 4 }
    return figures.filter { ($0.kind < 4 || hasUnits) && !isPartOfName(text, $0) }
      .map { bounded($0, in: text) }
  }

  /// What the unit is of: money, shares, or things; figures of two kinds never stand in one list.
  var kind: Int {
    switch unit {
    case .money: 0
    case .percent: 1
    case .points: 2
    case .count, .measure: 3
    case .unknown: 4
    }
  }

  private static func figure(
    _ text: FoldedText, _ number: Decimal, from start: Int, length: Int
  ) -> WrittenFigure? {
    if let amount = WrittenAmount(in: text, at: start) {
      return WrittenFigure(
        places: start..<(start + amount.length), value: amount.value,
        unit: .money(amount.unit, currency: amount.currency),
        bound: amount.isRough ? .rough : .exact)
    }
    var end = start + length
    if text.scalar(end) == " " { end += 1 }
    var isRough = false
    if let more = text.scalar(end), "余多".unicodeScalars.contains(more) {
      isRough = true
      end += 1
    }
    let rest = text.dropFirst(end)
    let (unit, size) = unit(rest, isWhole: number.scale == 0)
    return WrittenFigure(
      places: start..<(size == 0 ? start + length : end + size), value: number, unit: unit,
      bound: isRough ? .rough : .exact)
  }

  private static func unit(_ rest: FoldedText, isWhole: Bool) -> (unit: Unit, size: Int) {
    for (word, unit) in [("个百分点", Unit.points), ("百分点", .points), ("%", .percent)]
    where rest.hasPrefix(word) {
      return (unit, word.unicodeScalars.count)
    }
    if let word = ratios.first(where: { rest.hasPrefix($0) }) {
      return (.measure(word), word.unicodeScalars.count)
    }
    let magnitude = ["万亿", "千万", "百万", "万", "亿"].first { rest.hasPrefix($0) } ?? ""
    let after = rest.dropFirst(magnitude.unicodeScalars.count)
    let more = after.scalar(0) == "余" ? 1 : 0
    let plain = after.dropFirst(more)
    for word in measures + counters where plain.hasPrefix(word) && !begins(plain, word) {
      let isCount = magnitude.isEmpty && isWhole && counters.contains(word)
      let size = magnitude.unicodeScalars.count + more + word.unicodeScalars.count
      return (isCount ? .count(word) : .measure(magnitude + word), size)
    }
    return (.unknown, 0)
  }

  /// Whether what looks like a unit begins another word: 人民, 分别, 名单.
  private static func begins(_ text: FoldedText, _ word: String) -> Bool {
    let next = text.scalar(word.unicodeScalars.count) ?? " "
    switch word {
    case "人": return "民才口员大均".unicodeScalars.contains(next)
    case "分": return "别为类成行解项散局公管".unicodeScalars.contains(next)
    case "名": return "单称录列".unicodeScalars.contains(next)
    case "米": return next == "兰"
    case "次": return next == "年"
    case _: return false
    }
  }

  /// Units of what is measured, of which some begin with others.
  private static let ratios = [
    "微克/立方米", "毫克/立方米", "毫克/升", "微克/升", "吨/日", "吨/天", "立方米/日", "万立方米/日", "万吨/日", "万吨/天",
    "μg/m³", "ug/m3", "mg/m³", "mg/L",
  ]
  private static let measures = [
    "平方公里", "平方千米", "平方米", "立方米", "公顷", "公里", "千米", "千瓦时", "千瓦", "吨", "亩", "米", "㎡", "分贝", "分",
  ]
  private static let counters = [
    "人次", "个", "项", "家", "座", "处", "条", "宗", "件", "起", "份", "次", "人", "例", "户", "辆", "台", "套", "批",
    "笔", "所", "间", "名", "头", "只", "株", "艘", "大类", "类", "万", "亿",
  ]

  /// Whether a number is an ordinal, a code, or stands in brackets of a document's number.
  private static func isCode(_ text: FoldedText, _ figure: WrittenFigure) -> Bool {
    let start = figure.places.lowerBound
    let before = text.scalar(start - 1) ?? " "
    let after = text.scalar(figure.places.upperBound) ?? " "
    if "第[".unicodeScalars.contains(before) || before == "." { return true }
    if before == " ", text.scalar(start - 2) == "第" { return true }
    if before.isASCII, before.properties.isAlphabetic || "/_#&=?@$".unicodeScalars.contains(before)
    {
      return true
    }
    let isNumbered =
      before == "-" && (text.scalar(start - 2).map { $0.isASCII && $0 != " " } ?? false)
    guard case .unknown = figure.unit else { return false }
    if isNumbered || "号号]期届级线版页楼栋时".unicodeScalars.contains(after) { return true }
    if after == "-" || after == ":" || after == "/"
      || before == ":" && start > 1 && text.scalar(start - 2).map(FoldedText.isDigit) == true
    {
      return true
    }
    return after.isASCII && after.properties.isAlphabetic || figure.places.count >= 7
  }

  /// Whether a number only tells what the noun after it is: 1亿元以上项目, 4个县(市)共实施….
  private static func isPartOfName(_ text: FoldedText, _ figure: WrittenFigure) -> Bool {
    let rest = text.dropFirst(figure.places.upperBound)
    if case .money = figure.unit, let limit = limits.first(where: { rest.hasPrefix($0) }) {
      let noun = rest.dropFirst(limit.unicodeScalars.count)
      return noun.scalar(0).map { FoldedText.isIdeograph($0) } ?? false
    }
    if case .unknown = figure.unit, rest.hasPrefix("大") { return true }
    guard case .count = figure.unit else { return false }
    guard
      let place = ["市州", "县区", "县", "市", "区", "镇", "乡", "省"].first(where: { rest.hasPrefix($0) })
    else { return false }
    var next = rest.dropFirst(place.unicodeScalars.count)
    if next.scalar(0) == "(", let close = next.scalars.firstIndex(of: ")") {
      next = next.dropFirst(close + 1)
    }
    let verbs = ["共", "实施", "安排", "谋划", "完成", "计划", "累计"]
    let kinds = place.unicodeScalars.count > 1 ? ["省重点", "市重点", "重点", "项目"] : []
    return (verbs + kinds).contains { next.hasPrefix($0) }
  }

  private static let limits = ["及以上", "及以下", "以上", "以下", "以内", "级"]

  private static func bounded(_ figure: WrittenFigure, in text: FoldedText) -> WrittenFigure {
    var figure = figure
    let before = text.part(0..<figure.places.lowerBound).trimmed()
    let rest = text.dropFirst(figure.places.upperBound)
    if ["约", "近", "逾", "将近", "大约"].contains(where: { before.hasSuffix($0) })
      || rest.hasPrefix("左右")
    {
      figure.bound = .rough
    }
    let leads = [
      "不低于", "不少于", "不超过", "不高于", "超过", "突破", "跨越", "低于", "高于", "超", "≥", "≤", ">", "<", "每", "满",
      "大于",
      "小于",
    ]
    let isLimit =
      leads.contains { before.hasSuffix($0) } || rest.hasPrefix("大关")
      || limits.contains { rest.hasPrefix($0) && $0 != "级" }
    if isLimit { figure.bound = .limit }
    return figure
  }
}
