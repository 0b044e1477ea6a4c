import PlanQLData

/// Where 其中 ends: what its figures come to tells what can be part of them and what cannot.
extension BulletinReader {
  /// Goes on behind a semicolon with what stands beside the whole of 其中, and is none of its parts: where those and what
  /// follows would come to more than the whole, or where what follows is told of as the whole is and as no part was.
  /// 甲类完成投资40亿元,其中乙类30亿元;丙类完成投资50亿元.
  mutating func leaveRefutedPart(before sentences: [FoldedText]) {
    guard let part = scope.part, part.isAmidSentence, !part.isBracket, !part.isLocal,
      let next = sentences.first,
      bulletin.groups.contains(where: { $0.division == scope.division }),
      isFull(part) || exceedsWhole(of: part, sentences) || isToldAsWhole(of: part, next)
    else { return }
    scope.part = scope.outer
    scope.outer = nil
    scope.division = part.division
  }

  /// Whether a clause says that what follows are parts of what the text has spoken of: 本次集中开工的项目中.
  static func pointsToWhole(_ clause: FoldedText) -> Bool {
    clause.count <= 20 && clause.suffix(of: ["项目中", "工程中"]) != nil
      && ["本次", "此次", "这批", "上述", "以上"].contains { clause.hasPrefix($0) }
  }

  /// Speaks of parts of a group, which are a division of their own.
  mutating func enterParts(of group: Int?) {
    scope.subject = group
    scope.part = .init(
      parent: group, base: nil, count: nil, isBracket: false, start: bulletin.figures.count)
    scope.part?.division = scope.division
    scope.division = open(isOpened: true, isExhaustive: false)
  }

  /// Whether the counts so far come to the count that they are parts of: 新增20条,其中甲区17条、乙县3条;优化线路41条.
  private func isFull(_ part: BulletinScope.Part) -> Bool {
    guard let count = part.count else { return false }
    let whole = bulletin.figures[count]
    let parts = bulletin.figures[part.start...].filter { !$0.isChange && $0.unit == whole.unit }
    guard parts.count > 1, let sum = ExactSum.of(parts.map(\.value)) else { return false }
    return sum.isEqual(to: whole.value)
  }

  /// Whether the parts so far and what the sentences begin with come to more than the whole.
  private func exceedsWhole(of part: BulletinScope.Part, _ sentences: [FoldedText]) -> Bool {
    let first = sentences.compactMap { sentence -> (key: String, figure: WrittenFigure)? in
      guard let words = SentenceParts(sentence).figures.first, words.contexts.isEmpty,
        !MeasureWords.compares(words.own), let key = key(of: words)
      else { return nil }
      return (key, words.figure)
    }
    // What goes on with something else tells nothing of the parts.
    guard first.count == sentences.count, let key = first.first?.key,
      first.allSatisfy({ $0.key == key }),
      let whole = bulletin.figures[..<part.start].last(where: { figure in
        figure.group == part.parent && figure.paragraph == paragraph && figure.whole == nil
          && !figure.isChange && MeasureWords.key(figure.label) == key
      })
    else { return false }
    let parts = bulletin.figures[part.start...].filter { figure in
      figure.group.map { bulletin.groups[$0].division == scope.division } ?? false
        && figure.whole == nil && !figure.isChange && MeasureWords.key(figure.label) == key
    }
    let values =
      parts.map { value(of: $0.value, $0.unit, like: whole) }
      + first.map { value(of: $0.figure.value, $0.figure.unit, like: whole) }
    guard !parts.isEmpty, values.allSatisfy({ $0 != nil }) else { return false }
    let negative = Decimal(-whole.value.significand, scale: whole.value.scale)
    return ExactSum.of(values.compactMap { $0 } + [negative]).map { $0.significand > 0 } ?? false
  }

  /// What a figure behind the name of something is called; nil where it has no such name.
  private func key(of words: ClauseWords) -> String? {
    if words.isAmount, let (rest, label) = MeasureWords.amount(words.own), !rest.isEmpty {
      return MeasureWords.key(label.string)
    }
    guard words.isCountOfThings, SubjectWords.counts(MeasureWords.withoutFillers(words.own)) else {
      return nil
    }
    return MeasureWords.key((counted ?? "项目") + "数")
  }

  /// A number in the unit of another figure; nil where it is of another kind.
  private func value(of number: Decimal, _ unit: FigureUnit, like whole: Bulletin.Figure)
    -> Decimal?
  {
    if case .money(let target, _) = whole.unit, case .money(let unit, _) = unit {
      return Amount(value: number, unit: unit, isRough: false).value(in: target)
    }
    return unit == whole.unit ? number : nil
  }

  /// Whether a sentence names something and tells of it what was told of the whole, and of none of the parts:
  /// 完成投资50亿元、占年度计划的70%.
  private func isToldAsWhole(of part: BulletinScope.Part, _ sentence: FoldedText) -> Bool {
    let words = SentenceParts(sentence).figures
    guard let first = words.first, key(of: first) != nil else { return false }
    let shares = Set(
      words.dropFirst().filter { $0.isShare && !MeasureWords.compares($0.own) }
        .compactMap { MeasureWords.share($0.own) }.filter(\.rest.isEmpty).map(\.label.string))
    func labels(_ figures: [Bulletin.Figure]) -> Set<String> {
      Set(figures.filter { $0.paragraph == paragraph && !$0.isChange }.map(\.label))
    }
    let ofWhole = labels(bulletin.figures[..<part.start].filter { $0.group == part.parent })
    let ofParts = labels(Array(bulletin.figures[part.start...]))
    return !shares.isEmpty && shares.isSubset(of: ofWhole) && shares.isDisjoint(with: ofParts)
  }
}
