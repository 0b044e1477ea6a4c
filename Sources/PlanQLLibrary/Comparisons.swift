import PlanQLData

/// Equality and order. Two-valued: two missing values are equal, a missing and a known one are not,
/// and neither is before the other.
enum Comparisons {
  static let functions: [Function] = [
    Function(
      "equal", "等于", .comparison,
      doc: LocalizedText(
        en: "Says whether two values are the same, or both missing.",
        zh: "判断两个值是否相同；两边都缺失也算相同。"),
      [.alike(ofOneType, known: .always, kernel: equal) { DataType.bool.ifTrue($0.hasEquality) }],
      examples: [
        FunctionExample("1 = 1.0", is: "true"), FunctionExample("@2021 = @2021-Q1", is: "false"),
        FunctionExample("missing = 0", is: "false"),
      ]),
    Function(
      "not_equal", "不等于", .comparison,
      doc: LocalizedText(
        en: "Says whether two values differ; exactly where equal says no.",
        zh: "判断两个值是否不同，与“等于”恰好相反。"),
      [
        .alike(ofOneType, known: .always, kernel: notEqual) {
          DataType.bool.ifTrue($0.hasEquality)
        }
      ],
      examples: [
        FunctionExample("\"a\" != \"b\"", is: "true"),
        FunctionExample("missing != missing", is: "false"),
      ]),
    ordering(
      "less", "小于",
      doc: LocalizedText(
        en: "Says whether the first value stands before the second in the order of their type.",
        zh: "判断第一个值是否小于第二个值。"), kernel: less,
      examples: [FunctionExample("2 < 10", is: "true"), FunctionExample("1 < 1.0", is: "false")]),
    ordering(
      "less_or_equal", "小于等于",
      doc: LocalizedText(
        en: "Says whether the first value stands before the second or equals it.",
        zh: "判断第一个值是否小于或等于第二个值。"), kernel: lessOrEqual,
      examples: [FunctionExample("800万元 <= 800万元", is: "true")]),
    ordering(
      "greater", "大于",
      doc: LocalizedText(
        en: "Says whether the first value stands after the second in the order of their type.",
        zh: "判断第一个值是否大于第二个值。"), kernel: greater,
      examples: [FunctionExample("@2021-03-05 > @2021-03-04", is: "true")]),
    ordering(
      "greater_or_equal", "大于等于",
      doc: LocalizedText(
        en: "Says whether the first value stands after the second or equals it.",
        zh: "判断第一个值是否大于或等于第二个值。"), kernel: greaterOrEqual,
      examples: [
        FunctionExample("1 >= 2", is: "false"), FunctionExample("missing >= 2", is: "false"),
      ]),
  ]

  private static let ofOneType = LocalizedText(
    en: "two values of one type", zh: "两个同类型的值")

  private static func ordering(
    _ en: String, _ zh: String, doc: LocalizedText, kernel: @escaping Kernel,
    examples: [FunctionExample]
  ) -> Function {
    Function(
      en, zh, .comparison, doc: doc,
      [.alike(ofOneType, known: .always, kernel: kernel) { DataType.bool.ifTrue($0.hasOrder) }],
      examples: examples)
  }
}

/// The kernels. All six come down to two: equality and strict order of known values.
extension Comparisons {
  static func equal(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    Vector(.bools(equality(arguments[0], arguments[1], count)))
  }

  static func notEqual(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    Vector(.bools(~equality(arguments[0], arguments[1], count)))
  }

  static func less(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    strictly(arguments[0], arguments[1], count)
  }

  static func greater(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    strictly(arguments[1], arguments[0], count)
  }

  static func lessOrEqual(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    notAfter(arguments[0], arguments[1], count)
  }

  static func greaterOrEqual(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    notAfter(arguments[1], arguments[0], count)
  }

  private static func strictly(_ left: Vector, _ right: Vector, _ count: Int) -> Vector {
    let known = bothKnown(left.presence, right.presence)
    return Vector(.bools(before(left, right, count).kept(where: known)))
  }

  private static func notAfter(_ left: Vector, _ right: Vector, _ count: Int) -> Vector {
    let known = bothKnown(left.presence, right.presence)
    return Vector(.bools((~before(right, left, count)).kept(where: known)))
  }

  /// Where two vectors of one type are equal, missing values too.
  static func equality(_ left: Vector, _ right: Vector, _ count: Int) -> Bitmap {
    let same = lanesEqual(left, right, count)
    guard let lefts = left.presence else { return same.kept(where: right.presence) }
    guard let rights = right.presence else { return same & lefts }
    return (same & lefts & rights) | ~(lefts | rights)
  }

  /// Where the lanes are equal, whatever is missing.
  static func lanesEqual(_ left: Vector, _ right: Vector, _ count: Int) -> Bitmap {
    switch left.lanes {
    case .bools(let lefts): return ~(lefts ^ right.bools(count))
    case .words: return compare(left.words(count), right.words(count), count) { $0 == $1 }
    case .doubles: return compare(left.doubles(count), right.doubles(count), count) { $0 == $1 }
    case .texts: return left.texts(count).equal(right.texts(count), count)
    case .periods:
      let (lefts, rights) = (left.periods(count), right.periods(count))
      return compare(lefts.starts, rights.starts, count) { $0 == $1 }
        & compare(lefts.ends, rights.ends, count) { $0 == $1 }
    case .lists: return Bitmap(repeating: false, count: count)
    }
  }

  /// Where the left lane stands before the right one, whatever is missing.
  static func before(_ left: Vector, _ right: Vector, _ count: Int) -> Bitmap {
    switch left.lanes {
    case .bools(let lefts): return ~lefts & right.bools(count)
    case .words: return compare(left.words(count), right.words(count), count) { $0 < $1 }
    case .doubles: return compare(left.doubles(count), right.doubles(count), count) { $0 < $1 }
    case .texts: return left.texts(count).before(right.texts(count), count)
    case .periods:
      let (lefts, rights) = (left.periods(count), right.periods(count))
      return compare(lefts.starts, rights.starts, count) { $0 < $1 }
        | (compare(lefts.starts, rights.starts, count) { $0 == $1 }
          & compare(lefts.ends, rights.ends, count) { $0 < $1 })
    case .lists: return Bitmap(repeating: false, count: count)
    }
  }

  @inline(__always)
  private static func compare<Element>(
    _ left: [Element], _ right: [Element], _ count: Int, _ test: (Element, Element) -> Bool
  ) -> Bitmap {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        bits(count) { test(left[$0], right[$0]) }
      }
    }
  }
}
