import Foundation
import TestSupport
import Testing

@Suite("The codes of messages")
struct MessageCodeTests {
  private static let modules = [
    "Sources/PlanQLSyntax", "Sources/PlanQLSemantics", "Sources/PlanQLExecution",
  ]

  /// Each code with the files that declare it, as often as they do.
  private static let declared: [String: [String]] = {
    var places: [String: [String]] = [:]
    for folder in modules {
      for path in ProjectFolder.files(in: folder, ending: ".swift") {
        guard let text = try? ProjectFolder.text(path) else { continue }
        for code in codes(in: text, after: "\"") { places[code, default: []].append(path) }
      }
    }
    return places
  }()

  private static func codes(in text: String, after opening: String) -> [String] {
    text.components(separatedBy: opening + "PQL").dropFirst().compactMap { rest in
      let digits = rest.prefix(4)
      return digits.count == 4 && digits.allSatisfy(\.isNumber) ? "PQL" + digits : nil
    }
  }

  @Test("no two messages have one code")
  func unique() {
    for (code, places) in MessageCodeTests.declared {
      #expect(places.count == 1, "\(code): \(places)")
    }
  }

  @Test("every message stands in the corpus")
  func shown() throws {
    var corpus = ""
    for path in ProjectFolder.files(in: "Tests/Corpus", ending: ".corpus") {
      corpus += try ProjectFolder.text(path)
    }
    // A cancelled run throws CancellationError, which has no code.
    let shown = Set(MessageCodeTests.codes(in: corpus, after: "")).union(["PQL0908"])
    #expect(MessageCodeTests.declared.keys.filter { !shown.contains($0) }.sorted() == [])
  }
}
