import PlanQLData
import PlanQLLibrary
import Testing

/// An argument of a test call: its type and its values, one a row.
struct Argument {
  let type: DataType
  let values: [Value]

  init(_ type: DataType, _ values: [Value]) {
    self.type = type
    self.values = values
  }

  static func ints(_ values: [Int64?]) -> Argument {
    Argument(.int, values.map { $0.map(Value.int) ?? .missing })
  }

  static func numbers(_ values: [Double?]) -> Argument {
    Argument(.number, values.map { $0.map(Value.number) ?? .missing })
  }

  /// Amounts in fen.
  static func money(_ values: [Int64?]) -> Argument {
    Argument(
      .money(.yuan), values.map { $0.map { .money(Money(minorUnits: $0)) } ?? .missing })
  }

  static func texts(_ values: [String?]) -> Argument {
    Argument(.text, values.map { $0.map(Value.text) ?? .missing })
  }

  static func bools(_ values: [Bool?]) -> Argument {
    Argument(.bool, values.map { $0.map(Value.bool) ?? .missing })
  }

  /// Days in ISO 8601.
  static func dates(_ values: [String?]) -> Argument {
    Argument(.date, values.map { $0.flatMap(Day.init(iso:)).map(Value.date) ?? .missing })
  }

  static func periods(_ values: [String?]) -> Argument {
    Argument(.period, values.map { $0.flatMap(Period.init(text:)).map(Value.period) ?? .missing })
  }

  static func durations(_ unit: DurationUnit, _ values: [Int32?]) -> Argument {
    Argument(.duration(unit), values.map { $0.map { .duration($0, unit) } ?? .missing })
  }
}

/// The type and the values that a call gives.
struct Outcome: Equatable {
  let type: DataType
  let values: [Value]
}

/// Calls a function by name over columns of values, converting them as a checked query would.
func call(_ name: String, _ arguments: Argument...) throws -> Outcome {
  try call(name, arguments)
}

func call(_ name: String, _ arguments: [Argument]) throws -> Outcome {
  let function = try #require(Library.function(named: name), "no function '\(name)'")
  let resolved = try #require(
    function.resolve(arguments.map(\.type)), "no overload of '\(name)' fits")
  let count = arguments.first?.values.count ?? 0
  var vectors: [Vector] = []
  for (argument, parameter) in zip(arguments, resolved.match.parameters) {
    let vector = Column(type: argument.type, values: argument.values).vector(0..<count)
    vectors.append(
      try #require(try Conversion.convert(vector, from: argument.type, to: parameter)))
  }
  let result = try resolved.overload.kernel(vectors, resolved.match.parameters, count)
  #expect(result.count == count)
  if resolved.overload.isAlwaysKnown { #expect(result.presence == nil) }
  return Outcome(
    type: resolved.match.result,
    values: (0..<count).map { result.value($0, type: resolved.match.result) })
}

/// Whether a function takes arguments of these types.
func takes(_ name: String, _ types: DataType...) -> Bool {
  Library.function(named: name)?.resolve(types) != nil
}

/// The failure of a call.
func failure(_ name: String, _ arguments: Argument...) -> KernelFailure? {
  do {
    _ = try call(name, arguments)
    return nil
  } catch {
    return error as? KernelFailure
  }
}

/// The batch sizes that every kind of loop is tried with.
let batchSizes = [0, 1, 63, 64, 65, 1000]

/// A seeded source of random numbers, SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// So many values of a pool, about a quarter of them missing.
  mutating func values(_ count: Int, of pool: [Value], missing: Bool = true) -> [Value] {
    (0..<count).map { _ in
      missing && next() % 4 == 0 ? .missing : pool[Int(next() % UInt64(pool.count))]
    }
  }
}
