/// The columns of a table that names persons under the roles that they have, several in a row:
/// `政府责任人 | 职务 | 主管部门责任人 | 职务`, `县级河长 | 乡级河长`.
struct PeopleColumns: Sendable {
  /// Where a row says what of a person.
  struct Person: Sendable {
    /// The role that the heading names: 政府责任人.
    let role: String
    let name: Int
    var post: Int?
    var unit: Int?
    var contact: Int?
  }

  private(set) var persons: [Person] = []
  /// The columns that say of what the persons are in charge.
  private(set) var others: [Int] = []

  /// Finds the persons in headings; nil where they name none by a role, or one alone without a post.
  init?(_ headings: [FoldedText]) {
    for (place, heading) in headings.enumerated() {
      if let role = PeopleColumns.role(heading) {
        persons.append(Person(role: role, name: place))
        continue
      }
      let last = heading.words.last?.compact ?? ""
      guard let person = persons.indices.last else {
        others.append(place)
        continue
      }
      if PeopleColumns.posts.contains(last), persons[person].post == nil {
        persons[person].post = place
      } else if PeopleColumns.units.contains(last), persons[person].unit == nil {
        persons[person].unit = place
      } else if PeopleColumns.contacts.contains(last), persons[person].contact == nil {
        persons[person].contact = place
      } else {
        others.append(place)
      }
    }
    guard persons.count > 1 || persons.first?.post != nil else { return nil }
  }

  /// The role that a heading of names says; nil where it is none of names.
  static func role(_ heading: FoldedText) -> String? {
    let words = heading.words
    guard let last = words.last else { return nil }
    if ["姓名", "名字"].contains(last.compact), words.count > 1 {
      return words.dropLast().map(\.string).joined()
    }
    guard heading.count <= 16, heading.suffix(of: roles) != nil else { return nil }
    return heading.string
  }

  /// Whether a heading is about persons, of which no table of tasks or projects has a field.
  static func areOfPersons(_ heading: FoldedText) -> Bool {
    let last = heading.words.last ?? heading
    return role(heading) != nil || posts.contains(last.compact) || contacts.contains(last.compact)
      || last.suffix(of: ["联系人", "联络员", "经办人", "联系电话", "姓名", "领导"]) != nil
  }

  private static let roles = [
    "责任人", "负责人", "河长", "湖长", "林长", "路长", "田长", "链长", "片长", "山长", "库长", "责任领导", "分管领导", "包保领导",
    "包抓领导",
    "联系领导", "牵头领导", "挂钩领导", "挂点领导", "包联领导",
  ]
  private static let posts: Set<String> = ["职务", "职位", "行政职务", "担任职务", "职务职称"]
  private static let units: Set<String> = ["单位", "所在单位", "工作单位", "责任单位"]
  private static let contacts: Set<String> = ["联系电话", "电话", "手机", "联系方式", "手机号码", "办公电话"]
}

extension DocumentTable {
  /// The table with a row for each person, where its headings name several by their roles: as the
  /// register of people in charge.
  var asPeopleIfSuch: DocumentTable {
    guard isOwn, planTable == nil, standard == nil, !header.columns.contains(where: \.isSubject),
      let people = PeopleColumns(header.columns.map { FoldedText($0.heading) })
    else { return self }
    let own = ["name", "post", "unit", "职责", "联系方式"].map { FoldedText($0) }
    let isUsed = [
      true, true, people.persons.contains { $0.unit != nil }, true,
      people.persons.contains { $0.contact != nil },
    ]
    let kept = zip(own, isUsed).filter(\.1).map { DocumentColumn(unknown: $0.0) }
    let columns = kept + people.others.map { header.columns[$0] }
    var table = self
    table.header = TableHeader(columns: columns)
    table.standard = StandardTables.officials
    table.isOfPersons = true
    table.replaceRows(
      by: rows.flatMap { row in
        people.persons.flatMap { person in
          row.persons(person).map { cells in
            var found = row
            found.cells =
              zip(cells, isUsed).filter(\.1).map(\.0) + people.others.map { row.cells[$0] }
            return found
          }
        }
      })
    return table
  }
}

extension DocumentRow {
  /// The name, post, unit, role and contact of each person that a row names in a role.
  fileprivate func persons(_ person: PeopleColumns.Person) -> [[GridCell]] {
    func cell(_ place: Int?) -> GridCell {
      place.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? GridCell("")
    }
    let whole = cell(person.name)
    guard whole.isFilled, DittoMark(whole.text) == nil else { return [] }
    let parts = whole.text.unbroken.split { "、;".unicodeScalars.contains($0) }.map { $0.trimmed() }
    let isList =
      parts.count > 1 && person.post == nil
      && parts.allSatisfy { PersonName($0) != nil || PersonName(withPost: $0) != nil }
    let names = isList ? parts : [whole.text.unbroken]
    return names.map { text in
      let named = person.post == nil ? PersonName(withPost: text) : nil
      return [
        GridCell(named?.name.string ?? text.string),
        named.map { GridCell($0.post.string) } ?? cell(person.post), cell(person.unit),
        GridCell(person.role), cell(person.contact),
      ]
    }
  }
}

/// The name of a person, perhaps with the post: `王明(副县长)`, `王明 副县长`.
struct PersonName: Sendable {
  let name: FoldedText
  let post: FoldedText

  /// Reads a bare name: two to four ideographs.
  init?(_ text: FoldedText) {
    guard (2...4).contains(text.count), text.scalars.allSatisfy(FoldedText.isIdeograph),
      UnitKind.guess(text) == nil
    else { return nil }
    name = text
    post = .empty
  }

  /// Reads a name with a post in brackets or behind a blank.
  init?(withPost text: FoldedText) {
    let plain = text.trimmed()
    let end = plain.scalars.firstIndex { "( ".unicodeScalars.contains($0) } ?? plain.count
    let post = plain.dropFirst(end).trimmed { "() ".unicodeScalars.contains($0) }
    guard let bare = PersonName(plain.part(0..<end)), (2...40).contains(post.count),
      !post.contains(anyOf: Array("。;:".unicodeScalars))
    else { return nil }
    name = bare.name
    self.post = post
  }
}
