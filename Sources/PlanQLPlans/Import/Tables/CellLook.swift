import PlanQLData

/// What a cell looks like, for telling the columns of a table apart.
enum CellLook: Sendable, Hashable {
  case blank, number, date, text
  /// One unit or several.
  case units

  init(_ cell: FoldedText) {
    if cell.isEmpty || isNoneMark(cell) {
      self = .blank
    } else if let (_, rest) = Headings.year(cell.compact), ["", "年"].contains(rest) {
      self = .date
    } else if CellLook.isNumber(cell) {
      self = .number
    } else if case .stated = PeriodReading(year: nil).read(cell) {
      self = .date
    } else {
      self = UnitList.isList(cell.unbroken, isLoose: false) ? .units : .text
    }
  }

  private static func isNumber(_ cell: FoldedText) -> Bool {
    let plain = cell.replacing("。", with: ".").trimmed {
      "()〔〕[]≥≤<>%分 *※▲△★☆①②③".unicodeScalars.contains($0)
    }
    if Amount.isAmount(plain) || CurrencySign.figure(of: plain) != nil { return true }
    return plain.scalar(0) == "-" && Amount.isAmount(plain.dropFirst(1))
  }

  /// Whether a cell with one look may stand in a column of another.
  func fits(_ column: CellLook) -> Bool {
    // A year may be any number of four digits.
    self == .blank || column == .blank || self == column || isWords && column.isWords
      || self == .date && column == .number
  }

  /// Whether it is one of words, which names of units are too.
  var isWords: Bool { self == .text || self == .units }
}

extension CellLook {
  /// How the cells below headings look, as far as those say it.
  init(below path: [FoldedText], of kind: ColumnKind) {
    switch kind.form {
    case .number, .amount, .figure: self = .number
    case .period: self = .date
    case .units: self = .units
    case .text, .words, .nature, .note: self = .text
    case .anything: self = CellLook(belowUnknown: path.last ?? .empty)
    }
  }

  private init(belowUnknown heading: FoldedText) {
    let key = Headings.key(heading)
    let whole = heading.compact
    let isOfNumbers =
      FundingSource.named(key) != nil || TotalLine.label(heading) != nil
      || ["数", "量", "额", "率", "面积", "比例", "浓度", "指数"].contains { key.hasSuffix($0) }
      || ["%)", "个)", "户)", "项)", "元)", "吨)", "里)", "亩)", "年)", "天)", "分)", "人)", "栋)", "米)"]
        .contains { whole.hasSuffix($0) }
    let isOfWords = [
      "区", "县", "市", "镇", "单位", "名称", "类型", "类别", "分类", "地点", "内容", "目标", "水体", "部门", "方式", "性质",
      "要求",
    ].contains { key.hasSuffix($0) }
    let isOfDays = ["时间", "日期", "时限", "期限"].contains { key.hasSuffix($0) }
    self = isOfNumbers ? .number : isOfDays ? .date : isOfWords ? .text : .blank
  }
}
