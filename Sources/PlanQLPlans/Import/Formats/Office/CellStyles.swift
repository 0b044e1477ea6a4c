#if Office
  import PlanQLData

  /// How the numbers of cells are shown, by the numbers of their styles.
  struct CellStyles: Sendable {
    private var formats: [NumberFormat] = []
    /// The numbers of the styles whose text is struck through.
    private var struckStyles: Set<Int> = []

    /// No styles: every number is plain.
    init() {}

    /// Reads `xl/styles.xml`.
    init(_ bytes: [UInt8]) throws(ImportRefusal) {
      let reader = try XMLReader(bytes, path: "xl/styles.xml")
      var codes: [Int: String] = [:]
      var isInCells = false
      var fonts = 0
      var struckFonts: Set<Int> = []
      while let event = try reader.next() {
        switch event {
        case .start("numFmt"):
          if let id = reader.attribute("numFmtId").flatMap({ Int($0) }) {
            codes[id] = reader.attribute("formatCode") ?? ""
          }
        case .start("font"): fonts += 1
        case .start("strike"): if reader.isOn { struckFonts.insert(fonts - 1) }
        case .start("dxfs"): try reader.skip()
        case .start("cellXfs"): isInCells = true
        case .end("cellXfs"): isInCells = false
        case .start("xf") where isInCells:
          let id = reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
          if let font = reader.attribute("fontId").flatMap({ Int($0) }), struckFonts.contains(font)
          {
            struckStyles.insert(formats.count)
          }
          formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
        case .start, .end, .text: break
        }
      }
    }

    /// Whether the text of cells of a style is struck through.
    func isStruck(_ style: Int) -> Bool { struckStyles.contains(style) }

    /// The format of a style; nil where there is none of that number.
    func format(_ style: Int) -> NumberFormat? {
      formats.indices.contains(style) ? formats[style] : nil
    }
  }

  /// How a number is shown.
  struct NumberFormat: Sendable, Hashable {
    /// What the number stands for.
    enum Kind: Sendable, Hashable {
      case plain, percent
      /// Divided by a power of ten.
      case scaled(Int)
      case date(SheetDate.Grain)
    }

    let kind: Kind
    /// A currency before the number.
    var prefix = ""
    /// A unit after it.
    var suffix = ""
    /// The fewest digits that are shown, for codes with zeros before them: 4 for `0000`.
    private(set) var fewestDigits = 1
    /// Other formats for the numbers that a condition names: `[>=10000]0!.0,"万元";0"元"`.
    var conditions: [Condition] = []

    /// A format that holds for some numbers.
    struct Condition: Sendable, Hashable {
      let sign: String
      let bound: Double
      let kind: Kind
      let prefix: String
      let suffix: String

      func holds(_ number: Double) -> Bool {
        switch sign {
        case ">": number > bound
        case ">=": number >= bound
        case "<": number < bound
        case "<=": number <= bound
        case "=": number == bound
        case _: number != bound
        }
      }
    }

    /// The format as it shows a number.
    func shown(_ number: Double?) -> NumberFormat {
      guard let number, let found = conditions.first(where: { $0.holds(number) }) else {
        return self
      }
      var format = NumberFormat(kind: found.kind)
      format.prefix = found.prefix
      format.suffix = found.suffix
      return format
    }

    static let general = NumberFormat(kind: .plain)

    private init(kind: Kind) { self.kind = kind }

    /// The formats that have numbers and no code (ECMA-376, 18.8.30; 27 to 58 as in Chinese).
    init(builtIn id: Int) {
      switch id {
      case 9, 10: self.init(kind: .percent)
      case 17, 27, 36, 50, 52, 57: self.init(kind: .date(.month))
      case 14...16, 28...31, 51, 53, 54, 58: self.init(kind: .date(.day))
      case 22: self.init(kind: .date(.time))
      case 18...21, 32...35, 45...47, 55, 56: self.init(kind: .date(.timeOfDay))
      case _: self.init(kind: .plain)
      }
    }

    /// Reads a code such as `yyyy"年"m"月"`, `0.00%` or `#,##0.00"万元"`.
    init(code: String) {
      let parts = FormatScanner.parts(of: code)
      let conditions = parts.compactMap { Condition($0) }
      let plain = parts.first { FormatScanner($0).condition == nil }
      self.init(part: conditions.isEmpty ? code : plain ?? "General")
      self.conditions = conditions
    }

    /// Reads one part of a code.
    fileprivate init(part: String) {
      var scanner = FormatScanner(part)
      scanner.scan()
      let letters = Set(scanner.letters)
      let hasClock = letters.contains("h") || letters.contains("s")
      if letters.contains("y") || letters.contains("d") || letters.contains("m") && !hasClock {
        let grain: SheetDate.Grain =
          hasClock ? .time : letters.contains("d") ? .day : letters.contains("m") ? .month : .year
        self.init(kind: .date(grain))
      } else if hasClock {
        self.init(kind: .date(.timeOfDay))
      } else if scanner.hasPercent {
        self.init(kind: .percent)
      } else if scanner.isScaled {
        self.init(kind: .scaled(scanner.power))
        prefix = scanner.before
        suffix = scanner.after.filter { $0 != "." }
      } else {
        self.init(kind: .plain)
        prefix = scanner.before
        suffix = scanner.after
        let code = part.prefix { $0 != ";" }
        if code.count > 1, code.count <= 20, code.allSatisfy({ $0 == "0" }) {
          fewestDigits = code.count
        }
      }
    }

    /// A whole number with the zeros that stand before it: `0007`.
    func padded(_ digits: String) -> String {
      guard digits.count < fewestDigits, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return digits
      }
      return String(repeating: "0", count: fewestDigits - digits.count) + digits
    }
  }

  extension NumberFormat.Condition {
    /// Reads a part of a code that begins with a condition; nil for others.
    fileprivate init?(_ part: String) {
      guard let (sign, bound) = FormatScanner(part).condition else { return nil }
      let format = NumberFormat(part: part)
      self.init(
        sign: sign, bound: bound, kind: format.kind, prefix: format.prefix, suffix: format.suffix)
    }
  }

  /// Goes through the first part of a format's code.
  private struct FormatScanner {
    private let scalars: [Unicode.Scalar]
    /// The letters outside quotes, small.
    private(set) var letters: [Character] = []
    private(set) var hasPercent = false
    private(set) var isScaled = false
    /// What stands in quotes before and after the digits, blanks left out.
    private(set) var before = ""
    private(set) var after = ""
    private var hasDigits = false
    /// The places of digits after a point that is only a sign.
    private var digitsAfterSign: Int?
    private var thousands = 0
    private var place = 0

    /// The power of ten that the number is divided by.
    var power: Int { 3 * thousands + (digitsAfterSign ?? 0) }

    init(_ code: String) {
      let scalars = Array(code.unicodeScalars.prefix(256))
      self.scalars = scalars
    }

    mutating func scan() {
      while place < scalars.count {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case ";": return
        case "\"":
          let end = scalars[place...].firstIndex(of: "\"") ?? scalars.count
          for literal in scalars[place..<end] { add(literal) }
          place = Swift.min(end + 1, scalars.count)
        case "\\", "!":
          if place < scalars.count { add(scalars[place]) }
          place += 1
        case "_", "*": place += 1
        case "[": scanBracket()
        case "0", "#", "?":
          hasDigits = true
          if let count = digitsAfterSign { digitsAfterSign = count + 1 }
        case ",": noteComma()
        case "%": hasPercent = true
        case "a"..."z", "A"..."Z":
          letters.append(Character(String(scalar).lowercased()))
        case _: if scalar.value > 0x7F || scalar == "$" { add(scalar) }
        }
      }
    }

    private mutating func add(_ literal: Unicode.Scalar) {
      if hasDigits, literal == "." {
        isScaled = true
        digitsAfterSign = digitsAfterSign ?? 0
      }
      guard literal != " ", !"¥￥-()".unicodeScalars.contains(literal) else { return }
      if hasDigits {
        after.unicodeScalars.append(literal)
      } else {
        before.unicodeScalars.append(literal)
      }
    }

    /// A comma that no digit follows divides by a thousand.
    private mutating func noteComma() {
      guard hasDigits else { return }
      let next = scalars[place...].first { $0 != "," } ?? ";"
      if !"0#?".unicodeScalars.contains(next) {
        isScaled = true
        thousands += 1
      }
    }

    /// The parts of a code between semicolons outside quotes.
    static func parts(of code: String) -> [String] {
      var parts = [""]
      var isQuoted = false
      for character in code.prefix(256) {
        if character == "\"" { isQuoted.toggle() }
        if character == ";", !isQuoted {
          parts.append("")
        } else {
          parts[parts.count - 1].append(character)
        }
      }
      return parts
    }

    /// The condition in brackets that the part begins with: `[>=10000]`.
    var condition: (sign: String, bound: Double)? {
      var rest = scalars[...]
      while rest.first == "[", let end = rest.firstIndex(of: "]") {
        let inner = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<end]))
        rest = rest[(end + 1)...]
        let sign = String(inner.prefix { "<>=".contains($0) })
        if !sign.isEmpty, let bound = Double(inner.dropFirst(sign.count)) { return (sign, bound) }
      }
      return nil
    }

    /// `[$€-407]` names a currency, `[h]` counts hours; colours and conditions say nothing.
    private mutating func scanBracket() {
      let end = scalars[place...].firstIndex(of: "]") ?? scalars.count
      let inner = scalars[place..<end]
      place = Swift.min(end + 1, scalars.count)
      if inner.first == "$" {
        for scalar in inner.dropFirst().prefix(while: { $0 != "-" }) { add(scalar) }
      } else if let first = inner.first, "hHmMsS".unicodeScalars.contains(first),
        inner.allSatisfy({ $0.properties.lowercaseMapping == first.properties.lowercaseMapping })
      {
        letters.append("h")
      }
    }
  }
#endif
