import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Revisions of a plan")
struct RevisionTests {
  private static let settings = """
    title: 规划
    money_unit: 万元
    units:
      aliases:
        水利局: [水务局]
    tables:
      inspections:
        file: checks.csv
        key: code
        fields:
          project: {link: projects}
    """

  private static let files = [
    "plan.yaml": settings,
    "projects.csv": "no,name,investment,units\n1,甲,100,水利局\n2,乙,200,环保局\n",
    "checks.csv": "code,project\nx,1\n",
  ]

  private func store(_ files: [String: String]) throws -> (RevisionStore, Catalog) {
    let folder = try TemporaryFolder(
      RevisionTests.files.merging(files) { _, revision in revision })
    let plan = try PlanFolder.load(folder.path)
    let store = RevisionStore(of: plan)
    // All is read while the folder is there.
    for name in store.names { _ = try? store.plan(named: name) }
    return (store, plan.catalog)
  }

  /// What is wrong with a revision, as lines.
  private func errors(_ files: [String: String], in name: String = "old") throws -> [String] {
    let (store, _) = try store(files)
    do throws(PlanLoadError) {
      _ = try store.plan(named: name)
      return []
    } catch {
      return error.issues.filter { $0.severity == .error }.map { $0.text(.en) }
    }
  }

  @Test("the folders below revisions/ are its revisions, none of them a table of the plan")
  func names() throws {
    let (store, own) = try store([
      "revisions/mid/projects.csv": "no,name\n1,甲\n", "revisions/批复/projects.csv": "no,name\n1,甲\n",
      "revisions/notes.txt": "", "revisions/.hidden/projects.csv": "no,name\n1,甲\n",
    ])
    #expect(store.names == ["mid", "批复"])
    #expect(own.tables.map(\.definition.name.en).contains("mid") == false)
    #expect(try store.plan(named: "none") == nil)
  }

  @Test("a revision reads its tables as the plan declares them")
  func inheriting() throws {
    let (store, _) = try store([
      "revisions/old/projects.csv": "no,name,investment,units\n1,甲,80,水务局\n",
      "revisions/old/checks.csv": "code,project\ny,1\n",
    ])
    let old = try #require(try store.plan(named: "old"))
    #expect(try old.values("projects", "investment") == [wan(80)])
    #expect(try old.values("plan", "title") == [.text("规划")])
    #expect(try old.titles("inspections", "project") == [["甲"]])
    #expect(try old.titles("projects", "units") == [["水利局"]])
    #expect(try old.table("projects").sources?.file == "revisions/old/projects.csv")
  }

  @Test("what a revision says itself goes before what the plan says")
  func ownSettings() throws {
    let (store, _) = try store([
      "revisions/old/plan.yaml": "title: 批复稿\nmoney_unit: 亿元\n",
      "revisions/old/projects.csv": "no,name,investment\n1,甲,1\n",
    ])
    let old = try #require(try store.plan(named: "old"))
    #expect(try old.values("projects", "investment") == [wan(10_000)])
    #expect(try old.values("plan", "title") == [.text("批复稿")])
    #expect(try old.table("inspections").count == 0)
  }

  @Test("a revision of a folder without plan.yaml is its files as they stand")
  func plain() throws {
    let folder = try TemporaryFolder(["a.csv": "x\n1\n", "revisions/old/a.csv": "x\n2\n3\n"])
    let plan = try PlanFolder.load(folder.path)
    let store = RevisionStore(of: plan)
    #expect(try store.plan(named: "old")?.values("a", "x") == [.int(2), .int(3)])
  }

  @Test("errors of a revision are placed in its files")
  func loadErrors() throws {
    #expect(
      try errors(["revisions/old/projects.csv": "no,name,investment\n1,甲,much\n"]).map {
        $0.prefix { $0 != "(" }.hasPrefix("revisions/old/projects.csv:2:")
      } == [true])
    #expect(
      try errors([
        "revisions/old/plan.yaml": "titel: x\n", "revisions/old/projects.csv": "no,name\n1,甲\n",
      ])
      .first?.hasPrefix("revisions/old/plan.yaml:1") == true)
    #expect(
      try errors(["revisions/old/notes.txt": ""]) == [
        "revisions/old/: error: revision 'old' holds neither plan.yaml nor a table"
      ])
    #expect(
      try errors(["revisions/old/checks.csv": "code,project\nx,\nx,\n"]).map {
        $0.prefix { $0 != "(" }.hasPrefix("revisions/old/checks.csv:3")
      } == [true])
  }

  @Test("a revision called current is not read, with a warning")
  func current() throws {
    let files = RevisionTests.files.merging(["revisions/current/projects.csv": "no,name\n1,甲\n"]) {
      $1
    }
    let plan = try load(files)
    #expect(plan.issues.contains { $0.severity == .warning && $0.file == "revisions" })
    let (store, _) = try store(["revisions/current/projects.csv": "no,name\n1,甲\n"])
    #expect(store.names == [])
  }

  @Test("rows are matched by key: the plan's first, then those that only revisions have")
  func matching() throws {
    let (store, own) = try store([
      "revisions/old/projects.csv": "no,name,units\n3,丙,水利局\n2,乙二,\n",
      "revisions/new/projects.csv": "no,name,units\n4,丁,住建局\n3,丙丙,\n1,甲,\n",
    ])
    let catalog = store.catalog(with: ["old", "new"])
    #expect(catalog.ownTables.count == own.tables.count)
    let projects = try #require(catalog.table(named: "projects", in: "old"))
    let all = try #require(catalog.revisions.places[projects].all)
    #expect(
      (0..<catalog.tables[all].count).map { catalog.tables[all].title(ofRow: $0) } == [
        "甲", "乙", "丁", "丙丙",
      ])
    guard case .revised("old", let identity?) = catalog.revisions.places[projects].kind else {
      Issue.record("the table is no revised one")
      return
    }
    let column = catalog.tables[projects].columns[identity]
    #expect((0..<column.count).map { column.value($0).word } == [3, 1])
    #expect(catalog.tables[projects].definition.fields[identity].name.isInternal)
  }

  @Test("where no key tells rows apart in every revision it is said which row")
  func repeatedKeys() throws {
    let (store, _) = try store([
      "revisions/old/projects.csv": "no,name\n3,丙\n3,丙\n",
      "revisions/new/projects.csv": "no,name\n1,甲\n1,乙\n",
    ])
    let old = store.catalog(with: ["old"])
    let place = try #require(old.table(named: "projects", in: "old"))
    #expect(
      old.revisions.places[place].problem
        == .repeated("3", field: Name("no", "序号"), revision: "old"))
    // The names still tell the rows apart here.
    let new = store.catalog(with: ["new"])
    let other = try #require(new.table(named: "projects", in: "new"))
    #expect(new.revisions.places[other].all != nil)
  }

  @Test("keys that link are matched by what they link to")
  func linkedKeys() throws {
    let (store, _) = try store([
      "progress.csv": "project,as_of,done\n1,2023-01-31,0.1\n2,2023-01-31,0.2\n",
      "revisions/old/projects.csv": "no,name\n2,乙\n1,甲\n",
      "revisions/old/progress.csv": "project,as_of,done\n乙,2023-01-31,0.1\n甲,2022-01-31,0.2\n",
    ])
    let catalog = store.catalog(with: ["old"])
    let place = try #require(catalog.table(named: "progress", in: "old"))
    let all = try #require(catalog.revisions.places[place].all)
    #expect(catalog.tables[all].count == 3)
    #expect(catalog.tables[all].title(ofRow: 2) == "甲 2022-01-31")
  }

  @Test("internal names cannot be written")
  func internalNames() throws {
    let (store, _) = try store(["revisions/old/projects.csv": "no,name\n3,丙\n"])
    let catalog = store.catalog(with: ["old"])
    for table in catalog.tables.dropFirst(catalog.ownTables.count) {
      #expect(table.definition.name.isInternal)
      #expect(!table.definition.title.isInternal && !table.definition.rowName.isInternal)
    }
  }
}
