package import PlanQLData

/// A script over the example plan that shows one use of a word, in both spellings.
package struct UsageExample: Sendable, Hashable {
  /// What the script asks for, in one phrase.
  package let purpose: LocalizedText
  /// The script as people of each language write it.
  package let source: LocalizedText
  /// The file that the script takes definitions from.
  package let file: UsedFile?

  /// A file beside a script, in both spellings.
  package struct UsedFile: Sendable, Hashable {
    package let name: LocalizedText
    package let source: LocalizedText
  }

  init(
    _ purpose: String, _ zhPurpose: String, _ source: String, _ zhSource: String,
    file: UsedFile? = nil
  ) {
    self.file = file
    self.purpose = LocalizedText(en: purpose, zh: zhPurpose)
    self.source = LocalizedText(en: source, zh: zhSource)
  }
}
