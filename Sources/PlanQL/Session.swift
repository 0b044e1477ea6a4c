import PlanQLData
package import PlanQLSemantics
public import PlanQLSyntax

/// A conversation with a plan: `let`, `param`, `define` and `use` persist, `_` is the last result as a table.
///
/// The session keeps text, not data: `_` stands for the last pipeline, which is pure and so gives the same again.
public struct Session: Sendable {
  public private(set) var plan: Plan
  private var declarations = SessionDeclarations()
  private var last: String?

  public init(_ plan: Plan) {
    self.plan = plan
  }

  /// Turns to another plan: what was declared is checked anew when it is next used, and there is no
  /// last result.
  public mutating func open(_ plan: Plan) {
    self.plan = plan
    last = nil
  }

  /// Compiles input against all that was declared. Throws `PlanQLError` whose diagnostics point into the input.
  /// A name that is declared anew takes the place of the old one when the input is kept.
  public func report(_ input: String) throws -> Report {
    let prefix = prefix(for: input)
    let distance = prefix.utf8.count + shift(input)
    do {
      return try plan.report(QuerySource(prefix + continued(input)))
        .warning { Session.concerns($0).flatMap { $0.moved(by: -distance) } }
    } catch let error as PlanQLError {
      throw shifted(error, by: prefix.utf8.count + shift(input))
    }
  }

  /// Says all that is to be said of input.
  public func check(_ input: String) -> [Diagnostic] {
    let prefix = prefix(for: input)
    let distance = prefix.utf8.count + shift(input)
    return plan.check(QuerySource(prefix + continued(input))).compactMap {
      Session.concerns($0).flatMap { $0.moved(by: -distance) }
    }
  }

  /// A diagnostic but for one that says a name is never used: the next input may read it.
  private static func concerns(_ diagnostic: Diagnostic) -> Diagnostic? {
    Message.ofUnusedNames.contains(diagnostic.code) ? nil : diagnostic
  }

  /// The fields of the rows after a pipeline that is still being written, and the computed ones that can be named
  /// there; none where it has an error.
  package func fields(
    after input: String
  ) -> (stored: [StageFields.Field], computed: [DefinitionOutline]) {
    // A stage that changes nothing makes a pipeline of a bare table too.
    let text = prefix(for: input, beside: declarations.fieldNames) + continued(input) + "\n| skip 0"
    let analysis = plan.analyze(QuerySource(text))
    guard let last = analysis.stages.last else { return ([], []) }
    return (
      last.fields,
      last.table.map { table in analysis.definitions.filter { $0.table == table } } ?? []
    )
  }

  /// The functions and computed fields that were defined.
  package var definitions: [DefinitionOutline] {
    plan.analyze(QuerySource(lines(declarations.ordered))).definitions
  }

  /// The names that input may use beside those of the plan.
  package var names: [String] {
    let declared = declarations.entries.compactMap { entry -> String? in
      switch entry.key.kind {
      case .name, .parameter: entry.key.name
      case .field, .file: nil
      }
    }
    return declared + (last == nil ? [] : ["_"])
  }

  /// Keeps what input declared and its last pipeline, after it ran. Gives the names of earlier declarations that no
  /// longer work with what was declared anew.
  @discardableResult
  public mutating func keep(_ input: String) -> [String] {
    let text = continued(input)
    let parsed = Parser.parse(text, units: plan.catalog.units).script
    var result: String?
    var declared: Set<String> = []
    for statement in parsed.statements {
      if let key = statement.declaredKey(in: plan.catalog) {
        declarations.keep(key, written(text, statement.span))
        declared.insert(key.name)
      }
      switch statement.kind {
      case .result(let expression): result = written(text, expression.span)
      case .table(_, let expression): result = written(text, expression.span)
      case .chart(_, _, let pipeline): result = written(text, pipeline.span)
      case .binding, .parameter, .definition, .check, .title, .text, .use, .loop, .condition,
        .invalid:
        continue
      }
    }
    if let result, isTable(result) { last = result }
    return broken(by: declared)
  }

  /// The names of declarations that read others and do not work with them.
  private func broken(by names: Set<String>) -> [String] {
    declarations.depending(on: names).filter { entry in
      let source = QuerySource(lines(declarations.needed(for: [entry.key.name])))
      return plan.check(source).contains { $0.severity == .error }
    }.map(\.key.name)
  }

  /// Says whether a pipeline can go on from a result.
  private func isTable(_ result: String) -> Bool {
    let source = QuerySource(prefix(for: result) + result + "\n| skip 0")
    return plan.check(source).allSatisfy { $0.severity != .error }
  }

  /// A part of input in which `_` is written out, so that it says the same after the next result.
  private func written(_ input: String, _ span: SourceSpan) -> String {
    let text = slice(input, span)
    guard let last else { return text }
    var bytes = Array(text.utf8)
    for place in WrittenNames.places(in: bytes).reversed() where place.name == "_" {
      // At the start it is the beginning of a pipeline, which goes on; brackets would pile up.
      let writtenOut = place.span.start == 0 ? "\(last)\n" : "(\(last)\n)"
      bytes.replaceSubrange(place.span.start..<place.span.end, with: writtenOut.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Input that begins with `|` goes on from the last result.
  private func continued(_ input: String) -> String {
    continues(input) ? "_ " + input : input
  }

  private func continues(_ input: String) -> Bool {
    input.unicodeScalars.first { !$0.properties.isWhitespace }.map { $0 == "|" || $0 == "|" }
      ?? false
  }

  private func shift(_ input: String) -> Int { continues(input) ? 2 : 0 }

  /// What of all that was declared input may read.
  private func prefix(for input: String, beside more: Set<String> = []) -> String {
    let statements = Parser.parse(input, units: plan.catalog.units).script.statements
    let declared = Set(statements.compactMap { $0.declaredKey(in: plan.catalog) })
    var words = Set(WrittenNames.places(in: Array(continued(input).utf8)).map(\.name))
    words.formUnion(more)
    let isContinued = words.contains("_") && !declared.contains { $0.name == "_" }
    if isContinued, let last {
      words.formUnion(WrittenNames.places(in: Array(last.utf8)).map(\.name))
    }
    let needed = lines(declarations.needed(for: words, without: declared))
    return needed + (isContinued ? last.map { "let _ = \($0)\n" } ?? "" : "")
  }

  private func lines(_ declarations: [SessionDeclarations.Entry]) -> String {
    declarations.map { $0.text + "\n" }.joined()
  }

  private func slice(_ text: String, _ span: SourceSpan) -> String {
    let bytes = Array(text.utf8)
    let end = Swift.min(span.end, bytes.count)
    return String(decoding: bytes[Swift.min(span.start, end)..<end], as: UTF8.self)
  }

  private func shifted(_ error: PlanQLError, by distance: Int) -> PlanQLError {
    let moved = error.diagnostics.compactMap { $0.moved(by: -distance) }
    return PlanQLError(
      error.kind, moved.first?.message ?? error.message,
      diagnostics: moved.isEmpty ? error.diagnostics.map { $0.placedAtStart } : moved)
  }
}
