import PlanQLData

extension Importer {
  static let workbookName = LocalizedText(en: "Excel workbook", zh: "Excel 工作簿")

  /// Workbooks of Excel and its kin (ECMA-376, part 1, clause 18).
  static let workbook = Importer(
    recognises: {
      OfficePackage.isArchive($0.content.prefix(8))
        && OfficePackage.names("xl/workbook.xml", $0.bytes)
    },
    read: { source, _ throws(ImportRefusal) in
      #if Office
        return try Workbook(source.bytes).document
      #else
        throw .notInThisBuild(workbookName)
      #endif
    })
}

#if Office
  /// A workbook while it is read: the sheets become tables, row by row.
  private struct Workbook {
    private let archive: ZipArchive
    private var texts: [RichText] = []
    private var styles = CellStyles()
    private var sheets: [(name: String, reference: String, isHidden: Bool)] = []
    private var uses1904 = false
    private var lines: [DocumentLine] = []
    private var remarks: [SourceDocument.Remark] = []
    private static let path = "xl/workbook.xml"

    init(_ bytes: [UInt8]) throws(ImportRefusal) {
      archive = try ZipArchive(bytes)
      try readSheetNames()
      let references = try OfficeReferences(of: Workbook.path, in: archive)
      if let bytes = try archive.bytes(of: "xl/sharedStrings.xml") { try readTexts(bytes) }
      if let bytes = try archive.bytes(of: "xl/styles.xml") { styles = try CellStyles(bytes) }
      for (number, sheet) in sheets.enumerated() {
        guard let path = references[sheet.reference], let bytes = try archive.bytes(of: path) else {
          remark(ImportMessages.sheetMissing(sheet.name), isDoubt: true)
          continue
        }
        guard !sheet.isHidden else {
          remark(ImportMessages.sheetHidden(sheet.name), isDoubt: true)
          continue
        }
        try add(sheet.name, number: number, bytes, path: path)
      }
    }

    var document: SourceDocument {
      SourceDocument(
        format: Importer.workbookName, lines: lines, remarks: remarks,
        gridsAreTables: true)
    }

    private mutating func remark(
      _ text: LocalizedText, line: Int? = nil, cell: Int? = nil, isDoubt: Bool
    ) {
      remarks.append(.init(line: line, cell: cell, text: text, isDoubt: isDoubt))
    }

    private mutating func readSheetNames() throws(ImportRefusal) {
      guard let bytes = try archive.bytes(of: Workbook.path) else { throw .brokenArchive }
      let reader = try XMLReader(bytes, path: Workbook.path)
      while let event = try reader.next() {
        guard case .start(let name) = event else { continue }
        if name == "workbookPr" {
          uses1904 = ["1", "true"].contains(reader.attribute("date1904") ?? "")
        } else if name == "sheet", let title = reader.attribute("name"),
          let reference = reader.attribute("id")
        {
          let isHidden = ["hidden", "veryHidden"].contains(reader.attribute("state") ?? "")
          sheets.append((title, reference, isHidden))
        }
      }
      guard !sheets.isEmpty else { throw .brokenXML(Workbook.path) }
    }

    private mutating func readTexts(_ bytes: [UInt8]) throws(ImportRefusal) {
      let reader = try XMLReader(bytes, path: "xl/sharedStrings.xml")
      while let event = try reader.next() {
        if case .start("si") = event { texts.append(try reader.richText()) }
      }
    }
  }

  extension Workbook {
    private mutating func add(
      _ name: String, number: Int, _ bytes: [UInt8], path: String
    ) throws(ImportRefusal) {
      let reader = SheetReader(texts: texts, styles: styles, uses1904: uses1904)
      guard var sheet = try reader.read(bytes, path: path) else {
        remark(ImportMessages.sheetWithoutCells(name), isDoubt: false)
        return
      }
      let first = lines.count
      var last = 0
      var places: [Int: Int] = [:]
      sheet.takeRows { row, cells in
        let place = ImportPlace(part: .sheet(name), number: row)
        if last > 0, row > last + 1 {
          lines.append(
            DocumentLine(row: [], of: number, at: ImportPlace(part: .sheet(name), number: row - 1)))
        }
        places[row] = lines.count
        lines.append(DocumentLine(row: cells, of: number, at: place))
        last = row
      }
      if last == 0 { remark(ImportMessages.sheetWithoutCells(name), isDoubt: false) }
      for (row, column, text) in sheet.strikeRemarks {
        remark(text, line: places[row], cell: column - 1, isDoubt: true)
      }
      for comment in try SheetComments.all(of: path, in: archive) {
        remark(
          ImportMessages.commentOnCell(comment.reference, comment.text),
          line: comment.row.flatMap { places[$0] }, isDoubt: true)
      }
      if sheet.isFillCut { remark(ImportMessages.mergedCellsCut, line: first, isDoubt: true) }
      if sheet.formulaCount > 0 {
        remark(ImportMessages.formulaValuesUsed(sheet.formulaCount), line: first, isDoubt: false)
      }
      if let (stored, shown) = sheet.firstScaled {
        remark(
          ImportMessages.numbersShownInUnit(sheet.scaledCount, stored, shown), line: first,
          isDoubt: false)
      }
      let hidden = sheet.hiddenRows.filter { places[$0] != nil }
      if let row = hidden.first {
        remark(ImportMessages.hiddenRowsRead(hidden), line: places[row], isDoubt: false)
      }
      if !sheet.hiddenColumns.isEmpty {
        let letters = sheet.hiddenColumns.sorted().map(ImportPlace.letters)
        remark(ImportMessages.hiddenColumnsRead(letters), line: first, isDoubt: false)
      }
    }
  }
#endif
