package import PlanQLAlgebra
package import PlanQLData
import PlanQLLibrary
package import PlanQLSyntax

/// What a script means over a catalogue, and what is wrong with it.
package struct CheckResult: Sendable {
  /// Nil when there is an error.
  package let script: TypedScript?
  package let diagnostics: [Diagnostic]
  /// The fields of the rows after each stage, in the order of the source.
  package let stages: [StageFields]
  /// What the name at a place of the source means; the script's own names are not there.
  package let names: [SourceSpan: NameMeaning]
  /// Revisions of the plan that the script names and the catalogue does not hold yet: what it means is known when the
  /// script is checked against a catalogue with them.
  package let neededRevisions: Set<String>
  /// The functions and computed fields that the script defines, in the order of the alphabet.
  package let definitions: [DefinitionOutline]
}

/// A function or a computed field, for those who list them.
package struct DefinitionOutline: Sendable, Hashable {
  /// The English name of the table whose rows have the field; nil for a function.
  package let table: String?
  package let name: String
  /// What it takes, `name: type` with commas between; nil for a field that takes nothing.
  package let signature: LocalizedText?
  /// What it gives; nil where that is a table.
  package let type: DataType?
}

/// The fields that rows have after a stage (or a source) of a pipeline.
package struct StageFields: Sendable {
  package struct Field: Sendable, Hashable {
    package let name: Name
    package let type: DataType
    package let isOptional: Bool
    package let display: Display
  }

  package let span: SourceSpan
  package let fields: [Field]
  /// The English name of the table whose computed fields can be named bare; nil where the rows are of no table.
  package let table: String?
}

/// Resolves every name, type, unit and cardinality of a script against a catalogue, and writes it as algebra.
package struct Checker {
  let catalog: Catalog
  let source: [UInt8]
  var diagnostics: [Diagnostic] = []
  var stages: [StageFields] = []
  /// What the names at places of the source mean.
  var meanings: [SourceSpan: NameMeaning] = [:]
  var frames: [Frame] = []
  /// The columns of the partner rows, in the condition of a join.
  var pairedColumns: Set<ColumnID>?
  var parameters: [ScriptParameter] = []
  /// Values of the host, read as parameters and good for all that literals are.
  var bound: [String: (value: Value, type: DataType)] = [:]
  var bindings: [ScriptBinding] = []
  /// The revision whose tables bare names stand for; nil for the plan itself.
  var revision: String?
  var neededRevisions: Set<String> = []
  /// Whether a query of `diff` is being checked: a name that only the other revision has is none of its rows.
  var isComparing = false
  /// What each `let` holds in a revision.
  var revisedNames: [RevisedName: BindingEntry] = [:]
  /// The names that the script gives, as far as they can be seen.
  var view = NameView(names: ScriptNames())
  /// How many names were declared so far.
  var declarationCount = 0
  /// The names that were declared in the present body, and around it.
  var bodyDeclarations: [BodyDeclaration] = []
  /// The rows that the aggregate at a place ranges over, for a check to show the rows that break it.
  var reducedScopes: [SourceSpan: RowScope] = [:]
  /// The names that statements give, reached or not.
  var writtenNames = WrittenNameIndex([])
  /// The definition that is being checked, and how far the expansion of others may go.
  var expansion = Expansion()
  /// The files that are used, by the place that says so.
  var usedFiles: [SourceSpan: UsedFiles.File] = [:]
  /// The names that files give, as they were checked.
  var fileNames: [String: ScriptNames] = [:]
  /// Whether a file could not be read, so that names that are not known may be its.
  var isFileMissing = false
  /// Whether a file that is used is being checked.
  var isInFile = false
  /// The names that were given in bodies that have ended.
  var bodyNames: Set<String> = []
  /// Where the names and the parameters of the script that were read somewhere are declared.
  var usedDeclarations: Set<SourceSpan> = []
  var usedParameters: Set<String> = []
  /// The operands that earlier stages of the present pipeline left only known values of.
  var knownOperands: Set<String> = []
  /// What tells the rows of each `let` apart, by slot, as far as it was asked for.
  var boundIdentities: RowIdentity.Bound = [:]
  /// The rows of each `let` with the plan rows behind them, by where it is declared and in which revision.
  var sourcedRows: [RevisedName: BindingEntry] = [:]
  /// The part of the calendar that a column's periods are.
  var grains: [ColumnID: Grain] = [:]
  /// Whether `cite` follows, so that groups keep the plan rows behind them.
  var keepsSources = false
  /// Whether a pipeline may end in a cross-table whose columns are found while it runs.
  var mayFindColumns = false
  private var nextColumn = 0

  init(catalog: Catalog, source: [UInt8]) {
    self.catalog = catalog
    self.source = source
  }

  /// Checks a parsed script; `source` is the text it was parsed from, `bound` the values that the host gives under the
  /// names of parameters, each with its type, `files` the files that the script uses.
  package static func check(
    _ script: Script, source: [UInt8], catalog: Catalog,
    bound: [String: (value: Value, type: DataType)] = [:], files: UsedFiles? = nil
  ) -> CheckResult {
    let source = files?.sources.bytes ?? source
    var checker = Checker(catalog: catalog, source: source)
    checker.bound = bound
    checker.usedFiles = files?.files ?? [:]
    checker.diagnostics = files?.diagnostics ?? []
    checker.writtenNames = WrittenNameIndex(
      WrittenName.all(in: script.statements, source: source))
    var parts: [TypedScript.Part] = []
    for statement in script.statements
    where checker.diagnostics.count < Parser.diagnosticLimit {
      if let part = checker.checkStatement(statement) { parts.append(part) }
    }
    if !parts.isEmpty, checker.neededRevisions.isEmpty { checker.warnOfUnused(script) }
    let failed =
      checker.diagnostics.contains { $0.severity == .error } || !checker.neededRevisions.isEmpty
    let typed = TypedScript(
      outputLanguage: script.outputLanguage, parameters: checker.parameters,
      bindings: checker.bindings, parts: parts)
    return CheckResult(
      script: failed ? nil : typed, diagnostics: checker.diagnostics, stages: checker.stages,
      names: checker.meanings, neededRevisions: checker.neededRevisions,
      definitions: checker.outlines)
  }

  mutating func newColumn() -> ColumnID {
    nextColumn += 1
    return ColumnID(nextColumn)
  }

  mutating func report(
    _ message: Message, at span: SourceSpan, labels: [Diagnostic.Label] = [],
    help: LocalizedText? = nil, fix: Diagnostic.Fix? = nil
  ) {
    guard diagnostics.count < Parser.diagnosticLimit else { return }
    if diagnostics.count == Parser.diagnosticLimit - 1 {
      diagnostics.append(Diagnostic(.tooManyErrors(Parser.diagnosticLimit), at: span))
    } else {
      diagnostics.append(Diagnostic(message, at: span, labels: labels, help: help, fix: fix))
    }
  }

  /// Runs a trial without keeping what it reports; nil when it reported an error.
  mutating func attempt<Result>(_ body: (inout Checker) -> Result) -> Result? {
    let saved = diagnostics
    let stageCount = stages.count
    let depth = frames.count
    let known = meanings
    let result = body(&self)
    // What a name means where it stands is not what it means in a trial with other rows.
    meanings.merge(known) { _, before in before }
    let failed = errorCount(diagnostics) > errorCount(saved)
    diagnostics = saved
    stages.removeSubrange(stageCount...)
    frames.removeSubrange(depth...)
    return failed ? nil : result
  }

  private func errorCount(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.severity == .error }
  }

  /// A type as people call it.
  func title(_ type: DataType) -> LocalizedText { catalog.title(of: type) }

  /// The source text of a span.
  func text(_ span: SourceSpan) -> String {
    let upper = Swift.min(span.end, source.count)
    return String(decoding: source[Swift.min(span.start, upper)..<upper], as: UTF8.self)
  }
}

/// What a `let` of the script holds.
enum BindingEntry {
  case value(Scalar, Display)
  /// `sources` are links to the plan rows behind each row, as far as they are kept.
  case rows(slot: Int, columns: [ColumnID], scope: RowScope, sources: Sources)
  /// A cross-table whose columns are found while it runs: it is made anew wherever it is shown.
  case crossTable
  /// What a parameter of a definition stands for in a use of it.
  case argument(Scalar, Display)
  /// The row of a `for` in the present turn.
  case row(Partner)
  /// A `let` that was reported: its name is known, nothing more is said of it.
  case invalid
}
