/// A value of an answer, as every engine can give it.
enum Cell: Hashable, Decodable {
  case whole(Int64)
  case number(Double)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let whole = try? container.decode(Int64.self) {
      self = .whole(whole)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Whether two engines mean the same: whole numbers and texts are equal, other numbers nearly so.
  func agrees(with other: Cell) -> Bool {
    switch (self, other) {
    case (.whole(let left), .whole(let right)): left == right
    case (.text(let left), .text(let right)): left == right
    case (.number(let left), .number(let right)): Cell.isNear(left, right)
    case (.number(let left), .whole(let right)), (.whole(let right), .number(let left)):
      Cell.isNear(left, Double(right))
    case (.text, .whole), (.text, .number), (.whole, .text), (.number, .text): false
    }
  }

  private static func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-6 * max(abs(left), abs(right))
  }
}

extension Cell: CustomStringConvertible {
  var description: String {
    switch self {
    case .whole(let whole): String(whole)
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}

/// What an engine answered to a question.
struct Answer {
  let rows: [[Cell]]

  /// How another answer differs; nil where it does not.
  func difference(from other: Answer, keyCount: Int?) -> String? {
    guard rows.count == other.rows.count else {
      return "\(rows.count) rows against \(other.rows.count)"
    }
    let (own, others) = (ordered(keyCount), other.ordered(keyCount))
    for (left, right) in zip(own, others) {
      guard left.count == right.count, zip(left, right).allSatisfy({ $0.agrees(with: $1) })
      else { return "\(left) against \(right)" }
    }
    return nil
  }

  /// The rows in an order that does not depend on the engine.
  private func ordered(_ keyCount: Int?) -> [[Cell]] {
    guard let keyCount else { return rows }
    return rows.sorted {
      $0.prefix(keyCount).map(\.description).lexicographicallyPrecedes(
        $1.prefix(keyCount).map(\.description))
    }
  }
}

/// What an engine answered and how long it took.
struct Measurement {
  let answer: Answer
  let milliseconds: Double
}

/// What an engine did.
struct EngineResults {
  let name: String
  /// How long it took to read the CSV files; nil where it did not read them.
  let loadMilliseconds: Double?
  /// By the question's id.
  let measurements: [String: Measurement]
}
