/// The members of a leading group, line by line: `组长:张三 县委书记`, with those below a label that
/// have none of their own.
struct LeadingGroup {
  private(set) var members: [GroupMember] = []
  /// Lines under a label that name units or nobody.
  private(set) var others: [Int] = []
  /// The place of the line after the list.
  private(set) var end: Int

  /// Reads the lines from a place on; nil where they are no list with a head and another member.
  init?(_ lines: DocumentLines, at place: Int) {
    end = place
    guard let first = LeadingGroup.label(of: lines[place]), LeadingGroup.heads.contains(first.label)
    else { return nil }
    var label = ""
    var next = place
    while next < lines.count, lines[next].cells.isEmpty {
      if lines.isBlank(next) {
        next += 1
        continue
      }
      var text = lines[next].text
      if let (found, rest) = LeadingGroup.label(of: lines[next]) {
        label = found
        text = rest
        if rest.isEmpty {
          end = next + 1
          next += 1
          continue
        }
      } else if !LeadingGroup.goesOn(text) {
        break
      }
      let people = LeadingGroup.people(in: text)
      if people.isEmpty { others.append(next) }
      for person in people {
        members.append(
          GroupMember(
            label: label, name: person.name.string, post: person.post?.string,
            unit: person.post.flatMap { LeadingGroup.unit(of: $0) }?.string, line: next))
      }
      next += 1
      end = next
    }
    guard members.count >= 2, Set(members.map(\.label)).count >= 2 || members.count >= 3 else {
      return nil
    }
  }

  private static let heads: Set<String> = [
    "组长", "第一组长", "总指挥", "指挥长", "召集人", "总召集人", "双组长", "总负责人",
  ]
  private static let labels: Set<String> = heads.union([
    "副组长", "常务副组长", "成员", "组员", "副总指挥", "副指挥长", "副召集人", "顾问", "委员", "副主任", "办公室主任", "联络员",
    "政委", "成员单位", "常务副总指挥",
  ])

  /// The label of a line with what follows: before a colon, or its letters apart before blanks.
  private static func label(of line: DocumentLine) -> (label: String, rest: FoldedText)? {
    guard line.cells.isEmpty, line.text.count <= 200 else { return nil }
    if let colon = line.text.firstPlaces(of: ":"), colon.lowerBound <= 10 {
      let word = line.text.part(0..<colon.lowerBound).compact
      return labels.contains(word)
        ? (word, line.text.dropFirst(colon.upperBound).trimmed()) : nil
    }
    var word = ""
    for (number, part) in line.text.words.prefix(3).enumerated() {
      word += part.compact
      guard labels.contains(word) else { continue }
      let rest = line.text.words.dropFirst(number + 1).map(\.string).joined(separator: " ")
      return (word, FoldedText(rest))
    }
    return nil
  }

  /// The people whom a text names, each with the post after the name or in brackets.
  static func people(in text: FoldedText) -> [(name: FoldedText, post: FoldedText?)] {
    let words = text.words
    if let several = several(in: words) { return several }
    if words.count > 1 {
      let isSpaced = words[0].count == 1 && words[1].count == 1
      let name = isSpaced ? words[0].joined(words[1]) : words[0]
      let post = words.dropFirst(isSpaced ? 2 : 1).map(\.string).joined(separator: " ")
      if isName(name) { return [(name, post.isEmpty ? nil : FoldedText(post))] }
    }
    let parts = UnitList.parts(of: text.replacing(") ", with: ")、"), at: "、,;")
    let people = parts.compactMap { part -> (name: FoldedText, post: FoldedText?)? in
      guard part.hasSuffix(")"), let open = part.scalars.firstIndex(of: "(") else {
        return isName(part) ? (part, nil) : nil
      }
      let name = part.part(0..<open).trimmed()
      return isName(name) ? (name, part.part((open + 1)..<(part.count - 1)).trimmed()) : nil
    }
    return people.count == parts.count ? people : []
  }

  /// The people of a line that parts them by blanks alone, each with a post: `赵六 市生态环境局局长 钱七 市水务局局长`; nil
  /// where it does not name several, or some of it is neither.
  private static func several(
    in words: [FoldedText]
  ) -> [(name: FoldedText, post: FoldedText?)]? {
    guard words.count >= 4, words.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: words.count, by: 2).map { (words[$0], words[$0 + 1]) }
    guard pairs.allSatisfy({ isName($0) && UnitKind.guess($1) == .person && $1.count > 1 }) else {
      return nil
    }
    return pairs.map { (name: $0, post: $1) }
  }

  /// Whether a line without a label goes on with the list: a person with a post, or the holders of a
  /// post or units without their names.
  private static func goesOn(_ text: FoldedText) -> Bool {
    if Numbering(text) != nil || Boilerplate.matches(text) || text.contains("。") { return false }
    let people = people(in: text)
    if people.isEmpty {
      return text.count <= 40
        && UnitList(reading: text).units.allSatisfy { UnitList.isCertain(FoldedText($0.name)) }
    }
    return people.allSatisfy { $0.post != nil }
  }

  static func isName(_ text: FoldedText) -> Bool {
    let letters = text.scalars.filter { $0 != "·" && $0 != " " }
    return letters.allSatisfy(FoldedText.isIdeograph) && UnitKind.guess(text) == nil
      && (2...4).contains(letters.count)
      || text.scalars.contains("·") && letters.count <= 12
        && letters.allSatisfy(FoldedText.isIdeograph)
  }

  /// The unit that a post is in: what stands before the title, where that is a unit. Of several posts it is that of the
  /// first one, but a seat in a body comes after an office: 省委常委、合肥市委书记.
  static func unit(of post: FoldedText) -> FoldedText? {
    let posts = post.replacing("兼任", with: "、").replacing("兼", with: "、")
      .split { "、,; ".unicodeScalars.contains($0) }
    let found = posts.compactMap { post in
      parted(post).map { (unit: $0, isSeat: seats.contains(post.dropFirst($0.count).compact)) }
    }
    return (found.first { !$0.isSeat } ?? found.first)?.unit
  }

  private static let seats: Set<String> = ["常委", "委员", "党组成员", "党委委员", "成员", "党委成员"]

  /// The unit that one post begins with.
  private static func parted(_ post: FoldedText) -> FoldedText? {
    guard post.count > 2, !post.hasPrefix("副") else { return nil }
    for length in (2..<post.count).reversed() {
      let unit = post.part(0..<length)
      guard let kind = UnitKind.guess(unit), kind != .person, kind != .group,
        UnitKind.guess(post.dropFirst(length)) == .person
      else { continue }
      return unit
    }
    return nil
  }
}

extension DocumentReader {
  /// The list of a leading group.
  mutating func acceptMembers(at place: Int) -> Int? {
    if let next = acceptChiefs(at: place) { return next }
    guard let group = LeadingGroup(lines, at: place) else { return nil }
    leaveTail()
    leaveHeading()
    content.members += group.members
    for line in group.others { ledger.leave([line], because: ImportMessages.memberUnread) }
    for line in place..<group.end { ledger.settle(line, as: .row) }
    return group.end
  }
}
