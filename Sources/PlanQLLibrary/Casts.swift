import PlanQLData

/// Functions named like types, which read a value as one of the type; what cannot be read is missing.
enum Casts {
  static let functions: [Function] = [
    Function(
      "int", "整数", .arithmetic,
      doc: LocalizedText(
        en:
          "Reads a whole number: of a text in digits, of a number without its decimals, of a truth value "
          + "1 or 0, of a calendar period its number (the year; the half, quarter, month or week of the year).",
        zh: "读成整数：文本按数字读，数值去掉小数，真为 1、假为 0；自然时段给出其编号（年份，或是当年第几个半年、季度、月、周）。"),
      [
        .taking(.int, giving: .int) { (arguments, _, _) in arguments[0] },
        .taking(.text, giving: .int, known: .partly, kernel: intOfText),
        .taking(.number, giving: .int, known: .partly, kernel: intOfNumber),
        .taking(.bool, giving: .int, kernel: intOfBool),
        .taking(.period, giving: .int, known: .partly, kernel: intOfPeriod),
      ],
      examples: [
        FunctionExample("int(\"42\")", is: "42"), FunctionExample("int(\"4.5\")", is: "missing"),
        FunctionExample("int(-2.7)", is: "-2"), FunctionExample("int(2 > 1)", is: "1"),
        FunctionExample("int(year(@2021-03-05))", is: "2021"),
        FunctionExample("int(month(@2021-03-05))", is: "3"),
        FunctionExample("int(quarter(@2021-03-05))", is: "1"),
      ]),
    Function(
      "number", "数值", .arithmetic,
      doc: LocalizedText(
        en:
          "Reads a number: of a text in digits with a decimal point, commas between thousands or '%', of a "
          + "whole number or a truth value.",
        zh: "读成数值：文本按数字和小数点读，可有千位逗号或百分号，也可以是整数或真假值。"),
      [
        .taking(.number, giving: .number) { (arguments, _, _) in arguments[0] },
        .taking(.text, giving: .number, known: .partly, kernel: numberOfText),
        .taking(.bool, giving: .number, kernel: numberOfBool),
      ],
      examples: [
        FunctionExample("number(\"4.5\")", is: "4.5"),
        FunctionExample("number(\" -1e3 \")", is: "-1000"),
        FunctionExample("number(\"1,250.5\")", is: "1250.5"),
        FunctionExample("number(\"85%\")", is: "0.85"),
        FunctionExample("number(\"无\")", is: "missing"), FunctionExample("number(3)", is: "3.0"),
      ]),
    Function(
      "to_text", "转文本", .text,
      doc: LocalizedText(
        en:
          "Writes a value as formats for machines do, exactly and in any language alike: money in the "
          + "currency's unit, dates and periods as 2021-03-05 and 2021..2025. A hole of a text rounds and translates.",
        zh: "把值写成供程序读取的文本，准确且与语言无关：金额以元为单位，日期和时段如 2021-03-05、2021..2025。文本中的花括号则按阅读习惯取舍和翻译。"),
      [
        Overload(LocalizedText(en: "value", zh: "值"), known: .withArguments, kernel: textOfValue) {
          types in
          guard types.count == 1, ExactText.exists(of: types[0]) else { return nil }
          return OverloadMatch(parameters: types, result: .text)
        }
      ],
      examples: [
        FunctionExample("to_text(12)", is: "\"12\""),
        FunctionExample("to_text(1 / 4)", is: "\"0.25\""),
        FunctionExample("to_text(1.5万元)", is: "\"15000\""),
        FunctionExample("to_text(@2021-03-05)", is: "\"2021-03-05\""),
        FunctionExample("to_text(2021..2025)", is: "\"2021..2025\""),
        FunctionExample("to_text(2 > 1)", is: "\"true\""),
        FunctionExample("to_text(3天)", is: "\"P3D\""),
      ]),
    Function(
      "date", "日期", .time,
      doc: LocalizedText(
        en:
          "Reads a date: of a text such as 2021-03-05, 2021/3/5 or 2021年3月5日, a time of day after it or "
          + "not, or of year, month and day.",
        zh: "读成日期：文本如 2021-03-05、2021/3/5 或 2021年3月5日，其后可带时刻，也可以由年、月、日三个数组成。"),
      [
        .taking(.date, giving: .date) { (arguments, _, _) in arguments[0] },
        .taking(.text, giving: .date, known: .partly, kernel: dateOfText),
        .taking(.int, .int, .int, giving: .date, known: .partly, kernel: dateOfNumbers),
      ],
      examples: [
        FunctionExample("date(\"2021-03-05\")", is: "@2021-03-05"),
        FunctionExample("date(\"2021年3月5日\")", is: "@2021-03-05"),
        FunctionExample("date(\"2021-03-05 18:30:00\")", is: "@2021-03-05"),
        FunctionExample("date(\"2021-02-30\")", is: "missing"),
        FunctionExample("date(2021, 3, 5)", is: "@2021-03-05"),
      ]),
  ]
}

extension Casts {
  private static func textOfValue(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) -> Vector {
    var builder = TextPoolBuilder()
    let codes = (0..<count).map { row in
      builder.code(of: ExactText.text(of: arguments[0].value(row, type: types[0]), types[0]))
    }
    return Vector(.texts(builder.finish(), codes), presence: arguments[0].presence)
  }

  private static func intOfText(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    words(arguments[0].texts(count).mapped(count) { Int64(plain($0)) }, arguments[0].presence)
  }

  private static func intOfNumber(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let numbers = arguments[0].doubles(count)
    return words(
      filled(count) { Int64(exactly: numbers[$0].rounded(.towardZero)) }, arguments[0].presence)
  }

  private static func intOfBool(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let bits = arguments[0].bools(count)
    return Vector(.words(filled(count) { bits[$0] ? 1 : 0 }), presence: arguments[0].presence)
  }

  private static func numberOfBool(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let bits = arguments[0].bools(count)
    return Vector(.doubles(filled(count) { bits[$0] ? 1 : 0 }), presence: arguments[0].presence)
  }

  private static func intOfPeriod(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (starts, ends) = arguments[0].periods(count)
    let numbers = filled(count) { row in
      calendarNumber(Period(startNumber: starts[row], endNumber: ends[row]))
    }
    return words(numbers, arguments[0].presence)
  }

  /// Which year, or which part of its year, a period of the calendar is; nil for any other.
  private static func calendarNumber(_ period: Period) -> Int64? {
    guard let start = period.start, let end = period.end else { return nil }
    if let week = weekNumber(from: start, through: end) { return week }
    let (first, last) = (start.civil, end.civil)
    guard first.year == last.year, first.day == 1,
      last.day == Day.length(ofMonth: last.month, year: last.year)
    else { return nil }
    let length = last.month - first.month + 1
    switch length {
    case 12: return Int64(first.year)
    case 6, 3, 1:
      guard (first.month - 1) % length == 0 else { return nil }
      return Int64((first.month - 1) / length + 1)
    case _: return nil
    }
  }

  /// The number of a week from Monday to Sunday as ISO 8601 counts: the first holds the year's first Thursday.
  private static func weekNumber(from start: Day, through end: Day) -> Int64? {
    guard end.number - start.number == 6, (start.number + 3) % 7 == 0 else { return nil }
    let thursday = start.number + 3
    let newYear = Day.number(year: Day(number: thursday).civil.year, month: 1, day: 1)
    return Int64((thursday - newYear) / 7 + 1)
  }

  private static func numberOfText(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let found = arguments[0].texts(count).mapped(count) { number($0) }
    var present = arguments[0].presence ?? Bitmap(repeating: true, count: count)
    for row in 0..<count where found[row] == nil { present[row] = false }
    return Vector(.doubles(found.map { $0 ?? 0 }), presence: present.asPresence)
  }

  /// Reads a decimal number, finite and with nothing around it but white space.
  private static func number(_ text: TextBytes) -> Double? {
    var written = plain(text)
    if written.utf8.contains(UInt8(ascii: ",")) {
      guard let whole = withoutThousands(written) else { return nil }
      written = whole
    }
    if written.hasSuffix("%") {
      // 85% is 85 hundredths, rounded once.
      return number(written.dropLast() + "e-2")
    }
    return number(written)
  }

  /// A number without the commas between its thousands; nil where they stand elsewhere.
  private static func withoutThousands(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = groups[0].drop { $0 == "-" || $0 == "+" }
    guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      parts.dropFirst().allSatisfy({ !$0.contains(",") })
    else { return nil }
    return text.filter { $0 != "," }
  }

  private static func number(_ written: String) -> Double? {
    let isPlain = written.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    guard isPlain, let number = Double(written), number.isFinite else { return nil }
    return number + 0.0
  }

  private static func dateOfText(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    words(
      arguments[0].texts(count).mapped(count) { text in
        day(withoutTime(plain(text))).map { Int64($0.number) }
      }, arguments[0].presence)
  }

  /// A text without the time of day at its end, which stands after a blank or a `T`.
  private static func withoutTime(_ text: String) -> Substring {
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text[...] }
    return isTime(text[text.index(after: gap)...]) ? text[..<gap] : text[...]
  }

  /// Whether a text is hours and minutes with or without seconds, their decimals and a zone:
  /// `18:30`, `18:30:00.5Z`, `18:30:00+08:00`.
  private static func isTime(_ text: Substring) -> Bool {
    var rest = text.utf8[...]
    func eat(_ bytes: ClosedRange<UInt8>) -> Bool {
      guard let first = rest.first, bytes.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func eatPair(upTo limit: Int) -> Bool {
      guard rest.count >= 2, let number = plainInteger(rest.prefix(2)), number <= limit else {
        return false
      }
      rest = rest.dropFirst(2)
      return true
    }
    let (colon, digits) = (UInt8(ascii: ":"), UInt8(ascii: "0")...UInt8(ascii: "9"))
    guard eatPair(upTo: 24), eat(colon...colon), eatPair(upTo: 59) else { return false }
    if eat(colon...colon) {
      guard eatPair(upTo: 60) else { return false }
      if eat(UInt8(ascii: ".")...UInt8(ascii: ".")) {
        guard eat(digits) else { return false }
        while eat(digits) {}
      }
    }
    if eat(UInt8(ascii: "Z")...UInt8(ascii: "Z")) { return rest.isEmpty }
    if eat(UInt8(ascii: "+")...UInt8(ascii: "+")) || eat(UInt8(ascii: "-")...UInt8(ascii: "-")) {
      guard eatPair(upTo: 23) else { return false }
      if eat(colon...colon), rest.isEmpty { return false }
      return rest.isEmpty || eatPair(upTo: 59) && rest.isEmpty
    }
    return rest.isEmpty
  }

  /// Reads year, month and day, in digits with `-`, `/`, `.` or 年月日 between them.
  private static func day(_ text: Substring) -> Day? {
    var numbers: [Int] = []
    var digits = ""
    var separators = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        guard let number = Int(digits) else { return nil }
        numbers.append(number)
        digits = ""
        separators.append(character)
      }
    }
    if let number = Int(digits) { numbers.append(number) }
    guard numbers.count == 3, ["--", "//", "..", "年月日", "年月"].contains(separators) else {
      return nil
    }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private static func dateOfNumbers(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let parts = arguments.map { $0.words(count) }
    let known = arguments.reduce(nil as Bitmap?) { bothKnown($0, $1.presence) }
    let days = filled(count) { row -> Int64? in
      let numbers = parts.compactMap { Int(exactly: $0[row]) }
      guard numbers.count == 3 else { return nil }
      return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { Int64($0.number) }
    }
    return words(days, known)
  }

  private static func plain(_ text: TextBytes) -> String {
    var range = text[...]
    while let first = range.first, first <= 0x20 { range = range.dropFirst() }
    while let last = range.last, last <= 0x20 { range = range.dropLast() }
    return String(decoding: range, as: UTF8.self)
  }

  /// Words that are missing where there is none.
  private static func words(_ found: [Int64?], _ known: Bitmap?) -> Vector {
    var present = known ?? Bitmap(repeating: true, count: found.count)
    for row in found.indices where found[row] == nil { present[row] = false }
    return Vector(.words(found.map { $0 ?? 0 }), presence: present.asPresence)
  }
}
