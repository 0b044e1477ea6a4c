import PlanQLData

/// A table of a plan that is written to a file, without the columns that are blank in every row.
struct PlanFileTable {
  let name: String
  private let header: [String]
  private let kept: [Int]
  /// What writes the rows, part after part; each is told which cells are kept.
  private let parts: [Part]

  /// Writes the kept cells of some rows.
  typealias Part = (OutputText, _ kept: [Int]) -> Void

  /// A table of rows that are in memory; nil where there are none. The first columns are kept, blank
  /// or not.
  init?(_ name: String, _ header: [String], _ rows: [[String?]], keep: Int) {
    guard !rows.isEmpty else { return nil }
    self.init(
      name, header,
      kept: header.indices.filter { column in
        column < keep || rows.contains { $0[column] != nil }
      },
      [PlanFileTable.part(rows)])
  }

  /// A table that is written part by part.
  init(_ name: String, _ header: [String], kept: [Int], _ parts: [Part]) {
    self.name = name
    self.header = header
    self.kept = kept
    self.parts = parts
  }

  /// A table of the records of a plan; nil where there are none. Some columns and further headings
  /// are written though no record has them of itself.
  init?<Record>(
    _ table: DraftTable<Record>, in files: PlanFiles, also columns: Set<Int> = [],
    headings: Set<String> = []
  ) {
    guard !table.isEmpty else { return nil }
    let facts = table.facts
    let extras = PlanFiles.headings(facts.extras.union(headings))
    let hasSources = Record.hasOrigins
    let count = Record.columns.count
    let filled = Record.columns.indices.filter {
      facts.isFilled($0) || columns.contains($0) || Record.keptColumns.contains($0)
    }
    let part = count + extras.count
    let sources = hasSources ? [facts.hasPart ? part : nil, part + 1].compactMap { $0 } : []
    self.init(
      Record.declaration.name.en,
      Record.columns + PlanFiles.apart(extras, from: Record.declaration)
        + (hasSources ? PlanFiles.sourceHeadings : []),
      kept: filled + extras.indices.map { count + $0 } + sources,
      [
        { text, kept in
          table.write(to: text) { record, place, bytes in
            let own = record.extras(at: place, in: files)
            CSVText.append(
              record.cells(at: place, in: files) + extras.map { own[$0] }
                + (record.origin.map(PlanFiles.source) ?? []), kept, to: &bytes)
          }
        }
      ])
  }

  /// A further table; nil where it has no rows.
  init?(_ table: FurtherTable) {
    guard !table.rows.isEmpty else { return nil }
    let count = table.headings.count
    let declared = table.hasSources ? StandardTables.table(named: table.name) : nil
    let headings = table.headings.map { heading in
      guard let declared, !declared.fields.contains(where: { $0.name.en == heading }) else {
        return heading
      }
      return PlanFiles.apart([heading], from: declared)[0]
    }
    let columns = table.columns
    let sources = table.hasSources ? [table.hasPart ? count : nil, count + 1] : []
    self.init(
      table.name, headings + (table.hasSources ? PlanFiles.sourceHeadings : []),
      kept: Array(0..<count) + sources.compactMap { $0 },
      [
        { text, kept in
          table.rows.inBlocks { _, rows in
            var bytes: [UInt8] = []
            for row in rows {
              let cells = columns.map { row.cells.indices.contains($0) ? row.cells[$0] : nil }
              CSVText.append(
                cells + (table.hasSources ? PlanFiles.source(row.place) : []), kept, to: &bytes)
            }
            return bytes
          } take: { bytes in
            text.write(bytes)
          }
        }
      ])
  }

  /// A part of rows that are in memory.
  static func part(_ rows: [[String?]]) -> Part {
    { text, kept in for row in rows { text.writeRow(row, kept) } }
  }

  /// Writes the headings and the rows.
  func write(to text: OutputText) {
    text.writeRow(header, kept)
    for part in parts { part(text, kept) }
  }
}
