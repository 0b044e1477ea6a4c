import PlanQLData

/// A document to import: its content and the name it is called by.
package struct ImportSource: Sendable {
  package let name: String
  let content: FileContent

  init(name: String, content: FileContent) {
    self.name = name
    self.content = content
  }

  /// Names the bytes of a document.
  package init(name: String, bytes: [UInt8]) {
    self.init(name: name, content: FileContent(bytes))
  }

  /// Opens a file, which is read in parts where it is large.
  package init(opening path: String) throws(FileError) {
    self.init(name: path, content: try FileContent(opening: path))
  }

  /// All bytes of the document.
  var bytes: [UInt8] { content.bytes }
}

/// A plan made from documents: the files of its folder, and the account of what was read.
package struct ImportResult: Sendable {
  private let plan: PlanFiles
  /// What headings were read as, which is kept for the next import.
  private let map: HeadingMap
  package let report: ReconciliationReport

  init(_ draft: PlanDraft, map: HeadingMap, report: ReconciliationReport) {
    self.plan = PlanFiles(draft)
    self.map = map
    self.report = report
  }

  /// The files in the order in which a plan is read.
  package var files: [(name: String, text: String)] {
    var files: [(name: String, text: OutputText)] = []
    try? write(planText: planText) { name throws(FileError) in
      let text = OutputText()
      files.append((name, text))
      return text
    }
    return files.map { ($0.name, $0.text.string) }
  }

  var names: [String] { plan.names + (map.isEmpty ? [] : [HeadingMap.fileName]) }

  /// The `plan.yaml` that the documents make.
  var planText: String { plan.planFile }

  /// Writes the files, with that text as `plan.yaml`.
  func write(
    planText: String, _ open: (String) throws(FileError) -> OutputText
  ) throws(FileError) {
    try plan.write(planText: planText, open)
    if !map.isEmpty { try open(HeadingMap.fileName).write(map.text) }
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
    var seen: DocumentSightings?
    var headings: Set<String> = []
    for (number, source) in sources.enumerated() {
      do throws(ImportRefusal) {
        let document = try ImportedDocument(
          source, options, into: draft, after: headings, isLast: number == sources.count - 1)
        draft = document.draft
        headings = document.headings
        lostRows.merge(document.lostRows, uniquingKeysWith: +)
        documents.append(document.account)
        if draft.isEmpty, seen?.isEmpty ?? true { seen = DocumentSightings(of: document.lines) }
      } catch {
        var refusal = error
        refusal.file = source.name
        throw refusal
      }
    }
    guard !draft.isEmpty else {
      var refusal = ImportRefusal.nothingFound(seen ?? DocumentSightings(of: DocumentLines([])))
      refusal.file = sources.map(\.name).joined(separator: ", ")
      throw refusal
    }
    if let failure = draft.failure { throw .noRoom(failure.reason) }
    return ImportResult(
      draft, map: options.map.met(by: headings),
      report: ReconciliationReport(draft, documents: documents, lostRows: lostRows))
  }
}

/// One document read into a plan.
private struct ImportedDocument {
  let draft: PlanDraft
  let account: ReconciliationReport.Document
  let lostRows: [Name: Int]
  let lines: DocumentLines
  /// The headings of the map that it has, or that those before it have.
  let headings: Set<String>

  /// Reads a document and adds what it holds to a plan; the last one says which headings of the map
  /// none of them has.
  init(
    _ source: ImportSource, _ options: ImportOptions, into draft: PlanDraft,
    after headings: Set<String>, isLast: Bool
  ) throws(ImportRefusal) {
    let document = try Importer.read(source, map: options.map)
    let lines = document.lines
    guard lines.indices.contains(where: { !lines.isBlank($0) }) else { throw .blank }
    var reader = DocumentReader(document, map: options.map)
    try reader.read()
    self.headings = headings.union(reader.content.headings(of: options.map))
    if isLast {
      for heading in options.map.unmet(by: self.headings) {
        reader.ledger.doubt(nil, ImportMessages.mappedHeadingNotFound(heading))
      }
    }
    var assembly = PlanAssembly(
      reader, named: source.baseName, options: options, into: draft)
    assembly.assemble()
    var (found, ledger) = assembly.withFacts(title: reader.content.title)
    noteLostFigures(in: reader.content.tables, of: found, &ledger)
    let failures = reader.content.tables.lazy.compactMap(\.rows.failure)
    if let failure = failures.first { throw .noRoom(failure.reason) }
    if lines.haveChanged { throw .changedFile }
    self.draft = found
    self.lostRows = assembly.lostRows
    self.lines = lines
    self.account = ReconciliationReport.Document(
      file: source.name, format: document.format, lines: lines, ledger: ledger)
  }
}

/// Tells of the figures of tables that no file of the plan holds, and no remark yet.
private func noteLostFigures(
  in tables: [DocumentTable], of draft: PlanDraft, _ ledger: inout LineLedger
) {
  let rows = tables.map(\.rows.count).reduce(0, +)
  guard (1...LostFigures.greatestCount).contains(rows) else { return }
  let empty = ReconciliationReport(draft, documents: [], lostRows: [:])
  let files = ImportResult(draft, map: HeadingMap(), report: empty).files.map(\.text)
  let remarks = ledger.remarks.doubts.remarks + ledger.remarks.normalised.remarks
  for figure in LostFigures.all(in: tables, files: files, remarks: remarks) {
    ledger.doubt(
      figure.place.line, cell: figure.place.column,
      ImportMessages.figureInNoTable(figure.text, figure.heading))
  }
}

extension ReconciliationReport.Document {
  /// The account of a document whose every line has been settled.
  fileprivate init(
    file: String, format: LocalizedText, lines: DocumentLines, ledger: LineLedger
  ) {
    let roles = ledger.roles.map { $0 ?? .unread }
    self.file = file
    self.format = format
    self.lineCount = lines.count
    self.lines = roles
    self.places = LinePlaces.all(of: lines, roles)
    self.roles = LineRole.allCases.compactMap { role in
      let count = roles.count { $0 == role }
      return count > 0 ? .init(role: role, count: count) : nil
    }
    func remarks(_ role: LineRole) -> RemarkList {
      var list = RemarkList()
      for (place, found) in roles.enumerated() where found == role {
        let kind = RemarkList.Kind(role.title)
        let excerpt = list.lists(kind) ? LineLedger.excerpt(lines[place].text) : nil
        list.append(
          ImportRemark(place: lines.place(place), text: role.title, excerpt: excerpt), kind)
      }
      return list
    }
    let (unread, outside, notes) = (ledger.unread, remarks(.outside), remarks(.note))
    let (doubts, normalised) = (ledger.remarks.doubts, ledger.remarks.normalised)
    self.unread = unread.remarks
    self.furtherUnread = unread.further
    self.outside = outside.remarks
    self.furtherOutside = outside.further
    self.notes = notes.remarks
    self.furtherNotes = notes.further
    self.doubts = doubts.remarks
    self.furtherDoubts = doubts.further
    self.normalised = normalised.remarks
    self.furtherNormalised = normalised.further
  }
}
