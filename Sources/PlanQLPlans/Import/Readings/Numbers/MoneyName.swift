import PlanQLData

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

  /// 元, or 円 of Japan, with a magnitude before it; not that of 单元 and 多元.
  private static func chinese(
    _ scalars: [Unicode.Scalar]
  ) -> (unit: MoneyUnit, currency: String?)? {
    for (place, scalar) in scalars.enumerated() where scalar == "元" || scalar == "円" {
      var before = scalars[..<place]
      var currency: String? = scalar == "円" ? "JPY" : nil
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

  /// What headings call currencies by: signs, and codes and words.
  private static let codes: [(name: String, code: String)] =
    CurrencySign.ofOne + [
      ("rmb", "CNY"), ("cny", "CNY"), ("yuan", "CNY"), ("usd", "USD"), ("eur", "EUR"),
      ("gbp", "GBP"),
      ("twd", "TWD"), ("hkd", "HKD"), ("jpy", "JPY"), ("chf", "CHF"), ("inr", "INR"),
      ("rupees", "INR"),
      ("krw", "KRW"), ("sgd", "SGD"), ("aud", "AUD"), ("cad", "CAD"), ("nzd", "NZD"),
      ("mxn", "MXN"),
      ("kes", "KES"), ("myr", "MYR"), ("$", "USD"), ("dollars", "USD"),
    ]
  private static let names = WordSearch(codes.map(\.name))

  /// `million yuan`, `usd`, `k€`, `rs. in lakhs`: a currency with a magnitude beside it.
  private static func english(_ text: String) -> (unit: MoneyUnit, currency: String)? {
    // The rand has a letter for its sign, which is one only before a magnitude.
    if ["rthousand", "rmillion", "r'000", "r’000", "r000s"].contains(text) {
      return english(text.replacing("’", with: "'"), code: "ZAR")
    }
    guard names.isFound(in: text),
      let code = codes.first(where: { isNamed($0.name, in: text) })?.code
    else { return nil }
    return english(text, code: code)
  }

  private static func english(_ text: String, code: String) -> (unit: MoneyUnit, currency: String) {
    let power =
      powers.first { $0.words.contains { text.contains($0) } }?.power ?? magnitude(in: text)
    return (MoneyUnit.of(power: power), code)
  }

  /// The zeros that a letter or zeros right behind the sign of a currency stand for: `£m`, `$k`, `£'000`.
  private static func magnitude(in text: String) -> Int {
    for (name, _) in codes {
      for range in text.ranges(of: name) {
        let rest = text[range.upperBound...].drop { "'’`".contains($0) }
        let letters = rest.prefix { $0.isLetter }
        if letters == "m" || letters == "mn" { return 6 }
        if letters == "k" || rest.hasPrefix("000") { return 3 }
      }
    }
    return 0
  }

  private static let powers: [(words: [String], power: Int)] = [
    (["million", "mio"], 6), (["thousand", "k€", "k$", "$k", "€k", "$000"], 3), (["lakh"], 5),
    (["crore"], 7),
  ]

  /// Whether a text has a currency's name that is not amid a word: not that of an entrepreneur.
  private static func isNamed(_ name: String, in text: String) -> Bool {
    text.ranges(of: name).contains { range in
      guard name.allSatisfy(\.isLetter), mayEnd(name, before: text[range.upperBound...]) else {
        return !name.allSatisfy(\.isLetter)
      }
      guard range.lowerBound > text.startIndex else { return true }
      let before = text[text.index(before: range.lowerBound)]
      let isMagnitude = powers.contains { power in
        power.words.contains { text[..<range.lowerBound].hasSuffix($0) }
      }
      return !(before.isLetter && before.isASCII) || isMagnitude || before == "k"
    }
  }

  /// Codes that words begin with too: an audit is none in Australian dollars.
  private static let beginningsOfWords: Set<String> = ["aud", "cad", "kes", "myr", "mxn", "nzd"]

  /// Whether the name of a currency ends where a text goes on so: with a magnitude, or with no letter.
  private static func mayEnd(_ name: String, before rest: Substring) -> Bool {
    guard beginningsOfWords.contains(name), let next = rest.first, next.isLetter else {
      return true
    }
    return ["m", "mn", "k"].contains(rest.prefix { $0.isLetter })
      || powers.contains { $0.words.contains { rest.hasPrefix($0) } }
  }

  /// The unit as a heading of a table has it: 万元, and in a currency that is not written so `million EUR`.
  var heading: String {
    let isOfYuan = ["CNY", "TWD", "HKD", "MOP", nil].contains(currency)
    return isOfYuan ? unit.name : title.en
  }

  /// The unit as a report names it: 万元, and in another currency `million EUR`.
  var title: LocalizedText {
    guard let currency, currency != "CNY" else { return LocalizedText(unit.name) }
    let magnitudes = [
      3: "thousand ", 4: "10,000 ", 5: "100,000 ", 6: "million ", 7: "10 million ",
      8: "100 million ",
    ]
    let name = MoneyName.sign(of: currency).map { $0 + "元" } ?? currency
    return LocalizedText(
      en: (magnitudes[unit.power] ?? "") + currency, zh: String(unit.name.dropLast()) + name)
  }

  /// A unit in a currency, nil for one that is not stated.
  init(_ unit: MoneyUnit, currency: String?) {
    self.unit = unit
    self.currency = currency
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
