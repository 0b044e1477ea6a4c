import Dispatch
import Synchronization

/// Computes `count` results on several threads; the results stand in their order whatever the number of threads.
func parallelMap<Result>(count: Int, threads: Int, _ body: (Int) -> Result) -> [Result] {
  let workers = Swift.min(threads, count)
  guard workers > 1 else { return (0..<count).map(body) }
  let next = Atomic<Int>(0)
  let results = UnsafeMutablePointer<Result?>.allocate(capacity: count)
  results.initialize(repeating: nil, count: count)
  defer {
    results.deinitialize(count: count)
    results.deallocate()
  }
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      // Each place is taken by one worker only, so no two write the same result.
      let place = next.add(1, ordering: .relaxed).oldValue
      if place >= count { return }
      results[place] = body(place)
    }
  }
  return (0..<count).compactMap { results[$0] }
}
