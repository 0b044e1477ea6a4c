import PlanQLData

extension Importer {
  static let wordDocumentName = LocalizedText(en: "Word document", zh: "Word 文档")

  /// Documents of Word and its kin (ECMA-376, part 1, clause 17).
  static let wordDocument = Importer(
    name: wordDocumentName, endings: ["docx", "docm"],
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
          for line in try reader.paragraph().split(
            separator: "\n", omittingEmptySubsequences: false)
          {
            lines.append(DocumentLine(line, at: place))
          }
        case .start("tbl"): for table in try WordTable.read(reader) { add(table) }
        case .start("del"), .start("moveFrom"):
          reader.hasTrackedChanges = true
          try reader.skip()
        case .start(let name) where XMLReader.unread.contains(name): try reader.skip()
        case .start, .end, .text: break
        }
      }
      if reader.hasPictures, lines.allSatisfy(\.isBlank) { throw .onlyPictures }
    }

    var document: SourceDocument {
      var document = SourceDocument(format: Importer.wordDocumentName, lines: lines)
      if reader.hasTrackedChanges {
        document.remarks.append(
          .init(line: nil, text: ImportMessages.trackedChanges, isDoubt: false))
      }
      return document
    }

    private mutating func add(_ rows: [[GridCell]]) {
      tables += 1
      for (number, cells) in rows.enumerated() {
        lines.append(
          DocumentLine(
            row: cells, of: tables, at: ImportPlace(part: .table(tables), number: number + 1)))
      }
    }
  }

  /// A table of a document while it is read.
  private struct WordTable {
    private let reader: XMLReader
    private var rows: [[GridCell]] = []
    /// Tables that stand in its cells.
    private var inner: [[[GridCell]]] = []

    /// The most cells that a row may have.
    private static let greatestWidth = 1_000

    /// The rows of the table that has just begun, with merged cells put in, and those of the
    /// tables in its cells.
    static func read(_ reader: XMLReader) throws(ImportRefusal) -> [[[GridCell]]] {
      var table = WordTable(reader: reader)
      try table.readRows()
      return [table.rows] + table.inner
    }

    /// Takes the tables in a cell: what is one row or one column is text of the cell.
    private mutating func take(
      _ tables: [[[GridCell]]], _ paragraphs: inout [String]
    ) {
      guard let first = tables.first else { return }
      let width = first.map(\.count).max() ?? 0
      if first.count >= 2, width >= 2 {
        inner += tables
      } else {
        paragraphs += first.flatMap { $0 }.filter(\.isFilled).map(\.text.string)
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
      var paragraphs: [String] = []
      var depth = 1
      while depth > 0, let event = try reader.next() {
        switch event {
        case .start("gridSpan"):
          width = reader.attribute("val").flatMap { Int($0) } ?? 1
          depth += 1
        case .start("vMerge"):
          isFromAbove = (reader.attribute("val") ?? "continue") == "continue"
          depth += 1
        case .start("p"): paragraphs.append(try reader.paragraph())
        case .start("tbl"): take(try WordTable.read(reader), &paragraphs)
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      let text = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
      var cell = GridCell(text.replacing("\t", with: " "))
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
      "footnoteReference",
    ]

    /// The text of the paragraph that has just begun, with its line breaks.
    fileprivate func paragraph() throws(ImportRefusal) -> String {
      var text = ""
      var depth = 1
      var isRaised = false
      while depth > 0, let event = try next() {
        switch event {
        case .start("t"):
          let run = try self.text()
          text += isRaised ? Superscript.raised(run) : run
        case .start("r"):
          isRaised = false
          depth += 1
        case .start("rPr"): isRaised = try raisesText()
        case .start("del"), .start("moveFrom"):
          hasTrackedChanges = true
          try skip()
        case .start("drawing"), .start("pict"):
          hasPictures = true
          depth += 1
        case .start("tab"):
          text += "\t"
          depth += 1
        case .start("br"), .start("cr"):
          text += "\n"
          depth += 1
        case .start("noBreakHyphen"):
          text += "-"
          depth += 1
        case .start(let name) where XMLReader.unread.contains(name): try skip()
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return text
    }
  }
#endif
