import PlanQLData

/// A heading of a document's text with what stands under it.
struct OutlineNode: Sendable {
  let level: Int
  let number: Int
  let title: String
  let line: Int
  var parent: Int?
  var paragraphs: [Paragraph] = []
  var hasDuties = false
  /// Whether the heading is itself a task, with those who answer for it below.
  var isTask = false

  /// A line of text under a heading.
  struct Paragraph: Sendable {
    let line: Int
    let text: FoldedText
    let numbering: Numbering?
  }
}

/// An item of a list of tasks with the units that answer for it.
struct DutyItem: Sendable {
  let number: Int?
  var text: FoldedText
  var units: UnitList
  var lines: [Int]
  /// The heading that it stands under.
  var node: Int?
  /// How far it has come.
  var status: String?
  /// What else stands under labels beside it.
  var fields: [LabelledText] = []
}

/// A member of a leading group, or a chief of a river, with the label that stands before the name.
struct GroupMember: Sendable {
  let label: String
  let name: String
  let post: String?
  let unit: String?
  let line: Int
  /// What a person is in charge of, as the heading above says: a river of its chief.
  var charge: String?
  /// The units that assist, where the list names them.
  var assistants: String?
}

/// What a document holds, before anything is made of it.
struct DocumentContent: Sendable {
  var title: (text: String, line: Int)?
  var nodes: [OutlineNode] = []
  var tables: [DocumentTable] = []
  var items: [DutyItem] = []
  /// Cases of enforcement.
  var cases: [CaseRecord] = []
  /// Enterprises under the titles that are their grades.
  var credit: [CreditList] = []
  /// The members of leading groups.
  var members: [GroupMember] = []
  /// What a sheet of a workbook says of the plan as a whole.
  var settings = SettingsSheet(DocumentLines([]))
  /// The labels of what is said of tasks.
  var labels: Set<String> = []
  /// What the sentences say, where there is neither a table nor a list of tasks.
  var prose: ProseContent?

  /// The headings of a map that head a column or a label.
  func headings(of map: HeadingMap) -> Set<String> {
    let columns = tables.flatMap(\.header.columns).compactMap(\.mapped)
    let labels = labels.compactMap { map.column(FoldedText($0))?.mapped }
    return Set(columns).union(labels)
  }
}
