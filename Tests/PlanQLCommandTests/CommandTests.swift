import Glibc
import Testing

/// The program with its commands, from outside.
@Suite("Command")
struct CommandTests {
  let plan: TemporaryFolder

  init() throws {
    plan = try TemporaryFolder(SmallPlan.files)
  }

  private func planql(_ arguments: String..., input: String = "") throws -> PlanQLBinary.Outcome {
    try PlanQLBinary.run(
      arguments + ["--plan", plan.path], input: input, environment: ["LANG=C.UTF-8"])
  }

  @Test("a query is answered on standard output")
  func query() throws {
    let outcome = try planql(
      "query", "works | summarize n: count(), cost: sum(cost) by lead | sort cost desc",
      "--format", "csv")
    #expect(outcome.status == 0)
    #expect(outcome.output == "lead,n,cost\n水利局,2,420\n园林局,1,80\n环保局,1,40\n")
    #expect(outcome.errors == "")
  }

  @Test("an error is shown with its place on standard error, and nothing on standard output")
  func error() throws {
    let outcome = try planql("query", "works | where costt > 1")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("costt"))
    #expect(outcome.errors.contains("^^^^^"))
    #expect(outcome.errors.contains("'cost'"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test("messages speak the language of the locale, or the one asked for")
  func language() throws {
    let arguments = ["query", "works | where costt > 1", "--plan", plan.path]
    let chinese = try PlanQLBinary.run(arguments, environment: ["LANG=zh_CN.UTF-8"])
    #expect(chinese.errors.contains("是不是"))
    let english = try PlanQLBinary.run(
      arguments + ["--messages", "en"], environment: ["LANG=zh_CN.UTF-8"])
    #expect(english.errors.contains("did you mean"))
  }

  @Test(
    "what the command line cannot mean is a usage error",
    arguments: [
      ["query"], ["nonsense"], ["query", "works", "--format", "xls"],
      ["query", "works", "--as-of", "soon"], ["query", "works", "--param", "year=2023"],
      ["run", "/nonexistent.planql"], ["query", "works", "--plan", "/nonexistent"],
    ])
  func usage(arguments: [String]) throws {
    let rest = arguments.contains("--plan") ? [] : ["--plan", plan.path]
    let outcome = try PlanQLBinary.run(arguments + rest, environment: [])
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(!outcome.errors.isEmpty)
  }

  @Test("options may stand before the command, and a word that is no command is named")
  func arguments() throws {
    let outcome = try PlanQLBinary.run(
      ["--plan", plan.path, "--format", "csv", "query", "works | take 1 | select name"],
      environment: [])
    #expect(outcome.output == "name\n清淤\n")
    let wrong = try PlanQLBinary.run(["--plan", plan.path, "qurey"], environment: [])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("'query'"))
    let help = try PlanQLBinary.run(["--messages", "zh", "--help"], environment: [])
    #expect(help.status == 0)
    #expect(help.output.contains("规划"))
    #expect(help.output.contains("schema"))
  }

  @Test("a query that asks for nothing is said to be none")
  func noQuery() throws {
    for text in ["", "let x = 5"] {
      let outcome = try PlanQLBinary.run(["--plan", plan.path, "query", text], environment: [])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("there is no query"))
    }
  }

  @Test("a quantity is listed in the unit that it is written in")
  func quantities() throws {
    let folder = try TemporaryFolder([
      "plan.yaml": "tables: {roads: {fields: {len: {type: number, unit: km}}}}\n",
      "roads.csv": "name,len\nA,12.5\n",
    ])
    let outcome = try PlanQLBinary.run(
      ["--plan", folder.path, "schema", "roads", "--format", "csv"], environment: [])
    #expect(outcome.output.contains("number of km"))
    let types = try PlanQLBinary.run(
      ["--plan", folder.path, "explain", "types", "roads | select len"], environment: [])
    #expect(types.output.contains("number of km"))
  }

  @Test("a failed check is a line of the report and sets the status")
  func failedCheck() throws {
    try plan.write("check \"dear\": none(works where cost > 200)\n", to: "dear.planql")
    let outcome = try planql("run", plan.path + "/dear.planql")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("dear"))
  }

  @Test("parameters are read by their types")
  func parameters() throws {
    try plan.write(
      "param least: int\nparam unit: text = \"水利局\"\nworks | where cost >= param.least and lead = param.unit | select name\n",
      to: "least.planql")
    let script = plan.path + "/least.planql"
    let outcome = try planql("run", script, "--param", "least=200", "--format", "csv")
    #expect(outcome.output == "name\n护岸\n")
    let other = try planql(
      "run", script, "--param", "least=1", "--param", "unit=园林局", "--format", "csv")
    #expect(other.output == "name\n绿化\n")
    for arguments in [["least=much"], [], ["least=1", "leest=2"]] {
      let outcome = try PlanQLBinary.run(
        ["run", script, "--plan", plan.path] + arguments.flatMap { ["--param", $0] },
        environment: [])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("'least'"))
    }
  }

  @Test("an output file is written whole or not at all")
  func outputFile() throws {
    let file = plan.path + "/out.csv"
    let good = try planql("query", "works | select name", "-o", file)
    #expect(good.status == 0)
    #expect(good.output == "")
    #expect(plan.read("out.csv") == "name\n清淤\n护岸\n绿化\n监测\n")
    let bad = try planql("query", "works | select nam", "-o", file)
    #expect(bad.status == 1)
    #expect(plan.read("out.csv") == "name\n清淤\n护岸\n绿化\n监测\n")
    #expect(plan.list() == ["out.csv", "plan.yaml", "works.csv"])
    let nowhere = try planql("query", "works", "-o", plan.path + "/no/out.csv")
    #expect(nowhere.status == 2)
  }

  @Test("a pipe is written in place of a file")
  func outputDevice() throws {
    let outcome = try planql(
      "query", "works | select name | take 1", "--format", "csv", "-o", "/dev/stdout")
    #expect(outcome.output == "name\n清淤\n")
  }

  @Test("the plan is looked for upwards")
  func upwards() throws {
    try plan.write("works | summarize n: count()\n", to: "reports/n.planql")
    let outcome = try PlanQLBinary.run(
      ["run", "n.planql", "--format", "csv"], environment: [], folder: plan.path + "/reports")
    #expect(outcome.output == "n\n4\n")
    let lost = try PlanQLBinary.run(["query", "works"], environment: [], folder: "/")
    #expect(lost.status == 2)
    #expect(lost.errors.contains("--plan"))
  }

  @Test("a script on standard input is run, also one that begins with '#!'")
  func standardInput() throws {
    let outcome = try planql(
      "--format", "csv", input: "#!/usr/bin/env -S planql run\nworks | take 1 | select name\n")
    #expect(outcome.output == "name\n清淤\n")
    let file = try planql("run", "-", "--format", "csv", input: "works | take 1 | select name\n")
    #expect(file.output == "name\n清淤\n")
  }

  @Test("dot commands on standard input are obeyed line by line, without echo and footer")
  func dotCommands() throws {
    let outcome = try planql(
      input: ".mode csv\nworks | take 1 | select name\n| summarize n: count()\n.quit\nnonsense\n")
    #expect(outcome.status == 0)
    #expect(outcome.output == "name\n清淤\nn\n1\n")
  }

  @Test("check says all that is wrong, also as JSON")
  func check() throws {
    try plan.write("works | where costt > 1\nworks | sort naem\n", to: "bad.planql")
    try plan.write("works | where cost > 1\n", to: "good.planql")
    let bad = try planql(
      "check", plan.path + "/bad.planql", plan.path + "/good.planql", "--format", "json")
    #expect(bad.status == 1)
    #expect(bad.output.hasPrefix("[\n"))
    #expect(bad.output.contains("\"replacement\":\"cost\""))
    #expect(bad.output.contains("\"line\":2"))
    let good = try planql("check", plan.path + "/good.planql")
    #expect(good.status == 0)
  }

  @Test("bytes that are no text are one error")
  func binary() throws {
    let folder = try TemporaryFolder()
    let file = try #require(fopen(folder.path + "/x.planql", "w"))
    for byte: Int32 in [0x70, 0xFF, 0xFE, 0x00, 0x9F, 0x7C] { fputc(byte, file) }
    fclose(file)
    let outcome = try planql("run", folder.path + "/x.planql")
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count { $0.contains("[PQL") } == 1)
  }

  @Test("a file that cannot be written is named with the reason")
  func fullDisk() throws {
    let outcome = try planql("query", "works", "-o", "/dev/full")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'/dev/full'"))
  }

  @Test("a reader that goes away ends the program without a word")
  func closedPipe() throws {
    var (ends, errorEnds) = ([Int32](repeating: 0, count: 2), [Int32](repeating: 0, count: 2))
    try #require(pipe(&ends) == 0 && pipe(&errorEnds) == 0)
    for end in ends + errorEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    close(ends[0])
    let process = try PlanQLBinary.spawn(
      ["query", "works", "--plan", plan.path], environment: [],
      descriptors: [0, ends[1], errorEnds[1]])
    close(ends[1])
    close(errorEnds[1])
    #expect(PlanQLBinary.wait(process) == 141)
    var byte: UInt8 = 0
    #expect(read(errorEnds[0], &byte, 1) == 0)
    close(errorEnds[0])
  }

  @Test("Ctrl-C ends a command at once")
  func interrupted() throws {
    let process = try PlanQLBinary.spawn(
      ["query", SmallPlan.longQuery, "--plan", plan.path, "-o", plan.path + "/out.csv"],
      environment: [], descriptors: [0, 1, 2])
    usleep(500_000)
    kill(process, SIGINT)
    #expect(PlanQLBinary.wait(process) == 130)
    #expect(!plan.list().contains { $0.contains("out.csv") })
  }

  @Test("help explains words, fields and commands")
  func help() throws {
    #expect(try planql("help", "where").output.contains("筛选"))
    #expect(try planql("help", "cost").output.contains("works"))
    #expect(try planql("help", "query").output.contains("--format"))
    #expect(try planql("help", "pql0203").output.contains("^^^^^"))
    #expect(try planql("help", "亩", "--messages", "zh").output.contains("面积"))
    let unknown = try planql("help", "wheer")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("'where'"))
    #expect(try planql("help", "touzie").errors.contains("'投资额'"))
  }

  @Test("help alone lists all there is, the plan's tables with it")
  func helpOverview() throws {
    let overview = try planql("help")
    #expect(overview.status == 0)
    for part in ["  commands  ", "query", "left join", "dense_rank", "works", "jsonl"] {
      #expect(overview.output.contains(part), "\(part)")
    }
    #expect(try planql("help", "--messages", "zh").output.contains("全关联"))
  }

  @Test("help of a script lists what the caller may set, and a file that is not there is named")
  func helpFile() throws {
    try plan.write(
      """
      # planql 1.0 en
      # The works of a year.
      param year: period = 2023
      param least: int
      works | where cost > param.least and param.year is known
      """, to: "set.planql")
    let help = try planql("help", plan.path + "/set.planql")
    #expect(
      help.output == """
        The works of a year.

          --param year=2023  period; 2023 when left out
          --param least=12   int; must be given

        """)
    let missing = try planql("help", "lost.planql")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("lost.planql"))
  }

  @Test("schema lists tables and fields in any format")
  func schema() throws {
    let tables = try planql("schema", "--format", "csv")
    #expect(tables.output.contains("works"))
    let fields = try planql("schema", "works", "--format", "csv")
    #expect(fields.output.contains("cost,cost,int"))
    #expect(try planql("schema", "worsk").status == 2)
  }
}
