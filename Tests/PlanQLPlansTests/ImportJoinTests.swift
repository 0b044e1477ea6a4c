import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing what several tables say of the same projects")
struct ImportJoinTests {
  private func run(_ documents: String...) throws -> ImportResult {
    try DocumentImport.run(
      documents.enumerated().map { place, text in
        ImportSource(name: "\(place + 1).csv", bytes: Array(text.utf8))
      })
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents.flatMap { $0.doubts.map(\.text) }
  }

  private func notes(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents.flatMap { $0.normalised.map(\.text) }
  }

  private func rows(_ result: ImportResult, _ name: String, _ columns: Int) -> [[String]] {
    result.table(name).dropFirst().map { Array($0.prefix(columns)) }
  }

  private static let projects = """
    序号,项目名称,投资额（万元）,责任单位
    1,甲厂,500,县住建局
    2,乙厂,300,县水利局

    """
  private static let progress = """
    序号,项目名称,形象进度,累计完成投资（万元）,存在问题
    1,乙厂,50%,160,
    2,甲厂,30%,150,征地

    """

  @Test("progress in another file is that of the projects, in either order")
  func progressInAnotherFile() throws {
    for isFirst in [true, false] {
      let documents = [ImportJoinTests.projects, ImportJoinTests.progress]
      let result =
        isFirst ? try run(documents[0], documents[1]) : try run(documents[1], documents[0])
      #expect(
        rows(result, "projects.csv", 2).map { $0[1] } == (isFirst ? ["甲厂", "乙厂"] : ["乙厂", "甲厂"]))
      #expect(
        Set(result.column("investment", of: "projects.csv")) == ["500", "300"])
      #expect(
        Set(rows(result, "progress.csv", 5)) == [
          ["乙厂", "", "0.5", "160", ""], ["甲厂", "", "0.3", "150", "征地"],
        ])
      #expect(result.column("project", of: "responsibilities.csv").count == 2)
      #expect(notes(result).contains(ImportMessages.rowsJoinProjects(2)))
      let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
      #expect(try plan.table("projects").count == 2)
    }
  }

  @Test("a table below another says more of its projects")
  func oneBelowTheOther() throws {
    let result = try run(ImportJoinTests.projects + "\n" + ImportJoinTests.progress)
    #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
    #expect(result.column("project", of: "progress.csv") == ["乙厂", "甲厂"])
  }

  @Test("years, sources, content and further columns join the project")
  func furtherColumns() throws {
    let result = try run(
      ImportJoinTests.projects,
      "项目名称,2023年计划投资（万元）,建设内容\n甲厂,120,管网3公里\n乙厂,80,泵站\n",
      "项目名称,中央资金（万元）,自筹（万元）\n甲厂,200,300\n乙厂,100,200\n",
      "序号,项目名称,联系人,电话\n1,甲厂,张三,66123\n2,乙厂,李四,66124\n")
    #expect(
      rows(result, "budgets.csv", 3) == [["甲厂", "2023", "120"], ["乙厂", "2023", "80"]])
    #expect(
      rows(result, "funding.csv", 3) == [
        ["甲厂", "central", "200"], ["甲厂", "enterprise", "300"], ["乙厂", "central", "100"],
        ["乙厂", "enterprise", "200"],
      ])
    #expect(result.column("content", of: "projects.csv") == ["管网3公里", "泵站"])
    #expect(result.column("联系人", of: "projects.csv") == ["张三", "李四"])
    #expect(result.column("电话", of: "projects.csv") == ["66123", "66124"])
  }

  @Test("an amount of a year that is known is not taken twice, and another one is said")
  func yearsTwice() throws {
    let first = "项目名称,投资额（万元）,2023年计划投资（万元）\n甲厂,500,120\n乙厂,300,80\n"
    let result = try run(first, "项目名称,2023年计划投资（万元）,2023年建设目标\n甲厂,120,主体完工\n乙厂,90,\n")
    #expect(
      rows(result, "budgets.csv", 4) == [["甲厂", "2023", "120", "主体完工"], ["乙厂", "2023", "80", ""]])
    #expect(doubts(result).contains(ImportMessages.rowsDiffer("2023", "80", "90")))
  }

  @Test("monthly files with the same columns are reports of the same projects")
  func months() throws {
    func month(_ number: Int, _ invested: [String]) -> String {
      """
      截至2024年\(number)月底
      项目名称,总投资（万元）,累计完成投资（万元）,备注
      甲厂,500,\(invested[0]),第\(number)期
      乙厂,300,\(invested[1]),第\(number)期

      """
    }
    let result = try run(month(1, ["10", "20"]), month(2, ["30", "40"]))
    #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
    #expect(result.column("invested", of: "progress.csv") == ["10", "20", "30", "40"])
    #expect(
      result.column("as_of", of: "progress.csv") == [
        "2024-01-31", "2024-01-31", "2024-02-29", "2024-02-29",
      ])
    #expect(result.column("备注", of: "progress.csv") == ["", "", "第2期", "第2期"])
  }

  @Test("the same file twice gives its projects once")
  func sameFile() throws {
    let result = try run(ImportJoinTests.projects, ImportJoinTests.projects)
    #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂"])
    #expect(doubts(result).contains(ImportMessages.rowsRepeated(2)))
  }

  @Test("projects of the same name with another cost or other units stay two, and are said")
  func namesakes() throws {
    let other = """
      项目名称,投资额（万元）,责任单位,形象进度
      甲厂,80,城南街道办事处,50%
      乙厂,300,县水利局,40%

      """
    let result = try run(ImportJoinTests.projects, other)
    #expect(result.column("name", of: "projects.csv") == ["甲厂", "乙厂", "甲厂"])
    #expect(result.column("investment", of: "projects.csv") == ["500", "300", "80"])
    #expect(doubts(result).contains(ImportMessages.rowStandsElsewhere))
    let units = try run(
      "项目名称,责任单位\n道路硬化,青石镇\n公厕改造,青石镇\n", "项目名称,责任单位,形象进度\n道路硬化,白水镇,50%\n公厕改造,白水镇,60%\n")
    #expect(units.column("name", of: "projects.csv").count == 4)
    let contents = try run(
      "项目名称,建设内容\n道路硬化,甲村2公里\n", "项目名称,建设内容,形象进度\n道路硬化,乙村3公里,50%\n")
    #expect(contents.column("name", of: "projects.csv").count == 2)
  }

  @Test("tables of a document with the same columns list different projects")
  func sameColumns() throws {
    let result = try run(
      """
      一、甲镇
      项目名称,投资额（万元）,建设年限
      公厕改造,10,2024
      道路硬化,50,2024

      二、乙镇
      项目名称,投资额（万元）,建设年限
      公厕改造,10,2024
      道路硬化,50,2024
      """)
    #expect(result.column("name", of: "projects.csv").count == 4)
  }

  @Test("names of one table that stand twice in another are told apart by their other cells")
  func severalOfAName() throws {
    let first = "项目名称,投资额（万元）,建设地点\n污水厂,100,城东镇\n污水厂,200,城西镇\n"
    let result = try run(first, "项目名称,建设地点,形象进度\n污水厂,城西镇,20%\n污水厂,城东镇,10%\n")
    #expect(result.column("place", of: "projects.csv") == ["城东镇", "城西镇"])
    #expect(result.column("done", of: "progress.csv") == ["0.2", "0.1"])
    #expect(result.column("project", of: "progress.csv") == ["2", "1"])
    let untold = try run(first, "项目名称,形象进度\n污水厂,20%\n")
    #expect(untold.column("name", of: "projects.csv").count == 3)
    #expect(doubts(untold).contains(ImportMessages.rowStandsElsewhere))
  }

  @Test("what a table says otherwise of projects that are all known is said, and the first counts")
  func differences() throws {
    let first = "项目名称,投资额（万元）,责任单位\n甲,1,住建局\n乙,2,住建局\n丙,3,水利局\n丁,4,水利局\n"
    let second = "项目名称,投资额（万元）,责任单位,形象进度\n甲,1,住建局,10%\n乙,2,住建局,20%\n丙,3,水利局,30%\n丁,5,水利局,40%\n"
    let result = try run(first, second)
    #expect(result.column("investment", of: "projects.csv") == ["1", "2", "3", "4"])
    #expect(result.column("done", of: "progress.csv") == ["0.1", "0.2", "0.3", "0.4"])
    #expect(doubts(result).contains(ImportMessages.rowsDiffer("投资额（万元）", "4", "5")))
  }

  @Test("tasks and how far they have come are one task each")
  func tasks() throws {
    let list = "序号,工作任务,责任单位,完成时限\n1,整治河道,县水利局,2023年底\n2,建泵站,县住建局,2024年底\n"
    let result = try run(list, "序号,工作任务,完成情况\n1,整治河道,已完成\n2,建泵站,推进中\n")
    #expect(result.column("text", of: "duties.csv") == ["整治河道", "建泵站"])
    #expect(result.column("完成情况", of: "duties.csv") == ["已完成", "推进中"])
    let others = try run(list, "序号,工作任务,责任单位,完成情况\n1,整治河道,青石镇,已完成\n2,建泵站,白水镇,推进中\n")
    #expect(others.column("text", of: "duties.csv").count == 4)
  }

  @Test("each of two tables below each other has its own total")
  func ownTotals() throws {
    let result = try run(
      """
      一、新建项目,,
      序号,项目名称,总投资（万元）
      1,甲厂,500
      合计,,500
      二、续建项目,,
      序号,项目名称,总投资（万元）
      1,乙厂,300
      合计,,310
      总计,,800
      """)
    let checked = result.report.sums.filter { $0.agrees != nil }
    #expect(checked.map(\.section) == ["续建项目", nil, "合计 #1"])
    #expect(checked.map(\.agrees) == [false, true, true])
    #expect(
      result.table("stated_totals.csv").dropFirst().map { Array($0[0...2]) } == [
        ["新建项目", "合计", "500"], ["续建项目", "合计", "310"], ["", "总计", "800"],
      ])
    #expect(result.column("section", of: "projects.csv") == ["新建项目", "续建项目"])
  }
}
