import PlanQLData

extension StandardTables {
  /// The plan itself: one record, said in `plan.yaml`.
  static let plan = TableDeclaration(
    "plan", "规划", row: Name("plan", "规划"),
    "The plan itself, one record.", "规划本身，只有一条记录。",
    names: ["title"],
    fields: [
      .init("title", "标题", .text, "Full title of the plan.", "规划的全称。", aliases: ["规划名称"]),
      .init(
        "region", "地区", .text, "Region that the plan is for.", "规划所属的地区。", aliases: ["行政区", "辖区"]),
      .init("level", "级别", .one(of: Enumerations.planLevel), "Level of government.", "政府层级。"),
      .init("horizon", "规划期", .period, "Years that the plan covers.", "规划覆盖的年份。"),
      .init(
        "approved_on", "批准日期", .date, "Day on which the plan was approved.", "规划批准的日期。",
        aliases: ["批复日期", "印发日期"]),
      .init("revision", "修订号", .text, "Revision of the plan.", "规划的修订号。"),
      .init("currency", "币种", .text, "Currency of its money, by ISO code.", "金额的币种（ISO 代码）。"),
      .init("money_unit", "金额单位", .text, "Unit that money is shown in.", "金额显示所用的单位。"),
      .init(
        "as_of", "截至日期", .date, "Day up to which the data stand.", "数据截至的日期。",
        aliases: ["截止日期", "统计时间", "数据日期"]),
      .init(
        "data_note", "数据说明", .text,
        "What readers of reports are to know of the data: that some are invented, or not checked yet.",
        "报告读者需要知道的数据情况，如部分数据为虚构或尚未核实。"),
      .init("language", "语言", .text, "Language of its reports: zh or en.", "报告的语言：zh 或 en。"),
      .init(
        "fiscal_year", "财政年度", .text,
        "Month that fiscal years start with, and the calendar year that they are called by.",
        "财政年度起始的月份，以及按起始年还是结束年称呼。"),
    ])

  static let statedTotals = TableDeclaration(
    "stated_totals", "原文合计", row: Name("stated_total", "原文合计"),
    "Totals that the document prints, to check sums against.", "文件中印出的合计数，用来核对。",
    names: ["name"],
    fields: [
      .init(
        "section", "章节", .link("sections"), "Section that is totalled; none for the whole plan.",
        "合计所属的章节；全文合计则空缺。", inverse: Name("stated_totals", "原文合计")),
      .init("name", "名称", .text, "What is totalled.", "合计的内容。", aliases: ["item", "合计项"]),
      .init(
        "value", "监测值", .money, "The total as printed.", "印出的合计数。",
        aliases: ["数值", "合计", "金额", "total"]),
    ])

  static let sections = TableDeclaration(
    "sections", "章节", row: Name("section", "章节"),
    "Sections of the plan and of its lists.", "规划及其附表的章节。",
    names: ["title", "no"], keys: [["no"], ["title"]], parent: "parent",
    fields: [
      .init("no", "序号", .key, "Number of the section.", "章节的序号。", aliases: numberHeadings),
      .init(
        "title", "标题", .text, "Title of the section.", "章节的标题。",
        aliases: ["章节名称", "名称", "章节"], isOptional: false),
      .init(
        "parent", "上级", .link("sections"), "Section that it is part of.", "所属的上级章节。",
        inverse: Name("subsections", "下级章节")),
    ])

  static let measures = TableDeclaration(
    "measures", "措施", row: Name("measure", "措施"),
    "Safeguard measures of the plan.", "规划的保障措施。",
    names: ["title", "no"], keys: [["no"], ["title"]],
    fields: [
      .init("no", "序号", .key, "Number of the measure.", "措施的序号。", aliases: numberHeadings),
      .init(
        "title", "标题", .text, "Title of the measure.", "措施的标题。", aliases: ["措施名称", "名称", "措施"],
        isOptional: false),
      .init("theme", "主题", .text, "What the measure is about.", "措施的主题。"),
      .init("text", "内容", .text, "What is to be done.", "要做的事。", aliases: ["工作措施", "主要内容"]),
      .init(
        "section", "章节", .link("sections"), "Section that holds the measure.", "所在的章节。",
        inverse: Name("measures", "措施")),
      .init(
        "units", "责任单位", .links("units"), "Units that answer for it, in order.", "依次列出的责任单位。",
        aliases: unitHeadings, inverse: Name("measures", "措施")),
    ])

  static let duties = TableDeclaration(
    "duties", "任务", row: Name("duty", "任务"),
    "What a measure obliges somebody to do: lists, reports, checks, reviews.",
    "措施要求完成的具体任务：清单、报告、检查、评估等。",
    names: ["text", "no"], keys: [["measure", "no"], ["no"]],
    fields: [
      .init(
        "measure", "措施", .link("measures"), "Measure that asks for it.", "所属的措施。",
        inverse: Name("duties", "任务")),
      .init("no", "序号", .key, "Number of the duty.", "任务的序号。", aliases: numberHeadings),
      .init("text", "内容", .text, "What is to be done.", "任务的内容。", aliases: ["工作任务", "任务", "主要内容"]),
      .init(
        "units", "责任单位", .links("units"), "Units that answer for it, in order.", "依次列出的责任单位。",
        aliases: unitHeadings, inverse: Name("duties", "任务")),
      .init("kind", "类型", .one(of: Enumerations.dutyKind), "Kind of duty.", "任务的类型。"),
      .init(
        "recurrence", "频次", .one(of: Enumerations.recurrence), "How often it falls due.", "多久一次。"),
      .init(
        "due", "完成时限", .period, "Time by which it is due.", "应完成的时限。",
        aliases: ["完成时间", "整改时限", "办结时限"]),
      .init("status", "状态", .text, "How far it has come.", "完成的情况。", aliases: ["进展状态"]),
      .init("closed_on", "结案日期", .date, "Day on which it was closed.", "办结的日期。", aliases: ["办结日期"]),
    ])

  static let numberHeadings = ["编号", "项次", "序"]
  static let unitHeadings = ["主要责任单位", "责任部门", "主责单位", "承办单位"]
}
