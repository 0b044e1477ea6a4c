import PlanQLData

extension CSVFile {
  /// What every cell of some columns fits, seen over the whole file.
  func profiles(of columns: [Int], threads: Int) -> [ColumnProfile] {
    guard !columns.isEmpty else { return [] }
    let parts = bytes.withUnsafeBufferPointer { buffer in
      parallelMap(count: blocks.count, threads: threads) { place in
        let cells = cells(of: blocks[place], in: buffer)
        return columns.map { column in
          var profile = ColumnProfile()
          profile.look(at: cells, column: column, in: buffer)
          return profile
        }
      }
    }
    var joined = columns.map { _ in ColumnProfile() }
    for part in parts {
      for place in part.indices { joined[place].join(part[place]) }
    }
    return joined
  }

  /// What was read of a file.
  struct Contents {
    /// In the order of the readers.
    let columns: [RawColumn]
    /// The line of each row.
    let lines: [Int64]
  }

  /// Reads columns and the line of each row.
  func contents(_ readers: [ColumnReader], threads: Int) -> Contents {
    let parts = bytes.withUnsafeBufferPointer { buffer in
      parallelMap(count: blocks.count, threads: threads) { place in
        let cells = cells(of: blocks[place], in: buffer)
        return (readers.map { $0.part(cells, in: buffer) }, cells.lines)
      }
    }
    let columns = parallelMap(count: readers.count, threads: threads) { place in
      RawColumn(parts.map { $0.0[place] }, of: self, type: readers[place].type)
    }
    var lines: [Int64] = []
    lines.reserveCapacity(rowCount)
    for (part, block) in zip(parts, blocks) {
      for line in part.1 { lines.append(Int64(block.firstLine) + Int64(line)) }
    }
    return Contents(columns: columns, lines: lines)
  }

  /// The rows looked at to see whether the texts of a column repeat.
  private static let sampleSize = 2000

  /// Says for columns whether their texts hardly repeat, judged by the first rows of some blocks.
  func hardlyRepeats(_ columns: [Int]) -> [Bool] {
    let sampled = Swift.min(blocks.count, 4)
    var texts = columns.map { _ in Set<String>() }
    var seen = 0
    bytes.withUnsafeBufferPointer { buffer in
      for place in 0..<sampled where !columns.isEmpty {
        let block = blocks[place * blocks.count / sampled]
        let start = block.range.lowerBound
        let end = Swift.min(block.range.upperBound, start + (64 << 10))
        let cells = cells(
          of: Block(range: start..<end, rowCount: 0, firstRow: 0, firstLine: 0), in: buffer)
        let rows = Swift.min(cells.rowCount, CSVFile.sampleSize / sampled)
        seen += rows
        for (index, column) in columns.enumerated() {
          for row in 0..<rows {
            let range = cells.range(row: row, column: column)
            texts[index].insert(String(decoding: buffer[range], as: UTF8.self))
          }
        }
      }
    }
    return texts.map { seen >= 200 && $0.count * 2 > seen }
  }
}
