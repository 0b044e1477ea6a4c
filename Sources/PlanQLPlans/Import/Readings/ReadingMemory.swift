import PlanQLData

/// What cells were read as, so that one that says the same again is not read again: a column of a
/// large table repeats itself. It holds no more than a number of them.
struct ReadingMemory<Found: Sendable>: Sendable {
  private var readings: [FoldedText: Found] = [:]

  private static var greatestCount: Int { 4096 }

  /// The reading of a cell, made where it is not known yet.
  mutating func reading(of cell: FoldedText, _ read: () -> Found) -> Found {
    if let known = readings[cell] { return known }
    if readings.count >= ReadingMemory.greatestCount { readings.removeAll(keepingCapacity: true) }
    let reading = read()
    readings[cell] = reading
    return reading
  }
}

/// What the cells of a document were read as.
struct CellReadings: Sendable {
  /// What a cell says of a time: a duty without an end, or a period.
  enum Time: Sendable {
    case standing
    case reading(Reading<Period>)
  }

  private var times = ReadingMemory<Time>()
  /// Lists of units by the roles that their columns give them.
  private var lists: [UnitRole?: ReadingMemory<UnitList>] = [:]

  mutating func time(_ text: FoldedText, _ periods: PeriodReading) -> Time {
    times.reading(of: text) {
      PeriodReading.isStanding(text) ? .standing : .reading(periods.read(cell: text))
    }
  }

  /// Forgets times, as those that follow are of another year.
  mutating func forgetTimes() { times = ReadingMemory() }

  mutating func units(_ cell: FoldedText, role: UnitRole?) -> UnitList {
    lists[role, default: ReadingMemory()].reading(of: cell) { UnitList(reading: cell, role: role) }
  }
}
