/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
public struct Day: Sendable, Hashable, Comparable, Codable {
  /// Days since 1970-01-01.
  public let number: Int32

  package init(number: Int32) {
    self.number = number
  }

  /// Makes a day of the calendar; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.number = Day.number(year: year, month: month, day: day)
  }

  package static let first = Day(number: number(year: 1, month: 1, day: 1))
  package static let last = Day(number: number(year: 9999, month: 12, day: 31))

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The number of days in a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case _: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1970-01-01 of a civil date, after Howard Hinnant's `days_from_civil`.
  package static func number(year: Int, month: Int, day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day, after Howard Hinnant's `civil_from_days`.
  public var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day that many days later; nil outside the calendar.
  public func adding(days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    guard !overflow, sum >= Int(Day.first.number), sum <= Int(Day.last.number) else { return nil }
    return Day(number: Int32(sum))
  }

  /// The same day of the month that many months later, clamped to the month's end.
  public func adding(months: Int) -> Day? {
    let (year, month, day) = civil
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, index >= 12, index < 120_000 else { return nil }
    let newYear = index / 12
    let newMonth = index % 12 + 1
    return Day(
      year: newYear, month: newMonth,
      day: Swift.min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }
}

extension Day: CustomStringConvertible {
  /// The day in ISO 8601, `2021-03-05`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `2021-03-05`; nil for anything else.
  public init?(iso text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = plainInteger(parts[0]), let month = plainInteger(parts[1]),
      let day = plainInteger(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// A non-negative number with leading zeros up to a width.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
}

/// The value of plain ASCII digits, 18 at most.
package func plainInteger(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for byte in digits {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}
