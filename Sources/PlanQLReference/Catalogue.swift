import PlanQLData

/// The reference as files of the documentation's catalogue.
package struct Catalogue {
  /// A file of the catalogue: its path below the folder of the reference, and its text.
  package struct File: Sendable {
    package let path: String
    package let text: String
  }

  private let reference: Reference

  /// The catalogue of the language and the standard tables.
  package init(_ reference: Reference = Reference()) {
    self.reference = reference
  }

  /// Every page, and the page that lists them.
  package var files: [File] {
    let pages = pageKinds.flatMap { kind in
      entries(of: kind).map { entry in
        File(path: folder(kind) + entry.pageName + ".md", text: MarkdownPage.text(of: entry))
      }
    }
    return [index] + pages
  }

  private var pageKinds: [ReferenceKind] { ReferenceKind.allCases.filter(\.hasPages) }

  /// The entries of a kind that get a page: of lists those that are more than links to other pages.
  private func entries(of kind: ReferenceKind) -> [ReferenceEntry] {
    guard kind == .topic else { return reference.entries(of: kind) }
    let lists = Set(ReferenceKind.allCases.filter(\.hasPages).map(\.plural))
    return reference.entries(of: .topic).filter {
      !lists.contains($0.name) && $0.name != ReferenceKind.code.plural
    } + messages
  }

  /// The messages, a page for each hundred of codes.
  private var messages: [ReferenceEntry] {
    let codes = reference.entries(of: .code)
    let hundreds = Set(codes.map { $0.name.en.prefix(5) }).sorted()
    return hundreds.map { hundred in
      let group = codes.filter { $0.name.en.hasPrefix(hundred) }
      let name = ReferenceKind.code.plural
      return ReferenceEntry(
        .topic, Name("\(name.en) \(hundred)", "\(name.zh) \(hundred)"),
        ReferenceText.messages(of: String(hundred)),
        group.flatMap { [.heading($0.name.text)] + $0.blocks })
    }
  }

  private func folder(_ kind: ReferenceKind) -> String {
    kind == .topic ? "" : kind.plural.en.capitalisedFirst + "/"
  }

  private var index: File {
    var text = "# Reference · 参考\n\n" + ReferenceText.index.en + "\n\n" + ReferenceText.index.zh
    text += "\n\n## Topics\n"
    for kind in pageKinds {
      text += "\n### \(kind.plural.en.capitalisedFirst) · \(kind.plural.zh)\n\n"
      text += entries(of: kind).map { "- <doc:\($0.pageName)>\n" }.joined()
    }
    return File(path: "Reference.md", text: text)
  }
}

extension ReferenceEntry {
  /// The name of its page, which no other page of the catalogue has.
  package var pageName: String {
    let name = name.en.replacing(" ", with: "-")
    return kind == .topic ? "list-of-\(name)" : "\(kind.rawValue)-\(name)"
  }
}
