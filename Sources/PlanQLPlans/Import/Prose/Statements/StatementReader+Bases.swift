import PlanQLData

extension StatementReader {
  /// `比2010年的132.4万吨、14.56万吨分别下降8.4%、8.6%`: what the values before it are compared with, each with its own
  /// change; says whether a clause does so.
  mutating func comparesWithBases(_ text: FoldedText) -> Bool {
    guard let found = BaseComparison(text) else { return false }
    let values = statements.indices.filter { statements[$0].sentence == sentenceCount }
    guard let last = values.last else { return false }
    let ofClause = clauseValues.count == found.bases.count ? Array(clauseValues) : values
    let places = found.bases.count == 1 ? [last] : ofClause
    guard places.count == found.bases.count,
      zip(places, found.bases).allSatisfy({ statements[$0].quantity.unit == $1.unit })
    else { return false }
    for (index, place) in places.enumerated() {
      if statements[place].isTarget {
        statements[place].baseline = found.bases[index].value
        statements[place].baselineYear = found.time?.year
      } else {
        statements[place].comparisons.append(("基期值", found.lead + found.baseTexts[index]))
      }
      statements[place].comparisons.append((found.label, found.changeTexts[index]))
    }
    return true
  }
}

/// What values are compared with by its own figures, and how they have changed from there.
///
///     comparison = (比 | 较) [time 的] base { 、 base } [分别] verb change { 、 change }
struct BaseComparison: Sendable {
  /// What is written before the bases: 2010年.
  let lead: String
  let time: ProsePeriod?
  let bases: [Quantity]
  let baseTexts: [String]
  let changeTexts: [String]

  var label: String { "比" + (lead.isEmpty ? "基期" : lead) }

  /// Reads a clause; nil where it is no such one as a whole, or has not as many bases as changes.
  init?(_ text: FoldedText) {
    guard ["比", "较"].contains(where: { text.hasPrefix($0) }),
      let verb = BoundWords.changes.compactMap({ text.firstPlaces(of: $0.word) }).min(by: {
        $0.lowerBound < $1.lowerBound
      })
    else { return nil }
    let all = Quantity.all(in: text)
    let bases = all.filter { $0.places.upperBound <= verb.lowerBound }
    let changes = all.filter { $0.places.lowerBound >= verb.upperBound }
    guard let first = bases.first, let end = bases.last, let change = changes.first,
      bases.count == changes.count, let unit = end.unit, changes.allSatisfy({ $0.unit != nil }),
      change.places.lowerBound - verb.upperBound <= 2,
      changes.last?.places.upperBound == text.count
    else { return nil }
    let between = text.part(end.places.upperBound..<verb.lowerBound).trimmed {
      ",".unicodeScalars.contains($0)
    }
    let isShared = between.compact == "分别"
    guard isShared ? bases.count > 1 : bases.count == 1 && between.count <= 3 else { return nil }
    let lead = text.part(1..<first.places.lowerBound).dropping(last: ["的", "为", "("])
    guard lead.count <= 12, lead.suffix(of: ["目标", "计划", "任务"]) == nil else { return nil }
    self.lead = lead.string
    self.time = ProsePeriod.all(in: text, year: nil).first
    self.bases = bases.map { Quantity(value: $0.value, unit: $0.unit ?? unit, places: $0.places) }
    self.baseTexts = bases.map { text.part($0.places).string }
    let word = text.part(verb).string
    self.changeTexts = changes.map { word + text.part($0.places).string }
  }
}
