import PlanQLData

/// Kernels of dates, periods and durations. A known result outside the calendar fails.
enum Moments {
  static func addDays(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .outsideCalendar) {
      onCalendar($0.addingReportingOverflow($1))
    }
  }

  static func subtractDays(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .outsideCalendar) {
      onCalendar($0.subtractingReportingOverflow($1))
    }
  }

  static func addMonths(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .outsideCalendar) {
      moved($0, months: $1)
    }
  }

  static func subtractMonths(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .outsideCalendar) {
      moved($0, months: 0 &- $1)
    }
  }

  static func daysBetween(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(.duration(.days))) {
      narrow($0.subtractingReportingOverflow($1))
    }
  }

  static func addDurations(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      narrow($0.addingReportingOverflow($1))
    }
  }

  static func subtractDurations(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      narrow($0.subtractingReportingOverflow($1))
    }
  }

  static func multiplyDuration(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      narrow($0.multipliedReportingOverflow(by: $1))
    }
  }

  /// A whole number times a duration.
  static func durationTimes(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try multiplyDuration([arguments[1], arguments[0]], [types[1], types[0]], count)
  }

  static func negateDuration(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) {
      narrow(Int64(0).subtractingReportingOverflow($0))
    }
  }

  static func durationMagnitude(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) {
      narrow($0 < 0 ? Int64(0).subtractingReportingOverflow($0) : ($0, false))
    }
  }

  /// Durations are stored in 32 bits.
  @inline(__always)
  private static func narrow(
    _ word: (partialValue: Int64, overflow: Bool)
  ) -> (partialValue: Int64, overflow: Bool) {
    let fits = Int64(Int32(truncatingIfNeeded: word.partialValue)) == word.partialValue
    return (word.partialValue, word.overflow || !fits)
  }

  @inline(__always)
  private static func onCalendar(
    _ day: (partialValue: Int64, overflow: Bool)
  ) -> (partialValue: Int64, overflow: Bool) {
    let isOutside =
      day.partialValue < Int64(Day.first.number) || day.partialValue > Int64(Day.last.number)
    return (day.partialValue, day.overflow || isOutside)
  }

  private static func moved(
    _ day: Int64, months: Int64
  ) -> (partialValue: Int64, overflow: Bool) {
    let day = Day(number: Int32(truncatingIfNeeded: day))
    guard let result = day.adding(months: Int(months)) else { return (0, true) }
    return (Int64(result.number), false)
  }
}

extension Moments {
  static func shiftLater(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try shifted(arguments, types, count, sign: 1)
  }

  static func shiftEarlier(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try shifted(arguments, types, count, sign: -1)
  }

  private static func shifted(
    _ arguments: [Vector], _ types: [DataType], _ count: Int, sign: Int64
  ) throws(KernelFailure) -> Vector {
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    var (starts, ends) = arguments[0].periods(count)
    let durations = arguments[1].words(count)
    let isInMonths = types[1] == .duration(.months)
    for row in 0..<count where known?[row] ?? true {
      let period = Period(startNumber: starts[row], endNumber: ends[row])
      let steps = Int(durations[row] &* sign)
      guard
        let moved = isInMonths
          ? shifted(period, months: steps) : shifted(period, days: steps)
      else { throw KernelFailure(.outsideCalendar, row: row) }
      (starts[row], ends[row]) = (moved.startNumber, moved.endNumber)
    }
    return Vector(.periods(starts, ends), presence: known)
  }

  private static func shifted(_ period: Period, days: Int) -> Period? {
    shifted(period) {
      $0.adding(days: days)
    } end: {
      $0.adding(days: days)
    }
  }

  /// Moves both ends by months. A period of whole months stays one, so that a February becomes a
  /// whole March.
  static func shifted(_ period: Period, months: Int) -> Period? {
    let isWhole = (period.start?.civil.day ?? 1) == 1 && (period.end?.isLastOfMonth ?? false)
    return shifted(period) {
      $0.adding(months: months)
    } end: {
      $0.adding(months: months).map { isWhole ? $0.lastOfMonth : $0 }
    }
  }

  private static func shifted(
    _ period: Period, start moveStart: (Day) -> Day?, end moveEnd: (Day) -> Day?
  ) -> Period? {
    let (start, end) = (period.start.flatMap(moveStart), period.end.flatMap(moveEnd))
    guard (start == nil) == (period.start == nil), (end == nil) == (period.end == nil) else {
      return nil
    }
    return Period(from: start, through: end)
  }
}

extension Day {
  /// Whether the day is the last of its month.
  var isLastOfMonth: Bool { lastOfMonth == self }

  /// The last day of the day's month.
  var lastOfMonth: Day {
    let (year, month, day) = civil
    return Day(number: number &+ Int32(Day.length(ofMonth: month, year: year) - day))
  }
}
