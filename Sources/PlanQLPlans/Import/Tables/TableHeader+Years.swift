/// The years of indicators.
extension TableHeader {
  /// The header with its years as those of indicators where its rows are indicators: the last is the
  /// target, the one before it the baseline, and what was before that was observed.
  var withIndicatorYears: TableHeader {
    guard place(of: .indicator) != nil, place(of: .name) == nil, place(of: .task) == nil else {
      return self
    }
    var header = self
    if comparesYears {
      for place in columns.indices {
        if case .yearAmount(let year) = columns[place].kind {
          header.columns[place].kind = .observed(year)
        }
      }
      return header
    }
    for place in columns.indices {
      if case .goal(let year) = columns[place].kind { header.columns[place].kind = .target(year) }
    }
    let years = header.openYears
    for place in years where header.columns[place].isPlanned {
      header.columns[place].kind = .target(header.year(of: place))
    }
    return header.settling(years.filter { !header.columns[$0].isPlanned })
  }

  /// Settles the years of which nothing says whether they are planned.
  private func settling(_ years: [Int]) -> TableHeader {
    var header = self
    let hasBaseline = columns.contains { $0.kind.withoutYear == .baseline(0) }
    let targets = columns.indices.filter { columns[$0].kind.withoutYear == .target(0) }
    var rest = years
    var target = targets.first.map { year(of: $0) } ?? 0
    if targets.isEmpty {
      if let vision = vision(of: rest) {
        header.columns[vision].kind = .other
        rest.removeAll { $0 == vision }
      }
      if let last = rest.popLast() {
        target = year(of: last)
        header.columns[last].kind = .target(target)
      }
    }
    if !hasBaseline, let last = lastObserved, !rest.isEmpty,
      rest.allSatisfy({ year(of: $0) > year(of: last) })
    {
      // Behind 2020年实绩 nothing tells bare years from steps of the plan.
      header.columns[last].kind = .baseline(year(of: last))
      for place in rest { header.columns[place].kind = .other }
      return header
    }
    let baseline =
      hasBaseline ? nil : baseline(of: rest, before: target, isStated: !targets.isEmpty)
    for place in rest {
      if place == baseline {
        header.columns[place].kind = .baseline(year(of: place))
      } else {
        let isPast = baseline.map { year(of: place) < year(of: $0) } ?? false
        header.columns[place].kind = isPast ? .observed(year(of: place)) : .other
      }
    }
    return header
  }

  /// The column of the last year of which it is said that its values were observed.
  private var lastObserved: Int? {
    columns.indices.filter { columns[$0].kind.withoutYear == .observed(0) && year(of: $0) > 0 }
      .max { year(of: $0) < year(of: $1) }
  }

  /// The last of the years before the target, where they are certainly past ones; the first where some
  /// may be steps to the target, and none where all may be planned.
  private func baseline(of years: [Int], before target: Int, isStated: Bool) -> Int? {
    let rest = years.filter { target == 0 || year(of: $0) < target }
    guard let last = rest.last, let first = rest.first, first != last else { return rest.last }
    if year(of: last) + 1 >= target { return isStated && areInARow(rest) ? nil : first }
    let areByFives =
      rest.count == 2 && year(of: last) == year(of: first) + 5 && target == year(of: last) + 5
    return areInARow(rest) || areByFives ? last : first
  }

  /// The last of three years or more that stands further from the one before it than that from those
  /// before: what a plan looks out to.
  private func vision(of years: [Int]) -> Int? {
    guard years.count >= 3, let last = years.last else { return nil }
    let gaps = zip(years, years.dropFirst()).map { year(of: $1) - year(of: $0) }
    let before = gaps.dropLast().max() ?? 0
    return gaps[gaps.count - 1] > Swift.max(before, 5) ? last : nil
  }

  private func areInARow(_ years: [Int]) -> Bool {
    zip(years, years.dropFirst()).allSatisfy { year(of: $0) + 1 == year(of: $1) }
  }

  private var openYears: [Int] {
    columns.indices.filter { columns[$0].kind.withoutYear == .yearAmount(0) }
      .sorted { year(of: $0) < year(of: $1) }
  }

  private func year(of place: Int) -> Int {
    switch columns[place].kind {
    case .yearAmount(let year), .baseline(let year), .target(let year), .observed(let year): year
    case _: 0
    }
  }

  /// Whether a column says how one year compares with another, so that the years are those observed.
  private var comparesYears: Bool {
    columns.contains { column in
      ["同比", "环比", "变化幅度", "改善幅度", "变幅", "增减", "上年同期"].contains { column.heading.contains($0) }
    }
  }

  /// The header with one baseline of several years, the last; those before it were observed.
  var withOneBaseline: TableHeader {
    let places = columns.indices.filter {
      if case .baseline(let year) = columns[$0].kind { year > 0 } else { false }
    }
    // 基期值(2020) is the one, whatever 现状值(2022) says since.
    let named = places.filter { columns[$0].heading.contains("基") }
    guard places.count > 1,
      let last = named.count == 1 ? named[0] : places.max(by: { year(of: $0) < year(of: $1) })
    else { return self }
    var header = self
    for place in places where place != last {
      header.columns[place].kind = .observed(year(of: place))
    }
    return header
  }
}

extension DocumentColumn {
  /// Whether the heading says that its amounts are planned.
  fileprivate var isPlanned: Bool {
    ["计划", "目标", "规划", "预期"].contains { heading.contains($0) }
  }
}
