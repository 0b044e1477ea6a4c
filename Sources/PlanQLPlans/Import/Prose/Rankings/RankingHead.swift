import PlanQLData

/// What stands before the names of a ranking: `水环境质量相对较差的后10位(倒1—10名)依次是`.
struct RankingHead: Sendable {
  /// Which part of the ranking is listed.
  enum Side: Sendable { case top, bottom, whole }

  /// Which end the list begins with.
  enum Order: Sendable {
    case bestFirst, worstFirst
    /// The greatest or the least value stands first; what is better depends on what is ranked.
    case highFirst, lowFirst
    case unknown
  }

  let side: Side
  private(set) var order: Order
  /// How many names the text announces.
  let announced: Int?
  /// The part as written: 后10位.
  let part: String?
  /// The first place of the list that the text names: 第74名.
  private(set) var first: Int?
  /// What the words of the order are said of: 综合指数由大到小; empty where it is what is ranked.
  private(set) var measure = FoldedText.empty
  /// Whether the words of the order and the places named contradict each other.
  private(set) var isContradictory = false
  /// What is ranked; empty where the head does not say it.
  let item: FoldedText
  /// Whose ranking it is: 74个城市.
  let scope: FoldedText

  /// Reads a head; nil where nothing says that a ranking follows.
  init?(_ head: FoldedText) {
    let mark = RankingHead.part(in: head)
    let words = RankingHead.order(in: head)
    let isRanking = head.contains(anyWord: ["排名", "名次", "排序", "位次"])
    guard mark != nil || words != nil || isRanking else { return nil }
    let range = RankingHead.range(in: head)
    // 较差的前10位 are those at the end; which of them is the last is not said.
    let isOfWorst =
      mark.map { RankingHead.speaksOfWorst(head.part(0..<$0.places.lowerBound)) } ?? false
    let isOfEnd = mark == nil && RankingHead.isOfEnd(head)
    let side = isOfWorst || isOfEnd ? .bottom : mark?.side ?? .whole
    self.side = side
    self.announced = mark?.count
    self.part = mark.map { head.part($0.places).string } ?? (isOfEnd ? "靠后" : nil)
    let byRange = range.map(\.order)
    if let words, let byRange, words == .bestFirst || words == .worstFirst, words != byRange {
      isContradictory = true
    }
    self.order = words ?? byRange ?? (side == .bottom ? .unknown : .bestFirst)
    self.first = range?.first
    if isContradictory { order = .unknown }
    if order == .highFirst || order == .lowFirst { measure = RankingHead.measure(in: head) }
    (self.item, self.scope) = RankingHead.item(of: head, part: mark?.places)
  }

  /// Whether what stands before a part of a ranking says that it is one of the worst: 较差的, 最差的县(市、区)中,.
  private static func speaksOfWorst(_ before: FoldedText) -> Bool {
    let plain = before.dropping(last: [","])
    let whole = plain.dropping(last: ["中"])
    let group = whole.count < plain.count ? whole.dropping(last: nouns + ["市", "区", "镇"]) : plain
    return group.dropping(last: ["的"]).suffix(of: bad) != nil
  }

  /// Takes the order that another list of the same text has.
  mutating func take(isFromEnd: Bool) { order = isFromEnd ? .worstFirst : .bestFirst }

  /// `前十名`, `后3位`, `倒数后三名`, `末三位`, and `10位` behind 较好 or 较差.
  static func part(
    in head: FoldedText
  ) -> (side: Side, count: Int, places: Range<Int>)? {
    // A bracket names places, and no part: (从倒数第1名起).
    let plain = head.part(0..<(RankingHead.bracketOfPlaces(in: head) ?? head.count))
    return marked(in: plain) ?? judged(in: plain)
  }

  /// The places of the first part of a ranking that a text names with a sign for its places: 后两名.
  static func firstPart(in text: FoldedText) -> Range<Int>? {
    for end in 1...Swift.max(text.count, 1) {
      guard let mark = marked(in: text.part(0..<Swift.min(end, text.count))) else { continue }
      let unit = text.scalar(mark.places.upperBound - 1) ?? " "
      if "名位".unicodeScalars.contains(unit) { return mark.places }
    }
    return nil
  }

  /// `排名靠后的单位`, of which neither the number nor the places are told.
  private static func isOfEnd(_ head: FoldedText) -> Bool {
    let last = SentenceClause.all(in: head).last?.text ?? head
    return last.dropping(last: ["分别", "依次", "单位", "乡镇", "镇街", "城市", "县区", "区县", "的"]).hasSuffix(
      "靠后")
  }

  /// `前十名`, `后3位`, `倒数后三名`, `末三位`.
  private static func marked(
    in text: FoldedText
  ) -> (side: Side, count: Int, places: Range<Int>)? {
    for place in text.scalars.indices.reversed() {
      guard let scalar = text.scalar(place) else { continue }
      let isFromEnd = scalar == "数" && text.scalar(place - 1) == "倒"
      guard "后末後前".unicodeScalars.contains(scalar) || isFromEnd else { continue }
      let start = place + (text.scalar(place + 1) == "第" ? 2 : 1)
      guard let (count, length) = Numeral.integer(text.dropFirst(start)), count > 0 else {
        continue
      }
      let unit = text.scalar(start + length) ?? " "
      let isOfTime =
        text.dropFirst(start + length).hasPrefix("个月")
        || "年月天日季周".unicodeScalars.contains(unit)
      if isOfTime { continue }
      let end = start + length + ("名位个".unicodeScalars.contains(unit) ? 1 : 0)
      // 从倒数第一名起 says where the list begins.
      if RankingHead.isBeginning(text.dropFirst(end)) { continue }
      let before = text.part(0..<place)
      let isLast = scalar == "后" && before.hasSuffix("最")
      let isReversed = before.hasSuffix("倒数") || before.hasSuffix("倒排")
      let lead = isReversed ? 2 : isFromEnd || isLast ? 1 : 0
      // 倒数前十 are the last ones.
      return (scalar == "前" && lead == 0 ? .top : .bottom, count, (place - lead)..<end)
    }
    return nil
  }

  /// Whether a place is the one that a list begins with: 从倒数第一名起, 从第1名开始.
  private static func isBeginning(_ after: FoldedText) -> Bool {
    after.hasPrefix("起") || after.hasPrefix("开始")
  }

  /// `较好的10位`, `较差的是3个`.
  private static func judged(
    in text: FoldedText
  ) -> (side: Side, count: Int, places: Range<Int>)? {
    for (word, side) in good.map({ ($0, Side.top) }) + bad.map({ ($0, Side.bottom) }) {
      guard let places = text.lastPlaces(of: word) else { continue }
      var rest = text.dropFirst(places.upperBound).dropping(first: ["的", "是"])
      // 最差的(指数由大到小)3个
      if rest.hasPrefix("("), let bracket = rest.outerBrackets().first {
        rest = rest.dropFirst(bracket.upperBound)
      }
      guard let (count, length) = Numeral.integer(rest), count > 1,
        let unit = rest.scalar(length), "位名个".unicodeScalars.contains(unit)
      else { continue }
      let start = text.count - rest.count
      return (side, count, places.lowerBound..<(start + length + 1))
    }
    return nil
  }

  /// Where the last bracket begins that names places.
  static func bracketOfPlaces(in head: FoldedText) -> Int? {
    head.scalars.indices.last { place in
      guard head.scalar(place) == "(" else { return false }
      let rest = head.dropFirst(place)
      let inner = rest.part(0..<(rest.scalars.firstIndex(of: ")") ?? rest.count))
      return inner.contains(anyWord: ["名", "位"])
    }
  }

  static let good = ["较好", "最好", "靠前", "较快", "最快", "领先"]
  static let bad = ["较差", "最差", "靠后", "较慢", "最慢", "落后"]

  /// The order that the words of a head say.
  private static func order(in head: FoldedText) -> Order? {
    let rows: [(Order, [String])] = [
      (.bestFirst, ["好到差", "优到劣", "前往后", "前到后", "从相对较好", "从较好", "从最好", "由较好", "先后顺序"]),
      (.worstFirst, ["差到好", "劣到优", "后往前", "后到前", "从相对较差", "从较差", "从最差", "由较差", "倒序"]),
      (.highFirst, falling), (.lowFirst, rising),
    ]
    return rows.first { head.contains(anyWord: $0.1) }?.0 ?? orderOfFirst(in: head)
  }

  private static let falling = ["高到低", "高到底", "大到小", "多到少"]
  private static let rising = ["低到高", "底到高", "小到大", "少到多"]

  /// What is said to go up or down, where it is a measure.
  private static func measure(in head: FoldedText) -> FoldedText {
    guard let mark = (falling + rising).compactMap({ head.firstPlaces(of: $0)?.lowerBound }).min()
    else { return .empty }
    let before = head.part(0..<mark)
    let start = before.scalars.lastIndex { "(,:;、)".unicodeScalars.contains($0) }.map { $0 + 1 }
    let name = before.dropFirst(start ?? 0).dropping(last: ["由", "从", "按"])
    return name.suffix(of: StatementWords.measures) == nil ? .empty : name
  }

  /// The order of a list that begins with a place that is named: 从倒数第一名起.
  private static func orderOfFirst(in head: FoldedText) -> Order? {
    for (word, order) in [("倒数第", Order.worstFirst), ("第", .bestFirst)] {
      guard let places = head.lastPlaces(of: word),
        let (count, length) = Numeral.integer(head.dropFirst(places.upperBound)), count == 1
      else { continue }
      let rest = head.dropFirst(places.upperBound + length).dropping(first: ["名", "位"])
      if isBeginning(rest) { return order }
    }
    return nil
  }

  /// The places that a bracket names: `(1-10名)`, `(倒1—10名)`, `(从第74名到第65名)`, `(从倒数第1名起)`.
  private static func range(in head: FoldedText) -> (order: Order, first: Int?)? {
    guard let open = bracketOfPlaces(in: head) else { return nil }
    let rest = head.dropFirst(open + 1)
    let inner = rest.part(0..<(rest.scalars.firstIndex(of: ")") ?? rest.count))
    let isFromEnd = inner.contains("倒") || inner.contains("最后一")
    let numbers = inner.scalars.split { !FoldedText.isDigit($0) }.compactMap {
      Int(String(String.UnicodeScalarView($0)))
    }
    guard let first = numbers.first else {
      if isFromEnd { return (.worstFirst, nil) }
      return inner.contains("第一") ? (.bestFirst, nil) : nil
    }
    let last = numbers.dropFirst().first ?? first
    if isFromEnd { return (first <= last ? .worstFirst : .bestFirst, nil) }
    return (first <= last ? .bestFirst : .worstFirst, first)
  }
}
