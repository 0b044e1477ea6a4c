#if Office
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("importing settings and units of money of a workbook")
  struct ImportSettingsTests {
    private func run(
      _ sheets: [WorkbookFixture.Sheet], formats: [String] = []
    ) throws -> ImportResult {
      var workbook = WorkbookFixture(sheets: sheets)
      workbook.formats = formats
      return try DocumentImport.run(bytes: try workbook.bytes(), fileName: "a.xlsx")
    }

    private func doubts(_ result: ImportResult) -> [LocalizedText] {
      result.report.documents[0].doubts.map(\.text)
    }

    private func notes(_ result: ImportResult) -> [LocalizedText] {
      result.report.documents[0].normalised.map(\.text)
    }

    private static let projects = WorkbookFixture.Sheet(
      name: "projects",
      rows: [
        [.text("no"), .text("name"), .text("investment")],
        [.number("1"), .text("甲渠"), .number("1200")],
      ])

    @Test("a table on a sheet that is called as settings are is none of them")
    func tableOfPlans() throws {
      let result = try run([
        .init(
          name: "规划",
          rows: [
            [.text("单位:万元")], [.text("县市"), .text("第一批资金"), .text("第二批资金")],
            [.text("东县"), .number("100"), .number("50")],
            [.text("西县"), .number("200"), .number("60")],
            [.text("合计"), .number("300"), .number("110")],
          ])
      ])
      #expect(result.table("规划表.csv")[0] == ["县市", "第一批资金(万元)", "第二批资金(万元)"])
      #expect(result.column("县市", of: "规划表.csv") == ["东县", "西县"])
      #expect(result.report.sums.map(\.agrees) == [true, true])
    }

    @Test("a sheet of keys and values sets the plan as plan.yaml does")
    func settings() throws {
      let sheet = WorkbookFixture.Sheet(
        name: "settings",
        rows: [
          [.text("key"), .text("value")], [.text("name"), .text("云溪规划")],
          [.text("money_unit"), .text("万元")], [.text("fiscal_year_start"), .number("4")],
          [.text("as_of"), .text("2024-06-30")], [.text("period"), .text("2021-2025")],
          [.text("level"), .text("区县")], [.text("colour"), .text("red")],
          [.text("currency"), .text("gold")],
        ])
      let result = try run([sheet, Self.projects])
      let plan = try #require(result.files.first { $0.name == "plan.yaml" }?.text)
      #expect(
        plan == """
          title: "云溪规划"
          level: district
          horizon: "2021..2025"
          as_of: 2024-06-30
          currency: CNY
          money_unit: 万元
          language: zh
          fiscal_year: {start: 4}

          """)
      #expect(
        Set(doubts(result)) == [
          ImportMessages.settingUnknown, ImportMessages.settingUnread("currency", "gold"),
        ])
      let loaded = try load(
        Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
      #expect(try loaded.table("projects").count == 1)
    }

    @Test("the unit of a sheet called 说明 is that of headings without one, and no other")
    func moneyUnit() throws {
      let notes = WorkbookFixture.Sheet(
        name: "说明", rows: [[.text("金额单位"), .text("亿元")], [.text("本表由环委办填报")]])
      let sheet = WorkbookFixture.Sheet(
        name: "项目",
        rows: [
          [.text("项目名称"), .text("总投资"), .text("已完成投资(万元)"), .text("责任单位")],
          [.text("甲渠"), .number("1.5"), .number("300"), .text("水务局")],
          [.text("合计"), .number("1.5"), .number("300")],
        ])
      let result = try run([notes, sheet])
      #expect(result.column("investment", of: "projects.csv") == ["1.5"])
      #expect(result.column("invested", of: "progress.csv") == ["0.03"])
      #expect(result.report.sums.map(\.agrees) == [true, true])
      #expect(result.files[0].text.contains("money_unit: 亿元"))
    }

    @Test("a number that is shown as 万元 is the yuan that are stored")
    func shownInUnit() throws {
      let sheet = WorkbookFixture.Sheet(
        name: "项目",
        rows: [
          [.text("项目名称"), .text("总投资"), .text("2024年计划投资(万元)"), .text("责任单位")],
          [.text("甲渠"), .number("12345678", style: 1), .number("5000000", style: 2), .text("a局")],
          [.text("乙渠"), .number("655000000", style: 3), .number("20000", style: 2), .text("a局")],
          [.text("丙渠"), .number("9000", style: 3), .number("30000", style: 4), .text("a局")],
          [.text("丁渠"), .number("123", style: 5), .blank, .text("a局")],
        ])
      let result = try run(
        [sheet],
        formats: [
          "0!.0,\"万元\"", "0!.0000", "[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"",
          "#,##0,", "0.0,\"万元\"",
        ])
      #expect(result.column("investment", of: "projects.csv") == ["1234.5678", "65500", "0.9", ""])
      #expect(result.column("amount", of: "budgets.csv") == ["500", "2"])
      #expect(
        doubts(result) == [
          ImportMessages.numberScaled("30000"), ImportMessages.numberScaledAgainstUnit("123", "万元"),
        ])
      #expect(
        notes(result).contains(ImportMessages.numbersShownInUnit(2, "12345678", "1234.5678万元")))
    }

    @Test("sources below a heading with a unit have it, and a column of no known source is kept")
    func groupUnit() throws {
      let sheet = WorkbookFixture.Sheet(
        name: "资金",
        rows: [
          [.text("项目名称"), .text("资金（万元）"), .blank, .blank, .text("责任单位")],
          [.blank, .text("中央"), .text("地方"), .text("自筹")],
          [.text("甲渠"), .number("40"), .number("30"), .number("30.5"), .text("水务局")],
          [.text("合计"), .number("40"), .number("30"), .number("30.5")],
        ], merges: ["A1:A2", "B1:D1", "E1:E2"])
      let result = try run([sheet])
      #expect(
        result.table("funding.csv").dropFirst() == [
          ["甲渠", "central", "40", ""], ["甲渠", "", "30", "地方"],
          ["甲渠", "enterprise", "30.5", ""],
        ])
      #expect(result.report.sums.map(\.agrees) == [true, true, true])
    }

    @Test("columns of years without a unit have that of the whole where they are parts of it")
    func neighbours() throws {
      func amounts(_ first: String, _ second: String) throws -> [String] {
        try DocumentImport.run(
          text: "项目名称,总投资（万元）,2024年计划投资,2025年计划投资\n甲渠,100,\(first),\(second)\n乙渠,5000,20,\n",
          fileName: "a.csv"
        ).column("amount", of: "budgets.csv")
      }
      #expect(try amounts("40", "60") == ["40", "60", "20"])
      #expect(try amounts("40", "50") == ["40", "50", "20"])
      #expect(try amounts("0.004", "0.006") == [])
      #expect(try amounts("400000", "600000") == [])
    }
  }
#endif
