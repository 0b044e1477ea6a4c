import PlanQLData

/// Whether a clause says what is to be reached, or what was observed.
enum StatementMood {
  case target, observed
  /// A bound, or a time of several years, of which the words tell neither.
  case unclear

  /// What is known around a clause.
  struct Surroundings {
    let sentence: FoldedText
    /// Whether a heading, a list or the sentence announces targets.
    let isOfTargets: Bool
    let time: ProsePeriod?
    /// The year in which the document was written.
    let present: Int?
    /// The last year that dates the document, or what it is about.
    var written: Int?
    /// Whether it is told up to the full stop what is done already.
    var isDone = false
    /// What the words of the sentence tell of all its clauses.
    let words: Words

    /// Whether a text that tells what is done was written behind the time: 到2021年末 in one of 2022.
    private var isOver: Bool {
      guard isDone, let written, let year = time?.year else { return false }
      return year < written
    }

    /// Whether the time is one by when something is to be done, and the sentence names it.
    var isDue: Bool {
      guard let time, time.isDeadline, !isOver else { return false }
      return sentence.contains(time.text)
    }
  }

  /// What words of a sentence tell of all its clauses, looked up once.
  struct Words {
    /// Whether it compares with times before, or says what is done.
    let tellsResults: Bool
    /// Whether it says how much of something is done.
    let hasRateDone: Bool
    /// Where the first word stands that tells what is expected.
    let forecast: Int?
    /// Whether it says whose a value is by a rank: 最大的是.
    let hasSuperlative: Bool

    init(_ sentence: FoldedText) {
      tellsResults = sentence.contains(anyWord: [
        "同比", "环比", "比上年", "较上年", "截至", "截止", "今年以来", "去年", "超额", "远超", "圆满完成",
      ])
      hasRateDone = sentence.contains(",完成率")
      forecast = ["预计", "有望", "预测"].compactMap { sentence.firstPlaces(of: $0)?.lowerBound }.min()
      hasSuperlative = sentence.contains(anyWord: StatementWords.superlatives)
    }
  }

  /// Judges a clause: what was reached by a day that is past is no target, however it is bounded; what must be
  /// reached, or cannot be known yet, is one.
  init(_ clause: FoldedText, bound: Bound, isNamedTarget: Bool, in around: Surroundings) {
    if isNamedTarget {
      self = .target
      return
    }
    // 排放量要分别下降2%
    let plain = clause.contains("分别") ? clause.replacing("分别", with: "") : clause
    let isAhead = plain.contains(anyWord: StatementMood.duties)
    if !isAhead, StatementMood.isPast(clause, around) {
      self = bound == .limit || bound == .duty ? .unclear : .observed
      return
    }
    if StatementMood.isForecast(clause, in: around) {
      self = .observed
      return
    }
    let isFuture = around.written.map { around.time?.period?.start?.civil.year ?? 0 > $0 } ?? false
    if isAhead || around.isOfTargets || bound == .duty || isFuture
      || around.time?.isDeadline ?? false
    {
      self = .target
      return
    }
    self = bound == .limit || around.time?.isOfSeveralYears ?? false ? .unclear : .observed
  }

  /// Judges a clause that says from what to what a value went. Two years that plans begin and end with, in a text
  /// that does not tell when it was written, may be those of a plan or of a review of one.
  init(change: ValueChange, _ clause: FoldedText, in around: Surroundings) {
    let mood = StatementMood(clause, bound: .none, isNamedTarget: false, in: around)
    let years = [change.timeBefore?.year, around.time?.year].compactMap(\.self)
    let isOfPlan =
      years.count == 2 && years[0] < years[1] && years.allSatisfy { $0.isMultiple(of: 5) }
    let isBounded = change.comparator != nil && change.comparator != "about"
    let isDated = around.written != nil || StatementMood.isPast(clause, around)
    if change.isFromNow, !StatementMood.isPast(clause, around) {
      self = .target
    } else {
      self =
        mood == .observed && (isOfPlan && !isDated || around.time == nil || isBounded)
        ? .unclear : mood
    }
  }

  /// How words bound a value.
  enum Bound {
    case none
    /// Words that may say how something is, too: 以上, 低于, 超过.
    case limit
    /// Words that only say how something is to be: 不低于, ≥, 控制在…以内.
    case duty
  }

  /// Whether a sentence tells what somebody expects of a time to come, and no words aim at it: 预计到2015年,….
  static func isForecast(_ clause: FoldedText, in around: Surroundings) -> Bool {
    guard let mark = around.words.forecast, !around.isOfTargets,
      !clause.contains(anyWord: duties)
    else { return false }
    let isBefore = around.sentence.firstPlaces(of: clause.folded).map {
      mark <= $0.lowerBound
    }
    return around.time != nil && isBefore ?? true
  }

  private static func isPast(_ clause: FoldedText, _ around: Surroundings) -> Bool {
    clause.contains(anyWord: ["已", "实际", "实现了", "完成了", "达到了", "累计完成", "共完成"])
      || around.words.tellsResults
      || !around.isOfTargets
        && (around.time?.isOfPartOfYear ?? false || around.time?.endsAmidYear ?? false
          || around.words.hasRateDone || around.isDone && !around.isDue)
  }

  /// Words of what is to be done.
  private static let duties = [
    "力争", "争取", "确保", "必须", "要达", "将达", "要实现", "要保持", "要稳定", "要完成", "要下降", "要降", "要提高", "要控制",
    "要求达", "要求不", "要求控制",
    "要求实现", "要求到",
    "应达到", "应不", "应控制", "应实现", "须达", "须下降", "须控制", "需达到", "将达到", "将控制", "将下降", "将提高", "将降",
    "将实现", "计划完成", "计划新增", "计划达到", "拟达到", "拟新增", "目标是", "目标为",
  ]
}
