import PlanQLData

/// A case of enforcement, as a document lists it.
struct CaseRecord: Sendable {
  /// What stands under each heading or label.
  var cells: [(heading: FoldedText, text: FoldedText)] = []
  var lines: [Int] = []
}

extension CaseRecord {
  /// The place of what is said of a field; of several headings of it, the one that the table of
  /// cases names first.
  func place(of field: CaseField) -> Int? {
    cells.indices.filter { CaseField(cells[$0].heading) == field && !cells[$0].text.isEmpty }
      .min { CaseField.rank(of: cells[$0].heading) < CaseField.rank(of: cells[$1].heading) }
  }
}

/// What a heading that stands in lists of cases alone is about: a field of the table of cases, or
/// the party, for which that has none.
enum CaseField: String, Sendable, Hashable {
  case number = "no"
  case date, subject, agencies, result, party
  case closing = "closed_on"

  /// Reads a heading or label; nil where it is none of such lists, or one of other tables too.
  init?(_ heading: FoldedText) {
    let key = Headings.key(heading)
    if CaseField.isParty(heading) {
      self = .party
      return
    }
    guard Headings.kind(of: key) == nil,
      let field = StandardTables.cases.fields.first(where: {
        $0.aliases.contains(key) || $0.name.zh == key && $0.name.en == CaseField.closing.rawValue
      })
    else { return nil }
    self.init(rawValue: field.name.en)
  }

  /// Whether a heading is that of the party of a case, for which the table of cases has no field.
  static func isParty(_ heading: FoldedText) -> Bool { parties.contains(Headings.key(heading)) }

  /// The place of a heading among those of its field.
  fileprivate static func rank(of heading: FoldedText) -> Int {
    let key = Headings.key(heading)
    return StandardTables.cases.fields.lazy.compactMap { $0.aliases.firstIndex(of: key) }.first ?? 0
  }

  private static let parties: Set<String> = [
    "当事人", "当事人名称", "被处罚单位", "被处罚人", "被处罚对象名称", "被处罚对象", "被处罚单位名称", "处罚对象", "违法主体", "违法企业名称",
    "行政相对人", "行政相对人名称", "被处罚企业", "被处罚企业名称", "违法单位", "被处罚单位或个人",
    "检查对象", "被检查单位", "被检查对象", "受检单位", "检查企业", "被检查企业", "被查单位", "涉案单位", "涉案企业", "执法对象", "行政处罚相对人",
    "行政处罚相对人名称",
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

  /// Reads the list that begins on a line; it has no records where none does.
  init(_ lines: DocumentLines, at place: Int) {
    self.lines = lines
    self.end = place
    guard lines[place].cells.isEmpty, !lines.isBlank(place) else { return }
    if CaseReader.label(of: lines[place]).flatMap({ CaseField($0.label) }) != nil {
      readLabels(from: place)
    } else if CaseReader.areHeadings(lines[place].text.words) {
      readRows(below: place)
    }
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
    guard line.cells.isEmpty, let label = LineLabel(line.text, lengths: 2...16) else { return nil }
    return mayHead(label.name) ? (label.name, label.value) : nil
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
    return words.allSatisfy(mayHead)
  }

  /// Whether a text can be a heading or label of such a list.
  private static func mayHead(_ text: FoldedText) -> Bool {
    CaseField(text) != nil || isMoney(text) || others.contains(text.compact)
      || LabelBlock.isFieldLabel(text)
  }

  /// Whether headings tell a case: three that are only of cases, with the decision or the party.
  private static func areEnough(_ headings: [FoldedText]) -> Bool {
    let fields = headings.compactMap { CaseField($0) }
    let money = headings.count { isMoney($0) }
    return fields.count + money >= 3 && (fields.contains(.number) || fields.contains(.party))
  }
}

extension DocumentReader {
  /// A list of cases of enforcement.
  mutating func acceptCases(at place: Int) -> Int? {
    guard place >= barrenCases else { return nil }
    let list = CaseReader(lines, at: place)
    guard !list.records.isEmpty else {
      if list.end - place > DocumentReader.longestRun { barrenCases = list.end }
      return nil
    }
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
