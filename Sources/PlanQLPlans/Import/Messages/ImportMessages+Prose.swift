import PlanQLData

/// What an import says of sentences with figures.
extension ImportMessages {
  static func valuesOfSentences(_ count: Int, _ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) values were read from sentences; each stands beside its sentence (\(heading)), to be checked against it",
      zh: "有 \(count) 个数值读自文中的句子，各附原句（“\(heading)”列），请对照原句核对")
  }

  static func fundingOfPart(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(name)' is money of a part of the document, so its sources were kept as totals only",
      zh: "“\(name)”只是文件一部分的资金，其来源只作为合计保留，未列入资金表")
  }

  static func fundingOfSeveral(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "it is not certain that '\(name)' is one project, so its sources of money were kept as totals only",
      zh: "不能确定“\(name)”是单个项目，其资金来源只作为合计保留，未列入资金表")
  }

  static func fundingRead(_ name: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "the parts of '\(name)' were read as money from \(count) sources",
      zh: "“\(name)”的各组成部分作为 \(count) 个来源的资金读取")
  }

  static func fundingTwice(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "the sources of '\(name)' are also those of other money that was read, so they were kept as totals only",
      zh: "“\(name)”的资金来源与已读取的其他资金重复，只作为合计保留，未列入资金表")
  }

  static func gradeUnread(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "whom '\(text)' puts into which grade was not read",
      zh: "“\(text)”中的等次未能读取")
  }

  static func placeCarried(
    _ names: [String], _ place: String, _ others: [String]
  ) -> LocalizedText {
    LocalizedText(
      en:
        "taken to be of '\(place)', the place named last: \(english(names)); the paragraph speaks of \(english(others)) too",
      zh: "按最后提到的“\(place)”读取：\(chinese(names))；本段还提到\(chinese(others))")
  }

  static func placeOpen(_ names: [String], _ places: [String]) -> LocalizedText {
    LocalizedText(
      en:
        "of which place is not certain, so that it was left blank: \(english(names)); the paragraph speaks of \(english(places))",
      zh: "不能确定是哪里的数据，地点留空：\(chinese(names))；本段提到\(chinese(places))")
  }

  static func rankingRestUnread(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "the part of a ranking in '\(text)' was not read",
      zh: "“\(text)”中的排名未能读取")
  }

  private static func english(_ names: [String]) -> String {
    "'\(names.joined(separator: "', '"))'"
  }

  private static func chinese(_ names: [String]) -> String {
    "“\(names.joined(separator: "”“"))”"
  }
}
