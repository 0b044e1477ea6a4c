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
      mark.map {
        head.part(0..<$0.places.lowerBound).dropping(last: ["的"]).suffix(of: RankingHead.bad) != nil
      }
      ?? false
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
    (self.item, self.scope) = RankingHead.item(of: head, part: mark?.places)
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
      let lead = before.hasSuffix("倒数") ? 2 : isFromEnd || isLast ? 1 : 0
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
      let rest = text.dropFirst(places.upperBound).dropping(first: ["的", "是"])
      guard let (count, length) = Numeral.integer(rest), count > 1,
        let unit = rest.scalar(length), "位名个".unicodeScalars.contains(unit)
      else { continue }
      let start = text.count - rest.count
      return (side, count, places.lowerBound..<(start + length + 1))
    }
    return nil
  }

  /// Where the last bracket begins that names places.
  private static func bracketOfPlaces(in head: FoldedText) -> Int? {
    head.scalars.indices.last { place in
      guard head.scalar(place) == "(" else { return false }
      let rest = head.dropFirst(place)
      let inner = rest.part(0..<(rest.scalars.firstIndex(of: ")") ?? rest.count))
      return inner.contains(anyWord: ["名", "位"])
    }
  }

  private static let good = ["较好", "最好", "靠前", "较快", "最快", "领先"]
  private static let bad = ["较差", "最差", "靠后", "较慢", "最慢", "落后"]

  /// The order that the words of a head say.
  private static func order(in head: FoldedText) -> Order? {
    let rows: [(Order, [String])] = [
      (.bestFirst, ["好到差", "优到劣", "前往后", "前到后", "从相对较好", "从较好", "从最好", "由较好", "先后顺序"]),
      (.worstFirst, ["差到好", "劣到优", "后往前", "后到前", "从相对较差", "从较差", "从最差", "由较差", "倒序"]),
      (.highFirst, ["高到低", "高到底", "大到小", "多到少"]),
      (.lowFirst, ["低到高", "底到高", "小到大", "少到多"]),
    ]
    return rows.first { head.contains(anyWord: $0.1) }?.0 ?? orderOfFirst(in: head)
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

  /// What is ranked, and of whom: the last clause that says more than the order.
  private static func item(
    of head: FoldedText, part: Range<Int>?
  ) -> (item: FoldedText, scope: FoldedText) {
    let end = part?.lowerBound ?? bracketOfPlaces(in: head) ?? head.count
    let clauses = SentenceClause.all(in: head.part(0..<end))
    for (place, clause) in clauses.enumerated().reversed() {
      var text = clause.text
      let cut = marks.compactMap { text.firstPlaces(of: $0)?.lowerBound }.min()
      if let cut { text = text.part(0..<cut) }
      // 从全县倒数第一名起 names nothing that is ranked.
      if cut != nil, text.count <= 5, text.hasPrefix("从") { continue }
      let (name, scope) = named(text)
      if !name.isEmpty { return (name, scope.isEmpty ? among(clauses.prefix(place)) : scope) }
      if !scope.isEmpty { return (.empty, scope) }
    }
    return (.empty, .empty)
  }

  /// Those among whom somebody is ranked, in a clause of its own: 20个县中,.
  private static func among(_ clauses: ArraySlice<SentenceClause>) -> FoldedText {
    guard let last = clauses.last?.text, last.hasSuffix("中"), last.count > 2 else { return .empty }
    return Quantity.all(in: last).first?.places.lowerBound == 0 ? last.dropLast(1) : .empty
  }

  private static let marks = [
    "依次", "分别", "由好到", "由差到", "由高到", "由低到", "由大到", "从高到", "从低到", "从好到", "从差到", "从大到", "按由", "按从",
    "从相对", "从较好", "从较差", "倒数", "开始排名", "由优到", "从优到", "由前往", "由后往",
  ]

  /// A name of what is ranked, without times, numbers of those ranked, and words of the order.
  static func named(_ text: FoldedText) -> (name: FoldedText, scope: FoldedText) {
    var plain = Numbering(text)?.rest ?? text
    if let blank = plain.scalars.lastIndex(of: " "), plain.count - blank > 4 {
      plain = plain.dropFirst(blank + 1)
      plain = Numbering(plain)?.rest ?? plain
    }
    while let time = ProsePeriod.all(in: plain, year: 2000, present: 2000).first,
      time.places.lowerBound <= 1
    {
      plain = plain.dropFirst(time.places.upperBound)
    }
    plain = plain.dropping(first: ["其中", ":", "份", "的", "根据考核办法", "经综合评定"])
    var scope = FoldedText.empty
    while plain.scalar(0).map(FoldedText.isDigit) ?? false || plain.hasPrefix("所辖") {
      guard let end = end(ofNounIn: plain) else { break }
      scope = scope.joined(plain.part(0..<end))
      plain = plain.dropFirst(end).dropping(first: ["中", "的", ","])
    }
    if let middle = plain.firstPlaces(of: "中"), plain.part(0..<middle.lowerBound).contains("个"),
      middle.upperBound < plain.count
    {
      scope = plain.part(0..<middle.lowerBound)
      plain = plain.dropFirst(middle.upperBound)
    }
    if let count = plain.firstPlaces(of: "共有"), count.lowerBound > 2 {
      plain = plain.part(0..<count.lowerBound).dropping(first: ["受到"])
    }
    plain = withoutRanking(plain)
    if plain.hasSuffix("进行") {
      // 按空气质量综合指数(简称综合指数)进行排序
      plain = plain.dropLast(2).dropping(first: ["依据", "按照", "根据", "按", "以"])
      if plain.hasSuffix(")"), let open = plain.scalars.lastIndex(of: "("), open > 2 {
        plain = plain.part(0..<open)
      }
    }
    if let mark = plain.lastPlaces(of: "、"),
      plain.part(0..<mark.lowerBound).suffix(of: good + bad) != nil
    {
      // 空气质量相对较差、空气质量: the name comes twice.
      let last = withoutRanking(plain.dropFirst(mark.upperBound))
      plain = last.isEmpty ? withoutRanking(plain.part(0..<mark.lowerBound)) : last
    }
    return (plain.trimmed { " :、".unicodeScalars.contains($0) }, scope)
  }

  private static func withoutRanking(_ text: FoldedText) -> FoldedText {
    var plain = text.dropping(last: endings)
    if plain.hasSuffix("排"), plain.suffix(of: ["减排", "安排"]) == nil { plain = plain.dropLast(1) }
    let rest = plain.dropLast(2)
    let isBare =
      rest.count < 2 || rest.suffix(of: ["综合", "年度", "月度", "考核", "总"]) != nil && rest.count <= 4
    if plain.hasSuffix("排名") || plain.hasSuffix("排序"), !isBare {
      plain = rest.dropping(last: endings)
    }
    return plain
  }

  /// The end of the first noun for those that are ranked; of two that begin there the longer one.
  private static func end(ofNounIn text: FoldedText) -> Int? {
    nouns.compactMap { text.firstPlaces(of: $0) }.min {
      ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count)
    }?.upperBound
  }

  private static let nouns = [
    "城市", "县(市、区)", "县(市)", "市(州)", "县区", "区县", "乡镇", "乡(镇)", "街道", "省份", "单位", "断面", "县",
    "功能区", "园区", "开发区", "市州", "省市",
  ]
  private static let endings = [
    "相对", "较好", "较差", "较快", "较慢", "较高", "较低", "最好", "最差", "最快", "最慢", "的", "位居", "居", "、", "按", "由",
    "从", "中", "在", "靠前的单位", "靠后的单位", "靠前", "靠后", "排名情况", "为", "及排名", "全市排名", "情况", "考核排名", "结果",
    "排名相对", "及",
  ]
}
