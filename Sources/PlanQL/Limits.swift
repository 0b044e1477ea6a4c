/// What a run may use; past a limit it fails with an error of kind `limit` and never gives a cut result.
public struct Limits: Sendable, Hashable {
  /// The rows that a run may build, all together: those of results, of sub-queries, of `expand` and `spread`.
  public var rows: Int
  /// The bytes of columns that a run may hold at one time.
  public var bytes: Int
  /// The time a run may take; nil for no limit.
  public var duration: Duration?
  /// The bytes of source that are read at all.
  public var sourceBytes: Int
  /// The threads that a run may use.
  public var threads: Int

  /// For the host's own queries.
  public static let standard = Limits(
    rows: 1_000_000_000, bytes: 8 << 30, duration: nil, sourceBytes: 4 << 20, threads: 2)

  /// For queries of people the host does not know.
  public static let untrusted = Limits(
    rows: 5_000_000, bytes: 256 << 20, duration: .seconds(5), sourceBytes: 64 << 10,
    threads: 1)

  public init(rows: Int, bytes: Int, duration: Duration?, sourceBytes: Int, threads: Int) {
    self.rows = rows
    self.bytes = bytes
    self.duration = duration
    self.sourceBytes = sourceBytes
    self.threads = threads
  }
}
