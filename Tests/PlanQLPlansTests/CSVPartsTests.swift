import Foundation
import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("CSV files read in parts")
struct CSVPartsTests {
  /// What a file gives: its rows, their lines, and what is said of it.
  private func outcome(_ content: FileContent, threads: Int, blockSize: Int) -> String {
    var log = IssueLog()
    let file = CSVFile(
      name: "t.csv", content: content, blockSize: blockSize, threads: threads, log: &log)
    guard let file else { return "\(log.sorted().map { $0.text(.en) })" }
    let kinds: [ColumnReader.Kind] = [.dictionary, .arena, .int]
    let readers = file.headings.indices.map { ColumnReader(column: $0, kind: kinds[$0 % 3]) }
    let read = file.contents(readers, threads: threads)
    let rows = (0..<file.rowCount).map { row in read.columns.map { $0.values.value(row) } }
    let places = file.locations(ofRows: Array(0..<file.rowCount), column: 0).map {
      [$0.line, $0.column]
    }
    return """
      \(file.headings) \(rows) \(read.columns.map(\.failures)) \(places)
      \(read.lines.values(0..<file.rowCount)) \(log.sorted().map { $0.text(.en) })
      """
  }

  private static let pieces = [
    "a", "湿", "\"", ",", "\n", "\r\n", "\r", " ", "12", "\"\"", "#", "", "a,\"b\nc\",3\n",
    "湿地,x,7\n", ",,\n",
  ]

  @Test("a file gives the same from memory and from the disk, however it is cut", arguments: 0..<60)
  func sameInParts(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(7000 + seed))
    let pieces =
      seed.isMultiple(of: 2) ? CSVPartsTests.pieces : Array(CSVPartsTests.pieces.suffix(3))
    let body = (0..<Int.random(in: 0...60, using: &generator))
      .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    let bytes = Array(((seed % 3 == 0 ? "\u{FEFF}# 注\n" : "") + "k,湿地,n\n" + body).utf8)
    let folder = try TemporaryFolder(bytes: ["t.csv": bytes])
    let whole = outcome(FileContent(bytes), threads: 1, blockSize: 1 << 20)
    for (threads, size) in [(1, 5), (2, 16), (2, 1 << 20)] {
      let content = try FileContent(opening: folder.path + "/t.csv", wholeSize: 0)
      #expect(content.bytesInMemory == 0)
      #expect(outcome(content, threads: threads, blockSize: size) == whole)
    }
  }

  @Test("a file that is cut off while it is read is said to be another, and nothing breaks")
  func changedFile() throws {
    let rows = (0..<5000).map { "\($0),text \($0)\n" }.joined()
    let folder = try TemporaryFolder(["t.csv": "k,x\n" + rows])
    let path = folder.path + "/t.csv"
    var log = IssueLog()
    let content = try FileContent(opening: path, wholeSize: 0)
    let file = try requireValue(
      CSVFile(name: "t.csv", content: content, blockSize: 1000, threads: 2, log: &log), "file")
    #expect(file.problem == nil)
    try #require(FileHandle(forWritingAtPath: path)).truncate(atOffset: 20_000)
    let read = file.contents(
      [ColumnReader(column: 0, kind: .int), ColumnReader(column: 1, kind: .arena)], threads: 2)
    #expect(read.columns.map(\.values.count) == [5000, 5000])
    #expect(file.problem == .changedFile)
    #expect(file.locations(ofRows: [0, 4999], column: 1).count == 1)
  }

  @Test("a large file is read in parts, and is the same plan")
  func largeFile() throws {
    let rows = (0..<500_000).map { "\($0),项目\($0 % 1000),\($0 % 97).5,内容 \($0)\n" }
    let text = "k,name,share,content\n" + rows.joined()
    #expect(text.utf8.count > FileContent.wholeSize)
    let plan = try load(["t.csv": text])
    #expect(try plan.table("t").count == 500_000)
    #expect(try plan.values("t", "content")[499_999] == .text("内容 499999"))
    #expect(try plan.type("t", "share") == .number)
    #expect(try plan.table("t").sources?.line(ofRow: 499_999) == 500_001)
  }
}
