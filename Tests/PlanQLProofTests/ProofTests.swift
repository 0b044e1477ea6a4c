import Foundation
import PlanQL
import PlanQLLibrary
import PlanQLSyntax
import Testing

@Suite("Random scripts over random plans")
struct ProofTests {
  /// How many scripts are asked of each plan.
  private static let scriptsPerPlan = 50
  /// How many scripts a run asks where the caller says nothing.
  private static let usualCount = 100
  /// After so many objections there is more to be done than to go on.
  private static let enough = 20

  /// What was found of the scripts of one plan.
  private struct Findings: Sendable {
    var tally = ProofTally()
    var objections: [String] = []
  }

  @Test("check, run as the naive interpreter does, and mean the same in both spellings")
  func laws() async {
    let first = ProofTests.number("PLANQL_SEED") ?? 1
    let count = ProofTests.number("PLANQL_COUNT") ?? ProofTests.usualCount
    let all = await ProofTests.findings(first..<first + count)
    for objection in all.objections.prefix(ProofTests.enough) { Issue.record("\(objection)") }
    if count >= ProofTests.usualCount {
      #expect(all.tally.missingStages == [])
      #expect(all.tally.shareOfFunctions > 0.6, "\(all.tally.missingFunctions)")
    }
    if count >= 50 * ProofTests.usualCount {
      #expect(all.tally.missingOperators == [])
      #expect(all.tally.missingFunctions == [])
    }
  }

  /// Proves scripts plan by plan, as many plans at a time as there are processors.
  private static func findings(_ seeds: Range<Int>) async -> Findings {
    let plans = (seeds.lowerBound / scriptsPerPlan)...((seeds.upperBound - 1) / scriptsPerPlan)
    return await withTaskGroup(of: Findings.self) { group in
      var waiting = plans.makeIterator()
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
        if let plan = waiting.next() { group.addTask { findings(ofPlan: plan, seeds) } }
      }
      var all = Findings()
      for await some in group {
        all.tally.add(some.tally)
        all.objections += some.objections
        guard all.objections.count < enough, let plan = waiting.next() else { continue }
        group.addTask { findings(ofPlan: plan, seeds) }
      }
      return all
    }
  }

  /// Proves those of some scripts that are asked of a plan.
  private static func findings(ofPlan plan: Int, _ seeds: Range<Int>) -> Findings {
    let catalog = RandomPlan.catalog(seed: UInt64(plan))
    let proof = Proof(plan: Plan(catalog: catalog))
    let paths = PlanPaths(catalog)
    var findings = Findings()
    let own = plan * scriptsPerPlan..<(plan + 1) * scriptsPerPlan
    for seed in own.clamped(to: seeds) {
      let source = RandomScript.text(over: paths, seed: UInt64(seed))
      do throws(Proof.Objection) {
        findings.tally.add(try proof.check(source))
      } catch {
        findings.objections.append(
          "seed \(seed): not \(error.law)\n\(source)\n--\n\(error.evidence)")
      }
    }
    return findings
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
