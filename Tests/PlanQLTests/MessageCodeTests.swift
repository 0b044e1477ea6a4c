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

  @Test("every message of lexer, parser and checker stands in the corpus or in a test")
  func shown() throws {
    var tests = ""
    for ending in [".corpus", ".swift"] {
      for path in ProjectFolder.files(in: "Tests", ending: ending) {
        tests += try ProjectFolder.text(path)
      }
    }
    let shown = Set(MessageCodeTests.codes(in: tests, after: ""))
    let missing = MessageCodeTests.declared.keys.filter { !shown.contains($0) && $0 < "PQL09" }
    #expect(missing.sorted() == [])
  }
}
