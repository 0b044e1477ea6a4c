package import PlanQLData

/// What an import wrote into a folder, kept there in `import.files` so that the next one can tell what
/// was changed by hand since: the digests of the files, and of the entries of `plan.yaml`.
struct ImportRecord: Sendable {
  static let fileName = "import.files"

  /// The digests of files by their names.
  private(set) var files: [String: UInt64] = [:]
  /// The digests of the entries of `plan.yaml` by their keys.
  private(set) var entries: [String: UInt64] = [:]

  /// A record of nothing yet.
  init() {}

  /// Reads the record in a folder; one without lines where there is none.
  init(in folder: String) throws(FileError) {
    let path = folder + "/" + ImportRecord.fileName
    guard FileBytes.isFile(path) else { return }
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let digest = UInt64(parts[0], radix: 16) else { continue }
      let name = parts[1].split(separator: "#", maxSplits: 1)
      if name.count == 2, name[0] == ImportResult.planFile {
        entries[String(name[1])] = digest
      } else {
        files[String(parts[1])] = digest
      }
    }
  }

  /// Notes a file that was written.
  mutating func add(_ name: String, _ digest: UInt64) { files[name] = digest }

  /// Notes the entries of a `plan.yaml` as the import makes them.
  mutating func add(planFile text: String) {
    for entry in PlanFileEntries(text)?.entries ?? [] {
      entries[entry.key] = FileDigest.of(entry.text)
    }
  }

  /// The record as it is kept.
  var text: String {
    let lines =
      files.sorted { $0.key < $1.key }.map { (ImportRecord.hex($0.value), $0.key) }
      + entries.sorted { $0.key < $1.key }.map {
        (ImportRecord.hex($0.value), ImportResult.planFile + "#" + $0.key)
      }
    return "# What planql import wrote, by which the next import tells what was changed by hand.\n"
      + lines.map { "\($0.0) \($0.1)\n" }.joined()
  }

  private static func hex(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What an import did to a folder that was there.
package struct FolderChanges: Sendable, Hashable {
  /// The entries of `plan.yaml` that were kept as they were written by hand.
  package fileprivate(set) var kept: [String] = []
  /// The files that say something else than before.
  package fileprivate(set) var replaced: [String] = []
  /// The tables of the import before that this one has not.
  package fileprivate(set) var removed: [String] = []
  /// What was changed by hand and was replaced all the same.
  package fileprivate(set) var discarded: [String] = []

  /// A folder that was not there.
  package init() {}

  /// What to say of it, a line for each kind.
  package var lines: [LocalizedText] {
    func line(_ names: [String], _ en: String, _ zh: String) -> LocalizedText? {
      guard !names.isEmpty else { return nil }
      return LocalizedText(
        en: en + names.joined(separator: ", "), zh: zh + names.joined(separator: "、"))
    }
    return [
      line(kept, "kept as written by hand: ", "保留了手工写的内容："),
      line(replaced, "replaced what was there: ", "替换了原有的内容："),
      line(removed, "removed, as only the import before had them: ", "删除了只有上次导入才有的表："),
      line(discarded, "discarded though changed by hand: ", "手工改过而被替换："),
    ].compactMap { $0 }
  }
}

extension ImportResult {
  static let planFile = "plan.yaml"

  /// Writes the folder: all files are written out before the first takes its place. What was written
  /// by hand into the `plan.yaml` that is there stays. Tables of the import before that this one has not
  /// are removed, and a folder that holds tables of no import is refused, since they would be taken for
  /// part of this plan; and unless `replacing` one with files that were changed by hand since they were
  /// imported, since the changes would be lost.
  @discardableResult
  package func write(
    to folder: String, replacing: Bool = false
  ) throws(FileError) -> FolderChanges {
    let last = try ImportRecord(in: folder)
    let declared = try ImportResult.declaredTables(in: folder)
    var record = ImportRecord()
    var changes = FolderChanges()
    changes.removed = try tablesOnlyOf(last, in: folder, but: declared)
    var conflicts: [String] = []
    for name in changes.removed
    where try FileDigest.of(fileAt: folder + "/" + name) != last.files[name] {
      conflicts.append(name)
    }
    let staleMap = [HeadingMap.fileName].filter { name in
      !names.contains(name) && FileBytes.isFile(folder + "/" + name)
    }
    try AtomicFile.write(folder: folder, removing: changes.removed + staleMap) {
      open throws(FileError) in
      let planText = self.planText
      var merged: MergedPlanFile?
      if let present = try ImportResult.text(in: folder, ImportResult.planFile) {
        let found = MergedPlanFile(planText, over: present, written: last.entries)
        changes.kept = found.kept.map { "plan.yaml \($0)" }
        conflicts += found.conflicts.map { $0.isEmpty ? "plan.yaml" : "plan.yaml \($0)" }
        merged = found
      }
      record.add(planFile: planText)
      var texts: [(name: String, text: OutputText)] = []
      try write(planText: merged?.text ?? planText) { name throws(FileError) in
        let text = try open(name)
        texts.append((name, text))
        return text
      }
      for (name, text) in texts where name != ImportResult.planFile {
        let digest = text.digest
        record.add(name, digest)
        guard name != HeadingMap.fileName,
          let present = try FileDigest.of(fileAt: folder + "/" + name), present != digest
        else { continue }
        if last.files[name] != present {
          conflicts.append(name)
        } else {
          changes.replaced.append(name)
        }
      }
      if !conflicts.isEmpty, !replacing {
        throw FileError(path: folder, reason: ImportResult.changedByHand(conflicts))
      }
      try open(ImportRecord.fileName).write(record.text)
    }
    changes.discarded = conflicts
    return changes
  }

  /// The tables in a folder that the import before wrote and this one does not; throws where there
  /// are others.
  private func tablesOnlyOf(
    _ last: ImportRecord, in folder: String, but declared: Set<String>
  ) throws(FileError) -> [String] {
    let names = Set(names)
    let others = ImportResult.tableFiles(in: folder).filter { !names.contains($0) }
    let foreign = others.filter {
      last.files[$0] == nil && !declared.contains($0)
        && !declared.contains(TableFile.tableName(of: $0))
    }
    guard foreign.isEmpty else {
      let en = foreign.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      let zh = foreign.prefix(3).map { "“\($0)”" }.joined(separator: "、")
      let rest = foreign.count - 3
      throw FileError(
        path: folder,
        reason: LocalizedText(
          en: "holds tables that are not of this import: \(en)"
            + (rest > 0 ? " and \(rest) more" : ""),
          zh: "文件夹中有不属于本次导入的表：\(zh)" + (rest > 0 ? "等 \(foreign.count) 个" : "")))
    }
    return others.filter { last.files[$0] != nil }
  }

  /// The tables that the `plan.yaml` in a folder declares, or the files it names for them, which stay. Throws where it cannot
  /// be read, since what was written into it by hand would be lost.
  private static func declaredTables(in folder: String) throws(FileError) -> Set<String> {
    guard let text = try text(in: folder, planFile) else { return [] }
    var log = IssueLog()
    let content = TreeContent.read(Array(text.utf8), as: planFile, .yaml, log: &log)
    guard let content else {
      let issue = log.sorted().first
      let place = [issue?.line, issue?.column].compactMap { $0.map { ":\($0)" } }.joined()
      throw FileError(
        path: folder + "/" + planFile + place,
        reason: issue?.message ?? LocalizedText(en: "it cannot be read", zh: "无法读取"))
    }
    let tables = content.rest?.mapping?.first { $0.key == "tables" }?.value.mapping ?? []
    return Set(
      tables.map { entry in
        entry.value.mapping?.first { $0.key == "file" }?.value.scalar ?? entry.key
      })
  }

  private static func text(in folder: String, _ name: String) throws(FileError) -> String? {
    let path = folder + "/" + name
    guard FileBytes.isFile(path) else { return nil }
    return String(decoding: try FileBytes.read(path), as: UTF8.self)
  }

  private static func changedByHand(_ names: [String]) -> LocalizedText {
    let en = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let zh = names.prefix(5).map { "“\($0)”" }.joined(separator: "、")
    return LocalizedText(
      en: "what this import would replace was changed by hand since it was imported, or was not "
        + "imported: \(en) (--replace discards those changes)",
      zh: "本次导入将替换的内容在导入之后手工改过，或不是导入的：\(zh)（--replace 放弃这些改动）")
  }
}
