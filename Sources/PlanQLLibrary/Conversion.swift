package import PlanQLData

/// The conversions that happen by themselves: int to number, date to period, `missing` to anything,
/// and lists of such.
package enum Conversion {
  /// Says whether values of a type fit where the other is wanted.
  package static func exists(from source: DataType, to target: DataType) -> Bool {
    if source == target { return true }
    switch (source, target) {
    case (.missing, _): return target != .invalid
    case (.int, .number(let dimension)): return dimension == .none
    case (.date, .period): return true
    case (.list(let element), .list(let wanted)): return exists(from: element, to: wanted)
    case (_, _): return false
    }
  }

  /// The type that all of these fit; nil where there is none.
  package static func common(of types: [DataType]) -> DataType? {
    guard var common = types.first else { return nil }
    for type in types.dropFirst() {
      if exists(from: type, to: common) { continue }
      guard exists(from: common, to: type) else { return nil }
      common = type
    }
    return common
  }

  /// Converts every row; nil where the types do not convert.
  package static func convert(
    _ vector: Vector, from source: DataType, to target: DataType
  ) throws(KernelFailure) -> Vector? {
    guard exists(from: source, to: target) else { return nil }
    if source == target { return vector }
    let count = vector.count
    switch (source, target) {
    case (.missing, _):
      return Vector(
        Vector.placeholder(target, count: count),
        presence: Bitmap(repeating: false, count: count))
    case (.int, _):
      return Vector(.doubles(vector.words(count).map { Double($0) }), presence: vector.presence)
    case (.date, _):
      let days = vector.words(count).map { Int32(truncatingIfNeeded: $0) }
      return Vector(.periods(days, days), presence: vector.presence)
    case (.list(let element), .list(let wanted)):
      let (offsets, child) = vector.lists(count)
      guard let converted = try convert(child, from: element, to: wanted) else { return nil }
      return Vector(.lists(offsets, converted), presence: vector.presence)
    case (_, _):
      return nil
    }
  }
}
