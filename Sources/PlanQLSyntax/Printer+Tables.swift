/// Stages that bring in other rows, or lay out those there are in another way.
extension Printer {
  mutating func layout(_ join: Join, at place: Int) -> Layout {
    let keyword: StageWord =
      switch join.kind {
      case .inner: .join
      case .left: .leftJoin
      case .full: .fullJoin
      }
    let into = word(ClauseWord.in.word, at: join.name.span.end)
    let on = word(ClauseWord.on.word, at: join.table.span.end)
    return .group(
      .sequence([
        .text("\(word(keyword.word, at: place)) \(declaration(join.name)) \(into) "),
        operandOfWord(join.table),
        .text(" \(on) "), .align(layout(join.condition)),
      ]))
  }

  mutating func layout(_ pivot: Pivot) -> Layout {
    var parts = [layout(pivot.value)]
    var end = pivot.value.span.end
    if let last = pivot.keys.last {
      let by = word(ClauseWord.by.word, at: end)
      followsWord(pivot.keys.first?.span)
      parts.append(.indent(2, .sequence([.line, .text(by + " "), layout(pivot.keys)])))
      end = last.span.end
    }
    let across = word(ClauseWord.across.word, at: end)
    followsWord(pivot.across.span)
    parts += [.text(" \(across) "), layout(pivot.across)]
    if let values = pivot.columns {
      parts += [
        .text(" \(word(ClauseWord.in.word, at: pivot.across.span.end)) "), operandOfWord(values),
      ]
    }
    return .group(.sequence(parts))
  }

  mutating func layout(_ keys: [FillKey]) -> Layout {
    aligned(
      list(keys, span: \.span) { printer, key in
        let name = Layout.text(printer.reference(key.name))
        guard let values = key.values else { return name }
        let into = printer.word(ClauseWord.in.word, at: key.name.span.end)
        return .sequence([name, .text(" \(into) "), printer.operandOfWord(values)])
      })
  }

  mutating func layout(_ labels: [ColumnLabel]) -> Layout {
    aligned(
      list(labels, span: \.span) { printer, label in
        var parts: [Layout] = [.text(printer.reference(label.name))]
        if let caption = label.caption {
          parts += [.text(": "), printer.layout(caption)]
        }
        if let display = label.display { parts.append(printer.layout(display)) }
        return .sequence(parts)
      })
  }
}

extension FillKey {
  fileprivate var span: SourceSpan { values.map { name.span.joined($0.span) } ?? name.span }
}
