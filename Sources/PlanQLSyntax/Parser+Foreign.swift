import PlanQLData

/// What is written as another language would, rewritten as this one does: the text of a fix.
extension Parser {
  /// How a part of the source is rewritten.
  struct Rewriting {
    /// Whether `name = value` at the start of an item is a label.
    var labels = false
    /// Whether `-x`, `desc(x)` and `+x` at the start of an item are sort keys.
    var isSort = false
    /// Whether a function may stand before its values without brackets.
    var calls = false
    /// Whether the part stands behind an operand.
    var follows = false
  }

  /// The source of some tokens with the words that people try replaced by those of the language;
  /// places count from the present token.
  func rewritten(_ range: Range<Int>, _ rewriting: Rewriting = Rewriting()) -> String {
    var output = ""
    var last = range.isEmpty ? 0 : token(range.lowerBound).span.start
    var place = range.lowerBound
    var depth = 0
    var startsItem = true
    var direction = ""
    while place < range.upperBound {
      let present = token(place)
      output += text(SourceSpan(last, present.span.start))
      if startsItem, depth == 0, rewriting.isSort, let key = sortKey(at: place, before: range) {
        output += rewritten(key.value)
        direction = key.isDescending ? " desc" : ""
        place = key.end
      } else if startsItem, depth == 0, rewriting.labels, let name = labelWithEqual(at: place) {
        output += name + ":"
        place += 2
      } else if rewriting.calls, !endsOperand(before: place, range),
        let call = bareCall(at: place, before: range.upperBound)
      {
        output += call.text
        place = call.end
      } else if let word = rewrittenWord(
        at: place, after: rewriting.follows || place > range.lowerBound)
      {
        output += word.text
        place += word.length
      } else {
        output += text(present.span)
        place += 1
      }
      last = token(place - 1).span.end
      depth += present.kind.depthChange
      startsItem = present.kind == .symbol(.comma)
      if place == range.upperBound || token(place).kind == .symbol(.comma), depth == 0 {
        output += direction
        direction = ""
      }
    }
    return output
  }

  /// A label that is followed by `=`: `x = no * 2`.
  private func labelWithEqual(at place: Int) -> String? {
    guard token(place).kind == .word || token(place).kind == .quotedName,
      token(place + 1).kind == .symbol(.equal)
    else { return nil }
    return text(token(place).span)
  }

  /// A sort key of another language: `-no`, `+no`, `desc(no)`.
  private func sortKey(
    at place: Int, before range: Range<Int>
  ) -> (value: Range<Int>, isDescending: Bool, end: Int)? {
    switch token(place).kind {
    case .symbol(.minus), .symbol(.plus):
      let isDescending = token(place).kind == .symbol(.minus)
      return (place + 1..<place + 1, isDescending, place + 1)
    case .word where ["desc", "asc"].contains(spelling(place)):
      guard let end = closing(of: place + 1), end < range.upperBound else { return nil }
      return (place + 2..<end, spelling(place) == "desc", end + 1)
    case .word, .quotedName, .foreign, .number, .period, .textStart, .textPiece, .holeStart,
      .holeEnd, .textEnd, .symbol, .invalid, .end:
      return nil
    }
  }

  /// What stands for a word that people try, or for the point before a field in jq.
  private func rewrittenWord(at place: Int, after hasBefore: Bool) -> (text: String, length: Int)? {
    let endsOperand = hasBefore && endsOperand(place - 1)
    if token(place).kind == .symbol(.dot), !endsOperand, token(place + 1).kind == .word {
      return ("", 1)
    }
    let places: [TriedWord.Place] = endsOperand ? [.infix, .clause] : [.prefix, .literal]
    if endsOperand, let match = infix(place), let tried = match.tried, tried.isCertain {
      return tried.replacement.map { (spaced($0, at: place, match.length), match.length) }
    }
    for kind in places {
      guard let tried = tried(kind, place), tried.isCertain, let text = tried.replacement,
        token(place + 1).kind != .symbol(.leftParenthesis) || kind == .prefix
      else { continue }
      return (spaced(text, at: place, tried.words.count), tried.words.count)
    }
    return nil
  }

  /// Whether an operand may end at a token that is no operator and no other word that owes one.
  private func endsOperand(_ place: Int) -> Bool {
    guard token(place).kind.endsOperand else { return false }
    return token(place).kind != .word || (infix(place) == nil && roles(place).prefix == nil)
  }

  private func endsOperand(before place: Int, _ range: Range<Int>) -> Bool {
    place > range.lowerBound && endsOperand(place - 1)
  }

  private func spaced(_ word: String, at place: Int, _ length: Int) -> String {
    guard token(place).kind == .foreign, !Characters.isSign(Array(word.utf8)) else { return word }
    return (token(place).hasSpaceBefore ? "" : " ") + word
      + (token(place + length).hasSpaceBefore ? "" : " ")
  }

  /// The place of the bracket that closes the one at a place.
  func closing(of opening: Int) -> Int? {
    guard token(opening).kind.depthChange > 0 else { return nil }
    var depth = 0
    var place = opening
    while token(place).kind != .end, place < opening + Parser.lookAhead {
      depth += token(place).kind.depthChange
      if depth == 0 { return place }
      place += 1
    }
    return nil
  }

  /// No more tokens than this are looked at ahead, so that reading stays quick.
  static let lookAhead = 500

  /// The place behind the tokens of the stage that the present token belongs to, as far as is looked
  /// ahead.
  var stageEnd: Int {
    var place = 0
    var depth = 0
    while place < Parser.lookAhead {
      let present = token(place)
      if present.kind == .end || present.kind == .symbol(.semicolon) { return place }
      if depth == 0 {
        if present.kind == .symbol(.pipe) || present.kind.depthChange < 0 { return place }
        if place > 0, present.startsLine, openings.isEmpty, token(place - 1).kind != .symbol(.comma)
        {
          return place
        }
      }
      depth += present.kind.depthChange
      place += 1
    }
    return place
  }

  /// Where a word stands among tokens outside of brackets; a word may have several spellings.
  func place(of words: [String], in range: Range<Int>) -> Int? {
    var depth = 0
    for place in range {
      if depth == 0, token(place).kind == .word, words.contains(spelling(place)) { return place }
      depth += token(place).kind.depthChange
    }
    return nil
  }
}

extension Token.Kind {
  /// How many brackets deeper what follows the token is.
  var depthChange: Int {
    switch self {
    case .symbol(let symbol):
      if symbol.closes { return -1 }
      return symbol == .leftParenthesis || symbol == .leftBracket || symbol == .leftBrace ? 1 : 0
    case .textStart, .holeStart: return 1
    case .textEnd, .holeEnd: return -1
    case .word, .quotedName, .foreign, .number, .period, .textPiece, .invalid, .end: return 0
    }
  }

  /// Whether an operand may end at the token.
  var endsOperand: Bool {
    switch self {
    case .word, .quotedName, .number, .period, .textEnd: true
    case .symbol(let symbol): symbol.closes
    case .foreign, .textStart, .textPiece, .holeStart, .holeEnd, .invalid, .end: false
    }
  }
}
