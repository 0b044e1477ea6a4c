import PlanQLData

/// A kind of document that can be imported, recognised by its content and the ending of its name.
///
/// To add one, write its file and put its name into `all`.
package struct Importer: Sendable {
  /// Says whether the bytes are such a document.
  let recognises: @Sendable (ImportSource) -> Bool
  /// Reads the lines and cells of a document, of which a map may say what headings are.
  let read: @Sendable (ImportSource, HeadingMap) throws(ImportRefusal) -> SourceDocument

  /// Every importer; the first that recognises a document reads it.
  package static let all: [Importer] = [
    .workbook, .wordDocument, .webPage, .separatedValues, .markdown, .plainText,
  ]

  /// Reads a document with the importer that recognises it.
  static func read(
    _ source: ImportSource, map: HeadingMap = HeadingMap()
  ) throws(ImportRefusal) -> SourceDocument {
    if OfficePackage.isPackage(source.content.prefix(8)) {
      if OfficePackage.isEncrypted(source.bytes) { throw .encrypted }
      if OfficePackage.isCutOff(source.bytes) { throw .brokenArchive }
    }
    if FileFormat.isOfTables(source) { throw .tables(source.name) }
    if let format = ForeignFormat.name(of: source.content.prefix(64)) {
      throw .foreignFormat(format)
    }
    guard let importer = all.first(where: { $0.recognises(source) }) else {
      throw .foreignFormat(LocalizedText(en: "a zip archive of this kind", zh: "这种压缩文件"))
    }
    do {
      return try importer.read(source, map).withTablesApart(map: map)
    } catch .notText where ["xlsx", "xlsm", "docx"].contains(source.ending) {
      throw .brokenArchive
    }
  }
}

/// A document as its importer gives it: lines of text and rows of tables in their order.
struct SourceDocument: Sendable {
  /// What was read, for the report: `UTF-8`, `Excel workbook`.
  let format: LocalizedText
  let lines: DocumentLines
  /// What the importer has to say besides.
  var remarks: [Remark] = []
  /// Whether every grid is a table, where a page may lay out its text in one: there, figures must
  /// tell a table of which no heading is known.
  var gridsAreTables = false

  /// Takes lines that are in memory.
  init(
    format: LocalizedText, lines: [DocumentLine], remarks: [Remark] = [],
    gridsAreTables: Bool = false
  ) {
    self.init(
      format: format, lines: DocumentLines(lines), remarks: remarks,
      gridsAreTables: gridsAreTables)
  }

  /// Takes lines wherever they are.
  init(
    format: LocalizedText, lines: DocumentLines, remarks: [Remark] = [],
    gridsAreTables: Bool = false
  ) {
    self.format = format
    self.lines = lines
    self.remarks = remarks
    self.gridsAreTables = gridsAreTables
  }

  /// Something to look at, or to know, about a line or the whole.
  struct Remark: Sendable {
    /// The place of the line in `lines`.
    let line: Int?
    /// The place of the cell in the line.
    var cell: Int?
    let text: LocalizedText
    let isDoubt: Bool
  }
}

extension ImportSource {
  /// The ending of the name in small letters, without the dot; blank where there is none.
  var ending: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }

  /// The name without folders and ending.
  var baseName: String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}

/// Formats that are recognised and not read.
enum ForeignFormat {
  /// What a file is, told by how it begins; nil where it may be a document that can be imported.
  static func name(of bytes: [UInt8]) -> LocalizedText? {
    let formats: [(start: [UInt8], name: LocalizedText)] = [
      (Array("%PDF".utf8), LocalizedText(en: "a PDF file", zh: "PDF 文件")),
      (
        OfficePackage.oldStart,
        LocalizedText(en: "an old Word or Excel file", zh: "旧版的 Word 或 Excel 文件")
      ),
      (Array("{\\rtf".utf8), LocalizedText(en: "an RTF file", zh: "RTF 文件")),
    ]
    return formats.first { bytes.starts(with: $0.start) }?.name
  }
}

extension FileFormat {
  /// Whether a file holds tables that are loaded as they are: JSON and YAML by its name, SQLite by how it begins.
  fileprivate static func isOfTables(_ source: ImportSource) -> Bool {
    if source.content.prefix(16).starts(with: "SQLite format 3".utf8) { return true }
    if case .tree? = FileFormat(ofFile: source.name) { return true }
    return false
  }
}
