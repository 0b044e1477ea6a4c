public import PlanQLData

/// Why a plan could not be sealed, or a seal not be looked at.
public struct SealError: Error, Sendable, Hashable {
  /// What is wrong, in one phrase in both languages.
  public let reason: LocalizedText
  /// What to do about it.
  public let help: LocalizedText?

  init(_ message: SealMessage) {
    self.reason = message.reason
    self.help = message.help
  }
}

/// A reason for a `SealError`. All that sealing can say stands here, in the order of the alphabet.
struct SealMessage {
  let reason: LocalizedText
  let help: LocalizedText?

  private init(_ en: String, _ zh: String, help: LocalizedText? = nil) {
    self.reason = LocalizedText(en: en, zh: zh)
    self.help = help
  }

  static func badName(_ name: String) -> SealMessage {
    SealMessage(
      "'\(name)' cannot be the name of a revision", "'\(name)'不能作修订的名称",
      help: LocalizedText(
        en: "names are words without '/' that do not begin with '.'; 'current' is the plan itself",
        zh: "名称不含'/'，不以'.'开头；current 指规划本身"))
  }

  static func brokenSeal(_ file: String) -> SealMessage {
    SealMessage(
      "the file of the seal was altered: '\(file)' does not have the digest of its own lines",
      "封存文件被改动：'\(file)'的总摘要与其中各行不符")
  }

  static func cannotRead(_ error: FileError) -> SealMessage {
    SealMessage(
      "'\(error.path)' cannot be read: \(error.reason.en)",
      "无法读取'\(error.path)'：\(error.reason.zh)")
  }

  static func cannotWrite(_ error: FileError) -> SealMessage {
    SealMessage(
      "'\(error.path)' cannot be written: \(error.reason.en)",
      "无法写入'\(error.path)'：\(error.reason.zh)")
  }

  static func changedMeanwhile() -> SealMessage {
    SealMessage(
      "the files of the plan changed while they were sealed", "封存过程中规划文件发生了变化",
      help: LocalizedText(en: "seal once more", zh: "请重新封存"))
  }

  static func exists(_ name: String) -> SealMessage {
    SealMessage(
      "there is a revision '\(name)' already, which is not sealed", "修订'\(name)'已存在，尚未封存",
      help: LocalizedText(
        en: "seal it as it stands with '--as-is', or choose another name",
        zh: "按现状封存请加 --as-is，否则请另取名称"))
  }

  static func noRevision(_ name: String, _ known: [String]) -> SealMessage {
    SealMessage(
      "the plan has no revision '\(name)'", "规划没有名为'\(name)'的修订",
      help: known.isEmpty
        ? LocalizedText(en: "'planql seal \(name)' makes one", zh: "可用 planql seal \(name) 封存一个")
        : LocalizedText(
          en: "there are: \(known.joined(separator: ", "))",
          zh: "现有：\(known.joined(separator: "、"))"))
  }

  static func noTable(_ name: String, _ known: [String]) -> SealMessage {
    SealMessage(
      "the plan has no table '\(name)'", "规划没有名为'\(name)'的表",
      help: LocalizedText(
        en: "there are: \(known.joined(separator: ", "))",
        zh: "现有：\(known.joined(separator: "、"))"))
  }

  static func notOnePlan() -> SealMessage {
    SealMessage(
      "only a plan in one folder or file can be sealed", "只能封存在一个文件夹或一个文件中的规划",
      help: LocalizedText(en: "name one '--plan'", zh: "请只写一个 --plan"))
  }

  static func notSealed(_ name: String) -> SealMessage {
    SealMessage(
      "the revision '\(name)' is not sealed", "修订'\(name)'尚未封存",
      help: LocalizedText(
        en: "seal it as it stands with 'planql seal \(name) --as-is'",
        zh: "按现状封存：planql seal \(name) --as-is"))
  }

  static func nothingSealed() -> SealMessage {
    SealMessage(
      "the plan has no sealed revision", "规划没有已封存的修订",
      help: LocalizedText(en: "seal it with 'planql seal NAME'", zh: "可用 planql seal 名称 封存"))
  }

  static func sealed(_ name: String) -> SealMessage {
    SealMessage(
      "the revision '\(name)' is sealed already", "修订'\(name)'已封存",
      help: LocalizedText(
        en: "a seal is never replaced: choose another name", zh: "封存不可覆盖，请另取名称"))
  }

  static func whichRevision(_ names: [String]) -> SealMessage {
    SealMessage(
      "several revisions are sealed: \(names.joined(separator: ", "))",
      "已封存的修订有多个：\(names.joined(separator: "、"))",
      help: LocalizedText(en: "name one of them", zh: "请写明其中一个"))
  }

  static func withoutDigests() -> SealMessage {
    SealMessage(
      "this build takes no digests", "本程序编译时未带摘要功能",
      help: LocalizedText(
        en: "build with the package trait 'Seals'", zh: "请带包特性 Seals 编译"))
  }
}
