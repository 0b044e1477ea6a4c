package import PlanQLData
package import PlanQLSyntax

/// One thing that has a name, and what the reference says of it: the same on its page, in `planql help` and in the
/// REPL.
package struct ReferenceEntry: Sendable {
  package let kind: ReferenceKind
  package let name: Name
  /// Other names that it is found by.
  package let aliases: [String]
  /// What it does or is, in one sentence or phrase.
  package let summary: LocalizedText
  private let makeBlocks: @Sendable () -> [ReferenceBlock]

  init(
    _ kind: ReferenceKind, _ name: Name, aliases: [String] = [], _ summary: LocalizedText,
    _ blocks: @autoclosure @escaping @Sendable () -> [ReferenceBlock] = []
  ) {
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.makeBlocks = blocks
  }

  /// What is said of it after the summary, made when it is asked for.
  package var blocks: [ReferenceBlock] { makeBlocks() }

  /// Says whether it is what people look for by a name.
  package func isCalled(_ text: String) -> Bool {
    name.matches(text) || aliases.contains(text)
  }
}

/// A piece of what is said of a thing.
package enum ReferenceBlock: Sendable {
  /// `Clauses`
  case heading(LocalizedText)
  /// Sentences.
  case paragraph(LocalizedText)
  /// How it is written, a form a line: `spread [LABEL:] AMOUNT over PERIOD by GRAIN`
  case syntax([LocalizedText])
  /// A script with what it asks for and what it gives.
  case example(ReferenceExample)
  /// Expressions and what each gives: `2 < 10`, `true`
  case values([ReferenceValue])
  case table(ReferenceTable)
  /// What the program prints, as it stands: a message with its place.
  case output(LocalizedText)
}

/// A script with what it asks for and what it gives over the example plan.
package struct ReferenceExample: Sendable {
  package let purpose: LocalizedText?
  /// The file that the script takes definitions from.
  package let file: UsageExample.UsedFile?
  package let source: LocalizedText
  /// What a terminal shows; nil where it has not been run.
  package let result: LocalizedText?
}

/// An expression and what it gives, both as the language writes them.
package struct ReferenceValue: Sendable {
  package let expression: LocalizedText
  package let result: LocalizedText
}

/// Rows of texts under headings.
package struct ReferenceTable: Sendable {
  /// What stands above a column, and whether the cells below are code.
  package struct Heading: Sendable {
    package let text: LocalizedText
    package let isCode: Bool

    init(_ en: String, _ zh: String, isCode: Bool = false) {
      self.text = LocalizedText(en: en, zh: zh)
      self.isCode = isCode
    }
  }

  package let headings: [Heading]
  package let rows: [[LocalizedText]]

  init(_ headings: [Heading], _ rows: [[LocalizedText]]) {
    self.headings = headings
    self.rows = rows
  }
}
