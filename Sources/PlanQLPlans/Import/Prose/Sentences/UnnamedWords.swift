/// Words of a clause that say something, and that nothing made of the clause keeps.
///
/// A figure is read for sure only where each word before it in its clause is a part of what the figure is called, of
/// whom it is of, or of when it was, or is one of those that say none of this: 一般公共预算收入和 in
/// 一般公共预算收入和支出分别增长 is lost where the second value is called 支出增长.
enum UnnamedWords {
  /// The runs of a text that are in none of the names and are no fillers, in their order.
  static func all(in text: FoldedText, besides names: [FoldedText]) -> [FoldedText] {
    let scalars = text.scalars
    var isKept = scalars.map { !FoldedText.isIdeograph($0) && !$0.properties.isAlphabetic }
    func keep(_ places: Range<Int>) { for place in places { isKept[place] = true } }
    for places in ProseTime.places(in: text) { keep(places) }
    let names = names.map(\.scalars)
    var place = 0
    while place < scalars.count {
      let length = names.map { longestRun(of: scalars[place...], in: $0) }.max() ?? 0
      if length >= 2 { keep(place..<(place + length)) }
      place += length >= 2 ? length : 1
    }
    var runs: [FoldedText] = []
    var start = 0
    while start < scalars.count {
      guard !isKept[start] else {
        start += 1
        continue
      }
      let end = isKept[start...].firstIndex(of: true) ?? scalars.count
      runs += withoutFillers(text.part(start..<end)).filter { run in
        run.count > 1 || !names.contains { $0.contains(run.scalars[0]) }
      }
      start = end
    }
    return runs
  }

  /// The length of the longest run that some scalars begin with and a name holds.
  private static func longestRun(
    of scalars: ArraySlice<Unicode.Scalar>, in name: [Unicode.Scalar]
  ) -> Int {
    guard let head = scalars.first else { return 0 }
    return name.indices.filter { name[$0] == head }
      .map { start in zip(scalars, name[start...]).prefix { $0 == $1 }.count }.max() ?? 0
  }

  /// What is left of a run without the words that name nothing.
  private static func withoutFillers(_ run: FoldedText) -> [FoldedText] {
    var left: [FoldedText] = []
    var start = 0
    var place = 0
    while place < run.count {
      let rest = run.dropFirst(place)
      guard let filler = fillers.first(where: { rest.hasPrefix($0) }) else {
        place += 1
        continue
      }
      if place > start { left.append(run.part(start..<place)) }
      place += filler.unicodeScalars.count
      start = place
    }
    if run.count > start { left.append(run.dropFirst(start)) }
    return left
  }

  /// Words that name nothing: all of a place, that something is arranged, planned or done, and how sure a number is.
  private static let fillers =
    (MeasureWords.bases + [
      "全市", "全县", "全区", "全省", "全州", "全旗", "全镇", "全国", "各地", "各级", "各县", "我市", "我县", "我区", "我省",
      "我州",
      "我镇", "我国", "中国",
      "共计", "合计", "总计", "累计", "共", "总", "约", "近", "大约", "将近", "分别", "各", "均", "仅", "只", "还", "仍",
      "现",
      "其中", "此中", "资金来源", "包括", "包含", "含", "加上", "另有", "另外", "另", "特别是", "尤其是", "涉及", "其余",
      "为", "是", "有", "达到", "达", "增加到", "提高到", "提升到", "上升到", "增长到", "扩大到", "的", "了", "在", "于", "中",
      "已经", "已", "年度", "全年", "当年", "年内", "目前",
      "本批",
      "安排", "实施", "查处", "办理", "发现", "反馈", "排定", "计划", "拟", "确定", "明确", "列入", "推进", "谋划", "负责", "承担",
      "完成", "实现",
      "占",
      "重点", "重大", "政府投资", "建设", "项目", "工程", "左右", "人民币", "新台币", "和", "与", "及", "以及",
    ]).sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }
}
