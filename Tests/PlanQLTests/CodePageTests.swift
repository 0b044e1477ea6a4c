import PlanQL
import PlanQLReference
import TestSupport
import Testing

@Suite("Pages of messages")
struct CodePageTests {
  @Test("the example of a page brings its message about, in both languages")
  func examples() {
    for code in CodePage.codes {
      for language in Language.allCases {
        let page = TerminalPage(language: language, width: nil).text(of: [CodePage.entry(code)])
        #expect(page.contains("[\(code)]"), "\(code)")
      }
    }
  }

  @Test("every code has a page, or is one that a short script cannot show")
  func everyCode() throws {
    let withoutPage: Set = [
      // The size of a script, its nesting, the number of its errors; bytes that are no text.
      "PQL0001", "PQL0002", "PQL0146", "PQL0147",
      // The size and the number of the files that a script uses.
      "PQL0254", "PQL0258",
      // Several rows of one name need rows.
      "PQL0213",
      // A parameter without a value, which hosts tell by its name, and a run that its host ends.
      "PQL0903", "PQL0908",
    ]
    var missing: [String] = []
    for module in ["PlanQLSyntax", "PlanQLSemantics", "PlanQLExecution"] {
      for file in ProjectFolder.files(in: "Sources/\(module)", ending: ".swift")
      where file.contains("Messages") || file.hasSuffix("RunFailure.swift") {
        for match in try ProjectFolder.text(file).matches(of: #/"(PQL\d{4})"/#) {
          let code = String(match.1)
          if !CodePage.codes.contains(code), !withoutPage.contains(code) { missing.append(code) }
        }
      }
    }
    #expect(missing == [])
  }
}
