import PlanQLData
import PlanQLReports
import Testing

@Suite("Markdown") struct MarkdownTests {
  @Test("a report has headings, tables, checks and how many hold") func report() {
    #expect(
      OutputFormat.markdown.render(Sample.report) == """
        # 淮安区重点工程进展通报（2023年6月）

        ## 总体情况

        在建项目 7 个，总投资 7亿元，占规划总投资的 97.77%。各单位应当按照年度计划加快推进。
        - 第一项工作尚未完成，需要在年底前完成剩余的管网建设任务并验收

        ### 各牵头单位完成情况

        | 牵头单位 | n | 投资额(万元) | 占比 |
        | --- | ---: | ---: | ---: |
        | 农业农村局 | 4 | 45,000 | 64.29% |
        | 工信局 | 2 | 15,000 | 21.43% |
        | 文广新局 | 1 | 10,000 | 14.29% |
        | **合计** | **7** | **70,000** | |

        - [x] 每个项目都有牵头单位
        - [ ] 完成投资不超过投资额

        | 牵头单位 | n | 投资额(万元) | 占比 |
        | --- | ---: | ---: | ---: |
        | 农业农村局 | 4 | 45,000 | 64.29% |
        | 工信局 | 2 | 15,000 | 21.43% |
        | 文广新局 | 1 | 10,000 | 14.29% |
        | **合计** | **7** | **70,000** | |

        - [x] 各年之和等于投资额

        > 2 行没有建设期限，未计入

        核对 3 项，成立 2 项

        """)
  }

  @Test("pipes, line breaks and markup in cells are escaped") func escaping() {
    let cells = [
      "a|b": "a\\|b", "one\ntwo": "one↵two", "*bold* `code`": "\\*bold\\* \\`code\\`",
      "<script>": "\\<script>", "snake_case": "snake_case", "_x_": "\\_x\\_",
      "C:\\dir": "C:\\\\dir",
      "[1](u)": "\\[1\\](u)", "R&D & more": "R\\&D & more", "~~x~~ 1~2": "\\~\\~x\\~\\~ 1~2",
    ]
    for (text, escaped) in cells {
      let table = Sample.table([Sample.column("t", "t", .text, [.text(text)])])
      let lines = OutputFormat.markdown.render(Sample.document(table)).split(separator: "\n")
      #expect(lines[2] == "| \(escaped) |")
    }
  }

  @Test("English documents speak English") func english() {
    let document = ReportDocument(
      [.check(label: "sums agree", holds: true, rows: nil)], language: .en)
    #expect(OutputFormat.markdown.render(document) == "- [x] sums agree\n\n1 of 1 check holds\n")
    let text = OutputFormat.markdown.render(
      Sample.document(Sample.byLead, language: .en), options: RenderOptions(maxRows: 1))
    #expect(text.hasPrefix("| lead | n | total (wanyuan) | share |\n"))
    #expect(text.contains("| **Total** | **7** | **70,000** | |\n\nfirst 1 of 3 rows\n"))
  }
}
