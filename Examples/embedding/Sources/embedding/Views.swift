import PlanQL

/// The plan as a newspaper may see it: no persons, no problems, nothing below an amount.
func published(_ plan: Plan, from least: Money) throws -> Plan {
  let view = View()
    .hiding("officials", "progress.problem")
    .rows(of: "projects", where: "investment >= \(least)")
  return try plan.restricted(to: view)
}
