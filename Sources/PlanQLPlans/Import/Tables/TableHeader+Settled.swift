extension TableHeader {
  /// The header with headings that mean one thing beside some and another beside others settled:
  /// years of indicators, what is scored, tasks that are projects, steps on the way.
  var settled: TableHeader {
    withStagesOfSources.withBareSources.withYearsOfParts.withSourceColumn.withSourceAmounts
      .withYearPlan
      .withItemNames
      .withUnitColumns.withAuthorities
      .withoutObservationsOfProjects.withIndicatorYears.withValues.withTimes
      .withFiscalYears.withScores.withTasks.withMilestones
  }

  /// The header with the first of two columns of names as the group of the second, and with a
  /// category that has content and amounts beside it as the name of what is done.
  private var withItemNames: TableHeader {
    var header = self
    let names = columns.indices.filter { columns[$0].kind == .name }
    if names.count == 2, columns[names[0]].heading == columns[names[1]].heading {
      header.columns[names[0]].kind = .category
    }
    let hasSubject = columns.contains(where: \.isSubject)
    if !hasSubject, has(.investment), has(.content), let category = place(of: .category) {
      header.columns[category].kind = .name
    }
    return header
  }

  /// The header with columns that units head as their parts in the tasks: 工信局, 交通局 over ★ and ○.
  private var withUnitColumns: TableHeader {
    let places = columns.indices.filter { columns[$0].isUnitName }
    guard places.count > 1, has(.task) || has(.name) || has(.content) else { return self }
    var header = self
    for place in places { header.columns[place].kind = .units(nil) }
    return header
  }

  /// The header with 数值 beside an indicator, a place or a time as the value observed there.
  private var withValues: TableHeader {
    let times = columns.contains {
      ["时间", "日期", "月份"].contains(Headings.key(FoldedText($0.heading)))
    }
    guard has(.indicator), !hasObservations, has(.place) || has(.asOf) || times,
      let value = columns.firstIndex(where: {
        $0.kind == .other
          && ["数值", "测值", "监测数值", "浓度", "浓度值", "监测数据"].contains(
            Headings.key(FoldedText($0.heading)))
      })
    else { return self }
    var header = self
    header.columns[value].kind = .observed(0)
    return header
  }

  /// The header with 时间 as the time of values observed, and of projects.
  private var withTimes: TableHeader {
    let isOfReports = has(.name) && (has(.invested) || has(.done)) && !has(.year)
    if let end = endOfReports {
      // 截止时间 of what was done is the day of the report, and no deadline of the project.
      return replacing([.due], by: .asOf, at: end)
    }
    guard
      let time = columns.firstIndex(where: {
        let key = Headings.key(FoldedText($0.heading))
        return $0.kind == .other
          && (["时间", "日期"].contains(key) || isOfReports && ["月份", "统计月份", "报告期"].contains(key))
      })
    else { return self }
    var header = self
    if isOfReports, place(of: .asOf) == nil {
      header.columns[time].kind = .asOf
      return header
    }
    if hasObservations, place(of: .asOf) == nil { header.columns[time].kind = .asOf }
    if !hasObservations, place(of: .name) != nil, place(of: .investment) != nil,
      place(of: .period) == nil
    {
      header.columns[time].kind = .period
    }
    return header
  }

  /// The column that says up to when the progress of projects counts, by a heading that tasks have for their deadlines.
  private var endOfReports: Int? {
    guard has(.name), has(.invested) || has(.done) || has(.progressText), !has(.asOf), !has(.task)
    else { return nil }
    return columns.firstIndex {
      $0.kind == .due && $0.mapped == nil && Headings.key(FoldedText($0.lastHeading)) == "截止时间"
    }
  }

  /// The header with what projects came to in a year under its own name: 2021年完成.
  private var withoutObservationsOfProjects: TableHeader {
    guard has(.name), !has(.indicator) else { return self }
    return replacing(
      Set(columns.map(\.kind).filter { $0.withoutYear == .observed(0) }), by: .other)
  }

  /// Whether a column has values that were observed.
  var hasObservations: Bool {
    columns.contains { $0.kind.withoutYear == .observed(0) }
  }

  /// Whether a row is a step of a project, of which several rows may name the same one.
  var hasSteps: Bool { place(of: .name) != nil && stepColumn != nil }

  /// Whether a column tells rows of one project apart: by source, by year, by the day of a report.
  var hasRecords: Bool {
    guard place(of: .name) != nil else { return false }
    let isMoney = columns.contains(where: \.isMoney)
    let isProgress = place(of: .done) != nil || place(of: .progressText) != nil
    return place(of: .asOf) != nil && (isMoney || isProgress)
      || isMoney && (place(of: .source) != nil || place(of: .year) != nil)
  }

  /// The column of what is to be reached.
  var stepColumn: Int? {
    place(of: .milestone) ?? (place(of: .due) == nil ? nil : place(of: .task))
  }

  func has(_ kind: ColumnKind) -> Bool { place(of: kind) != nil }

  private func replacing(
    _ kinds: Set<ColumnKind>, by other: ColumnKind, at only: Int? = nil
  ) -> TableHeader {
    var header = self
    for place in columns.indices.filter({ only ?? $0 == $0 })
    where kinds.contains(columns[place].kind) {
      header.columns[place].kind = other
    }
    return header
  }

  /// The header with the years of public finance as what its rows are about; amounts of it beside
  /// other subjects are of no known heading.
  private var withFiscalYears: TableHeader {
    var header = self
    let hasSubject = columns.contains { $0.isSubject && $0.kind != .assessed }
    let isOfFinance = has(.fiscal("revenue")) || has(.fiscal("environment_spending"))
    guard isOfFinance else { return self }
    if !hasSubject, let year = place(of: .year) {
      header.columns[year].kind = .fiscalYear
      return header
    }
    return header.replacing(
      [.fiscal("revenue"), .fiscal("environment_spending")], by: .other)
  }

  /// The header with what belongs to scoring where the rows are scores or rules of scoring, and as
  /// headings that are not known elsewhere.
  private var withScores: TableHeader {
    let header = withAssessedUnits
    let isAssessment = header.has(.assessed) && (header.has(.score) || header.has(.itemScore))
    let subjects: [ColumnKind] = [.item, .indicator, .task, .requirement]
    let isOfRules =
      !isAssessment && subjects.contains { header.has($0) }
      && (header.has(.scoring) || header.has(.points) && header.has(.item))
    if isAssessment { return header.withLastItem.withoutFunding }
    let plain = header.withPlaceForAssessed.replacing([.rank, .reason, .itemScore], by: .other)
    if isOfRules, header.has(.item), let exact = header.place(of: .indicator) {
      return plain.replacing([.item], by: .category).replacing(
        [.indicator], by: .item, at: exact)
    }
    if isOfRules {
      // What is to be reached in each of several years is no money.
      let years = Set(plain.columns.map(\.kind).filter { $0.withoutYear == .yearAmount(0) })
      let rules = plain.replacing(years, by: .other).withLastItem.withPointsOfItem
      return rules.has(.item) || rules.has(.indicator) || rules.has(.task)
        ? rules : rules.replacing([.requirement], by: .item)
    }
    if let levels = plain.levelsOfIndicators {
      return levels.replacing([.points, .scoring, .score], by: .other)
    }
    let isWithoutSubject = !plain.has(.name) && !plain.has(.task) && !plain.has(.indicator)
    return plain.replacing([.item], by: isWithoutSubject ? .task : .other)
      .replacing([.points, .scoring, .score], by: .other)
  }

  /// The header with the last of 一级指标, 二级指标, 三级指标 as the indicator that has values beside it, where no other
  /// is, and the first as its domain; nil where the headings are others.
  private var levelsOfIndicators: TableHeader? {
    let levels = columns.indices.filter { columns[$0].kind == .item }
    let hasValues = columns.contains {
      [.baseline(0), .target(0), .observed(0), .goal(0)].contains($0.kind.withoutYear)
    }
    guard let last = levels.last, hasValues, !has(.name), !has(.task),
      levels.allSatisfy({ columns[$0].lastHeading.hasSuffix("指标") })
    else { return nil }
    var header = self
    for level in levels {
      header.columns[level].kind = level == levels[0] && !has(.domain) ? .category : .other
    }
    guard let indicator = place(of: .indicator) else {
      header.columns[last].kind = .indicator
      return header
    }
    if indicator < levels[0], levels.count > 1 {
      // 绩效指标 beside the whole table is the name of the part of the form.
      header.columns[indicator].kind = .other
      header.columns[last].kind = .indicator
    }
    return header
  }

  /// The header with 单位 for the units that are assessed where there are scores, and headings such
  /// as 水环境(30分) for what is scored.
  private var withAssessedUnits: TableHeader {
    var header = self
    if has(.score), !has(.assessed), !has(.indicator), let unit = place(of: .measuredIn) {
      header.columns[unit].kind = .assessed
    }
    header = header.withAssessedEnterprises
    guard header.has(.assessed), !header.has(.scoring) else { return header }
    let own: [ColumnKind] = [.assessed, .score, .points, .rank, .number, .reason]
    for place in columns.indices
    where !own.contains(header.columns[place].kind) && ScoredHeading(columns[place].heading) != nil
    {
      header.columns[place].kind = .itemScore
    }
    return header
  }

  /// The header with what is not assessed as where it is: the units of observed values, and the
  /// regions of projects.
  private var withPlaceForAssessed: TableHeader {
    guard let unit = place(of: .assessed) else { return self }
    let isRegion = !["单位", "对象"].contains { columns[unit].heading.contains($0) }
    let isPlace = hasObservations || has(.name) && !has(.place) && isRegion
    return replacing([.assessed], by: isPlace ? .place : .other)
  }

  /// The header with the last of several columns of what is assessed, those before it as what it
  /// is a part of.
  private var withLastItem: TableHeader {
    var header = self
    let items = columns.indices.filter { columns[$0].kind == .item }
    for place in items.dropLast() { header.columns[place].kind = .category }
    return header
  }

  /// The header with what was given to those assessed under its own name: it funds no project.
  private var withoutFunding: TableHeader {
    replacing(Set(columns.filter(\.isOfStage).map(\.kind)), by: .other)
  }

  /// The header with the points right of what is assessed as its own, and those of what it is a part of under their own
  /// name: 考核项目, 分值, 考核内容, 分值.
  private var withPointsOfItem: TableHeader {
    let points = columns.indices.filter { columns[$0].kind == .points }
    guard points.count > 1, let item = place(of: .item),
      let own = points.first(where: { $0 > item })
    else { return self }
    var header = self
    for place in points where place != own { header.columns[place].kind = .other }
    return header
  }

  /// The header with tasks that have an investment of their own as projects, where a heading calls
  /// them by name.
  private var withTasks: TableHeader {
    var header = withCategoriesOfTasks
    guard !has(.name), has(.investment), let task = place(of: .task),
      Headings.key(FoldedText(columns[task].heading)) == "任务名称"
    else { return header }
    header.columns[task].kind = .name
    return header
  }

  /// The header with the tasks that more exact ones part as the categories of those, 重点任务 beside
  /// 具体工作, and with those of indicators that have values under their own name.
  private var withCategoriesOfTasks: TableHeader {
    var header = self
    let tasks = columns.indices.filter { columns[$0].kind == .task && columns[$0].mapped == nil }
    let hasValues = columns.contains {
      [.baseline(0), .target(0)].contains($0.kind.withoutYear)
    }
    if tasks.isEmpty, !columns.contains(where: \.isSubject), let place = matterToPutRight {
      // 具体内容 beside 整改目标, 整改措施
      header.columns[place].kind = .task
    } else if has(.indicator), hasValues {
      for place in tasks { header.columns[place].kind = .other }
    } else if tasks.count == 2, columns[tasks[1]].lastHeading.hasPrefix("具体") {
      header.columns[tasks[0]].kind = .category
    }
    return header
  }

  /// The column of what is to be put right, where the others say how and by whom, and none names it.
  private var matterToPutRight: Int? {
    let isOfMatters =
      columns.count { $0.heading.contains("整改") } > 1 && columns.contains(where: \.isUnits)
    return isOfMatters
      ? columns.firstIndex {
        ["具体内容", "内容", "反馈内容", "问题内容", "情况", "具体情况", "具体表现"].contains(
          Headings.key(FoldedText($0.heading)))
      } : nil
  }

  /// The header with how far the work is to have come by a day as a milestone, and with milestones
  /// of no project as tasks.
  private var withMilestones: TableHeader {
    var header = self
    if has(.name), !has(.milestone), let due = place(of: .due),
      columns[due].heading.contains("节点"),
      let goal = columns.firstIndex(where: { [.done, .goal(0), .target(0)].contains($0.kind) })
    {
      header.columns[goal].kind = .milestone
    }
    let hasSubject = columns.contains(where: \.isSubject)
    if !hasSubject, let milestone = place(of: .milestone) {
      header.columns[milestone].kind = .task
    }
    return header
  }
}

extension DocumentColumn {
  /// Whether the cells name what indicators are grouped by, as 二级指标 does, and no heading is known for it.
  var isLevelOfIndicators: Bool { kind == .other && lastHeading.hasSuffix("级指标") }

  /// Whether the cells are money of a stage: 计划资金, 到位资金.
  var isOfStage: Bool {
    if case .fundStage = kind { return true }
    return false
  }

  /// Whether the heading is the name of a unit, and no label of units.
  var isUnitName: Bool {
    let name = FoldedText(lastHeading)
    let isOpen: Bool =
      switch kind {
      case .other, .units: true
      case _: false
      }
    return isOpen && UnitRole.named(name) == nil && UnitList.isCertain(name)
  }
}
