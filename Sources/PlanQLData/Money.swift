/// A currency by its ISO 4217 code.
public struct Currency: Sendable, Hashable, Codable {
  public let code: String

  public init(_ code: String) {
    self.code = code
  }

  public static let yuan = Currency("CNY")
}

/// An exact amount of money; the smallest step is a hundredth of the currency's unit.
public struct Money: Sendable, Hashable, Codable {
  /// Hundredths of the unit of the currency: fen.
  public let minorUnits: Int64
  public let currency: Currency

  public init(minorUnits: Int64, currency: Currency = .yuan) {
    self.minorUnits = minorUnits
    self.currency = currency
  }
}

extension Money: CustomStringConvertible {
  /// The amount in the currency's unit with an exact decimal point and no trailing zeros: `4500.5`.
  public var description: String { Decimal(minorUnits, scale: 2).description }
}

/// An exact decimal: `significand / 10^scale`.
public struct Decimal: Sendable, Hashable {
  public var significand: Int64
  /// The number of decimals, 0 or more.
  public var scale: Int

  public init(_ significand: Int64, scale: Int) {
    self.significand = significand
    self.scale = scale
  }

  /// Reads `-12.50`: an optional sign, ASCII digits, at most one point between digits. Nil for anything else
  /// and for digits that 64 bits cannot hold.
  public init?(_ text: some StringProtocol) {
    var value: Int64 = 0
    var scale: Int?
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    guard let last = bytes.last, last != UInt8(ascii: "."), bytes.first != UInt8(ascii: ".") else {
      return nil
    }
    for byte in bytes {
      if byte == UInt8(ascii: "."), scale == nil {
        scale = 0
      } else if byte >= 0x30, byte <= 0x39 {
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, isOver) = product.addingReportingOverflow(Int64(byte - 0x30))
        guard !isTooLarge, !isOver else { return nil }
        value = sum
        scale = scale.map { $0 + 1 }
      } else {
        return nil
      }
    }
    self.init(isNegative ? -value : value, scale: scale ?? 0)
  }

  /// The value times `10^places`, exactly; nil where digits would be lost or 64 bits are not enough.
  package func scaled(by places: Int) -> Int64? {
    var value = significand
    var shift = places - scale
    while shift > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
      shift -= 1
    }
    while shift < 0 {
      guard value % 10 == 0 else { return nil }
      value /= 10
      shift += 1
    }
    return value
  }

  /// The decimal rounded half away from zero to at most that many places.
  package func rounded(to places: Int) -> Decimal {
    guard scale > places else { return self }
    var divisor: Int128 = 1
    for _ in 0..<Swift.min(scale - places, 37) { divisor *= 10 }
    let value = Int128(significand)
    let half = divisor / 2
    let quotient = (value >= 0 ? value + half : value - half) / divisor
    return Decimal(Int64(quotient), scale: places)
  }

  /// The nearest binary floating-point number.
  public var doubleValue: Double {
    if scale == 0 { return Double(significand) }
    return Double(description) ?? 0
  }
}

extension Decimal: CustomStringConvertible {
  /// The digits with a point where needed and without trailing zeros after it.
  public var description: String { text(minimumScale: 0) }

  /// The digits, padded with zeros to at least `minimumScale` decimals.
  package func text(minimumScale: Int) -> String {
    var digits = String(significand.magnitude)
    if scale > 0 {
      if digits.utf8.count <= scale {
        digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
      }
      let point = digits.index(digits.endIndex, offsetBy: -scale)
      var fraction = String(digits[point...])
      while fraction.utf8.count > minimumScale, fraction.hasSuffix("0") { fraction.removeLast() }
      digits = String(digits[..<point]) + (fraction.isEmpty ? "" : "." + fraction)
    }
    if minimumScale > scale {
      digits +=
        (scale == 0 && minimumScale > 0 ? "." : "")
        + String(repeating: "0", count: minimumScale - scale)
    }
    return significand < 0 ? "-" + digits : digits
  }
}
