import PlanQLData
import Testing

@testable import PlanQLReports

@Suite("charts as text") struct ChartTests {
  private func lines(_ chart: Chart, width: Int? = nil, language: Language = .zh) -> [String] {
    let document = ReportDocument(
      [.chart(caption: nil, chart)], language: language, moneyUnit: Sample.wanyuan)
    let text = OutputFormat.table.render(document, options: RenderOptions(width: width))
    return text.split(separator: "\n").map(String.init)
  }

  private func bars(_ values: [Value], type: DataType = .int) -> Chart {
    let names = values.indices.map { Value.text("第\($0 + 1)") }
    let table = Sample.table([
      Sample.column("name", "名称", .text, names), Sample.column("n", "数量", type, values),
    ])
    return Chart(.bar, table, ChartColumns(labels: [0], series: [1]))
  }

  @Test("a bar is as long as its value, to an eighth of a column") func lengths() {
    let scale = BarScale([0, 10], width: 10)
    #expect(scale.bar(10) == "██████████")
    #expect(scale.bar(5) == "█████")
    #expect(scale.bar(0.5) == "▌")
    #expect(scale.bar(2.25) == "██▎")
    #expect(scale.bar(0.001) == "▏")
    #expect(scale.bar(0) == "")
    #expect(BarScale([0, 0], width: 10).bar(0) == "")
  }

  @Test("bars of negative values go to the left of a line") func negativeBars() {
    let scale = BarScale([-5, 5], width: 11)
    #expect(scale.bar(-5) == "█████│")
    #expect(scale.bar(-2.5) == "  ▐██│")
    #expect(scale.bar(5) == "     │█████")
    #expect(scale.bar(0) == "     │")
    let none = BarScale([-4, -2], width: 9)
    #expect(none.bar(-4) == "████████│")
    #expect(none.bar(-2) == "    ████│")
  }

  @Test("values and bars stand below one another, a missing value has no bar") func table() {
    let chart = bars([.int(4), .missing, .int(12)])
    #expect(
      lines(chart, width: 40) == [
        "────────────────────────────────────────",
        "名称  数量",
        "────────────────────────────────────────",
        "第1      4  █████████▍",
        "第2      –",
        "第3     12  ████████████████████████████",
        "────────────────────────────────────────",
      ])
  }

  @Test("several series of a bar chart share one scale and are named line by line") func series() {
    let table = Sample.table([
      Sample.column("year", "年度", .period, [Sample.years(2021, 2021), Sample.years(2022, 2022)]),
      Sample.column("planned", "计划", .money(.yuan), [Sample.yuan(40_000), Sample.yuan(80_000)]),
      Sample.column("paid", "支付", .money(.yuan), [Sample.yuan(20_000), .missing]),
    ])
    let chart = Chart(.bar, table, ChartColumns(labels: [0], series: [1, 2]))
    let found = lines(chart, width: 40)
    #expect(found[3...6].map { $0.filter { "█▌▎".contains($0) }.count } == [9, 5, 17, 0])
    #expect(found[3] == "2021年  计划(万元)  4  ████████▌")
    #expect(found[4] == "        支付(万元)  2  ████▎")
  }

  @Test("points stand between the least and the greatest value") func points() {
    let plot = DotPlot([10, 20], width: 11)
    #expect(plot.line([10]) == "●")
    #expect(plot.line([15]) == "     ●")
    #expect(plot.line([20]) == "          ●")
    #expect(plot.line([15, 20]) == "     ●    ○")
    #expect(plot.line([15, 15]) == "     ◉")
    #expect(plot.line([nil, 10]) == "○")
    #expect(DotPlot([7, 7], width: 11).line([7]) == "     ●")
    #expect(DotPlot([-1e308, 1e308], width: 3).line([0]) == " ●")
  }

  private func period(_ text: String) -> Period { Period(text: text) ?? Period(Day(number: 0)) }

  @Test("periods are drawn by the columns whose middle they cover") func periods() throws {
    let axis = try #require(TimeAxis([period("2021..2024")], width: 24))
    #expect(axis.caption == "2021  2022  2023  2024")
    #expect(axis.bar(period("2022")) == "┊     ██████┊     ┊")
    #expect(axis.bar(period("2021-Q1")) == "█     ┊     ┊     ┊")
    #expect(axis.bar(period("2023-07-01")) == "┊     ┊     ┊ ◆   ┊")
    #expect(axis.bar(nil) == "┊     ┊     ┊     ┊")
  }

  @Test("open ends are arrows at the edge") func openPeriods() throws {
    let axis = try #require(TimeAxis([period("2021.."), period("..2022")], width: 12))
    #expect(axis.caption == "2021  2022")
    #expect(axis.bar(period("2021..")) == "███████████▶")
    #expect(axis.bar(period("..2021")).hasPrefix("◀"))
  }

  @Test(
    "an axis is cut at days, months or runs of years, as many as fit",
    arguments: [
      ("2023-03-01..2023-03-10", 30, "03-01 03-03 03-05 03-07 03-09"),
      ("2023-03..2023-08", 48, "2023-03 2023-04 2023-05 2023-06 2023-07 2023-08"),
      ("2021..2050", 30, "    2025 2030 2035 2040 2045 2050"),
      ("1900..2100", 42, "1900 1925 1950 1975 2000 2025 2050 2075 2100"),
      ("0001..9999", 60, "0000  1000  2000  3000  4000  5000  6000  7000  8000  9000"),
    ])
  func axes(text: String, width: Int, caption: String) throws {
    let axis = try #require(TimeAxis([period(text)], width: width))
    #expect(axis.caption == caption)
    #expect(axis.caption.displayWidth <= width + 4)
    #expect(axis.bar(period(text)).displayWidth <= width)
  }

  @Test("nothing but missing periods has no axis") func noAxis() {
    #expect(TimeAxis([], width: 20) == nil)
    let table = Sample.table([
      Sample.column("name", "名称", .text, [.text("甲")]),
      Sample.column("period", "建设期限", .period, [.missing]),
    ])
    let chart = Chart(.gantt, table, ChartColumns(labels: [0], series: [1]))
    #expect(lines(chart)[3] == "甲    –")
  }

  @Test("a heat map of pairs is spread out, columns ascending, missing last") func heat() {
    let table = Sample.table([
      Sample.column("unit", "单位", .text, ["乙", "甲", "乙", "甲"].map { .text($0) }),
      Sample.column(
        "year", "年度", .period,
        [Sample.years(2022, 2022), Sample.years(2021, 2021), .missing, Sample.years(2022, 2022)]),
      Sample.column("n", "n", .int, [.int(1), .int(9), .int(3), .missing]),
    ])
    let chart = Chart(.heat, table, ChartColumns(labels: [0], series: [2], across: 1))
    #expect(
      lines(chart) == [
        "──────────────────────────",
        "单位  2021年  2022年  缺失",
        "──────────────────────────",
        "乙               1 ░   3 ▒",
        "甲       9 █     –",
        "──────────────────────────",
        "n：░ 1 … █ 9",
      ])
  }

  @Test("the series of a cross-table are all columns behind the labels") func found() {
    let chart = Chart(.heat, Sample.byLead, ChartColumns(labels: [0], series: []))
    #expect(chart.columns.series == [1, 2, 3])
    #expect(
      Chart(.bar, Sample.table([]), ChartColumns(labels: [0], series: [])).columns.series == [])
  }

  @Test("no line of a chart is wider than the screen", arguments: [200, 80, 60, 40, 30, 24])
  func widths(width: Int) {
    let long = (0..<5).map { Value.text(String(repeating: "很长的名称", count: $0 * 3 + 1)) }
    let table = Sample.table([
      Sample.column("name", "名称", .text, long),
      Sample.column("period", "建设期限", .period, (0..<5).map { Sample.years(2021, 2021 + $0) }),
      Sample.column("n", "数量", .int, (0..<5).map { .int(Int64($0 * 1000 - 500)) }),
    ])
    let charts = [
      Chart(.bar, table, ChartColumns(labels: [0], series: [2])),
      Chart(.line, table, ChartColumns(labels: [0], series: [2])),
      Chart(.gantt, table, ChartColumns(labels: [0, 2], series: [1])),
    ]
    for chart in charts {
      for language in Language.allCases {
        for line in lines(chart, width: width, language: language) {
          #expect(line.displayWidth <= width, "\(chart.kind): \(line)")
        }
      }
    }
  }

  @Test("formats for machines give a chart as data") func machines() {
    let chart = bars([.int(4), .int(12)])
    let document = ReportDocument(
      [.title("T"), .chart(caption: "数量图", chart)], language: .zh)
    #expect(
      OutputFormat.json.render(document) == """
        {"parts":[
        {"kind":"title","text":"T"},
        {"kind":"chart","caption":"数量图","chart":"bar","axes":{"x":["name"],"y":["n"]},"series":["n"],"rows":[
        {"name":"第1","n":4},
        {"name":"第2","n":12}
        ]}
        ]}

        """)
    #expect(OutputFormat.csv.render(document) == "name,n\n第1,4\n第2,12\n")
    #expect(
      OutputFormat.jsonLines.render(document) == """
        {"title":"T"}
        {"chart":"数量图","row":{"name":"第1","n":4}}
        {"chart":"数量图","row":{"name":"第2","n":12}}

        """)
  }

  @Test("Markdown gives drawings as text of fixed width, a shaded table as a table")
  func markdown() {
    let drawn = ReportDocument([.chart(caption: "数量图", bars([.int(4)]))], language: .zh)
    let text = OutputFormat.markdown.render(drawn)
    #expect(text.hasPrefix("### 数量图\n\n```text\n───"))
    #expect(text.hasSuffix("───\n```\n"))
    let heat = Chart(.heat, Sample.byLead, ChartColumns(labels: [0], series: [1]))
    let shaded = OutputFormat.markdown.render(
      ReportDocument([.chart(caption: nil, heat)], language: .zh))
    #expect(shaded.contains("| 农业农村局 | 4 █ |"))
    let empty = ReportDocument([.chart(caption: nil, bars([]))], language: .en)
    #expect(OutputFormat.markdown.render(empty).contains("(no rows)"))
  }
}
