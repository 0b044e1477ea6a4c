import PlanQLData

/// The four operations and their kin. With a missing side the result is missing, and so is a
/// division by zero. Each kind of value has its kernels in a file of its own.
enum Arithmetic {
  static let functions: [Function] = [
    Function(
      "add", "加", .arithmetic,
      doc: LocalizedText(
        en: "Adds two values of one kind, or moves a date or period later by a duration.",
        zh: "两个同类的值相加，或把日期、时段按时长后移。"),
      [
        .taking(.int, .int, giving: .int, kernel: Integers.add),
        sameDimension(Numbers.add),
        sameCurrency(Integers.add),
        .taking(.date, .duration(.days), giving: .date, kernel: Moments.addDays),
        .taking(.date, .duration(.months), giving: .date, kernel: Moments.addMonths),
        .taking(.period, .duration(.days), giving: .period, kernel: Moments.shiftLater),
        .taking(.period, .duration(.months), giving: .period, kernel: Moments.shiftLater),
        sameDuration(Moments.addDurations),
      ],
      examples: [
        FunctionExample("1 + 2", is: "3"), FunctionExample("1.5万元 + 5000元", is: "2万元"),
        FunctionExample("@2024-01-31 + 1个月", is: "@2024-02-29"),
        FunctionExample("@2023-02 + 12个月", is: "@2024-02"),
      ]),
    Function(
      "subtract", "减", .arithmetic,
      doc: LocalizedText(
        en: "Subtracts two values of one kind, counts the days between two dates, or moves a date "
          + "or period earlier by a duration.",
        zh: "两个同类的值相减；两个日期相减得天数；日期、时段减时长则前移。"),
      [
        .taking(.int, .int, giving: .int, kernel: Integers.subtract),
        sameDimension(Numbers.subtract),
        sameCurrency(Integers.subtract),
        .taking(.date, .date, giving: .duration(.days), kernel: Moments.daysBetween),
        .taking(.date, .duration(.days), giving: .date, kernel: Moments.subtractDays),
        .taking(.date, .duration(.months), giving: .date, kernel: Moments.subtractMonths),
        .taking(.period, .duration(.days), giving: .period, kernel: Moments.shiftEarlier),
        .taking(.period, .duration(.months), giving: .period, kernel: Moments.shiftEarlier),
        sameDuration(Moments.subtractDurations),
      ],
      examples: [
        FunctionExample("1 - 2.5", is: "-1.5"),
        FunctionExample("@2021-03-01 - @2021-02-01", is: "28天"),
        FunctionExample("@2024-03-31 - 1个月", is: "@2024-02-29"),
      ]),
    Function(
      "multiply", "乘", .arithmetic,
      doc: LocalizedText(
        en: "Multiplies two numbers, or money or a duration by a number.",
        zh: "两个数相乘，或把金额、时长乘以一个数。"),
      [
        .taking(.int, .int, giving: .int, kernel: Integers.multiply),
        Quantities.amountsOfProducts,
        dimensions(Numbers.multiply) { $0 * $1 },
        money(by: .int, kernel: Integers.multiply),
        money(by: .number, kernel: Amounts.multiply),
        moneyAfter(.int, kernel: Integers.multiplyAmount),
        moneyAfter(.number, kernel: Amounts.multiplyAmount),
        Quantities.products[0], Quantities.products[1],
        .taking(
          .duration(.days), .int, giving: .duration(.days), kernel: Moments.multiplyDuration),
        .taking(
          .duration(.months), .int, giving: .duration(.months), kernel: Moments.multiplyDuration),
        .taking(
          .int, .duration(.days), giving: .duration(.days), kernel: Moments.durationTimes),
        .taking(
          .int, .duration(.months), giving: .duration(.months), kernel: Moments.durationTimes),
      ],
      examples: [
        FunctionExample("3 * 4", is: "12"), FunctionExample("0.05元 * 0.5", is: "0.03元"),
        FunctionExample("3 * 30天", is: "90天"), FunctionExample("20亩 * 3元/亩", is: "60元"),
      ]),
    Function(
      "divide", "除", .arithmetic,
      doc: LocalizedText(
        en: "Divides two values; by zero the result is missing.",
        zh: "两个值相除；除数为零则缺失。"),
      [
        .taking(.int, .int, giving: .number, known: .partly, kernel: Integers.divide),
        Quantities.amountsOfQuotients,
        dimensions(known: .partly, Numbers.divide) { $0 / $1 },
        .alike(ofMoney, known: .partly, kernel: Integers.divide) {
          DataType.number.ifTrue($0.isMoney)
        },
        money(by: .int, known: .partly, kernel: Amounts.divideByInteger),
        money(by: .number, known: .partly, kernel: Amounts.divide),
        .alike(ofDuration, known: .partly, kernel: Integers.divide) {
          DataType.number.ifTrue($0.isDuration)
        },
        Quantities.quotients[0], Quantities.quotients[1],
      ],
      examples: [
        FunctionExample("1 / 4", is: "0.25"), FunctionExample("1 / 0", is: "missing"),
        FunctionExample("1元 / 3", is: "0.33元"), FunctionExample("800万元 / 2万元", is: "400"),
        FunctionExample("60万元 / 20亩", is: "3万元/亩"),
      ]),
    Function(
      "negate", "取负", .arithmetic,
      doc: LocalizedText(en: "Turns the sign of a value.", zh: "改变值的正负号。"),
      signed(
        integers: Integers.negate, numbers: Numbers.negate, durations: Moments.negateDuration),
      examples: [FunctionExample("-(3 - 5)", is: "2")]),
    Function(
      "abs", "绝对值", .arithmetic,
      doc: LocalizedText(en: "Drops the sign of a value.", zh: "去掉正负号。"),
      signed(
        integers: Integers.magnitude, numbers: Numbers.magnitude,
        durations: Moments.durationMagnitude),
      examples: [
        FunctionExample("abs(-3)", is: "3"), FunctionExample("abs(2元 - 5元)", is: "3元"),
      ]),
    Function(
      "div", "整除", .arithmetic,
      doc: LocalizedText(
        en: "Divides and drops the fraction, toward zero; by zero the result is missing.",
        zh: "相除后舍去小数部分（向零取整）；除数为零则缺失。"),
      [
        .taking(.int, .int, giving: .int, known: .partly, kernel: Integers.quotient),
        dimensions(known: .partly, Numbers.quotient) { $0 / $1 },
      ],
      examples: [
        FunctionExample("div(7, 2)", is: "3"), FunctionExample("div(-7, 2)", is: "-3"),
        FunctionExample("div(7.5, 2)", is: "3"),
      ]),
    Function(
      "mod", "余数", .arithmetic,
      doc: LocalizedText(
        en: "Gives what div leaves over, with the sign of the first; by zero it is missing.",
        zh: "给出整除后的余数，正负号随被除数；除数为零则缺失。"),
      [
        .taking(.int, .int, giving: .int, known: .partly, kernel: Integers.remainder),
        .alike(ofDimension, known: .partly, kernel: Numbers.remainder) { $0.ifTrue($0.isNumber) },
      ],
      examples: [
        FunctionExample("mod(7, 2)", is: "1"), FunctionExample("mod(-7, 2)", is: "-1"),
        FunctionExample("mod(5, 0)", is: "missing"),
      ]),
    Function(
      "growth", "增幅", .arithmetic,
      doc: LocalizedText(
        en: "Gives how much the first value is above the second, as a share of the second.",
        zh: "给出本期比基期增长的比例，即本期除以基期减一。"),
      [
        .taking(.int, .int, giving: .number, known: .partly, kernel: Integers.growth),
        .alike(ofDimension, known: .partly, kernel: Numbers.growth) {
          DataType.number.ifTrue($0.isNumber)
        },
        .alike(ofMoney, known: .partly, kernel: Integers.growth) {
          DataType.number.ifTrue($0.isMoney)
        },
      ],
      examples: [
        FunctionExample("growth(150, 100)", is: "0.5"),
        FunctionExample("growth(3万元, 4万元)", is: "-25%"),
        FunctionExample("growth(1, 0)", is: "missing"),
      ]),
    Function(
      "greatest", "取大", .arithmetic,
      doc: LocalizedText(
        en: "Gives the greatest of its arguments; with a missing one the result is missing.",
        zh: "取各参数中最大的；有缺失则结果缺失。"),
      [.alike(ofOneType, arity: 2...64, kernel: Extremes.greatest) { $0.ifTrue($0.hasOrder) }],
      examples: [
        FunctionExample("greatest(1, 3, 2)", is: "3"),
        FunctionExample("greatest(1, missing)", is: "missing"),
      ]),
    Function(
      "least", "取小", .arithmetic,
      doc: LocalizedText(
        en: "Gives the least of its arguments; with a missing one the result is missing.",
        zh: "取各参数中最小的；有缺失则结果缺失。"),
      [.alike(ofOneType, arity: 2...64, kernel: Extremes.least) { $0.ifTrue($0.hasOrder) }],
      examples: [
        FunctionExample("least(1元, 2元)", is: "1元"),
        FunctionExample("least(@2021-03-05, @2021-03-04)", is: "@2021-03-04"),
      ]),
  ]
}

/// The forms of overloads that several operations share.
extension Arithmetic {
  static let ofDimension = LocalizedText(
    en: "two numbers of one unit", zh: "两个同单位的数值")
  private static let ofMoney = LocalizedText(en: "money, money", zh: "金额, 金额")
  private static let ofDuration = LocalizedText(
    en: "two durations of one unit", zh: "两个同单位的时长")
  private static let ofOneType = LocalizedText(
    en: "values of one type", zh: "若干同类型的值")

  private static func sameDimension(_ kernel: @escaping Kernel) -> Overload {
    .alike(ofDimension, kernel: kernel) { $0.ifTrue($0.isNumber) }
  }

  private static func sameCurrency(_ kernel: @escaping Kernel) -> Overload {
    .alike(ofMoney, kernel: kernel) { $0.ifTrue($0.isMoney) }
  }

  private static func sameDuration(_ kernel: @escaping Kernel) -> Overload {
    .alike(ofDuration, kernel: kernel) { $0.ifTrue($0.isDuration) }
  }

  /// Two numbers of any dimensions, which the operation combines.
  private static func dimensions(
    known presence: ResultPresence = .withArguments, _ kernel: @escaping Kernel,
    _ combine: @escaping @Sendable (Dimension, Dimension) -> Dimension
  ) -> Overload {
    let signature = LocalizedText(en: "number, number", zh: "数值, 数值")
    return Overload(signature, known: presence, kernel: kernel) { types in
      guard types.count == 2, let left = dimension(of: types[0]),
        let right = dimension(of: types[1])
      else { return nil }
      let result = combine(left, right)
      // No quantity has such a dimension; without an end, repeated squares would leave 64 bits.
      guard result.factors.allSatisfy({ abs($0.exponent) <= 64 }) else { return nil }
      return OverloadMatch(parameters: [.number(left), .number(right)], result: .number(result))
    }
  }

  private static func dimension(of type: DataType) -> Dimension? {
    switch type {
    case .number(let dimension): dimension
    case .int, .missing: Dimension.none
    case .bool, .money, .text, .date, .period, .duration, .enumeration, .entity, .list, .invalid:
      nil
    }
  }

  /// Money, then something that gives money.
  private static func money(
    by factor: DataType, known presence: ResultPresence = .withArguments, kernel: @escaping Kernel
  ) -> Overload {
    let signature = LocalizedText(
      en: "money, \(factor.title(.en))", zh: "金额, \(factor.title(.zh))")
    return Overload(signature, known: presence, kernel: kernel) { types in
      guard types.count == 2, types[0].isMoney, Conversion.exists(from: types[1], to: factor)
      else { return nil }
      return OverloadMatch(parameters: [types[0], factor], result: types[0])
    }
  }

  /// A factor, then money.
  private static func moneyAfter(_ factor: DataType, kernel: @escaping Kernel) -> Overload {
    let signature = LocalizedText(
      en: "\(factor.title(.en)), money", zh: "\(factor.title(.zh)), 金额")
    return Overload(signature, kernel: kernel) { types in
      guard types.count == 2, types[1].isMoney, Conversion.exists(from: types[0], to: factor)
      else { return nil }
      return OverloadMatch(parameters: [factor, types[1]], result: types[1])
    }
  }

  /// One value with a sign.
  private static func signed(
    integers: @escaping Kernel, numbers: @escaping Kernel, durations: @escaping Kernel
  ) -> [Overload] {
    func one(_ type: DataType) -> LocalizedText {
      LocalizedText(en: type.title(.en), zh: type.title(.zh))
    }
    return [
      .taking(.int, giving: .int, kernel: integers),
      .alike(one(.number), arity: 1...1, kernel: numbers) { $0.ifTrue($0.isNumber) },
      .alike(one(.money(.yuan)), arity: 1...1, kernel: integers) { $0.ifTrue($0.isMoney) },
      .alike(LocalizedText(en: "duration", zh: "时长"), arity: 1...1, kernel: durations) {
        $0.ifTrue($0.isDuration)
      },
    ]
  }
}
