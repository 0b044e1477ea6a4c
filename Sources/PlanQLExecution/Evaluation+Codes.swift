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
      let stored = run.catalog.column(field.place), let domain = stored.domain,
      domain.count <= Evaluator.mostCodes, domain.count * 2 <= holder.relation.count
    else { return nil }
    let table = run.codeTable(expression) { codeTable(expression, field, stored, domain) }
    guard case .values(let values) = table else { return nil }
    return values.gathered(stored.codes(at: view.places(rows), missing: Int32(domain.count)))
  }

  private func codeTable(
    _ expression: Expression, _ field: FieldReference, _ stored: Column, _ domain: Lanes
  ) -> CodeTable {
    let count = domain.count
    let places = Array(0..<Int32(count)) + [-1]
    var relation = Relation(count: count + 1)
    relation.substitute = (field, Vector(domain).gathered(places))
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

extension Lanes {
  fileprivate var count: Int { Vector(self).count }
}

extension Expression {
  /// Whether looking a value up is less work than computing it.
  fileprivate var isDecidedByCode: Bool {
    switch kind {
    case .call, .not, .isKnown, .and, .or, .choose, .coalesce, .convert, .text, .under, .reduce,
      .collect:
      true
    case .field(_, let link):
      if case .column = link.kind { false } else { true }
    case .literal, .parameter, .asOf, .bound, .column, .linking, .list: false
    }
  }
}

extension Column {
  /// The values that the codes of the column stand for, in order of codes; nil where it has no small codes.
  fileprivate var domain: Lanes? {
    switch storage {
    case .texts(let pool, _):
      return pool.count > 0 ? .texts(pool, Array(0..<Int32(pool.count))) : nil
    case .words(let words):
      guard let bounds = words.bounds else { return nil }
      switch words.codes {
      case .zero, .uint8, .uint16:
        let last = Int((bounds.upperBound - bounds.lowerBound) / words.scale)
        return .words((0...last).map { words.base + words.scale * Int64($0) })
      case .uint32, .int64: return nil
      }
    case .bools, .doubles, .periods, .lists: return nil
    }
  }

  /// The codes at some places; `missing` where there is no value.
  fileprivate func codes(at places: Rows, missing: Int32) -> [Int32] {
    var result: [Int32]
    switch storage {
    case .texts(_, let codes): result = codes.rawCodes(at: places, isText: true)
    case .words(let words): result = words.rawCodes(at: places, isText: false)
    case .bools, .doubles, .periods, .lists: result = Array(repeating: missing, count: places.count)
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
