/// Scripts in English and in Chinese spelling that mean the same.
enum PrinterSamples {
  static let pairs: [(en: String, zh: String)] = [
    (
      """
      # Projects under way in 2022 or 2023, by lead unit
      projects
      | where period overlaps 2022..2023 and investment >= 1000万元
      | summarize n: count(), total: sum(investment) by lead
      | extend share: total / sum(total) as %
      | sort total desc
      | total
      """,
      """
      # Projects under way in 2022 or 2023, by lead unit
      项目
      | 筛选 建设期限 重叠 2022..2023 且 投资额 >= 1000万元
      | 汇总 n: 计数(), total: 求和(投资额) 按 牵头单位
      | 增列 share: total / 求和(total) 折合 %
      | 排序 total 降序
      | 合计行
      """
    ),
    (
      """
      # planql 1.0 zh

      param y: period = @2023
      param chosen: [unit] = []

      title "{plan.region} {param.y}: construction plan"
      let yearly_parts = projects | spread amount: investment over period by year

      table "by lead unit": yearly_parts
      | where year = param.y
      | summarize amount: sum(amount), n: count() by lead
      | sort amount desc
      | total

      check "the yearly amounts add up to the plan's total":
        sum(yearly_parts.amount) = sum(projects.investment)
      """,
      """
      # planql 1.0 zh

      参数 y: 时段 = 2023年
      参数 chosen: [单位] = []

      标题 “{规划.地区} {参数.y}: construction plan”
      设定 yearly_parts = 项目 | 分摊 amount: 投资额 依据 建设期限 按 年度

      表格 “by lead unit”: yearly_parts
      | 筛选 年度 = 参数.y
      | 汇总 amount: 求和(amount), n: 计数() 按 牵头单位
      | 排序 amount 降序
      | 合计行

      核对 “the yearly amounts add up to the plan's total”:
        求和(yearly_parts.amount) = 求和(项目.投资额)
      """
    ),
    (
      """
      # Late projects, with what is said of them
      let late = (progress | sort as_of desc | take 1 by indicator)

      text \"\"\"
      {count(late where done < 50%)} of {count(projects)} projects are late;
        {sum(late.invested) as 亿元 to 2} is spent.
      \"\"\"

      late
      | where not (status = "completed" or indicator.lead is missing)  # those still under way
      | extend pace: case { done < 30%: "slow", done < 60%: "fair", else: "good" },
               latest: first(done where kind != "plan" sort as_of desc within indicator),
               position: rank(invested desc within indicator.lead),
               flag: if indicator.lead.name starts with "工" then true else false
      # the columns of the report
      | select indicator, pace, latest, position, flag, *
      """,
      """
      # Late projects, with what is said of them
      设定 late = (进展 | 排序 截至日期 降序 | 取前 1 按 指标)

      正文 “
      {计数(late 其中 形象进度 < 50%)} of {计数(项目)} projects are late;
        {求和(late.完成投资) 折合 亿元 保留 2} is spent.
      ”

      late
      | 筛选 非 (状态 = “completed” 或 指标.牵头单位 缺失)  # those still under way
      | 增列 pace: 分情况 { 形象进度 < 30%: “slow”, 形象进度 < 60%: “fair”, 否则: “good” },
             latest: 首个(形象进度 其中 类型 != “plan” 排序 截至日期 降序 同一 指标),
             position: 排名(完成投资 降序 同一 指标.牵头单位),
             flag: 如果 指标.牵头单位.名称 开头是 “工” 则 是 否则 否
      # the columns of the report
      | 选取 指标, pace, latest, position, flag, *
      """
    ),
    (
      """
      projects | expand u in units split investment, area once cost | distinct u, lead
      projects | drop content, place | skip 3 by lead
      projects | take 3
      sum(projects.investment where lead not in [] distinct lead)
      measures | where any(led_projects, investment > 1000万元) and parent under this
      measures | distinct
      projects | spread investment over period by month weights [1, 2, 3.50]
      projects | spread x: cost over period by half daily
      -(1 + 2) * 3 - -4 ?? missing
      @2021-Q3..@2022-H1
      """,
      """
      项目 | 展开 u 取自 责任单位 均分 投资额, 面积 计一次 造价 | 去重 u, 牵头单位
      项目 | 删列 建设内容, 地点 | 跳过 3 按 牵头单位
      项目 | 取前 3
      求和(项目.投资额 其中 牵头单位 不属于 [] 去重 牵头单位)
      措施 | 筛选 存在(牵头项目, 投资额 > 1000万元) 且 上级 隶属 本行
      措施 | 去重
      项目 | 分摊 投资额 依据 建设期限 按 月份 权重 [1, 2, 3.50]
      项目 | 分摊 x: 造价 依据 建设期限 按 半年 逐日
      -(1 + 2) * 3 - -4 ?? 缺失
      2021年3季度..2022年上半年
      """
    ),
  ]

  /// Scripts with layouts, comments and spellings that the printer has to put in order.
  static let rough: [String] = [
    "",
    "\n\n# only a comment\n\n\n# and another",
    "# planql 1.0 en\nprojects",
    "#! /usr/bin/env planql\n# planql 1.0 zh\n\n\n\nprojects|where a>1|take 3   # end",
    "项目｜筛选　投资额＞１０００万元　且　（状态＝“在建”）|取前　５",
    "projects # the source\n# before\n| # inside\nwhere a > 1 # why\n| take 3",
    "projects | where (b) | take 3",
    "let x = projects\n\n| where\n   a > 1\n   and # first\n   b < 2 # second\n   or c = \"\"",
    "extend | sort `where` | take 1 by `sort x`, `if`",
    "projects | extend a: 1, # one\n b: 2, # two\n # three\n c: 3 # four\n| total # five\n# six",
    "count(projects | where a > 1 | sort b)",
    "count( # x\n projects, # y\n b # z\n)",
    "rank(a asc) + rank(a desc, b) + rank(a, b desc within c, d) + share(a within b)",
    "text \"a {\"b {1 + 2}\"} {{c}} \\\"d\\\" \\u{7} \\n\\t\\\\\"",
    "text “第一行\n  第二行 {计数(项目 | 取前 2)} \"x\"\n”",
    "text \"\"\"\n  indented\n    more\n  \"\"\"\ntext “\n \n一\n\n 二\n”",
    "text '{raw} \\n'",
    "title 「角」\ntitle “内含「角」与 'x'”\ntitle \"内含 ” 与 」\"",
    "a; b ;c\n;contains(x); ..2021; by | take 1",
    "if a then b else if c then d else e",
    "case {a: 1, else: 2,}",
    "case { a: 1, b: 2 }",
    "x in [\n1,\n2, # two\n3\n]",
    "not not a = b or not (c and d) and e is known",
    "- -1 + (a.b).c",
    "@2021 + 2021年 + @2021-03 + 2021年3月5日 + 2021年下半年 + 2021年1季度",
    "1_000.50万元 + 85% + 1.2亿 + ５ｍｇ／Ｌ",
    "projects | where \(String(repeating: "investment + ", count: 30))investment > 0",
    "projects | where \(String(repeating: "investment - ", count: 30))investment > 0",
    "projects | extend \((1...20).map { "column_\($0): investment / \($0)" }.joined(separator: ","))",
    "projects | where \((1...12).map { "lead = \"unit \($0)\"" }.joined(separator: " or ")) | take 1",
    "projects | summarize \((1...9).map { "c\($0): sum(investment)" }.joined(separator: ",")) by lead, section",
    "sum(\(String(repeating: "(projects | where investment > 0 | sort no).investment, ", count: 5))1)",
    "table: projects\ntable \"x {1} y\": projects | take 1\ncheck \"a\": all(b, c)",
    "(\n# inside\nprojects\n# more\n| take 3\n)",
    "a ..b | take 1",
    "projects | where period in 2021.. and lead = missing | sort a asc, b desc, c",
    "投资额 不属于 1万元..2万元 且 名称 结尾不是 “局” 或 名称 starts with \"a\"",
    "projects | summarize by lead | summarize count() | distinct",
    "let 年 = 3年\nlet `is` = 1 as % to 2",
    "\u{FEFF}projects\r\n| take 3 # x\r\n\r\n\r\nunits\r\n",
    "projects\r| take 3\r",
  ]
}
