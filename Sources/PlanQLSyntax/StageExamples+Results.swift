extension StageExamples {
  static let pivot: [UsageExample] = [
    UsageExample(
      "a row for each unit, a column for each category", "每个单位一行，每个类别一列",
      "projects | pivot count() by lead across category",
      "项目 | 透视 计数() 按 牵头单位 横向 类别"),
    UsageExample(
      "with the columns given, and so known to what follows", "写明各列，后面的步骤就可用",
      """
      yearly
      | pivot sum(amount) by lead: project.lead across year in [2021, 2022]
      | extend growth: growth(`2022`, `2021`) as % to 1
      """,
      """
      年度安排
      | 透视 求和(金额) 按 牵头: 项目.牵头单位 横向 年度 取自 [2021, 2022]
      | 增列 增幅: 增幅(`2022`, `2021`) 折合 % 保留 1
      """),
    UsageExample(
      "one row of all, without 'by'", "不写'按'，全部成一行",
      "projects | pivot sum(investment) across category",
      "项目 | 透视 求和(投资额) 横向 类别"),
  ]

  static let fill: [UsageExample] = [
    UsageExample(
      "the months without a report too", "没有上报的月份也列出",
      """
      milestones
      | where due in 2021
      | summarize n: count() by month: month(due)
      | fill month in @2021-08..@2021-12
      """,
      """
      节点
      | 筛选 完成时限 属于 2021
      | 汇总 项数: 计数() 按 月份: 月份(完成时限)
      | 补齐 月份 取自 @2021-08..@2021-12
      """),
    UsageExample(
      "every value of an enumeration", "枚举的每个值",
      "projects | summarize n: count() by nature | fill nature",
      "项目 | 汇总 项数: 计数() 按 建设性质 | 补齐 建设性质"),
    UsageExample(
      "every combination of two keys", "两个分组的各种组合",
      """
      projects
      | where no >= 8
      | summarize n: count() by lead, nature
      | fill lead, nature in ["new", "continued"]
      """,
      """
      项目
      | 筛选 序号 >= 8
      | 汇总 项数: 计数() 按 牵头单位, 建设性质
      | 补齐 牵头单位, 建设性质 取自 [“新建”, “续建”]
      """),
  ]

  static let total: [UsageExample] = [
    UsageExample(
      "the groups once more without 'by', with what is computed of them",
      "各组之外再算一次总数，派生的列也照算",
      """
      projects
      | summarize n: count(), total: sum(investment) by category
      | extend mean: total / n
      | total
      """,
      """
      项目
      | 汇总 项数: 计数(), 总投资: 求和(投资额) 按 类别
      | 增列 平均: 总投资 / 项数
      | 合计行
      """),
    UsageExample(
      "without groups, the sums of money", "没有汇总时，金额各列相加",
      "projects | where place = \"工业园区\" | select no, name, investment | total",
      "项目 | 筛选 地点 = “工业园区” | 选取 序号, 名称, 投资额 | 合计行"),
  ]

  static let cite: [UsageExample] = [
    UsageExample(
      "the files and lines behind each row", "每一行出自哪些文件的哪些行",
      "projects | summarize total: sum(investment) by lead | cite",
      "项目 | 汇总 总投资: 求和(投资额) 按 牵头单位 | 出处")
  ]

  static let label: [UsageExample] = [
    UsageExample(
      "a caption, a unit and a number of decimals", "标题、单位和小数位数",
      """
      projects
      | summarize total: sum(investment) by lead
      | label lead: "Led by", total: "Investment" as 亿元 to 2
      """,
      """
      项目
      | 汇总 总投资: 求和(投资额) 按 牵头单位
      | 表头 牵头单位: “牵头”, 总投资: “投资” 折合 亿元 保留 2
      """)
  ]
}
