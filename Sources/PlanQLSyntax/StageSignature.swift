package import PlanQLData

/// What help and completion say of a stage.
package struct StageSignature: Sendable, Hashable {
  /// Both spellings of the stage's word.
  package let name: Name
  /// One phrase in each language.
  package let summary: LocalizedText
  /// The stage with its clauses, in words.
  package let syntax: LocalizedText

  init(
    _ en: String, _ zh: String, summary: (String, String), syntax: (String, String)
  ) {
    self.name = Name(en, zh)
    self.summary = LocalizedText(en: summary.0, zh: summary.1)
    self.syntax = LocalizedText(en: syntax.0, zh: syntax.1)
  }
}

extension StageWord {
  /// The clauses that may follow in the stage, as its syntax has them.
  package var clauses: [ClauseWord] {
    let words = Set(signature.syntax.en.split { !$0.isLetter }.map { String($0) })
    return ClauseWord.allCases.filter { words.contains($0.word.name.en) && !$0.isOfCalls }
  }

  /// Every stage. To add one, add its case, its row here and its examples, then follow the compiler.
  package var signature: StageSignature {
    switch self {
    case .filter:
      StageSignature(
        "where", "筛选", summary: ("keeps the rows where a condition holds", "只留下满足条件的行"),
        syntax: ("where CONDITION", "筛选 条件"))
    case .select:
      StageSignature(
        "select", "选取",
        summary: ("keeps these columns; '*' is all the rest", "只留下这些列；'*' 表示其余各列"),
        syntax: ("select [LABEL:] VALUE, …, *", "选取 [列名:] 值, …, *"))
    case .extend:
      StageSignature(
        "extend", "增列",
        summary: ("adds or replaces columns; later ones see earlier ones", "增加或替换列；后面的可用前面的"),
        syntax: ("extend LABEL: VALUE, …", "增列 列名: 值, …"))
    case .drop:
      StageSignature(
        "drop", "删列", summary: ("leaves columns of the result out", "从结果中去掉这些列"),
        syntax: ("drop COLUMN, …", "删列 列, …"))
    case .summarize:
      StageSignature(
        "summarize", "汇总",
        summary: ("makes one row of each group; without 'by' one of all", "每组汇总成一行；没有'按'时全部汇总成一行"),
        syntax: ("summarize [LABEL:] VALUE, … [by KEY, …]", "汇总 [列名:] 值, … [按 分组, …]"))
    case .sort:
      StageSignature(
        "sort", "排序",
        summary: ("orders the rows; ties keep their order", "给各行排序；相同的保持原有顺序"),
        syntax: ("sort KEY [asc | desc], …", "排序 依据 [升序 | 降序], …"))
    case .take:
      StageSignature(
        "take", "取前",
        summary: ("keeps the first rows, of each group with 'by'", "留下最前面的几行；有'按'时每组各留几行"),
        syntax: ("take NUMBER [by KEY, …]", "取前 数目 [按 分组, …]"))
    case .skip:
      StageSignature(
        "skip", "跳过",
        summary: ("leaves the first rows out, of each group with 'by'", "去掉最前面的几行；有'按'时每组各去几行"),
        syntax: ("skip NUMBER [by KEY, …]", "跳过 数目 [按 分组, …]"))
    case .distinct:
      StageSignature(
        "distinct", "去重",
        summary: ("keeps the first row of each combination", "每种组合只留第一行"),
        syntax: ("distinct [VALUE, …]", "去重 [值, …]"))
    case .expand:
      StageSignature(
        "expand", "展开",
        summary: (
          "makes a row of each element of a list or a range; 'split' shares an amount out exactly",
          "列表或范围中每个元素成为一行;'均分'把金额精确分摊"
        ),
        syntax: (
          "expand NAME in LIST [split COLUMN, …] [once COLUMN, …]",
          "展开 名称 取自 列表 [均分 列, …] [计一次 列, …]"
        ))
    case .spread:
      StageSignature(
        "spread", "分摊",
        summary: ("shares an amount out over the parts of a period, exactly", "把金额精确分摊到时段的各期"),
        syntax: (
          "spread [LABEL:] AMOUNT over PERIOD by GRAIN [evenly | daily | weights […]]",
          "分摊 [列名:] 金额 依据 时段 按 粒度 [均摊 | 逐日 | 权重 […]]"
        ))
    case .join:
      StageSignature(
        "join", "关联",
        summary: (
          "adds the partner row of another table as one column; rows without a partner are left out",
          "把另一张表中对应的行加为一列；没有对应行的不计入"
        ),
        syntax: ("join NAME in TABLE on CONDITION", "关联 名称 取自 表 对应 条件"))
    case .leftJoin:
      StageSignature(
        "left join", "左关联",
        summary: ("joins, and keeps rows without a partner", "关联，并保留没有对应行的各行"),
        syntax: ("left join NAME in TABLE on CONDITION", "左关联 名称 取自 表 对应 条件"))
    case .fullJoin:
      StageSignature(
        "full join", "全关联",
        summary: ("joins, and keeps the rows of both tables", "关联，并保留两张表的所有行"),
        syntax: ("full join NAME in TABLE on CONDITION", "全关联 名称 取自 表 对应 条件"))
    case .append:
      StageSignature(
        "append", "追加",
        summary: ("adds the rows of another table with the same columns", "在后面追加另一张列相同的表"),
        syntax: ("append TABLE", "追加 表"))
    case .pivot:
      StageSignature(
        "pivot", "透视",
        summary: (
          "makes a cross-table: a row for each key, a column for each value that runs across",
          "制成交叉表：每个分组一行，横向每个值一列"
        ),
        syntax: (
          "pivot VALUE [by KEY, …] across KEY [in LIST]", "透视 值 [按 分组, …] 横向 分组 [取自 列表]"
        ))
    case .fill:
      StageSignature(
        "fill", "补齐",
        summary: (
          "adds the combinations of keys that are not there: sums and counts 0, the rest missing",
          "补上没有的分组组合：求和与计数为 0，其余缺失"
        ),
        syntax: ("fill KEY [in LIST], …", "补齐 分组 [取自 列表], …"))
    case .total:
      StageSignature(
        "total", "合计行", summary: ("adds a footer row with the totals", "在表尾加一行合计"),
        syntax: ("total", "合计行"))
    case .cite:
      StageSignature(
        "cite", "出处",
        summary: ("adds the files and lines that each row comes from", "加上每一行的出处：文件和行号"),
        syntax: ("cite", "出处"))
    case .label:
      StageSignature(
        "label", "表头",
        summary: ("gives columns captions and display units", "给各列加上表头和显示单位"),
        syntax: (
          "label COLUMN: CAPTION [as UNIT] [to DECIMALS], …", "表头 列: 标题 [折合 单位] [保留 位数], …"
        ))
    }
  }
}

extension ClauseWord {
  /// Whether the clause stands inside calls only.
  fileprivate var isOfCalls: Bool {
    switch self {
    case .within, .filter, .sort, .distinct: true
    case .by, .descending, .ascending, .in, .split, .once, .over, .evenly, .daily, .weights, .on,
      .across:
      false
    }
  }
}
