import PlanQLData

/// What a bulletin says in figures: groups of projects or cases, and what is stated of each.
struct Bulletin: Sendable {
  /// What figures are stated of: a group of projects, a place, a sector.
  struct Group: Sendable {
    let name: String
    /// The group that it is a part of; nil below the whole.
    let parent: Int?
    /// The heading that it stands under.
    let node: Int?
    let line: Int
    /// Groups of one division part the same whole.
    let division: Int
    let paragraph: Int

    /// The group below another one.
    func moved(below parent: Int?) -> Group {
      Group(
        name: name, parent: parent, node: node, line: line, division: division,
        paragraph: paragraph)
    }
  }

  /// One way in which a whole is parted: 其中, 按行业划分, a list of paragraphs.
  struct Division: Sendable {
    /// Whether the text says that its groups are parts: 其中, 按行业划分.
    var isOpened: Bool
    /// Whether it says that they are all there are.
    var isExhaustive: Bool
    let paragraph: Int
  }

  /// A figure of a group, or of the whole.
  struct Figure: Sendable {
    var group: Int?
    let node: Int?
    let label: String
    let value: Decimal
    let unit: FigureUnit
    /// The figure that it is a part of: 其中上级资金2亿元.
    var whole: Int?
    /// Whether the parts of that figure are enumerated, so that they are all there are.
    var isEnumerated = false
    let isRough: Bool
    /// Whether 元 is not written.
    var lacksYuan = false
    /// The time that the text says it is of: 1-8月.
    let time: String?
    let line: Int
    let paragraph: Int
    /// Whether its name is one that bulletins use.
    let isKnown: Bool
    /// Whether it stands in a bracket, beside what is said.
    var isAside = false
    /// Whether it is what a share is of: 占总投资9000万元的58.9%.
    var isOfPlan = false
    /// Whether it says how another figure has changed.
    let isChange: Bool
    /// The sentence that states it.
    let sentence: String

    var isMoney: Bool {
      if case .money = unit { return true }
      return false
    }

    var isCount: Bool {
      if case .count = unit { return true }
      return false
    }

    /// Whether it is that of each of many, which is not added up, and which no unit of the plan's money suits:
    /// 人均可支配收入32740元.
    var isOfEach: Bool {
      FoldedText(label).contains(anyWord: ["人均", "户均", "亩均", "每人", "每户", "每亩", "每公里", "均价"])
    }
  }

  var groups: [Group] = []
  var divisions: [Division] = []
  var figures: [Figure] = []
  /// Figures that nothing could be made of, as they stand in the text.
  var unread: [(line: Int, text: String)] = []

  /// Whether nothing is stated that bulletins state.
  var isEmpty: Bool {
    !figures.contains { $0.isKnown && ($0.isMoney || $0.label.contains("整改")) }
      && figures.count { $0.isKnown } < 2
  }
}
