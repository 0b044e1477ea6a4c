import PlanQLData

/// The cells of one table as a file has them, whatever its format: headings, and rows in blocks that can be read on
/// their own, in any order. Types, names of fields, links and reports are made of this alone.
protocol TableCells: Sendable {
  /// What messages and citations call the file.
  var file: String { get }
  var headings: [String] { get }
  /// The line of the headings; nil where they do not stand on one.
  var headingLine: Int? { get }
  /// The number of rows in each block.
  var blockSizes: [Int] { get }
  /// What has gone wrong with the file since it was opened.
  var problem: LoadMessage? { get }
  /// Whether there are rows that could not be read, which are left out.
  var hasBrokenRows: Bool { get }
  /// Whether the headings are the first row of the file.
  var hasHeadingRow: Bool { get }
  /// Whether the cells may stay at hand until links are resolved, so that messages can point at them.
  var isSmall: Bool { get }

  /// Calls `body` with the cells of a block.
  func withBlock<Result>(_ place: Int, _ body: (CellBlock) -> Result) -> Result

  /// Calls `body` with some of the first rows of a block.
  func withSample<Result>(ofBlock place: Int, _ body: (CellBlock) -> Result) -> Result

  /// Finds cells of one column again, for messages; `rows` are in order.
  func locations(ofRows rows: [Int], column: Int) -> [CellLocation]
}

/// Where a cell stands and what it says, for messages.
struct CellLocation {
  let line: Int?
  /// The character in the line, counted from 1.
  let column: Int?
  let text: String
}

extension TableCells {
  var problem: LoadMessage? { nil }

  var hasHeadingRow: Bool { false }

  var rowCount: Int { blockSizes.reduce(0, +) }

  /// The number of rows before each block.
  var firstRows: [Int] {
    var first = 0
    return blockSizes.map { size in
      defer { first += size }
      return first
    }
  }

  func withSample<Result>(ofBlock place: Int, _ body: (CellBlock) -> Result) -> Result {
    withBlock(place, body)
  }

  /// What every cell of some columns fits, seen over the whole table.
  func profiles(of columns: [Int], threads: Int) -> [ColumnProfile] {
    guard !columns.isEmpty else { return [] }
    let parts = parallelMap(count: blockSizes.count, threads: threads) { place in
      withBlock(place) { block in
        columns.map { column in
          var profile = ColumnProfile()
          profile.look(at: block.columns[column])
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

  /// Reads columns and the line of each row.
  func contents(_ readers: [ColumnReader], threads: Int) -> TableContents {
    var parts = parallelMap(count: blockSizes.count, threads: threads) { place in
      withBlock(place) { block in
        (columns: readers.map { $0.part(block.columns[$0.column]) }, lines: block.lines.packed)
      }
    }
    let (firstRows, rowCount) = (firstRows, rowCount)
    var columns: [RawColumn] = []
    // A column is taken out of the parts before it is joined, so that few are there twice at any time.
    for start in stride(from: 0, to: readers.count, by: threads) {
      let taken = (start..<Swift.min(start + threads, readers.count)).map { column in
        ColumnParts(
          parts.indices.map { parts[$0].columns[column].take() }, firstRows: firstRows,
          rowCount: rowCount)
      }
      columns += parallelMap(count: taken.count, threads: threads) { place in
        taken[place].joined(readers[start + place].type)
      }
    }
    return TableContents(columns: columns, lines: PackedIntegers(joining: parts.map(\.lines)))
  }

  /// Says for columns whether their texts hardly repeat, judged by the first rows of some blocks.
  func hardlyRepeats(_ columns: [Int]) -> [Bool] {
    guard !columns.isEmpty else { return [] }
    let sampled = Swift.min(blockSizes.count, 4)
    var texts = columns.map { _ in Set<String>() }
    var seen = 0
    for place in 0..<sampled {
      withSample(ofBlock: place * blockSizes.count / sampled) { block in
        let rows = Swift.min(block.rowCount, TableContents.sampleSize / sampled)
        seen += rows
        for (index, column) in columns.enumerated() {
          for row in 0..<rows {
            texts[index].insert(String(decoding: block.columns[column][row].content, as: UTF8.self))
          }
        }
      }
    }
    return texts.map { seen >= 200 && $0.count * 2 > seen }
  }
}

/// What was read of a table.
struct TableContents {
  /// In the order of the readers.
  let columns: [RawColumn]
  /// The line of each row.
  let lines: PackedIntegers

  /// The rows looked at to see whether the texts of a column repeat.
  static let sampleSize = 2000
}

extension ColumnPart {
  /// The part, in whose place nothing is left.
  fileprivate mutating func take() -> ColumnPart {
    defer { self = ColumnPart(lanes: .doubles([])) }
    return self
  }
}
