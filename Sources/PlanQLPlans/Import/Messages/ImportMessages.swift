import PlanQLData

/// All that an import can say of lines and cells, in both languages, by the names of the members.
enum ImportMessages {
  static func dateBroken(_ number: String) -> LocalizedText {
    LocalizedText(en: "the date \(number) does not exist", zh: "日期 \(number) 不存在")
  }

  static func dateOfFilling(_ date: String) -> LocalizedText {
    LocalizedText(
      en: "the progress is that of \(date), the day on which the table was filled in",
      zh: "进展按填报日期 \(date) 计")
  }

  static func dateOfReport(_ date: String) -> LocalizedText {
    LocalizedText(en: "the progress is that of \(date)", zh: "进展截至 \(date)")
  }

  static let dateOfReportUnknown = LocalizedText(
    en: "the document does not say up to which day its progress counts",
    zh: "文件没有写明进展截至哪一天")

  static func deadline(_ text: String, _ period: String) -> LocalizedText {
    LocalizedText(
      en: "the deadline '\(text)' was read as the period \(period)",
      zh: "期限“\(text)”读为时段 \(period)")
  }

  static func figureRead(_ text: String, _ meaning: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was read as \(meaning)", zh: "“\(text)”读为 \(meaning)")
  }

  static func figuresAlike(_ name: String, _ values: [String]) -> LocalizedText {
    LocalizedText(
      en:
        "several figures are called '\(name)' (\(values.joined(separator: ", "))); the words that tell whose each is were not read",
      zh: "有几个数字都叫“\(name)”（\(values.joined(separator: "、"))），看不出各属哪一方")
  }

  static func figuresUnread(_ figures: [String]) -> LocalizedText {
    let shown = figures.prefix(20)
    let rest = figures.count - shown.count
    return LocalizedText(
      en: "figures not read: '\(shown.joined(separator: "', '"))'"
        + (rest > 0 ? " and \(rest) more" : "")
        + "; the words do not say what they are, or of whom",
      zh: "未收入的数据：“\(shown.joined(separator: "”“"))”" + (rest > 0 ? "等 \(figures.count) 个" : "")
        + "；看不出是什么，或属于哪一项")
  }

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

  static func milestonesRead(_ heading: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "'\(heading)' was read as \(count) milestones", zh: "“\(heading)”读为 \(count) 个节点")
  }

  static let milestonesWithoutProject = LocalizedText(
    en: "no project is named for the milestones; they were read as tasks",
    zh: "没有写明节点属于哪个项目，按任务读取")

  static func milestoneWithoutDate(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the milestone '\(name)' has no date", zh: "节点“\(name)”没有写明时间")
  }

  static func monthIsUncertain(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "the number \(text) may be a January or an October; it was not read",
      zh: "数字 \(text) 可能是 1 月，也可能是 10 月，未读取")
  }

  static func partsDisagree(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the parts of '\(name)' do not add up to its amount, which counts",
      zh: "“\(name)”的子项目金额之和与其金额不符，以其金额为准")
  }

  static func partsOfProject(_ count: Int, _ name: String, _ table: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) rows are parts of '\(name)' and stand in the table '\(table)'; their amounts do not count again",
      zh: "\(count) 行是“\(name)”的子项目，收入“\(table)”表，金额不重复计入")
  }

  static func periodRead(_ text: String, _ period: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was read as the period \(period)", zh: "“\(text)”读为时段 \(period)")
  }

  static let periodReversed = LocalizedText(
    en: "the end stands before the start; both were kept as written",
    zh: "结束时间早于开始时间，均按原文保留")

  static func ruleInParts(_ title: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "'\(title)' takes points off or gives them in \(count) ways; each became a rule of its own, without points",
      zh: "“\(title)”有 \(count) 种计分办法，各记为一条规则，分值只记在总条目上")
  }

  static func ruleUnread(_ title: String) -> LocalizedText {
    LocalizedText(
      en: "how points are taken off for '\(title)' was not understood; its words were kept",
      zh: "“\(title)”的扣分办法未能识别，按原文保留")
  }

  static func sourceUnknown(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is no source of money that is known; it was kept as written",
      zh: "“\(text)”不是认识的资金来源，按原文保留")
  }

  static func standing(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' was read as a period without ends", zh: "“\(text)”读为没有起止的时段")
  }

  static func titleFound(_ title: String) -> LocalizedText {
    LocalizedText(en: "the plan's title is '\(title)'", zh: "规划标题为“\(title)”")
  }

  static func valuesObserved(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) values of the table were read as observations too", zh: "表中 \(count) 个数值同时读为监测值"
    )
  }

  static func valuesNotObserved(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) values of the table are no observations, as they are no plain numbers, or their row names no place or no time that can be read; they stand in the table alone",
      zh: "表中有 \(count) 个数值不是单纯的数字，或所在的行没有可识别的地点或时间，未读为监测值，只保留在原表中")
  }

  static func valuesWithoutSubject(_ name: String, _ value: String) -> LocalizedText {
    LocalizedText(
      en:
        "several values are given for '\(name)' at one place and time, and what tells them apart was not read; \(value) was not taken",
      zh: "“\(name)”在同一地点和时间有几个不同的值，看不出各指什么，\(value) 未收入")
  }

  static func yearRead(_ heading: String, _ year: Int) -> LocalizedText {
    LocalizedText(en: "'\(heading)' was read as the year \(year)", zh: "“\(heading)”读为 \(year) 年")
  }

  static func yearUnknown(_ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "the document does not say which year '\(heading)' is about; the column was kept under its name",
      zh: "文件没有写明“\(heading)”是哪一年，该栏按原名保留")
  }

  static func yearsObserved(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      en: "the values of \(first) to \(last) were read as those observed",
      zh: "\(first)年至\(last)年的数值读为实际值")
  }

  static func yearsTaken(_ baseline: Int, _ target: Int) -> LocalizedText {
    LocalizedText(
      en:
        "of the years, \(baseline) was taken for the baseline and \(target) for the target; those before were observed",
      zh: "各年份中，\(baseline)年读为基期，\(target)年读为目标年，更早的年份读为实际值")
  }

  static func yearsUncertain(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      en:
        "nothing says whether the values of \(first) to \(last) were observed or are planned; they were kept under their headings",
      zh: "没有写明\(first)年至\(last)年的数值是实际值还是目标值，按原表头保留")
  }
}
