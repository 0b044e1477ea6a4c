import PlanQL

struct Lead: Decodable, Sendable {
  var lead: String
  var n: Int
  var total: Money
}

/// Prints who leads the projects under way in a year and in the next.
func printLeads(of plan: Plan, from year: Int64) throws {
  // Compiled once; compiling proves that every row decodes as `Lead`.
  let byLead = try plan.compile(
    """
    param year: period
    projects
    | where period overlaps param.year
    | summarize n: count(), total: sum(investment) by lead
    | sort total desc
    """, as: Lead.self)
  for year in [year, year + 1] {
    for row in try byLead.rows(["year": .int(year)]) {
      print(year, row.lead, row.n, row.total)
    }
  }
}

/// Prints the projects of a unit: the interpolated name is bound, never spliced into the text.
func printProjects(of plan: Plan, unit: String) throws {
  let projects = try plan.compile("projects | where units has \(unit) | select no, name, period")
  print(try projects.run().render(as: .csv), terminator: "")
}
