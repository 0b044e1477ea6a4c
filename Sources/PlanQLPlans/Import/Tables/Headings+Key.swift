import PlanQLData

extension Headings {
  /// The heading without blanks, brackets and what they hold, and without a unit after a sign.
  static func key(_ heading: FoldedText) -> String {
    let heading = withoutMarks(heading)
    var plain = heading.unbroken.compact
    if plain.unicodeScalars.first == "其", plain.hasPrefix("其中:"), plain.count > 4 {
      plain.removeFirst(3)
    }
    guard plain.unicodeScalars.contains(where: isSign) else { return plain }
    var key = ""
    var depth = 0
    for character in plain {
      if "([【〔".contains(character) { depth += 1 }
      if depth == 0 { key.append(character) }
      if ")]】〕".contains(character) { depth = Swift.max(0, depth - 1) }
    }
    // 〔累计〕1: all in brackets, but for the number of a footnote.
    if key.allSatisfy(\.isNumber), heading.contains("(") || heading.contains("[") {
      let inner = heading.compact.filter { !"([【〔)]】〕".contains($0) }
      key = String(inner.dropLast(key.count))
    }
    for sign in ["/", ":", ",", "-"] {
      if let cut = key.ranges(of: sign + "单位").first { key = String(key[..<cut.lowerBound]) }
      if let cut = key.firstIndex(of: Character(sign)),
        MoneyName(in: FoldedText(String(key[cut...]))) != nil
      {
        key = String(key[..<cut])
      }
    }
    return key
  }

  /// The heading without the mark of a footnote at its end: `项目名称①`, `总投资*`, `投资额[1]`, `目标注2`.
  private static func withoutMarks(_ heading: FoldedText) -> FoldedText {
    let marks = "①②③④⑤⑥⑦⑧⑨⑩*※▲△★☆#".unicodeScalars
    var text = heading.trimmed()
    if let found = FootnoteMark(behind: text), found.isRaised { text = found.before }
    while let last = text.scalar(text.count - 1), text.count > 2, marks.contains(last) {
      // `Project #` is the number of one.
      if last == "#", text.scalar(0)?.isASCII == true { break }
      text = text.dropLast(1).trimmed()
    }
    let digits = text.scalars.reversed().prefix(while: FoldedText.isDigit).count
    if (1...2).contains(digits), text.dropLast(digits).hasSuffix("注"), text.count > digits + 2 {
      return text.dropLast(digits + 1).trimmed()
    }
    return text
  }

  /// Whether a heading is cut at the scalar; one without any such is its own key.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "【", "〔", ")", "]", "】", "〕", "/", ":", ",", "-": true
    case _: false
    }
  }

  /// The fiscal year that a heading names by its last year: `FY2024`, `FY24`, `FY2023-24`, `FY23/24`.
  private static func fiscalYear(_ key: String) -> Int? {
    let small = key.lowercased()
    guard small.hasPrefix("fy") else { return nil }
    let parts = small.dropFirst(2).split { $0 == "-" || $0 == "/" }.map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0] else { return nil }
    let year = first < 100 ? first + 2000 : first
    guard (1900...2200).contains(year) else { return nil }
    guard parts.count == 2 else { return year }
    return parts[1].map { $0 % 100 == (year + 1) % 100 } == true ? year + 1 : nil
  }

  /// The fiscal year in a heading with a word before or behind it: `FY2024 target`, `Target FY25`.
  static func fiscalYear(beside key: String) -> (year: Int, word: String)? {
    let small = key.lowercased()
    guard let start = small.ranges(of: "fy").first else { return nil }
    let digits = small[start.upperBound...].prefix {
      $0.isASCII && $0.isNumber || "-/".contains($0)
    }
    let (before, after) = (small[..<start.lowerBound], small[digits.endIndex...])
    guard before.isEmpty != after.isEmpty, let year = fiscalYear("fy" + digits) else { return nil }
    return (year, String(before + after))
  }

  /// The year that a text is: `2021`, `2021年`, `112年度`; years of the Republic of China have three
  /// digits.
  static func year(_ key: String) -> (year: Int, rest: String)? {
    if let year = fiscalYear(key) { return (year, "") }
    let digits = key.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), digits.count == 4 || digits.count == 3 else { return nil }
    let rest = String(key.dropFirst(digits.count))
    guard digits.count == 4 || rest.hasPrefix("年") else { return nil }
    let year = digits.count == 3 ? number + 1911 : number
    return (1900...2200).contains(year) ? (year, rest) : nil
  }
}
