import PlanQLData
import PlanQLSyntax
import Testing

@Suite("stages")
struct ParserStageTests {
  @Test(
    "each stage is the same tree in both spellings",
    arguments: [
      ("where a and not b", "筛选 a 且 非 b"), ("select a, b: c + 1, *", "选取 a, b: c + 1, *"),
      ("extend a: b as % to 1", "增列 a: b 折合 % 保留 1"), ("drop a, b", "删列 a, b"),
      ("summarize n: count(), s: sum(x) by a, b: c", "汇总 n: count(), s: sum(x) 按 a, b: c"),
      ("summarize count()", "汇总 count()"), ("summarize by a", "汇总 按 a"),
      ("sort a desc, b asc, c", "排序 a 降序, b 升序, c"), ("take 3", "取前 3"),
      ("take 3 by a, b", "取前 3 按 a, b"), ("skip 3 by a", "跳过 3 按 a"), ("distinct", "去重"),
      ("distinct a, b.c", "去重 a, b.c"), ("expand u in units", "展开 u 取自 units"),
      ("expand u in units split a, b once c", "展开 u 取自 units 均分 a, b 计一次 c"),
      ("spread a: x over p by year", "分摊 a: x 依据 p 按 年度"),
      ("spread x over p by quarter daily", "分摊 x 依据 p 按 季度 逐日"),
      ("spread x over p by half evenly", "分摊 x 依据 p 按 半年 均摊"),
      ("spread x over p by month weights [3, 2, 1]", "分摊 x 依据 p 按 月份 权重 [3, 2, 1]"),
      ("total", "合计行"),
    ])
  func spellings(en: String, zh: String) {
    let tree = Parsed.tree("t | \(en)")
    #expect(Parsed.tree("t | \(zh)") == tree)
    #expect(!tree.contains("invalid"))
  }

  @Test("every prefix of a pipeline is a pipeline")
  func prefixes() {
    let stages = [
      "t", "where a > 1", "summarize n: count() by b", "sort n desc", "take 3", "total",
    ]
    for length in 1...stages.count {
      let source = stages.prefix(length).joined(separator: " | ")
      #expect(Parsed.errors(source) == [])
      #expect(Parsed.errors(stages.prefix(length).joined(separator: "\n| ")) == [])
    }
  }

  @Test("a stage knows its keyword and its whole")
  func places() {
    let source = "t | take 3 by a | total"
    guard case .result(let value)? = Parser.parse(source).script.statements.first?.kind,
      case .pipeline(_, let stages) = value.kind
    else {
      Issue.record("no pipeline")
      return
    }
    #expect(stages.map { Parsed.text($0.keyword, of: source) } == ["take", "total"])
    #expect(stages.map { Parsed.text($0.span, of: source) } == ["take 3 by a", "total"])
  }

  @Test(
    "a stage that is missing or unknown is one error",
    arguments: [
      ("t |", ["PQL0104 "]), ("t | | take 3", ["PQL0104 |"]), ("t | 5 | take 3", ["PQL0104 5"]),
      ("t | foo a b | take 3", ["PQL0152 foo"]), ("t |\nlet a = 3", ["PQL0104 "]),
    ])
  func missing(source: String, errors: [String]) {
    #expect(Parsed.errors(source) == errors)
  }

  @Test("a misspelt stage is offered the right one")
  func misspelt() {
    #expect(Parsed.fixed("t | summarise count()") == "t | summarize count()")
    #expect(Parsed.fixed("t | summerize count()") == "t | summarize count()")
    #expect(Parsed.fixed("t | 汇总表 count()") != nil)
  }

  @Test("a '|' that is missing is offered")
  func missingPipes() {
    #expect(Parsed.fixed("t where a > 1") == "t | where a > 1")
    #expect(Parsed.fixed("t | where a > 1 sort b") == "t | where a > 1 | sort b")
    #expect(Parsed.fixed("t\nwhere a > 1") == "t\n| where a > 1")
    #expect(Parsed.fixed("项目 筛选 a > 1") == "项目 | 筛选 a > 1")
    #expect(Parsed.errors("where a > 1") == ["PQL0103 where"])
    #expect(Parsed.errors("select a from t") == ["PQL0102 select"])
  }

  @Test("white space that is missing after a stage is offered")
  func gluedStages() {
    #expect(Parsed.fixed("t | 取前5") == "t | 取前 5")
    #expect(Parsed.fixed("t | 取前5名") == "t | 取前 5")
    #expect(Parsed.fixed("t | 筛选投资额 > 3") == "t | 筛选 投资额 > 3")
  }

  @Test("a label is a name before ':'")
  func labels() {
    #expect(Parsed.fixed("t | extend a = b + 1") == "t | extend a: b + 1")
    #expect(Parsed.fixed("t | summarize n = count() by a") == "t | summarize n: count() by a")
    #expect(Parsed.errors("t | select a = b") == [])
    #expect(Parsed.fixed("t | extend \"年 投资\": b") == "t | extend `年 投资`: b")
    #expect(Parsed.errors("t | select a: b: c") == ["PQL0150 :"])
  }

  @Test("what 'expand' and 'spread' need is said")
  func needs() {
    #expect(Parsed.errors("t | expand units") == ["PQL0115 units"])
    #expect(Parsed.fixed("t | 展开 u 属于 units") == "t | 展开 u 取自 units")
    #expect(Parsed.errors("t | spread x by year") == ["PQL0140 by"])
    #expect(Parsed.errors("t | spread x over p") == ["PQL0141 "])
    #expect(Parsed.errors("t | spread x over p by week") == ["PQL0141 week"])
    #expect(Parsed.errors("t | spread x over p by year weights 3") == ["PQL0154 3"])
    #expect(Parsed.errors("t | drop 3, a") == ["PQL0112 3"])
  }

  @Test("several errors are reported in one run, one for each cause")
  func several() {
    #expect(
      Parsed.errors("t | foo a | where > 3 | take 3 4 | sort b\nlet = 3\nu | bar") == [
        "PQL0152 foo", "PQL0153 >", "PQL0108 4", "PQL0152 bar",
      ])
  }
}
