import PlanQLData

/// Times with the name of a month in English: `Jan 5, 2021`, `5th March 2021`, `05-Mar-2021`, `March 2023`, and two of
/// them with a dash or `to` between.
enum EnglishTime {
  /// The number of a month by its name or the first three letters or more of it.
  static func month(named word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The period that a whole text says, `by` and `end of` before it making a deadline; nil where it says none so.
  static func period(_ text: FoldedText) -> Period? {
    var words = EnglishTime.words(of: text)
    var isDeadline = false
    while let first = words.first, ["by", "until", "end", "of", "the"].contains(first) {
      isDeadline = isDeadline || first != "of" && first != "the"
      words.removeFirst()
    }
    let halves = words.split(omittingEmptySubsequences: false) {
      ["to", "-", "through"].contains($0)
    }
    let points = halves.compactMap { point(Array($0)) }
    guard points.count == halves.count, let last = points.last else { return nil }
    if points.count == 1 {
      return isDeadline ? Period(from: nil, through: last.end) : last
    }
    guard points.count == 2, !isDeadline, let start = points[0].start, let end = last.end,
      start <= end
    else { return nil }
    return Period(from: start, through: end)
  }

  /// The words of a text in small letters; a dash between blanks is one of its own, others part words.
  private static func words(of text: FoldedText) -> [String] {
    guard text.count <= 60 else { return [] }
    return text.trimmed().folded.lowercased().split { $0 == " " || $0 == "," }.flatMap { word in
      word == "-" ? ["-"] : word.split(separator: "-").map(String.init)
    }
  }

  /// A day or a month with its year.
  private static func point(_ words: [String]) -> Period? {
    let months = words.compactMap { month(named: withoutPoint($0)) }
    guard months.count == 1, words.count == 2 || words.count == 3, let last = words.last,
      last.utf8.count == 4, let year = Int(last)
    else { return nil }
    if words.count == 2 {
      guard month(named: withoutPoint(words[0])) != nil else { return nil }
      return Period.part(.month, year, months[0], of: 12)
    }
    let isDayFirst = month(named: withoutPoint(words[1])) != nil
    guard isDayFirst || month(named: withoutPoint(words[0])) != nil,
      let day = day(words[isDayFirst ? 0 : 1])
    else { return nil }
    return Day(year: year, month: months[0], day: day).map { Period($0) }
  }

  private static func withoutPoint(_ word: String) -> String {
    word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  /// `5`, `5th`, `1st`.
  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
    else { return nil }
    return Int(digits)
  }
}
