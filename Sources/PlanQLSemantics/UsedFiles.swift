package import PlanQLData
package import PlanQLSyntax

/// What a host gives for the name of a file: its text, and a name that tells it from others.
package struct FoundFile: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Why a host gives no file.
package struct FileRefusal: Error {
  package let reason: LocalizedText

  package init(_ reason: LocalizedText) {
    self.reason = reason
  }
}

/// The files that a script uses, and those that they use, read before anything is checked.
package struct UsedFiles: Sendable {
  /// A file that a `use` names.
  struct File: Sendable {
    let name: String
    let statements: [Statement]
    /// Whether something in it could not be read, so that names of it may be missing.
    let isBroken: Bool
  }

  /// The script with the files behind it.
  package private(set) var sources: SourceFiles
  /// What was parsed, one result a file.
  package private(set) var parsed: [ParseResult] = []
  /// What is to be said of files that cannot be used.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files by the place of the `use` that names them.
  private(set) var files: [SourceSpan: File] = [:]
  private var known: [String: File] = [:]
  private var size = 0

  /// No more files than this are read for a script.
  static let most = 100
  /// No more files than this use one another in a row.
  static let depth = 16

  /// Finds a file by its name as written and the name of the file that says so, nil for the script. Throws
  /// `FileRefusal`.
  package typealias Finder = (_ path: String, _ user: String?) throws -> FoundFile

  /// Reads the files of a script.
  package init(
    of script: Script, source: [UInt8], limits: ParseLimits, units: UnitTable, finder: Finder?
  ) {
    self.sources = SourceFiles(source)
    self.size = source.count
    let reading = Reading(limits: limits, units: units, finder: finder)
    read(script.statements, chain: [], reading)
  }

  private struct Reading {
    let limits: ParseLimits
    let units: UnitTable
    let finder: Finder?
  }

  /// Reads what statements use; `chain` are the files around them, outermost first.
  private mutating func read(_ statements: [Statement], chain: [String], _ reading: Reading) {
    for statement in statements {
      guard case .use(let path, let span) = statement.kind else { continue }
      if let file = file(path, span, chain: chain, reading) { files[span] = file }
    }
  }

  private mutating func file(
    _ path: String, _ span: SourceSpan, chain: [String], _ reading: Reading
  ) -> File? {
    guard let finder = reading.finder else {
      return refuse(.noFiles(path), at: span)
    }
    let found: FoundFile
    do {
      found = try finder(path, chain.last)
    } catch let refusal as FileRefusal {
      return refuse(.fileNotRead(path, refusal.reason), at: span)
    } catch {
      return refuse(.fileNotRead(path, LocalizedText("\(error)")), at: span)
    }
    if let start = chain.firstIndex(of: found.name) {
      return refuse(.filesInCircle(chain[start...] + [found.name]), at: span)
    }
    if let file = known[found.name] { return file }
    guard chain.count < UsedFiles.depth, known.count < UsedFiles.most else {
      return refuse(.tooManyFiles(most: UsedFiles.most, depth: UsedFiles.depth), at: span)
    }
    size += found.bytes.count
    guard size <= reading.limits.sourceBytes else {
      return refuse(.filesTooLarge(limit: reading.limits.sourceBytes), at: span)
    }
    return add(found, chain: chain, reading)
  }

  private mutating func add(
    _ found: FoundFile, chain: [String], _ reading: Reading
  ) -> File {
    let start = sources.add(UsedSource(name: found.name, bytes: found.bytes))
    let result = Parser.parse(
      sources.bytes, from: start, limits: reading.limits, units: reading.units)
    parsed.append(result)
    read(result.script.statements, chain: chain + [found.name], reading)
    let file = File(
      name: found.name, statements: result.script.statements, isBroken: result.hasErrors)
    known[found.name] = file
    return file
  }

  private mutating func refuse(_ message: Message, at span: SourceSpan) -> File? {
    diagnostics.append(Diagnostic(message, at: span))
    return nil
  }
}
