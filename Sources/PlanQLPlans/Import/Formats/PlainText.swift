import PlanQLData

extension Importer {
  /// Text as it is copied out of pages and documents; its tables have strokes, tab stops, a row or
  /// a cell a line.
  static let plainText = Importer(
    recognises: { !OfficePackage.isArchive($0.content.prefix(8)) },
    read: { source, map throws(ImportRefusal) in
      let decoded = try DecodedText(source.bytes)
      let format = LocalizedText(decoded.encoding.rawValue)
      if let line = TextColumns.firstLine(of: decoded.text) { throw .columns(at: .line(line + 1)) }
      let pinyin = InsertedPinyin.removed(from: decoded.text)
      let text = pinyin?.text ?? decoded.text
      var remarks = [SourceDocument.Remark]()
      if let pinyin {
        remarks.append(
          .init(line: nil, text: ImportMessages.pinyinTakenOff(pinyin.count), isDoubt: false))
      }
      if let noise = ForumNoise(text) {
        return SourceDocument(
          format: format, lines: noise.lines,
          remarks: remarks + [
            .init(line: nil, text: ImportMessages.noiseTakenOff(noise.count), isDoubt: true)
          ])
      }
      let cells = SpacedCells.joined(DocumentLine.lines(of: text))
      if cells.count > 0 {
        remarks.append(
          .init(line: nil, text: ImportMessages.linesOfCellsJoined(cells.count), isDoubt: false))
      }
      let lines = BareLabels.marked(OneLineTable.parted(cells.lines, map: map))
      if let drawn = BoxTable.tables(in: lines) {
        return SourceDocument(
          format: format, lines: drawn, remarks: remarks, gridsAreTables: true)
      }
      let stroked =
        StrokedCells.tables(in: lines, map: map)
        ?? LeadingStrokes.tables(in: lines, map: map)
      let told = stroked?.lines ?? lines
      return SourceDocument(
        format: format, lines: PlainTables.tables(in: told, map: map) ?? told,
        remarks: remarks + (stroked?.remarks ?? []), gridsAreTables: true)
    })

  /// Text with the marks of Markdown, which are taken off.
  static let markdown = Importer(
    recognises: { ["md", "markdown"].contains($0.ending) },
    read: { source, _ throws(ImportRefusal) in
      let decoded = try DecodedText(source.bytes)
      let lines = DocumentLine.lines(of: decoded.text).map { line in
        DocumentLine(Markdown.plain(line.text).string, at: line.place)
      }
      return SourceDocument(
        format: LocalizedText("Markdown, \(decoded.encoding.rawValue)"), lines: lines)
    })
}

/// The marks of Markdown around text.
enum Markdown {
  /// A line without the marks of headings, quotations, lists and emphasis.
  static func plain(_ line: FoldedText) -> FoldedText {
    var text = line
    while text.hasPrefix("> ") { text = text.dropFirst(2).trimmed() }
    let marks = text.scalars.prefix { $0 == "#" }.count
    if (1...6).contains(marks), text.scalar(marks) == " " {
      text = text.dropFirst(marks).trimmed { $0 == " " || $0 == "#" }
    }
    for mark in ["- ", "* ", "+ "] where text.hasPrefix(mark) {
      text = text.dropFirst(2).trimmed()
    }
    return text.replacing("**", with: "").replacing("__", with: "")
  }

  /// A cell without the marks of emphasis and with a line break for each `<br>`.
  static func cell(_ cell: FoldedText) -> FoldedText {
    var text = cell.trimmed()
    // A single one is the mark of a footnote: 60.6*.
    while text.count > 2, text.hasPrefix("*"), text.hasSuffix("*") {
      text = text.dropFirst(1).dropLast(1).trimmed()
    }
    text = text.replacing("**", with: "")
    for mark in ["<br>", "<br/>", "<br />", "<BR>", "<BR/>"] {
      text = text.replacing(mark, with: "\n")
    }
    return text
  }
}
