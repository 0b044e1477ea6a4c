import Foundation

/// Random numbers that are the same in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    self.state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 up to 1, without it.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number from 0 up to a count, without it.
  mutating func index(below count: Int) -> Int {
    Int(unit() * Double(count))
  }
}

/// Chooses among names, the first ones more often: the nth weighs 1 ÷ n to a power.
struct SkewedChoice {
  private let names: [String]
  private let bounds: [Double]

  init(_ names: [String], power: Double) {
    self.names = names
    let weights = names.indices.map { 1 / pow(Double($0 + 1), power) }
    let total = weights.reduce(0, +)
    var running = 0.0
    self.bounds = weights.map { weight in
      running += weight
      return running / total
    }
  }

  func next(_ generator: inout SeededGenerator) -> String {
    let point = generator.unit()
    return names[bounds.firstIndex { point < $0 } ?? names.count - 1]
  }
}
