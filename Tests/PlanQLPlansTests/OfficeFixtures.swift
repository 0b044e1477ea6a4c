#if Office
  import CZip
  import Testing

  @testable import PlanQLPlans

  /// Packs files into a zip archive in memory.
  func zipArchive(_ files: [(path: String, text: String)]) throws -> [UInt8] {
    let source = try #require(zip_source_buffer_create(nil, 0, 0, nil))
    zip_source_keep(source)
    defer { zip_source_free(source) }
    let archive = try #require(zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil))
    var kept: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { kept.forEach { $0.deallocate() } }
    for file in files {
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.text.utf8.count)
      _ = bytes.initialize(from: file.text.utf8)
      kept.append(bytes)
      let content = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(bytes.count), 0)
      try #require(zip_file_add(archive, file.path, content, 0) >= 0)
    }
    try #require(zip_close(archive) == 0)
    try #require(zip_source_open(source) == 0)
    defer { zip_source_close(source) }
    var packed: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while case let count = zip_source_read(source, &block, 4096), count > 0 {
      packed += block[..<Int(count)]
    }
    return packed
  }

  /// A workbook for tests, made cell by cell.
  struct WorkbookFixture {
    /// A cell of a sheet.
    enum Cell {
      case blank
      case text(String)
      /// A text that stands in the sheet itself.
      case inline(String)
      /// A number as the file writes it, in a style.
      case number(String, style: Int = 0)
      /// A formula with the value saved for it, if one is.
      case formula(String?, isText: Bool = false)
      case bool(Bool)
      case error(String)
    }

    /// A sheet with its rows, the first in row 1.
    struct Sheet {
      var name: String
      var rows: [[Cell]]
      var merges: [String] = []
      var isHidden = false
      var hiddenRows: Set<Int> = []
      /// The hidden columns, counted from 1.
      var hiddenColumns: ClosedRange<Int>?
    }

    var sheets: [Sheet]
    var uses1904 = false
    /// The formats of the styles, the style 0 being plain.
    var formats: [String] = []

    func bytes() throws -> [UInt8] {
      var texts: [String] = []
      let sheetTexts = sheets.map { xml(of: $0, &texts) }
      var files: [(path: String, text: String)] = [
        ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", references), ("xl/styles.xml", styles),
        (
          "xl/sharedStrings.xml",
          "<sst>"
            + texts.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }.joined()
            + "</sst>"
        ),
      ]
      for (number, text) in sheetTexts.enumerated() {
        files.append(("xl/worksheets/sheet\(number + 1).xml", text))
      }
      return try zipArchive(files)
    }

    private var workbook: String {
      let names = sheets.enumerated().map { number, sheet in
        "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\""
          + (sheet.isHidden ? " state=\"hidden\"" : "") + "/>"
      }
      return "<workbook xmlns:r=\"http://r\"><workbookPr date1904=\"\(uses1904 ? 1 : 0)\"/><sheets>"
        + names.joined() + "</sheets></workbook>"
    }

    private var references: String {
      "<Relationships>"
        + sheets.indices.map {
          "<Relationship Id=\"rId\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }.joined() + "</Relationships>"
    }

    private var styles: String {
      let codes = formats.enumerated().map {
        "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\(escaped($1))\"/>"
      }
      let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
      return "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + cells.joined() + "</cellXfs></styleSheet>"
    }

    private func xml(of sheet: Sheet, _ texts: inout [String]) -> String {
      let columns = sheet.hiddenColumns.map {
        "<cols><col min=\"\($0.lowerBound)\" max=\"\($0.upperBound)\" hidden=\"1\"/></cols>"
      }
      var xml = "<worksheet>\(columns ?? "")<sheetData>"
      for (row, cells) in sheet.rows.enumerated() {
        xml += "<row r=\"\(row + 1)\"\(sheet.hiddenRows.contains(row + 1) ? " hidden=\"1\"" : "")>"
        for (column, cell) in cells.enumerated() {
          xml += self.xml(of: cell, "\(ImportPlace.letters(column + 1))\(row + 1)", &texts)
        }
        xml += "</row>"
      }
      let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      return xml + "</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
    }

    private func xml(of cell: Cell, _ place: String, _ texts: inout [String]) -> String {
      switch cell {
      case .blank: return ""
      case .text(let text):
        texts.append(text)
        return "<c r=\"\(place)\" t=\"s\"><v>\(texts.count - 1)</v></c>"
      case .inline(let text):
        return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      case .number(let digits, let style):
        return "<c r=\"\(place)\" s=\"\(style)\"><v>\(digits)</v></c>"
      case .formula(let value, let isText):
        return "<c r=\"\(place)\"\(isText ? " t=\"str\"" : "")><f>SUM(A1)</f>"
          + (value.map { "<v>\(escaped($0))</v>" } ?? "") + "</c>"
      case .bool(let value): return "<c r=\"\(place)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>"
      case .error(let text): return "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>"
      }
    }
  }

  /// A Word document for tests: what stands in its body, as XML.
  enum WordFixture {
    static func bytes(_ body: String) throws -> [UInt8] {
      try zipArchive([
        ("[Content_Types].xml", "<Types/>"),
        (
          "word/document.xml",
          "<w:document xmlns:w=\"http://w\" xmlns:mc=\"http://mc\"><w:body>\(body)</w:body></w:document>"
        ),
      ])
    }

    static func paragraph(_ text: String) -> String {
      "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r></w:p>"
    }

    /// A table; `^` in a cell merges it with the one above, `<` with the one to its left.
    static func table(_ rows: [[String]]) -> String {
      let body = rows.map { cells in
        var xml = ""
        for (place, cell) in cells.enumerated() where cell != "<" {
          let width = 1 + cells[(place + 1)...].prefix { $0 == "<" }.count
          let merge = cell == "^" ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>"
          let content =
            cell == "^"
            ? "<w:p/>" : cell.split(separator: "\n").map { paragraph(String($0)) }.joined()
          xml += "<w:tc><w:tcPr><w:gridSpan w:val=\"\(width)\"/>\(merge)</w:tcPr>\(content)</w:tc>"
        }
        return "<w:tr>\(xml)</w:tr>"
      }
      return "<w:tbl><w:tblPr/><w:tblGrid/>\(body.joined())</w:tbl>"
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
#endif
