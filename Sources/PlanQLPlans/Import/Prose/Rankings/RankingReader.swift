import PlanQLData

/// Reads rankings in sentences and lines.
///
///     ranking = head mark list | heading list | place { place } | names 分别 places
///     mark    = 依次 | 分别 | 排名: | 是
///     list    = name [number] { 、 name [number] } [和 name]
///     place   = 第n名 [:] name [number] | names 并列第n名 [, 均为 number]
struct RankingReader {
  var rankings: [Ranking] = []
  /// The title of the document, where it has one.
  var title: FoldedText?
  var remarks: [ProseRemark] = []
  /// The paragraph and heading of the last ranking.
  var lastHeading: FoldedText?
  private var numbered = NumberedRankingReader()
  /// What the sentence before names, of which a ranking may be: 126个县水环境质量。 前2名依次为….
  private var subject: (paragraph: Int, name: FoldedText)?
  /// The measure that the line before the paragraph names: what a list below it is of.
  var label: (text: FoldedText, line: Int)?
  /// The lines of labels of which lists were read.
  private(set) var linesOfLabels: Set<Int> = []
  /// The line of the last place of a list that has one a line.
  var lastPlaceLine: Int?

  /// Takes a sentence; gives the part of it that is a ranking.
  mutating func read(_ sentence: ProseSentence, period: ProsePeriod?) -> Range<Int>? {
    defer { noteSentence(sentence.text.string) }
    if let range = readAwards(sentence) { return range }
    if let found = numbered.read(sentence, period: period) { return take(found, sentence) }
    numbered.pass(sentence)
    if let range = readPaired(sentence, period: period) { return range }
    if let range = readJudged(sentence, period: period) { return range }
    defer { subject = RankingReader.subject(of: sentence) }
    guard let (head, start) = RankingReader.headed(sentence.text) ?? otherEnd(sentence),
      let read = RankingHead(head),
      !PlacedList.holdsPlace(sentence.text.dropFirst(start))
    else {
      return readPlaces(sentence, period: period) ?? readBareList(sentence, period: period)
        ?? readBounded(sentence, period: period)
    }
    let text = sentence.text.dropFirst(start)
    let list = RankedList(text, announced: read.announced)
    guard list.count > 1 || list.count == 1 && read.announced == 1 else {
      return readBounded(sentence, period: period)
    }
    let isWhole = add(list, under: read, sentence, period: period)
    if isWhole { return 0..<sentence.text.count }
    return 0..<(sentence.text.count - addFurther(list.rest, sentence, period: period).count)
  }

  /// Notes the sentence that names the last entries.
  mutating func noteSentence(_ text: String) {
    for ranking in rankings.indices.reversed() {
      for entry in rankings[ranking].entries.indices.reversed() {
        guard rankings[ranking].entries[entry].sentence == nil else { return }
        rankings[ranking].entries[entry].sentence = text
      }
    }
  }

  /// The head of a sentence behind a semicolon that is no more than the other part of the ranking before it: 后3名:丁县、….
  private func otherEnd(_ sentence: ProseSentence) -> (head: FoldedText, start: Int)? {
    guard sentence.goesOn, rankings.last?.line == sentence.line,
      let (head, start) = RankingReader.headedByPart(sentence.text),
      let announced = RankingHead(head)?.announced,
      RankedList(sentence.text.dropFirst(start), announced: announced).count == announced
    else { return nil }
    return (head, start)
  }

  /// Adds the lists that go on in a sentence behind another one: 前三位的是甲、乙、丙,倒数三位的是丁、戊、己; gives what is
  /// left of it.
  private mutating func addFurther(
    _ text: FoldedText, _ sentence: ProseSentence, period: ProsePeriod?
  ) -> FoldedText {
    var text = text
    while let (head, start) = RankingReader.headed(text) ?? RankingReader.headedByPart(text),
      let read = RankingHead(head)
    {
      let rest = text.dropFirst(start)
      let list = RankedList(rest, announced: read.announced)
      let isList = list.count > 1 || list.count == 1 && read.announced == 1
      guard isList, !PlacedList.holdsPlace(rest) else { break }
      if add(list, under: read, sentence, period: period) { return .empty }
      text = list.rest
    }
    if RankingHead.part(in: text.part(0..<Swift.min(text.count, 30))) != nil {
      remarks.append(
        .init(line: sentence.line, text: ImportMessages.rankingRestUnread(text.string)))
    }
    return text
  }

  /// A list that names no more than its part of the ranking before it: `后两名的是丙县、丁县`, `末位丁县`.
  private static func headedByPart(_ text: FoldedText) -> (head: FoldedText, start: Int)? {
    let stop = text.scalars.firstIndex { "、,".unicodeScalars.contains($0) } ?? text.count
    guard let mark = RankingHead.firstPart(in: text.part(0..<Swift.min(stop, 24))) else {
      return nil
    }
    let before = text.part(0..<mark.lowerBound)
      .dropping(first: ["而", "但", "其中", "排名", "排", "位居", "居", "处于", "在", "为", ":"])
    guard before.isEmpty else { return nil }
    let rest = text.part(mark.upperBound..<stop)
    let verb = ["是", "为", "有", ":"].compactMap { rest.firstPlaces(of: $0)?.upperBound }.min()
    let start = mark.upperBound + (verb ?? 0)
    let names = text.dropFirst(start).dropping(first: verb == nil ? ["的"] : ["分别", "依次", ":"])
    return (text.part(0..<mark.upperBound), text.count - names.count)
  }

  /// Adds a line of numbered names, which begins a ranking or goes on with the last one where its numbers do.
  private mutating func take(
    _ found: (ranking: Ranking, goesOn: Bool), _ sentence: ProseSentence
  ) -> Range<Int>? {
    let first = found.ranking.entries.first?.place ?? 1
    if found.goesOn, let last = rankings.indices.last {
      guard rankings[last].entries.last?.place == first - 1 else { return nil }
      rankings[last].entries += found.ranking.entries
    } else {
      guard first == 1 else { return nil }
      rankings.append(found.ranking)
    }
    lastHeading = sentence.heading
    return 0..<sentence.text.count
  }

  /// Adds a ranking; says whether what follows the list was read too.
  @discardableResult
  mutating func add(
    _ list: RankedList, under head: RankingHead, _ sentence: ProseSentence, period: ProsePeriod?
  ) -> Bool {
    let item = item(head, sentence)
    if !head.item.isEmpty, !RankingReader.isItem(head.item), !RankingReader.leadsIn(head.item) {
      remarks.append(
        .init(line: sentence.line, text: ImportMessages.rankingRestUnread(head.item.string)))
    }
    var head = head
    let like = rankings.last { $0.item == item && $0.side == head.side && $0.isFromEnd != nil }
    let isInherited = head.order == .unknown && !head.isContradictory && like != nil
    if isInherited, let like { head.take(isFromEnd: like.isFromEnd ?? false) }
    var ranking = Ranking(head, list, item: item, period: period, at: sentence.line)
    if ranking.scope == nil, let last = rankings.last, last.item == item,
      last.line == sentence.line || lastHeading == sentence.heading
    {
      // The other end of the same ranking.
      ranking.scope = last.scope
    }
    if isInherited {
      remarks.append(
        .init(line: sentence.line, text: ImportMessages.rankingOrderInherited(item)))
    }
    lastHeading = sentence.heading
    rankings.append(ranking)
    note(ranking, list, head)
    return !list.rest.isEmpty && distribute(list.rest)
  }

  /// Says what is not certain of a list.
  private mutating func note(_ ranking: Ranking, _ list: RankedList, _ head: RankingHead) {
    let line = ranking.line
    let name = ranking.item.isEmpty ? (head.part ?? "") : ranking.item
    if ranking.entries.allSatisfy({ $0.place == nil && $0.placeFromEnd == nil }) {
      remarks.append(.init(line: line, text: ImportMessages.rankingOrderUnknown(name)))
    } else if head.order == .highFirst || head.order == .lowFirst {
      let first = ranking.entries[0].unit
      remarks.append(
        .init(
          line: line,
          text: ImportMessages.rankingOrderRead(name, first, isLast: ranking.entries[0].place != 1),
          isDoubt: false))
    }
    if list.isAtOdds { remarks.append(.init(line: line, text: ImportMessages.rankingAtOdds(name))) }
    if let announced = head.announced {
      let isShort = list.count < announced && !list.isOpen
      if isShort || !list.rest.isEmpty && RankedList(list.rest).count > 0 {
        let found = list.count + (isShort ? 0 : RankedList(list.rest).count)
        remarks.append(
          .init(line: line, text: ImportMessages.listIsOfOtherLength(announced, found)))
      }
    }
  }

  /// Parts a sentence at the words that a list follows; gives the head and where the list begins.
  private static func headed(_ text: FoldedText) -> (head: FoldedText, start: Int)? {
    let anchors = ["依次", "分别"]
    for anchor in anchors {
      guard let places = text.firstPlaces(of: anchor) else { continue }
      let head = text.part(0..<places.lowerBound)
      guard RankingHead(head) != nil || text.dropFirst(places.upperBound).contains(":") else {
        continue
      }
      let after = text.dropFirst(places.upperBound).dropping(first: [
        "是", "为", ":", "有", "排名", "排序", "名单", "如下",
      ])
      if let colon = after.firstPlaces(of: ":"), colon.lowerBound <= 12 {
        // 依次排名情况为:…; 依次(从第1名到第10名):…
        let start = text.count - after.count + colon.upperBound
        return (text.part(0..<(start - 1)), start)
      }
      return (head, text.count - after.count)
    }
    if let colon = text.firstPlaces(of: ":") {
      let head = text.part(0..<colon.lowerBound).dropping(last: ["为", "是", "如下", "情况", "结果"])
      let last = SentenceClause.all(in: head).last?.text ?? head
      if head.count <= 60,
        last.contains(anyWord: ["排名", "排序", "名次", "高到低", "低到高", "高到底", "好到差", "差到好"])
      {
        return (head, colon.upperBound)
      }
    }
    return headedByVerb(text)
  }

  /// `平均分排名前三的单位是甲镇、乙镇`, `空气质量较好的前10位(从第1名到第10名)为甲县、…`: the part stands right before the verb,
  /// and as many names as it announces behind it.
  private static func headedByVerb(_ text: FoldedText) -> (head: FoldedText, start: Int)? {
    for verb in ["是", "为"] {
      guard let places = text.firstPlaces(of: verb), places.lowerBound <= 80 else { continue }
      let head = text.part(0..<places.lowerBound)
      guard let read = RankingHead(head), let part = read.part else { continue }
      if head.contains("排名"), places.lowerBound <= 40 { return (head, places.upperBound) }
      let last = SentenceClause.all(in: head).last?.text ?? head
      let rest = last.lastPlaces(of: FoldedText(part).folded).map { last.dropFirst($0.upperBound) }
      let isPart =
        last.contains(anyWord: ["排", "居", "较好", "较差", "较快", "较慢", "较高", "较低"])
        || last.compact == FoldedText(part).compact
      let after = text.dropFirst(places.upperBound).dropping(first: [":"])
      guard isPart, let rest, rest.count <= 24, let announced = read.announced,
        RankedList(after, announced: announced).count == announced
      else { continue }
      return (head, text.count - after.count)
    }
    return nil
  }

  /// A paragraph that is nothing but names, below a heading that says that it is a ranking.
  private mutating func readBareList(
    _ sentence: ProseSentence, period: ProsePeriod?
  ) -> Range<Int>? {
    guard let heading = sentence.heading, heading.contains(anyWord: ["排名", "排序", "名次"]),
      let head = RankingHead(heading)
    else { return nil }
    let list = RankedList(sentence.text)
    guard list.count >= 3, list.rest.isEmpty, !sentence.text.contains(",") else { return nil }
    add(list, under: head, sentence, period: period)
    if let label, let last = rankings.indices.last {
      rankings[last].item += "（\(label.text.string)）"
      linesOfLabels.insert(label.line)
    }
    return 0..<sentence.text.count
  }

  /// Units that are named for what their figure reaches, or how it is judged.
  private mutating func readBounded(
    _ sentence: ProseSentence, period: ProsePeriod?
  ) -> Range<Int>? {
    guard let found = BoundedList(sentence.text) else { return nil }
    rankings.append(found.ranking(of: period, at: sentence.line))
    lastHeading = sentence.heading
    return 0..<sentence.text.count
  }

  /// What is ranked: as the head says, or the heading, or the ranking before, which a second list
  /// need not repeat, or the title of the document.
  private func item(_ head: RankingHead, _ sentence: ProseSentence) -> String {
    let item = spokenItem(head, sentence)
    return item.isEmpty ? titled ?? "" : item
  }

  /// What the title of the document says is ranked.
  var titled: String? {
    guard let title, title.contains(anyWord: ["排名", "排序", "名次", "考核", "评价", "成绩", "得分"]) else {
      return nil
    }
    let plain = title.dropping(first: ["关于"]).dropping(last: [
      "的", "通报", "公示", "公告", "通知", "结果", "情况",
    ])
    let name = RankingHead.named(plain).name
    return RankingReader.isItem(name) && !name.isEmpty ? name.string : nil
  }

  private func spokenItem(_ head: RankingHead, _ sentence: ProseSentence) -> String {
    // 排名后三的为: what is ranked, was said before.
    let isBare = ["排名", "排序", "位次"].contains(head.item.compact)
    let name = isBare || !RankingReader.isItem(head.item) ? .empty : head.item
    if let last = rankings.last, last.line == sentence.line || lastHeading == sentence.heading,
      !last.item.isEmpty, name.isEmpty || isRest(name, of: last, head)
    {
      return last.item
    }
    if name.isEmpty, let subject, subject.paragraph == sentence.paragraph {
      return subject.name.string
    }
    let isPlace = ["区", "县", "市", "镇", "城市"].contains { name.hasSuffix($0) } && name.count > 1
    if name.isEmpty || isPlace, let heading = sentence.heading {
      let title = RankingHead.named(heading).name
      if !title.isEmpty { return isPlace ? title.string + "（\(name.string)）" : title.string }
    }
    return name.isEmpty && isBare ? head.item.string : name.string
  }

  /// Whether a name is no more than the end of what the ranking before is of, and of the same ones ranked.
  private func isRest(_ name: FoldedText, of last: Ranking, _ head: RankingHead) -> Bool {
    FoldedText(last.item).hasSuffix(name.folded)
      && (head.scope.isEmpty || head.scope.string == last.scope || last.item == name.string)
  }

  /// Whether words can name what is ranked: no row of a table that was taken for text, and no half of a bracket.
  private static func isItem(_ name: FoldedText) -> Bool {
    let isRow = name.contains(" ") && name.scalars.contains(where: FoldedText.isDigit)
    return !isRow && name.count <= 40 && name.hasBalancedBrackets
      && !leadsIn(name)
  }

  /// Whether words only say by what a ranking is known: 根据监测数据来看.
  private static func leadsIn(_ name: FoldedText) -> Bool {
    name.contains(anyWord: ["根据", "来看", "显示", "据悉", "据了解"])
  }

  /// What a short sentence names and says nothing of: 全省126个县水环境质量.
  private static func subject(of sentence: ProseSentence) -> (paragraph: Int, name: FoldedText)? {
    guard sentence.text.count <= 60, let last = SentenceClause.all(in: sentence.text).last?.text,
      last.suffix(of: ["质量", "水质", "质量状况", "质量情况", "排名", "排名情况"]) != nil,
      !last.contains(anyWord: ["发布", "改善", "提升", "提高", "加强"])
    else { return nil }
    let name = RankingHead.named(last).name
    return name.count < 2 || !isItem(name) ? nil : (sentence.paragraph, name)
  }
}
