package import PlanQLData

extension StatementWord {
  /// The statement with its parts, in words.
  package var syntax: LocalizedText {
    switch self {
    case .parameter:
      LocalizedText(en: "param NAME: TYPE [= DEFAULT]", zh: "参数 名称: 类型 [= 默认值]")
    case .binding: LocalizedText(en: "let NAME = VALUE or PIPELINE", zh: "设定 名称 = 值或查询")
    case .definition:
      LocalizedText(
        en: "define [ROW.]NAME[(PARAMETER: TYPE, …)] = VALUE", zh: "定义 [记录.]名称[(参数: 类型, …)] = 值")
    case .use: LocalizedText(en: "use \"FILE\"", zh: "引用 “文件”")
    case .check: LocalizedText(en: "check LABEL: CONDITION", zh: "核对 名称: 条件")
    case .title: LocalizedText(en: "title TEXT", zh: "标题 文本")
    case .text: LocalizedText(en: "text TEXT", zh: "正文 文本")
    case .table: LocalizedText(en: "table [CAPTION]: PIPELINE", zh: "表格 [标题]: 查询")
    case .chart:
      LocalizedText(
        en: "chart bar | line | gantt | heat [CAPTION]: PIPELINE",
        zh: "图表 柱形 | 折线 | 甘特 | 热力 [标题]: 查询")
    case .loop:
      LocalizedText(en: "for NAME in PIPELINE { PARTS }", zh: "逐个 名称 取自 查询 { 各部分 }")
    case .condition:
      LocalizedText(
        en: "if CONDITION { PARTS } [else { PARTS }]", zh: "如果 条件 { 各部分 } [否则 { 各部分 }]")
    }
  }

  /// Scripts that use the statement, the plainest first. Reference, help and tests follow.
  package var examples: [UsageExample] {
    switch self {
    case .parameter: StatementExamples.parameter
    case .binding: StatementExamples.binding
    case .definition: StatementExamples.definition
    case .use: StatementExamples.use
    case .check: StatementExamples.check
    case .title: StatementExamples.title
    case .text: StatementExamples.text
    case .table: StatementExamples.table
    case .chart: StatementExamples.chart
    case .loop: StatementExamples.loop
    case .condition: StatementExamples.condition
    }
  }
}

/// Uses of the statements, each over the example plan.
enum StatementExamples {
  static let parameter: [UsageExample] = [
    UsageExample(
      "a year that the caller may set: --param year=2025", "可由外部设定的年份：--param 年份=2025",
      """
      param year: period = 2022
      projects | where period overlaps param.year | summarize n: count(), total: sum(investment)
      """,
      """
      参数 年份: 时段 = 2022
      项目 | 筛选 建设期限 重叠 参数.年份 | 汇总 项数: 计数(), 总投资: 求和(投资额)
      """),
    UsageExample(
      "a unit, by its name", "一个单位，写名称",
      """
      param unit: unit = "工信局"
      projects | where units has param.unit | select no, name
      """,
      """
      参数 某单位: 单位 = “工信局”
      项目 | 筛选 责任单位 含有 参数.某单位 | 选取 序号, 名称
      """),
  ]

  static let binding: [UsageExample] = [
    UsageExample(
      "a table that is used twice", "一张表用两次",
      """
      let large = projects | where investment >= 1亿元
      text "{count(large)} projects, {sum(large.investment) as 亿元} in all"
      large | select no, name, investment
      """,
      """
      设定 重大 = 项目 | 筛选 投资额 >= 1亿元
      正文 “{计数(重大)} 个项目，共 {求和(重大.投资额) 折合 亿元}”
      重大 | 选取 序号, 名称, 投资额
      """)
  ]

  static let definition: [UsageExample] = [
    UsageExample(
      "a field that every project then has", "每个项目都有的计算字段",
      """
      define project.spent = max(progress.invested)
      projects | select no, investment, spent, left: investment - spent | take 3
      """,
      """
      定义 项目.累计完成 = 最大值(进展.完成投资)
      项目 | 选取 序号, 投资额, 累计完成, 剩余: 投资额 - 累计完成 | 取前 3
      """),
    UsageExample(
      "a function", "函数",
      """
      define rate(part: money, whole: money) = if whole > 0 then part / whole else missing
      funding
      | summarize planned: sum(planned), paid: sum(paid) by year
      | extend rate: rate(paid, planned) as % to 1
      """,
      """
      定义 比率(部分: 金额, 全部: 金额) = 如果 全部 > 0 则 部分 / 全部 否则 missing
      资金
      | 汇总 计划: 求和(计划资金), 支付: 求和(支付资金) 按 年度
      | 增列 支付率: 比率(支付, 计划) 折合 % 保留 1
      """),
  ]

  static let use: [UsageExample] = [
    UsageExample(
      "the definitions of a file in the same folder", "同一文件夹中另一文件里的定义",
      """
      use "shared.planql"
      projects | select no, investment, left | take 2
      """,
      """
      引用 “共用.planql”
      项目 | 选取 序号, 投资额, 剩余 | 取前 2
      """,
      file: UsageExample.UsedFile(
        name: LocalizedText(en: "shared.planql", zh: "共用.planql"),
        source: LocalizedText(
          en: "define project.left = investment - max(progress.invested)",
          zh: "定义 项目.剩余 = 投资额 - 最大值(进展.完成投资)")))
  ]

  static let check: [UsageExample] = [
    UsageExample(
      "what must hold", "应当成立的",
      """
      check "the yearly amounts add up to the plan's total":
        sum(yearly.amount) = sum(projects.investment)
      """,
      """
      核对 “各年之和等于总投资”:
        求和(年度安排.金额) = 求和(项目.投资额)
      """),
    UsageExample(
      "what there must be none of: such rows are shown", "不应有的；有则列出",
      """
      check "no project costs more than 200 million":
        none(projects | where investment > 2亿元 | select no, name, investment)
      """,
      """
      核对 “没有投资超过两亿元的项目”:
        没有(项目 | 筛选 投资额 > 2亿元 | 选取 序号, 名称, 投资额)
      """),
  ]

  static let title: [UsageExample] = [
    UsageExample(
      "a heading with values in it", "标题中可嵌入算式",
      """
      title "{plan.region}: {count(projects)} projects"
      """,
      """
      标题 “{规划.地区}：{计数(项目)} 个项目”
      """)
  ]

  static let text: [UsageExample] = [
    UsageExample(
      "a paragraph; what stands in braces is computed", "一段文字，花括号中的是算式",
      """
      let largest = projects | sort investment desc | take 3
      let share = sum(largest.investment) / sum(projects.investment)
      text "{join(list(largest.name), "、")}: {share as % to 1} of the plan"
      """,
      """
      设定 前三 = 项目 | 排序 投资额 降序 | 取前 3
      设定 占比 = 求和(前三.投资额) / 求和(项目.投资额)
      正文 “{连接(列出(前三.名称), “、”)}，占规划的 {占比 折合 % 保留 1}”
      """)
  ]

  static let table: [UsageExample] = [
    UsageExample(
      "a table with a caption", "带标题的表格",
      """
      table "By category": projects | summarize n: count(), total: sum(investment) by category | total
      """,
      """
      表格 “按类别”: 项目 | 汇总 项数: 计数(), 总投资: 求和(投资额) 按 类别 | 合计行
      """)
  ]

  static let chart: [UsageExample] = [
    UsageExample(
      "a bar for each year", "每年一条柱形",
      """
      chart bar "Investment by year": yearly | summarize amount: sum(amount) by year
      """,
      """
      图表 柱形 “分年投资”: 年度安排 | 汇总 金额: 求和(金额) 按 年度
      """),
    UsageExample(
      "the periods of projects along an axis", "各项目的建设期限",
      """
      chart gantt "Periods": projects | where no <= 3 | select name, period
      """,
      """
      图表 甘特 “建设期限”: 项目 | 筛选 序号 <= 3 | 选取 名称, 建设期限
      """),
  ]

  static let loop: [UsageExample] = [
    UsageExample(
      "a part for each unit", "每个单位一段",
      """
      for u in units | where kind = "department" and any(led_projects) | take 2 {
        title "{u.name}"
        table: u.led_projects | select no, name, investment | take 2
      }
      """,
      """
      逐个 单 取自 单位 | 筛选 类型 = “部门” 且 存在(牵头项目) | 取前 2 {
        标题 “{单.名称}”
        表格: 单.牵头项目 | 选取 序号, 名称, 投资额 | 取前 2
      }
      """)
  ]

  static let condition: [UsageExample] = [
    UsageExample(
      "a part that stands there only where it is needed", "需要时才出现的一段",
      """
      let open = projects | where status < "under_way"
      if any(open) { table "Not begun": open | select no, name } else { text "All projects have begun." }
      """,
      """
      设定 未开 = 项目 | 筛选 状态 < “在建”
      如果 存在(未开) { 表格 “未开工”: 未开 | 选取 序号, 名称 } 否则 { 正文 “所有项目均已开工。” }
      """)
  ]
}
