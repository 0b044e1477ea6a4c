import PlanQLData

/// What a column of a table in a document is about.
enum ColumnKind: Sendable, Hashable {
  case number, code, name, task, indicator, requirement, content, category, section
  case investment, period, periodStart, periodEnd, due, nature, place, status, note
  case units(UnitRole?)
  /// The amount planned for a year; 0 is the year that the document is about.
  case yearAmount(Int)
  /// What is to be done in a year; 0 is the year that the document is about.
  case goal(Int)
  /// Money from a source, by the name of that in `funding`, blank for another; and the stage that it
  /// is of, by the name of its column there, and the year, 0 for the one that the table is about.
  case funding(String, stage: String, year: Int? = nil)
  case done, invested, problem, progressText, asOf
  case measuredIn, attribute, domain
  /// The value of an indicator at the start, and the one to be reached; 0 is a year not stated.
  case baseline(Int), target(Int)
  /// The change of an indicator over the whole plan: 〔累计〕.
  case cumulative
  /// What is to be reached on the way: 节点, 阶段目标.
  case milestone
  /// What is to be reached, as the heading says; the cell says when: 关键节点 over 可研批复.
  case milestoneDate(String)
  /// What is to be reached in a part of the year that the heading names: 一季度目标.
  case stage(String)
  /// The day on which something was in fact done: 实际完成时间.
  case doneOn
  /// What is assessed, the points to be had, how they are given or taken off, and those given.
  case item, points, scoring, score
  /// The points given for what the heading names with its points: 水环境(30分).
  case itemScore
  /// The unit that is assessed, its place among the others, and why it lost points.
  case assessed, rank, reason
  /// Where the money of a row comes from, and the year that it is of.
  case source, year
  /// Money of a stage, by the name of its column in `funding`: planned, approved, in_place, paid.
  case fundStage(String)
  /// The value of an indicator that was observed in a year; 0 is a year not stated.
  case observed(Int)
  /// The year of a row of public finance, and its amounts by their names in `fiscal`.
  case fiscalYear, fiscal(String)
  /// A heading that no table of aliases knows.
  case other

  /// What the cells of a column look like.
  enum Form: Sendable, Hashable {
    case number, amount, period, units
    /// Free text that may hold blanks and numbers.
    case text
    /// A few words.
    case words
    case nature, note
    /// A number with or without a sign of comparison, a share, or words.
    case figure
    case anything
  }

  var form: Form {
    switch self {
    case .number: .number
    case .investment, .yearAmount, .funding, .invested, .fundStage, .fiscal: .amount
    case .period, .periodStart, .periodEnd, .due, .asOf, .doneOn, .milestoneDate, .year,
      .fiscalYear:
      .period
    case .units: .units
    case .name, .task, .requirement, .content, .goal, .progressText, .problem, .item, .scoring,
      .reason:
      .text
    case .indicator, .category, .section, .place, .status, .attribute, .domain, .measuredIn,
      .milestone,
      .stage, .assessed, .source:
      .words
    case .nature: .nature
    case .note: .note
    case .done, .baseline, .target, .cumulative, .points, .score, .itemScore, .rank, .observed:
      .figure
    case .code, .other: .anything
    }
  }

  /// The kind without the year that it is of.
  var withoutYear: ColumnKind {
    switch self {
    case .baseline: .baseline(0)
    case .target: .target(0)
    case .observed: .observed(0)
    case .yearAmount: .yearAmount(0)
    case .goal: .goal(0)
    case .number, .code, .name, .task, .indicator, .requirement, .content, .category, .section,
      .investment, .period, .periodStart, .periodEnd, .due, .nature, .place, .status, .note, .units,
      .funding,
      .done, .invested, .problem, .progressText, .asOf, .measuredIn, .attribute, .domain,
      .cumulative, .milestone, .milestoneDate, .stage, .doneOn, .item, .points, .scoring, .score,
      .itemScore, .assessed, .rank, .reason, .source, .year, .fundStage, .fiscalYear, .fiscal,
      .other:
      self
    }
  }

  /// The kind without the year of a value of an indicator, of which a row has one.
  var withoutYearOfIndicator: ColumnKind {
    [.baseline(0), .target(0)].contains(withoutYear) ? withoutYear : self
  }

  /// Whether the cells are about one year that the heading does not name: 年度投资.
  var isOfTheYear: Bool { self == .yearAmount(0) || self == .goal(0) }

  /// Whether a table with such a column tells what its rows are.
  var isSubject: Bool {
    [.name, .task, .indicator, .item, .assessed, .fiscalYear].contains(self)
  }

  /// Whether a row may have several such columns, each with its own.
  var mayRepeat: Bool {
    switch self {
    case .units, .content, .category, .note, .progressText, .funding, .milestoneDate, .stage,
      .itemScore, .observed, .fiscal, .other:
      true
    case .number, .code, .name, .task, .indicator, .requirement, .section, .investment, .period,
      .periodStart, .periodEnd, .due, .nature, .place, .status, .yearAmount, .goal, .done,
      .invested, .problem, .asOf, .measuredIn, .attribute, .domain, .baseline, .target,
      .cumulative, .milestone, .doneOn, .item, .points, .scoring, .score, .assessed, .rank,
      .reason, .source, .year, .fundStage, .fiscalYear:
      false
    }
  }
}
