/// One value of an enumeration, with two spellings.
public struct EnumerationCase: Sendable, Hashable {
  public let name: Name
  public let aliases: [String]

  public init(_ en: String, _ zh: String, aliases: [String] = []) {
    self.name = Name(en, zh)
    self.aliases = aliases
  }
}

/// An ordered list of named values; a stored value is its place in the list.
public struct Enumeration: Sendable, Hashable {
  public let name: String
  public let cases: [EnumerationCase]

  public init(_ name: String, _ cases: [EnumerationCase]) {
    self.name = name
    self.cases = cases
  }

  /// The place of a value by either spelling or an alias.
  public func code(named text: String) -> Int? {
    cases.firstIndex { $0.name.matches(text) } ?? cases.firstIndex { $0.aliases.contains(text) }
  }
}

/// What a duration is counted in; the two are never mixed silently.
public enum DurationUnit: Sendable, Hashable {
  case days, months
}

/// The type of a value, leaving aside whether it may be missing.
public indirect enum DataType: Sendable, Hashable {
  case bool
  case int
  /// A floating-point number, stored in base units of its dimension.
  case number(Dimension)
  case money(Currency)
  case text
  case date
  case period
  case duration(DurationUnit)
  case enumeration(Enumeration)
  /// A row of the table with that English name.
  case entity(String)
  case list(DataType)
  /// The type of `missing`: fits wherever a value may be missing.
  case missing
  /// What an error left behind; fits everywhere and is never reported again.
  case invalid

  public static let number = DataType.number(.none)
}

extension DataType {
  package var isInvalid: Bool { self == .invalid }

  /// Says whether values are stored as 64-bit words: whole numbers, amounts, days, codes, rows.
  package var isWord: Bool {
    switch self {
    case .int, .money, .date, .duration, .enumeration, .entity: true
    case .bool, .number, .text, .period, .list, .missing, .invalid: false
    }
  }

  /// The type for messages, help and `schema`.
  public func title(_ language: Language) -> String {
    let isEnglish = language == .en
    switch self {
    case .bool: return isEnglish ? "bool" : "是否"
    case .int: return isEnglish ? "int" : "整数"
    case .number(let dimension):
      let base = isEnglish ? "number" : "数值"
      guard dimension != .none else { return base }
      let title = dimension.title(language)
      return isEnglish ? "\(base) of \(title)" : "\(base)(\(title))"
    case .money: return isEnglish ? "money" : "金额"
    case .text: return isEnglish ? "text" : "文本"
    case .date: return isEnglish ? "date" : "日期"
    case .period: return isEnglish ? "period" : "时段"
    case .duration(.days): return isEnglish ? "duration in days" : "时长(天)"
    case .duration(.months): return isEnglish ? "duration in months" : "时长(月)"
    case .enumeration(let enumeration): return enumeration.name
    case .entity(let table): return table
    case .list(let element): return "[\(element.title(language))]"
    case .missing: return isEnglish ? "missing" : "缺失"
    case .invalid: return isEnglish ? "unknown" : "未知"
    }
  }
}
