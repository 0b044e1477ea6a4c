/// A run of bytes of a source: byte offsets, the end excluded.
public struct SourceSpan: Sendable, Hashable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package func joined(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(Swift.min(start, other.start), Swift.max(end, other.end))
  }

  package static let none = SourceSpan(0, 0)
}
