import PlanQLData

/// What a table of a document is about.
enum TableSubject: Sendable, Hashable {
  case projects, milestones, tasks, indicators, rules, assessments, fiscal
  /// Rows that each say something of a project for a source, a year or a day.
  case records
  /// None of a plan's: it is kept as it is.
  case own

  init(_ table: DocumentTable) {
    let kinds = Set(table.header.columns.map(\.kind))
    let isOfProjects =
      kinds.contains(.name)
      && (kinds.contains(.investment) || kinds.contains(.period) || kinds.contains(.content)
        || table.header.columns.contains(where: \.isMoney) || !kinds.contains(.requirement))
    let hasValues = kinds.contains {
      [.target(0), .observed(0), .baseline(0)].contains($0.withoutYear)
    }
    let isOfIndicators =
      kinds.contains(.indicator) && hasValues && !table.header.columns.contains(where: \.isMoney)
      && !kinds.contains(.period) && !kinds.contains(.content)
    if table.isOwn {
      self = .own
    } else if isOfIndicators {
      self = .indicators
    } else if kinds.contains(.fiscalYear) {
      self = .fiscal
    } else if kinds.contains(.assessed) {
      self = .assessments
    } else if kinds.contains(.scoring) || kinds.contains(.points) || kinds.contains(.item) {
      self = .rules
    } else if kinds.contains(.name), kinds.contains(.milestone) || table.namesProjectsAgain {
      self = .milestones
    } else if kinds.contains(.name), table.hasRecords {
      self = .records
    } else if isOfProjects {
      self = .projects
    } else if kinds.contains(.task) || kinds.contains(.name) {
      self = .tasks
    } else {
      self = .indicators
    }
  }

  /// The table of the plan that its rows go to.
  var table: TableDeclaration? {
    switch self {
    case .projects, .records: StandardTables.projects
    case .milestones: StandardTables.milestones
    case .tasks: StandardTables.duties
    case .indicators: StandardTables.indicators
    case .rules: StandardTables.rules
    case .assessments: StandardTables.assessments
    case .fiscal: StandardTables.fiscal
    case .own: nil
    }
  }
}

extension DocumentTable {
  /// The table with what each row says is to be done as its task where several rows are of one task,
  /// which then is a category: 重点任务 beside 具体措施.
  var withExactTasks: DocumentTable {
    guard TableSubject(self) == .tasks, let task = header.place(of: .task),
      let exact = header.place(of: .requirement), header.place(of: .name) == nil,
      header.columns[task].mapped == nil, rows.evidence(in: self).namesAgain
    else { return self }
    var table = self
    table.header.columns[task].kind = .category
    table.header.columns[exact].kind = .task
    return table
  }

  /// The table as rules where its rows say how points are given to a unit, and no points are: a form that is not
  /// filled in yet.
  var asRulesIfUnscored: DocumentTable {
    guard TableSubject(self) == .assessments, header.place(of: .scoring) != nil,
      header.place(of: .points) != nil, header.place(of: .item) != nil,
      let score = header.place(of: .score), let unit = header.place(of: .assessed),
      rows.allSatisfy({ $0.cells[score].isEmpty })
    else { return self }
    var table = self
    table.header.columns[unit].kind = .units(nil)
    return table
  }

  /// The table as one of a document's own where it says things of one subject under 项目 and 内容, as 规划名称 and 发布时间
  /// are, and so lists no projects.
  var asOwnIfOfLabels: DocumentTable {
    let columns = header.columns.filter { !$0.heading.isEmpty }
    guard !isOwn, columns.count == 2, columns[0].kind == .name, columns[0].heading == "项目",
      let name = header.place(of: .name)
    else { return self }
    let labels = [
      "名称", "时间", "日期", "期限", "单位", "机关", "文号", "依据", "范围", "对象", "主体", "代码", "地点", "电话",
    ]
    let first = rows.prefix(40).map { $0.cells[name].text }
    let count = first.count { $0.suffix(of: labels) != nil }
    guard count > 1, count * 2 >= first.count else { return self }
    var table = self
    table.isOwn = true
    return table
  }

  /// Whether several rows are steps of one project: they name it again.
  fileprivate var namesProjectsAgain: Bool {
    header.hasSteps && rows.evidence(in: self).namesAgain
  }

  /// Whether several rows are about one project, each for a source, a year or a day.
  fileprivate var hasRecords: Bool {
    header.hasRecords && (header.isOfFunds || rows.evidence(in: self).namesAgain)
  }
}
