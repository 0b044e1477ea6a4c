import PlanQLData

/// The texts of a batch: codes into a pool that has at least one text.
struct TextLanes {
  let pool: TextPool
  let codes: [Int32]
}

/// The bytes of a text.
typealias TextBytes = UnsafeBufferPointer<UInt8>

/// The memory of a batch of texts while a loop runs over it.
struct TextReader {
  let bytes: TextBytes
  let offsets: UnsafeBufferPointer<Int>
  let codes: UnsafeBufferPointer<Int32>

  @inline(__always)
  func text(_ code: Int) -> TextBytes {
    TextBytes(rebasing: bytes[offsets[code]..<offsets[code &+ 1]])
  }

  @inline(__always)
  func row(_ row: Int) -> TextBytes { text(Int(codes[row])) }
}

extension TextLanes {
  @inline(__always)
  func read<Result, Failure: Error>(
    _ body: (TextReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try pool.bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try pool.offsets.withUnsafeBufferPointer { (offsets) throws(Failure) in
        try codes.withUnsafeBufferPointer { (codes) throws(Failure) in
          try body(TextReader(bytes: bytes, offsets: offsets, codes: codes))
        }
      }
    }
  }

  /// The code that all rows have; nil where they differ or there are none.
  func constantCode(_ count: Int) -> Int? {
    guard count > 0 else { return nil }
    return pool.count == 1 || isConstant(codes, count) ? Int(codes[0]) : nil
  }

  /// Whether it pays to look at each text of the pool once instead of at each row.
  func isDictionary(_ count: Int) -> Bool { pool.count <= count }

  /// Tests the text of every row, each text of a small pool only once.
  @inline(__always)
  func rows(_ count: Int, where test: (TextBytes) -> Bool) -> Bitmap {
    read { reader in
      guard isDictionary(count) else { return bits(count) { test(reader.row($0)) } }
      return rows(count, whereCode: filled(pool.count) { test(reader.text($0)) })
    }
  }

  /// The rows whose code has its flag set.
  func rows(_ count: Int, whereCode flags: [Bool]) -> Bitmap {
    flags.withUnsafeBufferPointer { flags in
      codes.withUnsafeBufferPointer { codes in
        bits(count) { flags[Int(codes[$0])] }
      }
    }
  }

  /// One value a row, computed once for each text of a small pool.
  @inline(__always)
  func mapped<Element>(_ count: Int, _ compute: (TextBytes) -> Element) -> [Element] {
    read { reader in
      guard isDictionary(count) else { return filled(count) { compute(reader.row($0)) } }
      let values = filled(pool.count) { compute(reader.text($0)) }
      return values.withUnsafeBufferPointer { values in
        filled(count) { values[Int(reader.codes[$0])] }
      }
    }
  }

  /// Tests the texts of two vectors row by row; where the second is the same in all rows, each text
  /// of a small pool is tested once.
  @inline(__always)
  func rows(
    _ count: Int, with other: TextLanes, where test: (TextBytes, TextBytes) -> Bool
  ) -> Bitmap {
    other.read { others in
      if let code = other.constantCode(count) {
        let constant = others.text(code)
        return rows(count) { test($0, constant) }
      }
      return read { reader in bits(count) { test(reader.row($0), others.row($0)) } }
    }
  }

  /// Where the texts are equal.
  func equal(_ other: TextLanes, _ count: Int) -> Bitmap {
    if pool === other.pool, pool.isDistinct {
      return codes.withUnsafeBufferPointer { codes in
        other.codes.withUnsafeBufferPointer { others in
          bits(count) { codes[$0] == others[$0] }
        }
      }
    }
    if constantCode(count) != nil {
      return other.rows(count, with: self) { areEqual($0, $1) }
    }
    return rows(count, with: other) { areEqual($0, $1) }
  }

  /// Where the text comes before the other in the order of code points.
  func before(_ other: TextLanes, _ count: Int) -> Bitmap {
    if constantCode(count) != nil {
      return other.rows(count, with: self) { isBefore($1, $0) }
    }
    return rows(count, with: other) { isBefore($0, $1) }
  }
}
