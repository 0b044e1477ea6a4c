import PlanQLData

/// Finds the same rows of a table in different revisions: those with the same key. A key is what all revisions can be
/// told apart by: the declared one, else the one that a revision goes by, else a field that names rows.
///
/// Where the key is a number in a list, rows with the same code, else with the same name, are the same whatever their
/// numbers are, since a row put into the list moves those behind it; the number tells only the others.
struct RowMatching {
  /// The rows of all revisions, each once, and where each is first found.
  struct Rows {
    var origins: [(member: Int, row: Int)] = []
    let key: [String]
  }

  struct Match {
    /// Nil where no key tells rows apart.
    var rows: Rows?
    /// For each member the place in `rows` of each of its rows.
    var identities: [[Int]] = []
    var problem: KeyProblem?
  }

  private let families: [(name: Name, members: [RevisionCatalog.Member])]
  private var known: [Int: Match] = [:]
  /// Families whose matching has begun: a key that leads back to one is none.
  private var begun: Set<Int> = []

  init(_ families: [(name: Name, members: [RevisionCatalog.Member])]) {
    self.families = families
  }

  /// Matches the rows of a table, after those of the tables that its key links to.
  mutating func match(_ family: Int) -> Match {
    if let match = known[family] { return match }
    begun.insert(family)
    let members = families[family].members
    var problem: KeyProblem?
    for key in candidates(members) {
      switch matched(members, by: key) {
      case .success(let match):
        known[family] = match
        return match
      case .failure(let failure): if problem == nil { problem = failure.problem }
      }
    }
    let match = Match(problem: problem ?? .noKey)
    known[family] = match
    return match
  }

  private func candidates(_ members: [RevisionCatalog.Member]) -> [[String]] {
    var keys: [[String]] = []
    let declared = members.map(\.table.definition.key)
    let names = members[0].table.definition.nameFields.map { [$0] }
    for key in declared + names where !key.isEmpty && !keys.contains(key) { keys.append(key) }
    return keys
  }

  private struct Failure: Error {
    /// Nil where the key cannot be compared at all.
    let problem: KeyProblem?
  }

  private mutating func matched(_ members: [RevisionCatalog.Member], by key: [String])
    -> Swift.Result<Match, Failure>
  {
    guard let codes = codes(members, key) else { return .failure(Failure(problem: nil)) }
    for (place, member) in members.enumerated() {
      var seen: Set<[Int64]> = []
      for row in 0..<member.table.count {
        let code = codes[place].map { $0[row] }
        if let field = code.firstIndex(of: RowMatching.absent) {
          return .failure(
            Failure(
              problem: .missing(field: name(of: key[field], member), revision: member.revision)))
        }
        guard seen.insert(code).inserted else {
          return .failure(Failure(problem: repeated(row, key, member)))
        }
      }
    }
    var found = FoundRows(Rows(key: key))
    let names = steadier(than: key, in: members).compactMap { self.codes(members, $0) }
    for (place, member) in members.enumerated() {
      found.add(
        member: place, count: member.table.count, by: names.map { $0[place] } + [codes[place]])
    }
    return .success(found.match)
  }

  /// What tells rows better than a key that ends in a number: their codes and names in its place.
  private func steadier(than key: [String], in members: [RevisionCatalog.Member]) -> [[String]] {
    guard key.last == "no" else { return [] }
    let names = ["code"] + members[0].table.definition.nameFields
    return names.filter { !key.contains($0) }.map { key.dropLast() + [$0] }
  }

  private func name(of field: String, _ member: RevisionCatalog.Member) -> Name {
    let definition = member.table.definition
    return definition.field(named: field).map { definition.fields[$0].name } ?? Name(field)
  }

  private func repeated(_ row: Int, _ key: [String], _ member: RevisionCatalog.Member) -> KeyProblem
  {
    let table = member.table
    let place = key.first.flatMap { table.definition.field(named: $0) }
    let text: String
    switch place.map({ table.columns[$0].value(row) }) {
    case .text(let word)?: text = word
    case .int(let number)?: text = String(number)
    case .missing?, .bool?, .number?, .money?, .date?, .period?, .duration?, .enumeration?,
      .entity?,
      .list?, nil:
      text = table.title(ofRow: row)
    }
    return .repeated(text, field: name(of: key.first ?? "", member), revision: member.revision)
  }
}

// Keys as whole numbers.
extension RowMatching {
  /// What stands for a missing value of a key.
  fileprivate static let absent = Int64.min

  /// For each member and field of a key whole numbers that are equal where the values are; nil where a member has no
  /// such field, or values of another kind.
  private mutating func codes(_ members: [RevisionCatalog.Member], _ key: [String])
    -> [[[Int64]]]?
  {
    var codes = members.map { _ in [[Int64]]() }
    for field in key {
      var columns: [Column?] = []
      for member in members {
        let place = member.table.definition.field(named: field)
        if place == nil, member.table.count > 0 { return nil }
        columns.append(place.map { member.table.columns[$0] })
      }
      guard let numbers = numbers(columns) else { return nil }
      for place in members.indices { codes[place].append(numbers[place]) }
    }
    return codes
  }

  private mutating func numbers(_ columns: [Column?]) -> [[Int64]]? {
    let filled = columns.compactMap { $0 }.filter { $0.count > 0 }
    guard let first = filled.first else { return columns.map { _ in [] } }
    if case .entity = first.type { return links(columns) }
    if filled.allSatisfy({ $0.type == first.type }), first.type.isWord {
      return columns.map { $0.map(RowMatching.words) ?? [] }
    }
    var codes: [Value: Int64] = [:]
    var numbers: [[Int64]] = []
    for column in columns {
      var made: [Int64] = []
      for row in 0..<(column?.count ?? 0) {
        guard let value = column.flatMap({ RowMatching.plain($0.value(row)) }) else { return nil }
        if value.isMissing {
          made.append(RowMatching.absent)
        } else {
          let code = codes[value] ?? Int64(codes.count)
          codes[value] = code
          made.append(code)
        }
      }
      numbers.append(made)
    }
    return numbers
  }

  /// A value as keys compare it: a whole number equals the text that spells it. Nil for lists and amounts.
  private static func plain(_ value: Value) -> Value? {
    switch value {
    case .int(let int): .text(String(int))
    case .missing, .text, .bool, .date, .period, .enumeration: value
    case .number, .money, .duration, .entity, .list: nil
    }
  }

  private static func words(_ column: Column) -> [Int64] {
    guard case .words(let packed) = column.storage else { return [] }
    var words = packed.values(0..<column.count)
    for row in words.indices where !column.isKnown(row) { words[row] = absent }
    return words
  }

  /// Links are equal where their targets are.
  private mutating func links(_ columns: [Column?]) -> [[Int64]]? {
    var numbers: [[Int64]] = []
    for column in columns {
      guard let column, column.count > 0 else {
        numbers.append([])
        continue
      }
      guard case .entity(let target) = column.type, let place = member(named: target),
        known[place.family] != nil || !begun.contains(place.family)
      else { return nil }
      let match = match(place.family)
      guard match.rows != nil, match.identities.indices.contains(place.member) else { return nil }
      let identities = match.identities[place.member]
      numbers.append(
        RowMatching.words(column).map { word in
          word >= 0 && word < identities.count ? Int64(identities[Int(word)]) : RowMatching.absent
        })
    }
    return numbers
  }

  private func member(named table: String) -> (family: Int, member: Int)? {
    for (place, family) in families.enumerated() {
      let found = family.members.firstIndex { $0.table.definition.name.en == table }
      if let found { return (place, found) }
    }
    return nil
  }
}

/// The rows of all revisions while they are put together, one revision after the other.
private struct FoundRows {
  private(set) var match: RowMatching.Match
  /// For each way to tell rows, the best first, the rows by their codes as they were last called.
  private var places: [[[Int64]: Int]] = []
  private var count = 0

  init(_ rows: RowMatching.Rows) { match = RowMatching.Match(rows: rows) }

  /// Adds the rows of a revision, whose codes are told way by way, field by field and row by row.
  mutating func add(member: Int, count rows: Int, by ways: [[[Int64]]]) {
    places += Array(repeating: [:], count: ways.count - places.count)
    let codes = ways.map { fields in (0..<rows).map { row in fields.map { $0[row] } } }
    var identities = [Int?](repeating: nil, count: rows)
    var taken: Set<Int> = []
    for way in ways.indices {
      let shared = Dictionary(codes[way].map { ($0, 1) }, uniquingKeysWith: +)
      for row in 0..<rows where identities[row] == nil {
        let code = codes[way][row]
        guard let known = places[way][code], shared[code] == 1,
          !code.contains(RowMatching.absent), taken.insert(known).inserted
        else { continue }
        identities[row] = known
      }
    }
    for row in 0..<rows where identities[row] == nil {
      identities[row] = count
      match.rows?.origins.append((member, row))
      count += 1
    }
    let found = identities.compactMap { $0 }
    for way in ways.indices {
      for row in 0..<rows { places[way][codes[way][row]] = found[row] }
    }
    match.identities.append(found)
  }
}
