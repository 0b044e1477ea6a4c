import PlanQLSyntax
import Synchronization

/// Counts what a run uses and stops it where a limit is passed.
final class RunMeter: Sendable {
  private let limits: ExecutionLimits
  private let cancellation: @Sendable () -> Bool
  private let rows = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)

  init(_ context: RunContext) {
    self.limits = context.limits
    self.cancellation = context.cancellation
  }

  /// The rows counted so far; set back when a run is repeated.
  var rowCount: Int {
    get { rows.load(ordering: .relaxed) }
    set { rows.store(newValue, ordering: .relaxed) }
  }

  /// Stops a run that was cancelled or has passed its deadline.
  func checkpoint(_ span: SourceSpan) throws(RunFailure) {
    if cancellation() { throw RunFailure(.cancelled, at: span) }
    if let deadline = limits.deadline, ContinuousClock.now >= deadline {
      throw RunFailure(.limit(.time), at: span)
    }
  }

  /// Counts rows about to be built.
  func charge(rows count: Int, _ span: SourceSpan) throws(RunFailure) {
    try checkpoint(span)
    guard count <= Int(Int32.max) else { throw RunFailure(.limit(.rows), at: span) }
    let (old, new) = rows.add(count, ordering: .relaxed)
    if let most = limits.maxRows, new > most || new < old {
      throw RunFailure(.limit(.rows), at: span)
    }
  }

  /// Counts bytes about to be allocated, for as long as the reservation lives.
  func reserve(bytes count: Int, _ span: SourceSpan) throws(RunFailure) -> Reservation {
    let new = bytes.add(count, ordering: .relaxed).newValue
    if let most = limits.maxBytes, new > most {
      release(bytes: count)
      throw RunFailure(.limit(.memory), at: span)
    }
    return Reservation(self, bytes: count)
  }

  fileprivate func release(bytes count: Int) {
    bytes.subtract(count, ordering: .relaxed)
  }
}

/// Bytes that a run holds until the last user lets go.
final class Reservation: Sendable {
  private let meter: RunMeter
  private let bytes: Int

  fileprivate init(_ meter: RunMeter, bytes: Int) {
    self.meter = meter
    self.bytes = bytes
  }

  deinit { meter.release(bytes: bytes) }
}
