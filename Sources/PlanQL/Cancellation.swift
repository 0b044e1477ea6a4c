import Synchronization

/// A token that ends a run: made before the run starts, usable from any thread.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Ends the runs that were started with the token, at their next batch of rows.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
