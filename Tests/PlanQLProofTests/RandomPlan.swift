import PlanQLData
import PlanQLPlans
import PlanQLSyntax
import TestSupport

/// Makes small plans at random: the standard tables that scripts ask of, with missing values, and a table of
/// the plan's own.
struct RandomPlan {
  private var random: Seeded
  private var counts: [String: Int] = [:]

  private init(seed: UInt64) {
    self.random = Seeded(seed)
  }

  /// The plan of a seed, the same each time.
  static func catalog(seed: UInt64) -> Catalog {
    var plan = RandomPlan(seed: seed)
    return plan.catalog()
  }

  /// The tables with rows; the others of the standard ones stay empty.
  private static let filled: [String: ClosedRange<Int>] = [
    "sections": 2...4, "units": 3...7, "projects": 3...9, "indicators": 2...4,
    "observations": 3...10, "budgets": 2...6, "funding": 3...10, "progress": 4...12,
    "milestones": 2...6,
  ]

  private mutating func catalog() -> Catalog {
    let standard = StandardTables.all.map(\.emptyDefinition)
    let definitions = standard + [RandomPlan.parcels]
    for definition in definitions {
      let name = definition.name.en
      let range = name == "parcels" ? 3...8 : RandomPlan.filled[name] ?? 0...0
      counts[name] = name == "plan" ? 1 : Int.random(in: range, using: &random)
    }
    let tables = definitions.map { table($0) }
    return Catalog(
      tables: tables, namedPeriods: [(Name("fourteenth", "十四五"), years(2021, 2025))],
      asOf: Day(year: 2023, month: 6, day: 30), language: chance(50) ? .zh : .en,
      moneyUnit: chance(50) ? .named("万元") : nil)
  }

  /// A table that only this plan has.
  static let parcels = TableDefinition(
    Name("parcels", "地块"), rowName: Name("parcel", "地块"),
    fields: [
      Field(Name("label", "标牌"), .text), Field(Name("size", "大小"), .int),
      Field(Name("weight", "重量"), .number),
      Field(
        Name("area", "占地"), .number(RandomPlan.area), display: Display(unit: .named("亩"))),
      Field(Name("open", "开放"), .bool), Field(Name("seen", "查看日"), .date),
      Field(Name("lease", "租期"), .duration(.months)),
      Field(Name("owner", "业主"), .entity("units"), inverse: Name("parcels", "地块")),
      Field(Name("tags", "标签"), .list(.text)), Field(Name("marks", "分数"), .list(.int)),
    ], nameFields: ["label"])

  /// The dimension of areas.
  static let area: Dimension = {
    guard case .physical(let dimension)? = MeasureUnit.named("亩")?.kind else { return .none }
    return dimension
  }()

  private mutating func table(_ definition: TableDefinition) -> StoredTable {
    let count = counts[definition.name.en] ?? 0
    let columns = definition.fields.map { column($0, of: definition, count) }
    return StoredTable(
      definition: definition, columns: columns, count: count,
      sources: count == 0
        ? nil
        : RowSources(
          file: "\(definition.name.en).csv", lines: (0..<count).map { Int64($0 + 2) }))
  }

  private mutating func column(_ field: Field, of table: TableDefinition, _ count: Int) -> Column {
    let rate = field.isOptional && chance(70) ? Int.random(in: 0...40, using: &random) : 0
    let isName = table.nameFields.contains(field.name.en) && field.type != .list(.text)
    let values = (0..<count).map { row -> Value in
      if isName { return RandomPlan.name(row, table, field) }
      if field.name.en == table.parentField {
        // Rows lie under earlier ones only, so that no row lies under itself.
        return row == 0 || chance(30)
          ? .missing : .entity(table.name.en, row: Int.random(in: 0..<row, using: &random))
      }
      return chance(rate) ? .missing : value(field.type)
    }
    return Column(type: field.type, values: values)
  }

  /// What a row is called: no two of a table alike.
  static func name(_ row: Int, _ table: TableDefinition, _ field: Field) -> Value {
    if field.type == .int { return .int(Int64(row + 1)) }
    let words = ["河道", "Air station", "生态 park", "污水厂", "b-2", "农业局", "x", "水利\"局\"", "城{区}", "甲"]
    return .text(words[row % words.count] + (field.name.en == "name" ? "" : field.name.en))
  }

  private mutating func value(_ type: DataType) -> Value {
    switch type {
    case .bool: return .bool(chance(50))
    case .int: return .int(Int64.random(in: -3...12, using: &random))
    case .number:
      return .number([0, 1, 0.5, 0.25, -2.5, 1.0 / 3, 40][Int.random(in: 0..<7, using: &random)])
    case .money:
      return .money(
        Money(minorUnits: Int64.random(in: -2...40, using: &random) * (chance(80) ? 1_000_000 : 33))
      )
    case .text:
      return .text(["水", "air", "", "水质 A", "a*b", "完工"][Int.random(in: 0..<6, using: &random)])
    case .date: return .date(day())
    case .period:
      let start = 2020 + Int.random(in: 0..<4, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return .period(Period(.quarter, containing: day()))
      case 1: return .period(Period(from: day(), through: nil) ?? years(start, start))
      case 2: return .period(years(start, start))
      case _: return .period(years(start, start + Int.random(in: 0..<4, using: &random)))
      }
    case .duration(let unit): return .duration(Int32.random(in: 0...30, using: &random), unit)
    case .enumeration(let enumeration):
      return .enumeration(Int.random(in: 0..<enumeration.cases.count, using: &random))
    case .entity(let table):
      guard let count = counts[table], count > 0 else { return .missing }
      return .entity(table, row: Int.random(in: 0..<count, using: &random))
    case .list(let element):
      var values: [Value] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let value = value(element)
        if !value.isMissing, !values.contains(value) { values.append(value) }
      }
      return .list(values)
    case .missing, .invalid: return .missing
    }
  }

  private mutating func day() -> Day {
    Day(number: 18_300 + Int32.random(in: 0..<40, using: &random) * 45)
  }

  private func years(_ first: Int, _ last: Int) -> Period {
    Period(
      from: Day(year: first, month: 1, day: 1), through: Day(year: last, month: 12, day: 31))
      ?? Period(Day(number: 0))
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
}
