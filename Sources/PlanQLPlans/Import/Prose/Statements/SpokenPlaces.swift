import PlanQLData

/// The places that a paragraph speaks of, and which of them a value without one is of.
struct SpokenPlaces: Sendable {
  /// What is known of the place of a value that its own words do not place.
  enum Carried: Sendable, Hashable {
    case certain(FoldedText)
    /// The one that was named last, among others that it could be of too.
    case last(FoldedText, others: [FoldedText])
    /// Any of several: after an aside on the whole country, the text may go on with its own place.
    case open([FoldedText])
  }

  /// The place that the sentence names; empty where it names none.
  private(set) var own = FoldedText.empty
  /// The places in the order in which they were named, each once.
  private var named: [FoldedText] = []
  private var last = FoldedText.empty
  /// Whom the sentence calls the best or the worst of some, of whom no other sentence is.
  private var judged = FoldedText.empty
  /// Whether a full stop stands between the place that was named last and the sentence.
  private var isBehindStop = false
  /// The place that a label names, of which the paragraph is, and the one of a label on a line of its own.
  private var label = FoldedText.empty
  private var labelAbove: (name: FoldedText, line: Int, heading: FoldedText?)?

  /// Whether a value of another scope has stood behind the place in its sentence, so that those behind it may be of either.
  private var isLeft = false
  /// The place that the paragraph says has put forward what it tells: 甲省提出,….
  private var speaker = FoldedText.empty

  /// The line of the label that the values are below.
  var lineOfLabel: Int? { labelAbove?.line }

  /// The place of a target: as its sentence says, or the label before it. What cities are watched for is no place of
  /// what is measured elsewhere: 地级及以上城市优良天数比率87%,地表水优良比例85%.
  func ofTarget(_ name: FoldedText) -> FoldedText {
    own.isEmpty || !SpokenPlaces.mayGoOn(own, name) ? label : own
  }

  /// The values whose place is not certain, line by line.
  private var doubts: [(line: Int, carried: Carried, names: [String])] = []

  /// Goes on to a paragraph, which names its places anew, below a heading that may be one itself.
  mutating func beginParagraph(under heading: FoldedText?) {
    if labelAbove.map({ $0.heading != heading }) ?? true { labelAbove = nil }
    let title = heading.map { Numbering($0)?.rest ?? $0 }?.dropping(last: [":"]) ?? .empty
    label = labelAbove?.name ?? (StatementPlace.isPlace(title) ? title : .empty)
    named = label.isEmpty ? [] : [label]
    last = label
    own = .empty
    isLeft = false
    speaker = .empty
  }

  /// Forgets the label above, where another line stands before a colon that names no place known.
  mutating func leaveLabel() {
    labelAbove = nil
    label = .empty
    named = []
    last = .empty
  }

  /// Takes the place that puts forward what follows: all of the province is all of that one.
  mutating func speak(ofSpeaker place: FoldedText) { speaker = place }

  /// Goes on behind something that is of other places than the one named before it in the sentence: 甲流域优良比例70%,
  /// 地级及以上城市黑臭水体10%,….
  mutating func leave() {
    guard !own.isEmpty, !SpokenPlaces.isWide(own) else { return }
    own = .empty
    isLeft = true
  }

  /// Takes a place that stands before a colon; alone on its line it holds for the paragraphs below it.
  mutating func speak(ofLabel place: FoldedText, isAlone: Bool, in sentence: ProseSentence) {
    label = place
    if isAlone { labelAbove = (place, sentence.line, sentence.heading) }
    speak(of: place)
  }

  /// Goes on to a sentence, which may name another place.
  mutating func beginSentence(goesOn: Bool) {
    own = .empty
    judged = .empty
    isLeft = false
    isBehindStop = isBehindStop || !goesOn
  }

  /// Takes a place that a value or a heading of values names.
  mutating func speak(of place: FoldedText) {
    let isAll = ["全省", "全市", "全县", "全区", "全州", "全旗"].contains(place.compact)
    let place = isAll && !speaker.isEmpty ? speaker : place
    own = place
    last = place
    isLeft = false
    judged = .empty
    isBehindStop = false
    if !place.isEmpty, !named.contains(where: { $0.compact == place.compact }) {
      named.append(place)
    }
  }

  /// Takes whom the sentence calls the best or the worst of some.
  mutating func speak(ofJudged place: FoldedText) { judged = place }

  /// Notes a value whose words do not say where it was observed, where others do not tell either.
  mutating func note(_ name: FoldedText, at line: Int) {
    let carried = carried(for: name)
    if case .certain = carried { return }
    if let place = doubts.indices.last, doubts[place].line == line, doubts[place].carried == carried
    {
      doubts[place].names.append(name.string)
    } else {
      doubts.append((line, carried, [name.string]))
    }
  }

  /// What is to be said of those values.
  var remarks: [ProseRemark] {
    doubts.map { doubt in
      let text: LocalizedText =
        switch doubt.carried {
        case .certain(let place): ImportMessages.placeCarried(doubt.names, place.string, [])
        case .last(let place, let others):
          ImportMessages.placeCarried(doubt.names, place.string, others.map(\.string))
        case .open(let places): ImportMessages.placeOpen(doubt.names, places.map(\.string))
        }
      return ProseRemark(line: doubt.line, text: text)
    }
  }

  /// The place of a value that its own words do not place.
  func carried(for name: FoldedText) -> Carried {
    if !judged.isEmpty { return .certain(judged) }
    if isLeft { return .open(named) }
    if !own.isEmpty, !SpokenPlaces.mayGoOn(own, name) { return .open([own]) }
    if own.isEmpty, !SpokenPlaces.mayGoOn(last, name) { return .open([last]) }
    if own.isEmpty, isBehindStop, !SpokenPlaces.mayBeOf(last, name) { return .open([last]) }
    guard own.isEmpty, named.count > 1 else { return .certain(last) }
    let others = named.filter { $0.compact != last.compact }
    return SpokenPlaces.isWide(last) ? .open(named) : .last(last, others: others)
  }

  /// Whether a value in the same sentence may be that of a group of cities: nothing of the country's waters, woods and
  /// output is.
  private static func mayGoOn(_ place: FoldedText, _ name: FoldedText) -> Bool {
    !place.hasSuffix("城市")
      || !name.contains(anyWord: ["地表水", "单位", "碳排放", "二氧化碳", "森林", "耕地", "断面", "近岸", "海水"])
  }

  /// Whether a value in another sentence may be that of a group of places: what cities are watched for is the air, and
  /// what sections of rivers are watched for is the water.
  private static func mayBeOf(_ place: FoldedText, _ name: FoldedText) -> Bool {
    if place.hasPrefix("地表水"), name.contains(anyWord: ["污水", "废水", "出水", "饮用水", "地下水"]) {
      return false
    }
    if place.hasSuffix("城市") { return name.contains(anyWord: air) }
    let isOfWater = place.suffix(of: ["断面", "水源地", "点位", "河流", "湖泊", "湖库", "湖(库)"]) != nil
    return !isOfWater || name.contains(anyWord: water)
  }

  private static let air = [
    "优良", "PM", "O3", "SO2", "NO2", "CO", "臭氧", "颗粒物", "二氧化硫", "二氧化氮", "一氧化碳", "综合指数", "污染天", "AQI",
    "空气",
    "酸雨", "降水", "浓度", "噪声", "声级", "沙尘", "达标", "天数",
  ]
  private static let water = ["水", "断面", "类", "磷", "氮", "点位", "达标", "浓度", "需氧量", "富营养"]

  /// Whether a place is one that others lie in, as asides compare them with: 全省, 全国339个城市.
  private static func isWide(_ place: FoldedText) -> Bool {
    ["全", "我国"].contains { place.hasPrefix($0) }
  }
}
