import PlanQLData

/// What an import can say of tasks, of those who answer for them, and of measures, by the names of the
/// members.
extension ImportMessages {
  static func dutiesOfMeasure(_ title: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "in the text of the measure '\(title)' \(count) clauses were read as duties",
      zh: "措施“\(title)”的正文中有 \(count) 个分句读为任务")
  }

  static func groupIsUncertain(_ pair: String) -> LocalizedText {
    LocalizedText(
      en: "'\(pair)' was read as two units; it may be one group of units",
      zh: "“\(pair)”按两个单位读取，也可能是一类单位的合称")
  }

  static let itemWithoutUnits = LocalizedText(
    en: "the task names no unit that answers for it", zh: "本项任务没有写明责任单位")

  static func labelKept(_ label: String) -> LocalizedText {
    LocalizedText(
      en: "what stands under the label '\(label)' was kept under that name",
      zh: "标签“\(label)”后的内容按原名保留")
  }

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

  static let memberUnread = LocalizedText(
    en: "the members of the group on this line are no persons with names", zh: "本行的成员不是具名人员")

  static func otherLabel(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' among the units was left out", zh: "责任单位中的“\(text)”未收入")
  }

  static func ruleOfUnits(_ text: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' among the units is a rule for the lists of the document, and names no unit of this one",
      zh: "责任单位中的“\(text)”是对全文责任分工的说明，不作为本项的单位")
  }

  static let textAfterUnits = LocalizedText(
    en: "text stands after the units of the task, and no units after it; it was left out",
    zh: "责任单位之后还有文字，其后没有写明责任单位，未收入")

  static func textBeforeTask(_ texts: [String]) -> LocalizedText {
    LocalizedText(
      en:
        "text stands before the task on its line and is in no table: '\(texts.joined(separator: "', '"))'",
      zh: "本行任务之前还有文字，未收入：“\(texts.joined(separator: "”“"))”")
  }

  static let textBehindHeading = LocalizedText(
    en: "the text behind the heading is no measure or task; it was left out",
    zh: "标题之后的文字不是措施或任务，未收入")

  static func textBehindUnits(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' behind the units names none of them; it was kept as more of the task",
      zh: "责任单位之后的“\(text)”不是单位，作为任务说明保留")
  }

  static func unitHeading(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the heading '\(name)' was read as the units that answer for the tasks below it",
      zh: "标题“\(name)”读为以下各项任务的责任单位")
  }

  static func unitWithoutPlace(_ name: String, _ whole: String) -> LocalizedText {
    LocalizedText(
      en:
        "the unit '\(name)' names no place; it was read as '\(whole)', of the place of the one before it",
      zh: "单位“\(name)”没有写明所属地方，按前一单位所属地方读为“\(whole)”")
  }

  static let unitsAreCutOff = LocalizedText(
    en: "the list of units is cut off", zh: "责任单位没有写完")

  static func unitsBelowGroup(_ title: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "the units below the items of '\(title)' were read as answering for all \(count) of them",
      zh: "“\(title)”各项之下的责任单位读为这 \(count) 项共同的责任单位")
  }

  static func labelsOfAll(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "the labels here were read as said of each of the \(count) tasks that they stand at",
      zh: "此处的标签读为同组 \(count) 项任务共有")
  }

  static let unitsBesideHeading = LocalizedText(
    en: "units stand here besides those of the heading; both were taken for the task above",
    zh: "标题之外此处另有责任单位，均作为上一项任务的责任单位")

  static let unitsWithoutLabel = LocalizedText(
    en: "units without a label, below those of the task: they were taken as joining in it",
    zh: "责任单位之下没有标签的单位，作为共同责任单位")

  static let unitsWithoutTask = LocalizedText(
    en: "units that answer for something stand here, and no task that they belong to",
    zh: "此处有责任单位，但没有所属的任务")
}
