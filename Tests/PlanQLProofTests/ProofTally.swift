import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// What of the language scripts have reached.
struct ProofTally: Sendable {
  private var stages: [StageWord: Int] = [:]
  private var calls: [String: Int] = [:]
  private var operators: [BinaryOperator: Int] = [:]

  /// Counts the stages, the calls and the operators of a script in English spelling, each once.
  mutating func add(_ script: Proof.Proved) {
    for word in StageWord.allCases where script.english.contains("| \(word.word.name.en)") {
      stages[word, default: 0] += 1
    }
    let lines = Set(
      TreeDump.text(of: script.tree).split(separator: "\n").map { $0.drop { $0 == " " } })
    for line in lines where line.hasPrefix("call ") {
      calls[String(line.dropFirst("call ".count)), default: 0] += 1
    }
    for binary in BinaryOperator.allCases where lines.contains(binary.record.text(.en)[...]) {
      operators[binary, default: 0] += 1
    }
  }

  /// Counts what others have reached.
  mutating func add(_ other: ProofTally) {
    stages.merge(other.stages, uniquingKeysWith: +)
    calls.merge(other.calls, uniquingKeysWith: +)
    operators.merge(other.operators, uniquingKeysWith: +)
  }

  /// The stages that no script has.
  var missingStages: [String] {
    StageWord.allCases.filter { stages[$0] == nil }.map(\.word.name.en)
  }

  /// The operators that no script has.
  var missingOperators: [String] {
    BinaryOperator.allCases.filter { operators[$0] == nil }.map { $0.record.text(.en) }
  }

  /// The functions and aggregates that can be called and that no script calls.
  var missingFunctions: [String] { ProofTally.callable.filter { calls[$0] == nil } }

  /// How many of the functions and aggregates that can be called some script calls, from 0 to 1.
  var shareOfFunctions: Double {
    1 - Double(missingFunctions.count) / Double(ProofTally.callable.count)
  }

  /// Functions that are no operators, and aggregates; without `diff`, which asks for revisions.
  static let callable: [String] =
    Library.functions.map(\.name.en).filter { name in
      !BinaryOperator.allCases.contains { $0.record.function == name }
        && !["negate", "not_equal", "diff"].contains(name) || name == "contains"
    } + Library.aggregates.map(\.name.en)
}
