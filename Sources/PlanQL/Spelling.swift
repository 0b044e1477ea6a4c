public import PlanQLData
import PlanQLSyntax

extension Plan {
  /// Prints a script in its canonical layout, in one spelling, or each word as written when nil. A script with an
  /// error keeps the names that could not be resolved; one that cannot be parsed is given back as it is.
  public func formatted(_ source: String, spelling: Language? = nil) -> String {
    let analysis = analyze(QuerySource(source))
    guard analysis.parses else { return source }
    return Printer.text(analysis.tree, source: Array(source.utf8), spelling: spelling) {
      analysis.names[$0.span]
    }
  }
}
