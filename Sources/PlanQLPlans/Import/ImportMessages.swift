import PlanQLData

/// All that an import can say of lines and cells, in both languages, by the names of the members.
enum ImportMessages {
  static let allAmountsUnread = LocalizedText(
    en: "no unit of money is stated, so the amounts were not read",
    zh: "没有写明金额单位，金额均未读取")

  static func amountInOtherUnit(_ text: String, _ amount: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was written as \(amount)", zh: "“\(text)”换算为 \(amount)")
  }

  static func amountIsRough(_ text: String) -> LocalizedText {
    LocalizedText(en: "the rough amount '\(text)' was read as exact", zh: "概数“\(text)”按准确数读取")
  }

  static func amountsAreIn(_ heading: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en: "the amounts under '\(heading)' are in \(unit)", zh: "“\(heading)”栏的金额单位为\(unit)")
  }

  static func amountsDisagree(_ sum: String, _ stated: String) -> LocalizedText {
    LocalizedText(
      en: "the yearly amounts add up to \(sum), but '\(stated)' is stated",
      zh: "各年金额之和为 \(sum)，原文为“\(stated)”")
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
    zh: "表头夹在文字中间，后面的文字无法分成行")

  static func horizonFound(_ period: String, _ source: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the plan's horizon is \(period), from \(source.en)",
      zh: "规划期为 \(period)，依据\(source.zh)")
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
      zh: "“\(name)”的责任单位以“等”结尾，只列出一部分")
  }

  static func listIsUnfinished(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the list of units of '\(name)' ends in a separator: something may be missing after it",
      zh: "“\(name)”的责任单位以分隔符结尾，后面可能有缺漏")
  }

  static func noMark(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' was read as none", zh: "“\(heading)”栏的“\(text)”读为“无”")
  }

  static func numbersSkip(_ from: Int, _ to: Int) -> LocalizedText {
    LocalizedText(
      en: "the numbers go from \(from) to \(to)", zh: "序号从 \(from) 跳到 \(to)")
  }

  static let numbersWithoutHeading = LocalizedText(
    en: "the rows begin with numbers that have no heading", zh: "各行以序号开头，表头中没有序号栏")

  static func numberTwice(_ number: Int) -> LocalizedText {
    LocalizedText(en: "the number \(number) stands twice", zh: "序号 \(number) 出现两次")
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

  static func rowsJoined(_ count: Int) -> LocalizedText {
    LocalizedText(en: "the row was put together from \(count) lines", zh: "本行由 \(count) 行文字拼成")
  }

  static func severalRows(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) rows stand on one line", zh: "一行文字中有 \(count) 行数据")
  }

  static func standing(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' was read as a period without ends", zh: "“\(text)”读为没有起止的时段")
  }

  static let strayLine = LocalizedText(
    en: "the line stands between rows and belongs to none", zh: "夹在两行数据之间，不属于任何一行")

  static let tableOfIndicators = LocalizedText(
    en: "the table is one of indicators; importing those is not built yet",
    zh: "这是指标表，目前还不能导入指标表")

  static let tableOfOtherKind = LocalizedText(
    en: "the table is none of projects or tasks", zh: "这个表既不是项目表，也不是任务表")

  static func titleFound(_ title: String) -> LocalizedText {
    LocalizedText(en: "the plan's title is '\(title)'", zh: "规划标题为“\(title)”")
  }

  static let totalDoesNotFit = LocalizedText(
    en: "the total cannot be matched to the columns of money", zh: "合计行与金额各栏对不上")

  static let unitsAreCutOff = LocalizedText(
    en: "the list of units is cut off", zh: "责任单位没有写完")

  static let unknownLine = LocalizedText(
    en: "the line is of no known kind", zh: "无法判断本行的内容")

  static func unreadable(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' cannot be read and was left blank",
      zh: "“\(heading)”栏的“\(text)”无法读取，已留空")
  }

  static func yearRead(_ heading: String, _ year: Int) -> LocalizedText {
    LocalizedText(en: "'\(heading)' was read as the year \(year)", zh: "“\(heading)”读为 \(year) 年")
  }
}
