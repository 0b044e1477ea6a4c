public import PlanQLData

/// Something to say about the files of a plan: what was found, and where.
public struct LoadIssue: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    /// The plan cannot be loaded.
    case error
    /// The plan can be loaded, but something in it may not be meant.
    case warning
    /// What was done with the files that their reader may want to know.
    case note
  }

  public let severity: Severity
  /// The file within the plan's folder; the path of the folder itself where no file is meant.
  public let file: String
  /// Counted from 1; nil where the whole file is meant.
  public let line: Int?
  /// The character in the line, counted from 1.
  public let column: Int?
  public let message: LocalizedText
  /// What to do.
  public let help: LocalizedText?
}

extension LoadIssue {
  /// The issue as one line, as compilers write theirs: `projects.csv:3:14: error: …`.
  public func text(_ language: Language) -> String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    let name: String =
      switch (severity, language) {
      case (.error, .en): "error"
      case (.error, .zh): "错误"
      case (.warning, .en): "warning"
      case (.warning, .zh): "警告"
      case (.note, .en): "note"
      case (.note, .zh): "提示"
      }
    let advice = help.map { language == .en ? " (\($0.en))" : "（\($0.zh)）" } ?? ""
    return "\(place): \(name): \(message[language])\(advice)"
  }
}

/// A plan that could not be loaded, with everything that is wrong with it.
public struct PlanLoadError: Error, Sendable, Hashable {
  /// All issues, warnings and notes too, in the order of files and lines.
  public let issues: [LoadIssue]
  /// Issues past the number that is kept of one file.
  public let unlisted: Int

  /// The number of errors, those past the number that is kept too.
  public var errorCount: Int { issues.count { $0.severity == .error } + unlisted }

  /// The errors as lines, `limit` at most; a last line says how many there are in all.
  public func text(_ language: Language, limit: Int = 20) -> String {
    let errors = issues.filter { $0.severity == .error }
    var lines = errors.prefix(limit).map { $0.text(language) }
    if errorCount > lines.count {
      lines.append(
        language == .en
          ? "\(errorCount) errors in all, the first \(lines.count) of them shown"
          : "共 \(errorCount) 处错误，以上为前 \(lines.count) 处")
    }
    return lines.joined(separator: "\n")
  }
}

/// What loading can say: one phrase in both languages, without a place.
struct LoadMessage: Sendable, Hashable {
  let severity: LoadIssue.Severity
  let text: LocalizedText
  var help: LocalizedText?

  init(
    _ severity: LoadIssue.Severity = .error, en: String, zh: String, help: LocalizedText? = nil
  ) {
    self.severity = severity
    self.text = LocalizedText(en: en, zh: zh)
    self.help = help
  }
}

/// Collects issues; past a number for each file they are only counted.
struct IssueLog {
  /// The number of issues kept of one file.
  static let limit = 1000

  private(set) var issues: [LoadIssue] = []
  private(set) var unlisted = 0
  private var counts: [String: Int] = [:]

  var hasErrors: Bool { unlisted > 0 || issues.contains { $0.severity == .error } }

  mutating func add(
    _ message: LoadMessage, file: String, line: Int? = nil, column: Int? = nil
  ) {
    add(
      LoadIssue(
        severity: message.severity, file: file, line: line, column: column,
        message: message.text, help: message.help))
  }

  /// Counts errors that are not listed one by one.
  mutating func addUnlisted(_ count: Int) { unlisted += count }

  mutating func append(_ other: IssueLog) {
    for issue in other.issues { add(issue) }
    unlisted += other.unlisted
  }

  private mutating func add(_ issue: LoadIssue) {
    let count = counts[issue.file, default: 0]
    counts[issue.file] = count + 1
    if count < IssueLog.limit {
      issues.append(issue)
    } else if issue.severity == .error {
      unlisted += 1
    }
  }

  /// The issues by file, in the order in which files were first met, and by line.
  func sorted() -> [LoadIssue] {
    var places: [String: Int] = [:]
    for issue in issues where places[issue.file] == nil { places[issue.file] = places.count }
    let keyed = issues.enumerated().map { (place, issue) in
      (places[issue.file] ?? 0, issue.line ?? 0, issue.column ?? 0, place)
    }
    return keyed.sorted { $0 < $1 }.map { issues[$0.3] }
  }
}
