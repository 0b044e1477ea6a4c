import Testing

/// Words of other languages and old spellings, rewritten by the formatter.
@Suite("fmt --fix")
struct FixCommandTests {
  private func fixed(_ script: String, _ options: String...) throws -> PlanQLBinary.Outcome {
    let folder = try TemporaryFolder(SmallPlan.files)
    return try PlanQLBinary.run(
      ["fmt", "-", "--fix", "--plan", folder.path] + options, input: script,
      environment: ["LANG=C.UTF-8"])
  }

  @Test(
    "what is certain is written as the language has it",
    arguments: [
      ("works | filter cost > 100 | limit 3", "works | where cost > 100 | take 3\n"),
      ("works | take 3 offset 1", "works | skip 1 | take 3\n"),
      ("works | order by cost DESC", "works | sort cost desc\n"),
      ("works | where cost > 1 && lead == \"水利局\"", "works | where cost > 1 and lead = \"水利局\"\n"),
      (
        "select name from works where cost > 100 limit 2",
        "works | where cost > 100 | take 2 | select name\n"
      ),
      ("works | where lead is null", "works | where lead is missing\n"),
      ("works | 过滤 cost > 1", "works | 筛选 cost > 1\n"),
    ])
  func certain(script: String, expected: String) throws {
    let outcome = try fixed(script)
    #expect(outcome.output.replacing("\n| ", with: " | ") == expected, "\(outcome)")
    #expect(outcome.status == 0)
  }

  @Test("what is not stays as it is, and is said")
  func uncertain() throws {
    let outcome = try fixed("works | filter cost > 1 | melt")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("melt"))
  }

  @Test("into the other spelling at once")
  func spelling() throws {
    let outcome = try fixed("works | filter cost > 100", "--spelling", "zh")
    #expect(outcome.output == "works | 筛选 cost > 100\n")
  }
}
