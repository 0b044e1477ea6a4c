import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("random bulletins")
struct ImportRandomBulletinTests {
  /// A figure of a row.
  private struct Row {
    let section: String
    let name: String
    let value: Int
    let kind: KnownFigure.Kind
  }

  @Test("each figure is right, or named as unread", arguments: 0..<8)
  func figures(part: Int) throws {
    for seed in 0..<25 {
      var grammar = BulletinGrammar(seed: UInt64(part * 1000 + seed))
      let text = grammar.text()
      let result = try DocumentImport.run(text: text, fileName: "a.txt")
      let rows = try rows(of: result)
      let unread = result.report.documents[0].doubts.map(\.text.en)
        .filter { $0.hasPrefix("figures not read") }.joined()
      for figure in grammar.figures {
        let found = rows.filter { $0.value == figure.value && $0.kind == figure.kind }
        if found.isEmpty {
          #expect(unread.contains(figure.written), "lost: \(figure) of \(text)")
        }
        for row in found { #expect(isRight(row, figure), "\(row) for \(figure) of \(text)") }
      }
      for row in rows {
        #expect(
          grammar.figures.contains { $0.value == row.value && $0.kind == row.kind },
          "invented: \(row) of \(text)")
      }
    }
  }

  @Test("most figures of such bulletins are read")
  func share() throws {
    var (read, all) = (0, 0)
    for seed in 0..<60 {
      var grammar = BulletinGrammar(seed: UInt64(90_000 + seed))
      let result = try DocumentImport.run(text: grammar.text(), fileName: "a.txt")
      let known = grammar.figures.filter { $0.group != "?" }
      let rows = try rows(of: result)
      all += known.count
      read += known.count { figure in
        rows.contains { $0.value == figure.value && $0.kind == figure.kind }
      }
    }
    #expect(read * 100 >= all * 98, "\(read) of \(all)")
  }

  private func isRight(_ row: Row, _ figure: KnownFigure) -> Bool {
    let isOfWhole = row.section.isEmpty || row.section.hasSuffix("重点项目")
    guard figure.kind == .count else {
      return (figure.group.map { $0 == row.section } ?? isOfWhole)
        && row.name.contains(figure.label)
    }
    // A state is counted as one of the whole: 续建项目 12个.
    if let group = figure.group, row.name == group { return isOfWhole || row.section == group }
    return (figure.group.map { $0 == row.section } ?? isOfWhole) && row.name.hasSuffix("数")
  }

  private func rows(of result: ImportResult) throws -> [Row] {
    let table = result.table("stated_totals.csv")
    let head = try #require(table.first)
    func cell(_ row: [String], _ name: String) -> String {
      head.firstIndex(of: name).map { row[$0] } ?? ""
    }
    let sections = Dictionary(
      zip(result.column("no", of: "sections.csv"), result.column("title", of: "sections.csv")),
      uniquingKeysWith: { first, _ in first })
    let isInTenThousands = result.files[0].text.contains("money_unit: 万元")
    return try table.dropFirst().map { row in
      let section = cell(row, "section")
      let title = sections[section] ?? section
      let name = cell(row, "name")
      let unit = cell(row, "measured_in")
      if !cell(row, "value").isEmpty {
        let value = try #require(Decimal(cell(row, "value")))
        let places = isInTenThousands ? 0 : 4
        let scaled = try #require(value.scaled(by: places))
        return Row(section: title, name: name, value: Int(scaled), kind: .amount)
      }
      let number = try #require(Decimal(cell(row, "number")))
      let scaled = try #require(number.scaled(by: unit == "%" ? 1 : 0))
      return Row(
        section: title, name: name, value: Int(scaled), kind: unit == "%" ? .share : .count)
    }
  }
}
