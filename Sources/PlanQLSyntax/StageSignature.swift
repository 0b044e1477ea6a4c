package import PlanQLData

/// What help and completion say of a stage.
package struct StageSignature: Sendable, Hashable {
  /// Both spellings of the stage's word.
  package let name: Name
  /// One phrase in each language.
  package let summary: LocalizedText
  /// The stage with its clauses, in words.
  package let syntax: LocalizedText
  /// A pipeline over the standard tables.
  package let example: LocalizedText

  init(
    _ en: String, _ zh: String, summary: (String, String), syntax: (String, String),
    example: (String, String)
  ) {
    self.name = Name(en, zh)
    self.summary = LocalizedText(en: summary.0, zh: summary.1)
    self.syntax = LocalizedText(en: syntax.0, zh: syntax.1)
    self.example = LocalizedText(en: example.0, zh: example.1)
  }
}

extension StageWord {
  /// Every stage. To add one, add its case and its row here, then follow the compiler.
  package var signature: StageSignature {
    switch self {
    case .filter:
      StageSignature(
        "where", "筛选", summary: ("keeps the rows where a condition holds", "只留下满足条件的行"),
        syntax: ("where CONDITION", "筛选 条件"),
        example: ("projects | where investment >= 1000万元", "项目 | 筛选 投资额 >= 1000万元"))
    case .select:
      StageSignature(
        "select", "选取",
        summary: ("keeps these columns; '*' is all the rest", "只留下这些列；'*' 表示其余各列"),
        syntax: ("select [LABEL:] VALUE, …, *", "选取 [列名:] 值, …, *"),
        example: ("projects | select no, name, lead", "项目 | 选取 序号, 名称, 牵头单位"))
    case .extend:
      StageSignature(
        "extend", "增列",
        summary: ("adds or replaces columns; later ones see earlier ones", "增加或替换列；后面的可用前面的"),
        syntax: ("extend LABEL: VALUE, …", "增列 列名: 值, …"),
        example: (
          "projects | extend share: investment / sum(investment) as %",
          "项目 | 增列 比重: 投资额 / 求和(投资额) 折合 %"
        ))
    case .drop:
      StageSignature(
        "drop", "删列", summary: ("leaves columns of the result out", "从结果中去掉这些列"),
        syntax: ("drop COLUMN, …", "删列 列, …"),
        example: ("projects | drop content, place", "项目 | 删列 建设内容, 地点"))
    case .summarize:
      StageSignature(
        "summarize", "汇总",
        summary: ("makes one row of each group; without 'by' one of all", "每组汇总成一行；没有'按'时全部汇总成一行"),
        syntax: ("summarize [LABEL:] VALUE, … [by KEY, …]", "汇总 [列名:] 值, … [按 分组, …]"),
        example: (
          "projects | summarize n: count(), total: sum(investment) by lead",
          "项目 | 汇总 项数: 计数(), 总投资: 求和(投资额) 按 牵头单位"
        ))
    case .sort:
      StageSignature(
        "sort", "排序",
        summary: ("orders the rows; ties keep their order", "给各行排序；相同的保持原有顺序"),
        syntax: ("sort KEY [desc], …", "排序 依据 [降序], …"),
        example: ("projects | sort investment desc, no", "项目 | 排序 投资额 降序, 序号"))
    case .take:
      StageSignature(
        "take", "取前",
        summary: ("keeps the first rows, of each group with 'by'", "留下最前面的几行；有'按'时每组各留几行"),
        syntax: ("take NUMBER [by KEY, …]", "取前 数目 [按 分组, …]"),
        example: (
          "projects | sort investment desc | take 1 by category",
          "项目 | 排序 投资额 降序 | 取前 1 按 类别"
        ))
    case .skip:
      StageSignature(
        "skip", "跳过",
        summary: ("leaves the first rows out, of each group with 'by'", "去掉最前面的几行；有'按'时每组各去几行"),
        syntax: ("skip NUMBER [by KEY, …]", "跳过 数目 [按 分组, …]"),
        example: ("projects | sort no | skip 3", "项目 | 排序 序号 | 跳过 3"))
    case .distinct:
      StageSignature(
        "distinct", "去重",
        summary: ("keeps the first row of each combination", "每种组合只留第一行"),
        syntax: ("distinct [VALUE, …]", "去重 [值, …]"),
        example: ("projects | distinct lead", "项目 | 去重 牵头单位"))
    case .expand:
      StageSignature(
        "expand", "展开",
        summary: (
          "makes a row of each element of a list; 'split' shares an amount out exactly",
          "列表中每个元素成为一行;'均分'把金额精确分摊"
        ),
        syntax: (
          "expand NAME in LIST [split COLUMN, …] [once COLUMN, …]",
          "展开 名称 取自 列表 [均分 列, …] [计一次 列, …]"
        ),
        example: (
          "projects | expand u in units split investment | summarize sum(investment) by u",
          "项目 | 展开 单位 取自 责任单位 均分 投资额 | 汇总 求和(投资额) 按 单位"
        ))
    case .spread:
      StageSignature(
        "spread", "分摊",
        summary: ("shares an amount out over the parts of a period, exactly", "把金额精确分摊到时段的各期"),
        syntax: (
          "spread [LABEL:] AMOUNT over PERIOD by GRAIN [evenly | daily | weights […]]",
          "分摊 [列名:] 金额 依据 时段 按 粒度 [均摊 | 逐日 | 权重 […]]"
        ),
        example: (
          "projects | spread amount: investment over period by year | summarize sum(amount) by year",
          "项目 | 分摊 年投资: 投资额 依据 建设期限 按 年度 | 汇总 求和(年投资) 按 年度"
        ))
    case .join:
      StageSignature(
        "join", "关联",
        summary: (
          "adds the partner row of another table as one column; rows without a partner are left out",
          "把另一张表中对应的行加为一列；没有对应行的不计入"
        ),
        syntax: ("join NAME in TABLE on CONDITION", "关联 名称 取自 表 对应 条件"),
        example: (
          "projects | join p in progress on p.project = this | select no, name, p.as_of, p.done",
          "项目 | 关联 报告 取自 进展 对应 报告.项目 = 本行 | 选取 序号, 名称, 报告.截至日期, 报告.形象进度"
        ))
    case .leftJoin:
      StageSignature(
        "left join", "左关联",
        summary: ("joins, and keeps rows without a partner", "关联，并保留没有对应行的各行"),
        syntax: ("left join NAME in TABLE on CONDITION", "左关联 名称 取自 表 对应 条件"),
        example: (
          "projects | left join p in progress on p.project = this | where p is missing",
          "项目 | 左关联 报告 取自 进展 对应 报告.项目 = 本行 | 筛选 报告 缺失"
        ))
    case .fullJoin:
      StageSignature(
        "full join", "全关联",
        summary: ("joins, and keeps the rows of both tables", "关联，并保留两张表的所有行"),
        syntax: ("full join NAME in TABLE on CONDITION", "全关联 名称 取自 表 对应 条件"),
        example: (
          "budgets | full join f in funding on f.project = project and f.year = year",
          "年度计划 | 全关联 到账 取自 资金 对应 到账.项目 = 项目 且 到账.年度 = 年度"
        ))
    case .append:
      StageSignature(
        "append", "追加",
        summary: ("adds the rows of another table with the same columns", "在后面追加另一张列相同的表"),
        syntax: ("append TABLE", "追加 表"),
        example: (
          "projects | select name | append (units | select name)",
          "项目 | 选取 名称 | 追加 (单位 | 选取 名称)"
        ))
    case .pivot:
      StageSignature(
        "pivot", "透视",
        summary: (
          "makes a cross-table: a row for each key, a column for each value that runs across",
          "制成交叉表：每个分组一行，横向每个值一列"
        ),
        syntax: (
          "pivot VALUE [by KEY, …] across KEY [in LIST]", "透视 值 [按 分组, …] 横向 分组 [取自 列表]"
        ),
        example: (
          "projects | spread amount: investment over period by year | pivot sum(amount) by lead across year",
          "项目 | 分摊 年投资: 投资额 依据 建设期限 按 年度 | 透视 求和(年投资) 按 牵头单位 横向 年度"
        ))
    case .fill:
      StageSignature(
        "fill", "补齐",
        summary: (
          "adds the combinations of keys that are not there: sums and counts 0, the rest missing",
          "补上没有的分组组合：求和与计数为 0，其余缺失"
        ),
        syntax: ("fill KEY [in LIST], …", "补齐 分组 [取自 列表], …"),
        example: (
          "progress | summarize n: count() by project, month: month(as_of) | fill month in 2023",
          "进展 | 汇总 n: 计数() 按 项目, 月份: 月份(截至日期) | 补齐 月份 取自 2023"
        ))
    case .total:
      StageSignature(
        "total", "合计行", summary: ("adds a footer row with the totals", "在表尾加一行合计"),
        syntax: ("total", "合计行"),
        example: (
          "projects | summarize total: sum(investment) by lead | total",
          "项目 | 汇总 总投资: 求和(投资额) 按 牵头单位 | 合计行"
        ))
    case .cite:
      StageSignature(
        "cite", "出处",
        summary: ("adds the files and lines that each row comes from", "加上每一行的出处：文件和行号"),
        syntax: ("cite", "出处"),
        example: (
          "projects | summarize total: sum(investment) by lead | cite",
          "项目 | 汇总 总投资: 求和(投资额) 按 牵头单位 | 出处"
        ))
    case .label:
      StageSignature(
        "label", "表头",
        summary: ("gives columns captions and display units", "给各列加上表头和显示单位"),
        syntax: (
          "label COLUMN: CAPTION [as UNIT] [to DECIMALS], …", "表头 列: 标题 [折合 单位] [保留 位数], …"
        ),
        example: (
          "projects | summarize total: sum(investment) by lead | label total: \"Investment\" as 亿元",
          "项目 | 汇总 总投资: 求和(投资额) 按 牵头单位 | 表头 总投资: “总投资额” 折合 亿元"
        ))
    }
  }
}
