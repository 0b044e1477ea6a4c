import PlanQLData
import PlanQLSyntax

/// The headings that documents use, with what their columns are about. To teach the import another
/// heading, put it into its row of `rows`.
enum Headings {
  /// The kinds of columns by the keys of all headings of the table.
  static let kinds: [String: ColumnKind] = {
    var table: [String: ColumnKind] = [:]
    for row in rows {
      if !fieldsThatAreNoHeadings.contains(row.field) { table[row.field] = row.kind }
      for word in row.words.split(separator: " ") { table[String(word)] = row.kind }
    }
    for (label, role) in UnitRole.labels { table[label] = .units(role) }
    table["units"] = .units(nil)
    table["lead"] = .units(.lead)
    for source in Enumerations.source.cases {
      table["funding:" + source.name.en] = .funding(source.name.en, stage: "planned")
    }
    return table
  }()

  /// Fields whose names head columns of tables that are none of a plan's, so that only a map names
  /// them.
  private static let fieldsThatAreNoHeadings: Set<String> = [
    "approved", "assessed", "environment_spending", "in_place", "item", "paid", "planned", "points",
    "progress", "rank", "reason", "revenue", "score", "scoring", "source", "value", "year",
  ]

  /// What a field is about, by its name.
  static func kind(ofField name: String) -> ColumnKind? { rows.first { $0.field == name }?.kind }

  /// Every heading that is known, for suggestions.
  static let known: [String] =
    rows.flatMap { $0.words.split(separator: " ").map(String.init) }
    + UnitRole.labels.map(\.text)

  /// The names of the fields that a heading can be mapped to.
  static let fields: [String] =
    rows.map(\.field) + ["units", "lead"]
    + Enumerations.source.cases.map { "funding:" + $0.name.en }

  /// Known headings that an unknown one may have been meant for.
  static func suggestions(for heading: String) -> [String] {
    Suggestions.closest(to: key(FoldedText(heading)), among: known)
  }

  /// What a heading without blanks and brackets is about; nil where it is not known.
  static func kind(of key: String) -> ColumnKind? {
    kinds[key] ?? timed(key) ?? withoutLead(key) ?? withoutStrokes(key)
  }

  /// `start_date`: words that low strokes join.
  private static func withoutStrokes(_ key: String) -> ColumnKind? {
    guard key.contains("_"), key.allSatisfy(\.isASCII) else { return nil }
    let words = key.filter { $0 != "_" }
    return fieldsThatAreNoHeadings.contains(key) ? nil : kinds[words]
  }

  /// `项目估算总投资`, `工程建设规模`: a heading that says of what it is besides.
  private static func withoutLead(_ key: String) -> ColumnKind? {
    guard let lead = ["项目", "工程"].first(where: { key.hasPrefix($0) }) else { return nil }
    let rest = String(key.dropFirst(lead.count))
    guard rest.count >= 4, let kind = kinds[rest], !kind.isSubject else { return nil }
    return kind
  }
}
