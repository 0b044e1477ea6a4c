import PlanQLData

extension Diagnostic {
  /// The diagnostic with all its places moved; nil when it then begins before the source.
  package func moved(by distance: Int) -> Diagnostic? {
    guard span.start + distance >= 0 else { return nil }
    return relocated {
      SourceSpan(Swift.max($0.start + distance, 0), Swift.max($0.end + distance, 0))
    }
  }

  /// The diagnostic at the very start of a source.
  package var placedAtStart: Diagnostic { relocated { _ in .none } }

  private func relocated(_ place: (SourceSpan) -> SourceSpan) -> Diagnostic {
    Diagnostic(
      Message(code, severity, en: message.en, zh: message.zh), at: place(span),
      labels: labels.map { Label(place($0.span), $0.text) }, help: help,
      fix: fix.map { Fix(place($0.span), $0.replacement) })
  }
}
