import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Errors of plan files")
struct LoadErrorTests {
  private static let yaml = "money_unit: 万元\n"

  private func errors(of projects: String) throws -> [String] {
    try errors(["plan.yaml": Self.yaml, "projects.csv": projects])
  }

  private func errors(_ files: [String: String]) throws -> [String] {
    try PlanQLPlansTests.errors(files, withHelp: false)
  }

  @Test("everything that is wrong is said at once, with its place")
  func allAtOnce() throws {
    #expect(
      try errors(
        of: """
          name,investment,period,status,place,nature
          湿地,abc,2021-13,在建,甲,新建
          "清洁,1",x,2021,开工,乙,
          丙,1
          """) == [
          "projects.csv:2:4: error: 'investment' must be an amount of money, and this is 'abc'",
          "projects.csv:2:8: error: 'period' must be a period, and this is '2021-13'",
          "projects.csv:3:8: error: 'investment' must be an amount of money, and this is 'x'",
          "projects.csv:3:15: error: 'status' has no value '开工'",
          "projects.csv:4:1: error: the row has 2 cells where there are 6 headings",
        ])
  }

  @Test("wrong dates are placed, also in later lines of a cell")
  func dates() throws {
    #expect(
      try errors([
        "plan.yaml": Self.yaml, "projects.csv": "name\na\n",
        "milestones.csv": "project,name,due\na,\"x\ny\",2021-02-29\na,z,2021-12-31\n",
      ]) == ["milestones.csv:3:4: error: 'due' must be a date, and this is '2021-02-29'"])
  }

  @Test("quotes that do not match are placed at the quote that opens")
  func quotes() throws {
    #expect(
      try errors(of: "name,place\na,\"b\nc,d\n") == [
        "projects.csv:2:3: error: the double quote that opens this cell is never closed"
      ])
    #expect(
      try errors(of: "name,place\na,\"b\" c\nd,e\n") == [
        "projects.csv:2:3: error: the quoted cell that begins here goes on after its closing quote"
      ])
    #expect(
      try errors(of: "name,\"place\na,b\n")
        == ["projects.csv:1: error: the quotes of the headings do not match"])
  }

  @Test("headings are checked")
  func headings() throws {
    #expect(try errors(of: "") == ["projects.csv: error: the file has no headings"])
    #expect(try errors(of: "# x\n\n") == ["projects.csv: error: the file has no headings"])
    #expect(
      try errors(of: "name,,x\na,1,2\n") == ["projects.csv:1: error: column 2 has no heading"])
    #expect(
      try errors(of: "name,x,x\na,1,2\n")
        == ["projects.csv:1: error: the heading 'x' stands twice"])
    #expect(
      try errors(of: "姓名,x\na,1\n")
        == ["projects.csv:1: error: no column for 'name', which every row must have"])
    #expect(
      try errors(of: "name,总投资,概算投资\na,1,2\n")
        == ["projects.csv:1: error: both '总投资' and '概算投资' mean 'investment'"])
    #expect(try errors(of: "name,x,\na,1,\n") == [])
  }

  @Test("a name that every row must have is asked for")
  func requiredValues() throws {
    #expect(
      try errors(of: "no,name\n1,a\n2,\n3,b\n")
        == ["projects.csv:3:3: error: 'name' is missing in this row"])
  }

  @Test("names that no row has are placed, and like ones offered")
  func unknownRows() throws {
    let files = [
      "plan.yaml": Self.yaml, "units.csv": "name\n生态环境局\n农业农村局\n",
      "projects.csv": "name,units\na,\"农业农村局、生态环保局\"\n",
    ]
    #expect(
      try PlanQLPlansTests.errors(files) == [
        "projects.csv:2:3: error: no unit is called '生态环保局' (did you mean '生态环境局'?)"
      ])
    #expect(
      try errors([
        "plan.yaml": Self.yaml, "projects.csv": "no,name\n1,a\n1,b\n",
        "progress.csv": "project\n1\n2\n",
      ]) == [
        "progress.csv:2:1: error: '1' names more than one row of 'projects'",
        "progress.csv:3:1: error: no project is called '2'",
      ])
  }

  @Test("periods that end before they start are placed")
  func reversedPeriods() throws {
    #expect(
      try errors([
        "plan.yaml": "tables: {projects: {fields: {period: {from: [a, b]}}}}\n",
        "projects.csv": "name,a,b\nx,2021,2022\ny,2023,2022\nz,2021,\n",
      ]) == [
        "projects.csv:3:8: error: 'period' ends in '2022', before it starts",
        "projects.csv:4: note: 'period' taken as missing in 1 row with a start or an end only",
      ])
  }

  @Test("bytes that are not UTF-8 are named for what they seem to be")
  func encodings() throws {
    let yaml = Array(Self.yaml.utf8)
    func error(_ bytes: [UInt8]) throws -> [String] {
      try PlanQLPlansTests.errors(bytes: ["plan.yaml": yaml, "projects.csv": bytes])
    }
    let help = " (save the file as UTF-8)"
    #expect(
      try error(Array("name\n".utf8) + [0xCF, 0xEE, 0xC4, 0xBF, 0x0A]) == [
        "projects.csv:2:1: error: the file is not UTF-8; it seems to be GB18030 (GBK)" + help
      ])
    #expect(
      try error([0xFF, 0xFE, 0x6E, 0x00]) == [
        "projects.csv: error: the file is not UTF-8; it seems to be UTF-16" + help
      ])
    #expect(
      try error(Array("name\nab".utf8) + [0xFF, 0x0A]) == [
        "projects.csv:2:3: error: the bytes here are not UTF-8" + help
      ])
  }

  @Test(
    "bad UTF-8 is found wherever it stands",
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE6, 0xB9], [0x80],
      [0xF0, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidBytes(bytes: [UInt8]) {
    for prefix in [0, 1, (1 << 22) - 2, (1 << 22) - 1, 1 << 22] {
      let text = [UInt8](repeating: 0x61, count: prefix) + bytes + [0x0A]
      #expect(TextEncoding.scan(FileContent(text), threads: 2).invalid == prefix)
    }
    let valid = Array(String(repeating: "湿地€é𝄞a", count: 300_000).utf8)
    #expect(TextEncoding.scan(FileContent(valid), threads: 2).invalid == nil)
  }

  @Test("files that are named and not there are missed")
  func missingFiles() throws {
    #expect(
      try errors([
        "plan.yaml": "tables:\n  projects: {file: project.csv}\n  visits: {label: x}\n",
        "projects.csv": "name\na\n",
      ]) == [
        "plan.yaml:2: error: there is no file 'project.csv' in the plan's folder",
        "plan.yaml:3: error: the table 'visits' has no file",
      ])
    #expect(throws: PlanLoadError.self) { try PlanFolder.load("/nowhere/at/all") }
    #expect(throws: PlanLoadError.self) { try load([:]) }
  }

  @Test("two files for one table are one too many")
  func twoFiles() throws {
    #expect(
      try errors([
        "plan.yaml": Self.yaml, "projects.csv": "name\na\n", "项目.csv": "name\nb\n",
        "plan.csv": "title\nx\n",
      ]) == [
        "plan.csv: error: the plan itself is described in plan.yaml, not in a table",
        "项目.csv: error: 'projects.csv' is already the file of 'projects'",
      ])
  }

  @Test("many errors are counted, and the count is said")
  func manyErrors() throws {
    let text = "name,investment\n" + (0..<5000).map { "p\($0),x\n" }.joined()
    let folder = try TemporaryFolder(["plan.yaml": Self.yaml, "projects.csv": text])
    let error = #expect(throws: PlanLoadError.self) { try PlanFolder.load(folder.path) }
    #expect(error?.errorCount == 5000)
    #expect(error?.issues.count == IssueLog.limit)
    #expect(
      error?.text(.en, limit: 2).hasSuffix("\n5000 errors in all, the first 2 of them shown")
        == true)
    #expect(error?.text(.zh, limit: 2).hasSuffix("\n共 5000 处错误，以上为前 2 处") == true)
  }

  @Test("random bytes never bring it down", arguments: 0..<80)
  func randomBytes(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("\",\n\r;1a.-:{}[] 万元2021年\t#".utf8) + [0, 0x80, 0xFF]
    func bytes() -> [UInt8] {
      (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        seed.isMultiple(of: 2)
          ? UInt8.random(in: 0...255, using: &generator)
          : alphabet.randomElement(using: &generator) ?? 0
      }
    }
    let folder = try TemporaryFolder(bytes: [
      "plan.yaml": seed % 3 == 0 ? bytes() : Array(Self.yaml.utf8), "projects.csv": bytes(),
      "t.csv": bytes(),
    ])
    do {
      _ = try PlanFolder.load([folder.path], threads: 2, blockSize: 16)
    } catch let error as PlanLoadError {
      #expect(error.errorCount > 0)
    }
  }
}
