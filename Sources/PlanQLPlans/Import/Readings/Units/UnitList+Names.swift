extension UnitList {
  /// Adds what a part of a list names: in its first sentence units, in further ones units too, rules for the lists
  /// below, or more of the task. A bare name that a blank stands before is that of who signed.
  mutating func add(_ text: FoldedText, role: UnitRole?) {
    for (number, sentence) in UnitList.parts(of: text, at: "。").enumerated() {
      if number > 0, RoleWords.isRule(UnitList.outsideBrackets(sentence)) {
        rules.append(sentence.string)
      } else if number > 0, !UnitList.namesOnlyUnits(sentence) {
        behind.append(sentence.string)
      } else if number > 0, text.contains("。 " + sentence.folded), !UnitList.namesRoles(sentence),
        !sentence.contains("、")
      {
        others.append(sentence.string)
      } else {
        addSentence(sentence, role: role)
      }
    }
  }

  private mutating func addSentence(_ sentence: FoldedText, role: UnitRole?) {
    var waiting: [FoldedText] = []
    let isParted = sentence.contains(anyOf: Array("、,;".unicodeScalars))
    for clause in UnitList.parts(of: sentence, at: ",;") {
      if RoleWords.isRule(UnitList.outsideBrackets(clause)) {
        rules.append(clause.string)
      } else if !takeTime(clause) {
        uncertain += UnitList.uncertainPairs(in: clause)
        let names = withPlaces(UnitList.names(in: clause, isParted: isParted))
        take(names, role: role, &waiting)
      }
    }
    // Beside units whose parts are named a bare one joins.
    for name in waiting { append(name, role: role ?? (hasRoleWord ? .joint : nil)) }
  }

  /// Takes the names of a clause; those behind 会同, up to the word of a role or the end of the clause, are companions of
  /// the ones before.
  private mutating func take(
    _ names: [FoldedText], role: UnitRole?, _ waiting: inout [FoldedText]
  ) {
    var companions: [FoldedText] = []
    for name in names {
      var name = name
      if let (first, second) = UnitList.accompanied(name, isBehindUnits: hasRoleWord) {
        settle(&companions, verb: nil, role: role, &waiting)
        if !first.isEmpty { take(first, role: role, &waiting) }
        name = second
      } else if companions.isEmpty {
        take(name, role: role, &waiting)
        continue
      }
      let verb = RoleWords.after(name)
      companions.append(verb?.name ?? name)
      if let verb { settle(&companions, verb: verb.role, role: role, &waiting) }
    }
    settle(&companions, verb: nil, role: role, &waiting)
  }

  /// Adds companions and the names before them that wait for a role: these have that of the word behind all, else they
  /// lead; where they have one of their own, it is that of the companions, of whom none leads.
  private mutating func settle(
    _ companions: inout [FoldedText], verb: UnitRole?, role: UnitRole?,
    _ waiting: inout [FoldedText]
  ) {
    guard !companions.isEmpty else { return }
    hasRoleWord = true
    let companionRole = waiting.isEmpty && verb != .lead ? verb ?? .joint : .joint
    for name in waiting { append(name, role: verb ?? role ?? .lead) }
    waiting = []
    for name in companions { take(name, role: companionRole, &waiting) }
    for name in waiting { append(name, role: companionRole) }
    waiting = []
    companions = []
  }

  private static func namesOnlyUnits(_ sentence: FoldedText) -> Bool {
    if RoleWords.isRule(outsideBrackets(sentence)) { return false }
    if beginsWithLabel(sentence) { return true }
    let list = UnitList(reading: sentence)
    return !list.units.isEmpty && list.others.isEmpty && list.rules.isEmpty && list.behind.isEmpty
      && list.units.allSatisfy { isCertain(FoldedText($0.name)) }
  }

  /// Takes a name, which waits for a role that may stand after a later one.
  private mutating func take(_ name: FoldedText, role: UnitRole?, _ waiting: inout [FoldedText]) {
    if let (plain, found, others) = UnitList.roleInBrackets(name) {
      waiting.forEach { append($0, role: role) }
      waiting = []
      append(plain, role: found ?? role)
      for other in others where !units.contains(other) { units.append(other) }
    } else if let (first, second) = UnitList.pair(name) {
      hasRoleWord = true
      for earlier in waiting { append(earlier, role: first.role) }
      append(first.name, role: first.role)
      for part in UnitList.conjoined(second.name) { append(part, role: second.role) }
      waiting = []
    } else if let (plain, found) = RoleWords.after(name) {
      hasRoleWord = true
      for earlier in waiting { append(earlier, role: found ?? role) }
      append(plain, role: found ?? role, as: name)
      waiting = []
    } else {
      waiting.append(name)
    }
  }

  /// Takes a clause that says when: `9月底前完成`, `年内持续推进`.
  private mutating func takeTime(_ clause: FoldedText) -> Bool {
    guard let (date, isPlain) = RoleWords.time(clause) else { return false }
    if let date, due == nil {
      due = date
      if !isPlain { timing.append(clause.string) }
    } else {
      timing.append(clause.string)
    }
    return true
  }

  private mutating func append(_ name: FoldedText, role: UnitRole?, as written: FoldedText? = nil) {
    if name.contains(":") {
      others.append(name.string)
      return
    }
    if takeTime(name) { return }
    let plain = UnitList.withoutTopic(withoutAddition(withoutRule(name)).trimmed())
    if DittoMark(plain) != nil {
      others.append(plain.string)
    } else if plain.isEmpty || plain.compact == "等" {
      isOpen = true
    } else if !UnitList.isPlausible(plain) {
      others.append(plain.string)
    } else {
      let unit = ListedUnit(
        name: UnitList.closed(plain.string), role: role,
        label: self.written((written ?? name).trimmed()))
      guard !units.contains(where: { $0.name == unit.name && $0.role == role }) else { return }
      units.append(unit)
    }
  }

  /// The name without a rule for all lists in brackets after it: `A局(列首位的为牵头单位,下同)`.
  private mutating func withoutRule(_ name: FoldedText) -> FoldedText {
    guard name.hasSuffix(")"), let open = name.scalars.firstIndex(of: "("), open > 0 else {
      return name
    }
    let inner = name.part((open + 1)..<(name.count - 1))
    guard RoleWords.isRule(inner) else { return name }
    rules.append(inner.string)
    return name.part(0..<open)
  }

  /// The name without what the unit answers for in brackets after it, which its label keeps: `教育局(学位)`. Another name,
  /// a place and a level belong to it: `发改委(物价局)`, `生态环境局(本级)`.
  private static func withoutTopic(_ name: FoldedText) -> FoldedText {
    guard let (before, inner) = name.partedAtLastBracket, name.hasSuffix(")"),
      let kind = UnitKind.guess(before), [.department, .party].contains(kind), isCertain(before),
      (2...16).contains(inner.count),
      inner.scalars.allSatisfy({ FoldedText.isIdeograph($0) || "、和及".unicodeScalars.contains($0) }),
      !partsOfNames.contains(where: { inner.hasSuffix($0) })
    else { return name }
    let isUnit = inner.split { "、和及".unicodeScalars.contains($0) }.contains {
      UnitKind.guess($0) != nil
    }
    return isUnit ? name : before
  }

  /// What brackets behind a name say that is a part of it: whose it is, and that it is another one.
  private static let partsOfNames = [
    "级", "机关", "筹", "筹备", "集团", "总", "股份", "有限", "省", "市", "区", "县", "镇", "乡", "街", "片", "分局", "队",
    "科", "室", "组",
    "会", "园", "校", "馆", "社", "庭", "团", "旗", "州", "盟",
  ]

  /// The name without words which say that there are more units.
  private mutating func withoutAddition(_ name: FoldedText) -> FoldedText {
    let endings = ["等有关部门", "等相关部门", "等有关单位", "等相关单位", "等部门", "等单位", "等"]
    guard let ending = endings.first(where: { name.hasSuffix($0) }),
      name.count > ending.unicodeScalars.count
    else { return name }
    isOpen = true
    return name.dropLast(ending.unicodeScalars.count)
  }

  /// Says whether a text can be the name of a unit: no sentence, and no number of anything.
  private static func isPlausible(_ name: FoldedText) -> Bool {
    if UnitKind.guess(name) != nil { return name.count <= 60 }
    let scalars = name.scalars
    let isSentence = scalars.contains { "!?%<>=≥≤“”".unicodeScalars.contains($0) }
    let counts = scalars.indices.contains { place in
      FoldedText.isDigit(scalars[place])
        && (place + 1 == scalars.count
          || "年月日个项家户万亿元吨米公里.".unicodeScalars.contains(scalars[place + 1]))
    }
    return !isSentence && !counts && name.count <= 40
  }

  private static func closed(_ name: String) -> String {
    let opens = name.unicodeScalars.filter { $0 == "(" || $0 == "（" }.count
    let closes = name.unicodeScalars.filter { $0 == ")" || $0 == "）" }.count
    return opens < closes && (name.hasSuffix(")") || name.hasSuffix("）"))
      ? String(name.dropLast()) : name
  }
}

extension UnitList {
  /// A role in brackets after a unit, `A(牵头)`, or other units with theirs, `A(B配合)`.
  private static func roleInBrackets(
    _ name: FoldedText
  ) -> (plain: FoldedText, role: UnitRole?, others: [ListedUnit])? {
    guard name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "("), open > 0 else {
      return nil
    }
    let plain = name.part(0..<open).trimmed()
    let inner = name.part((open + 1)..<(name.count - 1)).trimmed()
    if inner.count <= 4, !RoleWords.isRule(inner),
      let role = UnitRole.named(inner) ?? RoleWords.after(FoldedText("甲" + inner.string))?.role
    {
      return (plain, role, [])
    }
    // Behind a unit 会同 is no place: A(会同县民政局).
    let companions = inner.dropping(first: ["会同"])
    let list =
      companions.count < inner.count
      ? UnitList(reading: companions, role: .joint) : UnitList(reading: inner)
    let isList =
      !list.units.isEmpty && list.others.isEmpty && list.rules.isEmpty && list.behind.isEmpty
      && list.units.allSatisfy { $0.role != nil && isCertain(FoldedText($0.name)) }
    return isList ? (plain, companions.count < inner.count ? .lead : nil, list.units) : nil
  }

  /// The units before and behind 会同 or 联合 in `A会同B`, `会同B`; nil where the word is part of a name, as in 会同县, or does not
  /// stand between units.
  private static func accompanied(
    _ name: FoldedText, isBehindUnits: Bool
  ) -> (first: FoldedText, second: FoldedText)? {
    guard
      let places = outsideBracketsPlaces(of: "会同", in: name)
        ?? outsideBracketsPlaces(of: "联合", in: name)
    else { return nil }
    let second = name.dropFirst(places.upperBound)
    let first = name.part(0..<places.lowerBound).dropping(last: ["并", "共同"])
    let leader = first.dropping(first: ["由"])
    func areUnits(_ text: FoldedText) -> Bool {
      let plain = withoutRole(outsideBrackets(text))
      return isCertain(plain) || plain.hasSuffix("等")
    }
    guard areUnits(second) else { return nil }
    if !first.isEmpty { return areUnits(leader) ? (leader, second) : nil }
    let mayBePlace = ["县", "镇", "乡", "村"].contains { second.hasPrefix($0) }
    return mayBePlace && !isBehindUnits ? nil : (first, second)
  }

  private static func outsideBracketsPlaces(of word: String, in text: FoldedText) -> Range<Int>? {
    guard let places = text.firstPlaces(of: word) else { return nil }
    let before = text.part(0..<places.lowerBound).scalars
    return before.count { $0 == "(" } == before.count { $0 == ")" } ? places : nil
  }

  /// Two units with a word between them that gives them their roles: `A配合B落实`, `A牵头B配合`.
  private static func pair(
    _ name: FoldedText
  ) -> (first: (name: FoldedText, role: UnitRole?), second: (name: FoldedText, role: UnitRole?))? {
    let after = RoleWords.after(name)
    let rest = after?.name ?? name
    for (word, left, right, other) in RoleWords.between {
      guard let places = rest.firstPlaces(of: word), places.lowerBound > 0 else { continue }
      var first = rest.part(0..<places.lowerBound)
      if first.hasPrefix("由") { first = first.dropFirst(1) }
      let second = rest.dropFirst(places.upperBound)
      guard isCertain(first), second.count >= 2,
        conjoined(second).allSatisfy({ isCertain($0) || $0.hasSuffix("等") })
      else { continue }
      return (
        (first, left ?? after?.role ?? other), (second, right ?? after?.role ?? other)
      )
    }
    return nil
  }

  /// A text without what stands in brackets.
  private static func outsideBrackets(_ text: FoldedText) -> FoldedText {
    var text = text
    while let open = text.firstPlaces(of: "("),
      let close = text.dropFirst(open.upperBound).firstPlaces(of: ")")
    {
      text = text.part(0..<open.lowerBound)
        .joined(text.dropFirst(open.upperBound + close.upperBound))
    }
    return text
  }

  /// A name without the word of its role.
  static func withoutRole(_ name: FoldedText) -> FoldedText { RoleWords.after(name)?.name ?? name }

  /// The parts of a text at signs that stand outside brackets, none of them empty.
  static func parts(of text: FoldedText, at signs: String) -> [FoldedText] {
    let scalars = text.scalars
    let isBalanced = scalars.count { $0 == "(" } == scalars.count { $0 == ")" }
    let cuts = Array(signs.unicodeScalars)
    var parts: [FoldedText] = []
    var depth = 0
    var start = 0
    for (place, scalar) in scalars.enumerated() {
      if scalar == "(", isBalanced { depth += 1 }
      if scalar == ")", isBalanced { depth -= 1 }
      guard depth <= 0, cuts.contains(scalar) else { continue }
      parts.append(text.part(start..<place))
      start = place + 1
    }
    parts.append(text.dropFirst(start))
    return parts.map { $0.trimmed() }.filter { !$0.isEmpty }
  }

  /// The names between separators that stand outside brackets; where signs part the list, a blank may stand amid a
  /// name.
  private static func names(in text: FoldedText, isParted: Bool) -> [FoldedText] {
    var names: [FoldedText] = []
    for part in parts(of: text, at: "、/") {
      if let last = names.last, pairing(last, part) == .oneGroup {
        names[names.count - 1] = last.joined(part, by: "、")
      } else {
        names.append(part)
      }
    }
    return names.flatMap { words(in: $0, isParted: isParted) }
  }

  /// The names in a run without separators: blanks part names, but not the letters of a spaced-out
  /// one, nor two words that only together are one; 和, 及 and 与 part two names that each end as units do.
  private static func words(in text: FoldedText, isParted: Bool) -> [FoldedText] {
    let words = text.words
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
    let whole = words.dropFirst().reduce([words[0]]) { names, word in
      guard let last = names.last, BrokenName.isOne(last, word, isParted: isParted) else {
        return names + [word]
      }
      return names.dropLast() + [last.joined(word)]
    }
    return whole.flatMap(conjoined)
  }

  /// Whether a name says of which kind a unit is and not of what place, so that it goes on with the name before it:
  /// 党委和人民政府.
  private static func isBare(_ name: FoldedText) -> Bool {
    ["人民政府", "政府", "管委会", "管理委员会", "办公室", "人大", "政协"].contains(withoutRole(name).compact)
  }

  private static func conjoined(_ word: FoldedText) -> [FoldedText] {
    let scalars = word.scalars
    for (place, scalar) in scalars.enumerated() where "和及与".unicodeScalars.contains(scalar) {
      let isLong = scalar == "及" && place > 0 && scalars[place - 1] == "以"
      let (left, right) = (word.part(0..<(isLong ? place - 1 : place)), word.dropFirst(place + 1))
      guard isCertain(left), UnitKind.guess(withoutRole(right)) != nil, !isBare(right) else {
        continue
      }
      return [left] + conjoined(right)
    }
    return [word]
  }
}
