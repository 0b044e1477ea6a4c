extension StageWord {
  /// A use of each form of the stage, the plainest first. Reference, help and tests follow.
  package var examples: [UsageExample] {
    switch self {
    case .filter: StageExamples.filter
    case .select: StageExamples.select
    case .extend: StageExamples.extend
    case .drop: StageExamples.drop
    case .summarize: StageExamples.summarize
    case .sort: StageExamples.sort
    case .take: StageExamples.take
    case .skip: StageExamples.skip
    case .distinct: StageExamples.distinct
    case .expand: StageExamples.expand
    case .spread: StageExamples.spread
    case .join: StageExamples.join
    case .leftJoin: StageExamples.leftJoin
    case .fullJoin: StageExamples.fullJoin
    case .append: StageExamples.append
    case .pivot: StageExamples.pivot
    case .fill: StageExamples.fill
    case .total: StageExamples.total
    case .cite: StageExamples.cite
    case .label: StageExamples.label
    }
  }
}

/// Uses of the stages, each over the example plan.
enum StageExamples {
  static let filter: [UsageExample] = [
    UsageExample(
      "the projects of at least a hundred million", "投资额一亿元以上的项目",
      "projects | where investment >= 1亿元 | select no, name, investment",
      "项目 | 筛选 投资额 >= 1亿元 | 选取 序号, 名称, 投资额"),
    UsageExample(
      "those that a unit answers for with others", "某单位与他人共同负责的项目",
      "projects | where units has \"生态环境局\" and count(units) > 1 | select no, name",
      "项目 | 筛选 责任单位 含有 “生态环境局” 且 计数(责任单位) > 1 | 选取 序号, 名称"),
    UsageExample(
      "a condition on the rows around a row: the largest two", "条件也可看其他各行：最大的两个",
      "projects | where rank(investment desc) <= 2 | select no, name, investment",
      "项目 | 筛选 排名(投资额 降序) <= 2 | 选取 序号, 名称, 投资额"),
  ]

  static let select: [UsageExample] = [
    UsageExample(
      "some columns", "选取几列",
      "projects | select no, name, lead | take 3", "项目 | 选取 序号, 名称, 牵头单位 | 取前 3"),
    UsageExample(
      "computed ones, with a label", "计算出的列，写上列名",
      "projects | select no, years: years(period), yearly: investment / years(period) | take 3",
      "项目 | 选取 序号, 年数: 年数(建设期限), 年均: 投资额 / 年数(建设期限) | 取前 3"),
    UsageExample(
      "a column moved to the front", "把一列移到最前",
      "budgets | where year = 2023 | drop goal | select amount, * | take 2",
      "年度计划 | 筛选 年度 = 2023 | 删列 目标任务 | 选取 金额, * | 取前 2"),
  ]

  static let extend: [UsageExample] = [
    UsageExample(
      "a column of shares, and one that goes on from it", "增加比重一列，后一列可用前一列",
      """
      projects
      | select no, investment
      | extend share: investment / sum(investment) as % to 1, large: share > 10%
      | take 3
      """,
      """
      项目
      | 选取 序号, 投资额
      | 增列 比重: 投资额 / 求和(投资额) 折合 % 保留 1, 重大: 比重 > 10%
      | 取前 3
      """),
    UsageExample(
      "a running sum, by a window", "累计数，用窗口计算",
      """
      yearly
      | where project = "产业布局优化工程"
      | select year, amount
      | extend so_far: sum(amount sort year)
      """,
      """
      年度安排
      | 筛选 项目 = “产业布局优化工程”
      | 选取 年度, 金额
      | 增列 累计: 求和(金额 排序 年度)
      """),
    UsageExample(
      "the change since the row before in the same group", "与同组上一行相比的变化",
      """
      progress
      | where as_of in @2024-04..@2024-06 and project.no <= 2
      | select project, as_of, done
      | extend gain: done - previous(done sort as_of within project) as pp
      """,
      """
      进展
      | 筛选 截至日期 属于 @2024-04..@2024-06 且 项目.序号 <= 2
      | 选取 项目, 截至日期, 形象进度
      | 增列 增长: 形象进度 - 上一个(形象进度 排序 截至日期 同一 项目) 折合 百分点
      """),
  ]

  static let drop: [UsageExample] = [
    UsageExample(
      "all columns but some", "去掉几列",
      "funding | drop planned, approved | take 2", "资金 | 删列 计划资金, 下达资金 | 取前 2")
  ]

  static let summarize: [UsageExample] = [
    UsageExample(
      "number and sum for each unit", "按单位汇总项数和投资",
      "projects | summarize n: count(), total: sum(investment) by lead",
      "项目 | 汇总 项数: 计数(), 总投资: 求和(投资额) 按 牵头单位"),
    UsageExample(
      "of all rows, without 'by'", "不写'按'，全部汇总成一行",
      "projects | summarize n: count(), total: sum(investment), largest: max(investment)",
      "项目 | 汇总 项数: 计数(), 总投资: 求和(投资额), 最大: 最大值(投资额)"),
    UsageExample(
      "by a computed key; an item may use the ones before it", "按算出的分组；后一项可用前面的项",
      """
      projects
      | summarize
          n: count(),
          done: count(where status >= "completed"),
          rate: done / n as %
        by begins: year(start(period)), ends: year(end(period))
      """,
      """
      项目
      | 汇总
          项数: 计数(),
          完成: 计数(其中 状态 >= “完工”),
          完成率: 完成 / 项数 折合 %
        按 开工年: 年度(起始(建设期限)), 完工年: 年度(截止(建设期限))
      """),
  ]

  static let sort: [UsageExample] = [
    UsageExample(
      "from large to small, then by number", "从大到小，相同的按序号",
      "projects | sort investment desc, no | select no, name, investment | take 3",
      "项目 | 排序 投资额 降序, 序号 | 选取 序号, 名称, 投资额 | 取前 3"),
    UsageExample(
      "by something that is no column", "按算出的值排序",
      "projects | sort count(units) desc | select no, units | take 2",
      "项目 | 排序 计数(责任单位) 降序 | 选取 序号, 责任单位 | 取前 2"),
  ]

  static let take: [UsageExample] = [
    UsageExample(
      "the largest two", "最大的两个",
      "projects | sort investment desc | take 2 | select no, name, investment",
      "项目 | 排序 投资额 降序 | 取前 2 | 选取 序号, 名称, 投资额"),
    UsageExample(
      "the largest of each category", "每类最大的一个",
      "projects | sort investment desc | take 1 by category | select category, name, investment",
      "项目 | 排序 投资额 降序 | 取前 1 按 类别 | 选取 类别, 名称, 投资额"),
  ]

  static let skip: [UsageExample] = [
    UsageExample(
      "all after the first eight", "第八行以后的各行",
      "projects | sort investment desc | skip 8 | select no, name, investment",
      "项目 | 排序 投资额 降序 | 跳过 8 | 选取 序号, 名称, 投资额"),
    UsageExample(
      "of each unit all but its largest", "每个单位除最大的一个以外",
      """
      projects
      | sort investment desc
      | skip 1 by lead
      | select lead, no, investment
      | sort lead
      """,
      """
      项目
      | 排序 投资额 降序
      | 跳过 1 按 牵头单位
      | 选取 牵头单位, 序号, 投资额
      | 排序 牵头单位
      """),
  ]

  static let distinct: [UsageExample] = [
    UsageExample(
      "each combination once", "每种组合只留一行",
      "projects | distinct category, status | select category, status | take 4",
      "项目 | 去重 类别, 状态 | 选取 类别, 状态 | 取前 4"),
    UsageExample(
      "rows that are alike in all columns", "各列都相同的行只留一行",
      "projects | select lead, period | distinct | take 4",
      "项目 | 选取 牵头单位, 建设期限 | 去重 | 取前 4"),
  ]
}
