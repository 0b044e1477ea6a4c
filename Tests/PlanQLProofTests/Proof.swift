import PlanQL
import PlanQLAlgebra
import PlanQLExecution
import PlanQLSemantics
import PlanQLSyntax
import ReferenceInterpreter

/// All that must hold of a script over a plan.
struct Proof {
  /// What a run gives: rows and the row of totals for each of its queries, or the failure.
  enum Outcome: Equatable {
    case tables([Rows])
    case failure(RunFailure.Kind)
  }

  struct Rows: Equatable {
    var rows: [[Value]]
    var footer: [Value]?
  }

  /// What does not hold, with what shows it.
  struct Objection: Error {
    let law: String
    let evidence: String

    init(_ law: String, _ evidence: String) {
      self.law = law
      self.evidence = evidence
    }
  }

  let plan: Plan

  /// A script in English spelling.
  struct Proved {
    let english: String
    let tree: Script
  }

  /// Proves all laws for a script.
  func check(_ source: String) throws(Objection) -> Proved {
    let analysis = try compiled(source, "it checks without error")
    let outcome = try agreed(analysis, "the engine gives what the naive interpreter gives")
    let proved = try checkSpellings(source, analysis, outcome)
    try checkPrefixes(source, analysis)
    return proved
  }

  private func compiled(_ source: String, _ law: String) throws(Objection) -> Analysis {
    let analysis = plan.analyze(QuerySource(source))
    let errors = analysis.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, analysis.script != nil else {
      let words = errors.map { error in
        let bytes = Array(source.utf8)[error.span.start..<error.span.end]
        return "\(error.message.en): \(String(decoding: bytes, as: UTF8.self))"
      }
      throw Objection(law, words.joined(separator: "\n") + "\n" + source)
    }
    return analysis
  }
}

// The engine.
extension Proof {
  /// The queries of a script, those behind a cross-table too.
  private func queries(_ script: TypedScript) -> [TableQuery] {
    script.parts.flatMap { part -> [TableQuery] in
      switch part {
      case .table(_, let query):
        [query]
          + (query.cross.map { cross in
            [cross.across]
              + cross.rowColumns.flatMap { [$0.values] + [$0.total].compactMap(\.self) }
          } ?? [])
      case .value(let column):
        [TableQuery(step: Step(.one, span: column.value.span), columns: [column], footer: nil)]
      case .title, .text, .check, .chart, .loop, .condition: []
      }
    }
  }

  private func context(_ catalog: Catalog, threads: Int, batchRows: Int) -> RunContext {
    let titles = EntityTitles(catalog)
    return RunContext(
      catalog: catalog, parameters: [], asOf: catalog.asOf, threads: threads,
      parallelThreshold: threads > 1 ? 4 : 32_768, batchRows: batchRows,
      textOf: { value, type, display in
        CellText(
          type: type, display: display, language: .en, moneyUnit: catalog.moneyUnit,
          titles: titles
        ).phrase(value)
      })
  }

  private func columnar(
    _ script: TypedScript, _ context: RunContext, _ queries: [TableQuery]
  ) -> Outcome {
    let engine = Engine(script: script, context: context)
    do throws(RunFailure) {
      var tables: [Rows] = []
      for query in queries {
        let table = try engine.table(query)
        let rows = (0..<table.count).map { row in table.columns.map { $0.value(row) } }
        tables.append(Rows(rows: rows, footer: table.footer))
      }
      return .tables(tables)
    } catch {
      return .failure(error.kind)
    }
  }

  private func naive(
    _ script: TypedScript, _ context: RunContext, _ queries: [TableQuery]
  ) throws(Objection) -> Outcome {
    let interpreter = NaiveInterpreter(script: script, context: context)
    do {
      return .tables(
        try queries.map { query in
          let result = try interpreter.table(query)
          return Rows(rows: result.rows, footer: result.footer)
        })
    } catch let failure as RunFailure {
      return .failure(failure.kind)
    } catch {
      throw Objection("the naive interpreter knows how it fails", "\(error)")
    }
  }

  /// What the naive interpreter, the engine, and the engine on two threads and in small batches give.
  private func agreed(_ analysis: Analysis, _ law: String) throws(Objection) -> Outcome {
    guard let script = analysis.script else { return .tables([]) }
    let queries = queries(script)
    let plain = context(analysis.catalog, threads: 1, batchRows: 8192)
    let expected = try naive(script, plain, queries)
    for (threads, batchRows) in [(1, 8192), (2, 3)] {
      let context = context(analysis.catalog, threads: threads, batchRows: batchRows)
      let found = columnar(script, context, queries)
      guard found == expected else {
        let algebra = queries.map { AlgebraText.text(of: $0, catalog: analysis.catalog) }
        throw Objection(
          law + ", \(threads) threads, batches of \(batchRows)",
          "\(found)\nis not\n\(expected)\n\(algebra.joined(separator: "\n"))")
      }
    }
    return expected
  }
}

// The spellings.
extension Proof {
  private func printed(_ source: String, _ analysis: Analysis, _ spelling: Language?) -> String {
    Printer.text(analysis.tree, source: Array(source.utf8), spelling: spelling) {
      analysis.names[$0.span]
    }
  }

  private func checkSpellings(
    _ source: String, _ analysis: Analysis, _ outcome: Outcome
  ) throws(Objection) -> Proved {
    let own = printed(source, analysis, nil)
    let again = try compiled(own, "what was printed checks")
    guard TreeDump.text(of: analysis.tree) == TreeDump.text(of: again.tree) else {
      throw Objection("what was printed is the same tree", own)
    }
    guard printed(own, again, nil) == own else {
      throw Objection("printing what was printed changes nothing", own)
    }
    let english = printed(source, analysis, .en)
    let inEnglish = try compiled(english, "the English spelling checks")
    let chinese = printed(english, inEnglish, .zh)
    let inChinese = try compiled(chinese, "the Chinese spelling checks")
    guard printed(chinese, inChinese, .zh) == chinese else {
      throw Objection("printing the Chinese spelling changes nothing", chinese)
    }
    let back = printed(chinese, inChinese, .en)
    guard back == english else {
      throw Objection("there and back is the same", "\(english)\n\(chinese)\n\(back)")
    }
    guard let script = inChinese.script else {
      return Proved(english: english, tree: inEnglish.tree)
    }
    let plain = context(inChinese.catalog, threads: 1, batchRows: 8192)
    let found = columnar(script, plain, queries(script))
    guard found == outcome else {
      throw Objection(
        "the Chinese spelling gives the same", "\(chinese)\n\(found)\nis not\n\(outcome)")
    }
    return Proved(english: english, tree: inEnglish.tree)
  }

  /// The script cut after each stage of its last statement checks and runs.
  private func checkPrefixes(_ source: String, _ analysis: Analysis) throws(Objection) {
    guard let statement = analysis.tree.statements.last else { return }
    let expression: Expression
    switch statement.kind {
    case .result(let result): expression = result
    case .table(_, let pipeline): expression = pipeline
    case .parameter, .binding, .check, .title, .text, .chart, .definition, .use, .loop, .condition,
      .invalid:
      return
    }
    guard case .pipeline(_, let stages) = expression.kind else { return }
    let bytes = Array(source.utf8)
    for stage in stages.dropLast() {
      let prefix = String(decoding: bytes[..<stage.span.end], as: UTF8.self)
      let cut = try compiled(prefix, "every prefix checks")
      guard let script = cut.script else { continue }
      let plain = context(cut.catalog, threads: 1, batchRows: 8192)
      if case .failure(let kind) = columnar(script, plain, queries(script)) {
        guard case .computation = kind else {
          throw Objection("every prefix runs", "\(kind)\n\(prefix)")
        }
      }
    }
  }
}
