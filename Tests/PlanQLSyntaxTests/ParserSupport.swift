import PlanQLData
import PlanQLSyntax
import Testing

/// Ways to look at what the parser made of a source.
enum Parsed {
  /// The tree of a source without errors, without places.
  static func tree(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    let result = Parser.parse(source)
    #expect(result.diagnostics == [], "\(source)", sourceLocation: sourceLocation)
    return TreeDump.text(of: result.script)
  }

  /// The lines of the tree of one expression, without indentation, joined by blanks.
  static func line(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    let lines = tree(source, sourceLocation: sourceLocation).split(separator: "\n").dropFirst()
    return lines.map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  /// What is wrong with a source: code and the text that is pointed at.
  static func errors(_ source: String) -> [String] {
    Parser.parse(source).diagnostics.map { "\($0.code) \(text($0.span, of: source))" }
  }

  /// The source after the fix of its only diagnostic.
  static func fixed(_ source: String) -> String? {
    let diagnostics = Parser.parse(source).diagnostics
    guard diagnostics.count == 1, let fix = diagnostics[0].fix else { return nil }
    var bytes = Array(source.utf8)
    bytes.replaceSubrange(fix.span.start..<fix.span.end, with: Array(fix.replacement.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  static func text(_ span: SourceSpan, of source: String) -> String {
    let bytes = Array(source.utf8)
    guard span.start <= span.end, span.end <= bytes.count else { return "outside of the source" }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
