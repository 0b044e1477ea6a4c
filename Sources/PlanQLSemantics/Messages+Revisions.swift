import PlanQLData
import PlanQLSyntax

/// All that the checker can say of revisions; in alphabetical order.
extension Message {
  static func brokenRevision(_ name: String, _ reason: LocalizedText) -> Message {
    Message(
      "PQL0290", en: "the revision '\(name)' cannot be loaded: \(reason.en)",
      zh: "修订 '\(name)' 无法读取：\(reason.zh)")
  }

  static var diffNeedsFields: Message {
    Message(
      "PQL0395", en: "these rows have no field to compare", zh: "这些行没有可对比的字段",
      help: LocalizedText(
        en: "keep the fields that matter: 'projects | select name, investment'",
        zh: "请保留要对比的字段：'项目 | 选取 名称, 投资额'"))
  }

  static func diffNeedsKeys(_ name: String) -> Message {
    Message(
      "PQL0396", en: "'\(name)' compares single rows of the plan, or groups with their keys",
      zh: "'\(name)' 只能对比规划中的单条记录，或带分组依据的汇总结果",
      help: LocalizedText(
        en: "rows that 'expand', 'spread', 'join', 'distinct' or 'append' made have no key: "
          + "'summarize … by …' gives them one",
        zh: "'展开'、'分摊'、'关联'、'去重' 或 '追加' 产生的行没有主键：请用 '汇总 … 按 …' 归并"))
  }

  static func diffTakesThree(_ name: String) -> Message {
    Message(
      "PQL0397", en: "'\(name)' takes two revisions and a query", zh: "'\(name)' 需要两个修订和一个查询",
      help: LocalizedText(
        en: "write 'diff(\"approved\", \"current\", (projects | select name, investment))'",
        zh: "请写 '对比(“approved”, “current”, (项目 | 选取 名称, 投资额))'"))
  }

  static func noCommonKey(_ table: Name, _ problem: KeyProblem) -> Message {
    let reason = problem.reason
    return Message(
      "PQL0398",
      en: "rows of \(table.en) cannot be compared between revisions: \(reason.en)",
      zh: "\(table.zh)的行不能跨修订比较：\(reason.zh)",
      help: LocalizedText(
        en: "a field that is known and different in each row of every revision is a key, "
          + "such as 'no' or 'code'",
        zh: "在每个修订中逐行填写且互不相同的字段才能作主键，例如 '序号' 或 '编码'"))
  }

  static var revisionIsNoText: Message {
    Message(
      "PQL0291", en: "a revision is named by a plain text", zh: "修订名应是直接写出的文本",
      help: LocalizedText(
        en: "write the name itself: 'plan(\"approved\")'", zh: "请直接写名称：'规划(“approved”)'"))
  }

  static var revisionWanted: Message {
    Message(
      "PQL0292", en: "'plan' takes the name of one revision", zh: "'规划' 的括号中应是一个修订名",
      help: LocalizedText(
        en: "write 'plan(\"approved\").projects'; without brackets it is the plan itself",
        zh: "请写 '规划(“approved”).项目'；不带括号就是规划本身"))
  }

  static func unknownInRevision(_ name: String, _ revision: String) -> Message {
    Message(
      "PQL0293", en: "the revision '\(revision)' has no table or field '\(name)'",
      zh: "修订 '\(revision)' 中没有名为 '\(name)' 的表或字段")
  }

  static func unknownRevision(_ name: String) -> Message {
    Message(
      "PQL0294", en: "the plan has no revision '\(name)'", zh: "规划没有名为 '\(name)' 的修订")
  }
}

extension KeyProblem {
  fileprivate var reason: LocalizedText {
    switch self {
    case .noKey: LocalizedText(en: "the table has no key", zh: "该表没有主键")
    case .repeated(let text, let field, let revision):
      LocalizedText(
        en: "the \(field.en) '\(text)' stands twice in \(KeyProblem.place(revision).en)",
        zh: "\(KeyProblem.place(revision).zh)中\(field.zh) '\(text)' 出现了两次")
    case .missing(let field, let revision):
      LocalizedText(
        en: "a row of \(KeyProblem.place(revision).en) has no \(field.en)",
        zh: "\(KeyProblem.place(revision).zh)中有一行没有\(field.zh)")
    }
  }

  private static func place(_ revision: String?) -> LocalizedText {
    revision.map { LocalizedText(en: "the revision '\($0)'", zh: "修订 '\($0)' ") }
      ?? LocalizedText(en: "the plan", zh: "规划")
  }
}
