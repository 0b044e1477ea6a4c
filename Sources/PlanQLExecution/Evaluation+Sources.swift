import PlanQLData

extension Evaluator {
  /// Where the plan rows came from that links of each row lead to, as a text.
  func sources(_ values: [Expression], _ batch: Batch) throws(RunFailure) -> Vector {
    let vectors = try vectors(values, batch)
    let texts = SourceTexts(run.catalog)
    var builder = TextPoolBuilder()
    var codes: [Int32] = []
    codes.reserveCapacity(batch.count)
    var known = Bitmap(repeating: true, count: batch.count)
    for row in 0..<batch.count {
      let links = zip(vectors, values).map { $0.value(row, type: $1.type) }
      let text = texts.text(of: links)
      codes.append(builder.code(of: text ?? ""))
      known[row] = text != nil
    }
    return Vector(.texts(builder.finish(), codes), presence: known.isFull ? nil : known)
  }
}
