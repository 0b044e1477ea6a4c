import PlanQLData
import Yams

/// Goes through a YAML document. A scalar without quotes may be null or a number; all others are texts.
struct YAMLTokens: TreeTokens {
  private var tokens: [(token: TreeToken, text: String)] = []
  private var place = 0
  /// Aliases may stand for much more than is written; no file is taken for more than this many times its length.
  private var greatestCount: Int

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
      for (key, value) in entries {
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
