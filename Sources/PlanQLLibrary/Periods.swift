import PlanQLData

/// Relations of two periods; a date counts as the period of its day. With a missing side they are
/// false.
enum Periods {
  static let functions: [Function] = [
    relation(
      "overlaps", "重叠",
      doc: LocalizedText(
        en: "Says whether two periods have a day in common.", zh: "判断两个时段是否有共同的日子。"),
      kernel: overlaps,
      examples: [
        FunctionExample("2021..2023 overlaps 2023..2025", is: "true"),
        FunctionExample("@2021 overlaps @2022", is: "false"),
      ]),
    relation(
      "covers", "涵盖",
      doc: LocalizedText(
        en: "Says whether the first period has every day of the second.",
        zh: "判断前一时段是否涵盖后一时段的每一天。"), kernel: covers,
      examples: [FunctionExample("@2021 covers @2021-03-05", is: "true")]),
    relation(
      "before", "早于",
      doc: LocalizedText(
        en: "Says whether the first period ends before the second starts.",
        zh: "判断前一时段是否在后一时段开始之前结束。"), kernel: before,
      examples: [
        FunctionExample("@2021 before @2022", is: "true"),
        FunctionExample("@2021 before @2021-Q3", is: "false"),
      ]),
    relation(
      "after", "晚于",
      doc: LocalizedText(
        en: "Says whether the first period starts after the second ends.",
        zh: "判断前一时段是否在后一时段结束之后开始。"), kernel: after,
      examples: [FunctionExample("@2022-01-01 after @2021", is: "true")]),
    relation(
      "meets", "衔接",
      doc: LocalizedText(
        en: "Says whether one period starts on the day after the other ends.",
        zh: "判断一个时段是否在另一个结束的次日开始。"), kernel: meets,
      examples: [
        FunctionExample("@2021 meets @2022", is: "true"),
        FunctionExample("@2021 meets @2023", is: "false"),
      ]),
  ]

  private static func relation(
    _ en: String, _ zh: String, doc: LocalizedText, kernel: @escaping Kernel,
    examples: [FunctionExample]
  ) -> Function {
    Function(
      en, zh, .comparison, doc: doc,
      [.taking(.period, .period, giving: .bool, known: .always, kernel: kernel)],
      examples: examples)
  }
}

extension Periods {
  static func overlaps(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    rows(arguments[0], arguments[1], count) { $0.start <= $1.end && $1.start <= $0.end }
  }

  static func covers(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    rows(arguments[0], arguments[1], count) { $0.start <= $1.start && $0.end >= $1.end }
  }

  static func isIn(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    rows(arguments[1], arguments[0], count) { $0.start <= $1.start && $0.end >= $1.end }
  }

  static func before(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    rows(arguments[0], arguments[1], count) { $0.end < $1.start }
  }

  static func after(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    rows(arguments[0], arguments[1], count) { $0.start > $1.end }
  }

  static func meets(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    rows(arguments[0], arguments[1], count) { left, right in
      (left.end != Period.openEnd && left.end &+ 1 == right.start)
        || (right.end != Period.openEnd && right.end &+ 1 == left.start)
    }
  }

  @inline(__always)
  private static func rows(
    _ left: Vector, _ right: Vector, _ count: Int,
    _ test: ((start: Int32, end: Int32), (start: Int32, end: Int32)) -> Bool
  ) -> Vector {
    let (lefts, rights) = (left.periods(count), right.periods(count))
    let found = lefts.starts.withUnsafeBufferPointer { starts in
      lefts.ends.withUnsafeBufferPointer { ends in
        rights.starts.withUnsafeBufferPointer { otherStarts in
          rights.ends.withUnsafeBufferPointer { otherEnds in
            bits(count) { test((starts[$0], ends[$0]), (otherStarts[$0], otherEnds[$0])) }
          }
        }
      }
    }
    return Vector(.bools(found.kept(where: bothKnown(left.presence, right.presence))))
  }
}
