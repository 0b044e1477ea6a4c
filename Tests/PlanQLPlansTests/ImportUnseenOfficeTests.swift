#if Office
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("importing tables that go on, stand in cells, or are the plan's own")
  struct ImportUnseenOfficeTests {
    private func word(_ body: String) throws -> ImportResult {
      try DocumentImport.run(bytes: try WordFixture.bytes(body), fileName: "a.docx")
    }

    private func doubts(_ result: ImportResult) -> [LocalizedText] {
      result.report.documents[0].doubts.map(\.text)
    }

    private static let headings = ["序号", "项目名称", "投资额", "责任单位"]

    @Test("a table over several pages, with its headings again or without")
    func pages() throws {
      let first = WordFixture.table([Self.headings, ["1", "甲渠", "100", "水务局"]])
      let unit = WordFixture.paragraph("单位：万元")
      for rows in [[Self.headings], []] {
        let second = WordFixture.table(rows + [["2", "乙渠", "300", "水务局"], ["合计", "", "400", ""]])
        let result = try word(unit + first + WordFixture.paragraph("续表") + second)
        #expect(result.column("investment", of: "projects.csv") == ["100", "300"])
        #expect(result.report.sums.map(\.agrees) == [true])
        #expect(doubts(result).isEmpty)
      }
      let other = WordFixture.table([Self.headings, ["2", "乙渠", "3", "水务局"]])
      let apart = try word(unit + first + WordFixture.paragraph("单位：亿元") + other)
      #expect(apart.column("investment", of: "projects.csv") == ["100", "30000"])
    }

    @Test("rows with amounts and no headings are reported")
    func withoutHeadings() throws {
      let first = WordFixture.table([
        Self.headings, ["1", "甲渠", "100", "水务局"], ["合计", "", "100", ""],
      ])
      let second = WordFixture.table([["某项", "300", "水务局"], ["另项", "400", "水务局"]])
      let result = try word(WordFixture.paragraph("单位：万元") + first + second)
      #expect(doubts(result) == [ImportMessages.tableWithoutHeadings])
      #expect(!result.report.isClean)
    }

    @Test("a table in a cell of one for the layout")
    func tableInCell() throws {
      let inner = WordFixture.table([
        ["项目名称", "投资额（万元）", "责任单位"], ["甲渠", "100", "水务局"], ["乙渠", "200", "住建局"],
      ])
      let result = try word(
        "<w:tbl><w:tr><w:tc>\(WordFixture.paragraph("附表"))\(inner)<w:p/></w:tc></w:tr></w:tbl>")
      #expect(result.column("investment", of: "projects.csv") == ["100", "200"])
    }

    @Test("tracked changes are read as accepted, and it is said")
    func trackedChanges() throws {
      let table = WordFixture.table([["项目名称", "投资额（万元）", "责任单位"], ["甲渠", "?", "水务局"]])
        .replacing(
          WordFixture.paragraph("?"),
          with: "<w:p><w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>150</w:t></w:r></w:ins></w:p>")
      let result = try word(table)
      #expect(result.column("investment", of: "projects.csv") == ["150"])
      #expect(
        result.report.documents[0].normalised.map(\.text).contains(ImportMessages.trackedChanges))
    }

    @Test("the raised number of a footnote is no digit of an amount")
    func raisedNumbers() throws {
      let run = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
      let table = WordFixture.table([["项目名称", "投资额（万元）", "责任单位"], ["甲渠", "350", "水务局"]])
        .replacing(
          "<w:t xml:space=\"preserve\">350</w:t></w:r>", with: "<w:t>350</w:t></w:r>" + run)
      let page =
        "<table><tr><th>项目名称</th><th>投资额（万元）</th><th>建设内容</th></tr>"
        + "<tr><td>甲渠</td><td>350<sup>2</sup></td><td>清淤5万m<sup>3</sup></td></tr></table>"
      let web = try DocumentImport.run(text: page, fileName: "a.html")
      for result in [try word(table), web] {
        #expect(result.column("investment", of: "projects.csv") == ["350"])
        #expect(result.report.sums.map { $0.sum?.description } == ["350"])
        #expect(result.report.documents[0].normalised.contains { $0.text.en.contains("footnote") })
      }
      #expect(web.column("content", of: "projects.csv") == ["清淤5万m³"])
    }

    @Test("what cannot be read is refused with its own reason")
    func refusals() throws {
      func refusal(_ bytes: [UInt8], _ name: String) throws -> ImportRefusal {
        try #require(
          throws: ImportRefusal.self
        ) { try DocumentImport.run(bytes: bytes, fileName: name) }
      }
      let package: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
      let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 512)
      #expect(try refusal(old + package, "a.xlsx").reason == ImportRefusal.encrypted.reason)
      #expect(try refusal(old, "a.xls").reason.en == "an old Word or Excel file cannot be imported")
      let workbook = WorkbookFixture(sheets: [
        .init(name: "项目", rows: [[.text("项目名称")], [.text("甲渠")]])
      ])
      let cut = Array(try workbook.bytes().prefix(200))
      #expect(try refusal(cut, "a.xlsx").reason == ImportRefusal.brokenArchive.reason)
      let picture = try WordFixture.bytes(
        "<w:p><w:r><w:drawing><w:inline/></w:drawing></w:r></w:p>")
      #expect(try refusal(picture, "a.docx").reason == ImportRefusal.onlyPictures.reason)
    }

    @Test("a month that a number has lost its nought of is not guessed")
    func uncertainMonth() throws {
      let workbook = WorkbookFixture(sheets: [
        .init(
          name: "项目",
          rows: [
            [.text("项目名称"), .text("投资额（万元）"), .text("开工时间"), .text("竣工时间")],
            [.text("甲渠"), .number("10"), .number("2021.1"), .number("2022.12")],
            [.text("乙渠"), .number("10"), .text("2021.1"), .number("2022.5")],
          ])
      ])
      let result = try DocumentImport.run(bytes: try workbook.bytes(), fileName: "a.xlsx")
      #expect(doubts(result) == [ImportMessages.monthIsUncertain("2021.1")])
      #expect(result.column("period", of: "projects.csv") == ["..2022", "2021-01..2022-05"])
      #expect(result.column("原文开工时间", of: "projects.csv") == ["2021.1", ""])
    }

    @Test("a workbook of the plan's own tables is the plan, sheet by sheet")
    func planSheets() throws {
      let workbook = WorkbookFixture(sheets: [
        .init(
          name: "projects",
          rows: [
            [.text("no"), .text("name"), .text("investment"), .text("period"), .text("units")],
            [.number("1"), .text("甲渠"), .number("100.5"), .text("2021..2023"), .text("水务局、住建局")],
          ]),
        .init(
          name: "units",
          rows: [
            [.text("name"), .text("kind")], [.text("水务局"), .text("department")],
            [.text("住建局"), .text("department")],
          ]),
        .init(
          name: "budgets",
          rows: [
            [.text("project"), .text("year"), .text("amount")],
            [.text("甲渠"), .number("2021"), .number("60.5")],
            [.text("甲渠"), .number("2022"), .number("40")],
          ]),
        .init(
          name: "area",
          rows: [
            [.text("indicator"), .text("year"), .text("target")],
            [.text("PM2.5"), .number("2021"), .number("44")],
          ]),
      ])
      var options = ImportOptions()
      let bytes = try workbook.bytes()
      let yuan = try DocumentImport.run(bytes: bytes, fileName: "a.xlsx", options: options)
      #expect(doubts(yuan).contains(ImportMessages.amountsInYuan("investment")))
      options.money = MoneyName(in: FoldedText("万元"))
      let result = try DocumentImport.run(bytes: bytes, fileName: "a.xlsx", options: options)
      #expect(doubts(result).isEmpty)
      #expect(
        result.files.map(\.name) == [
          "plan.yaml", "projects.csv", "units.csv", "budgets.csv", "area.csv",
        ])
      #expect(
        result.table("projects.csv").last == ["1", "甲渠", "100.5", "2021..2023", "水务局、住建局"])
      #expect(result.table("area.csv").last == ["PM2.5", "2021", "44"])
      let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
      #expect(try plan.table("budgets").count == 2)
    }
  }
#endif
