import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

// Operators.
extension Reference {
  /// What joins, tests or turns values, loosest first.
  var operators: [ReferenceEntry] { boundOperators.map(\.entry) }

  private var boundOperators: [(binding: Binding, entry: ReferenceEntry)] {
    let binary = BinaryOperator.allCases.map { ($0.binding, entry($0)) }
    let tests = PresenceTest.allCases.map { (Infix.test($0).binding, entry($0.word)) }
    let others = [
      (UnaryOperator.not.binding, entry(PrefixWord.not.word)),
      (UnaryOperator.minus.binding, minus), (Infix.range.binding, range),
    ]
    let all = binary + tests + others
    return Binding.allCases.flatMap { binding in all.filter { $0.0 == binding } }
  }

  private func entry(_ op: BinaryOperator) -> ReferenceEntry {
    let record = op.record
    let function = Library.function(named: op == .notEqual ? "not_equal" : record.function)
    let isOwn = record.negates == nil || op == .notEqual
    return entry(
      Name(record.text(.en), record.text(.zh)), record.doc, [isOwn ? function : nil])
  }

  private func entry(_ word: Word) -> ReferenceEntry { entry(word.name, word.doc, []) }

  /// An operator, with the functions that compute it and the examples that they have.
  private func entry(
    _ name: Name, _ doc: LocalizedText, _ functions: [Function?]
  ) -> ReferenceEntry {
    let functions = functions.compactMap { $0 }
    return ReferenceEntry(
      .operation, name,
      aliases: functions.flatMap { [$0.name.en, $0.name.zh] }.filter { !name.matches($0) }, doc,
      functions.flatMap { calls($0) + values($0.examples) })
  }

  private var minus: ReferenceEntry {
    entry(
      Name(UnaryOperator.minus.text(.en)),
      LocalizedText(en: "before a value: the same below zero", zh: "写在值前：取负"),
      [Library.function(named: "negate")])
  }

  private var range: ReferenceEntry {
    entry(
      Name(Infix.range.text(.en)),
      LocalizedText(
        en: "from the one to the other, both with it; an end of a period may be left open",
        zh: "从前者到后者，两端都在内；时段的一端可以不写"),
      ["range", "range_from", "range_until"].map { Library.function(named: $0) })
  }

  /// The functions that are written as operators, by their English names.
  package static let operatorFunctions = Set(
    BinaryOperator.allCases.map(\.record.function)
      + ["not_equal", "negate", "range", "range_from", "range_until"])

  /// All operators with how tightly they hold.
  var operatorTable: ReferenceTable {
    let rows = boundOperators.map { binding, entry in
      let value = entry.blocks.lazy.compactMap { block in
        if case .values(let values) = block { values.first } else { nil }
      }.first
      return [
        LocalizedText(String(binding.rawValue + 1)), LocalizedText(entry.name.en),
        LocalizedText(entry.name.zh), entry.summary, value?.expression ?? LocalizedText(""),
        value?.result ?? LocalizedText(""),
      ]
    }
    return ReferenceTable(
      [
        .init("level", "层级"), .init("English", "英文", isCode: true),
        .init("Chinese", "中文", isCode: true), .init("meaning", "含义"),
        .init("example", "例", isCode: true), .init("gives", "结果", isCode: true),
      ], rows)
  }
}
