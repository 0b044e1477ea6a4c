import PlanQLData
import Testing

@testable import PlanQLPlans

/// What loading says of files that may be meant in another way than they are read.
@Suite("doubts of loading")
struct LoadDoubtTests {
  /// What is said of one file, as lines in English without what to do.
  private func said(_ text: String, name: String = "t.csv") throws -> [String] {
    try said([name: text])
  }

  private func said(_ files: [String: String]) throws -> [String] {
    try load(files).issues.map { issue in
      LoadIssue(
        severity: issue.severity, file: issue.file, line: issue.line, column: issue.column,
        message: issue.message, help: nil
      ).text(.en)
    }
  }

  @Test("numbers with more digits than a number keeps are counted")
  func longNumbers() throws {
    #expect(
      try said("k,b\nx,12345678901234567.5\ny,1.5\n") == [
        "t.csv: warning: 1 number of 'b' with more digits than the 15 that a number keeps"
      ])
  }

  @Test("a number of too many digits is said to be one")
  func tooManyDigits() throws {
    let plan = try load(["t.csv": "k,n\na,1\nb,2\nc,3\nd,1234567890123456789\n"])
    #expect(plan.issues.first?.help?.en.contains("18 digits") == true)
  }

  @Test("a comma before three digits makes a column text, as long as no cell tells what it is")
  func doubtfulCommas() throws {
    let plan = try load(["t.csv": "k;c\na;3,844\nb;17\nc;3,817\n"])
    #expect(try plan.type("t", "c") == .text)
    #expect(
      plan.issues.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message.en)" } == [
        "2:3 'c' is taken as text: the comma of '3,844' may part thousands or stand before decimals, "
          + "as that of 1 other cell"
      ])
    let misfits = try plan.table("t").definition.field(named: "c").map {
      try plan.table("t").definition.fields[$0].misfits?.zh
    }
    #expect(
      misfits == "'c'一列是文本，因为其中的逗号可能是千位分隔，也可能是小数点：t.csv:2:3 '3,844'、t.csv:4:3 '3,817'")
  }

  @Test(
    "numbers that would be others in another style are named, as long as no cell tells",
    arguments: [
      (["168", "1.250", "10.484"], "t.csv:3:3: warning: 'c': the point of '1.250'"),
      (["1.250"], "t.csv:2:3: warning: 'c': the point of '1.250'"),
      (["1.250", "0.125"], ""), (["1.250", "2.5"], ""), (["1.250", "1234.567"], ""),
      (["1.250", "12500"], ""), (["1.250", "1.5e3"], ""), (["168", "10484"], ""), (["1.2500"], ""),
    ])
  func doubtfulPoints(cells: [String], start: String) throws {
    let said = try said("k,c\n" + cells.map { "a,\($0)\n" }.joined())
    #expect(said.count == (start.isEmpty ? 0 : 1))
    #expect(said.first?.hasPrefix(start) ?? start.isEmpty)
  }

  @Test("a field that is declared as an amount takes commas for those of thousands, and says so")
  func declaredAmounts() throws {
    let yaml = "money_unit: 元\n"
    let plan = try load([
      "plan.yaml": yaml, "projects.csv": "name,investment\na,\"3,844\"\nb,17\nc,\"3,817\"\n",
    ])
    #expect(
      try plan.values("projects", "investment").first == .money(Money(minorUnits: 384_400)))
    #expect(
      plan.issues.map(\.message.en) == [
        "'investment': the comma of '3,844' is taken to part thousands, as that of 1 other cell"
      ])
    #expect(
      try said([
        "plan.yaml": yaml, "projects.csv": "name,investment\na,\"3,844\"\nb,\"1,145,100\"\n",
      ]) == [])
  }

  @Test("the same doubts over many blocks as over one")
  func blocks() throws {
    let rows = (0..<400).map { "r\($0),\($0 % 7 == 3 ? "1.250" : "17")\n" }.joined()
    for size in [16, 1000, CSVFile.blockSize] {
      let issues = try load(["t.csv": "k,c\n" + rows], blockSize: size).issues
      #expect(issues.map(\.line) == [5])
      #expect(issues.first?.message.en.hasSuffix("as those of 56 other cells") == true)
    }
  }

  @Test(
    "headings that are numbers or dates like the cells below are named",
    arguments: [
      (
        "45886,Shire,2\n30000,Club,3\n",
        "the headings '45886', '2' are numbers like the cells below"
      ),
      ("a,27539.5\nb,1\n", "the heading '27539.5' is a number like the cells below"),
      (
        "day,2021-03-05\nx,2021-03-06\n",
        "the heading '2021-03-05' is a date like the cells below it"
      ),
      ("k,2021,2022\na,1,2\n", ""), ("k,2020,2025,2030\na,1,2,3\n", ""),
      ("k,01,02,05\na,1,2,3\n", "the headings '01', '02', '05' are"),
      ("k,01,02,05,07\na,1,2,3,4\n", ""),
      ("k,1,2,3\na,1,2,3\n", ""), ("k,1,3,10,20\na,1,2,3,4\n", ""), ("k,2021-03-05\na,7\n", ""),
      ("k,12\na,x\n", ""), ("k,12\n", ""),
    ])
  func headings(text: String, start: String) throws {
    let said = try said(text)
    #expect(said.count == (start.isEmpty ? 0 : 1), "\(said)")
    #expect(said.first?.hasPrefix("t.csv:1: warning: \(start)") ?? start.isEmpty, "\(said)")
  }

  @Test("a first column that has no heading, as programs number rows, gets a name")
  func unnamedColumn() throws {
    let plan = try load(["t.csv": ",name,x\n1,a,5\n58,b,6\n"])
    #expect(try plan.values("t", "column_1") == [.int(1), .int(58)])
    #expect(
      plan.issues.map(\.message.en) == ["column 1 has no heading and is called 'column_1'"])
    #expect(
      try errors(["t.csv": ",column_1\n1,2\n"]) == ["t.csv:1: error: column 1 has no heading"])
    #expect(try errors(["t.csv": "Haushalt,,\nNr,x,y\n1,2,3\n"]).count == 2)
  }

  @Test("rows that are called totals are named, in many languages")
  func namedTotals() throws {
    for word in ["Total", "TOTALS:", "Summe", "Insgesamt", "Total général", "Итого", "合 计", "합계"] {
      #expect(
        try said("k,c\na,5\nb,7\n\(word),12\n") == [
          "t.csv:4:1: warning: the row is called '\(word)' under 'k', and counts like any other"
        ])
    }
    #expect(
      try said("k,c\na,5\n小计,5\nb,7\n小计,7\n") == [
        "t.csv:3:1: warning: 2 rows from here on are called totals under 'k', and count like any others"
      ])
    #expect(try said("k,c\na,5\nTotalEnergies,12\n") == [])
    #expect(try said("k,c\na,x\nTotal,y\n") == [])
  }

  @Test(
    "a last row that adds up all others is named, whatever it is called",
    arguments: [
      ("k,c,d\na,5,1.25\nb,7,2.5\nTotal (A+B),12,3.75\n", 4),
      ("k,c\na,5\nb,7\nc,1\nd,2\nAltogether,15\n", 6),
      ("no,k,c\n1,a,5\n2,b,7\n,Altogether,12\n", 4),
      ("k,c\na,100\nb,200\nc,300\n", nil), ("k,c,d\na,5,1\nb,7,2\nx,12,4\n", nil),
      ("k,n\na,1\nb,2\nc,3\nd,4\ne,10\n", nil), ("k,y,c\na,2020,5\nb,2021,7\nc,2022,9\n", nil),
      ("k,c,d\na,0,0\nb,0,0\nc,0,0\n", nil),
    ] as [(String, Int?)])
  func sums(text: String, line: Int?) throws {
    let issues = try load(["t.csv": text]).issues
    #expect(issues.map(\.line) == (line.map { [$0] } ?? []))
    #expect(issues.first?.message == nil || issues.first?.message == LoadMessage.addsUp.text)
  }

  @Test("rows without a value are kept in every form, and said")
  func blankRows() throws {
    let forms = [
      "t.csv": "k;c\na;1\n;\n ; \nb;2\n;\n", "t.tsv": "k\tc\na\t1\n\t\n\t\nb\t2\n\t\n",
      "t.json":
        "[{\"k\": \"a\", \"c\": 1},\n{\"k\": null, \"c\": null},\n{},\n{\"k\": \"b\", \"c\": 2},\n{}]",
      "t.jsonl": "{\"k\":\"a\",\"c\":1}\n{\"k\":null}\n{\"c\":null}\n{\"k\":\"b\",\"c\":2}\n{}\n",
      "t.yaml": "- {k: a, c: 1}\n- {k: , c: }\n- {k: }\n- {k: b, c: 2}\n- {c: }\n",
    ]
    for (name, text) in forms {
      let plan = try load([name: text])
      let first = name == "t.csv" || name == "t.tsv" ? 3 : 2
      #expect(
        try plan.values("t", "c") == [.int(1), .missing, .missing, .int(2), .missing], "\(name)")
      #expect(
        plan.issues.map { "\($0.line ?? 0) \($0.message.en)" } == [
          "\(first) 3 rows from here to line \(first + 3) have no value in any cell, and count like any others"
        ], "\(name)")
    }
    for text in ["k,c\n\"\",\na,\n", "k\n1\n\n2\n", "k,c\n,1\na,\n"] {
      #expect(try said(text) == [])
    }
  }

  @Test("text in Latin-1 is not taken for Chinese, nor Chinese for Latin-1")
  func encodings() throws {
    func error(_ bytes: [UInt8]) throws -> String {
      try errors(bytes: ["t.csv": Array("k,name\n".utf8) + bytes], withHelp: false).first ?? ""
    }
    let french: [UInt8] =
      Array("1,Soci".utf8) + [0xE9] + Array("t".utf8) + [0xE9] + Array("\n2,B".utf8)
      + [0xE9, 0x6E, 0xE9] + Array("ficiaire\n".utf8)
    #expect(try error(french).hasSuffix("it seems to be Latin-1 or Windows-1252"))
    // 河道整治, 投资, and with letters about it.
    let chinese: [UInt8] = [0xBA, 0xD3, 0xB5, 0xC0, 0xD5, 0xFB, 0xD6, 0xCE]
    #expect(try error(chinese).hasSuffix("it seems to be GB18030 (GBK)"))
    #expect(
      try error(Array("long words of English and A".utf8) + chinese + Array("B\n".utf8))
        .hasSuffix("it seems to be GB18030 (GBK)"))
    // Cyrillic in Windows-1251.
    #expect(
      try error([0xCF, 0xF0, 0xEE, 0xE5, 0xEA, 0xF2, 0x20, 0xEF, 0x0A]).hasSuffix("not UTF-8"))
  }

  @Test("where commas part no row as they part the headings, another separator does")
  func separators() throws {
    let plan = try load(["t.csv": "Konto, Nr.;Text, lang;EUR\n1;Miete;5,50\n2;\"a;b\";6,25\n"])
    #expect(try plan.values("t", "Text, lang") == [.text("Miete"), .text("a;b")])
    #expect(try load(["t.csv": "k,c;d\n1,2\n"]).values("t", "c;d") == [.int(2)])
    #expect(try errors(["t.csv": "k,c;d\n1,2,3\n"]).count == 1)
  }

  @Test("a separator makes a field a list, in every form the same")
  func lists() throws {
    let yaml = "tables: {odd: {fields: {tags: {separator: 、}, sizes: {type: int, separator: /}}}}\n"
    let forms = [
      "odd.csv": "k,tags,sizes\na,x、y,1/2\nb,z,3\n",
      "odd.json": #"[{"k":"a","tags":["x","y"],"sizes":[1,2]},{"k":"b","tags":["z"],"sizes":[3]}]"#,
      "odd.yaml": "- {k: a, tags: [x, y], sizes: [1, 2]}\n- {k: b, tags: z, sizes: 3}\n",
    ]
    for (name, text) in forms {
      let plan = try load(["plan.yaml": yaml, name: text])
      #expect(
        try plan.values("odd", "tags") == [.list([.text("x"), .text("y")]), .list([.text("z")])],
        "\(name)")
      #expect(
        try plan.values("odd", "sizes") == [.list([.int(1), .int(2)]), .list([.int(3)])], "\(name)")
    }
    #expect(
      try said([
        "plan.yaml": "tables: {projects: {fields: {content: {separator: 、}}}}\n",
        "projects.csv": "name,content\na,x、y\n",
      ]) == [
        "plan.yaml:1: warning: 'content' is no list, so that its 'separator' says nothing"
      ])
  }

  @Test("a record of YAML takes over the entries of others, its own before them")
  func merges() throws {
    let plan = try load([
      "t.yaml": """
      - &a {k: a, c: 1, d: x}
      - {<<: *a, k: b}
      - &c {k: c, e: 9}
      - {<<: [*c, *a], k: d}
      - {"<<": 5, k: e}

      """
    ])
    #expect(try plan.values("t", "k") == ["a", "b", "c", "d", "e"].map { .text($0) })
    #expect(try plan.values("t", "c") == [.int(1), .int(1), .missing, .int(1), .missing])
    #expect(try plan.values("t", "e") == [.missing, .missing, .int(9), .int(9), .missing])
    #expect(try plan.values("t", "<<").last == .int(5))
    #expect(
      try errors(["t.yaml": "- {<<: 5, k: a}\n"], withHelp: false) == [
        "t.yaml:1:8: error: '<<' takes over the entries of a record, or of a list of records, and this is none"
      ])
  }

  @Test("files of tables are not documents to import")
  func tables() throws {
    for name in ["a.json", "a.yaml", "a.jsonl"] {
      let source = ImportSource(name: name, bytes: Array("[]".utf8))
      #expect { try Importer.read(source) } throws: {
        ($0 as? ImportRefusal)?.help?.en == "planql schema --plan \(name)"
      }
    }
  }
}
