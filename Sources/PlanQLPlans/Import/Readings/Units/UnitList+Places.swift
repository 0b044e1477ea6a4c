/// Names of units that have no place of their own.
extension UnitList {
  /// Gives bare names the place of the committee before them: `云溪县党委、政府` names 云溪县党委 and 云溪县政府,
  /// and so does `云溪县委、县政府`. Behind a committee that has no place itself, 党委、政府, they are one name
  /// with it.
  mutating func withPlaces(_ names: [FoldedText]) -> [FoldedText] {
    var place: FoldedText?
    return names.reduce(into: []) { found, name in
      let plain = UnitList.withoutBracket(UnitList.withoutRole(name))
      guard let known = place, let kind = UnitList.bareKind(plain, in: known) else {
        place = UnitList.placeOfCommittee(plain)
        found.append(name)
        return
      }
      guard !known.isEmpty else {
        found[found.count - 1] = found[found.count - 1].joined(name, by: "、")
        return
      }
      let whole = known.joined(kind).string
      if whole != plain.string {
        placed.append(LabelledText(label: whole, text: plain.string))
      }
      found.append(known.joined(name.dropFirst(plain.count - kind.count)))
    }
  }

  /// What a name says of the kind of a unit where it says no more, besides the kind of the place: 政府 and 县政府
  /// behind 云溪县委.
  private static func bareKind(_ name: FoldedText, in place: FoldedText) -> FoldedText? {
    if bareNames.contains(name.compact) { return name }
    let kind = name.dropFirst(1)
    return place.count > 1 && name.scalar(0) == place.scalar(place.count - 1)
      && bareNames.contains(kind.compact) ? kind : nil
  }

  /// A name, with the word of its role, as the list writes it.
  func written(_ name: FoldedText) -> String {
    guard let found = placed.last(where: { name.hasPrefix(FoldedText($0.label).folded) }) else {
      return name.string
    }
    return found.text + name.dropFirst(found.label.unicodeScalars.count).string
  }

  /// A name without the bracket behind it: 政府(牵头), 政府(办事处).
  private static func withoutBracket(_ name: FoldedText) -> FoldedText {
    guard name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "("), open > 0 else {
      return name
    }
    return name.part(0..<open).trimmed()
  }

  /// The place of a party committee or of its office, blank where it names none; nil for other names.
  private static func placeOfCommittee(_ name: FoldedText) -> FoldedText? {
    let plain = name.dropping(last: ["办公室", "办"])
    if let committee = ["党工委", "党(工)委", "党委"].first(where: { plain.hasSuffix($0) }) {
      return plain.dropLast(committee.unicodeScalars.count)
    }
    guard plain.hasSuffix("委") else { return nil }
    let place = plain.dropLast(1)
    return ["省", "市", "县", "区", "州", "旗", "盟", "镇", "乡"].contains { place.hasSuffix($0) }
      ? place : nil
  }

  /// Names that say of which kind a unit is and not of what place.
  private static let bareNames: Set<String> = [
    "人民政府", "政府", "管委会", "管理委员会", "办事处", "人大", "人大常委会", "政协", "政府办", "政府办公室", "人大办", "政协办",
  ]
}
