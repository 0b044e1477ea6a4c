import PlanQLData

extension BulletinReader {
  /// Takes an amount; says whether its words tell what it is.
  mutating func addAmount(_ words: ClauseWords, next: ClauseWords?) -> Bool {
    let text = BulletinReader.withoutAbbreviation(MeasureWords.withoutFillers(words.own))
    if text.isEmpty { return addUnnamed(words) }
    if MeasureWords.exceeds(text) {
      guard SubjectWords.isLabel(text), text.count <= 20, !scope.isOpen else { return false }
      append(text, words, isChange: true)
      return true
    }
    if let isTaken = addOfPlan(text, words, next: next) { return isTaken }
    guard let (before, name) = MeasureWords.amount(text) else {
      return addOfPlace(text, words) || addNext(text, words) || addDoneOfPlan(text, words)
        || addPart(text, words) || addItem(text, words, next: next)
    }
    let rest = SubjectWords.withoutLeads(before)
    if isPart(rest: rest, label: name) { return addPart(text, words) }
    if BulletinReader.tellsSource(rest, name) || rest.hasSuffix("相关") {
      let label = SubjectWords.withoutWhole(text).dropping(first: ["已经", "已"])
      return addWhole(label, words, group: scope.subject)
    }
    if let label = BulletinReader.fund(rest, name) {
      return addWhole(label, words, group: scope.part?.parent)
    }
    if SubjectWords.withoutWhole(rest).compact == "实现", !scope.isOpen {
      // 全市实现地区生产总值391亿元
      append(
        name, words, group: .some(SubjectWords.isWhole(rest) ? scope.part?.parent : scope.subject))
      return true
    }
    if addDone(rest, name, words) || addAchieved(rest, name, words) { return true }
    if let works = BulletinReader.receiver(of: rest), !scope.isOpen {
      take(subject: works)
      append(FoldedText("下达").joined(name), words)
      return true
    }
    let isOfFunds =
      ["预算", "财政", "补助"].contains { rest.contains($0) } || rest.hasSuffix("配套")
      || rest.contains("配套") && rest.count <= 6
    if namesEconomy(rest, name) {
      let isOfAll = SubjectWords.isWhole(text)
      let label = isOfAll ? SubjectWords.withoutWhole(text) : text
      return addWhole(label, words, group: isOfAll ? scope.part?.parent : scope.subject)
    }
    if isOfFunds || rest.compact != "项目" && SubjectWords.bareGenerics.contains(rest.compact) {
      return addWhole(text, words, group: scope.subject)
    }
    // 扣收总额 and 国库拨款 are names of their own, where 交通完成投资 is of traffic.
    let isOfWork = ["投资", "完成", "编列"].contains { name.contains($0) }
    let hasShare = next.map { $0.isShare && $0.hasNoSubject } ?? false
    let isNamed = isOfWork && hasShare && SubjectWords.isPlain(rest) && rest.count <= 20
    if !rest.isEmpty, !isNamed, !isSubject(rest, isLoose: isOfWork) {
      if let (subject, label) = SubjectWords.partedAfterNoun(rest) {
        take(subject: subject)
        append(label.joined(name), words)
        return true
      }
      // 甲街改造项目,发行债券资金0.1亿元: of what the clause before names.
      return addPart(text, words)
        || addWhole(text, words, group: scope.isHeaded ? scope.subject : nil)
    }
    if rest.isEmpty, scope.isOpen || scope.stateSubjects > 1 { return false }
    if !rest.isEmpty { take(subject: SubjectWords.object(of: rest)) }
    let isPlanned = MeasureWords.isPlanned(name) && words.isTimeBeside && rest.isEmpty
    let label =
      isPlanned ? FoldedText(((words.planYear ?? words.time)?.string ?? "") + name.string) : name
    append(whole(label, behind: rest), words)
    return true
  }

  /// Whether words before a measure are a part of what it is called, as a sector is of its output, and not whose it is:
  /// 工业|总产值完成, 社会消费品零售|总额, 500万元以上|固定资产投资.
  private func namesEconomy(_ rest: FoldedText, _ name: FoldedText) -> Bool {
    if rest.suffix(of: ["以上", "以下", "全社会"]) != nil { return true }
    // 工业投资 is a measure of the economy, where 公路项目投资 is that of works.
    if name.compact == "投资",
      ["工业", "农业", "房地产", "房地产开发", "基础设施", "民间", "制造业", "服务业", "技改", "技术改造", "国有", "民营", "更新改造"]
        .contains(
          SubjectWords.withoutWhole(rest).compact)
    {
      return true
    }
    guard !rest.isEmpty, name.contains(anyWord: ["产值", "增加值", "收入", "支出", "总额", "利润", "税收"]),
      !name.contains(anyWord: ["投资", "罚款", "合同", "资金"])
    else { return false }
    let plain = SubjectWords.withoutWhole(rest)
    return plain.count >= 2 && !isPlace(plain) && !SubjectWords.counts(plain)
      && UnitKind.guess(plain) == nil
      && plain.suffix(of: ["公司", "集团", "企业", "厂", "园区", "开发区", "单位"]) == nil
  }

  /// What a plan is called, or a share of one, that stands behind what was done of a part of the economy:
  /// 工业总产值完成33亿元,完成年计划的98%.
  func ofEconomy(_ label: FoldedText) -> FoldedText {
    guard bulletin.figures.count > sentenceStart, let name = scope.amountLabel,
      let (rest, measure) = MeasureWords.amount(name), namesEconomy(rest, measure)
    else { return label }
    return name.dropping(last: ["完成", "实现"]).joined(label)
  }

  /// Takes the amount of a plan of which a share follows; nil where none does.
  private mutating func addOfPlan(
    _ text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool? {
    if text.hasPrefix("占"), text.count > 1, next?.figure.kind == 1 {
      guard !scope.isOpen else { return false }
      // 占年度计划60亿元的76%: the amount is that of the plan, the share comes after it.
      scope.share = ofEconomy(text)
      let before = scope.amountLabel
      append(ofEconomy(text.dropFirst(1)), words)
      scope.amountLabel = before
      return true
    }
    if let verb = ["完成", "占", "为", "相当于"].first(where: { text.hasPrefix($0) }), !words.endsClause,
      next?.figure.kind == 1, words.after.trimmed().hasSuffix("的")
    {
      // 完成全年1.8万亿元投资目标的75.2%: the amount is that of the plan that stands behind it.
      let plan = text.dropFirst(verb.unicodeScalars.count).joined(words.after.trimmed().dropLast(1))
      guard SubjectWords.isLabel(plan), (2...20).contains(plan.count), !scope.isOpen else {
        return false
      }
      scope.share = ofEconomy(FoldedText(verb).joined(plan))
      let before = scope.amountLabel
      append(ofEconomy(plan), words)
      scope.amountLabel = before
      return true
    }
    return nil
  }

  /// What a place has done, where the words list places: 从乡镇看,城关镇完成12亿元.
  private mutating func addOfPlace(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    guard let (place, verb) = MeasureWords.partedBeforeVerb(text), isPlace(place), !scope.isOpen,
      scope.part != nil || bulletin.divisions[scope.division].isOpened,
      SubjectWords.isNoun(place), !SubjectWords.isWhole(place)
    else { return false }
    take(subject: place)
    append(verb, words)
    return true
  }

  /// The next of several subjects that amounts are stated of, which goes on with what those are
  /// called: 工业项目完成投资30亿元、农业项目10亿元.
  private mutating func addNext(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    guard bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, last.isMoney,
      !last.isChange, last.whole == nil, last.paragraph == paragraph, !hasJustLeft,
      !scope.isOpen, let group = last.group, group == scope.subject, scope.home != group,
      words.contexts.isEmpty, bulletin.groups[group].parent == scope.part?.parent
    else { return false }
    let name = FoldedText(bulletin.groups[group].name)
    let next = SubjectWords.withoutLeads(text)
    let isAlike =
      SubjectWords.counts(name) && SubjectWords.counts(next) || isPlace(name) && isPlace(next)
    guard isAlike, SubjectWords.isNoun(next), !SubjectWords.bareGenerics.contains(next.compact),
      !SubjectWords.isWhole(next)
    else { return false }
    take(subject: next)
    append(FoldedText(last.label), words)
    return true
  }

  /// What is done of a sector, in the words of the verb: 完成水利投资, which is no investment that is planned.
  private mutating func addDone(_ rest: FoldedText, _ name: FoldedText, _ words: ClauseWords)
    -> Bool
  {
    let isWork = ["投资", "固定资产投资", "建设投资"].contains { name.hasPrefix($0) }
    guard isWork, !scope.isOpen, let verb = rest.firstPlaces(of: "完成") ?? rest.firstPlaces(of: "落实")
    else { return false }
    let agent = SubjectWords.withoutLeads(
      rest.part(0..<verb.lowerBound).dropping(last: ["累计", "实际", "已", "共", "共计"]))
    let isOfAll =
      SubjectWords.isWhole(agent) && SubjectWords.withoutWhole(agent).isEmpty
      || ["各地", "各级", "各县", "各区", "各市"].contains(agent.compact)
    guard agent.isEmpty || isOfAll || SubjectWords.isNoun(agent), rest.count - verb.upperBound <= 8
    else { return false }
    if !agent.isEmpty, !isOfAll || SubjectWords.isWhole(agent) { take(subject: agent) }
    append(rest.dropFirst(agent.isEmpty ? 0 : verb.lowerBound).joined(name), words)
    return true
  }

  /// What somebody has brought about of a sector, which is no part of the name of who did it: 东山园区|实现工业产值.
  private mutating func addAchieved(
    _ rest: FoldedText, _ name: FoldedText, _ words: ClauseWords
  ) -> Bool {
    guard let verb = rest.firstPlaces(of: "实现"), verb.lowerBound > 0, verb.upperBound < rest.count,
      !scope.isOpen
    else { return false }
    let agent = SubjectWords.withoutLeads(
      rest.part(0..<verb.lowerBound).dropping(first: ["全年", "年内", "当年"])
        .dropping(last: ["累计", "共", "共计", "已"]))
    let label = rest.dropFirst(verb.lowerBound).joined(name)
    guard SubjectWords.isNoun(agent) || SubjectWords.isWhole(agent), label.count <= 20,
      SubjectWords.isLabel(label)
    else { return false }
    take(subject: agent)
    append(label, words)
    return true
  }

  /// What was done of the money of a plan that its sentence has told of last: 落实投资计划120亿元,已完成108亿元.
  private mutating func addDoneOfPlan(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    guard text.dropping(first: ["现已", "已经", "已", "累计", "实际"]).compact == "完成", !scope.isOpen,
      bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, last.isMoney,
      last.group == scope.subject, FoldedText(last.label).contains("计划")
    else { return false }
    append(text, words)
    return true
  }

  /// An item of a list that is a name and an amount: (一)支持产业发展30万元.
  private mutating func addItem(
    _ text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    let isAlone =
      scope.isItem && next == nil && words.contexts.isEmpty && words.after.trimmed().isEmpty
    guard isAlone, scope.part == nil, SubjectWords.isPlain(text) else { return false }
    append(text, words, isKnown: false)
    return true
  }

  /// Takes all words before an amount for its name.
  private mutating func addWhole(
    _ text: FoldedText, _ words: ClauseWords, group: Int?
  ) -> Bool {
    let label = SubjectWords.withoutLeads(text)
    guard (3...20).contains(label.count), SubjectWords.isLabel(label), !scope.isOpen,
      !["的", "等"].contains(where: { label.contains($0) })
    else { return false }
    // 甲类产值12亿元,全市预算收入6亿元: the second is of all again.
    let isOfAll = SubjectWords.isWhole(label) && !SubjectWords.isNumbered(label)
    append(label, words, group: .some(isOfAll ? scope.part?.parent : group))
    return true
  }

  /// An amount that no words stand before: 共计50亿元作为项目资本金.
  private mutating func addUnnamed(_ words: ClauseWords) -> Bool {
    guard words.after.hasPrefix("作为") else { return false }
    let rest = words.after.dropFirst(2)
    let stop = rest.scalars.firstIndex { ",。;、".unicodeScalars.contains($0) } ?? rest.count
    let label = rest.part(0..<stop)
    guard SubjectWords.isPlain(label), label.count <= 10 else { return false }
    append(label, words, isKnown: false)
    return true
  }

  /// Whether an amount is one of those that the amount before 其中 is parted into.
  private func isPart(rest: FoldedText, label: FoldedText) -> Bool {
    guard let part = scope.part, let base = part.base, scope.subject == part.parent else {
      return false
    }
    // What is done of a plan is no part of it: 计划70亿元,其中中央资金20亿元;已完成中央投资60亿元.
    let whole = FoldedText(bulletin.figures[base].label)
    if label.contains("完成"), !whole.contains("完成") { return false }
    let isPlan = label.contains("计划") || rest.contains(anyWord: ["计划", "下达"])
    if isPlan, whole.contains("完成") { return false }
    let isMeasure =
      ["总", "完成", "计划", "概算", "估算", "匡算"].contains { label.contains($0) }
      || label.compact == "投资"
    let isFund =
      ["中央", "地方", "自有", "自筹", "贷款", "债", "上级", "专项", "财政", "社会资", "社会投"].contains {
        label.contains($0) || rest.contains($0)
      } || rest.hasSuffix("社会")
    // 其中中央资金4904万元,省水利基建投资1515万元: a source beside another one.
    let isBesideSource =
      bulletin.figures.last.map { figure in
        figure.whole == base && BulletinFunding.source(of: FoldedText(figure.label)) != nil
      } ?? false
    let isOfLevel = ["省", "市", "县", "区", "州"].contains { rest.hasPrefix($0) }
    if isBesideSource, isOfLevel, !SubjectWords.counts(rest) { return true }
    if rest.isEmpty { return isFund || ["资金", "投入"].contains(label.compact) }
    return isFund || !isMeasure || !isSubject(rest)
      || SubjectWords.bareGenerics.contains(rest.compact)
  }

  /// Takes an amount for a part of the one before 其中, by the words before it.
  private mutating func addPart(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    guard let part = scope.part, let base = part.base, !text.isEmpty, !scope.isUncertain else {
      return false
    }
    let label = SubjectWords.withoutLeads(text)
    let isRest = ["别的", "其余", "余下", "剩余", "其他"].contains(label.compact)
    let isShort = label.count < 2 && !["省", "市", "州", "县", "区", "镇", "乡"].contains(label.compact)
    guard label.count <= 30, !isShort, SubjectWords.isLabel(label), !isRest,
      !isMore(words.figure, than: bulletin.figures[base])
    else { return false }
    scope.part?.isNamed = true
    append(label, words, whole: base, group: bulletin.figures[base].group)
    return true
  }

  /// A name without its abbreviation: 地区生产总值(GDP).
  private static func withoutAbbreviation(_ name: FoldedText) -> FoldedText {
    guard let bracket = name.outerBrackets().last, bracket.upperBound == name.count,
      name.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1)).scalars.allSatisfy({
        $0.isASCII && $0.properties.isAlphabetic
      })
    else { return name }
    return name.part(0..<bracket.lowerBound)
  }

  /// Whether an amount is greater than another one, of which it can be no part then.
  private func isMore(_ figure: WrittenFigure, than base: Bulletin.Figure) -> Bool {
    guard case .money(let unit, _) = figure.unit, case .money(let other, _) = base.unit,
      let value = Amount(value: figure.value, unit: unit, isRough: false).value(in: other)
    else { return false }
    let difference = ExactSum.of([value, Decimal(-base.value.significand, scale: base.value.scale)])
    return difference.map { $0.significand > 0 } ?? false
  }

  /// Whether words before a measure name what it is of.
  func isSubject(_ rest: FoldedText, isLoose: Bool = true) -> Bool {
    if SubjectWords.isWhole(rest) || SubjectWords.isNoun(rest) { return true }
    if let current = scope.subject, bulletin.groups[current].name == rest.string { return true }
    let isListed =
      scope.part != nil || bulletin.divisions[scope.division].isOpened || scope.shareName != nil
    let isVerb = ["得", "列", "排", "成", "到", "下", "各", "了", "令"].contains { rest.hasSuffix($0) }
    return isLoose && isListed && SubjectWords.isPlain(rest) && rest.count <= 12 && !isVerb
      && MeasureWords.amount(rest).map({ !$0.rest.isEmpty }) ?? true
  }
}
