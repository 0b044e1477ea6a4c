import PlanQLData

/// Functions of plans and their indicators.
enum PlanFunctions {
  static let functions: [Function] = [
    Function(
      "diff", "对比", .plan,
      doc: LocalizedText(
        en:
          "Gives the fields that differ between a query's results over two revisions of the plan, "
          + "with their old and new values.",
        zh: "给出同一查询在规划的两个修订中结果不同的字段，以及原值和现值。"),
      [
        // The checker writes it as a join; it is never called.
        Overload(
          LocalizedText(
            en: "revision: text, revision: text, query: table",
            zh: "修订: 文本, 修订: 文本, 查询: 表"), known: .always,
          kernel: { _, _, count in Vector(.bools(Bitmap(repeating: false, count: count))) }
        ) { _ in nil }
      ],
      examples: [
        FunctionExample("count(diff(\"current\", \"current\", (projects | select name)))", is: "0")
      ]),
    Function(
      "above", "上溯", .plan,
      doc: LocalizedText(
        en: "Gives a row of a hierarchy and all that it lies under, upwards, as a list.",
        zh: "给出有上下级的记录本身及其各级上级，逐级向上，成一个列表。"),
      [
        // The checker writes it as a walk up the links; it is never called.
        Overload(
          LocalizedText(en: "row of a hierarchy", zh: "有上下级的记录"), known: .always,
          kernel: { _, _, count in Vector(.bools(Bitmap(repeating: false, count: count))) }
        ) { _ in nil }
      ],
      examples: [
        FunctionExample("count(above(first(units sort count(above(this)) desc))) > 0", is: "true")
      ]),
    Function(
      "path", "应达值", .plan,
      doc: LocalizedText(
        en: "Gives the value due at the end of a day on the straight line from a base to a target "
          + "over a period.",
        zh: "给出在时段内从基期值直线走向目标值时，截至某日应达到的值。"),
      [
        Overload(
          LocalizedText(
            en: "base: number, target: number, period, at: date",
            zh: "基期值: 数值, 目标值: 数值, 时段, 截至: 日期"), known: .partly, kernel: path
        ) { types in
          guard types.count == 4, let common = Conversion.common(of: [types[0], types[1]]),
            Conversion.exists(from: types[2], to: .period),
            Conversion.exists(from: types[3], to: .date)
          else { return nil }
          let value = common == .int || common == .missing ? .number : common
          guard value.isNumber else { return nil }
          return OverloadMatch(parameters: [value, value, .period, .date], result: value)
        }
      ],
      examples: [
        FunctionExample("path(40, 50, @2023-01-01..@2023-01-10, @2023-01-05)", is: "45"),
        FunctionExample("path(40, 50, @2023, @2030-01-01)", is: "50"),
      ]),
    Function(
      "reached", "达标", .plan,
      doc: LocalizedText(
        en: "Says whether a value meets its target in the sense of a comparator, such as "
          + "\"at_least\" or \"≤\"; \"about\" allows 5 % either way.",
        zh: "按比较方式（如“不低于”“≤”）判断数值是否达到目标；“左右”允许上下 5%。"),
      [reached(.text), reached(nil)],
      examples: [
        FunctionExample("reached(85, \"at_least\", 80)", is: "true"),
        FunctionExample("reached(36.5, \"≤\", 35)", is: "false"),
        FunctionExample("reached(missing, \"不低于\", 80)", is: "missing"),
      ]),
  ]
}

extension PlanFunctions {
  /// Both ends weighted by the share of the period, so that the path begins and ends exactly on
  /// them.
  private static func path(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let share = try Times.elapsed(
      [arguments[2], arguments[3]], [types[2], types[3]], count)
    let known = bothKnown(
      share.presence, bothKnown(arguments[0].presence, arguments[1].presence))
    let (shares, bases) = (share.doubles(count), arguments[0].doubles(count))
    let targets = arguments[1].doubles(count)
    return try checkedNumbers(count, known: known) {
      bases[$0] * (1 - shares[$0]) + targets[$0] * shares[$0]
    }
  }
}

/// How an indicator's value relates to its target.
enum TargetComparator: CaseIterable {
  case atLeast, atMost, above, below, about, equal, cumulative

  /// What it is called: the enumeration's spellings, and the words and signs that documents use.
  private var spellings: [String] {
    switch self {
    case .atLeast: ["at_least", "不低于", ">=", "≥", "不少于", "不小于", "以上"]
    case .atMost: ["at_most", "不高于", "<=", "≤", "不超过", "不大于", "以下"]
    case .above: ["above", "高于", ">", "大于", "超过"]
    case .below: ["below", "低于", "<", "小于"]
    case .about: ["about", "左右", "≈", "约"]
    case .equal: ["equal", "等于", "=", "＝"]
    case .cumulative: ["cumulative", "累计"]
    }
  }

  private static let bySpelling: [String: TargetComparator] = {
    var index: [String: TargetComparator] = [:]
    for comparator in allCases {
      for spelling in comparator.spellings { index[spelling] = comparator }
    }
    return index
  }()

  /// Finds a comparator by any of its spellings.
  static func named(_ text: String) -> TargetComparator? { bySpelling[text] }

  /// Finds the comparator of a value of an enumeration.
  static func of(_ value: EnumerationCase) -> TargetComparator? {
    named(value.name.en) ?? named(value.name.zh)
  }
}

extension PlanFunctions {
  /// The overload for a comparator given as a text, or as any enumeration of comparators.
  private static func reached(_ comparator: DataType?) -> Overload {
    Overload(
      LocalizedText(
        en: "actual: number, comparator: \(comparator == nil ? "enumeration" : "text"), "
          + "target: number",
        zh: "实际值: 数值, 比较: \(comparator == nil ? "枚举" : "文本"), 目标值: 数值"),
      known: .partly, kernel: reached
    ) { types in
      guard types.count == 3, let value = Conversion.common(of: [types[0], types[2]]),
        value == .int || value.isNumber || value.isMoney || value == .missing
      else { return nil }
      let measured = value == .missing ? .int : value
      if let comparator {
        guard Conversion.exists(from: types[1], to: comparator) else { return nil }
        return OverloadMatch(parameters: [measured, comparator, measured], result: .bool)
      }
      guard case .enumeration(let enumeration) = types[1],
        enumeration.cases.contains(where: { TargetComparator.of($0) != nil })
      else { return nil }
      return OverloadMatch(parameters: [measured, types[1], measured], result: .bool)
    }
  }

  private static func reached(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) -> Vector {
    let (actual, target) = (arguments[0], arguments[2])
    let comparators = comparators(arguments[1], types[1], count)
    let less = Comparisons.before(actual, target, count)
    let equal = Comparisons.lanesEqual(actual, target, count)
    let near = areNear(actual, target, types[0], count)
    let known = bothKnown(
      bothKnown(actual.presence, target.presence), arguments[1].presence)
    let isComparator = bits(count) { comparators[$0] != nil }.asPresence
    let rows = bits(count) { row in
      switch comparators[row] {
      case .atLeast, .cumulative: !less[row]
      case .atMost: less[row] || equal[row]
      case .above: !less[row] && !equal[row]
      case .below: less[row]
      case .about: near[row]
      case .equal: equal[row]
      case nil: false
      }
    }
    return Vector(.bools(rows), presence: bothKnown(known, isComparator))
  }

  /// The comparator of each row; nil where the text or value names none.
  private static func comparators(
    _ vector: Vector, _ type: DataType, _ count: Int
  ) -> [TargetComparator?] {
    guard case .enumeration(let enumeration) = type else {
      return vector.texts(count).mapped(count) {
        TargetComparator.named(String(decoding: $0, as: UTF8.self))
      }
    }
    let byCode = enumeration.cases.map { TargetComparator.of($0) }
    return vector.words(count).prefix(count).map { code in
      Int(exactly: code).flatMap { byCode.indices.contains($0) ? byCode[$0] : nil }
    }
  }

  /// Where a value lies within 5 % of the target.
  private static func areNear(
    _ actual: Vector, _ target: Vector, _ type: DataType, _ count: Int
  ) -> Bitmap {
    func numbers(_ vector: Vector) -> [Double] {
      type.isNumber ? vector.doubles(count) : vector.words(count).map { Double($0) }
    }
    let (actuals, targets) = (numbers(actual), numbers(target))
    return bits(count) {
      (actuals[$0] - targets[$0]).magnitude <= 0.05 * targets[$0].magnitude
    }
  }
}
