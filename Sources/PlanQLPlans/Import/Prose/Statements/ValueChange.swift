import PlanQLData

/// A clause that says from what to what a value went: `优良天数比例从2015年的78.8%提高到80.6%`.
///
///     change = name (从 | 由) [time 的] number [unit] verb (到 | 至 | 为) [time 的] number unit
struct ValueChange: Sendable {
  let name: FoldedText
  let before: Quantity
  let after: Quantity
  /// The time of the earlier value, where the clause tells it.
  let timeBefore: ProsePeriod?
  /// The earlier value as it is written, with the words that say when: 去年同期的70%.
  let textBefore: String
  /// Whether it goes from what there is now, so that the later value is one of the future: 从目前的50%.
  let isFromNow: Bool
  /// Which way it went; nil where the words do not tell.
  let direction: String?
  /// How the later value is bounded, by the name of it in `indicators`: 45%以上.
  let comparator: String?
  /// The later value as it is written.
  let text: String
  /// Whether somebody set another value, as where a plan was altered: 调整为.
  let isAdjustment: Bool

  /// Reads a clause; nil where it is no such one as a whole.
  init?(_ clause: FoldedText, year: Int?, present: Int?) {
    guard
      let mark = ["从", "由"].compactMap({ clause.firstPlaces(of: $0) }).min(by: {
        $0.lowerBound < $1.lowerBound
      }), mark.lowerBound >= 2
    else { return nil }
    let quantities = Quantity.all(in: clause).filter { $0.places.lowerBound >= mark.upperBound }
    guard quantities.count == 2, let unit = quantities[1].unit else { return nil }
    let (first, last) = (quantities[0], quantities[1])
    guard first.unit == nil || first.unit == unit else { return nil }
    let rest = clause.dropFirst(last.places.upperBound).trimmed()
    let bound = BoundWords.after.first { rest.hasPrefix($0.word) }
    let tail = rest.dropFirst(bound?.word.unicodeScalars.count ?? 0).trimmed {
      " 。、;".unicodeScalars.contains($0)
    }
    self.comparator = bound?.comparator
    self.text = clause.part(last.places).string + (bound?.word ?? "")
    let lead = clause.part(mark.upperBound..<first.places.lowerBound)
    let verb = clause.part(first.places.upperBound..<last.places.lowerBound)
    guard tail.isEmpty, ValueChange.isTime(lead), ValueChange.leadsOn(verb) else { return nil }
    self.name = clause.part(0..<mark.lowerBound).trimmed()
      .dropping(last: ["将", "将会", "要", "力争", "已", "已经"])
    self.direction = ValueChange.direction(of: verb)
    self.isFromNow = ["目前", "现在", "当前", "现状"].contains(lead.dropping(last: ["的"]).compact)
    self.isAdjustment = verb.contains("调整")
    self.before = Quantity(value: first.value, unit: unit, places: first.places)
    self.after = last
    self.textBefore = clause.part(mark.upperBound..<first.places.upperBound).trimmed().string
    self.timeBefore = ProsePeriod.all(in: lead, year: year, present: present).first
  }

  /// Whether nothing but a time stands between 从 and the number.
  private static func isTime(_ text: FoldedText) -> Bool {
    let plain = text.dropping(last: ["的"])
    if plain.isEmpty || standing.contains(plain.compact) { return true }
    return ProsePeriod.all(in: plain, year: 2000, present: 2000).contains {
      $0.places == 0..<plain.count
    }
  }

  /// Whether a text says that a value became another one: 提高到, 下降至2019年的.
  private static func leadsOn(_ text: FoldedText) -> Bool {
    var plain = text.trimmed().dropping(last: ["的", "了"])
    if let time = ProsePeriod.all(in: plain, year: 2000, present: 2000).last,
      time.places.upperBound == plain.count
    {
      // The words that lead to a time may hold the one that leads to the value.
      let start = time.places.upperBound - FoldedText(time.text).count
      plain = plain.part(0..<start)
    }
    return plain.count <= 5 && ["到", "至", "为"].contains { plain.hasSuffix($0) }
      && ValueChange.verbs.contains { plain.hasPrefix($0) }
  }

  /// Which way a verb leads.
  private static func direction(of verb: FoldedText) -> String? {
    let plain = verb.trimmed()
    if ["增", "提", "升", "上升", "扩大", "回升"].contains(where: { plain.hasPrefix($0) }) { return "up" }
    return ["减", "下降", "降", "压减", "锐减", "缩", "回落"].contains { plain.hasPrefix($0) } ? "down" : nil
  }

  /// Words for the time before that name no year.
  private static let standing: Set<String> = [
    "上年同期", "去年同期", "上年", "去年", "年初", "目前", "现在", "当前", "现状",
  ]
  private static let verbs = [
    "增", "提", "升", "上升", "扩大", "减", "下降", "降", "压减", "锐减", "缩", "改善", "回升", "回落", "变", "调整",
  ]
}
