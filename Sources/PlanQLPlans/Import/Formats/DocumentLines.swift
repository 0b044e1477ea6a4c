/// The lines of a document in their order: in memory, or read where they are asked for.
struct DocumentLines: RandomAccessCollection, Sendable {
  private enum Source: Sendable {
    case memory([DocumentLine])
    case records(SeparatedRecords)
  }

  private var source: Source

  /// Takes lines that are in memory.
  init(_ lines: [DocumentLine]) { self.source = .memory(lines) }

  /// Takes the records of a text with separators.
  init(_ records: SeparatedRecords) { self.source = .records(records) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch source {
    case .memory(let lines): lines.count
    case .records(let records): records.count
    }
  }

  subscript(place: Int) -> DocumentLine {
    switch source {
    case .memory(let lines): lines[place]
    case .records(let records): records.row(place)
    }
  }

  /// Where a line stands in its document.
  func place(_ line: Int) -> ImportPlace {
    switch source {
    case .memory(let lines): lines[line].place
    case .records(let records): .line(records.index.line(of: line))
    }
  }

  /// Whether a line says nothing.
  func isBlank(_ line: Int) -> Bool {
    switch source {
    case .memory(let lines): lines[line].isBlank
    case .records(let records): records.index.isBlank(line)
    }
  }

  /// Whether the cells of a line are told apart.
  func hasCells(_ line: Int) -> Bool {
    switch source {
    case .memory(let lines): lines[line].shape != .plain
    case .records: true
    }
  }

  /// Whether the lines are the rows of one table, as those of a text with separators are.
  var isOneTable: Bool {
    if case .records = source { true } else { false }
  }

  /// Whether semicolons stand between the cells, as where decimals have a comma.
  var haveSemicolons: Bool {
    if case .records(let records) = source { records.separator == UInt8(ascii: ";") } else { false }
  }

  /// Whether the file that lines are read from is another one now.
  var haveChanged: Bool {
    if case .records(let records) = source { records.content.hasChanged } else { false }
  }

  /// Calls `body` with the place of each line, the first one first.
  func forEachPlace(_ body: (ImportPlace) -> Void) {
    switch source {
    case .memory(let lines): for line in lines { body(line.place) }
    case .records(let records):
      var line = 1
      for record in 0..<records.count {
        body(.line(line))
        line += records.index.lines(of: record)
      }
    }
  }

  /// How many lines hold each of the names of five years' plans, other than as a point in time: “十三五”以来.
  var countsOfFiveYearNames: [Int] {
    switch source {
    case .memory(let lines):
      PeriodReading.fiveYearNames.map { name in
        lines.count { $0.text.contains(name) && !DocumentLines.isPoint(name, in: $0.text) }
      }
    case .records(let records): records.countsOfFiveYearNames
    }
  }

  /// Whether a text names five years only to say since or up to when something has been.
  private static func isPoint(_ name: String, in text: FoldedText) -> Bool {
    guard let places = text.lastPlaces(of: name) else { return false }
    let rest = text.dropFirst(places.upperBound).dropping(first: ["”", "\""])
    return ["以来", "末", "初", "开局", "收官"].contains { rest.hasPrefix($0) }
  }

  /// Takes lines for rows of another table of the document's format.
  mutating func move(_ places: Range<Int>, to grid: Int) {
    guard case .memory(var lines) = source else { return }
    source = .memory([])
    for place in places { lines[place] = lines[place].moved(to: grid) }
    source = .memory(lines)
  }
}
