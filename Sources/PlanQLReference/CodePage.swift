import PlanQL
import PlanQLData
import PlanQLPlans
import PlanQLSyntax

/// The page of a message: an example that brings it about, with what is said of it.
package enum CodePage {
  /// The code that a text is, in capitals or not; nil where there is no page of it.
  package static func code(_ text: String) -> String? {
    let code = text.uppercased()
    return source(of: code) == nil ? nil : code
  }

  /// The page of a code that has an example.
  package static func entry(_ code: String) -> ReferenceEntry {
    let found = diagnostics(code)
    return ReferenceEntry(
      .code, Name(code), found.first?.message ?? LocalizedText(""),
      [.output(LocalizedText(en: text(of: code, in: .en), zh: text(of: code, in: .zh)))])
  }

  /// What is said of the example of a code, with its place.
  private static func text(of code: String, in language: Language) -> String {
    DiagnosticRenderer(
      source: source(of: code) ?? "", file: ReferenceText.exampleFile[language], language: language,
      width: TerminalPage.exampleWidth
    ).text(diagnostics(code))
  }

  private static func diagnostics(_ code: String) -> [Diagnostic] {
    guard let source = examples[code] else { return diagnostics(ofRun: code, over: plan) }
    return plan.using(files(of: code)).check(QuerySource(source)).filter { $0.code == code }
  }

  /// The script that brings a message about.
  private static func source(of code: String) -> String? { examples[code] ?? runs[code]?.source }

  /// Every code with a page.
  package static var codes: [String] { (Array(examples.keys) + Array(runs.keys)).sorted() }

  /// The standard tables with a revision, and another that cannot be loaded.
  private static let plan = Plan(
    catalog: RevisionCatalog.joined(
      Plan.standard.catalog, [("approved", Plan.standard.catalog)], names: ["approved", "draft"],
      failures: [
        "draft": LocalizedText(
          en: "revisions/draft/projects.csv:3: error: …",
          zh: "revisions/draft/projects.csv:3: 错误: …")
      ]))

  /// A script over the standard tables for each code. To give a message a page, add its row here.
  package static let examples = [
    "PQL0003": "projects | take\u{3} 3",
    "PQL0004": "projects | where name = \"\u{202E}abc\"",
    "PQL0005": "projects | take 3 ☂",
    "PQL0006": "projects | where name = \"clean",
    "PQL0007": "text \"{count(projects\"",
    "PQL0008": "text \"a\\qb\"",
    "PQL0009": "text \"\\u{110000}\"",
    "PQL0010": "text \"a } b\"",
    "PQL0011": "text ”abc“",
    "PQL0012": "projects | select ``",
    "PQL0013": "projects | take 99999999999999999999",
    "PQL0014": "projects | where investment > 1000万元and no > 1",
    "PQL0015": "projects | where investment > 1000块",
    "PQL0016": "projects | where period overlaps @2021-02-30",
    "PQL0017": "projects | where period overlaps 2021Q3",
    "PQL0018": "projects | where period overlaps 2021年一季度",
    "PQL0019": "# planql 9.0\nprojects | take 3",
    "PQL0020": "# planql 1.0 fr\nprojects | take 3",
    "PQL0021": "// the largest\nprojects | take 3",
    "PQL0022": "projects | where period overlaps @2021-2025",
    "PQL0023": "projects | select `name",
    "PQL0024": "projects | where period overlaps 20215年",
    "PQL0101": "| take 3",
    "PQL0102": "select name from projects",
    "PQL0103": "projects where no > 3",
    "PQL0104": "projects | 3",
    "PQL0105": "项目 | 取前5",
    "PQL0107": "projects | where 100万元 < investment < 500万元",
    "PQL0108": "projects | where no 3",
    "PQL0109": "projects | select lead.",
    "PQL0110": "let 3 = projects",
    "PQL0111": "let big projects | where investment > 1000万元",
    "PQL0112": "projects | drop 3",
    "PQL0113": "check count(projects) > 3",
    "PQL0114": "param year = 2023",
    "PQL0115": "projects | expand units",
    "PQL0116": "projects | extend a: if no > 3 \"late\" else \"early\"",
    "PQL0117": "text \"a {} b\"",
    "PQL0118": "text \"{count(projects):2}\"",
    "PQL0119": "projects | extend a: if no > 3 then \"late\"",
    "PQL0120": "projects | extend a: case no > 3: 1",
    "PQL0121": "projects | extend a: case { no > 3 1, else: 2 }",
    "PQL0122": "projects | where (investment as 亿元) > 3亿元",
    "PQL0123": "projects | extend a: no / 3 to many",
    "PQL0124": "projects | extend a: case { else: 1, no > 3: 2 }",
    "PQL0125": "projects | extend n: count(units, units | take 1)",
    "PQL0126": "projects | summarize n: sum(investment distinct lead where no > 3)",
    "PQL0127": "projects | summarize n: count(where no > 3 where no < 9)",
    "PQL0128": "projects | summarize n: count(no, where no > 3)",
    "PQL0129": "projects | where investment > ￥1000",
    "PQL0130": "projects | filter no > 3",
    "PQL0131": "项目 | 筛选 名称 = “a” 且序号 < 9",
    "PQL0132": "projects | extend \"share\": 1",
    "PQL0133": "projects | extend share = 1",
    "PQL0134": "projects | where no > .5",
    "PQL0135": "projects | where lead in (\"a\", \"b\")",
    "PQL0136": "projects | extend n: name.length()",
    "PQL0137": "let a = 1 let b = 2",
    "PQL0138": "projects | sort by no",
    "PQL0139": "projects | extend a: units[0]",
    "PQL0140": "projects | spread amount: investment by year",
    "PQL0141": "projects | spread amount: investment over period",
    "PQL0142": "projects | take 3)",
    "PQL0143": "table \"all\" projects",
    "PQL0144": "projects | where investment > 1,000万元",
    "PQL0145": "projects | where (no > 3",
    "PQL0148": "param year: = 2023",
    "PQL0149": "projects, units | take 3",
    "PQL0150": "projects | where no: 3",
    "PQL0151": "projects | extend a: investment as 3",
    "PQL0152": "projects | wher no > 3",
    "PQL0153": "projects | where no >",
    "PQL0154": "projects | spread amount: investment over period by year weights 3",
    "PQL0170": "projects | extend a: case when no > 3 then 1 else 2 end",
    "PQL0171": "项目 | 按 投资额 排序",
    "PQL0172": "projects | where .no > 3",
    "PQL0173": "projects.head(5)",
    "PQL0174": "projects | select(name, no)",
    "PQL0175": "projects | summarize n: count(*)",
    "PQL0176": "projects as p | take 3",
    "PQL0177": "projects | take 5..10",
    "PQL0178": "text f\"{count(projects)}\"",
    "PQL0179": "projects | extend a: sum(investment) over (partition by lead order by no)",
    "PQL0180": "projects | join progress on progress.project = this",
    "PQL0181": "projects | join p in progress",
    "PQL0182": "projects | pivot count() by lead",
    "PQL0183": "projects | label investment",
    "PQL0190": "for u in units",
    "PQL0191": "let a = if count(projects) > 3 { text \"many\" }",
    "PQL0192": "chart bar \"by lead\" projects",
    "PQL0193": "chart \"by lead\": projects",
    "PQL0194": "define halved(x) = x / 2",
    "PQL0195": "define halved(x: money)",
    "PQL0196": "for u units { title u.name }",
    "PQL0197": "use shared",
    "PQL0198": "define limit = 700万元",
    "PQL0201": "project | take 3",
    "PQL0202": "let name = \"a\"\nprojects | where name = \"b\"",
    "PQL0203": "projects | where investmant > 1000万元",
    "PQL0204": "projects | select no, no",
    "PQL0205": "let a = 1\nlet a = 2",
    "PQL0206": "projects | select name.length",
    "PQL0207": "projects | where outer.no > 1",
    "PQL0208": "projects | summarize n: count() | where this.no > 1",
    "PQL0209": "text \"{this.name}\"",
    "PQL0210": "projects | where lead = \"环保局\"",
    "PQL0211": "projects | where units(no) > 1",
    "PQL0212": "text \"{plan}\"",
    "PQL0214": "projects | extend a: lenght(name)",
    "PQL0215": "projects | where period overlaps param.year",
    "PQL0216": "param year: years = 2023",
    "PQL0217": "projects | where status = \"begun\"",
    "PQL0218": "progress | select 项目: text, project | where 项目 = \"开工\"",
    "PQL0219": "projects | select *, *",
    "PQL0220": "projects | select name | drop name",
    "PQL0240": "text \"{late}\"\nlet late = count(projects)",
    "PQL0241": "define late(d: duration) = 3天 + d\nlate(2个月)",
    "PQL0242":
      "define a(n: int) = n + n\ndefine b(n: int) = a(a(a(a(a(a(a(a(n))))))))\ndefine c(n: int) = b(b(n))",
    "PQL0243": "define project.name = code",
    "PQL0244": "define project.twice = no * 2\nprojects | select twice()",
    "PQL0245": "define project.times(n: int) = no * n\nprojects | select times",
    "PQL0246": "define sum(x: int) = x",
    "PQL0247": "for u in units { param year: period = 2023 }",
    "PQL0248": "define again(n: int) = again(n - 1)",
    "PQL0249": "define projcet.twice = no * 2",
    "PQL0250": "for y in 2021..2023 { text \"{y}\" }",
    "PQL0251": "use \"shared.planql\"",
    "PQL0252": "use \"shred.planql\"",
    "PQL0253": "use \"a.planql\"",
    "PQL0255": "let late = 5\nuse \"shared.planql\"",
    "PQL0256": "use \"shared.planql\"",
    "PQL0257": "use \"shared.planql\"",
    "PQL0260": "chart bar: projects | select name",
    "PQL0261": "chart bar: projects | select name, lead",
    "PQL0262": "chart bar: projects | select name, no, investment",
    "PQL0263": "chart bar: projects | summarize n: count() by lead | total",
    "PQL0290": "count(plan(\"draft\").projects)",
    "PQL0291": "plan(3).projects",
    "PQL0292": "plan().projects",
    "PQL0293": "plan(\"approved\").projcts",
    "PQL0294": "plan(\"aproved\").projects",
    "PQL0301": "projects | summarize a: sum(sum(investment))",
    "PQL0302": "text \"{count()}\"",
    "PQL0303": "projects | summarize a: sum()",
    "PQL0304": "projects | extend a: length(no)",
    "PQL0305": "projects | extend a: if no > 3 then \"late\" else 0",
    "PQL0306": "projects | summarize a: sum(name)",
    "PQL0307": "projects | extend a: length(name where no > 3)",
    "PQL0308": "projects | where investment > 0.001元",
    "PQL0309": "projects | where units = \"工信局\"",
    "PQL0310": "projects | summarize n: count() by units",
    "PQL0311": "projects | sort units",
    "PQL0312": "projects | summarize investment by lead",
    "PQL0313": "projects | where no in [1, \"a\"]",
    "PQL0314": "projects | where investment > 1000",
    "PQL0315": "projects | take -1",
    "PQL0316": "projects | where name under \"a\"",
    "PQL0317": "projects | where no",
    "PQL0318": "projects | take \"3\"",
    "PQL0319": "projects | expand n in name",
    "PQL0320": "projects | expand u in units split name",
    "PQL0321": "projects | spread amount: investment over no by year",
    "PQL0322": "3 | take 1",
    "PQL0323": "projects | where no in \"abc\"",
    "PQL0324": "projects | where end(period) - start(period) > 1.5天",
    "PQL0325": "projects | where investment > 99999999999亿元",
    "PQL0326": "units | summarize a: sum(projects.investment)",
    "PQL0327": "projects | where name > 3",
    "PQL0328": "projects | where period < 2023",
    "PQL0329": "projects | extend a: 1..2",
    "PQL0330": "projects | where period overlaps 2025..2021",
    "PQL0331":
      "let t = projects | summarize a: count(), b: count() by lead\nunits | where name = t",
    "PQL0332": "projects | extend a: name + code",
    "PQL0333": "projects | summarize n: count(no, code)",
    "PQL0334": "projects | total | take 3",
    "PQL0335": "projects | extend a: name as 亿元",
    "PQL0336": "param year: period = \"a\"",
    "PQL0337": "projects | where period overlaps 2021-2025",
    "PQL0340": "projects | select name | append (units | select name, kind)",
    "PQL0341": "projects | select a: investment | append (units | select a: name)",
    "PQL0342": "projects | label investment: 5",
    "PQL0343": "projects | extend r: rank(investment desc distinct lead)",
    "PQL0344": "projects | pivot count() by lead across section | where lead is known",
    "PQL0345": "count(projects | pivot count() by lead across section)",
    "PQL0346": "projects | fill no in 1..20",
    "PQL0347": "projects | extend m: median(investment sort no)",
    "PQL0348": "projects | summarize n: count() by lead | fill n",
    "PQL0349": "[1, 2] | cite",
    "PQL0350": "projects | summarize n: count() by lead | fill lead in 2021",
    "PQL0351": "projects | summarize n: count() by no | fill no in 1..1000000",
    "PQL0352": "projects | extend r: rank()",
    "PQL0353": "projects | extend p: previous(no, 0)",
    "PQL0354":
      "let n = projects | summarize n: count() by lead\nprojects | join m in n on m.lead = lead | where m = 3",
    "PQL0355": "percentile(projects.investment, 90)",
    "PQL0356": "projects | pivot count() by lead across section in sections",
    "PQL0357": "projects | summarize r: rank(investment desc)",
    "PQL0358": "projects | summarize s: sum(investment within lead)",
    "PQL0359": "param year: period = 2023\nprojects | where period overlaps year",
    "PQL0360": """
    let a = projects | summarize n: count() by no
    let b = a | join x in a on x.no = no | summarize n: sum(n) by no
    let c = b | join x in b on x.no = no | summarize n: sum(n) by no
    let d = c | join x in c on x.no = no | summarize n: sum(n) by no
    let e = d | join x in d on x.no = no | summarize n: sum(n) by no
    let f = e | join x in e on x.no = no | summarize n: sum(n) by no
    let g = f | join x in f on x.no = no | summarize n: sum(n) by no
    g | cite
    """,
    "PQL0361": "projects | select n: ntile(0 sort no)",
    "PQL0380": "round(20.5亩)",
    "PQL0381": "20亩 + 3万元",
    "PQL0382": "20亩 > 15",
    "PQL0395": "diff(\"approved\", \"current\", (projects | summarize by lead))",
    "PQL0396": "diff(\"approved\", \"current\", (projects | distinct lead))",
    "PQL0397": "diff(\"approved\", projects)",
    "PQL0398": "changes | where this in plan(\"approved\").changes",
    "PQL0400": "projects | where status = completed",
    "PQL0401": "projects | where no != 1 or no != 2",
    "PQL0402": "projects | where no = 1 or no = 2 and name = \"a\"",
    "PQL0403": "x = 3",
    "PQL0404": "projects | where lead = missing",
    "PQL0405": "projects | where no = 1 and no = 2",
    "PQL0406": "projects | where start(period) > '2021-01-01'",
    "PQL0407": "projects | where no in 5..1",
    "PQL0408": "projects | where min(progress.done) != 50%",
    "PQL0409": "projects | where count(units) < 0",
    "PQL0410": "projects | where no > 3 and no > 3",
    "PQL0411": "projects | sort no | summarize n: count() by lead",
    "PQL0412": "let late = 3\nprojects | take 3",
    "PQL0413": "param year: period = 2023\nprojects | take 3",
    "PQL0414": "define doubled(x: int) = x * 2\nprojects | take 3",
    "PQL0415": "use \"shared.planql\"\nprojects | take 3",
    "PQL0420": "projects | expand u in units | summarize total: sum(investment) by section",
    "PQL0421":
      "projects | expand u in units | summarize n: count() by u | extend part: n / sum(n)",
    "PQL0422": "projects | expand u in units | summarize n: count() by u | total",
    "PQL0423": "projects | where status > \"in_use\"",
    "PQL0424": "projects | where investment = investment",
    "PQL0425": "projects | where 1 = 2",
    "PQL0427": "projects | summarize n: count(distinct first(units))",
    "PQL0428": "projects | sort \"investment\"",
    "PQL0429": "projects | summarize total: sum(projects.investment) by lead",
    "PQL0426": "projects | where no in []",
  ]
}
