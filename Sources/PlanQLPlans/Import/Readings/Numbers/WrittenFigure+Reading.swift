import PlanQLData

extension WrittenFigure {
  /// Reads the number that begins at a place, in digits or in numerals, and its unit; nil where none
  /// begins. Numerals are only read where what follows tells that they are a figure: 三个 is none.
  init?(in text: FoldedText, at start: Int) {
    guard let first = text.scalar(start) else { return nil }
    if first == "-" {
      guard WrittenFigure.isMinus(in: text, at: start),
        let size = WrittenFigure(in: text, at: start + 1)
      else { return nil }
      self = size
      self.value = Decimal(-size.value.significand, scale: size.value.scale)
      self.places = start..<size.places.upperBound
      return
    }
    if first == "百", let share = WrittenFigure.ofHundred(text, from: start) {
      self = share
      return
    }
    let isDigit = FoldedText.isDigit(first)
    guard isDigit || Numeral.begins(in: text, at: start) else { return nil }
    if !isDigit, let before = text.scalar(start - 1), "数几上第多每这前后".unicodeScalars.contains(before) {
      return nil
    }
    if let amount = WrittenAmount(in: text, at: start) {
      self.init(
        places: start..<(start + amount.length), value: amount.value,
        unit: .money(amount.unit, currency: amount.currency),
        bound: amount.isRough ? .rough : .exact)
      return
    }
    let (number, length) = Numeral.number(in: text, at: start)
    guard let number else { return nil }
    if !isDigit, let tenths = WrittenFigure.tenths(text, number, from: start, length) {
      self = tenths
      return
    }
    var end = start + length
    if text.scalar(end) == " " { end += 1 }
    var isRough = false
    if let more = text.scalar(end), "余多".unicodeScalars.contains(more) {
      isRough = true
      end += 1
    }
    let rest = text.dropFirst(end)
    let (unit, size) = FigureUnit.leading(rest, isWhole: number.scale == 0)
    if !isDigit, !WrittenFigure.isFigure(number, unit, rest.dropFirst(size)) { return nil }
    if unit == .percent, WrittenFigure.isGlued(number, text.scalar(start - 1), rest.dropFirst(size))
    {
      return nil
    }
    self.init(
      places: start..<(size == 0 ? start + length : end + size), value: number, unit: unit,
      bound: isRough ? .rough : .exact)
  }

  /// Whether a dash before a digit is a sign of minus, since the words before it lead to the number of a change or a
  /// balance: 同比增长-5.6%, but not 东城区-15个.
  private static func isMinus(in text: FoldedText, at place: Int) -> Bool {
    guard let next = text.scalar(place + 1), FoldedText.isDigit(next) else { return false }
    let before = text.part(0..<place).trimmed { " :".unicodeScalars.contains($0) }
    return before.suffix(of: [
      "增长", "增速", "增幅", "涨幅", "变化", "变动", "变幅", "同比", "环比", "增长率", "变化率", "利润率", "利润", "利润总额", "收益",
      "结余", "差额",
      "增减", "为", "达",
      "达到", "是",
    ]) != nil
  }

  /// Whether a share is one of several cells that nothing parts: 40004000100%, 85%90%.
  private static func isGlued(
    _ number: Decimal, _ before: Unicode.Scalar?, _ after: FoldedText
  ) -> Bool {
    let next = after.scalars.prefix { FoldedText.isDigit($0) || $0 == "." }.count
    return number > Decimal(999_999, scale: 0) || before == "%"
      || next > 0 && after.scalar(next) == "%"
  }

  /// How long the number is that begins at a place, so that none is read from amid it.
  static func length(ofNumberIn text: FoldedText, at start: Int) -> Int {
    guard let first = text.scalar(start) else { return 0 }
    if FoldedText.isDigit(first) { return Numeral.digits(in: text, at: start).length }
    var length = 0
    while Numeral.begins(in: text, at: start + length)
      || length > 0 && text.scalar(start + length) == "点"
    {
      length += 1
    }
    return length
  }

  /// `百分之十二点五`, `百分之80`, `百分之百`.
  private static func ofHundred(_ text: FoldedText, from start: Int) -> WrittenFigure? {
    guard text.dropFirst(start).hasPrefix("百分之") else { return nil }
    let place = start + 3
    if text.scalar(place) == "百", text.scalar(place + 1) != "分" {
      return WrittenFigure(
        places: start..<(place + 1), value: Decimal(100, scale: 0), unit: .percent)
    }
    let (number, length) = Numeral.number(in: text, at: place)
    return number.map {
      WrittenFigure(places: start..<(place + length), value: $0, unit: .percent)
    }
  }

  /// `三成`, `七成五`: tenths, as a share in percent.
  private static func tenths(
    _ text: FoldedText, _ number: Decimal, from start: Int, _ length: Int
  ) -> WrittenFigure? {
    var end = start + length
    guard length == 1, (1...9).contains(number.significand), text.scalar(end) == "成" else {
      return nil
    }
    end += 1
    var percent = number.significand * 10
    if let (half, more) = Numeral.decimal(in: text, at: end), more == 1, half.scale == 0 {
      percent += half.significand
      end += 1
    }
    let next = text.scalar(end) ?? "。"
    guard "以左的,。;、)多 !".unicodeScalars.contains(next) else { return nil }
    let isRough = next == "多"
    return WrittenFigure(
      places: start..<(isRough ? end + 1 : end), value: Decimal(percent, scale: 0),
      unit: .percent, bound: isRough ? .rough : .exact)
  }

  /// Whether a numeral with its unit is a figure, and no part of a phrase or a name: a difference of
  /// shares, something measured, or so many of those that bulletins count: 十二个续建项目, but not
  /// 三个村土地整治项目 or 五类案件.
  private static func isFigure(_ number: Decimal, _ unit: FigureUnit, _ rest: FoldedText) -> Bool {
    switch unit {
    case .points: return true
    case .count(let word):
      guard "个项家座件起处宗".contains(word), number.significand >= 2 else { return false }
      let isEnd = rest.scalar(0).map { ",;。、)和及与".unicodeScalars.contains($0) } ?? true
      if isEnd { return number.significand >= 10 }
      guard let noun = SubjectWords.leadingCounted(rest) else { return false }
      let first = noun.scalar(0) ?? " "
      return noun.scalars.allSatisfy(FoldedText.isIdeograph)
        && !"村镇乡县区市省州街园方领大批".unicodeScalars.contains(first)
        && !Numeral.begins(in: noun, at: 0)
    case .measure(let name):
      return number.significand >= 10 && !["分", "万", "亿", "米"].contains(name)
    case .money, .percent, .other, .unknown: return false
    }
  }
}
