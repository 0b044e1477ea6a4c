import PlanQLData

extension Evaluator {
  /// Values of one type as values of another; missing where there is no such value.
  func converted(_ values: Vector, from source: DataType, to target: DataType) -> Vector {
    if source == target { return values }
    let count = values.count
    switch (source, target, values.lanes) {
    case (.missing, _, _): return .missing(target, count: count)
    case (.list(let element), .list(let wanted), .lists(let offsets, let child)):
      let child = converted(child, from: element, to: wanted)
      return Vector(.lists(offsets, child), presence: values.presence)
    case (_, .text, _): return texts(values, source)
    case (_, .number, .words(let words)):
      return Vector(.doubles(words.map { Double($0) }), presence: values.presence)
    case (.date, .period, .words(let words)):
      let days = words.map { Int32(truncatingIfNeeded: $0) }
      return Vector(.periods(days, days), presence: values.presence)
    case (.int, .money, .words(let words)): return minorUnits(words, values.presence)
    case (_, _, _):
      // What else the checker lets through differs in meaning only: dimensions, units, names of tables.
      return Vector.placeholder(target, count: 0).hasForm(of: values.lanes)
        ? values : .missing(target, count: count)
    }
  }

  /// Whole units as an exact amount of money.
  private func minorUnits(_ words: [Int64], _ presence: Bitmap?) -> Vector {
    var known = presence ?? Bitmap(repeating: true, count: words.count)
    let minor = words.enumerated().map { row, word -> Int64 in
      let (product, overflow) = word.multipliedReportingOverflow(by: 100)
      if overflow { known[row] = false }
      return overflow ? 0 : product
    }
    return Vector(.words(minor), presence: known.isFull ? nil : known)
  }

  /// Values as people read them; each distinct word is written once.
  private func texts(_ values: Vector, _ source: DataType) -> Vector {
    var builder = TextPoolBuilder()
    var written: [Int64: Int32] = [:]
    var codes: [Int32] = []
    codes.reserveCapacity(values.count)
    for row in 0..<values.count {
      guard values.isKnown(row) else {
        codes.append(builder.code(of: ""))
        continue
      }
      let word: Int64? = if case .words(let words) = values.lanes { words[row] } else { nil }
      if let word, let code = written[word] {
        codes.append(code)
        continue
      }
      let text = run.engine.context.textOf(values.value(row, type: source), source, .plain)
      let code = builder.code(of: text)
      if let word { written[word] = code }
      codes.append(code)
    }
    return Vector(.texts(builder.finish(), codes), presence: values.presence)
  }
}

extension Lanes {
  /// Whether two lanes are of one form.
  fileprivate func hasForm(of other: Lanes) -> Bool {
    switch (self, other) {
    case (.bools, .bools), (.words, .words), (.doubles, .doubles), (.texts, .texts),
      (.periods, .periods), (.lists, .lists):
      true
    case (.bools, _), (.words, _), (.doubles, _), (.texts, _), (.periods, _), (.lists, _): false
    }
  }
}
