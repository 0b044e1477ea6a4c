extension TableHeader {
  /// The header with 中央计划, 中央到位, 省级计划 beside one another as the money of sources at its stages, where the whole
  /// stands besides or two sources do.
  var withStagesOfSources: TableHeader {
    let found = columns.enumerated().compactMap { place, column in
      column.kind == .other
        ? FundingSource.atStage(Headings.key(FoldedText(column.heading))).map { (place, $0) } : nil
    }
    let isTold = has(.investment) ? found.count > 1 : Set(found.map(\.1.source)).count > 1
    guard has(.name), isTold else { return self }
    var header = self
    for (place, told) in found {
      header.columns[place].kind = .funding(told.source, stage: told.stage)
    }
    return header
  }

  /// The header with 中央, 省, 县, 自筹 beside one another as the sources of an investment, and 其他
  /// beside the last of them.
  var withBareSources: TableHeader {
    let places = columns.indices.filter {
      FundingSource.isBare(Headings.key(FoldedText(columns[$0].heading)))
    }
    let keys = places.map { Headings.key(FoldedText(columns[$0].heading)) }
    let areNamedParts = places.allSatisfy {
      FoldedText(columns[$0].heading).compact.hasPrefix("其中:")
    }
    guard place(of: .investment) != nil, place(of: .name) != nil, !places.isEmpty,
      places.count > 1 || areNamedParts,
      keys.contains("中央") || keys.contains("国家") || keys.contains("自筹") || keys.contains("省")
        || keys.contains("省级")
    else { return self }
    var header = self
    for (place, key) in zip(places, keys) {
      header.columns[place].kind = .funding(FundingSource.named(key) ?? "", stage: "planned")
      let next = place + 1
      if next < columns.count, columns[next].kind == .other, !places.contains(next),
        ["其他", "其它"].contains(Headings.key(FoldedText(columns[next].heading)))
      {
        header.columns[next].kind = .funding("", stage: "planned")
      }
    }
    return header
  }
}
