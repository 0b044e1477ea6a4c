import PlanQLData
package import PlanQLLibrary
package import PlanQLSyntax

/// Why a run ended without a result, and where in the script.
package struct RunFailure: Error, Sendable, Hashable {
  /// What went wrong.
  package enum Kind: Sendable, Hashable {
    case computation(ComputationFailure)
    case limit(ExecutionLimits.Kind)
    case cancelled
    case missingAsOf
    /// A parameter without a default that the caller gave no value.
    case missingParameter(String)
  }

  package let kind: Kind
  package let span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

extension RunFailure {
  /// What a person is told.
  package var message: Message {
    switch kind {
    case .cancelled: .runCancelled
    case .computation(.notFinite): .numberNotFinite
    case .computation(.outsideCalendar): .outsideCalendar
    case .computation(.overflow(let type)): .overflow(type)
    case .limit(.memory): .memoryLimit
    case .limit(.rows): .rowLimit
    case .limit(.time): .timeLimit
    case .missingAsOf: .noAsOf
    case .missingParameter(let name): .noParameter(name)
    }
  }

  /// Whether nothing but running again without shortcuts can tell if the failure is real: a value may have been
  /// computed for a row that never reaches a use.
  var isSuspicion: Bool {
    switch kind {
    case .computation, .missingAsOf, .missingParameter: true
    case .limit, .cancelled: false
    }
  }
}

extension Message {
  static let memoryLimit = Message(
    "PQL0901", en: "the run needs more memory than allowed", zh: "运行所需内存超过上限",
    help: LocalizedText(
      en: "filter earlier, or raise the limit on memory", zh: "先筛选再计算，或调高内存上限"))
  static let noAsOf = Message(
    "PQL0902", en: "no as-of date is set", zh: "没有设定数据截止日期",
    help: LocalizedText(
      en: "give --as-of 2024-06-30 with the command, or set 'as_of' in plan.yaml",
      zh: "运行时加 --as-of 2024-06-30，或在 plan.yaml 中写 as_of"))
  static func noParameter(_ name: String) -> Message {
    Message(
      "PQL0903", en: "parameter '\(name)' has no value", zh: "参数 '\(name)' 没有取值",
      help: LocalizedText(
        en: "give it a value for the run, or a default in the script",
        zh: "在运行时给出取值，或在脚本里写默认值"))
  }
  static let numberNotFinite = Message(
    "PQL0904", en: "the result is too large for a number", zh: "结果超出数值的范围")
  static let outsideCalendar = Message(
    "PQL0905", en: "the date lies outside the years 1 to 9999", zh: "日期超出公元 1 年至 9999 年")
  static func overflow(_ type: DataType) -> Message {
    Message(
      "PQL0906", en: "the result is too large for \(type.title(.en))",
      zh: "结果超出\(type.title(.zh))的范围")
  }
  static let rowLimit = Message(
    "PQL0907", en: "the run makes more rows than allowed", zh: "运行产生的行数超过上限",
    help: LocalizedText(
      en: "filter earlier, or raise the limit on rows", zh: "先筛选再计算，或调高行数上限"))
  static let runCancelled = Message("PQL0908", en: "the run was cancelled", zh: "运行已取消")
  static let timeLimit = Message(
    "PQL0909", en: "the run takes longer than allowed", zh: "运行时间超过上限",
    help: LocalizedText(en: "raise the limit on time", zh: "请调高时间上限"))
}
