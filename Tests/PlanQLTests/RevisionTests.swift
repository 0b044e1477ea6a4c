import Foundation
import PlanQL
import PlanQLData
import TestSupport
import Testing

@Suite("Revisions")
struct RevisionTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  @Test("a plan knows its revisions, each a plan of its own")
  func revisions() throws {
    #expect(plan.revisions == ["approved", "draft"])
    let approved = try plan.revision(named: "approved")
    #expect(approved.revisions == [])
    let sum = try approved.compile("sum(projects.investment)").run().table.columns[0]
    #expect(sum.values.value(0) == .money(Money(minorUnits: 5_750_500_000)))
    #expect(throws: PlanQLError.self) { try plan.revision(named: "approve") }
  }

  @Test("the approved plan of the example is as it was sealed, and what changed unapproved is told")
  func seal() throws {
    let example = try Plan(at: ProjectFolder.path("Examples/huaian"))
    #expect(example.sealedRevisions == ["approved"])
    let verification = try example.verification()
    #expect(verification.altered.isEmpty)
    let amounts = verification.differences.unapproved.filter { $0.field?.en == "investment" }
    #expect(amounts.map(\.row) == ["重点企业循环经济试点工程"])
    #expect(
      try example.differences(from: example.revision(named: "approved"), tables: ["项目"]).all
        .count == verification.differences.all.count - 3)
    #expect(throws: SealError.self) {
      try example.differences(from: example, tables: ["streets"])
    }
    #expect(try example.differences(from: example).isEmpty)
  }

  @Test(
    "a revision that cannot be loaded is said where it is named, and the rest of the plan works")
  func broken() throws {
    let folder = try PlanFolders([
      "plan.yaml": "title: x\n", "projects.csv": "no,name\n1,甲\n",
      "revisions/old/projects.csv": "no,name,investment\n1,甲,much\n",
    ])
    let plan = try Plan(at: folder.path)
    #expect(plan.check("count(projects)").isEmpty)
    let said = plan.check("count(plan(\"old\").projects)")
    #expect(said.map(\.code) == ["PQL0290"])
    #expect(said.first?.message.en.contains("revisions/old/projects.csv:2") == true)
    #expect(throws: PlanLoadError.self) { try plan.revision(named: "old") }
  }

  @Test("nobody sees the names that revisions have inside")
  func internalNames() throws {
    let queries = [
      "diff(\"approved\", \"current\", projects)", "plan(\"approved\").projects",
      "diff(\"approved\", \"current\", (progress | select done))",
      "plan(\"approved\").projects | where lead = 3", "plan(\"approved\").projects | select x",
      "plan(\"approved\").projects | summarize investment",
      "if true then first(plan(\"approved\").projects) else 3",
      "projects | where this = first(plan(\"approved\").units)",
      "`projects`", "plan(\"approved\").units | where kind = \"x\"",
    ]
    for text in queries {
      let source = QuerySource(text)
      for said in plan.check(source) {
        let all = [said.message, said.help].compactMap { $0 } + said.labels.map(\.text)
        #expect(!all.contains { $0.en.contains("`") || $0.zh.contains("`") }, "\(text)")
      }
      guard let result = try? plan.compile(source).run() else { continue }
      for format in OutputFormat.all {
        #expect(!result.render(as: format).contains("`"), "\(text)")
      }
    }
  }

  @Test("many threads may ask for one revision")
  func threads() async throws {
    let plan = plan
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 {
        group.addTask {
          try plan.compile("diff(\"approved\", \"current\", (projects | select name, lead))").run()
            .render(as: .csv)
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts.count == 1)
  }
}

/// Laws of `diff`, on plans made by chance.
@Suite("The laws of diff")
struct DiffLawTests {
  private static let queries = [
    "(projects | select name, investment, status, lead)",
    "(projects | where investment > 50万元 | select investment)",
    "(projects | summarize n: count(), total: sum(investment) by lead)",
    "(projects | summarize n: count() by status, lead)",
    "(projects | summarize total: sum(investment))",
  ]

  private static func projects(_ random: inout Seeded) -> String {
    var lines = ["no,name,investment,status,lead"]
    for no in 1...12 where Int.random(in: 0..<4, using: &random) > 0 {
      let amount = Int.random(in: 0..<5, using: &random)
      let status = ["", "under_way", "completed"].randomElement(using: &random) ?? ""
      let lead = ["", "甲局", "乙局", "丙局"].randomElement(using: &random) ?? ""
      let name = ["湿地", "管网", "锅炉"].randomElement(using: &random) ?? ""
      lines.append("\(no),\(name)\(no),\(amount == 0 ? "" : "\(amount * 30)"),\(status),\(lead)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ plan: Plan, _ text: String) throws -> [[Value]] {
    let table = try plan.compile(QuerySource(text)).run().table
    return (0..<table.count).map { row in table.columns.map { $0.values.value(row) } }
  }

  @Test("a plan does not differ from itself, and both ways round are mirrors", arguments: 1...20)
  func laws(seed: UInt64) throws {
    var random = Seeded(seed)
    let folder = try PlanFolders([
      "plan.yaml": "money_unit: 万元\n", "projects.csv": DiffLawTests.projects(&random),
      "revisions/a/projects.csv": DiffLawTests.projects(&random),
    ])
    let plan = try Plan(at: folder.path)
    for query in DiffLawTests.queries {
      for name in ["a", "current"] {
        let same = try rows(plan, "diff(\"\(name)\", \"\(name)\", \(query))")
        #expect(same.isEmpty, "seed \(seed): \(query)")
      }
      let there = try rows(plan, "diff(\"a\", \"current\", \(query))")
      let back = try rows(plan, "diff(\"current\", \"a\", \(query))")
      #expect(Set(there) == Set(back.map(mirrored)), "seed \(seed): \(query)")
      #expect(there.count == Set(there).count, "seed \(seed): \(query)")
    }
  }

  /// A row of a diff as the diff the other way round has it: the last four columns are change, field, old, new.
  private func mirrored(_ row: [Value]) -> [Value] {
    let keys = row.dropLast(4)
    let last = Array(row.suffix(4))
    guard last.count == 4 else { return row }
    let change: Value =
      switch last[0] {
      case .enumeration(0): .enumeration(1)
      case .enumeration(1): .enumeration(0)
      case let other: other
      }
    return keys + [change, last[1], last[3], last[2]]
  }

  @Test("what diff says, done to the old result, gives the new one", arguments: 1...20)
  func replays(seed: UInt64) throws {
    var random = Seeded(seed &+ 1000)
    let folder = try PlanFolders([
      "plan.yaml": "money_unit: 万元\n", "projects.csv": DiffLawTests.projects(&random),
      "revisions/a/projects.csv": DiffLawTests.projects(&random),
    ])
    let plan = try Plan(at: folder.path)
    var amounts: [Value: Value] = [:]
    for row in try rows(plan, "plan(\"a\").projects | select no, investment") {
      amounts[row[0]] = row[1]
    }
    let changes = try rows(
      plan,
      "diff(\"a\", \"current\", (projects | select investment)) | select no: key.no, change, old, new"
    )
    for row in changes {
      #expect(amounts[row[0]] ?? .missing == row[2], "seed \(seed)")
      amounts[row[0]] = row[1] == .enumeration(1) ? nil : row[3]
    }
    var now: [Value: Value] = [:]
    for row in try rows(plan, "projects | select no, investment") { now[row[0]] = row[1] }
    #expect(amounts == now, "seed \(seed)")
  }
}

/// A folder of a plan that exists for the length of a test.
final class PlanFolders {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    for (name, text) in files {
      let url = URL(fileURLWithPath: path).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
