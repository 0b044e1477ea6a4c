import PlanQLData

/// Where the lines of a role stand: runs of lines that follow one another, so many at most.
struct LinePlaces: Sendable, Hashable {
  /// Lines of one part of the document, from the first to the last.
  private struct Run: Sendable, Hashable {
    let first: ImportPlace
    var last: Int
  }

  private var runs: [Run] = []
  private var open: Run?
  /// The lines after the last run that is listed.
  private var further = 0

  /// The runs that are listed.
  static let greatestCount = 40

  /// The places of the lines of each role, in the order of the document.
  static func all(of lines: DocumentLines, _ roles: [LineRole]) -> [LineRole: LinePlaces] {
    var places = LineRole.allCases.map { _ in LinePlaces() }
    let numbers = Dictionary(
      uniqueKeysWithValues: LineRole.allCases.enumerated().map { ($1, $0) })
    var line = 0
    lines.forEachPlace { place in
      if roles.indices.contains(line), let number = numbers[roles[line]] {
        places[number].add(place)
      }
      line += 1
    }
    return Dictionary(uniqueKeysWithValues: zip(LineRole.allCases, places))
  }

  /// Some places in their order, all of them listed.
  init(of places: [ImportPlace]) {
    self.init()
    for place in places { add(place, most: .max) }
  }

  private init() {}

  private mutating func add(_ place: ImportPlace, most: Int = LinePlaces.greatestCount) {
    if let run = open, run.first.part == place.part,
      [run.last, run.last + 1].contains(place.number)
    {
      open?.last = place.number
    } else if runs.count + 1 < most || open == nil {
      if let open { runs.append(open) }
      open = Run(first: place, last: place.number)
    } else {
      further += 1
    }
  }

  /// The places as people say them: `line 12–14, 20`.
  func text(_ language: Language) -> String {
    let runs = self.runs + (open.map { [$0] } ?? [])
    var parts: [String] = []
    var numbers: [String] = []
    for (place, run) in runs.enumerated() {
      let first = run.first.number
      numbers.append(first == run.last ? "\(first)" : "\(first)–\(run.last)")
      let isEnd =
        !runs.indices.contains(place + 1) || runs[place + 1].first.part != run.first.part
      guard isEnd else { continue }
      parts.append(run.first.text(language, numbers: numbers.joined(separator: ", ")))
      numbers = []
    }
    if further > 0 { parts.append(language == .en ? "and \(further) more" : "另有 \(further) 行") }
    return parts.joined(separator: language == .en ? "; " : "；")
  }
}
