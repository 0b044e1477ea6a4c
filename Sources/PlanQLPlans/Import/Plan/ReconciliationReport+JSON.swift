package import PlanQLData

extension ReconciliationReport {
  /// The report as one JSON object, a line for each of its members; amounts are texts with all
  /// their digits, in `money_unit`.
  package func json(_ language: Language) -> String {
    let members: [(key: String, value: String)] = [
      ("clean", isClean ? "true" : "false"),
      ("money_unit", JSONText.optional(money?.unit.name)),
      ("documents", JSONText.lines(documents.map { json($0, language) })),
      ("tables", JSONText.lines(tables.map { json($0) })),
      ("sums", JSONText.lines(sums.map { json($0) })),
      ("counts", JSONText.lines(rowCounts.map { json($0) })),
      (
        "folder",
        JSONText.object([
          ("kept", JSONText.array(folder.kept.map(JSONText.string))),
          ("replaced", JSONText.array(folder.replaced.map(JSONText.string))),
          ("discarded", JSONText.array(folder.discarded.map(JSONText.string))),
        ])
      ),
    ]
    let lines = members.map { "  \(JSONText.string($0.key)): \($0.value)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private func json(_ document: Document, _ language: Language) -> String {
    JSONText.object([
      ("file", JSONText.string(document.file)),
      ("format", JSONText.string(document.format[language])),
      ("lines", String(document.lineCount)),
      (
        "roles",
        JSONText.object(document.roles.map { (key: $0.role.rawValue, value: String($0.count)) })
      ),
      ("not_understood", json(document.unread, document.furtherUnread, language)),
      ("to_check", json(document.doubts, document.furtherDoubts, language)),
      ("normalised", json(document.normalised, document.furtherNormalised, language)),
      ("outside", json(document.outside, document.furtherOutside, language)),
      ("left_out", json(document.notes, document.furtherNotes, language)),
    ])
  }

  /// The remarks one by one, and after them the kinds of which there are more, with their numbers.
  private func json(
    _ remarks: [ImportRemark], _ further: [FurtherRemarks], _ language: Language
  ) -> String {
    JSONText.array(
      remarks.map { JSONText.object(members($0, language)) }
        + further.map {
          JSONText.object([("more", String($0.count))] + members($0.last, language))
        })
  }

  private func members(
    _ remark: ImportRemark, _ language: Language
  ) -> [(key: String, value: String)] {
    (remark.place?.json ?? []) + [
      ("message", JSONText.string(remark.text[language])),
      ("excerpt", JSONText.optional(remark.excerpt)),
    ]
  }

  private func json(_ table: TableCount) -> String {
    JSONText.object([
      ("table", JSONText.string(table.table.en)), ("found", String(table.found)),
      ("kept", String(table.kept)),
    ])
  }

  private func json(_ check: CountCheck) -> String {
    JSONText.object([
      ("table", JSONText.optional(check.table)),
      ("section", JSONText.optional(check.section)),
      ("rows", String(check.rows)), ("stated", String(check.stated)),
      ("agrees", check.agrees ? "true" : "false"),
    ])
  }

  private func json(_ check: SumCheck) -> String {
    JSONText.object([
      ("table", JSONText.optional(check.table)),
      ("section", JSONText.optional(check.section)),
      ("column", JSONText.string(check.heading)),
      ("year", check.year.map { String($0) } ?? "null"),
      ("unit", JSONText.optional(check.unit ?? money?.unit.name)),
      ("rows", String(check.rows)),
      ("without_amount", String(check.missing)),
      ("sum", JSONText.optional(check.sum?.description)),
      ("stated", JSONText.optional(check.stated?.description)),
      ("agrees", check.agrees.map { $0 ? "true" : "false" } ?? "null"),
    ])
  }
}

extension ImportPlace {
  /// The members of a JSON object that say where something stands.
  fileprivate var json: [(key: String, value: String)] {
    switch part {
    case .lines: [("line", String(number))] + column.members("cell")
    case .paragraphs: [("paragraph", String(number))]
    case .sheet(let name):
      [
        ("sheet", JSONText.string(name)), ("row", String(number)),
      ]
        + (column.map {
          [("cell", JSONText.string("\(ImportPlace.letters($0))\(number)"))]
        } ?? [])
    case .table(let table):
      [("table", String(table)), ("row", String(number))] + column.members("cell")
    }
  }
}

extension Int? {
  fileprivate func members(_ key: String) -> [(key: String, value: String)] {
    map { [(key, String($0))] } ?? []
  }
}

extension JSONText {
  /// A string literal, or null.
  fileprivate static func optional(_ text: String?) -> String { text.map { string($0) } ?? "null" }

  /// An array with an element a line.
  fileprivate static func lines(_ elements: [String]) -> String {
    elements.isEmpty
      ? "[]" : "[\n" + elements.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
  }
}
