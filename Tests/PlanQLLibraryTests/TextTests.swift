import PlanQLData
import PlanQLLibrary
import Testing

@Suite("tests of texts")
struct TextPredicateTests {
  private static let pool = [
    "", "a", "ab", "aab", "aaab", "abcabcabd", "生态环境局", "生态", "环境局", "农业农村局、工信局", "局",
    "0123456789abcdefghij",
    "工信局", "b", "aaaaaaaaaaaaaaab",
  ]

  /// What the standard library says, by characters of texts that are one code point each.
  private func expect(
    _ name: String, _ left: [String?], _ right: [String?],
    _ test: ([Character], [Character]) -> Bool
  ) throws {
    let expected = zip(left, right).map { left, right -> Value in
      if let left, let right { .bool(test(Array(left), Array(right))) } else { .bool(false) }
    }
    #expect(try call(name, .texts(left), .texts(right)).values == expected)
  }

  private static func contains(_ text: [Character], _ part: [Character]) -> Bool {
    part.isEmpty || text.indices.contains { text[$0...].starts(with: part) }
  }

  @Test("contains, starts with and ends with agree with the standard library")
  func predicates() throws {
    var generator = SeededGenerator(seed: 7)
    for count in batchSizes + [7] {
      func texts() -> [String?] {
        (0..<count).map { _ in
          generator.next() % 5 == 0
            ? nil : Self.pool[Int(generator.next() % UInt64(Self.pool.count))]
        }
      }
      let (left, right) = (texts(), texts())
      let constants = Self.pool.map { Array(repeating: Optional($0), count: count) } + [right]
      for other in constants {
        try expect("contains", left, other) { Self.contains($0, $1) }
        try expect("contains", other, left) { Self.contains($0, $1) }
        try expect("starts_with", left, other) { $0.starts(with: $1) }
        try expect("ends_with", left, other) { $0.reversed().starts(with: $1.reversed()) }
      }
    }
  }

  @Test("a part is never found across two texts of a pool")
  func borders() throws {
    let texts = ["ab", "cd", "xbc", "bc", "b", "c"]
    let constant = Array(repeating: Optional("bc"), count: texts.count)
    #expect(
      try call("contains", .texts(texts), .texts(constant)).values
        == [false, false, true, true, false, false].map { .bool($0) })
  }

  @Test(
    "a pattern fits the whole text or not at all",
    arguments: [
      ("2021-A07", "2021-?[0-9]*", true), ("", "", true), ("", "*", true), ("", "?", false),
      ("a", "", false), ("abc", "a*c", true), ("abc", "a*b", false), ("abcbc", "*bc", true),
      ("abc", "a?c", true), ("生态环境局", "生?环*", true), ("生态", "??", true), ("生态", "???", false),
      ("b", "[a-c]", true), ("d", "[a-c]", false), ("d", "[!a-c]", true), ("d", "[^a-c]", true),
      ("]", "[]]", true), ("-", "[a-]", true), ("*", "[*]", true), ("x", "[*]", false),
      ("[", "[", true), ("[a", "[a", true), ("a", "[a", false), ("水", "[大气水]", true),
      ("aaa", "*a*a*a*", true), ("aa", "*a*a*a*", false), ("A", "a", false), ("q", "[z-a]", false),
      ("[]x", "[]x", true), ("a*b", "a**b", true), ("😀", "?", true),
    ])
  func wildcards(_ text: String, _ pattern: String, _ fits: Bool) throws {
    #expect(try call("matches", .texts([text]), .texts([pattern])).values == [.bool(fits)])
    #expect(
      try call("matches", .texts([text, "other"]), .texts([pattern, "o*r"])).values
        == [.bool(fits), .bool(true)])
  }

  @Test("many stars and many brackets take no longer than they must")
  func patternTime() throws {
    let text = String(repeating: "a", count: 20_000)
    let stars = String(repeating: "*a", count: 100) + "b"
    #expect(try call("matches", .texts([text]), .texts([stars])).values == [.bool(false)])
    let brackets = String(repeating: "[", count: 200_000)
    #expect(try call("matches", .texts([brackets]), .texts([brackets])).values == [.bool(true)])
  }
}

@Suite("texts")
struct TextTests {
  @Test(
    "functions of one text",
    arguments: [
      ("length", "生态环境局", .int(5)), ("length", "", .int(0)), ("length", "a😀é", .int(3)),
      ("upper", "pm2.5 超标é", .text("PM2.5 超标é")), ("lower", "COD Ä", .text("cod Ä")),
      ("trim", " \t　河 道\u{A0}\u{FEFF}\n", .text("河 道")), ("trim", "　　", .text("")),
      ("trim", "", .text("")),
    ] as [(String, String, Value)])
  func single(_ name: String, _ text: String, _ expected: Value) throws {
    #expect(try call(name, .texts([text, nil])).values == [expected, .missing])
    let many = Array(repeating: [text, "x"], count: 50).flatMap { $0 }
    #expect(try call(name, .texts(many)).values[98] == expected)
  }

  @Test(
    "a part of a text by code points",
    arguments: [
      ("生态环境局", 3, 2, "环境"), ("abc", 0, 2, "a"), ("abc", 2, 0, ""), ("abc", 2, -1, ""),
      ("abc", -5, 3, ""), ("abc", 4, 1, ""), ("abc", .min, .max, ""), ("abc", 2, .max, "bc"),
      ("abc", .max, .max, ""), ("", 1, 1, ""),
    ] as [(String, Int64, Int64, String)])
  func substring(_ text: String, _ start: Int64, _ length: Int64, _ expected: String) throws {
    #expect(
      try call("substring", .texts([text]), .ints([start]), .ints([length])).values
        == [.text(expected)])
    #expect(
      try call("substring", .texts([text, "xyz"]), .ints([start, 2]), .ints([length, 1])).values
        == [.text(expected), .text("y")])
  }

  @Test("without a length a substring goes to the end")
  func substringToEnd() throws {
    #expect(
      try call("substring", .texts(["生态环境局", nil]), .ints([3, 3])).values
        == [.text("环境局"), .missing])
  }

  @Test(
    "replacing takes every place from the left",
    arguments: [
      ("aaa", "aa", "b", "ba"), ("abc", "", "x", "abc"), ("a、b、c", "、", "", "abc"),
      ("abc", "d", "x", "abc"),
      ("区环保局", "环保", "生态环境", "区生态环境局"), ("", "a", "b", ""),
    ])
  func replace(_ text: String, _ old: String, _ new: String, _ expected: String) throws {
    #expect(
      try call("replace", .texts([text]), .texts([old]), .texts([new])).values == [.text(expected)])
    #expect(
      try call(
        "replace", .texts([text, "xy", nil]), .texts([old, "x", "a"]), .texts([new, "z", "b"])
      ).values
        == [.text(expected), .text("zy"), .missing])
  }

  @Test("a text that grows past the longest fails instead of filling the memory")
  func tooLong() {
    let long = String(repeating: "a", count: 10_000)
    #expect(
      failure("replace", .texts(["b", long]), .texts(["a", "a"]), .texts([long, long]))
        == KernelFailure(.overflow(.text), row: 1))
  }

  @Test(
    "splitting and joining are inverse",
    arguments: [
      ("农业局、水利局", "、", ["农业局", "水利局"]), ("a,,b,", ",", ["a", "", "b", ""]), ("abc", "", ["abc"]),
      ("", ",", []), ("a", ",", ["a"]), ("a--b", "--", ["a", "b"]),
    ] as [(String, String, [String])])
  func splitAndJoin(_ text: String, _ separator: String, _ pieces: [String]) throws {
    let split = try call(
      "split", .texts([text, nil, text]), .texts([separator, separator, separator]))
    #expect(split.type == .list(.text))
    let list = Value.list(pieces.map(Value.text))
    #expect(split.values == [list, .missing, list])
    let joined = try call(
      "join", Argument(split.type, split.values), .texts([separator, separator, separator]))
    #expect(joined.values == [.text(text), .missing, .text(text)])
  }

  @Test("joining leaves out what is missing")
  func joinMissing() throws {
    let list = Argument(.list(.text), [.list([.missing, .text("a"), .missing, .text("b")])])
    #expect(try call("join", list, .texts(["+"])).values == [.text("a+b")])
  }

  @Test("functions of texts work over batches of every size")
  func batches() throws {
    for count in batchSizes {
      let texts = (0..<count).map { $0 % 5 == 4 ? nil : Optional("Text \($0 % 90)") }
      let arguments = [Argument.texts(texts)]
      let upper = try call("upper", arguments).values
      #expect(upper == texts.map { $0.map { .text($0.uppercased()) } ?? .missing })
      let starts = Argument.ints((0..<count).map { Int64($0 % 7) })
      let parts = try call("substring", arguments + [starts]).values
      #expect(
        parts
          == texts.enumerated().map { row, text in
            text.map { .text(String($0.dropFirst(max(row % 7 - 1, 0)))) } ?? .missing
          })
    }
  }
}
