/// The chiefs of a river, lake or road, under labels below its name: `河长:甲某 市委书记`, `副河长:…`, `协助:市水利局`. Several labels
/// may stand on a line.
struct ChiefList {
  private(set) var members: [GroupMember] = []
  /// The place of the line after the list.
  private(set) var end: Int

  /// Reads the lines from a place on; nil where they name no chief with a post.
  init?(_ lines: DocumentLines, at place: Int, of charge: String?) {
    end = place
    var assistants: [String] = []
    var next = place
    while next < lines.count, lines[next].cells.isEmpty {
      if lines.isBlank(next) {
        next += 1
        continue
      }
      let parts = ChiefList.parts(of: lines[next].text)
      guard !parts.isEmpty else { break }
      for (label, text) in parts {
        if ChiefList.helpers.contains(label) {
          assistants.append(text.string)
          continue
        }
        let people = ChiefList.people(in: text)
        guard !people.isEmpty else { return nil }
        members += people.map { person in
          GroupMember(
            label: label, name: person.name.string, post: person.post.string,
            unit: LeadingGroup.unit(of: person.post)?.string, line: next, charge: charge)
        }
      }
      next += 1
      end = next
    }
    guard !members.isEmpty else { return nil }
    if !assistants.isEmpty {
      for member in members.indices {
        members[member].assistants = assistants.joined(separator: "、")
      }
    }
  }

  /// Whether a label is that of a chief.
  static func isLabel(_ label: String) -> Bool {
    let plain = FoldedText(label).dropping(first: [
      "总", "副", "第一", "省级", "市级", "县级", "区级", "镇级", "乡级", "村级",
    ])
    return chiefs.contains(plain.compact)
  }

  /// The parts of a line at its labels, the first of which begins it; none where another text stands before them.
  private static func parts(of text: FoldedText) -> [(label: String, text: FoldedText)] {
    guard text.count <= 300 else { return [] }
    var parts: [(label: String, start: Int, text: Int)] = []
    for (place, scalar) in text.scalars.enumerated() where scalar == ":" {
      let before = text.part((parts.last?.text ?? 0)..<place)
      let lengths = (2...6).reversed()
      guard
        let length = lengths.first(where: { length in
          let word = before.dropFirst(before.count - length).compact
          return length <= before.count && (isLabel(word) || helpers.contains(word))
        })
      else { continue }
      let label = before.dropFirst(before.count - length).compact
      parts.append((label, place - length, place + 1))
    }
    guard parts.first?.start == 0 else { return [] }
    return parts.enumerated().map { index, part in
      let end = parts.indices.contains(index + 1) ? parts[index + 1].start : text.count
      return (part.label, text.part(part.text..<end).trimmed())
    }
  }

  /// Persons with their posts behind blanks: `甲某 市委书记 乙某 市长`.
  private static func people(in text: FoldedText) -> [(name: FoldedText, post: FoldedText)] {
    let words = text.words
    guard words.count >= 2, words.count.isMultiple(of: 2) else { return [] }
    let people = stride(from: 0, to: words.count, by: 2).map {
      (name: words[$0], post: words[$0 + 1])
    }
    return people.allSatisfy { LeadingGroup.isName($0.name) && $0.post.count >= 2 } ? people : []
  }

  private static let chiefs: Set<String> = ["河长", "湖长", "林长", "路长", "田长", "链长", "山长", "库长"]
  private static let helpers: Set<String> = ["协助", "协助单位", "联系单位", "对口单位", "联系部门", "协助部门"]
}

extension DocumentReader {
  /// The chiefs of what the heading right above names.
  mutating func acceptChiefs(at place: Int) -> Int? {
    let above = current.map { content.nodes[$0] }
    let charge = above.flatMap { node in
      follows([node.line], place) && node.paragraphs.isEmpty ? node.title : nil
    }
    guard let list = ChiefList(lines, at: place, of: charge) else { return nil }
    leaveTail()
    leaveHeading()
    content.members += list.members
    for line in place..<list.end { ledger.settle(line, as: .row) }
    return list.end
  }
}
