import PlanQLData

extension PlanAssembly {
  /// Takes what a sheet of settings says of the plan; what cannot be read is reported.
  mutating func addSettings() {
    for entry in content.settings.entries { add(entry) }
    for line in content.settings.unknown {
      ledger.doubt(line, ImportMessages.settingUnknown)
    }
  }

  private mutating func add(_ entry: SettingsSheet.Entry) {
    let text = entry.value.unbroken.trimmed()
    guard !text.isEmpty, !isNoneMark(text) else { return }
    guard let meaning = take(entry.key, text) else {
      return ledger.doubt(
        entry.line, ImportMessages.settingUnread(entry.key.rawValue, text.string))
    }
    ledger.note(entry.line, ImportMessages.settingRead(entry.key.rawValue, meaning))
  }

  /// Sets what a key names; gives how the value was read, nil where it could not be.
  private mutating func take(_ key: SettingsSheet.Key, _ text: FoldedText) -> String? {
    switch key {
    case .title: return set(&draft.title, text.string)
    case .region: return set(&draft.region, text.string)
    case .revision: return set(&draft.revision, text.string)
    case .level:
      guard let code = Enumerations.planLevel.code(named: text.compact) else { return nil }
      return set(&draft.level, Enumerations.planLevel.cases[code].name.en)
    case .horizon:
      guard case .stated(let period) = periods.read(text) else { return nil }
      draft.horizon = draft.horizon ?? period
      return period.description
    case .approvedOn: return day(text).flatMap { set(&draft.approvedOn, $0) }
    case .asOf: return day(text).flatMap { set(&draft.asOf, $0) }
    case .currency:
      let code = text.string.uppercased()
      let isCode = code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      guard let currency = isCode ? code : MoneyName(in: FoldedText(text.string + "元"))?.currency
      else { return nil }
      return set(&draft.currency, currency)
    case .moneyUnit:
      guard let money = MoneyName(in: text), money.unit.isOfPlans else { return nil }
      if let currency = money.currency { draft.currency = draft.currency ?? currency }
      return set(&draft.moneyUnit, money.unit)?.name
    case .language:
      let languages = ["zh": "zh", "中文": "zh", "汉语": "zh", "en": "en", "英文": "en", "english": "en"]
      return languages[text.compact].flatMap { set(&draft.language, $0) }
    case .fiscalYear:
      return PlanAssembly.month(text).flatMap { set(&draft.fiscalYearStart, $0) }.map { "\($0)" }
    case .fiscalYearName:
      let names = [
        "start": "start", "end": "end", "起始年": "start", "结束年": "end", "首年": "start", "末年": "end",
      ]
      return names[text.compact].flatMap { set(&draft.fiscalYearNamedBy, $0) }
    }
  }

  /// Sets what no document before has set; gives what is set now.
  private func set<Content>(_ field: inout Content?, _ value: Content) -> Content? {
    field = field ?? value
    return field
  }

  private func set(_ field: inout Day?, _ value: Day) -> String? {
    field = field ?? value
    return field?.description
  }

  private func day(_ text: FoldedText) -> Day? {
    guard case .stated(let period) = periods.read(text) else { return nil }
    return period.end
  }

  /// The month that a fiscal year begins in: `4`, `4月`, `4月1日`, `April`.
  private static func month(_ text: FoldedText) -> Int? {
    let word = text.compact
    if let month = EnglishTime.month(named: word) { return month }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let month = Int(digits), (1...12).contains(month),
      ["", "月", "月1日", "月份", "月1号"].contains(String(word.dropFirst(digits.count)))
    else { return nil }
    return month
  }
}
