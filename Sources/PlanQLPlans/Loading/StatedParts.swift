import PlanQLData

/// The parts in which units answer for rows of other tables, as `responsibilities` states them.
struct StatedParts {
  private struct Answer: Hashable {
    let row: Int64
    let unit: Int64
  }

  /// By the table that units answer in, whether one does nothing for a row but support or supervise.
  private var standsAside: [String: [Answer: Bool]] = [:]

  /// Reads the rows of `responsibilities`, whose links have been resolved, that are of tables with fields which stand in
  /// for others.
  init(_ tables: [TableDraft]) {
    let responsibilities = StandardTables.responsibilities.name
    guard let table = tables.first(where: { $0.declaration.name == responsibilities }),
      let units = table.words(of: "unit"), let roles = table.words(of: "role")
    else { return }
    let targets = tables.filter { $0.fields.contains { $0.declaration.firstOf != nil } }
      .map(\.declaration.name.en)
    for field in table.fields {
      guard let target = field.declaration.target, targets.contains(target),
        let subjects = table.words(of: field.declaration.name.en)
      else { continue }
      var answers: [Answer: Bool] = [:]
      for row in 0..<table.count {
        guard let subject = subjects[row], let unit = units[row], let role = roles[row] else {
          continue
        }
        let isAside = StatedParts.aside.contains(role)
        let answer = Answer(row: subject, unit: unit)
        answers[answer] = isAside && answers[answer] ?? true
      }
      standsAside[target, default: [:]].merge(answers) { $0 && $1 }
    }
  }

  /// Whether a unit is said to do nothing but support or supervise what a row is about, so that it does not lead.
  func standsAside(_ unit: Int64, inRow row: Int, of table: String) -> Bool {
    standsAside[table]?[Answer(row: Int64(row), unit: unit)] ?? false
  }

  private static let aside = ["support", "supervise"].compactMap {
    Enumerations.role.code(named: $0).map { Int64($0) }
  }
}

/// The numbers of a column, and which of them are known.
private struct KnownWords {
  let words: PackedIntegers
  let presence: Bitmap?

  subscript(_ row: Int) -> Int64? {
    presence.map { $0[row] } ?? true ? words[row] : nil
  }
}

extension TableDraft {
  fileprivate func words(of name: String) -> KnownWords? {
    guard let values = field(name).flatMap({ fields[$0].values }),
      case .words(let words) = values.storage
    else { return nil }
    return KnownWords(words: words, presence: values.presence)
  }

  /// Fills the rows of a link that have none with the first of a list that does not stand aside: a project is led by the
  /// first of its units that does more than support or supervise.
  mutating func fillFields(after parts: StatedParts) {
    for place in fields.indices {
      guard let name = fields[place].declaration.firstOf, let list = field(name),
        let stated = fields[place].values,
        case .lists(let offsets, let child)? = fields[list].values?.storage,
        case .words(let words) = stated.storage, case .words(let rows) = child.storage
      else { continue }
      var values = words.values(0..<words.count)
      var presence = stated.presence ?? Bitmap(repeating: true, count: stated.count)
      for row in values.indices where !presence[row] {
        let units = (Int(offsets[row])..<Int(offsets[row + 1])).lazy.map { rows[$0] }
        let table = declaration.name.en
        guard let first = units.first(where: { !parts.standsAside($0, inRow: row, of: table) })
        else { continue }
        values[row] = first
        presence[row] = true
      }
      fields[place].values = Column(
        type: stated.type, storage: .words(PackedIntegers(values)), presence: presence)
    }
  }
}
