import PlanQLData

/// A line of a document: a line of text, a paragraph, or a row of a table with its cells.
struct DocumentLine: Sendable {
  let place: ImportPlace
  /// The line without blanks at its ends; nil for a row, whose cells say it.
  private let whole: FoldedText?
  /// The cells of a row; none where the line is not cut into cells.
  let cells: [GridCell]
  let shape: RowShape
  /// Whether the line is a cell of a table that has a cell a line, even a blank one.
  var isCell = false
  /// Whether the line is a row of which nothing tells under which headings its cells stand.
  var isUnplaced = false
  /// How many fields the record of a text with separators has, with blank ones at its end.
  var fieldCount: Int?

  /// How the cells of a line are told apart.
  enum RowShape: Sendable, Hashable {
    /// They are not, or only by blanks.
    case plain
    /// By upright strokes, which may be missing where a row goes on.
    case piped
    /// By tab stops.
    case tabbed
    /// By the format of the file: rows of the table of that number.
    case grid(Int)
  }

  var number: Int { place.number }

  /// The line without blanks at its ends; the cells of a row with blanks between them.
  var text: FoldedText {
    if let whole { return whole }
    let texts = cells.filter { $0.merge == .none && !$0.isEmpty }.map(\.text.string)
    return FoldedText(texts.joined(separator: " ")).trimmed()
  }

  var isBlank: Bool {
    let isTextBlank =
      whole?.isEmpty ?? !cells.contains { $0.merge == .none && $0.text.firstVisible != nil }
    return isTextBlank && !cells.contains { $0.problem != nil }
  }

  /// The number of the table that the format says the line is a row of.
  var grid: Int? {
    if case .grid(let number) = shape { return number }
    return nil
  }

  /// A line or a paragraph of text.
  init(_ text: some StringProtocol, at place: ImportPlace) {
    let folded = FoldedText(String(text)).trimmed()
    self.place = place
    self.whole = folded
    let tabs = text.split(separator: "\t", omittingEmptySubsequences: false)
    if folded.contains("|") {
      self.cells = DocumentLine.pipeCells(folded).map { GridCell($0) }
      self.shape = .piped
    } else if tabs.count > 2 {
      self.cells = tabs.map { GridCell(FoldedText(String($0)).trimmed()) }
      self.shape = .tabbed
    } else {
      self.cells = []
      self.shape = .plain
    }
  }

  /// A cell of a table that has a cell a line.
  init(cell text: FoldedText, at place: ImportPlace) {
    self.place = place
    self.whole = text.unbroken
    self.cells = []
    self.shape = .plain
    self.isCell = true
  }

  /// A row of a table.
  init(row cells: [GridCell], of grid: Int, at place: ImportPlace) {
    let count = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    self.place = place
    self.cells = count == cells.count ? cells : Array(cells[..<count])
    self.shape = .grid(grid)
    self.whole = nil
  }

  private init(_ line: DocumentLine, grid: Int) {
    self.place = line.place
    self.whole = line.whole
    self.cells = line.cells
    self.shape = .grid(grid)
    self.isUnplaced = line.isUnplaced
    self.fieldCount = line.fieldCount
  }

  /// The row as one of another table of the format.
  func moved(to grid: Int) -> DocumentLine { DocumentLine(self, grid: grid) }

  /// The cells between upright strokes, without those that a stroke at either end makes; a stroke
  /// after a backslash is one of the text.
  static func pipeCells(_ line: FoldedText) -> [FoldedText] {
    var cells: [FoldedText] = []
    var start = 0
    var last: Unicode.Scalar?
    for (place, scalar) in line.scalars.enumerated() {
      if scalar == "|", last != "\\" {
        cells.append(line.part(start..<place))
        start = place + 1
      }
      last = scalar
    }
    cells.append(line.dropFirst(start))
    cells = cells.map { $0.replacing("\\|", with: "|").trimmed() }
    if line.scalar(0) == "|" { cells.removeFirst() }
    while let last = cells.last, last.isEmpty { cells.removeLast() }
    return cells
  }

  /// Cuts a text into lines at every kind of line break; a form feed counts as a blank.
  static func lines(of text: String) -> [DocumentLine] {
    var lines: [DocumentLine] = []
    var rest = text[...]
    while true {
      let end = rest.firstIndex { $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "\u{2028}" }
      lines.append(
        DocumentLine(rest[..<(end ?? rest.endIndex)], at: .line(lines.count + 1)))
      guard let end else { break }
      rest = rest[rest.index(after: end)...]
    }
    if lines.count > 1, lines.last?.isBlank == true, text.last?.isNewline == true {
      lines.removeLast()
    }
    return lines
  }
}

/// A cell of a row of a document.
struct GridCell: Sendable, Hashable {
  /// What the cell says; a cell that is merged into another says what that one says.
  var text: FoldedText
  var merge = Merge.none
  /// Whether the file holds a number, so that its text is in no style of its own.
  var isNumber = false
  /// What few cells have, kept apart so that the others are small.
  private var rare: Rare?

  /// Why the cell cannot be read, where that is known beforehand.
  var problem: LocalizedText? {
    get { rare?.problem }
    set { rare = Rare(problem: newValue, scaled: scaled) }
  }

  /// The number as a sheet shows it, divided, where its format names no unit.
  var scaled: ScaledNumber? {
    get { rare?.scaled }
    set { rare = Rare(problem: problem, scaled: newValue) }
  }

  /// A number that is shown divided by a power of ten.
  struct ScaledNumber: Sendable, Hashable {
    let text: FoldedText
    let power: Int
  }

  /// Which cell a cell is merged into.
  enum Merge: Sendable, Hashable {
    case none, fromAbove, fromLeft
  }

  init(
    _ text: FoldedText, merge: Merge = .none, isNumber: Bool = false,
    problem: LocalizedText? = nil
  ) {
    self.text = text
    self.merge = merge
    self.isNumber = isNumber
    self.rare = Rare(problem: problem, scaled: nil)
  }

  init(_ text: String) { self.init(FoldedText(text).trimmed()) }

  static let empty = GridCell(FoldedText.empty)

  /// Whether the cell says nothing.
  var isEmpty: Bool { text.isEmpty && (rare == nil || problem == nil) }

  /// Whether the cell says something itself.
  var isFilled: Bool { merge == .none && !isEmpty }
}

extension GridCell {
  /// What few cells have.
  private final class Rare: Sendable, Hashable {
    let problem: LocalizedText?
    let scaled: ScaledNumber?

    /// Nil where there is nothing to keep.
    init?(problem: LocalizedText?, scaled: ScaledNumber?) {
      guard problem != nil || scaled != nil else { return nil }
      self.problem = problem
      self.scaled = scaled
    }

    static func == (left: Rare, right: Rare) -> Bool {
      left.problem == right.problem && left.scaled == right.scaled
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(problem)
      hasher.combine(scaled)
    }
  }
}
