package import PlanQLData
import PlanQLLibrary

/// Algebra as indented text, for `planql explain` and the corpus: a step a line, its input above it.
package struct AlgebraText {
  private let catalog: Catalog
  private var lines: [String] = []
  private var numbers: [ColumnID: Int] = [:]

  /// The steps of a query and what is read off them.
  package static func text(of query: TableQuery, catalog: Catalog) -> String {
    var writer = AlgebraText(catalog)
    writer.write(query.step, depth: 0)
    let columns = query.columns.map { "\($0.name): \(writer.text($0.value))" }
    let verb = query.cross == nil ? "give" : "tabulate"
    writer.lines.append("\(verb) " + columns.joined(separator: ", "))
    if let footer = query.footer {
      writer.lines.append("total")
      writer.write(footer.step, depth: 1)
      let values = zip(query.columns, footer.values).compactMap { column, value in
        value.map { "\(column.name): \(writer.text($0))" }
      }
      writer.lines.append("  give " + values.joined(separator: ", "))
    }
    return writer.lines.map { $0 + "\n" }.joined()
  }

  /// The steps alone, without what is read off them.
  static func text(of step: Step, catalog: Catalog) -> String {
    var writer = AlgebraText(catalog)
    writer.write(step, depth: 0)
    return writer.lines.map { $0 + "\n" }.joined()
  }

  /// A single scalar.
  package static func text(of scalar: Scalar, catalog: Catalog) -> String {
    var writer = AlgebraText(catalog)
    return writer.text(scalar)
  }

  private init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// Columns are numbered in the order in which they are first named, so that the text does not depend on how the
  /// checker counts.
  private mutating func name(_ id: ColumnID) -> String {
    let number = numbers[id] ?? numbers.count + 1
    numbers[id] = number
    return "#\(number)"
  }

  private mutating func write(_ step: Step, depth: Int) {
    if let input = step.input { write(input, depth: depth) }
    let line = describe(step)
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  private mutating func describe(_ step: Step) -> String {
    switch step.kind {
    case .one: return "one"
    case .scan(let table, let row):
      return "scan \(catalog.tables[table].definition.title.en) as \(name(row))"
    case .bound(let slot, let columns):
      return "let \(slot + 1) as " + columns.map { name($0.id) }.joined(separator: ", ")
    case .elements(let list, let element, let isDistinct):
      return "elements\(isDistinct ? " distinct" : "") \(text(list)) as \(name(element))"
    case .flatten(_, let list, let element, let isDistinct):
      return "flatten\(isDistinct ? " distinct" : "") \(text(list)) as \(name(element))"
    case .filter(_, let condition): return "filter \(text(condition))"
    case .extend(_, let definitions): return "extend " + texts(definitions)
    case .aggregate(_, let keys, let aggregates):
      return "aggregate " + texts(aggregates) + (keys.isEmpty ? "" : " by " + texts(keys))
    case .window(_, let aggregates): return "window " + texts(aggregates)
    case .sort(_, let terms): return "sort " + texts(terms)
    case .slice(_, let skip, let take, let keys): return slice(skip, take, keys)
    case .distinct(_, let keys): return "distinct " + texts(keys)
    case .expand(_, let list, let element, let shares):
      let written = shares.map { " \($0.method) \(text($0.amount)) as \(name($0.id))" }
      return "expand \(text(list)) as \(name(element))" + written.joined()
    case .spread(_, let spreading): return spread(spreading)
    case .join(_, let right, let joining): return join(right, joining)
    case .append(_, let second, let columns):
      let rows = steps(second)
      let written = columns.map { "\(name($0.id)) = \(text($0.first)) / \(text($0.second))" }
      return "append {\(rows)} as \(written.joined(separator: ", "))"
    case .fill(_, let filling): return fill(filling)
    }
  }

  private mutating func slice(_ skip: Scalar?, _ take: Scalar?, _ keys: [Scalar]) -> String {
    var words = ["slice"]
    if let skip { words.append("skip \(text(skip))") }
    if let take { words.append("take \(text(take))") }
    if !keys.isEmpty { words.append("by \(texts(keys))") }
    return words.joined(separator: " ")
  }

  private mutating func spread(_ spreading: Step.Spreading) -> String {
    let method: String
    switch spreading.method {
    case .evenly: method = "evenly"
    case .daily: method = "daily"
    case .weights(let weights): method = "weights [\(texts(weights))]"
    }
    return "spread \(text(spreading.amount)) over \(text(spreading.period))"
      + " by \(spreading.grain.rawValue) \(method)"
      + " as \(name(spreading.part)), \(name(spreading.share))"
  }

  private mutating func join(_ right: Step, _ joining: Step.Joining) -> String {
    let rows = steps(right)
    var conditions = joining.keys.map { "\(text($0.left)) = \(text($0.right))" }
    if let condition = joining.condition { conditions.append(text(condition)) }
    return "\(joining.kind) join {\(rows)} on " + conditions.joined(separator: ", ")
  }

  private mutating func fill(_ filling: Step.Filling) -> String {
    let keys = filling.keys.map { key in
      "\(name(key.id)) = \(text(key.key))" + (key.values.map { " in \(text($0))" } ?? "")
    }
    let columns = filling.columns.map { column in
      let otherwise = text(column.otherwise, column.value.type)
      return "\(name(column.id)) = \(text(column.value)) else \(otherwise)"
    }
    return "fill " + (keys + columns).joined(separator: ", ")
  }

  private mutating func texts(_ definitions: [Step.Definition]) -> String {
    definitions.map { "\(name($0.id)) = \(text($0.value))" }.joined(separator: ", ")
  }

  private mutating func texts(_ definitions: [Step.AggregateDefinition]) -> String {
    definitions.map { "\(name($0.id)) = \(text($0.aggregate))" }.joined(separator: ", ")
  }

  private mutating func texts(_ terms: [SortTerm]) -> String {
    terms.map { text($0.value) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
  }

  private mutating func texts(_ scalars: [Scalar]) -> String {
    scalars.map { text($0) }.joined(separator: ", ")
  }

  private mutating func text(_ aggregate: Aggregate) -> String {
    let arguments = [aggregate.argument.map { text($0) }, aggregate.parameter.map { "\($0)" }]
    var words = [arguments.compactMap { $0 }.joined(separator: ", ")]
    if let condition = aggregate.condition { words.append("where \(text(condition))") }
    if !aggregate.distinct.isEmpty { words.append("distinct \(texts(aggregate.distinct))") }
    if !aggregate.sort.isEmpty { words.append("sort \(texts(aggregate.sort))") }
    if !aggregate.within.isEmpty { words.append("within \(texts(aggregate.within))") }
    let inside = words.filter { !$0.isEmpty }.joined(separator: " ")
    return "\(aggregate.function.rawValue)(\(inside))"
  }

  private mutating func text(_ scalar: Scalar) -> String {
    switch scalar.kind {
    case .literal(let value): return text(value, scalar.type)
    case .parameter(let place): return "param \(place + 1)"
    case .asOf: return "as_of"
    case .bound(let slot): return "let \(slot + 1)"
    case .column(let id): return name(id)
    case .field(let table, let field, let inner):
      let name = catalog.tables[table].definition.fields[field].name
      return name.isInternal ? "same(\(text(inner)))" : "\(text(inner)).\(name.en)"
    case .linking(let table, let field, let inner):
      let definition = catalog.tables[table].definition
      return "rows(\(definition.title.en).\(definition.fields[field].name.en) = \(text(inner)))"
    case .call(let resolved, let arguments):
      return "\(resolved.function.name.en)(\(texts(arguments)))"
    case .convert(let inner) where scalar.type.element.isLink: return "same(\(text(inner)))"
    case .convert(let inner): return "\(text(inner)) to \(scalar.type.title(.en))"
    case .and(let left, let right): return "(\(text(left)) and \(text(right)))"
    case .or(let left, let right): return "(\(text(left)) or \(text(right)))"
    case .not(let inner): return "not \(text(inner))"
    case .isKnown(let inner): return "known(\(text(inner)))"
    case .choose(let branches, let otherwise): return choice(branches, otherwise)
    case .coalesce(let left, let right): return "(\(text(left)) ?? \(text(right)))"
    case .list(let elements): return "[\(texts(elements))]"
    case .text(let parts): return text(parts)
    case .under(let left, let right, _, _): return "(\(text(left)) under \(text(right)))"
    case .above(let inner, _, _): return "above(\(text(inner)))"
    case .reduce(let step, let aggregate):
      let rows = steps(step)
      return "{\(rows) | \(text(aggregate))}"
    case .collect(let step, let value):
      let rows = steps(step)
      return "{\(rows) | collect \(text(value))}"
    case .sources(let values): return "sources(\(texts(values)))"
    }
  }

  private mutating func steps(_ step: Step) -> String {
    let before = step.input.map { steps($0) + " | " } ?? ""
    return before + describe(step)
  }

  private mutating func choice(_ branches: [Scalar.Branch], _ otherwise: Scalar?) -> String {
    let written = branches.map { "\(text($0.condition)): \(text($0.value))" }
    let last = otherwise.map { ["else: \(text($0))"] } ?? []
    return "case {\((written + last).joined(separator: ", "))}"
  }

  private mutating func text(_ parts: [Scalar.TextPart]) -> String {
    let written = parts.map { part in
      switch part {
      case .literal(let text): text
      case .value(let scalar, _): "{\(text(scalar))}"
      }
    }
    return "\"" + written.joined() + "\""
  }

  private func text(_ value: Value, _ type: DataType) -> String {
    switch value {
    case .missing: "missing"
    case .bool(let bit): String(bit)
    case .int(let int): String(int)
    case .number(let number): "\(number)"
    case .money(let money): "\(money)元"
    case .text(let text): "\"\(text)\""
    case .date(let day): "@\(day)"
    case .period(let period): "@\(period)"
    case .duration(let count, let unit): "\(count) \(unit)"
    case .enumeration(let code): enumerationText(code, type)
    case .entity(let table, let row): EntityTitles(catalog).title(of: table, row: row)
    case .list(let values):
      "[" + values.map { text($0, type.element) }.joined(separator: ", ") + "]"
    }
  }

  private func enumerationText(_ code: Int, _ type: DataType) -> String {
    if case .enumeration(let enumeration) = type, enumeration.cases.indices.contains(code) {
      return enumeration.cases[code].name.en
    }
    return String(code)
  }
}

extension Step {
  /// The step that gives this one its (first) rows; nil for a step that begins a pipeline.
  package var input: Step? {
    switch kind {
    case .one, .scan, .bound, .elements: nil
    case .flatten(let input, _, _, _), .filter(let input, _), .extend(let input, _),
      .aggregate(let input, _, _), .window(let input, _), .sort(let input, _),
      .slice(let input, _, _, _), .distinct(let input, _), .expand(let input, _, _, _),
      .spread(let input, _), .join(let input, _, _), .append(let input, _, _),
      .fill(let input, _):
      input
    }
  }
}

extension DataType {
  fileprivate var isLink: Bool {
    if case .entity = self { true } else { false }
  }
}
