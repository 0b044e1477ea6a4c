package import PlanQLData

/// What a line of a document turned out to be.
package enum LineRole: String, Sendable, Hashable, CaseIterable {
  case blank, title, caption, note
  /// The heading of a measure or of a section of the text.
  case heading
  /// A paragraph of a measure.
  case measure
  case duty
  /// The headings of a table.
  case header
  /// A section line of a table.
  case section
  case row
  /// A further line of a row or a duty.
  case continuation
  case total
  /// A sentence with figures.
  case figure
  /// A key and a value that say how the plan is set.
  case setting
  /// What a site printed around the document.
  case outside
  case unread

  /// What the report calls lines of the role.
  package var title: LocalizedText {
    switch self {
    case .blank: LocalizedText(en: "blank", zh: "空行")
    case .title: LocalizedText(en: "title", zh: "标题")
    case .caption: LocalizedText(en: "captions", zh: "附件和表名")
    case .note: LocalizedText(en: "notes", zh: "说明文字")
    case .heading: LocalizedText(en: "headings", zh: "章节标题")
    case .measure: LocalizedText(en: "text of measures", zh: "措施正文")
    case .duty: LocalizedText(en: "duties", zh: "任务")
    case .header: LocalizedText(en: "table headings", zh: "表头")
    case .section: LocalizedText(en: "sections of a table", zh: "表内分节")
    case .row: LocalizedText(en: "rows", zh: "数据行")
    case .continuation: LocalizedText(en: "further lines of rows", zh: "续行")
    case .total: LocalizedText(en: "totals", zh: "合计行")
    case .figure: LocalizedText(en: "sentences with figures", zh: "含数据的文字")
    case .setting: LocalizedText(en: "settings of the plan", zh: "规划设置")
    case .outside: LocalizedText(en: "not part of the plan", zh: "不属于规划")
    case .unread: LocalizedText(en: "not understood", zh: "未能识别")
    }
  }
}

/// Something to say about an import, with the place that it is about.
package struct ImportRemark: Sendable, Hashable {
  /// The place; nil where the remark is about the whole document.
  package let place: ImportPlace?
  package let text: LocalizedText
  /// The beginning of the line as written.
  package let excerpt: String?

  /// The number of the line or row.
  package var line: Int? { place?.number }
}

/// Keeps account of the lines of one document while it is read.
struct LineLedger {
  private(set) var roles: [LineRole?]
  /// Why lines were not understood: places in `reasons`, counted from 1; none before there is one.
  private var reasonPlaces: [UInt8] = []
  private var reasons: [LocalizedText] = []
  private(set) var remarks = Remarks()
  private let lines: DocumentLines
  /// The places of comments above the document.
  private var preamble: ClosedRange<Int>?

  /// What is said of lines and cells besides what they are.
  struct Remarks: Sendable {
    var normalised = RemarkList()
    var doubts = RemarkList()
  }

  /// The lines that were not understood, in their order.
  var unread: RemarkList {
    var list = RemarkList()
    for (line, place) in reasonPlaces.enumerated() where place > 0 {
      let reason = reasons[Int(place) - 1]
      let kind = RemarkList.Kind(reason)
      list.append(remark(line, nil, reason, isListed: list.lists(kind)), kind)
    }
    return list
  }

  /// Opens the account of a document, its blank lines settled.
  init(_ lines: DocumentLines) {
    self.lines = lines
    self.roles = lines.indices.map { lines.isBlank($0) ? .blank : nil }
  }

  /// Settles what a line is; a blank line stays blank, and what is settled stays settled.
  mutating func settle(_ place: Int, as role: LineRole) {
    guard roles.indices.contains(place), roles[place] == nil else { return }
    roles[place] = role
  }

  /// Settles comments above the document.
  mutating func settlePreamble(_ places: ClosedRange<Int>) {
    preamble = places
    settle(Array(places), as: .note)
  }

  /// Says whether a line is a comment above the document.
  func isPreamble(_ place: Int) -> Bool { preamble?.contains(place) ?? false }

  /// Settles what several lines are.
  mutating func settle(_ places: [Int], as role: LineRole) {
    for place in places { settle(place, as: role) }
  }

  /// Settles a line anew that turned out to be something else.
  mutating func resettle(_ place: Int, as role: LineRole) {
    guard roles.indices.contains(place) else { return }
    roles[place] = role
    if role != .unread, reasonPlaces.indices.contains(place) { reasonPlaces[place] = 0 }
  }

  /// Says whether it is settled what a line is.
  func isSettled(_ place: Int) -> Bool { roles.indices.contains(place) && roles[place] != nil }

  /// Settles lines as not understood, with the reason.
  mutating func leave(_ places: [Int], because text: LocalizedText) {
    for place in places where lines.indices.contains(place) && roles[place] != .blank {
      roles[place] = .unread
      give(text, to: place)
    }
  }

  private mutating func give(_ reason: LocalizedText, to line: Int) {
    if reasonPlaces.isEmpty { reasonPlaces = Array(repeating: 0, count: lines.count) }
    if !reasons.contains(reason), reasons.count < Int(UInt8.max) { reasons.append(reason) }
    let place = reasons.firstIndex(of: reason) ?? reasons.count - 1
    reasonPlaces[line] = UInt8(place + 1)
  }

  /// Notes how something was read that the document writes otherwise.
  mutating func note(_ place: Int?, cell: Int? = nil, _ text: LocalizedText) {
    let kind = RemarkList.Kind(text)
    let isListed = remarks.normalised.lists(kind)
    remarks.normalised.append(remark(place, cell, text, isListed: isListed), kind)
  }

  /// Notes something that a person should look at.
  mutating func doubt(_ place: Int?, cell: Int? = nil, _ text: LocalizedText) {
    let kind = RemarkList.Kind(text)
    let isListed = remarks.doubts.lists(kind)
    remarks.doubts.append(remark(place, cell, text, isListed: isListed), kind)
  }

  /// Changes the remarks for others, to go on with those.
  mutating func exchange(_ others: inout Remarks) { swap(&remarks, &others) }

  /// Adds remarks after those that there are.
  mutating func append(_ others: Remarks) {
    remarks.normalised.append(others.normalised)
    remarks.doubts.append(others.doubts)
  }

  /// Settles every line that nothing else has taken as not understood.
  mutating func close() {
    for place in roles.indices where roles[place] == nil {
      leave([place], because: ImportMessages.unknownLine)
    }
  }

  /// A remark on a line; with the beginning of it where the remark is one that is listed.
  private func remark(
    _ place: Int?, _ cell: Int?, _ text: LocalizedText, isListed: Bool
  ) -> ImportRemark {
    guard let place, lines.indices.contains(place) else {
      return ImportRemark(place: nil, text: text, excerpt: nil)
    }
    // Lines of text have no cells that could be counted.
    let column = lines.hasCells(place) ? cell.map { $0 + 1 } : nil
    let stand = lines.place(place)
    return ImportRemark(
      place: column.map { stand.cell($0) } ?? stand, text: text,
      excerpt: isListed ? LineLedger.excerpt(lines[place].text) : nil)
  }

  /// The beginning of a line, 30 characters at most.
  static func excerpt(_ text: FoldedText) -> String {
    text.count <= 30 ? text.string : text.part(0..<29).string + "…"
  }
}
