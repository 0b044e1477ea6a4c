import PlanQLData

// Lists of what there is.
extension Reference {
  /// A topic for each kind: all of the kind, with what is to be said of them together.
  var topics: [ReferenceEntry] {
    ReferenceKind.allCases.filter { $0 != .topic && $0 != .field && !isEmpty($0) }.map { kind in
      ReferenceEntry(.topic, kind.plural, ReferenceText.about(kind), blocks(of: kind))
    }
  }

  private func isEmpty(_ kind: ReferenceKind) -> Bool {
    kind == .period && catalog.namedPeriods.isEmpty
  }

  private func blocks(of kind: ReferenceKind) -> [ReferenceBlock] {
    switch kind {
    case .operation: [.table(operatorTable)]
    case .unit:
      [.table(unitTable), .heading(ReferenceKind.magnitude.plural.text), list(.magnitude)]
    case .value: enumerationBlocks
    case .type:
      [
        list(.type), .heading(ReferenceText.conversions), .table(conversionTable),
        .heading(ReferenceText.casts), .table(castTable),
      ]
    case .topic, .statement, .stage, .clause, .chart, .word, .grain, .aggregate, .function,
      .magnitude, .table, .field, .period, .format, .code:
      [list(kind)]
    }
  }

  private func list(_ kind: ReferenceKind) -> ReferenceBlock {
    .table(
      ReferenceTable(
        [
          .init("English", "英文", isCode: true), .init("Chinese", "中文", isCode: true),
          .init("what it is", "说明"),
        ],
        entries(of: kind).map {
          [LocalizedText($0.name.en), LocalizedText($0.name.zh), $0.summary]
        }))
  }
}
