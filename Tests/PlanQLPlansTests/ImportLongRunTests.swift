import PlanQLData
import Testing

@testable import PlanQLPlans

/// Runs of lines that look like the beginning of something and are not. Where each line is looked at
/// again from every one before it, these take minutes.
@Suite("long runs that are no table, no list and no case")
struct ImportLongRunTests {
  private static let count = 1000

  private func lines(_ line: (Int) -> String) -> String {
    "标题\n" + (0..<ImportLongRunTests.count).map { line($0) + "\n" }.joined()
  }

  @Test(
    "are read in one go",
    arguments: [
      { "甲\($0) | 乙\($0) | 丙\($0) |" }, { $0 % 3 == 2 ? "文字\($0)" : "| 甲\($0)" },
      { $0.isMultiple(of: 2) ? "责任人：张\($0)" : "整改措施：内容\($0)" },
      { $0.isMultiple(of: 2) ? "案件名称：某公司\($0)案" : "处罚结果：罚款\($0)元" },
    ] as [@Sendable (Int) -> String])
  func runs(line: @Sendable (Int) -> String) {
    _ = try? DocumentImport.run(text: lines(line), fileName: "a.txt")
  }

  @Test("of words on a line and of columns too")
  func words() throws {
    let line = (0..<4000).map { "词\($0) 甲乙 丙丁" }.joined(separator: " ")
    _ = try? DocumentImport.run(text: line, fileName: "a.txt")
    let head = (0..<2000).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<2000).map(String.init).joined(separator: ",")
    let result = try DocumentImport.run(text: head + "\n" + row + "\n", fileName: "a.csv")
    #expect(result.column("c1999", of: "a.csv") == ["1999"])
  }

  @Test("a record among many that does not say what it is about is left out alone, and said")
  func recordWithoutSubject() throws {
    let records = (1...6).map { number in
      (number == 4 ? "" : "整改任务：治理第\(number)条河\n") + "责任单位：单位\(number)局\n完成时限：2022年底前\n"
    }
    let result = try DocumentImport.run(text: records.joined(), fileName: "a.txt")
    #expect(
      result.rows(of: "duties.csv", ["text", "units"])
        == [1, 2, 3, 5, 6].map {
          ["治理第\($0)条河", "单位\($0)局"]
        })
    #expect(
      result.report.documents[0].unread.map(\.text).contains(ImportMessages.recordWithoutSubject))
    #expect(result.report.tables.first { $0.table.en == "duties" }?.found == 6)
  }
}
