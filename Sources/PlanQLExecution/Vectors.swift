import PlanQLData

extension Vector {
  /// The values at some places.
  func at(_ places: Rows) -> Vector {
    switch places {
    case .range(let range): slice(range)
    case .list(let rows): gathered(rows)
    }
  }

  /// The values of a run of rows.
  func slice(_ range: Range<Int>) -> Vector {
    if range == 0..<count { return self }
    return Vector(lanes.slice(range), presence: presence?.slice(range))
  }

  /// The single row of a vector of one, so many times.
  func repeated(_ count: Int) -> Vector {
    if count == 1 { return self }
    let known = presence.map { Bitmap(repeating: $0[0], count: count) }
    switch lanes {
    case .bools(let bits):
      return Vector(.bools(Bitmap(repeating: bits[0], count: count)), presence: known)
    case .words(let words):
      return Vector(.words(Array(repeating: words[0], count: count)), presence: known)
    case .doubles(let doubles):
      return Vector(.doubles(Array(repeating: doubles[0], count: count)), presence: known)
    case .texts, .periods, .lists:
      return Vector(lanes.gathered(Array(repeating: 0, count: count)), presence: known)
    }
  }

  /// The rows whose truth value is true: a missing one counts as false.
  var truth: Bitmap {
    guard case .bools(let bits) = lanes else { return Bitmap(repeating: false, count: count) }
    return presence.map { bits & $0 } ?? bits
  }

  /// Links as places: negative where missing.
  func places(_ words: [Int64]) -> [Int32] {
    guard let presence else { return words.map { Int32(truncatingIfNeeded: $0) } }
    return words.indices.map { presence[$0] ? Int32(truncatingIfNeeded: words[$0]) : -1 }
  }

  /// About how many bytes the values take.
  var byteCount: Int {
    switch lanes {
    case .bools(let bits): bits.count / 8
    case .words(let words): words.count * 8
    case .doubles(let doubles): doubles.count * 8
    case .texts(_, let codes): codes.count * 4
    case .periods(let starts, _): starts.count * 8
    case .lists(let offsets, let child): offsets.count * 4 + child.byteCount
    }
  }

  /// Rows of which nothing is known.
  static func missing(_ type: DataType, count: Int) -> Vector {
    Vector(placeholder(type, count: count), presence: Bitmap(repeating: false, count: count))
  }

  /// The values of several vectors of a type, one after the other.
  static func joined(_ pieces: [Vector], type: DataType) -> Vector {
    let filled = pieces.filter { $0.count > 0 }
    guard let first = filled.first else { return Vector(placeholder(type, count: 0)) }
    guard filled.count > 1 else { return first }
    var presence: Bitmap?
    if filled.contains(where: { $0.presence != nil }) {
      var bits = Bitmap(repeating: false, count: 0)
      for piece in filled {
        if let known = piece.presence {
          bits.append(contentsOf: known)
        } else {
          bits.append(repeating: true, count: piece.count)
        }
      }
      presence = bits
    }
    return Vector(Lanes.joined(filled, type: type), presence: presence)
  }

  /// One vector from the values of several: `places` are rows of the pieces, counted through, negative for missing.
  static func merged(_ pieces: [Vector], places: [Int32], type: DataType) -> Vector {
    let all = joined(pieces, type: type)
    guard all.count > 0 else { return missing(type, count: places.count) }
    return all.gathered(places)
  }
}

extension Lanes {
  /// The values of a run of rows.
  func slice(_ range: Range<Int>) -> Lanes {
    switch self {
    case .bools(let bits): return .bools(bits.slice(range))
    case .words(let words): return .words(Array(words[range]))
    case .doubles(let doubles): return .doubles(Array(doubles[range]))
    case .texts(let pool, let codes): return .texts(pool, Array(codes[range]))
    case .periods(let starts, let ends):
      return .periods(Array(starts[range]), Array(ends[range]))
    case .lists(let offsets, let child):
      let start = offsets[range.lowerBound]
      let part = child.slice(Int(start)..<Int(offsets[range.upperBound]))
      return .lists(offsets[range.lowerBound...range.upperBound].map { $0 - start }, part)
    }
  }

  /// The lanes of several vectors of a type; a vector of which nothing is known may have other lanes.
  fileprivate static func joined(_ pieces: [Vector], type: DataType) -> Lanes {
    switch Vector.placeholder(type, count: 0) {
    case .bools:
      var result = Bitmap(repeating: false, count: 0)
      for piece in pieces {
        if case .bools(let bits) = piece.lanes {
          result.append(contentsOf: bits)
        } else {
          result.append(repeating: false, count: piece.count)
        }
      }
      return .bools(result)
    case .words:
      return .words(
        gathered(pieces, filler: 0) { if case .words(let words) = $0 { words } else { nil } })
    case .doubles:
      return .doubles(
        gathered(pieces, filler: 0) { if case .doubles(let doubles) = $0 { doubles } else { nil } })
    case .texts: return joinedTexts(pieces)
    case .periods:
      return .periods(
        gathered(pieces, filler: 0) {
          if case .periods(let starts, _) = $0 { starts } else { nil }
        },
        gathered(pieces, filler: 0) { if case .periods(_, let ends) = $0 { ends } else { nil } })
    case .lists: return joinedLists(pieces, element: type.element)
    }
  }

  private static func gathered<Element>(
    _ pieces: [Vector], filler: Element, _ values: (Lanes) -> [Element]?
  ) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces {
      if let values = values(piece.lanes) {
        result.append(contentsOf: values)
      } else {
        result.append(contentsOf: repeatElement(filler, count: piece.count))
      }
    }
    return result
  }

  private static func joinedTexts(_ pieces: [Vector]) -> Lanes {
    var merger = PoolMerger(pieces)
    var codes: [Int32] = []
    codes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces {
      if case .texts(let pool, let own) = piece.lanes {
        merger.append(own, of: pool, presence: piece.presence, to: &codes)
      } else {
        codes.append(contentsOf: repeatElement(0, count: piece.count))
      }
    }
    return .texts(merger.pool, codes)
  }

  private static func joinedLists(_ pieces: [Vector], element: DataType) -> Lanes {
    var result: [Int32] = [0]
    var children: [Vector] = []
    var total: Int32 = 0
    for piece in pieces {
      guard case .lists(let offsets, let child) = piece.lanes, let start = offsets.first,
        let end = offsets.last
      else {
        result.append(contentsOf: repeatElement(total, count: piece.count))
        continue
      }
      result.append(contentsOf: offsets.dropFirst().map { $0 - start + total })
      children.append(child.slice(Int(start)..<Int(end)))
      total += end - start
    }
    return .lists(result, Vector.joined(children, type: element))
  }
}

/// Brings codes of several pools into one pool.
private struct PoolMerger {
  /// The one pool of all pieces; nil when there are several.
  private var only: TextPool?
  private var builder = TextPoolBuilder()
  /// For each pool met, the code in the new pool of each of its texts, -1 where not yet known.
  private var codes: [ObjectIdentifier: [Int32]] = [:]

  init(_ pieces: [Vector]) {
    for piece in pieces {
      guard case .texts(let pool, _) = piece.lanes, pool.count > 0 else { continue }
      if let known = only, known !== pool {
        only = nil
        return
      }
      only = pool
    }
  }

  var pool: TextPool {
    if let only { return only }
    return builder.count > 0 ? builder.finish() : TextPool([""])
  }

  /// Appends the codes that texts of a pool have in the one pool.
  mutating func append(
    _ own: [Int32], of pool: TextPool, presence: Bitmap?, to result: inout [Int32]
  ) {
    guard only == nil else {
      result.append(contentsOf: pool.count > 0 ? own : Array(repeating: 0, count: own.count))
      return
    }
    let id = ObjectIdentifier(pool)
    var known = codes.removeValue(forKey: id) ?? Array(repeating: -1, count: pool.count)
    for (row, code) in own.enumerated() {
      let code = Int(code)
      guard presence?[row] ?? true, code < known.count else {
        result.append(0)
        continue
      }
      if known[code] < 0 {
        known[code] = pool.withBytes(of: code) { builder.code(of: $0) }
      }
      result.append(known[code])
    }
    codes[id] = known
  }
}
