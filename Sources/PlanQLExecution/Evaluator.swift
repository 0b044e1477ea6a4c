import Dispatch
import PlanQLData
import PlanQLSyntax
import Synchronization

/// Computes expressions and stages of one run.
struct Evaluator: Sendable {
  let run: Run
  /// Whether work may be divided among threads: not inside work that already is.
  let mayFork: Bool
  /// Whether it computes what a sub-query of rows shares among them.
  let isWithinRows: Bool

  init(_ run: Run, mayFork: Bool = true, isWithinRows: Bool = false) {
    self.run = run
    self.mayFork = mayFork
    self.isWithinRows = isWithinRows
  }
}

extension Evaluator {
  /// Expressions deeper than this are computed by the caller's thread, whose stack is larger.
  private static let threadDepth = 48

  /// Divides rows among threads; gives what each range gives, in order. A failure is that of the first range with one.
  func inRanges<Part: Sendable>(
    of count: Int, computing expressions: [Expression] = [],
    _ body: @escaping @Sendable (Evaluator, Range<Int>) throws(RunFailure) -> Part
  ) throws(RunFailure) -> [Part] {
    let ranges = ranges(count, expressions)
    guard ranges.count > 1 else { return [try body(self, 0..<count)] }
    prefetch(expressions)
    let worker = Evaluator(run, mayFork: false, isWithinRows: isWithinRows)
    let results = Mutex<[Result<Part, RunFailure>?]>(Array(repeating: nil, count: ranges.count))
    DispatchQueue.concurrentPerform(iterations: ranges.count) { place in
      let result: Result<Part, RunFailure>
      do throws(RunFailure) {
        result = .success(try body(worker, ranges[place]))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[place] = result }
    }
    var parts: [Part] = []
    for case let result? in results.withLock({ $0 }) {
      parts.append(try result.get())
    }
    return parts
  }

  private func ranges(_ count: Int, _ expressions: [Expression]) -> [Range<Int>] {
    let context = run.engine.context
    guard mayFork, !run.isCareful, context.threads > 1, count >= context.parallelThreshold,
      expressions.allSatisfy({ $0.depth <= Evaluator.threadDepth })
    else { return [0..<count] }
    let step = max((count / context.threads + 63) / 64 * 64, 64)
    return stride(from: 0, to: count, by: step).map { $0..<min($0 + step, count) }
  }

  /// Computes what is the same for all rows before threads part. A failure shows again at the use, if there is one.
  private func prefetch(_ expressions: [Expression]) {
    for prefetch in expressions.flatMap(\.prefetches) {
      switch prefetch {
      case .constant(let expression): _ = try? run.constant(expression, self)
      case .rows(let stage): _ = try? run.shared(stage, self)
      }
    }
  }

  /// An array that ranges of rows are written to, each by one thread; so many elements as rows unless given.
  func filled<Element: BitwiseCopyable & Sendable>(
    _ count: Int, into total: Int? = nil, zero: Element,
    _ body:
      @escaping @Sendable (
        Evaluator, UnsafeMutableBufferPointer<Element>, Range<Int>
      ) throws(RunFailure) -> Void
  ) throws(RunFailure) -> [Element] {
    var result = [Element](repeating: zero, count: total ?? count)
    try result.withUnsafeMutableBufferPointer { (buffer) throws(RunFailure) in
      let shared = SharedBuffer(buffer: buffer)
      _ = try inRanges(of: count) { (worker, range) throws(RunFailure) -> Void in
        try body(worker, shared.buffer, range)
      }
    }
    return result
  }

  /// Computes by batches of a range, asking before each whether the run may go on.
  func eachBatch(
    of range: Range<Int>, _ span: SourceSpan,
    _ body: (Range<Int>) throws(RunFailure) -> Void
  ) throws(RunFailure) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + run.batchRows, range.upperBound)
      try run.meter.checkpoint(span)
      try body(start..<end)
      start = end
    }
  }
}

/// A buffer that threads write at once.
///
/// Safe because the ranges that `inRanges` gives out do not overlap and rows write to places of their own, so that each
/// place is written by one thread only, and all are done before the array is read.
private struct SharedBuffer<Element>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Element>
}
