import PlanQLData

extension StandardTables {
  static let indicators = TableDeclaration(
    "indicators", "指标", row: Name("indicator", "指标"),
    "Targets of the plan, each in its own unit.", "规划的指标，各有计量单位。",
    names: ["name", "no"], keys: [["no"], ["name"]],
    fields: [
      .init("no", "序号", .key, "Number of the indicator.", "指标的序号。", aliases: numberHeadings),
      .init(
        "name", "名称", .text, "Name of the indicator.", "指标的名称。", aliases: ["指标名称", "指标"],
        isOptional: false),
      .init(
        "domain", "领域", .one(of: Enumerations.domain), "What it measures.", "所属的领域。",
        aliases: ["类别", "要素"]),
      .init("measured_in", "计量单位", .text, "Unit of its values.", "数值的计量单位。", aliases: ["单位"]),
      .init(
        "attribute", "属性", .one(of: Enumerations.attribute), "Binding or expected.", "约束性或预期性。",
        aliases: ["指标属性", "指标性质"]),
      .init("direction", "方向", .one(of: Enumerations.direction), "Which way is better.", "向好的方向。"),
      .init("baseline", "基期值", .number, "Value at the start.", "基期的数值。", aliases: ["现状值", "基准值"]),
      .init("baseline_year", "基期年", .period, "Year of the baseline.", "基期的年份。"),
      .init("target", "目标值", .number, "Value to be reached.", "要达到的数值。", aliases: ["规划目标"]),
      .init("target_year", "目标年", .period, "Year of the target.", "目标的年份。"),
      .init("target_text", "目标表述", .text, "A target that is no number.", "不是数字的目标。"),
      .init(
        "comparator", "比较", .one(of: Enumerations.comparator), "How value and target compare.",
        "数值与目标如何比较。"),
      .init(
        "units", "责任单位", .links("units"), "Units that answer for it, in order.", "依次列出的责任单位。",
        aliases: unitHeadings, inverse: Name("indicators", "指标")),
    ])

  static let observations = TableDeclaration(
    "observations", "监测", row: Name("observation", "监测"),
    "Values of indicators as observed or foreseen.", "指标的监测值和预计值。",
    fields: [
      .init(
        "indicator", "指标", .link("indicators"), "Indicator observed.", "所监测的指标。",
        aliases: ["指标名称"], isOptional: false, inverse: Name("observations", "监测")),
      .init("place", "地点", .text, "Where it was observed.", "监测的地点。", aliases: ["点位", "断面"]),
      .init("time", "时间", .period, "Year, quarter, month or day.", "年、季、月或日。"),
      .init(
        "value", "监测值", .number, "The value, in the indicator's unit.", "以指标的计量单位计的数值。",
        aliases: ["完成值", "实际值", "数值"]),
      .init("kind", "类型", .one(of: Enumerations.observationKind), "Actual or forecast.", "实际或预计。"),
    ])

  static let budgets = TableDeclaration(
    "budgets", "年度计划", row: Name("budget", "年度计划"),
    "Yearly plan of each project.", "各项目的年度计划。",
    keys: [["project", "year"]],
    fields: [
      .init(
        "project", "项目", .link("projects"), "Project planned for.", "所属的项目。", isOptional: false,
        inverse: Name("budgets", "年度计划")),
      .init("year", "年度", .period, "Year of the plan.", "计划的年度。", aliases: ["年份"]),
      .init(
        "amount", "金额", .money, "Investment planned for the year.", "当年计划投资。",
        aliases: ["年度计划投资", "年度投资计划", "计划投资"]),
      .init(
        "goal", "目标任务", .text, "What is to be done in the year.", "当年的目标任务。",
        aliases: ["年度目标", "年度建设内容"]),
    ])

  /// No file holds it: see `YearlyAmounts`.
  static let yearly = TableDeclaration(
    "yearly", "年度安排", row: Name("yearly_amount", "年度安排"),
    "Investment of each project by year: the explicit yearly plan, else the even spread.",
    "各项目分年投资：有年度计划的按计划，没有的按建设期限均摊。",
    fields: [
      .init(
        "project", "项目", .link("projects"), "Project invested in.", "所属的项目。", isOptional: false,
        inverse: Name("yearly", "年度安排")),
      .init("year", "年度", .period, "Year of the amount.", "安排的年度。", aliases: ["年份"]),
      .init("amount", "金额", .money, "Investment of the year.", "当年安排的投资。"),
      .init(
        "stated", "明列", .bool, "Whether an explicit yearly plan stands for it.", "是否有明列的年度计划。",
        isOptional: false),
    ])

  static let funding = TableDeclaration(
    "funding", "资金", row: Name("fund", "资金"),
    "Money of a project by source and year.", "项目按来源和年度的资金。",
    keys: [["project", "source", "year"]],
    fields: [
      .init(
        "project", "项目", .link("projects"), "Project funded.", "所属的项目。",
        inverse: Name("funding", "资金")),
      .init(
        "source", "来源", .one(of: Enumerations.source), "Where the money comes from.", "资金的来源。",
        aliases: ["资金来源", "筹资渠道"]),
      .init("year", "年度", .period, "Year of the money.", "资金的年度。", aliases: ["年份"]),
      .init("planned", "计划资金", .money, "Money planned.", "计划的资金。"),
      .init("approved", "下达资金", .money, "Money approved.", "下达的资金。", aliases: ["批复资金", "安排资金"]),
      .init("in_place", "到位资金", .money, "Money in place.", "到位的资金。", aliases: ["资金到位"]),
      .init("paid", "支付资金", .money, "Money paid out.", "支付的资金。", aliases: ["拨付资金"]),
    ])

  static let fiscal = TableDeclaration(
    "fiscal", "财政", row: Name("fiscal_year", "财政年度"),
    "Revenue and environmental spending by year.", "各年的财政收入和环保支出。",
    keys: [["year"]],
    fields: [
      .init("year", "年度", .period, "Year of the figures.", "数据的年度。", aliases: ["年份"]),
      .init("revenue", "财政收入", .money, "Public revenue.", "财政收入。", aliases: ["一般公共预算收入"]),
      .init(
        "environment_spending", "环保支出", .money, "Spending on the environment.", "环保支出。",
        aliases: ["节能环保支出"]),
    ])

  static let progress = TableDeclaration(
    "progress", "进展", row: Name("report", "进展"),
    "Reports on how far projects have come.", "项目进展的上报。",
    keys: [["project", "as_of"]],
    fields: [
      .init(
        "project", "项目", .link("projects"), "Project reported on.", "上报的项目。", aliases: ["项目名称"],
        isOptional: false, inverse: Name("progress", "进展")),
      .init(
        "as_of", "截至日期", .date, "Day of the report.", "数据截至的日期。",
        aliases: ["截止日期", "统计时间", "数据日期"]),
      .init(
        "done", "形象进度", .number, "Share of the physical work done, 0 to 1.",
        "已完成工程量的比例，0 到 1。", aliases: ["完成比例", "工程进度", "进度"], shownIn: .named("%")),
      .init(
        "invested", "完成投资", .money, "Invested so far, cumulative.", "累计完成的投资。",
        aliases: ["累计完成投资", "已完成投资"]),
      .init(
        "status", "状态", .one(of: Enumerations.status), "Status at the time.", "当时所处的阶段。",
        aliases: ["进展状态", "项目状态", "建设状态"]),
      .init(
        "light", "亮灯", .one(of: Enumerations.light), "Red, amber or green.", "红灯、黄灯或绿灯。",
        aliases: ["红绿灯", "预警"]),
      .init("text", "内容", .text, "What was reported.", "上报的内容。", aliases: ["进展情况"]),
      .init("problem", "问题", .text, "What stands in the way.", "存在的问题。", aliases: ["存在问题"]),
    ])

  static let milestones = TableDeclaration(
    "milestones", "节点", row: Name("milestone", "节点"),
    "Milestones of projects.", "项目的节点。",
    names: ["name"],
    fields: [
      .init(
        "project", "项目", .link("projects"), "Project it belongs to.", "所属的项目。", aliases: ["项目名称"],
        isOptional: false, inverse: Name("milestones", "节点")),
      .init("name", "名称", .text, "What is to be reached.", "节点的名称。", aliases: ["节点", "节点名称"]),
      .init("due", "完成时限", .date, "Day on which it is due.", "应完成的日期。", aliases: ["完成时间"]),
      .init("done_on", "完成日期", .date, "Day on which it was reached.", "实际完成的日期。"),
    ])

  static let assessments = TableDeclaration(
    "assessments", "考核", row: Name("assessment", "考核"),
    "Scores of units in the yearly assessment.", "各单位年度考核的得分。",
    keys: [["unit", "year", "item"]],
    fields: [
      .init(
        "unit", "单位", .link("units"), "Unit assessed.", "被考核的单位。", aliases: ["被考核单位"],
        isOptional: false, inverse: Name("assessments", "考核")),
      .init("year", "年度", .period, "Year assessed.", "考核的年度。", aliases: ["年份"]),
      .init("item", "考核项", .text, "What is scored.", "考核的内容。", aliases: ["考核内容", "考核指标"]),
      .init("points", "满分", .number, "Points to be had.", "该项的满分。", aliases: ["分值", "标准分"]),
      .init("score", "得分", .number, "Points given.", "考核的得分。", aliases: ["考核得分"]),
      .init("reason", "原因", .text, "Why points were lost.", "扣分的原因。", aliases: ["扣分原因"]),
    ])

  static let rules = TableDeclaration(
    "rules", "计分规则", row: Name("rule", "计分规则"),
    "How scores are made.", "如何计分。",
    names: ["item"], keys: [["item"]],
    fields: [
      .init("item", "考核项", .text, "What is scored.", "考核的内容。", aliases: ["考核内容", "考核指标"]),
      .init(
        "indicator", "指标", .link("indicators"), "Indicator it rests on.", "所依据的指标。",
        inverse: Name("rules", "计分规则")),
      .init("points", "满分", .number, "Points to be had.", "该项的满分。", aliases: ["分值", "标准分"]),
      .init(
        "form", "计分方式", .one(of: Enumerations.assessmentForm), "How points are taken off.", "扣分的方式。"
      ),
      .init("step", "扣分步长", .number, "Points for each unit or step.", "每一单位或每一档扣的分。"),
      .init("cap", "扣分上限", .number, "Most that is taken off.", "最多扣的分。"),
    ])

  static let cases = TableDeclaration(
    "cases", "执法", row: Name("case", "案件"),
    "Enforcement cases of agencies acting together.", "各部门联合执法的案件。",
    names: ["no"], keys: [["no"]],
    fields: [
      .init(
        "no", "序号", .key, "Number of the case.", "案件的编号。",
        aliases: [
          "案号", "编号", "处罚决定书文号", "处罚决定文号", "行政处罚决定书文号", "决定书文号", "文书号", "案件编号", "行政处罚决定文号",
          "行政处罚文号", "处罚文号", "处罚决定书编号", "行政处罚决定书号", "处罚决定书号",
        ]),
      .init(
        "date", "日期", .date, "Day of the case.", "立案的日期。",
        aliases: [
          "立案日期", "立案时间", "处罚决定日期", "处罚日期", "处罚时间", "决定日期", "作出处罚决定日期", "检查日期", "作出处罚决定的日期",
          "处罚决定时间", "作出行政处罚的日期", "作出处罚日期", "检查时间", "执法日期", "执法时间", "查处日期",
        ]),
      .init(
        "subject", "事项", .text, "What it was about.", "案由。",
        aliases: [
          "案由", "案件名称", "处罚事由", "处罚名称", "问题", "违法事实", "主要违法事实", "违法行为", "违法情形", "违法情况", "违法行为类型",
          "案情", "简要案情", "案件简要情况", "案情简介", "基本案情", "发现问题", "发现的问题", "存在问题", "违法问题",
        ]),
      .init(
        "agencies", "参与部门", .links("units"), "Agencies acting together.", "联合执法的部门。",
        aliases: [
          "联合执法部门", "参加单位", "办案机构", "处罚机关", "执法机关", "执法单位", "处罚单位", "办案单位", "执法部门", "作出处罚机关",
          "作出处罚的机关", "作出处罚决定的机关", "处罚部门", "处罚实施机关", "联合执法单位", "参与单位", "检查单位", "参加部门", "参与执法单位",
          "联合检查单位", "参与执法部门", "联合检查部门",
        ],
        inverse: Name("cases", "执法")),
      .init(
        "result", "处理结果", .text, "How it ended.", "处理的结果。",
        aliases: [
          "处罚结果", "处罚内容", "处罚决定", "处理情况", "行政处罚内容", "查处情况", "处罚种类及金额", "处罚情况", "处罚决定内容", "行政处罚决定",
          "处罚种类", "行政处罚种类", "查处结果", "处理意见", "处理决定",
        ]),
      .init(
        "closed_on", "结案日期", .date, "Day on which it was closed.", "结案的日期。",
        aliases: ["结案时间", "办结日期"]),
    ])

  static let changes = TableDeclaration(
    "changes", "变更", row: Name("change", "变更"),
    "Approved changes of the plan.", "经批准的规划变更。",
    fields: [
      .init(
        "subject", "事项", .text, "What was changed.", "变更的事项。",
        aliases: ["变更事项", "调整事项", "变更内容", "调整内容", "项目名称"]),
      .init(
        "project", "项目", .link("projects"), "Project that was changed.", "变更的项目。",
        inverse: Name("changes", "变更")),
      .init(
        "date", "日期", .date, "Day of the change.", "变更的日期。",
        aliases: ["变更日期", "批准时间", "批准日期", "调整时间", "调整日期", "变更时间"]),
      .init("kind", "类型", .text, "Kind of change.", "变更的类型。"),
      .init("field", "调整项", .text, "Field that was changed.", "变更的项。", aliases: ["变更项", "变更项目"]),
      .init("old", "原值", .text, "Value before.", "变更前的值。", aliases: ["调整前", "变更前", "原内容", "原计划"]),
      .init("new", "现值", .text, "Value after.", "变更后的值。", aliases: ["调整后", "变更后", "现内容", "新内容"]),
      .init(
        "reason", "原因", .text, "Why it was changed.", "变更的原因。",
        aliases: ["变更原因", "调整原因", "调整理由", "变更理由"]),
      .init(
        "authority", "批准文号", .text, "Decision that approved it.", "批准变更的文号。",
        aliases: ["批准文件", "批复文号", "审批文号", "批准机关", "批准单位"]),
    ])
}
