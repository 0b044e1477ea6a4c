import PlanQLData

/// What a clause says of its values before they come: the time, the place before a colon, the part of the day.
extension StatementReader {
  /// Takes the part of the day or the year that a clause without a value begins with, for the values behind it.
  mutating func takeQualifier(_ text: FoldedText) {
    guard let word = StatementWords.qualifiers.first(where: { text.hasPrefix($0) }) else { return }
    qualifier = Quantity.all(in: text).isEmpty ? word : nil
  }

  /// Takes a place before a colon, or on a line of its own, for that of the values behind it; says whether a clause is one.
  mutating func takeLabel(
    _ text: FoldedText, at start: Int, _ sentence: ProseSentence
  ) -> Bool {
    let end = start + text.count
    let isAlone =
      start <= 6 && sentence.text.dropFirst(end).dropping(first: [":"]).isEmpty && !sentence.goesOn
    let isBeforeColon = sentence.text.scalar(end) == ":"
    guard isAlone || isBeforeColon,
      StatementPlace.isPlace(text)
        || isBeforeColon && (StatementPlace.isOfWater(text) || StatementPlace.isGroup(text))
    else {
      if isAlone, isBeforeColon { places.leaveLabel() }
      return false
    }
    places.speak(ofLabel: text, isAlone: isAlone, in: sentence)
    return true
  }

  /// Takes the time that a clause names, and cuts it off where the clause begins with it; a time
  /// that others are compared with is none of the value.
  mutating func takeTime(
    _ text: inout FoldedText, _ time: inout ProsePeriod?, _ context: Context
  ) {
    if takeTerm(&text, &time) || ClauseWords.tellsOfBeginning(text) { return }
    let times = ProsePeriod.all(
      in: text, year: time?.year ?? context.year, present: context.present)
    if text.contains("相比") {
      let other = times.first(where: \.isBase)?.text
      base = (other ?? ["上年同期", "去年同期", "上年", "去年"].first { text.contains($0) }).map { "比" + $0 }
    }
    // (2021年3月15日-21日) behind a week tells when it was, (含2019年1月并入的丙市) and what follows the value do not.
    // 在落实2030年甲目标方面: the time is that of what is named.
    if text.hasSuffix("方面") { return }
    let brackets = text.outerBrackets()
    let last = Quantity.all(in: text).last { quantity in
      !brackets.contains { $0.contains(quantity.places.lowerBound) }
    }
    let end = last?.places.upperBound ?? text.count
    let asides = brackets.filter {
      $0.lowerBound >= end || text.part($0).contains(anyWord: ["含", "下同", "目标", "已"])
    }
    let others = times.filter { time in
      !time.isBase && !asides.contains { $0.contains(time.places.lowerBound) }
    }
    guard let first = others.first, !first.isOfExtreme(in: text) else { return }
    // 今年|前三季度 of no year that is known: the second says more.
    let isAdjoined = others.count == 2 && others[0].places.upperBound == others[1].places.lowerBound
    let own = others.last { $0.period != nil } ?? (isAdjoined ? others[1] : first)
    // 截至3月底,今年已建成…: this year goes on up to that day.
    let isThisYear = ["今年", "本年度", "当年"].contains(own.text) && own.year == time?.year
    let goesOn = time.map { $0.isOfPartOfYear || $0.period != nil && $0.period?.start == nil }
    if !(isThisYear && goesOn ?? false) { time = own }
    let before = text.part(0..<first.places.lowerBound)
    guard before.count <= 4, !before.scalars.contains(where: FoldedText.isDigit),
      !StatementWords.distances.contains(where: { text.hasPrefix($0) }),
      before.suffix(of: ["省", "市", "县", "区", "州", "旗", "镇", "乡"]) == nil
    else { return }
    let rest = text.dropFirst(first.places.upperBound)
    text = rest.trimmed { " ,:末底初度份".unicodeScalars.contains($0) && $0 != ")" }
  }

  /// Takes years that a clause begins with and no date names: 五年来, and those of a plan called by its number where its
  /// target follows; “十三五”全市能耗总量控制目标为133万吨.
  private func takeTerm(_ text: inout FoldedText, _ time: inout ProsePeriod?) -> Bool {
    if let word = StatementWords.spans.first(where: { text.hasPrefix($0) }) {
      let length = word.unicodeScalars.count
      time = ProsePeriod(
        period: nil, text: word, places: 0..<length, isDeadline: false, year: nil, isBase: false)
      text = text.dropFirst(length).trimmed { " ,".unicodeScalars.contains($0) }
      return true
    }
    if let word = ["到规划期末", "到期末", "至期末", "规划期末"].first(where: { text.hasPrefix($0) }),
      !text.hasPrefix(word + "目标")
    {
      let length = word.unicodeScalars.count
      time = ProsePeriod(
        period: nil, text: word, places: 0..<length, isDeadline: true, year: nil, isBase: false)
      text = text.dropFirst(length).trimmed { " ,".unicodeScalars.contains($0) }
      return true
    }
    let plain = text.dropping(first: ["“", "\""])
    guard text.contains("目标"),
      let name = PeriodReading.fiveYearNames.first(where: { plain.hasPrefix($0) }),
      let year = PeriodReading.fiveYears(in: name)?.end?.civil.year
    else { return false }
    let rest = plain.dropFirst(name.unicodeScalars.count).dropping(first: ["”", "\""])
    let isOther = ["规划", "计划", "纲要", "目标", "以来", "期", "时期", "末", "前", "后", "的"]
    guard !isOther.contains(where: { rest.hasPrefix($0) }) else { return false }
    time = ProsePeriod(
      period: Period(year: year), text: name, places: 0..<(text.count - rest.count),
      isDeadline: true, year: year, isBase: false)
    text = rest
    return true
  }
}
