/// Whether two texts have the same bytes.
@inline(__always)
func areEqual(_ left: TextBytes, _ right: TextBytes) -> Bool {
  left.count == right.count && hasBytes(of: right, left, at: 0)
}

/// Whether the first text comes before the second by bytes, which is the order of code points.
func isBefore(_ left: TextBytes, _ right: TextBytes) -> Bool {
  let count = Swift.min(left.count, right.count)
  for index in 0..<count where left[index] != right[index] {
    return left[index] < right[index]
  }
  return left.count < right.count
}

/// Whether the bytes of `needle` stand in `text` at a place where there is room for them.
@inline(__always)
func hasBytes(of needle: TextBytes, _ text: TextBytes, at place: Int) -> Bool {
  let count = needle.count
  var index = 0
  while index &+ 8 <= count {
    if word(text, place &+ index) != word(needle, index) { return false }
    index &+= 8
  }
  while index < count {
    if text[place &+ index] != needle[index] { return false }
    index &+= 1
  }
  return true
}

/// Whether a text begins with another.
func hasPrefix(_ text: TextBytes, _ prefix: TextBytes) -> Bool {
  prefix.count <= text.count && hasBytes(of: prefix, text, at: 0)
}

/// Whether a text ends with another.
func hasSuffix(_ text: TextBytes, _ suffix: TextBytes) -> Bool {
  suffix.count <= text.count && hasBytes(of: suffix, text, at: text.count - suffix.count)
}

/// The first place of `needle` in `text` at or after `start`. It looks for the last byte, eight at
/// a time: in Chinese texts that one tells more than the first, which nearly all characters of a
/// text share.
func firstPlace(of needle: TextBytes, in text: TextBytes, from start: Int = 0) -> Int? {
  guard let last = needle.last else { return start <= text.count ? start : nil }
  var end = start + needle.count - 1
  while let hit = firstPlace(of: last, in: text, from: end) {
    let place = hit &- needle.count &+ 1
    if hasBytes(of: needle, text, at: place) { return place }
    end = hit &+ 1
  }
  return nil
}

/// The first place of a byte at or after `start`.
@inline(__always)
private func firstPlace(of byte: UInt8, in text: TextBytes, from start: Int) -> Int? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let pattern = UInt64(byte) &* ones
  var place = start
  while place &+ 8 <= text.count {
    let difference = word(text, place) ^ pattern
    let zeros = (difference &- ones) & ~difference & (ones &<< 7)
    if zeros != 0 { return place &+ zeros.trailingZeroBitCount &>> 3 }
    place &+= 8
  }
  while place < text.count {
    if text[place] == byte { return place }
    place &+= 1
  }
  return nil
}

/// Eight bytes from a place on, the first of them lowest.
@inline(__always)
private func word(_ text: TextBytes, _ place: Int) -> UInt64 {
  UInt64(
    littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
      fromByteOffset: place, as: UInt64.self))
}

/// The length in bytes of the code point that begins with a byte; 1 for a byte that begins none.
@inline(__always)
func scalarLength(_ first: UInt8) -> Int {
  if first < 0xC0 { return 1 }
  if first < 0xE0 { return 2 }
  return first < 0xF0 ? 3 : 4
}

/// The code point at a place and the place after it. Bytes that are no UTF-8 give some number and
/// stay inside the text.
@inline(__always)
func scalar(_ text: TextBytes, at place: Int) -> (value: UInt32, next: Int) {
  let first = text[place]
  if first < 0x80 { return (UInt32(first), place &+ 1) }
  let next = Swift.min(place &+ scalarLength(first), text.count)
  var value = UInt32(first) & (0x7F &>> UInt32(scalarLength(first)))
  var index = place &+ 1
  while index < next {
    value = value &<< 6 | UInt32(text[index] & 0x3F)
    index &+= 1
  }
  return (value, next)
}

/// The number of code points of a text.
func scalarCount(_ text: TextBytes) -> Int {
  var count = 0
  for byte in text { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
  return count
}
