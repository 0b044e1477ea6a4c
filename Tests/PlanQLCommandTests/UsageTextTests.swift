import ArgumentParser
import PlanQLData
import Testing

@testable import PlanQLCommand

/// What is said of a command line that cannot be read.
@Suite("Usage")
struct UsageTextTests {
  @Test(
    "the sentences of the reader of the command line are put in our words, in both languages",
    arguments: [
      ("Unknown option '--bogus'", "there is no option '--bogus'", "没有选项'--bogus'"),
      ("Missing expected argument '<text>'", "'<text>' is missing", "缺少'<text>'"),
      (
        "Missing value for '--plan <path>'", "'--plan <path>' needs a value",
        "'--plan <path>'后面要给出值"
      ),
      ("Unexpected argument 'b'", "'b' is too much", "多出了'b'"),
      ("2 unexpected arguments: 'b', 'c'", "'b', 'c' are too much", "多出了'b'、'c'"),
      (
        "The value 'fr' is invalid for '--spelling <spelling>'. Please provide one of 'en' and 'zh'.",
        "'fr' is no value for '--spelling <spelling>'", "'--spelling <spelling>'不能是'fr'"
      ),
    ])
  func messages(sentence: String, english: String, chinese: String) {
    #expect(UsageText.message(sentence) == LocalizedText(en: english, zh: chinese))
  }

  @Test("the advice names the values, the option that was meant, the quotes or the page")
  func advice() {
    let values = "The value 'fr' is invalid for '--spelling'. Please provide one of 'en' and 'zh'."
    #expect(UsageText.advice(values, command: "fmt").en == "it is one of 'en', 'zh'")
    let meant = "Unknown option '--formt'. Did you mean '--format'?"
    #expect(UsageText.advice(meant, command: nil).zh.contains("'--format'"))
    let extra = UsageText.advice("Unexpected argument 'b'", command: "query")
    #expect(extra == CommandText.quoteTheQuery)
    #expect(
      UsageText.advice("Unknown option '-q'", command: "run").en.contains("planql run --help"))
  }

  @Test("a page of help has no English headings under Chinese")
  func page() {
    let page = UsageText.page(PlanQLTool.helpMessage(for: QueryCommand.self), in: .zh)
    for word in ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "Show the"] {
      #expect(!page.contains(word))
    }
    #expect(page.contains("用法：planql query"))
    #expect(UsageText.page("USAGE: planql", in: .en) == "USAGE: planql")
  }
}
