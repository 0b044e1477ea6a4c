import PlanQLData

extension Importer {
  static let wordDocumentName = LocalizedText(en: "Word document", zh: "Word 文档")

  /// Documents of Word and its kin (ECMA-376, part 1, clause 17).
  static let wordDocument = Importer(
    recognises: {
      OfficePackage.isArchive($0.content.prefix(8))
        && OfficePackage.names("word/document.xml", $0.bytes)
    },
    read: { source, _ throws(ImportRefusal) in
      #if Office
        return try WordDocument(source.bytes).document
      #else
        throw .notInThisBuild(wordDocumentName)
      #endif
    })
}

#if Office
  /// A document while it is read: paragraphs become lines, tables rows of cells.
  ///
  /// Text that was deleted or moved away under tracked changes is not read, nor what stands in
  /// margins and footnotes. A table in a cell follows the table that it stands in.
  private struct WordDocument {
    private let reader: XMLReader
    private(set) var lines: [DocumentLine] = []
    private var paragraphs = 0
    private var tables = 0
    private var remarks: [SourceDocument.Remark] = []

    private static let path = "word/document.xml"
    init(_ bytes: [UInt8]) throws(ImportRefusal) {
      let archive = try ZipArchive(bytes)
      guard let content = try archive.bytes(of: WordDocument.path) else { throw .brokenArchive }
      reader = try XMLReader(content, path: WordDocument.path)
      while let event = try reader.next() {
        switch event {
        case .start("p"):
          paragraphs += 1
          let place = ImportPlace(part: .paragraphs, number: paragraphs)
          let text = try reader.paragraph()
          for remark in text.remarks {
            remarks.append(.init(line: lines.count, text: remark, isDoubt: true))
          }
          for text in [text.text] + text.boxes {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
              lines.append(DocumentLine(line, at: place))
            }
          }
        case .start("tbl"): for table in try WordTable.read(reader) { add(table) }
        case .start("del"), .start("moveFrom"):
          reader.hasTrackedChanges = true
          try reader.skip()
        case .start(let name) where XMLReader.unread.contains(name): try reader.skip()
        case .start, .end, .text: break
        }
      }
      if let bytes = try archive.bytes(of: "word/comments.xml") { try readComments(bytes) }
      if reader.hasPictures, lines.allSatisfy(\.isBlank) { throw .onlyPictures }
    }

    var document: SourceDocument {
      var document = SourceDocument(
        format: Importer.wordDocumentName, lines: lines, remarks: remarks)
      if reader.hasTrackedChanges {
        document.remarks.append(
          .init(line: nil, text: ImportMessages.trackedChanges, isDoubt: false))
      }
      return document
    }

    /// Says what comments on the document say, which are no part of it.
    private mutating func readComments(_ bytes: [UInt8]) throws(ImportRefusal) {
      let reader = try XMLReader(bytes, path: "word/comments.xml")
      while let event = try reader.next() {
        guard case .start("comment") = event else { continue }
        let text = LineLedger.excerpt(FoldedText(try reader.richText().text).unbroken)
        if !text.isEmpty {
          remarks.append(.init(line: nil, text: ImportMessages.commentOnText(text), isDoubt: true))
        }
      }
    }

    private mutating func add(_ table: WordTable) {
      tables += 1
      for (row, cell, text) in table.remarks {
        remarks.append(.init(line: lines.count + row, cell: cell, text: text, isDoubt: true))
      }
      for (number, cells) in table.rows.enumerated() {
        lines.append(
          DocumentLine(
            row: cells, of: tables, at: ImportPlace(part: .table(tables), number: number + 1)))
      }
    }
  }

  /// A table of a document while it is read.
  private struct WordTable {
    private let reader: XMLReader
    private(set) var rows: [[GridCell]] = []
    /// What there is to say of text that was left out of cells, or may not count, by row and cell.
    private(set) var remarks: [(row: Int, cell: Int, text: LocalizedText)] = []
    /// Tables that stand in its cells.
    private var inner: [WordTable] = []

    /// The most cells that a row may have.
    private static let greatestWidth = 1_000

    /// The rows of the table that has just begun, with merged cells put in, and those of the
    /// tables in its cells.
    static func read(_ reader: XMLReader) throws(ImportRefusal) -> [WordTable] {
      var table = WordTable(reader: reader)
      try table.readRows()
      return [table] + table.inner
    }

    /// Takes the tables in a cell: what is one row or one column is text of the cell.
    private mutating func take(_ tables: [WordTable], _ text: inout RichText) {
      guard let first = tables.first else { return }
      let width = first.rows.map(\.count).max() ?? 0
      if first.rows.count >= 2, width >= 2 {
        inner += tables
      } else {
        for cell in first.rows.joined() where cell.isFilled {
          text.addLine(RichText(cell.text.string))
        }
        inner += tables.dropFirst()
      }
    }

    private init(reader: XMLReader) { self.reader = reader }

    private mutating func readRows() throws(ImportRefusal) {
      var depth = 1
      while depth > 0, let event = try reader.next() {
        switch event {
        case .start("tr"): try readRow()
        case .start("tblPr"), .start("tblGrid"): try reader.skip()
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
    }

    private mutating func readRow() throws(ImportRefusal) {
      var cells: [GridCell] = []
      var isDeleted = false
      var depth = 1
      while depth > 0, let event = try reader.next() {
        switch event {
        case .start("tc"): try readCell(into: &cells)
        case .start("gridBefore"):
          let count = reader.attribute("val").flatMap { Int($0) } ?? 0
          cells += Array(
            repeating: GridCell.empty,
            count: Swift.max(0, Swift.min(count, WordTable.greatestWidth)))
          depth += 1
        case .start("del"):
          isDeleted = true
          reader.hasTrackedChanges = true
          depth += 1
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      if !isDeleted { rows.append(cells) }
    }

    /// Reads a cell; one that is merged into the cell above it says what that one says.
    private mutating func readCell(into cells: inout [GridCell]) throws(ImportRefusal) {
      var width = 1
      var isFromAbove = false
      var text = RichText()
      var depth = 1
      while depth > 0, let event = try reader.next() {
        switch event {
        case .start("gridSpan"):
          width = reader.attribute("val").flatMap { Int($0) } ?? 1
          depth += 1
        case .start("vMerge"):
          isFromAbove = (reader.attribute("val") ?? "continue") == "continue"
          depth += 1
        case .start("p"): text.addLine(try reader.paragraph())
        case .start("tbl"): take(try WordTable.read(reader), &text)
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      let ofBoxes = text.boxes.map { ImportMessages.boxLeftOut(LineLedger.excerpt(FoldedText($0))) }
      remarks += (text.remarks + ofBoxes).map { (rows.count, cells.count, $0) }
      var cell = GridCell(text.text.replacing("\t", with: " "))
      if isFromAbove, let above = rows.last, above.indices.contains(cells.count) {
        cell = above[cells.count]
        cell.merge = .fromAbove
      }
      cells.append(cell)
      if cell.merge == .none { cell.merge = .fromLeft }
      for _ in 1..<Swift.max(2, Swift.min(width, WordTable.greatestWidth)) where width > 1 {
        cells.append(cell)
      }
      guard cells.count <= WordTable.greatestWidth else { throw .archiveTooLarge }
    }
  }

  extension XMLReader {
    /// Elements whose content is no part of the text as it stands.
    fileprivate static let unread: Set<String> = [
      "del", "moveFrom", "Fallback", "pPr", "rPr", "tblPr", "tblGrid", "sectPr", "instrText",
      "footnoteReference", "rt",
    ]

    /// The text of the paragraph that has just begun, with its line breaks.
    fileprivate func paragraph() throws(ImportRefusal) -> RichText {
      var text = RichText()
      var depth = 1
      var style = RunStyle()
      while depth > 0, let event = try next() {
        switch event {
        case .start("t"): text.add(try self.text(), style)
        case .start("r"):
          style = RunStyle()
          depth += 1
        case .start("rPr"): style = try runStyle()
        case .start("del"), .start("moveFrom"):
          hasTrackedChanges = true
          try skip()
        case .start("drawing"), .start("pict"):
          hasPictures = true
          depth += 1
        case .start("txbxContent"): text.add(box: try textBox())
        case .start("tab"):
          text.add("\t")
          depth += 1
        case .start("br"), .start("cr"):
          text.add("\n")
          depth += 1
        case .start("noBreakHyphen"):
          text.add("-")
          depth += 1
        case .start(let name) where XMLReader.unread.contains(name): try skip()
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return text
    }

    /// The text of the box that has just begun, a line for each paragraph.
    private func textBox() throws(ImportRefusal) -> RichText {
      var text = RichText()
      var depth = 1
      while depth > 0, let event = try next() {
        switch event {
        case .start("p"): text.addLine(try paragraph())
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return text
    }
  }
#endif
