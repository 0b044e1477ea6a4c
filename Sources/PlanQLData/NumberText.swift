/// Writes numbers as decimals: exactly, rounded half away from zero, or as short as reads back the
/// same.
package enum NumberText {
  /// The most decimals that are ever shown.
  package static let greatestDecimals = 15

  /// The decimals that an exact quotient without a given number of decimals may have.
  private static let greatestExactDecimals = 10

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A quotient of whole numbers: with so many decimals, rounded half away from zero, or with as
  /// many as it needs (ten at most).
  package static func quotient(
    _ numerator: Int128, over denominator: Int64, decimals: Int? = nil
  ) -> String {
    guard denominator > 0 else { return String(numerator) }
    let divisor = UInt128(denominator)
    let places = decimals.map(clamped) ?? exactPlaces(numerator.magnitude, over: divisor)
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var scale: UInt128 = 1
    for _ in 0..<places { scale *= 10 }
    var fraction = (rest * scale * 2 + divisor) / (divisor * 2)
    let carry = fraction / scale
    fraction -= carry * scale
    let isZero = whole + carry == 0 && fraction == 0
    return (numerator < 0 && !isZero ? "-" : "") + String(whole + carry)
      + (places > 0 ? "." + zeroPadded(String(fraction), places) : "")
  }

  private static func exactPlaces(_ magnitude: UInt128, over divisor: UInt128) -> Int {
    var rest = magnitude % divisor
    var places = 0
    while rest != 0, places < greatestExactDecimals {
      rest = rest * 10 % divisor
      places += 1
    }
    return places
  }

  /// A number with so many decimals, rounded half away from zero on `x·10ⁿ`.
  package static func rounded(_ number: Double, to decimals: Int) -> String {
    let places = clamped(decimals)
    let scaled = number * powers[places]
    guard scaled.magnitude < 0x1p62 else {
      return withDecimals(shortest(number), atLeast: places)
    }
    let digits = Int64(scaled + (scaled < 0 ? -0.5 : 0.5))
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    return quotient(Int128(digits), over: scale, decimals: places)
  }

  /// The shortest decimal that reads back as the same number; with an exponent only from 10²¹ up
  /// and below 10⁻⁷. Whole numbers have no point, and zero no sign.
  package static func shortest(_ number: Double) -> String {
    if let whole = whole(number) { return String(whole) }
    let text = number.description
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    guard let exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) else {
      return text
    }
    return positional(text[..<mark], exponent: exponent)
  }

  /// A power of ten that a number holds exactly, up to 10²².
  private static func exactPower(_ power: Int) -> Double {
    power <= greatestDecimals
      ? powers[power] : powers[greatestDecimals] * powers[power - greatestDecimals]
  }

  /// The number nearest to its first 15 significant digits, which are free of the noise of a
  /// computation; the number itself where it is very large or very small.
  package static func toFifteenDigits(_ number: Double) -> Double {
    let size = number.magnitude
    guard size >= 1e-290, size < 1e21 else { return number }
    if size < 1e-7 { return toFifteenDigits(tiny: number) }
    if size < 1e15 {
      var scale = 1e22
      for power in (0...22).reversed() where size * scale >= 1e15 {
        scale = exactPower(power)
      }
      let value = Double(Int64(size * scale + 0.5)) / scale
      return number < 0 ? -value : value
    }
    var scale = 1.0
    while size / scale >= 1e15 { scale *= 10 }
    let value = Double(Int64(size / scale + 0.5)) * scale
    return number < 0 ? -value : value
  }

  /// The same for a number whose power of ten no number holds exactly.
  private static func toFifteenDigits(tiny number: Double) -> Double {
    var (scaled, power) = (number.magnitude, 0)
    // In as few steps as there are, since each one rounds.
    while scaled < 1e14 {
      let step = (1...22).first { scaled * exactPower($0) >= 1e14 } ?? 22
      scaled *= exactPower(step)
      power += step
    }
    let value = Double("\(Int64(scaled + 0.5))e-\(power)") ?? number.magnitude
    return number < 0 ? -value : value
  }

  /// The number as an integer, where it is a whole one of less than 54 bits.
  package static func whole(_ number: Double) -> Int64? {
    guard number.magnitude < 0x1p53 else { return nil }
    let whole = Int64(number)
    return Double(whole) == number ? whole : nil
  }

  /// Writes a mantissa with one digit before its point as a plain decimal.
  private static func positional(_ mantissa: Substring, exponent: Int) -> String {
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let digits = mantissa.filter { $0.isNumber }
    let significant = digits.hasSuffix("0") && digits.count > 1 ? String(digits.dropLast()) : digits
    if exponent >= 21 || exponent < -7 {
      let fraction = significant.dropFirst()
      return sign + significant.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
        + "e\(exponent)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + significant
    }
    if significant.count <= exponent + 1 {
      return sign + significant
        + String(repeating: "0", count: exponent + 1 - significant.count)
    }
    return sign + significant.prefix(exponent + 1) + "." + significant.dropFirst(exponent + 1)
  }

  /// A number as a person wants to see it: as it is when ten digits say it, else rounded to that
  /// many decimals or, below 1, to that many digits.
  package static func readable(_ number: Double, decimals: Int) -> String {
    let text = shortest(number)
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(UInt8(ascii: "e")),
      digits.drop(while: { $0 == 0x30 }).count > 10
    else { return text }
    let leadingZeros = number.magnitude < 1 ? digits.prefix { $0 == 0x30 }.count - 1 : 0
    return withoutTrailingZeros(rounded(number, to: decimals + Swift.max(0, leadingZeros)))
  }

  /// The digits before the point grouped by thousands.
  package static func grouped(_ plain: String) -> String {
    let bytes = Array(plain.utf8)
    guard !bytes.contains(UInt8(ascii: "e")) else { return plain }
    let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
    guard end - start > 3 else { return plain }
    var result = Array(bytes[..<start])
    for index in start..<end {
      if index > start, (end - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(bytes[index])
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }

  /// A decimal with zeros added until it has so many decimals.
  package static func withDecimals(_ plain: String, atLeast places: Int) -> String {
    guard places > 0, !plain.utf8.contains(UInt8(ascii: "e")) else { return plain }
    let decimals = decimalCount(plain)
    let point = plain.utf8.contains(UInt8(ascii: ".")) ? "" : "."
    return plain + (decimals < places ? point : "")
      + String(repeating: "0", count: Swift.max(0, places - decimals))
  }

  /// The number of digits after the point.
  package static func decimalCount(_ plain: String) -> Int {
    guard let point = plain.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    return plain.utf8[point...].dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
  }

  private static func withoutTrailingZeros(_ plain: String) -> String {
    guard plain.utf8.contains(UInt8(ascii: ".")) else { return plain }
    var kept = plain[...]
    while kept.last == "0" { kept.removeLast() }
    if kept.last == "." { kept.removeLast() }
    return String(kept)
  }

  private static func clamped(_ decimals: Int) -> Int {
    Swift.min(Swift.max(decimals, 0), greatestDecimals)
  }

  private static func zeroPadded(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
