import PlanQLData

/// A clause that states a value: the words before it, the value, and how it is bounded.
///
///     clause = [time] [place] name (verb | comparator | change) number unit [以上 | 以内 | 左右]
struct StatementClause: Sendable {
  /// A value that the clause states.
  struct Value: Sendable {
    let name: FoldedText
    let quantity: Quantity
    let comparator: String?
    let direction: String?
    /// The words before it with no name in them, as 占 in 占92.5%.
    let verb: String?
    let text: String
  }

  private(set) var values: [Value] = []
  /// The bracket behind the value: (2017年目标为68.3%).
  private(set) var aside: FoldedText?
  /// How words bound a value.
  private(set) var bound = StatementMood.Bound.none
  /// The clause without that bracket.
  private(set) var text: FoldedText
  /// Whether a value says by how much something changes: 下降18%.
  private(set) var isChange = false
  /// The words before the value with no name in them, as 占 in 占92.5%.
  private(set) var verb: String?
  /// What values given to several names are compared with: 比2020年.
  private(set) var base: String?

  /// Reads a clause without its times; nil where it states no value, or something follows it.
  init?(_ clause: FoldedText) {
    text = clause
    let brackets = clause.outerBrackets(opening: "([", closing: ")]")
    let found = Quantity.all(in: clause).filter { quantity in
      !brackets.contains { $0.contains(quantity.places.lowerBound) }
    }
    guard let last = found.last, !StatementClause.isOfRange(last, in: clause),
      !StatementClause.isOfRatio(last, in: clause), !StatementClause.isShareOf(last, in: clause)
    else { return nil }
    var tail = clause.dropFirst(last.places.upperBound).trimmed()
    if let bracket = brackets.last, bracket.lowerBound >= last.places.upperBound,
      bracket.upperBound == clause.count
    {
      tail = clause.part(last.places.upperBound..<bracket.lowerBound).trimmed()
      aside = clause.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1))
      text = clause.part(0..<bracket.lowerBound)
    }
    let bound = BoundWords.after.first { tail.hasPrefix($0.word) }
    tail = tail.dropFirst(bound?.word.unicodeScalars.count ?? 0)
      .trimmed { " 。、的;".unicodeScalars.contains($0) }
    guard tail.isEmpty || tail.compact == "目标" else { return nil }
    if let mark = clause.firstPlaces(of: "分别"), found.count > 1 {
      distribute(clause, mark, found.filter { $0.places.lowerBound >= mark.upperBound }, bound)
    } else {
      add(clause, last, bound, isOnly: found.count == 1, isOfEach: clause.contains("分别"))
    }
    guard !values.isEmpty || verb != nil else { return nil }
  }

  /// Whether a value is the end of a range, and so none of its own: 19~101微克/立方米.
  private static func isOfRange(_ value: Quantity, in clause: FoldedText) -> Bool {
    FigureRange.all(in: clause).contains { $0.overlaps(value.places) }
  }

  /// Whether a number is a side of a ratio: 2.2:1.
  private static func isOfRatio(_ value: Quantity, in clause: FoldedText) -> Bool {
    let (before, after) = (value.places.lowerBound - 1, value.places.upperBound)
    return [before, after].contains { place in
      clause.scalar(place) == ":"
        && [place - 1, place + 1].allSatisfy { clause.scalar($0).map(FoldedText.isDigit) ?? false }
    }
  }

  /// Whether a share is that of something that 的 names before it, and no value of it: 项目总投资的10%.
  private static func isShareOf(_ value: Quantity, in clause: FoldedText) -> Bool {
    let before = clause.part(0..<value.places.lowerBound).trimmed()
    // 占全国完成投资总额的68%: of what the clause before tells.
    if value.unit == "%", before.hasSuffix("的"), before.hasPrefix("占") { return true }
    return value.unit == "%" && before.hasSuffix("的")
      && !before.contains(anyWord: ["占", "率", "比例", "比重", "完成", "达到", "为", "相当于"])
  }

  private mutating func add(
    _ clause: FoldedText, _ quantity: Quantity, _ bound: (word: String, comparator: String)?,
    isOnly: Bool, isOfEach: Bool
  ) {
    let head = Head(clause.part(0..<quantity.places.lowerBound))
    // A second number in the name must count those that it is of, or be part of a name.
    if !isOnly, head.name.scalars.contains("~") { return }
    self.bound = StatementClause.bound(bound?.word, head)
    isChange = head.direction != nil
    verb = head.verb
    let end = quantity.places.upperBound + (bound?.word.unicodeScalars.count ?? 0)
    let start = head.wordStart
    let names =
      isOfEach ? StatementClause.each(in: head.name) : StatementClause.alike(in: head.name)
    values = names.map { name in
      Value(
        name: name, quantity: quantity, comparator: bound?.comparator ?? head.comparator,
        direction: head.direction, verb: head.verb, text: clause.part(start..<end).trimmed().string)
    }
  }

  /// The names of a list of which 分别 says that each has the one value: 甲、乙排放量分别下降2%.
  private static func each(in name: FoldedText) -> [FoldedText] {
    let count = name.scalars.count { "、和与及".unicodeScalars.contains($0) } + 1
    let names = count > 1 ? names(name, count: count) : []
    return names.count == count ? names : [name]
  }

  /// The names of a list that each name the same measure: 甲用水量、乙用水量 are two, 一、二类海水比例 is one.
  private static func alike(in name: FoldedText) -> [FoldedText] {
    let parts = SentenceClause.all(in: withoutBase(name), at: "、").map(\.text)
    let measures = ["用水量", "能耗", "水耗", "覆盖率", "达标率", "处理率", "利用率", "处置率", "排放量", "浓度", "强度", "比例"]
    guard parts.count > 1, let measure = parts[0].suffix(of: measures),
      parts.allSatisfy({ $0.hasSuffix(measure) && $0.count > measure.unicodeScalars.count })
    else { return [name] }
    return parts
  }

  /// `甲、乙浓度分别为11、24微克/立方米`: as many values as names.
  private mutating func distribute(
    _ clause: FoldedText, _ mark: Range<Int>, _ quantities: [Quantity],
    _ bound: (word: String, comparator: String)?
  ) {
    guard let first = quantities.first, let last = quantities.last else { return }
    // 0.7个、3.2个和2.6个百分点: all are points.
    func unit(of quantity: Quantity) -> String? {
      let isHalf = quantity.unit == "个" && last.unit?.hasSuffix("百分点") ?? false
      return isHalf ? last.unit : quantity.unit ?? last.unit
    }
    let units = quantities.map(unit)
    let names = StatementClause.names(
      clause.part(0..<mark.lowerBound), count: quantities.count,
      isOfOneUnit: Set(units).count == 1)
    guard names.count == quantities.count else { return }
    base = ProsePeriod.all(in: clause.part(0..<mark.lowerBound), year: nil).last(where: \.isBase)
      .map { "比" + $0.text }
    var head = Head(clause.part(mark.upperBound..<first.places.lowerBound))
    self.bound = StatementClause.bound(bound?.word, head)
    isChange = head.direction != nil
    verb = head.verb
    var word = clause.part(mark.upperBound..<first.places.lowerBound).trimmed()
    for (place, (name, quantity)) in zip(names, quantities).enumerated() {
      let own =
        place > 0 ? StatementClause.words(before: place, of: quantities, in: clause) : .empty
      if !own.isEmpty {
        // 分别下降5.2%和上升1.3%: each has a verb of its own.
        head = Head(own)
        word = own
        guard isChange, head.name.isEmpty, head.direction != nil else {
          values = []
          return
        }
      }
      let unit = unit(of: quantity)
      let whole = Quantity(value: quantity.value, unit: unit, places: quantity.places)
      values.append(
        Value(
          name: name, quantity: whole, comparator: bound?.comparator ?? head.comparator,
          direction: head.direction, verb: head.verb,
          text: word.string + clause.part(quantity.places).string
            + (quantity.unit == nil ? unit ?? "" : "") + (bound?.word ?? "")))
    }
  }

  /// What stands between one of several values and the one before it, besides the sign of a list.
  private static func words(
    before place: Int, of quantities: [Quantity], in clause: FoldedText
  ) -> FoldedText {
    let end = quantities[place].places.lowerBound
    // 10.6万、3.8万平方公里: the unit of the first begins as that of the last.
    return clause.part(quantities[place - 1].places.upperBound..<end).dropping(first: ["万", "亿"])
      .trimmed { " 、和与及以".unicodeScalars.contains($0) }
  }
}

extension StatementClause {
  /// How a value is bounded by the word behind it and those before it.
  private static func bound(_ after: String?, _ head: Head) -> StatementMood.Bound {
    guard head.bound == .none else { return head.bound }
    return after == nil || after == "左右" ? .none : .limit
  }

  /// What stands before a value: the name and the words between the two.
  private struct Head {
    var name: FoldedText
    var comparator: String?
    var direction: String?
    /// How a word before the value bounds it.
    var bound = StatementMood.Bound.none
    var verb: String?
    /// Where the words between begin.
    let wordStart: Int

    init(_ text: FoldedText) {
      var rest = text.trimmed()
      let done = rest.dropping(last: ["了"])
      // 下降了18%
      if done.suffix(of: BoundWords.changes.map(\.word)) != nil { rest = done }
      var isDone = false
      while !isDone {
        isDone = true
        if let row = StatementWords.before.first(where: { rest.hasSuffix($0.word) }) {
          rest = rest.dropLast(row.word.unicodeScalars.count).trimmed()
          comparator = comparator ?? row.comparator
          if let comparator = row.comparator, comparator != "about", bound != .duty {
            bound = StatementWords.duties.contains(row.word) ? .duty : .limit
          }
          verb = row.word
          isDone = false
        } else if direction == nil, verb == nil || verb == "约" || verb == "达" || verb == "达到",
          let row = BoundWords.changes.first(where: { rest.hasSuffix($0.word) })
        {
          rest = rest.dropLast(row.word.unicodeScalars.count).trimmed()
          direction = row.direction
          verb = row.word
          isDone = false
        }
      }
      // 平均 and 累计 belong to the name where nothing but the number follows.
      let isRate = rest.suffix(of: ["年均", "月均", "日均"]) != nil
      name = rest.dropping(
        last: verb == nil ? ["的", ":", "共"] : isRate ? [] : StatementWords.fillers)
      wordStart = name.count
    }
  }
}
