import PlanQLData

/// Headings over several rows of which those that reach over several columns stand once.
struct StrokedHeadings {
  /// The headings above each column, the widest first.
  typealias Paths = [[FoldedText]]

  /// The rows that the headings stand on.
  let rows: [[FoldedText]]
  /// Rows below them, as many of their cells as stand there.
  let samples: [[FoldedText]]
  private let shapes: [[CellAlignment.Shape]]
  let width: Int
  private let map: HeadingMap
  private var kinds: [[FoldedText]: ColumnKind] = [:]
  private var tried = 0
  private var best: [Paths] = []
  private var bestScore = Int.min

  /// The most ways to set headings over others that are tried.
  private static let greatestNumberOfTries = 3_000

  init(rows: [[FoldedText]], samples: [[FoldedText]], width: Int, map: HeadingMap) {
    self.rows = rows
    self.samples = samples
    self.shapes = samples.map { $0.map { CellAlignment.Shape($0) } }
    self.width = width
    self.map = map
  }

  /// The headings of each column that fit the cells below best, and whether no others do as well;
  /// nil where none do. Of headings that several ways set differently only what they have in
  /// common is kept.
  mutating func paths() -> (paths: Paths, isOnly: Bool)? {
    guard let first = rows.first else { return nil }
    set(1, over: first.map { [$0] })
    guard var paths = best.first else { return nil }
    for other in best.dropFirst() {
      guard other.count == paths.count else { return nil }
      for column in paths.indices where paths[column] != other[column] {
        guard let last = paths[column].last, last == other[column].last else { return nil }
        paths[column] = [last]
      }
    }
    return (paths, best.count == 1 && tried < StrokedHeadings.greatestNumberOfTries)
  }

  /// Sets the row at a place below the columns known so far, in every way.
  private mutating func set(_ row: Int, over paths: Paths) {
    guard tried < StrokedHeadings.greatestNumberOfTries else { return }
    guard row < rows.count else { return judge(paths) }
    let cells = rows[row]
    for count in 1...Swift.max(1, Swift.min(4, cells.count / 2)) {
      for widths in StrokedHeadings.parts(of: cells.count, into: count) {
        choose(paths, row, widths, from: 0, [])
      }
    }
  }

  /// Chooses the columns that the cells of a row stand below, the first of them at least at a place.
  private mutating func choose(
    _ paths: Paths, _ row: Int, _ widths: [Int], from start: Int, _ chosen: [Int]
  ) {
    guard chosen.count < widths.count else {
      let expanded = expand(paths, chosen, widths, rows[row])
      if expanded.count <= width { set(row + 1, over: expanded) }
      return
    }
    for place in start..<Swift.max(start, paths.count) {
      choose(paths, row, widths, from: place + 1, chosen + [place])
    }
  }

  private func expand(
    _ paths: Paths, _ chosen: [Int], _ widths: [Int], _ cells: [FoldedText]
  ) -> Paths {
    var expanded: Paths = []
    var next = 0
    for (place, path) in paths.enumerated() {
      guard let index = chosen.firstIndex(of: place) else {
        expanded.append(path)
        continue
      }
      for _ in 0..<widths[index] {
        expanded.append(path + [cells[next]])
        next += 1
      }
    }
    return expanded
  }

  /// The ways to write a number as that many parts of two or more, or as one.
  private static func parts(of number: Int, into count: Int) -> [[Int]] {
    if count == 1 { return [[number]] }
    guard number >= 2 * count else { return [] }
    return (2...(number - 2 * (count - 1))).flatMap { first in
      parts(of: number - first, into: count - 1).map { [first] + $0 }
    }
  }

  private mutating func judge(_ paths: Paths) {
    tried += 1
    guard paths.count >= samples.map(\.count).max() ?? 0, paths.count <= width else { return }
    let kinds = paths.map { kind(of: $0) }
    // Columns that no row fills are the less likely.
    var score = -(paths.count - (samples.map(\.count).max() ?? 0))
    for (path, kind) in zip(paths, kinds) where kind != .other { score += path.count > 1 ? 3 : 2 }
    for path in paths where path.count > 1 { score += agreement(path) }
    let looks = zip(paths, kinds).map { CellLook(below: $0, of: $1) }
    for (sample, shape) in zip(samples, shapes) {
      guard let set = CellAlignment(shape, below: looks, kinds: kinds) else {
        score -= 100
        continue
      }
      score += set.score + StrokedHeadings.agreementOfSums(paths, sample, set.columns)
    }
    if score > bestScore {
      best = [paths]
      bestScore = score
    } else if score == bestScore, best.count < 8 {
      best.append(paths)
    }
  }

  /// Whether what stands below a heading is of the same kind as it: amounts below one of money.
  private mutating func agreement(_ path: [FoldedText]) -> Int {
    let outer = CellLook(below: [path[0]], of: kind(of: [path[0]]))
    let inner = CellLook(below: path, of: .other)
    guard outer != .blank, inner != .blank else { return 0 }
    return outer == inner ? 1 : -3
  }

  /// Whether a column of totals has the sum of those beside it that stand below the same heading.
  private static func agreementOfSums(
    _ paths: Paths, _ cells: [FoldedText], _ columns: [Int]
  ) -> Int {
    var score = 0
    for (place, path) in paths.enumerated() where path.count > 1 {
      guard let last = path.last, TotalLine.label(last.unbroken) != nil,
        let total = amount(place, cells, columns)
      else { continue }
      let others = paths.indices.filter {
        $0 != place && paths[$0].count > 1 && paths[$0][0] == path[0]
      }
      let parts = others.compactMap { amount($0, cells, columns) }
      guard let sum = ExactSum.of(parts), !parts.isEmpty else { continue }
      score += sum.isEqual(to: total) ? 4 : -4
    }
    return score
  }

  private static func amount(
    _ column: Int, _ cells: [FoldedText], _ columns: [Int]
  ) -> Decimal? {
    guard let cell = columns.firstIndex(of: column),
      case .stated(let amount) = Amount.read(cells[cell], unit: .yuan)
    else { return nil }
    return amount.value
  }

  private mutating func kind(of path: [FoldedText]) -> ColumnKind {
    if let known = kinds[path] { return known }
    let kind = DocumentColumn(path: path, map: map).kind
    kinds[path] = kind
    return kind
  }
}
