import Foundation
import PlanQL
import TestSupport
import Testing

@testable import PlanQLPlans

@Suite("The forms of a plan")
struct PlanFormTests {
  /// Writes a plan and its revisions in a form, and loads it.
  private func converted(_ folder: String, to form: PlanForm) throws -> Plan {
    let target = FileManager.default.temporaryDirectory.appendingPathComponent(
      "planql-form-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: target) }
    let path = try PlainPlan(folder: folder).write(as: form, to: target)
    let revisions = folder + "/revisions"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: revisions)) ?? []
    where !name.hasSuffix(".seal") {
      let isFile = [.yamlFile, .jsonFile, .sqliteFile].contains(form)
      _ = try PlainPlan(folder: "\(revisions)/\(name)").write(
        as: form, to: target + "/revisions" + (isFile ? "" : "/" + name), named: name)
    }
    let plan = try Plan(at: path)
    // All is read while the files are there.
    for name in plan.revisions { _ = try plan.revision(named: name) }
    return plan
  }

  private func expectSame(_ found: Plan, as expected: Plan) {
    #expect(found.issues.count == expected.issues.count)
    #expect(found.catalog.asOf == expected.catalog.asOf)
    #expect(found.catalog.moneyUnit == expected.catalog.moneyUnit)
    #expect(found.catalog.namedPeriods.map(\.name) == expected.catalog.namedPeriods.map(\.name))
    #expect(
      Set(found.tables.map(\.name.en)) == Set(expected.tables.map(\.name.en)))
    for table in expected.catalog.tables {
      guard let place = found.catalog.table(named: table.definition.name.en) else { continue }
      let other = found.catalog.tables[place]
      #expect(Set(other.definition.fields) == Set(table.definition.fields))
      #expect(other.count == table.count)
      #expect(other.definition.key == table.definition.key)
      for (column, field) in table.definition.fields.enumerated() {
        guard let place = other.definition.field(named: field.name.en) else { continue }
        for row in 0..<Swift.min(table.count, other.count) {
          #expect(
            other.columns[place].value(row) == table.columns[column].value(row),
            "\(table.definition.name.en).\(field.name.en), row \(row)")
        }
      }
    }
  }

  @Test(
    "the example is the same plan in every form, and every report the same bytes",
    arguments: PlanForm.allCases)
  func example(form: PlanForm) throws {
    let plan = try ExampleTests.plan.get()
    let found = try converted(ProjectFolder.path("Examples/huaian"), to: form)
    expectSame(found, as: plan)
    #expect(found.revisions == plan.revisions)
    for name in plan.revisions {
      expectSame(try found.revision(named: name), as: try plan.revision(named: name))
    }
    let reports = try PlanFormTests.reports.get()
    #expect(!reports.isEmpty)
    for report in reports {
      #expect(
        try PlanFormTests.output(report.source, of: found) == report.output, "\(report.path)")
    }
  }

  /// What the reports of the example give over it as it stands.
  private static let reports = Swift.Result {
    let plan = try ExampleTests.plan.get()
    return try ExampleTests.scripts.compactMap {
      path -> (path: String, source: QuerySource, output: String)? in
      let text = try ProjectFolder.text(path)
      // Sources name files and lines, which every form has of its own.
      if text.contains("| cite") || text.contains("| 出处") { return nil }
      let source = QuerySource(text)
      return (path, source, try output(source, of: plan))
    }
  }

  @Test(
    "a plan has the same seal in every form, and keeps it in its own", arguments: PlanForm.allCases)
  func seal(form: PlanForm) throws {
    let target = FileManager.default.temporaryDirectory.appendingPathComponent(
      "planql-seal-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: target) }
    let example = ProjectFolder.path("Examples/huaian")
    let path = try PlainPlan(folder: example).write(as: form, to: target, named: "huaian")
    let folder = try PlainPlan(folder: example).write(as: .csvFolder, to: target + "/folder")
    let expected = try Plan(at: folder).seal(as: "2024")
    let seal = try Plan(at: path).seal(as: "2024")
    #expect(seal == expected)
    let plan = try Plan(at: path)
    #expect(plan.sealedRevisions == ["2024"])
    #expect(try plan.verification().holds)
    #expect(try plan.differences(from: plan.revision(named: "2024")).isEmpty)
    #expect(
      try plan.compile("count(plan(\"2024\").projects)").run().table.columns[0].values.value(0)
        == plan.compile("count(projects)").run().table.columns[0].values.value(0))
  }

  private static func output(_ source: QuerySource, of plan: Plan) throws -> String {
    let document = try plan.report(source).run()
    return ["markdown", "csv", "json"].compactMap { OutputFormat.named($0)?.render(document) }
      .joined()
  }

  @Test("the plan of the corpus gives the same results in every form", arguments: PlanForm.allCases)
  func corpus(form: PlanForm) throws {
    let plan = try CorpusTests.plan.get()
    let found = try converted(ProjectFolder.path("Tests/Corpus/plan"), to: form)
    expectSame(found, as: plan)
    for entry in try PlanFormTests.cases.get() {
      #expect(
        CorpusRunner(plan: found).section("result", of: entry.source) == entry.result,
        "\(entry.heading)")
    }
  }

  /// What the cases of the corpus give over its plan as it stands.
  private static let cases = Swift.Result {
    let runner = CorpusRunner(plan: try CorpusTests.plan.get())
    return try CorpusTests.files.flatMap { path in
      try CorpusFile(path).cases.filter { entry in
        entry.sections.contains { $0.name == "result" } && !namesSources(entry.source)
      }.map { entry in
        (
          heading: "\(path): \(entry.heading)", source: entry.source,
          result: runner.section("result", of: entry.source)
        )
      }
    }
  }

  /// Whether the result says which files and lines it comes from, which differ.
  private static func namesSources(_ source: String) -> Bool {
    source.contains("cite") || source.contains("出处")
  }
}
