/// What the cells below headings tell of them.
extension TableHeader {
  /// The header with parts of a year that have nothing but numbers, and so no steps, under their own
  /// names.
  func withNumbersAsOthers(in lines: some Collection<DocumentLine>) -> TableHeader {
    var header = self
    for place in columns.indices {
      guard columns[place].isOfWordsOnly, columns[place].mapped == nil else { continue }
      let cells = lines.lazy.filter { $0.cells.indices.contains(place) }.map {
        $0.cells[place].text
      }
      .filter { !$0.isEmpty && !isNoneMark($0) }
      guard !cells.isEmpty, cells.allSatisfy({ CellLook($0) == .number }) else { continue }
      header.columns[place].kind = .other
    }
    return header
  }

  /// The header with columns that units head as those of their parts only where the cells below are
  /// marks; others hold what they say.
  func withUnits(markedIn lines: some Collection<DocumentLine>) -> TableHeader {
    let places = columns.indices.filter { columns[$0].isUnits && columns[$0].isUnitName }
    guard !places.isEmpty else { return self }
    var header = self
    for place in places where columns[place].mapped == nil {
      let cells = lines.lazy.filter { $0.cells.indices.contains(place) }.map {
        $0.cells[place].text
      }
      .filter { !$0.isEmpty && !isNoneMark($0) }
      let marks = cells.count(where: PartMark.isMark)
      if marks * 5 < cells.count * 4 { header.columns[place].kind = .other }
    }
    return header
  }

  /// Whether an English word that heads many other tables names the rows, and too little beside it tells
  /// that they are a plan's: `Name` without what it costs and when, `Action` without a time.
  var saysTooLittle: Bool {
    guard let subject = columns.first(where: \.isSubject), subject.mapped == nil else {
      return false
    }
    let times: [ColumnKind] = [.period, .periodStart, .periodEnd, .due]
    let hasTime = columns.contains { times.contains($0.kind) }
    switch Headings.key(FoldedText(subject.heading)) {
    case "name":
      let isOfPlans = hasTime || columns.contains { $0.kind == .done || $0.kind == .invested }
      return !isOfPlans || !columns.contains(where: \.isMoney)
    case "action", "actions", "activity", "initiative", "strategy": return !hasTime
    case _: return false
    }
  }
}

extension DocumentColumn {
  /// Whether numbers alone below the heading show that it means something else: 一季度 over what was
  /// paid, `Units` over how many dwellings there are.
  fileprivate var isOfWordsOnly: Bool {
    if case .stage = kind { return true }
    return isUnits
  }
}
