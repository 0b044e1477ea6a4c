import PlanQLData

extension StatementReader {
  /// A name without the words before it, its times, and the blanks amid it.
  static func cleaned(_ name: FoldedText) -> FoldedText {
    var plain = withoutBlanks(name.trimmed { " :,、-·•".unicodeScalars.contains($0) })
    // 万元国内生产总值(当年价)用水量: of which prices, is a part of the name.
    while let time = ProsePeriod.all(in: plain, year: 2000, present: 2000).first(where: { [plain] in
      !plain.dropFirst($0.places.upperBound).hasPrefix("价")
    }) {
      let before = plain.part(0..<time.places.lowerBound)
      // 产出率比2015年提高15%: the base is no part of the name.
      plain = (time.isBase ? before.dropping(last: ["比", "较", "与", "同"]) : before)
        .joined(plain.dropFirst(time.places.upperBound))
    }
    for word in [
      "下达我市", "下达我县", "下达我区", "下达给我市", "下达给我县", "下达给我区", "将争取", "将力争", "将实现", "要实现", "将使", "力争",
      "争取", "确保",
    ] {
      guard let places = plain.lastPlaces(of: word), places.lowerBound <= 8 else { continue }
      plain = plain.dropFirst(places.upperBound)
    }
    // 《规划》提出了能耗下降
    for word in ["》提出了", "》提出", "》明确了", "》明确", "》规定了", "》规定", "》确定了", "》确定"] {
      guard let places = plain.lastPlaces(of: word) else { continue }
      plain = plain.dropFirst(places.upperBound)
    }
    if plain.hasSuffix("指数年") { plain = plain.dropLast(1) }
    // 能源消耗降低五年累计达到13%
    plain = plain.dropping(last: ["五年"])
    plain = plain.trimmed { " :".unicodeScalars.contains($0) }
    if plain.scalar(1) == "是", let first = plain.scalar(0), Numbering.value([first]) != nil {
      plain = plain.dropFirst(2)
    }
    return plain.dropping(first: [
      "则实际", "则", "而", "但", "且", "即", "并且", "同时", "另外", "其中", "使", "将", "实现", "通过", "预计", "累计",
      "目标为", "要求",
      "的",
      "共完成", "计划完成", "完成", "以及", "和", "全年", "及", "公布",
    ])
  }

  /// What is measured in a volume, and its value with that in the unit: PM10每立方米平均浓度 of 128微克.
  static func perVolume(
    _ name: FoldedText, _ quantity: Quantity
  ) -> (name: FoldedText, quantity: Quantity) {
    guard let unit = quantity.unit, ["微克", "毫克"].contains(unit),
      let mark = name.firstPlaces(of: "每立方米")
    else { return (name, quantity) }
    let plain = name.part(0..<mark.lowerBound).joined(name.dropFirst(mark.upperBound))
    return (
      plain, Quantity(value: quantity.value, unit: unit + "/立方米", places: quantity.places)
    )
  }

  /// A text without the blanks beside its ideographs, and without a noise of letters before them.
  private static func withoutBlanks(_ text: FoldedText) -> FoldedText {
    guard text.scalars.contains(" ") else { return text }
    var words = text.words
    while let first = words.first, words.count > 1, first.count <= 4,
      first.scalars.allSatisfy(\.isASCII), !pollutants.contains(first.folded),
      words.dropFirst().contains(where: { $0.scalars.contains(where: FoldedText.isIdeograph) })
    {
      words.removeFirst()
    }
    return FoldedText(words.map(\.string).joined())
  }

  private static let pollutants: Set<String> = [
    "PM2.5", "PM10", "PM", "SO2", "NO2", "NOx", "CO", "O3", "O", "AQI", "API", "COD", "GDP", "VOCs",
    "TSP", "CWQI",
  ]

  /// Whether a sentence supposes what it says, to show how something is worked out: 如某县得88分.
  static func isExample(_ sentence: FoldedText) -> Bool {
    ["如某", "若某", "例如", "比如", "假如", "假设", "举例", "譬如"].contains { sentence.trimmed().hasPrefix($0) }
  }

  /// Whether a text can be the name of an indicator.
  static func isName(_ name: FoldedText) -> Bool {
    let isBalanced = name.hasBalancedBrackets && name.hasBalancedQuotes
    let leads = [
      "此外", "其次", "其余", "由", "从", "以", "对", "在", "经", "据", "还", "仍", "也", "每", "、", ",", "须", "针对",
      "的", "同期", "同比", "环比", "比", "较", "与", "去年", "上年", "降幅", "增幅", "达到", "达成", "至", "如", "因", "超",
      "高于",
      "低于",
      "占",
    ]
    return (2...60).contains(name.count) && isBalanced
      && !StatementWords.ofNothing.contains(name.compact)
      && !leads.contains { name.hasPrefix($0) && !isGrade(name) }
      && name.suffix(of: [
        "前", "后", "第", "专栏", "附件", "附表", "表", "图", "确定了", "确定", "要求", "提出了", "提出", "设定了", "制定了",
      ]) == nil
      && !name.contains(anyOf: Array("≤≥<>=。;?!%".unicodeScalars))
      && !hasLongNumber(name) && !name.hasSuffix("-")
      && (!name.hasSuffix("为") || name.hasSuffix("行为")) && !name.hasSuffix("是")
      && !name.contains(anyWord: ["占比占比", "从的", "由的", "以上、", "以下、"])
      && !Quantity.all(in: name).contains {
        // 幼儿园7个、小学: values of a list, and no name.
        $0.unit != nil
          && (!StatementReader.isCount($0, in: name) || name.scalar($0.places.upperBound) == "、")
      }
  }

  /// Whether a name says how a mean was made, and not of what: 年均值第95百分位数浓度.
  static func isMeanAlone(_ name: FoldedText) -> Bool {
    let words = [
      "日最大8小时", "小时", "年平均", "日平均", "月平均", "平均", "年均", "日均", "月均", "均", "值", "第90百分位数",
      "第95百分位数", "第98百分位数", "百分位数", "浓度", "的", "年",
    ]
    guard name.contains(anyWord: ["均", "百分位"]) else { return false }
    return words.reduce(name) { $0.replacing($1, with: "") }.isEmpty
  }

  /// The measure that a clause names alone, of which the values behind it are: 优良率分别为:; empty where it names none.
  static func announced(by text: FoldedText) -> FoldedText {
    let name = text.dropping(last: ["依次为", "依次是", "分别为", "分别是", "如下", "情况"])
    return isMeasureAlone(name) ? name : .empty
  }

  /// Whether a clause is nothing but the name of what is observed.
  static func isMeasureAlone(_ text: FoldedText) -> Bool {
    (3...20).contains(text.count) && text.suffix(of: StatementWords.measures) != nil
      && Quantity.all(in: text).isEmpty && isName(text)
      && text.suffix(of: BoundWords.changes.map(\.word)) == nil
      && !text.contains(anyWord: ["提高", "提升", "降低", "减少", "加强", "推进", "的"])
  }

  /// Whether digits of an amount stand amid a name, as where a row of a table was taken for words.
  private static func hasLongNumber(_ name: FoldedText) -> Bool {
    let digits = name.scalars.split { !FoldedText.isDigit($0) }
    return digits.contains {
      $0.count >= 3 && !($0.count == 4 && "12".unicodeScalars.contains($0[$0.startIndex]))
    }
  }

  /// Whether a number in a name counts what the name is of, or is a part of it: 24个断面, 2类区.
  private static func isCount(_ quantity: Quantity, in name: FoldedText) -> Bool {
    guard let unit = quantity.unit else { return true }
    return ["个", "座", "条", "处", "项", "类", "级"].contains(unit)
  }

  /// Whether what follows a number and 、 is another one of the same list: 一、二类海水.
  static func isClass(_ rest: FoldedText) -> Bool {
    guard let first = rest.scalar(0), Numbering.value([first]) != nil else { return false }
    return ["类", "级", "等", "、"].contains(rest.scalar(1))
  }

  /// A clause, parted where 、 stands between two that state values: `甲率80%以上、乙率90%以上`.
  static func parted(_ clause: SentenceClause) -> [SentenceClause] {
    let text = clause.text
    guard text.contains("、"), !text.contains("分别") else { return [clause] }
    let quantities = Quantity.all(in: text).filter { $0.unit != nil }
    guard quantities.count > 1 else { return [clause] }
    var parts: [SentenceClause] = []
    var start = 0
    for (one, two) in zip(quantities, quantities.dropFirst()) {
      let between = text.part(one.places.upperBound..<two.places.lowerBound)
      guard let mark = between.firstPlaces(of: "、"),
        BoundWords.after.contains(where: { between.hasPrefix($0.word + "、") })
          || mark.lowerBound == 0,
        between.dropFirst(mark.upperBound).count > 2
      else { continue }
      let end = one.places.upperBound + mark.lowerBound
      parts.append(SentenceClause(text: text.part(start..<end), start: clause.start + start))
      start = end + 1
    }
    parts.append(SentenceClause(text: text.dropFirst(start), start: clause.start + start))
    // 每千人口拥有医师3.2人、护士3.8人: the second is counted for as many, which its own words do not say.
    let rates = ["每百", "每千", "每万", "每十万", "每亿"]
    guard parts.count > 1, parts[0].text.contains(anyWord: rates) else { return parts }
    return parts.enumerated().filter { $0 == 0 || $1.text.contains(anyWord: rates) }.map(\.element)
  }

  /// Whether a name is one of what is observed, with a value that says what it is in.
  static func isMeasure(_ name: FoldedText, _ quantity: Quantity) -> Bool {
    var noun = name
    if noun.hasSuffix(")"), let open = noun.scalars.lastIndex(of: "("), open > 0 {
      noun = noun.part(0..<open)
    }
    guard noun.suffix(of: StatementWords.measures) != nil,
      noun.suffix(of: ["总分", "满分", "分值", "日平均气温"]) == nil
    else { return false }
    // 浓度 alone says nothing of what.
    let isBare = ["浓度", "平均浓度", "年均浓度", "排放量", "总量"].contains(name.compact)
    // A share of 0 has no unit, and neither has an index.
    let isPlain = quantity.value.significand == 0 || noun.suffix(of: ["指数"]) != nil
    return !isBare && (quantity.unit != nil || quantity.value.scale > 0 || isPlain)
  }

  /// `目标值62.5%`, `已提前实现规划目标62%`: the target of the value before it; nil where a name is of
  /// more than that.
  func targetOfLast(
    _ value: StatementClause.Value, of clause: StatementClause, _ sentence: ProseSentence,
    _ around: StatementMood.Surroundings
  ) -> StatedValue? {
    var rest = StatementReader.cleaned(value.name)
    let isNamed = rest.contains("目标") || rest.isEmpty && clause.text.contains("目标")
    guard isNamed, let last = statements.last, last.line == sentence.line,
      !last.isTarget, last.quantity.unit == value.quantity.unit
    else { return nil }
    for word in StatementWords.ofTargets {
      while let places = rest.firstPlaces(of: word) {
        rest = rest.part(0..<places.lowerBound).joined(rest.dropFirst(places.upperBound))
      }
    }
    guard rest.trimmed().isEmpty else { return nil }
    let isOwnTime = around.time?.text != last.time?.text
    return StatedValue(
      name: last.name, isTarget: true, quantity: value.quantity, comparator: value.comparator,
      direction: nil, text: value.text, time: isOwnTime ? around.time : nil, place: last.place,
      line: sentence.line)
  }
}
