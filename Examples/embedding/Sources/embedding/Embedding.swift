import PlanQL

/// A row as the tool wants it: PlanQL proves at compile time of the query that every row decodes.
struct Lead: Decodable, Sendable {
  var lead: String
  var n: Int
  var total: Money
}

/// Prints who leads the projects under way in a year: `embedding FOLDER YEAR [UNIT]`.
@main
enum Embedding {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let year = arguments.dropFirst().first.flatMap(Int.init)
    else {
      print("usage: embedding FOLDER YEAR [UNIT]")
      return
    }
    let plan = try Plan(at: folder)

    // Compiled once, run with each year's own parameter.
    let byLead = try plan.compile(
      """
      param year: period
      projects
      | where period overlaps param.year
      | summarize n: count(), total: sum(investment) by lead
      | sort total desc
      """, as: Lead.self)
    for year in [year, year + 1] {
      print(year)
      for row in try byLead.rows(["year": .int(Int64(year))]) {
        print("  \(row.lead): \(row.n), \(row.total) 元")
      }
    }

    // An interpolated value is bound, never spliced into the text.
    if let unit = arguments.dropFirst(2).first {
      let projects = try plan.compile("projects | where units has \(unit) | select no, name")
      print(try projects.run().render(as: .csv), terminator: "")
    }

    // A mistake comes with its place, in either language.
    for diagnostic in plan.check("projects | where investmant > 1000万元") {
      print("\(diagnostic.code): \(diagnostic.message.zh) (\(diagnostic.span.start))")
    }
  }
}
