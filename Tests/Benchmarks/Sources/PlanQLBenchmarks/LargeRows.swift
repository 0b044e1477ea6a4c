/// What the rows of a made-up document say besides projects, ten of them of one project.
enum LargeRows: String, CaseIterable {
  /// Reports day by day, so that those of a project lie far apart.
  case reports
  case funding, budgets, milestones, tasks, indicators, observations, scores
  /// A table of which no heading is known.
  case own

  var headings: String {
    switch self {
    case .reports: "项目名称,截至日期,累计完成投资（万元）,形象进度"
    case .funding: "项目名称,资金来源,金额（万元）,年度,备注"
    case .budgets: "项目名称,年度,计划投资（万元）,备注"
    case .milestones: "项目名称,节点目标,完成时限,责任单位"
    case .tasks: "序号,工作任务,责任单位,完成时限,备注"
    case .indicators: "序号,指标名称,单位,2020年基期值,2025年目标值,责任单位"
    case .observations: "指标名称,监测点位,监测时间,监测值"
    case .scores: "单位名称,考核年度,考核内容,分值,得分"
    case .own: "站点,类型,读数一,读数二,记录人,备忘"
    }
  }

  /// The row of a number, counted from 0, of so many.
  func row(_ number: Int, of count: Int) -> String {
    let project = "云溪县第\(number / 10)号渠道整治工程"
    let year = 2015 + number % 10
    let month = 1 + number % 12
    let unit = LargeRows.units[number % LargeRows.units.count]
    let note = number.isMultiple(of: 3) ? "" : "附件\(number)"
    switch self {
    case .reports:
      let projects = max(1, count / 10)
      let day = "\(2015 + number / projects)-06-30"
      return "云溪县第\(number % projects)号渠道整治工程,\(day),\(number % 90000).5,完成\(number % 100)%"
    case .funding:
      return "\(project),\(LargeRows.sources[number % 4]),\(number % 9000).25,\(year),\(note)"
    case .budgets: return "\(project),\(year),\(number % 9000).25,\(note)"
    case .milestones: return "\(project),完成第\(number % 10)阶段施工,\(year)年\(month)月,\(unit)"
    case .tasks:
      return "\(number + 1),完成第\(number)号河段清淤疏浚并验收,\(unit),\(year)年\(month)月底前,\(note)"
    case .indicators:
      return "\(number + 1),第\(number)号断面氨氮浓度,毫克/升,\(number % 900).5,\(number % 800).5,\(unit)"
    case .observations:
      return "氨氮\(number / 10 % 50),第\(number / 10)号断面,\(year)年\(month)月,\(number % 900).5"
    case .scores:
      return "\(unit)\(number / 10 % 400)组,\(year),水环境\(number % 10),40,\(number % 40).5"
    case .own:
      return "ST\(number % 997),甲类,\(number % 5000),\(number % 777).5,\(unit),\"第\(number)条, 备忘\""
    }
  }

  private static let units = ["水利局", "交通局", "住建局", "生态环境局", "财政局", "农业农村局", "林业局"]
  private static let sources = ["中央资金", "省级资金", "县级资金", "自筹"]
}
