import PlanQLData

/// The bytes of one cell, without the quotes around it.
typealias CellBytes = UnsafeBufferPointer<UInt8>

/// Reads numbers and days from cells. The forms that files mostly have are read straight from the
/// bytes.
enum CellReading {
  /// Reads a plain whole number as `inferred` columns know it: digits with an optional minus, no
  /// leading zero, 18 digits at most.
  @inline(__always)
  static func plainInt(_ cell: CellBytes) -> Int64? {
    var place = 0
    let count = cell.count
    guard count > 0 else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    let digits = count - place
    guard digits >= 1, digits <= 18 else { return nil }
    let first = cell[place]
    if first == UInt8(ascii: "0") { return digits == 1 && !isNegative ? 0 : nil }
    var value: Int64 = 0
    while place < count {
      let digit = cell[place] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
      place += 1
    }
    return isNegative ? -value : value
  }

  /// Reads a plain number: as a whole number, or with digits on both sides of a point.
  @inline(__always)
  static func plainNumber(_ cell: CellBytes) -> Double? {
    guard let decimal = plainDecimal(cell) else { return nil }
    return decimal.doubleValue(of: cell)
  }

  /// Whether a number has more than the 15 digits that are certain in a floating-point number.
  static func hasUncertainDigits(_ cell: CellBytes) -> Bool {
    let digits = cell.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter { $0 &- 0x30 <= 9 }
    return digits.drop { $0 == 0x30 }.count > 15
  }

  static let powersOfTen: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }

  /// Reads the digits of a plain number.
  @inline(__always)
  static func plainDecimal(_ cell: CellBytes) -> PlainDecimal? {
    let count = cell.count
    var place = 0
    guard count > 0 else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    let start = place
    var point = -1
    var value: Int64 = 0
    while place < count {
      let digit = cell[place] &- 0x30
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
      } else if cell[place] == UInt8(ascii: "."), point < 0, place > start {
        point = place
      } else {
        return nil
      }
      place += 1
    }
    let digits = count - start - (point < 0 ? 0 : 1)
    let whole = (point < 0 ? count : point) - start
    guard whole >= 1, point != count - 1, whole == 1 || cell[start] != UInt8(ascii: "0") else {
      return nil
    }
    if point < 0, whole > 18 { return nil }
    let scale = point < 0 ? 0 : count - point - 1
    if digits > 18 { return PlainDecimal(significand: PlainDecimal.tooLong, scale: scale) }
    return PlainDecimal(significand: isNegative ? -value : value, scale: scale)
  }

  /// Whether a cell is a whole number, plain or with commas between thousands: `12`, `1,250`.
  static func isInt(_ cell: CellBytes) -> Bool {
    plainInt(cell) != nil || hasThousands(cell) && !cell.contains(UInt8(ascii: "."))
  }

  /// Whether a cell is a number, also with commas between thousands, or with an exponent that no code would have:
  /// `1,250.5`, `1.5e3`, `2e-7`.
  static func isNumber(_ cell: CellBytes) -> Bool {
    if plainNumber(cell) != nil || hasThousands(cell) { return true }
    let signs = [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")]
    return cell.dropFirst().contains { signs.contains($0) } && exponentNumber(cell) != nil
  }

  /// Whether commas stand between the thousands of a number, and nowhere else.
  private static func hasThousands(_ cell: CellBytes) -> Bool {
    guard cell.count <= 24, cell.contains(UInt8(ascii: ",")) else { return false }
    let unsigned = cell.first == UInt8(ascii: "-") ? cell.dropFirst() : cell[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    func areDigits(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 &- 0x30 <= 9 } }
    guard parts.count <= 2, parts.dropFirst().allSatisfy({ !$0.isEmpty && areDigits($0) }) else {
      return false
    }
    let groups = parts[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != 0x30 else {
      return false
    }
    return groups.count <= 6 && groups.allSatisfy(areDigits)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Reads a number with an exponent, as JSON and SQLite have them: `1.5e-9`.
  static func exponentNumber(_ cell: CellBytes) -> Double? {
    cell.contains { $0 | 0x20 == UInt8(ascii: "e") } ? longNumber(cell, .one) : nil
  }

  /// Reads a number with more digits than an exact decimal holds, or with an exponent: `1.5e-9`.
  static func longNumber(_ cell: CellBytes, _ scale: NumberScale) -> Double? {
    let cell = trimmed(cell)
    guard let last = cell.last, last >= 0x30, last <= 0x39, cell.count <= 400,
      cell.allSatisfy({
        ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e")
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
      }), let number = Double(String(decoding: cell, as: UTF8.self))
    else { return nil }
    let value = number * Double(scale.numerator) / Double(scale.denominator)
    return value.isFinite ? (value == 0 ? 0 : value) : nil
  }

  /// Reads `2021-03-05`, `2021/3/5`, 2021年3月5日 and `5.3.2021` as a day number; also `2021-03-05 00:00:00`, as programs write days
  /// that know only times.
  @inline(__always)
  static func day(_ cell: CellBytes) -> Int32? {
    if cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") {
      return day(digits(cell, 0, 4), digits(cell, 5, 7), digits(cell, 8, 10))
    }
    if cell.count > 10, cell.count <= 29, isMidnight(cell[10...]) {
      return day(CellBytes(rebasing: cell[..<10]))
    }
    return cell.count >= 8 && cell.count <= 17 ? otherDay(cell) : nil
  }

  /// Whether the rest of a cell is a blank or `T` and the time 00:00, with or without seconds and their decimals.
  private static func isMidnight(_ rest: Slice<CellBytes>) -> Bool {
    guard let first = rest.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "T") else {
      return false
    }
    let time = rest.dropFirst()
    for seconds in ["00:00", "00:00:00", "00:00:00Z"] where time.elementsEqual(seconds.utf8) {
      return true
    }
    let decimals = time.dropFirst(9)
    return time.starts(with: "00:00:00.".utf8) && !decimals.isEmpty
      && decimals.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  @inline(__always)
  private static func digits(_ cell: CellBytes, _ start: Int, _ end: Int) -> Int {
    var value = 0
    for place in start..<end {
      let digit = cell[place] &- 0x30
      guard digit <= 9 else { return -1 }
      value = value * 10 + Int(digit)
    }
    return value
  }

  @inline(__always)
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    guard year >= 1, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    return Day.number(year: year, month: month, day: day)
  }

  private static func otherDay(_ cell: CellBytes) -> Int32? {
    if cell[1] == UInt8(ascii: ".") || cell[2] == UInt8(ascii: ".") { return pointedDay(cell) }
    let ends = cell[4] == UInt8(ascii: "/") ? ["/", "/", ""] : ["年", "月", "日"]
    var numbers: [Int] = []
    var place = 0
    for end in ends {
      let start = place
      while place < cell.count, cell[place] &- 0x30 <= 9 { place += 1 }
      let length = place - start
      guard numbers.isEmpty ? length == 4 : length == 1 || length == 2,
        cell[place...].starts(with: end.utf8)
      else { return nil }
      numbers.append(digits(cell, start, place))
      place += end.utf8.count
    }
    return place == cell.count ? day(numbers[0], numbers[1], numbers[2]) : nil
  }

  /// Reads `24.04.2008`: with points between them the day comes first, wherever dates are written so.
  private static func pointedDay(_ cell: CellBytes) -> Int32? {
    let parts = cell.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4
    else { return nil }
    let numbers = parts.map { digits(CellBytes(rebasing: $0), 0, $0.count) }
    return day(numbers[2], numbers[1], numbers[0])
  }

  /// Whether a cell says that there is no value, in a column of numbers or dates.
  static func isMissingMark(_ cell: CellBytes) -> Bool {
    guard let first = cell.first, cell.count <= 4 else { return false }
    switch first {
    case UInt8(ascii: "-"): return cell.count == 1
    case UInt8(ascii: "N"):
      return ["NA", "N/A", "NULL", "NaN", "None"].contains { cell.elementsEqual($0.utf8) }
    case UInt8(ascii: "n"):
      return ["null", "nan", "n/a"].contains { cell.elementsEqual($0.utf8) }
    case UInt8(ascii: "#"): return cell.elementsEqual("#N/A".utf8)
    case 0xE6: return cell.elementsEqual("无".utf8)
    case _: return false
    }
  }

  @inline(__always)
  static func bool(_ cell: CellBytes) -> Bool? {
    guard cell.count == 4 || cell.count == 5 else { return nil }
    for text in ["true", "TRUE", "True"] where cell.elementsEqual(text.utf8) { return true }
    for text in ["false", "FALSE", "False"] where cell.elementsEqual(text.utf8) { return false }
    return nil
  }

  /// A cell without blanks at its ends.
  @inline(__always)
  static func trimmed(_ cell: CellBytes) -> CellBytes {
    guard let first = cell.first,
      first <= 0x20 || first >= 0xC2 || cell[cell.count - 1] <= 0x20
        || cell[cell.count - 1] >= 0x80
    else { return cell }
    return slowlyTrimmed(cell)
  }

  private static func slowlyTrimmed(_ cell: CellBytes) -> CellBytes {
    func blank(_ rest: Slice<CellBytes>, fromEnd: Bool) -> Int {
      for blank in ["\u{3000}", "\u{A0}", " ", "\t", "\r", "\n"] {
        let isThere =
          fromEnd
          ? rest.reversed().starts(with: blank.utf8.reversed()) : rest.starts(with: blank.utf8)
        if isThere { return blank.utf8.count }
      }
      return 0
    }
    var rest = cell[...]
    while case let count = blank(rest, fromEnd: false), count > 0 { rest = rest.dropFirst(count) }
    while case let count = blank(rest, fromEnd: true), count > 0 { rest = rest.dropLast(count) }
    return CellBytes(rebasing: rest)
  }
}

/// The digits of a plain number; a significand of `tooLong` stands for more than 18 of them.
struct PlainDecimal {
  let significand: Int64
  let scale: Int

  static let tooLong = Int64.max
  private static let greatestExact: UInt64 = 1 << 53

  /// The value, rounded once; nil where it is too large.
  @inline(__always)
  func doubleValue(of cell: CellBytes) -> Double? {
    if scale <= 22, significand.magnitude < PlainDecimal.greatestExact {
      return significand == 0 ? 0 : Double(significand) / CellReading.powersOfTen[scale]
    }
    let value = Double(String(decoding: cell, as: UTF8.self))
    return value.flatMap { $0.isFinite ? ($0 == 0 ? 0 : $0) : nil }
  }

  /// The value in base units, rounded once; nil where it takes more than 64 bits to find.
  @inline(__always)
  func number(_ unit: NumberScale) -> Double? {
    guard scale <= 15, significand != PlainDecimal.tooLong else { return nil }
    let (above, overflow) = significand.multipliedReportingOverflow(by: unit.numerator)
    let below = CellReading.powersOfTen[scale] * Double(unit.denominator)
    guard !overflow, above.magnitude < PlainDecimal.greatestExact,
      below < Double(PlainDecimal.greatestExact)
    else { return nil }
    return above == 0 ? 0 : Double(above) / below
  }

  /// The value in whole base units; nil where it is none, or takes more than 64 bits.
  @inline(__always)
  func whole(_ unit: NumberScale) -> Int64? {
    guard unit.denominator == 1, scale <= 15, significand != PlainDecimal.tooLong else {
      return nil
    }
    let power = Int64(CellReading.powersOfTen[scale])
    guard unit.numerator % power == 0 else { return nil }
    let (product, overflow) = significand.multipliedReportingOverflow(by: unit.numerator / power)
    return overflow ? nil : product
  }
}
