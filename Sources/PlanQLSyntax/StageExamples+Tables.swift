extension StageExamples {
  static let expand: [UsageExample] = [
    UsageExample(
      "a row for each unit of a project", "项目的每个责任单位各成一行",
      "projects | expand u in units | where no = 7 | select no, name, u",
      "项目 | 展开 单位 取自 责任单位 | 筛选 序号 = 7 | 选取 序号, 名称, 单位"),
    UsageExample(
      "an amount shared out, so that the parts add up again", "均分金额，各份相加仍等于总额",
      """
      projects
      | where no >= 6 and no <= 7
      | expand u in units split investment
      | select no, u, investment
      """,
      """
      项目
      | 筛选 序号 >= 6 且 序号 <= 7
      | 展开 单位 取自 责任单位 均分 投资额
      | 选取 序号, 单位, 投资额
      """),
    UsageExample(
      "an amount left on the first element", "金额只计在第一个元素上",
      """
      projects
      | where no = 7
      | expand u in units once investment
      | select no, u, investment
      """,
      """
      项目
      | 筛选 序号 = 7
      | 展开 单位 取自 责任单位 计一次 投资额
      | 选取 序号, 单位, 投资额
      """),
  ]

  static let spread: [UsageExample] = [
    UsageExample(
      "an amount for each year of a period, the same in each", "时段内每年一份，各年相同",
      """
      projects
      | where no <= 4
      | spread amount: investment over period by year
      | summarize total: sum(amount) by year
      """,
      """
      项目
      | 筛选 序号 <= 4
      | 分摊 年投资: 投资额 依据 建设期限 按 年度
      | 汇总 合计: 求和(年投资) 按 年度
      """),
    UsageExample(
      "by the days in each part", "按各期的天数",
      """
      projects
      | where no = 3
      | spread amount: investment over @2021-01-01..@2021-02-15 by month daily
      | select no, month, amount
      """,
      """
      项目
      | 筛选 序号 = 3
      | 分摊 月投资: 投资额 依据 @2021-01-01..@2021-02-15 按 月份 逐日
      | 选取 序号, 月份, 月投资
      """),
    UsageExample(
      "by a weight for each part", "按各期的权重",
      """
      projects
      | where no = 4
      | spread amount: investment over period by year weights [3, 1]
      | select no, year, amount
      """,
      """
      项目
      | 筛选 序号 = 4
      | 分摊 年投资: 投资额 依据 建设期限 按 年度 权重 [3, 1]
      | 选取 序号, 年度, 年投资
      """),
  ]

  static let join: [UsageExample] = [
    UsageExample(
      "each project with its last report", "每个项目和它最近的上报",
      """
      projects
      | join r in (progress | sort as_of desc | take 1 by project) on r.project = this
      | select no, name, r.as_of, r.done
      | take 3
      """,
      """
      项目
      | 关联 报告 取自 (进展 | 排序 截至日期 降序 | 取前 1 按 项目) 对应 报告.项目 = 本行
      | 选取 序号, 名称, 报告.截至日期, 报告.形象进度
      | 取前 3
      """),
    UsageExample(
      "pairs of rows by any condition: projects of one place", "按任意条件配对：同一地点的项目",
      """
      projects
      | join other in projects on other.place = place and other.no > no
      | select place, name, other: other.name
      """,
      """
      项目
      | 关联 另一个 取自 项目 对应 另一个.地点 = 地点 且 另一个.序号 > 序号
      | 选取 地点, 名称, 另一个: 另一个.名称
      """),
  ]

  static let leftJoin: [UsageExample] = [
    UsageExample(
      "what has no partner", "没有对应行的",
      """
      projects
      | left join b in budgets on b.project = this and b.year = 2023
      | where b is missing
      | select no, name, period
      """,
      """
      项目
      | 左关联 计划 取自 年度计划 对应 计划.项目 = 本行 且 计划.年度 = 2023
      | 筛选 计划 缺失
      | 选取 序号, 名称, 建设期限
      """),
    UsageExample(
      "a column of another query", "取另一查询的列",
      """
      let led = projects | summarize n: count() by lead
      units
      | where kind = "park" or name = "工信局"
      | left join l in led on l.lead = this
      | select name, led: l.n ?? 0
      """,
      """
      设定 牵头 = 项目 | 汇总 项数: 计数() 按 牵头单位
      单位
      | 筛选 类型 = “园区” 或 名称 = “工信局”
      | 左关联 项 取自 牵头 对应 项.牵头单位 = 本行
      | 选取 名称, 牵头项数: 项.项数 ?? 0
      """),
  ]

  static let fullJoin: [UsageExample] = [
    UsageExample(
      "two tables side by side, with what only one of them has", "两张表并列，只有一边有的也列出",
      """
      let planned = budgets | where year = 2023 | summarize amount: sum(amount) by project
      let paid = funding | where year = 2023 | summarize amount: sum(paid) by project
      planned
      | full join p in paid on p.project = project
      | where project is missing or p is missing
      | select project: project ?? p.project, planned: amount, paid: p.amount
      """,
      """
      设定 计划 = 年度计划 | 筛选 年度 = 2023 | 汇总 金额: 求和(金额) 按 项目
      设定 支付 = 资金 | 筛选 年度 = 2023 | 汇总 金额: 求和(支付资金) 按 项目
      计划
      | 全关联 付 取自 支付 对应 付.项目 = 项目
      | 筛选 项目 缺失 或 付 缺失
      | 选取 项目: 项目 ?? 付.项目, 计划: 金额, 支付: 付.金额
      """)
  ]

  static let append: [UsageExample] = [
    UsageExample(
      "the rows of two tables, one after the other", "两张表的行前后相接",
      """
      projects
      | where no = 3
      | select name, on: end(period)
      | append (milestones | where project.no = 3 | select name, on: due)
      """,
      """
      项目
      | 筛选 序号 = 3
      | 选取 名称, 日期: 截止(建设期限)
      | 追加 (节点 | 筛选 项目.序号 = 3 | 选取 名称, 日期: 完成时限)
      """)
  ]
}
