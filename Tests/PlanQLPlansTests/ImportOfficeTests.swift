#if Office
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("importing workbooks and Word documents")
  struct ImportOfficeTests {
    private typealias Sheet = WorkbookFixture.Sheet

    /// A list of projects with a title, a unit of money above, headings over two rows, sections, a
    /// total, and a line below.
    static let projects = WorkbookFixture.Sheet(
      name: "重点项目",
      rows: [
        [.text("云溪县2022年重点项目计划表")], [.blank, .blank, .blank, .inline("单位：万元")],
        [
          .text("序号"), .text("项目名称"), .text("建设期限"), .blank, .text("总投资"), .text("资金来源"), .blank,
          .text("责任单位"),
        ],
        [.blank, .blank, .text("开工"), .text("竣工"), .blank, .text("中央"), .text("自筹"), .blank],
        [.text("一"), .text("水环境"), .blank, .blank, .number("3000.5")],
        [
          .number("1"), .text("甲湖治理"), .number("44621", style: 1), .number("45291", style: 1),
          .number("2000.5"), .number("1500"), .number("500.5"), .text("水利局、\n财政局"),
        ],
        [
          .number("2"), .text("乙河治理"), .number("44682", style: 1), .number("44895", style: 1),
          .number("1000"), .text("-"), .number("1000"), .text("水利局\n财政局"),
        ],
        [.text("二"), .text("大气"), .blank, .blank, .number("1145.1")],
        [
          .number("3"), .text("锅炉改造"), .number("2022"), .number("2023"),
          .number("1145.1"), .number("0.30000000000000004"), .number("1144.8"), .text("工信\n局"),
        ],
        [.text("合计"), .blank, .blank, .blank, .formula("4145.6"), .formula(nil)],
        [.text("填表人：张三"), .blank, .text("联系电话：123")],
      ],
      merges: ["A1:H1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:G3", "H3:H4", "A10:D10"])

    private func run(
      _ sheets: [WorkbookFixture.Sheet], formats: [String] = ["yyyy\"年\"m\"月\""],
      uses1904: Bool = false
    ) throws -> ImportResult {
      let workbook = WorkbookFixture(sheets: sheets, uses1904: uses1904, formats: formats)
      return try DocumentImport.run(bytes: try workbook.bytes(), fileName: "plan.xlsx")
    }

    @Test("headings over two rows, sections, dates and sources of money")
    func workbook() throws {
      let result = try run([ImportOfficeTests.projects])
      #expect(
        result.table("projects.csv") == [
          [
            "no", "name", "section", "investment", "period", "units", "source_part", "source_line",
          ],
          ["1", "甲湖治理", "水环境", "2000.5", "2022-03..2023-12", "水利局、财政局", "重点项目", "6"],
          ["2", "乙河治理", "水环境", "1000", "2022-05..2022-11", "水利局、财政局", "重点项目", "7"],
          ["3", "锅炉改造", "大气", "1145.1", "2022..2023", "工信局", "重点项目", "9"],
        ])
      #expect(
        result.table("funding.csv").dropFirst() == [
          ["甲湖治理", "central", "1500"], ["甲湖治理", "enterprise", "500.5"],
          ["乙河治理", "enterprise", "1000"], ["锅炉改造", "central", "0.3"],
          ["锅炉改造", "enterprise", "1144.8"],
        ])
      #expect(result.files[0].text.contains("title: \"云溪县2022年重点项目计划表\"\n"))
      #expect(result.files[0].text.contains("money_unit: 万元\n"))
    }

    @Test("the sums of sections and of all are put beside what the sheet states")
    func sums() throws {
      let sums = try run([ImportOfficeTests.projects]).report.sums
      #expect(sums.map(\.section) == ["水环境", "大气", nil, nil, nil])
      #expect(
        sums.map { $0.sum?.description } == ["3000.5", "1145.1", "4145.6", "1500.3", "2645.3"])
      #expect(sums.map(\.agrees) == [true, true, true, nil, nil])
      #expect(sums.map(\.missing) == [0, 0, 0, 1, 0])
    }

    @Test("a formula without a saved value is said with its cell, one with a value is used")
    func formulas() throws {
      let document = try run([ImportOfficeTests.projects]).report.documents[0]
      let doubt = try #require(
        document.doubts.first { $0.text == ImportMessages.formulaWithoutValue })
      #expect(doubt.place?.text(.en) == "sheet '重点项目' cell F10")
      #expect(document.normalised.contains { $0.text == ImportMessages.formulaValuesUsed(1) })
    }

    @Test(
      "sheets that hold no table, and hidden ones, are said; tables of several sheets come together"
    )
    func sheets() throws {
      var second = ImportOfficeTests.projects
      second.name = "二期"
      var hidden = second
      hidden.name = "旧表"
      hidden.isHidden = true
      let note = WorkbookFixture.Sheet(name: "说明", rows: [[.text("本表由发改委填报")]])
      let names = try run([ImportOfficeTests.projects]).column("name", of: "projects.csv")
      second.rows = second.rows.map { row in
        row.map { cell in
          if case .text(let text) = cell, names.contains(text) { .text(text + "二期") } else { cell }
        }
      }
      let result = try run([ImportOfficeTests.projects, note, second, hidden])
      #expect(result.column("no", of: "projects.csv").count == 6)
      #expect(
        result.column("title", of: "sections.csv") == ["重点项目", "水环境", "大气", "二期", "水环境", "大气"])
      let doubts = result.report.documents[0].doubts.map(\.text)
      #expect(doubts.contains(ImportMessages.sheetHidden("旧表")))
      #expect(doubts.contains(ImportMessages.sheetWithoutTable("说明")))
      #expect(result.report.sums.map(\.table).contains("二期"))
    }

    @Test("rows that another sheet has too are taken once, and others of the same name are said")
    func repeatedSheets() throws {
      let heading: [WorkbookFixture.Cell] = [
        .text("项目名称"), .text("投资额(万元)"), .text("责任单位"),
      ]
      func row(_ name: String, _ amount: String, _ unit: String) -> [WorkbookFixture.Cell] {
        [.text(name), .number(amount), .text(unit)]
      }
      let all = WorkbookFixture.Sheet(
        name: "总表",
        rows: [
          heading, row("甲渠", "100", "水利局"), row("乙站", "200", "住建局"), row("丙林", "300", "林业局"),
        ])
      let part = WorkbookFixture.Sheet(
        name: "住建局", rows: [heading, row("乙站", "250", "住建局"), row("甲渠", "100", "水利局")])
      let result = try run([all, part])
      #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙站", "丙林", "乙站"])
      #expect(result.column("investment", of: "projects.csv") == ["100", "200", "300", "250"])
      let doubts = result.report.documents[0].doubts.map(\.text)
      #expect(doubts.contains(ImportMessages.rowsRepeated(1)))
      #expect(doubts.contains(ImportMessages.rowStandsElsewhere))
    }

    @Test("hidden columns are read like the others, and said where they hold something")
    func hiddenColumns() throws {
      var sheet = ImportOfficeTests.projects
      sheet.hiddenColumns = 2...3
      let result = try run([sheet])
      #expect(result.column("name", of: "projects.csv").count == 3)
      #expect(
        result.report.documents[0].normalised.map(\.text).contains(
          ImportMessages.hiddenColumnsRead(["B", "C"])))
      sheet.hiddenColumns = 60...70
      let other = try run([sheet])
      #expect(!other.report.documents[0].normalised.contains { $0.text.en.contains("hidden") })
    }

    @Test("hidden rows are read like the others")
    func hiddenRows() throws {
      var sheet = ImportOfficeTests.projects
      sheet.hiddenRows = [7]
      let result = try run([sheet])
      #expect(result.column("name", of: "projects.csv").count == 3)
      #expect(
        result.report.documents[0].normalised.contains {
          $0.text == ImportMessages.hiddenRowsRead([7])
        })
    }

    /// A table of one row under headings, with a cell of each kind.
    private func cells(
      _ cells: [WorkbookFixture.Cell], formats: [String] = [], uses1904: Bool = false
    ) throws -> (values: [String], doubts: [LocalizedText]) {
      let headings = cells.indices.map {
        WorkbookFixture.Cell.text("列\(ImportPlace.letters($0 + 1))")
      }
      let sheet = Sheet(name: "数据", rows: [headings, cells, cells])
      let result = try run([sheet], formats: formats, uses1904: uses1904)
      let table = result.table("数据.csv")
      return (table[1], result.report.documents[0].doubts.map(\.text))
    }

    @Test("cells of every kind")
    func kinds() throws {
      let (values, doubts) = try cells([
        .inline("文字"), .number("1.5E-2"), .number("1234567"), .number("0.28999999999999998"),
        .bool(true), .error("#REF!"), .formula("7"), .formula("好", isText: true), .formula(nil),
        .text("a_x000D_b"),
      ])
      #expect(
        values == [
          "文字", "0.015", "1234567", "0.29", "true", "", "7", "好", "", "a\rb",
        ])
      #expect(doubts.contains(ImportMessages.errorInCell("#REF!")))
      #expect(doubts.contains(ImportMessages.formulaWithoutValue))
    }

    @Test("numbers are shown as their formats say, and one that a format scales is not guessed")
    func formats() throws {
      let formats = [
        "0.00%", "yyyy/m/d", "yyyy-mm", "yyyy", "#,##0.00\"万元\"", "#,##0,", "h:mm",
        "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "#,##0.00_);[Red]\\(#,##0.00\\)", "[$$-409]#,##0.00",
        "yyyy-mm-dd hh:mm", "0000",
      ]
      let (values, doubts) = try cells(
        [
          .number("0.855", style: 1), .number("44621", style: 2), .number("44621", style: 3),
          .number("44621", style: 4), .number("800", style: 5), .number("1145100", style: 6),
          .number("0.5", style: 7), .number("44621", style: 8), .number("1234.5", style: 9),
          .number("5", style: 10), .number("44621.75", style: 11), .number("7", style: 12),
          .number("12345", style: 12),
        ], formats: formats)
      #expect(
        values == [
          "85.5%", "2022-03-01", "2022-03", "2022", "800万元", "", "12:00:00", "2022-03-01", "1234.5",
          "$5", "2022-03-01 18:00:00", "0007", "12345",
        ])
      #expect(doubts.contains(ImportMessages.numberScaled("1145100")))
    }

    @Test("days count from 1900 or from 1904, and the day that never was is none")
    func dates() throws {
      let day = ["yyyy-mm-dd"]
      let old = try cells(
        [
          .number("1", style: 1), .number("59", style: 1), .number("60", style: 1),
          .number("61", style: 1),
        ],
        formats: day)
      #expect(old.values == ["1900-01-01", "1900-02-28", "", "1900-03-01"])
      #expect(old.doubts.contains(ImportMessages.dateBroken("60")))
      let new = try cells(
        [.number("0", style: 1), .number("43159", style: 1)], formats: day, uses1904: true)
      #expect(new.values == ["1904-01-01", "2022-03-01"])
    }

    @Test("what is merged over rows holds for each of them, but an amount counts once")
    func mergedBody() throws {
      let sheet = Sheet(
        name: "表",
        rows: [
          [.text("类别"), .text("项目名称"), .text("投资额（亿元）"), .text("责任单位")],
          [.text("水"), .text("甲"), .number("3"), .text("住建局")],
          [.blank, .text("乙")], [.text("气"), .text("丙"), .number("1"), .text("工信局")],
        ], merges: ["A2:A3", "C2:C3", "D2:D3"])
      let result = try run([sheet])
      #expect(result.column("category", of: "projects.csv") == ["水", "水", "气"])
      #expect(result.column("units", of: "projects.csv") == ["住建局", "住建局", "工信局"])
      #expect(result.column("investment", of: "projects.csv") == ["3", "", "1"])
      #expect(result.report.sums.last?.sum?.description == "4")
      #expect(
        result.report.documents[0].doubts.contains {
          $0.text == ImportMessages.amountIsMerged("投资额（亿元）", "3") && $0.line == 3
        })
    }

    @Test("a project over several rows is one project")
    func mergedNames() throws {
      let sheet = Sheet(
        name: "表",
        rows: [
          [.text("序号"), .text("项目名称"), .text("建设内容"), .text("投资额(万元)"), .text("责任单位")],
          [.number("1"), .text("甲"), .text("清淤"), .number("30"), .text("住建局")],
          [.blank, .blank, .text("护岸"), .blank, .text("水利局")],
          [.number("2"), .text("乙"), .text("绿化"), .number("10"), .text("园林局")],
        ], merges: ["A2:A3", "B2:B3", "D2:D3"])
      let result = try run([sheet])
      #expect(result.column("name", of: "projects.csv") == ["甲", "乙"])
      #expect(result.column("content", of: "projects.csv") == ["清淤护岸", "绿化"])
      #expect(result.column("units", of: "projects.csv") == ["住建局、水利局", "园林局"])
      #expect(result.report.sums.last?.sum?.description == "40")
    }

    @Test("a Word document with merged cells, paragraphs around and tracked changes")
    func word() throws {
      let body =
        WordFixture.paragraph("平川区生态环境保护“十四五”规划") + WordFixture.paragraph("附表：重点工程表")
        + WordFixture.paragraph("单位：亿元")
        + WordFixture.table([
          ["类别", "序号", "项目名称", "投资", "<", "建设年限", "责任单位"],
          ["^", "^", "^", "2021年", "2022年", "^", "^"],
          ["水", "1", "甲厂", "0.5", "0.25", "2021-2022", "住建局"],
          ["^", "2", "乙厂", "1", "2", "2021—2022年", "住建局\n乙镇"],
          ["气", "3", "丙", "3", "", "2021年底前", "工信局"], ["合计", "<", "<", "4.5", "2.25", "", ""],
        ])
        + "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>注：投资为估算。</w:t></w:r></w:p>"
      let result = try DocumentImport.run(bytes: try WordFixture.bytes(body), fileName: "a.docx")
      #expect(result.column("category", of: "projects.csv") == ["水", "水", "气"])
      #expect(
        result.column("period", of: "projects.csv") == ["2021..2022", "2021..2022", "..2021"])
      #expect(result.column("units", of: "projects.csv") == ["住建局", "住建局、乙镇", "工信局"])
      #expect(result.column("amount", of: "budgets.csv") == ["0.5", "0.25", "1", "2", "3"])
      #expect(result.report.sums.map(\.agrees) == [true, true])
      #expect(result.files[0].text.contains("horizon: \"2021..2025\""))
    }

    @Test("damaged and monstrous files are refused for what they are")
    func damaged() throws {
      func refusal(_ bytes: [UInt8], _ name: String = "a.xlsx") -> ImportRefusal? {
        #expect(throws: ImportRefusal.self) {
          try DocumentImport.run(bytes: bytes, fileName: name)
        }
      }
      let whole = try WorkbookFixture(sheets: [ImportOfficeTests.projects]).bytes()
      #expect(
        refusal(Array(whole.prefix(whole.count / 2)))?.reason == ImportRefusal.brokenArchive.reason)
      let other = try zipArchive([("a.txt", "x")])
      #expect(refusal(other)?.reason.en.contains("zip archive") == true)
      let bomb = try zipArchive([
        ("xl/workbook.xml", String(repeating: " ", count: 1 << 20))
      ])
      #expect(throws: ImportRefusal.archiveTooLarge) {
        _ = try ZipArchive(bomb, limit: 1 << 16).bytes(of: "xl/workbook.xml")
      }
      // Within the limit, and packed a thousand times.
      let filler = try zipArchive([("xl/workbook.xml", String(repeating: " ", count: 1 << 26))])
      #expect(throws: ImportRefusal.archiveTooLarge) {
        _ = try ZipArchive(filler).bytes(of: "xl/workbook.xml")
      }
      let deep = try WordFixture.bytes(
        String(repeating: "<w:x>", count: 10_000) + String(repeating: "</w:x>", count: 10_000))
      #expect(refusal(deep)?.reason == ImportRefusal.brokenXML("word/document.xml").reason)
      let entities = try zipArchive([
        (
          "word/document.xml",
          "<!DOCTYPE a [<!ENTITY b \"\(String(repeating: "x", count: 1000))\">"
            + (0..<9).map {
              "<!ENTITY b\($0) \"\(String(repeating: $0 == 0 ? "&b;" : "&b\($0 - 1);", count: 10))\">"
            }.joined()
            + "]><a><p><t>&b8;</t></p></a>"
        )
      ])
      #expect(refusal(entities)?.reason != nil)
    }

    @Test("no cut through a file, and no change of a byte, is a crash")
    func changes() throws {
      var random = SystemRandomNumberGenerator()
      let workbook = try WorkbookFixture(sheets: [ImportOfficeTests.projects]).bytes()
      let word = try WordFixture.bytes(
        WordFixture.table([["序号", "项目名称", "投资"], ["1", "甲", "3"]]))
      for whole in [workbook, word] {
        for round in 0..<300 {
          var bytes = whole
          if round.isMultiple(of: 3) {
            bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
          } else {
            for _ in 0..<3 where !bytes.isEmpty {
              bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            }
          }
          _ = try? DocumentImport.run(bytes: bytes, fileName: "a.xlsx")
        }
      }
    }
  }
#endif
