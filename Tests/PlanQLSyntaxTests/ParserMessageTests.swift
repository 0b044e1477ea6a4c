import PlanQLData
import PlanQLSyntax
import Testing

@Suite("what the parser says")
struct ParserMessageTests {
  /// A script for each code, with what is pointed at.
  private static let scripts: [(code: String, source: String, at: String)] = [
    ("PQL0003", "a\u{7}", "\u{7}"), ("PQL0004", "\"\u{202E}\"", "\u{202E}"), ("PQL0005", "☂", "☂"),
    ("PQL0006", "title \"a", "\""), ("PQL0007", "\"{a", "{"), ("PQL0008", "\"\\q\"", "\\q"),
    ("PQL0009", "\"\\u{110000}\"", "\\u{110000}"), ("PQL0010", "\"}\"", "}"),
    ("PQL0011", "”a”", "”"),
    ("PQL0012", "``", "``"), ("PQL0013", "99999999999999999999", "99999999999999999999"),
    ("PQL0014", "a > 5%b", "b"), ("PQL0015", "5块", "块"), ("PQL0016", "2021年13月", "2021年13月"),
    ("PQL0017", "@21", "@21"), ("PQL0018", "2021年三季度", "三季度"),
    ("PQL0019", "# planql 3.0", "# planql 3.0"), ("PQL0020", "# planql 1.0 fr", "# planql 1.0 fr"),
    ("PQL0021", "// a", "//"), ("PQL0022", "@2021-2025", "@2021-2025"), ("PQL0023", "`a", "`"),
    ("PQL0024", "12345年", "12345年"), ("PQL0101", "|", "|"),
    ("PQL0102", "select a from t", "select"),
    ("PQL0103", "t where a", "where"), ("PQL0104", "t | 5", "5"), ("PQL0105", "t | 取前5", "取前5"),
    ("PQL0107", "a < b < c", "<"), ("PQL0108", "a b", "b"),
    ("PQL0109", "a.+ b", "+"), ("PQL0110", "t | expand 3 in a", "3"), ("PQL0111", "let a b", "b"),
    ("PQL0112", "t | drop 3", "3"), ("PQL0113", "check \"a\" b", "b"),
    ("PQL0114", "param a = 3", "="),
    ("PQL0115", "t | expand a", "a"), ("PQL0116", "if a b", "b"), ("PQL0117", "\"{}\"", "{}"),
    ("PQL0118", "\"{a:2}\"", ":"), ("PQL0119", "if a then b c", "c"), ("PQL0120", "case a", "a"),
    ("PQL0121", "case { a b }", "b"), ("PQL0122", "f(a as %)", "as"), ("PQL0123", "a to b", "b"),
    ("PQL0124", "case { else: 1, a: 2 }", "a"), ("PQL0125", "[t | total]", "|"),
    ("PQL0126", "f(a sort b where c)", "where"), ("PQL0127", "f(a where b where c)", "where"),
    ("PQL0128", "f(a, where b)", ","), ("PQL0129", "a > ¥5", "¥"), ("PQL0130", "a == b", "=="),
    ("PQL0131", "a = b 且c", "且c"), ("PQL0132", "t | extend \"a\": 1", "\"a\""),
    ("PQL0133", "t | extend a = 1", "="), ("PQL0134", ".5", ".5"), ("PQL0135", "a in (b, c)", ","),
    ("PQL0137", "a; b let c = 3", "let"),
    ("PQL0138", "t | sort by a", "by"), ("PQL0139", "a[1]", "["),
    ("PQL0140", "t | spread a by year", "by"),
    ("PQL0141", "t | spread a over b by c", "c"), ("PQL0142", "a )", ")"),
    ("PQL0143", "table t", "t"),
    ("PQL0144", "a > 1,000", "1,000"), ("PQL0145", "(a", "("), ("PQL0148", "param a: 3", "3"),
    ("PQL0149", "a, b", ","), ("PQL0150", "t | select a: b: c", ":"), ("PQL0151", "a as 3", "3"),
    ("PQL0152", "t | foo", "foo"), ("PQL0153", "a + )", ")"),
    ("PQL0154", "t | spread a over b by year weights 3", "3"),
  ]

  @Test("each message is said once, at its place, in both languages", arguments: scripts)
  func messages(code: String, source: String, at place: String) {
    #expect(Parsed.errors(source) == ["\(code) \(place)"])
    for diagnostic in Parser.parse(source).diagnostics {
      let texts = [diagnostic.message] + [diagnostic.help].compactMap { $0 }
      for text in texts {
        #expect(text.en.first?.isUppercase != true && !text.en.hasSuffix("."), "\(text.en)")
        #expect(text.zh.utf8.contains { $0 >= 0x80 } && !text.zh.hasSuffix("。"), "\(text.zh)")
      }
    }
  }

  @Test("a stage like one that people try is offered what they mean")
  func nearTriedStages() {
    #expect(Parsed.fixed("t | filtr a > 1") == "t | where a > 1")
    #expect(Parsed.fixed("t | wher a > 1") == "t | where a > 1")
  }
}
