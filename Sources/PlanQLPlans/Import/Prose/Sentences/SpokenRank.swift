/// The place of somebody among others, as a sentence says it of a value or a unit: `排名第4`, `位居全省第一`.
struct SpokenRank: Sendable {
  let place: Int
  /// The places of 第 and the number.
  let places: Range<Int>

  /// The ranks of a text in their order.
  static func all(in text: FoldedText) -> [SpokenRank] {
    text.scalars.indices.compactMap { start in
      guard text.scalar(start) == "第",
        let (place, length) = Numeral.integer(text.dropFirst(start + 1))
      else { return nil }
      let end = start + 1 + length
      let next = text.scalar(end) ?? "。"
      let before = text.part(Swift.max(0, start - 12)..<start)
      let clause = SentenceClause.all(in: before, at: ",;。").last?.text ?? before
      guard "名位,。;、)(".unicodeScalars.contains(next), clause.contains(anyWord: verbs) else {
        return nil
      }
      return SpokenRank(place: place, places: start..<end)
    }
  }

  private static let verbs = ["排名", "位居", "位列", "名列", "排在", "居", "列", "排"]
}
