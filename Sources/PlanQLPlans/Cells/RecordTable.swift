import PlanQLData

/// A table of records: each cell with its form, and where it stands.
struct RecordTable: TableCells {
  let file: String
  let headings: [String]
  /// The place in the blocks of the column of each heading.
  let columns: [Int]
  let headingLine: Int?
  let hasBrokenRows: Bool
  let isSmall: Bool
  let blocks: [RecordBlock]

  var blockSizes: [Int] { blocks.map(\.lines.count) }

  func withBlock<Result>(_ place: Int, _ body: (CellBlock) -> Result) -> Result {
    blocks[place].withCells(columns: columns, body)
  }

  func locations(ofRows rows: [Int], column: Int) -> [CellLocation] {
    var found: [CellLocation] = []
    let firstRows = firstRows
    var block = 0
    for row in rows {
      while block < blocks.count, row >= firstRows[block] + blocks[block].lines.count { block += 1 }
      guard block < blocks.count else { break }
      found.append(blocks[block].location(row - firstRows[block], columns[column]))
    }
    return found
  }
}

/// Some rows of a table of records.
struct RecordBlock: Sendable {
  private var bytes: [UInt8] = []
  /// Start and end of each cell: first of one that holds nothing, then row by row.
  private var positions: [UInt32] = [0, 0]
  private var forms: [CellForm] = [.missing]
  /// Where each cell stands; empty where that is not kept.
  private var places: [TreePlace] = []
  private let columnCount: Int
  let lines: [Int64]

  /// A cell in the order in which it was read.
  struct Cell {
    let row: Int
    let column: Int
    let form: CellForm
    let range: Range<Int>
    let place: TreePlace
  }

  /// Puts cells into rows of so many columns; what no cell stands for is missing. Columns that come up in later
  /// blocks have no value in this one.
  init(_ cells: [Cell], bytes: [UInt8], lines: [Int64], columnCount: Int, keepsPlaces: Bool) {
    self.bytes = bytes
    self.lines = lines
    self.columnCount = columnCount
    let count = 1 + lines.count * columnCount
    positions = Array(repeating: 0, count: count * 2)
    forms = Array(repeating: .missing, count: count)
    if keepsPlaces { places = Array(repeating: .start, count: count) }
    for cell in cells {
      let place = 1 + cell.row * columnCount + cell.column
      positions[place * 2] = UInt32(truncatingIfNeeded: cell.range.lowerBound)
      positions[place * 2 + 1] = UInt32(truncatingIfNeeded: cell.range.upperBound)
      forms[place] = cell.form
      if keepsPlaces { places[place] = cell.place }
    }
  }

  func withCells<Result>(columns: [Int], _ body: (CellBlock) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      positions.withUnsafeBufferPointer { positions in
        forms.withUnsafeBufferPointer { forms in
          let cells = columns.map { column in
            let isKnown = column < columnCount
            return CellColumn(
              bytes: bytes, positions: positions, gap: 0, forms: forms,
              first: isKnown ? 1 + column : 0, stride: isKnown ? columnCount : 0, width: 2,
              rowCount: lines.count)
          }
          return body(CellBlock(columns: cells, rowCount: lines.count, lines: .given(lines)))
        }
      }
    }
  }

  func location(_ row: Int, _ column: Int) -> CellLocation {
    let line = Int(lines[row])
    let cell = 1 + row * columnCount + column
    guard column < columnCount, forms[cell] != .missing else {
      return CellLocation(line: line, column: nil, text: "")
    }
    let range = Int(positions[cell * 2])..<Int(positions[cell * 2 + 1])
    return CellLocation(
      line: places.isEmpty ? line : places[cell].line,
      column: places.isEmpty ? nil : places[cell].column,
      text: String(decoding: bytes[range], as: UTF8.self))
  }
}
