import PlanQLData

extension Printer {
  /// A period as English writes it, `@2021-Q3`, or as Chinese does, `2021年3季度`.
  func text(of period: Period, at offset: Int) -> String {
    let isEnglish =
      spelling.map { $0 == .en } ?? (Characters.folded(source, at: offset).value == 0x40)
    guard let start = period.start, let grain = period.grain else { return period.description }
    if isEnglish { return "@" + Period.text(of: start, at: grain) }
    let (year, month, day) = start.civil
    let yearText = padded(year, 4) + "年"
    switch grain {
    case .year: return yearText
    case .half: return yearText + (month == 1 ? "上半年" : "下半年")
    case .quarter: return "\(yearText)\((month - 1) / 3 + 1)季度"
    case .month: return "\(yearText)\(month)月"
    case .day: return "\(yearText)\(month)月\(day)日"
    }
  }

  /// A text in the quotes of the spelling, or in its own; in others where these cannot hold it.
  mutating func layout(_ pieces: [TextPiece], _ span: SourceSpan) -> Layout {
    let maySpread = maySpread(pieces, span)
    let form = form(for: pieces, span, isSpread: maySpread)
    let isSpread = maySpread && form.spansLines
    let wasOnOneLine = isOnOneLine
    isOnOneLine = true
    defer { isOnOneLine = wasOnOneLine }
    var text = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let plain):
        text += escaped(plain, form, isSpread: isSpread, isLast: index == pieces.count - 1)
      case .hole(let value):
        text += "{" + layout(value).flattened + "}"
      }
    }
    let edge = isSpread ? "\n" : ""
    return .verbatim(form.opening + edge + text + edge + form.closing)
  }

  /// Chooses the quotes: those wanted if they can hold the text, else the first that can.
  private func form(
    for pieces: [TextPiece], _ span: SourceSpan, isSpread: Bool
  ) -> TextForm {
    let english: TextForm = isSpread ? .tripleQuotes : .quotes(wide: false)
    let wanted: [TextForm] =
      switch spelling {
      case .en: [english]
      case .zh: [.curly, .corners, english]
      case nil: writtenForm(span) + [english]
      }
    return wanted.first { canHold(pieces, $0) } ?? english
  }

  /// The form that a text has in the source, with those like it.
  private func writtenForm(_ span: SourceSpan) -> [TextForm] {
    switch Characters.folded(source, at: span.start).value {
    case 0x27: [.raw(wide: false)]
    case 0x2018: [.rawCurly, .curly]
    case 0x201C: [.curly, .corners]
    case 0x300C: [.corners, .curly]
    case _: []
    }
  }

  private func canHold(_ pieces: [TextPiece], _ form: TextForm) -> Bool {
    pieces.allSatisfy { piece in
      switch piece {
      case .hole: !form.isRaw
      case .text(let text):
        text.unicodeScalars.allSatisfy { scalar in
          let closes = form.closing.unicodeScalars.contains(scalar) && scalar != "\""
          return !closes && !(form.isRaw && needsEscape(scalar))
        }
      }
    }
  }

  private func isWrittenOverLines(_ pieces: [TextPiece], _ span: SourceSpan) -> Bool {
    pieces.contains { piece in
      switch piece {
      case .text(let text): text.utf8.contains(0x0A)
      case .hole: false
      }
    } && sourceText(span).utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Says whether a text may go over several lines: where it was written so, and where no
  /// indentation would be lost.
  private func maySpread(_ pieces: [TextPiece], _ span: SourceSpan) -> Bool {
    guard !isOnOneLine, isWrittenOverLines(pieces, span) else { return false }
    let shape = pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .hole: "x"
      }
    }.joined()
    let filled = shape.split(separator: "\n" as Character)
      .filter { !$0.allSatisfy { $0 == " " || $0 == "\t" } }
    return filled.isEmpty || filled.contains { $0.first != " " && $0.first != "\t" }
  }

  private func escaped(
    _ text: String, _ form: TextForm, isSpread: Bool, isLast: Bool
  ) -> String {
    guard !form.isRaw else { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n": result += isSpread ? "\n" : "\\n"
      case "\t": result += "\\t"
      case "\\": result += "\\\\"
      case "{": result += "{{"
      case "}": result += "}}"
      case "\"":
        let next = index + 1 < scalars.count ? scalars[index + 1] : isLast ? "\"" : "x"
        let isPlain = form.spansLines && (form != .tripleQuotes || next != "\"")
        result += isPlain ? "\"" : "\\\""
      case _ where needsEscape(scalar): result += "\\u{" + String(scalar.value, radix: 16) + "}"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Control characters, which no source may hold, and line breaks.
  private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    case _: Characters.isDirectionControl(scalar.value)
    }
  }
}

extension TextForm {
  fileprivate var opening: String {
    switch self {
    case .quotes: "\""
    case .tripleQuotes: "\"\"\""
    case .curly: "“"
    case .corners: "「"
    case .raw: "'"
    case .rawCurly: "‘"
    }
  }
}
