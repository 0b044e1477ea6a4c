import PlanQLData

extension Printer {
  /// A pipeline, on one line where it fits and its separator lets it.
  mutating func pipeline(
    _ source: Expression, _ stages: [Stage], separator: Layout = .line
  ) -> Layout {
    var parts = [operandOfWord(source), takeTrailingComment(after: source.span.end)]
    for stage in stages {
      let before = takeComments(before: stage.keyword.start)
      let body = layout(stage)
      let inside = takeComments(before: stage.span.end)
      parts.append(separator)
      parts += before + inside
      parts += [.text("| "), body, takeTrailingComment(after: stage.span.end)]
    }
    return .group(.sequence(parts))
  }

  private mutating func layout(_ stage: Stage) -> Layout {
    let place = stage.keyword.start
    func keyword(_ stage: StageWord) -> Layout { .text(word(stage.word, at: place)) }
    switch stage.kind {
    case .filter(let condition):
      return .sequence([keyword(.filter), .space, .align(layout(condition))])
    case .select(let items):
      return .sequence([
        keyword(.select), .space,
        aligned(list(items, span: \.span) { $0.layout($1) }),
      ])
    case .extend(let items): return .sequence([keyword(.extend), .space, layout(items)])
    case .drop(let columns): return .sequence([keyword(.drop), .space, references(columns)])
    case .summarize(let items, let keys): return summarize(keyword(.summarize), items, keys)
    case .sort(let keys): return .sequence([keyword(.sort), .space, layout(keys)])
    case .take(let count, let keys): return limit(keyword(.take), count, keys)
    case .skip(let count, let keys): return limit(keyword(.skip), count, keys)
    case .distinct(let items):
      guard !items.isEmpty else { return keyword(.distinct) }
      return .sequence([keyword(.distinct), .space, layout(items)])
    case .expand(let expand): return .sequence([keyword(.expand), .space, layout(expand)])
    case .spread(let spread): return .sequence([keyword(.spread), .space, layout(spread)])
    case .total: return keyword(.total)
    case .join(let join): return layout(join, at: place)
    case .append(let table):
      return .sequence([keyword(.append), .space, operandOfWord(table)])
    case .pivot(let pivot): return .sequence([keyword(.pivot), .space, layout(pivot)])
    case .fill(let keys): return .sequence([keyword(.fill), .space, layout(keys)])
    case .cite: return keyword(.cite)
    case .label(let labels): return .sequence([keyword(.label), .space, layout(labels)])
    case .invalid:
      return .verbatim(sourceText(stage.span))
    }
  }

  /// Items on one line, or one a line below the first.
  func aligned(_ list: Layout) -> Layout { .group(.align(list)) }

  mutating func layout(_ items: [Item]) -> Layout {
    aligned(list(items, span: \.span) { $0.layout($1) })
  }

  /// Values behind a word.
  mutating func layout(_ values: [Expression]) -> Layout {
    followsWord(values.first?.span)
    return aligned(list(values, span: \.span) { $0.layout($1) })
  }

  func references(_ names: [Identifier]) -> Layout {
    aligned(names.map { Layout.text(reference($0)) }.joined(.sequence([.text(","), .line])))
  }

  private mutating func layout(_ item: SelectItem) -> Layout {
    switch item {
    case .item(let item): layout(item)
    case .rest: .text("*")
    }
  }

  mutating func layout(_ item: Item) -> Layout {
    let value = layout(item.value)
    guard let label = item.label else { return value }
    return .sequence([.text(declaration(label) + ": "), value])
  }

  /// Keys to sort by. As arguments, one at least has to say its direction, or they would be plain
  /// values.
  mutating func layout(_ keys: [SortKey], isArguments: Bool = false) -> Layout {
    let printer = self
    let saysAscending = isArguments && !keys.contains(where: \.isDescending)
    let last = keys.last?.value.span
    followsWord(keys.first?.value.span)
    return aligned(
      list(keys, span: { printer.span(of: $0) }) {
        $0.layout($1, saysAscending: saysAscending && $1.value.span == last)
      })
  }

  /// A key with its direction.
  func span(of key: SortKey) -> SourceSpan {
    let end = endOfWord(after: key.value.span.end)
    let word = sourceText(SourceSpan(key.value.span.end, end)).split(whereSeparator: \.isWhitespace)
    let isDirection = word.last.map {
      ClauseWord.descending.word.name.matches(String($0))
        || ClauseWord.ascending.word.name.matches(String($0))
    }
    return SourceSpan(key.value.span.start, isDirection == true ? end : key.value.span.end)
  }

  private mutating func layout(_ key: SortKey, saysAscending: Bool) -> Layout {
    let value = layout(key.value)
    guard key.isDescending || saysAscending else { return value }
    let direction = key.isDescending ? ClauseWord.descending : .ascending
    return .sequence([value, .text(" " + word(direction.word, at: key.value.span.end))])
  }

  private mutating func summarize(_ keyword: Layout, _ items: [Item], _ keys: [Item]) -> Layout {
    var parts = [keyword]
    var end = 0
    if let last = items.last {
      parts += [.space, layout(items)]
      end = last.span.end
    }
    guard let first = keys.first else { return .sequence(parts) }
    if items.isEmpty { end = beforeWord(before: first.span.start) }
    let by = word(ClauseWord.by.word, at: end) + " "
    followsWord(first.span)
    parts.append(
      .indent(2, .sequence([items.isEmpty ? .space : .line, .text(by), layout(keys)])))
    return .group(.sequence(parts))
  }

  /// The start of the word that stands before a place.
  private func beforeWord(before offset: Int) -> Int {
    var place = offset
    while place > 0, source[place - 1] <= 0x20 { place -= 1 }
    while place > 0, source[place - 1] > 0x20 { place -= 1 }
    return place
  }

  private mutating func limit(
    _ keyword: Layout, _ count: Expression, _ keys: [Expression]
  ) -> Layout {
    let head: Layout = .sequence([keyword, .space, layout(count)])
    guard !keys.isEmpty else { return head }
    let by = word(ClauseWord.by.word, at: count.span.end)
    return .sequence([head, .text(" \(by) "), layout(keys)])
  }

  private mutating func layout(_ expand: Expand) -> Layout {
    let into = word(ClauseWord.in.word, at: expand.name.span.end)
    var parts: [Layout] = [
      .text("\(declaration(expand.name)) \(into) "), operandOfWord(expand.list),
    ]
    for (clause, names) in [(ClauseWord.split, expand.split), (.once, expand.once)] {
      guard let first = names.first else { continue }
      let word = word(clause.word, at: beforeWord(before: first.span.start))
      parts += [.text(" \(word) "), references(names)]
    }
    return .sequence(parts)
  }

  private mutating func layout(_ spread: Spread) -> Layout {
    var parts: [Layout] = []
    if let label = spread.label { parts.append(.text(declaration(label) + ": ")) }
    let over = word(ClauseWord.over.word, at: spread.amount.span.end)
    let by = word(ClauseWord.by.word, at: spread.period.span.end)
    parts += [layout(spread.amount), .text(" \(over) "), operandOfWord(spread.period)]
    parts.append(.text(" \(by) \(word(spread.grain.word, at: spread.grainSpan.start))"))
    switch spread.method {
    case .evenly: break
    case .daily:
      parts.append(.text(" " + word(ClauseWord.daily.word, at: spread.grainSpan.end)))
    case .weights(let weights):
      let keyword = word(ClauseWord.weights.word, at: spread.grainSpan.end)
      parts += [.text(" \(keyword) ["), layout(weights), .text("]")]
    }
    return .sequence(parts)
  }
}

extension SelectItem {
  fileprivate var span: SourceSpan {
    switch self {
    case .item(let item): item.span
    case .rest(let span): span
    }
  }
}
