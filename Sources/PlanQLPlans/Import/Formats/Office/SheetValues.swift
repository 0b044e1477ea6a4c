#if Office
  import PlanQLData

  /// A number as a sheet stores it, to the fifteen digits that such programs work with; of a whole
  /// number, such as a long code, every digit that is written.
  struct SheetNumber: Equatable {
    private let isNegative: Bool
    /// The digits without leading and trailing zeros.
    private let digits: [UInt8]
    /// The places of the point after the first digit's left: 0.25 is 25 and 0, 25 is 25 and 2.
    private let point: Int

    private init(isNegative: Bool, digits: [UInt8], point: Int) {
      self.isNegative = isNegative
      self.digits = digits
      self.point = point
    }

    /// Reads `1145100`, `-0.28999999999999998`, `1.5E-2`; nil for anything else.
    init?(_ text: String) {
      var bytes = Array(text.utf8)[...]
      let isNegative = bytes.first == UInt8(ascii: "-")
      if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
      var digits: [UInt8] = []
      var point: Int?
      while let byte = bytes.first, byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte) {
        if byte == UInt8(ascii: ".") {
          guard point == nil else { return nil }
          point = digits.count
        } else {
          digits.append(byte - 0x30)
        }
        bytes.removeFirst()
      }
      var exponent = 0
      if let sign = bytes.first, sign | 0x20 == UInt8(ascii: "e") {
        guard let value = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
          (-400...400).contains(value)
        else { return nil }
        exponent = value
        bytes = []
      }
      guard bytes.isEmpty, !digits.isEmpty, digits.count <= 400 else { return nil }
      var place = (point ?? digits.count) + exponent
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      place -= zeros
      if digits.count > 15, point != nil || exponent != 0 {
        let isUp = digits[15] >= 5
        digits.removeLast(digits.count - 15)
        if isUp {
          var last = digits.count - 1
          while last >= 0, digits[last] == 9 {
            digits[last] = 0
            last -= 1
          }
          if last >= 0 {
            digits[last] += 1
          } else {
            digits.insert(1, at: 0)
            place += 1
          }
        }
      }
      while digits.last == 0 { digits.removeLast() }
      self.init(
        isNegative: isNegative && !digits.isEmpty, digits: digits, point: digits.isEmpty ? 0 : place
      )
    }

    /// The number times a power of ten.
    func shifted(by places: Int) -> SheetNumber {
      SheetNumber(
        isNegative: isNegative, digits: digits, point: digits.isEmpty ? 0 : point + places)
    }

    /// The number without an exponent: `1145100`, `-0.29`.
    var text: String {
      guard !digits.isEmpty else { return "0" }
      let characters = digits.map { Character(UnicodeScalar($0 + 0x30)) }
      let sign = isNegative ? "-" : ""
      if point <= 0 {
        return sign + "0." + String(repeating: "0", count: -point) + String(characters)
      }
      if point >= characters.count {
        return sign + String(characters) + String(repeating: "0", count: point - characters.count)
      }
      return sign + String(characters[..<point]) + "." + String(characters[point...])
    }

    /// The whole part and the rest as a share of one; nil for negative and very large numbers.
    var parts: (whole: Int, rest: Double)? {
      guard !isNegative, point <= 9, let value = Double(text) else { return nil }
      return (Int(value), value - Double(Int(value)))
    }
  }

  /// A point in time that a sheet stores as a number of days.
  struct SheetDate {
    private let day: Day
    /// The seconds since midnight.
    private let seconds: Int

    /// How exactly a format shows a point in time.
    enum Grain: Sendable, Hashable {
      case year, month, day, time, timeOfDay
    }

    /// Counts from 1900, whose 29 February those programs believe in, or from 1904.
    init?(_ number: SheetNumber, uses1904: Bool) {
      guard let (whole, rest) = number.parts, whole <= 2_958_465 else { return nil }
      guard
        let first = uses1904
          ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
      else { return nil }
      if !uses1904, whole == 60 { return nil }
      let shift = !uses1904 && whole < 60 ? 1 : 0
      self.seconds = Swift.min(Int((rest * 86_400).rounded()), 86_399)
      self.day = Day(number: first.number + Int32(whole + shift))
    }

    /// The point in time as exactly as a format shows it: `2021-03-05`, `2021-03`, `2021`.
    func text(_ grain: Grain) -> String {
      let date = day.description
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
      switch grain {
      case .year: return String(date.prefix(4))
      case .month: return String(date.prefix(7))
      case .day: return date
      case .time: return seconds == 0 ? date : "\(date) \(time)"
      case .timeOfDay: return time
      }
    }
  }
#endif
