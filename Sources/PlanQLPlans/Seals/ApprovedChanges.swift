import PlanQLData

/// The changes of a plan that were approved, as its table `changes` records them.
///
/// Only a record that names the decision counts; that it was added to the table later is no change that
/// another decision must allow. One that the earlier state has already was carried out there: it allows a
/// change of a cell only where it states the value that the cell had. It speaks of a row by a link to it, else by a subject that
/// has the row's name in it. It speaks of a
/// cell by the field, in either spelling or by a heading, and of a whole row by its kind. Where it states the
/// values before and after, these must be those of the cell: several records of one cell are followed in the
/// order of their dates, from the first value to the last.
struct ApprovedChanges {
  /// The English name of the table that holds them.
  static let table = "changes"

  private struct Record {
    let row: Int
    let subject: String
    let kind: String
    let field: String
    let old: String
    let new: String
    let authority: String
    let title: String
    /// The rows that it links to, by their tables.
    let links: [String: Int]
  }

  private let catalog: Catalog
  private var records: [Record] = []
  /// The rows of the records that the earlier state lacks.
  private let added: Set<Int>

  /// Takes the records of the later state, of which those in some rows were added since the earlier one.
  init(in catalog: Catalog, added: Set<Int>) {
    self.catalog = catalog
    self.added = added
    guard let place = catalog.table(named: ApprovedChanges.table, in: nil) else { return }
    let table = catalog.tables[place]
    records = (0..<table.count).map { ApprovedChanges.record($0, of: table) }
      .filter { !$0.authority.isEmpty }
    let dates = table.definition.field(named: "date").map { table.columns[$0] }
    records.sort { first, second in
      let (one, other) = (dates?.value(first.row), dates?.value(second.row))
      if case .date(let one)? = one, case .date(let other)? = other, one != other {
        return one < other
      }
      return first.row < second.row
    }
  }

  private static func record(_ row: Int, of table: StoredTable) -> Record {
    func text(_ name: String) -> String {
      guard let place = table.definition.field(named: name),
        case .text(let text) = table.columns[place].value(row)
      else { return "" }
      return text
    }
    var links: [String: Int] = [:]
    for place in table.definition.fields.indices {
      guard case .entity(let target, let linked) = table.columns[place].value(row) else { continue }
      links[target] = linked
    }
    let date = table.definition.field(named: "date").map { table.columns[$0].value(row) }
    var title = [text("authority")]
    if case .date(let day)? = date { title.append(day.description) }
    return Record(
      row: row, subject: text("subject"), kind: text("kind"), field: text("field"),
      old: text("old"), new: text("new"), authority: text("authority"),
      title: title.filter { !$0.isEmpty }.joined(separator: " "), links: links)
  }

  /// The differences, each with the record that allows it.
  func approving(_ differences: PlanDifferences) -> PlanDifferences {
    guard !records.isEmpty else { return differences }
    var approved = differences
    for place in approved.all.indices {
      let difference = approved.all[place]
      approved.all[place].approval = ownTitle(of: difference) ?? approval(of: difference)
    }
    let byRow = Dictionary(grouping: approved.all) { RowKey(table: $0.table.en, row: $0.row ?? "") }
    for place in approved.all.indices where approved.all[place].approval == nil {
      approved.all[place].approval = following(approved.all[place], byRow)
    }
    return approved
  }

  private struct RowKey: Hashable {
    let table: String
    let row: String
  }
}

// What a record allows.
extension ApprovedChanges {
  /// The title of a record that was added to those that were there.
  private func ownTitle(of difference: PlanDifference) -> String? {
    guard difference.table.en == ApprovedChanges.table, difference.change == .added else {
      return nil
    }
    return records.first { $0.row == difference.index }?.title
  }

  private func approval(of difference: PlanDifference) -> String? {
    let all = records.filter { speaks($0, of: difference) }
    guard difference.change == .changed else { return all.last?.title }
    let found = all.filter {
      added.contains($0.row) || !$0.old.isEmpty && isWritten($0.old, difference.old)
    }
    guard let last = found.last, let first = found.first,
      first.old.isEmpty || isWritten(first.old, difference.old),
      last.new.isEmpty || isWritten(last.new, difference.new)
    else { return nil }
    return found.map(\.title).joined(separator: "、")
  }

  private func speaks(_ record: Record, of difference: PlanDifference) -> Bool {
    guard let row = difference.row, !row.isEmpty else { return false }
    if let linked = record.links[difference.table.en] {
      guard linked == difference.index else { return false }
    } else {
      guard ApprovedChanges.isNamed(row, in: record.subject) else { return false }
    }
    guard let field = difference.field else {
      let change = RowChange.enumeration.cases[difference.change.rawValue]
      return ([change.name.en, change.name.zh] + change.aliases).contains(record.kind)
    }
    return names(of: field, difference).contains(record.field)
  }

  /// Whether a name stands in a text, and not as a part of a longer word or number: `A1` is not in `A12`.
  private static func isNamed(_ name: String, in text: String) -> Bool {
    let isWord: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return text.ranges(of: name).contains { range in
      let before = text[..<range.lowerBound].last
      let after = text[range.upperBound...].first
      let goesOn =
        name.last.map(isWord) == true && after.map(isWord) == true
        || name.first.map(isWord) == true && before.map(isWord) == true
      return !goesOn
    }
  }

  private func names(of field: Name, _ difference: PlanDifference) -> [String] {
    let aliases = (difference.new ?? difference.old)?.field.aliases ?? []
    return [field.en, field.zh] + aliases
  }

  /// A link that stands for the first of a list follows the list.
  private func following(
    _ difference: PlanDifference, _ byRow: [RowKey: [PlanDifference]]
  ) -> String? {
    guard let name = difference.field?.en,
      let list = StandardTables.table(named: difference.table.en)?.fields
        .first(where: { $0.name.en == name })?.firstOf,
      let other = byRow[RowKey(table: difference.table.en, row: difference.row ?? "")]?
        .first(where: { $0.field?.en == list }),
      isFirst(difference.old, of: other.old), isFirst(difference.new, of: other.new)
    else { return nil }
    return other.approval
  }

  private func isFirst(
    _ link: PlanDifference.PlacedValue?, of list: PlanDifference.PlacedValue?
  ) -> Bool {
    guard case .list(let values)? = list?.value else { return link?.value.isMissing ?? true }
    return values.first == link?.value
  }

  /// Whether a text of a record writes the value of a cell.
  private func isWritten(_ text: String, _ placed: PlanDifference.PlacedValue?) -> Bool {
    guard let placed else { return false }
    let content = PlainContent(catalog: catalog)
    let plain = content.text(placed.value, placed.field.type)
    if plain == text { return true }
    switch placed.field.type {
    case .list:
      return ListCell.elements(text, separators: []) == ListCell.elements(plain, separators: [])
    case .money:
      let scale = catalog.moneyUnit.map { NumberScale($0) } ?? .currency
      return CellValue.read(text, placed.field.type, scale: scale) == placed.value
    case .number, .bool, .int, .text, .date, .period, .duration, .enumeration, .entity, .missing,
      .invalid:
      let scale = placed.field.display.unit.map { NumberScale($0) }
      return CellValue.read(text, placed.field.type, scale: scale) == placed.value
    }
  }
}
