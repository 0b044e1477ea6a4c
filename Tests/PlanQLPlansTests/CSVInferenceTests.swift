import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Types of columns")
struct CSVInferenceTests {
  /// A plan of one table with one column besides a key.
  private func column(_ cells: [String]) throws -> (type: DataType, values: [Value]) {
    let rows = cells.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
    let plan = try load(["t.csv": "k,c\n" + rows])
    return (try plan.type("t", "c"), try plan.values("t", "c"))
  }

  @Test(
    "a column is what all of its cells fit",
    arguments: [
      (["1", "-2", "0"], DataType.int), (["123456789012345678"], .int),
      (["1234567890123456789"], .text), (["007", "1"], .text), (["1.5", "2", ""], .number),
      (["1.5", "1234567890123456789"], .text), ([".5"], .text), (["1."], .text), (["1e5"], .text),
      (["+1"], .text), (["-0"], .number), (["1,5"].map { "\"\($0)\"" }, .text),
      (["2021-03-05", "2021/3/5", "2021年3月5日"], .date), (["2021-02-29"], .text),
      (["2021-03-05", "2021"], .text), (["2021-03"], .text), (["true", "false", ""], .bool),
      (["true", "yes"], .text), (["TRUE", "False"], .bool), (["", ""], .text),
      (["NA", "-"], .text),
      (["1", "NA", "N/A", "-", "无", "null"], .int), (["x", "NA"], .text), (["true", "NA"], .text),
      (["1", "\"\""], .int), (["\"\"", "x"], .text), (["\"1\"", "2"], .int), ([" 1", "2 "], .int),
      (["\"1,250,000\"", "\"1,250\"", "17"], .int), (["\"-1,250.5\""], .number),
      (["\"1,250\"", "2.5"], .number), (["\"1,25\""], .text), (["\"1,250\"", "17"], .text),
      (["5.3.2021", "24.04.2008", "2021-03-05"], .date), (["31.2.2021"], .text),
      (["05/03/2021"], .text),
      (["1.5e3", "2e-7"], .number), (["2021-03-05 00:00:00", "2021-03-06T00:00:00Z"], .date),
      (["2021-03-05 10:30:00"], .text), (["1", "NULL", "NaN", "n/a"], .int),
    ])
  func types(cells: [String], type: DataType) throws {
    #expect(try column(cells).type == type)
  }

  @Test(
    "headings without a comma are parted by a semicolon, a tab or a bar",
    arguments: [";", "\t", "|"])
  func separators(separator: String) throws {
    let rows = [["k", "c"], ["1", "\"a\(separator)b\""], ["2", "x,y"]]
    let text = rows.map { $0.joined(separator: separator) + "\n" }.joined()
    let plan = try load(["t.csv": text])
    #expect(try plan.type("t", "k") == .int)
    #expect(try plan.values("t", "c") == [.text("a\(separator)b"), .text("x,y")])
  }

  @Test("tables whose names are all in Latin letters are shown in English, others in Chinese")
  func languages() throws {
    #expect(try load(["t.csv": "k,c\n1,2\n"]).catalog.language == .en)
    #expect(try load(["t.csv": "k,名称\n1,2\n"]).catalog.language == .zh)
  }

  @Test(
    "a column of dates or numbers but for a few cells is text, and the first of them is named",
    arguments: [
      (
        ["2021-03-05", "2021-02-30"], "t.csv:3:3: 'c' is taken as text: 1 cell is no date, such as "
      ),
      (["2021-02-30"], "t.csv:2:3: 'c' is taken as text: 1 cell is no date, such as "),
      (
        ["1", "2", "x", "4", "5"], "t.csv:4:3: 'c' is taken as text: 1 cell is no number, such as "
      ),
      (
        ["\"1.000,00\"", "\"655307959,2\"", "30"],
        "t.csv:2:3: 'c' is taken as text: 2 cells are no number, such as "
      ),
      (["1'145'100", "€500"], "t.csv:2:3: 'c' is taken as text: 2 cells are no number, such as "),
    ])
  func almost(cells: [String], start: String) throws {
    let rows = cells.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
    let issues = try load(["t.csv": "k,c\n" + rows]).issues.filter { $0.severity == .warning }
    let issue = try #require(issues.first)
    let place = "\(issue.file):\(issue.line ?? 0):\(issue.column ?? 0): "
    #expect(issues.count == 1)
    #expect((place + issue.message.en).hasPrefix(start))
  }

  @Test(
    "semicolons or tab stops part the cells where the headings have no comma",
    arguments: ["k;c\n1;2\n2;3\n", "k\tc\n1\t2\n2\t3\n", "\"k,l\";c\n1;2\n2;3\n"])
  func separators(text: String) throws {
    #expect(try load(["t.csv": text]).values("t", "c") == [.int(2), .int(3)])
  }

  @Test("a comma in the headings parts the cells, whatever else stands in them")
  func commas() throws {
    #expect(try load(["t.csv": "k,c;d\n1,2\n"]).values("t", "c;d") == [.int(2)])
  }

  @Test("one cell among many distinct ones is found, wherever it stands")
  func oneAmongMany() throws {
    let cells = (0..<3000).map { $0 == 2500 ? "1x" : String($0) }
    let rows = cells.map { "\($0)\n" }.joined()
    let plan = try load(["t.csv": "c\n" + rows])
    #expect(plan.issues.map { $0.line } == [2502])
    #expect(
      try plan.table("t").definition.fields[0].misfits?.en
        == "'c' is text because 1 cell is no number: t.csv:2502:1 '1x'")
  }

  @Test(
    "a column of text is no matter for a warning",
    arguments: [
      ["a", "b", "c", "2021-03-05"], ["007", "x"], ["2021", "2021-03"], ["1234-56-78", "x-1"],
      ["LB20DUMBO", "12", "LBC17"], ["", "NA"],
    ])
  func plainText(cells: [String]) throws {
    let rows = cells.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
    #expect(try load(["t.csv": "k,c\n" + rows]).issues.allSatisfy { $0.severity != .warning })
  }

  @Test("one cell at the end of a long file decides")
  func wholeFile() throws {
    let cells = Array(repeating: "1", count: 5000)
    #expect(try column(cells).type == .int)
    #expect(try column(cells + ["1.5"]).type == .number)
    #expect(try column(cells + ["x"]).type == .text)
  }

  @Test("values are those of the cells")
  func values() throws {
    #expect(try column(["1", "-20", ""]).values == [.int(1), .int(-20), .missing])
    #expect(try column(["0.1", "-2", "NA"]).values == [.number(0.1), .number(-2), .missing])
    #expect(
      try column(["12345678901234567.25", "0.30000000000000004"]).values == [
        .number(12345678901234567.25), .number(0.30000000000000004),
      ])
    #expect(try column(["", "\"\"", "x"]).values == [.missing, .text(""), .text("x")])
    #expect(try column(["  ", "\u{3000}", " x "]).values == [.missing, .missing, .text(" x ")])
    let day = try requireValue(Day(iso: "2020-02-29"), "day")
    #expect(try column(["2020/2/29", "-"]).values == [.date(day), .missing])
  }

  @Test("marks for missing values are noted")
  func marks() throws {
    let plan = try load(["t.csv": "a,b\n1,NA\n2,3\n4,-\n"])
    #expect(
      plan.issues.map { $0.text(.en) } == [
        "t.csv:2:3: note: 2 cells of 'b' taken as missing, the first of them 'NA'"
      ])
  }

  @Test("numbers read as Swift reads them", arguments: 0..<40)
  func numbers(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<50).map { _ -> String in
      let digits = String(UInt64.random(in: 0...UInt64.max, using: &generator))
        .prefix(Int.random(in: 1...18, using: &generator))
      let decimals = String(UInt64.random(in: 0...UInt64.max, using: &generator))
        .prefix(Int.random(in: 1...20, using: &generator))
      return "\(Int(digits) ?? 0).\(decimals)"
    }
    for text in texts {
      var copy = text
      let number = copy.withUTF8 { CellReading.plainNumber($0) }
      #expect(number == Double(text), "\(text)")
    }
  }

  @Test("days read as the calendar has them", arguments: 0..<20)
  func days(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let (year, month, day) = (
        Int.random(in: 1...9999, using: &generator), Int.random(in: 0...13, using: &generator),
        Int.random(in: 0...32, using: &generator)
      )
      let iso = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      for text in [
        iso, "\(padded(year, 4))/\(month)/\(day)", "\(padded(year, 4))年\(month)月\(day)日",
      ] {
        var copy = text
        let number = copy.withUTF8 { CellReading.day($0) }
        #expect(number == Day(year: year, month: month, day: day)?.number, "\(text)")
      }
    }
  }
}
