/// What the words around a figure say that makes it none of what it seems to be.
extension ClauseWords {
  /// Whether it is what something was at another time, before it became what the next figure says: 由52个增至92个,
  /// 从2020年的13.1%提高到30%.
  var isBase: Bool {
    // 较去年的1.05亿元增加1500万元
    if written.hasSuffix("的"), written.contains(anyWord: ["较", "比"]),
      BoundWords.changes.contains(where: { after.trimmed().hasPrefix($0.word) })
    {
      return true
    }
    return written.contains(anyWord: ["由", "从"]) && MeasureWords.leadsOn(after)
  }

  /// Whether it is of a whole or of another time, with which a bracket compares what stands before it:
  /// 4894元(全国5963元、上年4500元).
  var isOfOthers: Bool {
    let others = ["全国", "全省", "全市", "全县", "全区", "平均", "上年", "去年", "同期", "往年", "目标"]
    return others.contains { written.hasPrefix($0) }
  }

  /// Whether it bounds by how much something changes, and does not say it: 增长10%以上, 下降超过5%.
  var boundsChange: Bool {
    let isBehind = BoundWords.after.contains { word, comparator in
      comparator != "about" && after.trimmed().hasPrefix(word)
    }
    if isBehind { return true }
    guard
      let bound = written.suffix(of: [
        "不低于", "不少于", "不超过", "不高于", "超过", "突破", "不足", "超", "高于", "低于",
      ])
    else { return false }
    return written.dropLast(bound.unicodeScalars.count)
      .suffix(of: BoundWords.changes.map(\.word)) != nil
  }

  /// Whether 均 says that it is of several things, of which clauses before its own name all but the last: 甲投资,乙投资,
  /// 丙投资均增长12%.
  var isOfSeveral: Bool {
    guard ClauseWords.saysSeveral(own), let last = contexts.last else { return false }
    let name = BulletinReader.afterPart(last) ?? last
    return SubjectWords.isPlain(name) && ProseTime.places(in: name).isEmpty
      && (MeasureWords.amount(name) != nil || MeasureWords.share(name) != nil
        || SubjectWords.isNoun(name) || name.suffix(of: StatementWords.measures) != nil)
  }

  /// Whether it is money of the works that the clause before says are done: 完成某厂扩建工程,计划完成投资3亿元.
  var isOfWorksDone: Bool {
    guard isAmount, hasNoSubject, let last = contexts.last else { return false }
    return last.hasPrefix("完成") && last.count > 6 && SubjectWords.counts(last)
  }

  /// Whether 均 or 都 in some words says that what follows is of each of several things, none of which stands beside
  /// another one in the words themselves: 丙投资均, but not 甲、乙投资均 or 年均.
  static func saysSeveral(_ words: FoldedText) -> Bool {
    guard let place = words.scalars.lastIndex(where: { "均都".unicodeScalars.contains($0) }),
      !(words.scalar(place - 1).map("平人户年月日地亩成首".unicodeScalars.contains) ?? true)
    else { return false }
    let name = words.part(0..<place)
    return !name.contains(anyOf: Array("、和与及各每".unicodeScalars))
      && !name.scalars.contains(where: FoldedText.isDigit)
  }
}
