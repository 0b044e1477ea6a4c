import Foundation
import Testing

/// Sealing a plan and looking at what became of it, from outside.
@Suite("Commands of seals")
struct SealCommandTests {
  let plan: TemporaryFolder

  init() throws {
    plan = try TemporaryFolder(SmallPlan.files)
  }

  private func planql(_ arguments: String...) throws -> PlanQLBinary.Outcome {
    try PlanQLBinary.run(
      arguments + ["--plan", plan.path], input: "", environment: ["LANG=C.UTF-8"])
  }

  private func change(_ file: String, _ old: String, _ new: String) throws {
    let path = plan.path + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let place = try #require(text.range(of: old))
    try text.replacingCharacters(in: place, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test("after one digit has changed, verify names the cell with both values and ends with 1")
  func oneDigit() throws {
    let sealed = try planql("seal", "first")
    #expect(sealed.status == 0)
    #expect(sealed.output.hasPrefix("sealed 'first': "))
    let digest = String(sealed.output.split(separator: " ").last ?? "").filter { $0 != "\n" }
    #expect(digest.count == 64)
    let before = try planql("verify", "--digest", digest, "--language", "en")
    #expect(before.status == 0)
    #expect(before.output.contains("✓ the plan is as 'first'"))
    let row = try #require(
      SmallPlan.files["works.csv"]?.split(separator: "\n").first { $0.contains("40") })
    try change("works.csv", String(row), row.replacingOccurrences(of: "40", with: "41"))
    let after = try planql("verify", "first", "--format", "csv")
    #expect(after.status == 1)
    let lines = after.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.contains(",changed,cost,40,41,works.csv:") == true)
    #expect(after.errors == "")
    let people = try planql("verify", "first", "--language", "en")
    #expect(people.status == 1)
    #expect(people.output.contains("✓ the revision is as it was sealed"))
    #expect(people.output.contains("✗ the plan is as 'first': 1 difference, not approved 1"))
    let inPlanLanguage = try planql("verify", "first")
    #expect(inPlanLanguage.output.contains("✓ 修订与封存时一致"))
    let unknown = try planql("verify", "first", "-o", plan.path + "/x.xlsx")
    #expect(unknown.status != 0)
    #expect(unknown.errors.contains("xlsx"))
    #expect(!FileManager.default.fileExists(atPath: plan.path + "/x.xlsx"))
    let compared = try planql(
      "diff", "first", "current", "works | select cost", "--format", "csv")
    #expect(compared.status == 0)
    #expect(compared.output.contains(",changed,cost,40,41"))
    let narrowed = try planql(
      "diff", "first", "current",
      "param least: int\nworks | where cost > param.least | select cost",
      "--param", "least=40", "--format", "csv")
    #expect(narrowed.status == 0)
    #expect(narrowed.output.contains(",41"))
    let byPath = try planql("diff", plan.path + "/revisions/first", plan.path, "--format", "csv")
    #expect(byPath.status == 0)
    #expect(byPath.output.contains(",changed,cost,40,41,"))
  }

  @Test("a digest that was written down shows a seal that was made anew")
  func otherSeal() throws {
    #expect(try planql("seal", "first").status == 0)
    let outcome = try planql(
      "verify", "--digest", String(repeating: "0", count: 64), "--language", "en")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("✗ the revision is as it was sealed: the seal is another"))
  }

  @Test("what cannot be sealed or compared is told with what to do")
  func refusals() throws {
    #expect(try planql("seal", "first", "--tables", "works").status == 0)
    let again = try planql("seal", "first")
    #expect(again.status == 1)
    #expect(again.errors.contains("the revision 'first' is sealed already"))
    #expect(again.errors.contains("help: "))
    let unknown = try planql("verify", "second")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("the plan has no revision 'second'"))
    let table = try planql("diff", "first", "--tables", "streets")
    #expect(table.status == 1)
    #expect(table.errors.contains("the plan has no table 'streets'"))
    let revision = try planql("diff", "second")
    #expect(revision.status == 1)
    #expect(revision.errors.contains("no revision 'second'"))
    let query = try planql("diff", "first", "current", "works | select costt")
    #expect(query.status == 1)
    #expect(query.errors.contains("costt"))
    // Messages are about what was written.
    #expect(query.errors.contains("query:1:16\n"))
    #expect(!query.errors.contains("diff("))
    let whole = try planql("diff", "first", "current", "param a: int = 1\nwork | select cost")
    #expect(whole.errors.contains("query:2:1\n"))
    #expect(!whole.errors.contains("diff("))
  }

  @Test("a name that is no path is said to be none where there is no plan")
  func withoutPlan() throws {
    let empty = try TemporaryFolder([:])
    let outcome = try PlanQLBinary.run(
      ["diff", plan.path + "/", "nosuch"], input: "", environment: ["LANG=C.UTF-8"],
      folder: empty.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'nosuch' is no path of a plan"))
    let none = try planql("diff", "second")
    #expect(none.errors.contains("the plan has no revision 'second', nor any other"))
  }
}
