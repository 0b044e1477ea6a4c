import PlanQLData

/// Goes through the sentences of a text with the readers of rankings, grades, classes of indicators,
/// and stated values, in this order.
struct SentenceReader {
  /// The lines of which something was read.
  private(set) var lines: Set<Int> = []
  /// The lines of paragraphs that speak of projects and their money.
  private(set) var ofProjects: Set<Int> = []
  /// What was read of each paragraph, and the sentences of which nothing was.
  private(set) var ranges: [Int: [Range<Int>]] = [:]
  private(set) var left: [Int: [Range<Int>]] = [:]
  private let year: Int?
  private let titleLine: Int?
  private let isBulletin: Bool
  private var context: SentenceContext
  private var rankings = RankingReader()
  private var grades = GradeReader()
  private var classes = IndicatorClassReader()
  private var statements = StatementReader()

  init(year: Int?, written: Int?, titleLine: Int?, isBulletin: Bool) {
    self.year = year
    self.titleLine = titleLine
    self.isBulletin = isBulletin
    let latest = [year, written].compactMap(\.self).min()
    self.context = SentenceContext(year: year, written: latest)
    statements.written = latest
  }

  /// Whether nothing was read.
  var isEmpty: Bool { lines.isEmpty }

  /// Reads a paragraph below its headings, the outermost first, and perhaps right below a line that names a measure.
  mutating func read(
    _ text: ProseText, at place: Int, under headings: [FoldedText],
    label: (text: FoldedText, line: Int)? = nil
  ) {
    rankings.label = label
    let all = text.lines(of: 0..<text.text.count)
    let isTitle = titleLine.map(all.contains) ?? false
    context.enter(text, under: headings, isTitle: isTitle)
    if isTitle { rankings.title = text.text }
    let isOfProjects = isBulletin && context.isOfProjects(text.text)
    if isOfProjects { ofProjects.formUnion(all) }
    let isStamp = SentenceContext.isStamp(text.text)
    for sentence in ProseSentence.all(of: text, at: place, heading: headings.last) {
      context.begin(sentence)
      let found = read(sentence, isValued: !isOfProjects && !isTitle, isStamp: isStamp)
      let places = found.map { ($0.lowerBound + sentence.start)..<($0.upperBound + sentence.start) }
      if places.isEmpty {
        left[place, default: []].append(
          sentence.start..<(sentence.start + sentence.text.count))
      }
      ranges[place, default: []] += places
      for range in places { lines.formUnion(text.lines(of: range)) }
      if !places.isEmpty, let line = statements.places.lineOfLabel { lines.insert(line) }
    }
    lines.formUnion(rankings.linesOfLabels)
  }

  private mutating func read(
    _ sentence: ProseSentence, isValued: Bool, isStamp: Bool
  ) -> [Range<Int>] {
    let times = ProsePeriod.all(
      in: sentence.text, year: context.year, present: context.present
    )
    .filter { !$0.isBase && !isOfEvent($0, in: sentence.text) }
    // (2022年9月优良率93.3%。) is an aside, after which the text goes on with its own time.
    let isAside = SentenceContext.isAside(sentence.text)
    let isOfSpeech = context.isHead && SentenceContext.isOfSpeech(sentence.text)
    defer {
      if !isStamp, !isAside, !isOfSpeech {
        context.leave(
          outer(times, of: sentence.text).filter {
            !isOfAim($0, in: sentence.text) && !$0.isOfExtreme(in: sentence.text)
          })
      }
    }
    let time = times.first ?? context.time
    if let range = rankings.read(sentence, period: time) { return [range] }
    let grades = grades.read(sentence, times: times, period: context.time)
    if !grades.isEmpty { return grades }
    let classes = classes.read(sentence)
    if !classes.isEmpty { return classes }
    let named = self.rankings.readNamesFirst(sentence, period: time).map { [$0] } ?? []
    guard isValued else { return named }
    return named
      + statements.read(
        sentence,
        in: .init(
          time: context.time, year: context.year, present: context.present,
          isOfTargets: context.isOfTargets(sentence.text) || context.isPlanned(time, sentence.text),
          isAhead: context.isAhead || context.isOfPlan, isDone: context.isDone,
          plannedFrom: context.plannedFrom,
          isHeadline: context.isHead && times.isEmpty))
  }

  /// Whether a time is that in which works began or ended, 2022年3月开工,…, or the day on which a title says that it was put
  /// out: 新成效(2023年12月26日).
  private func isOfEvent(_ time: ProsePeriod, in text: FoldedText) -> Bool {
    if context.isHead, let day = time.period, day.start == day.end,
      text.outerBrackets().contains(where: { $0.contains(time.places.lowerBound) })
    {
      return true
    }
    let rest = text.dropFirst(time.places.upperBound)
    let stop = rest.scalars.firstIndex { ",;:。".unicodeScalars.contains($0) } ?? rest.count
    return ClauseWords.beginnings.contains(
      rest.part(0..<stop).dropping(first: ["正式", "全面", "顺利"]).compact)
  }

  /// Whether a time is that of a target beside what was observed, with which those after it do not go on: 2025年目标值为80%.
  private func isOfAim(_ time: ProsePeriod, in text: FoldedText) -> Bool {
    let rest = text.dropFirst(time.places.upperBound)
    return !context.isHead && ["目标值", "目标为", "规划目标", "规划值"].contains { rest.hasPrefix($0) }
  }

  /// The times of a sentence without those of its brackets, where others stand outside of them.
  private func outer(_ times: [ProsePeriod], of text: FoldedText) -> [ProsePeriod] {
    // 2007年第2周(1月8日-1月14日): the bracket says when the week was.
    let brackets = text.outerBrackets().filter { !text.part(0..<$0.lowerBound).hasSuffix("周") }
    let outer = times.filter { time in
      !brackets.contains { $0.contains(time.places.upperBound - 1) }
    }
    return outer.isEmpty ? times : outer
  }

  /// Hands over what was read.
  func take(into content: inout ProseContent) {
    content.rankings = rankings.rankings
    content.gradings = grades.gradings
    content.classes = classes.classes
    content.statements = statements.statements
    content.remarks += rankings.remarks + grades.remarks + statements.remarks
  }
}
