import PlanQLData

/// What an import says of scores, rankings, rules and targets.
extension ImportMessages {
  static func capIsOfSeveral(_ title: String, _ points: String) -> LocalizedText {
    LocalizedText(
      en:
        "the \(points) points at most of '\(title)' may be of one deduction or of several together; they were given to none of them",
      zh: "“\(title)”的上限 \(points) 分可能属于其中一项扣分，也可能由几项共用，未计入任何一项")
  }

  static func capIsShared(_ heading: String, _ points: String) -> LocalizedText {
    LocalizedText(
      en:
        "the \(points) points at most under '\(heading)' are one cell over several rules; they were given to none of them",
      zh: "“\(heading)”栏的上限 \(points) 分是跨多条规则的合并单元格，未计入其中任何一条")
  }

  static func targetKeptAsText(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "the target '\(text)' is no plain value with a bound; it was kept as text only",
      zh: "目标“\(text)”不是单纯的数值和界限，只按原文保留")
  }

  static func indicatorTwice(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' has another target of the same year; both were kept",
      zh: "“\(name)”同一年还有另一个目标，均已保留")
  }

  static func rankingAtOdds(_ item: String) -> LocalizedText {
    LocalizedText(
      en: "a place that the ranking '\(item)' names differs from the number of units before it",
      zh: "“\(item)”排名中写明的名次与前面列出的单位数不符")
  }

  static func rankingOrderInherited(_ item: String) -> LocalizedText {
    LocalizedText(
      en:
        "the text does not say which end the list '\(item)' begins with; it was read as the list before it",
      zh: "原文没有写明“\(item)”的名单从哪一头排起，按前一份名单的次序读取")
  }

  static func rankingOrderRead(_ item: String, _ first: String, isLast: Bool) -> LocalizedText {
    isLast
      ? LocalizedText(
        en: "the ranking '\(item)' goes by the value: '\(first)', which stands first, is the last",
        zh: "“\(item)”按数值排列：排在最前的“\(first)”为末位")
      : LocalizedText(
        en: "the ranking '\(item)' goes by the value: '\(first)', which stands first, is the first",
        zh: "“\(item)”按数值排列：排在最前的“\(first)”为第 1 位")
  }

  static func rankingOrderUnknown(_ item: String) -> LocalizedText {
    LocalizedText(
      en:
        "the text does not say which end the list '\(item)' begins with; its units were taken without places",
      zh: "原文没有写明“\(item)”的名单从哪一头排起，只收入单位，没有名次")
  }

  static func rankingTwice(_ item: String, _ other: String) -> LocalizedText {
    LocalizedText(
      en:
        "another ranking of '\(item)' stands before this one; what tells them apart was not read, and this one was taken as '\(other)'",
      zh: "前面已有“\(item)”的另一份排名，两者的区别未能读取，这一份按“\(other)”收入")
  }

  static func ruleBroken(_ title: String) -> LocalizedText {
    LocalizedText(
      en: "'\(title)' is no item that points could be given for; the line was left out",
      zh: "“\(title)”不像是计分的内容，本行未收入")
  }

  static func ruleStepTooLarge(_ title: String, _ step: String, _ points: String) -> LocalizedText {
    LocalizedText(
      en: "'\(title)' takes off \(step) points at once, but has only \(points)",
      zh: "“\(title)”一次扣 \(step) 分，而满分只有 \(points) 分")
  }

  static func targetsOfOtherYears(_ name: String, _ others: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' has further targets, which were kept as written: '\(others)'",
      zh: "“\(name)”还有其他年份的目标，按原文保留：“\(others)”")
  }
}
