import Testing

/// A view of a plan, from outside.
@Suite("Commands under a view")
struct ViewCommandTests {
  let plan: TemporaryFolder

  init() throws {
    var files = SmallPlan.files
    let settings = try #require(files["plan.yaml"])
    files["plan.yaml"] =
      settings + """

        views:
          open:
            hide: [works.cost]
            rows:
              works: lead = "水利局"

        """
    plan = try TemporaryFolder(files)
  }

  private func planql(_ arguments: String..., input: String = "") throws -> PlanQLBinary.Outcome {
    try PlanQLBinary.run(
      arguments + ["--plan", plan.path], input: input, environment: ["LANG=C.UTF-8"])
  }

  @Test("a query sees what the view leaves")
  func query() throws {
    let all = try planql("query", "count(works)", "--format", "csv")
    let open = try planql("query", "count(works)", "--format", "csv", "--view", "open")
    #expect(all.output == "count(works)\n4\n")
    #expect(open.output == "count(works)\n2\n")
    let hidden = try planql("query", "works | select cost", "--view", "open")
    #expect(hidden.status == 1)
    #expect(hidden.errors.contains("no field 'cost'"))
  }

  @Test("a script on standard input does too, with the view before the command or without one")
  func input() throws {
    let outcome = try planql("--view", "open", "--format", "csv", input: "count(works)")
    #expect(outcome.output == "count(works)\n2\n", "\(outcome)")
  }

  @Test("a view that is not there is a usage error; a seal is of the whole plan")
  func mistakes() throws {
    let unknown = try planql("query", "1", "--view", "opne")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there are: open"))
    #expect(try planql("seal", "first", "--view", "open").status == 2)
  }
}
