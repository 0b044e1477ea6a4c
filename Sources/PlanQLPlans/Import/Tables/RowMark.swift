/// The number of a row as it tells how deep the row stands below others: 一 over （一） over 1 over 1.1
/// over (1).
struct RowMark: Sendable, Hashable {
  /// 1 for 一, 2 for （一）, 3 for 1 and 1.1, 4 for (1).
  let rank: Int
  /// The numbers between points: 1 and 2 of 1.2.
  let path: [Int]

  /// Whether the number itself names the row that it stands below: 1.2 is below 1.
  var namesParent: Bool { path.count > 1 }

  /// Reads the cell of a column of numbers; nil where it is none of such numbers.
  init?(_ cell: FoldedText) {
    let text = FoldedText(cell.compact)
    let isBracketed = text.hasPrefix("(") || text.hasSuffix(")")
    let plain = text.trimmed { "().、".unicodeScalars.contains($0) }
    guard !plain.isEmpty, plain.count <= 12 else { return nil }
    if let numeral = Numbering.value(plain.scalars) {
      rank = isBracketed ? 2 : 1
      path = [numeral]
      return
    }
    let parts = plain.split { ".-".unicodeScalars.contains($0) }
    let numbers = parts.compactMap { $0.count <= 4 ? Int($0.folded) : nil }
    guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 4,
      plain.scalars.count(where: { ".-".unicodeScalars.contains($0) }) == numbers.count - 1
    else { return nil }
    rank = isBracketed && numbers.count == 1 ? 4 : 3
    path = numbers
  }

  /// Whether the row stands deeper than another one.
  func isBelow(_ other: RowMark) -> Bool {
    rank == other.rank ? path.count > other.path.count : rank > other.rank
  }

  /// Whether the row can be one right below another one.
  func isPart(of other: RowMark) -> Bool {
    namesParent ? path.dropLast() == other.path[...] && other.rank == 3 : isBelow(other)
  }
}
