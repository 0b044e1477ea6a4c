import PlanQLData

/// Functions of the calendar.
enum Times {
  static let functions: [Function] = [
    Function(
      "year", "年度", .time,
      doc: LocalizedText(
        en: "Gives the year of a date, of a period's start, or of a number, as a period.",
        zh: "给出日期、时段起始或年份数字所在的年度，是一个时段。"),
      [.taking(.int, giving: .period, known: .partly, kernel: yearOfNumber)] + grain(.year),
      examples: [
        FunctionExample("year(@2021-03-05)", is: "@2021"),
        FunctionExample("year(2020 + 1)", is: "@2021"),
        FunctionExample("year(10000)", is: "missing"),
      ]),
    Function(
      "half", "半年", .time,
      doc: LocalizedText(
        en: "Gives the half-year of a date or of a period's start, as a period.",
        zh: "给出日期或时段起始所在的半年，是一个时段。"), grain(.half),
      examples: [FunctionExample("half(@2021-03-05)", is: "@2021-H1")]),
    Function(
      "quarter", "季度", .time,
      doc: LocalizedText(
        en: "Gives the quarter of a date or of a period's start, as a period.",
        zh: "给出日期或时段起始所在的季度，是一个时段。"), grain(.quarter),
      examples: [FunctionExample("quarter(@2021-09-30)", is: "@2021-Q3")]),
    Function(
      "month", "月份", .time,
      doc: LocalizedText(
        en: "Gives the month of a date or of a period's start, as a period.",
        zh: "给出日期或时段起始所在的月份，是一个时段。"), grain(.month),
      examples: [FunctionExample("month(@2021-03-05)", is: "@2021-03")]),
    Function(
      "week", "周次", .time,
      doc: LocalizedText(
        en:
          "Gives the seven days from Monday to Sunday that a date or a period's start lies in, as a "
          + "period; 'int' gives its number as ISO 8601 counts.",
        zh: "给出日期或时段起始所在的一周，从星期一到星期日，是一个时段；取整数得国家标准的周数。"),
      [
        .taking(.date, giving: .period) { arguments, _, count in
          weeks(of: arguments[0].words(count), count, known: arguments[0].presence)
        },
        .taking(.period, giving: .period, known: .partly) { arguments, types, count in
          let start = start(arguments, types, count)
          return weeks(of: start.words(count), count, known: start.presence)
        },
      ],
      examples: [
        FunctionExample("week(@2021-03-05)", is: "@2021-03-01..@2021-03-07"),
        FunctionExample("int(week(@2021-01-03))", is: "53"),
      ]),
    Function(
      "day", "日", .time,
      doc: LocalizedText(
        en: "Gives the day of the month of a date, from 1 to 31.",
        zh: "给出日期是当月的第几日，从 1 到 31。"),
      [.taking(.date, giving: .int, kernel: dayOfMonth)],
      examples: [FunctionExample("day(@2021-03-05)", is: "5")]),
    Function(
      "weekday", "星期", .time,
      doc: LocalizedText(
        en: "Gives the day of the week of a date, from 1 for Monday to 7 for Sunday.",
        zh: "给出日期是星期几，星期一为 1，星期日为 7。"),
      [.taking(.date, giving: .int, kernel: dayOfWeek)],
      examples: [
        FunctionExample("weekday(@2021-03-05)", is: "5"),
        FunctionExample("weekday(@1969-12-28)", is: "7"),
      ]),
    Function(
      "start", "起始", .time,
      doc: LocalizedText(
        en: "Gives the first day of a period; missing where it is open.",
        zh: "给出时段的第一天；起始不限则缺失。"),
      [.taking(.period, giving: .date, known: .partly, kernel: start)],
      examples: [
        FunctionExample("start(@2021-Q3)", is: "@2021-07-01"),
        FunctionExample("start(..@2025)", is: "missing"),
      ]),
    Function(
      "end", "截止", .time,
      doc: LocalizedText(
        en: "Gives the last day of a period; missing where it is open.",
        zh: "给出时段的最后一天；截止不限则缺失。"),
      [.taking(.period, giving: .date, known: .partly, kernel: end)],
      examples: [FunctionExample("end(2021..2025)", is: "@2025-12-31")]),
    Function(
      "days", "天数", .time,
      doc: LocalizedText(
        en: "Counts the days of a period; missing where it is open.",
        zh: "数出时段的天数；起止不限则缺失。"),
      [.taking(.period, giving: .int, known: .partly, kernel: days)],
      examples: [FunctionExample("days(@2024-02)", is: "29")]),
    Function(
      "months", "月数", .time,
      doc: LocalizedText(
        en: "Counts the whole months from the first to the last day of a period, missing where it "
          + "is open; or the months from one day to another, negative where that is earlier.",
        zh: "数出时段从第一天到最后一天满多少个月，起止不限则缺失；或从一天到另一天相隔的整月数，往前为负。"),
      [
        .taking(.period, giving: .int, known: .partly, kernel: months),
        .taking(.date, .date, giving: .int, kernel: monthsBetween),
      ],
      examples: [
        FunctionExample("months(2021..2025)", is: "60"),
        FunctionExample("months(@2021-01-15..@2021-04-14)", is: "3"),
        FunctionExample("months(@2021-01-15..@2021-04-13)", is: "2"),
        FunctionExample("months(@2025-12-31, @2026-06-30)", is: "6"),
        FunctionExample("months(@2021-04-14, @2021-01-15)", is: "-2"),
      ]),
    Function(
      "years", "年数", .time,
      doc: LocalizedText(
        en:
          "Counts the whole years from the first to the last day of a period, missing where it is "
          + "open; or the years from one day to another, negative where that is earlier.",
        zh: "数出时段从第一天到最后一天满多少年，起止不限则缺失；或从一天到另一天相隔的整年数，往前为负。"),
      [
        .taking(.period, giving: .int, known: .partly, kernel: years),
        .taking(.date, .date, giving: .int, kernel: yearsBetween),
      ],
      examples: [
        FunctionExample("years(2021..2025)", is: "5"),
        FunctionExample("years(@2021-02..@2023-11)", is: "2"),
        FunctionExample("years(@2021-03-05, @2024-03-04)", is: "2"),
      ]),
    Function(
      "elapsed", "时间进度", .time,
      doc: LocalizedText(
        en: "Gives the share of a period's days that have passed at the end of a day, from 0 to 1.",
        zh: "给出截至某日已过天数占时段总天数的比例，从 0 到 1。"),
      [.taking(.period, .date, giving: .number, known: .partly, kernel: elapsed)],
      examples: [
        FunctionExample("elapsed(@2023-01-01..@2023-01-10, @2023-01-05)", is: "0.5"),
        FunctionExample("elapsed(@2023, @2024-06-30)", is: "1"),
      ]),
    Function(
      "range", "区间", .time,
      doc: LocalizedText(
        en: "Gives the period from the start of one to the end of another, as a..b does; missing "
          + "where that is reversed.",
        zh: "给出从一个时段起始到另一时段截止的时段，同 a..b；前后颠倒则缺失。"),
      [.taking(.period, .period, giving: .period, known: .partly, kernel: range)],
      examples: [
        FunctionExample("range(@2021-03, @2022)", is: "@2021-03..@2022-12"),
        FunctionExample("range(@2022, @2021)", is: "missing"),
      ]),
    Function(
      "intersection", "交集", .time,
      doc: LocalizedText(
        en: "Gives the days that two periods have in common; missing where they have none.",
        zh: "给出两个时段共有的日子；没有则缺失。"),
      [.taking(.period, .period, giving: .period, known: .partly, kernel: intersection)],
      examples: [
        FunctionExample("intersection(2021..2023, 2023..2025)", is: "@2023"),
        FunctionExample("intersection(@2021.., ..@2022-03)", is: "@2021-01..@2022-03"),
        FunctionExample("intersection(@2021, @2022)", is: "missing"),
      ]),
    Function(
      "fiscal_year", "财年", .time,
      doc: LocalizedText(
        en: "Gives the plan's fiscal year of a date or of a period's start, or the one that a "
          + "number names, as a period; without a rule in the plan it is the calendar's.",
        zh: "给出日期、时段起始所在的财年，或某年份数字所称的财年，是一个时段；规划未规定时即公历年。"),
      [
        fiscalYear(.int, LocalizedText(en: "int", zh: "整数"), fiscalYearOfNumber),
        fiscalYear(.date, LocalizedText(en: "date", zh: "日期"), fiscalYearOfDay),
        fiscalYear(.period, LocalizedText(en: "period", zh: "时段"), fiscalYearOfPeriod),
      ],
      examples: [
        FunctionExample("fiscal_year(@2023-02-05)", is: "@2023"),
        FunctionExample("fiscal_year(2023)", is: "@2023"),
      ]),
  ]

  /// The overloads of a function that gives the part of the calendar which a day lies in.
  private static func grain(_ grain: Grain) -> [Overload] {
    [
      .taking(.date, giving: .period) { arguments, _, count in
        let (starts, ends) = parts(grain, of: arguments[0].words(count), count)
        return Vector(.periods(starts, ends), presence: arguments[0].presence)
      },
      .taking(.period, giving: .period, known: .partly) { arguments, types, count in
        let start = start(arguments, types, count)
        let (starts, ends) = parts(grain, of: start.words(count), count)
        return Vector(.periods(starts, ends), presence: start.presence)
      },
    ]
  }
}

extension Times {
  private static func yearOfNumber(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) -> Vector {
    let numbers = arguments[0].words(count)
    var (starts, ends) = ([Int32](), [Int32]())
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    for row in 0..<count {
      let year = Int(Swift.min(Swift.max(numbers[row], 1), 9999))
      starts.append(Day.number(year: year, month: 1, day: 1))
      ends.append(Day.number(year: year, month: 12, day: 31))
    }
    let exists = bits(count) { (1...9999).contains(numbers[$0]) }.asPresence
    return Vector(.periods(starts, ends), presence: bothKnown(arguments[0].presence, exists))
  }

  /// The part that each day lies in. Neighbouring rows often share it, so the last one is tried
  /// first.
  private static func parts(
    _ grain: Grain, of days: [Int64], _ count: Int
  ) -> (starts: [Int32], ends: [Int32]) {
    var (starts, ends) = ([Int32](), [Int32]())
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    var (first, last): (Int32, Int32) = (0, -1)
    for row in 0..<count {
      let day = onCalendar(days[row])
      if day.number < first || day.number > last {
        let part = Period(grain, containing: day)
        (first, last) = (part.startNumber, part.endNumber)
      }
      starts.append(first)
      ends.append(last)
    }
    return (starts, ends)
  }

  /// The weeks that days lie in; the calendar ends within its last one.
  private static func weeks(of days: [Int64], _ count: Int, known: Bitmap?) -> Vector {
    let mondays = filled(count) { row in
      let day = onCalendar(days[row]).number
      return day - (isoWeekday(Int64(day)) - 1)
    }
    return Vector(
      .periods(mondays, filled(count) { Swift.min(mondays[$0] + 6, Day.last.number) }),
      presence: known)
  }

  /// A day as stored; the nearest day of the calendar for what a missing row may hold.
  private static func onCalendar(_ word: Int64) -> Day {
    let number = Swift.min(
      Swift.max(word, Int64(Day.first.number)), Int64(Day.last.number))
    return Day(number: Int32(number))
  }

  private static func dayOfMonth(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) -> Vector {
    let days = arguments[0].words(count)
    return Vector(
      .words(filled(count) { Int64(onCalendar(days[$0]).civil.day) }),
      presence: arguments[0].presence)
  }

  private static func dayOfWeek(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let days = arguments[0].words(count)
    return Vector(
      .words(filled(count) { Int64(isoWeekday(days[$0])) }), presence: arguments[0].presence)
  }

  /// The day of the week of a day's number, from 1 for Monday.
  private static func isoWeekday(_ day: Int64) -> Int32 {
    let place = Int32((day + 3) % 7)
    return (place < 0 ? place + 7 : place) + 1
  }

  private static func start(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    bound(arguments[0].periods(count).starts, open: Period.openStart, arguments[0].presence, count)
  }

  private static func end(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    bound(arguments[0].periods(count).ends, open: Period.openEnd, arguments[0].presence, count)
  }

  private static func bound(
    _ days: [Int32], open: Int32, _ known: Bitmap?, _ count: Int
  ) -> Vector {
    let closed = bits(count) { days[$0] != open }.asPresence
    return Vector(
      .words(filled(count) { days[$0] == open ? 0 : Int64(days[$0]) }),
      presence: bothKnown(known, closed))
  }
}

extension Times {
  private static func days(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    counted(arguments[0], count) { Int64($1.number) - Int64($0.number) + 1 }
  }

  private static func months(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    counted(arguments[0], count) { Int64(wholeMonths(from: $0, through: $1)) }
  }

  private static func years(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    counted(arguments[0], count) { Int64(wholeMonths(from: $0, through: $1) / 12) }
  }

  private static func monthsBetween(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    between(arguments, count) { $0 }
  }

  private static func yearsBetween(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    between(arguments, count) { $0 / 12 }
  }

  /// Counts the months from one day to another, in units of them.
  private static func between(
    _ arguments: [Vector], _ count: Int, _ whole: (Int) -> Int
  ) -> Vector {
    let (from, to) = (arguments[0].words(count), arguments[1].words(count))
    return Vector(
      .words(
        filled(count) { row in
          let (start, end) = (onCalendar(from[row]), onCalendar(to[row]))
          let months = start <= end ? months(from: start, to: end) : -months(from: end, to: start)
          return Int64(whole(months))
        }), presence: bothKnown(arguments[0].presence, arguments[1].presence))
  }

  /// The most months that can be added to a day without passing a later one.
  private static func months(from start: Day, to end: Day) -> Int {
    let (first, last) = (start.civil, end.civil)
    let months = (last.year - first.year) * 12 + last.month - first.month
    let reaches = start.adding(months: months).map { $0 <= end } ?? false
    return reaches ? months : months - 1
  }

  /// The most months that can be added to the first day without passing the day after the last.
  private static func wholeMonths(from start: Day, through end: Day) -> Int {
    let (first, last) = (start.civil, end.civil)
    let months = (last.year - first.year) * 12 + last.month - first.month
    // The month that begins on a day is over on the eve of that day, clamped to the month's end.
    func isOver(_ count: Int) -> Bool {
      guard let next = start.adding(months: count) else { return end == Day.last }
      return next.number <= end.number &+ 1
    }
    return Swift.max(isOver(months + 1) ? months + 1 : isOver(months) ? months : months - 1, 0)
  }

  /// Counts something of each closed period; of an open one it is missing.
  @inline(__always)
  private static func counted(
    _ period: Vector, _ count: Int, _ measure: (Day, Day) -> Int64
  ) -> Vector {
    let (starts, ends) = period.periods(count)
    return Vector(
      .words(
        filled(count) {
          measure(onCalendar(Int64(starts[$0])), onCalendar(Int64(ends[$0])))
        }),
      presence: bothKnown(period.presence, closed(starts, ends, count)))
  }

  /// The rows whose periods have both ends; nil when all have.
  private static func closed(_ starts: [Int32], _ ends: [Int32], _ count: Int) -> Bitmap? {
    bits(count) { starts[$0] != Period.openStart && ends[$0] != Period.openEnd }.asPresence
  }

  /// The share of each period that has passed at the end of a day.
  static func elapsed(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let (starts, ends) = arguments[0].periods(count)
    let days = arguments[1].words(count)
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    return try checkedNumbers(count, known: bothKnown(known, closed(starts, ends, count))) { row in
      let whole = Int64(ends[row]) - Int64(starts[row]) + 1
      let passed = days[row] &- Int64(starts[row]) &+ 1
      if passed <= 0 { return 0 }
      return passed >= whole ? 1 : Double(passed) / Double(whole)
    }
  }

  private static func intersection(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) -> Vector {
    let (left, right) = (arguments[0].periods(count), arguments[1].periods(count))
    let starts = filled(count) { Swift.max(left.starts[$0], right.starts[$0]) }
    let ends = filled(count) { Swift.min(left.ends[$0], right.ends[$0]) }
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    let meet = bits(count) { starts[$0] <= ends[$0] }.asPresence
    return Vector(.periods(starts, ends), presence: bothKnown(known, meet))
  }

  private static func range(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let starts = arguments[0].periods(count).starts
    let ends = arguments[1].periods(count).ends
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    let isForward = bits(count) { starts[$0] <= ends[$0] }.asPresence
    return Vector(.periods(starts, ends), presence: bothKnown(known, isForward))
  }
}

// Fiscal years.
extension Times {
  /// An overload of `fiscal_year`: the checker adds the plan's rule, the month that the year starts
  /// with and whether it is called by the year it ends in.
  private static func fiscalYear(
    _ type: DataType, _ signature: LocalizedText, _ kernel: @escaping Kernel
  ) -> Overload {
    Overload(signature, known: .partly, kernel: kernel) { types in
      guard types.count == 3, types[0] == type || types[0] == .missing, types[1] == .int,
        types[2] == .bool
      else { return nil }
      return OverloadMatch(parameters: [type, .int, .bool], result: .period)
    }
  }

  private static func fiscalYearOfNumber(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) -> Vector {
    let numbers = arguments[0].words(count)
    return fiscalYears(arguments, arguments[0].presence, count) { row, rule in
      Int(exactly: numbers[row]).flatMap { rule.period(named: $0) }
    }
  }

  private static func fiscalYearOfDay(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) -> Vector {
    let days = arguments[0].words(count)
    return fiscalYears(arguments, arguments[0].presence, count) { row, rule in
      rule.period(containing: onCalendar(days[row]))
    }
  }

  private static func fiscalYearOfPeriod(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) -> Vector {
    let start = start(arguments, types, count)
    let days = start.words(count)
    return fiscalYears(arguments, start.presence, count) { row, rule in
      rule.period(containing: onCalendar(days[row]))
    }
  }

  private static func fiscalYears(
    _ arguments: [Vector], _ known: Bitmap?, _ count: Int,
    _ find: (Int, FiscalYear) -> Period?
  ) -> Vector {
    let (months, ends) = (arguments[1].words(count), arguments[2].bools(count))
    let years = (0..<count).map { row in
      find(
        row,
        FiscalYear(startMonth: Int(clamping: months[row]), naming: ends[row] ? .end : .start))
    }
    let exists = bits(count) { years[$0] != nil }.asPresence
    return Vector(
      .periods(years.map { $0?.startNumber ?? 0 }, years.map { $0?.endNumber ?? 0 }),
      presence: bothKnown(known, exists))
  }
}
