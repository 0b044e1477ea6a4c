/// A compiled pattern of `matches`: `*` stands for any run of characters, `?` for one, `[a-z]` for
/// one of a set, `[!a-z]` or `[^a-z]` for one outside it; a `]` right after the opening belongs to
/// the set; a `[` that is never closed stands for itself. The whole text must fit.
struct Wildcard {
  private enum Kind {
    case scalar, one, many, set
  }

  private struct Token {
    let kind: Kind
    /// The code point, or where the ranges of a set begin.
    var low: UInt32 = 0
    /// Where the ranges of a set end.
    var high: UInt32 = 0
    var isNegated = false
  }

  private var tokens: [Token] = []
  private var ranges: [ClosedRange<UInt32>] = []

  init(_ pattern: TextBytes) {
    var place = 0
    // Where one set is not closed, none after it is.
    var hasSets = true
    while place < pattern.count {
      let (value, next) = scalar(pattern, at: place)
      switch value {
      case UInt32(ascii: "*"):
        if tokens.last?.kind != .many { tokens.append(Token(kind: .many)) }
        place = next
      case UInt32(ascii: "?"):
        tokens.append(Token(kind: .one))
        place = next
      case UInt32(ascii: "["):
        if hasSets, let end = parseSet(pattern, from: next) {
          place = end
        } else {
          hasSets = false
          tokens.append(Token(kind: .scalar, low: value))
          place = next
        }
      case _:
        tokens.append(Token(kind: .scalar, low: value))
        place = next
      }
    }
  }

  /// Takes the set that begins after a `[` and gives the place after its `]`; nil where there is
  /// none.
  private mutating func parseSet(_ pattern: TextBytes, from start: Int) -> Int? {
    var place = start
    var token = Token(kind: .set, low: UInt32(ranges.count))
    if place < pattern.count, [UInt8(ascii: "!"), UInt8(ascii: "^")].contains(pattern[place]) {
      token.isNegated = true
      place += 1
    }
    let kept = ranges.count
    var isFirst = true
    while place < pattern.count {
      let (low, next) = scalar(pattern, at: place)
      if low == UInt32(ascii: "]"), !isFirst {
        token.high = UInt32(ranges.count)
        tokens.append(token)
        return next
      }
      isFirst = false
      place = next
      var high = low
      if place + 1 < pattern.count, pattern[place] == UInt8(ascii: "-"),
        pattern[place + 1] != UInt8(ascii: "]")
      {
        (high, place) = scalar(pattern, at: place + 1)
      }
      if low <= high { ranges.append(low...high) }
    }
    ranges.removeSubrange(kept...)
    return nil
  }

  /// Says whether a whole text fits. After a mismatch only the last `*` takes one character more,
  /// so the time is at most the length of the text times that of the pattern.
  func matches(_ text: TextBytes) -> Bool {
    tokens.withUnsafeBufferPointer { tokens in
      var (place, token) = (0, 0)
      var retry: (place: Int, token: Int)?
      while true {
        if token < tokens.count, tokens[token].kind == .many {
          token &+= 1
          retry = (place, token)
        } else if place == text.count {
          return token == tokens.count
        } else if token < tokens.count, fits(tokens[token], scalar(text, at: place).value) {
          place = scalar(text, at: place).next
          token &+= 1
        } else if let last = retry {
          place = scalar(text, at: last.place).next
          token = last.token
          retry = (place, token)
        } else {
          return false
        }
      }
    }
  }

  @inline(__always)
  private func fits(_ token: Token, _ value: UInt32) -> Bool {
    switch token.kind {
    case .scalar: return token.low == value
    case .one, .many: return true
    case .set:
      return ranges[Int(token.low)..<Int(token.high)].contains { $0.contains(value) }
        != token.isNegated
    }
  }
}

extension UInt32 {
  fileprivate init(ascii scalar: Unicode.Scalar) {
    self = scalar.value
  }
}
