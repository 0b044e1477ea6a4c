import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing a plan document")
struct ImportDocumentTests {
  private let result: ImportResult

  init() throws {
    result = try DocumentImport.run(text: ImportFixture.flattened, fileName: "plan.txt")
  }

  @Test("the rows of a flattened table become projects, cell by cell")
  func projects() {
    #expect(
      result.table("projects.csv") == [
        ["no", "name", "section", "content", "investment", "period", "units", "source_line"],
        [
          "1", "东城污水处理厂扩建", "城镇污水治理", "新增处理能力 2 万吨/日，配套管网 35", "12500.5", "2021..2023",
          "住建局、东城街道", "20",
        ],
        [
          "2", "老城区雨污分流", "城镇污水治理", "改造管网 18.6 公里，惠及 9000", "3300", "2022-03..2024-12", "住建局",
          "24",
        ],
        [
          "3", "畜禽粪污利用", "农村面源治理", "建设集中处理中心 3 座", "3600", "..2021", "农业农村局、各乡镇（街道）", "30",
        ],
        ["4", "农村污水治理", "农村面源治理", "覆盖 120 个行政村", "", "..", "生态环境局", "32"],
      ])
  }

  @Test("headings with paragraphs become measures, and their clauses duties")
  func measures() {
    #expect(result.column("title", of: "measures.csv") == ["强化责任落实", "加强资金统筹"])
    #expect(
      result.column("text", of: "measures.csv")[1] == "整合各类涉水资金,县财政局每季度通报资金使用情况。\n完工后开展绩效评价。")
    #expect(result.column("kind", of: "duties.csv") == ["letter", "list", "report", "review"])
    #expect(
      result.column("recurrence", of: "duties.csv") == ["yearly", "", "quarterly", ""])
  }

  @Test("sections of the table keep their places in the hierarchy")
  func sections() {
    #expect(result.column("title", of: "sections.csv") == ["城镇污水治理", "农村面源治理"])
    #expect(result.column("parent", of: "sections.csv") == ["", "城镇污水治理"])
  }

  @Test("units stand in the order of the document with their kinds")
  func units() {
    #expect(
      result.table("units.csv").dropFirst() == [
        ["住建局", "department"], ["东城街道", "town"], ["农业农村局", "department"],
        ["各乡镇（街道）", "group"], ["生态环境局", "department"],
      ])
  }

  @Test("the plan's own facts come from the title")
  func facts() {
    #expect(
      result.files.first?.text == """
        title: "云溪县“十四五”水环境治理规划"
        region: "云溪县"
        horizon: "2021..2025"
        currency: CNY
        money_unit: 万元
        language: zh
        periods:
          十四五: "2021..2025"

        """)
  }

  @Test("sums stand beside the totals that the document states")
  func sums() {
    let sums = result.report.sums
    #expect(sums.map(\.section) == ["城镇污水治理", "农村面源治理", nil])
    #expect(sums.map { $0.stated?.description } == ["15800.5", nil, "23000.5"])
    #expect(sums.last?.sum?.description == "19400.5")
    #expect(sums.last?.missing == 1)
    #expect(sums.last?.agrees == false)
    #expect(!result.report.isClean)
  }

  @Test("a site's own lines are told apart, and nothing of them is in the data")
  func boilerplate() {
    let document = result.report.documents[0]
    #expect(document.outside.map(\.line) == [1, 3, 39, 40, 41])
    for file in result.files {
      for word in ["版权", "上一篇", "友情链接", "字号", "政务公开"] {
        #expect(!file.text.contains(word))
      }
    }
  }

  @Test("three kinds of nothing are told apart")
  func nothing() throws {
    let normalised = result.report.documents[0].normalised.map(\.text.en)
    #expect(normalised.contains("'-' under '总投资' was read as none"))
    #expect(normalised.contains("'长期' was read as a period without ends"))
    let piped = try DocumentImport.run(text: ImportFixture.piped, fileName: "t.md")
    let doubts = piped.report.documents[0].doubts
    #expect(doubts.map(\.text.en) == ["'近期' under '建设期限' cannot be read and was left blank"])
    #expect(doubts.map(\.line) == [6])
    #expect(piped.column("period", of: "projects.csv")[2] == "")
    #expect(piped.column("units", of: "projects.csv")[2] == "")
  }

  @Test("an open list of units is noted, one that breaks off is doubted")
  func lists() throws {
    let notes = result.report.documents[0].normalised.filter { $0.text.en.contains("等") }
    #expect(notes.map(\.line) == [32])
    let cut = ImportFixture.flattened.replacing("农业农村局、各乡镇（街道）", with: "农业农村局、")
    let doubts = try DocumentImport.run(text: cut, fileName: "cut.txt").report.documents[0].doubts
    #expect(doubts.map(\.line) == [30])
  }

  @Test("every line has one role, and importing twice gives the same bytes")
  func accounts() throws {
    for text in ImportFixture.all {
      let first = try DocumentImport.run(text: text, fileName: "a.txt")
      let second = try DocumentImport.run(text: text, fileName: "a.txt")
      #expect(first.files.map(\.name) == second.files.map(\.name))
      #expect(first.files.map(\.text) == second.files.map(\.text))
      #expect(first.report == second.report)
      let document = first.report.documents[0]
      let lineCount = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(document.lines.count == lineCount)
      #expect(document.roles.reduce(0) { $0 + $1.count } == lineCount)
      #expect(document.unread.compactMap(\.line).count == document.lines.count { $0 == .unread })
    }
  }

  @Test(
    "UTF-8 with a mark, UTF-16 and GB18030 give the same plan", arguments: ["\n", "\r\n", "\r"])
  func encodings(lineEnd: String) throws {
    let text = ImportFixture.flattened.replacing("\n", with: lineEnd)
    let expected = result.files.map(\.text)
    let units = Array(text.utf16)
    let pairs: [[UInt8]] = units.map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let big: [UInt8] = [0xFE, 0xFF] + pairs.flatMap { $0 }
    let little: [UInt8] = [0xFF, 0xFE] + pairs.flatMap { $0.reversed() }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let samples = [big, little, marked, try ImportFixture.gb18030(text)]
    for bytes in samples {
      let result = try DocumentImport.run(bytes: bytes, fileName: "plan.txt")
      #expect(result.files.map(\.text) == expected)
    }
  }

  @Test("several documents make one plan")
  func several() throws {
    let both = try DocumentImport.run([
      ImportSource(name: "a.txt", bytes: Array(ImportFixture.flattened.utf8)),
      ImportSource(name: "b.txt", bytes: Array(ImportFixture.piped.utf8)),
    ])
    #expect(both.table("projects.csv").count == 1 + 4 + 3)
    #expect(both.report.documents.map(\.file) == ["a.txt", "b.txt"])
  }

  @Test("the report speaks both languages")
  func reportText() {
    let english = result.report.text(.en)
    #expect(english.hasPrefix("plan.txt: UTF-8, 41 lines\n"))
    #expect(english.contains("  projects: 4 found, 4 kept\n"))
    #expect(
      english.contains("  all: 4 rows, 19400.5万元, 1 without an amount; STATED 23000.5万元\n"))
    let chinese = result.report.text(.zh)
    #expect(chinese.contains("  项目：找到 4 行，收入 4 行\n"))
    #expect(chinese.contains("与原文合计 23000.5万元 不一致"))
  }
}
