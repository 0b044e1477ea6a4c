import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

// Types, and what values of one fit where another is wanted.
extension Reference {
  var types: [ReferenceEntry] {
    TypeWord.allCases.map { ReferenceEntry(.type, $0.word.name, $0.word.doc) }
  }

  /// The types that a value of another fits by itself.
  var conversionTable: ReferenceTable {
    let scalars: [DataType] = [
      .bool, .int, .number, .money(catalog.currency), .text, .date, .period, .duration(.days),
    ]
    let rows = scalars.flatMap { source in
      scalars.filter { $0 != source && Conversion.exists(from: source, to: $0) }.map { target in
        [title(source), title(target)]
      }
    }
    return ReferenceTable(
      [.init("a value of", "类型", isCode: true), .init("fits a", "可作", isCode: true)],
      rows + [[title(.missing), ReferenceText.anyType]] + ReferenceText.literalConversions)
  }

  private func title(_ type: DataType) -> LocalizedText {
    LocalizedText(en: type.title(.en), zh: type.title(.zh))
  }

  /// The functions that are called like a type and read values as one of it.
  var castTable: ReferenceTable {
    let names = TypeWord.allCases.map(\.word.name)
    return ReferenceTable(
      [.init("function", "函数", isCode: true), .init("what it does", "作用")],
      Library.functions.filter { names.contains($0.name) }.map { [$0.name.text, $0.doc] })
  }
}
