/// A row that says what part of the amounts of the row above it comes from where: `其中:中央资金`.
struct PartRow: Sendable {
  let lines: [Int]
  let cells: [GridCell]
  /// What the part is called.
  let label: FoldedText
}
