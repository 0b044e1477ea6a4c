/// One unit in a list, with the role that the list gives it.
struct ListedUnit: Sendable, Hashable {
  let name: String
  /// Nil where the list names no role: the first leads, the others join.
  let role: UnitRole?
  /// The name and what stood around it, as written.
  let label: String
}

/// A list of responsible units as a document writes it.
struct UnitList: Sendable, Hashable {
  var units: [ListedUnit] = []
  /// Whether the list says that there are more: 等.
  var isOpen = false
  /// Whether the list ends in a separator, so that something should follow.
  var isUnfinished = false
  /// The deadline that stands among the units: `完成时限:2021年6月底前`.
  var due: FoldedText?
  /// What stands among the units under a label that is no role: `责任人:…`.
  var others: [String] = []
}

/// The labels of deadlines.
private let dueLabels = ["完成时限", "完成时间", "时限", "整改时限", "办结时限", "完成期限", "时间要求"]

extension UnitList {
  /// Reads `A、B`, `A B`, `牵头单位:A;配合单位:B、C等`, `A、B牵头,C配合`, in brackets or not.
  init(reading cell: FoldedText, role: UnitRole? = nil) {
    var text = UnitList.withSeparators(cell).trimmed()
    if text.scalar(0) == "(", text.hasSuffix(")"), UnitList.isOneBracket(text) {
      text = text.dropFirst(1).dropLast(1).trimmed()
    }
    for (label, part) in UnitList.labelled(text) {
      add(part, role: label ?? role, isLabelled: label != nil)
    }
    let last = text.scalar(text.count - 1)
    isUnfinished = last.map { UnitList.isSeparator($0) } ?? false
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
      return text.joined(line, by: isParted || isOneName(text, line) ? "" : "、")
    }
  }

  /// Whether a line break stands amid a name: neither half of it is one, and the whole is.
  private static func isOneName(_ text: FoldedText, _ line: FoldedText) -> Bool {
    let head = text.dropFirst(
      (text.scalars.lastIndex { isSeparator($0) || ":(".unicodeScalars.contains($0) } ?? -1) + 1)
    let end =
      line.scalars.firstIndex { isSeparator($0) || "()".unicodeScalars.contains($0) } ?? line.count
    let tail = line.part(0..<end)
    return UnitKind.guess(head) == nil && UnitKind.guess(tail.joined(head)) != nil
      || UnitKind.guess(head) == nil && tail.count <= 2 && UnitKind.guess(head.joined(tail)) != nil
  }

  /// Says whether a scalar parts the units of a list.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    "、,;/".unicodeScalars.contains(scalar)
  }

  /// Says whether the text begins with a label of a role or a deadline and a colon: `牵头单位:A`.
  static func beginsWithLabel(_ text: FoldedText) -> Bool {
    guard let colon = text.firstPlaces(of: ":"), colon.lowerBound <= 8 else { return false }
    let label = text.part(0..<colon.lowerBound)
    return UnitRole.named(label) != nil || dueLabels.contains(label.compact)
  }

  /// Says whether a text names units and their roles: `牵头单位:A`, `A牵头,B配合`.
  static func namesRoles(_ text: FoldedText) -> Bool {
    if beginsWithLabel(text) { return true }
    let list = UnitList(reading: text)
    return list.units.contains { $0.role != nil } && list.others.isEmpty
      && list.units.allSatisfy { UnitKind.guess(FoldedText($0.name)) != nil }
  }

  private static func isOneBracket(_ text: FoldedText) -> Bool {
    var depth = 0
    for (place, scalar) in text.scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth == 0 { return place == text.count - 1 }
    }
    return false
  }

  /// Cuts a text at the labels of roles that a colon follows.
  private static func labelled(_ text: FoldedText) -> [(role: UnitRole??, part: FoldedText)] {
    var parts: [(role: UnitRole??, part: FoldedText)] = []
    var role: UnitRole??
    var start = 0
    for (place, scalar) in text.scalars.enumerated() where scalar == ":" {
      let before = text.part(start..<place)
      let cut = before.scalars.lastIndex { isSeparator($0) || " 。(".unicodeScalars.contains($0) }
      let label = before.dropFirst(cut.map { $0 + 1 } ?? 0)
      guard let named = UnitRole.named(label) else { continue }
      parts.append((role, before.dropLast(label.count)))
      role = named
      start = place + 1
    }
    parts.append((role, text.dropFirst(start)))
    return parts.filter { !$0.part.trimmed(isBlankOrMark).isEmpty }
  }

  private static func isBlankOrMark(_ scalar: Unicode.Scalar) -> Bool {
    isSeparator(scalar) || scalar == " " || scalar == "。"
  }

  private mutating func add(_ text: FoldedText, role: UnitRole?, isLabelled: Bool) {
    let names = UnitList.names(in: text)
    var waiting: [FoldedText] = []
    for name in names {
      if let (plain, found, others) = UnitList.roleInBrackets(name) {
        waiting.forEach { append($0, role: role) }
        waiting = []
        append(plain, role: found ?? role)
        for other in others where !units.contains(other) { units.append(other) }
        continue
      }
      guard !isLabelled, let (plain, found) = UnitList.roleAfter(name) else {
        waiting.append(name)
        continue
      }
      for earlier in waiting { append(earlier, role: found) }
      append(plain, role: found)
      waiting = []
    }
    for name in waiting { append(name, role: role) }
  }

  private mutating func append(_ name: FoldedText, role: UnitRole?) {
    if let colon = name.firstPlaces(of: ":") {
      let isDue = dueLabels.contains(name.part(0..<colon.lowerBound).compact)
      if isDue { due = name.dropFirst(colon.upperBound) } else { others.append(name.string) }
      return
    }
    if due == nil, let date = UnitList.deadline(name) {
      due = date
      return
    }
    var plain = name
    for ending in ["按照职责分工负责", "按职责分工负责", "按职责分工", "按职责负责"] where plain.hasSuffix(ending) {
      plain = plain.dropLast(ending.unicodeScalars.count)
    }
    let endings = ["等有关部门", "等相关部门", "等有关单位", "等相关单位", "等部门", "等单位", "等"]
    if let ending = endings.first(where: {
      plain.hasSuffix($0) && plain.count > $0.unicodeScalars.count
    }) {
      plain = plain.dropLast(ending.unicodeScalars.count)
      isOpen = true
    }
    plain = plain.trimmed()
    if DittoMark(plain) != nil {
      others.append(plain.string)
      return
    }
    if plain.isEmpty || plain.compact == "等" {
      isOpen = true
      return
    }
    let written = UnitList.closed(plain.string)
    guard !units.contains(where: { $0.name == written && $0.role == role }) else { return }
    units.append(ListedUnit(name: written, role: role, label: name.trimmed().string))
  }

  /// The date of `2025年6月底前完成`, which stands among units and is none.
  private static func deadline(_ text: FoldedText) -> FoldedText? {
    guard let date = DateSpan(in: text, year: 2000), date.places.lowerBound == 0,
      ["", "完成", "办结", "落实", "建成", "完工", "前完成", "底前完成", "开工", "取得实效"].contains(
        text.dropFirst(date.places.upperBound).compact)
    else { return nil }
    return text.part(date.places)
  }

  /// A role named after a unit: `A牵头`, `由A负责牵头`, `C等配合`, `各乡镇负责落实`.
  private static func roleAfter(_ name: FoldedText) -> (FoldedText, UnitRole)? {
    let endings: [(String, UnitRole)] = [
      ("负责牵头", .lead), ("牵头负责", .lead), ("牵头", .lead), ("参与配合", .support), ("积极配合", .support),
      ("协助配合", .support), ("配合", .support), ("参与", .support), ("协助", .support), ("协办", .support),
      ("负责落实", .carryOut), ("落实", .carryOut), ("负责督导", .supervise), ("督导", .supervise),
      ("督办", .supervise), ("负责", .lead),
    ]
    if name.hasSuffix("分工负责") || name.hasSuffix("职责负责") { return nil }
    for (ending, role) in endings where name.hasSuffix(ending) {
      var plain = name.dropLast(ending.unicodeScalars.count)
      if plain.hasPrefix("由") { plain = plain.dropFirst(1) }
      return plain.isEmpty ? nil : (plain, role)
    }
    return nil
  }

  /// A role in brackets after a unit, `A(牵头)`, or other units with theirs, `A(B配合)`.
  private static func roleInBrackets(
    _ name: FoldedText
  ) -> (plain: FoldedText, role: UnitRole?, others: [ListedUnit])? {
    guard name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "("), open > 0 else {
      return nil
    }
    let plain = name.part(0..<open).trimmed()
    let inner = name.part((open + 1)..<(name.count - 1)).trimmed()
    if let role = UnitRole.named(inner) ?? roleAfter(FoldedText("甲" + inner.string))?.1,
      inner.count <= 4
    {
      return (plain, role, [])
    }
    let list = UnitList(reading: inner)
    let isList =
      !list.units.isEmpty && list.others.isEmpty
      && list.units.allSatisfy { $0.role != nil && isCertain(FoldedText($0.name)) }
    return isList ? (plain, nil, list.units) : nil
  }

  private static func closed(_ name: String) -> String {
    let opens = name.unicodeScalars.filter { $0 == "(" || $0 == "（" }.count
    let closes = name.unicodeScalars.filter { $0 == ")" || $0 == "）" }.count
    return opens < closes && (name.hasSuffix(")") || name.hasSuffix("）"))
      ? String(name.dropLast()) : name
  }
}

extension UnitList {
  /// The names between separators that stand outside brackets.
  private static func names(in text: FoldedText) -> [FoldedText] {
    var names: [FoldedText] = []
    var depth = 0
    var start = 0
    let isBalanced =
      text.scalars.count { $0 == "(" } == text.scalars.count { $0 == ")" }
    for (place, scalar) in text.scalars.enumerated() {
      if scalar == "(", isBalanced { depth += 1 }
      if scalar == ")", isBalanced { depth -= 1 }
      guard depth <= 0, isSeparator(scalar) || scalar == "。" else { continue }
      names += words(in: text.part(start..<place))
      start = place + 1
    }
    names += words(in: text.dropFirst(start))
    return names
  }

  /// The names in a run without separators: blanks part names, but not the letters of a spaced-out
  /// one; 和, 及 and 与 part two names that each end as units do.
  private static func words(in text: FoldedText) -> [FoldedText] {
    let words = text.trimmed().words
    guard words.count > 1 else { return words.flatMap(conjoined) }
    // Words of other scripts stand apart within one name: Department of Public Works.
    if words.allSatisfy({ word in !word.scalars.contains(where: FoldedText.isIdeograph) }) {
      return [text.trimmed()]
    }
    let joined = FoldedText(words.map(\.string).joined())
    if words.contains(where: { $0.count == 1 })
      || words.dropFirst().contains(where: { $0.hasPrefix("(") })
    {
      return [joined]
    }
    return words.flatMap(conjoined)
  }

  private static func conjoined(_ word: FoldedText) -> [FoldedText] {
    for (place, scalar) in word.scalars.enumerated()
    where "和及与".unicodeScalars.contains(scalar) {
      let (left, right) = (word.part(0..<place), word.dropFirst(place + 1))
      guard isCertain(left), UnitKind.guess(right) != nil else { continue }
      return [left] + conjoined(right)
    }
    return [word]
  }

  /// Says whether a text is certainly the whole name of a unit.
  static func isCertain(_ name: FoldedText) -> Bool {
    name.count >= 2 && name.count <= 30 && UnitKind.guess(name) != nil
      && !name.scalars.contains { "。,;:!?%“”".unicodeScalars.contains($0) }
  }

  /// Says whether a line can be read as nothing but a list of units.
  static func isList(_ text: FoldedText, isLoose: Bool) -> Bool {
    guard !text.isEmpty, text.count <= 200, !text.contains("。") else { return false }
    let list = UnitList(reading: text)
    guard !list.units.isEmpty else { return false }
    return list.units.allSatisfy { unit in
      let name = FoldedText(unit.name)
      let isShort =
        name.count <= 20
        && !name.scalars.contains { FoldedText.isDigit($0) || ":!?".unicodeScalars.contains($0) }
      return isCertain(name) || (isLoose && isShort)
    }
  }
}
