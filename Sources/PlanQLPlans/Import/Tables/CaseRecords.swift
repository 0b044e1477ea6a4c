/// A case of enforcement, as a document lists it.
struct CaseRecord: Sendable {
  /// What stands under each heading or label.
  var cells: [(heading: FoldedText, text: FoldedText)] = []
  var lines: [Int] = []
}

/// What a heading of a list of cases is about.
enum CaseField: Sendable, Hashable {
  case number, date, subject, facts, agencies, result, party

  /// Reads a heading or label; nil where it is none of such lists.
  init?(_ heading: FoldedText) {
    let key = Headings.key(heading)
    guard let row = CaseField.rows.first(where: { $0.words.contains(key) }) else { return nil }
    self = row.field
  }

  private static let rows: [(field: CaseField, words: Set<String>)] = [
    (
      .number,
      [
        "处罚决定文号", "处罚决定书文号", "行政处罚决定文号", "行政处罚决定书文号", "行政处罚文号", "决定书文号", "处罚文号", "处罚决定书编号",
        "案号", "案件编号", "行政处罚决定书号", "处罚决定书号",
      ]
    ),
    (
      .date,
      [
        "处罚日期", "处罚时间", "处罚决定日期", "作出处罚决定日期", "作出处罚决定的日期", "处罚决定时间", "立案日期", "立案时间",
        "作出行政处罚的日期", "作出处罚日期",
      ]
    ),
    (.subject, ["案件名称", "案由", "处罚事由", "处罚名称"]),
    (.facts, ["违法事实", "主要违法事实", "违法行为", "简要案情", "案件简要情况", "违法情况", "案情简介", "基本案情"]),
    (
      .agencies,
      ["处罚机关", "执法单位", "执法部门", "作出处罚的机关", "作出处罚决定的机关", "处罚部门", "联合执法部门", "处罚实施机关", "执法机关"]
    ),
    (
      .result,
      ["处罚结果", "处罚内容", "处罚决定", "处罚情况", "行政处罚内容", "处罚决定内容", "行政处罚决定", "处罚种类", "行政处罚种类"]
    ),
    (
      .party,
      [
        "当事人", "当事人名称", "被处罚单位", "被处罚人", "被处罚对象名称", "被处罚对象", "被处罚单位名称", "处罚对象", "违法主体", "违法企业名称",
        "行政相对人", "行政相对人名称", "被处罚企业", "被处罚企业名称", "违法单位", "被处罚单位或个人",
      ]
    ),
  ]
}

/// Reads lists of cases: under labels on lines of their own, or in lines below one of headings with
/// blanks between the cells.
struct CaseReader {
  let lines: DocumentLines
  private(set) var records: [CaseRecord] = []
  /// Lines below the headings that do not have a cell for each.
  private(set) var unread: [Int] = []
  private(set) var header: Int?
  /// The place of the line after the list.
  private(set) var end: Int

  /// Reads the list that begins on a line; nil where none does.
  init?(_ lines: DocumentLines, at place: Int) {
    self.lines = lines
    self.end = place
    guard lines[place].cells.isEmpty, !lines.isBlank(place) else { return nil }
    if CaseReader.label(of: lines[place]).flatMap({ CaseField($0.label) }) != nil {
      readLabels(from: place)
    } else if CaseReader.areHeadings(lines[place].text.words) {
      readRows(below: place)
    }
    guard !records.isEmpty else { return nil }
  }

  private mutating func readLabels(from place: Int) {
    var record = CaseRecord()
    var next = place
    while next < lines.count {
      if lines.isBlank(next) {
        next += 1
        continue
      }
      guard let (label, value) = CaseReader.label(of: lines[next]) else { break }
      if record.cells.contains(where: { $0.heading == label }) {
        records.append(record)
        record = CaseRecord()
      }
      record.cells.append((label, value))
      record.lines.append(next)
      next += 1
      end = next
    }
    records.append(record)
    let isWhole = records.allSatisfy { CaseReader.areEnough($0.cells.map(\.heading)) }
    if !isWhole { records = [] }
  }

  private mutating func readRows(below place: Int) {
    let headings = lines[place].text.words
    header = place
    end = place + 1
    var next = place + 1
    while next < lines.count {
      let words = lines[next].text.words
      if words.count == headings.count {
        records.append(CaseRecord(cells: Array(zip(headings, words)), lines: [next]))
        end = next + 1
      } else if words.count > 1, words.first.flatMap({ Numbering.rowNumber($0) }) != nil {
        unread.append(next)
        end = next + 1
      } else if !words.isEmpty {
        return
      }
      next += 1
    }
  }

  private static func label(of line: DocumentLine) -> (label: FoldedText, value: FoldedText)? {
    guard line.cells.isEmpty, let colon = line.text.firstPlaces(of: ":"),
      (2...16).contains(colon.lowerBound)
    else { return nil }
    let label = line.text.part(0..<colon.lowerBound).trimmed { " 【】".unicodeScalars.contains($0) }
    let plain = Numbering(label)?.rest ?? label
    let isField = CaseField(plain) != nil || isMoney(plain) || LabelBlock.isFieldLabel(plain)
    return isField || others.contains(plain.compact)
      ? (plain, line.text.dropFirst(colon.upperBound).trimmed()) : nil
  }

  private static func isMoney(_ heading: FoldedText) -> Bool {
    ["罚款金额", "处罚金额", "罚款", "罚没金额", "罚款数额"].contains(Headings.key(heading))
  }

  private static let others: Set<String> = [
    "处罚依据", "统一社会信用代码", "法定代表人", "法人代表", "履行方式", "序号", "备注", "违法条款", "地址",
  ]

  /// Whether words are the headings of a list of cases, none of them a word of something else.
  private static func areHeadings(_ words: [FoldedText]) -> Bool {
    guard words.count >= 4, areEnough(words) else { return false }
    return words.allSatisfy { word in
      CaseField(word) != nil || isMoney(word) || others.contains(word.compact)
        || LabelBlock.isFieldLabel(word)
    }
  }

  /// Whether headings tell a case: three that are only of cases, with the decision or the party.
  private static func areEnough(_ headings: [FoldedText]) -> Bool {
    let fields = headings.compactMap { CaseField($0) }
    let money = headings.count { isMoney($0) }
    return Set(fields).count + money >= 3 && (fields.contains(.number) || fields.contains(.party))
  }
}

extension DocumentReader {
  /// A list of cases of enforcement.
  mutating func acceptCases(at place: Int) -> Int? {
    guard let list = CaseReader(lines, at: place) else { return nil }
    leaveTail()
    leaveHeading()
    if let header = list.header { ledger.settle(header, as: .header) }
    for record in list.records {
      ledger.settle(record.lines[0], as: .row)
      ledger.settle(Array(record.lines.dropFirst()), as: .continuation)
    }
    ledger.leave(list.unread, because: ImportMessages.rowDoesNotFit)
    content.cases += list.records
    return list.end
  }
}
