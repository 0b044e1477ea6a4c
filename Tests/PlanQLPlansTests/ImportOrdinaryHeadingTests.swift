import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.md") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

@Suite("import of tables with ordinary headings and titles of other places")
struct ImportOrdinaryHeadingTests {
  @Test(
    "what a table is called may end in what it lists",
    arguments: ["2024年重点项目投资安排", "2024年重点工作任务", "甲县生态环境重点工程一览", "甲县2024年水利建设任务"])
  func titles(title: String) throws {
    let table = "| 序号 | 项目名称 | 总投资(万元) |\n|---|---|---|\n| 1 | 甲渠 | 100 |\n"
    let result = try run("\(title)\n\n\(table)")
    #expect(
      result.files.first { $0.name == "plan.yaml" }?.text.contains("title: \"\(title)\"") == true)
  }

  @Test("headings of Taiwan have the money, where it comes from and who carries it out")
  func taiwan() throws {
    let result = try run(
      """
      # 113年度某縣環境保護計畫

      | 編號 | 計畫名稱 | 計畫經費(千元) | 執行機關 | 主管機關 | 辦理期程 | 經費來源 |
      |---|---|---|---|---|---|---|
      | 1 | 河川整治計畫 | 12,000 | 水利處 | 經濟部 | 113年1月-114年12月 | 中央補助 |
      """)
    #expect(result.column("investment", of: "projects.csv") == ["12000"])
    #expect(result.column("period", of: "projects.csv") == ["2024..2025"])
    #expect(result.column("role", of: "responsibilities.csv") == ["lead", "supervise"])
    #expect(result.column("經費來源", of: "projects.csv") == ["中央補助"])
  }

  @Test("fiscal years beside a word for a value are the years of it")
  func fiscalYears() throws {
    let result = try run(
      """
      | No | Indicator | Unit | Baseline FY2022 | FY 2024/25 Target |
      |---|---|---|---|---|
      | 1 | PM2.5 | ug/m3 | 40 | 35 |
      """)
    #expect(result.column("baseline_year", of: "indicators.csv") == ["2022"])
    #expect(result.column("target_year", of: "indicators.csv") == ["2025"])
    #expect(result.column("target", of: "indicators.csv") == ["35"])
    #expect(DocumentColumn(heading: FoldedText("Target FY25"))?.kind == .target(2025))
    #expect(DocumentColumn(heading: FoldedText("FY2024 target"))?.kind == .target(2024))
    #expect(DocumentColumn(heading: FoldedText("Target (FY2022/23)"))?.kind == .target(2023))
    #expect(DocumentColumn(heading: FoldedText("FY2024"))?.kind == .yearAmount(2024))
    #expect(DocumentColumn(heading: FoldedText("FY2024 staff")) == nil)
  }

  @Test("rankings that stand side by side go on where places are shared")
  func ties() throws {
    let text =
      "2024年考核排名表\n\n名次\t县区\t得分\t名次\t县区\t得分\n1\t甲县\t98\t3\t丁县\t90\n1\t乙县\t98\t5\t戊县\t88\n3\t丙县\t90\t6\t己县\t80\n"
    let result = try run(text, name: "a.txt")
    #expect(result.column("unit", of: "assessments.csv") == ["甲县", "乙县", "丙县", "丁县", "戊县", "己县"])
    #expect(result.column("名次", of: "assessments.csv") == ["1", "1", "3", "3", "5", "6"])
    let names = try run("名次,县区,名次,县区\n1,甲县,3,丁县\n1,乙县,5,戊县\n3,丙县,6,己县\n", name: "a.csv")
    #expect(names.column("县区", of: "a.csv") == ["甲县", "乙县", "丙县", "丁县", "戊县", "己县"])
  }

  @Test("the most that a sentence takes off for several things is none of each, and said")
  func sharedCaps() throws {
    func caps(_ scoring: String) throws -> [String] {
      let result = try run(
        "序号,考核内容,分值,评分标准\n1,空气质量,20,\"\(scoring)\"\n2,水质,10,每次扣1分\n", name: "a.csv")
      let isSaid = result.report.documents[0].doubts.contains {
        $0.text.en.contains("points at most")
      }
      let caps =
        result.table("rules.csv").first?.contains("cap") == true
        ? result.column("cap", of: "rules.csv").dropFirst().dropLast() : ["", ""]
      return caps + [isSaid ? "said" : ""]
    }
    #expect(try caps("每超标1天扣0.5分，每发生一起重污染扣2分，最多扣10分") == ["", "", "said"])
    #expect(try caps("每超标1天扣0.5分，最多扣5分，每发生一起重污染扣2分，最多扣10分") == ["5", "10", ""])
    #expect(try caps("缺1项扣1分，最高扣5分；逾期1天扣0.5分，最高扣3分") == ["5", "3", ""])
    #expect(try caps("每超标1天扣0.5分；每发生一起重污染扣2分；累计扣分不超过10分") == ["", "", "said"])
  }

  @Test("a line with the parts of an amount says where it comes from")
  func partsOfAmounts() throws {
    let result = try run(
      """
      项目名称：甲河治理工程
      总投资：12000万元
      其中：中央资金8000万元，县级配套4000万元
      建设期限：2024-2025年
      责任单位：县水利局

      项目名称：乙路工程
      总投资：3000万元
      其中：省级资金：2000万元
      建设期限：2024年
      责任单位：县交通局
      """, name: "a.txt")
    #expect(result.column("investment", of: "projects.csv") == ["12000", "3000"])
    #expect(result.column("planned", of: "funding.csv") == ["8000", "4000", "2000"])
    #expect(result.column("source", of: "funding.csv") == ["central", "district", "province"])
  }

  @Test("a card of labels beside their values is one project in Markdown too")
  func cards() throws {
    let result = try run(
      """
      | 项目名称 | 甲河治理工程 | 建设地点 | 甲镇 |
      |---|---|---|---|
      | 总投资 | 1200万元 | 建设期限 | 2024-2025 |
      | 责任单位 | 县水利局 | 建设性质 | 新建 |
      """)
    #expect(result.column("name", of: "projects.csv") == ["甲河治理工程"])
    #expect(result.column("investment", of: "projects.csv") == ["1200"])
    #expect(result.column("place", of: "projects.csv") == ["甲镇"])
    let table = try run("| 项目名称 | 建设地点 |\n|---|---|\n| 甲渠 | 甲镇 |\n| 乙渠 | 乙镇 |\n")
    #expect(table.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
  }
}
