import Foundation
import PlanQLData

extension RevisionStore {
  /// Keeps the plan as its files say it now as a revision under a seal. With `asIs` the revision is there
  /// already, made by hand or by an import, and is only sealed.
  ///
  /// What the files say is read again from their copies before the revision takes its place, which it
  /// does whole or not at all. Throws `SealError`, and `PlanLoadError` for a revision that cannot be loaded.
  @discardableResult
  package func seal(
    as name: String, tables: [String]?, asIs: Bool
  ) throws -> PlanSeal {
    guard let origin, !origin.files.isEmpty else { throw SealError(.notOnePlan()) }
    let title = NameText.normalized(name)
    guard !title.isEmpty, !title.hasPrefix("."), !title.contains("/"), !title.contains("\0"),
      title != CatalogRevisions.current
    else { throw SealError(.badName(name)) }
    let file = sealFile(title, origin)
    if FileBytes.isFile(file) { throw SealError(.sealed(title)) }
    let isThere = names.contains(title)
    if asIs {
      guard let revision = try plan(named: title) else {
        throw SealError(.noRevision(title, names))
      }
      let seal = try PlanSeal(
        of: revision.catalog, as: title,
        tables: try Self.tableNames(tables, in: revision.catalog), isOfCopy: false)
      try write(seal, to: file)
      return seal
    }
    if isThere { throw SealError(.exists(title)) }
    let seal = try PlanSeal(
      of: own, as: title, tables: try Self.tableNames(tables, in: own), isOfCopy: true)
    try copy(origin, under: seal, file)
    return seal
  }

  /// The seal of a revision. Throws `SealError` where there is none, or its file was altered.
  package func seal(of name: String) throws(SealError) -> PlanSeal {
    guard let origin else { throw SealError(.notOnePlan()) }
    let title = NameText.normalized(name)
    let file = sealFile(title, origin)
    guard FileBytes.isFile(file) else {
      throw SealError(names.contains(title) ? .notSealed(title) : .noRevision(title, names))
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(file)
    } catch {
      throw SealError(.cannotRead(error))
    }
    guard let seal = PlanSeal(text: String(decoding: bytes, as: UTF8.self), name: title) else {
      throw SealError(.brokenSeal("\(RevisionFolders.folder)/\(title)\(PlanSeal.ending)"))
    }
    return seal
  }

  /// The revisions with a seal, in order.
  package var sealedNames: [String] {
    guard let origin else { return [] }
    return names.filter { FileBytes.isFile(sealFile($0, origin)) }
  }

  /// The English names of tables that are named in either spelling; nil stands for all.
  private static func tableNames(
    _ tables: [String]?, in catalog: Catalog
  ) throws(SealError) -> [String]? {
    guard let tables else { return nil }
    let known = PlainContent(catalog: catalog).tables.map(\.definition.name)
    var found: [String] = []
    for name in tables {
      guard let table = known.first(where: { $0.matches(name) }) else {
        throw SealError(.noTable(name, known.map(\.en)))
      }
      found.append(table.en)
    }
    return found
  }

  /// Whether a revision is a copy of the plan that was made when it was sealed.
  func isSealedCopy(_ name: String) -> Bool {
    guard let origin, let bytes = try? FileBytes.read(sealFile(name, origin)) else { return false }
    return PlanSeal.isOfCopy(text: String(decoding: bytes, as: UTF8.self))
  }

  private func sealFile(_ name: String, _ origin: PlanOrigin) -> String {
    "\(origin.folder)/\(RevisionFolders.folder)/\(name)\(PlanSeal.ending)"
  }

  private func write(_ seal: PlanSeal, to file: String) throws(SealError) {
    do throws(FileError) {
      try AtomicFile.write(seal.text, to: file)
    } catch {
      throw SealError(.cannotWrite(error))
    }
  }

  /// Copies the files of the plan into a hidden folder, makes sure that they say what was sealed, and
  /// gives seal and folder their names.
  private func copy(_ origin: PlanOrigin, under seal: PlanSeal, _ file: String) throws {
    let parent = "\(origin.folder)/\(RevisionFolders.folder)"
    let hidden = ".\(seal.name).\(ProcessInfo.processInfo.processIdentifier).tmp"
    let folder = "\(parent)/\(hidden)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do throws(FileError) {
      for copied in origin.files {
        let path = folder + "/" + copied.name
        try AtomicFile.makeFolder(PartReader.parts(of: path).folder)
        try AtomicFile.write(try FileBytes.read(copied.path), to: path)
      }
    } catch {
      throw SealError(.cannotWrite(error))
    }
    let copy = try PlanFolder.load(revision: hidden, of: origin, isCopy: true)
    let again = try PlanSeal(
      of: copy.catalog, as: seal.name, tables: seal.isWhole ? nil : seal.tables.map(\.name),
      isOfCopy: true)
    guard again == seal else { throw SealError(.changedMeanwhile()) }
    // A revision without its seal can still be sealed; a seal without its revision would stand in the way.
    let final = "\(parent)/\(seal.name)"
    guard rename(folder, final) == 0 else { throw SealError(.cannotWrite(.current(final))) }
    do throws(SealError) {
      try write(seal, to: file)
    } catch {
      try? FileManager.default.removeItem(atPath: final)
      throw error
    }
  }
}
