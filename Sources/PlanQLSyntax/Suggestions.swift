package import PlanQLData

/// Finds what a user may have meant: the candidates most like a text that names nothing.
///
/// Texts are alike when few edits lead from one to the other, when one begins or contains the
/// other, or, for Chinese, when they share most of their characters in the same order: 环保局 is like
/// 生态环境局. Letters are like the Chinese text whose sound they write: `touzie` is like 投资额, and so is
/// `tze` where nothing else is.
package struct Suggestions: Sendable {
  /// Candidates past this many are not looked at, so that a message about a large table comes
  /// promptly.
  package static let candidateLimit = 20_000
  /// Longer texts are like nothing.
  package static let lengthLimit = 64

  private let wanted: [Character]
  private let weights: [Int]
  private let isIdeographic: Bool

  private init(_ text: String, among candidates: [[Character]]) {
    self.wanted = Suggestions.folded(text)
    self.isIdeographic = wanted.contains(where: \.isIdeographic)
    self.weights = wanted.map { character in
      let owners = candidates.count { $0.contains(character) }
      return owners * 4 > candidates.count && candidates.count >= 4 ? 1 : 4
    }
  }

  /// The candidates most like a text, best first; equally good ones keep their order. Empty where
  /// nothing is like it, or where it is a candidate itself.
  package static func closest(
    to text: String, among candidates: [String], limit: Int = 3
  ) -> [String] {
    guard !text.isEmpty, text.utf8.count <= lengthLimit * 4, !candidates.contains(text) else {
      return []
    }
    let considered = candidates.prefix(candidateLimit)
    let folded = considered.map { Suggestions.folded($0) }
    let search = Suggestions(text, among: folded)
    var found: [(cost: Int, place: Int)] = []
    for (place, candidate) in folded.enumerated() {
      if let cost = search.cost(of: candidate) { found.append((cost, place)) }
    }
    found += search.sounding(considered).filter { $0.likeness == .whole }.map { (1, $0.place) }
    if found.isEmpty { found = search.soundingShort(considered) }
    guard let best = found.map(\.cost).min() else { return [] }
    var names: [String] = []
    for (_, place) in found.filter({ $0.cost <= best + 12 }).sorted(by: <)
    where !names.contains(considered[place]) && names.count < limit {
      names.append(considered[place])
    }
    return names
  }

  /// The Chinese candidates whose sound the letters of the text write, and how closely.
  private func sounding(
    _ candidates: ArraySlice<String>
  ) -> [(likeness: Pinyin.Likeness, place: Int)] {
    guard wanted.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return [] }
    let letters = String(wanted)
    return candidates.enumerated().compactMap { place, candidate in
      Pinyin.likeness(of: letters, to: candidate).map { ($0, place) }
    }
  }

  /// The candidates whose sound the text writes in part or by first letters; two letters say so
  /// little that they must leave no choice.
  private func soundingShort(_ candidates: ArraySlice<String>) -> [(cost: Int, place: Int)] {
    let found = sounding(candidates)
    let names = Set(found.map { candidates[$0.place] })
    return wanted.count > 2 || names.count == 1
      ? found.map { ($0.likeness.rawValue * 6, $0.place) } : []
  }

  /// Help that asks whether one of the candidates was meant; nil where none is like the text.
  package static func help(for text: String, among candidates: [String]) -> LocalizedText? {
    question(closest(to: text, among: candidates))
  }

  /// Asks whether one of some names was meant; nil for none.
  package static func question(_ names: [String]) -> LocalizedText? {
    guard let last = names.last.map({ "'\($0)'" }) else { return nil }
    let others = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    let quoted = names.map { "'\($0)'" }
    return LocalizedText(
      en: "did you mean \(others.isEmpty ? last : "\(others) or \(last)")?",
      zh: "是不是想写 \(quoted.joined(separator: " 或 "))？")
  }

  /// How far a candidate is from the text, 0 for the same but for case and separators; nil for too
  /// far.
  private func cost(of candidate: [Character]) -> Int? {
    guard !candidate.isEmpty, candidate.count <= Suggestions.lengthLimit else { return nil }
    if candidate == wanted { return 0 }
    return [editCost(candidate), beginningCost(candidate), sharingCost(candidate)]
      .compactMap { $0 }.min()
  }

  private func editCost(_ candidate: [Character]) -> Int? {
    let length = Swift.max(wanted.count, candidate.count)
    let allowed =
      switch length {
      case ...2: 0
      case 3...5: 1
      case 6...9: 2
      case _: 3
      }
    guard abs(wanted.count - candidate.count) <= allowed else { return nil }
    let distance = editDistance(wanted, candidate)
    guard distance <= allowed else { return nil }
    return distance * 8 + (wanted.first == candidate.first ? 0 : 3)
  }

  private func beginningCost(_ candidate: [Character]) -> Int? {
    let shorter = Swift.min(wanted.count, candidate.count)
    guard shorter >= (isIdeographic ? 1 : 3) else { return nil }
    let added = Swift.min(abs(wanted.count - candidate.count), 9)
    if candidate.starts(with: wanted) { return 12 + added }
    if wanted.starts(with: candidate), shorter * 2 >= wanted.count { return 14 + added }
    return contains(candidate, wanted) ? 18 + added : nil
  }

  /// Weighs the characters shared in order; a character that many candidates have, as 局, weighs
  /// little.
  private func sharingCost(_ candidate: [Character]) -> Int? {
    guard isIdeographic else { return nil }
    let shared = sharedWeight(candidate)
    let total = weights.reduce(0, +)
    guard shared >= 4, shared * 2 >= total else { return nil }
    let unlike = Swift.min(Swift.max(0, candidate.count - wanted.count), 6)
    return 10 + (total - shared) * 16 / total + unlike
  }

  /// The greatest weight of a common subsequence.
  private func sharedWeight(_ candidate: [Character]) -> Int {
    var row = [Int](repeating: 0, count: candidate.count + 1)
    for (place, character) in wanted.enumerated() {
      var diagonal = 0
      for column in candidate.indices {
        let above = row[column + 1]
        let match = character == candidate[column] ? diagonal + weights[place] : 0
        row[column + 1] = Swift.max(above, row[column], match)
        diagonal = above
      }
    }
    return row[candidate.count]
  }

  /// The characters in lower case, without separators.
  private static func folded(_ text: String) -> [Character] {
    text.prefix(lengthLimit + 1).lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
      .map { $0 }
  }
}

extension Character {
  /// Whether the character is one of a script that writes words with few characters, as Chinese
  /// does.
  fileprivate var isIdeographic: Bool {
    unicodeScalars.first?.properties.isIdeographic ?? false
  }
}

private func contains(_ text: [Character], _ part: [Character]) -> Bool {
  guard part.count <= text.count else { return false }
  return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two
/// texts, no place edited twice (optimal string alignment).
package func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return Swift.max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in 1...left.count {
    var row = [i]
    row.reserveCapacity(right.count + 1)
    for j in 1...right.count {
      let replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      var best = Swift.min(last[j] + 1, row[j - 1] + 1, replaced)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        best = Swift.min(best, beforeLast[j - 2] + 1)
      }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
