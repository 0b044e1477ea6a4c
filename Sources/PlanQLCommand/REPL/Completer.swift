import PlanQL
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Finds the words that fit where the cursor stands. It reads the plan's definitions, never its rows, but for the
/// names of entities.
struct Completer {
  /// The most names of entities and other candidates that are offered.
  private static let limit = 400
  let catalog: Catalog
  let language: Language
  /// The fields of the rows that a pipeline gives; none where it has an error.
  let fields: (_ pipeline: String) -> [(name: Name, type: DataType)]
  /// The names that the dialogue has given: `_` and those of `let`.
  let names: [String]

  /// The words that fit at the end of `earlier` and of the first `offset` bytes of `line`.
  func completions(line: String, offset: Int, after earlier: String) -> Completions {
    let typed = String(decoding: line.utf8.prefix(offset), as: UTF8.self)
    if earlier.isEmpty, let body = DotCommand.body(of: typed) { return commands(typed, body) }
    let place = CompletionPlace(endOf: earlier + typed)
    let start = place.start - earlier.utf8.count
    guard start >= 0 else { return .none }
    return Completions(start: start, candidates: candidates(at: place))
  }

  private func candidates(at place: CompletionPlace) -> [Completion] {
    let spelling = Spelling(word: place.word, context: place.pipeline, language: language)
    switch place.kind {
    case .statement:
      return spelling.matching(tables + own + statements)
    case .stage: return spelling.matching(stages)
    case .member(let path): return spelling.matching(members(of: path, at: place))
    case .operand: return spelling.matching(rowFields(place) + own + constants + functions + tables)
    case .comparand(let path):
      let values = values(comparedWith: path, at: place)
      if place.word.isEmpty, !values.isEmpty {
        return values.map { Completion(text: "\"\($0)\"", suffix: " ", type: "", doc: "") }
      }
      return spelling.matching(rowFields(place) + own + constants + functions + tables)
    case .operation: return spelling.matching(operations(place))
    case .unit: return spelling.matching(units)
    case .text(let path, let closing):
      return values(comparedWith: path, at: place).filter { $0.hasPrefix(place.word) }
        .map { Completion(text: $0, suffix: closing, type: "", doc: "") }
    case .nothing: return []
    }
  }

  private func commands(_ typed: String, _ body: Substring) -> Completions {
    let parts = body.split(maxSplits: 1, omittingEmptySubsequences: false) { $0.isWhitespace }
    let nameEnd = typed.utf8.count - body.utf8.count
    guard parts.count == 2 else {
      let found = DotCommand.all.map { Candidate($0.name, "", $0.doc[language], suffix: " ") }
      let spelling = Spelling(word: String(body), context: "", language: language)
      return Completions(start: nameEnd, candidates: spelling.matching(found))
    }
    let word = String(parts[1].drop { $0.isWhitespace })
    let spelling = Spelling(word: word, context: "", language: language)
    return Completions(
      start: typed.utf8.count - word.utf8.count,
      candidates: spelling.matching(arguments(of: String(parts[0]))))
  }

  private func arguments(of command: String) -> [Candidate] {
    guard let command = try? DotCommand.named(command) else { return [] }
    switch command.action {
    case .schema: return tables
    case .help: return tables + stages + statements + functions
    case .format: return Dialogue.formats.map { Candidate(Name($0.name), "", $0.doc[language]) }
    case .language: return Language.allCases.map { Candidate(Name($0.rawValue), "", "") }
    case .tables, .open, .quit: return []
    }
  }
}

/// A word in both spellings before one of them is chosen.
struct Candidate {
  let name: Name
  let type: String
  let doc: String
  let suffix: String

  init(_ name: Name, _ type: String, _ doc: String, suffix: String = " ") {
    self.name = name
    self.type = type
    self.doc = doc
    self.suffix = suffix
  }
}

/// Chooses the spelling in which words are offered: that of what is typed already.
private struct Spelling {
  let word: String
  let language: Language

  init(word: String, context: String, language: Language) {
    self.word = word
    if !word.isEmpty {
      self.language = Spelling.isChinese(word) ? .zh : .en
    } else if !context.isEmpty {
      self.language = Spelling.isChinese(context) ? .zh : .en
    } else {
      self.language = language
    }
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// The candidates that begin with the word, each once, in their order.
  func matching(_ candidates: [Candidate]) -> [Completion] {
    var seen: Set<String> = []
    return candidates.compactMap { candidate in
      let preferred = [candidate.name[language], candidate.name.en, candidate.name.zh]
      guard
        let text = preferred.first(where: {
          $0.hasPrefix(word) || $0.lowercased().hasPrefix(word.lowercased())
        }), seen.insert(text).inserted
      else { return nil }
      return Completion(
        text: text, suffix: candidate.suffix, type: candidate.type, doc: candidate.doc)
    }
  }
}

extension Completer {
  private var tables: [Candidate] {
    catalog.tables.map {
      Candidate($0.definition.name, CommandText.tableWord[language], $0.definition.doc[language])
    }
  }

  private var own: [Candidate] { names.map { Candidate(Name($0), "", "") } }

  private var statements: [Candidate] {
    StatementWord.allCases.map(\.word).filter(\.isPart).map {
      Candidate($0.name, CommandText.statementWord[language], $0.doc[language])
    }
  }

  private var stages: [Candidate] {
    StageWord.allCases.map(\.signature).filter(\.isPart).map {
      Candidate($0.name, "", $0.summary[language])
    }
  }

  private var constants: [Candidate] {
    let words = LiteralWord.allCases.map(\.word) + SpecialName.allCases.map(\.word)
      + [PrefixWord.not, .if, .case].map(\.word)
    return words.map { Candidate($0.name, "", $0.doc[language]) }
      + catalog.namedPeriods.map { Candidate($0.name, DataType.period.title(language), "") }
  }

  private var functions: [Candidate] {
    let aggregates = Library.aggregates.map {
      Candidate($0.name, $0.signature[language], $0.doc[language], suffix: "(")
    }
    return aggregates
      + Library.functions.filter { !Completer.operators.contains($0.name.en) }.map {
        Candidate(
          $0.name, $0.overloads.first?.signature[language] ?? "", $0.doc[language], suffix: "(")
      }
  }

  /// The functions that are written as operators.
  private static let operators = Set(
    BinaryOperator.allCases.map(\.record.function)
      + ["not_equal", "negate", "range", "range_from", "range_until"])

  private var units: [Candidate] {
    MeasureUnit.all.map { Candidate($0.name, "", "") }
  }

  private func operations(_ place: CompletionPlace) -> [Candidate] {
    let clauses = (place.stage?.clauses ?? []).map(\.word)
    let operators = BinaryOperator.allCases.compactMap { operation in
      operation.word.flatMap { operation.record.negates == nil ? $0 : nil }
    }
    return (clauses + operators + PresenceTest.allCases.map(\.word) + DisplayWord.allCases.map(\.word))
      .filter(\.isPart).map { Candidate($0.name, "", $0.doc[language]) }
  }

  private func rowFields(_ place: CompletionPlace) -> [Candidate] {
    guard !place.pipeline.isEmpty else { return [] }
    let found = fields(place.pipeline)
    let docs = source(of: place.pipeline)
    return found.map { field in
      let doc = docs?.definition.field(named: field.name.en)
        .flatMap { docs?.definition.fields[$0].doc[language] }
      return Candidate(field.name, catalog.title(of: field.type, language), doc ?? "", suffix: "")
    }
  }

  /// The table that a pipeline begins with.
  private func source(of pipeline: String) -> StoredTable? {
    let name = pipeline.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return catalog.table(named: String(name)).map { catalog.tables[$0] }
  }

  /// The fields and back links of the rows that a path leads to.
  private func members(of path: [String], at place: CompletionPlace) -> [Candidate] {
    if path.count == 1, let name = SpecialName(text: path[0]), name == .plan { return tables }
    guard let name = target(of: path, at: place), let index = catalog.table(named: name) else {
      return []
    }
    let fields = catalog.tables[index].definition.fields.map {
      Candidate($0.name, catalog.title(of: $0.type, language), $0.doc[language], suffix: "")
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
    if let field = fields(place.pipeline).first(where: { $0.name.matches(first) }) {
      current = field.type.linkedTable
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
  private func values(comparedWith path: [String], at place: CompletionPlace) -> [String] {
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
      return fields(place.pipeline).first { $0.name.matches(last) }?.type
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
      .invalid: nil
    }
  }
}

extension StageWord {
  /// The clauses that may follow the values of the stage.
  fileprivate var clauses: [ClauseWord] {
    switch self {
    case .summarize, .take, .skip: [.by]
    case .sort: [.descending, .ascending]
    case .expand: [.in, .split, .once]
    case .spread: [.over, .by, .evenly, .daily, .weights]
    case .filter, .select, .extend, .drop, .distinct, .total, .join, .leftJoin, .fullJoin,
      .append, .pivot, .fill, .cite, .label: []
    }
  }
}
