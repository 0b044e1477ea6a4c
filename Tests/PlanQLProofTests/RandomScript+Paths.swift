import PlanQLData
import PlanQLSyntax

/// What can be read of a row.
extension RandomScript {
  /// One of all paths from the rows around that read what is wanted; nil where there is none.
  func path(_ scope: Scope, mayBeThis: Bool = true, where fits: @escaping (Reading) -> Bool)
    -> Path?
  {
    var offers = Offers(fits)
    var prefix: [Name] = []
    for (level, row) in scope.rows.reversed().prefix(3).enumerated() {
      var isGroup = false
      if level == 0, case .group = scope.mode { isGroup = true }
      if level > 0 { prefix.append(SpecialName.outer.word.name) }
      offer(row, isGroup: isGroup, mayBeThis: mayBeThis, behind: prefix, &offers)
    }
    return offers.chosen
  }

  /// One of the paths that read a value of a type.
  func path(to type: DataType, _ scope: Scope) -> Path? {
    path(scope) { $0.type == type }
  }

  /// A path as written.
  func text(_ path: Path) -> String {
    path.names.enumerated().map { place, name in
      place == 0 && SpecialName(text: name.en) == nil || place > 0
        ? named(name) : spelled(name)
    }.joined(separator: ".")
  }

  /// Paths as they are found, of which one is chosen, each with the same chance.
  private struct Offers {
    let fits: (Reading) -> Bool
    var count = 0
    var chosen: Path?

    init(_ fits: @escaping (Reading) -> Bool) {
      self.fits = fits
    }
  }

  private func offer(
    _ prefix: [Name], _ names: [Name], _ reading: Reading, _ offers: inout Offers
  ) {
    guard offers.fits(reading) else { return }
    offers.count += 1
    if below(offers.count) == 0 {
      offers.chosen = Path(names: prefix + names, reading: reading)
    }
  }

  private func offer(
    _ row: Shape, isGroup: Bool, mayBeThis: Bool, behind prefix: [Name], _ offers: inout Offers
  ) {
    for column in row.columns {
      if let partner = column.partner {
        if column.type != .missing {
          offer(prefix, [column.name], Reading(column.name, column.type), &offers)
        }
        for inner in partner where inner.partner == nil {
          offer(prefix, [column.name], Reading(inner.name, inner.type), isDeep: false, &offers)
        }
      } else {
        offer(prefix, [], Reading(column.name, column.type), isDeep: true, &offers)
      }
    }
    guard let this = row.this, !isGroup else { return }
    if mayBeThis {
      let name = SpecialName.this.word.name
      offer(prefix, [], Reading(name, .entity(this)), isDeep: false, &offers)
    }
    guard row.reachesThis else { return }
    for reading in plan.links(to: this) + computed(this) where !row.contains(reading.name) {
      offer(prefix, [], reading, isDeep: false, &offers)
    }
  }

  /// A value, and what its links lead to.
  private func offer(
    _ prefix: [Name], _ names: [Name], _ reading: Reading, isDeep: Bool, _ offers: inout Offers
  ) {
    let own = names + [reading.name]
    offer(prefix, own, reading, &offers)
    guard case .entity(let table) = reading.type.element else { return }
    let isList = reading.elements != nil
    for member in plan.members(of: table, isDeep: isDeep, each: isList) {
      guard offers.fits(member.reading) else { continue }
      offer(prefix, own + member.names, member.reading, &offers)
    }
    for field in computed(table) {
      let read = isList ? field.each(of: .entity(table)) : field
      offer(prefix, own + [field.name], read, &offers)
    }
  }

  /// The computed fields of a table that are read without brackets.
  private func computed(_ table: String) -> [Reading] {
    fields.filter { $0.table == table && $0.parameters == nil }.map {
      Reading(Name($0.name), $0.type)
    }
  }

  /// A name where an operand is due: in backquotes where it could not be read otherwise.
  func named(_ name: Name) -> String { quoted(spelled(name)) }

  /// A name of the script's own as it must be written: where a stage may go on with keys or an item with its display
  /// some words are no names.
  func quoted(_ text: String) -> String {
    Printer.isPlainName(text) && !RandomScript.reserved.contains(text) ? text : "`\(text)`"
  }

  /// The words that go on from an operand or stand for one.
  private static let reserved: Set<String> = Set(
    Word.all.filter { word in
      switch word.kind {
      case .clause, .binary, .test, .display, .prefix, .literal: true
      case .statement, .stage, .special, .type, .grain, .chart: false
      }
    }.flatMap { [$0.name.en, $0.name.zh] })
}
