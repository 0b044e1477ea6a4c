import PlanQLData
import Yams

/// Goes through a YAML document. A scalar without quotes may be null or a number; all others are texts.
struct YAMLTokens: TreeTokens {
  private var tokens: [(token: TreeToken, text: String)] = []
  private var place = 0
  /// Aliases may stand for much more than is written; no file is taken for more than this many times its length.
  private var greatestCount: Int
  /// The entries that mappings have taken over from others.
  private var mergedCount = 0

  /// The most mappings and lists in one another.
  private static let greatestDepth = JSONTokens.greatestDepth

  /// Reads a text; throws where it is no YAML.
  init(_ text: String) throws(TreeProblem) {
    greatestCount = 1000 + text.utf8.count * 16
    if let root = try YAMLTokens.root(of: text) { try add(root, depth: 0) }
    tokens.append((TreeToken(kind: .end, place: .start), ""))
  }

  mutating func next() throws(TreeProblem) -> TreeToken {
    place = Swift.min(place + 1, tokens.count)
    return tokens[place - 1].token
  }

  func withText<Result>(_ body: (CellBytes) -> Result) -> Result {
    var text = place > 0 ? tokens[place - 1].text : ""
    return text.withUTF8(body)
  }

  private static func root(of text: String) throws(TreeProblem) -> Node? {
    do {
      // Without rules scalars are not looked at, which costs much.
      return try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw problem(error)
    } catch {
      throw TreeProblem(message: .notYAML("\(error)"), place: nil)
    }
  }

  private static func problem(_ error: YamlError) -> TreeProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      TreeProblem(message: .notYAML(problem), place: mark.place)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      TreeProblem(message: .notYAML(problem), place: nil)
    case .duplicatedKeysInMapping(let duplicates, let context):
      TreeProblem(
        message: .repeatedKey(duplicates.first ?? ""), place: context.mark.place)
    case .no, .memory, .dataCouldNotBeDecoded:
      TreeProblem(message: .notYAML("\(error)"), place: nil)
    }
  }
}

// Nodes as tokens.
extension YAMLTokens {
  private mutating func append(
    _ kind: TreeToken.Kind, _ node: Node, _ text: String = ""
  ) throws(TreeProblem) {
    let place = node.mark?.place ?? .start
    guard tokens.count < greatestCount else {
      throw TreeProblem(message: .tooManyAliases, place: place)
    }
    tokens.append((TreeToken(kind: kind, place: place), text))
  }

  private mutating func add(_ node: Node, depth: Int) throws(TreeProblem) {
    guard depth < YAMLTokens.greatestDepth else {
      throw TreeProblem(message: .tooDeep, place: node.mark?.place)
    }
    switch node {
    case .scalar(let scalar): try append(YAMLTokens.kind(of: scalar), node, scalar.string)
    case .sequence(let elements):
      try append(.beginList, node)
      for element in elements { try add(element, depth: depth + 1) }
      try append(.endList, node)
    case .mapping(let entries):
      try append(.beginMapping, node)
      for (key, value) in try merged(entries, depth: depth) {
        guard let name = key.scalar?.string else {
          throw TreeProblem(message: .keyIsNoText, place: key.mark?.place)
        }
        try append(.key, key, name)
        try add(value, depth: depth + 1)
      }
      try append(.endMapping, node)
    case .alias: try append(.null, node)
    }
  }

  /// The entries of a mapping, and those that it takes over from others by `<<: *name`: its own go before these.
  private mutating func merged(
    _ entries: Node.Mapping, depth: Int
  ) throws(TreeProblem) -> [(key: Node, value: Node)] {
    guard entries.contains(where: { YAMLTokens.isMerge($0.key) }) else {
      return entries.map { ($0.key, $0.value) }
    }
    guard depth < YAMLTokens.greatestDepth else {
      throw TreeProblem(message: .tooDeep, place: entries.mark?.place)
    }
    var known = Set(entries.compactMap { $0.key.scalar?.string })
    var all: [(key: Node, value: Node)] = []
    for (key, value) in entries {
      guard YAMLTokens.isMerge(key) else {
        all.append((key, value))
        continue
      }
      let sources = value.sequence.map { Array($0) } ?? [value]
      for source in sources {
        guard let mapping = source.mapping else {
          throw TreeProblem(message: .mergeOfNoMapping, place: value.mark?.place ?? key.mark?.place)
        }
        for entry in try merged(mapping, depth: depth + 1) {
          mergedCount += 1
          guard mergedCount < greatestCount else {
            throw TreeProblem(message: .tooManyAliases, place: key.mark?.place)
          }
          guard let name = entry.key.scalar?.string, known.insert(name).inserted else { continue }
          all.append(entry)
        }
      }
    }
    return all
  }

  private static func isMerge(_ key: Node) -> Bool {
    guard let scalar = key.scalar, scalar.string == "<<" else { return false }
    return scalar.style == .plain || scalar.style == .any
  }

  private static func kind(of scalar: Node.Scalar) -> TreeToken.Kind {
    guard scalar.style == .plain || scalar.style == .any else { return .text }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case _: return JSONTokens.isNumber(scalar.string) ? .number : .text
    }
  }
}

extension Mark {
  fileprivate var place: TreePlace { TreePlace(line: line, column: column) }
}
