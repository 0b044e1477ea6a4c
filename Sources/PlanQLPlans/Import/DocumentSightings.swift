import PlanQLData

/// What a document in which nothing could be read seems to hold, so that its refusal can say so.
struct DocumentSightings: Sendable, Hashable {
  /// What can be seen.
  enum Kind: Sendable, Hashable, CaseIterable {
    case table, ranking, rules, indicators, amounts, figures

    fileprivate var title: LocalizedText {
      switch self {
      case .table: LocalizedText(en: "a table", zh: "表格")
      case .ranking: LocalizedText(en: "a ranking", zh: "排名")
      case .rules: LocalizedText(en: "points of a scoring", zh: "计分")
      case .indicators: LocalizedText(en: "attributes of indicators", zh: "指标属性")
      case .amounts: LocalizedText(en: "amounts of money", zh: "金额")
      case .figures: LocalizedText(en: "figures", zh: "数据")
      }
    }
  }

  /// The first line of a kind.
  private struct Sighting: Sendable, Hashable {
    let place: ImportPlace
    let excerpt: String
  }

  private var found: [Kind: Sighting] = [:]

  /// How many lines are looked at.
  private static let greatestCount = 5000

  /// The place of the first thing that was seen.
  var first: ImportPlace? { Kind.allCases.lazy.compactMap { found[$0]?.place }.first }

  /// Whether nothing was seen.
  var isEmpty: Bool { found.isEmpty }

  /// Looks at the lines of a document.
  init(of lines: DocumentLines) {
    let last = Swift.min(lines.count, DocumentSightings.greatestCount)
    for place in 0..<last where !lines.isBlank(place) {
      let line = lines[place]
      if found[.table] == nil, let headings = DocumentSightings.headings(lines, at: place) {
        found[.table] = Sighting(place: line.place, excerpt: headings)
      }
      for kind in Kind.allCases where found[kind] == nil && DocumentSightings.shows(line.text, kind)
      {
        found[kind] = Sighting(place: line.place, excerpt: LineLedger.excerpt(line.text))
      }
    }
    // Cells a line that strokes end are those of a table, whatever heads it.
    if found[.table] == nil,
      let place = lines.indices.prefix(last).first(where: { place in
        lines[place].text.hasSuffix("|") && lines[place].text.count <= 30
      })
    {
      found[.table] = Sighting(
        place: lines[place].place, excerpt: LineLedger.excerpt(lines[place].text))
    }
    if found[.amounts] != nil || found.keys.contains(.ranking) { found[.figures] = nil }
  }

  /// What was seen, with the lines: `a table at line 3 ('序号 | 指标')`.
  func text(_ language: Language) -> String {
    Kind.allCases.compactMap { kind in
      found[kind].map { sighting in
        let place = sighting.place.text(language)
        return language == .en
          ? "\(kind.title.en) at \(place) ('\(sighting.excerpt)')"
          : "\(place)的\(kind.title.zh)（“\(sighting.excerpt)”）"
      }
    }.joined(separator: language == .en ? ", " : "、")
  }

  private static func shows(_ text: FoldedText, _ kind: Kind) -> Bool {
    switch kind {
    case .table: text.string.unicodeScalars.contains { (0x2501...0x257F).contains($0.value) }
    case .ranking: text.contains(anyWord: ["排名", "名次", "依次是", "依次为"])
    case .rules:
      text.contains(anyWord: ["扣分", "计分", "得分", "分值", "满分", "扣完为止"]) || ScoringText(text).saysPoints
    case .indicators: text.contains(anyWord: ["约束性", "预期性"])
    case .amounts: Quantity.all(in: text).contains { $0.unit?.hasSuffix("元") ?? false }
    case .figures: Quantity.all(in: text).contains { $0.unit != nil }
    }
  }

  /// The headings of what looks like a table at a line: cells, or words that head columns, several on
  /// a line or one on each of several.
  private static func headings(_ lines: DocumentLines, at place: Int) -> String? {
    let line = lines[place]
    if Boilerplate.labelsOfRecord(line).count >= 2 { return nil }
    let cells = line.cells.filter(\.isFilled).map(\.text.unbroken)
    if cells.count >= 3 { return joined(cells) }
    let words = line.text.words
    if words.count >= 3, words.count(where: isHeading) * 2 >= words.count { return joined(words) }
    guard isHeading(line.text) else { return nil }
    let next = lines.indices.dropFirst(place).prefix(24).filter { !lines.isBlank($0) }.prefix(8)
      .map { lines[$0].text.trimmed { " |".unicodeScalars.contains($0) } }.prefix(while: isHeading)
    return next.count >= 3 ? joined(Array(next)) : nil
  }

  private static func isHeading(_ text: FoldedText) -> Bool {
    let plain = text.trimmed { " |".unicodeScalars.contains($0) }
    return plain.count <= 20 && DocumentColumn(heading: plain) != nil
  }

  private static func joined(_ cells: [FoldedText]) -> String {
    let names = cells.prefix(8).map { LineLedger.excerpt($0) }
    return names.joined(separator: " | ") + (cells.count > 8 ? " | …" : "")
  }
}
