import PlanQLData

/// A run without blanks in a line of a flattened table.
struct RowToken: Sendable {
  let text: FoldedText
  /// Whether it is the first of a further line of its row.
  let beginsLine: Bool

  /// Cuts a line at its blanks.
  static func tokens(of line: FoldedText, continues: Bool) -> [RowToken] {
    line.words.enumerated().map { RowToken(text: $1, beginsLine: continues && $0 == 0) }
  }
}

/// Cuts the tokens of a flattened row into cells: from the right, and from the left up to the one
/// column whose text may hold blanks and numbers.
struct FlattenedRow {
  let columns: [DocumentColumn]
  let periods: PeriodReading
  /// How the cells of each column look in rows with as many words as columns.
  let looks: [CellLook]
  /// The place of the column that takes what the others leave.
  private let elastic: Int
  /// Whether units must be certain ones even where their place in the row leaves no doubt.
  private var isStrict = false

  /// Prepares to cut rows of those columns.
  init(_ columns: [DocumentColumn], periods: PeriodReading, looks: [CellLook]) {
    self.columns = columns
    self.periods = periods
    self.looks = looks
    self.elastic =
      columns.lastIndex { $0.isText && $0.kind != .name } ?? columns.lastIndex(where: \.isShape)
      ?? columns.lastIndex(where: \.isText) ?? columns.count - 1
  }

  var hasNumber: Bool { columns.first?.kind == .number }

  /// The list of units that the cells of a row end in, those of notes left out.
  func lastUnits(_ cells: [FoldedText]) -> FoldedText? {
    guard let last = cells.lastIndex(where: { !$0.isEmpty }), columns[last].isUnits else {
      return nil
    }
    return cells[last]
  }

  /// The cells of a row that has one for each column; nil where the tokens do not fit.
  func cells(_ tokens: [RowToken]) -> [FoldedText]? {
    guard !tokens.isEmpty, tokens.count <= 2000 else { return nil }
    return ranges(of: Array(columns.indices), in: tokens).map { ranges in
      columns.indices.map { cell(of: tokens, ranges[$0] ?? 0..<0, column: $0) }
    }
  }

  /// The cells of a row that lacks some, where only one set of columns can be the missing one.
  func cellsWithGaps(_ tokens: [RowToken]) -> (cells: [FoldedText], absent: [Int])? {
    guard tokens.count >= 2, tokens.count <= 2000 else { return nil }
    let candidates = columns.indices.filter { isDroppable($0) }
    var strict = self
    strict.isStrict = true
    for size in 1...2 {
      var found: [(cells: [FoldedText], absent: [Int])] = []
      for absent in FlattenedRow.subsets(candidates, size: size) {
        let kept = columns.indices.filter { !absent.contains($0) }
        guard let ranges = strict.ranges(of: kept, in: tokens) else { continue }
        found.append(
          (columns.indices.map { cell(of: tokens, ranges[$0] ?? 0..<0, column: $0) }, absent))
        if found.count > 1 { return nil }
      }
      if let only = found.first { return only }
    }
    return nil
  }

  private func isDroppable(_ column: Int) -> Bool {
    column != elastic && !columns[column].isSubject && columns[column].kind != .number
  }

  private static func subsets(_ places: [Int], size: Int) -> [[Int]] {
    if size == 1 { return places.map { [$0] } }
    return places.enumerated().flatMap { index, first in
      places[(index + 1)...].map { [first, $0] }
    }
  }
}

extension FlattenedRow {
  /// The tokens of each column; nil where they do not fit.
  private func ranges(of kept: [Int], in tokens: [RowToken]) -> [Int: Range<Int>]? {
    let right = kept.filter { $0 > elastic }
    let left = kept.filter { $0 < elastic }
    var failures: Set<Failure> = []
    return matchRight(
      right[...], left[...], tokens, end: tokens.count, kept: kept, &failures)
  }

  /// What is known not to fit: so many columns with the tokens between two places.
  private struct Failure: Hashable {
    let columns: Int
    let start: Int
    let end: Int
  }

  private func matchRight(
    _ right: ArraySlice<Int>, _ left: ArraySlice<Int>, _ tokens: [RowToken], end: Int, kept: [Int],
    _ failures: inout Set<Failure>
  ) -> [Int: Range<Int>]? {
    guard let column = right.last else {
      return matchLeft(left, tokens, start: 0, end: end, kept: kept, &failures)
    }
    let failure = Failure(columns: left.count + right.count, start: 0, end: end)
    guard !failures.contains(failure) else { return nil }
    for length in lengths(column, tokens, at: end, fromRight: true, kept: kept) {
      guard
        var found = matchRight(
          right.dropLast(), left, tokens, end: end - length, kept: kept, &failures)
      else { continue }
      found[column] = (end - length)..<end
      return found
    }
    failures.insert(failure)
    return nil
  }

  private func matchLeft(
    _ left: ArraySlice<Int>, _ tokens: [RowToken], start: Int, end: Int, kept: [Int],
    _ failures: inout Set<Failure>
  ) -> [Int: Range<Int>]? {
    guard let column = left.first else {
      guard start <= end, start < end || !columns[elastic].isSubject else { return nil }
      let first = start < end ? tokens[start].text : FoldedText.empty
      if columns[elastic].isSubject, Amount.isAmount(first) { return nil }
      return [elastic: start..<end]
    }
    let failure = Failure(columns: left.count, start: start, end: end)
    guard !failures.contains(failure) else { return nil }
    for length in lengths(column, tokens, at: start, fromRight: false, kept: kept)
    where start + length <= end {
      guard
        var found = matchLeft(
          left.dropFirst(), tokens, start: start + length, end: end, kept: kept, &failures)
      else { continue }
      found[column] = start..<(start + length)
      return found
    }
    failures.insert(failure)
    return nil
  }

  /// The numbers of tokens that a cell of the column may take at a place, the likeliest first.
  private func lengths(
    _ column: Int, _ tokens: [RowToken], at place: Int, fromRight: Bool, kept: [Int]
  ) -> [Int] {
    func token(_ number: Int) -> FoldedText? {
      let index = fromRight ? place - 1 - number : place + number
      return tokens.indices.contains(index) ? tokens[index].text : nil
    }
    guard let first = token(0) else { return columns[column].kind == .note ? [0] : [] }
    switch columns[column].kind.form {
    case .number: return Numbering.rowNumber(first) == nil ? [] : [1]
    case .amount:
      let isPair = token(1).map { second in
        MoneyUnit.all.contains { $0.name == (fromRight ? first : second).compact }
          && Amount.isAmount(fromRight ? second : first)
      }
      return isPair == true ? [2] : Amount.isAmount(first) || isNoneMark(first) ? [1] : []
    case .period:
      return (1...4).reversed().filter { length in
        let range = fromRight ? (place - length)..<place : place..<(place + length)
        guard range.lowerBound >= 0, range.upperBound <= tokens.count else { return false }
        return isPeriod(FoldedText(tokens[range].map(\.text.string).joined()))
      }
    case .units: return unitLengths(column, tokens, at: place, fromRight: fromRight, kept: kept)
    case .note: return Array(0...8)
    case .nature: return Enumerations.nature.isValue(first) ? [1] : []
    case .text: return Amount.isAmount(first) ? [] : [1, 2, 3]
    case .words:
      if columns[column].kind == .attribute {
        return IndicatorWords.attribute(first) == nil ? [] : [1]
      }
      if columns[column].kind == .category, Numbering.rowNumber(first) != nil { return [] }
      if columns[column].kind == .indicator { return Amount.isAmount(first) ? [] : [1, 2, 3] }
      return Amount.isAmount(first) ? [] : [1]
    case .figure:
      return IndicatorFigure.isFigure(first) ? [1] : columns[column].isShape ? [1, 2, 3] : []
    case .anything:
      let isFigure = Amount.isAmount(first) || isNoneMark(first)
      switch looks[column] {
      case .number: return isFigure ? [1] : []
      case .text, .units: return isFigure ? [] : [1, 2, 3]
      case .date, .blank: return [1]
      }
    }
  }

  private func isPeriod(_ text: FoldedText) -> Bool {
    if PeriodReading.isStanding(text) { return true }
    switch periods.read(cell: text) {
    case .stated, .none: return true
    case .blank, .unreadable: return false
    }
  }

  private func unitLengths(
    _ column: Int, _ tokens: [RowToken], at place: Int, fromRight: Bool, kept: [Int]
  ) -> [Int] {
    let index = kept.firstIndex(of: column) ?? 0
    func kind(_ offset: Int) -> ColumnKind? {
      kept.indices.contains(index + offset) ? columns[kept[index + offset]].kind : nil
    }
    func isUnits(_ kind: ColumnKind?) -> Bool {
      if case .units = kind { return true }
      return false
    }
    let isBesideText = [index - 1, index + 1].contains {
      kept.indices.contains($0) && kept[$0] == elastic
    }
    let isShared = isUnits(kind(-1)) || isUnits(kind(1))
    var ends: [Int] = []
    for length in 1...60 {
      let position = fromRight ? place - length : place + length - 1
      guard tokens.indices.contains(position) else { break }
      let text = tokens[position].text
      if isNoneMark(text) { return length == 1 ? [1] : ends }
      guard !Amount.isAmount(text), !isPeriod(text) else { break }
      let mustBeCertain = isStrict || kind(1) == .note || (isBesideText && length > 1)
      if mustBeCertain, !UnitList.isList(text, isLoose: false) { break }
      if !goesOn(tokens, after: fromRight ? position - 1 : position) { ends.insert(length, at: 0) }
    }
    return isShared ? ends.suffix(1).map { $0 } : ends
  }

  /// Says whether a list goes on from that token to the next: it ends in a separator.
  private func goesOn(_ tokens: [RowToken], after place: Int) -> Bool {
    guard tokens.indices.contains(place), tokens.indices.contains(place + 1),
      let last = tokens[place].text.scalar(tokens[place].text.count - 1)
    else { return false }
    return last == "、" || last == ","
  }

  private func cell(of tokens: [RowToken], _ range: Range<Int>, column: Int) -> FoldedText {
    var text = ""
    var last: Unicode.Scalar?
    for token in tokens[range] {
      let next = token.text.scalar(0)
      let isWord =
        last.map(FoldedText.isIdeograph) ?? true
        && next.map(FoldedText.isIdeograph) ?? true
      let isGlued = token.beginsLine && isWord && !columns[column].isUnits
      // A line break in a list of units may stand amid a name.
      if !text.isEmpty, !isGlued { text += token.beginsLine && isWord ? "\n" : " " }
      text += token.text.string
      last = token.text.scalar(token.text.count - 1)
    }
    return FoldedText(text)
  }
}

extension DocumentColumn {
  /// Whether the cells say in words how far the work has come.
  var isShape: Bool { kind == .done && heading.contains("形象") }
}

extension Enumeration {
  /// Says whether a cell is one of the values, or a way of building that documents put beside them.
  fileprivate func isValue(_ cell: FoldedText) -> Bool {
    code(named: cell.compact) != nil
      || ["改建", "扩建", "改扩建", "迁建", "技改", "新建改造"].contains(cell.compact)
  }
}
