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
  private static let usualCount = 60

  @Test("check, run as the naive interpreter does, and mean the same in both spellings")
  func laws() throws {
    let first = ProofTests.number("PLANQL_SEED") ?? 1
    let count = ProofTests.number("PLANQL_COUNT") ?? ProofTests.usualCount
    var objections = 0
    var tally = ProofTally()
    var seed = first
    while seed < first + count {
      let planSeed = seed / ProofTests.scriptsPerPlan
      let catalog = RandomPlan.catalog(seed: UInt64(planSeed))
      let proof = Proof(plan: Plan(catalog: catalog))
      repeat {
        let source = RandomScript.text(catalog: catalog, seed: UInt64(seed))
        do throws(Proof.Objection) {
          tally.add(try proof.check(source))
        } catch {
          objections += 1
          Issue.record("seed \(seed): not \(error.law)\n\(source)\n--\n\(error.evidence)")
        }
        seed += 1
      } while seed % ProofTests.scriptsPerPlan != 0 && seed < first + count && objections < 20
      if objections >= 20 { break }
    }
    if count >= ProofTests.usualCount {
      #expect(tally.missingStages == [])
      #expect(tally.shareOfFunctions > 0.8, "\(tally.missingFunctions)")
    }
    if count >= 10 * ProofTests.usualCount {
      #expect(tally.missingOperators == [])
      #expect(tally.missingFunctions == [])
    }
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
