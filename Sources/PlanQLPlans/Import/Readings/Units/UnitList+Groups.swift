/// Names of groups in which the sign between units stands too: `各县、区人民政府`.
extension UnitList {
  /// What a name that begins with 各 makes with the one behind a sign.
  enum Pairing: Sendable, Hashable {
    /// One group of units of several kinds: `各区、县人民政府`, `各县、区`.
    case oneGroup
    /// A group and a unit: `各镇、县财政局`.
    case two
    /// Two as they are read, where one group may be meant: `各镇、区财政局`, where a 区 may be a park beside the towns.
    case uncertain
  }

  /// Says what two names make that stand one behind the other.
  static func pairing(_ first: FoldedText, _ second: FoldedText) -> Pairing {
    guard first.hasPrefix("各"), first.count <= 20, second.count <= 20,
      let tier = Tier(ofGroup: first)
    else { return .two }
    let name = withoutBehind(withoutRole(second))
    if bareKinds.contains(name.compact) { return .oneGroup }
    guard !thingsOfDepartments.contains(where: { name.hasPrefix($0) }),
      let (kind, other) = Tier.leading(name)
    else { return .two }
    let rest = name.dropFirst(kind.unicodeScalars.count)
    if governments.contains(rest.compact) {
      if tier == .town, other == .county { return kind == "区" ? .uncertain : .two }
      return .oneGroup
    }
    guard UnitKind.guess(name) == .department else { return .two }
    if tier == .county, kind == "市" { return first.hasSuffix("县") ? .uncertain : .two }
    if tier == .town, other == .county { return kind == "区" ? .uncertain : .two }
    return .oneGroup
  }

  /// The places where a list may have one group and is read as two units.
  static func uncertainPairs(in list: FoldedText) -> [String] {
    let names = parts(of: list, at: "、/")
    return zip(names, names.dropFirst()).filter { pairing($0, $1) == .uncertain }.map {
      $0.string + "、" + $1.string
    }
  }

  /// How high the places stand that units are of.
  private enum Tier {
    case county, town, village

    /// The tier of the last places that a group is of: `各镇(街道)`, `各乡镇人民政府`.
    init?(ofGroup name: FoldedText) {
      let plain = UnitList.withoutBehind(name).dropping(
        last: UnitList.governments.sorted { $0.count > $1.count })
      let kinds = Tier.kinds.filter {
        plain.hasSuffix($0.word) && plain.count > $0.word.unicodeScalars.count
      }
      guard let kind = kinds.first else { return nil }
      self = kind.tier
    }

    /// The kind of place that a name begins with, without the name of one.
    static func leading(_ name: FoldedText) -> (word: String, tier: Tier)? {
      // 开发区管委会 is often the one that there is.
      kinds.dropFirst().first { name.hasPrefix($0.word) }
    }

    /// Kinds of places, an ending above those that it ends in or begins with.
    private static let kinds: [(word: String, tier: Tier)] = [
      ("开发区", .town), ("园区", .town), ("社区", .village), ("县市区", .county), ("县区", .county),
      ("区县", .county),
      ("市区", .county), ("县市", .county), ("乡镇", .town), ("镇街", .town), ("街道", .town), ("县", .county),
      ("区", .county),
      ("市", .county), ("旗", .county), ("镇", .town), ("乡", .town), ("街", .town), ("村", .village),
    ]
  }

  /// A name without the bracket behind it: `各镇(街道)`.
  private static func withoutBehind(_ name: FoldedText) -> FoldedText {
    name.partedAtLastBracket?.before ?? name
  }

  /// Names that are of no unit alone, and go on with the group before them.
  private static let bareKinds: Set<String> = [
    "区", "县", "市", "旗", "镇", "乡", "街", "街道", "镇街", "乡镇", "园区", "村", "社区", "村居", "村社区", "街道办", "街办",
    "街道办事处", "园区管委会",
  ]
  private static let governments: Set<String> = [
    "人民政府", "政府", "党委", "党工委", "管委会", "办事处",
  ]
  /// What departments answer for that begins like a kind of place: 市场监管局, 乡村振兴局.
  private static let thingsOfDepartments = [
    "市场", "市容", "市政公", "市政管", "市政园", "市政设", "市民", "乡村", "乡镇企业", "区域", "县域", "镇域", "村镇", "村建",
    "社区矫正", "社区治理", "市监", "区划", "街区", "街面",
  ]
}
