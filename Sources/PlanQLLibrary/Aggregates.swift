import PlanQLData

/// The functions of many rows. Missing values are skipped.
enum Aggregates {
  static let functions: [AggregateFunction] = ofGroups + ofWindows

  private static let ofGroups: [AggregateFunction] = [
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
        en:
          "Adds up the known values; of nothing it is 0. Numbers are added exactly and rounded once; decimals are added "
          + "as decimals: the sum of 0.1 and 0.2 is 0.3.",
        zh: "把有值的相加；没有值时为 0。数值精确相加，最后只舍入一次；小数按十进制相加，0.1 与 0.2 之和就是 0.3。"),
      isMissingOfNothing: false,
      examples: [
        FunctionExample("sum([1, 2, 3])", is: "6"), FunctionExample("sum([0.1, 0.2])", is: "0.3"),
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
      .avg, "avg", "平均值", ofAmounts,
      doc: LocalizedText(
        en:
          "Gives the mean of the known values, of durations in whole days or months; of nothing it is "
          + "missing.",
        zh: "给出有值的平均数，时长的平均取整天或整月；没有值时缺失。"), isMissingOfNothing: true,
      examples: [
        FunctionExample("avg([1, 2])", is: "1.5"), FunctionExample("avg([1元, 2元])", is: "1.5元"),
        FunctionExample("avg([3天, 10天])", is: "7天"),
      ]
    ) { types in
      one(types).flatMap { type in
        switch type {
        case .int, .missing: .number
        case .number, .money, .duration: type
        case .bool, .text, .date, .period, .enumeration, .entity, .list, .invalid: nil
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
      AggregateFunction.Kind.none, "none", "没有", condition,
      doc: LocalizedText(
        en: "Says whether there is no row, or none that fulfils a condition.",
        zh: "判断是否没有行；给出条件时判断是否没有符合的行。"), isMissingOfNothing: false,
      examples: [FunctionExample("none([1, 2] where value > 2)", is: "true")], result: truth),
    AggregateFunction(
      .median, "median", "中位数", ofNumbers,
      doc: LocalizedText(
        en: "Gives the middle of the known values, between two the mean; of nothing it is missing.",
        zh: "给出有值的中间值，居中有两个时取平均；没有值时缺失。"), isMissingOfNothing: true,
      examples: [
        FunctionExample("median([3, 1, 2])", is: "2"),
        FunctionExample("median([1元, 4元])", is: "2.5元"),
      ], result: statistic),
    AggregateFunction(
      .percentile, "percentile", "百分位数",
      LocalizedText(en: "number or money, a share from 0% to 100%", zh: "数值或金额，0% 到 100% 的比例"),
      doc: LocalizedText(
        en:
          "Gives the value below which a share of the known values lies, between two in proportion.",
        zh: "给出某一比例的值都在其下的那个值，落在两个值之间时按比例取。"), isMissingOfNothing: true,
      examples: [
        FunctionExample("percentile([1, 2, 3, 4, 5], 75%)", is: "4"),
        FunctionExample("percentile([10元, 20元], 25%)", is: "12.5元"),
      ], result: statistic),
    AggregateFunction(
      .stddev, "stddev", "标准差", ofNumbers,
      doc: LocalizedText(
        en:
          "Gives the standard deviation of the known values as of a sample; of fewer than two it is missing.",
        zh: "给出有值的样本标准差；不足两个时缺失。"), isMissingOfNothing: true,
      examples: [
        FunctionExample("stddev([1, 2, 3])", is: "1"),
        FunctionExample("stddev([10元, 14元, 18元])", is: "4元"),
      ], result: statistic),
    AggregateFunction(
      written: .weighted, "weighted", "加权",
      LocalizedText(en: "number or money, weight: number", zh: "数值或金额, 权重: 数值"),
      doc: LocalizedText(
        en:
          "Gives the mean of the known values, each as often as its weight says; of nothing it is missing.",
        zh: "给出按权重加权的平均值，只计有值的；没有值时缺失。"), isMissingOfNothing: true,
      pipeline: (
        "projects | summarize done: weighted(count(units), investment / 1万元) by section",
        "项目 | 汇总 单位数: 加权(计数(责任单位), 投资额 / 1万元) 按 章节"
      )
    ) { types in
      guard types.count == 2 else { return nil }
      switch types[1] {
      case .int, .number: break
      case .bool, .money, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing,
        .invalid:
        return nil
      }
      return statistic([types[0]])
    },
  ]

  /// Values of a row among the rows of its stage.
  private static let ofWindows: [AggregateFunction] = [
    AggregateFunction(
      .rank, "rank", "排名", sortKeys,
      doc: LocalizedText(
        en:
          "Gives the place of a row by sort keys; ties share a place and leave the next ones out: 1, 1, 3.",
        zh: "按依据给出名次；并列的名次相同，其后空出：1、1、3。"), isMissingOfNothing: false,
      pipeline: (
        "projects | select no, place: rank(investment desc within section)",
        "项目 | 选取 序号, 名次: 排名(投资额 降序 同一 章节)"
      ), result: number),
    AggregateFunction(
      .denseRank, "dense_rank", "连续排名", sortKeys,
      doc: LocalizedText(
        en:
          "Gives the place of a row by sort keys; ties share a place and leave none out: 1, 1, 2.",
        zh: "按依据给出名次；并列的名次相同，其后不空：1、1、2。"), isMissingOfNothing: false,
      pipeline: (
        "projects | select no, place: dense_rank(investment desc)",
        "项目 | 选取 序号, 名次: 连续排名(投资额 降序)"
      ), result: number),
    AggregateFunction(
      .rowNumber, "row_number", "行号", sortKeys,
      doc: LocalizedText(
        en: "Numbers the rows by sort keys, else as they stand; ties keep the order they have.",
        zh: "按依据给各行编号，没有依据时按现有顺序；并列的保持原有顺序。"), isMissingOfNothing: false,
      pipeline: (
        "projects | select name, n: row_number(investment desc)",
        "项目 | 选取 名称, n: 行号(投资额 降序)"
      ), result: number),
    AggregateFunction(
      .ntile, "ntile", "等分", LocalizedText(en: "how many parts, sort keys", zh: "份数，排序依据"),
      doc: LocalizedText(
        en:
          "Deals the rows in order into so many parts of one size, the first ones a row larger where "
          + "that does not come out even, and gives the number of a row's part, from 1.",
        zh: "把各行按顺序分成若干等份，除不尽时前面的份多一行，给出所在的份数，从 1 数起。"), isMissingOfNothing: false,
      pipeline: (
        "projects | select no, third: ntile(3 sort investment desc)",
        "项目 | 选取 序号, 档次: 等分(3 排序 投资额 降序)"
      ), result: number),
    AggregateFunction(
      .previous, "previous", "上一个", ofNeighbour,
      doc: LocalizedText(
        en:
          "Gives the value of the row before, or so many rows before, by sort keys; else as they stand.",
        zh: "给出前一行（或前若干行）的值，按依据排列；没有依据时按现有顺序。"), isMissingOfNothing: true,
      pipeline: (
        "progress | where project.no <= 2 and as_of in @2024-04..@2024-06 "
          + "| select project, as_of, done, before: previous(done sort as_of within project)",
        "进展 | 筛选 项目.序号 <= 2 且 截至日期 属于 @2024-04..@2024-06 "
          + "| 选取 项目, 截至日期, 形象进度, 上期: 上一个(形象进度 排序 截至日期 同一 项目)"
      )
    ) { one($0) },
    AggregateFunction(
      .next, "next", "下一个", ofNeighbour,
      doc: LocalizedText(
        en:
          "Gives the value of the row after, or so many rows after, by sort keys; else as they stand.",
        zh: "给出后一行（或后若干行）的值，按依据排列；没有依据时按现有顺序。"), isMissingOfNothing: true,
      pipeline: (
        "progress | where project.no <= 2 and as_of in @2024-04..@2024-06 "
          + "| select project, as_of, done, after: next(done sort as_of within project)",
        "进展 | 筛选 项目.序号 <= 2 且 截至日期 属于 @2024-04..@2024-06 "
          + "| 选取 项目, 截至日期, 形象进度, 下期: 下一个(形象进度 排序 截至日期 同一 项目)"
      )
    ) { one($0) },
    AggregateFunction(
      written: .share, "share", "占比", LocalizedText(en: "int, number or money", zh: "整数、数值或金额"),
      doc: LocalizedText(
        en: "Gives a value by the sum over all rows, or over those equal in 'within'.",
        zh: "给出一个值占各行合计的比例；有'同一'时占同组合计的比例。"), isMissingOfNothing: true,
      pipeline: (
        "projects | select no, part: share(investment within section) as % to 1",
        "项目 | 选取 序号, 比重: 占比(投资额 同一 章节) 折合 % 保留 1"
      )
    ) { types in
      one(types).flatMap { type in
        switch type {
        case .int, .number, .money: .number
        case .bool, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing,
          .invalid:
          nil
        }
      }
    },
  ]

  private static let ofNumbers = LocalizedText(en: "number or money", zh: "数值或金额")
  private static let ofNeighbour = LocalizedText(
    en: "any value, how many rows away", zh: "任意值，相隔几行")
  private static let sortKeys = LocalizedText(
    en: "sort keys with 'desc' where wanted", zh: "排序依据，可加 '降序'")

  private static func number(_ types: [DataType]) -> DataType? { types.isEmpty ? .int : nil }

  /// A value of the kind of the values, of whole numbers a number.
  private static func statistic(_ types: [DataType]) -> DataType? {
    one(types).flatMap { type in
      switch type {
      case .int, .missing: .number
      case .number, .money: type
      case .bool, .text, .date, .period, .duration, .enumeration, .entity, .list, .invalid: nil
      }
    }
  }

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
    isMissingOfNothing: Bool, examples: [FunctionExample] = [],
    pipeline: (en: String, zh: String)? = nil,
    result: @escaping @Sendable ([DataType]) -> DataType?
  ) {
    self.init(
      written: .kind(kind), en, zh, signature, doc: doc, isMissingOfNothing: isMissingOfNothing,
      examples: examples, pipeline: pipeline, result: result)
  }

  fileprivate init(
    written meaning: Meaning, _ en: String, _ zh: String, _ signature: LocalizedText,
    doc: LocalizedText,
    isMissingOfNothing: Bool, examples: [FunctionExample] = [],
    pipeline: (en: String, zh: String)? = nil,
    result: @escaping @Sendable ([DataType]) -> DataType?
  ) {
    self.init(
      meaning: meaning, name: Name(en, zh), doc: doc, signature: signature, result: result,
      isMissingOfNothing: isMissingOfNothing, examples: examples,
      pipeline: pipeline.map { LocalizedText(en: $0.en, zh: $0.zh) })
  }
}
