/// A heading that names a grade, over a list of those who have it: `获得优秀档次的镇`, `一、优秀等次(3个)`.
struct GradeHeading: Sendable {
  let grade: FoldedText
  /// How many units it announces.
  let announced: Int?

  /// Reads a heading; nil where it says more than a grade and of what units it is.
  init?(_ heading: FoldedText) {
    var text = (Numbering(heading)?.rest ?? heading).trimmed { ": 。".unicodeScalars.contains($0) }
    announced = GradeHeading.takeCount(&text)
    let plain = text.dropping(last: GradeHeading.nouns).dropping(last: ["的"])
    let named = plain.dropping(last: GradeHeading.marks)
    guard let grade = GradeHeading.grade(endingIn: named) else { return nil }
    let before = named.dropLast(grade.count)
    let isPlain =
      before.isEmpty && (announced != nil || plain.count > grade.count || text.count > plain.count)
    guard isPlain || before.suffix(of: GradeHeading.verbs) != nil else { return nil }
    self.grade = grade
    if grade.count == 1, plain.count == named.count { return nil }
  }

  /// The longest grade that a text ends in.
  static func grade(endingIn text: FoldedText) -> FoldedText? {
    grades.first { text.hasSuffix($0) }.map { text.dropFirst(text.count - $0.unicodeScalars.count) }
  }

  /// Takes the number of units in brackets off a text: `优秀等次(3个)`.
  static func takeCount(_ text: inout FoldedText) -> Int? {
    guard text.hasSuffix(")"), let open = text.scalars.lastIndex(of: "("),
      let (count, _) = Numeral.integer(text.dropFirst(open + 1).dropping(first: ["共"]))
    else { return nil }
    text = text.part(0..<open).trimmed()
    return count
  }

  private static let grades = GradeReader.grades.sorted { ($0.count, $0) > ($1.count, $1) }
  private static let marks = ["等次", "等级", "档次", "档", "等"]
  private static let nouns = [
    "单位", "县区", "区县", "县市区", "县(市、区)", "乡镇", "镇街", "镇街道", "乡镇街道", "镇(街道)", "部门", "城市", "地区", "县",
    "区", "市", "镇", "乡", "街道",
    "名单",
  ]
  private static let verbs = [
    "获得", "评为", "评定为", "定为", "确定为", "认定为", "达到", "结果为", "等次为", "等级为", "获评", "获", "考核", "为", "考核结果",
  ]
}
