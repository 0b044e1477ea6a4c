/// The columns of a register of the credit of enterprises: who, in which year, with which grade.
struct CreditColumns: Sendable {
  let enterprise: Int
  let year: Int?
  let grade: Int

  /// Finds the columns; nil where the headings are not those of such a register.
  init?(_ header: TableHeader) {
    let keys = header.columns.map { Headings.key(FoldedText($0.heading)) }
    let grades = keys.indices.filter { CreditColumns.grades.contains(keys[$0]) }
    guard let enterprise = keys.firstIndex(where: { CreditColumns.enterprises.contains($0) }),
      grades.count == 1
    else { return nil }
    self.enterprise = enterprise
    self.grade = grades[0]
    self.year = keys.firstIndex { ["年度", "年份", "评价年度", "评价年份"].contains($0) }
  }

  private static let enterprises: Set<String> = [
    "企业名称", "企业", "参评企业", "参评企业名称", "公司名称", "法人名称", "单位名称", "被评价企业", "被评价单位", "企业全称",
  ]
  private static let grades: Set<String> = [
    "信用等级", "环境信用等级", "环保信用等级", "信用评价等级", "信用评价结果", "环境信用评价等级", "环境信用评价结果", "环保信用评价等级", "环保信用评价结果",
    "企业环境信用等级", "企业信用等级", "信用评级", "信用评定等级", "企业环境信用评价结果", "企业环境信用评价等级", "信用评价颜色", "环保信用评级",
  ]
}

/// A list of enterprises a line below a title that is their grade: `环保不良企业名单`.
struct CreditList: Sendable {
  /// An enterprise with the place in brackets behind it.
  struct Entry: Sendable {
    let enterprise: String
    let area: String?
    let line: Int
  }

  let grade: String
  let title: Int
  private(set) var entries: [Entry] = []
  /// How many enterprises the title announces.
  let announced: Int?
  /// The place of the line after the list.
  private(set) var end: Int

  /// Reads the list that begins with a title on a line; nil where none does.
  init?(_ lines: DocumentLines, at place: Int) {
    guard lines[place].cells.isEmpty else { return nil }
    let text = lines[place].text
    let colon = text.scalars.prefix(24).firstIndex(of: ":") ?? text.count
    guard let found = CreditList.title(text.part(0..<colon)),
      !found.isColour || CreditList.isRegister(lines)
    else { return nil }
    grade = found.grade
    announced = found.announced
    title = place
    end = place + 1
    let rest = text.dropFirst(colon + 1).trimmed { " 。;".unicodeScalars.contains($0) }
    if !rest.isEmpty {
      // 绿色企业:甲厂、乙厂
      let names = rest.split { "、,".unicodeScalars.contains($0) }
      entries = names.compactMap { CreditList.entry($0, at: place) }
      guard entries.count == names.count else { return nil }
      return
    }
    var next = place + 1
    while next < lines.count, lines[next].cells.isEmpty {
      if lines.isBlank(next) {
        next += 1
        continue
      }
      guard CreditList.title(lines[next].text) == nil,
        let entry = CreditList.entry(lines[next].text, at: next)
      else { break }
      entries.append(entry)
      next += 1
      end = next
    }
    guard entries.count >= (found.isColour ? 1 : 2) else { return nil }
  }

  /// The grade that a title of a list of enterprises is: 环保不良企业 in 某市环保不良企业名单, or a colour alone: 绿色企业.
  private static func title(
    _ title: FoldedText
  ) -> (grade: String, announced: Int?, isColour: Bool)? {
    var text = (Numbering(title)?.rest ?? title).trimmed { ": 《》“”".unicodeScalars.contains($0) }
    let announced = GradeHeading.takeCount(&text)
    guard text.count <= 40 else { return nil }
    let plain = text.dropping(last: ["名单"])
    if plain.hasSuffix("企业") {
      let colours = plain.dropLast(2).split { "()、/".unicodeScalars.contains($0) }
        .filter { !$0.isEmpty }
      let known = colours.allSatisfy { colour in
        CreditList.colours.contains(colour.dropping(last: ["等级", "级"]).compact)
      }
      if !colours.isEmpty, known { return (plain.string, announced, true) }
    }
    guard text.hasSuffix("企业名单") else { return nil }
    return grades.first { plain.hasSuffix($0) }.map { ($0, announced, false) }
  }

  /// Whether a document puts enterprises into grades by colours: 绿色企业 alone may be an award.
  private static func isRegister(_ lines: DocumentLines) -> Bool {
    let found = lines.indices.lazy.compactMap { place -> String? in
      let text = lines[place].text
      guard text.count >= 4, text.contains("企业") else { return nil }
      let colon = text.scalars.prefix(24).firstIndex(of: ":") ?? text.count
      return title(text.part(0..<colon)).flatMap { $0.isColour ? $0.grade : nil }
    }
    guard let first = found.first else { return false }
    return found.contains { $0 != first }
      || lines.indices.contains { place in
        let text = lines[place].text
        return text.count <= 60 && text.contains("评价")
          && text.contains(anyWord: ["信用", "环境行为", "环保"])
      }
  }

  private static let colours: Set<String> = [
    "绿色", "蓝色", "黄色", "橙色", "红色", "黑色", "绿牌", "蓝牌", "黄牌", "红牌", "黑牌", "绿标", "蓝标", "黄标", "红标", "黑标",
  ]

  private static func entry(_ text: FoldedText, at line: Int) -> Entry? {
    var name = (Numbering(text)?.rest ?? text).trimmed { " 、,;。".unicodeScalars.contains($0) }
    var area: FoldedText?
    if name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "("), open > 3 {
      let inner = name.part((open + 1)..<(name.count - 1))
      if inner.suffix(of: ["县", "区", "市", "镇", "乡"]) != nil {
        area = inner
        name = name.part(0..<open).trimmed()
      }
    }
    let isEnterprise = UnitKind.guess(name) == .company || name.suffix(of: ["厂", "医院", "店"]) != nil
    guard (3...40).contains(name.count), isEnterprise,
      !name.contains(anyOf: Array("、,。;:".unicodeScalars))
    else { return nil }
    return Entry(enterprise: name.string, area: area?.string, line: line)
  }

  private static let grades = [
    "环保诚信企业", "环保良好企业", "环保警示企业", "环保不良企业", "环境诚信企业", "环境良好企业", "环境警示企业", "环境不良企业", "诚信企业", "良好企业",
    "警示企业",
    "不良企业", "绿牌企业", "蓝牌企业", "黄牌企业", "红牌企业", "黑牌企业", "绿标企业", "蓝标企业", "黄标企业", "红标企业", "黑标企业", "守信企业",
    "失信企业",
  ]
}

extension DocumentReader {
  /// A list of enterprises under the title that is their grade.
  mutating func acceptCredit(at place: Int) -> Int? {
    guard let list = CreditList(lines, at: place) else { return nil }
    leaveTail()
    leaveHeading()
    content.credit.append(list)
    if content.title == nil {
      content.title = (lines[place].text.string, place)
      ledger.settle(place, as: .title)
    } else {
      ledger.settle(place, as: .heading)
    }
    for entry in list.entries { ledger.settle(entry.line, as: .row) }
    return list.end
  }
}
