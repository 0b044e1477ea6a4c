/// A run of a document's text: as it is written, and folded scalar by scalar for matching.
///
/// Folding makes full-width letters, digits and punctuation ASCII, every blank a space, and the
/// traditional characters of plans and reports simplified; the two forms have the same length, so a
/// place found in the folded form is a place in the written one.
struct FoldedText: Sendable {
  /// The written scalars of the text that this is a part of, and behind them the folded ones where
  /// they are others.
  private let all: [Unicode.Scalar]
  private let range: Range<Int>
  /// How far behind the written scalars the folded ones stand.
  private let shift: Int

  private var source: ArraySlice<Unicode.Scalar> { all[range] }
  /// The folded scalars.
  var matching: ArraySlice<Unicode.Scalar> {
    all[(range.lowerBound + shift)..<(range.upperBound + shift)]
  }

  /// Folds a text, leaving out zero-width characters.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedText(utf8: $0) }
  }

  /// Folds a text that is given as valid UTF-8.
  init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var length = 0
    for byte in bytes where byte & 0xC0 != 0x80 { length += 1 }
    var isFolded = true
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: length) { buffer, filled in
      var scalars = UTF8Scalars(bytes)
      while let scalar = scalars.next(), filled < length {
        if FoldedText.isZeroWidth(scalar) { continue }
        buffer.initializeElement(at: filled, to: scalar)
        filled += 1
        isFolded = isFolded && FoldedText.fold(scalar) == scalar
      }
    }
    // Most texts are their own folded form, and so need no second one.
    self.init(
      all: isFolded ? scalars : scalars + scalars.map(FoldedText.fold),
      range: 0..<scalars.count, shift: isFolded ? 0 : scalars.count)
  }

  private init(all: [Unicode.Scalar], range: Range<Int>, shift: Int) {
    self.all = all
    self.range = range
    self.shift = shift
  }

  static let empty = FoldedText("")

  var count: Int { range.count }
  /// The place of its first scalar in the text that it is a part of.
  var start: Int { range.lowerBound }
  var isEmpty: Bool { range.isEmpty }

  /// The text as written.
  var string: String { FoldedText.string(source) }
  /// The folded text.
  var folded: String { FoldedText.string(matching) }
  /// The folded text in small letters, without blanks.
  var compact: String {
    let isCased = matching.contains { $0.value > 0x7F && !FoldedText.isCaseless($0) }
    let plain = matching.filter { $0 != " " }
    if isCased { return FoldedText.string(plain[...]).lowercased() }
    return FoldedText.string(
      plain.map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 0x20) ?? $0 : $0 }[...])
  }

  /// The folded scalars, from 0.
  var scalars: [Unicode.Scalar] { Array(matching) }

  /// The folded scalar at a place counted from 0; nil past the end.
  func scalar(_ place: Int) -> Unicode.Scalar? {
    place >= 0 && place < count ? all[range.lowerBound + shift + place] : nil
  }

  /// The first folded scalar that is no blank.
  var firstVisible: Unicode.Scalar? { matching.first { $0 != " " } }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(unsafeUninitializedCapacity: scalars.count * 4) { encode(scalars, into: $0) }
  }

  /// Calls `body` with the text as written, as UTF-8.
  func withUTF8(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count * 4) { buffer in
      let count = FoldedText.encode(source, into: buffer)
      body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Writes scalars as UTF-8 where there is room for four bytes each; gives the number of bytes.
  private static func encode(
    _ scalars: ArraySlice<Unicode.Scalar>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    func put(_ byte: UInt32) {
      buffer.initializeElement(at: count, to: UInt8(truncatingIfNeeded: byte))
      count += 1
    }
    for scalar in scalars {
      let value = scalar.value
      switch value {
      case ..<0x80: put(value)
      case ..<0x800:
        put(0xC0 | value >> 6)
        put(0x80 | value & 0x3F)
      case ..<0x10000:
        put(0xE0 | value >> 12)
        put(0x80 | value >> 6 & 0x3F)
        put(0x80 | value & 0x3F)
      case _:
        put(0xF0 | value >> 18)
        put(0x80 | value >> 12 & 0x3F)
        put(0x80 | value >> 6 & 0x3F)
        put(0x80 | value & 0x3F)
      }
    }
    return count
  }
}

extension FoldedText: Hashable {
  /// Texts that are written alike are folded alike.
  static func == (left: FoldedText, right: FoldedText) -> Bool { left.source == right.source }

  func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for scalar in source { hasher.combine(scalar.value) }
  }
}

/// The scalars of valid UTF-8.
private struct UTF8Scalars {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    let first = UInt32(bytes[place])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for offset in 1..<Swift.max(length, 1) {
      value = value << 6 | (place + offset < bytes.count ? UInt32(bytes[place + offset] & 0x3F) : 0)
    }
    place += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension FoldedText {
  /// The part at those places, counted from 0 and clamped to the text.
  func part(_ places: Range<Int>) -> FoldedText {
    let range = places.clamped(to: 0..<count)
    let start = self.range.lowerBound
    return FoldedText(
      all: all, range: (start + range.lowerBound)..<(start + range.upperBound), shift: shift)
  }

  /// The text without that many scalars at its start.
  func dropFirst(_ number: Int) -> FoldedText { part(Swift.min(number, count)..<count) }
  /// The text without that many scalars at its end.
  func dropLast(_ number: Int) -> FoldedText { part(0..<Swift.max(0, count - number)) }
}
