package import PlanQLData
import PlanQLReports
import PlanQLSyntax

/// Writes entries of the reference for a terminal, in one language and within so many columns.
package struct TerminalPage {
  let language: Language
  let width: Int
  private var output = ""

  /// The columns that examples and what they give may take, on pages and terminals alike.
  package static let exampleWidth = 74
  private static let indent = "  "
  private static let deepIndent = "    "

  /// Makes a writer; narrower than 40 columns nothing can be laid out.
  package init(language: Language, width: Int?) {
    self.language = language
    self.width = Swift.max(width ?? 80, 40)
  }

  /// Entries one after the other, with an empty line between them.
  package func text(of entries: [ReferenceEntry]) -> String {
    var page = self
    for (place, entry) in entries.enumerated() {
      if place > 0 { page.output += "\n" }
      page.write(entry)
    }
    return page.output
  }

  /// The names of all there is, a paragraph for each kind; `others` come before it.
  package func overview(
    of reference: Reference, before others: [(LocalizedText, [String])]
  ) -> String {
    var page = self
    let kinds = ReferenceKind.allCases.filter { $0 != .field && $0 != .value && $0 != .code }
    let lists =
      others
      + kinds.map { kind in
        (kind.plural.text, reference.entries(of: kind).map { $0.name[language] })
      }
    let column = lists.map { $0.0[language].displayWidth }.max() ?? 0
    for (title, names) in lists where !names.isEmpty {
      let rows = TerminalPage.rows(of: names, width: width - column - 4)
      for (place, row) in rows.enumerated() {
        let head = (place == 0 ? title[language] : "").padded(toDisplayWidth: column)
        page.output += "  \(head)  \(row)\n"
      }
    }
    return page.output
  }

  /// Names side by side in as many lines as they need, none of them broken.
  private static func rows(of names: [String], width: Int) -> [String] {
    var rows: [String] = []
    for name in names {
      if let last = rows.last, last.displayWidth + 2 + name.displayWidth <= width {
        rows[rows.count - 1] = last + "  " + name
      } else {
        rows.append(name)
      }
    }
    return rows
  }

  private mutating func write(_ entry: ReferenceEntry) {
    let other = entry.name[language == .en ? .zh : .en]
    let name = entry.name[language]
    let both = other == name ? name : "\(name) / \(other)"
    write("\(both)  (\(entry.kind.title[language]))")
    write(entry.summary.sentence[language], indent: TerminalPage.indent)
    for block in entry.blocks {
      output += "\n"
      write(block)
    }
  }

  private mutating func write(_ block: ReferenceBlock) {
    let indent = TerminalPage.indent
    switch block {
    case .heading(let text): write(text[language] + ":", indent: indent)
    case .paragraph(let text): write(text[language], indent: indent)
    case .syntax(let forms):
      for form in forms { write(form[language], indent: indent, rest: TerminalPage.deepIndent) }
    case .example(let example): write(example)
    case .values(let values): write(values)
    case .table(let table):
      write(lines: table.terminalText(language, width: width - indent.count), indent: indent)
    case .output(let text):
      for line in text[language].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      {
        write(String(line), indent: indent, rest: TerminalPage.deepIndent)
      }
    }
  }

  private mutating func write(_ example: ReferenceExample) {
    if let purpose = example.purpose {
      let colon = language == .en ? ":" : "："
      write(purpose[language].capitalisedFirst + colon, indent: TerminalPage.indent)
    }
    if let file = example.file {
      write("# " + file.name[language], indent: TerminalPage.deepIndent)
      write(lines: file.source[language], indent: TerminalPage.deepIndent)
      output += "\n"
    }
    write(lines: example.code(language), indent: TerminalPage.deepIndent)
    if let result = example.result {
      output += "\n"
      write(lines: result[language], indent: TerminalPage.deepIndent)
    }
  }

  private mutating func write(_ values: [ReferenceValue]) {
    write(lines: values.code(language), indent: TerminalPage.indent)
  }

  /// Writes lines that are laid out already.
  private mutating func write(lines text: String, indent: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      output += line.isEmpty ? "\n" : indent + line + "\n"
    }
  }

  /// Writes a text in as many lines as it needs.
  private mutating func write(_ text: String, indent: String = "", rest: String? = nil) {
    let lines = text.wrapped(toDisplayWidth: width - (rest ?? indent).count)
    for (place, line) in lines.enumerated() {
      let whole = (place == 0 ? indent : rest ?? indent) + line
      output += (line.isEmpty ? "" : whole) + "\n"
    }
  }
}

extension ReferenceTable {
  /// The table as a terminal shows it, without a line break at its end.
  fileprivate func terminalText(_ language: Language, width: Int) -> String {
    let columns = headings.enumerated().map { place, heading in
      ResultColumn(
        name: heading.text.en, caption: heading.text, type: .text, isOptional: true,
        display: .plain,
        values: Column(
          type: .text,
          values: rows.map { .text($0[place][language]) }))
    }
    let table = Table(columns: columns, count: rows.count, titles: EntityTitles(.empty))
    let document = ReportDocument([.table(caption: nil, table)], language: language)
    return OutputFormat.table.render(document, options: RenderOptions(width: width)).trimmed
  }
}

extension ReferenceExample {
  /// The script as the printer lays it out, without a line break at its end.
  func code(_ language: Language) -> String {
    let bytes = Array(source[language].utf8)
    let parsed = Parser.parse(bytes)
    return Printer.text(parsed.script, source: bytes, width: TerminalPage.exampleWidth).trimmed
  }
}

extension [ReferenceValue] {
  /// Each expression with what it gives as a comment behind it, one below the other.
  func code(_ language: Language) -> String {
    let width = map { $0.expression[language].displayWidth }.filter { $0 <= 44 }.max() ?? 0
    return map { value in
      value.expression[language].padded(toDisplayWidth: width) + "  # " + value.result[language]
    }.joined(separator: "\n")
  }
}

extension LocalizedText {
  /// The phrase as a sentence: with a capital letter and a full stop.
  var sentence: LocalizedText {
    LocalizedText(en: en.sentence(stop: "."), zh: zh.sentence(stop: "。"))
  }
}

extension String {
  /// The text with its first letter capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  fileprivate func sentence(stop: Character) -> String {
    guard let last else { return self }
    return capitalisedFirst + (".。…!?！？".contains(last) ? "" : String(stop))
  }
}
