import PlanQLData

/// What a format says of a cell by itself.
enum CellForm: UInt8, Sendable {
  /// As CSV has cells: quotes stand around a text, and nothing at all is a missing value.
  case written
  case missing
  case text
  /// A number as JSON has it, which may have an exponent.
  case number
  /// A number as SQLite keeps one with decimals, of which 15 digits are certain.
  case real
  /// A list, written as a JSON array.
  case list
}

/// One cell of a table, with bytes that are at hand for a while.
struct RawCell {
  private let bytes: CellBytes
  let form: CellForm

  @inline(__always)
  init(_ bytes: CellBytes, _ form: CellForm = .written) {
    self.bytes = bytes
    self.form = form
  }

  @inline(__always)
  private var isQuoted: Bool {
    form == .written && bytes.count >= 2 && bytes[0] == CSVScanner.quote
  }

  /// Whether the cell is a missing value; written, nothing but blanks, and no quotes.
  @inline(__always)
  var isMissing: Bool {
    guard form == .written else { return form == .missing }
    guard let first = bytes.first else { return true }
    // Blanks are the space, the tab, and characters whose first byte is one of these.
    return (first <= 0x20 || first == 0xE3 || first == 0xC2) && CellReading.trimmed(bytes).isEmpty
  }

  /// The bytes of the text, doubled quotes still doubled.
  @inline(__always)
  var content: CellBytes {
    isQuoted ? CellBytes(rebasing: bytes[1..<(bytes.count - 1)]) : bytes
  }

  /// The bytes that the cell stands for, if they are not those of `content`.
  var unescaped: [UInt8]? {
    guard isQuoted, content.contains(CSVScanner.quote) else { return nil }
    return Array(CSVFile.text(of: Array(bytes)[...]).utf8)
  }
}

/// The cells of one column in some rows, by their places in bytes that are at hand for a while.
struct CellColumn {
  let bytes: CellBytes
  /// Where the cell of each row begins, and after that place one `gap` past its end.
  let positions: UnsafeBufferPointer<UInt32>
  let gap: UInt32
  /// The forms of the cells; nil where all are written.
  let forms: UnsafeBufferPointer<CellForm>?
  /// The place of the first row's cell in `forms`, and in `positions` where each takes one place.
  let first: Int
  let stride: Int
  /// How many places of `positions` a cell takes.
  let width: Int
  let rowCount: Int

  @inline(__always)
  subscript(row: Int) -> RawCell {
    let cell = first + row * stride
    let place = cell * width
    let range = Int(positions[place])..<Int(positions[place + 1] - gap)
    return RawCell(CellBytes(rebasing: bytes[range]), forms?[cell] ?? .written)
  }
}

/// The cells of some rows of a table, at hand for a while.
struct CellBlock {
  let columns: [CellColumn]
  let rowCount: Int
  let lines: RowLines
}

extension CellBlock {
  /// Calls `body` with rows of cells that hold nothing.
  static func withMissing<Result>(
    rows: Int, columns: Int, _ body: (CellBlock) -> Result
  ) -> Result {
    ([0, 0] as [UInt32]).withUnsafeBufferPointer { positions in
      [CellForm.missing].withUnsafeBufferPointer { forms in
        let column = CellColumn(
          bytes: CellBytes(start: nil, count: 0), positions: positions, gap: 0, forms: forms,
          first: 0, stride: 0, width: 2, rowCount: rows)
        return body(
          CellBlock(
            columns: Array(repeating: column, count: columns), rowCount: rows,
            lines: .given(Array(repeating: 0, count: rows))))
      }
    }
  }
}

/// The line on which each of some rows begins, or what stands for it.
enum RowLines: Sendable {
  /// Lines after a given one.
  case after(Int, [UInt32])
  case given([Int64])

  var packed: PackedIntegers {
    switch self {
    case .after(let first, let distances):
      PackedIntegers(distances.map { Int64(first) + Int64($0) })
    case .given(let lines): PackedIntegers(lines)
    }
  }
}
