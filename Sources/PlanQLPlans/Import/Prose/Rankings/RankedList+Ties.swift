/// Names of a list that share a place, as the text says it behind them.
extension RankedList {
  /// Reads a name behind which a bracket says that names before it share a place: `甲县、乙县、丙县(甲县、乙县并列第1)`; nil
  /// where it is no such one.
  mutating func withTieBefore(_ text: FoldedText) -> Entry? {
    guard text.hasSuffix(")"), let open = text.scalars.lastIndex(of: "("),
      let mark = text.firstPlaces(of: "并列"), mark.lowerBound > open,
      let (entry, _) = RankedList.entry(text.part(0..<open))
    else { return nil }
    let names = text.part((open + 1)..<mark.lowerBound).split { "、,".unicodeScalars.contains($0) }
      .flatMap { NameList.conjoined($0.trimmed()) }
    let places = names.compactMap { name in
      groups.firstIndex { $0.entries.count == 1 && $0.entries[0].name.compact == name.compact }
    }
    guard names.count > 1, places.count == names.count else { return nil }
    guard let first = places.min(), places.sorted() == Array(first..<(first + places.count)) else {
      // Names that do not stand side by side cannot share a place.
      isAtOdds = true
      return entry
    }
    let inner = text.dropFirst(mark.lowerBound)
    let tie = Group(
      entries: groups[first..<(first + places.count)].flatMap(\.entries),
      stated: RankedList.place(in: inner), isStatedFromEnd: inner.contains("倒数"))
    groups.replaceSubrange(first..<(first + places.count), with: [tie])
    return entry
  }

  /// Settles which names share a place that the text states: those with it, and as many before them as stand at that
  /// place: `A和B和C(并列第1名)`, where a comma may part the names.
  mutating func settleTies() {
    var settled: [Group] = []
    for (index, group) in groups.enumerated() {
      guard let stated = group.stated else {
        settled.append(group)
        continue
      }
      var group = group
      let before = groups[..<index].reduce(0) { $0 + $1.entries.count }
      let after = groups[(index + 1)...].reduce(0) { $0 + $1.entries.count }
      let isFromEnd = group.isStatedFromEnd && group.entries.count > 1
      if !isFromEnd || after + 1 != stated {
        var surplus = before + 1 - stated
        while surplus > 0, let last = settled.last, last.stated == nil,
          last.entries.count <= surplus
        {
          group.entries = last.entries + group.entries
          surplus -= last.entries.count
          settled.removeLast()
        }
        isAtOdds = isAtOdds || surplus != 0
      }
      settled.append(group)
    }
    groups = settled
  }
}
