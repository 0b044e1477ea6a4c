package import PlanQLData

/// A script with what the parser knows for certain written as the language has it: words of other languages, spellings
/// of old.
package enum Mending {
  /// How often a script is read again: a change may bring another mistake to light.
  private static let rounds = 32

  /// The bytes of a script with every change made that is offered with a mistake of syntax; nil where mistakes are left
  /// for which none is.
  package static func mended(_ source: [UInt8], units: UnitTable = .standard) -> [UInt8]? {
    var bytes = source
    for _ in 0..<rounds {
      let parsed = Parser.parse(bytes, units: units)
      guard parsed.hasErrors else { return bytes }
      let fixes = parsed.diagnostics.filter { $0.severity == .error }.compactMap(\.fix)
      guard !fixes.isEmpty else { return nil }
      let next = applied(fixes, to: bytes)
      guard next != bytes else { return nil }
      bytes = next
    }
    return nil
  }

  /// The changes made, the first of those that overlap.
  private static func applied(_ fixes: [Diagnostic.Fix], to source: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    for fix in fixes.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) })
    where fix.span.start >= end && fix.span.end <= source.count {
      bytes += source[end..<fix.span.start]
      bytes += Array(fix.replacement.utf8)
      end = fix.span.end
    }
    return bytes + source[end...]
  }
}
