/// A further table: a standard one without a type of its own here, or one of the document's own.
struct FurtherTable: Sendable {
  var name: String
  /// Whether the places of rows are written beside them.
  let hasSources: Bool
  /// The headings in the order in which they are written.
  private(set) var headings: [String]
  /// The cells of a row that headings stand over.
  private(set) var columns: [Int]
  private var places: [String: Int] = [:]
  /// Headings that have come since they were last put in order.
  private var open: Set<String> = []
  private(set) var rows = RecordStore<Row>()
  /// Whether a row comes from a part of its document that the number alone does not tell.
  private(set) var hasPart = false

  /// A row with its cells by columns; those at its end that are blank may be missing.
  struct Row: Sendable {
    let cells: [String?]
    let place: ImportPlace
  }

  /// Makes a table that has these headings whatever its rows fill.
  init(name: String, headings: [String] = [], hasSources: Bool = true) {
    self.name = name
    self.hasSources = hasSources
    self.headings = headings
    self.columns = Array(headings.indices)
    for (place, heading) in headings.enumerated() { places[heading] = place }
  }

  /// Why not all of the rows are there.
  var failure: FileError? { rows.failure }

  /// Adds a row with its cells in the order of the headings.
  mutating func append(_ cells: [String?], at place: ImportPlace) {
    hasPart = hasPart || place.hasPart
    rows.append(Row(cells: cells, place: place))
  }

  /// Adds a row with its cells by headings; blank ones are left out.
  mutating func append(_ cells: [String: String], at place: ImportPlace) {
    var row: [String?] = Array(repeating: nil, count: places.count)
    for (heading, cell) in cells where !cell.isEmpty {
      if let column = places[heading] {
        row[column] = cell
      } else {
        places[heading] = places.count
        open.insert(heading)
        row.append(cell)
      }
    }
    append(row, at: place)
  }

  /// Puts headings that have come with rows after those that there were: some first, in their order.
  mutating func settle(first headings: [String]) {
    guard !open.isEmpty else { return }
    let others = open.subtracting(headings).sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
    for heading in headings.filter(open.contains) + others {
      guard let column = places[heading] else { continue }
      self.headings.append(heading)
      columns.append(column)
    }
    open = []
  }

  /// The texts under a heading.
  func texts(under heading: String) -> [String] {
    guard let column = places[heading] else { return [] }
    return rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
  }
}

extension FurtherTable.Row: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(cells) { $0.write($1) }
    place.write(to: &bytes)
  }

  init(from bytes: inout RecordReader) {
    cells = bytes.array { $0.optionalString() }
    place = ImportPlace(from: &bytes)
  }
}
