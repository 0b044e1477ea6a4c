import PlanQLData

/// Places that a sentence names one by one, and what it gives to those of the list before.
extension RankingReader {
  /// `第一名甲县103分,第二名乙县97.45分`; `甲县、乙县并列第一名,均为45分`.
  mutating func readPlaces(
    _ sentence: ProseSentence, period: ProsePeriod?
  ) -> Range<Int>? {
    var start = 0
    var isRead = false
    while let length = readPlaces(sentence, from: start, period: period) {
      isRead = true
      start += length
      if start >= sentence.text.count { break }
    }
    return isRead ? 0..<start : nil
  }

  /// Reads the places that begin amid a sentence, up to those of another group; gives how much was read.
  private mutating func readPlaces(
    _ sentence: ProseSentence, from start: Int, period: ProsePeriod?
  ) -> Int? {
    let text = sentence.text.dropFirst(start)
    let read = PlacedList(text, at: sentence.line)
    let isLine = PlacedList.beginsWithPlace(text)
    // 空气质量排名:第一名甲县;第二名乙县
    let isHeaded = !isLine && read.isWhole && read.head.contains(anyWord: ["排名", "排序", "名次"])
    guard
      read.entries.count > 1 && read.isWhole
        || read.entries.count == 1 && (isLine || isHeaded) && read.isSure
    else { return nil }
    let (name, scope) = RankingHead.named(
      RankingHead(read.head)?.item ?? RankingHead.named(read.head).name)
    let isNext =
      lastPlaceLine.map { sentence.line - $0 <= 2 } ?? false && isLine && name.isEmpty
    if isNext, let last = rankings.indices.last {
      rankings[last].entries += read.entries
    } else {
      var item = name.string
      let isGroup = PlacedList.isGroup(name)
      if item.isEmpty || isGroup {
        let before = rankings.last.flatMap { $0.line == sentence.line ? $0.item : nil }
        let heading = sentence.heading.map { RankingHead.named($0).name.string }
        item = before ?? [heading, titled, item].compactMap(\.self).first { !$0.isEmpty } ?? ""
      }
      let group = isGroup && item != name.string ? name : read.group
      let whose = group.isEmpty ? scope : group
      rankings.append(
        Ranking(
          item: item, period: period, scope: whose.isEmpty ? nil : whose.string, part: nil,
          entries: read.entries, line: sentence.line))
    }
    let beginsList = isHeaded && read.entries.count == 1
    lastPlaceLine = isLine || beginsList ? sentence.line : nil
    lastHeading = sentence.heading
    return read.next ?? text.count
  }

  /// `上述县分别获得奖励50万元、46万元`, where as many amounts as the last list has units stand.
  mutating func readAwards(_ sentence: ProseSentence) -> Range<Int>? {
    guard sentence.text.hasPrefix("上述") || sentence.text.hasPrefix("对上述"),
      rankings.last?.line == sentence.line
    else { return nil }
    return distribute(sentence.text) ? 0..<sentence.text.count : nil
  }

  /// Gives the units of the last ranking the amounts that a text distributes over them.
  mutating func distribute(_ text: FoldedText) -> Bool {
    guard let last = rankings.indices.last, let mark = text.firstPlaces(of: "分别") else {
      return false
    }
    let rest = text.dropFirst(mark.upperBound)
    let amounts = Quantity.all(in: rest)
    guard let first = amounts.first, amounts.count == rankings[last].entries.count,
      amounts.allSatisfy({ $0.unit != nil })
    else { return false }
    let name = rest.part(0..<first.places.lowerBound).dropping(first: ["获得", "给予"])
      .dropping(last: ["为", "了", "金额"])
    guard (1...8).contains(name.count) else { return false }
    for (place, amount) in amounts.enumerated() {
      rankings[last].entries[place].award = (name.string, rest.part(amount.places).string)
    }
    return true
  }
}
