import Foundation
import PlanQLData
import Synchronization
import Testing

@testable import PlanQLPlans

@Suite("importing large tables part by part")
struct ImportStreamTests {
  /// A table with all that a border between parts can cut, and more rows than a block has.
  private static let text: String = {
    var text = "云溪县2024年重点项目,,,,\n,,,单位：万元,\n序号,项目名称,建设内容,总投资,责任单位\n"
    for number in 1...700 {
      if number.isMultiple(of: 90) { text += "　,,,,\n" }
      if number.isMultiple(of: 150) { text += "（一）分类\(number),,,,\r\n" }
      text +=
        "\(number),甲\(number)桥,\"新建,\r\n\"\"长\"\"\(number)米\n\", \"1,\(100 + number).5\",水利局、交通局\n"
    }
    return text + "合计,,,946,\n"
  }()

  private func rows(_ records: SeparatedRecords) -> [String] {
    DocumentLines(records).map { row in
      "\(row.place.number)|" + row.cells.map(\.text.string).joined(separator: "|")
    }
  }

  @Test(
    "records are the same however the text is cut into parts", arguments: [2, 3, 5, 7, 64, 999])
  func parts(size: Int) {
    let content = FileContent(Array(ImportStreamTests.text.utf8))
    let whole = SeparatedValues.records(content, ending: "csv")
    let cut = SeparatedValues.records(content, ending: "csv", partSize: size)
    #expect(rows(whole).count == 3 + 700 + 7 + 4 + 1)
    #expect(rows(cut) == rows(whole))
    #expect(cut.unclosedLine == nil)
    for line in rows(whole).indices {
      #expect(whole.index.isBlank(line) == DocumentLines(whole)[line].isBlank)
      #expect(DocumentLines(whole).place(line) == DocumentLines(whole)[line].place)
    }
  }

  @Test(
    "a quote that does not end is found on its line, whatever the parts", arguments: [2, 11, 4096])
  func openQuote(size: Int) {
    let content = FileContent(Array("a,b\n\"x\ny\",z\nc,\"d\n\n".utf8))
    #expect(SeparatedValues.records(content, ending: "csv", partSize: size).unclosedLine == 4)
  }

  @Test(
    "a text is decoded the same however it is cut into parts", arguments: [1, 2, 3, 7, 50, 1001])
  func encodings(size: Int) throws {
    let text = ImportStreamTests.text + "😀四川\u{3400}𠀀\n"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let plain = ImportStreamTests.text
    let samples: [(bytes: [UInt8], text: String, encoding: DocumentEncoding)] = [
      (Array(text.utf8), text, .utf8), (little, text, .utf16LittleEndian),
      (big, text, .utf16BigEndian), (try ImportFixture.gb18030(plain), plain, .gb18030),
    ]
    for sample in samples {
      let decoded = try DecodedContent(FileContent(sample.bytes), partSize: size)
      #expect(String(decoding: decoded.content.bytes, as: UTF8.self) == sample.text)
      #expect(decoded.encoding == sample.encoding)
    }
  }

  @Test("a file that is read in parts gives the plan and the account that its bytes give")
  func file() throws {
    let folder = try TemporaryFolder(["a.csv": ImportStreamTests.text])
    let path = folder.path + "/a.csv"
    let content = try FileContent(opening: path, wholeSize: 0)
    let streamed = try DocumentImport.run([ImportSource(name: "a.csv", content: content)])
    let whole = try DocumentImport.run(text: ImportStreamTests.text, fileName: "a.csv")
    #expect(streamed.files.map(\.name) == whole.files.map(\.name))
    #expect(streamed.files.map(\.text) == whole.files.map(\.text))
    #expect(streamed.report == whole.report)
    #expect(streamed.table("projects.csv").count == 701)
    let again = try DocumentImport.run([ImportSource(opening: path)])
    try streamed.write(to: folder.path + "/one")
    try again.write(to: folder.path + "/two")
    for name in streamed.files.map(\.name) {
      let bytes = try FileBytes.read(folder.path + "/one/" + name)
      #expect(try FileBytes.read(folder.path + "/two/" + name) == bytes)
      #expect(
        String(decoding: bytes, as: UTF8.self) == streamed.files.first { $0.name == name }?.text)
    }
  }

  @Test(
    "records come back in their order from memory and from the file", arguments: [1, 40, 1 << 20])
  func store(blockSize: Int) {
    var store = RecordStore<DocumentRow>(blockSize: blockSize)
    let rows = (0..<300).map { number in
      DocumentRow(
        lines: [number, number + 2],
        cells: [
          GridCell("甲\(number)"), .empty,
          GridCell(
            FoldedText("ａ１"), merge: .fromAbove, isNumber: true,
            problem: LocalizedText(en: "x", zh: "叉")),
        ], section: number.isMultiple(of: 3) ? nil : number, absent: [number])
    }
    for row in rows { store.append(row) }
    let copy = store
    store.append(rows[0])
    #expect(store.count == 301 && copy.count == 300)
    for (found, row) in zip(copy, rows) {
      #expect(found.lines == row.lines && found.section == row.section)
      #expect(found.cells == row.cells && found.absent == row.absent)
    }
    #expect(copy.map { $0 }.count == 300)
    #expect(store.failure == nil)
  }

  @Test("any run of records can be read by itself", arguments: [1, 300, 1 << 20])
  func runs(blockSize: Int) {
    var store = RecordStore<ImportPlace>(blockSize: blockSize)
    let places = (0..<1001).map { ImportPlace(part: .sheet("甲\($0)"), number: $0) }
    for place in places { store.append(place) }
    let size = RecordStore<ImportPlace>.runSize
    for first in stride(from: 0, to: places.count, by: size).reversed() {
      #expect(store.run(first / size) == Array(places[first...].prefix(size)))
    }
    #expect(store.run(places.count / size + 1).isEmpty)
    #expect(store.sizeInMemory < blockSize + size * 32)
  }

  /// A record that counts how many of its kind there are.
  private struct Counted: StoredRecord {
    final class Life: Sendable {
      static let count = Atomic<Int>(0)
      init() { Life.count.add(1, ordering: .relaxed) }
      deinit { Life.count.subtract(1, ordering: .relaxed) }
    }

    let value: Int
    private let life = Life()

    init(_ value: Int) { self.value = value }
    init(from bytes: inout RecordReader) { self.init(bytes.int()) }
    func write(to bytes: inout RecordWriter) { bytes.write(value) }
  }

  @Test("records of a group are put together, and few of them are in memory")
  func groups() {
    let layouts: [(Int) -> Int] = [
      { $0 % 7000 }, { $0 / 10 }, { $0 % 2 == 0 ? 0 : $0 }, { $0 < 40_000 ? 1 : $0 },
      { ($0 * 7919) % 911 },
    ]
    for (layout, group) in layouts.enumerated() {
      var grouping = RecordGrouping()
      let count = 70_000
      for value in 0..<count { grouping.add(NameKey("组", group(value))) }
      grouping.close()
      var expected: [Int: [Int]] = [:]
      var order: [Int] = []
      for value in 0..<count {
        if expected[group(value)] == nil { order.append(group(value)) }
        expected[group(value), default: []].append(value)
      }
      // So large that a part has a thousand records.
      var groups = GroupedRecords(
        (0..<count).lazy.map { Counted($0) }, size: count << 12, by: grouping)
      var most = 0
      for group in order {
        let run = groups.next()
        #expect(run?.map(\.value) == expected[group], "layout \(layout)")
        #expect(run?.count == expected[group]?.count)
        most = Swift.max(most, Counted.Life.count.load(ordering: .relaxed))
      }
      #expect(groups.next() == nil && groups.failure == nil)
      #expect(most < 3000, "layout \(layout): \(most)")
    }
  }

  @Test("what tables say of projects comes in the order of the projects, however rows lie")
  func rowsOfProjects() throws {
    var rows: [String] = []
    for year in 2021...2024 {
      for number in 1...900 { rows.append("桥\(number),\(year),\(number)") }
    }
    let sorted = rows.sorted { $0.split(separator: ",")[0] < $1.split(separator: ",")[0] }
    for rows in [rows, sorted] {
      let result = try DocumentImport.run(
        text: "项目名称,年度,计划投资（万元）\n" + rows.joined(separator: "\n") + "\n", fileName: "a.csv")
      let budgets = result.table("budgets.csv").dropFirst()
      let names = result.column("name", of: "projects.csv")
      #expect(names.count == 900 && budgets.count == 3600)
      #expect(
        budgets.map { Array($0.prefix(2)) }
          == names.flatMap { name in (2021...2024).map { [name, String($0)] } })
    }
  }

  @Test("rows of projects that an earlier table has call them as that table does")
  func knownProjects() throws {
    let projects = (1...3000).map { "\($0),桥\($0 % 2999),\($0)\n" }.joined()
    let funds = (1...2998).reversed().map { "桥 \($0),自筹,\($0),2024\n桥\($0),中央资金,1,2024\n" }.joined()
    let result = try DocumentImport.run([
      ImportSource(name: "a.csv", bytes: Array(("序号,项目名称,投资额（万元）\n" + projects).utf8)),
      ImportSource(
        name: "b.csv",
        bytes: Array(("项目名称,资金来源,金额（万元）,年度\n" + funds + "新桥,自筹,5,2024\n新桥,自筹,6,2025\n").utf8)),
    ])
    let funding = result.table("funding.csv").dropFirst().map { Array($0.prefix(3)) }
    // 桥1 stands twice, so projects are called by their numbers, and its rows are of a further one.
    #expect(result.column("name", of: "projects.csv").count == 3002)
    #expect(funding[0] == ["3001", "enterprise", "1"])
    #expect(funding[2] == ["3002", "enterprise", "5"])
    #expect(funding[4] == ["2998", "enterprise", "2998"])
    #expect(funding.count == 2998 * 2 + 2)
  }

  @Test("a name that stands again is given the next number that is free")
  func distinctNames() {
    var names = DistinctNames(["甲", "甲（2）"])
    #expect(
      ["甲", "乙", "甲", "乙", "甲（3）"].map { names.name(for: $0) }
        == ["甲（3）", "乙", "甲（4）", "乙（2）", "甲（3）（2）"])
  }

  @Test("words are found where they stand and nowhere else")
  func words() {
    let words: WordSearch = ["每月", "ab", "文库下载"]
    for text in ["每月", "按每月报", "xxab", "请到文库下载"] { #expect(words.isFound(in: text)) }
    for text in ["", "每", "月每", "a b", "文库下"] { #expect(!words.isFound(in: text)) }
    #expect(words.begins("每月报") && words.begins("ab"))
    #expect(!words.begins("按每月") && !words.begins(""))
  }

  @Test("projects with one name between them are told apart by numbers, wherever they are kept")
  func names() throws {
    let rows = (1...9000).map { "\($0 == 8000 ? 7 : $0),桥\($0 % 8999),\($0),水利局\n" }.joined()
    let result = try DocumentImport.run(
      text: "序号,项目名称,投资额（万元）,责任单位\n" + rows, fileName: "a.csv")
    let projects = result.table("projects.csv")
    #expect(projects[0] == ["no", "name", "investment", "units", "原文序号", "source_line"])
    #expect(projects[8000] == ["8000", "桥8000", "8000", "水利局", "7", "8001"])
    #expect(result.report.sums.last?.sum == Decimal(9000 * 9001 / 2, scale: 0))
  }

  @Test("remarks of one kind are listed up to a number, and counted beyond it")
  func remarks() throws {
    let rows = (1...2000).map {
      "\($0),桥\($0),\($0),水利局,\($0 == 9 ? "马上" : "2024年\($0 % 12 + 1)月")\n"
    }
    let text = "序号,项目名称,投资额（万元）,责任单位,建设年限\n" + rows.joined()
    let report = try DocumentImport.run(text: text, fileName: "a.csv").report
    let document = try #require(report.documents.first)
    let periods = document.normalised.filter {
      $0.text.en.hasSuffix("was read as the period 2024-05")
    }
    #expect(!periods.isEmpty)
    #expect(document.normalised.count < 2 * RemarkList.greatestCount)
    let more = try #require(document.furtherNormalised.first)
    #expect(more.count == 1999 - RemarkList.greatestCount && more.last.line == 2001)
    #expect(document.doubts.map(\.line) == [10])
    #expect(
      report.text(.en).contains("and \(more.count) more of this kind, the last one: line 2001"))
    #expect(
      report.json(.en).contains("{\"more\":\(more.count),")
        || report.json(.en).contains("\"more\": \(more.count),"))
    #expect(report.text(.en).contains("rows 2000: line 2–2001\n"))
  }

  @Test("a failure amid the files leaves the folder as it was")
  func failure() throws {
    let folder = try TemporaryFolder(["old/projects.csv": "name\n甲\n"])
    for name in ["old", "new"] {
      let path = folder.path + "/" + name
      #expect(throws: FileError.self) {
        try AtomicFile.write(folder: path) { open throws(FileError) in
          try open("projects.csv").write(String(repeating: "x", count: 1 << 20))
          throw FileError(path: path, reason: LocalizedText("full"))
        }
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/old") == ["projects.csv"])
    #expect(try FileBytes.read(folder.path + "/old/projects.csv") == Array("name\n甲\n".utf8))
  }

  @Test("sums are exact beyond 64 bits on the way, and none where the sum itself is too large")
  func sums() {
    let large = Decimal(Int64.max, scale: 0)
    #expect(ExactSum.of([large, large, Decimal(-Int64.max, scale: 0)]) == large)
    #expect(ExactSum.of([large, large]) == nil)
    #expect(ExactSum.of([Decimal(15, scale: 1), Decimal(25, scale: 2)]) == Decimal(175, scale: 2))
  }
}
