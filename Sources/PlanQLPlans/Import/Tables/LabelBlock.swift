/// Lines of labels that say who answers for a task, with other labels among them:
/// `责任领导:…`, `责任单位:…`, `完成时限:…`, `工作要求:…`.
struct LabelBlock {
  /// Those who answer, and until when.
  private(set) var units = UnitList()
  /// What stands under other labels.
  private(set) var fields: [LabelledText] = []
  private(set) var status: String?
  private(set) var lines: [Int] = []
  private(set) var labels: [FoldedText] = []
  /// What stands under labels of the competent authority.
  private var authorities: [FoldedText] = []
  /// Lines of units without a label.
  private(set) var unlabelled: [Int] = []
  /// The place of the line after the block.
  private(set) var end: Int
  let all: DocumentLines
  private let map: HeadingMap
  /// The line of the task right above the block, where there is one.
  let task: FoldedText?

  /// The most lines that are one block.
  static let longest = 200

  /// Reads the lines from a place on, below the line of a task; nil where they name nobody and no
  /// deadline. Says whether there are as many lines as one block can have.
  init?(
    _ lines: DocumentLines, at place: Int, before end: Int? = nil, below task: FoldedText?,
    map: HeadingMap, isLong: inout Bool
  ) {
    self.all = lines
    self.map = map
    self.task = task
    self.end = place
    guard LabelBlock.label(of: lines[place]) != nil else { return nil }
    var next = place
    while next < end ?? lines.count, self.lines.count < LabelBlock.longest {
      if lines.isBlank(next) {
        next += 1
      } else if let found = LabelBlock.label(of: lines[next]) {
        next = add(found.label, found.value, at: next)
        self.end = next
      } else if goesOnWithUnits(next) {
        units.add(UnitList(reading: lines[next].text))
        unlabelled.append(next)
        self.lines.append(next)
        next += 1
        self.end = next
      } else {
        break
      }
    }
    isLong = self.lines.count >= LabelBlock.longest
    settleAuthorities()
    guard isOfTask else { return nil }
  }

  /// Whether it says who answers for a task, or until when it is due.
  private var isOfTask: Bool { !units.units.isEmpty || units.due != nil || !units.others.isEmpty }

  /// Takes a label with what stands beside or below it; gives the place after that.
  private mutating func add(_ label: FoldedText, _ value: FoldedText, at place: Int) -> Int {
    var value = value
    var taken = [place]
    let answer = AnswerLabel(label)
    labels.append(label)
    while let next = filled(after: taken.last ?? place), taken.count < 20,
      goesOn(value, at: next, taken, isOfUnits: answer != nil), !beginsTask(next)
    {
      value = value.isEmpty ? all[next].text : value.joined(all[next].text, by: "\n")
      taken.append(next)
    }
    lines += taken
    settle(label, answer, value)
    return (taken.last ?? place) + 1
  }

  private mutating func settle(_ label: FoldedText, _ answer: AnswerLabel?, _ value: FoldedText) {
    let text = LabelBlock.withoutStop(value.unbroken.trimmed())
    switch answer {
    case .role(nil)? where UnitRole.isOfAuthority(label): authorities.append(value)
    case .role(let role)?:
      units.add(UnitList(reading: value, role: role))
    case .due? where units.due == nil:
      units.due = text.trimmed { "。; ".unicodeScalars.contains($0) }
    case .due?, .person?, nil:
      let name = label.compact
      if answer == nil, status == nil,
        map.column(label)?.kind == .status || LabelBlock.isState(name)
      {
        status = text.string
      } else if let known = fields.firstIndex(where: { $0.label == name }) {
        fields[known].text += "\n" + text.string
      } else {
        fields.append(LabelledText(label: name, text: text.string))
      }
    }
  }

  /// Takes the competent authorities, which beside those who carry the task out or lead only supervise.
  private mutating func settleAuthorities() {
    let hasOthers = units.units.contains { $0.role == nil || $0.role == .lead }
    for value in authorities {
      units.add(UnitList(reading: value, role: hasOthers ? .supervise : nil))
    }
  }

  /// An amount without the stop behind it: `2.4亿元。`.
  private static func withoutStop(_ text: FoldedText) -> FoldedText {
    let plain = text.trimmed { "。; ".unicodeScalars.contains($0) }
    return Amount.isAmount(plain) ? plain : text
  }

  /// Whether a line below labels is nothing but units: those that carry a task out often have no
  /// label. One with a number is an item of its own.
  private func goesOnWithUnits(_ place: Int) -> Bool {
    guard let last = lines.last, place - last <= 2, all[place].cells.isEmpty,
      !units.units.isEmpty || !authorities.isEmpty, !Boilerplate.matches(all[place].text),
      Numbering(all[place].text) == nil, !beginsTask(place)
    else { return false }
    return UnitList.isList(all[place].text, isLoose: false)
  }
}

extension LabelBlock {
  /// The label that a line begins with, and what follows it; nil where it is no label of a task.
  static func label(of line: DocumentLine) -> (label: FoldedText, value: FoldedText)? {
    guard line.cells.isEmpty, let label = LineLabel(line.text, lengths: 2...14) else { return nil }
    let isField = !label.isNumbered && isFieldLabel(label.name)
    return isField || AnswerLabel(label.name) != nil ? (label.name, label.value) : nil
  }

  /// Whether a text can be the label of something that is said of a task besides.
  static func isFieldLabel(_ label: FoldedText) -> Bool {
    let text = label.compact
    guard (2...10).contains(text.unicodeScalars.count),
      text.unicodeScalars.allSatisfy(FoldedText.isIdeograph), !isContact(label)
    else { return false }
    return endings.contains { text.hasSuffix($0) }
  }

  /// Labels of where to write or call, which are no part of a matter.
  static func isContact(_ label: FoldedText) -> Bool {
    let text = label.compact
    return contacts.contains { text.contains($0) }
  }

  private static let contacts = [
    "电话", "传真", "邮箱", "邮编", "地址", "受理部门", "受理单位", "公示时间", "公示期", "公示日期", "公示单位", "联系方式", "网址",
    "发布时间", "发布日期", "信息来源", "文章来源", "抄送", "主题词",
  ]
  private static let endings = [
    "领导", "责任人", "负责人", "时限", "时间", "要求", "目标", "措施", "情况", "结论", "进展", "标准", "备注", "编号", "类别",
    "类型",
    "状态", "日期", "来源", "内容", "依据", "方式", "进度", "安排", "计划", "年份", "资料", "材料", "成果", "步骤", "文件", "标题",
    "说明",
    "结果", "建议", "单位", "部门", "单编号", "效果", "节点", "指标", "任务", "问题", "范围", "地点", "对象", "意见",
    "投资", "投资额", "金额", "总额", "资金", "经费", "预算", "概算", "造价", "规模", "性质", "工期", "周期", "期限", "年限",
  ]

  /// Labels of how far something has come.
  static func isState(_ label: String) -> Bool {
    ["状态", "结论", "办理结果", "整改结果", "销号情况"].contains { label.hasSuffix($0) }
  }
}
