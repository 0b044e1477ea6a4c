/// Units that a text puts into a grade: `甲市、乙市为完成等级`.
struct Grading: Sendable {
  /// What is graded; empty where the sentence does not say it.
  let item: String
  let grade: String
  let units: [String]
  let period: ProsePeriod?
  let line: Int
}

/// Reads grades in sentences.
///
///     grading = names [等n个市] [item] (为 | 定为 | 评为) grade [等级] | names 等n个市 item grade
///             | grade [(n个)] : names
struct GradeReader {
  private(set) var gradings: [Grading] = []
  private(set) var remarks: [ProseRemark] = []

  /// Takes a sentence; gives the parts of it that put units into grades.
  mutating func read(_ sentence: ProseSentence, period: ProsePeriod?) -> [Range<Int>] {
    if let range = readLabelled(sentence, period: period) ?? readHeld(sentence, period: period) {
      return [range]
    }
    let clauses = SentenceClause.all(in: sentence.text)
    guard clauses.contains(where: { GradeReader.parted($0.text) != nil }) else { return [] }
    var ranges: [Range<Int>] = []
    for clause in clauses {
      // Beside units that a grade was given to, bare names are some too: 西藏基本完成节能目标.
      guard let found = GradeReader.parted(clause.text, isLoose: true) else {
        if GradeReader.speaksOfGrade(clause.text) {
          remarks.append(
            .init(line: sentence.line, text: ImportMessages.gradeUnread(clause.text.string)))
        }
        continue
      }
      add(found, sentence, period)
      ranges.append(clause.start..<(clause.start + clause.text.count))
    }
    return ranges
  }

  /// Whether a clause seems to put somebody into a grade.
  private static func speaksOfGrade(_ clause: FoldedText) -> Bool {
    clause.suffix(of: ["等级", "等次"] + predicates) != nil
      || clause.hasSuffix("目标") && clause.contains("完成")
  }

  /// `考核结果为优秀等次的有甲市、乙市`, `良好等次的有丙县`.
  private mutating func readHeld(_ sentence: ProseSentence, period: ProsePeriod?) -> Range<Int>? {
    guard let mark = sentence.text.firstPlaces(of: "的有"), mark.lowerBound <= 40 else { return nil }
    let head = sentence.text.part(0..<mark.lowerBound)
    let label = SentenceClause.all(in: head).last?.text ?? head
    let places = ["为", "达到", "获"].compactMap { label.lastPlaces(of: $0) }.last
    let grade = (places.map { label.dropFirst($0.upperBound) } ?? label)
      .dropping(last: ["等级", "等次", "档次"])
      .trimmed { "“”\"".unicodeScalars.contains($0) }
    let list = RankedList(sentence.text.dropFirst(mark.upperBound))
    guard GradeReader.grades.contains(grade.compact), label.suffix(of: ["等级", "等次", "档次"]) != nil,
      list.count > 0, list.rest.isEmpty
    else { return nil }
    let own = places.map { label.part(0..<$0.lowerBound) } ?? .empty
    let before = gradings.last.flatMap { sentence.line - $0.line <= 1 ? FoldedText($0.item) : nil }
    add(
      Parted(names: list, item: own.isEmpty ? before ?? .empty : own, grade: grade, announced: nil),
      sentence, period)
    return 0..<sentence.text.count
  }

  private struct Parted {
    var names: RankedList
    var item: FoldedText
    let grade: FoldedText
    let announced: Int?
  }

  private mutating func add(_ found: Parted, _ sentence: ProseSentence, _ period: ProsePeriod?) {
    let names = found.names.groups.flatMap(\.entries).map(\.name.string)
    gradings.append(
      Grading(
        item: found.item.string, grade: found.grade.string, units: names, period: period,
        line: sentence.line))
    if let announced = found.announced, announced != names.count,
      !found.names.isOpen || announced < names.count
    {
      remarks.append(
        .init(
          line: sentence.line, text: ImportMessages.listIsOfOtherLength(announced, names.count)))
    }
  }

  /// Parts a clause into the names, what is graded, and the grade.
  private static func parted(_ clause: FoldedText, isLoose: Bool = false) -> Parted? {
    for verb in ["被评定为", "被评为", "被定为", "评定为", "评为", "定为", "确定为", "为"] {
      guard let places = clause.lastPlaces(of: verb) else { continue }
      let grade = clause.dropFirst(places.upperBound).dropping(last: ["等级", "等次", "档次", "。"])
        .dropping(first: ["“"]).trimmed { "“”\"".unicodeScalars.contains($0) }
      guard grades.contains(grade.compact) else { continue }
      let subject = clause.part(0..<places.lowerBound).dropping(last: verbs)
      return split(subject, grade: grade, isLoose: isLoose)
    }
    // 甲、乙等10个市节能措施落实情况较好
    let verbs = [
      ("未完成", "未完成"), ("基本完成", "基本完成"), ("超额完成", "超额完成"), ("完成了", "完成"), ("完成", "完成"),
    ]
    for (verb, grade) in verbs where clause.hasSuffix("目标") {
      guard let places = clause.lastPlaces(of: verb), places.lowerBound >= 2 else { continue }
      let names = clause.part(0..<places.lowerBound)
      guard !names.hasSuffix("或") else { return nil }
      var found = split(names, grade: FoldedText(grade), isLoose: isLoose)
      found?.item = clause.dropFirst(places.upperBound)
      return found
    }
    guard let word = clause.suffix(of: predicates), clause.contains("等") else { return nil }
    let size = word.unicodeScalars.count
    let found = split(
      clause.dropLast(size), grade: clause.dropFirst(clause.count - size), isLoose: isLoose)
    return found.flatMap { $0.announced == nil || $0.item.count > 16 ? nil : $0 }
  }

  /// Parts `甲、乙等10个市节能措施落实情况` into the names and what is graded.
  private static func split(_ subject: FoldedText, grade: FoldedText, isLoose: Bool) -> Parted? {
    var names = subject
    var item = FoldedText.empty
    var announced: Int?
    if let mark = subject.lastPlaces(of: "等"),
      let (count, length) = Numeral.integer(subject.dropFirst(mark.upperBound))
    {
      let rest = subject.dropFirst(mark.upperBound + length).dropping(first: ["个"])
      guard let noun = nouns.first(where: { rest.hasPrefix($0) }) else { return nil }
      names = subject.part(0..<mark.lowerBound)
      item = rest.dropFirst(noun.unicodeScalars.count).dropping(first: ["的"])
      announced = count
    }
    for word in ["考核等级", "考核结果", "考核等次", "评价结果", "考评结果", "等级", "等次"] where names.hasSuffix(word) {
      names = names.dropLast(word.unicodeScalars.count)
      item = FoldedText(word)
    }
    if let colon = names.lastPlaces(of: ":") { names = names.dropFirst(colon.upperBound) }
    let list = RankedList(names, announced: announced)
    guard list.count > 0, list.rest.isEmpty else { return nil }
    let last = list.groups.last?.entries.last?.name
    let isBare =
      isLoose
      && list.groups.allSatisfy { group in
        group.entries.allSatisfy { (2...4).contains($0.name.count) }
      }
    if announced == nil, !isBare, let last, UnitKind.guess(last) == nil,
      !"省市县区州旗镇乡村".unicodeScalars.contains(last.scalar(last.count - 1) ?? " ")
    {
      return nil
    }
    return Parted(names: list, item: item, grade: grade, announced: announced)
  }

  /// `红旗区(2个):甲区、乙区`, `优秀等次:甲县、乙县`.
  private mutating func readLabelled(
    _ sentence: ProseSentence, period: ProsePeriod?
  ) -> Range<Int>? {
    guard let colon = sentence.text.firstPlaces(of: ":"), colon.lowerBound <= 16 else { return nil }
    var label = sentence.text.part(0..<colon.lowerBound)
    var announced: Int?
    if label.hasSuffix(")"), let open = label.scalars.lastIndex(of: "(") {
      announced = Numeral.integer(label.dropFirst(open + 1))?.value
      label = label.part(0..<open)
    }
    label = Numbering(label)?.rest ?? label
    let grade = label.dropping(last: ["等次", "等级", "单位", "县区", "乡镇"])
    let isFlag = ["红旗区", "黄旗区", "红旗", "黄旗", "绿旗", "红牌", "黄牌"].contains(label.compact)
    guard isFlag || GradeReader.grades.contains(grade.compact) else { return nil }
    let list = RankedList(sentence.text.dropFirst(colon.upperBound), announced: announced)
    guard list.count > 0, list.rest.isEmpty else { return nil }
    let heading = sentence.heading.map { RankingHead.named($0).name } ?? .empty
    add(
      Parted(names: list, item: heading, grade: isFlag ? label : grade, announced: announced),
      sentence, period)
    return 0..<sentence.text.count
  }

  private static let grades: Set<String> = [
    "超额完成", "完成", "基本完成", "未完成", "优秀", "良好", "合格", "基本合格", "不合格", "达标", "基本达标", "不达标", "未达标", "优",
    "良", "中", "差", "一等", "二等", "三等", "一般", "较好", "较差", "先进", "一类", "二类", "三类", "a级", "b级", "c级",
    "d级",
    "称职", "基本称职", "不称职", "好", "通过", "不通过",
  ]
  private static let predicates = [
    "较好", "较差", "基本落实", "达到要求", "未达到要求", "优秀", "良好", "不合格", "合格",
  ].sorted { $0.count > $1.count }
  private static let verbs = ["考核等级被", "考核结果被", "被", "考核等级", "考核结果", "均", "等级", "结果"]
  private static let nouns = [
    "省(区、市)", "省(自治区、直辖市)", "县(市、区)", "市(州)", "省区", "省市", "省份", "地级市", "设区市", "城市", "省", "市", "区县",
    "县区", "县", "区", "乡镇", "镇街", "乡", "镇", "街道", "部门", "单位", "企业", "村",
  ]
}
