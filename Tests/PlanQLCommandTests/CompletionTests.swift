import PlanQLData
import PlanQLSyntax
import Testing

@testable import PlanQLCommand

@Suite("Completion")
struct CompletionTests {
  @Test(
    "the place of the cursor is found in unfinished input",
    arguments: [
      ("", CompletionPlace.Kind.statement), ("pro", .statement), ("projects | ", .stage),
      ("projects |whe", .stage), ("projects | where ", .operand), ("projects | where le", .operand),
      ("projects | where lead.", .member(["lead"])),
      ("projects | where lead.parent.na", .member(["lead", "parent"])),
      ("projects | where lead = ", .comparand(["lead"])),
      ("projects | where lead = \"生", .text(["lead"], closing: "\"")),
      ("projects | where status in [", .comparand(["status"])),
      ("projects | where status in [\"a\", ", .comparand(["status"])),
      ("projects | where units has ", .comparand(["units"])),
      ("projects | where lead.name = “生", .text(["lead", "name"], closing: "”")),
      ("projects | sort investment ", .operation), ("projects | sort investment de", .operation),
      ("projects | summarize n: count() ", .operation),
      ("projects | summarize n: count() by ", .operand),
      ("projects | extend share: sum(", .operand),
      ("projects | extend a: investment as ", .unit),
      ("projects # where ", .nothing), ("title \"the pla", .nothing),
      ("title \"{count(projects | ", .stage), ("let x = ", .operand),
      ("chart ", .chart), ("图表 ", .chart), ("for u in units {\n  ", .statement),
      ("for u in units {\n  title \"{u.", .member(["u"])),
      ("if count(projects) > 3 {\n} else {\n  ta", .statement),
      ("for u in units {\n  table \"a\": projects\n  ti", .statement),
      ("逐个 u 取自 单位 {\n  ", .statement), ("projects | select {", .operand),
      ("项目｜筛选 牵头单位。", .member(["牵头单位"])), ("项目 | ", .stage),
      ("项目 | 筛选 状态 = “", .text(["状态"], closing: "”")),
    ])
  func place(text: String, kind: CompletionPlace.Kind) {
    #expect(CompletionPlace(endOf: text).kind == kind)
  }

  @Test(
    "the pipeline around the cursor is found",
    arguments: [
      ("projects | where a > 1 | sel", "projects | where a > 1 "),
      ("table \"by lead\": projects | where ", "projects "),
      ("let x = projects | take ", "projects "),
      ("units | extend n: count(projects | where ", "projects "),
      ("projects | extend n: count(units where ", "projects "), ("projects", ""),
      ("projects | take 3\nunits", ""), ("for u in units {\n  projects | ", "projects "),
      ("for u in units {\n  units\n  projects | ", "projects "),
      ("for u in units | take 3 {\n  title ", ""),
      ("projects\n| take 3\n| ", "projects\n| take 3\n"),
    ])
  func pipeline(text: String, pipeline: String) {
    #expect(CompletionPlace(endOf: text).pipeline == pipeline)
  }

  @Test("the loops around the cursor are found, innermost first")
  func loops() {
    let text =
      "for s in sections {\n}\nfor u in units | where kind = \"town\" {\n  for p in u.projects {\n  "
    #expect(
      CompletionPlace(endOf: text).loops == [
        .init(variable: "p", pipeline: "u.projects "),
        .init(variable: "u", pipeline: "units | where kind = \"town\" "),
      ])
    #expect(CompletionPlace(endOf: "for u in units {\n}\n").loops.isEmpty)
  }

  @Test("the longest common beginning is what Tab adds")
  func commonPrefix() {
    func completions(_ texts: [String]) -> Completions {
      Completions(
        start: 0,
        candidates: texts.map { Completion(text: $0, suffix: "", type: "", doc: "") })
    }
    #expect(completions(["where"]).commonPrefix == "where")
    #expect(completions(["select", "sort"]).commonPrefix == "s")
    #expect(completions(["项目", "项次"]).commonPrefix == "项")
    #expect(completions(["a", "b"]).commonPrefix == "")
    #expect(completions([]).commonPrefix == "")
  }

  @Test("the language of messages comes from the command line, else from the locale")
  func messageLanguage() {
    func language(_ arguments: [String], _ environment: [String: String]) -> Language {
      MessageLanguage.language(arguments: arguments) { environment[$0] }
    }
    #expect(language([], [:]) == .en)
    #expect(language([], ["LANG": "zh_CN.UTF-8"]) == .zh)
    #expect(language([], ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .en)
    #expect(language([], ["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"]) == .zh)
    #expect(language([], ["LC_ALL": "", "LANG": "zh"]) == .zh)
    #expect(language(["planql", "--messages", "zh"], ["LANG": "C"]) == .zh)
    #expect(language(["planql", "--messages=en"], ["LANG": "zh_CN"]) == .en)
    #expect(language(["planql", "--", "--messages", "zh"], [:]) == .en)
  }
}
