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
  private let content: PlainContent
  private var records: [Record] = []
  /// The rows of the records that the earlier state lacks.
  private let added: Set<Int>
  /// The names of rows of a table that stand in the subject of a record, by table and record.
  private var named: [String: [Int: [String]]] = [:]

  /// Takes the records of the later state, of which those in some rows were added since the earlier one.
  init(in catalog: Catalog, added: Set<Int>) {
    self.catalog = catalog
    self.content = PlainContent(catalog: catalog)
    self.added = added
    guard let place = catalog.table(named: ApprovedChanges.table, in: nil) else { return }
    let table = catalog.tables[place]
    records = (0..<table.count).map { ApprovedChanges.record($0, of: table) }
      .filter {
        !isNoneMark(FoldedText($0.authority).trimmed()) && !$0.authority.allSatisfy(\.isWhitespace)
      }
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
  consuming func approving(_ differences: PlanDifferences) -> PlanDifferences {
    guard !records.isEmpty else { return differences }
    for table in Set(differences.all.map(\.table.en)) { findNames(ofTable: table) }
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

  /// Finds the names of a table's rows, of both states, in the subjects of records without a link to it.
  private mutating func findNames(ofTable name: String) {
    let tables = catalog.tables.indices.filter { place in
      let revision =
        catalog.revisions.places.indices.contains(place) ? catalog.revisions.places[place] : nil
      if case .revised? = revision?.kind { return revision?.name.en == name }
      return catalog.tables[place].definition.name.en == name
    }
    var titles: Set<String> = []
    for place in tables {
      let table = catalog.tables[place]
      for row in 0..<table.count { titles.insert(table.title(ofRow: row)) }
    }
    for record in records where record.links[name] == nil {
      let found = titles.filter { record.subject.contains($0) }
      named[name, default: [:]][record.row] = Array(found)
    }
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
    var chains = [Chain(reached: nil, titles: [])]
    for record in found {
      for chain in chains where goesOn(record, from: chain.reached, difference) {
        let next = Chain(reached: .some(record.new), titles: chain.titles + [record.title])
        if let place = chains.firstIndex(where: { $0.reached == next.reached }) {
          if chains[place].titles.count < next.titles.count { chains[place] = next }
        } else {
          chains.append(next)
        }
      }
    }
    let whole = chains.filter { chain in
      chain.reached.map { $0.isEmpty || isWritten($0, difference.new) } ?? false
    }
    return whole.max { $0.titles.count < $1.titles.count }?.titles.joined(separator: "、")
  }

  /// Records that lead from the earlier value of a cell to another one: a blank one stands for any, nil
  /// for the earlier value itself.
  private struct Chain {
    let reached: String?
    let titles: [String]
  }

  /// Whether a record starts from the value that those before it led to.
  private func goesOn(_ record: Record, from value: String?, _ difference: PlanDifference) -> Bool {
    guard let value else { return record.old.isEmpty || isWritten(record.old, difference.old) }
    if record.old.isEmpty || value.isEmpty || record.old == value { return true }
    guard let field = (difference.new ?? difference.old)?.field, let one = read(value, field) else {
      return false
    }
    return one == read(record.old, field)
  }

  private func speaks(_ record: Record, of difference: PlanDifference) -> Bool {
    guard let row = difference.row, !row.isEmpty else { return false }
    if let linked = record.links[difference.table.en] {
      guard linked == difference.index else { return false }
    } else {
      let others = (named[difference.table.en]?[record.row] ?? []).filter {
        $0 != row && $0.contains(row)
      }
      guard ApprovedChanges.isNamed(row, in: record.subject, besides: others) else { return false }
    }
    guard let field = difference.field else {
      let change = RowChange.enumeration.cases[difference.change.rawValue]
      return ([change.name.en, change.name.zh] + change.aliases).contains(record.kind)
    }
    return names(of: field, difference).contains(record.field)
  }

  /// Whether a name stands in a text, and not as a part of a longer word or number, of a longer name
  /// or of a phase: `A1` is not in `A12`, and 水厂 in neither 东水厂管网, where that is another row, nor 水厂二期.
  private static func isNamed(_ name: String, in text: String, besides others: [String]) -> Bool {
    let longer = others.flatMap { text.ranges(of: $0) }
    return text.ranges(of: name).contains { range in
      let before = text[..<range.lowerBound].last
      let rest = text[range.upperBound...]
      let goesOn =
        name.last.map(isASCIIWord) == true && rest.first.map(isASCIIWord) == true
        || name.first.map(isASCIIWord) == true && before.map(isASCIIWord) == true
      let isPart = longer.contains {
        $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
      }
      return !goesOn && !isPart && !beginsWithPhase(rest)
    }
  }

  private static func isASCIIWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  /// Whether a text goes on with a phase of what was named: 二期, (一期), 第3期.
  private static func beginsWithPhase(_ text: Substring) -> Bool {
    let plain = text.drop { "(（第".contains($0) }
    let number = plain.prefix { $0.isNumber || "一二三四五六七八九十".contains($0) }
    return !number.isEmpty && plain.dropFirst(number.count).first == "期"
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
    let plain = content.text(placed.value, placed.field.type)
    if plain == text { return true }
    if case .list = placed.field.type {
      return ListCell.elements(text, separators: []) == ListCell.elements(plain, separators: [])
    }
    return read(text, placed.field) == placed.value
  }

  /// The value that a text of a record writes for a field; money is in the plan's unit.
  private func read(_ text: String, _ field: Field) -> Value? {
    var scale = field.display.unit.map { NumberScale($0) }
    if case .money = field.type { scale = catalog.moneyUnit.map { NumberScale($0) } ?? .currency }
    return CellValue.read(text, field.type, scale: scale)
  }
}
