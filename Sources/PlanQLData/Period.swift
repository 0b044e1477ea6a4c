/// A part of the calendar that periods are counted in, coarsest first.
public enum Grain: String, Sendable, Hashable, CaseIterable {
  case year, half, quarter, month, day

  /// The length in whole months; nil for a day.
  package var months: Int? {
    switch self {
    case .year: 12
    case .half: 6
    case .quarter: 3
    case .month: 1
    case .day: nil
    }
  }

  package var name: Name {
    switch self {
    case .year: Name("year", "年度")
    case .half: Name("half", "半年")
    case .quarter: Name("quarter", "季度")
    case .month: Name("month", "月份")
    case .day: Name("day", "日")
    }
  }
}

/// A run of whole days, both ends included; a nil end is open.
public struct Period: Sendable, Hashable, Codable {
  public let start: Day?
  public let end: Day?

  /// Makes a period; nil where the end stands before the start.
  public init?(from start: Day?, through end: Day?) {
    if let start, let end, end < start { return nil }
    self.start = start
    self.end = end
  }

  package static let openStart = Int32.min
  package static let openEnd = Int32.max

  /// A period from its stored form: day numbers, `openStart` and `openEnd` for open ends.
  package init(startNumber: Int32, endNumber: Int32) {
    self.start = startNumber == Period.openStart ? nil : Day(number: startNumber)
    self.end = endNumber == Period.openEnd ? nil : Day(number: endNumber)
  }

  package var startNumber: Int32 { start?.number ?? Period.openStart }
  package var endNumber: Int32 { end?.number ?? Period.openEnd }

  public init(_ day: Day) {
    self.start = day
    self.end = day
  }

  /// The whole part of the calendar that a day lies in.
  public init(_ grain: Grain, containing day: Day) {
    let (year, month, _) = day.civil
    guard let length = grain.months else {
      self.init(day)
      return
    }
    let first = (month - 1) / length * length + 1
    let last = first + length - 1
    self.init(
      startNumber: Day.number(year: year, month: first, day: 1),
      endNumber: Day.number(year: year, month: last, day: Day.length(ofMonth: last, year: year)))
  }

  /// A calendar year; nil outside 1 to 9999.
  public init?(year: Int) {
    guard let day = Day(year: year, month: 1, day: 1) else { return nil }
    self.init(.year, containing: day)
  }

  public func overlaps(_ other: Period) -> Bool {
    startNumber <= other.endNumber && other.startNumber <= endNumber
  }

  public func covers(_ other: Period) -> Bool {
    startNumber <= other.startNumber && endNumber >= other.endNumber
  }

  /// The parts of a grain that the period touches, in order; nil where an end is open.
  package func parts(_ grain: Grain) -> [Period]? {
    guard let start, let end else { return nil }
    var parts: [Period] = []
    var day = start
    while day <= end {
      let part = Period(grain, containing: day)
      parts.append(part)
      guard let next = part.end?.adding(days: 1) else { break }
      day = next
    }
    return parts
  }

  /// The coarsest grain that both ends fit; nil where an end is open.
  package var grain: Grain? {
    guard let start, let end else { return nil }
    return Grain.allCases.first {
      Period($0, containing: start).start == start && Period($0, containing: end).end == end
    }
  }
}

extension Period: Comparable {
  /// Orders by start, then by end; an open start comes first, an open end last.
  public static func < (left: Period, right: Period) -> Bool {
    (left.startNumber, left.endNumber) < (right.startNumber, right.endNumber)
  }
}

extension Period: CustomStringConvertible {
  /// The period at the coarsest grain that fits: `2021`, `2021-H1`, `2021-Q3`, `2021-03`, `2021-03-05`,
  /// or two of them joined by `..`.
  public var description: String {
    guard let start, let end else {
      return (start.map { Period.text(of: $0, at: openGrain($0, isStart: true)) } ?? "") + ".."
        + (end.map { Period.text(of: $0, at: openGrain($0, isStart: false)) } ?? "")
    }
    let grain = grain ?? .day
    let first = Period.text(of: start, at: grain)
    return Period(grain, containing: start) == self
      ? first : first + ".." + Period.text(of: end, at: grain)
  }

  /// The coarsest grain that begins or ends on a day, for a period whose other end is open.
  package func openGrain(_ day: Day, isStart: Bool) -> Grain {
    Grain.allCases.first {
      let part = Period($0, containing: day)
      return isStart ? part.start == day : part.end == day
    } ?? .day
  }

  package static func text(of day: Day, at grain: Grain) -> String {
    let (year, month, _) = day.civil
    let yearText = padded(year, 4)
    switch grain {
    case .year: return yearText
    case .half: return "\(yearText)-H\((month - 1) / 6 + 1)"
    case .quarter: return "\(yearText)-Q\((month - 1) / 3 + 1)"
    case .month: return "\(yearText)-\(padded(month, 2))"
    case .day: return day.description
    }
  }

  /// Reads what `description` writes: `2021`, `2021-H1`, `2021-Q3`, `2021-03`, `2021-03-05`, with or
  /// without `..` and either end left out; nil for anything else.
  public init?(text: String) {
    guard let dots = text.utf8.firstRange(ofDots: ()) else {
      guard let part = Period.part(text) else { return nil }
      self = part
      return
    }
    let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    let lower = first.isEmpty ? nil : Period.part(first)
    let upper = last.isEmpty ? nil : Period.part(last)
    guard first.isEmpty == (lower == nil), last.isEmpty == (upper == nil) else { return nil }
    self.init(from: lower?.start, through: upper?.end)
  }

  private static func part(_ text: String) -> Period? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, let year = plainInteger(bytes[0..<4]) else { return nil }
    if bytes.count == 4 { return Period(year: year) }
    guard bytes[4] == UInt8(ascii: "-") else { return nil }
    let rest = bytes[5...]
    switch (rest.first, rest.count) {
    case (UInt8(ascii: "H"), 2): return part(.half, year, plainInteger(rest.dropFirst()), of: 2)
    case (UInt8(ascii: "Q"), 2): return part(.quarter, year, plainInteger(rest.dropFirst()), of: 4)
    case (_, 2): return part(.month, year, plainInteger(rest), of: 12)
    case (_, 5): return Day(iso: text).map { Period($0) }
    case (_, _): return nil
    }
  }

  /// The n-th part of a year; nil where the year has no such part.
  package static func part(_ grain: Grain, _ year: Int, _ number: Int?, of count: Int) -> Period? {
    guard let number, (1...count).contains(number),
      let day = Day(year: year, month: (number - 1) * (12 / count) + 1, day: 1)
    else { return nil }
    return Period(grain, containing: day)
  }
}

extension String.UTF8View {
  fileprivate func firstRange(ofDots: Void) -> Range<Index>? {
    guard var index = firstIndex(of: UInt8(ascii: ".")) else { return nil }
    while index != endIndex {
      let next = self.index(after: index)
      if next != endIndex, self[index] == UInt8(ascii: "."), self[next] == UInt8(ascii: ".") {
        return index..<self.index(after: next)
      }
      index = next
    }
    return nil
  }
}
