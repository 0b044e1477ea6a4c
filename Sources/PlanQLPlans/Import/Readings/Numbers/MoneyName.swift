/// What a heading, a caption or a cell calls money: a unit and perhaps a currency.
package struct MoneyName: Sendable, Hashable {
  let unit: MoneyUnit
  /// The code of the currency; nil where the text says no more than 元.
  let currency: String?

  /// Finds the unit of money in a text: `(万元)`, `单位:新台币千元`, `万美元`, `million CNY`.
  init?(in text: FoldedText) {
    let compact = text.unbroken.compact
    if let (unit, currency) = MoneyName.chinese(Array(compact.unicodeScalars)) {
      self.unit = unit
      self.currency = currency ?? MoneyName.currencies.first { compact.contains($0.word) }?.code
      return
    }
    guard let (unit, currency) = MoneyName.english(compact) else { return nil }
    self.unit = unit
    self.currency = currency
  }

  /// The money that a unit such as `万元` names; nil where it names none.
  package init?(named text: String) { self.init(in: FoldedText(text)) }

  private static let currencies: [(word: String, code: String)] = [
    ("人民币", "CNY"), ("新台币", "TWD"), ("台币", "TWD"), ("港币", "HKD"), ("港元", "HKD"),
    ("澳门币", "MOP"),
  ]
  /// The currency that a text names by a word for it: 新台币, 港元.
  static func currency(in text: FoldedText) -> String? {
    currencies.first { text.contains($0.word) }?.code
  }

  static let foreign: [Unicode.Scalar: String] = [
    "美": "USD", "欧": "EUR", "港": "HKD", "日": "JPY", "加": "CAD", "澳": "AUD",
  ]
  /// The sign of a currency before 元: 美.
  static func sign(of code: String) -> String? {
    foreign.first { $0.value == code }.map { String($0.key) }
  }

  private static let magnitudes: [(word: String, power: Int)] = [
    ("百万", 6), ("千万", 7), ("十万", 5), ("万", 4), ("亿", 8), ("千", 3),
  ]

  /// 元 with a magnitude before it; not that of 单元 and 多元.
  private static func chinese(
    _ scalars: [Unicode.Scalar]
  ) -> (unit: MoneyUnit, currency: String?)? {
    for (place, scalar) in scalars.enumerated() where scalar == "元" {
      var before = scalars[..<place]
      var currency: String?
      if let last = before.last, let code = foreign[last] {
        currency = code
        before.removeLast()
      }
      let magnitude = magnitudes.first {
        before.reversed().starts(with: $0.word.unicodeScalars.reversed())
      }
      if let magnitude { before.removeLast(magnitude.word.unicodeScalars.count) }
      let isPlain =
        before.last.map { !FoldedText.isIdeograph($0) || "位为计币额资".unicodeScalars.contains($0) }
        ?? true
      guard magnitude != nil || currency != nil || isPlain else { continue }
      return (MoneyUnit.of(power: magnitude?.power ?? 0), currency)
    }
    return nil
  }

  private static let codes: [(name: String, code: String)] = [
    ("rmb", "CNY"), ("cny", "CNY"), ("yuan", "CNY"), ("us$", "USD"), ("usd", "USD"),
    ("eur", "EUR"), ("€", "EUR"),
    ("gbp", "GBP"), ("£", "GBP"), ("twd", "TWD"), ("nt$", "TWD"), ("hkd", "HKD"), ("jpy", "JPY"),
    ("$", "USD"),
  ]
  private static let names = WordSearch(codes.map(\.name))

  /// `million yuan`, `usd`, `k€`: a currency with a magnitude beside it.
  private static func english(_ text: String) -> (unit: MoneyUnit, currency: String)? {
    guard names.isFound(in: text), let code = codes.first(where: { text.contains($0.name) })?.code
    else { return nil }
    let power =
      text.contains("million") || text.contains("mio") ? 6 : text.contains("thousand") ? 3 : 0
    return (MoneyUnit.of(power: power), code)
  }
}

extension MoneyUnit {
  /// The unit of so many zeros; the names are those that `plan.yaml` knows, others are made up of them.
  static func of(power: Int) -> MoneyUnit {
    all.first { $0.power == power } ?? MoneyUnit(name: power == 7 ? "千万元" : "十万元", power: power)
  }

  /// Whether `plan.yaml` knows the unit.
  var isOfPlans: Bool { MoneyUnit.all.contains(self) }
}
