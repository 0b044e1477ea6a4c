import PlanQLData

/// Reads parts of a document of settings and reports, with their places, those that are not as wanted.
struct EntryReader {
  let file: String
  var log: IssueLog

  mutating func report(_ message: LoadMessage, at node: TreeNode) {
    report(message, at: node.place)
  }

  mutating func report(_ message: LoadMessage, at place: TreePlace) {
    log.add(message, file: file, line: place.line, column: place.column)
  }

  /// The entries of a mapping. Names that are not among the known ones are reported and left out.
  mutating func entries(
    of node: TreeNode, in name: String, known: [String]? = nil
  ) -> [TreeNode.Entry] {
    guard let mapping = node.mapping else {
      // A name with nothing after it says nothing.
      if node.scalar?.isEmpty != true { report(.wantsMapping(name), at: node) }
      return []
    }
    return mapping.filter { entry in
      guard let known, !known.contains(entry.key) else { return true }
      report(.unknownKey(entry.key, in: name, known: known), at: entry.place)
      return false
    }
  }

  /// The text of an entry; nil where it is blank, or is no text, which is then reported.
  mutating func text(_ entry: TreeNode.Entry) -> String? {
    guard let text = entry.value.scalar else {
      report(.wantsText(entry.key), at: entry.value)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// One text or a list of texts.
  mutating func texts(_ entry: TreeNode.Entry) -> [String] {
    guard let elements = entry.value.list else { return text(entry).map { [$0] } ?? [] }
    return elements.compactMap { node in
      guard let text = node.scalar else {
        report(.wantsText(entry.key), at: node)
        return nil
      }
      return text
    }
  }
}
