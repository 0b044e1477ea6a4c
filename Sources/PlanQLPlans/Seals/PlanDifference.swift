public import PlanQLData

/// One difference between two states of a plan: a row that only one has, or a cell that differs.
public struct PlanDifference: Sendable {
  /// The table in the plan.
  public let table: Name
  /// What names the row; nil where all rows of the table are meant, as only one state has any.
  public let row: String?
  /// The place of the row in the later state; nil where it is gone, or several are meant.
  let index: Int?
  /// How many rows are meant.
  public let count: Int
  public let change: RowChange
  /// The field of a cell; nil for a whole row.
  public let field: Name?
  /// The values of a cell in both states, with what writes them.
  let old: PlacedValue?
  let new: PlacedValue?
  /// Where the row stands now, or stood: `projects.csv:4`; nil where no file says.
  public let place: String?
  /// The recorded change of the plan that allows it; nil where none does.
  public internal(set) var approval: String?

  /// A value with the column that it stands in.
  struct PlacedValue: Sendable {
    let value: Value
    let field: Field
  }
}

/// Everything in which two states of a plan differ, table by table and row by row.
public struct PlanDifferences: Sendable {
  /// In the order of the tables, of their rows and fields; rows that are gone come last.
  public internal(set) var all: [PlanDifference]
  /// The later state, with the tables of the earlier one beside its own.
  let catalog: Catalog

  /// Those that no recorded change allows.
  public var unapproved: [PlanDifference] { all.filter { $0.approval == nil } }

  public var isEmpty: Bool { all.isEmpty }
}

// As a table.
extension PlanDifferences {
  /// The differences as rows of texts: values as people read them in a language, or, without one, as formats
  /// for machines write them.
  public func table(in language: Language?) -> Table {
    let content = PlainContent(catalog: catalog)
    let titles = EntityTitles(catalog)
    func text(_ placed: PlanDifference.PlacedValue?) -> Value {
      guard let placed, !placed.value.isMissing else { return .missing }
      guard let language else { return .text(content.text(placed.value, placed.field.type)) }
      let cell = CellText(
        type: placed.field.type, display: placed.field.display, language: language,
        moneyUnit: catalog.moneyUnit, titles: titles)
      return .text(cell.phrase(placed.value))
    }
    func named(_ name: Name?) -> Value { name.map { .text($0[language ?? .en]) } ?? .missing }
    func rows(_ count: Int) -> String { language == .zh ? "\(count) 行" : "\(count) rows" }
    var columns = [
      column("table", "表", all.map { named($0.table) }),
      column("row", "行", all.map { .text($0.row ?? rows($0.count)) }),
      column("change", "变化", all.map { named($0.change.name) }),
      column("field", "字段", all.map { named($0.field) }),
      column("old", "原值", all.map { text($0.old) }),
      column("new", "现值", all.map { text($0.new) }),
      column("place", "位置", all.map { $0.place.map { .text($0) } ?? .missing }),
    ]
    if hasApprovals {
      let approvals = all.map { $0.approval.map { Value.text($0) } ?? .missing }
      columns.insert(column("approval", "批准", approvals), at: 6)
    }
    return Table(columns: columns, count: all.count, titles: titles)
  }

  private var hasApprovals: Bool {
    catalog.ownTables.contains { $0.definition.name.en == ApprovedChanges.table && $0.count > 0 }
  }

  private func column(_ name: String, _ zh: String, _ values: [Value]) -> ResultColumn {
    ResultColumn(
      name: name, caption: LocalizedText(en: name, zh: zh), type: .text, isOptional: true,
      display: .plain, values: Column(type: .text, values: values))
  }
}
