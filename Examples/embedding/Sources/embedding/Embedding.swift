import PlanQL

/// Asks a plan from Swift: `embedding FOLDER YEAR UNIT`.
@main
enum Embedding {
  static func main() {
    do {
      try run()
    } catch {
      print(error)
    }
  }

  private static func run() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3, let year = Int64(arguments[1]) else {
      print("usage: embedding FOLDER YEAR UNIT")
      return
    }
    let plan = try Plan(at: arguments[0])
    try printLeads(of: plan, from: year)
    try printProjects(of: plan, unit: arguments[2])

    // A smaller plan for those who are to see no more: 100,000,000 yuan are 10,000,000,000 fen.
    let open = try published(plan, from: Money(minorUnits: 10_000_000_000))
    print(try open.compile("projects | select no, name").run().render(as: .csv), terminator: "")

    // A mistake is found before anything runs, with its place, in either language.
    for diagnostic in plan.check("projects | where investmant > 1000万元") {
      print("\(diagnostic.span.start): \(diagnostic.message.zh)")
    }
  }
}
