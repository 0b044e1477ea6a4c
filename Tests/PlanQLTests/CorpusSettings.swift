import Foundation
import PlanQL

/// How the source of a case is read and run, a line each:
///
///     rows 2            the rows that a run may build
///     memory 1          the bytes that it may hold
///     seconds 0         the time that it may take
///     source 20         the bytes of source that are read
///     repeated 300      how often the source stands behind itself
///     bytes FF 41       bytes behind the source
///     cancelled         the run is cancelled before it starts
///     plan faulty       another folder of the corpus
///     without plan      the standard tables without rows
struct CorpusSettings {
  static let section = "given"

  var limits = Limits.standard
  let cancellation = Cancellation()
  private(set) var bytes: [UInt8] = []
  private(set) var isWithoutPlan = false
  /// The folder of the corpus that the case is about; nil for that of its file.
  private(set) var folder: String?
  private var times = 1

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let number = words.dropFirst().first.flatMap { Int($0) } ?? 0
      switch words.first {
      case "rows": limits.rows = number
      case "memory": limits.bytes = number
      case "seconds": limits.duration = .seconds(number)
      case "source": limits.sourceBytes = number
      case "repeated": times = number
      case "bytes": bytes = words.dropFirst().compactMap { UInt8($0, radix: 16) }
      case "cancelled": cancellation.cancel()
      case "plan": folder = words.dropFirst().first.map(String.init)
      case "without": isWithoutPlan = true
      default: preconditionFailure("no setting of the corpus: \(line)")
      }
    }
  }

  func source(_ text: String) -> String { String(repeating: text, count: times) }
}
