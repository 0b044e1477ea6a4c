/// Turns tables whose headings stand below each other in the first column, a record in each of the
/// columns beside it.
enum TransposedTables {
  /// The rows of a table of the format turned over; nil where its headings stand on top, or none do.
  static func turned(_ rows: [DocumentLine], map: HeadingMap) -> [DocumentLine]? {
    let rows = rows.filter { !$0.isBlank }
    let width = rows.map(\.cells.count).max() ?? 0
    guard (3...40).contains(rows.count), (3...60).contains(width),
      rows.allSatisfy({ row in row.cells.allSatisfy { $0.merge == .none } })
    else { return nil }
    let columns = rows.map { row in row.cells.first.flatMap { map.known($0.text) } }
    let known = columns.compactMap { $0 }.filter { $0.kind != .other }
    guard known.count >= 3, known.count * 5 >= rows.count * 4,
      Set(known.map(\.heading)).count == known.count, known.contains(where: \.isSubject),
      rows[0].cells.dropFirst().allSatisfy({ map.known($0.text) == nil })
    else { return nil }
    // The cells beside a heading must be what it heads.
    let kinds = columns.map { $0?.kind ?? .other }
    let placing = CellPlacing(kinds: kinds, looks: kinds.map { _ in .blank })
    let records = (1..<width).map { column in
      rows.map { $0.cells.indices.contains(column) ? $0.cells[column] : .empty }
    }
    guard
      records.allSatisfy({ placing.fits($0.map(\.text)) && $0.contains(where: \.isFilled) }),
      kinds.contains(where: { [.amount, .period, .units].contains($0.form) })
    else { return nil }
    let heads = DocumentLine(
      row: rows.map { $0.cells.first ?? .empty }, of: rows[0].grid ?? 0, at: rows[0].place)
    return [heads]
      + records.enumerated().map { number, cells in
        DocumentLine(
          row: cells, of: rows[0].grid ?? 0, at: rows[0].place.cell(number + 2))
      }
  }
}
