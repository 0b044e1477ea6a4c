import PlanQLData

/// Products and quotients that cross between money and numbers with a unit.
///
/// Money counts as a number of its currency there: money for an area is a number of `元/m²`, and
/// that times an area is money again, rounded half away from zero to the smallest step.
enum Quantities {
  /// Numbers whose product is an amount of money.
  static let amountsOfProducts = amounts(*, kernel: productAmounts)

  /// Numbers whose quotient is an amount of money.
  static let amountsOfQuotients = amounts(/, known: .partly, kernel: quotientAmounts)

  /// Money with a number that has a unit, in either order, as a number.
  static let products = [
    crossing(*, moneyFirst: true, kernel: multiplied),
    crossing(*, moneyFirst: false, kernel: multiplied),
  ]

  /// Money for each of a unit, and a unit for each of some money.
  static let quotients = [
    crossing(/, moneyFirst: true, known: .partly, kernel: divided),
    crossing(/, moneyFirst: false, known: .partly, kernel: divided),
  ]

  private typealias Combination = @Sendable (Dimension, Dimension) -> Dimension

  private static func amounts(
    _ combine: @escaping Combination, known presence: ResultPresence = .withArguments,
    kernel: @escaping Kernel
  ) -> Overload {
    let signature = LocalizedText(
      en: "number of money/…, number of …", zh: "数值(金额/…), 数值(…)")
    return Overload(signature, known: presence, kernel: kernel) { types in
      guard types.count == 2, case .number(let left) = types[0], case .number(let right) = types[1],
        let currency = combine(left, right).currency
      else { return nil }
      return OverloadMatch(parameters: types, result: .money(currency))
    }
  }

  private static func crossing(
    _ combine: @escaping Combination, moneyFirst: Bool,
    known presence: ResultPresence = .withArguments, kernel: @escaping Kernel
  ) -> Overload {
    let signature =
      moneyFirst
      ? LocalizedText(en: "money, number of …", zh: "金额, 数值(…)")
      : LocalizedText(en: "number of …, money", zh: "数值(…), 金额")
    return Overload(signature, known: presence, kernel: kernel) { types in
      guard types.count == 2, types[moneyFirst ? 0 : 1].isMoney, types[moneyFirst ? 1 : 0].isNumber,
        let left = dimension(of: types[0]), let right = dimension(of: types[1]),
        left != .none, right != .none
      else { return nil }
      let result = combine(left, right)
      guard result.currency == nil, result.factors.allSatisfy({ abs($0.exponent) <= 64 }) else {
        return nil
      }
      return OverloadMatch(parameters: types, result: .number(result))
    }
  }

  private static func dimension(of type: DataType) -> Dimension? {
    switch type {
    case .number(let dimension): dimension
    case .money(let currency): .money(currency)
    case .bool, .int, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing,
      .invalid:
      nil
    }
  }
}

extension Quantities {
  private static func multiplied(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try Numbers.multiply(numbers(arguments, types, count), types, count)
  }

  private static func divided(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try Numbers.divide(numbers(arguments, types, count), types, count)
  }

  private static func productAmounts(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try amounts(Numbers.multiply(arguments, types, count), types[0], count)
  }

  private static func quotientAmounts(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try amounts(Numbers.divide(arguments, types, count), types[0], count)
  }

  /// Amounts of money as numbers of whole units of the currency; numbers as they are.
  private static func numbers(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) -> [Vector] {
    zip(arguments, types).map { argument, type in
      guard type.isMoney else { return argument }
      let words = argument.words(count)
      return Vector(
        .doubles(filled(count) { Double(words[$0]) / 100 }), presence: argument.presence)
    }
  }

  /// Numbers of whole units of a currency as money. The digits that a number does not hold for
  /// certain are dropped first, so that half a step is rounded as it was written.
  private static func amounts(
    _ vector: Vector, _ type: DataType, _ count: Int
  ) throws(KernelFailure) -> Vector {
    let numbers = vector.doubles(count)
    return try checkedWords(count, known: vector.presence, else: .overflow(.money(.yuan))) { row in
      let steps = Rounding.rounded(NumberText.toFifteenDigits(numbers[row] * 100))
      return steps.magnitude < 0x1p63 ? (Int64(steps), false) : (0, true)
    }
  }
}
