import PlanQLData

/// A number with its unit amid a text.
struct WrittenFigure: Sendable {
  /// How the text bounds the number.
  enum Bound: Sendable, Hashable {
    case exact
    /// 近, 约, 余: about so much.
    case rough
    /// 超, 不低于, 以上: more or less than that.
    case limit
  }

  /// The places of the number and its unit in the text.
  var places: Range<Int>
  var value: Decimal
  var unit: FigureUnit
  var bound = Bound.exact
  /// Whether 元 is not written, and the words before it say that it is money: 完成投资980万.
  var lacksYuan = false

  /// The figures of a text, in their order; times, ordinals, codes and what is part of a name are none.
  static func all(in text: FoldedText) -> [WrittenFigure] {
    let times = ProseTime.places(in: text)
    var figures: [WrittenFigure] = []
    var place = 0
    while place < text.count {
      if let time = times.first(where: { $0.contains(place) }) {
        place = time.upperBound
      } else if let figure = WrittenFigure(in: text, at: place), !isCode(text, figure) {
        let whole = figure.withYuan(in: text).withoutFalseCount(in: text)
        figures.append(whole)
        place = whole.places.upperBound
      } else {
        place += Swift.max(WrittenFigure.length(ofNumberIn: text, at: place), 1)
      }
    }
    // A number without a unit is only one of a sentence with figures that have one.
    let hasUnits = figures.contains { $0.kind < 4 }
    // 甲项目1710万 is a figure too, though of what is not said.
    let whole = figures.filter { figure in
      let rest = text.dropFirst(figure.places.upperBound)
      let isLarge = ["万", "亿", "多万", "多亿"].contains { rest.hasPrefix($0) }
      return (figure.kind < 4 || hasUnits || isLarge) && !isPartOfName(text, figure)
    }
    .map { bounded($0, in: text) }
    return sharingUnits(whole, in: text)
  }

  /// Gives numbers of a list that 分别 or 各 announces the unit that only the last of them has:
  /// 分别为12.3、4.5和6.7亿元.
  private static func sharingUnits(
    _ figures: [WrittenFigure], in text: FoldedText
  ) -> [WrittenFigure] {
    var figures = figures
    for place in figures.indices.dropLast().reversed() {
      // 2.1个和1.3个百分点: both are points.
      let isHalf = figures[place].unit.name == "个" && figures[place + 1].unit == .points
      guard isHalf || figures[place].unit == .unknown else { continue }
      let (left, right) = (figures[place].places, figures[place + 1].places)
      let between = text.part(left.upperBound..<right.lowerBound).trimmed().folded
      let before = text.part(0..<left.lowerBound)
      guard ["、", "和", "及", "与"].contains(between),
        isHalf || before.contains(anyWord: ["分别", "各"])
      else { continue }
      figures[place].unit = figures[place + 1].unit
    }
    return figures
  }

  /// What the unit is of: money, shares, or things; figures of two kinds never stand in one list.
  var kind: Int {
    switch unit {
    case .money: 0
    case .percent: 1
    case .points: 2
    case .count, .measure: 3
    case .other, .unknown: 4
    }
  }

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
    if isThreshold(text, figure) { return true }
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
      "不低于", "不少于", "不超过", "不高于", "超过", "突破", "跨越", "超过了", "突破了", "低于", "高于", "超", "≥", "≤", ">",
      "<", "每", "满",
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
