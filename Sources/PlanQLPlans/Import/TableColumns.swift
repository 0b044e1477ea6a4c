/// What a column of a table in a document is about.
enum ColumnKind: Sendable, Hashable {
  case number, code, name, task, indicator, requirement, content, category
  case investment, period, due, nature, place, status, note
  case units(UnitRole?)
  /// The amount planned for a year; 0 is the year that the document is about.
  case yearAmount(Int)
  /// A figure of an indicator: baseline, target, unit of measure, attribute.
  case figure
  /// A heading that no table of aliases knows.
  case other
}

/// A column of a table in a document.
struct DocumentColumn: Sendable, Hashable {
  let kind: ColumnKind
  /// The heading as written.
  let heading: String
  /// The unit of money that the heading names.
  let moneyUnit: MoneyUnit?

  /// Whether the cells are amounts of money.
  var isMoney: Bool {
    switch kind {
    case .investment, .yearAmount: true
    case .number, .code, .name, .task, .indicator, .requirement, .content, .category, .period, .due,
      .nature, .place, .status, .note, .units, .figure, .other:
      false
    }
  }

  /// Whether the cells are lists of units.
  var isUnits: Bool {
    if case .units = kind { return true }
    return false
  }

  /// Whether the cells are free text that may hold blanks and numbers.
  var isText: Bool {
    switch kind {
    case .name, .task, .requirement, .content: true
    case .number, .code, .indicator, .category, .investment, .period, .due, .nature, .place,
      .status, .note, .units, .yearAmount, .figure, .other:
      false
    }
  }

  /// Whether a table with such a column tells what its rows are.
  var isSubject: Bool {
    switch kind {
    case .name, .task, .indicator: true
    case .number, .code, .requirement, .content, .category, .investment, .period, .due, .nature,
      .place, .status, .note, .units, .yearAmount, .figure, .other:
      false
    }
  }
}

extension DocumentColumn {
  /// Reads a heading; nil where it is none that documents are known to use.
  init?(heading text: FoldedText) {
    let heading = text.trimmed()
    guard !heading.isEmpty, heading.count <= 24 else { return nil }
    let key = DocumentColumn.key(heading)
    guard key != "单位" || TableCaption.moneyUnit(heading) == nil else { return nil }
    guard let kind = DocumentColumn.aliases[key] ?? DocumentColumn.yearly(key) else { return nil }
    self.kind = kind
    self.heading = heading.string
    self.moneyUnit = MoneyUnit.named(in: heading.dropFirst(key.unicodeScalars.count > 1 ? 2 : 0))
  }

  /// A column with a heading that is not known.
  init(unknown heading: FoldedText) {
    self.kind = .other
    self.heading = heading.trimmed().string
    self.moneyUnit = nil
  }

  /// The heading without blanks, brackets and what they hold, and without a unit after a sign.
  private static func key(_ heading: FoldedText) -> String {
    var key = ""
    var depth = 0
    for character in heading.compact {
      if "([【".contains(character) { depth += 1 }
      if depth == 0 { key.append(character) }
      if ")]】".contains(character) { depth -= 1 }
    }
    for sign in ["/", ":", ",", "-"] {
      if let cut = key.ranges(of: sign + "单位").first { key = String(key[..<cut.lowerBound]) }
      if let cut = key.firstIndex(of: Character(sign)),
        MoneyUnit.named(in: FoldedText(String(key[cut...]))) != nil
      {
        key = String(key[..<cut])
      }
    }
    return key
  }

  /// `2021年计划投资`, `2022年`, `112年度`: years of the Republic of China have three digits.
  private static func yearly(_ key: String) -> ColumnKind? {
    let current = ["年度计划投资", "年度投资计划", "本年计划投资", "当年计划投资", "年度投资", "年度计划"]
    if current.contains(key) { return .yearAmount(0) }
    let digits = key.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), digits.count == 4 || digits.count == 3 else { return nil }
    let rest = String(key.dropFirst(digits.count))
    let known = [
      "年", "年度", "年投资", "年计划投资", "年度计划投资", "年投资计划", "年度投资", "年计划", "年安排", "年度投资计划",
      "年投资额", "年度计划",
    ]
    guard known.contains(rest) else { return nil }
    let year = digits.count == 3 ? number + 1911 : number
    return (1900...2200).contains(year) ? .yearAmount(year) : nil
  }

  private static let aliases: [String: ColumnKind] = {
    let rows: [(ColumnKind, String)] = [
      (.number, "序号 编号 项次 序 号 no no."),
      (.code, "项目编号 项目代码 项目编码 编码 代码"),
      (
        .name,
        "项目名称 工程名称 名称 项目 重点工程 重点项目 工程项目 重点工程名称 重点项目名称 建设项目 建设项目名称 计划名称 工程 "
          + "工程项目名称 项目(工程)名称 任务名称 规划项目"
      ),
      (
        .task,
        "工作任务 重点任务 主要任务 任务 目标任务 任务内容 工作内容 工作事项 重点工作 事项 工作措施任务 重点工作任务 年度任务 "
          + "具体任务 整改任务"
      ),
      (.indicator, "指标 指标名称 主要指标 考核指标 具体指标"),
      (.requirement, "具体工作要求 工作要求 具体要求 工作措施 具体措施 工作目标 目标要求 主要措施 措施 任务目标 年度目标"),
      (
        .content,
        "建设内容 建设规模及内容 主要建设内容 建设内容及规模 建设规模 主要内容 内容 建设规模与内容 建设内容与规模 "
          + "建设内容和规模 建设规模和内容 主要建设内容及规模 主要建设规模及内容 工程内容 项目内容 建设任务 实施内容 工程规模 "
          + "主要建设规模和内容 项目建设内容"
      ),
      (.category, "分类 类别 项目类别 工程类别 项目类型 类型 工程类型 领域 所属领域 任务类别 板块"),
      (
        .investment,
        "投资额 总投资 概算投资 投资 估算投资 计划总投资 投资估算 投资概算 总投资额 投资总额 项目总投资 估算总投资 概算总投资 "
          + "工程投资 投资规模 预算投资 投资金额 计划投资额 合计 预计投资 匡算投资 预算 资金 投资预算 规划投资 总投入 资金投入 "
          + "所需资金 资金需求 计划投资"
      ),
      (
        .period,
        "建设期限 建设年限 起止年限 实施年限 建设周期 建设起止年限 建设时间 实施时间 实施期限 建设期 起止时间 建设起止时间 "
          + "起止年月 建设工期 工期 实施周期 建设时限 实施年度 建设年度 年限 期限 实施期"
      ),
      (.due, "完成时限 完成时间 整改时限 办结时限 时限 完成期限 时间要求 时间节点 完成年限"),
      (.nature, "建设性质 性质"),
      (.place, "建设地点 实施地点 地点 项目地点 所在地 建设地址 位置 实施区域 建设位置 实施范围"),
      (.status, "项目状态 建设状态 进展状态 状态 进展情况 前期进展"),
      (.note, "备注 说明 附注 注"),
      (.figure, "单位 计量单位 指标值 指标属性 属性 指标性质 现状值 基期值 目标值 目标 规划目标 基准值 指标类型 现状"),
    ]
    var table: [String: ColumnKind] = [:]
    for (kind, words) in rows {
      for word in words.split(separator: " ") { table[String(word)] = kind }
    }
    for (label, role) in UnitRole.labels { table[label] = .units(role) }
    return table
  }()
}

/// The columns of a table, left to right.
struct TableHeader: Sendable, Hashable {
  var columns: [DocumentColumn]

  /// Whether the headings are enough to tell that a table follows, and what its rows are.
  var announcesTable: Bool {
    columns.count >= 3 && columns.contains(where: \.isSubject)
      && columns.count { $0.kind != .other } >= 3
      && Set(columns.map(\.heading)).count == columns.count
  }

  /// The place of the first column of a kind.
  func place(of kind: ColumnKind) -> Int? { columns.firstIndex { $0.kind == kind } }

  /// The headings as written, for messages.
  var title: String { columns.map(\.heading).joined(separator: " ") }
}
