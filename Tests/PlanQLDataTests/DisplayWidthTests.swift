import PlanQLData
import Testing

@Suite("display width")
struct DisplayWidthTests {
  /// Texts with the columns that the published width tables for Unicode 17 give them.
  static let samples: [(text: String, width: Int)] = [
    ("", 0), ("projects", 8), ("项目", 4), ("投资额(万元)", 12), ("投资额（万元）", 14),
    ("，。、；：！？", 14), ("“引号”", 6), ("「直角」『双层』", 16), ("《书名》〈单〉【方】〔18〕", 26),
    ("…—·～", 5), ("①②③", 3), ("ａｂｃＡＢＣ１２３", 18), ("ｱｲｳ", 3), ("アイウ", 6), ("ㄅㄆㄇ", 6),
    ("한국어", 6), ("각", 2), ("é", 1), ("e\u{301}", 1), ("a\u{200B}b", 2), ("\u{FEFF}x", 1),
    ("ä\u{308}\u{323}", 1), ("नमस्ते", 4), ("क्ष", 2), ("क्षा", 2), ("தமிழ்", 4), ("ภาษาไทย", 7),
    ("العربية", 7), ("עברית", 5), ("Ελληνικά", 8), ("русский", 7), ("👍", 2), ("👍🏽", 2),
    ("👩\u{200D}👩\u{200D}👧\u{200D}👦", 2), ("🏳\u{FE0F}\u{200D}🌈", 2), ("🇨🇳", 2), ("🇨", 2),
    ("❤\u{FE0F}", 2), ("❤", 1), ("☂\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("☎", 1), ("⌚", 2),
    ("🀄", 2), ("𠮷", 2), ("㎡", 2), ("km²", 3), ("μg/m³", 5), ("℃", 1), ("‰", 1), ("≥≤≠×÷", 5),
    ("─│┌┐", 4), ("█▓", 2), ("🈚", 2), ("㊙", 2), ("〇", 2), ("々", 2), ("㈱", 2), ("￥", 2), ("￦", 2),
    ("¥", 1), ("½", 1), ("\u{AD}x", 2), ("x\u{2060}y", 2), ("✓✔", 2), ("★☆", 2), ("←→", 2),
    ("・", 2), ("－", 2), ("\u{3000}", 2), ("\u{3000}a", 3), ("龘", 2), ("ﷺ", 1),
    ("👨🏻\u{200D}💻", 2), ("ᄀ", 2), ("가", 2), ("ꥠ", 2), ("﹏", 2), ("︰", 2),
  ]

  @Test("a text takes the columns that a terminal gives it", arguments: samples)
  func width(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("as many scalars are wide, and as many take no column, as Unicode 17 says")
  func census() {
    var counts = [0, 0, 0]
    for value in UInt32(0)..<0x11_0000 {
      if let scalar = Unicode.Scalar(value) { counts[scalar.displayWidth] += 1 }
    }
    #expect(counts == [6777, 922397, 182890])
  }

  @Test("control characters take no column")
  func controls() {
    #expect("\u{1B}\u{7}\r\n\u{7F}\u{85}".displayWidth == 0)
  }

  @Test("padding counts columns, not characters")
  func padding() {
    #expect("项目".padded(toDisplayWidth: 6) == "项目  ")
    #expect("项目".padded(toDisplayWidth: 6, .right) == "  项目")
    #expect("项目".padded(toDisplayWidth: 7, .center) == " 项目  ")
    #expect("项目".padded(toDisplayWidth: 3) == "项目")
    #expect("".padded(toDisplayWidth: 2) == "  ")
    #expect("x".padded(toDisplayWidth: -5) == "x")
  }

  @Test("a cut text fits its width and ends in an ellipsis")
  func truncation() {
    #expect("农业农村局".truncated(toDisplayWidth: 10) == "农业农村局")
    #expect("农业农村局".truncated(toDisplayWidth: 9) == "农业农村…")
    #expect("农业农村局".truncated(toDisplayWidth: 8) == "农业农…")
    #expect("农业".truncated(toDisplayWidth: 1) == "…")
    #expect("农业".truncated(toDisplayWidth: 0) == "")
    #expect("农业".truncated(toDisplayWidth: -3) == "")
    for (text, _) in DisplayWidthTests.samples {
      for width in 0..<12 {
        #expect(text.truncated(toDisplayWidth: width).displayWidth <= width)
      }
    }
  }

  @Test("long text wraps at spaces, and Chinese anywhere but before closing punctuation")
  func wrapping() {
    #expect("a quick brown fox".wrapped(toDisplayWidth: 9) == ["a quick", "brown fox"])
    #expect("建设规模，内容。".wrapped(toDisplayWidth: 8) == ["建设规", "模，内", "容。"])
    #expect("abcdefgh".wrapped(toDisplayWidth: 3) == ["abc", "def", "gh"])
    #expect("one\ntwo\n\nthree".wrapped(toDisplayWidth: 20) == ["one", "two", "", "three"])
    #expect("".wrapped(toDisplayWidth: 5) == [""])
    #expect("新建 COD 处理站".wrapped(toDisplayWidth: 8) == ["新建 COD", "处理站"])
    for (text, _) in DisplayWidthTests.samples {
      for line in text.wrapped(toDisplayWidth: 4) { #expect(line.displayWidth <= 4) }
    }
  }
}
