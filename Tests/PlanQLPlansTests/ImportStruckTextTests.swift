#if Office
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("text that is struck through, and comments, in workbooks and Word documents")
  struct ImportStruckTextTests {
    private func doubts(_ result: ImportResult) -> [LocalizedText] {
      result.report.documents[0].doubts.map(\.text)
    }

    private func run(_ text: String, _ name: String) -> String {
      "<w:r><w:rPr>\(name)</w:rPr><w:t>\(text)</w:t></w:r>"
    }

    @Test("of a cell only what is not struck through is read, and the rest is said")
    func word() throws {
      let cell = { (content: String) in "<w:tc><w:p>\(content)</w:p></w:tc>" }
      let rows = [
        ["项目名称", "投资(万元)", "责任单位"].map { cell(run($0, "")) },
        [
          cell(run("甲渠", "")), cell(run("500", "<w:strike/>") + run("300", "")),
          cell(run("水利局", "<w:strike w:val=\"0\"/>")),
        ], [cell(run("乙渠", "<w:dstrike/>")), cell(run("200", "")), cell(run("住建局", ""))],
      ]
      let table = rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined()
      let result = try DocumentImport.run(
        bytes: try WordFixture.bytes("<w:tbl>\(table)</w:tbl>"), fileName: "a.docx")
      #expect(result.column("investment", of: "projects.csv") == ["300", "200"])
      #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
      #expect(
        doubts(result) == [
          ImportMessages.struckTextLeftOut("500"), ImportMessages.struckTextRead("乙渠"),
        ])
      let places = result.report.documents[0].doubts.compactMap { $0.place?.text(.en) }
      #expect(places == ["table 1 row 2 cell 2", "table 1 row 3 cell 1"])
    }

    @Test("hidden text, boxes over a cell and phonetic guides are no part of what a cell says")
    func unseen() throws {
      let cell = { (content: String) in "<w:tc><w:p>\(content)</w:p></w:tc>" }
      let box = { (text: String) in
        "<w:r><w:pict><w:txbxContent><w:p>\(run(text, ""))</w:p></w:txbxContent></w:pict></w:r>"
      }
      let ruby =
        "<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>"
      let rows = [
        ["项目名称", "投资(万元)"].map { cell(run($0, "")) },
        [cell(ruby + run("渠", "")), cell(run("500", "") + run("99", "<w:vanish/>"))],
        [cell(run("乙渠", "") + box("草案")), cell(box("77") + run("200", ""))],
      ]
      let table = rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined()
      let title = "<w:p>\(box("青石县重点项目表"))</w:p>"
      let result = try DocumentImport.run(
        bytes: try WordFixture.bytes(title + "<w:tbl>\(table)</w:tbl>"), fileName: "a.docx")
      #expect(
        result.rows(of: "projects.csv", ["name", "investment"]) == [["甲渠", "500"], ["乙渠", "200"]])
      #expect(
        doubts(result) == [
          ImportMessages.hiddenTextLeftOut("99"), ImportMessages.boxLeftOut("草案"),
          ImportMessages.boxLeftOut("77"),
        ])
      #expect(result.files[0].text.contains("青石县重点项目表"))
    }

    @Test("struck runs and styles of a sheet, and comments on its cells")
    func workbook() throws {
      let sheet = """
        <worksheet><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>
        <row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" s="1"><v>200</v></c></row>
        </sheetData></worksheet>
        """
      let texts = ["项目名称", "投资(万元)", "甲渠"].map { "<si><t>\($0)</t></si>" }
      let struck = "<si><r><rPr><strike/></rPr><t>500</t></r><r><t>300</t></r></si>"
      let bytes = try zipArchive([
        ("[Content_Types].xml", "<Types/>"),
        (
          "xl/workbook.xml",
          "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        ),
        (
          "xl/styles.xml",
          "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>"
        ),
        (
          "xl/sharedStrings.xml",
          "<sst>\(texts.joined())\(struck)<si><t>乙渠</t></si></sst>"
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        (
          "xl/worksheets/_rels/sheet1.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/comments\" Target=\"../comments1.xml\"/></Relationships>"
        ),
        (
          "xl/comments1.xml",
          "<comments><commentList><comment ref=\"A3\"><text><r><t>已取消</t></r></text></comment></commentList></comments>"
        ),
      ])
      let result = try DocumentImport.run(bytes: bytes, fileName: "a.xlsx")
      #expect(result.column("investment", of: "projects.csv") == ["300", "200"])
      #expect(
        doubts(result) == [
          ImportMessages.struckTextLeftOut("500"), ImportMessages.struckTextRead("200"),
          ImportMessages.commentOnCell("A3", "已取消"),
        ])
    }
  }
#endif
