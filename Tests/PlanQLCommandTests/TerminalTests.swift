import Glibc
import Testing

/// The REPL on a real terminal, in every kind of locale.
@Suite("REPL on a terminal")
struct TerminalTests {
  let plan: TemporaryFolder
  let state: TemporaryFolder

  init() throws {
    plan = try TemporaryFolder(SmallPlan.files)
    state = try TemporaryFolder()
  }

  private func start(_ environment: [String] = ["LANG=C.UTF-8"]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["--plan", plan.path], environment: ["XDG_STATE_HOME=\(state.path)"] + environment)
    try terminal.expect("planql> ")
    return terminal
  }

  @Test(
    "typed Chinese arrives in any locale",
    arguments: [["LANG=C"], [], ["LANG=zh_CN.UTF-8"], ["LC_ALL=POSIX"], ["LANG=C.UTF-8"]])
  func typedChinese(environment: [String]) throws {
    let terminal = try start(environment)
    terminal.type("works | where lead = \"园林局\" | select name\r")
    try terminal.expect("绿化")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("Ctrl-C drops the line and what it went on from")
  func interruptedLine() throws {
    let terminal = try start()
    terminal.type("works | take (\r")
    try terminal.expect("… ")
    terminal.type("abc 中文\u{3}")
    try terminal.expect("planql> ")
    terminal.type("works | summarize n: count()\r")
    try terminal.expect("4")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("Ctrl-C stops a query that runs and stays")
  func interruptedQuery() throws {
    let terminal = try start()
    terminal.type(SmallPlan.longQuery + "\r")
    try terminal.expect("count()")
    usleep(500_000)
    terminal.type("\u{3}")
    try terminal.expect("cancelled")
    try terminal.expect("planql> ")
    terminal.type("works | summarize n: count()\r")
    try terminal.expect("4")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("input goes on over lines until it is whole, and an empty line ends it")
  func severalLines() throws {
    let terminal = try start()
    terminal.type("works | summarize n: count(\r")
    try terminal.expect("(")
    try terminal.expect("… ")
    terminal.type(")\r")
    try terminal.expect("planql> ")
    terminal.type("works | take (\r")
    try terminal.expect("… ")
    terminal.type("\r")
    try terminal.expect("PQL")
    try terminal.expect("planql> ")
    terminal.type(".quit\r")
    #expect(terminal.finish() == 0)
  }

  @Test("a line that begins with a bar goes on from the last result")
  func lastResult() throws {
    let terminal = try start()
    terminal.type("works | where year = 2022\r")
    try terminal.expect("绿化")
    try terminal.expect("planql> ")
    terminal.type("| where cost > 100 | select name\r")
    let answer = try terminal.expect("planql> ")
    #expect(answer.contains("护岸"))
    #expect(!answer.contains("绿化"))
    terminal.type(".quit\r")
    #expect(terminal.finish() == 0)
  }

  @Test("Tab completes tables, stages and fields, and lists what fits")
  func completion() throws {
    let terminal = try start()
    terminal.type("wo\t| whe\tcost\t")
    try terminal.expect("works | where cost")
    terminal.type(" > 100 | select \t\t")
    let list = try terminal.expect("works | where cost")
    for name in ["name", "lead", "year"] { #expect(list.contains(name)) }
    terminal.type("name\r")
    try terminal.expect("护岸")
    try terminal.expect("planql> ")
    terminal.type(".sch\two\t\r")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("entries come back with the arrow keys in the next run, and only their owner may read them")
  func history() throws {
    var terminal = try start()
    terminal.type("works | summarize n: count(\r")
    try terminal.expect("… ")
    terminal.type(")\r")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)

    var status = stat()
    #expect(stat(state.path + "/planql/history", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)

    terminal = try start()
    terminal.type("\u{1B}[A")
    try terminal.expect("summarize")
    terminal.type("\r")
    try terminal.expect("4")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("a paste of several lines is one entry")
  func paste() throws {
    let terminal = try start()
    terminal.type("\u{1B}[200~works\n| where year = 2023\n| select name\u{1B}[201~\r")
    try terminal.expect("监测")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("an ended terminal ends the program and gives the terminal back")
  func termination() throws {
    let terminal = try start()
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
    let transcript = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(transcript.contains("\u{1B}[?2004l"))
  }

  @Test("errors are shown with carets, in the language that was chosen")
  func diagnostics() throws {
    let terminal = try start(["LANG=zh_CN.UTF-8"])
    terminal.type("works | where costt > 1\r")
    let answer = try terminal.expect("planql> ")
    #expect(answer.contains("'cost'"))
    #expect(answer.contains("^"))
    terminal.type(".language en\r")
    try terminal.expect("planql> ")
    terminal.type("works | where costt > 1\r")
    try terminal.expect("did you mean")
    try terminal.expect("planql> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }
}
