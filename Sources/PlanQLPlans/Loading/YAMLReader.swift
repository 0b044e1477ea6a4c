import PlanQLData
import PlanQLSyntax
import Yams

/// Reads parts of a YAML file and reports, with their places, those that are not as wanted.
struct YAMLReader {
  let file: String
  var log: IssueLog

  /// One entry of a mapping.
  struct Entry {
    let key: String
    let value: Node
    let line: Int?
    let column: Int?
  }

  /// The root of a file; nil where it is empty or is no YAML, which is then reported.
  mutating func root(of text: String) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      report(error)
    } catch {
      log.add(.notYAML("\(error)"), file: file)
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      log.add(.notYAML(problem), file: file, line: mark.line, column: mark.column)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      log.add(.notYAML(problem), file: file)
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates {
        log.add(
          .repeatedKey(key), file: file, line: context.mark.line, column: context.mark.column)
      }
    case .no, .memory, .dataCouldNotBeDecoded:
      log.add(.notYAML("\(error)"), file: file)
    }
  }

  mutating func report(_ message: LoadMessage, at node: Node) {
    log.add(message, file: file, line: node.mark?.line, column: node.mark?.column)
  }

  /// The entries of a mapping. Keys that are not among the known ones are reported and left out.
  mutating func entries(of node: Node, in place: String, known: [String]? = nil) -> [Entry] {
    guard let mapping = node.mapping else {
      // A key with nothing after it says nothing.
      if node.scalar?.string.isEmpty != true { report(.wantsMapping(place), at: node) }
      return []
    }
    var entries: [Entry] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report(.wantsMapping(place), at: key)
        continue
      }
      if let known, !known.contains(name) {
        report(.unknownKey(name, in: place, known: known), at: key)
        continue
      }
      entries.append(
        Entry(key: name, value: value, line: key.mark?.line, column: key.mark?.column))
    }
    return entries
  }

  /// The text of an entry; nil where it is blank, or is no text, which is then reported.
  mutating func text(_ entry: Entry) -> String? {
    guard let text = entry.value.scalar?.string else {
      report(.wantsText(entry.key), at: entry.value)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// One text or a list of texts.
  mutating func texts(_ entry: Entry) -> [String] {
    guard let sequence = entry.value.sequence else { return text(entry).map { [$0] } ?? [] }
    return sequence.compactMap { node in
      guard let text = node.scalar?.string else {
        report(.wantsText(entry.key), at: node)
        return nil
      }
      return text
    }
  }
}
