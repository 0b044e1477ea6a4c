import PlanQL
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// What a word means: as a statement, a stage, an operator, a function, a unit, a table, a field, a
/// value.
struct WordHelp {
  let catalog: Catalog
  let language: Language

  /// Everything that a word may be, or what it is like when it is nothing.
  func text(of word: String) throws -> String {
    let topics =
      words(word) + functions(word) + units(word) + tables(word) + fields(word)
      + values(word)
    guard topics.isEmpty else { return topics.map(\.text).joined(separator: "\n") }
    if let page = CodePage.text(of: word.uppercased(), in: language) { return page }
    throw CommandFailure(
      CommandText.noHelp(word), advice: Suggestions.help(for: word, among: knownNames))
  }

  /// One meaning of a word.
  private struct Topic {
    let heading: String
    let lines: [String]

    var text: String {
      heading + "\n" + lines.filter { !$0.isEmpty }.map { "  \($0)\n" }.joined()
    }
  }

  private func topic(_ name: Name, _ kind: LocalizedText, _ lines: [String]) -> Topic {
    let other = name[language == .en ? .zh : .en]
    let both = other == name[language] ? other : "\(name[language]) / \(other)"
    return Topic(heading: "\(both)  (\(kind[language]))", lines: lines)
  }

  private func words(_ word: String) -> [Topic] {
    Word.named(word).map { word in
      if case .stage(let stage) = word.kind {
        let signature = stage.signature
        return topic(
          word.name, word.kind.title,
          [signature.summary[language], signature.syntax[language], signature.example[language]])
      }
      return topic(word.name, word.kind.title, [word.doc[language]])
    }
  }

  private func functions(_ word: String) -> [Topic] {
    let aggregates = Library.aggregates.filter { $0.name.matches(word) }.map { function in
      topic(
        function.name, CommandText.aggregateWord,
        [function.doc[language], call(function.name, function.signature)]
          + examples(function.examples))
    }
    let functions = Library.functions.filter { $0.name.matches(word) }.map { function in
      topic(
        function.name, CommandText.functionWord,
        [function.doc[language]] + function.overloads.map { call(function.name, $0.signature) }
          + examples(function.examples))
    }
    return aggregates + functions
  }

  private func call(_ name: Name, _ signature: LocalizedText) -> String {
    "\(name[language])(\(signature[language]))"
  }

  private func examples(_ examples: [FunctionExample]) -> [String] {
    examples.prefix(3).map { "\($0.expression) = \($0.result)" }
  }

  private func units(_ word: String) -> [Topic] {
    MeasureUnit.all.filter { $0.name.matches(word) || $0.aliases.contains(word) }.map { unit in
      topic(unit.name, CommandText.unitWord, [CommandText.unitDoc(unit)[language]])
    }
  }

  private func tables(_ word: String) -> [Topic] {
    catalog.tables.filter { table in
      table.definition.name.matches(word) || table.definition.rowName.matches(word)
    }.map { table in
      let fields = table.definition.fields.map { $0.name[language] }
      return topic(
        table.definition.name, CommandText.tableWord,
        [
          table.definition.doc[language], CommandText.rows(table.count)[language],
          CommandText.fields(fields)[language],
        ])
    }
  }

  private func fields(_ word: String) -> [Topic] {
    catalog.tables.flatMap { table in
      table.definition.fields.filter { $0.name.matches(word) || $0.aliases.contains(word) }
        .map { field in
          topic(
            field.name, CommandText.fieldOf(table.definition.name),
            [field.doc[language], typeTitle(field.type)])
        }
    }
  }

  private func typeTitle(_ type: DataType) -> String {
    guard case .enumeration(let enumeration) = type else {
      return catalog.title(of: type)[language]
    }
    return enumeration.cases.map { $0.name[language] }.joined(separator: " | ")
  }

  private func values(_ word: String) -> [Topic] {
    catalog.tables.flatMap { table in
      table.definition.fields.compactMap { field -> Topic? in
        guard case .enumeration(let enumeration) = field.type,
          let code = enumeration.code(named: word)
        else { return nil }
        return topic(
          enumeration.cases[code].name,
          CommandText.valueOf(table.definition.name, field.name),
          [typeTitle(field.type)])
      }
    }
  }

  private var knownNames: [String] {
    let names =
      Word.all.map(\.name) + Library.aggregates.map(\.name)
      + Library.functions.map(\.name) + MeasureUnit.all.map(\.name)
      + catalog.tables.flatMap { table in
        [table.definition.name] + table.definition.fields.map(\.name)
      }
    return names.flatMap { [$0.en, $0.zh] }
  }
}

extension Word.Kind {
  /// What the word is, in words.
  fileprivate var title: LocalizedText {
    switch self {
    case .statement: CommandText.statementWord
    case .stage: CommandText.stageWord
    case .clause: LocalizedText(en: "clause", zh: "子句")
    case .binary, .test: LocalizedText(en: "operator", zh: "运算符")
    case .display: LocalizedText(en: "display", zh: "显示方式")
    case .prefix, .literal, .special: LocalizedText(en: "word", zh: "关键词")
    case .type: LocalizedText(en: "type", zh: "类型")
    case .grain: LocalizedText(en: "grain", zh: "时间粒度")
    case .chart: LocalizedText(en: "kind of chart", zh: "图表种类")
    }
  }
}
