/// One unit in a list, with the role that the list gives it.
struct ListedUnit: Sendable, Hashable {
  let name: String
  /// Nil where the list names no role: the first leads, the others join.
  let role: UnitRole?
  /// The name and what stood around it, as written.
  let label: String
}

/// What stands under a label of its own: `责任领导:…`.
struct LabelledText: Sendable, Hashable {
  let label: String
  var text: String
}

/// A list of those who answer for something, as a document writes it.
struct UnitList: Sendable, Hashable {
  var units: [ListedUnit] = []
  /// Whether the list says that there are more: 等.
  var isOpen = false
  /// Whether the list ends in a separator, so that something should follow.
  var isUnfinished = false
  /// Whether a word after a unit says how it takes part: `A牵头`.
  var hasRoleWord = false
  /// The deadline that stands among the units: `完成时限:2021年6月底前`.
  var due: FoldedText?
  /// What the list says of the time beyond a date: `9月底前出台政策,年内持续推进`.
  var timing: [String] = []
  /// Persons and other matters under labels of their own.
  var fields: [LabelledText] = []
  /// Rules for all lists of the document, which name no unit of this one: `下同`.
  var rules: [String] = []
  /// Sentences behind the units that say more of the task.
  var behind: [String] = []
  /// What stands among the units and is none of all this.
  var others: [String] = []
  /// Names that were given the place of the one before them, with what the list writes: 云溪县政府 for 政府.
  var placed: [LabelledText] = []
  /// What was read as two units and may be one group: `各镇、区财政局`.
  var uncertain: [String] = []

  /// What is kept as written: persons under their labels, and what is said of the time.
  var kept: [(label: String, text: String)] {
    let time = timing.isEmpty ? [] : [("时限要求", timing.joined(separator: "，"))]
    let more = behind.isEmpty ? [] : [("任务说明", behind.joined(separator: "。"))]
    return fields.map { ($0.label, $0.text) } + time + more
  }
}

/// What a label before a colon announces in such a list.
enum AnswerLabel: Sendable, Hashable {
  case role(UnitRole?)
  case due
  /// A person, who is kept under the label: 责任领导, 督办领导, 责任人.
  case person

  /// Reads a label; nil for one that is none of a list of units.
  init?(_ label: FoldedText) {
    if let role = UnitRole.named(label) {
      self = .role(role)
      return
    }
    let text = label.compact
    if AnswerLabel.dueLabels.contains(text) {
      self = .due
    } else if text.unicodeScalars.count <= 8,
      AnswerLabel.personEndings.contains(where: { text.hasSuffix($0) }),
      label.scalars.allSatisfy({ FoldedText.isIdeograph($0) || $0 == " " })
    {
      self = .person
    } else {
      return nil
    }
  }

  private static let dueLabels: Set<String> = [
    "完成时限", "完成时间", "时限", "整改时限", "办结时限", "完成期限", "时间要求", "时间节点", "整改期限", "办理时限", "时限要求",
    "完成时限要求", "计划完成时间",
  ]
  private static let personEndings = ["领导", "责任人", "负责人", "联系人", "责任人员", "负责同志", "联络员"]
}

extension UnitList {
  /// Reads `A、B`, `A B`, `牵头单位:A;配合单位:B、C等`, `A、B牵头,C配合`, in brackets or not.
  init(reading cell: FoldedText, role: UnitRole? = nil) {
    var text = UnitList.withSeparators(UnitList.withoutNumbers(cell)).trimmed()
    if text.outerBrackets().first == 0..<text.count {
      text = text.dropFirst(1).dropLast(1).trimmed()
    }
    for (label, name, part) in UnitList.labelled(text) {
      switch label {
      // A label within a list that another one leads names those who answer beside it.
      case .role(let stated)?: add(part, role: stated ?? (role == .lead ? nil : role))
      case .due?: due = part.trimmed(UnitList.isBlankOrMark)
      case .person?:
        fields.append(LabelledText(label: name, text: part.trimmed(UnitList.isBlankOrMark).string))
      case nil: add(part, role: role)
      }
    }
    isUnfinished = text.scalar(text.count - 1).map { UnitList.isSeparator($0) } ?? false
  }

  /// A list without the numbers that count its units: `1.水利局2.住建局`, `①水利局②住建局`.
  private static func withoutNumbers(_ cell: FoldedText) -> FoldedText {
    let circled = Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars)
    func mark(_ number: Int, from start: Int) -> Range<Int>? {
      let rest = cell.dropFirst(start)
      let signs = [".", "、", ")"].map { String(number) + $0 }
      let written = signs + (number <= circled.count ? [String(circled[number - 1])] : [])
      return written.compactMap { rest.firstPlaces(of: $0) }.min { $0.lowerBound < $1.lowerBound }
        .map { ($0.lowerBound + start)..<($0.upperBound + start) }
    }
    guard var last = mark(1, from: 0), last.lowerBound == 0, mark(2, from: last.upperBound) != nil
    else { return cell }
    var units: [FoldedText] = []
    while let next = mark(units.count + 2, from: last.upperBound) {
      units.append(cell.part(last.upperBound..<next.lowerBound).trimmed())
      last = next
    }
    units.append(cell.dropFirst(last.upperBound).trimmed())
    return units.dropFirst().reduce(units[0]) { list, unit in
      let isParted = list.scalar(list.count - 1).map { isSeparator($0) } ?? false
      return list.joined(unit, by: isParted ? "" : "、")
    }
  }

  /// A list over several lines of a cell: a line break parts two units, unless it stands beside a
  /// separator, or amid a name that only the lines together make.
  private static func withSeparators(_ cell: FoldedText) -> FoldedText {
    let lines = cell.cellLines
    guard lines.count > 1 else { return cell.unbroken }
    return lines.dropFirst().reduce(lines[0]) { text, line in
      let last = text.scalar(text.count - 1) ?? " "
      let next = line.scalar(0) ?? " "
      let isParted =
        isSeparator(last) || isSeparator(next) || last == ":" || last == "(" || next == ")"
        || next == "(" && !line.contains(":")
      return text.joined(line, by: isParted || isOneWord(text, line) ? "" : "、")
    }
  }

  /// Whether a line break stands amid a name, a label or the word of a role: the first half is none,
  /// and the whole is.
  static func isOneWord(_ text: FoldedText, _ line: FoldedText) -> Bool {
    let head = text.dropFirst(
      (text.scalars.lastIndex { isSeparator($0) || ":(".unicodeScalars.contains($0) } ?? -1) + 1)
    let end =
      line.scalars.firstIndex { isSeparator($0) || "():".unicodeScalars.contains($0) } ?? line.count
    let tail = line.part(0..<end)
    let whole = head.joined(tail)
    if line.scalar(end) == ":" { return AnswerLabel(tail) == nil && AnswerLabel(whole) != nil }
    if let last = head.scalar(head.count - 1), "和与及".unicodeScalars.contains(last) { return true }
    guard UnitKind.guess(withoutRole(head)) == nil, UnitKind.guess(withoutRole(whole)) != nil else {
      return false
    }
    return tail.count <= 2 || UnitKind.guess(withoutRole(tail)) == nil
  }

  /// Says whether a scalar parts the units of a list.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    "、,;/".unicodeScalars.contains(scalar)
  }

  static func isBlankOrMark(_ scalar: Unicode.Scalar) -> Bool {
    isSeparator(scalar) || scalar == " " || scalar == "。"
  }

  /// Says whether the text begins with a label of such a list and a colon: `牵头单位:A`.
  static func beginsWithLabel(_ text: FoldedText) -> Bool {
    guard let colon = text.firstPlaces(of: ":"), colon.lowerBound <= 12 else { return false }
    return AnswerLabel(text.part(0..<colon.lowerBound)) != nil
  }

  /// Says whether a text names units and their roles: `牵头单位:A`, `A牵头,B配合`.
  static func namesRoles(_ text: FoldedText) -> Bool {
    if beginsWithLabel(text) { return true }
    let list = UnitList(reading: text)
    let known = list.units.count { UnitKind.guess(FoldedText($0.name)) != nil }
    return list.hasRoleWord && list.others.isEmpty && known * 2 > list.units.count
      && list.units.allSatisfy { $0.name.unicodeScalars.count <= 30 }
  }

  /// Cuts a text at the labels that a colon follows.
  private static func labelled(
    _ text: FoldedText
  ) -> [(label: AnswerLabel?, name: String, part: FoldedText)] {
    var parts: [(label: AnswerLabel?, name: String, part: FoldedText)] = []
    var label: AnswerLabel?
    var name = ""
    var start = 0
    for (place, scalar) in text.scalars.enumerated() where scalar == ":" {
      let before = text.part(start..<place)
      let cut = before.scalars.lastIndex { isSeparator($0) || " 。(".unicodeScalars.contains($0) }
      var word = before.dropFirst(cut.map { $0 + 1 } ?? 0)
      // 责 任 人: the letters of a label may stand apart.
      let areLetters = before.words.allSatisfy { $0.count <= 2 }
      if start == 0, areLetters, AnswerLabel(before) != nil { word = before }
      guard let found = AnswerLabel(word) else { continue }
      parts.append((label, name, before.dropLast(word.count)))
      label = found
      name = word.compact
      start = place + 1
    }
    parts.append((label, name, text.dropFirst(start)))
    return parts.filter { !$0.part.trimmed(isBlankOrMark).isEmpty }
  }
}

extension UnitList {
  /// Says whether a text is certainly the whole name of a unit.
  static func isCertain(_ name: FoldedText) -> Bool {
    name.count >= 2 && name.count <= 30 && UnitKind.guess(name) != nil
      && !name.scalars.contains { "。,;:!?%“”".unicodeScalars.contains($0) }
  }

  /// Says whether a line can be read as nothing but a list of units.
  static func isList(_ text: FoldedText, isLoose: Bool) -> Bool {
    guard !text.isEmpty, text.count <= 200, !text.contains("。") else { return false }
    let list = UnitList(reading: text)
    guard !list.units.isEmpty, list.others.isEmpty else { return false }
    return list.units.allSatisfy { unit in
      let name = FoldedText(unit.name)
      let isShort =
        name.count <= 20
        && !name.scalars.contains { FoldedText.isDigit($0) || ":!?".unicodeScalars.contains($0) }
      return isCertain(name) || (isLoose && isShort)
    }
  }
}
