import Foundation
import TestSupport
import PlanQL
import PlanQLAlgebra
import PlanQLReference

/// A case of the corpus: a source and what the stages make of it.
struct CorpusCase {
  var heading: String
  var source: String
  /// Name and text of each section, in order.
  var sections: [(name: String, text: String)]

  /// What the source may use, and how it is run: `>>> file NAME`, `>>> given`.
  var inputs: [(name: String, text: String)] { sections.filter { CorpusCase.isInput($0.name) } }
  /// What is expected.
  var results: [(name: String, text: String)] { sections.filter { !CorpusCase.isInput($0.name) } }

  private static func isInput(_ name: String) -> Bool {
    name.hasPrefix("file ") || name == CorpusSettings.section
  }

  /// How the source is read and run.
  var settings: CorpusSettings {
    CorpusSettings(sections.first { $0.name == CorpusSettings.section }?.text ?? "")
  }

  /// The files by the names that sources give them.
  var files: ScriptFiles {
    let texts = sections.filter { $0.name.hasPrefix("file ") }
      .map { (name: String($0.name.dropFirst(5)), text: $0.text + "\n") }
    guard !texts.isEmpty else { return .none }
    return ScriptFiles { path, _ in
      guard let found = texts.first(where: { $0.name == path }) else {
        throw ScriptFiles.Refusal(LocalizedText(en: "there is no such file", zh: "没有这个文件"))
      }
      return .init(name: found.name, text: found.text)
    }
  }
}

/// A file of cases:
///
///     --- heading
///     source
///     >>> file shared.planql
///     text of a file that the source uses
///     >>> given
///     rows 2
///     >>> section
///     text
struct CorpusFile {
  let path: String
  var preamble: String
  var cases: [CorpusCase]

  init(_ path: String) throws {
    self.path = path
    self.preamble = ""
    self.cases = []
    for line in try ProjectFolder.text(path).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("--- ") {
        cases.append(CorpusCase(heading: String(line.dropFirst(4)), source: "", sections: []))
      } else if cases.isEmpty {
        preamble += line + "\n"
      } else if line.hasPrefix(">>> ") {
        cases[cases.count - 1].sections.append((String(line.dropFirst(4)), ""))
      } else if cases[cases.count - 1].sections.isEmpty {
        cases[cases.count - 1].source += line + "\n"
      } else {
        let last = cases[cases.count - 1].sections.count - 1
        cases[cases.count - 1].sections[last].text += line + "\n"
      }
    }
    for place in cases.indices {
      cases[place].source = trimmed(cases[place].source)
      for section in cases[place].sections.indices {
        cases[place].sections[section].text = trimmed(cases[place].sections[section].text)
      }
    }
  }

  private func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines)
  }

  var text: String {
    preamble
      + cases.map { entry in
        "--- \(entry.heading)\n\(entry.source)\n"
          + entry.sections.map { ">>> \($0.name)\n\($0.text)\n" }.joined()
      }.joined(separator: "\n")
  }
}

/// What the stages make of a source over a plan.
struct CorpusRunner {
  let plan: Plan
  var settings = CorpusSettings("")

  /// The sections that a case without any is given.
  func natural(_ source: String) -> [String] {
    plan.check(QuerySource(source)).isEmpty ? ["result"] : ["diagnostics"]
  }

  func section(_ name: String, of source: String) -> String {
    switch name {
    case "tree": return TreeDump.text(of: Parser.parse(Array(source.utf8)).script)
    case "algebra": return algebra(source)
    case "result": return result(source, format: "csv")
    case "table": return result(source, format: "table")
    case "json": return result(source, format: "json")
    case "markdown": return result(source, format: "markdown")
    case "diagnostics": return diagnostics(source)
    case "failure": return failure(settings.source(source))
    case "codes": return codes(settings.source(source))
    case "zh": return plan.formatted(source, spelling: .zh)
    case "en": return plan.formatted(source, spelling: .en)
    default: return "no section is called '\(name)'"
    }
  }

  /// What is said of a run with the settings of the case.
  private func failure(_ source: String) -> String {
    do {
      let (limits, cancellation) = (settings.limits, settings.cancellation)
      let other = try settings.folder.map { try Plan(at: ProjectFolder.path("Tests/Corpus/\($0)")) }
      let plan = settings.isWithoutPlan ? .standard : other ?? self.plan
      let report = try plan.report(QuerySource(source), limits: limits)
      _ = try report.run(limits: limits, cancellation: cancellation)
      return "no failure"
    } catch let error as PlanQLError {
      return rendered(error.diagnostics, source, error.message)
    } catch is CancellationError {
      return "cancelled"
    } catch {
      return "\(error)"
    }
  }

  /// The codes of what is said of the bytes of a source, each with how often it is said.
  private func codes(_ source: String) -> String {
    let bytes = Array(source.utf8) + settings.bytes
    var counts: [(code: String, count: Int)] = []
    for diagnostic in Parser.parse(bytes).diagnostics {
      if let last = counts.last, last.code == diagnostic.code {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((diagnostic.code, 1))
      }
    }
    return counts.map { "\($0.code) \($0.count)" }.joined(separator: "\n")
  }

  private func algebra(_ source: String) -> String {
    let analysis = plan.analyze(QuerySource(source))
    guard let script = analysis.script else { return diagnostics(source) }
    return AlgebraText.text(of: script, catalog: analysis.catalog)
  }

  private func result(_ source: String, format: String) -> String {
    do {
      let document = try plan.report(QuerySource(source)).run(language: .en)
      return OutputFormat.named(format)?.render(document) ?? ""
    } catch let error as PlanQLError {
      return rendered(error.diagnostics, source, error.message)
    } catch {
      return "\(error)"
    }
  }

  private func diagnostics(_ source: String) -> String {
    rendered(plan.check(QuerySource(source)), source, LocalizedText("no diagnostics"))
  }

  /// The caret text in English, and below each the Chinese message and help.
  private func rendered(_ diagnostics: [Diagnostic], _ source: String, _ fallback: LocalizedText)
    -> String
  {
    guard !diagnostics.isEmpty else { return fallback.en }
    return diagnostics.map { diagnostic in
      let text = DiagnosticRenderer(source: source, file: "case", language: .en)
        .text(diagnostic)
      let help = diagnostic.help.map { "\n  = 帮助: \($0.zh)" } ?? ""
      return text.trimmingCharacters(in: .newlines) + "\n  = \(diagnostic.message.zh)" + help
    }.joined(separator: "\n")
  }
}
