#if Office
  import PlanQLData

  /// The text of runs, with what of it is struck through, is hidden or stands in boxes apart.
  struct RichText: Sendable, Hashable {
    /// What stands there, the text that is struck through left out.
    private(set) var plain = ""
    private(set) var struck = ""
    /// What nobody sees.
    private(set) var hidden = ""
    /// The texts of boxes that are anchored in it.
    private(set) var boxes: [String] = []

    init() {}

    /// Text of which a part may be struck through.
    init(_ text: String, struck: String = "") {
      plain = text
      self.struck = struck
    }

    /// Adds the text of a run.
    mutating func add(_ text: String, _ style: RunStyle = RunStyle()) {
      let text = style.isRaised ? Superscript.raised(text) : text
      if style.isHidden {
        hidden += text
      } else if style.isStruck {
        struck += text
      } else {
        plain += text
      }
    }

    /// Adds the text of a box over it.
    mutating func add(box: RichText) {
      if !RichText.isBlank(box.text) { boxes.append(box.text) }
      boxes += box.boxes
    }

    /// Adds another text on a line of its own.
    mutating func addLine(_ other: RichText) {
      plain = [plain, other.plain].filter { !$0.isEmpty }.joined(separator: "\n")
      struck = [struck, other.struck].filter { !$0.isEmpty }.joined(separator: "\n")
      hidden = [hidden, other.hidden].filter { !$0.isEmpty }.joined(separator: "\n")
      boxes += other.boxes
    }

    /// Whether everything is struck through.
    var isStruck: Bool { !RichText.isBlank(struck) && RichText.isBlank(plain) }

    /// The text as it is read: without what is struck through, unless all of it is.
    var text: String { isStruck ? struck : plain }

    /// What is to be said of text that is struck through; nil where none is.
    var strikeRemark: LocalizedText? {
      guard !RichText.isBlank(struck) else { return nil }
      let excerpt = LineLedger.excerpt(FoldedText(struck).trimmed())
      return isStruck
        ? ImportMessages.struckTextRead(excerpt) : ImportMessages.struckTextLeftOut(excerpt)
    }

    /// What is to be said of text that is left out or read though it may not count.
    var remarks: [LocalizedText] {
      func excerpt(_ text: String) -> String { LineLedger.excerpt(FoldedText(text).trimmed()) }
      let hidden =
        RichText.isBlank(hidden) ? [] : [ImportMessages.hiddenTextLeftOut(excerpt(hidden))]
      return [strikeRemark].compactMap { $0 } + hidden
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
  }

  /// How the text of a run looks, as far as that says what it means.
  struct RunStyle {
    /// Whether it stands above the line.
    var isRaised = false
    /// Whether it is struck through, as what is deleted is.
    var isStruck = false
    /// Whether it is neither shown nor printed.
    var isHidden = false
  }

  extension XMLReader {
    /// The style in the properties of a run, which have just begun.
    func runStyle() throws(ImportRefusal) -> RunStyle {
      var style = RunStyle()
      var depth = 1
      while depth > 0, let event = try next() {
        switch event {
        case .start(let name):
          if name == "vertAlign" { style.isRaised = attribute("val") == "superscript" }
          if ["strike", "dstrike"].contains(name) { style.isStruck = style.isStruck || isOn }
          if name == "vanish" { style.isHidden = isOn }
          depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return style
    }

    /// Whether the element that has just begun switches something on.
    var isOn: Bool { !["0", "false", "off"].contains(attribute("val") ?? "1") }

    /// The text of an element that holds runs, without how it is to be pronounced.
    func richText() throws(ImportRefusal) -> RichText {
      var text = RichText()
      var depth = 1
      var style = RunStyle()
      while depth > 0, let event = try next() {
        switch event {
        case .start("t"): text.add(XMLReader.unescaped(try self.text()), style)
        case .start("r"):
          style = RunStyle()
          depth += 1
        case .start("rPr"): style = try runStyle()
        case .start("rPh"), .start("phoneticPr"): try skip()
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return text
    }

    /// Turns `_x000D_` into the character that it stands for.
    private static func unescaped(_ text: String) -> String {
      guard text.contains("_x") else { return text }
      var result = String.UnicodeScalarView()
      let scalars = Array(text.unicodeScalars)
      var place = 0
      while place < scalars.count {
        if place + 6 < scalars.count, scalars[place] == "_", scalars[place + 1] == "x",
          scalars[place + 6] == "_",
          let value = UInt32(
            String(String.UnicodeScalarView(scalars[(place + 2)...(place + 5)])), radix: 16),
          let scalar = Unicode.Scalar(value)
        {
          result.append(scalar)
          place += 7
        } else {
          result.append(scalars[place])
          place += 1
        }
      }
      return String(result)
    }
  }
#endif
