import PlanQLData
import PlanQLReports

/// Tables built by hand.
enum Sample {
  static let status = Enumeration(
    "status",
    [
      EnumerationCase("not_started", "未开工"), EnumerationCase("under_way", "在建"),
      EnumerationCase("completed", "完工"),
    ])

  static let units = StoredTable(
    definition: TableDefinition(
      Name("units", "单位"), rowName: Name("unit", "单位"), fields: [Field(Name("name", "名称"), .text)],
      nameFields: ["name"]),
    columns: [
      Column(type: .text, values: [.text("农业农村局"), .text("工信局"), .text("文广新局")])
    ],
    count: 3)

  static let titles = EntityTitles(Catalog(tables: [units]))

  static let percent = MeasureUnit.named("%")
  static let wanyuan = MeasureUnit.named("万元")
  static let yiyuan = MeasureUnit.named("亿元")

  static func column(
    _ en: String, _ zh: String, _ type: DataType, _ values: [Value], _ display: Display = .plain
  ) -> ResultColumn {
    ResultColumn(
      name: en, caption: LocalizedText(en: en, zh: zh), type: type, isOptional: true,
      display: display, values: Column(type: type, values: values))
  }

  static func table(
    _ columns: [ResultColumn], footer: [Value]? = nil, notes: [LocalizedText] = []
  ) -> Table {
    Table(
      columns: columns, count: columns.first?.values.count ?? 0, footer: footer, notes: notes,
      titles: titles)
  }

  static func yuan(_ amount: Int64) -> Value { .money(Money(minorUnits: amount * 100)) }

  static func fen(_ amount: Int64) -> Value { .money(Money(minorUnits: amount)) }

  static func years(_ first: Int, _ last: Int) -> Value {
    guard let first = Day(year: first, month: 1, day: 1),
      let last = Day(year: last, month: 12, day: 31),
      let period = Period(from: first, through: last)
    else { return .missing }
    return .period(period)
  }

  /// Amounts by lead unit, with a total.
  static let byLead = table(
    [
      column("lead", "牵头单位", .entity("units"), [0, 1, 2].map { .entity("units", row: $0) }),
      column("n", "n", .int, [.int(4), .int(2), .int(1)]),
      column(
        "total", "投资额", .money(.yuan), [yuan(450_000_000), yuan(150_000_000), yuan(100_000_000)]),
      column(
        "share", "占比", .number, [.number(45.0 / 70), .number(15.0 / 70), .number(10.0 / 70)],
        Display(unit: percent)),
    ],
    footer: [.missing, .int(7), yuan(700_000_000), .missing])

  /// Rows with texts of all widths, missing values and empty texts.
  static let mixed = table([
    column("no", "序号", .int, [.int(1), .int(2), .int(3), .int(10)]),
    column(
      "name", "项目名称", .text,
      [
        .text("淮安区农村生活污水治理工程"), .text("café de\u{301}cor 👩‍👩‍👧 emoji"), .text(""), .missing,
      ]),
    column(
      "content", "建设内容", .text,
      [
        .text("新建污水管网 126 公里，改造泵站 3 座（含配套设备），配套建设在线监测系统；覆盖 12 个镇（街）。"),
        .text("line one\nline two\twith tab and \u{1B}[31mescape"), .text("short"), .missing,
      ]),
    column(
      "investment", "投资额", .money(.yuan), [yuan(100_000_000), fen(1), .missing, fen(-123_456_789)]),
    column(
      "period", "建设期限", .period,
      [years(2021, 2025), years(2022, 2022), .missing, years(2023, 2024)]),
    column(
      "units", "责任单位", .list(.entity("units")),
      [
        .list([.entity("units", row: 0), .entity("units", row: 1)]), .list([]), .missing,
        .list([.entity("units", row: 2)]),
      ]),
    column(
      "status", "状态", .enumeration(status),
      [.enumeration(0), .enumeration(1), .missing, .enumeration(2)]),
    column("ok", "达标", .bool, [.bool(true), .bool(false), .missing, .bool(true)]),
  ])

  static let report = ReportDocument(
    [
      .title("淮安区重点工程进展通报（2023年6月）"),
      .text(
        """
        ## 总体情况

        在建项目 7 个，总投资 7亿元，占规划总投资的 97.77%。各单位应当按照年度计划加快推进。
        - 第一项工作尚未完成，需要在年底前完成剩余的管网建设任务并验收
        """),
      .table(caption: "各牵头单位完成情况", byLead),
      .check(label: "每个项目都有牵头单位", holds: true, rows: nil),
      .check(label: "完成投资不超过投资额", holds: false, rows: byLead),
      .check(label: "各年之和等于投资额", holds: true, rows: nil),
      .message("2 行没有建设期限，未计入"),
    ], language: .zh, moneyUnit: wanyuan)

  static func document(
    _ table: Table, language: Language = .zh, caption: String? = nil,
    moneyUnit: MeasureUnit? = wanyuan
  ) -> ReportDocument {
    ReportDocument([.table(caption: caption, table)], language: language, moneyUnit: moneyUnit)
  }
}
