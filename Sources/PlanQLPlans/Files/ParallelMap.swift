import Dispatch
import Synchronization

/// Computes `count` results on several threads; the results stand in their order whatever the
/// number of threads. `body` is called with each place once and must only read what it shares.
func parallelMap<Result>(count: Int, threads: Int, _ body: (Int) -> Result) -> [Result] {
  let workers = Swift.min(threads, count)
  guard workers > 1 else { return (0..<count).map(body) }
  let results = UnsafeMutablePointer<Result?>.allocate(capacity: count)
  results.initialize(repeating: nil, count: count)
  defer {
    results.deinitialize(count: count)
    results.deallocate()
  }
  withoutActuallyEscaping(body) { body in
    let work = SharedWork(body: body, results: results, count: count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in work.run() }
  }
  return (0..<count).compactMap { results[$0] }
}

/// Work that several threads take from, place by place.
///
/// Unchecked because neither the closure nor the pointer is `Sendable`: each place is handed out
/// once by an atomic counter, so no two threads write the same result; the closure only reads what
/// it captures; and `concurrentPerform` returns after all threads are done, before the results are
/// read.
private final class SharedWork<Result>: @unchecked Sendable {
  private let body: (Int) -> Result
  private let results: UnsafeMutablePointer<Result?>
  private let count: Int
  private let next = Atomic<Int>(0)

  init(body: @escaping (Int) -> Result, results: UnsafeMutablePointer<Result?>, count: Int) {
    self.body = body
    self.results = results
    self.count = count
  }

  func run() {
    while case let place = next.add(1, ordering: .relaxed).oldValue, place < count {
      results[place] = body(place)
    }
  }
}
