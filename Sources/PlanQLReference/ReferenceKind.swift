package import PlanQLData

/// What a thing of the reference is, in the order in which lists give them.
package enum ReferenceKind: String, Sendable, Hashable, CaseIterable {
  case topic, statement, stage, clause, chart, operation, word, type, grain, aggregate, function
  case unit, magnitude, table, field, value, period, format, code

  /// One of the kind, in words.
  package var title: LocalizedText {
    switch self {
    case .topic: LocalizedText(en: "topic", zh: "专题")
    case .statement: LocalizedText(en: "statement", zh: "语句")
    case .stage: LocalizedText(en: "stage", zh: "步骤")
    case .clause: LocalizedText(en: "clause", zh: "子句")
    case .chart: LocalizedText(en: "kind of chart", zh: "图表种类")
    case .operation: LocalizedText(en: "operator", zh: "运算符")
    case .word: LocalizedText(en: "word", zh: "关键词")
    case .type: LocalizedText(en: "type", zh: "类型")
    case .grain: LocalizedText(en: "grain", zh: "时间粒度")
    case .aggregate: LocalizedText(en: "aggregate", zh: "聚合函数")
    case .function: LocalizedText(en: "function", zh: "函数")
    case .unit: LocalizedText(en: "unit", zh: "计量单位")
    case .magnitude: LocalizedText(en: "magnitude", zh: "数量级")
    case .table: LocalizedText(en: "table", zh: "表")
    case .field: LocalizedText(en: "field", zh: "字段")
    case .value: LocalizedText(en: "value", zh: "取值")
    case .period: LocalizedText(en: "period", zh: "时段")
    case .format: LocalizedText(en: "format", zh: "输出格式")
    case .code: LocalizedText(en: "message", zh: "消息")
    }
  }

  /// All of the kind, in words: the name of their list.
  package var plural: Name {
    switch self {
    case .topic: Name("topics", "专题")
    case .statement: Name("statements", "语句")
    case .stage: Name("stages", "步骤")
    case .clause: Name("clauses", "子句")
    case .chart: Name("charts", "图表种类")
    case .operation: Name("operators", "运算符")
    case .word: Name("words", "关键词")
    case .type: Name("types", "类型")
    case .grain: Name("grains", "时间粒度")
    case .aggregate: Name("aggregates", "聚合函数")
    case .function: Name("functions", "函数")
    case .unit: Name("units of measure", "计量单位")
    case .magnitude: Name("magnitudes", "数量级")
    case .table: Name("tables", "各表")
    case .field: Name("fields", "字段")
    case .value: Name("enumerations", "枚举")
    case .period: Name("named periods", "有名称的时段")
    case .format: Name("formats", "输出格式")
    case .code: Name("messages", "消息")
    }
  }

  /// Whether each of the kind has a page of its own in the catalogue; the others stand together on one.
  package var hasPages: Bool {
    switch self {
    case .topic, .statement, .stage, .aggregate, .function, .table: true
    case .clause, .chart, .operation, .word, .type, .grain, .unit, .magnitude, .field, .value,
      .period, .format, .code:
      false
    }
  }
}
