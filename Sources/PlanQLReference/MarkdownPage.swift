import PlanQLData
import PlanQLSyntax

/// Writes an entry of the reference as a page of the catalogue: in English first, then in Chinese.
package struct MarkdownPage {
  private var output = ""

  /// The page of an entry.
  package static func text(of entry: ReferenceEntry) -> String {
    var page = MarkdownPage()
    page.write(entry)
    return page.output
  }

  private mutating func write(_ entry: ReferenceEntry) {
    output += "# \(entry.pageTitle)\n\n\(entry.summary.sentence.en.markdown)\n"
    write(entry.blocks, in: .en, level: 2)
    output += "\n## 中文\n\n\(entry.summary.sentence.zh.markdown)\n"
    write(entry.blocks, in: .zh, level: 3)
  }

  private mutating func write(_ blocks: [ReferenceBlock], in language: Language, level: Int) {
    for block in blocks {
      output += "\n"
      switch block {
      case .heading(let text):
        output += String(repeating: "#", count: level) + " \(text[language])\n"
      case .paragraph(let text): output += text[language].markdown + "\n"
      case .syntax(let forms): writeCode(forms.map { $0[language] }.joined(separator: "\n"))
      case .example(let example): write(example, in: language)
      case .values(let values): writeCode(values.code(language), "planql")
      case .table(let table): write(table, in: language)
      case .output(let text): writeCode(text[language].trimmed, "text")
      }
    }
  }

  private mutating func write(_ example: ReferenceExample, in language: Language) {
    if let purpose = example.purpose {
      let colon = language == .en ? ":" : "："
      output += purpose[language].capitalisedFirst.markdown + colon + "\n\n"
    }
    if let file = example.file {
      writeCode("# \(file.name[language])\n\(file.source[language])", "planql")
      output += "\n"
    }
    writeCode(example.code(language), "planql")
    if let result = example.result {
      output += "\n"
      writeCode(result[language], "text")
    }
  }

  private mutating func writeCode(_ text: String, _ language: String = "") {
    output += "```\(language)\n\(text)\n```\n"
  }

  private mutating func write(_ table: ReferenceTable, in language: Language) {
    writeRow(table.headings.map { $0.text[language] })
    writeRow(table.headings.map { _ in "---" })
    for row in table.rows {
      writeRow(
        zip(table.headings, row).map { heading, cell in
          let text = cell[language]
          return heading.isCode && !text.isEmpty ? text.inlineCode : text.markdown
        })
    }
  }

  private mutating func writeRow(_ cells: [String]) {
    let escaped = cells.map { $0.replacing("|", with: "\\|") }
    output += "| " + escaped.joined(separator: " | ") + " |\n"
  }
}

extension ReferenceEntry {
  /// Both spellings, as the title of its page.
  package var pageTitle: String {
    name.en == name.zh ? name.en : "\(name.en) · \(name.zh)"
  }
}

extension String {
  /// The text as inline code.
  fileprivate var inlineCode: String { contains("`") ? "`` \(self) ``" : "`\(self)`" }

  /// The text with what it quotes as code, and nothing else that Markdown would read.
  fileprivate var markdown: String {
    var parts = split(separator: "'", omittingEmptySubsequences: false).map { String($0) }[...]
    var text = (parts.popFirst() ?? "").escaped
    while let part = parts.popFirst() {
      if text.last?.isLetterOfWord != true, !part.isEmpty, let next = parts.first,
        next.first?.isLetterOfWord != true
      {
        text += part.inlineCode + next.escaped
        parts = parts.dropFirst()
      } else {
        text += "'" + part.escaped
      }
    }
    return text
  }

  private var escaped: String {
    reduce(into: "") { text, character in
      if "*_<\\`".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}

extension Character {
  /// Whether an apostrophe beside the character belongs to its word.
  fileprivate var isLetterOfWord: Bool { isASCII && (isLetter || isNumber) }
}
