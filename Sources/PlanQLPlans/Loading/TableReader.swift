import PlanQLData

/// What the reading of all tables of a plan shares.
struct LoadingContext {
  /// The name of `plan.yaml`; nil in a folder without one.
  let settingsFile: String?
  let moneyUnit: MeasureUnit?
  let currency: Currency
  /// The units that headings may name.
  let units: UnitTable
  /// The periods that the plan gives names to.
  var periods: [(name: Name, period: Period)] = []
  let threads: Int
}

/// Makes the fields of one table from its cells.
struct TableReader {
  let declaration: TableDeclaration
  let cells: any TableCells
  let context: LoadingContext
  var log = IssueLog()

  /// Reads a table.
  static func read(
    _ declaration: TableDeclaration, cells: any TableCells, context: LoadingContext,
    log: inout IssueLog
  ) -> TableDraft {
    var reader = TableReader(declaration: declaration, cells: cells, context: context)
    let matching = ColumnMatching(
      declaration, cells: cells, settingsFile: context.settingsFile, units: context.units,
      log: &reader.log)
    let draft = reader.draft(matching.matches)
    if let problem = cells.problem { reader.log.add(problem, file: cells.file) }
    log.append(reader.log)
    return draft
  }

  private init(declaration: TableDeclaration, cells: any TableCells, context: LoadingContext) {
    self.declaration = declaration
    self.cells = cells
    self.context = context
  }

  private mutating func draft(_ matches: [ColumnMatching.Match]) -> TableDraft {
    let plans = self.plans(matches)
    let readers = plans.flatMap(\.readers)
    let contents = cells.contents(readers, threads: context.threads)
    var place = 0
    var fields: [FieldDraft] = []
    for plan in plans {
      let raw = Array(contents.columns[place..<(place + plan.readers.count)])
      place += plan.readers.count
      fields.append(finish(plan, raw))
    }
    var draft = TableDraft(
      declaration: declaration, fields: fields, count: cells.rowCount,
      sources: RowSources(file: cells.file, lines: contents.lines),
      cells: cells.isSmall ? cells : nil)
    draft.isPartial = cells.hasBrokenRows
    noteBlankRows(contents)
    noteHeadings(draft)
    noteTotals(draft)
    if !declaration.isStandard { draft.chooseNames() }
    return draft
  }
}

/// How one field is read: its columns, and what their cells become.
struct FieldPlan {
  var field: FieldDeclaration
  /// The type in the end, but for links, which stay as they are for now.
  var type: DataType
  /// Whether all cells are numbers if commas part thousands in them, which nothing tells.
  var hasDoubtfulCommas: Bool
  var readers: [ColumnReader]
  var scale: NumberScale?
  /// The units that may stand after numbers.
  var units: UnitTable = .standard
  /// The periods that cells may name.
  var periods: [(name: Name, period: Period)] = []
  var display: Display
}

// Planning.
extension TableReader {
  private func plans(_ matches: [ColumnMatching.Match]) -> [FieldPlan] {
    let inferred = matches.filter { $0.field.isSeenFirst && !$0.columns.isEmpty }
    let profiles = Dictionary(
      zip(
        inferred.map { $0.columns[0] },
        cells.profiles(of: inferred.map { $0.columns[0] }, threads: context.threads)),
      uniquingKeysWith: { $1 })
    var plans = matches.map { match in plan(match, match.columns.first.flatMap { profiles[$0] }) }
    let texts = plans.indices.filter { plans[$0].type == .text && plans[$0].readers.count == 1 }
    let unlike = cells.hardlyRepeats(texts.map { plans[$0].readers[0].column })
    for (place, isUnlike) in zip(texts, unlike) where isUnlike {
      let column = plans[place].readers[0].column
      plans[place].readers = [ColumnReader(column: column, kind: .arena)]
    }
    return plans
  }

  private func plan(_ match: ColumnMatching.Match, _ profile: ColumnProfile?) -> FieldPlan {
    var field = match.field
    let kind = profile?.kind
    var type = type(of: field, kind)
    if case .inferred = field.type, profile?.hasLists == true { type = .list(type) }
    var unit = field.unit ?? match.headingUnit
    if case .inferred = field.type, let headingUnit = match.headingUnit {
      if let name = match.shortName, kind == .int || kind == .number, type.element == type {
        field.name = Name(name)
        type = PlanDeclarations.type(of: headingUnit, currency: context.currency)
      } else {
        unit = nil
      }
    }
    let scale = scale(type.element, unit)
    let readerKind: ColumnReader.Kind =
      field.target == nil
      ? self.kind(type, scale) : kind == .int && !field.isList ? .int : .dictionary
    return FieldPlan(
      field: field, type: type, hasDoubtfulCommas: profile?.hasDoubtfulCommas ?? false,
      readers: match.columns.map {
        ColumnReader(
          column: $0, kind: match.columns.count == 2 ? .dictionary : readerKind,
          takesLists: type.element != type, units: context.units)
      }, scale: scale, units: context.units, periods: context.periods,
      display: display(type.element, field, match.headingUnit))
  }

  private func type(of field: FieldDeclaration, _ kind: ColumnProfile.Kind?) -> DataType {
    switch field.type {
    case .known(let type): return type
    case .key: return kind == .int || kind == nil ? .int : .text
    case .inferred:
      switch kind {
      case .bool: return .bool
      case .int: return .int
      case .number: return .number
      case .date: return .date
      case .text, nil: return .text
      }
    }
  }

  private func scale(_ type: DataType, _ unit: MeasureUnit?) -> NumberScale? {
    switch type {
    case .money:
      let unit = unit?.kind == .money ? unit : context.moneyUnit
      return unit.map { NumberScale($0) } ?? .currency
    case .number(let dimension):
      if let unit { return NumberScale(unit) }
      let kind: MeasureUnit.Kind = dimension == .none ? .plain : .physical(dimension)
      return NumberScale(numerator: 1, denominator: 1, kind: kind)
    case .duration:
      return unit.map { NumberScale($0) }
    case .bool, .int, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid:
      return nil
    }
  }

  private func kind(_ type: DataType, _ scale: NumberScale?) -> ColumnReader.Kind {
    switch type {
    case .bool: .bool
    case .int: .int
    case .number: .number(scale ?? .one)
    case .money(let currency): .money(scale ?? .currency, currency)
    case .date: .day
    case .text, .period, .duration, .enumeration, .entity, .list, .missing, .invalid: .dictionary
    }
  }

  private func display(
    _ type: DataType, _ field: FieldDeclaration, _ headingUnit: MeasureUnit?
  ) -> Display {
    switch type {
    case .money: Display(unit: field.unit ?? context.moneyUnit ?? headingUnit)
    case .number, .duration, .int: Display(unit: field.unit ?? headingUnit ?? field.shownIn)
    case .bool, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid: .plain
    }
  }
}

// Finishing.
extension TableReader {
  private mutating func finish(_ plan: FieldPlan, _ raw: [RawColumn]) -> FieldDraft {
    var draft = FieldDraft(declaration: plan.field, display: plan.display)
    draft.column = plan.readers.first?.column
    guard let first = raw.first else {
      if !plan.type.isLinked { draft.values = .missing(type: plan.type, count: cells.rowCount) }
      return draft
    }
    note(first, plan)
    if case .inferred = plan.field.type, plan.type == .text, let column = draft.column {
      draft.misfits =
        plan.hasDoubtfulCommas
        ? noteDoubtfulCommas(first, column) : noteAlmostFitting(first, column)
    }
    if raw.count == 2 {
      draft.values = composedPeriods(plan, first, raw[1])
    } else if plan.field.target != nil {
      draft.link = RawLink(
        values: first.values, isList: plan.field.isList, separators: plan.field.separators)
    } else if plan.isMapped {
      draft.values = mapped(first, plan, plan.readers[0].column)
    } else {
      draft.values = first.values.retyped(plan.type)
    }
    if plan.field.isOptional == false {
      requireValues(draft.values ?? draft.link?.values ?? first.values, plan, but: first.failures)
    }
    return draft
  }

  /// Reads each distinct text once.
  private mutating func mapped(_ raw: RawColumn, _ plan: FieldPlan, _ column: Int) -> Column {
    guard let (pool, codes) = raw.values.texts else { return raw.values }
    var marked: Set<Int32> = []
    var bad: Set<Int32> = []
    let values = (0..<pool.count).map { code -> Value in
      let text = pool[code]
      if let value = plan.value(of: text) { return value }
      if plan.type == .period, pool.withBytes(of: code, CellReading.isMissingMark) {
        marked.insert(Int32(code))
      } else if !text.allSatisfy(\.isWhitespace) {
        bad.insert(Int32(code))
      }
      return .missing
    }
    if !bad.isEmpty {
      report(codes.indices.filter { bad.contains(codes[$0]) }, plan, column) {
        .badCell($0, plan.field.name, plan.type)
      }
    }
    if let firstMark = codes.firstIndex(where: { marked.contains($0) }) {
      noteMarks(codes.count { marked.contains($0) }, from: firstMark, column)
    }
    return Column(type: plan.type, values: values).gathered(codes)
  }

  /// Makes periods of their starts and ends. A row where one of them is missing has none, which is
  /// noted.
  private mutating func composedPeriods(
    _ plan: FieldPlan, _ first: RawColumn, _ last: RawColumn
  ) -> Column {
    let starts = mapped(first, plan, plan.readers[0].column)
    let ends = mapped(last, plan, plan.readers[1].column)
    guard case .periods(let starting, _) = starts.storage,
      case .periods(_, let ending) = ends.storage
    else { return starts }
    var halves: [Int] = []
    var reversed: [Int] = []
    var presence = Bitmap(repeating: true, count: cells.rowCount)
    let (from, through) = (starting.values(0..<starting.count), ending.values(0..<ending.count))
    for row in 0..<cells.rowCount {
      let isKnown = starts.isKnown(row)
      if isKnown != ends.isKnown(row) { halves.append(row) }
      if !isKnown || !ends.isKnown(row) {
        presence[row] = false
      } else if from[row] > through[row] {
        presence[row] = false
        reversed.append(row)
      }
    }
    report(reversed, plan, plan.readers[1].column) { .endBeforeStart($0, plan.field.name) }
    if let first = halves.first {
      let place = cells.locations(ofRows: [first], column: plan.readers[0].column).first
      log.add(
        .halfPeriods(halves.count, plan.field.name), file: cells.file,
        line: place?.line ?? cells.headingLine)
    }
    return Column(
      type: .period, storage: .periods(starts: starting, ends: ending), presence: presence)
  }
}

extension FieldPlan {
  /// Whether the values come from texts that are read once each.
  var isMapped: Bool {
    switch type {
    case .period, .duration, .enumeration, .list: true
    case .bool, .int, .number, .money, .text, .date, .entity, .missing, .invalid: false
    }
  }

  /// Whether plain numbers are shares of one because nothing says that they are percentages.
  var isShare: Bool { field.shownIn != nil && scale?.denominator == 1 }

  func value(of text: String) -> Value? {
    guard case .list(let element) = type else {
      return read(text, type)
    }
    var values: [Value] = []
    for part in elements(of: text) {
      guard let value = read(part, element) else { return nil }
      values.append(value)
    }
    return .list(values)
  }
}

extension FieldPlan {
  /// The value of a text, of a period perhaps by the name that the plan gives it.
  private func read(_ text: String, _ type: DataType) -> Value? {
    if type == .period, !periods.isEmpty {
      let name = NameText.normalized(text)
      let named = periods.first { name == $0.name.en || name == $0.name.zh }
      if let named { return .period(named.period) }
    }
    return CellValue.read(text, type, scale: scale, units: units)
  }

  /// The elements of a text; where only the format says that there are lists, another text is one element.
  private func elements(of text: String) -> [String] {
    guard case .inferred = field.type else {
      return ListCell.elements(text, separators: field.separators)
    }
    return ListCell.written(text) ?? (text.allSatisfy(\.isWhitespace) ? [] : [text])
  }
}

extension FieldDeclaration {
  /// Whether the cells decide how the field is read.
  fileprivate var isSeenFirst: Bool {
    switch type {
    case .key, .inferred: true
    case .known: target != nil && !isList
    }
  }
}

extension DataType {
  fileprivate var isLinked: Bool {
    if case .entity = element { return true }
    return false
  }
}

extension Column {
  /// The same values as another type that is stored alike.
  fileprivate func retyped(_ type: DataType) -> Column {
    Column(type: type, storage: storage, presence: presence)
  }
}
