import Foundation

/// Times of all engines side by side, and how PlanQL's compare to each peer's.
struct ComparisonTable {
  private let questions: [Question]
  private let own: EngineResults
  private let peers: [EngineResults]

  init(_ questions: [Question], own: EngineResults, peers: [EngineResults]) {
    self.questions = questions
    self.own = own
    self.peers = peers
  }

  /// Where a peer's answer differs from PlanQL's.
  var differences: [String] {
    questions.flatMap { question in
      peers.compactMap { peer in
        guard let left = own.measurements[question.id], let right = peer.measurements[question.id]
        else { return "\(question.id): \(peer.name) gave no answer" }
        return left.answer.difference(from: right.answer, keyCount: question.keyCount)
          .map { "\(question.id): PlanQL and \(peer.name) differ: \($0)" }
      }
    }
  }

  /// The table as Markdown.
  var text: String {
    let heading =
      ["question", "\(own.name), ms"] + peers.flatMap { ["\($0.name), ms", "PlanQL ÷ it"] }
    let load = row("reading the CSV files") { $0.loadMilliseconds }
    let answers = questions.map { question in
      row("\(question.id) \(question.title)") { $0.measurements[question.id]?.milliseconds }
    }
    let rule = ["---"] + Array(repeating: "---:", count: heading.count - 1)
    return ([heading, rule, load] + answers)
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func row(_ title: String, _ time: (EngineResults) -> Double?) -> [String] {
    let ownTime = time(own)
    return [title, ComparisonTable.text(ownTime)]
      + peers.flatMap { peer in
        let peerTime = time(peer)
        let ratio = ownTime.flatMap { own in peerTime.map { own / $0 } }
        return [ComparisonTable.text(peerTime), ComparisonTable.text(ratio)]
      }
  }

  private static func text(_ number: Double?) -> String {
    number.map { String(format: "%.2f", $0) } ?? "–"
  }
}
