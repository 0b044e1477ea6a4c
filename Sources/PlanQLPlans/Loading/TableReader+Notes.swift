import PlanQLData

// What is said of the cells of columns.
extension TableReader {
  /// Reports the cells that could not be read, and what was made of others.
  mutating func note(_ raw: RawColumn, _ plan: FieldPlan) {
    report(raw.failures, plan, plan.readers[0].column) { .badCell($0, plan.field.name, plan.type) }
    let heading = heading(of: plan.readers[0].column)
    if let firstMark = raw.firstMark {
      noteMarks(raw.markCount, from: firstMark, plan.readers[0].column)
    }
    if plan.isShare, case .doubles(let shares) = raw.values.storage {
      let count = shares.count { $0 > 2 }
      if count > 0 {
        log.add(.largeShares(count, heading), file: cells.file, line: cells.headingLine)
      }
    }
    if raw.roundedCount > 0 {
      log.add(.roundedAmounts(raw.roundedCount, heading), file: cells.file, line: cells.headingLine)
    }
    if raw.uncertainCount > 0 {
      let isMoney: Bool = if case .money = plan.type.element { true } else { false }
      log.add(
        isMoney
          ? .uncertainAmounts(raw.uncertainCount, heading)
          : .uncertainNumbers(raw.uncertainCount, heading), file: cells.file)
    }
    note(raw.signs, plan.readers[0].column)
    if raw.bareCount > 0, plan.display.unit == nil {
      log.add(
        .bareAmounts(raw.bareCount, heading, context.currency), file: cells.file,
        line: cells.headingLine)
    }
  }

  /// Reports numbers that would be others in the style of other countries, where nothing in their column tells.
  private mutating func note(_ signs: NumberSigns, _ column: Int) {
    let heading = heading(of: column)
    if let doubt = signs.doubtfulCommas {
      note(doubt, column) { .commasTaken(doubt.count, heading, $0) }
    } else if let doubt = signs.doubtfulPoints {
      note(doubt, column) { .pointsTaken(doubt.count, heading, $0) }
    }
  }

  private mutating func note(
    _ doubt: NumberSigns.Doubt, _ column: Int, _ message: (String) -> LoadMessage
  ) {
    guard let place = cells.locations(ofRows: [doubt.firstRow], column: column).first else {
      return
    }
    log.add(message(place.text), file: cells.file, line: place.line, column: place.column)
  }

  /// What messages call a column.
  func heading(of column: Int) -> String {
    let heading = cells.headings[column]
    return heading.isEmpty ? ColumnMatching.name(ofColumn: column) : heading
  }

  /// How many cells that do not fit are named.
  private static let namedMisfits = 5

  /// Reports a column of text that is one of dates or numbers but for a few cells, and says which these are.
  mutating func noteAlmostFitting(_ raw: RawColumn, _ column: Int) -> LocalizedText? {
    guard case .texts(let pool, _) = raw.values.storage, let kind = AlmostKind(of: pool),
      let codes = raw.values.texts?.codes
    else { return nil }
    let rows = codes.indices.filter { row in
      let code = Int(codes[row])
      return code >= 0 && !pool.withBytes(of: code, kind.fits)
    }
    let heading = heading(of: column)
    let shown = Array(rows.prefix(TableReader.namedMisfits))
    let places = cells.locations(ofRows: shown, column: column)
    guard let first = places.first else { return nil }
    log.add(
      .almostFits(rows.count, heading, kind, first.text), file: cells.file,
      line: first.line, column: first.column)
    return LoadMessage.misfits(rows.count, heading, kind.title, places, in: cells.file)
  }

  /// Reports a column that is text because its commas may part thousands or stand before decimals, and says in
  /// which cells they stand.
  mutating func noteDoubtfulCommas(_ raw: RawColumn, _ column: Int) -> LocalizedText? {
    guard case .texts(let pool, _) = raw.values.storage, let codes = raw.values.texts?.codes else {
      return nil
    }
    let rows = codes.indices.filter { row in
      let code = Int(codes[row])
      return code >= 0 && pool.withBytes(of: code) { $0.contains(UInt8(ascii: ",")) }
    }
    let heading = heading(of: column)
    let shown = Array(rows.prefix(TableReader.namedMisfits))
    let places = cells.locations(ofRows: shown, column: column)
    guard let first = places.first else { return nil }
    log.add(
      .doubtfulCommas(rows.count, heading, first.text), file: cells.file, line: first.line,
      column: first.column)
    return LoadMessage.doubtfulCommas(rows.count, heading, places, in: cells.file)
  }

  mutating func report(
    _ rows: [Int], _ plan: FieldPlan, _ column: Int, _ message: (String) -> LoadMessage
  ) {
    guard !rows.isEmpty else { return }
    let shown = Array(rows.prefix(IssueLog.limit))
    for place in cells.locations(ofRows: shown, column: column) {
      log.add(message(place.text), file: cells.file, line: place.line, column: place.column)
    }
    log.addUnlisted(rows.count - shown.count)
  }

  /// Says how many cells of a column have marks for a missing value, with the first of them.
  mutating func noteMarks(_ count: Int, from row: Int, _ column: Int) {
    for place in cells.locations(ofRows: [row], column: column) {
      log.add(
        .markedMissing(count, heading(of: column), place.text), file: cells.file,
        line: place.line, column: place.column)
    }
  }

  mutating func requireValues(_ column: Column, _ plan: FieldPlan, but known: [Int]) {
    guard let presence = column.presence else { return }
    let reported = Set(known)
    let rows = (0..<column.count).filter { !presence[$0] && !reported.contains($0) }
    report(rows, plan, plan.readers[0].column) { _ in .requiredValue(plan.field.name) }
  }
}
