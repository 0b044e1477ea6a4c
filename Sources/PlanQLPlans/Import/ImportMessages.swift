import PlanQLData

/// All that an import can say, in both languages.
enum ImportMessages {
  static let allAmountsUnread = LocalizedText(
    en: "no unit of money is stated, so the amounts were not read",
    zh: "没有写明金额单位,金额均未读取")

  static func amountsDisagree(_ sum: String, _ stated: String) -> LocalizedText {
    LocalizedText(
      en: "the yearly amounts add up to \(sum), but '\(stated)' is stated",
      zh: "各年金额之和为 \(sum),原文为“\(stated)”")
  }

  static func amountIsRough(_ text: String) -> LocalizedText {
    LocalizedText(en: "the rough amount '\(text)' was read as exact", zh: "概数“\(text)”按准确数读取")
  }

  static func amountInOtherUnit(_ text: String, _ unit: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was written in \(unit)", zh: "“\(text)”换算为\(unit)")
  }

  static func cellIsAbsent(_ heading: String) -> LocalizedText {
    LocalizedText(en: "the row has nothing for '\(heading)'", zh: "本行缺“\(heading)”")
  }

  static func currencyFound(_ code: String) -> LocalizedText {
    LocalizedText(en: "the currency is \(code)", zh: "币种为 \(code)")
  }

  static func deadline(_ text: String, _ period: String) -> LocalizedText {
    LocalizedText(
      en: "the deadline '\(text)' was read as the period \(period)",
      zh: "期限“\(text)”读为时段 \(period)")
  }

  static let headingsAmidText = LocalizedText(
    en: "the headings of a table stand amid text that cannot be cut into rows",
    zh: "表头夹在文字中间,后面的文字无法分成行")

  static func horizonFound(_ period: String, _ source: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the plan's horizon is \(period), from \(source.en)",
      zh: "规划期为 \(period),依据\(source.zh)")
  }

  static func kindUnknown(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the name '\(name)' does not tell what kind of unit it is",
      zh: "从名称看不出“\(name)”是哪类单位")
  }

  static let linesAfterSite = LocalizedText(
    en: "stands after a line of the site and before more of the plan",
    zh: "位于网站文字之后、规划内容之前")

  static func listIsOpen(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the list of units of '\(name)' ends in 等: it names only some",
      zh: "“\(name)”的责任单位以“等”结尾,只列出一部分")
  }

  static func listIsUnfinished(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the list of units of '\(name)' ends in a separator: something may be missing after it",
      zh: "“\(name)”的责任单位以分隔符结尾,后面可能有缺漏")
  }

  static func noMark(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' was read as none", zh: "“\(heading)”栏的“\(text)”读为“无”")
  }

  static let numbersWithoutHeading = LocalizedText(
    en: "the rows begin with numbers that have no heading", zh: "各行以序号开头,表头中没有序号栏")

  static func numberTwice(_ number: Int) -> LocalizedText {
    LocalizedText(en: "the number \(number) stands twice", zh: "序号 \(number) 出现两次")
  }

  static func numbersSkip(_ from: Int, _ to: Int) -> LocalizedText {
    LocalizedText(
      en: "the numbers go from \(from) to \(to)", zh: "序号从 \(from) 跳到 \(to)")
  }

  static func otherLabel(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' among the units was left out", zh: "责任单位中的“\(text)”未收入")
  }

  static func periodRead(_ text: String, _ period: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was read as the period \(period)", zh: "“\(text)”读为时段 \(period)")
  }

  static let rowDoesNotFit = LocalizedText(
    en: "the row cannot be cut into the columns of its table", zh: "本行与表头各栏对不上")

  static let rowIsCutOff = LocalizedText(
    en: "the row is cut off before its last column", zh: "本行在最后一栏之前中断")

  static func severalRows(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) rows stand on one line", zh: "一行文字中有 \(count) 行数据")
  }

  static func standing(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' has no dates, so the period was left blank", zh: "“\(text)”没有日期,期限留空")
  }

  static let strayLine = LocalizedText(
    en: "the line stands between rows and belongs to none", zh: "夹在两行数据之间,不属于任何一行")

  static let tableOfIndicators = LocalizedText(
    en: "the table is one of indicators; importing those is not built yet",
    zh: "这是指标表,目前还不能导入指标表")

  static let tableOfOtherKind = LocalizedText(
    en: "the table is none of projects or tasks", zh: "这个表既不是项目表,也不是任务表")

  static let totalDoesNotFit = LocalizedText(
    en: "the total cannot be matched to the columns of money", zh: "合计行与金额各栏对不上")

  static let unitsAreCutOff = LocalizedText(
    en: "the list of units is cut off", zh: "责任单位没有写完")

  static let unknownLine = LocalizedText(
    en: "the line is of no known kind", zh: "无法判断本行的内容")

  static func unreadable(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' cannot be read and was left blank",
      zh: "“\(heading)”栏的“\(text)”无法读取,已留空")
  }

  static func rowsJoined(_ count: Int) -> LocalizedText {
    LocalizedText(en: "the row was put together from \(count) lines", zh: "本行由 \(count) 行文字拼成")
  }

  static func titleFound(_ title: String) -> LocalizedText {
    LocalizedText(en: "the plan's title is '\(title)'", zh: "规划标题为“\(title)”")
  }
}

/// A document that is not imported, with the reason.
package struct ImportRefusal: Error, Sendable, Hashable {
  /// The file as it was called.
  package var file: String
  /// The line that the reason is about.
  package var line: Int?
  package let reason: LocalizedText
  /// What may be done.
  package let help: LocalizedText?

  init(
    file: String = "", line: Int? = nil, _ reason: LocalizedText, help: LocalizedText? = nil
  ) {
    self.file = file
    self.line = line
    self.reason = reason
    self.help = help
  }

  /// The refusal as one line: `plan.txt:12: …`.
  package func text(_ language: PlanQLData.Language) -> String {
    let place = line.map { "\(file):\($0)" } ?? file
    let advice = help.map { " (\($0[language]))" } ?? ""
    return "\(place): \(reason[language])\(advice)"
  }
}

extension ImportRefusal {
  static let notText = ImportRefusal(
    LocalizedText(
      en: "not a text in UTF-8, UTF-16 or GB18030", zh: "不是 UTF-8、UTF-16 或 GB18030 编码的文本"),
    help: LocalizedText(en: "save the document as plain text", zh: "请把文件另存为纯文本"))

  static let blank = ImportRefusal(LocalizedText(en: "the document is blank", zh: "文件是空的"))

  static func rowsLost(
    _ title: String, line: Int, kept: Int, lost: Int
  ) -> ImportRefusal {
    ImportRefusal(
      line: line,
      kept == 0
        ? LocalizedText(
          en: "the headings '\(title)' announce a table, but its rows cannot be told apart",
          zh: "表头“\(title)”后面应当有表格,但无法分出各行")
        : LocalizedText(
          en: "of the table '\(title)' only \(kept) rows can be read and \(lost) cannot",
          zh: "表格“\(title)”只能读出 \(kept) 行,另有 \(lost) 行无法读出"),
      help: LocalizedText(
        en: "the order of the text may be broken, as in text copied from a PDF; use the original file",
        zh: "文字顺序可能已被打乱,例如从 PDF 中复制的文字;请使用原始文件"))
  }

  static func noTable(_ kind: DocumentKind) -> ImportRefusal {
    switch kind {
    case .other:
      ImportRefusal(
        LocalizedText(
          en: "no table of projects and no list of responsibilities found",
          zh: "没有找到项目表,也没有找到责任分工"))
    case .bulletin:
      ImportRefusal(
        LocalizedText(
          en: "a bulletin in prose, without a table; importing those is not built yet",
          zh: "这是文字通报,没有表格,目前还不能导入"))
    case .ranking:
      ImportRefusal(
        LocalizedText(
          en: "a ranking in prose; importing those is not built yet", zh: "这是文字排名,目前还不能导入"))
    case .rules:
      ImportRefusal(
        LocalizedText(
          en: "rules of scoring in prose; importing those is not built yet",
          zh: "这是文字计分规则,目前还不能导入"))
    case .indicators:
      ImportRefusal(
        LocalizedText(
          en: "a table of indicators; importing those is not built yet",
          zh: "这是指标表,目前还不能导入"))
    }
  }
}

/// What a document without a table that can be imported is, as far as its words tell.
enum DocumentKind: Sendable, Hashable {
  case bulletin, ranking, rules, indicators, other

  init(of lines: [DocumentLine]) {
    func count(_ words: [String]) -> Int {
      lines.count { line in words.contains { line.text.contains($0) } }
    }
    if count(["计分", "扣分", "扣完为止", "得分"]) >= 2 {
      self = .rules
    } else if count(["排名", "前10位", "后10位", "依次是"]) >= 2 {
      self = .ranking
    } else if count(["约束性", "预期性"]) >= 2 {
      self = .indicators
    } else if count(["完成投资", "年度计划投资", "年度计划", "亿元", "万元"]) >= 1 {
      self = .bulletin
    } else {
      self = .other
    }
  }
}
