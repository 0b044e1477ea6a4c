/// A run of 64-bit integers stored as `base + scale × code`, in the narrowest code that holds it.
package struct PackedIntegers: Sendable {
  package enum Codes: Sendable {
    case zero(count: Int)
    case uint8([UInt8])
    case uint16([UInt16])
    case uint32([UInt32])
    case int64([Int64])
  }

  package let base: Int64
  package let scale: Int64
  package let codes: Codes
  /// The least and greatest value; nil when there is none.
  package let bounds: ClosedRange<Int64>?

  package init(_ values: [Int64]) {
    guard var low = values.first else {
      self.init(base: 0, scale: 1, codes: .zero(count: 0), bounds: nil)
      return
    }
    var high = low
    for value in values {
      low = Swift.min(low, value)
      high = Swift.max(high, value)
    }
    let (span, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow else {
      self.init(base: 0, scale: 1, codes: .int64(values), bounds: low...high)
      return
    }
    let scale = PackedIntegers.commonScale(values, base: low, span: span)
    self.init(
      base: low, scale: scale,
      codes: PackedIntegers.codes(values, base: low, scale: scale, greatest: span / scale),
      bounds: low...high)
  }

  /// The values of several runs, one after the other. Each is given up as soon as its values are taken over, so that
  /// runs and their sum are never there twice if nobody else keeps them.
  package init(joining runs: consuming [PackedIntegers]) {
    let bounds = runs.compactMap(\.bounds)
    guard let low = bounds.map(\.lowerBound).min(), let high = bounds.map(\.upperBound).max()
    else {
      self.init(base: 0, scale: 1, codes: .zero(count: 0), bounds: nil)
      return
    }
    let count = runs.reduce(0) { $0 + $1.count }
    let (span, overflow) = high.subtractingReportingOverflow(low)
    let scale = overflow || span <= Int64(UInt8.max) ? 1 : PackedIntegers.commonScale(runs, low)
    let base = overflow ? 0 : low
    let codes: Codes =
      switch overflow ? Int64.max : span / scale {
      case 0: .zero(count: count)
      case ...Int64(UInt8.max): .uint8(PackedIntegers.joined(runs, count, base, scale))
      case ...Int64(UInt16.max): .uint16(PackedIntegers.joined(runs, count, base, scale))
      case ...Int64(UInt32.max): .uint32(PackedIntegers.joined(runs, count, base, scale))
      case _: .int64(PackedIntegers.joined(runs, count, 0, 1))
      }
    self.init(base: base, scale: scale, codes: codes, bounds: low...high)
  }

  /// What all distances from the base are a multiple of, as far as the runs tell.
  private static func commonScale(_ runs: [PackedIntegers], _ low: Int64) -> Int64 {
    var divisor: Int64 = 0
    for run in runs where run.count > 0 {
      if case .int64 = run.codes { return 1 }
      var steps = [run.base - low]
      if case .zero = run.codes {} else { steps.append(run.scale) }
      for step in steps {
        var (a, b) = (step, divisor)
        while b != 0 { (a, b) = (b, a % b) }
        divisor = a
      }
    }
    return Swift.max(divisor, 1)
  }

  private static func joined<Code: FixedWidthInteger>(
    _ runs: consuming [PackedIntegers], _ count: Int, _ base: Int64, _ scale: Int64
  ) -> [Code] {
    var codes: [Code] = []
    codes.reserveCapacity(count)
    runs.reverse()
    while let run = runs.popLast() {
      for value in run.values(0..<run.count) {
        codes.append(Code(truncatingIfNeeded: (value &- base) / scale))
      }
    }
    return codes
  }

  /// The same value in every row, which takes no room.
  package init(repeating value: Int64, count: Int) {
    self.base = value
    self.scale = 1
    self.codes = .zero(count: count)
    self.bounds = count > 0 ? value...value : nil
  }

  private init(base: Int64, scale: Int64, codes: Codes, bounds: ClosedRange<Int64>?) {
    if case .int64 = codes {
      self.base = 0
      self.scale = 1
    } else {
      self.base = base
      self.scale = scale
    }
    self.codes = codes
    self.bounds = bounds
  }

  /// The greatest common divisor of all distances from the base, given up as soon as it is 1.
  private static func commonScale(_ values: [Int64], base: Int64, span: Int64) -> Int64 {
    guard span > Int64(UInt8.max) else { return 1 }
    var divisor: Int64 = 0
    for value in values {
      var (a, b) = (value - base, divisor)
      if b != 0, a % b == 0 { continue }
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
      if divisor == 1 { return 1 }
    }
    return Swift.max(divisor, 1)
  }

  private static func codes(
    _ values: [Int64], base: Int64, scale: Int64, greatest: Int64
  ) -> Codes {
    switch greatest {
    case 0: .zero(count: values.count)
    case ...Int64(UInt8.max): .uint8(values.map { UInt8(truncatingIfNeeded: ($0 - base) / scale) })
    case ...Int64(UInt16.max):
      .uint16(values.map { UInt16(truncatingIfNeeded: ($0 - base) / scale) })
    case ...Int64(UInt32.max):
      .uint32(values.map { UInt32(truncatingIfNeeded: ($0 - base) / scale) })
    case _: .int64(values)
    }
  }

  package var count: Int {
    switch codes {
    case .zero(let count): count
    case .uint8(let codes): codes.count
    case .uint16(let codes): codes.count
    case .uint32(let codes): codes.count
    case .int64(let codes): codes.count
    }
  }

  /// The bytes that the codes take.
  package var byteCount: Int {
    switch codes {
    case .zero: 0
    case .uint8(let codes): codes.count
    case .uint16(let codes): codes.count * 2
    case .uint32(let codes): codes.count * 4
    case .int64(let codes): codes.count * 8
    }
  }

  package subscript(row: Int) -> Int64 {
    switch codes {
    case .zero: base
    case .uint8(let codes): base &+ scale &* Int64(codes[row])
    case .uint16(let codes): base &+ scale &* Int64(codes[row])
    case .uint32(let codes): base &+ scale &* Int64(codes[row])
    case .int64(let codes): codes[row]
    }
  }

  /// The values of a range of rows.
  package func values(_ range: Range<Int>) -> [Int64] {
    switch codes {
    case .zero: Array(repeating: base, count: range.count)
    case .uint8(let codes): unpack(codes, range)
    case .uint16(let codes): unpack(codes, range)
    case .uint32(let codes): unpack(codes, range)
    case .int64(let codes): Array(codes[range])
    }
  }

  /// The values of chosen rows; a negative row gives 0.
  package func values(at rows: UnsafeBufferPointer<Int32>) -> [Int64] {
    switch codes {
    case .zero: rows.map { $0 < 0 ? 0 : base }
    case .uint8(let codes): gather(codes, rows)
    case .uint16(let codes): gather(codes, rows)
    case .uint32(let codes): gather(codes, rows)
    case .int64(let codes): gather(codes, rows)
    }
  }

  private func unpack<Code: FixedWidthInteger>(_ codes: [Code], _ range: Range<Int>) -> [Int64] {
    let (base, scale) = (base, scale)
    return codes.withUnsafeBufferPointer { codes in
      Array(unsafeUninitializedCapacity: range.count) { buffer, filled in
        for index in 0..<range.count {
          buffer[index] =
            base &+ scale &* Int64(truncatingIfNeeded: codes[range.lowerBound + index])
        }
        filled = range.count
      }
    }
  }

  private func gather<Code: FixedWidthInteger>(
    _ codes: [Code], _ rows: UnsafeBufferPointer<Int32>
  ) -> [Int64] {
    let (base, scale) = (base, scale)
    return codes.withUnsafeBufferPointer { codes in
      Array(unsafeUninitializedCapacity: rows.count) { buffer, filled in
        for index in 0..<rows.count {
          let row = Int(rows[index])
          buffer[index] = row < 0 ? 0 : base &+ scale &* Int64(truncatingIfNeeded: codes[row])
        }
        filled = rows.count
      }
    }
  }
}
