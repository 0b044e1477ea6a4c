import PlanQLData

/// The figures that stand in what was read of a document, line by line: values, what they are compared with, and
/// words that were kept as they are. A reader that passes over a sentence has not read all of it.
struct ReadFigures: Sendable {
  /// The values of a line that answer for no figure of the text yet.
  private var values: [Int: [Decimal]] = [:]
  /// Values that answer for each figure of their line: bulletins keep what is said twice once.
  private var shared: [Int: [Decimal]] = [:]

  /// The ranks of a line that were kept.
  private var ranks: [Int: Set<Int>] = [:]

  /// The ranges of a line that were kept, as they are written.
  private var ranges: [Int: Set<String>] = [:]

  /// Takes all that sentences and bulletins gave.
  init(_ content: ProseContent) {
    for statement in content.statements { take(statement) }
    for ranking in content.rankings { take(ranking) }
    for grading in content.gradings { take(grading) }
    for found in content.classes {
      add(FoldedText(found.name), at: found.line)
      for name in found.names { add(FoldedText(name), at: found.line) }
      add(counts: [found.announced, found.names.count], at: found.line)
    }
    if let bulletin = content.bulletin { take(bulletin) }
    // What a remark quotes is told with its place.
    for remark in content.remarks { add(FoldedText(remark.text.zh), at: remark.line) }
  }

  /// Whether a figure stands in what was read of one of some lines; each value answers for one figure.
  mutating func take(_ figure: Quantity, on lines: [Int]) -> Bool {
    for line in lines {
      if shared[line]?.contains(where: { $0.isEqual(to: figure.value) }) ?? false { return true }
      guard let place = values[line]?.firstIndex(where: { $0.isEqual(to: figure.value) }) else {
        continue
      }
      values[line]?.remove(at: place)
      return true
    }
    return false
  }

  /// Whether a rank stands in what was read of one of some lines.
  func holds(_ rank: SpokenRank, on lines: [Int]) -> Bool {
    lines.contains { ranks[$0]?.contains(rank.place) ?? false }
  }

  /// Whether a range stands in what was read of one of some lines.
  func holds(range: FoldedText, on lines: [Int]) -> Bool {
    lines.contains { ranges[$0]?.contains(range.folded) ?? false }
  }

  private mutating func take(_ statement: StatedValue) {
    let line = statement.line
    var written = Quantity.all(in: FoldedText(statement.text)).map(\.value)
    if let own = written.firstIndex(where: { $0.isEqual(to: statement.quantity.value) }) {
      written.remove(at: own)
    }
    let whole = [statement.quantity.value, statement.baseline].compactMap(\.self)
    values[line, default: []] += whole + written
    for text in [statement.name, statement.place, statement.scope] { add(text, at: line) }
    if let time = statement.time { add(FoldedText(time.text), at: line) }
    for comparison in statement.comparisons {
      add(FoldedText(comparison.label), at: line)
      add(FoldedText(comparison.text), at: line)
    }
  }

  private mutating func take(_ ranking: Ranking) {
    for text in [ranking.item, ranking.scope ?? "", ranking.part ?? ""] {
      add(FoldedText(text), at: ranking.line)
    }
    for entry in ranking.entries {
      add(FoldedText(entry.unit), at: entry.line)
      if let award = entry.award { add(FoldedText(award.name + award.text), at: entry.line) }
      if let value = entry.value?.value {
        // The sign of minus is no part of a figure of the text: -36.8%.
        let isNegative = value.significand < 0 && value.significand > .min
        let size = isNegative ? Decimal(-value.significand, scale: value.scale) : value
        values[entry.line, default: []].append(size)
      }
      let places = [entry.place, entry.placeFromEnd].compactMap(\.self)
      add(counts: places, at: entry.line)
      ranks[entry.line, default: []].formUnion(places)
    }
    add(counts: [ranking.entries.count], at: ranking.line)
  }

  private mutating func take(_ grading: Grading) {
    for text in [grading.item, grading.grade] + grading.units {
      add(FoldedText(text), at: grading.line)
    }
    add(counts: [grading.units.count], at: grading.line)
  }

  private mutating func take(_ bulletin: Bulletin) {
    func share(_ text: String, at line: Int) {
      addRanges(FoldedText(text), at: line)
      for rank in SpokenRank.all(in: FoldedText(text)) {
        ranks[line, default: []].insert(rank.place)
      }
      shared[line, default: []] += Quantity.all(in: FoldedText(text)).map(\.value)
    }
    for figure in bulletin.figures {
      shared[figure.line, default: []].append(figure.value)
      share(figure.label, at: figure.line)
      if let time = figure.time { share(time, at: figure.line) }
    }
    for group in bulletin.groups { share(group.name, at: group.line) }
    for (line, text) in bulletin.unread { share(text, at: line) }
  }

  private mutating func add(counts: [Int], at line: Int) {
    values[line, default: []] += counts.map { Decimal(Int64($0), scale: 0) }
  }

  private mutating func addRanges(_ text: FoldedText, at line: Int) {
    let found = FigureRange.all(in: text).map { text.part($0).folded }
    if !found.isEmpty { ranges[line, default: []].formUnion(found) }
  }

  private mutating func add(_ text: FoldedText, at line: Int) {
    addRanges(text, at: line)
    for rank in SpokenRank.all(in: text) { ranks[line, default: []].insert(rank.place) }
    let found = Quantity.all(in: text)
    if !found.isEmpty { values[line, default: []] += found.map(\.value) }
  }
}
