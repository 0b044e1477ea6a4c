import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Sub-queries of rows: the rows of all outer rows of a batch are computed together.
extension Evaluator {
  /// About how many inner rows are computed at one time.
  private var chunkRows: Int { run.batchRows * 32 }

  /// An aggregate over the rows of a sub-query, a value for each outer row.
  func reduced(
    _ stage: Stage, _ reduction: Reduction, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    if let pieces = try probedReduction(stage, reduction, batch, most: chunkRows) {
      return Vector.joined(pieces, type: reduction.type)
    }
    var pieces: [Vector] = []
    for chunk in try chunks(stage, batch) {
      let outer = chunk.outerOfSubqueries
      let inner = try relation(of: stage, within: outer)
      let groups = RowGroups(ids: inner.outer, count: chunk.count)
      try rehearse([reduction], [], over: inner, within: outer, .grouped)
      pieces += try aggregated([reduction], over: inner, within: outer, groups)
    }
    return Vector.joined(pieces, type: reduction.type)
  }

  /// The known values over the rows of a sub-query, a list for each outer row; links once each.
  func collected(
    _ stage: Stage, _ value: Expression, _ type: DataType, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    var pieces: [Vector] = []
    for chunk in try chunks(stage, batch) {
      let outer = chunk.outerOfSubqueries
      let inner = try relation(of: stage, within: outer)
      let values = try vectors([value], over: inner, within: outer, stage.span)[0]
      let groups = RowGroups(ids: inner.outer, count: chunk.count)
      pieces.append(groups.lists(of: values, type: type))
    }
    return Vector.joined(pieces, type: type)
  }

  /// Cuts a batch so that the inner rows of each part are not too many.
  private func chunks(_ stage: Stage, _ batch: Batch) throws(RunFailure) -> [Batch] {
    guard batch.count > 1 else { return [batch] }
    var widths: [Int]?
    if let shared = stage.sharedPart {
      let width = try run.shared(shared, self).count
      widths =
        try probedCounts(stage, shared, batch) ?? Array(repeating: width, count: batch.count)
    } else {
      widths = try listLengths(stage, batch)
    }
    guard let widths else { return [batch] }
    let most = chunkRows
    var chunks: [Batch] = []
    var start = 0
    var total = 0
    for (position, width) in widths.enumerated() {
      if position > start, total + width > most {
        chunks.append(batch.narrowed(.range(start..<position)))
        (start, total) = (position, 0)
      }
      total += width
    }
    chunks.append(batch.narrowed(.range(start..<batch.count)))
    return chunks
  }

  /// How many elements the lists have that a stage begins with, where that is known without making them.
  private func listLengths(_ stage: Stage, _ batch: Batch) throws(RunFailure) -> [Int]? {
    var first = stage
    while let input = first.input { first = input }
    guard case .elements(let list, _, _) = first.kind else { return nil }
    return try lengths(list, batch)
  }

  /// How many elements lists have, where that is known without making them.
  func lengths(_ list: Expression, _ batch: Batch) throws(RunFailure) -> [Int]? {
    switch list.kind {
    case .linking(let place, let target):
      return run.catalog.links.counts(linkingBy: place, to: try vector(target, batch))
    case .field(let place, let link):
      guard case .lists(let offsets, _) = run.catalog.column(place)?.storage else { return nil }
      let links = try vector(link, batch)
      guard case .words(let words) = links.lanes else { return nil }
      return words.enumerated().map { row, word in
        guard links.isKnown(row), word >= 0, word < offsets.count - 1 else { return 0 }
        return Int(offsets[Int(word) + 1] - offsets[Int(word)])
      }
    case .literal, .parameter, .asOf, .bound, .column, .call, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      return nil
    }
  }
}

extension Batch {
  /// The batch as the outer rows of a sub-query; nil where a script's own expressions are computed.
  fileprivate var outerOfSubqueries: Batch? { self === Batch.unit ? nil : self }
}
