import PlanQLData
import PlanQLSyntax

// Words of the language.
extension Reference {
  var statements: [ReferenceEntry] {
    StatementWord.allCases.map { statement in
      let word = statement.word
      return ReferenceEntry(
        .statement, word.name, word.doc,
        [.syntax([statement.syntax])] + statement.examples.map { example($0) })
    }
  }

  var stages: [ReferenceEntry] {
    StageWord.allCases.map { stage in
      let signature = stage.signature
      return ReferenceEntry(
        .stage, signature.name, signature.summary,
        [.syntax([signature.syntax])] + clauses(of: stage)
          + stage.examples.map { example($0) })
    }
  }

  /// The words that may follow in a stage, each with what it is for.
  private func clauses(of stage: StageWord) -> [ReferenceBlock] {
    let parts = Set(stage.signature.syntax.en.split { !$0.isLetter }.map { String($0) })
    let displays = DisplayWord.allCases.map(\.word).filter { parts.contains($0.name.en) }
    let words = stage.clauses.map(\.word) + displays
    guard !words.isEmpty else { return [] }
    return [
      .table(
        ReferenceTable(
          [.init("clause", "子句", isCode: true), .init("what it is for", "作用")],
          words.map { [$0.name.text, $0.doc] }))
    ]
  }

  var clauses: [ReferenceEntry] {
    ClauseWord.allCases.map { clause in
      let word = clause.word
      let stages = StageWord.allCases.filter { $0.clauses.contains(clause) }
      let names = LocalizedText.list(stages.map { $0.word.name.text })
      let places =
        stages.isEmpty
        ? [] : [ReferenceBlock.paragraph(ReferenceText.standsIn(names))]
      return ReferenceEntry(.clause, word.name, word.doc, places)
    }
  }

  var charts: [ReferenceEntry] {
    ChartKind.allCases.map { ReferenceEntry(.chart, $0.word.name, $0.word.doc) }
  }

  /// Words that are neither statements, stages, clauses nor operators.
  var words: [ReferenceEntry] {
    Word.all.compactMap { word in
      switch word.kind {
      case .display, .prefix, .literal, .special: ReferenceEntry(.word, word.name, word.doc)
      case .statement, .stage, .clause, .binary, .test, .type, .grain, .chart: nil
      }
    }
  }

  var grains: [ReferenceEntry] {
    Grain.allCases.map { ReferenceEntry(.grain, $0.word.name, $0.word.doc) }
  }
}
