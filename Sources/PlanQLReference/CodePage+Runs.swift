import PlanQL
import PlanQLData
import PlanQLSyntax

extension CodePage {
  /// A script that fails while it runs, and what its run may use.
  struct FailingRun {
    let source: String
    var limits = Limits.standard
  }

  /// A run for each code that only a run has, over the standard tables without rows. A cancelled run has no
  /// example: its host ends it.
  static let runs: [String: FailingRun] = [
    "PQL0901": FailingRun(
      source: "split(\"a b c\", \" \") | sort value", limits: limited(bytes: 1)),
    "PQL0902": FailingRun(source: "text \"{plan.as_of}\""),
    "PQL0904": FailingRun(source: "text \"{exp(1000)}\""),
    "PQL0905": FailingRun(source: "text \"{@9999-12-31 + 1天}\""),
    "PQL0906": FailingRun(source: "text \"{999999999999999999 * 999999}\""),
    "PQL0907": FailingRun(
      source: "split(\"a b c\", \" \") | expand x in split(\"d e f\", \" \")",
      limits: limited(rows: 2)),
    "PQL0909": FailingRun(
      source: "split(\"a b c\", \" \") | sort value", limits: limited(duration: .zero)),
  ]

  private static func limited(
    rows: Int? = nil, bytes: Int? = nil, duration: Duration? = nil
  ) -> Limits {
    let usual = Limits.standard
    return Limits(
      rows: rows ?? usual.rows, bytes: bytes ?? usual.bytes, duration: duration,
      sourceBytes: usual.sourceBytes, threads: usual.threads)
  }

  /// What is said of a run with its place.
  static func diagnostics(ofRun code: String, over plan: Plan) -> [Diagnostic] {
    guard let run = runs[code] else { return [] }
    do {
      _ = try plan.report(QuerySource(run.source)).run(limits: run.limits)
      return []
    } catch {
      return (error as? PlanQLError)?.diagnostics.filter { $0.code == code } ?? []
    }
  }
}
