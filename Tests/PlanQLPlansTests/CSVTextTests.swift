import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("CSV text")
struct CSVTextTests {
  @Test("cells are quoted only where they must be")
  func quoting() {
    #expect(
      CSVText.row(["a", "1,2", "x\"y", nil, "", "\n", " b", "#c"])
        == "a,\"1,2\",\"x\"\"y\",,\"\",\"\n\",\" b\",\"#c\"\n")
  }

  @Test("a file is written whole, with its comments first")
  func file() throws {
    let folder = try TemporaryFolder([:])
    let text = CSVText.file(header: ["a"], rows: [["1"]], comments: ["synthetic"])
    try AtomicFile.write(folder: folder.path + "/x/y", files: [("t.csv", text)])
    let bytes = try FileBytes.read(folder.path + "/x/y/t.csv")
    #expect(String(decoding: bytes, as: UTF8.self) == "# synthetic\na\n1\n")
  }

  @Test("a file that cannot be written says why")
  func failure() {
    #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/nowhere/at/all") }
    #expect(throws: FileError.self) { try FileBytes.read("/nowhere/at/all") }
    #expect(throws: FileError.self) { try FileBytes.read("/") }
  }

  /// What the cells of random texts may be made of.
  private static let pieces = ["a", "湿", "\"", ",", "\n", "\r\n", "\r", " ", "1", "\"\"", "#", ""]

  @Test("what is written is read back, however the file is cut", arguments: 0..<60)
  func roundTrip(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let columns = Int.random(in: 1...4, using: &generator)
    let rows = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
      (0..<columns).map { _ -> String? in
        if Int.random(in: 0..<6, using: &generator) == 0 { return nil }
        return (0..<Int.random(in: 0...5, using: &generator))
          .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
      }
    }
    let header = (0..<columns).map { "c\($0)" }
    let bytes = Array(CSVText.file(header: header, rows: rows).utf8)
    for (threads, size) in [(1, 1 << 20), (1, 7), (2, 7), (2, 64)] {
      var log = IssueLog()
      let file = try requireValue(
        CSVFile(
          name: "t.csv", content: FileContent(bytes), blockSize: size, threads: threads, log: &log),
        "file")
      #expect(log.issues.isEmpty)
      let readers = (0..<columns).map {
        ColumnReader(column: $0, kind: $0.isMultiple(of: 2) ? .dictionary : .arena)
      }
      let read = file.contents(readers, threads: threads).columns
      let found = (0..<file.rowCount).map { row in
        read.map { column -> String? in
          if case .text(let text) = column.values.value(row) { text } else { nil }
        }
      }
      #expect(found == rows, "seed \(seed), blocks of \(size)")
    }
  }

  @Test("broken files are read alike, however they are cut", arguments: 0..<60)
  func brokenFiles(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    let text =
      "a,b\n"
      + (0..<Int.random(in: 0...60, using: &generator))
      .compactMap { _ in (Self.pieces + ["\n", ","]).randomElement(using: &generator) }.joined()
    var outcomes: [String] = []
    for (threads, size) in [(1, 1 << 20), (1, 5), (2, 5), (2, 16)] {
      var log = IssueLog()
      let file = CSVFile(
        name: "t.csv", content: FileContent(Array(text.utf8)), blockSize: size, threads: threads,
        log: &log)
      let read = file?.contents(
        [ColumnReader(column: 0, kind: .dictionary), ColumnReader(column: 1, kind: .dictionary)],
        threads: threads)
      let values = (0..<(file?.rowCount ?? 0)).map { row in
        read?.columns.map { $0.values.value(row) } ?? []
      }
      outcomes.append(
        "\(values) \(read?.lines.values(0..<(file?.rowCount ?? 0)) ?? []) \(log.sorted().map { $0.text(.en) })"
      )
    }
    #expect(Set(outcomes).count == 1, "seed \(seed)")
  }

  @Test("lines are counted through quoted cells, comments and blank lines")
  func lines() throws {
    let plan = try load([
      "t.csv": "\u{FEFF}# synthetic\r\n\r\na,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n"
    ])
    let table = try plan.table("t")
    #expect(table.count == 2)
    #expect((0..<2).map { table.sources?.line(ofRow: $0) } == [4, 7])
    #expect(try plan.values("t", "b") == [.text("x\r\ny"), .text("z")])
  }

  @Test("only lines before the headings are comments, and a heading may be a mere #")
  func comments() throws {
    let plan = try load([
      "rows.csv": "# made up\n#\na,b\n# no comment,1\n",
      "numbers.csv": "# made up\n#,b\n7,x\n", "tabs.tsv": "#\tb\n7\tx\n",
      "quoted.csv": "\"#b\"\n7\n",
    ])
    #expect(try plan.values("rows", "a") == [.text("# no comment")])
    #expect(try plan.table("rows").sources?.line(ofRow: 0) == 4)
    for table in ["numbers", "tabs"] {
      #expect(try plan.values(table, "#") == [.int(7)])
      #expect(try plan.values(table, "b") == [.text("x")])
    }
    #expect(try plan.values("quoted", "#b") == [.int(7)])
    #expect(
      try errors(["t.csv": "# a,b\n"], withHelp: false) == [
        "t.csv: error: the file has no headings"
      ])
  }

  @Test("line ends may be lone carriage returns, and the last may be missing")
  func lineEnds() throws {
    #expect(try load(["t.csv": "a,b\r1,2\r3,4"]).values("t", "b") == [.int(2), .int(4)])
    #expect(try load(["t.tsv": "a\tb\n1\tx,y\n"]).values("t", "b") == [.text("x,y")])
  }

  @Test("a quote inside of an unquoted cell is part of the text")
  func strayQuotes() throws {
    let plan = try load(["t.csv": "a,b\n5\" pipe,1\nx,\"2\n3\"\n"])
    #expect(try plan.values("t", "a") == [.text("5\" pipe"), .text("x")])
    #expect(try plan.values("t", "b") == [.text("1"), .text("2\n3")])
  }
}
