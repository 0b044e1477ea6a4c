extension NaiveInterpreter {
  /// The sum of numbers: of decimals of less than 15 digits that of these decimals, else the exact one, rounded once.
  package func exactSum(_ values: [Double]) -> Double {
    decimalSum(values) ?? binarySum(values)
  }

  /// The sum of the decimals that numbers are printed as; nil where one has more than 12 places, or, with as many
  /// places as the others, more than 15 digits.
  private func decimalSum(_ values: [Double]) -> Double? {
    var decimals: [(digits: Int128, places: Int)] = []
    for value in values {
      guard value.magnitude < 1e15, let decimal = decimal(value) else { return nil }
      decimals.append(decimal)
    }
    let places = decimals.map(\.places).max() ?? 0
    var sum: Int128 = 0
    for (digits, own) in decimals {
      let whole = (own..<places).reduce(digits) { whole, _ in whole * 10 }
      guard whole.magnitude < 1_000_000_000_000_000 else { return nil }
      sum += whole
    }
    return Double("\(sum)e-\(places)").map { $0 + 0 }
  }

  /// The shortest decimal that is nearest to a number.
  private func decimal(_ value: Double) -> (digits: Int128, places: Int)? {
    let parts = "\(value)".split(separator: "e")
    let number = parts[0].split(separator: ".")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    var digits = number.joined()
    var places = (number.count == 2 ? number[1].count : 0) - exponent
    while places > 0, digits.hasSuffix("0") {
      digits.removeLast()
      places -= 1
    }
    guard places <= 12, let whole = Int128(digits) else { return nil }
    return places >= 0
      ? (whole, places) : ((places..<0).reduce(whole) { whole, _ in whole * 10 }, 0)
  }

  /// The sum of numbers, exact and rounded once: Shewchuk's partial sums, as Python's `fsum` adds them.
  private func binarySum(_ values: [Double]) -> Double {
    var partials: [Double] = []
    for value in values {
      var x = value
      var kept: [Double] = []
      for y in partials {
        let (large, small) = abs(x) < abs(y) ? (y, x) : (x, y)
        let high = large + small
        let low = small - (high - large)
        if low != 0 { kept.append(low) }
        x = high
      }
      partials = kept + [x]
    }
    var high = 0.0
    var low = 0.0
    while let x = partials.popLast() {
      let before = high
      high = before + x
      low = x - (high - before)
      if low != 0 { break }
    }
    if let next = partials.last, (low < 0 && next < 0) || (low > 0 && next > 0) {
      let twice = low * 2
      let rounded = high + twice
      if twice == rounded - high { high = rounded }
    }
    return high + 0
  }
}
