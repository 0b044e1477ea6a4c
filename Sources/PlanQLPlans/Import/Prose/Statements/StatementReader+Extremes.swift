import PlanQLData

/// Values of those whose figure is the least or the greatest: `甲浓度最低的3个城市依次是青市、白市和红市,分别为47、55和55`.
extension StatementReader {
  /// What a clause names of which the next one tells the values.
  struct Extremes: Sendable {
    let name: FoldedText
    let places: [FoldedText]

    /// Reads a clause; nil where it names no such ones, or not as many as it says.
    init?(_ text: FoldedText) {
      guard
        let mark = ["最低的", "最高的", "最少的", "最多的", "最小的", "最大的"].compactMap({
          text.firstPlaces(of: $0)
        }).first,
        let verb = ["依次是", "依次为", "分别是", "分别为"].compactMap({ text.lastPlaces(of: $0) }).first,
        verb.lowerBound >= mark.upperBound, verb.lowerBound - mark.upperBound <= 12,
        let (count, _) = Numeral.integer(text.dropFirst(mark.upperBound)), count > 1
      else { return nil }
      let names = NameList.names(in: text.dropFirst(verb.upperBound), count: count)
      guard names.count == count, names.allSatisfy(RankedList.isName) else { return nil }
      self.name = text.part(0..<mark.lowerBound)
      self.places = names
    }
  }

  /// Adds the values that a clause gives to the places of the one before it, in their order; gives what was read of it.
  mutating func readExtremes(
    _ text: FoldedText, _ sentence: ProseSentence, time: ProsePeriod?
  ) -> [Range<Int>] {
    defer { extremes = Extremes(text) }
    guard let before = extremes,
      let start = ["分别为", "分别是", "依次为", "分别"].first(where: { text.hasPrefix($0) })
    else { return [] }
    let values = Quantity.all(in: text)
    let whole = StatementReader.cleaned(before.name)
    // 浓度最高的: of what was told before.
    let last = statements.last { $0.line == sentence.line }
    let name = last.map { $0.name.hasSuffix(whole.folded) ? $0.name : whole } ?? whole
    guard values.count == before.places.count, let unit = values.last?.unit,
      values.first?.places.lowerBound == start.unicodeScalars.count,
      values.last?.places.upperBound == text.count,
      values.allSatisfy({ $0.unit == nil || $0.unit == unit }),
      let end = values.last, StatementReader.isName(name), StatementReader.isMeasure(name, end),
      !isOfTargets(at: time), FigureRange.all(in: text).isEmpty
    else { return [] }
    for (place, value) in zip(before.places, values) {
      var statement = StatedValue(
        name: name, isTarget: false,
        quantity: Quantity(value: value.value, unit: unit, places: value.places), comparator: nil,
        direction: nil, text: text.part(value.places).string, time: time, place: place,
        line: sentence.line)
      statement.sentence = sentenceCount
      statements.append(statement)
    }
    return [0..<text.count]
  }
}
