import PlanQLData

extension FlattenedTableReader {
  /// A part of a text that has a whole table on one line.
  private enum LinePart {
    case rows([RowToken])
    case section(FoldedText, level: Int)
    case total([RowToken])

    var isRows: Bool {
      if case .rows = self { return true }
      return false
    }
  }

  /// Reads what stands on the line of the headings: rows, with sections and totals between them.
  mutating func readRest(_ rest: FoldedText, at place: Int) {
    let tokens = RowToken.tokens(of: rest, continues: false)
    let parts = parts(of: tokens)
    guard case .rows(let first)? = parts.first(where: { $0.isRows }), beginsRow(first) else {
      // Words beside the headings are headings too, of which nothing tells how many there are.
      table.hasOpenHeadings = tokens.count >= 2 && tokens.allSatisfy { $0.text.count <= 12 }
      leaveRest(because: ImportMessages.headingsAmidText, at: place)
      return
    }
    for part in parts {
      switch part {
      case .rows(let tokens):
        begin(tokens, at: place)
        if holdsFurtherRow {
          open = nil
          leaveRest(because: ImportMessages.rowDoesNotFit, at: place)
        }
      case .section(let title, let level):
        closeRow()
        table.addSection(title.string, level: level, line: place)
        isAfterSection = true
      case .total(let tokens): _ = acceptTotal(joined(tokens), at: place)
      }
    }
  }

  private mutating func leaveRest(because reason: LocalizedText, at place: Int) {
    table.lostRows += 1
    ledger.leave([place], because: reason)
  }

  /// Whether the open row is none of its columns alone: the number of the next row stands amid it.
  private var holdsFurtherRow: Bool {
    guard let open, open.tokens.count > row.columns.count * 2 else { return false }
    return open.tokens.dropFirst(2).contains {
      Numbering.rowNumber($0.text) == lastNumber + 1
    }
  }

  /// Cuts tokens before sections and around totals.
  private func parts(of tokens: [RowToken]) -> [LinePart] {
    let amounts = Swift.max(row.columns.count(where: \.isMoney), 1)
    var parts: [LinePart] = []
    var rows: [RowToken] = []
    var place = 0
    func close() {
      if !rows.isEmpty { parts.append(.rows(rows)) }
      rows = []
    }
    while place < tokens.count {
      let text = tokens[place].text
      let figures = tokens[(place + 1)...].prefix(amounts).prefix {
        Amount.isAmount($0.text) || isNoneMark($0.text)
      }
      if !figures.isEmpty, TotalLine.label(text) != nil {
        close()
        parts.append(.total([tokens[place]] + figures))
        place += 1 + figures.count
      } else if let numbering = section(at: place, of: tokens) {
        close()
        parts.append(.section(numbering.rest, level: numbering.level))
        place += 1
      } else {
        rows.append(tokens[place])
        place += 1
      }
    }
    close()
    return parts
  }

  /// A section amid tokens: its number with its title, which the number of a row follows.
  private func section(at place: Int, of tokens: [RowToken]) -> Numbering? {
    guard row.hasNumber, let numbering = Numbering(tokens[place].text), numbering.level <= 2,
      !numbering.rest.isEmpty, numbering.rest.count <= 40, tokens.indices.contains(place + 1),
      Numbering.rowNumber(tokens[place + 1].text) != nil
    else { return nil }
    return numbering
  }
}
