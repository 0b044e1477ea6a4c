import PlanQLData

/// What a document without a table says in sentences, kind by kind.
struct ProseContent: Sendable {
  var rules: [ScoreRule] = []
  var rankings: [Ranking] = []
  var gradings: [Grading] = []
  var classes: [IndicatorClass] = []
  var statements: [StatedValue] = []
  var bulletin: Bulletin?
  var remarks: [ProseRemark] = []
  /// The lines that were gone through, where these are only those of aims beside tasks or tables.
  var linesOfAims: Set<Int>?
  /// Why what looks like rules is not read, where the order of the text is lost.
  var refusal: (line: Int, title: String)?

  /// Whether nothing was found.
  var isEmpty: Bool {
    rules.isEmpty && rankings.isEmpty && gradings.isEmpty && classes.isEmpty
      && statements.isEmpty && bulletin == nil
  }

  /// Whether it tells only how things have gone, so that text around it is no measure of a plan.
  var isReport: Bool {
    let tells =
      !gradings.isEmpty || !classes.isEmpty || !statements.isEmpty
      || rankings.contains { !$0.isBounded }
    return tells && rules.isEmpty && bulletin == nil && !statements.contains(where: \.isTarget)
  }
}

/// Reads documents that have no table: rules of scoring, rankings, grades, classes of indicators,
/// targets and observed values, bulletins.
struct ProseReader {
  /// A heading, and the one that it stands below.
  struct Heading: Sendable {
    let text: FoldedText
    let line: Int
    let parent: Int?
  }

  let paragraphs: [ProseLine]
  /// The headings of the text, which may have points as rules do.
  let headings: [Heading]
  /// The line of the title.
  var titleLine: Int?
  /// The year that the document is about.
  var year: Int?
  /// The last year that its lines date it with.
  var written: Int?

  /// What the document says, and the lines that say it; nil where it says nothing that is known.
  func read() -> (content: ProseContent, lines: Set<Int>)? {
    var content = ProseContent()
    var lines = readRules(&content)
    if content.rules.isEmpty {
      lines = readSentences(&content)
    } else {
      noteUnread(&content, ProseText.all(of: paragraphs), besides: lines, read: [:])
    }
    return content.isEmpty && content.refusal == nil ? nil : (content, lines)
  }

  private func readRules(_ content: inout ProseContent) -> Set<Int> {
    // A heading that text stands beside is a part of its paragraph.
    let lines = Set(paragraphs.map(\.line))
    let alone = headings.filter { !lines.contains($0.line) }
    let all = (paragraphs.map { ($0.text, $0.line) } + alone.map { ($0.text, $0.line) })
      .sorted { $0.1 < $1.1 }
    let isOfScores = ProseReader.isOfScores(all.map(\.0))
    var reader = RuleReader(takesLoose: isOfScores)
    var read: Set<Int> = []
    for (text, line) in all where !ProseReader.isOfTable(text) && !ProseReader.tellsScores(text) {
      if reader.read(text, at: line) { read.insert(line) }
    }
    let words = ["考核", "考评", "评分", "计分", "扣分", "分值", "满分", "评价", "检查", "指标"]
    guard reader.hasRules || !reader.broken.isEmpty,
      isOfScores || all.contains(where: { $0.0.contains(anyWord: words) })
    else { return [] }
    if let first = reader.broken.first, isOfScores || reader.hasRules,
      reader.broken.count * 3 >= reader.rules.count + reader.broken.count
    {
      content.refusal = (first.line, first.title)
      return []
    }
    guard reader.hasRules else { return [] }
    content.rules = reader.rules
    content.remarks += reader.broken.map {
      ProseRemark(line: $0.line, text: ImportMessages.ruleBroken($0.title))
    }
    return read
  }

  /// Whether a line tells what points somebody has lost or gained, which is no rule: 扣分情况:丁市不达标扣8分.
  private static func tellsScores(_ text: FoldedText) -> Bool {
    let plain = Numbering(text)?.rest ?? text
    // 甲区总成绩将获加1分: what somebody gets.
    if text.contains("获加") { return true }
    return ["扣分情况", "得分情况", "加分情况", "失分情况", "主要扣分", "扣分原因"].contains { plain.hasPrefix($0) }
  }

  /// Whether lines are about scores: several say how many points something costs, or one of them
  /// names the scoring.
  static func isOfScores(_ lines: [FoldedText]) -> Bool {
    let rules = lines.count { ScoringText($0).takesPoints }
    let words = ["考核", "评分", "计分", "扣分", "得分", "考评", "打分"]
    return rules >= 2 || rules == 1 && lines.contains { $0.contains(anyWord: words) }
  }

  /// Whether a line is one of a table: strokes part it.
  static func isOfTable(_ text: FoldedText) -> Bool {
    let plain = text.trimmed { " |".unicodeScalars.contains($0) }
    let isCell = text.hasPrefix("|") && text.count <= 60 && !text.contains("。")
    return isCell || plain.scalars.contains("|")
      || text.string.unicodeScalars.contains { (0x2501...0x257F).contains($0.value) }
  }
}

extension ScoringText {
  /// Whether the text takes points off or gives some, so that it can be a rule.
  fileprivate var takesPoints: Bool { !deductions.isEmpty || !bonuses.isEmpty }
}
