public import PlanQLData

/// Renders diagnostics over their source: as text with carets under the place, or as JSON.
///
/// ```text
/// error[PQL0203]: no field 'investmant' in projects
///  --> report.planql:1:18
///   |
/// 1 | projects | where investmant > 1000万元
///   |                  ^^^^^^^^^^
///   = help: did you mean 'investment'?
/// ```
public struct DiagnosticRenderer: Sendable {
  let lines: SourceLines
  let file: String
  let language: Language
  let coloring: Coloring
  let width: Int

  /// Makes a renderer for a source; `width` is how many columns a line of the source may take.
  public init(
    source: String, file: String, language: Language, coloring: Coloring = .plain, width: Int = 96
  ) {
    self.init(
      bytes: Array(source.utf8), file: file, language: language, coloring: coloring, width: width)
  }

  /// Makes a renderer for a source as it was read, which may be no valid UTF-8.
  public init(
    bytes: [UInt8], file: String, language: Language, coloring: Coloring = .plain, width: Int = 96
  ) {
    self.lines = SourceLines(bytes)
    self.file = file
    self.language = language
    self.coloring = coloring
    self.width = Swift.max(width, 24)
  }

  /// Renders diagnostics one after the other, with an empty line between them.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { text($0) }.joined(separator: "\n")
  }

  /// Renders a diagnostic; every line ends in a line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    if let used = diagnostic.file { return renderer(over: used).text(diagnostic.inOwnFile) }
    let snippet = Snippet(diagnostic, renderer: self)
    var output = headline(diagnostic)
    output += snippet.text
    for help in helps(diagnostic) { output += helpText(help, gutter: snippet.gutter) }
    return output
  }

  /// The renderer of a file that the script uses.
  func renderer(over used: UsedSource) -> DiagnosticRenderer {
    DiagnosticRenderer(
      bytes: used.bytes, file: used.name, language: language, coloring: coloring, width: width)
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity.title[language]
    let mark = coloring.paint("\(severity)[\(diagnostic.code)]", diagnostic.severity.emphasis)
    let message = shownText(diagnostic.message[language])
    return mark + coloring.paint(": " + message, .strong) + "\n"
  }

  /// The help, or what the fix does where there is no help.
  private func helps(_ diagnostic: Diagnostic) -> [String] {
    if let help = diagnostic.help { return [help[language]] }
    guard let fix = diagnostic.fix else { return [] }
    let change =
      fix.replacement.isEmpty
      ? LocalizedText(en: "leave it out", zh: "删去即可")
      : LocalizedText(en: "write '\(fix.replacement)'", zh: "改写为 '\(fix.replacement)'")
    return [change[language]]
  }

  private func helpText(_ help: String, gutter: Int) -> String {
    let indent = String(repeating: " ", count: gutter + 1)
    let word = LocalizedText(en: "help", zh: "帮助")[language] + ": "
    let rows = help.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = rows.enumerated().map { index, row in
      let start =
        index == 0
        ? coloring.paint("=", .gutter) + " " + coloring.paint(word, .strong)
        : String(repeating: " ", count: word.displayWidth + 2)
      return indent + start + shownText(String(row))
    }
    return shown.joined(separator: "\n") + "\n"
  }

  /// Text for a terminal: control characters escaped, and cut where it is endless.
  func shownText(_ text: String) -> String {
    escapedText(text).truncated(toDisplayWidth: 600)
  }
}

extension Diagnostic.Severity {
  /// The word that a message begins with.
  public var title: LocalizedText {
    switch self {
    case .error: LocalizedText(en: "error", zh: "错误")
    case .warning: LocalizedText(en: "warning", zh: "警告")
    case .hint: LocalizedText(en: "hint", zh: "提示")
    }
  }

  /// How the severity stands out.
  var emphasis: Emphasis {
    switch self {
    case .error: .error
    case .warning: .warning
    case .hint: .hint
    }
  }
}

/// Whether text is coloured.
public enum Coloring: Sendable, Hashable {
  case plain
  /// With the escape sequences of ECMA-48, as terminals take them.
  case ansi

  /// The text with what makes it stand out.
  func paint(_ text: String, _ emphasis: Emphasis) -> String {
    switch self {
    case .plain: text
    case .ansi: text.isEmpty ? text : "\u{1B}[\(emphasis.code)m\(text)\u{1B}[0m"
    }
  }
}

/// A part that stands out in a diagnostic.
enum Emphasis: Sendable, Hashable {
  case error, warning, hint, strong, gutter, label

  /// The parameters of the escape sequence that selects it.
  var code: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .hint: "1;36"
    case .strong: "1"
    case .gutter, .label: "34"
    }
  }
}
