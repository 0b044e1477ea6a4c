import PlanQLData

/// Sets the cells of a row that has fewer of them than the headings below these: what reaches down from
/// the row above stands only there.
///
/// A cell is set where every way that fits the kinds of all columns has it; one that may stand under
/// several headings is set nowhere.
struct CellPlacing {
  let kinds: [ColumnKind]
  /// How the cells of each column look in rows that have all of them.
  let looks: [CellLook]

  /// The most ways that are looked at.
  private static let greatestCount = 4_000

  /// Where the cells of a row stand.
  struct Placement: Sendable, Hashable {
    /// The column of each cell; nil where it may be one of several.
    var columns: [Int?]
    /// The columns left of the last cell for which the row has none in any way.
    var missing: [Int]
  }

  /// What becomes of the cells of a row.
  enum Outcome: Sendable {
    /// They stand under the headings one by one.
    case exact
    /// Those that are left of them stand in these columns.
    case placed(Placement, [FoldedText])
    /// They fit the headings in no way.
    case none
  }

  /// Settles where the cells of a row stand; strokes that only fill it up are none of them. In a row of
  /// totals the words before the amounts may stand anywhere. Where the table has strokes around it, cells
  /// that are lacking are those at the end, unless that cannot be.
  func settle(_ cells: [FoldedText], isTotal: Bool, isBordered: Bool = false) -> Outcome {
    let length = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    guard length < kinds.count else { return .exact }
    let isWhole = cells.count >= kinds.count
    let isLiteral = isTotal ? totals(cells) : !contradicts(cells)
    if isWhole || isBordered, isLiteral { return .exact }
    // Blanks at the end may be those of cells that reach down.
    let known = isWhole ? Array(cells[..<length]) : cells
    guard let found = placement(of: known, isTotal: isTotal) else {
      return isWhole && !isTotal ? .exact : .none
    }
    guard isTold(found, known, isTotal: isTotal) else { return .none }
    return .placed(found, known)
  }

  /// Whether a cell that names what the row is about has a place, or a figure of a row of totals.
  private func isTold(_ found: Placement, _ cells: [FoldedText], isTotal: Bool) -> Bool {
    zip(found.columns, cells).contains { column, cell in
      guard let column, !cell.isEmpty else { return false }
      return isTotal ? [.number, .date].contains(CellLook(cell)) : isGroup(column)
    }
  }

  /// The placement of cells; nil where no way fits.
  private func placement(of cells: [FoldedText], isTotal: Bool) -> Placement? {
    guard cells.contains(where: { !$0.isEmpty }), cells.count <= kinds.count else { return nil }
    let figures = cells.firstIndex { [.number, .date].contains(CellLook($0)) } ?? cells.count
    let shapes = cells.enumerated().map { Shape($1, isLabel: isTotal && $0 < figures) }
    for isStrict in [true, false] {
      var search = Search(placing: self, cells: shapes, isStrict: isStrict, isTotal: isTotal)
      search.run()
      if !search.ways.isEmpty { return search.placement }
    }
    return nil
  }

  /// Whether a cell stands where none of its kind belongs: a day or a figure among words, words or a
  /// unit among figures.
  private func contradicts(_ cells: [FoldedText]) -> Bool {
    zip(cells, kinds.indices).contains { cell, column in
      let shape = Shape(cell, isLabel: false)
      let isFigure = shape.look == .number || shape.look == .date
      let isWord = shape.look.isWords && !cell.scalars.contains(where: FoldedText.isDigit)
      switch kinds[column].form {
      case .units: return isFigure
      case .amount, .figure: return shape.isUnits || kinds[column].form == .amount && isWord
      case .period: return shape.isUnits
      case .words: return isFigure
      case .text: return isFigure || shape.isUnits
      case .anything:
        return looks[column] == .number && isWord || looks[column] == .text && isFigure
      case .number, .nature, .note: return false
      }
    }
  }

  /// Whether every figure of a row of totals stands where figures belong.
  private func totals(_ cells: [FoldedText]) -> Bool {
    zip(cells, kinds.indices).allSatisfy { cell, column in
      let isFigure = [.number, .date].contains(CellLook(cell))
      return !isFigure || [.amount, .figure].contains(kinds[column].form)
        || kinds[column].form == .anything && looks[column] == .number
    }
  }

  /// Whether cells fit the first columns, one each.
  func fits(_ cells: [FoldedText]) -> Bool {
    zip(cells, kinds.indices).allSatisfy { cell, column in
      fits(Shape(cell, isLabel: false), column, isStrict: false, isTotal: false)
    }
  }

  /// What is looked at of a cell.
  fileprivate struct Shape {
    let text: FoldedText
    let look: CellLook
    let isRowNumber: Bool
    /// Whether it is one unit or several, with blanks between them too.
    let isUnits: Bool
    /// Whether it is a unit of measure: 微克/立方米.
    let isMeasure: Bool
    /// Whether it says what the row totals, in whichever column.
    let isLabel: Bool

    init(_ cell: FoldedText, isLabel: Bool) {
      text = cell
      self.isLabel = isLabel
      look = CellLook(cell)
      let words = cell.words
      isUnits =
        look == .units
        || !words.isEmpty
          && words.allSatisfy {
            UnitList.isList($0, isLoose: false) || UnitKind.guess($0) == .group
          }
      isRowNumber = RowMark(cell) != nil
      let measured = Quantity.all(in: FoldedText("1" + cell.string)).first?.unit
      isMeasure = measured.map { FoldedText($0).compact == cell.compact } ?? false
    }
  }

  /// Goes through all ways to set cells.
  private struct Search {
    let placing: CellPlacing
    let cells: [Shape]
    let isStrict: Bool
    let isTotal: Bool
    var ways: [[Int]] = []
    private var isCut = false

    init(placing: CellPlacing, cells: [Shape], isStrict: Bool, isTotal: Bool) {
      self.placing = placing
      self.cells = cells
      self.isStrict = isStrict
      self.isTotal = isTotal
    }

    mutating func run() { choose([]) }

    private mutating func choose(_ chosen: [Int]) {
      guard ways.count < CellPlacing.greatestCount else { return isCut = true }
      guard chosen.count < cells.count else {
        if isTotal || placing.isNested(chosen, cells.map(\.text.isEmpty)) { ways.append(chosen) }
        return
      }
      let rest = cells.count - chosen.count - 1
      let start = chosen.last.map { $0 + 1 } ?? 0
      for column in start..<Swift.max(start, placing.kinds.count - rest)
      where placing.fits(cells[chosen.count], column, isStrict: isStrict, isTotal: isTotal) {
        choose(chosen + [column])
      }
    }

    /// What all ways have in common. Blank cells say nothing, wherever they are set.
    var placement: Placement {
      let columns = cells.indices.map { cell -> Int? in
        let all = Set(ways.map { $0[cell] })
        let isOpen = cells[cell].text.isEmpty || cells[cell].isLabel
        return isCut ? nil : all.count == 1 || isOpen ? all.min() : nil
      }
      let last = columns.compactMap { $0 }.max() ?? 0
      return Placement(columns: columns, missing: isCut ? [] : missing(before: last))
    }

    /// The columns for which the row has nothing: no cell in any way, and none but blank ones before
    /// the first that says something.
    private func missing(before last: Int) -> [Int] {
      let filled = cells.indices.filter { !cells[$0].text.isEmpty }
      guard let first = filled.first else { return [] }
      let start = ways.map { $0[first] }.min() ?? 0
      return (0..<last).filter { column in
        ways.allSatisfy { way in
          guard let cell = way.firstIndex(of: column) else { return true }
          return column < start && cells[cell].text.isEmpty
        }
      }
    }
  }
}

extension CellPlacing {
  /// Whether what reaches down goes from the outside in: where an outer group is named anew, so are
  /// those in it.
  fileprivate func isNested(_ columns: [Int], _ areBlank: [Bool]) -> Bool {
    let filled = zip(columns, areBlank).filter { !$0.1 }.map(\.0)
    guard let last = filled.last else { return false }
    let groups = kinds.indices.filter { $0 < last && isGroup($0) }
    guard let first = groups.firstIndex(where: { filled.contains($0) }) else { return true }
    return groups[first...].allSatisfy { columns.contains($0) }
  }

  /// Whether a column names what the ones right of it are parts of.
  private func isGroup(_ column: Int) -> Bool {
    switch kinds[column] {
    case .category, .section, .name, .task, .indicator, .item, .requirement, .content, .place,
      .assessed:
      true
    case .other: looks[column] == .text
    case .number, .code, .investment, .period, .periodStart, .periodEnd, .due, .nature,
      .status, .note, .units, .yearAmount, .goal, .funding, .done, .invested, .problem,
      .progressText, .asOf, .measuredIn, .attribute, .domain, .baseline, .target, .cumulative,
      .milestone, .milestoneDate, .stage, .doneOn, .points, .scoring, .score, .itemScore,
      .rank, .reason, .source, .year, .fundStage, .observed, .fiscalYear, .fiscal:
      false
    }
  }

  fileprivate func fits(
    _ cell: Shape, _ column: Int, isStrict: Bool, isTotal: Bool
  ) -> Bool {
    if cell.text.isEmpty || cell.isLabel || isNoneMark(cell.text) { return true }
    let kind = kinds[column]
    // What a row totals are neither rows nor days.
    if isTotal {
      return [.amount, .figure].contains(kind.form)
        || kind.form == .anything
          && (looks[column] == .number
            // A column of numbers with slips in them looks like one of words.
            || !isStrict && (looks[column] == .blank || column > 0 && looks[column] == .text))
    }
    switch kind.form {
    case .number: return cell.isRowNumber
    case .amount: return cell.look == .number || Amount.isAmount(cell.text)
    case .period: return isTime(cell)
    case .units: return isStrict ? cell.isUnits : cell.look.isWords
    case .nature: return Enumerations.nature.code(named: cell.text.compact) != nil || !isStrict
    case .note: return true
    case .figure: return cell.look == .number || !isStrict && cell.look == .text
    case .text:
      return isStrict
        ? cell.look == .text && !cell.isUnits && !isTime(cell) && !cell.isMeasure
        : cell.look.isWords
    case .words: return fitsWords(cell, kind, isStrict: isStrict)
    case .anything:
      if looks[column] == .blank { return true }
      return isStrict ? cell.look == looks[column] : cell.look.fits(looks[column])
    }
  }

  private func fitsWords(_ cell: Shape, _ kind: ColumnKind, isStrict: Bool) -> Bool {
    guard isStrict else { return cell.look.isWords }
    switch kind {
    case .attribute: return IndicatorWords.attribute(cell.text) != nil
    case .measuredIn: return cell.isMeasure
    case .place, .assessed: return cell.look.isWords && !cell.isMeasure
    case _: return cell.look == .text && !cell.isMeasure
    }
  }

  private func isTime(_ cell: Shape) -> Bool {
    if cell.look == .date || PeriodReading.isStanding(cell.text) { return true }
    if case .stated = PeriodReading(year: 2000).read(cell.text) { return true }
    return false
  }
}
