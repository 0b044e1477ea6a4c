import Foundation
import PlanQLData
import PlanQLReports
import Testing

@Suite("formats for machines") struct MachineFormatTests {
  static let exact = Sample.table([
    Sample.column(
      "money", "金额", .money(.yuan),
      [450_000_000_00, 1, -1, 10, -1_234_567_89, 0, .max, .min].map { Sample.fen($0) },
      Display(unit: Sample.wanyuan, decimals: 0)),
    Sample.column(
      "number", "数值", .number,
      [0.1, 3, -0.0, 1e20, 1e21, 1e-7, 0.1 + 0.2, -2.5e-300].map { .number($0) },
      Display(unit: Sample.percent, decimals: 0)),
    Sample.column(
      "int", "整数", .int, [0, 1, -1, 7, 10, 2021, .max, .min].map { .int($0) }),
  ])

  @Test("CSV has exact decimals in base units and no display") func exactCSV() {
    #expect(
      OutputFormat.csv.render(Sample.document(Self.exact)) == """
        money,number,int
        450000000,0.1,0
        0.01,3,1
        -0.01,0,-1
        0.1,100000000000000000000,7
        -1234567.89,1e21,10
        0,0.0000001,2021
        92233720368547758.07,0.30000000000000004,9223372036854775807
        -92233720368547758.08,-2.5e-300,-9223372036854775808

        """)
  }

  @Test("values of every type have a stable text") func types() throws {
    let day = try #require(Day(year: 2021, month: 3, day: 5))
    let table = Sample.table([
      Sample.column("date", "日期", .date, [.date(day)]),
      Sample.column("day", "日", .period, [.period(Period(day))]),
      Sample.column("period", "时段", .period, [Sample.years(2021, 2025)]),
      Sample.column("open", "起", .period, [.period(try #require(Period(text: "2021-03..")))]),
      Sample.column("days", "天数", .duration(.days), [.duration(-90, .days)]),
      Sample.column("months", "月数", .duration(.months), [.duration(18, .months)]),
      Sample.column("status", "状态", .enumeration(Sample.status), [.enumeration(2)]),
      Sample.column("lead", "牵头", .entity("units"), [.entity("units", row: 1)]),
      Sample.column("list", "列表", .list(.int), [.list([.int(1), .missing, .int(3)])]),
      Sample.column("texts", "文本", .list(.text), [.list([.text("a,\"b\""), .text("c")])]),
    ])
    #expect(
      OutputFormat.csv.render(Sample.document(table)).split(separator: "\n")[1]
        == "2021-03-05,2021-03-05,2021..2025,2021-03..,-P90D,P18M,completed,工信局,"
        + "1、、3,\"a,\"\"b\"\"、c\""
    )
    #expect(
      OutputFormat.jsonLines.render(Sample.document(table)) == """
        {"date":"2021-03-05","day":"2021-03-05","period":"2021..2025","open":"2021-03..",\
        "days":"-P90D","months":"P18M","status":"completed","lead":"工信局","list":[1,null,3],\
        "texts":["a,\\"b\\"","c"]}

        """)
  }

  @Test("CSV reads back to the same texts; blank is missing, quoted empty is the empty text")
  func roundTrip() {
    let texts: [Value] = [
      .text("plain"), .text(""), .missing, .text("a,b"), .text("say \"hi\""), .text("two\nlines"),
      .text("cr\rlf\n"), .text(" lead"), .text("# no comment"), .text("污水，管网👍"), .text("\""),
    ]
    let table = Sample.table([
      Sample.column("a,\"x\"", "甲", .text, texts), Sample.column("b", "乙", .text, texts.reversed()),
    ])
    let rows = readCSV(OutputFormat.csv.render(Sample.document(table)))
    #expect(rows.first == ["a,\"x\"", "b"])
    for (index, text) in texts.enumerated() {
      let expected: [String?] = [text, texts[texts.count - 1 - index]].map {
        if case .text(let text) = $0 { text } else { nil }
      }
      #expect(rows[index + 1] == expected)
    }
  }

  @Test("several tables in CSV stand apart under their captions, without titles and texts")
  func severalTables() {
    let one = Sample.table([Sample.column("n", "n", .int, [.int(1)])])
    let document = ReportDocument(
      [
        .title("t"), .table(caption: "first\ncaption", one), .text("x"), .table(caption: nil, one),
        .check(label: "c", holds: true, rows: nil),
      ], language: .en)
    #expect(OutputFormat.csv.render(document) == "# first↵caption\nn\n1\n\n# 2\nn\n1\n")
    let single = ReportDocument([.title("t"), .table(caption: "c", one)], language: .en)
    #expect(OutputFormat.csv.render(single) == "n\n1\n")
  }

  @Test("a table in JSON is an array of objects in column order") func json() throws {
    #expect(
      OutputFormat.json.render(Sample.document(Sample.byLead)) == """
        [
        {"lead":"农业农村局","n":4,"total":450000000,"share":0.6428571428571429},
        {"lead":"工信局","n":2,"total":150000000,"share":0.21428571428571427},
        {"lead":"文广新局","n":1,"total":100000000,"share":0.14285714285714285}
        ]

        """)
    #expect(OutputFormat.json.render(Sample.document(Sample.table([]))) == "[]\n")
  }

  @Test("JSON of anything parses and keeps missing, empty text and empty list apart")
  func validJSON() throws {
    for document in [Sample.document(Sample.mixed), Sample.document(Self.exact), Sample.report] {
      _ = try parse(OutputFormat.json.render(document))
      for line in OutputFormat.jsonLines.render(document).split(separator: "\n") {
        _ = try parse(String(line))
      }
    }
    let parsed = try parse(OutputFormat.json.render(Sample.document(Sample.mixed)))
    let rows = try #require(parsed as? [[String: Any]])
    #expect(rows[1]["content"] as? String == "line one\nline two\twith tab and \u{1B}[31mescape")
    #expect(rows[2]["name"] as? String == "")
    #expect(rows[3]["name"] is NSNull)
    #expect((rows[1]["units"] as? [String])?.isEmpty == true)
    #expect(rows[2]["units"] is NSNull)
  }

  @Test("JSON of a report has its parts in order") func parts() throws {
    let parsed = try parse(OutputFormat.json.render(Sample.report))
    let parts = try #require((parsed as? [String: Any])?["parts"] as? [[String: Any]])
    #expect(
      parts.compactMap { $0["kind"] as? String }
        == ["title", "text", "table", "check", "check", "check", "message"])
    #expect(parts[4]["holds"] as? Bool == false)
    #expect((parts[4]["rows"] as? [Any])?.count == 3)
    let nothing = ReportDocument([], language: .en)
    #expect(OutputFormat.json.render(nothing) == "{\"parts\":[]}\n")
  }

  @Test("JSON Lines of a report name the part that each line belongs to") func lines() {
    let lines = OutputFormat.jsonLines.render(Sample.report).split(separator: "\n")
    #expect(lines[0] == "{\"title\":\"淮安区重点工程进展通报（2023年6月）\"}")
    #expect(lines[2].hasPrefix("{\"table\":\"各牵头单位完成情况\",\"row\":{\"lead\":\"农业农村局\""))
    #expect(lines[5] == "{\"check\":\"每个项目都有牵头单位\",\"holds\":true}")
  }

  @Test("a number that is not finite is missing") func notFinite() {
    let table = Sample.table([
      Sample.column("x", "x", .number, [.number(.nan), .number(-.infinity)]),
      Sample.column("y", "y", .int, [.int(1), .int(2)]),
    ])
    #expect(OutputFormat.csv.render(Sample.document(table)) == "x,y\n,1\n,2\n")
    #expect(
      OutputFormat.jsonLines.render(Sample.document(table))
        == "{\"x\":null,\"y\":1}\n{\"x\":null,\"y\":2}\n")
  }

  @Test("formats for machines give every row, whatever the options") func everyRow() {
    let table = Sample.table([Sample.column("n", "n", .int, (0..<10_000).map { .int($0) })])
    let options = RenderOptions(width: 20, maxRows: 3, usesColour: true, showsFooter: true)
    let text = OutputFormat.csv.render(Sample.document(table), options: options)
    #expect(text.split(separator: "\n").dropFirst().compactMap { Int($0) } == Array(0..<10_000))
  }

  @Test("formats are found by name and by the ending of a file") func names() {
    #expect(OutputFormat.all.map(\.name) == ["table", "markdown", "csv", "json", "jsonl"])
    #expect(OutputFormat.named("jsonl")?.audience == .machines)
    #expect(OutputFormat.named("xml") == nil)
    #expect(OutputFormat.forFile(named: "a/b.report.MD")?.name == "markdown")
    #expect(OutputFormat.forFile(named: "plain") == nil)
  }

  private func parse(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  /// Reads CSV after RFC 4180; a blank cell is nil, a quoted one a text.
  private func readCSV(_ text: String) -> [[String?]] {
    var rows: [[String?]] = []
    var row: [String?] = []
    var cell: String?
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        cell?.unicodeScalars.append(scalar)
      case "\"":
        isQuoted.toggle()
        cell = cell ?? ""
      case "," where !isQuoted:
        row.append(cell)
        cell = nil
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], nil)
      case _: cell = (cell ?? "") + String(scalar)
      }
    }
    return rows
  }
}
