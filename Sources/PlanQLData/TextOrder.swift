/// Sorts the texts of a pool by their bytes, eight at a time: texts that agree so far are sorted on by the next eight.
struct TextOrder {
  /// A text with its bytes from some place on.
  private struct Entry {
    /// Eight bytes as a number of the same order, zeros past the end.
    let chunk: UInt64
    /// How many bytes are left, 9 for more than eight.
    let rest: UInt8
    let code: Int32

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      left.chunk != right.chunk ? left.chunk < right.chunk : left.rest < right.rest
    }
  }

  private let pool: TextPool

  init(_ pool: TextPool) {
    self.pool = pool
  }

  /// The place of each text, equal ones alike.
  func ranks() -> [Int32] {
    var entries = (0..<Int32(pool.count)).map { entry($0, from: 0) }
    var due = [(range: 0..<entries.count, depth: 0)]
    var isNew = [Bool](repeating: false, count: entries.count)
    while let (range, depth) = due.popLast() {
      if depth > 0 {
        for place in range { entries[place] = entry(entries[place].code, from: depth) }
      }
      entries[range].sort(by: Entry.precedes)
      for run in runs(of: entries, in: range) {
        isNew[run.lowerBound] = true
        if run.count > 1, entries[run.lowerBound].rest > 8 { due.append((run, depth + 8)) }
      }
    }
    var ranks = [Int32](repeating: 0, count: entries.count)
    var rank: Int32 = -1
    for (place, entry) in entries.enumerated() {
      if isNew[place] { rank += 1 }
      ranks[Int(entry.code)] = rank
    }
    return ranks
  }

  private func entry(_ code: Int32, from depth: Int) -> Entry {
    let (start, end) = (pool.offsets[Int(code)] + depth, pool.offsets[Int(code) + 1])
    var chunk: UInt64 = 0
    for place in start..<start + 8 {
      chunk = chunk << 8 | (place < end ? UInt64(pool.bytes[place]) : 0)
    }
    return Entry(chunk: chunk, rest: UInt8(max(0, min(end - start, 9))), code: code)
  }

  /// The runs of texts that agree in the bytes looked at.
  private func runs(of entries: [Entry], in range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where place > start {
      if Entry.precedes(entries[place - 1], entries[place]) {
        runs.append(start..<place)
        start = place
      }
    }
    if !range.isEmpty { runs.append(start..<range.upperBound) }
    return runs
  }
}
