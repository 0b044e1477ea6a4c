/// How Chinese characters sound in standard Chinese, for sorting and for names typed as they sound.
package enum Pinyin {
  /// A way to read a character: a syllable in ASCII letters with `v` for `ü`, and its tone, 1 to 4, or
  /// 5 for the neutral one.
  package struct Reading: Sendable, Hashable {
    package let syllable: String
    package let tone: Int
  }

  /// The ways to read a character, the usual one first; empty where none is known.
  package static func readings(of character: Unicode.Scalar) -> [Reading] {
    table[character.value] ?? []
  }

  /// The usual way to read a character; nil where none is known.
  package static func reading(of character: Unicode.Scalar) -> Reading? {
    table[character.value]?.first
  }

  private static let table: [UInt32: [Reading]] = {
    var table: [UInt32: [Reading]] = [:]
    table.reserveCapacity(7000)
    let lines = usualReadings.split(separator: "\n") + otherReadings.split(separator: "\n")
    for line in lines.flatMap({ $0.split(separator: " ") }) { add(line.unicodeScalars, to: &table) }
    return table
  }()

  /// Adds the readings of a line: `重chong2`, or `ba1八巴2拔3把`.
  private static func add(_ line: Substring.UnicodeScalarView, to table: inout [UInt32: [Reading]])
  {
    var syllable = ""
    var first: UInt32?
    var tone = 5
    for scalar in line {
      switch scalar.value {
      case 0x61...0x7A: syllable.unicodeScalars.append(scalar)
      case 0x31...0x35:
        tone = Int(scalar.value) - 0x30
        if let first { table[first, default: []].append(Reading(syllable: syllable, tone: tone)) }
      case let value where syllable.isEmpty: first = value
      case let value:
        table[value, default: []].append(Reading(syllable: syllable, tone: tone))
      }
    }
  }
}

extension Pinyin {
  /// How closely letters say a Chinese text.
  package enum Likeness: Int, Sendable, Hashable, Comparable {
    /// Every syllable is written out: `touzie` for 投资额.
    case whole
    /// The first syllables are written out: `touzi` for 投资额.
    case beginning
    /// Some syllables are cut short, to their first letters at the least: `tze`, `touze` for 投资额.
    case short

    package static func < (left: Likeness, right: Likeness) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// Says how closely letters give the sound of a text; nil where they do not. Letters and digits
  /// of the text stand for themselves.
  package static func likeness(of letters: String, to text: String) -> Likeness? {
    let wanted = Array(letters.utf8)
    guard wanted.count >= 2, wanted.count <= 64, text.utf8.contains(where: { $0 >= 0x80 }) else {
      return nil
    }
    // Where the letters may have got to after the characters so far, by whole syllables and by any.
    var whole: Set = [0]
    var any: Set = [0]
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place >= 2, whole.contains(wanted.count) { return .beginning }
      let sounds = sounds(of: scalar)
      guard !sounds.isEmpty else { return nil }
      whole = advanced(whole, over: wanted, by: sounds, whole: true)
      any = advanced(any, over: wanted, by: sounds, whole: false)
      if any.isEmpty { return nil }
    }
    if whole.contains(wanted.count) { return .whole }
    return any.contains(wanted.count) ? .short : nil
  }

  private static func sounds(of scalar: Unicode.Scalar) -> [[UInt8]] {
    if scalar.isASCII { return [Array(String(scalar).lowercased().utf8)] }
    return readings(of: scalar).map { Array($0.syllable.utf8) }
  }

  private static func advanced(
    _ places: Set<Int>, over wanted: [UInt8], by sounds: [[UInt8]], whole: Bool
  ) -> Set<Int> {
    var next: Set<Int> = []
    for place in places {
      for sound in sounds {
        let shared = zip(wanted[place...], sound).prefix { $0 == $1 }.count
        if shared == sound.count { next.insert(place + shared) }
        guard !whole else { continue }
        next.formUnion((0..<shared).map { place + $0 + 1 })
      }
    }
    return next
  }
}
