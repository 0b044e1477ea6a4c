import PlanQLData

/// The projects of a plan in their order, however many they are, and what all of them together tell.
struct ProjectList: Sendable {
  private(set) var table = DraftTable<PlanDraft.Project>()
  /// The first day of the projects' periods, and the last one.
  private(set) var start: Day?
  private(set) var end: Day?
  private var nameHashes: [Int] = []
  /// The names without blanks, once one was looked for.
  private var names: NamePlaces?
  /// The projects that were looked at last.
  private var near: (first: Int, records: [PlanDraft.Project])?

  var count: Int { table.count }
  var isEmpty: Bool { table.isEmpty }
  var facts: TableFacts { table.facts }

  /// Adds a project and gives what it may be called by.
  mutating func append(_ project: PlanDraft.Project) -> ProjectReference {
    let place = table.count
    nameHashes.append(project.name.hashValue)
    names?.add(ProjectList.key(project.name), at: place)
    note(project.period)
    table.append(project)
    near = nil
    return ProjectReference(project, at: place)
  }

  private static func key(_ name: String) -> String { FoldedText(name).unbroken.compact }

  /// The one project of a name; nil where there is none or several.
  mutating func project(named name: String) -> ProjectReference? {
    index()
    guard let place = names?.onlyPlace(of: ProjectList.key(name)) else { return nil }
    return project(at: place).map { ProjectReference($0, at: place) }
  }

  /// The places of the projects of a name; none where they are too many.
  mutating func places(named name: String) -> [Int] {
    index()
    return names?.places(of: ProjectList.key(name)) ?? []
  }

  /// Whether a project has the name.
  mutating func contains(_ name: String) -> Bool {
    index()
    return names?.contains(ProjectList.key(name)) ?? false
  }

  private mutating func index() {
    guard names == nil else { return }
    var index = NamePlaces()
    for (place, project) in table.enumerated() {
      index.add(ProjectList.key(project.name), at: place)
    }
    names = index
  }

  /// The project at a place; nil where there is none.
  mutating func project(at place: Int) -> PlanDraft.Project? {
    let known = near.flatMap { near in
      (near.first..<(near.first + near.records.count)).contains(place) ? near : nil
    }
    let found = known ?? table.records(near: place)
    near = found
    guard found.records.indices.contains(place - found.first) else { return nil }
    return found.records[place - found.first]
  }

  /// Puts a project in the place of one of the same name.
  mutating func amend(_ project: PlanDraft.Project, at place: Int) {
    note(project.period)
    table.amend(project, at: place)
    near = nil
  }

  private mutating func note(_ period: Period?) {
    if let first = period?.start { start = Swift.min(start ?? first, first) }
    if let last = period?.end { end = Swift.max(end ?? last, last) }
  }

  /// Whether no two projects have the same name.
  var areNamedApart: Bool {
    let sorted = nameHashes.sorted()
    let suspects = Set(zip(sorted, sorted.dropFirst()).lazy.filter { $0 == $1 }.map { $0.0 })
    guard !suspects.isEmpty else { return true }
    var seen: Set<String> = []
    for project in table where suspects.contains(project.name.hashValue) {
      guard seen.insert(project.name).inserted else { return false }
    }
    return true
  }
}
