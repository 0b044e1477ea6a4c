import PlanQLData

extension Function {
  /// A record as the tables of this module write it.
  init(
    _ en: String, _ zh: String, _ category: FunctionCategory, doc: LocalizedText,
    _ overloads: [Overload], examples: [FunctionExample]
  ) {
    self.init(
      name: Name(en, zh), category: category, doc: doc, overloads: overloads, examples: examples)
  }
}

/// When the result of an overload is known.
enum ResultPresence {
  /// Where every argument is.
  case withArguments
  /// Where every argument is, but not everywhere: a division by zero is missing.
  case partly
  /// In every row.
  case always
}

extension Overload {
  init(
    _ signature: LocalizedText, known presence: ResultPresence = .withArguments,
    kernel: @escaping Kernel, match: @escaping @Sendable ([DataType]) -> OverloadMatch?
  ) {
    self.init(
      signature: signature, match: match, mayAddMissing: presence == .partly,
      isAlwaysKnown: presence == .always, kernel: kernel)
  }

  /// Takes these types, or what converts to them.
  static func taking(
    _ parameters: DataType..., giving result: DataType,
    known presence: ResultPresence = .withArguments, kernel: @escaping Kernel
  ) -> Overload {
    func titles(_ language: Language) -> String {
      parameters.map { $0.title(language) }.joined(separator: ", ")
    }
    let signature = LocalizedText(en: titles(.en), zh: titles(.zh))
    return Overload(signature, known: presence, kernel: kernel) { types in
      guard types.count == parameters.count,
        zip(types, parameters).allSatisfy({ Conversion.exists(from: $0, to: $1) })
      else { return nil }
      return OverloadMatch(parameters: parameters, result: result)
    }
  }

  /// Takes arguments that have one type in common, and gives what `result` says of it.
  static func alike(
    _ signature: LocalizedText, arity: ClosedRange<Int> = 2...2,
    known presence: ResultPresence = .withArguments, kernel: @escaping Kernel,
    giving result: @escaping @Sendable (DataType) -> DataType?
  ) -> Overload {
    Overload(signature, known: presence, kernel: kernel) { types in
      guard arity.contains(types.count), let common = Conversion.common(of: types),
        let result = result(common)
      else { return nil }
      return OverloadMatch(
        parameters: Array(repeating: common, count: types.count), result: result)
    }
  }
}

extension DataType {
  /// Whether values have `=`.
  var hasEquality: Bool { self == .period || hasOrder }

  /// Whether values have `<`, the least and the greatest.
  var hasOrder: Bool {
    switch self {
    case .bool, .int, .number, .money, .text, .date, .duration, .enumeration, .entity, .missing:
      true
    case .period, .list, .invalid: false
    }
  }

  var isMoney: Bool {
    if case .money = self { return true }
    return false
  }

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  var isDuration: Bool {
    if case .duration = self { return true }
    return false
  }

  /// The type itself where a test holds.
  func ifTrue(_ test: Bool) -> DataType? { test ? self : nil }
}
