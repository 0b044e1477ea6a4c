extension TableHeader {
  /// The header with 来源 as the source of money where rows say of which stage and year it is.
  var withSourceColumn: TableHeader {
    guard has(.name), !has(.source), has(.year), columns.contains(where: \.isOfStage),
      let source = columns.firstIndex(where: {
        $0.kind == .other && ["来源", "渠道", "来源名称"].contains(Headings.key(FoldedText($0.heading)))
      })
    else { return self }
    var header = self
    header.columns[source].kind = .source
    return header
  }

  /// Whether rows say what money a project has from a source in a year, at its stages.
  var isOfFunds: Bool {
    has(.name) && has(.source) && has(.year) && !has(.investment)
      && columns.contains(where: \.isOfStage)
  }

  /// The header with the amount beside a source as what it plans, where the whole stands besides.
  var withSourceAmounts: TableHeader {
    guard has(.source), has(.name), columns.count(where: { $0.kind == .investment }) > 1,
      let source = place(of: .source),
      case let amounts = columns.indices.filter({
        columns[$0].kind == .investment
      }), case let whole = amounts.first(where: { columns[$0].saysWhole }),
      let amount = amounts.first(where: { whole == nil ? $0 > source : $0 != whole })
    else { return self }
    var header = self
    header.columns[amount].kind = .fundStage("planned")
    return header
  }

  /// The header with what is planned for the year of a row as that, where the whole of the project stands beside it:
  /// 年度, 总投资, 计划投资.
  var withYearPlan: TableHeader {
    let amounts = columns.indices.filter { columns[$0].kind == .investment }
    guard has(.name), has(.year), amounts.count == 2, !has(.yearAmount(0)),
      let whole = amounts.first(where: { columns[$0].saysWhole }),
      let plan = amounts.first(where: { place in
        place != whole
          && ["计划", "安排", "年度", "当年", "本年"].contains { columns[place].heading.contains($0) }
      })
    else { return self }
    var header = self
    header.columns[plan].kind = .yearAmount(0)
    return header
  }

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

  /// The header with sources that follow what is planned for a year as its parts, 2018年计划投资, 其中:中央, 自筹, as
  /// money of that year.
  var withYearsOfParts: TableHeader {
    var header = self
    var year: Int?
    for place in columns.indices {
      switch columns[place].kind {
      case .funding(let source, let stage, nil):
        if place > 0, columns[place].isNamedPart, !columns[place - 1].isNamedPart,
          case .yearAmount(let whole) = columns[place - 1].kind
        {
          year = whole
        }
        header.columns[place].kind = .funding(source, stage: stage, year: year)
      case _: year = nil
      }
    }
    return header
  }
}

extension ColumnKind {
  /// The kind as that of the year which a heading above begins with, where it is money from a source: 2014年资金来源
  /// over 中央.
  func ofYear(above parts: [FoldedText]) -> ColumnKind {
    guard case .funding(let source, let stage, nil) = self else { return self }
    let years = parts.compactMap { heading -> Int? in
      guard let (year, rest) = Headings.year(Headings.key(heading)), rest.hasPrefix("年"),
        !["年底", "年末", "年初", "年前", "年以", "年及", "年起", "年至", "年后"].contains(where: rest.hasPrefix)
      else { return nil }
      return year
    }
    return .funding(source, stage: stage, year: years.first)
  }
}

extension DocumentColumn {
  /// Whether the heading says that its amounts are a part of those before it.
  fileprivate var isNamedPart: Bool { FoldedText(heading).compact.hasPrefix("其中") }

  /// Whether the heading says that its amounts are of the whole of a project.
  fileprivate var saysWhole: Bool {
    ["总投资", "概算", "估算"].contains(where: heading.contains)
  }
}
