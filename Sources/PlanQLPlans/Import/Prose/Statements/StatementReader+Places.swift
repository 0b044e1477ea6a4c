import PlanQLData

/// Values of one measure that stand behind the places of a list: `优良率:甲市(89.2%)、乙市(88.1%)`.
extension StatementReader {
  /// Adds the values of a list of places behind the measure that the clause before names; gives what was read of it.
  mutating func readPlaces(
    of text: FoldedText, _ sentence: ProseSentence, _ time: ProsePeriod?, _ present: Int?
  ) -> [Range<Int>] {
    guard !announced.isEmpty, text.contains("、"), !words.hasSuperlative else { return [] }
    let parted = StatementPlace(StatementReader.cleaned(announced))
    let entries = RankedList(text)
    let list = entries.groups.flatMap(\.entries)
    guard list.count > 1, entries.groups.count == list.count, entries.rest.isEmpty,
      !entries.isOpen, case (let name, false)? = named(parted.rest),
      list.allSatisfy({ StatementReader.isValued($0, for: name) })
    else { return [] }
    let around = StatementMood.Surroundings(
      sentence: sentence.text, isOfTargets: isOfTargets(at: time), time: time, present: present,
      written: written, isDone: isDone, words: words)
    guard StatementMood(text, bound: .none, isNamedTarget: false, in: around) == .observed else {
      return []
    }
    for entry in list {
      guard let value = entry.value else { continue }
      var statement = StatedValue(
        name: name, isTarget: false, quantity: value, comparator: nil, direction: nil,
        text: entry.name.string + value.text, time: time, place: entry.name, line: sentence.line)
      statement.sentence = sentenceCount
      statements.append(statement)
    }
    return [0..<text.count]
  }

  /// Whether an entry is a place with a value of a measure.
  private static func isValued(_ entry: RankedList.Entry, for name: FoldedText) -> Bool {
    guard let value = entry.value else { return false }
    return (StatementPlace.mayBePlaces(entry.name) || StatementPlace.isOfWater(entry.name))
      && isMeasure(name, value)
  }
}

extension Quantity {
  /// The value with its unit.
  fileprivate var text: String { value.description + (unit ?? "") }
}
