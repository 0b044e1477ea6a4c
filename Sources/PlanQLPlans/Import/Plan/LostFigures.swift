import PlanQLData

/// The account of the figures of tables: what stands in a cell and comes into no file, and that no remark tells of.
///
/// Figures are compared by their digits, without the zeros at both ends, so that 1,250万元 is found as 0.125亿元. A
/// document whose tables have more rows than `greatestCount` is not gone through.
struct LostFigures {
  /// A figure with the place where it stands.
  struct Figure {
    let place: Cell
    let heading: String
    let text: String
  }

  /// How many rows an import goes through.
  static let greatestCount = 5000

  /// The figures that are in no file of a plan and in no remark.
  static func all(
    in tables: [DocumentTable], files: [String], remarks: some Sequence<ImportRemark>
  ) -> [Figure] {
    var found: Set<[UInt8]> = []
    for text in files + remarks.map(\.text.en) {
      // 2023-03..2024-10 are two months. A comma may stand between two cells, and within one.
      let plain = text.replacing("..", with: " ")
      for signs in [".,-/", "."] {
        for number in numbers(in: plain, signs: Array(signs.utf8)) {
          found.insert(digits(of: number))
        }
      }
    }
    return tables.flatMap { table in
      table.rows.flatMap { row in figures(of: row, in: table, besides: found) }
    }
  }

  private static func figures(
    of row: DocumentRow, in table: DocumentTable, besides found: Set<[UInt8]>
  ) -> [Figure] {
    row.cells.indices.compactMap { place in
      guard place < table.header.columns.count, row.cells[place].merge == .none else { return nil }
      let column = table.header.columns[place]
      // 15。74 is 15.74.
      let text = row.cells[place].text.string.replacing("。", with: ".")
      let isLost = numbers(in: text).contains { number in
        let plain = digits(of: number)
        return plain.count >= 2 && !found.contains(plain)
          && !parts(of: number).allSatisfy { found.contains(digits(of: $0)) }
      }
      guard isLost, column.kind != .number else { return nil }
      return Figure(place: Cell(row.lines[0], place), heading: column.heading, text: text)
    }
  }

  /// The numbers of a text, each with the signs within it: 1,250.5, 2024-03.
  private static func numbers(
    in text: String, signs: [UInt8] = Array(".,-/".utf8)
  ) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    return bytes.split { !isDigit($0) && !signs.contains($0) }
      .filter { $0.contains(where: isDigit) }
  }

  /// What stands between the signs of a number.
  private static func parts(of number: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    number.split { !isDigit($0) }
  }

  /// The digits of a number without the zeros at both ends.
  private static func digits(of number: ArraySlice<UInt8>) -> [UInt8] {
    var plain = number.filter(isDigit).drop { $0 == UInt8(ascii: "0") }
    while plain.last == UInt8(ascii: "0") { plain.removeLast() }
    return Array(plain)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
