import PlanQLData
package import PlanQLSemantics
public import PlanQLSyntax

/// A conversation with a plan: `let` and `param` persist, `_` is the last result as a table.
///
/// The session keeps text, not data: `_` stands for the last pipeline, which is pure and so gives the same again.
public struct Session: Sendable {
  public private(set) var plan: Plan
  /// The declarations that persist, in order, each with the name it declares.
  private var declarations: [(name: String, text: String)] = []
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

  /// The fields of the rows after a pipeline that is still being written; empty when it has an error.
  package func fields(after input: String) -> [StageFields.Field] {
    // A stage that changes nothing makes a pipeline of a bare table too.
    let source = QuerySource(prefix(for: input) + continued(input) + "\n| skip 0")
    return plan.analyze(source).stages.last?.fields ?? []
  }

  /// The names that input may use beside those of the plan.
  package var names: [String] { declarations.map(\.name) + (last == nil ? [] : ["_"]) }

  /// Keeps what input declared and its last pipeline, after it ran.
  public mutating func keep(_ input: String) {
    let text = continued(input)
    let parsed = Parser.parse(text, units: plan.catalog.units).script
    var result: String?
    for statement in parsed.statements {
      switch statement.kind {
      case .binding(let name, _): declare(name.text, written(text, statement.span))
      case .parameter(let parameter): declare(parameter.name.text, written(text, statement.span))
      case .result(let expression): result = written(text, expression.span)
      case .table(_, let expression): result = written(text, expression.span)
      case .chart(_, _, let pipeline): result = written(text, pipeline.span)
      case .check, .title, .text, .definition, .use, .loop, .condition, .invalid: continue
      }
    }
    if let result, isTable(result) { last = result }
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

  private mutating func declare(_ name: String, _ text: String) {
    declarations.removeAll { $0.name == name }
    declarations.append((name, text))
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

  private func prefix(for input: String) -> String {
    let declared = Set(
      Parser.parse(input, units: plan.catalog.units).script.statements.compactMap {
        statement -> String? in
        switch statement.kind {
        case .binding(let name, _): name.text
        case .parameter(let parameter): parameter.name.text
        case .check, .title, .text, .table, .chart, .definition, .use, .loop, .condition, .result,
          .invalid:
          nil
        }
      })
    var lines: [String] = []
    var needed = Set(WrittenNames.places(in: Array(continued(input).utf8)).map(\.name))
    if let last, !declared.contains("_"), needed.contains("_") {
      lines.append("let _ = \(last)")
      needed.formUnion(WrittenNames.places(in: Array(last.utf8)).map(\.name))
    }
    for (name, text) in declarations.reversed()
    where !declared.contains(name) && needed.contains(name) {
      lines.insert(text, at: 0)
      needed.formUnion(WrittenNames.places(in: Array(text.utf8)).map(\.name))
    }
    return lines.map { $0 + "\n" }.joined()
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
