import PlanQLData

/// A record that can be kept as bytes, in memory or in a file.
protocol StoredRecord: Sendable {
  /// Writes all that the record holds.
  func write(to bytes: inout RecordWriter)
  /// Reads the record that `write` wrote.
  init(from bytes: inout RecordReader)
}

/// Writes values one after the other.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// Forgets what was written, to begin again in the same memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a whole number in as few bytes as it takes, seven bits in each.
  mutating func write(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(utf8: $0) }
  }

  /// Writes a text that is given as UTF-8.
  mutating func write(utf8: UnsafeBufferPointer<UInt8>) {
    write(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  mutating func write(_ text: FoldedText) { text.withUTF8 { write(utf8: $0) } }

  mutating func write(_ text: LocalizedText) {
    write(text.en)
    write(text.zh)
  }

  /// Writes whether there is a value, and the value.
  mutating func write<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// Writes how many values there are, and the values.
  mutating func write<Value>(_ values: [Value], _ body: (inout RecordWriter, Value) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write(_ text: String?) { write(text) { $0.write($1) } }
  mutating func write(_ value: Int?) { write(value) { $0.write($1) } }

  mutating func write(_ value: Decimal?) {
    write(value) {
      $0.write(Int($1.significand))
      $0.write($1.scale)
    }
  }

  mutating func write(_ day: Day?) { write(day.map { Int($0.number) }) }

  mutating func write(_ period: Period?) {
    write(period) {
      $0.write(Int($1.startNumber))
      $0.write(Int($1.endNumber))
    }
  }

  mutating func write(_ texts: [String: String]) {
    write(texts.count)
    for (key, text) in texts {
      write(key)
      write(text)
    }
  }
}

/// Reads values in the order in which they were written. Bytes that are lacking read as nothing: the
/// file that they were lost from has a failure.
struct RecordReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func bool() -> Bool { byte() != 0 }

  private mutating func byte() -> UInt8 {
    guard place < bytes.count else { return 0 }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func int() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    let half = Int64(bitPattern: value >> 1)
    return Int(half ^ -Int64(bitPattern: value & 1))
  }

  /// Calls `body` with the bytes of a text.
  private mutating func withText<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let count = Swift.min(Swift.max(0, int()), bytes.count - place)
    let start = place
    place += count
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<(start + count)]))
    }
  }

  mutating func string() -> String { withText { String(decoding: $0, as: UTF8.self) } }
  mutating func folded() -> FoldedText { withText { FoldedText(utf8: $0) } }
  mutating func localized() -> LocalizedText { LocalizedText(en: string(), zh: string()) }

  mutating func optional<Value>(_ body: (inout RecordReader) -> Value) -> Value? {
    bool() ? body(&self) : nil
  }

  mutating func array<Value>(_ body: (inout RecordReader) -> Value) -> [Value] {
    let count = Swift.min(Swift.max(0, int()), bytes.count)
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(body(&self)) }
    return values
  }

  mutating func optionalString() -> String? { optional { $0.string() } }
  mutating func optionalInt() -> Int? { optional { $0.int() } }

  mutating func optionalDecimal() -> Decimal? {
    optional { bytes in
      let significand = bytes.int()
      return Decimal(Int64(significand), scale: bytes.int())
    }
  }

  mutating func optionalDay() -> Day? {
    optionalInt().map { Day(number: Int32(truncatingIfNeeded: $0)) }
  }

  mutating func optionalPeriod() -> Period? {
    optional { bytes in
      let start = Int32(truncatingIfNeeded: bytes.int())
      return Period(startNumber: start, endNumber: Int32(truncatingIfNeeded: bytes.int()))
    }
  }

  mutating func texts() -> [String: String] {
    let count = int()
    var texts: [String: String] = [:]
    for _ in 0..<Swift.max(0, Swift.min(count, bytes.count)) {
      let key = string()
      texts[key] = string()
    }
    return texts
  }
}
