package import PlanQLData
import PlanQLSyntax

/// What the headings of documents are to be read as, over what the table of headings says.
package struct HeadingMap: Sendable, Hashable {
  /// A heading with the field that it is to be.
  private struct Entry: Sendable, Hashable {
    let heading: String
    let target: String
    let kind: ColumnKind
  }

  private var entries: [Entry] = []

  package init() {}

  /// The name of the file that keeps the map in the folder of a plan.
  package static let fileName = "import.map"

  package var isEmpty: Bool { entries.isEmpty }

  /// Maps a heading to a field, by the name of the field or by a heading that is known for it.
  /// Throws what may have been meant where there is no such field.
  package mutating func add(_ heading: String, as target: String) throws(HeadingMapError) {
    let key = HeadingMap.key(heading)
    guard !key.isEmpty else { throw HeadingMapError(target: target, heading: heading) }
    guard let kind = HeadingMap.kind(named: target) else {
      throw HeadingMapError(target: target, heading: heading)
    }
    entries.removeAll { HeadingMap.key($0.heading) == key }
    entries.append(Entry(heading: heading, target: target, kind: kind))
    entries.sort { $0.heading < $1.heading }
  }

  /// Reads `heading = field` as `--map` and the file write it.
  package mutating func add(line: String) throws(HeadingMapError) {
    guard let sign = line.lastIndex(where: { $0 == "=" || $0 == "＝" }) else {
      throw HeadingMapError(target: "", heading: line)
    }
    let heading = FoldedText(String(line[..<sign])).trimmed().string
    let target = FoldedText(String(line[line.index(after: sign)...])).trimmed().string
    try add(heading, as: target)
  }

  /// Reads the file that a map was saved in; comments begin with `#`.
  package init(text: String) throws(HeadingMapError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let line = line.drop { $0 == " " }
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      do throws(HeadingMapError) {
        try add(line: String(line))
      } catch {
        var error = error
        error.line = number + 1
        throw error
      }
    }
  }

  /// The text of the file that keeps the map, for the next import into the same folder.
  package var text: String {
    "# heading = field\n" + entries.map { "\($0.heading) = \($0.target)\n" }.joined()
  }

  /// What a heading is to be read as; nil where the map does not name it.
  func kind(of heading: String) -> ColumnKind? { entry(of: heading)?.kind }

  /// The column of a heading that the map names.
  func column(_ heading: FoldedText) -> DocumentColumn? {
    entry(of: heading.string).map {
      DocumentColumn(
        kind: $0.kind, heading: heading.string, money: MoneyName(in: heading), mapped: $0.heading)
    }
  }

  /// The column of a heading that the map names, or that documents are known to use.
  func known(_ heading: FoldedText) -> DocumentColumn? {
    column(heading) ?? DocumentColumn(heading: heading)
  }

  /// What a heading is about, by the map or as documents are known to use it.
  func kind(ofHeading heading: FoldedText) -> ColumnKind? {
    kind(of: heading.string) ?? Headings.kind(of: Headings.key(heading))
  }

  /// The heading of the map that one of headings over each other is, with what it is to be read as:
  /// all of them together, or the lowest.
  func entry(ofPath path: [FoldedText]) -> (heading: String, kind: ColumnKind)? {
    let whole = path.map(\.string).joined(separator: " ")
    return (entry(of: whole) ?? path.last.flatMap { entry(of: $0.string) })
      .map { ($0.heading, $0.kind) }
  }

  /// The headings of the map that head no column or label of what documents hold.
  func unmet(by headings: Set<String>) -> [String] {
    entries.map(\.heading).filter { !headings.contains($0) }
  }

  /// The part of the map whose headings head a column or label of what documents hold.
  func met(by headings: Set<String>) -> HeadingMap {
    var map = self
    map.entries.removeAll { !headings.contains($0.heading) }
    return map
  }

  private func entry(of heading: String) -> Entry? {
    guard !isEmpty else { return nil }
    let key = HeadingMap.key(heading)
    if let entry = entries.first(where: { HeadingMap.key($0.heading) == key }) { return entry }
    // The unit behind a heading is not called for: 投资规模 is 投资规模(千元) too.
    let plain = Headings.key(FoldedText(heading))
    return entries.first { HeadingMap.key($0.heading) == plain }
  }

  private static func key(_ heading: String) -> String { FoldedText(heading).unbroken.compact }

  private static func kind(named target: String) -> ColumnKind? {
    let folded = FoldedText(target).trimmed()
    if ["-", "extra", "其他"].contains(folded.compact) { return .other }
    return Headings.kind(ofField: folded.compact) ?? DocumentColumn(heading: folded)?.kind
  }
}

/// A mapping of a heading that names no field.
package struct HeadingMapError: Error, Sendable, Hashable {
  package let target: String
  package let heading: String
  /// The line of the file that the map was saved in.
  package internal(set) var line: Int?

  /// What is wrong, in both languages.
  package var reason: LocalizedText {
    target.isEmpty
      ? LocalizedText(
        en: "'\(heading)' does not say heading=field", zh: "“\(heading)”不是“表头=字段”的写法")
      : LocalizedText(
        en: "no field '\(target)' for the heading '\(heading)'",
        zh: "没有“\(target)”这个字段可以对应表头“\(heading)”")
  }

  /// Fields that may have been meant.
  package var suggestions: [String] {
    Suggestions.closest(to: target, among: Headings.fields + Headings.known)
  }
}
