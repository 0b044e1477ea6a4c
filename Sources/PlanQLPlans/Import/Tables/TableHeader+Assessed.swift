extension TableHeader {
  /// The header with enterprises or institutions as those assessed where a column beside them names the
  /// place that they lie in: 县区, 企业名称, 得分.
  var withAssessedEnterprises: TableHeader {
    let assessed = columns.indices.filter { columns[$0].kind == .assessed }
    guard
      let enterprise = columns.firstIndex(where: {
        [.other, .assessed].contains($0.kind) && $0.mapped == nil && $0.namesEnterprises
      }), columns.contains(where: { $0.kind == .score }),
      !assessed.isEmpty,
      assessed.allSatisfy({
        $0 == enterprise || columns[$0].mapped == nil && columns[$0].namesRegions
      })
    else { return self }
    var header = self
    for place in assessed { header.columns[place].kind = .other }
    header.columns[enterprise].kind = .assessed
    return header
  }
}

extension DocumentColumn {
  /// What those assessed under the heading are where their names do not say it: regions, but for
  /// enterprises and institutions.
  var kindOfAssessed: UnitKind? {
    if ["企业", "公司", "排污"].contains(where: { heading.contains($0) }) { return .company }
    return ["机构", "学校", "医院", "景区"].contains { heading.contains($0) } ? nil : .government
  }

  /// Whether the cells are names of enterprises or institutions, each of which lies in some place.
  fileprivate var namesEnterprises: Bool {
    let key = Headings.key(FoldedText(lastHeading))
    let bare = key.hasSuffix("名称") ? String(key.dropLast(2)) : key
    return [
      "企业", "参评企业", "被评价企业", "公司", "单位", "排污单位", "被评价单位", "机构", "学校", "医院", "园区", "医疗机构",
      "污水处理厂", "水厂", "景区", "村", "社区",
    ].contains(bare) && key != "单位"
  }

  /// Whether the cells are names of regions.
  fileprivate var namesRegions: Bool {
    !["单位", "对象", "企业"].contains { heading.contains($0) }
  }
}
