import PlanQLData

/// Reads the figures of a bulletin: of whom they are and what they are called.
///
/// A figure is of the subject that its own clause names, else of the one before it in its sentence,
/// else of what the paragraph is about. Figures that give no row are kept as unread.
struct BulletinReader {
  var bulletin = Bulletin()
  /// The places of the groups by their names.
  var groupsByName: [String: [Int]] = [:]
  /// The lines that figures were found on.
  var usedLines: Set<Int> = []
  var scope = BulletinScope()
  /// The number of the paragraph.
  var paragraph = 0
  var node: Int?
  var text: ProseText?
  private var lastMark: ListMark?
  /// The division that paragraphs go on with.
  private(set) var running = 0
  /// What the first paragraph below the heading is about, and the last one.
  private(set) var lead: Int?
  private var hasLead = false
  private(set) var before: Int?
  /// Whether the paragraph has stated a figure, read or not.
  var hasFigures = false
  /// What the figures of the stretch were of, outside what 其中 opens and within it.
  var trail: [Int?] = []
  var partTrail: [Int?] = []
  /// Where the figures of the sentence begin, and those of the stretch and the one before it.
  var sentenceStart = 0
  /// How many figures were left before the sentence.
  private(set) var unreadStart = 0
  var sentencePlace = 0
  /// The sentence that is being read.
  var sentence = FoldedText.empty
  /// The part of it that the figures are looked for in: the same, or what stands in a bracket.
  var reading = FoldedText.empty
  /// What the document calls what it is all about: 全市水利项目.
  var wholes: [FoldedText] = []
  /// The headings below which stands what is to be done: 2024年工作计划.
  var plannedNodes: Set<Int> = []
  /// The place that the title names.
  var region: String?
  /// Whether a list is read whose names share words.
  var isInList = false
  private(set) var stretchStarts: (last: Int, current: Int) = (0, 0)
  /// Whether the last figure was left.
  var hasJustLeft = false
  /// Whether that is an amount or a count, which others behind it may be changes of.
  var hasJustLeftValue = false
  /// How many brackets stand around what is read.
  var depth = 0
  /// How many brackets within each other are read.
  static let greatestDepth = 8
  /// What the things that the document counts are called.
  var counted: String?
  /// The groups that are parts of what one sentence alone speaks of.
  var localGroups: Set<Int> = []
  /// The groups of a list that nothing is stated of, beside others with figures.
  var groupsWithoutFigures: Set<Int> = []
  /// Names before a colon that figures are of.
  var heads: Set<String> = []
  /// Places of one kind that figures are stated of one after the other, so that the first of them is not the whole.
  var siblings: Set<String> = []
  /// Whether the paragraph announces targets, which its items are, and whether what is read begins one of them.
  private var hasTargets = false
  private var isAimed = false
  /// What the line above is about, of which the paragraph is.
  private var heading: FoldedText?

  /// Reads a paragraph.
  mutating func read(_ paragraph: ProseText) {
    if node != paragraph.node {
      lastMark = nil
      lead = nil
      hasLead = false
    }
    before = scope.home
    hasFigures = false
    hasTargets = false
    node = paragraph.node
    let isPlanned = node.map(plannedNodes.contains) ?? false
    isAimed = isPlanned
    text = paragraph
    self.paragraph += 1
    let above = heading
    heading = BulletinReader.heading(paragraph.text)
    for (mark, item) in ListMark.items(of: paragraph.text) {
      let item = BulletinReader.withoutDateline(item)
      begin(mark)
      if let above { stand(below: above) }
      for stretch in item.split({ "。!?】".unicodeScalars.contains($0) }) {
        read(stretch, isPlanned: isPlanned)
        isAimed = isPlanned
      }
      hasTargets = BulletinReader.announcesTargets(item) || hasTargets && mark != .none
      isAimed = hasTargets || isPlanned
    }
  }

  private mutating func begin(_ mark: ListMark) {
    if mark != lastMark { running = open(isOpened: false, isExhaustive: false) }
    lastMark = mark
    scope = BulletinScope()
    scope.listing = running
    scope.isItem = mark != .none
  }

  /// Opens a division and gives its number.
  mutating func open(isOpened: Bool, isExhaustive: Bool) -> Int {
    bulletin.divisions.append(
      .init(isOpened: isOpened, isExhaustive: isExhaustive, paragraph: paragraph))
    return bulletin.divisions.count - 1
  }

  /// Reads what a full stop ends; then the subject of the paragraph holds again.
  private mutating func read(_ stretch: FoldedText, isPlanned: Bool) {
    stretchStarts = (stretchStarts.current, bulletin.figures.count)
    let hasStrayed = scope.home.map(hasStrayed) ?? false
    let home =
      BulletinReader.afterPart(stretch.trimmed()) == nil
      ? hasStrayed ? nil : scope.home : ownerBefore
    trail = []
    partTrail = []
    if hasStrayed { scope.home = nil }
    scope.subject = home
    scope.part = nil
    scope.outer = nil
    scope.division = scope.listing
    scope.time = nil
    scope.intention = isAimed ? FoldedText("目标") : nil
    scope.isTasked = isPlanned
    scope.arePlanned = false
    var time: FoldedText?
    var bare: [Int] = []
    let sentences = stretch.split({ ";".unicodeScalars.contains($0) })
    for (number, sentence) in sentences.enumerated() {
      scope.time = time
      leavePart(before: sentence.trimmed())
      leaveRefutedPart(before: sentences.dropFirst(number).map { $0.trimmed() })
      if let part = scope.part {
        if !part.isNamed, let outer = scope.outer { scope.part = outer }
        scope.subject = scope.part?.parent
      } else {
        scope.subject = number == 0 ? home ?? onlySubject : scope.home ?? onlySubject
        loseOwner(before: sentence.trimmed())
      }
      let start = bulletin.figures.count
      scope.isUncertain = number > 0 && mayBeOfPart(sentence.trimmed())
      read(sentence: sentence.trimmed())
      scope.isUncertain = false
      if number == 0 { time = firstTime }
      if bulletin.figures.count == start, let group = scope.subject,
        isName(sentence.trimmed(), of: group)
      {
        bare.append(group)
      }
    }
    // 甲工程,总投资5亿元;乙工程: of the one nothing is stated, and it is one of them.
    if bulletin.figures.count > stretchStarts.current { groupsWithoutFigures.formUnion(bare) }
    settleHome()
    leaveFullDivision()
    if standsAlone(stretch.trimmed()) {
      scope.home = scope.subject
      scope.isSettled = true
      scope.isNamedAlone = true
    } else if !hasFigures, scope.isHeaded || scope.isOfOther {
      // 甲改造稳步推进。开工1200套. Behind several of these nobody can tell whose figures without a name are.
      let isSecond = scope.home != nil && scope.home != scope.subject
      scope.isOfOther = scope.isOfOther || isSecond
      scope.home = scope.isOfOther ? nil : scope.subject
    }
  }

  /// Whether a sentence is nothing but the name of what the next ones are about: 甲路改造项目。总投资….
  private func standsAlone(_ sentence: FoldedText) -> Bool {
    scope.subject.map { !hasFigures && isName(sentence, of: $0) } ?? false
  }

  /// Whether a sentence is nothing but the name of a group.
  private func isName(_ sentence: FoldedText, of group: Int) -> Bool {
    let name = SubjectWords.withoutBracket(sentence).withoutQuotes
    return sentence.count <= 30 && bulletin.groups[group].name == name.string
      && (SubjectWords.counts(name) || isPlace(name) || heads.contains(name.string))
  }

  /// A paragraph is about what its first figures are of, where that is one thing.
  private mutating func settleHome() {
    if let home = scope.home, let only = onlySubject, bulletin.divisions[scope.listing].isOpened,
      [home, only].allSatisfy({ bulletin.groups[$0].division == scope.listing })
    {
      // 分领域看,甲项目…。乙项目…。: the second speaks no more of the first.
      scope.home = only
    }
    guard !scope.isSettled, !trail.isEmpty || !partTrail.isEmpty else { return }
    scope.isSettled = true
    scope.home = onlySubject
    if !hasLead {
      hasLead = true
      lead = scope.home
    }
  }

  /// What 其中 after a full stop goes on with: what the sentence before it is of, where that is one
  /// thing that was parted in no way yet.
  private var ownerBefore: Int? {
    partTrail.isEmpty && !trail.isEmpty ? onlySubject ?? scope.home : scope.home
  }

  /// The group that all figures of the stretch so far are of; nil where they are of several.
  private var onlySubject: Int? {
    let spoken = trail.isEmpty ? partTrail : trail
    guard let first = spoken.first else { return nil }
    return spoken.allSatisfy { $0 == first } ? first : nil
  }

  /// The time that stands before the first figure of a sentence, which holds for those after a
  /// semicolon too.
  private var firstTime: FoldedText?

  /// Reads what a semicolon ends.
  mutating func read(sentence: FoldedText) {
    scope.beginSentence()
    scope.isHeaded = scope.isNamedAlone && scope.subject == scope.home
    if hasFigures, !hasJustLeft { scope.isOfOther = false }
    sentenceStart = bulletin.figures.count
    unreadStart = bulletin.unread.count
    sentencePlace = sentence.start
    if depth == 0 { self.sentence = sentence }
    let outer = reading
    reading = sentence
    defer { reading = outer }
    if scope.isUncertain { scope.isOpen = true }
    let parts = SentenceParts(sentence)
    if BulletinReader.altersList(sentence) || BulletinReader.saysChangeOfShare(sentence) {
      leaveAll(parts, in: sentence)
      return
    }
    if parts.elements.isEmpty {
      for clause in ClauseWords.clauses(sentence) { read(context: clause) }
      return
    }
    let figures = parts.figures
    let ranges = FigureRange.all(in: sentence)
    firstTime = figures.first.flatMap { isTimeCarried($0) ? $0.time : nil } ?? scope.time
    var index = 0
    var next = 0
    for element in parts.elements {
      switch element {
      case .bracket(let inner, let before):
        read(bracket: inner, after: before, in: sentence, isFirst: index == 0)
      case .figure:
        if index == next { next = read(index, of: figures, ranges, in: sentence) }
        index += 1
      }
    }
    for clause in parts.tail where clause.hasPrefix("其中") || clause.hasPrefix("此中") { descend() }
  }

  /// Reads a figure, or the list that it begins; gives the place of the next one to read.
  private mutating func read(
    _ index: Int, of figures: [ClauseWords], _ ranges: [Range<Int>], in sentence: FoldedText
  ) -> Int {
    let words = withSharedVerb(figures[index])
    for clause in words.contexts { read(context: clause) }
    settleIntention(of: words)
    if isTimeCarried(words) { scope.time = words.time ?? scope.time }
    if words.time != nil { scope.part?.isTimed = true }
    sentencePlace = words.start
    if let range = ranges.first(where: { $0.contains(words.place) }) {
      leave(words, of: range, in: sentence)
      return index + 1
    }
    if let next = read(index, withOwnersBehindIn: figures)
      ?? read(index, besideOthersIn: figures)
    {
      return next
    }
    if let next = leaveMixed(index, of: figures, in: sentence) { return next }
    let list = figures[index...].dropFirst().prefix {
      $0.isBare && $0.isListed && $0.figure.kind == words.figure.kind
    }
    if !list.isEmpty, isRespective(words) || !words.isCount {
      read(list: [words] + list, in: sentence)
      return index + list.count + 1
    }
    add(words, next: figures.dropFirst(index + 1).first, in: sentence)
    return index + 1
  }
}
