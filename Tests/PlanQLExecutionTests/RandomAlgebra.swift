import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Numbers that a seed decides.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    self.state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Well-typed algebra and small plans at random.
final class RandomAlgebra {
  var numbers: SeededNumbers
  let catalog: Catalog
  private var columnCount = 0
  private var spanCount = 0
  /// The lets made so far.
  private(set) var bindings: [ScriptBinding] = []
  private var boundColumns: [Int: [Visible]] = [:]

  /// A column that an expression may read.
  struct Visible {
    let id: ColumnID
    let type: DataType
  }

  /// How many of a hundred whole numbers are so large that sums of them overflow.
  let hugeChance: Int

  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    self.hugeChance = seed % 3 == 0 ? 25 : 2
    self.catalog = RandomPlan.catalog(&numbers)
    self.numbers = numbers
  }

  static let kind = Enumeration("kind", [.init("a", "甲"), .init("b", "乙"), .init("c", "丙")])

  func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
  func chance(_ percent: Int) -> Bool { below(100) < percent }
  func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  func newColumn() -> ColumnID {
    columnCount += 1
    return ColumnID(columnCount)
  }

  func newSpan() -> SourceSpan {
    spanCount += 1
    return SourceSpan(spanCount, spanCount + 1)
  }

  func make(_ kind: Scalar.Kind, _ type: DataType) -> Scalar {
    Scalar(kind, type: type, isOptional: true, span: newSpan())
  }

  func make(_ kind: Step.Kind) -> Step { Step(kind, span: newSpan()) }

  /// A script of a few lets and a query.
  func query() -> TableQuery {
    for _ in 0..<below(3) { addBinding() }
    let (step, columns) = pipeline([], depth: 3)
    let shown = (0..<1 + below(4)).map { _ in
      let value = scalar(simpleType(), columns, depth: 2)
      return OutputColumn(
        name: "c", caption: LocalizedText("c"), value: value, display: .plain)
    }
    return TableQuery(step: step, columns: shown, footer: nil)
  }

  func simpleType() -> DataType {
    pick([
      .bool, .int, .int, .number, .money(.yuan), .money(.yuan), .text, .text, .date, .period,
      .enumeration(RandomAlgebra.kind), .entity("units"), .entity("projects"),
      .list(.entity("units")), .list(.text),
    ])
  }

  private func addBinding() {
    if chance(40) {
      bindings.append(.value(scalar(pick([.int, .number, .money(.yuan)]), [], depth: 3)))
      return
    }
    let (step, columns) = pipeline([], depth: 2)
    let own = columns.filter { column in step.makes.contains(column.id) }
    boundColumns[bindings.count] = own
    bindings.append(.rows(step, columns: own.map(\.id)))
  }

  /// A `let` that holds rows: the step that reads it and its columns.
  func boundStep() -> (Step, [Visible])? {
    guard let slot = boundColumns.keys.sorted().last, let columns = boundColumns[slot] else {
      return nil
    }
    let renamed = columns.map { (Step.Renaming(source: $0.id, id: newColumn()), $0.type) }
    let step = make(.bound(slot: slot, columns: renamed.map(\.0)))
    return (step, renamed.map { Visible(id: $0.0.id, type: $0.1) })
  }

  /// A `let` that holds a value of a type.
  func boundValue(_ type: DataType) -> Scalar? {
    for (slot, binding) in bindings.enumerated() {
      if case .value(let scalar) = binding, scalar.type == type { return make(.bound(slot), type) }
    }
    return nil
  }
}

extension Step {
  /// The columns that the step's rows have.
  var makes: Set<ColumnID> {
    switch kind {
    case .one: []
    case .scan(_, let row): [row]
    case .bound(_, let columns): Set(columns.map(\.id))
    case .elements(_, let element, _): [element]
    case .flatten(let input, _, let element, _): input.makes.union([element])
    case .filter(let input, _), .sort(let input, _), .slice(let input, _, _, _),
      .distinct(let input, _):
      input.makes
    case .extend(let input, let definitions): input.makes.union(definitions.map(\.id))
    case .aggregate(_, let keys, let aggregates): Set(keys.map(\.id) + aggregates.map(\.id))
    case .window(let input, let aggregates): input.makes.union(aggregates.map(\.id))
    case .expand(let input, _, let element, let shares):
      input.makes.union([element]).union(shares.map(\.id))
    case .spread(let input, let spreading): input.makes.union([spreading.part, spreading.share])
    case .join(let left, let right, _): left.makes.union(right.makes)
    case .append(_, _, let columns): Set(columns.map(\.id))
    case .fill(_, let filling): Set(filling.keys.map(\.id) + filling.columns.map(\.id))
    }
  }
}

/// Small plans of three tables with every type of field, ties and missing values.
enum RandomPlan {
  static let units = [
    Field(Name("name"), .text), Field(Name("kind"), .enumeration(RandomAlgebra.kind)),
    Field(Name("parent"), .entity("units")), Field(Name("score"), .number),
  ]
  static let projects = [
    Field(Name("name"), .text), Field(Name("lead"), .entity("units")),
    Field(Name("units"), .list(.entity("units"))), Field(Name("amount"), .money(.yuan)),
    Field(Name("n"), .int), Field(Name("rate"), .number), Field(Name("day"), .date),
    Field(Name("period"), .period), Field(Name("flag"), .bool),
    Field(Name("kind"), .enumeration(RandomAlgebra.kind)), Field(Name("tags"), .list(.text)),
    Field(Name("huge"), .int),
  ]
  static let reports = [
    Field(Name("project"), .entity("projects")), Field(Name("value"), .number),
    Field(Name("paid"), .money(.yuan)), Field(Name("day"), .date),
  ]

  static func catalog(_ numbers: inout SeededNumbers) -> Catalog {
    func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
    let unitCount = below(9)
    let projectCount = below(10) == 0 ? 0 : below(10) < 5 ? below(12) : 20 + below(200)
    let reportCount = below(60)
    func link(_ table: String, _ count: Int) -> Value {
      count == 0 || below(5) == 0 ? .missing : .entity(table, row: below(count))
    }
    func value(_ field: Field, _ row: Int) -> Value {
      if below(6) == 0 { return .missing }
      switch field.type {
      case .bool: return .bool(below(2) == 0)
      case .int:
        if field.name.en == "huge" { return .int(below(7) == 0 ? Int64.max - 2 : Int64(below(5))) }
        return .int(Int64(below(9)) - 3)
      case .number: return .number([0.1, 0.2, -0.3, 1e16, 1, -1e16, 3.5, 0, -0.0][below(9)])
      case .money: return .money(Money(minorUnits: Int64(below(9)) * 333 - 500))
      case .text: return .text(["水", "air", "Air", "湿地", "", "林", "zz"][below(7)])
      case .date: return .date(Day(number: 18_600 + Int32(below(6)) * 100))
      case .period:
        let start = 18_628 + Int32(below(5)) * 200
        return .period(
          Period(
            startNumber: below(9) == 0 ? Period.openStart : start,
            endNumber: below(9) == 0 ? Period.openEnd : start + Int32(below(4)) * 250))
      case .enumeration: return .enumeration(below(3))
      case .entity("units"):
        let row = field.name.en == "parent" ? row : unitCount
        return link("units", row)
      case .entity(let table): return link(table, projectCount)
      case .list(.text): return .list((0..<below(4)).map { _ in .text(["a", "b", "水"][below(3)]) })
      case .list:
        return .list(
          (0..<below(4)).map { _ in link("units", unitCount) }.filter { !$0.isMissing })
      case .duration, .missing, .invalid: return .missing
      }
    }
    func table(_ name: String, _ fields: [Field], _ count: Int) -> StoredTable {
      let columns = fields.map { field in
        Column(type: field.type, values: (0..<count).map { value(field, $0) })
      }
      return StoredTable(
        definition: TableDefinition(Name(name), rowName: Name(name), fields: fields),
        columns: columns, count: count)
    }
    return Catalog(tables: [
      table("units", units, unitCount), table("projects", projects, projectCount),
      table("reports", reports, reportCount),
    ])
  }
}
