/// Units that a text puts into a grade: `甲市、乙市为完成等级`.
struct Grading: Sendable {
  /// What is graded; empty where the sentence does not say it.
  let item: String
  let grade: String
  let units: [String]
  let period: ProsePeriod?
  let line: Int
  /// The sentence that names them.
  var sentence: String?
}

/// Reads grades in sentences.
///
///     grading = names [等n个市] [item] (为 | 定为 | 评为) [item] grade [等级] | names 等n个市 item grade
///             | [item ,] grade [(n个)] : names | (评为 grade | grade 等次) 的有 names
struct GradeReader {
  /// The heading of the list that was read last below one, and whether it names nothing but offices.
  var listBelow: (heading: FoldedText?, areOffices: Bool)?
  private(set) var gradings: [Grading] = []
  private(set) var remarks: [ProseRemark] = []
  /// What is graded in the paragraph that was read last, as far as it has said it.
  var announced: (paragraph: Int, item: FoldedText)?

  /// Takes a sentence with the times in it, and the time that holds where it names none; gives the
  /// parts of it that put units into grades.
  mutating func read(
    _ sentence: ProseSentence, times: [ProsePeriod], period: ProsePeriod?
  ) -> [Range<Int>] {
    let first = times.first ?? period
    if let ranges = readLabelled(sentence, period: first) { return ranges }
    if let range = readHeld(sentence, period: first) ?? readBelowHeading(sentence, period: first) {
      return [range]
    }
    let clauses = SentenceClause.all(in: sentence.text)
    guard clauses.contains(where: { GradeReader.parted($0.text) != nil }) else {
      for clause in clauses where GradeReader.saysWhoGave(clause.text) {
        doubt(clause.text, sentence)
      }
      return []
    }
    var ranges: [Range<Int>] = []
    for clause in clauses {
      // Beside units that a grade was given to, bare names are some too: 西藏基本完成节能目标.
      guard var found = GradeReader.parted(clause.text, isLoose: true) else {
        if let item = GradeReader.announcement(clause.text) {
          announced = (sentence.paragraph, item)
        } else if GradeReader.speaksOfGrade(clause.text) {
          doubt(clause.text, sentence)
        }
        continue
      }
      if found.item.isEmpty { found.item = item(announcedFor: sentence) ?? .empty }
      let end = clause.start + clause.text.count
      add(found, sentence, times.last { $0.places.lowerBound < end } ?? first)
      ranges.append(clause.start..<end)
    }
    return ranges
  }

  /// Says that a text seems to put somebody into a grade, and was not read.
  mutating func doubt(_ text: FoldedText, _ sentence: ProseSentence) {
    remarks.append(.init(line: sentence.line, text: ImportMessages.gradeUnread(text.string)))
  }

  /// What is graded, as the paragraph of a sentence has said it before.
  func item(announcedFor sentence: ProseSentence) -> FoldedText? {
    announced.flatMap { $0.paragraph == sentence.paragraph ? $0.item : nil }
  }

  /// What a clause says is graded behind it: `在“十二五”期末考核中`, `2023年河长制考核`; nil where it says no such
  /// thing.
  static func announcement(_ clause: FoldedText) -> FoldedText? {
    let plain = clause.dropping(first: ["其中", "在", "经过", "经"])
      .dropping(last: ["中", "里", "结果"])
    guard plain.count <= 30, plain.suffix(of: assessments) != nil else { return nil }
    return item(plain)
  }

  /// The name of an assessment; its time stays where it is that of a plan, which no year tells:
  /// “十二五”期末考核.
  static func item(_ text: FoldedText) -> FoldedText {
    let isOfPlan = (0...1).contains { PlanTerm(in: text, at: $0) != nil }
    return isOfPlan ? text : RankingHead.named(text).name.dropping(first: ["度"])
  }

  private static let assessments = ["考核", "考评", "评价", "评估", "评定", "评比", "测评"]

  /// Whether a clause seems to put somebody into a grade.
  private static func speaksOfGrade(_ clause: FoldedText) -> Bool {
    clause.suffix(of: ["等级", "等次"] + predicates) != nil
      || clause.hasSuffix("目标") && clause.contains("完成")
  }

  /// The names that a text puts into a grade.
  struct Parted {
    var names: RankedList
    var item: FoldedText
    let grade: FoldedText
    let announced: Int?
  }

  mutating func add(_ found: Parted, _ sentence: ProseSentence, _ period: ProsePeriod?) {
    // 不合格:无 puts nobody into the grade.
    let names = found.names.groups.flatMap(\.entries).map(\.name.string).filter {
      !["无", "暂无", "没有", "空缺"].contains($0)
    }
    gradings.append(
      Grading(
        item: found.item.string, grade: found.grade.string, units: names, period: period,
        line: sentence.line, sentence: sentence.text.string))
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
    for verb in ["评定为", "评为", "肯定为", "认定为", "确定为", "定为", "列为", "为"] {
      guard let places = clause.lastPlaces(of: verb) else { continue }
      guard let (item, grade) = graded(clause.dropFirst(places.upperBound)) else { continue }
      let subject = withoutGiver(clause.part(0..<places.lowerBound).dropping(last: verbs))
      var found = split(subject, grade: grade, isLoose: isLoose)
      if let own = found?.item, own.isEmpty { found?.item = item }
      return found
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

  /// Words before a verb of grading without those who gave the grade, and how often: 甲县|连续两年被省政府.
  private static func withoutGiver(_ text: FoldedText) -> FoldedText {
    guard let mark = text.lastPlaces(of: "被"), mark.upperBound < text.count else { return text }
    let graded = text.part(0..<mark.lowerBound).dropping(last: ["均", "也", "再次", "又"])
    guard let run = graded.lastPlaces(of: "连续"), graded.count - run.upperBound <= 4 else {
      return graded
    }
    return graded.part(0..<run.lowerBound)
  }

  /// Whether a clause says that somebody was put into a grade.
  private static func saysWhoGave(_ clause: FoldedText) -> Bool {
    clause.contains("被") && clause.contains(anyWord: ["评为", "评定为", "认定为", "确定为"])
      && clause.suffix(of: ["等级", "等次", "档次"]) != nil
  }

  /// The grade behind a verb, with what is graded where it stands before it: `2015年度考核优秀等次`.
  private static func graded(_ text: FoldedText) -> (item: FoldedText, grade: FoldedText)? {
    let whole = text.dropping(last: ["。"])
    let plain = whole.dropping(last: ["等级", "等次", "档次"]).trimmed(isQuote)
    if grades.contains(plain.compact) { return (.empty, plain) }
    guard whole.suffix(of: ["等级", "等次", "档次"]) != nil,
      let grade = GradeHeading.grade(endingIn: plain)
    else { return nil }
    let before = plain.dropLast(grade.count).trimmed(isQuote)
    return announcement(before).map { ($0, grade) }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "“”\"".unicodeScalars.contains(scalar)
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
      item = rest.dropFirst(noun.unicodeScalars.count).dropping(first: ["的"]).dropping(last: ["相对"])
      announced = count
    } else if let found = counted(subject) {
      (names, item, announced) = found
    }
    names = withoutTime(names)
    for word in ["考核等级", "考核结果", "考核等次", "评价结果", "考评结果", "等级", "等次"] where names.hasSuffix(word) {
      names = withoutTime(names.dropLast(word.unicodeScalars.count))
      item = FoldedText(word)
    }
    names = names.dropping(first: ["确定", "认定", "评定", "同意"])
    if let colon = names.lastPlaces(of: ":") { names = names.dropFirst(colon.upperBound) }
    let list = RankedList(names, announced: announced)
    guard list.count > 0, list.rest.isEmpty else { return nil }
    let last = list.groups.last?.entries.last?.name
    if list.groups.contains(where: { $0.entries.contains { isUnnamed($0.name) } }) { return nil }
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

  /// Whether a text is a word for whoever writes: 我县, 全市.
  private static func isUnnamed(_ name: FoldedText) -> Bool {
    name.count == 2 && "我本全该".unicodeScalars.contains(name.scalar(0) ?? " ")
  }

  /// Parts names from the number of them that stands behind: 甲、乙2个市; nil where there are not as many.
  private static func counted(
    _ subject: FoldedText
  ) -> (names: FoldedText, item: FoldedText, announced: Int?)? {
    guard let sign = subject.lastPlaces(of: "个") else { return nil }
    let start = subject.scalars.indices.first { place in
      place < sign.lowerBound
        && Numeral.integer(subject.dropFirst(place)).map { place + $0.length } == sign.lowerBound
    }
    guard let start, let (count, _) = Numeral.integer(subject.dropFirst(start)), count > 1 else {
      return nil
    }
    let rest = subject.dropFirst(sign.upperBound)
    let names = subject.part(0..<start).dropping(first: ["其中"])
    guard let noun = nouns.first(where: { rest.hasPrefix($0) }),
      RankedList(names, announced: count).count == count
    else { return nil }
    return (names, rest.dropFirst(noun.unicodeScalars.count).dropping(first: ["的"]), count)
  }

  /// The names without a time that stands behind them: `甲、乙市2017年度`.
  private static func withoutTime(_ names: FoldedText) -> FoldedText {
    guard let time = ProsePeriod.all(in: names, year: nil).last, time.places.lowerBound > 0,
      time.places.upperBound == names.count
    else { return names }
    return names.part(0..<time.places.lowerBound).trimmed()
  }

  /// The grades that there are.
  static let grades: Set<String> = [
    "超额完成", "完成", "基本完成", "未完成", "优秀", "良好", "合格", "基本合格", "不合格", "达标", "基本达标", "不达标", "未达标", "优",
    "良", "中", "差", "一等", "二等", "三等", "特等奖", "一等奖", "二等奖", "三等奖", "一般", "较好", "较差", "先进", "一类", "二类",
    "三类", "a级", "b级", "c级",
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
