import PlanQLData
import PlanQLSyntax

/// Definitions of other files.
extension Checker {
  /// Resolves `use "shared.planql"`: the names that the file gives are known from here on. It sees none of this one.
  mutating func checkUse(_ path: String, at span: SourceSpan) {
    // A file that could not be read was reported.
    guard let file = usedFiles[span] else {
      isFileMissing = true
      return
    }
    isFileMissing = isFileMissing || file.isBroken
    guard view.names.files.insert(file.name).inserted else { return }
    let names = fileNames[file.name] ?? checkFile(file)
    fileNames[file.name] = names
    take(names, of: file.name, at: span)
  }

  private mutating func checkFile(_ file: UsedFiles.File) -> ScriptNames {
    let names = ScriptNames()
    let outer = (
      written: writtenNames, declarations: bodyDeclarations, inFile: isInFile,
      current: expansion.current
    )
    writtenNames = WrittenNameIndex(WrittenName.all(in: file.statements, source: source))
    isInFile = true
    expansion.current = nil
    inView(NameView(names: names)) { checker in
      for statement in file.statements { checker.checkFileStatement(statement) }
    }
    (writtenNames, bodyDeclarations) = (outer.written, outer.declarations)
    (isInFile, expansion.current) = (outer.inFile, outer.current)
    return names
  }

  private mutating func checkFileStatement(_ statement: Statement) {
    switch statement.kind {
    case .binding, .definition, .use, .invalid: _ = checkStatement(statement)
    case .parameter, .check, .title, .text, .table, .chart, .loop, .condition, .result:
      report(.partOfUsedFile, at: statement.span)
    }
  }

  /// Makes the names of a file known here: those that it gives itself, not those of files that it uses.
  private mutating func take(_ names: ScriptNames, of file: String, at span: SourceSpan) {
    let own = names.origins.filter { $0.value.home === names }
    for (name, origin) in own.sorted(by: { $0.value.order < $1.value.order }) {
      if isDeclared(name) {
        report(.nameOfFileTaken(name, file), at: span)
        continue
      }
      declarationCount += 1
      view.names.origins[name] = ScriptNames.Origin(
        span: origin.span, order: declarationCount, home: names, homeOrder: origin.homeOrder)
      view.names.values[name] = names.values[name]
      view.names.functions[name] = names.functions[name]
    }
    for (table, fields) in names.fields.sorted(by: { $0.key < $1.key }) {
      let own = fields.filter { $0.value.definition.home === names }
      for (name, field) in own.sorted(by: { $0.value.order < $1.value.order }) {
        if view.names.fields[table]?[name] != nil {
          report(.nameOfFileTaken(name, file), at: span)
          continue
        }
        declarationCount += 1
        view.names.fields[table, default: [:]][name] = .init(
          definition: field.definition, order: declarationCount)
      }
    }
  }

  /// Help for a name that a file gives which is not used here.
  func fileHelp(_ name: String) -> LocalizedText? {
    let file = fileNames.keys.sorted().first { file in
      guard let names = fileNames[file] else { return false }
      return names.origins[name]?.home === names
        || names.fields.values.contains { $0[name]?.definition.home === names }
    }
    return file.map { .definedInFile(name, $0) }
  }

  /// Says that a script uses a file and none of its names.
  mutating func warnOfUnusedFile(_ path: String, at span: SourceSpan) {
    guard let file = usedFiles[span], let names = fileNames[file.name] else { return }
    let spans =
      names.origins.values.filter { $0.home === names }.map(\.span)
      + names.fields.values.flatMap { $0.values }.map(\.definition)
      .filter { $0.home === names }.map(\.written.name.span)
    if !spans.isEmpty, usedDeclarations.isDisjoint(with: spans) {
      warn(.unusedFile(path), at: span)
    }
  }
}
