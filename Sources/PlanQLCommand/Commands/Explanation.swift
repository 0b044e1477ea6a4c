import PlanQL
import PlanQLAlgebra
import PlanQLData
import PlanQLSemantics
import PlanQLSyntax

/// What a script is made into, as text.
enum Explanation {
  /// The tree of syntax.
  static func tree(of source: SourceFile) throws -> String {
    let parsed = Parser.parse(source.bytes)
    guard !parsed.diagnostics.hasErrors else { throw PlanQLError(diagnostics: parsed.diagnostics) }
    return TreeDump.text(of: parsed.script)
  }

  /// The fields of the rows after each stage: the stage as written, then a line for each field.
  static func types(of source: SourceFile, over plan: Plan) throws -> String {
    let analysis = try analysis(of: source, over: plan)
    let language = MessageLanguage.current
    return analysis.stages.map { stage in
      let width = stage.fields.map { $0.name[language].displayWidth }.max() ?? 0
      let fields = stage.fields.map { field in
        "  " + field.name[language].padded(toDisplayWidth: width + 2)
          + analysis.catalog.title(of: field.type, in: field.display.unit)[language]
          + (field.isOptional ? "?" : "") + "\n"
      }
      return source.text(of: stage.span) + "\n" + fields.joined()
    }.joined()
  }

  /// The steps of each `let` and each part.
  static func algebra(of source: SourceFile, over plan: Plan) throws -> String {
    let analysis = try analysis(of: source, over: plan)
    guard let script = analysis.script else { return "" }
    return AlgebraText.text(of: script, catalog: analysis.catalog)
  }

  private static func analysis(of source: SourceFile, over plan: Plan) throws -> Analysis {
    let analysis = plan.using(source.files).analyze(try source.query())
    guard analysis.script != nil else { throw PlanQLError(diagnostics: analysis.diagnostics) }
    return analysis
  }
}
