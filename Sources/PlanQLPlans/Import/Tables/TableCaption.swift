/// What stands above and below a table.
enum TableCaption {
  /// The money in `单位:万元`, in any part of a line.
  static func moneyUnit(_ text: FoldedText) -> MoneyName? {
    // The unit may stand at the right end of a line filled up with blanks.
    let line =
      text.count <= 80 ? text : FoldedText(text.words.map(\.string).joined(separator: " "))
    guard line.count <= 80 else { return nil }
    var rest = line
    while let places = rest.firstPlaces(of: "单位") {
      rest = rest.dropFirst(places.upperBound)
      var after = rest.trimmed { ": ".unicodeScalars.contains($0) }
      for lead in ["均为", "都为", "为", "均以", "是", "均按"] where after.hasPrefix(lead) {
        after = after.dropFirst(lead.unicodeScalars.count)
        break
      }
      let word = after.words.first ?? after
      if word.count <= 16, let name = MoneyName(in: word) { return name }
    }
    if let name = moneyAfterLabel(line) ?? moneyAtEnd(line) ?? moneyInEnglish(line) { return name }
    let plain = line.trimmed { "() ".unicodeScalars.contains($0) }
    let isUnitAlone =
      plain.count <= 8 && line.scalar(0) == "("
      && MoneyUnit.all.contains { $0.name == plain.compact }
    return isUnitAlone ? MoneyName(in: plain) : nil
  }

  /// What the figures of a table that are no money are measured in: `单位:万吨`, `造林任务表(单位:亩)`, `单位:万吨、亿元`.
  static func measure(_ line: FoldedText) -> String? {
    guard line.count <= 40, let places = line.firstPlaces(of: "单位"),
      places.lowerBound == 0
        || "( ".unicodeScalars.contains(line.scalar(places.lowerBound - 1) ?? "a"),
      case let after = line.dropFirst(places.upperBound).trimmed(), after.scalar(0) == ":"
    else { return nil }
    // 万吨、亿元: what is no money may have a unit of its own.
    let words = after.trimmed { ":() ".unicodeScalars.contains($0) }.split {
      "、,;".unicodeScalars.contains($0)
    }
    let others = words.map { $0.trimmed() }.filter { MoneyName(in: $0) == nil }
    guard let word = others.first, !word.isEmpty, others.count == 1 else { return nil }
    return FigureUnit.leading(word, isWhole: false).length == word.count ? word.string : nil
  }

  /// `($ in thousands)`, `Amounts in million EUR`: what all amounts below are in.
  private static func moneyInEnglish(_ line: FoldedText) -> MoneyName? {
    let text = line.folded.lowercased()
    let isSaid =
      ["in thousand", "in million", "in lakh", "in crore"].contains(where: { text.contains($0) })
      || ["amounts in", "all amounts in", "all figures in", "figures in"].contains(where: {
        text.hasPrefix($0)
      })
    // (EUR million), £000s: nothing but the unit, and no amount as in $5 million.
    let isAlone =
      !text.replacing("000", with: "").contains(where: \.isNumber) && line.count <= 20
      && line.words.count <= 3
      && ["thousand", "million", "lakh", "crore", "000s", "'000"].contains(where: {
        text.contains($0)
      })
    return isSaid || isAlone ? MoneyName(in: line) : nil
  }

  /// `金额:万元`: what amounts are in, without the word 单位.
  private static func moneyAfterLabel(_ line: FoldedText) -> MoneyName? {
    guard line.count <= 16, let colon = line.firstPlaces(of: ":"),
      ["金额", "投资", "资金", "投资额"].contains(line.part(0..<colon.lowerBound).compact)
    else { return nil }
    let word = line.dropFirst(colon.upperBound).trimmed()
    return word.count <= 8 ? MoneyName(in: word) : nil
  }

  /// `表2 某县项目表(万元)`: the unit in brackets at the end of what a table is called.
  private static func moneyAtEnd(_ line: FoldedText) -> MoneyName? {
    guard line.hasSuffix(")"), let open = line.scalars.lastIndex(of: "("), open > 2,
      line.count - open <= 8,
      isCaption(line)
        || ["表", "计划", "清单", "明细", "情况", "安排", "台账", "一览", "统计", "项目", "汇总", "方案"]
          .contains(where: { line.part(0..<open).hasSuffix($0) })
    else { return nil }
    return MoneyName(in: line.part((open + 1)..<(line.count - 1)))
  }

  /// Notes below tables: `注:`, `资料来源:`.
  static func isNote(_ line: FoldedText) -> Bool {
    let compact = line.compact
    return [
      "注:", "备注:", "说明:", "资料来源", "数据来源", "注1", "注释", "填表说明", "填报说明", "note:", "notes:", "source:",
      "sources:",
    ].contains {
      compact.hasPrefix($0)
    }
  }

  /// `附件1:…`, `附表:…`, `表3 …`, `专栏2 …`.
  static func isCaption(_ line: FoldedText) -> Bool {
    guard line.count <= 80, !line.hasSuffix("。") else { return false }
    let compact = line.compact
    guard let lead = ["附件", "附表", "专栏", "表"].first(where: { compact.hasPrefix($0) }) else {
      return false
    }
    guard let next = FoldedText(compact).scalar(lead.unicodeScalars.count) else { return true }
    return FoldedText.isDigit(next) || ":-".unicodeScalars.contains(next)
      || Numbering.value([next]) != nil
  }

  /// What a caption calls its table, behind the word and the number that it begins with; nil where it says no more.
  static func title(of line: FoldedText) -> FoldedText? {
    guard isCaption(line) else { return nil }
    let title = withoutNumber(line.trimmed().dropping(first: ["附件", "附表", "专栏", "表"]))
    return title.count >= 6 && Numbering(title) == nil ? title : nil
  }

  /// What follows the number of a caption, `1`, `2-1`, `二`; a year behind it is none: 表1 2021-2024年收支表.
  private static func withoutNumber(_ caption: FoldedText) -> FoldedText {
    func isMark(_ scalar: Unicode.Scalar) -> Bool { ":-. ".unicodeScalars.contains(scalar) }
    var rest = caption
    while true {
      rest = rest.trimmed(isMark)
      let digits = rest.scalars.prefix(while: FoldedText.isDigit).count
      let numerals = rest.scalars.prefix { Numbering.value([$0]) != nil }.count
      let length = Swift.max(digits, numerals)
      let next = rest.scalar(length)
      guard (1...3).contains(length), next.map({ isMark($0) || digits > 0 && $0 != "年" }) ?? true
      else { return rest }
      rest = rest.dropFirst(length)
    }
  }

  /// The unit that a row with one cell names for the rows below it: 以下项目投资单位为亿元.
  static func moneyUnitAlone(_ line: DocumentLine) -> MoneyName? {
    guard !line.cells.isEmpty, line.cells.lazy.filter(\.isFilled).prefix(2).count == 1,
      line.text.count <= 30, line.text.contains("单位")
    else { return nil }
    return moneyUnit(line.text)
  }

  /// The unit that a row with one cell right below the headings names: `R thousand`, `USD million`.
  static func englishUnitAlone(_ line: DocumentLine) -> MoneyName? {
    guard !line.cells.isEmpty, line.cells.lazy.filter(\.isFilled).prefix(2).count == 1,
      line.text.trimmed().count <= 24
    else { return nil }
    let text = line.text.folded.lowercased()
    guard
      ["thousand", "million", "'000", "000s", "lakh", "crore"].contains(where: { text.contains($0) }
      )
    else { return nil }
    return MoneyName(in: line.text)
  }

  /// What a table is called: a caption, or a line that ends in 表 and is no heading of a section.
  static func isTitle(_ line: FoldedText) -> Bool {
    isCaption(line)
      || (6...60).contains(line.count) && line.hasSuffix("表") && Numbering(line) == nil
  }
}
