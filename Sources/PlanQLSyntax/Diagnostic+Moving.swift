import PlanQLData

extension Diagnostic {
  /// The diagnostic with all its places in the script moved; nil when it then begins before the source.
  package func moved(by distance: Int) -> Diagnostic? {
    guard file == nil else { return self }
    guard span.start + distance >= 0 else { return nil }
    return relocated(in: nil) {
      SourceSpan(Swift.max($0.start + distance, 0), Swift.max($0.end + distance, 0))
    }
  }

  /// The diagnostic with each of its places in the script moved.
  package func moved(_ place: (SourceSpan) -> SourceSpan) -> Diagnostic {
    file == nil ? relocated(in: nil, place) : self
  }

  /// The diagnostic at the very start of a source.
  package var placedAtStart: Diagnostic { relocated(in: nil) { _ in .none } }

  /// The diagnostic over the file that its places are in.
  package var inOwnFile: Diagnostic { relocated(in: nil) { $0 } }

  /// The diagnostic with its places moved into a file; labels that are elsewhere are left out.
  func placed(
    in file: UsedSource?, by distance: Int, keeping isThere: (SourceSpan) -> Bool
  ) -> Diagnostic {
    relocated(in: file, keeping: isThere) {
      SourceSpan($0.start + distance, $0.end + distance)
    }
  }

  private func relocated(
    in file: UsedSource?, keeping isThere: (SourceSpan) -> Bool = { _ in true },
    _ place: (SourceSpan) -> SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      Message(code, severity, en: message.en, zh: message.zh), at: place(span),
      labels: labels.filter { isThere($0.span) }.map { Label(place($0.span), $0.text) },
      help: help, fix: fix.map { Fix(place($0.span), $0.replacement) }, file: file)
  }
}
