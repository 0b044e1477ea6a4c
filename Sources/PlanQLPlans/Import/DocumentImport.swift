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

/// Imports documents.
package enum DocumentImport {
  /// Makes a plan of a document; throws the reason where its tables cannot be recovered.
  package static func run(
    bytes: [UInt8], fileName: String
  ) throws(ImportRefusal) -> ImportResult {
    try run([ImportSource(name: fileName, bytes: bytes)])
  }

  /// Makes a plan of a document that is a text already.
  package static func run(text: String, fileName: String) throws(ImportRefusal) -> ImportResult {
    try run([ImportSource(name: fileName, bytes: Array(text.utf8))])
  }

  /// Makes one plan of several documents, read in their order.
  package static func run(_ sources: [ImportSource]) throws(ImportRefusal) -> ImportResult {
    var draft = PlanDraft()
    var documents: [ReconciliationReport.Document] = []
    var lostRows = 0
    var kind = DocumentKind.other
    for source in sources {
      do throws(ImportRefusal) {
        let document = try ImportedDocument(source, into: draft)
        draft = document.draft
        lostRows += document.lostRows
        documents.append(document.account)
        if kind == .other { kind = document.kind }
      } catch {
        var refusal = error
        refusal.file = source.name
        throw refusal
      }
    }
    guard !draft.projects.isEmpty || draft.duties.contains(where: { !$0.units.isEmpty }) else {
      var refusal = ImportRefusal.noTable(kind)
      refusal.file = sources.map(\.name).joined(separator: ", ")
      throw refusal
    }
    return ImportResult(
      files: PlanFiles(draft).files,
      report: ReconciliationReport(draft, documents: documents, lostRows: lostRows))
  }
}

/// One document read into a plan.
private struct ImportedDocument {
  let draft: PlanDraft
  let account: ReconciliationReport.Document
  let lostRows: Int
  let kind: DocumentKind

  /// Reads a document and adds what it holds to a plan.
  init(_ source: ImportSource, into draft: PlanDraft) throws(ImportRefusal) {
    let decoded = try DecodedText(source.bytes)
    let lines = DocumentLine.lines(of: decoded.text)
    guard lines.contains(where: { !$0.isBlank }) else { throw .blank }
    var reader = DocumentReader(
      lines, periods: PeriodReading(year: PlanFacts.singleYear(of: lines)))
    try reader.read()
    var assembly = PlanAssembly(reader, into: draft)
    assembly.assemble()
    let (found, ledger) = assembly.withFacts(title: reader.content.title)
    self.draft = found
    self.lostRows = assembly.lostRows
    self.kind = DocumentKind(of: lines)
    self.account = ReconciliationReport.Document(
      file: source.name, encoding: decoded.encoding, lines: lines, ledger: ledger)
  }
}

extension ReconciliationReport.Document {
  /// The account of a document whose every line has been settled.
  fileprivate init(
    file: String, encoding: DocumentEncoding, lines: [DocumentLine], ledger: LineLedger
  ) {
    let roles = ledger.roles.map { $0 ?? .unread }
    self.file = file
    self.encoding = encoding
    self.lineCount = lines.count
    self.lines = roles
    self.roles = LineRole.allCases.compactMap { role in
      let count = roles.count { $0 == role }
      return count > 0 ? .init(role: role, count: count) : nil
    }
    self.unread = ledger.unread
    func remarks(_ role: LineRole) -> [ImportRemark] {
      zip(lines, roles).filter { $1 == role }.map { line, _ in
        ImportRemark(
          line: line.number, text: role.title, excerpt: LineLedger.excerpt(line.text))
      }
    }
    self.outside = remarks(.outside)
    self.notes = remarks(.note)
    self.doubts = ledger.doubts
    self.normalised = ledger.normalised
  }
}
