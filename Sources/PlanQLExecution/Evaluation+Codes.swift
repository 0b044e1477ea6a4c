import PlanQLAlgebra
import PlanQLData

/// Expressions over one field of few distinct values are computed once a value and looked up.
extension Evaluator {
  /// The most distinct values of a field that an expression is computed for.
  private static let mostCodes = 65_536

  /// Computes by code where that is possible and saves work; nil where it does not.
  func vectorByCode(_ expression: Expression, _ batch: Batch) throws(RunFailure) -> Vector? {
    guard !run.isCareful, let field = expression.onlyField, expression.isDecidedByCode,
      let (holder, rows) = batch.holding(field.column),
      let view = holder.relation.columns[field.column], case .rows = view.source,
      let stored = run.catalog.column(field.place), let codeCount = stored.codeCount,
      codeCount <= Evaluator.mostCodes, codeCount * 2 <= holder.relation.count
    else { return nil }
    let table = run.codeTable(expression) { codeTable(expression, field, stored.codeValues) }
    guard case .values(let values) = table else { return nil }
    return values.lookedUp(stored.codes(at: view.places(rows), missing: Int32(codeCount)))
  }

  private func codeTable(
    _ expression: Expression, _ field: FieldReference, _ values: Vector
  ) -> CodeTable {
    let count = values.count
    var relation = Relation(count: count + 1)
    relation.substitute = (field, values.gathered(Array(0..<Int32(count)) + [-1]))
    var pieces: [Vector] = []
    do throws(RunFailure) {
      try eachBatch(of: 0..<count + 1, expression.span) { (range) throws(RunFailure) in
        let batch = Batch(relation, .range(range), within: nil)
        pieces.append(try computed(expression, batch))
      }
    } catch {
      return .failed
    }
    return .values(Vector.joined(pieces, type: expression.type))
  }
}

extension Vector {
  /// The values at some places, none of them negative.
  fileprivate func lookedUp(_ places: [Int32]) -> Vector {
    guard case .bools(let bits) = lanes, presence == nil else { return gathered(places) }
    let table = (0..<bits.count).map { bits[$0] ? UInt64(1) : 0 }
    let words = table.withUnsafeBufferPointer { table in
      places.withUnsafeBufferPointer { places in
        stride(from: 0, to: places.count, by: 64).map { start in
          var word: UInt64 = 0
          for place in start..<min(start + 64, places.count) {
            word |= table[Int(places[place])] &<< UInt64(place - start)
          }
          return word
        }
      }
    }
    return Vector(.bools(Bitmap(words: words, count: places.count)))
  }
}

extension Expression {
  /// Whether looking a value up is less work than computing it.
  fileprivate var isDecidedByCode: Bool {
    switch kind {
    case .call, .not, .isKnown, .and, .or, .choose, .coalesce, .convert, .text, .under, .above,
      .reduce,
      .collect:
      true
    case .field(_, let link):
      if case .column = link.kind { false } else { true }
    case .literal, .parameter, .asOf, .bound, .column, .linking, .list, .sources: false
    }
  }
}

extension Column {
  /// How many codes the column has; nil where they are not small.
  fileprivate var codeCount: Int? {
    switch storage {
    case .texts(let pool, _): return pool.count > 0 ? pool.count : nil
    case .words(let words): return words.codeCount
    case .periods(let starts, let ends):
      guard let first = starts.codeCount, let last = ends.codeCount else { return nil }
      return first * last
    case .bools, .doubles, .lists: return nil
    }
  }

  /// The values that the codes stand for, in order of codes.
  fileprivate var codeValues: Vector {
    switch storage {
    case .texts(let pool, _): return Vector(.texts(pool, Array(0..<Int32(pool.count))))
    case .words(let words): return Vector(.words(words.codeValues))
    case .periods(let starts, let ends):
      let pairs = starts.codeValues.flatMap { start in ends.codeValues.map { (start, $0) } }
      // No row has a period that ends before it starts.
      let presence = Bitmap(pairs.lazy.map { $0.0 <= $0.1 })
      return Vector(
        .periods(
          pairs.map { Int32(truncatingIfNeeded: $0.0) },
          pairs.map { Int32(truncatingIfNeeded: $0.1) }),
        presence: presence.isFull ? nil : presence)
    case .bools, .doubles, .lists: return Vector(.words([]))
    }
  }

  /// The codes at some places; `missing` where there is no value.
  fileprivate func codes(at places: Rows, missing: Int32) -> [Int32] {
    var result: [Int32]
    switch storage {
    case .texts(_, let codes): result = codes.rawCodes(at: places, isText: true)
    case .words(let words): result = words.rawCodes(at: places, isText: false)
    case .periods(let starts, let ends):
      let width = Int32(truncatingIfNeeded: ends.codeCount ?? 0)
      result = starts.rawCodes(at: places, isText: false)
      let endCodes = ends.rawCodes(at: places, isText: false)
      for place in result.indices { result[place] = result[place] &* width &+ endCodes[place] }
    case .bools, .doubles, .lists: result = Array(repeating: missing, count: places.count)
    }
    switch places {
    case .range(let range):
      guard let presence else { return result }
      for (place, row) in range.enumerated() where !presence[row] { result[place] = missing }
    case .list(let rows):
      for (place, row) in rows.enumerated() where row < 0 || !isKnown(Int(row)) {
        result[place] = missing
      }
    }
    return result
  }
}

extension PackedIntegers {
  /// How many codes there may be; nil where they are not small.
  fileprivate var codeCount: Int? {
    guard let bounds else { return nil }
    switch codes {
    case .zero, .uint8, .uint16: return Int((bounds.upperBound - bounds.lowerBound) / scale) + 1
    case .uint32, .int64: return nil
    }
  }

  /// The integers that the codes stand for.
  fileprivate var codeValues: [Int64] {
    (0..<(codeCount ?? 0)).map { base + scale * Int64($0) }
  }

  /// The stored codes at some places, 0 for negative ones; the integers themselves, unpacked, for codes of texts.
  fileprivate func rawCodes(at places: Rows, isText: Bool) -> [Int32] {
    switch codes {
    case .zero: return Array(repeating: isText ? Int32(base) : 0, count: places.count)
    case .uint8(let codes): return picked(codes, places, isText)
    case .uint16(let codes): return picked(codes, places, isText)
    case .uint32(let codes): return picked(codes, places, isText)
    case .int64(let codes): return picked(codes, places, isText)
    }
  }

  private func picked<Code: FixedWidthInteger>(
    _ codes: [Code], _ places: Rows, _ isText: Bool
  ) -> [Int32] {
    let base = isText ? Int32(truncatingIfNeeded: base) : 0
    let scale = isText ? Int32(truncatingIfNeeded: scale) : 1
    return codes.withUnsafeBufferPointer { codes in
      switch places {
      case .range(let range):
        return [Int32](unsafeUninitializedCapacity: range.count) { buffer, filled in
          for place in 0..<range.count {
            buffer[place] =
              base &+ scale &* Int32(truncatingIfNeeded: codes[range.lowerBound + place])
          }
          filled = range.count
        }
      case .list(let rows):
        return rows.map {
          $0 < 0 ? 0 : base &+ scale &* Int32(truncatingIfNeeded: codes[Int($0)])
        }
      }
    }
  }
}
