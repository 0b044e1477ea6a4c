package import PlanQLData

/// What an import found, kept, added up and did not understand: nothing is left out in silence.
package struct ReconciliationReport: Sendable, Hashable {
  /// One document and the account of its lines.
  package struct Document: Sendable, Hashable {
    package let file: String
    /// The kind of file, and the encoding of a text.
    package let format: LocalizedText
    package let lineCount: Int
    /// The number of lines in each role, in their order; roles without lines are left out.
    package let roles: [RoleCount]
    /// The role of each line, the first line first.
    package let lines: [LineRole]
    package let unread: [ImportRemark]
    package let outside: [ImportRemark]
    package let doubts: [ImportRemark]
    package let normalised: [ImportRemark]
    /// Text around the tables that is kept nowhere.
    package let notes: [ImportRemark]

    /// The remarks of these lists that are too many to be listed, kind by kind.
    package let furtherUnread: [FurtherRemarks]
    package let furtherDoubts: [FurtherRemarks]
    package let furtherNormalised: [FurtherRemarks]
    package let furtherOutside: [FurtherRemarks]
    package let furtherNotes: [FurtherRemarks]

    /// Where the lines of each role stand.
    let places: [LineRole: LinePlaces]
  }

  /// How many lines have a role.
  package struct RoleCount: Sendable, Hashable {
    package let role: LineRole
    package let count: Int
  }

  /// How many rows of a table were found and how many were kept.
  package struct TableCount: Sendable, Hashable {
    package let table: Name
    package let found: Int
    package let kept: Int
  }

  /// The sum of a column over a section, or over all, beside the total that the document states.
  package struct SumCheck: Sendable, Hashable {
    /// What tells the table from others of the documents; nil where there is one.
    package let table: String?
    /// Nil for the sum over all sections.
    package let section: String?
    /// The heading of the column that is added up.
    package let heading: String
    /// The year whose amounts are added up; nil for other columns.
    package let year: Int?
    /// Whether the column is that of the whole investment.
    package let isInvestment: Bool
    package let rows: Int
    /// Rows without an amount.
    package let missing: Int
    /// The sum in the plan's unit of money; nil where 64 bits are not enough.
    package let sum: Decimal?
    package let stated: Decimal?
    /// The unit of the numbers, where it is not that of the plan's money.
    var unit: String?
    /// Whether the sum differs from the stated total by no more than its rounded parts may.
    var isRounded = false

    /// Whether the sum is the stated total, but for rounding; nil where none is stated.
    package var agrees: Bool? {
      stated.map { stated in isRounded || sum.map { $0.isEqual(to: stated) } ?? false }
    }
  }

  /// How many rows a section or a table has, beside the count that the document states.
  package struct CountCheck: Sendable, Hashable {
    /// What tells the table from others of the documents; nil where there is one.
    package let table: String?
    /// Nil for all sections.
    package let section: String?
    package let rows: Int
    package let stated: Int

    package var agrees: Bool { rows == stated }
  }

  package let documents: [Document]
  package let tables: [TableCount]
  /// The unit and currency of the sums; nil where the plan has no amounts.
  package let money: MoneyName?
  package let sums: [SumCheck]
  package let rowCounts: [CountCheck]
  /// What became of the folder that was there.
  package var folder = FolderChanges()

  /// Whether every line was understood, nothing is in doubt, and every sum and count is as stated.
  package var isClean: Bool {
    documents.allSatisfy { $0.unread.isEmpty && $0.doubts.isEmpty }
      && sums.allSatisfy { $0.agrees ?? true } && rowCounts.allSatisfy(\.agrees)
      && tables.allSatisfy { $0.found == $0.kept }
  }
}

extension ReconciliationReport {
  /// The report as text for people.
  package func text(_ language: Language) -> String {
    var lines: [String] = []
    for document in documents { lines += text(of: document, language) }
    lines.append(language == .en ? "rows" : "各表行数")
    for table in tables { lines.append("  " + text(of: table, language)) }
    if !sums.isEmpty { lines.append(language == .en ? "sums" : "合计核对") }
    for sum in sums { lines.append("  " + text(of: sum, language)) }
    if !rowCounts.isEmpty { lines.append(language == .en ? "counts" : "数量核对") }
    for count in rowCounts { lines.append("  " + text(of: count, language)) }
    for document in documents {
      lines += remarks(
        document.unread, document.furtherUnread, of: document,
        LocalizedText(en: "not understood", zh: "未能识别"), language)
      lines += remarks(
        document.doubts, document.furtherDoubts, of: document,
        LocalizedText(en: "please check", zh: "请核对"), language)
      lines += remarks(
        document.normalised, document.furtherNormalised, of: document,
        LocalizedText(en: "read as", zh: "读取方式"), language)
      lines += remarks(
        document.outside, document.furtherOutside, of: document, LineRole.outside.title, language)
      lines += remarks(
        document.notes, document.furtherNotes, of: document,
        LocalizedText(en: "text that is no data, left out", zh: "不是数据的说明文字，未收入"), language)
    }
    if !folder.lines.isEmpty {
      lines.append(language == .en ? "folder" : "文件夹")
      lines += folder.lines.map { "  " + $0[language] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The document and, role by role, the lines that have it; blank lines are only counted.
  private func text(of document: Document, _ language: Language) -> [String] {
    let head =
      language == .en
      ? "\(document.file): \(document.format.en), \(document.lineCount) lines"
      : "\(document.file)：\(document.format.zh)，共 \(document.lineCount) 行"
    return [head]
      + document.roles.map { role in
        let count = "  \(role.role.title[language]) \(role.count)"
        if role.role == .blank { return count }
        let places = document.places[role.role]?.text(language) ?? ""
        return count + (language == .en ? ": " : "：") + places
      }
  }

  private func text(of table: TableCount, _ language: Language) -> String {
    switch language {
    case .en: "\(table.table.en): \(table.found) found, \(table.kept) kept"
    case .zh: "\(table.table.zh)：找到 \(table.found) 行，收入 \(table.kept) 行"
    }
  }

  private func text(of check: SumCheck, _ language: Language) -> String {
    let isEnglish = language == .en
    let title = money?.title[language] ?? ""
    let unit = check.unit ?? (title.first?.isASCII == true ? " " + title : title)
    var name = check.section ?? (isEnglish ? "all" : "全部")
    if let table = check.table { name = "\(table) \(name)" }
    if let year = check.year {
      name += " \(year)"
    } else if !check.isInvestment {
      name += " \(check.heading)"
    }
    let sum = check.sum.map { "\($0)\(unit)" } ?? (isEnglish ? "too large" : "数值过大")
    var text = isEnglish ? "\(name): \(check.rows) rows, \(sum)" : "\(name)：\(check.rows) 行，\(sum)"
    if check.missing > 0 {
      let isPoints = check.unit == "分"
      text +=
        isEnglish
        ? ", \(check.missing) without \(isPoints ? "points" : "an amount")"
        : "，其中 \(check.missing) 行无\(isPoints ? "分值" : "金额")"
    }
    guard let stated = check.stated else {
      return text + (isEnglish ? "; no total stated" : "；原文没有合计")
    }
    if check.isRounded {
      return text
        + (isEnglish
          ? "; \(stated)\(unit) stated, but for rounding" : "；与原文合计 \(stated)\(unit) 只差舍入")
    }
    return text
      + (check.agrees == true
        ? (isEnglish ? "; as stated" : "；与原文合计一致")
        : (isEnglish ? "; STATED \(stated)\(unit)" : "；与原文合计 \(stated)\(unit) 不一致"))
  }

  private func text(of check: CountCheck, _ language: Language) -> String {
    let isEnglish = language == .en
    let name = [check.table, check.section ?? (isEnglish ? "all" : "全部")].compactMap { $0 }
      .joined(separator: " ")
    return isEnglish
      ? "\(name): \(check.rows) rows; \(check.agrees ? "as stated" : "STATED \(check.stated)")"
      : "\(name)：\(check.rows) 行；"
        + (check.agrees ? "与原文数量一致" : "与原文数量 \(check.stated) 不一致")
  }

  private func remarks(
    _ remarks: [ImportRemark], _ further: [FurtherRemarks], of document: Document,
    _ title: LocalizedText, _ language: Language
  ) -> [String] {
    guard !remarks.isEmpty else { return [] }
    let isEnglish = language == .en
    let head =
      documents.count == 1
      ? title[language]
      : isEnglish ? "\(title.en), \(document.file)" : "\(title.zh)：\(document.file)"
    return [head] + listed(remarks, language)
      + further.map { more in
        let last = text(of: more.last, language)
        return isEnglish
          ? "  and \(more.count) more of this kind, the last one: \(last)"
          : "  同类的还有 \(more.count) 处，最后一处：\(last)"
      }
  }

  /// So many remarks of one kind are listed each by itself before the others only name their lines.
  private static let greatestCount = 100
  private static let shownCount = 40

  /// The remarks one by one; of a kind with many of them only the first ones, and where the others
  /// stand.
  private func listed(_ remarks: [ImportRemark], _ language: Language) -> [String] {
    var kinds: [RemarkList.Kind: [Int]] = [:]
    for (place, remark) in remarks.enumerated()
    where remark.place.map({ $0.column == nil }) ?? false {
      kinds[RemarkList.Kind(remark.text), default: []].append(place)
    }
    var left: Set<Int> = []
    var groups: [Int: LinePlaces] = [:]
    for places in kinds.values where places.count > ReconciliationReport.greatestCount {
      let others = places.dropFirst(ReconciliationReport.shownCount)
      left.formUnion(others)
      groups[places[ReconciliationReport.shownCount - 1]] = LinePlaces(
        of: others.compactMap { remarks[$0].place })
    }
    return remarks.indices.flatMap { place -> [String] in
      if left.contains(place) { return [] }
      let line = "  " + text(of: remarks[place], language)
      guard let group = groups[place] else { return [line] }
      let others = group.text(language)
      return [
        line, language == .en ? "  and of this kind: \(others)" : "  同类的还有：\(others)",
      ]
    }
  }

  private func text(of remark: ImportRemark, _ language: Language) -> String {
    let place = remark.place?.text(language)
    // A remark that only repeats its group says nothing but the line.
    let isKnown = [LineRole.outside.title, LineRole.note.title].contains(remark.text)
    let text = isKnown ? "" : remark.text[language]
    let parts = [place, text.isEmpty ? nil : text, remark.excerpt].compactMap { $0 }
    return parts.joined(separator: language == .en ? ": " : "：")
  }
}
