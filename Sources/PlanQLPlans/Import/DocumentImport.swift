import PlanQLData

/// A document to import: its bytes and the name it is called by.
package struct ImportSource: Sendable {
  package let name: String
  package let bytes: [UInt8]

  /// Names the bytes of a document.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A plan made from documents: the files of its folder, and the account of what was read.
package struct ImportResult: Sendable {
  /// The files in the order in which a plan is read.
  package let files: [(name: String, text: String)]
  package let report: ReconciliationReport

  /// Writes the folder: all files are written out before the first takes its place. A folder that
  /// holds tables of another import is refused, since they would be taken for part of this plan.
  package func write(to folder: String) throws(FileError) {
    let names = Set(files.map(\.name))
    let others = ImportResult.tableFiles(in: folder).filter { !names.contains($0) }
    guard others.isEmpty else {
      let list = others.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      throw FileError(
        path: folder,
        reason: LocalizedText(
          en: "holds tables that are not of this import: \(list)",
          zh: "文件夹中有不属于本次导入的表：\(list)"))
    }
    try AtomicFile.write(folder: folder, files: files)
  }
}

/// What an import is told besides the documents.
package struct ImportOptions: Sendable {
  /// What headings are to be read as.
  package var map: HeadingMap
  /// How numbers are written; nil where their columns are to tell.
  package var numbers: NumberStyle?
  /// The money that amounts are in where a document does not say.
  package var money: MoneyName?

  /// Options that leave everything to the documents.
  package init(map: HeadingMap = HeadingMap(), numbers: NumberStyle? = nil, money: MoneyName? = nil)
  {
    self.map = map
    self.numbers = numbers
    self.money = money
  }
}

/// Imports documents.
package enum DocumentImport {
  /// Makes a plan of a document; throws the reason where its tables cannot be recovered.
  package static func run(
    bytes: [UInt8], fileName: String, options: ImportOptions = ImportOptions()
  ) throws(ImportRefusal) -> ImportResult {
    try run([ImportSource(name: fileName, bytes: bytes)], options: options)
  }

  /// Makes a plan of a document that is a text already.
  package static func run(
    text: String, fileName: String, options: ImportOptions = ImportOptions()
  ) throws(ImportRefusal) -> ImportResult {
    try run([ImportSource(name: fileName, bytes: Array(text.utf8))], options: options)
  }

  /// Makes one plan of several documents, read in their order.
  package static func run(
    _ sources: [ImportSource], options: ImportOptions = ImportOptions()
  ) throws(ImportRefusal) -> ImportResult {
    var draft = PlanDraft()
    var documents: [ReconciliationReport.Document] = []
    var lostRows: [Name: Int] = [:]
    var kind = DocumentKind.other
    for source in sources {
      do throws(ImportRefusal) {
        let document = try ImportedDocument(source, options, into: draft)
        draft = document.draft
        lostRows.merge(document.lostRows, uniquingKeysWith: +)
        documents.append(document.account)
        if kind == .other { kind = document.kind }
      } catch {
        var refusal = error
        refusal.file = source.name
        throw refusal
      }
    }
    guard !draft.isEmpty else {
      var refusal = ImportRefusal.noTable(kind)
      refusal.file = sources.map(\.name).joined(separator: ", ")
      throw refusal
    }
    var files = PlanFiles(draft).files
    if !options.map.isEmpty { files.append((HeadingMap.fileName, options.map.text)) }
    return ImportResult(
      files: files,
      report: ReconciliationReport(draft, documents: documents, lostRows: lostRows))
  }
}

/// One document read into a plan.
private struct ImportedDocument {
  let draft: PlanDraft
  let account: ReconciliationReport.Document
  let lostRows: [Name: Int]
  let kind: DocumentKind

  /// Reads a document and adds what it holds to a plan.
  init(
    _ source: ImportSource, _ options: ImportOptions, into draft: PlanDraft
  ) throws(ImportRefusal) {
    let document = try Importer.read(source)
    let lines = document.lines
    guard lines.contains(where: { !$0.isBlank }) else { throw .blank }
    var reader = DocumentReader(
      document, periods: PeriodReading(year: PlanFacts.singleYear(of: lines)), map: options.map)
    try reader.read()
    var assembly = PlanAssembly(
      reader, named: source.baseName, options: options, into: draft)
    assembly.assemble()
    let (found, ledger) = assembly.withFacts(title: reader.content.title)
    self.draft = found
    self.lostRows = assembly.lostRows
    self.kind = DocumentKind(of: lines)
    self.account = ReconciliationReport.Document(
      file: source.name, format: document.format, lines: lines, ledger: ledger)
  }
}

extension ReconciliationReport.Document {
  /// The account of a document whose every line has been settled.
  fileprivate init(
    file: String, format: LocalizedText, lines: [DocumentLine], ledger: LineLedger
  ) {
    let roles = ledger.roles.map { $0 ?? .unread }
    self.file = file
    self.format = format
    self.lineCount = lines.count
    self.lines = roles
    self.linePlaces = lines.map(\.place)
    self.roles = LineRole.allCases.compactMap { role in
      let count = roles.count { $0 == role }
      return count > 0 ? .init(role: role, count: count) : nil
    }
    self.unread = ledger.unread
    func remarks(_ role: LineRole) -> [ImportRemark] {
      zip(lines, roles).filter { $1 == role }.map { line, _ in
        ImportRemark(
          place: line.place, text: role.title, excerpt: LineLedger.excerpt(line.text))
      }
    }
    self.outside = remarks(.outside)
    self.notes = remarks(.note)
    self.doubts = ledger.doubts
    self.normalised = ledger.normalised
  }
}
