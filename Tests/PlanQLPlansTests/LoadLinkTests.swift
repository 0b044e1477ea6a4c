import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Links of a plan")
struct LoadLinkTests {
  private static let units = "name,short,aliases\n生态环境局,环境局,环保局、环保分局\n农业农村局,,\n"

  @Test("units are found by name, short name and alias; separators may end the cell")
  func names() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "units.csv": Self.units,
      "projects.csv": "name,units\na,\"环保局、农业农村局、\"\nb,环境局\nc,\nd,\"农业农村局, 环保分局; 环境局\"\n",
    ])
    #expect(
      try plan.titles("projects", "units") == [
        ["生态环境局", "农业农村局"], ["生态环境局"], [], ["农业农村局", "生态环境局"],
      ])
    #expect(try plan.titles("projects", "lead") == [["生态环境局"], ["生态环境局"], [], ["农业农村局"]])
  }

  @Test("a stated lead comes before the first unit")
  func statedLead() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "projects.csv": "name,units,lead\na,\"甲、乙\",乙\nb,\"甲、乙\",\nc,,丙\n",
    ])
    #expect(try plan.titles("projects", "lead") == [["乙"], ["甲"], ["丙"]])
  }

  @Test("a unit that is said to support or to supervise does not lead")
  func unitsAside() throws {
    let plan = try load([
      "plan.yaml": "title: x\n",
      "projects.csv":
        "no,name,units,lead\n1,a,甲,\n2,b,\"甲、乙\",\n3,c,\"甲、乙\",\n4,d,\"甲、乙\",甲\n5,e,甲,\n",
      "responsibilities.csv": """
      subject,project,unit,role
      project,a,甲,support
      project,b,甲,supervise
      project,b,乙,carry_out
      project,c,甲,support
      project,c,甲,joint
      project,d,甲,support
      duty,,甲,support

      """,
    ])
    #expect(try plan.titles("projects", "lead") == [[], ["乙"], ["甲"], ["甲"], ["甲"]])
  }

  @Test("rows without a name are called by their key where that is a text")
  func namesByKey() throws {
    let projects = "name,town\na,青溪镇\nb,青山镇\n"
    let settings = "tables:\n  projects: {fields: {town: {link: towns}}}\n  towns: {row: town"
    for (key, file) in [
      (", key: town", "town,pop\n青山镇,1\n青溪镇,2\n"), ("", "code,pop\n青山镇,1\n青溪镇,2\n"),
    ] {
      let plan = try load([
        "plan.yaml": settings + key + "}\n", "projects.csv": projects, "towns.csv": file,
      ])
      #expect(try plan.titles("projects", "town") == [["青溪镇"], ["青山镇"]])
    }
  }

  @Test("units without a file are made of the names, as they first appear")
  func madeUnits() throws {
    let plan = try load([
      "plan.yaml": "units: {aliases: {丙局: [丙]}}\n",
      "projects.csv": "name,units,lead\na,\"乙局、甲局\",丁局\nb,\"丙、乙局\",\n",
      "measures.csv": "title,units\nm,戊局\n",
    ])
    let names = try plan.values("units", "name")
    #expect(names == ["戊局", "乙局", "甲局", "丁局", "丙局"].map { .text($0) })
    #expect(try plan.titles("projects", "units") == [["乙局", "甲局"], ["丙局", "乙局"]])
    #expect(plan.issues.map(\.severity) == [.note])
  }

  @Test("sections without a file are made of their titles")
  func madeSections() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "projects.csv": "no,name,section\n1,a,一、绿色\n2,b,二、生态\n3,c,一、绿色\n",
    ])
    #expect(try plan.values("sections", "title") == [.text("一、绿色"), .text("二、生态")])
    let sections = try plan.table("sections")
    #expect(sections.sources?.file == "projects.csv")
    #expect(sections.sources?.line(ofRow: 1) == 3)
  }

  @Test("links find numbers, codes and names")
  func keys() throws {
    for cell in ["7", "P7", "湿地"] {
      let plan = try load([
        "plan.yaml": "title: x\n", "projects.csv": "no,code,name\n3,P3,清洁\n7,P7,湿地\n",
        "progress.csv": "project,as_of\n\(cell),2021-03-05\n",
      ])
      #expect(try plan.titles("progress", "project") == [["湿地"]])
    }
  }

  @Test("numbers that are far apart are found too")
  func farNumbers() throws {
    let plan = try load([
      "plan.yaml": "tables: {a: {key: id}, b: {fields: {a: {link: a}}}}\n",
      "a.csv": "id,x\n-900000000000000000,1\n900000000000000000,2\n5,3\n",
      "b.csv": "a\n5\n900000000000000000\n\n-900000000000000000\n",
    ])
    let rows = [2, 1, nil, 0].map { $0.map { Value.entity("a", row: $0) } ?? .missing }
    #expect(try plan.values("b", "a") == rows)
  }

  @Test("a link of one's own is seen from the other side under the table's name")
  func backLinks() throws {
    let plan = try load([
      "plan.yaml": """
      tables:
        visits: {fields: {project: {link: projects}, other: {link: projects}, unit: {type: unit}}}
      """,
      "projects.csv": "name,units\na,u\n", "visits.csv": "project,other,unit\na,a,u\n",
    ])
    let place = try requireValue(plan.catalog.table(named: "projects"), "projects")
    let names = plan.catalog.backLinks[place].map(\.name.en)
    #expect(names.contains("visits") && names.contains("visits_by_other"))
  }

  @Test("tables of one's own are named and told apart by the usual fields")
  func usualNames() throws {
    let plan = try load([
      "plan.yaml": "tables: {visits: {fields: {site: {link: sites}, place: {link: sites}}}}\n",
      "sites.csv": "id,name\n4,东\n9,西\n", "visits.csv": "site,place\n9,东\n",
    ])
    #expect(try plan.titles("visits", "site") == [["西"]])
    #expect(try plan.titles("visits", "place") == [["东"]])
    #expect(try plan.table("sites").definition.key == ["id"])
  }

  @Test("rows that are above each other are named")
  func circles() throws {
    #expect(
      try errors([
        "plan.yaml": "title: x\n", "units.csv": "name,parent\n甲,乙\n乙,丙\n丙,乙\n丁,\n",
      ]) == ["units.csv:3: error: 'parent' leads in a circle: '乙' → '丙' → '乙'"])
  }

  @Test("a key that rows share is no key, unless it was declared")
  func keysThatRepeat() throws {
    let files = ["projects.csv": "no,name\n1,a\n2,b\n1,c\n"]
    let plan = try load(files.merging(["plan.yaml": "title: x\n"]) { $1 })
    #expect(try plan.table("projects").definition.key == ["name"])
    #expect(
      try errors(files.merging(["plan.yaml": "tables: {projects: {key: no}}\n"]) { $1 })
        == ["projects.csv:4: error: the row has the same 'no' as line 2"])
  }

  @Test("keys of several fields are checked as a whole")
  func compositeKeys() throws {
    let plan = try load([
      "plan.yaml": "title: x\n", "projects.csv": "name\na\nb\n",
      "budgets.csv": "project,year,amount\na,2021,1\na,2022,1\nb,2021,1\n",
      "progress.csv": "project,as_of\na,2021-01-01\na,2021-01-01\n",
    ])
    #expect(try plan.table("budgets").definition.key == ["project", "year"])
    #expect(try plan.table("progress").definition.key == [])
  }
}
