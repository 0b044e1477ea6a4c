public import PlanQLData

/// Something to say about a script: what was found, where, and what to do.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    case error, warning, hint
  }

  /// A further place that the message speaks of, with a few words about it.
  public struct Label: Sendable, Hashable {
    public let span: SourceSpan
    public let text: LocalizedText

    public init(_ span: SourceSpan, _ text: LocalizedText) {
      self.span = span
      self.text = text
    }
  }

  /// A change of the source that mends the cause: the text that stands in place of the span.
  public struct Fix: Sendable, Hashable {
    public let span: SourceSpan
    public let replacement: String

    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// `PQL` and four digits; stable for ever.
  public let code: String
  public let severity: Severity
  public let span: SourceSpan
  public let message: LocalizedText
  public let labels: [Label]
  public let help: LocalizedText?
  public let fix: Fix?
  /// The file that the places are in, where it is one that the script uses; nil for the script itself.
  public let file: UsedSource?

  package init(
    _ message: Message, at span: SourceSpan, labels: [Label] = [], help: LocalizedText? = nil,
    fix: Fix? = nil, file: UsedSource? = nil
  ) {
    self.file = file
    self.code = message.code
    self.severity = message.severity
    self.span = span
    self.message = message.text
    self.labels = labels
    self.help = help ?? message.help
    self.fix = fix
  }
}

extension Diagnostic {
  /// The same diagnostic with another advice.
  package func advising(_ help: LocalizedText) -> Diagnostic {
    Diagnostic(self, help: help)
  }

  private init(_ diagnostic: Diagnostic, help: LocalizedText) {
    self.file = diagnostic.file
    self.code = diagnostic.code
    self.severity = diagnostic.severity
    self.span = diagnostic.span
    self.message = diagnostic.message
    self.labels = diagnostic.labels
    self.help = help
    self.fix = diagnostic.fix
  }
}

/// What a stage can say: one phrase in both languages, without a place.
package struct Message: Sendable, Hashable {
  package let code: String
  package let severity: Diagnostic.Severity
  package let text: LocalizedText
  package let help: LocalizedText?

  package init(
    _ code: String, _ severity: Diagnostic.Severity = .error, en: String, zh: String,
    help: LocalizedText? = nil
  ) {
    self.code = code
    self.severity = severity
    self.text = LocalizedText(en: en, zh: zh)
    self.help = help
  }
}
