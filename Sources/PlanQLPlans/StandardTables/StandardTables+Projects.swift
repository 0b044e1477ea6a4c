import PlanQLData

extension StandardTables {
  static let projects = TableDeclaration(
    "projects", "项目", row: Name("project", "项目"),
    "Key projects of the plan.", "规划的重点工程项目。",
    names: ["name", "code"], keys: [["no"], ["code"], ["name"]],
    fields: [
      .init("no", "序号", .key, "Number in the list.", "在清单中的序号。", aliases: numberHeadings),
      .init(
        "code", "编码", .text, "Code of the project.", "项目编码。", aliases: ["项目编号", "项目代码", "项目编码"]),
      .init(
        "name", "名称", .text, "Name of the project.", "项目的名称。", aliases: ["项目名称", "工程名称", "重点工程"],
        isOptional: false),
      .init(
        "section", "章节", .link("sections"), "Section of the list.", "清单中所属的章节。",
        inverse: Name("projects", "项目")),
      .init(
        "category", "类别", .text, "Category of the project.", "项目的类别。",
        aliases: ["项目类别", "分类", "工程类别"]),
      .init(
        "content", "建设内容", .text, "What is built.", "建设的内容。",
        aliases: ["建设规模及内容", "主要建设内容", "建设内容及规模", "主要内容"]),
      .init(
        "investment", "投资额", .money, "Money to be invested in all.", "计划的总投资额。",
        aliases: ["总投资", "概算投资", "投资", "估算投资", "计划总投资", "总投资额"]),
      .init(
        "period", "建设期限", .period, "From the start to the end of the works.", "从开工到完工的期限。",
        aliases: ["建设年限", "起止年限", "实施年限", "建设周期", "建设起止年限"]),
      .init(
        "nature", "建设性质", .one(of: Enumerations.nature), "New, continued or preparatory.",
        "新建、续建或预备。", aliases: ["性质"]),
      .init(
        "status", "状态", .one(of: Enumerations.status), "How far the project has come.", "项目所处的阶段。",
        aliases: ["项目状态", "建设状态", "进展状态"]),
      .init("place", "地点", .text, "Where it is built.", "建设的地点。", aliases: ["建设地点", "实施地点"]),
      .init(
        "units", "责任单位", .links("units"), "Units that answer for it, in order.", "依次列出的责任单位。",
        aliases: unitHeadings, inverse: Name("projects", "项目")),
      .init(
        "lead", "牵头单位", .link("units"),
        "Unit in the lead: the stated one, else the first named that does more than support or supervise.",
        "牵头的单位：写明的，否则为第一个不只是配合或督导的责任单位。", aliases: ["牵头部门", "主办单位"],
        inverse: Name("led_projects", "牵头项目"), firstOf: "units"),
    ])

  static let units = TableDeclaration(
    "units", "单位", row: Name("unit", "单位"),
    "Departments, towns, companies and groups that answer for something.",
    "承担责任的部门、镇街、企业和泛指的单位。",
    names: ["name", "short", "aliases"], keys: [["name"]], parent: "parent",
    fields: [
      .init(
        "name", "名称", .text, "Name of the unit.", "单位的名称。", aliases: ["单位名称", "单位"],
        isOptional: false),
      .init("short", "简称", .text, "Short name.", "单位的简称。"),
      .init("aliases", "别名", .texts, "Other names it goes by.", "其他名称。", aliases: ["曾用名"]),
      .init("kind", "类型", .one(of: Enumerations.unitKind), "Kind of unit.", "单位的类型。"),
      .init(
        "parent", "上级", .link("units"), "Unit that it is under.", "上级单位。",
        aliases: ["主管部门", "上级单位"],
        inverse: Name("subordinates", "下级单位")),
      .init("valid", "有效期", .period, "Time in which the unit exists.", "单位存续的时间。"),
      .init(
        "members", "成员", .links("units"), "Units that a group stands for.", "泛指单位所包括的单位。",
        inverse: Name("groups", "所属泛指")),
    ])

  static let responsibilities = TableDeclaration(
    "responsibilities", "责任分工", row: Name("responsibility", "责任分工"),
    "Who answers for what, in which role.", "谁对什么负责、如何分工。",
    fields: [
      .init(
        "subject", "事项", .one(of: Enumerations.subject), "What kind of thing it is about.",
        "责任事项的种类。"),
      .init(
        "project", "项目", .link("projects"), "Project that it is about.", "所涉的项目。",
        inverse: Name("responsibilities", "责任分工")),
      .init(
        "duty", "任务", .link("duties"), "Duty that it is about.", "所涉的任务。",
        inverse: Name("responsibilities", "责任分工")),
      .init(
        "indicator", "指标", .link("indicators"), "Indicator that it is about.", "所涉的指标。",
        inverse: Name("responsibilities", "责任分工")),
      .init(
        "measure", "措施", .link("measures"), "Measure that it is about.", "所涉的措施。",
        inverse: Name("responsibilities", "责任分工")),
      .init(
        "unit", "单位", .link("units"), "Unit that answers.", "负责的单位。", aliases: ["责任单位"],
        inverse: Name("responsibilities", "责任分工")),
      .init("role", "分工", .one(of: Enumerations.role), "Lead, support and so on.", "牵头、配合等分工。"),
      .init("rank", "位次", .int, "Place in the list as written.", "在原文中的位次。"),
      .init("label", "原称", .text, "The unit's name as written.", "原文中单位的写法。"),
      .init("valid", "有效期", .period, "Time in which it holds.", "责任的有效期。"),
    ])

  static let officials = TableDeclaration(
    "officials", "负责人", row: Name("official", "负责人"),
    "Who was in charge of a unit, and when.", "单位的负责人及其任期。",
    names: ["name"],
    fields: [
      .init(
        "name", "名称", .text, "Name of the person.", "姓名。",
        aliases: ["姓名", "负责人", "河长姓名", "领导姓名", "责任人", "责任领导"], isOptional: false
      ),
      .init("post", "职务", .text, "Post held.", "担任的职务。", aliases: ["职位", "行政职务", "担任职务"]),
      .init(
        "unit", "单位", .link("units"), "Unit in charge of.", "所负责的单位。",
        aliases: ["所在单位", "责任单位", "工作单位"],
        inverse: Name("officials", "负责人")),
      .init("term", "任期", .period, "Time in the post.", "任职的时间。"),
    ])
}
