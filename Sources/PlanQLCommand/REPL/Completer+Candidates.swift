import PlanQL
import PlanQLData
import PlanQLLibrary
import PlanQLReference
import PlanQLSemantics
import PlanQLSyntax

extension Completer {
  /// The tables of the plan.
  var tables: [Candidate] {
    catalog.tables.map {
      Candidate(
        $0.definition.name, ReferenceKind.table.title[language], $0.definition.doc[language])
    }
  }

  /// The names that the dialogue has given.
  var own: [Candidate] {
    names.map { name in
      definitions.first { $0.table == nil && $0.name == name }.map { candidate($0) }
        ?? Candidate(Name(name), "", "")
    }
  }

  /// A function or a computed field that the dialogue has defined.
  private func candidate(_ definition: DefinitionOutline) -> Candidate {
    let type =
      definition.signature?[language]
      ?? definition.type.map { catalog.title(of: $0)[language] } ?? ""
    return Candidate(
      Name(definition.name), type, "", suffix: definition.signature == nil ? "" : "(")
  }

  /// The words that begin a statement.
  var statements: [Candidate] {
    StatementWord.allCases.map(\.word).map {
      Candidate($0.name, ReferenceKind.statement.title[language], $0.doc[language])
    }
  }

  /// The words that begin a stage.
  var stages: [Candidate] {
    StageWord.allCases.map(\.signature).map {
      Candidate($0.name, "", $0.summary[language])
    }
  }

  /// Truth values, special names, words before a value, named periods.
  var constants: [Candidate] {
    let words =
      LiteralWord.allCases.map(\.word) + SpecialName.allCases.map(\.word)
      + [PrefixWord.not, .if, .case].map(\.word)
    return words.map { Candidate($0.name, "", $0.doc[language]) }
      + catalog.namedPeriods.map { Candidate($0.name, DataType.period.title(language), "") }
  }

  /// The functions that are called by name.
  var functions: [Candidate] {
    let aggregates = Library.aggregates.map {
      Candidate($0.name, $0.signature[language], $0.doc[language], suffix: "(")
    }
    return aggregates
      + Library.functions.filter { !Reference.operatorFunctions.contains($0.name.en) }.map {
        Candidate(
          $0.name, $0.overloads.first?.signature[language] ?? "", $0.doc[language], suffix: "(")
      }
  }

  /// The units that a value can be shown in.
  var units: [Candidate] {
    MeasureUnit.all.map { Candidate($0.name, "", "") }
  }

  /// What a chart can be drawn as.
  var charts: [Candidate] {
    ChartKind.allCases.map(\.word).map { Candidate($0.name, "", $0.doc[language]) }
  }

  /// The variables of the loops around the place.
  func variables(_ place: CompletionPlace) -> [Candidate] {
    place.loops.map { Candidate(Name($0.variable), "", "", suffix: "") }
  }

  /// The clauses of the stage, then the operators that go on from a value.
  func operations(_ place: CompletionPlace) -> [Candidate] {
    let clauses = (place.stage?.clauses ?? []).map(\.word)
    let operators = BinaryOperator.allCases.compactMap { operation in
      operation.word.flatMap { operation.record.negates == nil ? $0 : nil }
    }
    return
      (clauses + operators + PresenceTest.allCases.map(\.word) + DisplayWord.allCases.map(\.word))
      .map { Candidate($0.name, "", $0.doc[language]) }
  }

  /// The fields of the rows of the stage.
  func rowFields(_ place: CompletionPlace) -> [Candidate] {
    place.pipeline.isEmpty ? [] : rowFields(of: place.pipeline)
  }

  private func rowFields(of pipeline: String) -> [Candidate] {
    let found = fields(pipeline)
    let docs = source(of: pipeline)
    let stored = found.stored.map { field in
      let doc = docs?.definition.field(named: field.name.en)
        .flatMap { docs?.definition.fields[$0].doc[language] }
      let type = catalog.title(of: field.type, in: field.display.unit)[language]
      return Candidate(field.name, type, doc ?? "", suffix: "")
    }
    return stored + found.computed.map { candidate($0) }
  }

  /// The table that a pipeline begins with.
  private func source(of pipeline: String) -> StoredTable? {
    let name = pipeline.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return catalog.table(named: String(name)).map { catalog.tables[$0] }
  }

  /// The fields and back links of the rows that a path leads to.
  func members(of path: [String], at place: CompletionPlace) -> [Candidate] {
    if path.count == 1, let name = SpecialName(text: path[0]), name == .plan { return tables }
    if path.count == 1, let loop = place.loops.first(where: { $0.variable == path[0] }) {
      return members(ofTurn: loop)
    }
    guard let name = target(of: path, at: place), let index = catalog.table(named: name) else {
      return []
    }
    return members(ofTable: index) + definitions.filter { $0.table == name }.map { candidate($0) }
  }

  /// The columns of a loop's variable, and the back links of its row.
  private func members(ofTurn loop: CompletionPlace.Loop) -> [Candidate] {
    let columns = rowFields(of: loop.pipeline)
    guard let table = source(of: loop.pipeline),
      let index = catalog.table(named: table.definition.name.en)
    else { return columns }
    let known = Set(columns.map(\.name.en))
    return columns + members(ofTable: index).filter { !known.contains($0.name.en) }
  }

  private func members(ofTable index: Int) -> [Candidate] {
    let fields = catalog.tables[index].definition.fields.map {
      Candidate(
        $0.name, catalog.title(of: $0.type, in: $0.display.unit)[language], $0.doc[language],
        suffix: "")
    }
    let links = catalog.backLinks[index].map { link in
      Candidate(
        link.name, "[\(catalog.tables[link.table].definition.rowName[language])]",
        catalog.tables[link.table].definition.doc[language], suffix: "")
    }
    return fields + links
  }

  /// The English name of the table whose rows a path leads to.
  private func target(of path: [String], at place: CompletionPlace) -> String? {
    guard let first = path.first else { return nil }
    var names = path.dropFirst()
    var current: String?
    if let field = fields(place.pipeline).stored.first(where: { $0.name.matches(first) }) {
      current = field.type.linkedTable
    } else if let loop = place.loops.first(where: { $0.variable == first }) {
      current = source(of: loop.pipeline)?.definition.name.en
    } else if let special = SpecialName(text: first) {
      switch special {
      case .plan:
        current = names.popFirst().flatMap { catalog.table(named: $0) }
          .map { catalog.tables[$0].definition.name.en }
      case .this: current = source(of: place.pipeline)?.definition.name.en
      case .param, .outer: current = nil
      }
    } else {
      current = catalog.table(named: first).map { catalog.tables[$0].definition.name.en }
    }
    for name in names { current = current.flatMap { linked(from: $0, by: name) } }
    return current
  }

  private func linked(from table: String, by name: String) -> String? {
    guard let index = catalog.table(named: table) else { return nil }
    if let link = catalog.backLinks[index].first(where: { $0.name.matches(name) }) {
      return catalog.tables[link.table].definition.name.en
    }
    let definition = catalog.tables[index].definition
    return definition.field(named: name).flatMap { definition.fields[$0].target }
  }

  /// The values of an enumeration, or the names of entities, that a field may be compared with.
  func values(comparedWith path: [String], at place: CompletionPlace) -> [String] {
    guard let type = type(of: path, at: place) else { return [] }
    switch type {
    case .list(let element): return values(of: element, place)
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .entity,
      .missing, .invalid:
      return values(of: type, place)
    }
  }

  private func values(of type: DataType, _ place: CompletionPlace) -> [String] {
    switch type {
    case .enumeration(let enumeration):
      let isChinese = place.pipeline.unicodeScalars.contains { $0.properties.isIdeographic }
      let preferred: Language = isChinese ? .zh : .en
      return enumeration.cases.map { item in
        let other = item.name[preferred == .en ? .zh : .en]
        let isOther = !place.word.isEmpty && other.hasPrefix(place.word)
        return isOther ? other : item.name[preferred]
      }
    case .entity(let name):
      guard let index = catalog.table(named: name) else { return [] }
      let table = catalog.tables[index]
      return (0..<min(table.count, Completer.limit)).map { table.title(ofRow: $0) }
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .list, .missing,
      .invalid:
      return []
    }
  }

  private func type(of path: [String], at place: CompletionPlace) -> DataType? {
    guard let last = path.last else { return nil }
    if path.count == 1 {
      return fields(place.pipeline).stored.first { $0.name.matches(last) }?.type
    }
    guard let table = target(of: Array(path.dropLast()), at: place),
      let index = catalog.table(named: table)
    else { return nil }
    let definition = catalog.tables[index].definition
    return definition.field(named: last).map { definition.fields[$0].type }
  }
}

extension DataType {
  /// The English name of the table that a link, or a list of links, leads to.
  fileprivate var linkedTable: String? {
    switch self {
    case .entity(let table): table
    case .list(let element): element.linkedTable
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .missing,
      .invalid:
      nil
    }
  }
}
