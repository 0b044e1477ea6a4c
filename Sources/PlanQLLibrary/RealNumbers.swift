import PlanQLData
import RealModule

/// Powers, roots, logarithms and angles of plain numbers. Where a function has no real value, the result is missing.
enum RealNumbers {
  static let functions: [Function] = [
    Function(
      "power", "幂", .arithmetic,
      doc: LocalizedText(
        en: "Raises a number to a power; missing where that is no real number.",
        zh: "求一个数的幂；结果不是实数时缺失。"),
      [.taking(.number, .number, giving: .number, known: .partly, kernel: power)],
      examples: [
        FunctionExample("power(2, 10)", is: "1024"), FunctionExample("power(4, 0.5)", is: "2"),
        FunctionExample("round(power(1.5, 1 / 5) - 1, 4)", is: "0.0845"),
        FunctionExample("power(-1, 0.5)", is: "missing"),
        FunctionExample("power(0, -1)", is: "missing"),
      ]),
    of(
      "sqrt", "平方根", "the square root of a number; missing of a negative one",
      "平方根；负数则缺失",
      [
        FunctionExample("sqrt(2.25)", is: "1.5"), FunctionExample("sqrt(-1)", is: "missing"),
      ]
    ) { $0 < 0 ? nil : $0.squareRoot() },
    of(
      "exp", "指数", "e raised to a number", "以 e 为底的幂", [FunctionExample("exp(0)", is: "1")]
    ) { Double.exp($0) },
    of(
      "ln", "自然对数", "the natural logarithm; missing unless the number is above 0",
      "自然对数；不大于 0 的数则缺失",
      [FunctionExample("ln(1)", is: "0"), FunctionExample("ln(0)", is: "missing")]
    ) { $0 > 0 ? Double.log($0) : nil },
    of(
      "log10", "常用对数",
      "the logarithm to the base 10; missing unless the number is above 0",
      "以 10 为底的对数；不大于 0 的数则缺失",
      [FunctionExample("log10(1000)", is: "3"), FunctionExample("log10(-1)", is: "missing")]
    ) { $0 > 0 ? Double.log10($0) : nil },
    Function(
      "log", "对数", .arithmetic,
      doc: LocalizedText(
        en: "Gives the logarithm of a number to a base; missing where there is none.",
        zh: "给出以第二个数为底的对数；没有则缺失。"),
      [.taking(.number, .number, giving: .number, known: .partly, kernel: logarithm)],
      examples: [
        FunctionExample("log(8, 2)", is: "3"), FunctionExample("log(8, 1)", is: "missing"),
      ]),
    Function(
      "sign", "正负号", .arithmetic,
      doc: LocalizedText(
        en: "Gives -1, 0 or 1: whether a value is below, equal to or above 0.",
        zh: "负数得 -1，零得 0，正数得 1。"),
      [
        .taking(.int, giving: .int, kernel: signOfWords),
        Overload(
          LocalizedText(en: "number or money", zh: "数值或金额"), kernel: signOfAmounts
        ) { types in
          guard types.count == 1, types[0].isNumber || types[0].isMoney || types[0].isDuration
          else { return nil }
          return OverloadMatch(parameters: types, result: .int)
        },
      ],
      examples: [
        FunctionExample("sign(-3)", is: "-1"), FunctionExample("sign(0.0)", is: "0"),
        FunctionExample("sign(5万元)", is: "1"),
      ]),
    of(
      "sin", "正弦", "the sine of an angle in radians", "弧度角的正弦",
      [FunctionExample("sin(0)", is: "0")]
    ) { Double.sin($0) },
    of(
      "cos", "余弦", "the cosine of an angle in radians", "弧度角的余弦",
      [FunctionExample("cos(0)", is: "1")]
    ) { Double.cos($0) },
    of(
      "tan", "正切", "the tangent of an angle in radians", "弧度角的正切",
      [FunctionExample("tan(0)", is: "0")]
    ) { Double.tan($0) },
    of(
      "asin", "反正弦",
      "the angle in radians that has a sine; missing outside of -1 to 1",
      "正弦所对应的弧度角；超出 -1 到 1 则缺失",
      [FunctionExample("asin(0)", is: "0"), FunctionExample("asin(2)", is: "missing")]
    ) { abs($0) <= 1 ? Double.asin($0) : nil },
    of(
      "acos", "反余弦",
      "the angle in radians that has a cosine; missing outside of -1 to 1",
      "余弦所对应的弧度角；超出 -1 到 1 则缺失",
      [FunctionExample("acos(1)", is: "0"), FunctionExample("acos(-2)", is: "missing")]
    ) { abs($0) <= 1 ? Double.acos($0) : nil },
    of(
      "atan", "反正切", "the angle in radians that has a tangent", "正切所对应的弧度角",
      [FunctionExample("atan(0)", is: "0")]
    ) { Double.atan($0) },
    of(
      "degrees", "转为度", "an angle in degrees, given in radians", "弧度角所合的度数",
      [FunctionExample("degrees(pi())", is: "180")]
    ) { $0 * (180 / Double.pi) },
    of(
      "radians", "转为弧度", "an angle in radians, given in degrees", "度数所合的弧度",
      [FunctionExample("round(radians(180), 4)", is: "3.1416")]
    ) { $0 * (Double.pi / 180) },
    Function(
      "pi", "圆周率", .arithmetic,
      doc: LocalizedText(
        en: "Gives the ratio of a circle's circumference to its diameter.", zh: "给出圆的周长与直径之比。"),
      [
        .taking(giving: .number) { (_, _, count) in
          Vector(.doubles(Array(repeating: .pi, count: count)))
        }
      ], examples: [FunctionExample("round(pi(), 4)", is: "3.1416")]),
  ]

  /// The record of a function of one number; `compute` gives nil where there is no value.
  private static func of(
    _ en: String, _ zh: String, _ doc: String, _ zhDoc: String, _ examples: [FunctionExample],
    _ compute: @escaping @Sendable (Double) -> Double?
  ) -> Function {
    Function(
      en, zh, .arithmetic,
      doc: LocalizedText(en: "Gives \(doc).", zh: "给出\(zhDoc)。"),
      [
        .taking(.number, giving: .number, known: .partly) {
          (arguments, _, count) throws(KernelFailure) in
          let numbers = arguments[0].doubles(count)
          return try someNumbers(count, known: arguments[0].presence) { compute(numbers[$0]) }
        }
      ], examples: examples)
  }
}

extension RealNumbers {
  private static func power(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (bases, exponents) = (arguments[0].doubles(count), arguments[1].doubles(count))
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    return try someNumbers(count, known: known) { row in
      power(bases[row], exponents[row])
    }
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double? {
    if base == 0 { return exponent < 0 ? nil : exponent == 0 ? 1 : 0 }
    if base > 0 { return Double.pow(base, exponent) }
    guard exponent.rounded(.towardZero) == exponent else { return nil }
    let size = Double.pow(-base, exponent)
    return exponent.remainder(dividingBy: 2) == 0 ? size : -size
  }

  private static func logarithm(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (numbers, bases) = (arguments[0].doubles(count), arguments[1].doubles(count))
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    return try someNumbers(count, known: known) { row in
      guard numbers[row] > 0, bases[row] > 0, bases[row] != 1 else { return nil }
      if bases[row] == 2 { return Double.log2(numbers[row]) }
      if bases[row] == 10 { return Double.log10(numbers[row]) }
      return Double.log(numbers[row]) / Double.log(bases[row])
    }
  }

  private static func signOfWords(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let words = arguments[0].words(count)
    return Vector(.words(filled(count) { words[$0].signum() }), presence: arguments[0].presence)
  }

  private static func signOfAmounts(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) -> Vector {
    guard types[0].isNumber else { return signOfWords(arguments, types, count) }
    let numbers = arguments[0].doubles(count)
    let signs = filled(count) { numbers[$0] > 0 ? Int64(1) : numbers[$0] < 0 ? -1 : 0 }
    return Vector(.words(signs), presence: arguments[0].presence)
  }
}

/// One number a row, missing where `compute` gives nil; a known one that is not finite fails.
private func someNumbers(
  _ count: Int, known: Bitmap?, _ compute: (Int) -> Double?
) throws(KernelFailure) -> Vector {
  var present = known ?? Bitmap(repeating: true, count: count)
  var numbers = [Double](repeating: 0, count: count)
  for row in 0..<count where present[row] {
    guard let number = compute(row) else {
      present[row] = false
      continue
    }
    guard number.isFinite else { throw KernelFailure(.notFinite, row: row) }
    numbers[row] = number + 0.0
  }
  return Vector(.doubles(numbers), presence: present.asPresence)
}
