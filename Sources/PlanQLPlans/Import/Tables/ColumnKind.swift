import PlanQLData

/// What a column of a table in a document is about.
enum ColumnKind: Sendable, Hashable {
  case number, code, name, task, indicator, requirement, content, category
  case investment, period, periodStart, periodEnd, due, nature, place, status, note
  case units(UnitRole?)
  /// The amount planned for a year; 0 is the year that the document is about.
  case yearAmount(Int)
  /// What is to be done in a year; 0 is the year that the document is about.
  case goal(Int)
  /// Money from a source, by the name of that in `funding`.
  case funding(String)
  case done, invested, problem, progressText, asOf
  case measuredIn, attribute, domain
  /// The value of an indicator at the start, and the one to be reached; 0 is a year not stated.
  case baseline(Int), target(Int)
  /// The change of an indicator over the whole plan: 〔累计〕.
  case cumulative
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
    case .investment, .yearAmount, .funding, .invested: .amount
    case .period, .periodStart, .periodEnd, .due, .asOf: .period
    case .units: .units
    case .name, .task, .requirement, .content, .goal, .progressText, .problem: .text
    case .indicator, .category, .place, .status, .attribute, .domain, .measuredIn: .words
    case .nature: .nature
    case .note: .note
    case .done, .baseline, .target, .cumulative: .figure
    case .code, .other: .anything
    }
  }

  /// The kind without the year of a value of an indicator, of which a row has one.
  var withoutYearOfIndicator: ColumnKind {
    switch self {
    case .baseline: .baseline(0)
    case .target: .target(0)
    case .number, .code, .name, .task, .indicator, .requirement, .content, .category, .investment,
      .period, .periodStart, .periodEnd, .due, .nature, .place, .status, .note, .units,
      .yearAmount, .goal, .funding, .done, .invested, .problem, .progressText, .asOf, .measuredIn,
      .attribute, .domain, .cumulative, .other:
      self
    }
  }

  /// Whether a table with such a column tells what its rows are.
  var isSubject: Bool {
    switch self {
    case .name, .task, .indicator: true
    case .number, .code, .requirement, .content, .category, .investment, .period, .periodStart,
      .periodEnd, .due, .nature, .place, .status, .note, .units, .yearAmount, .goal, .funding,
      .done, .invested, .problem, .progressText, .asOf, .measuredIn, .attribute, .domain,
      .baseline, .target, .cumulative, .other:
      false
    }
  }
}

/// A column of a table in a document.
struct DocumentColumn: Sendable, Hashable {
  var kind: ColumnKind
  /// The heading as written; headings over several rows with blanks between them.
  let heading: String
  /// The unit of money that the heading names.
  var money: MoneyName?

  /// Whether the cells are amounts of money.
  var isMoney: Bool { kind.form == .amount }
  /// Whether the cells are lists of units.
  var isUnits: Bool { kind.form == .units }
  /// Whether the cells are free text that may hold blanks and numbers.
  var isText: Bool { kind.form == .text }
  /// Whether a table with such a column tells what its rows are.
  var isSubject: Bool { kind.isSubject }
}

/// The columns of a table, left to right.
struct TableHeader: Sendable, Hashable {
  var columns: [DocumentColumn]

  /// Whether the headings are enough to tell that a table follows, and what its rows are.
  var announcesTable: Bool {
    columns.count >= 3 && columns.contains(where: \.isSubject)
      && columns.count { $0.kind != .other } >= 3
      && Set(columns.map(\.heading)).count == columns.count
  }

  /// The place of the first column of a kind.
  func place(of kind: ColumnKind) -> Int? { columns.firstIndex { $0.kind == kind } }

  /// The header with a second column of what a row has only one of under its own name, so that
  /// neither is taken for the other.
  var withoutRepeatedKinds: TableHeader {
    var header = self
    var seen: Set<ColumnKind> = []
    let isDoneByYear = columns.count { $0.kind == .invested } > 1
    for place in columns.indices {
      let kind = columns[place].kind
      // What was invested in each of several years is no sum up to now.
      if isDoneByYear, kind == .invested { header.columns[place].kind = .other }
      guard !seen.insert(kind.withoutYearOfIndicator).inserted else { continue }
      switch kind {
      case .units, .content, .category, .note, .progressText, .funding, .other: break
      case .number, .code, .name, .task, .indicator, .requirement, .investment, .period,
        .periodStart, .periodEnd, .due, .nature, .place, .status, .yearAmount, .goal, .done,
        .invested, .problem, .asOf, .measuredIn, .attribute, .domain, .baseline, .target,
        .cumulative:
        header.columns[place].kind = .other
      }
    }
    return header
  }

  /// The headings as written, for messages.
  var title: String { columns.map(\.heading).joined(separator: " ") }
}

extension TableHeader {
  /// The header with its years as those of indicators where its rows are indicators: the first is
  /// the baseline and the last the target.
  var withIndicatorYears: TableHeader {
    guard place(of: .indicator) != nil, place(of: .name) == nil, place(of: .task) == nil else {
      return self
    }
    var header = self
    for place in columns.indices {
      if case .goal(let year) = columns[place].kind { header.columns[place].kind = .target(year) }
    }
    let columns = header.columns
    let years = columns.indices.filter {
      if case .yearAmount = columns[$0].kind { return true }
      return false
    }
    let hasBaseline = columns.contains {
      if case .baseline = $0.kind { return true }
      return false
    }
    let hasTarget = columns.contains {
      if case .target = $0.kind { return true }
      return false
    }
    for place in years {
      guard case .yearAmount(let year) = columns[place].kind else { continue }
      if place == years.last, !hasTarget, hasBaseline || years.count > 1 {
        header.columns[place].kind = .target(year)
      } else if place == years.first, !hasBaseline, hasTarget || years.count > 1 {
        header.columns[place].kind = .baseline(year)
      } else {
        header.columns[place].kind = years.count == 1 && !hasTarget ? .target(year) : .other
      }
    }
    return header
  }
}
