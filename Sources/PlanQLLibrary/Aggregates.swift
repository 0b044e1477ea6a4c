import PlanQLData

/// The functions of many rows. Missing values are skipped.
enum Aggregates {
  static let functions: [AggregateFunction] = [
    AggregateFunction(
      .count, "count", "计数", anything,
      doc: LocalizedText(
        en: "Counts the rows, or the rows in which its argument is known.",
        zh: "数出行数；给出参数时只数它有值的行。"), isMissingOfNothing: false,
      examples: [FunctionExample("count([1, 2, 2])", is: "3")]
    ) { $0.count <= 1 ? .int : nil },
    AggregateFunction(
      .sum, "sum", "求和", ofAmounts,
      doc: LocalizedText(
        en: "Adds up the known values; of nothing it is 0.", zh: "把有值的相加；没有值时为 0。"),
      isMissingOfNothing: false,
      examples: [
        FunctionExample("sum([1, 2, 3])", is: "6"),
        FunctionExample("sum([1万元, 5000元])", is: "1.5万元"),
      ]
    ) { types in
      one(types).flatMap { type in
        switch type {
        case .int, .number, .money, .duration: type
        case .missing: .int
        case .bool, .text, .date, .period, .enumeration, .entity, .list, .invalid: nil
        }
      }
    },
    AggregateFunction(
      .avg, "avg", "平均值", LocalizedText(en: "number or money", zh: "数值或金额"),
      doc: LocalizedText(
        en: "Gives the mean of the known values; of nothing it is missing.",
        zh: "给出有值的平均数；没有值时缺失。"), isMissingOfNothing: true,
      examples: [
        FunctionExample("avg([1, 2])", is: "1.5"), FunctionExample("avg([1元, 2元])", is: "1.5元"),
      ]
    ) { types in
      one(types).flatMap { type in
        switch type {
        case .int, .missing: .number
        case .number, .money: type
        case .bool, .text, .date, .period, .duration, .enumeration, .entity, .list, .invalid: nil
        }
      }
    },
    AggregateFunction(
      .min, "min", "最小值", ofOrdered,
      doc: LocalizedText(
        en: "Gives the least of the known values; of nothing it is missing.",
        zh: "给出有值中最小的；没有值时缺失。"), isMissingOfNothing: true,
      examples: [FunctionExample("min([3, 1, 2])", is: "1")]
    ) { types in one(types).flatMap { $0.ifTrue($0.hasOrder) } },
    AggregateFunction(
      .max, "max", "最大值", ofOrdered,
      doc: LocalizedText(
        en: "Gives the greatest of the known values; of nothing it is missing.",
        zh: "给出有值中最大的；没有值时缺失。"), isMissingOfNothing: true,
      examples: [FunctionExample("max([@2021-03-05, @2022-01-01])", is: "@2022-01-01")]
    ) { types in one(types).flatMap { $0.ifTrue($0.hasOrder) } },
    AggregateFunction(
      .first, "first", "首个", anything,
      doc: LocalizedText(
        en: "Gives the first known value; of nothing it is missing.",
        zh: "给出第一个有值的；没有值时缺失。"), isMissingOfNothing: true,
      examples: [FunctionExample("first([3, 1, 2])", is: "3")]
    ) { one($0) },
    AggregateFunction(
      .last, "last", "末个", anything,
      doc: LocalizedText(
        en: "Gives the last known value; of nothing it is missing.",
        zh: "给出最后一个有值的；没有值时缺失。"), isMissingOfNothing: true,
      examples: [FunctionExample("last([3, 1, 2])", is: "2")]
    ) { one($0) },
    AggregateFunction(
      .list, "list", "列出", anything,
      doc: LocalizedText(
        en: "Collects the known values into a list, links each once.",
        zh: "把有值的收进列表；同一对象只收一次。"), isMissingOfNothing: false,
      examples: [FunctionExample("join(list([\"大气\", \"水\"]), \"、\")", is: "\"大气、水\"")]
    ) { types in
      one(types).flatMap { type in
        if case .list = type { return nil }
        return .list(type)
      }
    },
    AggregateFunction(
      .any, "any", "存在", condition,
      doc: LocalizedText(
        en: "Says whether there is a row, or one that fulfils a condition.",
        zh: "判断是否有行；给出条件时判断是否有符合的行。"), isMissingOfNothing: false,
      examples: [FunctionExample("any([1, 2] where value > 1)", is: "true")], result: truth),
    AggregateFunction(
      .all, "all", "全部", condition,
      doc: LocalizedText(
        en: "Says whether every row fulfils a condition; of no rows it is true.",
        zh: "判断是否每一行都符合条件；没有行时为是。"), isMissingOfNothing: false,
      examples: [FunctionExample("all([1, 2], value > 1)", is: "false")], result: truth),
    AggregateFunction(
      .none, "none", "没有", condition,
      doc: LocalizedText(
        en: "Says whether there is no row, or none that fulfils a condition.",
        zh: "判断是否没有行；给出条件时判断是否没有符合的行。"), isMissingOfNothing: false,
      examples: [FunctionExample("none([1, 2] where value > 2)", is: "true")], result: truth),
  ]

  private static let anything = LocalizedText(en: "any value", zh: "任意值")
  private static let ofAmounts = LocalizedText(
    en: "int, number, money or duration", zh: "整数、数值、金额或时长")
  private static let ofOrdered = LocalizedText(en: "a value with an order", zh: "可比大小的值")
  private static let condition = LocalizedText(en: "condition", zh: "条件")

  private static func one(_ types: [DataType]) -> DataType? {
    types.count == 1 ? types.first : nil
  }

  private static func truth(_ types: [DataType]) -> DataType? {
    types.count <= 1 && types.allSatisfy { Conversion.exists(from: $0, to: .bool) } ? .bool : nil
  }
}

extension AggregateFunction {
  fileprivate init(
    _ kind: Kind, _ en: String, _ zh: String, _ signature: LocalizedText, doc: LocalizedText,
    isMissingOfNothing: Bool, examples: [FunctionExample],
    result: @escaping @Sendable ([DataType]) -> DataType?
  ) {
    self.init(
      kind: kind, name: Name(en, zh), doc: doc, signature: signature, result: result,
      isMissingOfNothing: isMissingOfNothing, examples: examples)
  }
}
