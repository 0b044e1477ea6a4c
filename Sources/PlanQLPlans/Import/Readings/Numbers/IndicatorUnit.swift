/// Units that indicators are measured in, as they stand in brackets after names.
enum IndicatorUnit {
  /// Parts the unit in brackets from a name: `PM2.5浓度(微克/立方米)`.
  static func parted(_ text: FoldedText) -> (name: FoldedText, unit: String?) {
    guard text.hasSuffix(")"), let open = text.scalars.lastIndex(of: "("), open > 1 else {
      return (text, nil)
    }
    let inner = text.part((open + 1)..<(text.count - 1)).trimmed()
    let measure = FigureUnit.leading(inner, isWhole: false)
    let isUnit =
      inner.count <= 12 && !inner.isEmpty
      && (inner.contains("%") || inner.contains("/") || inner.compact == "年"
        || measure.length == inner.count
        || words.contains { inner.hasSuffix($0) })
    return isUnit ? (text.part(0..<open).trimmed(), inner.string) : (text, nil)
  }

  static let words = [
    "%", "‰", "吨", "万吨", "亩", "公顷", "平方公里", "天", "人", "个", "座", "公里", "立方米", "亿立方米", "万立方米", "平方米",
    "元", "万元",
    "亿元", "分", "度", "户", "千瓦", "家", "次", "处", "台", "辆", "升", "克", "毫克", "微克", "分贝", "倍", "位", "项",
    "万千瓦",
  ]

  /// The unit in brackets behind the heading of a column of figures: `监测值(mg/L)`; a year, or what is compared, is none.
  static func ofHeading(_ heading: FoldedText) -> String? {
    guard let unit = parted(heading.unbroken.trimmed()).unit else { return nil }
    let text = FoldedText(unit)
    let isRate = text.contains("/") && !text.contains(anyWord: ["年均", "累计", "增速", "是", "值"])
    return isRate || words.contains(unit)
      || FigureUnit.leading(text, isWhole: false).length == text.count
      ? unit : nil
  }
}
