import PlanQLData

/// A number with its unit amid a text.
struct WrittenFigure: Sendable {
  /// What a figure is of.
  enum Unit: Sendable, Hashable {
    case money(MoneyUnit)
    case percent, points
    /// Things that are counted, by the word for one of them.
    case count(String)
    /// Something that is measured, by its unit: 微克/立方米, 万吨.
    case measure(String)
  }

  /// The places of the number and its unit in the text.
  let places: Range<Int>
  let value: Decimal
  let unit: Unit

  /// The figures of a text, in their order.
  static func all(in text: FoldedText) -> [WrittenFigure] {
    var figures: [WrittenFigure] = []
    let scalars = text.scalars
    var place = 0
    while place < scalars.count {
      guard FoldedText.isDigit(scalars[place]), place == 0 || !isPart(scalars[place - 1]) else {
        place += 1
        continue
      }
      let length = numberLength(scalars[place...])
      if let figure = figure(text, from: place, length: length) {
        figures.append(figure)
        place = figure.places.upperBound
      } else {
        place += length
      }
    }
    return figures
  }

  /// Whether a number that follows would be a part of a longer word or number: PM2.5, 2021-2025.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ".".unicodeScalars.contains(scalar))
  }

  private static func numberLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var length = 0
    for (offset, scalar) in scalars.enumerated() {
      let next = scalars.dropFirst(offset + 1).first
      let isSign = ".,".unicodeScalars.contains(scalar) && next.map(FoldedText.isDigit) ?? false
      guard FoldedText.isDigit(scalar) || isSign else { break }
      length = offset + 1
    }
    return length
  }

  private static func figure(_ text: FoldedText, from start: Int, length: Int) -> WrittenFigure? {
    let end = start + length
    guard let number = WrittenNumber(text.part(start..<end)),
      let value = ColumnStyle.point.value(number)
    else { return nil }
    let skipped = text.scalar(end) == " " ? 1 : 0
    var rest = text.dropFirst(end + skipped)
    let more = rest.scalar(0) == "余" || rest.scalar(0) == "多" ? 1 : 0
    rest = rest.dropFirst(more)
    let from = end + skipped + more
    if let unit = MoneyUnit.all.first(where: { rest.hasPrefix($0.name) }) {
      let size = unit.name.unicodeScalars.count
      return WrittenFigure(places: start..<(from + size), value: value, unit: .money(unit))
    }
    for (word, unit) in [("个百分点", Unit.points), ("百分点", .points), ("%", .percent)]
    where rest.hasPrefix(word) {
      return WrittenFigure(
        places: start..<(from + word.unicodeScalars.count), value: value, unit: unit)
    }
    if let word = counters.first(where: { rest.hasPrefix($0) }), value.scale == 0 {
      return WrittenFigure(
        places: start..<(from + word.unicodeScalars.count), value: value, unit: .count(word))
    }
    if let word = measures.first(where: { rest.hasPrefix($0) }) {
      return WrittenFigure(
        places: start..<(from + word.unicodeScalars.count), value: value, unit: .measure(word))
    }
    return nil
  }

  /// Units of what is measured, an ending above those that begin it.
  private static let measures = [
    "微克/立方米", "毫克/立方米", "毫克/升", "微克/升", "吨/日", "吨/天", "立方米/日", "万立方米", "亿立方米", "立方米", "平方公里",
    "平方千米",
    "平方米", "万平方米", "万吨", "吨", "万亩", "亩", "公顷", "公里", "千米", "万千瓦时", "万千瓦", "千瓦", "μg/m³", "ug/m3",
    "mg/m³", "mg/L", "万户", "户", "万人", "分贝",
  ]
  private static let counters = ["个", "项", "家", "座", "处", "条", "宗", "件"]

  /// The whole text as it stands in the document.
  func text(in text: FoldedText) -> FoldedText { text.part(places) }
}

extension FoldedText {
  /// The parts of a text between its commas, but not those amid numbers, and after shares that the
  /// next words follow without one.
  var clauses: [FoldedText] {
    var parts: [FoldedText] = []
    var start = 0
    let scalars = self.scalars
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let isAmidNumber =
        place > 0 && FoldedText.isDigit(scalars[place - 1]) && FoldedText.isDigit(next)
      let isLostComma =
        scalar == "%"
        && (FoldedText.isDigit(next)
          || FoldedText.isIdeograph(next) && next != "以" && next != "左" && next != "的")
      if ",:".unicodeScalars.contains(scalar), !isAmidNumber {
        parts.append(part(start..<place))
        start = place + 1
      } else if isLostComma {
        parts.append(part(start..<(place + 1)))
        start = place + 1
      }
    }
    parts.append(dropFirst(start))
    return parts.map { $0.trimmed() }.filter { !$0.isEmpty }
  }

  /// The sentences of a text; a semicolon parts two of them as a full stop does.
  var sentences: [FoldedText] {
    split { "。;!】".unicodeScalars.contains($0) }.map { $0.trimmed() }.filter { !$0.isEmpty }
  }
}
