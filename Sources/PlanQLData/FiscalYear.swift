/// How fiscal years run: twelve months from the first of a month, each called by the calendar year
/// that it starts or ends in.
public struct FiscalYear: Sendable, Hashable {
  /// Which calendar year a fiscal year is called by.
  public enum Naming: String, Sendable, Hashable, CaseIterable {
    case start, end
  }

  /// The month that a fiscal year starts with, from 1 to 12.
  public let startMonth: Int
  public let naming: Naming

  /// The fiscal year that is the calendar's.
  public static let calendar = FiscalYear(startMonth: 1, naming: .start)

  /// Makes a rule; a month that is none counts as January.
  public init(startMonth: Int, naming: Naming) {
    self.startMonth = (1...12).contains(startMonth) ? startMonth : 1
    self.naming = naming
  }

  /// The fiscal year that is called by a number; nil where it leaves the calendar.
  public func period(named year: Int) -> Period? {
    guard (0...10_000).contains(year) else { return nil }
    return period(startingIn: naming == .end && startMonth > 1 ? year - 1 : year)
  }

  /// The fiscal year that a day lies in; nil where it leaves the calendar.
  public func period(containing day: Day) -> Period? {
    let (year, month, _) = day.civil
    return period(startingIn: month < startMonth ? year - 1 : year)
  }

  private func period(startingIn year: Int) -> Period? {
    guard let start = Day(year: year, month: startMonth, day: 1),
      let last = start.adding(months: 11)
    else { return nil }
    let (lastYear, lastMonth, _) = last.civil
    let length = Day.length(ofMonth: lastMonth, year: lastYear)
    return Period(from: start, through: Day(year: lastYear, month: lastMonth, day: length))
  }
}
