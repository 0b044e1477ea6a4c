import PlanQLData

/// Rounding to a number of decimals, half away from zero; negative decimals round to tens, hundreds
/// and so on. Money is rounded in the unit of its currency.
enum Rounding {
  static let functions: [Function] = [
    Function(
      "round", "舍入", .arithmetic,
      doc: LocalizedText(
        en: "Rounds to whole ones, or to so many decimals, half away from zero.",
        zh: "四舍五入到整数或指定的小数位数；位数为负则舍入到十、百、千。"),
      [
        .taking(.int, giving: .int, kernel: unchanged),
        .taking(.number, giving: .number, kernel: roundNumbers),
        ofMoney(roundAmounts),
        .taking(.int, .int, giving: .int, kernel: roundIntegersTo),
        .taking(.number, .int, giving: .number, kernel: roundNumbersTo),
        Overload(
          LocalizedText(en: "money, int", zh: "金额, 整数"), kernel: roundAmountsTo
        ) { types in
          guard types.count == 2, types[0].isMoney, Conversion.exists(from: types[1], to: .int)
          else { return nil }
          return OverloadMatch(parameters: [types[0], .int], result: types[0])
        },
      ],
      examples: [
        FunctionExample("round(2.5)", is: "3"), FunctionExample("round(-2.5)", is: "-3"),
        FunctionExample("round(0.125, 2)", is: "0.13"),
        FunctionExample("round(1250, -2)", is: "1300"),
        FunctionExample("round(12345元, -4)", is: "1万元"),
      ]),
    Function(
      "floor", "向下取整", .arithmetic,
      doc: LocalizedText(
        en: "Rounds down to a whole one.", zh: "向下取整。"),
      [
        .taking(.int, giving: .int, kernel: unchanged),
        .taking(.number, giving: .number, kernel: floorNumbers), ofMoney(floorAmounts),
      ],
      examples: [
        FunctionExample("floor(2.7)", is: "2"), FunctionExample("floor(-2.1)", is: "-3"),
      ]),
    Function(
      "ceil", "向上取整", .arithmetic,
      doc: LocalizedText(
        en: "Rounds up to a whole one.", zh: "向上取整。"),
      [
        .taking(.int, giving: .int, kernel: unchanged),
        .taking(.number, giving: .number, kernel: ceilNumbers), ofMoney(ceilAmounts),
      ],
      examples: [
        FunctionExample("ceil(2.1)", is: "3"), FunctionExample("ceil(-2.7)", is: "-2"),
      ]),
    Function(
      "bin", "分档", .arithmetic,
      doc: LocalizedText(
        en:
          "Rounds down to a multiple of a step, the lower end of the band that a value falls in; "
          + "missing unless the step is above 0.",
        zh: "向下取到某一步长的整数倍，即所在档次的下限；步长不大于 0 则缺失。"),
      [
        .alike(
          LocalizedText(en: "int or money, step", zh: "整数或金额, 步长"), known: .partly,
          kernel: binWords
        ) { $0.ifTrue($0 == .int || $0.isMoney) },
        .alike(
          LocalizedText(en: "number, step", zh: "数值, 步长"), known: .partly, kernel: binNumbers
        ) { $0.ifTrue($0.isNumber) },
      ],
      examples: [
        FunctionExample("bin(37, 10)", is: "30"), FunctionExample("bin(-1, 10)", is: "-10"),
        FunctionExample("bin(2.7, 0.5)", is: "2.5"),
        FunctionExample("bin(1234万元, 500万元)", is: "1000万元"),
        FunctionExample("bin(5, 0)", is: "missing"),
      ]),
  ]

  private static func ofMoney(_ kernel: @escaping Kernel) -> Overload {
    .alike(LocalizedText(en: "money", zh: "金额"), arity: 1...1, kernel: kernel) {
      $0.ifTrue($0.isMoney)
    }
  }
}

extension Rounding {
  private static func unchanged(_ arguments: [Vector], _: [DataType], _: Int) -> Vector {
    arguments[0]
  }

  private static func roundNumbers(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], count) { rounded($0) }
  }

  private static func roundNumbersTo(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    let (numbers, places) = (arguments[0].doubles(count), arguments[1].words(count))
    return try checkedNumbers(count, known: known) { rounded(numbers[$0], places: places[$0]) }
  }

  private static func floorNumbers(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], count) { floor($0) }
  }

  private static func ceilNumbers(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], count) { -floor(-$0) }
  }

  private static func roundIntegersTo(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      rounded($0, toPower: -Swift.max($1, -99))
    }
  }

  private static func roundAmounts(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) { rounded($0, toPower: 2) }
  }

  private static func roundAmountsTo(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      rounded($0, toPower: 2 - Swift.max($1, -99))
    }
  }

  private static func floorAmounts(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) { amount in
      let rest = amount % 100
      return amount.subtractingReportingOverflow(rest < 0 ? rest + 100 : rest)
    }
  }

  private static func binWords(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (words, steps) = (arguments[0].words(count), arguments[1].words(count))
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    let above = bits(count) { steps[$0] > 0 }.asPresence
    return try checkedWords(count, known: bothKnown(known, above), else: .overflow(types[0])) {
      guard steps[$0] > 0 else { return (0, false) }
      let rest = words[$0] % steps[$0]
      return words[$0].subtractingReportingOverflow(rest < 0 ? rest + steps[$0] : rest)
    }
  }

  private static func binNumbers(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (numbers, steps) = (arguments[0].doubles(count), arguments[1].doubles(count))
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    let above = bits(count) { steps[$0] > 0 }.asPresence
    return try checkedNumbers(count, known: bothKnown(known, above)) {
      steps[$0] > 0 ? floor(numbers[$0] / steps[$0]) * steps[$0] : 0
    }
  }

  private static func ceilAmounts(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) { amount in
      let rest = amount % 100
      return amount.addingReportingOverflow(rest > 0 ? 100 - rest : -rest)
    }
  }
}

extension Rounding {
  /// The nearest whole number, half away from zero: `trunc(x + copysign(0.5, x))`. From 2⁵² on all
  /// are whole.
  @inline(__always)
  static func rounded(_ number: Double) -> Double {
    truncated(number.magnitude < 0x1p52 ? number + (number < 0 ? -0.5 : 0.5) : number)
  }

  /// The whole number next to a number toward zero. It goes by way of 64 bits, which is faster than
  /// the C library and does not need it linked.
  @inline(__always)
  static func truncated(_ number: Double) -> Double {
    number.magnitude < 0x1p53 ? Double(Int64(number)) : number
  }

  /// The greatest whole number that is not above a number.
  @inline(__always)
  static func floor(_ number: Double) -> Double {
    let whole = truncated(number)
    return whole > number ? whole - 1 : whole
  }

  /// The nearest number with so many decimals, by way of `x·10ⁿ`.
  static func rounded(_ number: Double, places: Int64) -> Double {
    let size = Int(Swift.min(places.magnitude, 400))
    guard size < powersOfTen.count else { return places > 0 ? number : 0 }
    let power = powersOfTen[size]
    if places < 0 { return rounded(number / power) * power }
    let scaled = number * power
    return scaled.magnitude < 0x1p52 ? rounded(scaled) / power : number
  }

  private static let powersOfTen = (0...308).map { Double("1e\($0)") ?? .infinity }

  /// The nearest multiple of a power of ten, half away from zero; without a positive power the word
  /// itself.
  static func rounded(
    _ word: Int64, toPower power: Int64
  ) -> (partialValue: Int64, overflow: Bool) {
    guard power > 0 else { return (word, false) }
    // Half of 10²⁰ is past every word.
    guard power < 20 else { return (0, false) }
    var step: Int128 = 1
    for _ in 0..<power { step *= 10 }
    let half = word < 0 ? -step / 2 : step / 2
    let result = (Int128(word) + half) / step * step
    guard let fitting = Int64(exactly: result) else { return (0, true) }
    return (fitting, false)
  }
}
