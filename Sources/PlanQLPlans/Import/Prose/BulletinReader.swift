import PlanQLData

/// Reads the figures of a bulletin clause by clause: of whom they are and what they are called.
struct BulletinReader {
  private(set) var bulletin = Bulletin()
  /// The lines that figures were found on.
  private(set) var usedLines: Set<Int> = []
  /// The group that is spoken of; nil for the whole.
  private var current: Int?
  /// The group that 其中 stands below.
  private var parent: Int?
  /// The figure that 其中 stands below.
  private var base: Int?
  /// Whether 其中 has come before in the paragraph.
  private var isPart = false
  /// What a share that follows an amount in the same clause is of: 占年度计划.
  private var share: FoldedText?
  /// What the last share or measure of the sentence is called, which a change refers to.
  private var subject: FoldedText?
  private var run = 0
  private var lastStyle: Style?
  private var node: Int?
  private var line = 0

  /// How lines that speak of groups begin.
  private enum Style: Hashable {
    case plain, dashed, numbered
  }

  /// Reads a paragraph below a heading.
  mutating func read(_ text: FoldedText, at line: Int, node: Int?) {
    guard !WrittenFigure.all(in: text).isEmpty else { return }
    if node != self.node { lastStyle = nil }
    self.line = line
    self.node = node
    for (style, part) in BulletinReader.parts(of: text) {
      begin(style)
      for stretch in part.split({ "。!".unicodeScalars.contains($0) }) {
        for sentence in stretch.sentences { read(sentence: sentence, style: style) }
        // What 其中 began ends with its full stop.
        if isPart, parent == nil { current = nil }
      }
    }
  }

  /// The parts of a line that begin with a number, where there are several of them on it.
  private static func parts(of text: FoldedText) -> [(Style, FoldedText)] {
    let isDashed = text.hasPrefix("--")
    let plain = isDashed ? text.trimmed { "- ".unicodeScalars.contains($0) } : text
    var starts: [Int] = []
    let scalars = plain.scalars
    for (place, scalar) in scalars.enumerated() where FoldedText.isDigit(scalar) {
      let isFirst = place == 0 || " 。;".unicodeScalars.contains(scalars[place - 1])
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let after = place + 2 < scalars.count ? scalars[place + 2] : " "
      if isFirst, ".、".unicodeScalars.contains(next), !FoldedText.isDigit(after) {
        starts.append(place)
      }
    }
    guard starts.count > 1 || starts.first == 0 else {
      return [(isDashed ? .dashed : .plain, plain)]
    }
    var parts: [(Style, FoldedText)] = []
    if let first = starts.first, first > 0 { parts.append((.plain, plain.part(0..<first))) }
    for (place, start) in starts.enumerated() {
      let end = starts.indices.contains(place + 1) ? starts[place + 1] : plain.count
      parts.append((.numbered, plain.part((start + 2)..<end)))
    }
    return parts
  }

  private mutating func begin(_ style: Style) {
    current = nil
    parent = nil
    base = nil
    isPart = false
    if style != lastStyle { run += 1 }
    lastStyle = style
  }

  private mutating func read(sentence: FoldedText, style: Style) {
    var clauses = sentence.clauses
    if style == .numbered, clauses.count > 1, current == nil, parent == nil, base == nil,
      let head = clauses.first, WrittenFigure.all(in: head).isEmpty, head.count <= 30,
      sentence.scalar(head.count) == ":"
    {
      // 1.优化发展系列工程:主要包括……,总投资约225.9亿元
      enter(head)
      clauses.removeFirst()
    }
    subject = nil
    for clause in clauses { read(clause) }
  }

  private mutating func read(_ clause: FoldedText) {
    var text = clause
    if text.hasPrefix("其中") {
      descend()
      text = text.dropFirst(2).trimmed { " :".unicodeScalars.contains($0) }
    }
    var start = 0
    share = nil
    let figures = WrittenFigure.all(in: text)
    if figures.isEmpty, text.contains("资金来源") || text.contains("按来源") {
      descend()
      if base == nil {
        current = nil
        descend()
      }
    }
    for figure in figures {
      let before = text.part(start..<figure.places.lowerBound)
      add(figure, before: before, after: text.dropFirst(figure.places.upperBound), in: text)
      start = figure.places.upperBound
    }
  }

  /// 其中: what follows is part of the group, and of the figure, before it.
  private mutating func descend() {
    isPart = true
    parent = current
    base = bulletin.figures.lastIndex { figure in
      guard figure.line == line || current == nil, figure.whole == nil, figure.group == current,
        figure.node == node
      else { return false }
      if case .money = figure.unit { return true }
      return false
    }
  }

  /// Speaks of a group from now on.
  private mutating func enter(_ name: FoldedText) {
    let plain = name.trimmed { "“”\"() :".unicodeScalars.contains($0) }.string
    let found = bulletin.groups.firstIndex {
      $0.name == plain && $0.parent == parent && $0.node == node && $0.run == run
    }
    if let found {
      current = found
      return
    }
    bulletin.groups.append(
      .init(name: plain, parent: parent, node: node, line: line, run: run))
    current = bulletin.groups.count - 1
  }

  private mutating func add(
    _ figure: WrittenFigure, before: FoldedText, after: FoldedText, in text: FoldedText
  ) {
    switch figure.unit {
    case .money: addMoney(figure, before)
    case .percent, .points, .measure:
      var label = BulletinWords.withoutLeads(before).trimmed {
        "为的达到约 ".unicodeScalars.contains($0)
      }
      if label.isEmpty, let share { label = share }
      guard !label.isEmpty, label.count <= 30 else { return }
      let isChange = ["同比", "环比", "比上年", "较上年", "较2", "比2"].contains { label.hasPrefix($0) }
      if isChange, let subject {
        label = subject.joined(label)
      } else if !isChange {
        subject = label
      }
      append(label, figure, whole: nil, isRough: false)
    case .count: addCount(figure, before: before, after: after)
    }
  }

  /// 住建项目14个, 133个续建项目, 已开工122个.
  private mutating func addCount(_ figure: WrittenFigure, before: FoldedText, after: FoldedText) {
    var name = BulletinWords.withoutLeads(BulletinWords.withoutFillers(before))
    if let current, name.hasPrefix(bulletin.groups[current].name) {
      name = name.dropFirst(bulletin.groups[current].name.unicodeScalars.count).trimmed()
    }
    let following = following(after)
    if name.isEmpty, !following.isEmpty {
      take(subject: following)
      append(FoldedText("项目数"), figure, whole: nil, isRough: false)
    } else if !name.isEmpty, name.count <= 20 {
      let isGroup =
        ["项目", "工程", "任务"].contains { name.hasSuffix($0) }
        && (!name.contains("开工项目") || isPart && name.hasPrefix("新开工项目"))
      if isGroup || BulletinWords.isWhole(name) {
        take(subject: name)
        append(FoldedText("项目数"), figure, whole: nil, isRough: false)
      } else {
        append(name, figure, whole: nil, isRough: false)
      }
    }
  }

  /// The noun after a count: 续建项目 in 133个续建项目完成投资454亿元.
  private func following(_ text: FoldedText) -> FoldedText {
    for ending in ["项目", "工程"] {
      guard let places = text.firstPlaces(of: ending), places.upperBound <= 12 else { continue }
      return text.part(0..<places.upperBound).trimmed()
    }
    return .empty
  }

  private mutating func addMoney(_ figure: WrittenFigure, _ before: FoldedText) {
    let isRough = ["约", "近"].contains { before.hasSuffix($0) }
    let (subject, written) = BulletinWords.parted(before)
    var label = written
    if subject.isEmpty, label.hasPrefix("占"), label.count > 1 {
      // 占年度计划60亿元的76%: the amount is that of the plan, the share comes after it.
      share = label
      label = label.dropFirst(1)
    }
    guard !label.isEmpty, label.count <= 16 else {
      return bulletin.unread.append((line, before.string))
    }
    let isPart =
      base != nil
      && (["资金", "投入"].contains(label.compact)
        || subject.isEmpty && FundingSource.named(label.compact) != nil)
    if isPart {
      append(FoldedText(subject.string + label.string), figure, whole: base, isRough: isRough)
      return
    }
    let noun = subjectNoun(subject)
    if !noun.isEmpty, !["项目", "重点项目", "工程"].contains(noun.compact) { take(subject: noun) }
    append(label, figure, whole: nil, isRough: isRough)
  }

  /// What a subject speaks of, without the counts and verbs amid it.
  private func subjectNoun(_ subject: FoldedText) -> FoldedText {
    var plain = subject
    for ending in ["项目", "工程", "业", "领域", "系列"] {
      guard let places = plain.firstPlaces(of: ending) else { continue }
      plain = plain.part(0..<places.upperBound)
      break
    }
    return BulletinWords.withoutLeads(plain)
  }

  private mutating func take(subject: FoldedText) {
    let isFirst = !bulletin.figures.contains { $0.node == node }
    if BulletinWords.isWhole(subject) || isFirst && BulletinWords.isWholeAtFirst(subject) {
      current = nil
    } else {
      enter(subject)
    }
  }

  private mutating func append(
    _ label: FoldedText, _ figure: WrittenFigure, whole: Int?, isRough: Bool
  ) {
    bulletin.figures.append(
      .init(
        group: current, node: node, label: label.string, value: figure.value, unit: figure.unit,
        whole: whole, isRough: isRough, line: line))
    usedLines.insert(line)
  }
}
