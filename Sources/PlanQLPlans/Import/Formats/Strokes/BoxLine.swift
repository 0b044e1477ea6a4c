/// A line of a table that is drawn with strokes: `├──┼──┤`, `│ 1 │ 2 │`, or a line of both.
struct BoxLine: Sendable {
  /// An upright stroke, or a corner of several.
  struct Stroke: Sendable, Hashable {
    /// Whether it goes on above the line and below it.
    let up: Bool
    let down: Bool
    /// The scalars of the line before it.
    let place: Int
  }

  /// What stands between two upright strokes.
  enum Segment: Sendable {
    case text(FoldedText)
    /// A horizontal stroke, which ends the cell above it.
    case rule
  }

  let strokes: [Stroke]
  /// What stands between each stroke and the next.
  let segments: [Segment]
  let place: ImportPlace

  /// Whether nothing but a rule stands on the line.
  var isRule: Bool { segments.allSatisfy { if case .rule = $0 { true } else { false } } }
  /// Whether it is a rule below which no stroke goes on.
  var endsTable: Bool { isRule && strokes.dropFirst().dropLast().allSatisfy { !$0.down } }
  var hasRule: Bool { segments.contains { if case .rule = $0 { true } else { false } } }
  /// The texts, blank ones and rules left out.
  var texts: [FoldedText] {
    segments.compactMap { if case .text(let text) = $0, !text.isEmpty { text } else { nil } }
  }

  /// Reads a line; nil where no such stroke stands on it. Without strokes at the ends of lines they are
  /// thought there.
  init?(_ line: DocumentLine, isBordered: Bool) {
    var strokes: [Stroke] = []
    var segments: [Segment] = []
    var start = 0
    let text = line.text
    let isASCII = BoxLine.isASCIIRule(text)
    // Folded strokes are dashes, which cells say too.
    let written = Array(text.string.unicodeScalars)
    func segment(_ end: Int) -> Segment {
      let part = written[start..<end].filter { $0 != " " && $0 != "\u{3000}" }
      let isRule = !part.isEmpty && part.allSatisfy { BoxLine.isHorizontal($0, isASCII) }
      return isRule ? .rule : .text(text.part(start..<end).trimmed())
    }
    for (place, scalar) in written.enumerated() {
      guard let (up, down) = BoxLine.directions(scalar, isASCII) else { continue }
      if !strokes.isEmpty || place > 0 { segments.append(segment(place)) }
      strokes.append(Stroke(up: up, down: down, place: place))
      start = place + 1
    }
    guard !strokes.isEmpty else { return nil }
    if start < text.count || !isBordered { segments.append(segment(text.count)) }
    let isWhole = segments.count == strokes.count - 1
    guard isBordered ? isWhole : !isWhole else { return nil }
    if !isBordered {
      // A stroke at the start of a line ends a blank cell before it.
      if segments.count == strokes.count { segments.insert(.text(.empty), at: 0) }
      strokes.insert(Stroke(up: true, down: true, place: -1), at: 0)
      strokes.append(Stroke(up: true, down: true, place: text.count))
    }
    guard segments.count == strokes.count - 1 else { return nil }
    self.strokes = strokes
    self.segments = segments
    self.place = line.place
  }

  /// Whether a line is a rule that begins or ends a table, or parts its rows.
  static func isRule(_ text: FoldedText) -> Bool {
    guard text.count >= 5 else { return false }
    if isASCIIRule(text) { return true }
    let written = text.string.unicodeScalars
    return written.count { isHorizontal($0, false) } >= 3
      && written.allSatisfy { isHorizontal($0, false) || directions($0, false) != nil }
  }

  /// `+----+----+`.
  private static func isASCIIRule(_ text: FoldedText) -> Bool {
    text.scalar(0) == "+" && text.hasSuffix("+") && text.contains("--")
      && text.scalars.allSatisfy { "+-=".unicodeScalars.contains($0) }
  }

  private static func isHorizontal(_ scalar: Unicode.Scalar, _ isASCII: Bool) -> Bool {
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: true
    case 0x2D, 0x3D: isASCII
    case _: false
    }
  }

  /// Where an upright stroke goes on; nil for other scalars.
  private static func directions(
    _ scalar: Unicode.Scalar, _ isASCII: Bool
  ) -> (up: Bool, down: Bool)? {
    switch scalar.value {
    case 0x2B: isASCII ? (true, true) : nil
    case 0x7C, 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551: (true, true)
    case 0x251C...0x252B, 0x253C...0x254B, 0x255E...0x2563, 0x256A...0x256C: (true, true)
    case 0x250C...0x2513, 0x252C...0x2533, 0x2552...0x2557, 0x2564...0x2566: (false, true)
    case 0x2514...0x251B, 0x2534...0x253B, 0x2558...0x255D, 0x2567...0x2569: (true, false)
    case _: nil
    }
  }
}
