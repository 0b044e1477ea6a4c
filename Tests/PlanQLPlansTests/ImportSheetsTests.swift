#if Office
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("importing several sheets of one plan")
  struct ImportSheetsTests {
    private typealias Sheet = WorkbookFixture.Sheet

    private func run(_ sheets: [Sheet]) throws -> ImportResult {
      try DocumentImport.run(bytes: try WorkbookFixture(sheets: sheets).bytes(), fileName: "a.xlsx")
    }

    private func sheet(_ name: String, _ rows: [[String]]) -> Sheet {
      Sheet(
        name: name,
        rows: rows.map { row in row.map { Int($0) == nil ? .text($0) : .number($0) } })
    }

    private var projects: Sheet {
      sheet(
        "重点项目",
        [
          ["序号", "项目名称", "投资额（万元）", "责任单位"], ["1", "甲厂", "500", "县住建局"],
          ["2", "乙厂", "300", "县水利局"],
        ])
    }

    @Test("the columns of further sheets join the projects, which need no sections of sheets")
    func furtherSheets() throws {
      let result = try run([
        projects,
        sheet(
          "进展",
          [
            ["序号", "项目名称", "形象进度", "累计完成投资（万元）", "存在问题"],
            ["1", "甲厂", "30%", "150", "征地"], ["2", "乙厂", "50%", "160", ""],
          ]),
        sheet("2023年计划", [["项目名称", "2023年计划投资（万元）"], ["甲厂", "120"], ["乙厂", "80"]]),
        sheet("联系表", [["序号", "项目名称", "联系人"], ["1", "甲厂", "张三"], ["2", "乙厂", "李四"]]),
      ])
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
      #expect(result.column("invested", of: "progress.csv") == ["150", "160"])
      #expect(result.column("problem", of: "progress.csv") == ["征地", ""])
      #expect(result.column("amount", of: "budgets.csv") == ["120", "80"])
      #expect(result.column("联系人", of: "projects.csv") == ["张三", "李四"])
      #expect(result.table("sections.csv").isEmpty)
      let doubts = result.report.documents[0].doubts.map(\.text)
      #expect(!doubts.contains(ImportMessages.rowsRepeated(2)))
    }

    @Test(
      "sheets of different places or years list different projects, though their rows are alike")
    func parallelSheets() throws {
      let heads = ["序号", "项目名称", "总投资（万元）"]
      let rows = [["1", "农村污水治理", "200"], ["2", "农贸市场改造", "150"]]
      let towns = try run([
        sheet("城关镇", [heads] + rows), sheet("河口乡", [heads] + rows), sheet("石桥镇", [heads] + rows),
      ])
      #expect(towns.column("investment", of: "projects.csv").count == 6)
      #expect(Set(towns.column("section", of: "projects.csv")) == ["城关镇", "河口乡", "石桥镇"])
      let years = try run([sheet("2021年", [heads] + rows), sheet("2022年", [heads] + rows)])
      #expect(years.column("section", of: "projects.csv") == ["2021年", "2021年", "2022年", "2022年"])
      let whole = try run([sheet("汇总", [heads] + rows), sheet("城关镇", [heads] + rows)])
      #expect(whole.column("name", of: "projects.csv") == ["农村污水治理", "农贸市场改造"])
    }

    @Test("a further sheet joins rows of the same name and number though words in it differ")
    func otherWords() throws {
      let result = try run([
        sheet(
          "重点项目",
          [
            ["序号", "项目名称", "投资额（万元）", "责任单位", "备注"], ["1", "甲厂", "500", "县住建局", "国债"],
            ["2", "乙厂", "300", "县水利局", ""],
          ]),
        sheet(
          "进展",
          [
            ["序号", "项目名称", "责任单位", "形象进度", "备注"], ["1", "甲厂", "住建局", "30%", "已开工"],
            ["2", "乙厂", "水利局", "50%", "停工"],
          ]),
      ])
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
      #expect(result.column("units", of: "projects.csv") == ["县住建局", "县水利局"])
      #expect(result.column("project", of: "progress.csv") == ["甲厂", "乙厂"])
    }

    @Test("a card whose period is one year is read as a card")
    func card() throws {
      let result = try run([
        sheet(
          "乙厂",
          [
            ["项目名称", "乙厂"], ["总投资（万元）", "300.5", "建设期限", "2022"],
            ["责任单位", "县水利局", "建设性质", "新建"], ["建设内容", "管网改造"],
          ])
      ])
      #expect(
        result.rows(of: "projects.csv", ["name", "investment", "period", "units", "content"]) == [
          ["乙厂", "300.5", "2022", "县水利局", "管网改造"]
        ])
    }

    @Test("a project merged over rows with a unit each is one, with all of them")
    func mergedProject() throws {
      var sheet = sheet(
        "项目",
        [
          ["序号", "项目名称", "总投资（万元）", "责任单位", "职责"], ["1", "湖区治理", "5000", "县水利局", "河道"],
          ["", "", "", "县住建局", "管网"], ["2", "矿山修复", "800", "县自然资源局", "修复"],
        ])
      sheet.merges = ["A2:A3", "B2:B3", "C2:C3"]
      let result = try run([sheet])
      #expect(
        result.rows(of: "projects.csv", ["name", "investment", "units"]) == [
          ["湖区治理", "5000", "县水利局、县住建局"], ["矿山修复", "800", "县自然资源局"],
        ])
    }

    @Test("a sheet with a project more adds that one")
    func oneMore() throws {
      let result = try run([
        projects, sheet("进展", [["项目名称", "形象进度"], ["甲厂", "30%"], ["丙厂", "50%"]]),
      ])
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂", "丙厂"])
      #expect(Set(result.column("project", of: "progress.csv")) == ["甲厂", "丙厂"])
    }

    @Test("a sheet of units says more of the units and has no projects")
    func units() throws {
      let result = try run([
        projects,
        sheet(
          "单位",
          [["名称", "类型", "简称"], ["县住建局", "部门", "住建"], ["县城投公司", "企业", "城投"]]),
      ])
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
      #expect(
        result.table("units.csv") == [
          ["name", "kind", "short"], ["县住建局", "department", "住建"],
          ["县水利局", "department", ""], ["县城投公司", "company", "城投"],
        ])
      let others = try run([sheet("单位", [["名称", "投资额（万元）"], ["甲厂", "500"], ["乙厂", "300"]])])
      #expect(others.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
    }

    @Test("a sheet with a plan's table leaves others as documents have them")
    func planSheet() throws {
      let funding = sheet(
        "funding",
        [["project", "source", "year", "planned"], ["甲厂", "central", "2021", "100"]])
      let result = try run([projects, funding])
      #expect(result.column("investment", of: "projects.csv") == ["500", "300"])
      #expect(result.column("planned", of: "funding.csv") == ["100"])
      #expect(
        result.report.documents[0].doubts.map(\.text) == [
          ImportMessages.amountsInPlanUnit("planned", "万元")
        ])
      // A plan's own further tables stay as they are.
      let own = try run([
        sheet("projects", [["name", "investment"], ["甲厂", "500"]]),
        sheet("监测站", [["名称", "类型", "高程"], ["东桥", "国控", "12"]]),
      ])
      #expect(own.column("名称", of: "监测站.csv") == ["东桥"])
      #expect(own.column("name", of: "projects.csv") == ["甲厂"])
      // Two sheets never write one file.
      let both = try run([
        sheet("重点项目", [["项目名称", "投资额（万元）", "中央资金（万元）"], ["甲厂", "500", "100"]]), funding,
      ])
      #expect(Set(both.files.map(\.name)).count == both.files.count)
      #expect(both.column("project", of: "funding_2.csv") == ["甲厂"])
    }

    @Test(
      "beside a sheet of a plan one with more columns of its own than fields is of the plan too")
    func furtherColumns() throws {
      let result = try run([
        sheet(
          "projects",
          [
            ["no", "name", "investment", "a", "b", "c", "d"],
            ["1", "甲厂", "500", "1", "2", "3", "4"],
          ]),
        sheet("progress", [["project", "as_of", "done"], ["甲厂", "2022-12-31", "0.5"]]),
      ])
      #expect(
        result.rows(of: "projects.csv", ["name", "investment", "d"]) == [["甲厂", "500", "4"]])
      #expect(result.column("project", of: "progress.csv") == ["甲厂"])
    }

    @Test("sections that rows name join the plan's own sheet of them")
    func sheetOfSections() throws {
      let result = try run([
        sheet("sections", [["no", "title"], ["1", "水环境"]]),
        sheet("重点项目", [["序号", "项目名称", "章节"], ["1", "甲厂", "水环境"], ["2", "乙厂", "大气"]]),
      ])
      #expect(result.column("section", of: "projects.csv") == ["水环境", "大气"])
      #expect(result.column("title", of: "sections.csv") == ["水环境", "大气"])
      #expect(Set(result.files.map(\.name)).count == result.files.count)
    }

    @Test("two tables of a text are of the same projects")
    func tablesOfText() throws {
      let bytes = try WordFixture.bytes(
        WordFixture.table([["序号", "项目名称", "投资额（万元）"], ["1", "甲厂", "500"], ["2", "乙厂", "300"]])
          + WordFixture.table([["项目名称", "形象进度"], ["甲厂", "30%"], ["乙厂", "50%"]]))
      let result = try DocumentImport.run(bytes: bytes, fileName: "a.docx")
      #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
      #expect(result.column("done", of: "progress.csv") == ["0.3", "0.5"])
    }
  }
#endif
