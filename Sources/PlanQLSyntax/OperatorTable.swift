package import PlanQLData

/// How tightly an operator holds its operands, loosest first.
package enum Binding: Int, Sendable, Hashable, Comparable, CaseIterable {
  case disjunction, conjunction, negation, comparison, range, coalescence, sum, product, sign

  /// The binding that takes every operator.
  package static let loosest = Binding.disjunction

  /// Orders bindings, loosest first.
  package static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter binding.
  package var tighter: Binding { Binding(rawValue: rawValue + 1) ?? .sign }
}

/// What there is to know of a binary operator.
package struct OperatorRecord: Sendable, Hashable {
  /// How an operator is written.
  package enum Spelling: Sendable, Hashable {
    /// `+`, the same in both languages
    case symbol(String)
    /// `starts with`, `开头是`
    case words(Name)
  }

  /// How tightly the operator holds its operands.
  package let binding: Binding
  /// How the operator is written.
  package let spelling: Spelling
  /// The name of the library's function; negated forms name that of the positive form.
  package let function: String
  /// The operator that this one is the exact negation of.
  package let negates: BinaryOperator?
  /// One phrase for help and completion.
  package let doc: LocalizedText

  /// The operator as written in a language.
  package func text(_ language: Language) -> String {
    switch spelling {
    case .symbol(let symbol): symbol
    case .words(let name): name[language]
    }
  }
}

extension BinaryOperator {
  /// Every binary operator, loosest first. To add one, add its case, its row here and a function
  /// record of that name; parser, printer, checker and help follow.
  package var record: OperatorRecord {
    switch self {
    case .or: words(.disjunction, "or", "或", "or", "either holds", "至少一个成立")
    case .and: words(.conjunction, "and", "且", "and", "both hold", "两个都成立")
    case .equal: symbol(.comparison, "=", "equal", "the same value", "相等")
    case .notEqual: symbol(.comparison, "!=", "equal", "not the same value", "不相等", not: .equal)
    case .less: symbol(.comparison, "<", "less", "less than", "小于")
    case .lessOrEqual: symbol(.comparison, "<=", "less_or_equal", "at most", "不大于")
    case .greater: symbol(.comparison, ">", "greater", "greater than", "大于")
    case .greaterOrEqual: symbol(.comparison, ">=", "greater_or_equal", "at least", "不小于")
    case .in: test("in", "属于", "in", "one of a list, in a range or in a period", "在列表、范围或时段之内")
    case .contains: test("contains", "包含", "contains", "the text has the other in it", "文字中含有另一段")
    case .has: test("has", "含有", "has", "the list has the element", "列表中有该元素")
    case .startsWith: test("starts with", "开头是", "starts_with", "begins with the text", "以某文字开头")
    case .endsWith: test("ends with", "结尾是", "ends_with", "ends with the text", "以某文字结尾")
    case .matches:
      test("matches", "匹配", "matches", "is like a pattern with * ? […]", "符合带 * ? […] 的模式")
    case .under: test("under", "隶属", "under", "the same or below it in a hierarchy", "是其本身或其下级")
    case .overlaps: test("overlaps", "重叠", "overlaps", "the periods share a day", "两个时段有重合的日子")
    case .covers:
      test("covers", "涵盖", "covers", "the period has all of the other in it", "时段包含另一时段的全部")
    case .before: test("before", "早于", "before", "ends before the other begins", "在另一时段开始前结束")
    case .after: test("after", "晚于", "after", "begins after the other ends", "在另一时段结束后开始")
    case .meets: test("meets", "衔接", "meets", "ends the day before the other begins", "结束的次日另一时段开始")
    case .notIn: negation("not in", "不属于", of: .in)
    case .notContains: negation("not contains", "不包含", of: .contains)
    case .notHas: negation("not has", "不含有", of: .has)
    case .notStartsWith: negation("not starts with", "开头不是", of: .startsWith)
    case .notEndsWith: negation("not ends with", "结尾不是", of: .endsWith)
    case .notMatches: negation("not matches", "不匹配", of: .matches)
    case .notUnder: negation("not under", "不隶属", of: .under)
    case .notOverlaps: negation("not overlaps", "不重叠", of: .overlaps)
    case .notCovers: negation("not covers", "不涵盖", of: .covers)
    case .notBefore: negation("not before", "不早于", of: .before)
    case .notAfter: negation("not after", "不晚于", of: .after)
    case .notMeets: negation("not meets", "不衔接", of: .meets)
    case .coalesce:
      symbol(.coalescence, "??", "coalesce", "the value, else the other", "有值取值，否则取后者")
    case .add: symbol(.sum, "+", "add", "the sum", "相加")
    case .subtract: symbol(.sum, "-", "subtract", "the difference", "相减")
    case .multiply: symbol(.product, "*", "multiply", "the product", "相乘")
    case .divide: symbol(.product, "/", "divide", "the quotient", "相除")
    }
  }

  /// How tightly the operator holds its operands.
  package var binding: Binding { record.binding }

  /// The operator's word; nil where it is a symbol.
  package var word: Word? {
    let record = record
    guard case .words(let name) = record.spelling else { return nil }
    return Word(.binary(self), name, en: record.doc.en, zh: record.doc.zh)
  }

  private func symbol(
    _ binding: Binding, _ symbol: String, _ function: String, _ en: String, _ zh: String,
    not negated: BinaryOperator? = nil
  ) -> OperatorRecord {
    OperatorRecord(
      binding: binding, spelling: .symbol(symbol), function: function, negates: negated,
      doc: LocalizedText(en: en, zh: zh))
  }

  private func words(
    _ binding: Binding, _ en: String, _ zh: String, _ function: String, _ doc: String,
    _ zhDoc: String
  ) -> OperatorRecord {
    OperatorRecord(
      binding: binding, spelling: .words(Name(en, zh)), function: function, negates: nil,
      doc: LocalizedText(en: doc, zh: zhDoc))
  }

  private func test(
    _ en: String, _ zh: String, _ function: String, _ doc: String, _ zhDoc: String
  ) -> OperatorRecord {
    words(.comparison, en, zh, function, doc, zhDoc)
  }

  private func negation(_ en: String, _ zh: String, of positive: BinaryOperator) -> OperatorRecord {
    let record = positive.record
    return OperatorRecord(
      binding: record.binding, spelling: .words(Name(en, zh)), function: record.function,
      negates: positive,
      doc: LocalizedText(
        en: "the opposite of '\(record.text(.en))'", zh: "与'\(record.text(.zh))'相反"))
  }
}

extension PresenceTest: CaseIterable {
  /// Both tests.
  package static var allCases: [PresenceTest] { [.isMissing, .isKnown] }

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .isMissing:
      Word(.test(self), Name("is missing", "缺失"), en: "has no value", zh: "没有值")
    case .isKnown: Word(.test(self), Name("is known", "有值"), en: "has a value", zh: "有值")
    }
  }
}

extension UnaryOperator {
  /// How tightly the operator holds its operand.
  package var binding: Binding {
    switch self {
    case .minus: .sign
    case .not: .negation
    }
  }

  /// The operator as written in a language.
  package func text(_ language: Language) -> String {
    switch self {
    case .minus: "-"
    case .not: PrefixWord.not.word.name[language]
    }
  }
}
