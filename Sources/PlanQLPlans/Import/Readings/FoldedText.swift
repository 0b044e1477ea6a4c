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
  private var matching: ArraySlice<Unicode.Scalar> {
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

  /// The text without blanks at its ends.
  func trimmed() -> FoldedText { trimmed { $0 == " " } }

  /// The text without the scalars that `isCut` names at its ends.
  func trimmed(_ isCut: (Unicode.Scalar) -> Bool) -> FoldedText {
    guard let first = matching.firstIndex(where: { !isCut($0) }),
      let last = matching.lastIndex(where: { !isCut($0) })
    else { return part(0..<0) }
    return part((first - matching.startIndex)..<(last - matching.startIndex + 1))
  }

  /// The parts between scalars that `isSeparator` names, empty ones included.
  func split(_ isSeparator: (Unicode.Scalar) -> Bool) -> [FoldedText] {
    var parts: [FoldedText] = []
    var start = 0
    for (place, scalar) in matching.enumerated() where isSeparator(scalar) {
      parts.append(part(start..<place))
      start = place + 1
    }
    parts.append(part(start..<count))
    return parts
  }

  /// The runs between blanks, none of them empty.
  var words: [FoldedText] { split { $0 == " " }.filter { !$0.isEmpty } }

  /// Says whether the folded text begins with a text that is itself folded.
  func hasPrefix(_ prefix: String) -> Bool { matching.starts(with: prefix.unicodeScalars) }

  /// Says whether the folded text ends with a text that is itself folded.
  func hasSuffix(_ suffix: String) -> Bool {
    guard matching.last == suffix.unicodeScalars.last || suffix.isEmpty else { return false }
    return matching.reversed().starts(with: suffix.unicodeScalars.reversed())
  }

  /// The places of the first occurrence of a folded text.
  func firstPlaces(of text: String) -> Range<Int>? {
    guard let head = text.unicodeScalars.first, matching.contains(head) else { return nil }
    let wanted = Array(text.unicodeScalars)
    guard wanted.count <= count else { return nil }
    let base = matching.startIndex
    for start in base...(matching.endIndex - wanted.count) where matching[start] == head {
      if matching[start...].starts(with: wanted) {
        return (start - base)..<(start - base + wanted.count)
      }
    }
    return nil
  }

  /// Says whether one of some folded scalars occurs.
  func contains(anyOf scalars: [Unicode.Scalar]) -> Bool {
    matching.contains { scalars.contains($0) }
  }

  /// Says whether a folded text occurs.
  func contains(_ text: String) -> Bool { firstPlaces(of: text) != nil }

  /// The two texts one after the other.
  func joined(_ other: FoldedText, by glue: String = "") -> FoldedText {
    FoldedText(string + glue + other.string)
  }
}

extension FoldedText {
  /// Says whether a scalar takes no room: joiners, marks of direction and of byte order.
  static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xAD: true
    case _: false
    }
  }

  /// Says whether a scalar is an ideograph.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    case _: false
    }
  }

  /// Says whether a scalar is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Says whether a scalar has no capital letter: ideographs, and the punctuation that goes with them.
  fileprivate static func isCaseless(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0xA000).contains(scalar.value) || (0x2010...0x206F).contains(scalar.value)
  }

  fileprivate static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    if value < 0x80 {
      return value > 0x20 || value != 0x09 && value != 0x0B && value != 0x0C ? scalar : " "
    }
    guard value < 0x10000 else { return scalar }
    return Unicode.Scalar(foldedForms[Int(value)]) ?? scalar
  }

  /// What each scalar below 0x10000 is folded to.
  private static let foldedForms: [UInt16] = (0..<0x10000).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return UInt16(value) }
    return UInt16(foldedForm(scalar).value)
  }

  private static func foldedForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x21...0x7E: scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x09, 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63: "-"
    case 0x301C, 0x223C, 0xFE4B: "~"
    case 0x3014, 0xFE59: "("
    case 0x3015, 0xFE5A: ")"
    case 0xFFE5: "¥"
    case _: simplified[scalar] ?? scalar
    }
  }
}

extension FoldedText {
  /// The text with another one for each occurrence of a folded text.
  func replacing(_ wanted: String, with other: String) -> FoldedText {
    guard contains(wanted) else { return self }
    var done = ""
    var rest = self
    while let places = rest.firstPlaces(of: wanted) {
      done += rest.part(0..<places.lowerBound).string + other
      rest = rest.dropFirst(places.upperBound)
    }
    return FoldedText(done + rest.string)
  }

  /// The lines of a cell, none of them empty.
  var cellLines: [FoldedText] {
    split { $0 == "\n" || $0 == "\r" }.map { $0.trimmed() }.filter { !$0.isEmpty }
  }

  /// The text on one line: ideographs follow each other, other words part by a blank.
  var unbroken: FoldedText {
    guard matching.contains(where: { $0 == "\n" || $0 == "\r" }) else { return self }
    return cellLines.reduce(FoldedText.empty) { text, line in
      guard let left = text.scalar(text.count - 1), let right = line.scalar(0) else {
        return text.isEmpty ? line : text
      }
      let isGlued = FoldedText.isWide(left) || FoldedText.isWide(right)
      return text.joined(line, by: isGlued ? "" : " ")
    }
  }

  /// Says whether no blank belongs beside a scalar: ideographs and the punctuation that goes with them.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    isIdeograph(scalar) || "、,;:。()".unicodeScalars.contains(scalar)
  }
}
