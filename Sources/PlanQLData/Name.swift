/// A language that PlanQL is written in and speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case en, zh
}

/// A text in both languages; neither is a translation made at run time.
public struct LocalizedText: Sendable, Hashable {
  public let en: String
  public let zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The same text in both languages: a number, a file name, a name the user gave.
  public init(_ text: String) {
    self.init(en: text, zh: text)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}

/// The two spellings of one word, field, table, unit or value: both are always accepted.
public struct Name: Sendable, Hashable {
  public let en: String
  public let zh: String

  public init(_ en: String, _ zh: String) {
    self.en = en
    self.zh = zh
  }

  /// A name that is spelt alike in both languages, as a user's own columns are.
  public init(_ text: String) {
    self.init(text, text)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }

  /// Says whether `text` is one of the two spellings, exactly.
  public func matches(_ text: String) -> Bool { text == en || text == zh }

  /// Whether one of the spellings is a spelling of the other name.
  package func shares(_ other: Name) -> Bool { other.matches(en) || other.matches(zh) }
}
