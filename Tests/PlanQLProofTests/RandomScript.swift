import PlanQLData
import PlanQLSyntax
import TestSupport

/// Writes scripts at random that must be well typed: definitions, then a pipeline over a plan.
final class RandomScript {
  /// Which spellings the script is written in.
  enum Spelling { case en, zh, mixed }

  /// A value or a table that the script names.
  struct Binding {
    let name: String
    let type: DataType
  }

  struct TableBinding {
    let name: String
    let shape: Shape
  }

  struct DefinedFunction {
    let name: String
    let parameters: [DataType]
    let type: DataType
  }

  struct DefinedField {
    let name: String
    let table: String
    /// Nil where it is read without brackets.
    let parameters: [DataType]?
    let type: DataType
  }

  let plan: PlanPaths
  var random: Seeded
  let spelling: Spelling
  private var labelCount = 0
  var values: [Binding] = []
  var tables: [TableBinding] = []
  var functions: [DefinedFunction] = []
  var fields: [DefinedField] = []
  /// Names of values that are a field's in one of its spellings, which then has only the other.
  private var hiding: Set<String> = []
  /// How many holes of texts are open, in which no line ends.
  var holes = 0
  /// How many pipelines stand inside one another.
  var nesting = 0
  /// How much more may be written before only short things are.
  var budget = 60

  private init(plan: PlanPaths, seed: UInt64) {
    self.plan = plan
    self.random = Seeded(seed)
    self.spelling = [.en, .zh, .mixed, .mixed][Int(seed % 4)]
  }

  /// A script whose last statement is a pipeline, or now and then a single value.
  static func text(over plan: PlanPaths, seed: UInt64) -> String {
    RandomScript(plan: plan, seed: seed).script()
  }

  var catalog: Catalog { plan.catalog }

  private func script() -> String {
    var statements: [String] = []
    while chance(30), statements.count < 3 { statements.append(declaration()) }
    budget = 60
    if chance(4) {
      statements.append(item(simpleType(), .outside, 3))
    } else {
      let (text, _) = pipeline(.outside, stages: 1 + below(6), isResult: true)
      let caption = chance(15) ? "\(word(StatementWord.table.word)) \(textLiteral("t")): " : ""
      statements.append(caption + text)
    }
    return statements.joined(separator: chance(80) ? "\n" : " ; ")
  }

  private func declaration() -> String {
    switch below(5) {
    case 0:
      let type = pick([DataType.int, .number, .money(.yuan), .text, .period, .date, .bool])
      let name = newName("p")
      let value = expression(type, .outside, 1)
      values.append(.init(name: word(SpecialName.param.word) + "." + name, type: type))
      return "\(word(StatementWord.parameter.word)) \(name): \(typeName(type)) = \(value.text)"
    case 1:
      let type = simpleType()
      let value = item(type, .outside, 2)
      let name = (chance(25) ? hidingName() : nil) ?? newName("v")
      values.append(.init(name: name, type: type))
      return "\(word(StatementWord.binding.word)) \(name) = \(value)"
    case 2:
      let name = newName("t")
      let (text, shape) = pipeline(.outside, stages: below(3), isResult: false)
      tables.append(.init(name: name, shape: shape))
      return "\(word(StatementWord.binding.word)) \(name) = \(text)"
    case 3: return functionDefinition()
    case _: return fieldDefinition()
    }
  }

  /// One of the spellings of a field or a table of the plan, free to be a name of the script.
  private func hidingName() -> String? {
    let table = pick(catalog.tables).definition
    let name = pick(table.fields.map(\.name) + [table.name])
    guard name.en != name.zh, hiding.isDisjoint(with: [name.en, name.zh]) else { return nil }
    let text = chance(50) ? name.en : name.zh
    guard quoted(text) == text, SpecialName(text: text) == nil,
      !RandomScript.oddLabels.contains(text)
    else { return nil }
    hiding.insert(text)
    return text
  }

  /// Whether a value has the name of a field: in rows that have the field it names neither.
  func isHiding(_ name: String) -> Bool { hiding.contains(name) }

  private func functionDefinition() -> String {
    let name = newName("f")
    let (types, names, signature) = parameters()
    let type = simpleType()
    let before = values
    values += zip(names, types).map { Binding(name: $0, type: $1) }
    let value = expression(type, .outside, 2)
    values = before
    functions.append(.init(name: name, parameters: types, type: type))
    return "\(word(StatementWord.definition.word)) \(name)\(signature) = \(value.text)"
  }

  private func fieldDefinition() -> String {
    let table = pick(["projects", "units", "progress", "funding"])
    let name = newName("g")
    let definition = catalog.tables[catalog.table(named: table) ?? 0].definition
    let type = simpleType()
    let takesValues = chance(40)
    let (types, names, signature) = parameters()
    let before = values
    if takesValues { values += zip(names, types).map { Binding(name: $0, type: $1) } }
    let value = expression(type, Scope.outside.inside(shape(of: table), .argument), 2)
    values = before
    fields.append(
      .init(name: name, table: table, parameters: takesValues ? types : nil, type: type))
    let owner = spelled(definition.rowName)
    return "\(word(StatementWord.definition.word)) \(owner).\(name)\(takesValues ? signature : "") "
      + "= \(value.text)"
  }

  private func parameters() -> (types: [DataType], names: [String], signature: String) {
    let types = (0..<1 + below(2)).map { _ in
      pick([DataType.int, .number, .money(.yuan), .text, .date, .period, .entity("units")])
    }
    let names = types.map { _ in newName("k") }
    let written = zip(names, types).map { "\($0): \(typeName($1))" }
    return (types, names, "(" + written.joined(separator: ", ") + ")")
  }

  private func typeName(_ type: DataType) -> String {
    switch type {
    case .bool: word(TypeWord.bool.word)
    case .int: word(TypeWord.int.word)
    case .number: word(TypeWord.number.word)
    case .money: word(TypeWord.money.word)
    case .text: word(TypeWord.text.word)
    case .date: word(TypeWord.date.word)
    case .period: word(TypeWord.period.word)
    case .duration: word(TypeWord.duration.word)
    case .entity(let table):
      catalog.table(named: table).map { spelled(catalog.tables[$0].definition.rowName) } ?? table
    case .enumeration, .list, .missing, .invalid: word(TypeWord.text.word)
    }
  }
}

extension RandomScript {
  func below(_ limit: Int) -> Int { Int.random(in: 0..<max(limit, 1), using: &random) }

  func chance(_ percent: Int) -> Bool { below(100) < percent }

  func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// One of both spellings, as the script is written.
  func spelled(_ name: Name) -> String {
    if hiding.contains(name.en) { return name.zh }
    if hiding.contains(name.zh) { return name.en }
    return switch spelling {
    case .en: name.en
    case .zh: name.zh
    case .mixed: chance(50) ? name.en : name.zh
    }
  }

  func word(_ word: Word) -> String { spelled(word.name) }

  /// A name of the script's own that nothing else has.
  func newName(_ start: String) -> String {
    labelCount += 1
    return start + String(labelCount) + (chance(20) ? "号" : "")
  }

  /// A label for a column, now and then one that reads like a word of the language.
  func label(in shape: Shape, beside taken: [Name] = []) -> String {
    let odd = pick(RandomScript.oddLabels)
    if chance(25), !shape.contains(Name(odd)), !taken.contains(where: { $0.matches(odd) }) {
      return odd
    }
    return newName("c")
  }

  /// Words that stand elsewhere in the language, where an operand is due only names.
  static let oddLabels = [
    "by", "desc", "in", "on", "where", "count", "sum", "as", "to", "and", "within", "split", "over",
    "按", "降序", "取自", "其中", "求和", "同一", "折合", "对应", "is", "matches", "then", "else", "year_",
    "evenly",
    "take", "且", "属于", "starts", "let", "title_", "有值", "a b", "除外", "for", "if_", "total", "sort",
  ]

  /// The types that columns have.
  func simpleType() -> DataType {
    pick([
      .bool, .int, .int, .number, .number, .number(RandomPlan.area), .money(.yuan), .money(.yuan),
      .text, .text, .date, .period, .duration(.days), .duration(.months), enumeration("status"),
      enumeration("source"), .entity("units"), .entity("units"), .entity("projects"),
      .entity("indicators"),
    ])
  }

  /// The enumeration that a field of that name has.
  func enumeration(_ field: String) -> DataType {
    catalog.tables.lazy.flatMap(\.definition.fields).first {
      if case .enumeration = $0.type { $0.name.en == field } else { false }
    }?.type ?? .bool
  }
}
