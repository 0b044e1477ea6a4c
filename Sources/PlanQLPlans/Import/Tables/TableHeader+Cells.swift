import PlanQLData

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

  /// The header with 截止时间 under its own name where its days lie far apart beside what was done: they may be deadlines
  /// as well as days of reports.
  func withoutDeadlinesOfReports(in lines: some Collection<DocumentLine>) -> TableHeader {
    guard let place = place(of: .asOf), columns[place].mapped == nil,
      Headings.key(FoldedText(columns[place].lastHeading)) == "截止时间"
    else { return self }
    let days = lines.compactMap { line -> Int32? in
      guard line.cells.indices.contains(place),
        case .stated(let period) = PeriodReading(year: nil).read(cell: line.cells[place].text)
      else { return nil }
      return period.end?.number
    }
    guard let first = days.min(), let last = days.max(), last - first > 62 else { return self }
    var header = self
    header.columns[place].kind = .other
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
}

extension TableHeader {
  /// The unit that the headings of figures state in brackets, where they state one alone: `监测值(mg/L)`.
  var unitOfFigures: String? {
    let units = columns.filter(\.isOfFigures).compactMap { column in
      column.heading.split(separator: " ").reversed().lazy
        .compactMap { IndicatorUnit.ofHeading(FoldedText(String($0))) }.first
    }
    return Set(units).count == 1 ? units[0] : nil
  }
}

extension DocumentColumn {
  /// Whether the cells have values of an indicator.
  fileprivate var isOfFigures: Bool {
    switch kind {
    case .observed, .baseline, .target: true
    case _: false
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
