/// Grades that stand before the names of units, as labels or headings.
extension GradeReader {
  /// `红旗区(2个):甲区、乙区`, `河长制考核,优秀:甲县、乙县,良好:丙县`; gives the parts that were read, nil where no label is a
  /// grade.
  mutating func readLabelled(
    _ sentence: ProseSentence, period: ProsePeriod?
  ) -> [Range<Int>]? {
    let clauses = SentenceClause.all(in: sentence.text, at: ",")
    let starts = clauses.indices.filter { GradeLabel(clauses[$0].text) != nil }
    guard let first = starts.first, clauses[first].start <= 40 else { return nil }
    let lead = GradeLabel(clauses[first].text)?.lead ?? .empty
    let words = lead.isEmpty ? clauses[..<first].last?.text : lead
    let before = words.flatMap { GradeReader.announcement($0.dropping(last: ["如下", "公布如下"])) }
    if let before { announced = (sentence.paragraph, before) }
    let heading = sentence.heading.flatMap { GradeHeading($0) == nil ? $0 : nil }
    let item =
      before ?? heading.map { RankingHead.named($0).name } ?? self.item(announcedFor: sentence)
    var ranges: [Range<Int>] = []
    for (index, start) in starts.enumerated() {
      guard let label = GradeLabel(clauses[start].text) else { continue }
      let end =
        starts.indices.contains(index + 1) ? clauses[starts[index + 1]].start : sentence.text.count
      let from = clauses[start].start
      let text = sentence.text.part(from..<end)
      let list = RankedList(text.dropFirst(label.length), announced: label.announced)
      guard list.count > 0, list.rest.isEmpty else {
        doubt(text, sentence)
        continue
      }
      add(
        Parted(
          names: list, item: item ?? .empty, grade: label.grade, announced: label.announced),
        sentence, period)
      ranges.append(from..<end)
    }
    return ranges.isEmpty ? nil : ranges
  }

  /// `考核结果为优秀等次的有甲市、乙市`, `良好等次的有丙县`, `考核评为优秀的有:甲镇`.
  mutating func readHeld(_ sentence: ProseSentence, period: ProsePeriod?) -> Range<Int>? {
    guard let mark = GradeReader.held(sentence.text), mark.lowerBound <= 40 else { return nil }
    let head = sentence.text.part(0..<mark.lowerBound)
    let label = SentenceClause.all(in: head).last?.text ?? head
    let places = ["为", "达到", "获"].compactMap { label.lastPlaces(of: $0) }.last
    let whole = places.map { label.dropFirst($0.upperBound) } ?? label
    // 全区考核优秀的乡镇有: what is graded stands right before the grade.
    let before = GradeReader.announced(in: whole)
    let named = before.map { whole.dropFirst($0.count) } ?? whole
    let grade = named.dropping(last: ["等级", "等次", "档次"])
      .trimmed { "“”\"".unicodeScalars.contains($0) }
    let rest = sentence.text.dropFirst(mark.upperBound)
    let isMarked =
      named.count > grade.count
      || grade.count > 1
        && (places != nil || before != nil || rest.hasPrefix(":")
          || item(announcedFor: sentence) != nil)
    let list = RankedList(rest.dropping(first: [":"]))
    guard GradeReader.grades.contains(grade.compact) else { return nil }
    guard isMarked, list.count > 0, list.rest.isEmpty else {
      let isClear = ["优秀", "良好", "合格", "不合格", "基本合格"].contains(grade.compact)
      if isClear || named.count > grade.count { doubt(sentence.text, sentence) }
      return nil
    }
    let own =
      before ?? places.map { label.part(0..<$0.lowerBound).dropping(last: ["评", "评定", "定", "被"]) }
    if let own, !own.isEmpty { announced = (sentence.paragraph, GradeReader.item(own)) }
    let last = gradings.last.flatMap { sentence.line - $0.line <= 1 ? FoldedText($0.item) : nil }
    let item = item(announcedFor: sentence) ?? last ?? .empty
    add(Parted(names: list, item: item, grade: grade, announced: nil), sentence, period)
    return 0..<sentence.text.count
  }

  /// What is graded, where a text names it and then a grade: 全区考核 in 全区考核优秀.
  private static func announced(in text: FoldedText) -> FoldedText? {
    let plain = text.dropping(last: ["等级", "等次", "档次"])
    guard !grades.contains(plain.compact), let grade = GradeHeading.grade(endingIn: plain) else {
      return nil
    }
    let before = plain.dropLast(grade.count)
    return announcement(before) == nil ? nil : before
  }

  /// The words between a grade and those who have it: 的有, 的单位有, 的是.
  private static func held(_ text: FoldedText) -> Range<Int>? {
    ["的有", "的单位有", "的乡镇有", "的县区有", "的是", "的单位是", "的单位:"].compactMap { word in
      text.firstPlaces(of: word).map {
        $0.lowerBound..<($0.upperBound - (word.hasSuffix(":") ? 1 : 0))
      }
    }.min { $0.lowerBound < $1.lowerBound }
  }

  /// A paragraph that is nothing but names of units, below a heading that is a grade.
  mutating func readBelowHeading(
    _ sentence: ProseSentence, period: ProsePeriod?
  ) -> Range<Int>? {
    guard let heading = sentence.heading.flatMap({ GradeHeading($0) }) else { return nil }
    let list = RankedList(sentence.text, announced: heading.announced)
    let names = list.groups.flatMap(\.entries).map(\.name)
    let known = names.count { GradeReader.isUnit($0) }
    guard !names.isEmpty, list.rest.isEmpty, known * 2 > names.count else { return nil }
    let areOffices = names.allSatisfy { name in
      ["局", "委", "办", "办公室", "政府", "厅", "委员会", "领导小组"].contains { name.hasSuffix($0) }
    }
    // An office alone behind a list of others below the same heading has signed the document.
    if let last = listBelow, last.heading == sentence.heading, !last.areOffices, names.count == 1,
      areOffices
    {
      return nil
    }
    listBelow = (sentence.heading, areOffices)
    add(
      Parted(names: list, item: .empty, grade: heading.grade, announced: heading.announced),
      sentence, period)
    return 0..<sentence.text.count
  }

  /// Whether a name ends as those of units and regions do.
  static func isUnit(_ name: FoldedText) -> Bool {
    UnitKind.guess(name) != nil
      || "省市县区州旗镇乡村".unicodeScalars.contains(name.scalar(name.count - 1) ?? " ")
  }
}

/// A grade with a colon that begins a clause: `优秀等次:`, `红旗区(2个):`.
private struct GradeLabel {
  let grade: FoldedText
  let announced: Int?
  /// How many scalars it has, the colon included.
  let length: Int
  /// What stands before it with a colon: 考核结果如下.
  var lead = FoldedText.empty

  init?(_ clause: FoldedText) {
    if let label = GradeLabel(alone: clause) {
      self = label
      return
    }
    guard let colon = clause.firstPlaces(of: ":"), colon.lowerBound <= 40,
      let label = GradeLabel(alone: clause.dropFirst(colon.upperBound))
    else { return nil }
    grade = label.grade
    announced = label.announced
    length = colon.upperBound + label.length
    lead = clause.part(0..<colon.lowerBound)
  }

  private init?(alone clause: FoldedText) {
    guard let colon = clause.firstPlaces(of: ":"), colon.lowerBound <= 16 else { return nil }
    var label = clause.part(0..<colon.lowerBound)
    announced = GradeHeading.takeCount(&label)
    label = Numbering(label)?.rest ?? label
    let plain = label.dropping(last: ["等次", "等级", "档次", "单位", "县区", "乡镇"])
    let isFlag = ["红旗区", "黄旗区", "红旗", "黄旗", "绿旗", "红牌", "黄牌"].contains(label.compact)
    guard isFlag || GradeReader.grades.contains(plain.compact) else { return nil }
    grade = isFlag ? label : plain
    length = colon.upperBound
  }
}
