package import PlanQLData

/// The enumerations of the standard tables, each value with two spellings and what else documents
/// write for it.
package enum Enumerations {
  /// Every enumeration, by its English name.
  package static let all: [Enumeration] = [
    assessmentForm, attribute, comparator, direction, domain, dutyKind, light, nature,
    observationKind, planLevel, recurrence, role, source, status, subject, unitKind,
  ]

  static let assessmentForm = Enumeration(
    "form",
    [
      .init("per_unit", "按差扣分"), .init("step", "分档"),
      .init("veto", "否决", aliases: ["一票否决"]),
    ])

  static let attribute = Enumeration(
    "attribute", [.init("binding", "约束性"), .init("expected", "预期性")])

  static let comparator = Enumeration(
    "comparator",
    [
      .init("at_least", "不低于", aliases: ["≥", ">=", "以上", "不少于"]),
      .init("at_most", "不高于", aliases: ["≤", "<=", "以下", "不超过"]),
      .init("above", "高于", aliases: [">", "大于"]), .init("below", "低于", aliases: ["<", "小于"]),
      .init("about", "左右"), .init("equal", "等于", aliases: ["="]), .init("cumulative", "累计"),
    ])

  static let direction = Enumeration(
    "direction", [.init("up", "上升"), .init("down", "下降"), .init("keep", "保持")])

  static let domain = Enumeration(
    "domain",
    [
      .init("air", "大气"), .init("water", "水"), .init("soil", "土壤"), .init("ecology", "生态"),
      .init("green_development", "绿色发展"), .init("climate", "气候"), .init("waste", "固废"),
      .init("noise", "噪声"), .init("governance", "治理"),
    ])

  static let dutyKind = Enumeration(
    "duty_kind",
    [
      .init("list", "清单"), .init("report", "报告"), .init("inspection", "检查"),
      .init("review", "评估"), .init("letter", "责任状"), .init("disclosure", "公开"),
      .init("task", "任务"), .init("rectification", "整改"), .init("livelihood", "民生实事"),
    ])

  /// The lights of a progress report, worst first, so that getting worse is getting less.
  static let light = Enumeration(
    "light",
    [
      .init("red", "红灯", aliases: ["红"]), .init("amber", "黄灯", aliases: ["黄"]),
      .init("green", "绿灯", aliases: ["绿"]),
    ])

  static let nature = Enumeration(
    "nature",
    [
      .init("new", "新建", aliases: ["新开工", "拟新建"]),
      .init("continued", "续建", aliases: ["结转", "在建", "跨年"]),
      .init("preparatory", "预备", aliases: ["前期", "储备", "谋划", "拟建"]),
      .init("rebuilt", "改扩建", aliases: ["改建", "扩建", "技改", "技术改造", "迁建", "改造"]),
    ])

  static let observationKind = Enumeration(
    "observation_kind", [.init("actual", "实际"), .init("forecast", "预计")])

  static let planLevel = Enumeration(
    "level",
    [
      .init("nation", "国家"), .init("province", "省"), .init("city", "市"),
      .init("district", "区县", aliases: ["区", "县"]), .init("town", "镇街", aliases: ["乡镇"]),
    ])

  static let recurrence = Enumeration(
    "recurrence",
    [
      .init("one_time", "一次性"), .init("monthly", "每月"), .init("quarterly", "每季"),
      .init("yearly", "每年"), .init("standing", "长期"),
    ])

  static let role = Enumeration(
    "role",
    [
      .init("lead", "牵头"), .init("joint", "共同"),
      .init("support", "配合", aliases: ["协办", "协同"]), .init("carry_out", "落实"),
      .init("supervise", "督导", aliases: ["督办", "监督"]), .init("owner", "业主"),
    ])

  static let source = Enumeration(
    "source",
    [
      .init("central", "中央"), .init("province", "省级"), .init("city", "市级"),
      .init("district", "区级", aliases: ["本级"]), .init("town", "镇级"),
      .init("bond", "债券", aliases: ["专项债", "一般债"]), .init("loan", "贷款"),
      .init("enterprise", "企业自筹"), .init("ppp", "PPP", aliases: ["社会资本"]),
      .init("to_be_found", "待落实"),
    ])

  /// How far a project has come, in order: it has begun from `under_way` on.
  static let status = Enumeration(
    "status",
    [
      .init("cancelled", "取消", aliases: ["已取消", "终止", "已终止", "canceled"]),
      .init(
        "not_started", "未开工",
        aliases: ["尚未开工", "未启动", "未动工", "planned", "proposed", "not_yet_started"]),
      .init(
        "preparing", "前期",
        aliases: ["前期工作", "前期阶段", "前期准备", "正在开展前期", "谋划", "planning", "design", "in_design"]),
      .init(
        "under_way", "在建",
        aliases: [
          "已开工", "建设中", "施工中", "开工在建", "正在施工", "续建", "推进中", "in_progress", "ongoing", "underway",
          "under_construction", "in_construction", "construction",
        ]),
      .init("suspended", "停工", aliases: ["已停工", "停建", "暂停", "缓建", "on_hold"]),
      .init(
        "completed", "完工",
        aliases: [
          "竣工", "已完工", "已竣工", "建成", "已建成", "已完成", "完成", "已验收", "已竣工验收", "竣工验收", "complete",
        ]),
      .init("in_use", "投产", aliases: ["竣工投产", "已投产", "投用", "已投用", "已投入使用"]),
    ])

  static let subject = Enumeration(
    "subject",
    [
      .init("project", "项目"), .init("duty", "任务"), .init("indicator", "指标"),
      .init("measure", "措施"),
    ])

  static let unitKind = Enumeration(
    "unit_kind",
    [
      .init("party", "党委"), .init("government", "政府"), .init("department", "部门"),
      .init("town", "镇街"), .init("park", "园区"),
      .init("oversight", "监督机关", aliases: ["人大", "政协", "纪检"]), .init("company", "企业"),
      .init("person", "个人"), .init("group", "泛指"),
    ])
}
