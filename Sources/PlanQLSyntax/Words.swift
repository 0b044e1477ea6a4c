package import PlanQLData

/// A word of the language: its two spellings, where it stands, and what it is for. Functions,
/// fields and values of enumerations are not words of the language; they are records elsewhere.
package struct Word: Sendable, Hashable {
  /// Where a word stands, and which of those that stand there it is.
  package enum Kind: Sendable, Hashable {
    case statement(StatementWord)
    case stage(StageWord)
    case clause(ClauseWord)
    case binary(BinaryOperator)
    case test(PresenceTest)
    case display(DisplayWord)
    case prefix(PrefixWord)
    case literal(LiteralWord)
    case special(SpecialName)
    case type(TypeWord)
    case grain(Grain)
    case chart(ChartKind)
  }

  /// Where the word stands.
  package let kind: Kind
  /// Both spellings.
  package let name: Name
  /// One phrase for help and completion.
  package let doc: LocalizedText

  /// Makes a row of the table.
  init(_ kind: Kind, _ name: Name, en: String, zh: String) {
    self.kind = kind
    self.name = name
    self.doc = LocalizedText(en: en, zh: zh)
  }

  /// Every word of the language. To add one, add its case and its row; lexing, parsing, printing,
  /// help and messages follow.
  package static let all: [Word] =
    StatementWord.allCases.map(\.word) + StageWord.allCases.map(\.word)
    + ClauseWord.allCases.map(\.word)
    + BinaryOperator.allCases.compactMap(\.word) + PresenceTest.allCases.map(\.word)
    + DisplayWord.allCases.map(\.word) + PrefixWord.allCases.map(\.word)
    + LiteralWord.allCases.map(\.word) + SpecialName.allCases.map(\.word)
    + TypeWord.allCases.map(\.word) + Grain.allCases.map(\.word) + ChartKind.allCases.map(\.word)

  /// Finds the words that a spelling may be, wherever it may stand.
  package static func named(_ text: String) -> [Word] {
    all.filter { $0.name.matches(text) }
  }
}

/// A word that begins a statement.
package enum StatementWord: String, Sendable, Hashable, CaseIterable {
  case parameter, binding, definition, use, check, title, text, table, chart, loop, condition

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .parameter:
      Word(
        .statement(self), Name("param", "参数"),
        en: "declares what the caller may set: 'param year: period = 2023'",
        zh: "声明可由外部设定的参数：'参数 年份: 时段 = 2023'")
    case .binding:
      Word(
        .statement(self), Name("let", "设定"),
        en: "names a value or a table: 'let late = projects | where …'",
        zh: "给一个值或一张表起名：'设定 滞后 = 项目 | 筛选 …'")
    case .definition:
      Word(
        .statement(self), Name("define", "定义"),
        en:
          "defines a function or a computed field: 'define project.gap = investment - sum(funding.paid)'",
        zh: "定义函数或计算字段：'定义 项目.缺口 = 投资额 - 求和(资金.支付)'")
    case .use:
      Word(
        .statement(self), Name("use", "引用"),
        en: "takes the definitions of another file: 'use \"shared.planql\"'",
        zh: "引用另一个文件中的定义：'引用 “共用.planql”'")
    case .check:
      Word(
        .statement(self), Name("check", "核对"),
        en: "a named check, a line of the report: 'check \"sums agree\": a = b'",
        zh: "一条有名称的核对，在报告中占一行：'核对 “合计一致”: a = b'")
    case .title:
      Word(
        .statement(self), Name("title", "标题"),
        en: "a heading of the report: 'title \"{plan.region}\"'",
        zh: "报告的标题：'标题 “{规划.地区}”'")
    case .text:
      Word(
        .statement(self), Name("text", "正文"),
        en:
          "a paragraph of the report, in Markdown with holes: 'text \"{count(projects)} projects\"'",
        zh: "报告的一段文字，Markdown 格式，可嵌入算式：'正文 “共 {计数(项目)} 个项目”'")
    case .table:
      Word(
        .statement(self), Name("table", "表格"),
        en: "a table with a caption: 'table \"by lead\": projects | …'",
        zh: "带标题的表格：'表格 “按单位”: 项目 | …'")
    case .chart:
      Word(
        .statement(self), Name("chart", "图表"),
        en:
          "a picture of a table, 'bar', 'line', 'gantt' or 'heat': 'chart bar \"by year\": yearly | …'",
        zh: "把表格画成图，有柱形、折线、甘特、热力：'图表 柱形 “按年度”: 年度安排 | …'")
    case .loop:
      Word(
        .statement(self), Name("for", "逐个"),
        en: "parts of the report for each row of a table: 'for u in units { title u.name }'",
        zh: "对表中每一行重复一段报告：'逐个 u 取自 单位 { 标题 u.名称 }'")
    case .condition:
      Word(
        .statement(self), Name("if", "如果"),
        en: "parts of the report under a condition: 'if any(late) { table: late } else { … }'",
        zh: "满足条件才出现的一段报告：'如果 存在(滞后) { 表格: 滞后 } 否则 { … }'")
    }
  }
}

/// A word that begins a stage of a pipeline.
package enum StageWord: String, Sendable, Hashable, CaseIterable {
  case filter, select, extend, drop, summarize, sort, take, skip, distinct, expand, spread
  case join, leftJoin, fullJoin, append, pivot, fill, total, cite, label

  /// The word with both its spellings.
  package var word: Word {
    let signature = signature
    return Word(
      .stage(self), signature.name, en: signature.summary.en, zh: signature.summary.zh)
  }
}

/// A word that continues a stage, or that begins a clause inside a call.
package enum ClauseWord: String, Sendable, Hashable, CaseIterable {
  case by, descending, ascending, `in`, split, once, over, evenly, daily, weights, on, across
  case within, filter, sort, distinct

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .by: row("by", "按", "for each of these", "按这些分组")
    case .descending: row("desc", "降序", "from large to small", "从大到小")
    case .ascending: row("asc", "升序", "from small to large, as without the word", "从小到大，可省略")
    case .in: row("in", "取自", "the list that the elements are taken from", "元素取自哪个列表")
    case .split: row("split", "均分", "shares the amount out over the elements", "把金额分摊到各元素")
    case .once: row("once", "计一次", "leaves the amount on the first element", "金额只计在第一个元素上")
    case .over: row("over", "依据", "the period that the amount is spread over", "按哪个时段分摊")
    case .evenly: row("evenly", "均摊", "the same for each part, as without the word", "各期相同，可省略")
    case .daily: row("daily", "逐日", "by the days in each part", "按各期的天数")
    case .weights: row("weights", "权重", "by a weight for each part", "按各期的权重")
    case .on: row("on", "对应", "the condition that makes partners", "按什么条件关联")
    case .across: row("across", "横向", "the values that become columns", "哪一项横向展开")
    case .within: row("within", "同一", "among the rows that agree in these", "在同一组之内")
    case .filter: row("where", "其中", "inside a call: only the rows where it holds", "在函数里：只计满足条件的行")
    case .sort: row("sort", "排序", "inside a call: the order of the rows", "在函数里：各行的顺序")
    case .distinct: row("distinct", "去重", "inside a call: one row for each of these", "在函数里：每种只计一行")
    }
  }

  private func row(
    _ en: String, _ zh: String, _ doc: String, _ zhDoc: String
  ) -> Word {
    Word(.clause(self), Name(en, zh), en: doc, zh: zhDoc)
  }
}

/// A word that says how the value before it is shown.
package enum DisplayWord: String, Sendable, Hashable, CaseIterable {
  case unit, decimals

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .unit:
      Word(.display(self), Name("as", "折合"), en: "shown in a unit", zh: "以某单位显示")
    case .decimals:
      Word(.display(self), Name("to", "保留"), en: "shown with so many decimals", zh: "显示几位小数")
    }
  }
}

/// A word that is reserved where an operand is due, or that goes on from one that is.
package enum PrefixWord: String, Sendable, Hashable, CaseIterable {
  case not, `if`, then, `else`, `case`

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .not: row("not", "非", "the opposite of a condition", "条件的反面")
    case .if: row("if", "如果", "one value or another: 'if c then a else b'", "二选一：'如果 c 则 a 否则 b'")
    case .then: row("then", "则", "the value where the condition holds", "条件成立时的值")
    case .else: row("else", "否则", "the value in all other cases", "其他情况的值")
    case .case:
      row(
        "case", "分情况", "the first value whose condition holds: 'case { c: a, else: b }'",
        "取第一个条件成立的值：'分情况 { c: a, 否则: b }'")
    }
  }

  private func row(_ en: String, _ zh: String, _ doc: String, _ zhDoc: String) -> Word {
    Word(.prefix(self), Name(en, zh), en: doc, zh: zhDoc)
  }
}

/// A word that is a value.
package enum LiteralWord: String, Sendable, Hashable, CaseIterable {
  case `true`, `false`, missing

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .true: Word(.literal(self), Name("true", "是"), en: "the truth value true", zh: "真值：成立")
    case .false: Word(.literal(self), Name("false", "否"), en: "the truth value false", zh: "真值：不成立")
    case .missing: Word(.literal(self), Name("missing", "缺失"), en: "no value", zh: "没有值")
    }
  }
}

/// A name that the language itself gives.
package enum SpecialName: String, Sendable, Hashable, CaseIterable {
  case plan, param, outer, this

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .plan: row("plan", "规划", "the plan: 'plan.title', 'plan.projects'", "规划本身：'规划.标题'、'规划.项目'")
    case .param: row("param", "参数", "the parameters: 'param.year'", "参数：'参数.年份'")
    case .outer: row("outer", "外层", "the row around this one: 'outer.section'", "外面一层的行：'外层.章节'")
    case .this: row("this", "本行", "the plan row that the row came from", "本行所对应的规划记录")
    }
  }

  private func row(_ en: String, _ zh: String, _ doc: String, _ zhDoc: String) -> Word {
    Word(.special(self), Name(en, zh), en: doc, zh: zhDoc)
  }

  /// Reads either spelling; nil for any other name.
  package init?(text: String) {
    guard let name = WordRoles.of(text).special else { return nil }
    self = name
  }
}

/// A word that names a type.
package enum TypeWord: String, Sendable, Hashable, CaseIterable {
  case bool, int, number, money, text, date, period, duration, table, list

  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .bool: row("bool", "是否", "true or false", "是或否")
    case .int: row("int", "整数", "a whole number", "整数")
    case .number: row("number", "数值", "a number", "可带小数的数")
    case .money: row("money", "金额", "an exact amount of money", "精确的金额")
    case .text: row("text", "文本", "text", "文字")
    case .date: row("date", "日期", "a day", "某一天")
    case .period: row("period", "时段", "a run of days, such as a year", "一段时间，例如一年")
    case .duration: row("duration", "时长", "a number of months or of days", "若干个月或若干天")
    case .table: row("table", "表", "a table", "一张表")
    case .list: row("list", "列表", "a list", "列表")
    }
  }

  private func row(_ en: String, _ zh: String, _ doc: String, _ zhDoc: String) -> Word {
    Word(.type(self), Name(en, zh), en: doc, zh: zhDoc)
  }

  /// Reads either spelling; nil for any other name.
  package init?(text: String) {
    guard let type = WordRoles.of(text).type else { return nil }
    self = type
  }
}

extension Grain {
  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .year: Word(.grain(self), name, en: "by calendar years", zh: "按年")
    case .half: Word(.grain(self), name, en: "by half years", zh: "按半年")
    case .quarter: Word(.grain(self), name, en: "by quarters", zh: "按季度")
    case .month: Word(.grain(self), name, en: "by months", zh: "按月")
    case .day: Word(.grain(self), name, en: "by days", zh: "按日")
    }
  }

  /// Reads either spelling; nil for any other name.
  package init?(text: String) {
    guard let grain = WordRoles.of(text).grain else { return nil }
    self = grain
  }
}

extension ChartKind {
  /// The word with both its spellings.
  package var word: Word {
    switch self {
    case .bar:
      row(
        "bar", "柱形", "a bar for each row: the first column names it, the others are its lengths",
        "每行一组柱形：首列是名称，其余各列是长度")
    case .line:
      row(
        "line", "折线", "a line for each column of values, along the first column",
        "沿首列展开，每列数值一条折线")
    case .gantt:
      row(
        "gantt", "甘特", "a bar along a time axis for each row with a period",
        "每行一条，按时段画在时间轴上")
    case .heat:
      row(
        "heat", "热力", "a cross-table whose cells are shaded by their values",
        "交叉表，按数值大小着色")
    }
  }

  private func row(_ en: String, _ zh: String, _ doc: String, _ zhDoc: String) -> Word {
    Word(.chart(self), Name(en, zh), en: doc, zh: zhDoc)
  }
}
