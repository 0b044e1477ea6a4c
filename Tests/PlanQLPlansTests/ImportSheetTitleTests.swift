#if Office
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("importing sheets with titles, units and headings in groups")
  struct ImportSheetTitleTests {
    private typealias Sheet = WorkbookFixture.Sheet

    private func sheet(
      _ name: String, _ rows: [[String]], merges: [String] = []
    ) -> Sheet {
      Sheet(
        name: name,
        rows: rows.map { row in row.map { Int($0) == nil ? .text($0) : .number($0) } },
        merges: merges)
    }

    private func run(_ sheets: Sheet...) throws -> ImportResult {
      try DocumentImport.run(bytes: try WorkbookFixture(sheets: sheets).bytes(), fileName: "a.xlsx")
    }

    private let headings = ["序号", "项目名称", "总投资"]

    @Test("a second table of the same headings has the unit that stands above it")
    func unitsOfTables() throws {
      let result = try run(
        sheet(
          "表",
          [
            ["单位：万元"], headings, ["1", "甲渠", "100"], ["2", "乙渠", "200"], [""], ["单位：亿元"], headings,
          ]
            + [["1", "丙渠", "3"], ["2", "丁渠", "4"]]))
      #expect(result.column("investment", of: "projects.csv") == ["100", "200", "30000", "40000"])
      #expect(result.table("sections.csv").isEmpty)
      #expect(result.report.sums.map(\.table) == ["表 #1", "表 #2"])
    }

    @Test("tables below titles of several years are each of their own, of the projects of all")
    func yearsOfTables() throws {
      let heads = ["序号", "项目名称", "年度投资"]
      let result = try run(
        sheet(
          "表",
          [["表1 某县2023年重点项目计划表"], ["单位：万元"], heads, ["1", "甲渠", "100"], ["2", "乙渠", "200"], [""]]
            + [["表2 某县2024年重点项目计划表"], heads, ["1", "甲渠", "3000"], ["2", "丙渠", "500"]]))
      #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠", "丙渠"])
      #expect(
        result.rows(of: "budgets.csv", ["project", "year", "amount"]) == [
          ["甲渠", "2023", "100"], ["乙渠", "2023", "200"], ["丙渠", "2024", "500"],
          ["甲渠", "2024", "3000"],
        ])
      let notes = result.report.documents[0].normalised.map(\.text)
      #expect(notes.contains(ImportMessages.unitOfTableAbove("万元")))
      #expect(notes.contains(ImportMessages.yearRead("年度投资", 2024)))
    }

    @Test("sheets that years name, with a title of the first alone")
    func yearsOfSheets() throws {
      let heads = ["序号", "项目名称", "年度投资（万元）"]
      let result = try run(
        sheet("2021", [["某县2021年重点项目表"], heads, ["1", "甲渠", "10"], ["2", "乙渠", "20"]]),
        sheet("2022", [heads, ["1", "甲渠", "30"], ["2", "乙渠", "40"]]),
        sheet("2023年", [heads, ["1", "乙渠", "50"], ["2", "甲渠", "60"]]))
      #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
      #expect(
        result.column("year", of: "budgets.csv") == [
          "2021", "2021", "2022", "2022", "2023", "2023",
        ])
      #expect(result.column("amount", of: "budgets.csv") == ["10", "20", "30", "40", "50", "60"])
      #expect(result.table("sections.csv").isEmpty)
      #expect(result.planText.contains("2021..2023"))
    }

    @Test(
      "totals of columns without a unit are kept as numbers; a table beside another has its unit")
    func totalsWithoutUnits() throws {
      let open = try run(
        sheet("表", [headings + ["年度计划"], ["1", "甲渠", "100", "1"], ["合计", "", "100", "1"]]))
      #expect(
        open.rows(of: "stated_totals.csv", ["name", "value", "number"]) == [
          ["合计 总投资", "", "100"], ["合计 年度计划", "", "1"],
        ])
      let beside = try run(
        sheet(
          "表",
          [["单位：万元"], headings + [""] + headings, ["1", "甲渠", "100", "", "3", "丙渠", "10"]]
            + [["2", "乙渠", "200", "", "4", "丁渠", "50"], ["合计", "", "300", "", "合计", "", "60"]]))
      #expect(beside.column("investment", of: "projects.csv") == ["100", "200", "10", "50"])
      #expect(beside.report.sums.map(\.agrees) == [true, true])
    }

    @Test("a table of its own has its totals apart wherever they stand, and is added up")
    func totalsOfOwnTables() throws {
      let result = try run(
        sheet(
          "补偿",
          [["单位：万元"], ["乡镇", "林地面积", "补偿金额"], ["合计", "300", "950"], ["城关镇", "100", "300"]]
            + [
              ["河口镇", "50", "150"], ["小计", "150", "450"], ["东乡", "150", "450"],
              ["小计", "150", "450"],
            ]))
      #expect(result.column("乡镇", of: "补偿.csv") == ["城关镇", "河口镇", "东乡"])
      #expect(
        result.report.sums.map(\.agrees) == [true, true, true, false, true, true])
      #expect(result.report.sums[3].stated?.description == "950")
    }

    @Test("quarters of a year's amounts keep the unit and their totals")
    func quarters() throws {
      let result = try run(
        sheet(
          "表",
          [["2024年计划"], ["单位：万元"], ["项目名称", "年度计划投资", "", ""], ["", "合计", "其中", ""]]
            + [["", "", "一季度", "二季度"], ["合计", "300", "60", "240"], ["甲渠", "100", "10", "90"]]
            + [["乙渠", "200", "50", "150"]],
          merges: ["A3:A5", "B3:D3", "B4:B5", "C4:D4"]))
      #expect(result.column("amount", of: "budgets.csv") == ["100", "200"])
      #expect(result.column("年度计划投资 其中 二季度(万元)", of: "projects.csv") == ["90", "150"])
      #expect(result.column("number", of: "stated_totals.csv") == ["", "60", "240"])
      #expect(result.column("measured_in", of: "stated_totals.csv") == ["", "万元", "万元"])
    }

    @Test("money by source and year, whichever of them stands above")
    func sourcesByYear() throws {
      let rows = [["甲渠", "10", "1", "2", "3", "4"], ["乙渠", "100", "10", "20", "30", "40"]]
      let merges = ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]
      let sources = try run(
        sheet(
          "表",
          [["单位：万元"], ["项目名称", "总投资", "中央资金", "", "地方资金", ""]]
            + [["", "", "2021年", "2022年", "2021年", "2022年"]] + rows, merges: merges))
      let years = try run(
        sheet(
          "表",
          [["单位：万元"], ["项目名称", "总投资", "2021年", "", "2022年", ""]]
            + [["", "", "中央", "地方", "中央", "地方"]] + rows, merges: merges))
      let columns = ["project", "source", "planned", "year"]
      #expect(
        sources.rows(of: "funding.csv", columns).prefix(4) == [
          ["甲渠", "central", "1", "2021"], ["甲渠", "central", "2", "2022"],
          ["甲渠", "", "3", "2021"], ["甲渠", "", "4", "2022"],
        ])
      #expect(
        years.rows(of: "funding.csv", columns).prefix(4) == [
          ["甲渠", "central", "1", "2021"], ["甲渠", "", "2", "2021"],
          ["甲渠", "central", "3", "2022"], ["甲渠", "", "4", "2022"],
        ])
      #expect(sources.table("budgets.csv").isEmpty && years.table("budgets.csv").isEmpty)
    }

    @Test("a total below each of several headings is none of the project")
    func totalsOfGroups() throws {
      let result = try run(
        sheet(
          "表",
          [["单位：万元"], ["项目名称", "前期阶段", "", "实施阶段", ""], ["", "2021年", "合计", "2023年", "合计"]]
            + [["甲渠", "1", "3", "4", "9"], ["乙渠", "10", "30", "40", "90"]],
          merges: ["A2:A3", "B2:C2", "D2:E2"]))
      #expect(result.column("investment", of: "projects.csv").isEmpty)
      #expect(result.column("前期阶段 合计", of: "projects.csv") == ["3", "30"])
      #expect(result.column("实施阶段 合计", of: "projects.csv") == ["9", "90"])
      #expect(result.column("year", of: "budgets.csv") == ["2021", "2023", "2021", "2023"])
    }

    @Test("money in place by its sources below three headings")
    func stageOverSources() throws {
      let result = try run(
        sheet(
          "表",
          [["项目名称", "总投资（万元）", "资金到位情况（万元）", "", ""], ["", "", "上级资金", "", "地方配套"]]
            + [["", "", "中央", "省级", ""], ["甲渠", "1000", "300", "200", "100"]],
          merges: ["A1:A3", "B1:B3", "C1:E1", "C2:D2", "E2:E3"]))
      #expect(result.column("in_place", of: "funding.csv") == ["300", "200", "100"])
      #expect(Set(result.column("planned", of: "funding.csv")).isSubset(of: [""]))
    }

    @Test("sections that numbers name are found by their places")
    func numericSections() throws {
      let result = try run(
        sheet("2", [["项目名称", "总投资（万元）"], ["甲渠", "1"]]),
        sheet("1", [["项目名称", "总投资（万元）"], ["乙渠", "2"]]))
      #expect(result.column("section", of: "projects.csv") == ["1", "2"])
      #expect(result.column("title", of: "sections.csv") == ["2", "1"])
    }

    @Test("sources below a year below their heading")
    func sourcesBelowYears() throws {
      let result = try run(
        sheet(
          "表",
          [["项目名称", "总投资（万元）", "资金来源（万元）", ""], ["", "", "2021年", "2022年"]]
            + [["", "", "中央", "中央"], ["甲渠", "100", "10", "30"]],
          merges: ["A1:A3", "B1:B3", "C1:D1"]))
      #expect(
        result.rows(of: "funding.csv", ["planned", "year"]) == [["10", "2021"], ["30", "2022"]])
    }

    @Test("text of pages that is struck through, and rows that they hide, are left out and said")
    func pages() throws {
      let rows = [
        "<td><p>甲<s>乙</s></p><p>厂<s>站</s></p></td><td><del>800</del> 900</td>",
        "<td><s>乙厂</s></td><td>7</td>",
      ]
      let page =
        "<html><table><tr><td>项目名称</td><td>总投资（万元）</td></tr>"
        + rows.map { "<tr>\($0)</tr>" }.joined()
        + "<tr style='display: none'><td>丙厂</td><td>1</td></tr></table></html>"
      let result = try DocumentImport.run(text: page, fileName: "a.html")
      #expect(
        result.rows(of: "projects.csv", ["name", "investment"]) == [["甲厂", "900"], ["乙厂", "7"]])
      #expect(
        result.report.documents[0].doubts.map(\.text) == [
          ImportMessages.struckTextLeftOut("乙"), ImportMessages.struckTextLeftOut("站"),
          ImportMessages.struckTextLeftOut("800"), ImportMessages.struckTextRead("乙厂"),
          ImportMessages.hiddenRowsLeftOut(1),
        ])
    }

    @Test("cards with labels that are not known among those that are")
    func cards() throws {
      func card(_ name: String, _ amount: String, _ unit: String, _ text: String) -> [[String]] {
        [["项目名称", name, "项目编号", "X" + name], ["总投资（万元）", amount, "建设期限", "2022"]]
          + [["责任单位", unit, "联系人", "张三"], ["建设内容", text]]
      }
      let result = try run(
        sheet("卡片", card("甲河", "12", "水利局", "清淤") + [[""]] + card("乙湖", "8", "住建局", "种树")))
      #expect(
        result.rows(of: "projects.csv", ["name", "investment", "units", "content", "联系人"]) == [
          ["甲河", "12", "水利局", "清淤", "张三"], ["乙湖", "8", "住建局", "种树", "张三"],
        ])
    }

    @Test("tables beside each other with the same headings and nothing between")
    func besideEachOther() throws {
      let heads = ["项目名称", "投资（万元）"]
      let result = try run(
        sheet("表", [heads + heads, ["甲河", "1", "丙渠", "3"], ["乙湖", "2", "丁路", "4"]]))
      #expect(
        result.rows(of: "projects.csv", ["name", "investment"]) == [
          ["甲河", "1"], ["乙湖", "2"], ["丙渠", "3"], ["丁路", "4"],
        ])
    }

    @Test("scores of parts of a year are of those, by the title or by headings above them")
    func scoresOfParts() throws {
      let rows = [["甲镇", "92", "1", "90", "2"], ["乙镇", "88", "2", "95", "1"]]
      let groups = try run(
        sheet(
          "考核",
          [["2023年考核得分"], ["单位", "一季度", "", "二季度", ""], ["", "得分", "排名", "得分", "排名"]] + rows,
          merges: ["A2:A3", "B2:C2", "D2:E2"]))
      #expect(
        groups.rows(of: "assessments.csv", ["unit", "year", "score", "排名"]) == [
          ["甲镇", "2023-Q1", "92", "1"], ["甲镇", "2023-Q2", "90", "2"],
          ["乙镇", "2023-Q1", "88", "2"], ["乙镇", "2023-Q2", "95", "1"],
        ])
      for (title, time) in [("2023年第三季度考核得分", "2023-Q3"), ("2023年上半年考核得分", "2023-H1")] {
        let result = try run(sheet("考核", [[title], ["单位", "得分"], ["甲镇", "92"]]))
        #expect(result.column("year", of: "assessments.csv") == [time])
      }
    }

    @Test("a project's name and cost tell a table, whatever else stands beside them")
    func unknownHeadings() throws {
      let result = try run(
        sheet(
          "表",
          [
            ["项目名称", "总投资（万元）", "前期手续", "用地情况", "审批文号", "融资方案"], ["甲渠", "1", "齐", "批", "一号", "贷款"],
          ]))
      #expect(result.column("investment", of: "projects.csv") == ["1"])
      #expect(result.column("审批文号", of: "projects.csv") == ["一号"])
    }

    @Test("plans of several years with progress beside them, each in its own")
    func progressOfYears() throws {
      let heads = ["项目名称", "年度计划投资（万元）", "累计完成投资（万元）"]
      let result = try run(
        sheet("2021年", [heads, ["甲渠", "100", "80"]]),
        sheet("2022年", [heads, ["甲渠", "300", "380"]]))
      #expect(
        result.rows(of: "budgets.csv", ["project", "year", "amount"]) == [
          ["甲渠", "2021", "100"], ["甲渠", "2022", "300"],
        ])
      #expect(result.column("invested", of: "progress.csv") == ["80", "380"])
    }

    @Test("deadlines that come again say how often")
    func turns() throws {
      let result = try run(
        sheet(
          "任务",
          [["任务", "责任单位", "完成时限"], ["编年报", "生态环境局", "每年12月底前"], ["巡查", "水利局", "每季度末"]]
            + [["验收", "住建局", "2024年底"]]))
      #expect(
        result.rows(of: "duties.csv", ["recurrence", "due", "原文完成时限"]) == [
          ["yearly", "", "每年12月底前"], ["quarterly", "", "每季度末"], ["", "..2024", ""],
        ])
    }

    @Test("a line amid a table that says another unit is that of the rows below it")
    func unitAmidRows() throws {
      let heads = ["项目名称", "总投资（万元）", "责任单位"]
      let result = try run(
        sheet(
          "表",
          [heads, ["甲河", "100", "水利局"], ["以下项目投资单位为亿元"], ["乙湖", "2", "住建局"], ["单位：万元"]]
            + [["丙渠", "7", "水利局"], ["单位：亿元"], ["丁路", "3", "住建局"]]))
      #expect(result.column("investment", of: "projects.csv") == ["100", "20000", "7", "30000"])
      #expect(result.table("sections.csv").isEmpty)
      let same = try run(
        sheet("表", [heads, ["甲河", "100", "水利局"], ["单位：万元"], ["乙湖", "2", "住建局"], ["合计", "102"]]))
      #expect(same.column("investment", of: "projects.csv") == ["100", "2"])
      #expect(same.report.sums.map(\.agrees) == [true])
    }

    @Test("codes of sixteen digits keep each of them")
    func longCodes() throws {
      let result = try run(
        sheet("表", [["项目代码", "项目名称", "总投资（万元）"], ["2020320812000117", "甲渠", "1"]]))
      #expect(result.column("code", of: "projects.csv") == ["2020320812000117"])
    }

    @Test(
      "the day on which a table was filled in is that of its progress where nothing else is said")
    func dayOfFilling() throws {
      let result = try run(
        sheet(
          "表",
          [["填报单位：发改局", "填报日期：2024年6月30日", "单位：万元"], headings + ["累计完成投资"]]
            + [["1", "甲渠", "100", "50"]]))
      #expect(result.column("as_of", of: "progress.csv") == ["2024-06-30"])
      #expect(
        result.report.documents[0].normalised.map(\.text).contains(
          ImportMessages.dateOfFilling("2024-06-30")))
    }

    @Test("numbers of rows that are about one project several times are not its number")
    func numbersOfRows() throws {
      let result = try run(
        sheet(
          "表",
          [["序号", "项目名称", "资金来源", "下达年度", "下达金额（万元）"], ["1", "甲渠", "中央资金", "2022", "100"]]
            + [["2", "甲渠", "省级资金", "2023", "200"], ["3", "乙渠", "中央资金", "2022", "50"]]))
      #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
      #expect(result.column("no", of: "projects.csv").isEmpty)
      #expect(result.column("序号", of: "funding.csv") == ["1", "2", "3"])
      #expect(result.column("year", of: "funding.csv") == ["2022", "2023", "2022"])
      #expect(result.column("approved", of: "funding.csv") == ["100", "200", "50"])
    }
  }
#endif
